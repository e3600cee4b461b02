//! The operations on tasks, reminders, meetings, shares and users, and on the log of their changes.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use tokio::sync::watch;

use super::{
    Caller, StoreError,
    records::{
        Busy, Change, Fired, IfVersion, MeetingRecord, NewMeeting, NewReminder, NewUser, Page,
        Permission, ReminderRecord, ShareRecord, TaskContent, TaskCursor, TaskEdit, TaskQuery,
        TaskRecord, TaskTitle, TimeCursor, UserEdit, UserRecord,
    },
};

/// A request that must have its effect once, however often it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Once {
    /// The operation's name: the same key on another operation is another key.
    pub operation: &'static str,
    /// The caller's key.
    pub key: String,
    /// What tells this request from another one with the same key.
    pub fingerprint: [u8; 16],
}

/// What a creating operation gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made<T> {
    /// What was made, as it was when it was made.
    pub value: T,
    /// Whether it was made by an earlier request with the same key.
    pub replayed: bool,
}

/// Tasks and what belongs to them, users, and change logs.
///
/// # Errors
///
/// Every method fails with [`StoreError::Unavailable`] where the database does; those that name a task fail with
/// [`StoreError::NotFound`] where the caller may not see it, and those that change it with [`StoreError::Forbidden`]
/// where the caller may only see it. Further errors are named at the methods.
#[async_trait]
pub trait ResourceStore: Send + Sync + 'static {
    /// Asks the database for an answer, for the readiness check.
    async fn ping(&self) -> Result<(), StoreError>;

    /// The installation's secret, made once at random: the key of page tokens and fingerprints.
    async fn secret(&self) -> Result<[u8; 16], StoreError>;

    /// The user with this address, stored now if there was none.
    async fn ensure_user(
        &self,
        user: NewUser,
        now: DateTime<Utc>,
    ) -> Result<UserRecord, StoreError>;

    /// The caller's own record.
    async fn user(&self, caller: &Caller) -> Result<UserRecord, StoreError>;

    /// Changes the caller's own record.
    async fn update_user(
        &self,
        caller: &Caller,
        edit: UserEdit,
        now: DateTime<Utc>,
    ) -> Result<UserRecord, StoreError>;

    /// Creates a task of the caller's.
    ///
    /// Fails with [`StoreError::Rule`] and [`StoreError::KeyReused`] as well.
    async fn create_task(
        &self,
        caller: &Caller,
        content: TaskContent,
        once: Option<Once>,
        now: DateTime<Utc>,
    ) -> Result<Made<TaskRecord>, StoreError>;

    /// Creates several tasks, all or none, in the order given. Fails as [`create_task`](Self::create_task).
    async fn create_tasks(
        &self,
        caller: &Caller,
        contents: Vec<TaskContent>,
        now: DateTime<Utc>,
    ) -> Result<Vec<TaskRecord>, StoreError>;

    /// One task.
    async fn task(&self, caller: &Caller, task_id: i64) -> Result<TaskRecord, StoreError>;

    /// Those of the named tasks that the caller may see, in the order named.
    async fn tasks(&self, caller: &Caller, task_ids: &[i64])
    -> Result<Vec<TaskRecord>, StoreError>;

    /// At most `limit` tasks that the caller may see, from after the cursor on.
    async fn list_tasks(
        &self,
        caller: &Caller,
        query: &TaskQuery,
        after: Option<TaskCursor>,
        limit: usize,
    ) -> Result<Page<TaskRecord, TaskCursor>, StoreError>;

    /// Titles of tasks that the caller may see, latest change first, at most `limit`.
    async fn task_titles(
        &self,
        caller: &Caller,
        limit: usize,
    ) -> Result<Vec<TaskTitle>, StoreError>;

    /// Changes a task; a change that changes nothing leaves the version as it is.
    ///
    /// Fails with [`StoreError::VersionMismatch`] where the version is not the one wanted, and with [`StoreError::Rule`].
    async fn update_task(
        &self,
        caller: &Caller,
        task_id: i64,
        edit: TaskEdit,
        if_version: IfVersion,
        now: DateTime<Utc>,
    ) -> Result<TaskRecord, StoreError>;

    /// Deletes a task with its reminders, meetings and shares. Its subtasks stay, without a parent; what depended on
    /// it no longer does; both count as changed. Only the owner may.
    ///
    /// Fails with [`StoreError::VersionMismatch`] where the version is not the one wanted.
    async fn delete_task(
        &self,
        caller: &Caller,
        task_id: i64,
        if_version: IfVersion,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;

    /// Creates a reminder. Fails with [`StoreError::KeyReused`] as well.
    async fn create_reminder(
        &self,
        caller: &Caller,
        task_id: i64,
        reminder: NewReminder,
        once: Option<Once>,
        now: DateTime<Utc>,
    ) -> Result<Made<ReminderRecord>, StoreError>;

    /// One reminder.
    async fn reminder(
        &self,
        caller: &Caller,
        task_id: i64,
        reminder_id: &str,
    ) -> Result<ReminderRecord, StoreError>;

    /// A task's reminders in the order of their times, from after the cursor on.
    async fn list_reminders(
        &self,
        caller: &Caller,
        task_id: i64,
        after: Option<TimeCursor>,
        limit: usize,
    ) -> Result<Page<ReminderRecord, TimeCursor>, StoreError>;

    /// Deletes a reminder.
    async fn delete_reminder(
        &self,
        caller: &Caller,
        task_id: i64,
        reminder_id: &str,
    ) -> Result<(), StoreError>;

    /// Marks reminders that are due as fired, at most `limit`, and writes them into the change logs of all who see
    /// their tasks, in one transaction: each fires exactly once.
    async fn fire_reminders(&self, now: DateTime<Utc>, limit: usize) -> Result<Fired, StoreError>;

    /// Wakes whoever waits for the next reminder when the answer of [`fire_reminders`](Self::fire_reminders) may
    /// have become another.
    fn reminders_changed(&self) -> watch::Receiver<()>;

    /// Creates a meeting.
    ///
    /// Fails with [`StoreError::NoFreeSlot`] and [`StoreError::KeyReused`] as well.
    async fn create_meeting(
        &self,
        caller: &Caller,
        task_id: i64,
        meeting: NewMeeting,
        once: Option<Once>,
        now: DateTime<Utc>,
    ) -> Result<Made<MeetingRecord>, StoreError>;

    /// One meeting.
    async fn meeting(
        &self,
        caller: &Caller,
        task_id: i64,
        meeting_id: &str,
    ) -> Result<MeetingRecord, StoreError>;

    /// A task's meetings in the order of their times, from after the cursor on.
    async fn list_meetings(
        &self,
        caller: &Caller,
        task_id: i64,
        after: Option<TimeCursor>,
        limit: usize,
    ) -> Result<Page<MeetingRecord, TimeCursor>, StoreError>;

    /// Deletes a meeting.
    async fn delete_meeting(
        &self,
        caller: &Caller,
        task_id: i64,
        meeting_id: &str,
    ) -> Result<(), StoreError>;

    /// What takes the caller's time between the two: meetings and reminders of tasks that the caller may see, and
    /// meetings that the caller attends, in order of their start.
    async fn busy(
        &self,
        caller: &Caller,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<Busy>, StoreError>;

    /// Shares a task, or changes what the other may do. Only the owner may. The answer's flag says whether the share
    /// is new.
    ///
    /// Fails with [`Rule::SharedWithOwner`](super::Rule::SharedWithOwner).
    async fn put_share(
        &self,
        caller: &Caller,
        task_id: i64,
        email: &str,
        permission: Permission,
        now: DateTime<Utc>,
    ) -> Result<(ShareRecord, bool), StoreError>;

    /// A task's shares in the order of the addresses, from after the one named on.
    async fn list_shares(
        &self,
        caller: &Caller,
        task_id: i64,
        after: Option<String>,
        limit: usize,
    ) -> Result<Page<ShareRecord, String>, StoreError>;

    /// Ends a share. The owner may, and the one whom it is shared with.
    async fn delete_share(
        &self,
        caller: &Caller,
        task_id: i64,
        email: &str,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError>;

    /// The caller's changes after the number, at most `limit`.
    ///
    /// Fails with [`StoreError::Gone`] where the first of them is no longer kept.
    async fn changes(
        &self,
        caller: &Caller,
        after: i64,
        limit: usize,
    ) -> Result<Vec<Change>, StoreError>;

    /// The number of the caller's latest change; 0 where there was none.
    async fn last_change(&self, caller: &Caller) -> Result<i64, StoreError>;

    /// Wakes whoever follows the caller's changes.
    fn changes_bell(&self, caller: &Caller) -> watch::Receiver<()>;
}
