//! Reminders: set, read, deleted, and fired when they are due.

use std::{future::Future, time::Duration};

use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};
use slog::{Logger, error};
use uuid::Uuid;

use super::{AppError, Principal, Resources, pages, views};
use crate::{
    generated::models,
    store::{
        StoreError,
        records::{NewReminder, TimeCursor},
    },
};

/// How many reminders fire in one transaction.
const BATCH: usize = 256;

/// How long to sleep at most: the machine may have been asleep meanwhile, or its clock set.
const LONGEST_SLEEP: Duration = Duration::from_secs(600);

/// How long to wait after a failure of the store.
const RETRY: Duration = Duration::from_secs(5);

/// What a page token of a list of reminders or meetings carries.
#[derive(Serialize, Deserialize)]
pub(super) struct Position {
    pub(super) after: TimeCursor,
}

/// A time whose year has four digits in UTC too: RFC 3339 has no others, but an offset or a leap second leads there.
pub(super) fn writable(time: DateTime<Utc>, location: &str) -> Result<DateTime<Utc>, AppError> {
    if (0..=9999).contains(&time.year()) {
        return Ok(time);
    }
    Err(AppError::rule(
        location,
        "format",
        "must be within the years 0000 to 9999 in UTC",
    ))
}

impl Resources {
    /// Sets a reminder.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], [`AppError::Forbidden`], [`AppError::KeyReused`], and [`AppError::Invalid`] for a time
    /// that can't be written.
    pub async fn create_reminder(
        &self,
        caller: &Principal,
        task_id: i64,
        new: models::NewReminder,
        key: Option<&models::IdempotencyKey>,
    ) -> Result<models::Reminder, AppError> {
        let once = self.secret.once("create_reminder", key, &(task_id, &new));
        let reminder = NewReminder {
            id: format!("rem_{}", Uuid::now_v7()),
            remind_at: writable(new.remind_at, "/body/remind_at")?,
            message: new.message.map(Into::into),
        };
        let made = self
            .store
            .create_reminder(caller, task_id, reminder, once, self.now())
            .await
            .map_err(AppError::of_task(task_id))?;
        views::reminder(made.value)
    }

    /// Lists a task's reminders, the earliest first.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], and [`AppError::Invalid`] where the page token isn't one of this list.
    pub async fn list_reminders(
        &self,
        caller: &Principal,
        task_id: i64,
        limit: i32,
        page_token: Option<&str>,
    ) -> Result<models::ReminderPage, AppError> {
        let list = format!("tasks/{task_id}/reminders");
        let after = page_token
            .map(|token| self.secret.open_page::<Position>(caller, &list, token))
            .transpose()?
            .map(|position| position.after);
        let page = self
            .store
            .list_reminders(caller, task_id, after, pages::limit(limit))
            .await
            .map_err(AppError::of_task(task_id))?;
        Ok(models::ReminderPage {
            items: page
                .items
                .into_iter()
                .map(views::reminder)
                .collect::<Result<_, _>>()?,
            next_page: page
                .next
                .map(|after| self.secret.seal_page(caller, &list, &Position { after })),
        })
    }

    /// Reads a reminder.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`].
    pub async fn get_reminder(
        &self,
        caller: &Principal,
        task_id: i64,
        reminder_id: &models::ReminderId,
    ) -> Result<models::Reminder, AppError> {
        let record = self
            .store
            .reminder(caller, task_id, reminder_id)
            .await
            .map_err(missing(task_id))?;
        views::reminder(record)
    }

    /// Deletes a reminder.
    ///
    /// # Errors
    ///
    /// [`AppError::NotFound`], [`AppError::Forbidden`].
    pub async fn delete_reminder(
        &self,
        caller: &Principal,
        task_id: i64,
        reminder_id: &models::ReminderId,
    ) -> Result<(), AppError> {
        self.store
            .delete_reminder(caller, task_id, reminder_id)
            .await
            .map_err(missing(task_id))
    }

    /// Fires reminders as they fall due, until it is told to stop: each exactly once, also those that fell due while
    /// the service was down. Sleeps until the next one is due or another one is set.
    pub async fn fire_reminders(&self, log: &Logger, stop: impl Future<Output = ()>) {
        let mut stop = std::pin::pin!(stop);
        let mut changed = self.store.reminders_changed();
        loop {
            changed.mark_unchanged();
            let sleep = match self.store.fire_reminders(self.now(), BATCH).await {
                Ok(fired) if fired.count == BATCH => Duration::ZERO,
                Ok(fired) => fired.next_due.map_or(LONGEST_SLEEP, |due| {
                    // Already due where it is negative.
                    (due - self.now())
                        .to_std()
                        .unwrap_or_default()
                        .min(LONGEST_SLEEP)
                }),
                Err(error) => {
                    error!(log, "failed to fire reminders"; "error" => %error, "retry_s" => RETRY.as_secs());
                    RETRY
                }
            };
            tokio::select! {
                () = &mut stop => return,
                () = tokio::time::sleep(sleep) => {}
                // Fails where the store is gone, and then so is this task's work.
                result = changed.changed() => if result.is_err() { return },
            }
        }
    }
}

fn missing(task_id: i64) -> impl FnOnce(StoreError) -> AppError {
    move |error| AppError::of(error, || format!("such reminder of a task {task_id}"))
}
