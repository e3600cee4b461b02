//! Stored records as the document shows them, and the document's values as the store takes them.
//!
//! The document's types check their values; what is stored was checked when it came in, so a record that can't be
//! shown is a fault of the service.

use chrono::{NaiveTime, Weekday};

use super::AppError;
use crate::{
    generated::models,
    store::records::{
        ChangeKind, MeetingRecord, Permission, Priority, ReminderRecord, ShareRecord, TaskOrder,
        TaskRecord, TaskStatus, UserRecord, WorkingHours,
    },
};

/// A stored text as one of the document's checked ones.
pub(super) fn checked<T>(what: &str, text: String) -> Result<T, AppError>
where
    T: TryFrom<String>,
    T::Error: std::fmt::Display,
{
    T::try_from(text)
        .map_err(|error| AppError::Internal(format!("a stored {what} can't be shown: {error}")))
}

/// Stored texts as a list of the document's checked ones.
pub(super) fn checked_all<T>(what: &str, texts: Vec<String>) -> Result<Vec<T>, AppError>
where
    T: TryFrom<String>,
    T::Error: std::fmt::Display,
{
    texts.into_iter().map(|text| checked(what, text)).collect()
}

/// A task as the document shows it.
///
/// # Errors
///
/// [`AppError::Internal`], as all functions here: see the module.
pub fn task(record: TaskRecord) -> Result<models::Task, AppError> {
    let content = record.content;
    Ok(models::Task {
        id: models::TaskId(record.id),
        title: checked("title", content.title)?,
        description: checked("description", content.description)?,
        status: status(content.status),
        priority: priority(content.priority),
        deadline: models::NullableDate(content.deadline),
        tags: models::Tags(checked_all("tag", content.tags)?),
        assignee: models::NullableEmail(
            content
                .assignee
                .map(|email| checked("assignee", email))
                .transpose()?,
        ),
        parent_id: models::NullableTaskId(content.parent_id),
        depends_on: models::TaskIds(content.depends_on.into_iter().map(models::TaskId).collect()),
        owner: checked("owner", record.owner)?,
        version: record.version,
        created_at: record.created_at,
        updated_at: record.updated_at,
        completed_at: models::NullableTimestamp(record.completed_at),
    })
}

/// A reminder as the document shows it.
///
/// # Errors
///
/// [`AppError::Internal`].
pub fn reminder(record: ReminderRecord) -> Result<models::Reminder, AppError> {
    Ok(models::Reminder {
        id: checked("reminder's id", record.id)?,
        task_id: models::TaskId(record.task_id),
        remind_at: record.remind_at,
        message: models::NullableText(record.message),
        created_at: record.created_at,
        fired_at: models::NullableTimestamp(record.fired_at),
    })
}

/// A meeting as the document shows it.
///
/// # Errors
///
/// [`AppError::Internal`].
pub fn meeting(record: MeetingRecord) -> Result<models::Meeting, AppError> {
    let minutes = (record.ends_at - record.starts_at).num_minutes();
    Ok(models::Meeting {
        id: checked("meeting's id", record.id)?,
        task_id: models::TaskId(record.task_id),
        title: checked("title", record.title)?,
        attendees: models::Attendees(checked_all("attendee", record.attendees)?),
        starts_at: record.starts_at,
        ends_at: record.ends_at,
        duration_minutes: i32::try_from(minutes).map_err(|error| {
            AppError::Internal(format!("a stored meeting can't be shown: {error}"))
        })?,
        created_at: record.created_at,
    })
}

/// A share as the document shows it.
///
/// # Errors
///
/// [`AppError::Internal`].
pub fn share(record: ShareRecord) -> Result<models::Share, AppError> {
    Ok(models::Share {
        task_id: models::TaskId(record.task_id),
        email: checked("address", record.email)?,
        permission: match record.permission {
            Permission::View => models::SharePermission::View,
            Permission::Edit => models::SharePermission::Edit,
        },
        created_at: record.created_at,
    })
}

/// A user as the document shows them to themselves.
///
/// # Errors
///
/// [`AppError::Internal`].
pub fn profile(record: UserRecord) -> Result<models::Profile, AppError> {
    Ok(models::Profile {
        email: checked("address", record.email)?,
        name: record.name,
        time_zone: checked("time zone", record.time_zone)?,
        working_hours: models::WorkingHours {
            days: record
                .working_hours
                .days
                .into_iter()
                .map(weekday_view)
                .collect(),
            start: clock_time_view(record.working_hours.start)?,
            end: clock_time_view(record.working_hours.end)?,
        },
        created_at: record.created_at,
        updated_at: record.updated_at,
    })
}

/// A change as an event of the document.
///
/// # Errors
///
/// [`AppError::Internal`].
pub fn task_event(change: ChangeKind) -> Result<models::TaskEvent, AppError> {
    Ok(match change {
        ChangeKind::TaskCreated { at, task: record } => models::TaskEvent::TaskCreated {
            at,
            task: task(record)?,
        },
        ChangeKind::TaskUpdated { at, task: record } => models::TaskEvent::TaskUpdated {
            at,
            task: task(record)?,
        },
        ChangeKind::TaskDeleted { at, task_id } => models::TaskEvent::TaskDeleted {
            at,
            task_id: models::TaskId(task_id),
        },
        ChangeKind::ReminderDue {
            at,
            reminder: record,
            task_title,
        } => models::TaskEvent::ReminderDue {
            at,
            reminder: reminder(record)?,
            task_title: checked("title", task_title)?,
        },
    })
}

fn status(status: TaskStatus) -> models::TaskStatus {
    match status {
        TaskStatus::Pending => models::TaskStatus::Pending,
        TaskStatus::InProgress => models::TaskStatus::InProgress,
        TaskStatus::Completed => models::TaskStatus::Completed,
    }
}

fn priority(priority: Priority) -> models::Priority {
    match priority {
        Priority::Low => models::Priority::Low,
        Priority::Normal => models::Priority::Normal,
        Priority::High => models::Priority::High,
        Priority::Urgent => models::Priority::Urgent,
    }
}

impl From<models::TaskStatus> for TaskStatus {
    fn from(status: models::TaskStatus) -> Self {
        match status {
            models::TaskStatus::Pending => Self::Pending,
            models::TaskStatus::InProgress => Self::InProgress,
            models::TaskStatus::Completed => Self::Completed,
        }
    }
}

impl From<models::Priority> for Priority {
    fn from(priority: models::Priority) -> Self {
        match priority {
            models::Priority::Low => Self::Low,
            models::Priority::Normal => Self::Normal,
            models::Priority::High => Self::High,
            models::Priority::Urgent => Self::Urgent,
        }
    }
}

impl From<models::SharePermission> for Permission {
    fn from(permission: models::SharePermission) -> Self {
        match permission {
            models::SharePermission::View => Self::View,
            models::SharePermission::Edit => Self::Edit,
        }
    }
}

impl From<models::TaskOrder> for TaskOrder {
    fn from(order: models::TaskOrder) -> Self {
        match order {
            models::TaskOrder::CreatedAsc => Self::CreatedAsc,
            models::TaskOrder::CreatedDesc => Self::CreatedDesc,
            models::TaskOrder::DeadlineAsc => Self::DeadlineAsc,
            models::TaskOrder::DeadlineDesc => Self::DeadlineDesc,
            models::TaskOrder::UpdatedDesc => Self::UpdatedDesc,
            models::TaskOrder::PriorityDesc => Self::PriorityDesc,
        }
    }
}

fn weekday_view(day: Weekday) -> models::Weekday {
    match day {
        Weekday::Mon => models::Weekday::Monday,
        Weekday::Tue => models::Weekday::Tuesday,
        Weekday::Wed => models::Weekday::Wednesday,
        Weekday::Thu => models::Weekday::Thursday,
        Weekday::Fri => models::Weekday::Friday,
        Weekday::Sat => models::Weekday::Saturday,
        Weekday::Sun => models::Weekday::Sunday,
    }
}

fn weekday(day: models::Weekday) -> Weekday {
    match day {
        models::Weekday::Monday => Weekday::Mon,
        models::Weekday::Tuesday => Weekday::Tue,
        models::Weekday::Wednesday => Weekday::Wed,
        models::Weekday::Thursday => Weekday::Thu,
        models::Weekday::Friday => Weekday::Fri,
        models::Weekday::Saturday => Weekday::Sat,
        models::Weekday::Sunday => Weekday::Sun,
    }
}

fn clock_time_view(time: NaiveTime) -> Result<models::ClockTime, AppError> {
    checked("time of day", time.format("%H:%M").to_string())
}

/// Working hours as the store takes them: the days in the week's order.
///
/// # Errors
///
/// [`AppError::Invalid`] where the end isn't after the start.
pub fn working_hours(hours: models::NewWorkingHours) -> Result<WorkingHours, AppError> {
    let time = |time: &models::ClockTime| {
        NaiveTime::parse_from_str(time, "%H:%M").map_err(|error| {
            AppError::Internal(format!("a checked time of day can't be read: {error}"))
        })
    };
    let (start, end) = (time(&hours.start)?, time(&hours.end)?);
    if end <= start {
        return Err(AppError::rule(
            "/body/working_hours/end",
            "after_start",
            "must be later than the start",
        ));
    }
    let mut days: Vec<Weekday> = hours.days.into_iter().map(weekday).collect();
    days.sort_by_key(Weekday::num_days_from_monday);
    Ok(WorkingHours { start, end, days })
}
