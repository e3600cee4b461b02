//! Meetings: at the time asked for, or in the caller's first free slot.

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use taskmanager_agent::team::{
    slots::{SlotSearch, first_free},
    workspace,
};
use uuid::Uuid;

use super::{
    AppError, Principal, Resources, pages,
    reminders::{Position, writable},
    views,
};
use crate::{
    generated::models,
    store::{
        StoreError,
        records::{Busy, MeetingStart, NewMeeting, UserRecord},
    },
};

/// How far ahead a free slot is looked for, as the document says.
const HORIZON: TimeDelta = TimeDelta::days(30);

impl Resources {
    /// Arranges a meeting.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], [`AppError::Forbidden`], [`AppError::KeyReused`], [`AppError::Conflict`] where no slot is
    /// free, and [`AppError::Invalid`] for a time that can't be written.
    pub async fn create_meeting(
        &self,
        caller: &Principal,
        task_id: i64,
        new: models::NewMeeting,
        key: Option<&models::IdempotencyKey>,
    ) -> Result<models::Meeting, AppError> {
        let once = self.secret.once("create_meeting", key, &(task_id, &new));
        let now = self.now();
        let models::NewMeeting {
            title,
            attendees,
            duration_minutes,
            starts_at,
        } = new;
        let duration_minutes = u32::try_from(duration_minutes).map_err(|_| {
            AppError::rule("/body/duration_minutes", "minimum", "must be at least 5")
        })?;
        let start = match starts_at {
            Some(time) => {
                let end = time.checked_add_signed(TimeDelta::minutes(duration_minutes.into()));
                writable(end.unwrap_or(DateTime::<Utc>::MAX_UTC), "/body/starts_at")?;
                MeetingStart::At(writable(time, "/body/starts_at")?)
            }
            None => {
                let user = self
                    .store
                    .user(caller)
                    .await
                    .map_err(|error| AppError::of(error, || "such user".to_owned()))?;
                first_free_slot(&user, now, TimeDelta::minutes(duration_minutes.into()))?
            }
        };
        let meeting = NewMeeting {
            id: format!("mtg_{}", Uuid::now_v7()),
            title: title.map(Into::into),
            attendees: attendees.0.into_iter().map(Into::into).collect(),
            duration_minutes,
            start,
        };
        let made = self
            .store
            .create_meeting(caller, task_id, meeting, once, now)
            .await
            .map_err(AppError::of_task(task_id))?;
        views::meeting(made.value)
    }

    /// Lists a task's meetings, the earliest first.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], and [`AppError::Invalid`] where the page token isn't one of this list.
    pub async fn list_meetings(
        &self,
        caller: &Principal,
        task_id: i64,
        limit: i32,
        page_token: Option<&str>,
    ) -> Result<models::MeetingPage, AppError> {
        let list = format!("tasks/{task_id}/meetings");
        let after = page_token
            .map(|token| self.secret.open_page::<Position>(caller, &list, token))
            .transpose()?
            .map(|position| position.after);
        let page = self
            .store
            .list_meetings(caller, task_id, after, pages::limit(limit))
            .await
            .map_err(AppError::of_task(task_id))?;
        Ok(models::MeetingPage {
            items: page
                .items
                .into_iter()
                .map(views::meeting)
                .collect::<Result<_, _>>()?,
            next_page: page
                .next
                .map(|after| self.secret.seal_page(caller, &list, &Position { after })),
        })
    }

    /// Reads a meeting.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`].
    pub async fn get_meeting(
        &self,
        caller: &Principal,
        task_id: i64,
        meeting_id: &models::MeetingId,
    ) -> Result<models::Meeting, AppError> {
        let record = self
            .store
            .meeting(caller, task_id, meeting_id)
            .await
            .map_err(missing(task_id))?;
        views::meeting(record)
    }

    /// Calls off a meeting.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], [`AppError::Forbidden`].
    pub async fn delete_meeting(
        &self,
        caller: &Principal,
        task_id: i64,
        meeting_id: &models::MeetingId,
    ) -> Result<(), AppError> {
        self.store
            .delete_meeting(caller, task_id, meeting_id)
            .await
            .map_err(missing(task_id))
    }
}

/// The first slot that is free in the caller's working hours. Computed by the agents' own rule, so that a meeting that
/// an agent arranges and one without a time are put alike.
fn first_free_slot(
    user: &UserRecord,
    from: DateTime<Utc>,
    duration: TimeDelta,
) -> Result<MeetingStart, AppError> {
    let zone: Tz = user
        .time_zone
        .parse()
        .map_err(|error| AppError::Internal(format!("a stored time zone is unknown: {error}")))?;
    let hours = workspace::WorkingHours {
        start: user.working_hours.start,
        end: user.working_hours.end,
        days: user.working_hours.days.clone(),
    };
    let search = SlotSearch {
        from,
        to: from + HORIZON,
        duration,
        zone,
    };
    Ok(MeetingStart::FirstFree {
        from: search.from,
        to: search.to,
        find: Box::new(move |busy| {
            let busy: Vec<_> = busy.iter().map(slot).collect();
            first_free(&search, &hours, &busy).map(|slot| slot.start)
        }),
    })
}

fn slot(busy: &Busy) -> workspace::TimeSlot {
    workspace::TimeSlot {
        start: busy.start,
        end: busy.end,
    }
}

fn missing(task_id: i64) -> impl FnOnce(StoreError) -> AppError {
    move |error| AppError::of(error, || format!("such meeting of a task {task_id}"))
}
