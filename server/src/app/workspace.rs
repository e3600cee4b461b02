//! The application as the agents' tools may use it: one caller's tasks, with that caller's rights and the same rules as
//! over HTTP.

mod addresses;
mod rules;

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use taskmanager_agent::team::{
    Workspace, WorkspaceError,
    workspace::{
        BusyKind, BusyView, MeetingView, NewMeeting, NewReminder, Permission, ProfileView,
        ReminderView, ShareView, TaskPriority, TaskStatus as ViewStatus, TaskView, TimeSlot,
        WorkingHours,
    },
};

use super::{AppError, Principal, Resources};
use crate::{
    generated::models,
    store::{
        StoreError,
        records::{self, IfVersion, TaskContent, TaskEdit, TaskOrder, TaskQuery, TaskRecord},
    },
};

/// How many other tasks a model is told of when it asks for one that isn't there.
const NEAREST: usize = 5;

/// How many items of a conversation are searched for an address that the user named.
const REMEMBERED: usize = 500;

/// How many subtasks a model is shown at most.
const MOST_SUBTASKS: usize = 100;

/// The application as one caller may use it.
#[derive(Clone)]
pub struct CallerWorkspace {
    resources: Resources,
    caller: Principal,
}

impl CallerWorkspace {
    /// The application as this caller may use it.
    pub fn new(resources: Resources, caller: Principal) -> Self {
        Self { resources, caller }
    }

    /// A task, or what the caller has instead.
    async fn task(&self, task_id: i64) -> Result<TaskRecord, WorkspaceError> {
        match self.resources.store().task(&self.caller, task_id).await {
            Err(StoreError::NotFound) => Err(self.no_task(task_id).await),
            task => task.map_err(|error| refused(AppError::of_task(task_id)(error))),
        }
    }

    async fn no_task(&self, task_id: i64) -> WorkspaceError {
        let titles = self.resources.store().task_titles(&self.caller, NEAREST);
        // A hint is all that is lost where this fails.
        let titles = titles.await.unwrap_or_default();
        WorkspaceError::NotFound {
            what: format!("task {task_id}"),
            nearest: titles
                .into_iter()
                .map(|task| format!("task {} {:?}", task.id, task.title))
                .collect(),
        }
    }

    /// What an operation on a task was refused for.
    async fn refusal(&self, task_id: i64, error: AppError) -> WorkspaceError {
        match error {
            AppError::NotFound(_) => self.no_task(task_id).await,
            error => refused(error),
        }
    }

    async fn edit(&self, task_id: i64, edit: TaskEdit) -> Result<TaskView, WorkspaceError> {
        let now = self.resources.now();
        let store = self.resources.store();
        match store
            .update_task(&self.caller, task_id, edit, IfVersion::Any, now)
            .await
        {
            Ok(task) => Ok(task_view(task)),
            Err(error) => Err(self
                .refusal(task_id, AppError::of_task(task_id)(error))
                .await),
        }
    }

    async fn list(&self, query: TaskQuery, limit: usize) -> Result<Vec<TaskView>, WorkspaceError> {
        let store = self.resources.store();
        let page = store.list_tasks(&self.caller, &query, None, limit).await;
        Ok(page
            .map_err(unavailable)?
            .items
            .into_iter()
            .map(task_view)
            .collect())
    }
}

#[async_trait]
impl Workspace for CallerWorkspace {
    async fn profile(&self) -> Result<ProfileView, WorkspaceError> {
        let user = self.resources.store().user(&self.caller).await;
        let user = user.map_err(unavailable)?;
        Ok(ProfileView {
            name: user.name,
            time_zone: zone(&user.time_zone),
            working_hours: WorkingHours {
                start: user.working_hours.start,
                end: user.working_hours.end,
                days: user.working_hours.days,
            },
        })
    }

    async fn get_task(&self, task_id: i64) -> Result<TaskView, WorkspaceError> {
        Ok(task_view(self.task(task_id).await?))
    }

    async fn knows_address(&self, session_id: &str, email: &str) -> Result<bool, WorkspaceError> {
        if email.eq_ignore_ascii_case(&self.caller.email) {
            return Ok(true);
        }
        let store = self.resources.store();
        let items = store.session_items(&self.caller, session_id, REMEMBERED);
        if addresses::named(email, &items.await.map_err(unavailable)?.items) {
            return Ok(true);
        }
        let query = TaskQuery {
            assignee: Some(email.to_owned()),
            ..TaskQuery::default()
        };
        let tasks = store.list_tasks(&self.caller, &query, None, NEAREST).await;
        let mut tasks = tasks.map_err(unavailable)?.items.into_iter();
        Ok(tasks.any(|task| task.owner.eq_ignore_ascii_case(&self.caller.email)))
    }

    async fn find_tasks(&self, text: &str, limit: usize) -> Result<Vec<TaskView>, WorkspaceError> {
        let found = self.resources.find_tasks(&self.caller, text, limit).await;
        Ok(found.map_err(refused)?.into_iter().map(task_view).collect())
    }

    async fn finished_tasks(&self, limit: usize) -> Result<Vec<TaskView>, WorkspaceError> {
        let query = TaskQuery {
            status: Some(records::TaskStatus::Completed),
            order: TaskOrder::CompletedDesc,
            ..TaskQuery::default()
        };
        self.list(query, limit).await
    }

    async fn dependencies(&self, task_id: i64) -> Result<Vec<TaskView>, WorkspaceError> {
        let task = self.task(task_id).await?;
        let store = self.resources.store();
        let tasks = store.tasks(&self.caller, &task.content.depends_on).await;
        Ok(tasks
            .map_err(unavailable)?
            .into_iter()
            .map(task_view)
            .collect())
    }

    async fn subtasks(&self, task_id: i64) -> Result<Vec<TaskView>, WorkspaceError> {
        self.task(task_id).await?;
        let query = TaskQuery {
            parent_id: Some(task_id),
            order: TaskOrder::CreatedAsc,
            ..TaskQuery::default()
        };
        self.list(query, MOST_SUBTASKS).await
    }

    async fn busy(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<BusyView>, WorkspaceError> {
        let busy = self.resources.store().busy(&self.caller, from, to).await;
        let busy = busy.map_err(unavailable)?.into_iter();
        Ok(busy
            .map(|busy| BusyView {
                slot: TimeSlot {
                    start: busy.start,
                    end: busy.end,
                },
                kind: if busy.is_meeting {
                    BusyKind::Meeting
                } else {
                    BusyKind::Reminder
                },
                task_id: busy.task_id,
            })
            .collect())
    }

    async fn set_deadline(
        &self,
        task_id: i64,
        deadline: NaiveDate,
    ) -> Result<TaskView, WorkspaceError> {
        let edit = TaskEdit {
            deadline: Some(Some(deadline)),
            ..TaskEdit::default()
        };
        self.edit(task_id, edit).await
    }

    async fn create_reminder(
        &self,
        task_id: i64,
        reminder: NewReminder,
    ) -> Result<ReminderView, WorkspaceError> {
        let new = models::NewReminder {
            remind_at: reminder.remind_at,
            message: reminder
                .message
                .map(|text| fits("message", text))
                .transpose()?,
        };
        let made = self
            .resources
            .create_reminder(&self.caller, task_id, new, None)
            .await;
        match made {
            Ok(reminder) => Ok(ReminderView {
                id: reminder.id.into(),
                task_id: reminder.task_id.0,
                remind_at: reminder.remind_at,
                message: reminder.message.0,
            }),
            Err(error) => Err(self.refusal(task_id, error).await),
        }
    }

    async fn assign_to_user(
        &self,
        task_id: i64,
        email: &str,
        note: Option<&str>,
    ) -> Result<TaskView, WorkspaceError> {
        let email: models::Email = fits("email", email.to_owned())?;
        let note = note
            .map(|note| fits::<models::NewReminderMessage>("note", note.to_owned()))
            .transpose()?;
        let edit = TaskEdit {
            assignee: Some(Some(email.into())),
            assignee_note: Some(note.map(Into::into)),
            ..TaskEdit::default()
        };
        self.edit(task_id, edit).await
    }

    async fn share_task(
        &self,
        task_id: i64,
        email: &str,
        permission: Permission,
    ) -> Result<ShareView, WorkspaceError> {
        let email: models::Email = fits("email", email.to_owned())?;
        let new = models::NewShare {
            permission: match permission {
                Permission::View => models::SharePermission::View,
                Permission::Edit => models::SharePermission::Edit,
            },
        };
        let shared = self
            .resources
            .put_share(&self.caller, task_id, &email, new)
            .await;
        match shared {
            Ok(share) => Ok(ShareView {
                task_id: share.task_id.0,
                email: share.email.into(),
                permission,
            }),
            Err(error) => Err(self.refusal(task_id, error).await),
        }
    }

    async fn create_meeting(
        &self,
        task_id: i64,
        meeting: NewMeeting,
    ) -> Result<MeetingView, WorkspaceError> {
        let attendees = meeting.attendees.into_iter();
        let new = models::NewMeeting {
            title: None,
            attendees: models::Attendees(
                attendees
                    .map(|email| fits("attendee", email))
                    .collect::<Result<_, _>>()?,
            ),
            duration_minutes: i32::try_from(meeting.duration_minutes)
                .map_err(|_| WorkspaceError::Invalid("the meeting is too long".to_owned()))?,
            starts_at: Some(meeting.starts_at),
        };
        rules::check_meeting(&new)?;
        let made = self
            .resources
            .create_meeting(&self.caller, task_id, new, None)
            .await;
        match made {
            Ok(meeting) => Ok(MeetingView {
                id: meeting.id.into(),
                task_id: meeting.task_id.0,
                attendees: meeting.attendees.0.into_iter().map(Into::into).collect(),
                starts_at: meeting.starts_at,
                duration_minutes: u32::try_from(meeting.duration_minutes).unwrap_or_default(),
            }),
            Err(error) => Err(self.refusal(task_id, error).await),
        }
    }

    async fn create_subtasks(
        &self,
        task_id: i64,
        titles: &[String],
    ) -> Result<Vec<TaskView>, WorkspaceError> {
        let titles = titles.iter().map(|title| fits("title", title.clone()));
        let titles: Vec<models::Title> = titles.collect::<Result<_, _>>()?;
        let contents = titles.into_iter().map(|title| TaskContent {
            title: title.into(),
            description: String::new(),
            status: records::TaskStatus::Pending,
            priority: records::Priority::Normal,
            deadline: None,
            tags: Vec::new(),
            assignee: None,
            assignee_note: None,
            parent_id: Some(task_id),
            depends_on: Vec::new(),
        });
        // A parent that isn't the caller's to see would be told as a broken rule of the new task.
        self.task(task_id).await?;
        let now = self.resources.now();
        let store = self.resources.store();
        match store
            .create_tasks(&self.caller, contents.collect(), now)
            .await
        {
            Ok(tasks) => Ok(tasks.into_iter().map(task_view).collect()),
            Err(error) => Err(self
                .refusal(task_id, AppError::of_task(task_id)(error))
                .await),
        }
    }
}

/// A model's text as one of the document's checked ones.
fn fits<T>(what: &str, text: String) -> Result<T, WorkspaceError>
where
    T: TryFrom<String>,
    T::Error: std::fmt::Display,
{
    T::try_from(text)
        .map_err(|error| WorkspaceError::Invalid(format!("the {what} can't be used: {error}")))
}

fn zone(name: &str) -> Tz {
    // Checked when it came in; a zone that a later release of the database has dropped reads as UTC.
    name.parse().unwrap_or(Tz::UTC)
}

fn unavailable(error: StoreError) -> WorkspaceError {
    WorkspaceError::Unavailable(error.to_string())
}

fn refused(error: AppError) -> WorkspaceError {
    match error {
        AppError::NotFound(what) => WorkspaceError::NotFound {
            what,
            nearest: Vec::new(),
        },
        AppError::Forbidden => WorkspaceError::Forbidden,
        AppError::Invalid(violations) => {
            let texts = violations
                .into_iter()
                .map(|violation| format!("{}: {}", violation.location, violation.message));
            WorkspaceError::Invalid(texts.collect::<Vec<_>>().join("; "))
        }
        error @ (AppError::VersionMismatch { .. }
        | AppError::KeyReused
        | AppError::Conflict(_)
        | AppError::Gone { .. }) => WorkspaceError::Conflict(error.to_string()),
        AppError::Unavailable(text) | AppError::Internal(text) => WorkspaceError::Unavailable(text),
    }
}

fn task_view(task: TaskRecord) -> TaskView {
    let content = task.content;
    TaskView {
        id: task.id,
        title: content.title,
        description: Some(content.description).filter(|text| !text.is_empty()),
        status: match content.status {
            records::TaskStatus::Pending => ViewStatus::Pending,
            records::TaskStatus::InProgress => ViewStatus::InProgress,
            records::TaskStatus::Completed => ViewStatus::Completed,
        },
        priority: match content.priority {
            records::Priority::Low => TaskPriority::Low,
            records::Priority::Normal => TaskPriority::Normal,
            records::Priority::High => TaskPriority::High,
            records::Priority::Urgent => TaskPriority::Urgent,
        },
        deadline: content.deadline,
        tags: content.tags,
        assignee: content.assignee,
        parent_id: content.parent_id,
        depends_on: content.depends_on,
        created_at: task.created_at,
        completed_at: task.completed_at,
    }
}

#[cfg(test)]
mod tests;
