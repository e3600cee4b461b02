//! [`ResourceStore`] for [`Sqlite`]: each operation in a line or two, done by the functions of its own file.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use tokio::sync::watch;

use super::{
    Sqlite, changes, meetings, once::once as at_most_once, reminders, shares, task_list, tasks,
    users,
};
use crate::store::{
    Caller, Made, Once, ResourceStore, StoreError,
    records::{
        Busy, Change, Fired, IfVersion, MeetingRecord, NewMeeting, NewReminder, NewUser, Page,
        Permission, ReminderRecord, ShareRecord, TaskContent, TaskCursor, TaskEdit, TaskQuery,
        TaskRecord, TaskTitle, TimeCursor, UserEdit, UserRecord,
    },
};

#[async_trait]
impl ResourceStore for Sqlite {
    async fn ping(&self) -> Result<(), StoreError> {
        self.read(|connection| {
            Ok(connection
                .prepare_cached("SELECT only_row FROM installation")?
                .query_row([], |_| Ok(()))?)
        })
    }

    async fn secret(&self) -> Result<[u8; 16], StoreError> {
        self.read(|connection| {
            Ok(connection.query_row("SELECT secret FROM installation", [], |row| row.get(0))?)
        })
    }

    async fn ensure_user(
        &self,
        user: NewUser,
        now: DateTime<Utc>,
    ) -> Result<UserRecord, StoreError> {
        if let Some(known) = self.read(|connection| users::by_email(connection, &user.email))? {
            return Ok(known);
        }
        self.write(move |tx| users::ensure(tx, &user, now)).await
    }

    async fn user(&self, caller: &Caller) -> Result<UserRecord, StoreError> {
        self.read(|connection| users::get(connection, caller))
    }

    async fn update_user(
        &self,
        caller: &Caller,
        edit: UserEdit,
        now: DateTime<Utc>,
    ) -> Result<UserRecord, StoreError> {
        let caller = caller.clone();
        self.write(move |tx| users::update(tx, &caller, edit, now))
            .await
    }

    async fn create_task(
        &self,
        caller: &Caller,
        content: TaskContent,
        once: Option<Once>,
        now: DateTime<Utc>,
    ) -> Result<Made<TaskRecord>, StoreError> {
        let (caller, bells) = (caller.clone(), Arc::clone(&self.bells));
        self.write(move |tx| {
            at_most_once(tx, &caller, once.as_ref(), now, || {
                tasks::create(tx, &bells, &caller, content, now)
            })
        })
        .await
    }

    async fn create_tasks(
        &self,
        caller: &Caller,
        contents: Vec<TaskContent>,
        now: DateTime<Utc>,
    ) -> Result<Vec<TaskRecord>, StoreError> {
        let (caller, bells) = (caller.clone(), Arc::clone(&self.bells));
        self.write(move |tx| {
            contents
                .into_iter()
                .map(|content| tasks::create(tx, &bells, &caller, content, now))
                .collect()
        })
        .await
    }

    async fn task(&self, caller: &Caller, task_id: i64) -> Result<TaskRecord, StoreError> {
        self.read(|connection| tasks::get(connection, caller, task_id))
    }

    async fn tasks(
        &self,
        caller: &Caller,
        task_ids: &[i64],
    ) -> Result<Vec<TaskRecord>, StoreError> {
        self.read(|connection| tasks::get_all(connection, caller, task_ids))
    }

    async fn list_tasks(
        &self,
        caller: &Caller,
        query: &TaskQuery,
        after: Option<TaskCursor>,
        limit: usize,
    ) -> Result<Page<TaskRecord, TaskCursor>, StoreError> {
        if query.is_index_walk() {
            return self
                .read(|connection| task_list::list(connection, caller, query, after, limit));
        }
        let (caller, query) = (caller.clone(), query.clone());
        self.scan(move |connection| task_list::list(connection, &caller, &query, after, limit))
            .await
    }

    async fn task_titles(
        &self,
        caller: &Caller,
        limit: usize,
    ) -> Result<Vec<TaskTitle>, StoreError> {
        let caller = caller.clone();
        self.scan(move |connection| task_list::titles(connection, &caller, limit))
            .await
    }

    async fn update_task(
        &self,
        caller: &Caller,
        task_id: i64,
        edit: TaskEdit,
        if_version: IfVersion,
        now: DateTime<Utc>,
    ) -> Result<TaskRecord, StoreError> {
        let (caller, bells) = (caller.clone(), Arc::clone(&self.bells));
        self.write(move |tx| tasks::update(tx, &bells, &caller, task_id, edit, &if_version, now))
            .await
    }

    async fn delete_task(
        &self,
        caller: &Caller,
        task_id: i64,
        if_version: IfVersion,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (caller, bells) = (caller.clone(), Arc::clone(&self.bells));
        self.write(move |tx| tasks::delete(tx, &bells, &caller, task_id, &if_version, now))
            .await
    }

    async fn create_reminder(
        &self,
        caller: &Caller,
        task_id: i64,
        reminder: NewReminder,
        once: Option<Once>,
        now: DateTime<Utc>,
    ) -> Result<Made<ReminderRecord>, StoreError> {
        let (caller, bells) = (caller.clone(), Arc::clone(&self.bells));
        self.write(move |tx| {
            at_most_once(tx, &caller, once.as_ref(), now, || {
                reminders::create(tx, &bells, &caller, task_id, reminder, now)
            })
        })
        .await
    }

    async fn reminder(
        &self,
        caller: &Caller,
        task_id: i64,
        reminder_id: &str,
    ) -> Result<ReminderRecord, StoreError> {
        self.read(|connection| reminders::get(connection, caller, task_id, reminder_id))
    }

    async fn list_reminders(
        &self,
        caller: &Caller,
        task_id: i64,
        after: Option<TimeCursor>,
        limit: usize,
    ) -> Result<Page<ReminderRecord, TimeCursor>, StoreError> {
        self.read(|connection| reminders::list(connection, caller, task_id, after, limit))
    }

    async fn delete_reminder(
        &self,
        caller: &Caller,
        task_id: i64,
        reminder_id: &str,
    ) -> Result<(), StoreError> {
        let (caller, reminder_id) = (caller.clone(), reminder_id.to_owned());
        self.write(move |tx| reminders::delete(tx, &caller, task_id, &reminder_id))
            .await
    }

    async fn fire_reminders(&self, now: DateTime<Utc>, limit: usize) -> Result<Fired, StoreError> {
        let bells = Arc::clone(&self.bells);
        self.write(move |tx| reminders::fire(tx, &bells, now, limit))
            .await
    }

    fn reminders_changed(&self) -> watch::Receiver<()> {
        self.bells.reminders.subscribe()
    }

    async fn create_meeting(
        &self,
        caller: &Caller,
        task_id: i64,
        meeting: NewMeeting,
        once: Option<Once>,
        now: DateTime<Utc>,
    ) -> Result<Made<MeetingRecord>, StoreError> {
        let caller = caller.clone();
        self.write(move |tx| {
            at_most_once(tx, &caller, once.as_ref(), now, || {
                meetings::create(tx, &caller, task_id, meeting, now)
            })
        })
        .await
    }

    async fn meeting(
        &self,
        caller: &Caller,
        task_id: i64,
        meeting_id: &str,
    ) -> Result<MeetingRecord, StoreError> {
        self.read(|connection| meetings::get(connection, caller, task_id, meeting_id))
    }

    async fn list_meetings(
        &self,
        caller: &Caller,
        task_id: i64,
        after: Option<TimeCursor>,
        limit: usize,
    ) -> Result<Page<MeetingRecord, TimeCursor>, StoreError> {
        self.read(|connection| meetings::list(connection, caller, task_id, after, limit))
    }

    async fn delete_meeting(
        &self,
        caller: &Caller,
        task_id: i64,
        meeting_id: &str,
    ) -> Result<(), StoreError> {
        let (caller, meeting_id) = (caller.clone(), meeting_id.to_owned());
        self.write(move |tx| meetings::delete(tx, &caller, task_id, &meeting_id))
            .await
    }

    async fn busy(
        &self,
        caller: &Caller,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<Busy>, StoreError> {
        self.read(|connection| meetings::busy(connection, caller, from, to))
    }

    async fn put_share(
        &self,
        caller: &Caller,
        task_id: i64,
        email: &str,
        permission: Permission,
        now: DateTime<Utc>,
    ) -> Result<(ShareRecord, bool), StoreError> {
        let (caller, email, bells) = (caller.clone(), email.to_owned(), Arc::clone(&self.bells));
        self.write(move |tx| shares::put(tx, &bells, &caller, task_id, &email, permission, now))
            .await
    }

    async fn list_shares(
        &self,
        caller: &Caller,
        task_id: i64,
        after: Option<String>,
        limit: usize,
    ) -> Result<Page<ShareRecord, String>, StoreError> {
        self.read(|connection| shares::list(connection, caller, task_id, after.as_deref(), limit))
    }

    async fn delete_share(
        &self,
        caller: &Caller,
        task_id: i64,
        email: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let (caller, email, bells) = (caller.clone(), email.to_owned(), Arc::clone(&self.bells));
        self.write(move |tx| shares::delete(tx, &bells, &caller, task_id, &email, now))
            .await
    }

    async fn changes(
        &self,
        caller: &Caller,
        after: i64,
        limit: usize,
    ) -> Result<Vec<Change>, StoreError> {
        self.read(|connection| changes::after(connection, caller, after, limit))
    }

    async fn last_change(&self, caller: &Caller) -> Result<i64, StoreError> {
        self.read(|connection| changes::last(connection, caller))
    }

    fn changes_bell(&self, caller: &Caller) -> watch::Receiver<()> {
        self.bells.changes.listen(caller.user_id)
    }
}
