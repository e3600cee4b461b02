//! What the specialists' tools need of the application: one caller's tasks, reminders and meetings.
//!
//! The trait only stores and fetches. What can be computed (free slots, estimates, blockers) is computed beside it, in
//! [`team`](crate::team), so that every implementation answers alike.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc, Weekday};
use chrono_tz::Tz;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The application as one caller may use it: every method acts with that caller's identity and rights.
///
/// A task that the caller may not see is [`WorkspaceError::NotFound`]; one that may be seen but not changed is
/// [`WorkspaceError::Forbidden`].
#[async_trait]
pub trait Workspace: Send + Sync + 'static {
    /// The caller's name, time zone and working hours.
    ///
    /// # Errors
    ///
    /// [`WorkspaceError::Unavailable`].
    async fn profile(&self) -> Result<ProfileView, WorkspaceError>;

    /// One task.
    ///
    /// # Errors
    ///
    /// [`WorkspaceError::NotFound`] with the nearest tasks where there are any, [`WorkspaceError::Unavailable`].
    async fn get_task(&self, task_id: i64) -> Result<TaskView, WorkspaceError>;

    /// Whether the caller has had to do with this address: it is their own, they wrote it in this session, or a task that
    /// they own is assigned to it. What tasks say doesn't count, nor what a model says: an address that stands only there
    /// is nobody whom the user named.
    ///
    /// # Errors
    ///
    /// [`WorkspaceError::Unavailable`].
    async fn knows_address(&self, session_id: &str, email: &str) -> Result<bool, WorkspaceError>;

    /// Tasks whose title or description is like the text, best first, at most `limit`.
    ///
    /// # Errors
    ///
    /// [`WorkspaceError::Unavailable`].
    async fn find_tasks(&self, text: &str, limit: usize) -> Result<Vec<TaskView>, WorkspaceError>;

    /// The caller's completed tasks, latest completion first, at most `limit`.
    ///
    /// # Errors
    ///
    /// [`WorkspaceError::Unavailable`].
    async fn finished_tasks(&self, limit: usize) -> Result<Vec<TaskView>, WorkspaceError>;

    /// The tasks that this one depends on, as far as the caller may see them.
    ///
    /// # Errors
    ///
    /// As [`get_task`](Self::get_task).
    async fn dependencies(&self, task_id: i64) -> Result<Vec<TaskView>, WorkspaceError>;

    /// The tasks whose parent is this one.
    ///
    /// # Errors
    ///
    /// As [`get_task`](Self::get_task).
    async fn subtasks(&self, task_id: i64) -> Result<Vec<TaskView>, WorkspaceError>;

    /// When the caller is taken between `from` and `to`: meetings and reminders of all the caller's tasks that touch
    /// the span, in order of their start. They may overlap.
    ///
    /// # Errors
    ///
    /// [`WorkspaceError::Unavailable`].
    async fn busy(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
    ) -> Result<Vec<BusyView>, WorkspaceError>;

    /// Stores the task's deadline and returns the task as it is now.
    ///
    /// # Errors
    ///
    /// As [`get_task`](Self::get_task), and [`WorkspaceError::Forbidden`].
    async fn set_deadline(
        &self,
        task_id: i64,
        deadline: NaiveDate,
    ) -> Result<TaskView, WorkspaceError>;

    /// Stores a reminder, which fires as an event when it is due.
    ///
    /// # Errors
    ///
    /// As [`set_deadline`](Self::set_deadline), and [`WorkspaceError::Invalid`].
    async fn create_reminder(
        &self,
        task_id: i64,
        reminder: NewReminder,
    ) -> Result<ReminderView, WorkspaceError>;

    /// Stores the assignee, and the note beside the task; returns the task as it is now.
    ///
    /// # Errors
    ///
    /// As [`create_reminder`](Self::create_reminder).
    async fn assign_to_user(
        &self,
        task_id: i64,
        email: &str,
        note: Option<&str>,
    ) -> Result<TaskView, WorkspaceError>;

    /// Lets another user see the task, or change it. Sharing again with the same user replaces the permission.
    ///
    /// # Errors
    ///
    /// As [`create_reminder`](Self::create_reminder).
    async fn share_task(
        &self,
        task_id: i64,
        email: &str,
        permission: Permission,
    ) -> Result<ShareView, WorkspaceError>;

    /// Stores a meeting about the task.
    ///
    /// # Errors
    ///
    /// As [`create_reminder`](Self::create_reminder), and [`WorkspaceError::Conflict`] where the application keeps
    /// meetings from overlapping.
    async fn create_meeting(
        &self,
        task_id: i64,
        meeting: NewMeeting,
    ) -> Result<MeetingView, WorkspaceError>;

    /// Creates subtasks of a task, all or none, and returns them in the order given.
    ///
    /// # Errors
    ///
    /// As [`create_reminder`](Self::create_reminder).
    async fn create_subtasks(
        &self,
        task_id: i64,
        titles: &[String],
    ) -> Result<Vec<TaskView>, WorkspaceError>;
}

/// Why the application did not do what a tool asked. The text is for the model and, through it, for the user.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WorkspaceError {
    /// Not there, or not the caller's to know of.
    #[error("{what} was not found{}", nearest_text(.nearest))]
    NotFound {
        /// What was looked for, for example `task 7`.
        what: String,
        /// What is there instead, for example `task 8 "Write the report"`; may be empty.
        nearest: Vec<String>,
    },
    /// Against a rule of the application; the message says which.
    #[error("{0}")]
    Invalid(String),
    /// Seen, but not the caller's to change.
    #[error("you may not change this task")]
    Forbidden,
    /// Something else stands in the way, for example a change made meanwhile.
    #[error("{0}")]
    Conflict(String),
    /// The storage doesn't answer. The detail is for the log, not for the model.
    #[error("the storage is not available at the moment")]
    Unavailable(String),
}

fn nearest_text(nearest: &[String]) -> String {
    if nearest.is_empty() {
        String::new()
    } else {
        format!("; there is {}", nearest.join(", "))
    }
}

/// How far a task has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    /// Not begun.
    Pending,
    /// Begun.
    InProgress,
    /// Done.
    Completed,
}

/// How much a task matters.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum TaskPriority {
    /// Can wait.
    Low,
    /// As most.
    #[default]
    Normal,
    /// Before others.
    High,
    /// At once.
    Urgent,
}

/// A task as the tools see it; the same property names as in the service's contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskView {
    /// The number that people and agents call it by.
    pub id: i64,
    /// What is to be done.
    pub title: String,
    /// More about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// How far it has come.
    pub status: TaskStatus,
    /// How much it matters.
    #[serde(default)]
    pub priority: TaskPriority,
    /// The last day on which it can be done in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<NaiveDate>,
    /// Free labels.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Who does it: an email address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// The task that it is a part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<i64>,
    /// The tasks that must be done before it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub depends_on: Vec<i64>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When it was completed, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<DateTime<Utc>>,
}

impl TaskView {
    /// Whether it is still to be done.
    pub fn is_open(&self) -> bool {
        self.status != TaskStatus::Completed
    }
}

/// The caller, as far as scheduling must know.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileView {
    /// How the caller wants to be called; may be empty.
    pub name: String,
    /// The zone that the caller's dates and times are in.
    pub time_zone: Tz,
    /// When the caller works.
    pub working_hours: WorkingHours,
}

/// When somebody works, in local time. `end` is after `start`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingHours {
    /// When a working day begins.
    pub start: NaiveTime,
    /// When it ends.
    pub end: NaiveTime,
    /// The days worked on; none means that no slot is ever free.
    pub days: Vec<Weekday>,
}

impl Default for WorkingHours {
    /// Monday to Friday, nine to five.
    fn default() -> Self {
        Self {
            start: NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock is a time"),
            end: NaiveTime::from_hms_opt(17, 0, 0).expect("five o'clock is a time"),
            days: vec![
                Weekday::Mon,
                Weekday::Tue,
                Weekday::Wed,
                Weekday::Thu,
                Weekday::Fri,
            ],
        }
    }
}

/// A span of time, from `start` up to but not including `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeSlot {
    /// When it begins.
    pub start: DateTime<Utc>,
    /// When it is over.
    pub end: DateTime<Utc>,
}

/// A time at which the caller is taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusyView {
    /// When. A reminder takes no time by itself: give it as `start` = `end`, and the tools keep a quarter of an hour.
    pub slot: TimeSlot,
    /// What the caller is taken by.
    pub kind: BusyKind,
    /// The task that it is about.
    pub task_id: i64,
}

/// What the caller is taken by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BusyKind {
    /// A meeting.
    Meeting,
    /// A reminder.
    Reminder,
}

/// A reminder to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReminder {
    /// When it fires; the tools have checked that it lies ahead.
    pub remind_at: DateTime<Utc>,
    /// What it says.
    pub message: Option<String>,
}

/// A stored reminder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderView {
    /// `rem_…`
    pub id: String,
    /// The task that it is about.
    pub task_id: i64,
    /// When it fires.
    pub remind_at: DateTime<Utc>,
    /// What it says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
}

/// What a user that a task is shared with may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// See it.
    #[default]
    View,
    /// See and change it.
    Edit,
}

/// A stored share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareView {
    /// The task.
    pub task_id: i64,
    /// With whom.
    pub email: String,
    /// What they may do.
    pub permission: Permission,
}

/// A meeting to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewMeeting {
    /// Email addresses, at least one, none twice.
    pub attendees: Vec<String>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How long it takes.
    pub duration_minutes: u32,
}

/// A stored meeting.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingView {
    /// `mtg_…`
    pub id: String,
    /// The task that it is about.
    pub task_id: i64,
    /// Email addresses.
    pub attendees: Vec<String>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// How long it takes.
    pub duration_minutes: u32,
}
