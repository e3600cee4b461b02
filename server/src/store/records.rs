//! The rows of the store as values, and what changes them.
//!
//! The serialised forms are stored (idempotent answers, change logs): a new field needs a `default`.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc, Weekday};
use serde::{Deserialize, Serialize};

/// How far a task has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskStatus {
    /// Not begun.
    Pending,
    /// Begun.
    InProgress,
    /// Done.
    Completed,
}

/// How much a task matters, in rising order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Priority {
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

/// What a user that a task is shared with may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// See it.
    View,
    /// See and change it.
    Edit,
}

/// A stored task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskRecord {
    /// Its number, from 1; never given twice.
    pub id: i64,
    /// The owner's address.
    pub owner: String,
    /// Counts the task's states, from 1.
    pub version: i64,
    /// Its state and content.
    #[serde(flatten)]
    pub content: TaskContent,
    /// When it was created.
    pub created_at: DateTime<Utc>,
    /// When its content last changed.
    pub updated_at: DateTime<Utc>,
    /// When it was completed: set exactly while it is.
    pub completed_at: Option<DateTime<Utc>>,
}

/// What callers decide about a task.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskContent {
    /// What is to be done.
    pub title: String,
    /// More about it; may be empty.
    pub description: String,
    /// How far it has come.
    pub status: TaskStatus,
    /// How much it matters.
    pub priority: Priority,
    /// The last day on which it can be done in time.
    pub deadline: Option<NaiveDate>,
    /// Free labels.
    pub tags: Vec<String>,
    /// Who does it.
    pub assignee: Option<String>,
    /// What the assignee was told.
    #[serde(default)]
    pub assignee_note: Option<String>,
    /// The task that it is a part of.
    pub parent_id: Option<i64>,
    /// The tasks that must be done before it.
    pub depends_on: Vec<i64>,
}

/// A change of a task's content: what is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskEdit {
    /// The new title.
    pub title: Option<String>,
    /// The new description.
    pub description: Option<String>,
    /// The new status.
    pub status: Option<TaskStatus>,
    /// The new priority.
    pub priority: Option<Priority>,
    /// The new deadline, or none from now on.
    pub deadline: Option<Option<NaiveDate>>,
    /// The new labels.
    pub tags: Option<Vec<String>>,
    /// The new assignee, or none from now on.
    pub assignee: Option<Option<String>>,
    /// The new note, or none from now on.
    pub assignee_note: Option<Option<String>>,
    /// The new parent, or none from now on.
    pub parent_id: Option<Option<i64>>,
    /// The new dependencies.
    pub depends_on: Option<Vec<i64>>,
}

impl TaskEdit {
    /// Puts the change into a task's content.
    pub fn apply(self, content: &mut TaskContent) {
        fn put<T>(place: &mut T, value: Option<T>) {
            if let Some(value) = value {
                *place = value;
            }
        }
        let Self {
            title,
            description,
            status,
            priority,
            deadline,
            tags,
            assignee,
            assignee_note,
            parent_id,
            depends_on,
        } = self;
        put(&mut content.title, title);
        put(&mut content.description, description);
        put(&mut content.status, status);
        put(&mut content.priority, priority);
        put(&mut content.deadline, deadline);
        put(&mut content.tags, tags);
        put(&mut content.assignee, assignee);
        put(&mut content.assignee_note, assignee_note);
        put(&mut content.parent_id, parent_id);
        put(&mut content.depends_on, depends_on);
    }
}

/// Which version of a task a change is meant for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IfVersion {
    /// Whichever it has.
    Any,
    /// One of these; none of them where the list is empty.
    OneOf(Vec<i64>),
}

/// Which tasks a list holds, and in which order. Filters are joined by "and".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TaskQuery {
    /// Only tasks of this status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<TaskStatus>,
    /// Only tasks with this label.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tag: Option<String>,
    /// Only tasks of this assignee, in any case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assignee: Option<String>,
    /// Only tasks whose deadline is before this day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline_before: Option<NaiveDate>,
    /// Only tasks whose title or description has this text, in any case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Only parts of this task.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<i64>,
    /// The order.
    pub order: TaskOrder,
}

impl TaskQuery {
    /// Whether a page is found by walking an index, without looking at many rows that don't belong to it.
    pub fn is_index_walk(&self) -> bool {
        let Self {
            status,
            tag,
            assignee,
            deadline_before,
            text,
            parent_id,
            order: _,
        } = self;
        status.is_none()
            && tag.is_none()
            && assignee.is_none()
            && deadline_before.is_none()
            && text.is_none()
            && parent_id.is_none()
    }
}

/// The order of a list of tasks. Equal ones come in the order of their numbers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TaskOrder {
    /// Oldest first.
    CreatedAsc,
    /// Newest first.
    #[default]
    CreatedDesc,
    /// Nearest deadline first; none comes last.
    DeadlineAsc,
    /// Farthest deadline first; none comes last.
    DeadlineDesc,
    /// Latest change first.
    UpdatedDesc,
    /// Most urgent first.
    PriorityDesc,
    /// Latest completion first; holds completed tasks only.
    CompletedDesc,
}

/// The last task of a page: the next page begins after it, whatever has been added or removed since.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskCursor {
    /// What the order sorts by, as a number that rises along the list.
    pub key: i64,
    /// The task's number, which decides among equal keys.
    pub id: i64,
}

/// The last entry of a page of entries in the order of their times.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeCursor {
    /// The entry's time.
    pub at: DateTime<Utc>,
    /// The entry's id, which decides among equal times.
    pub id: String,
}

/// A part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T, C> {
    /// The entries.
    pub items: Vec<T>,
    /// Where the next page begins; none where this is the last.
    pub next: Option<C>,
}

/// A task's title, for finding tasks by likeness.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskTitle {
    /// The task.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// Title and description in lower case.
    pub folded: String,
}

/// A reminder to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewReminder {
    /// `rem_…`
    pub id: String,
    /// When it fires.
    pub remind_at: DateTime<Utc>,
    /// What it says.
    pub message: Option<String>,
}

/// A stored reminder. It belongs to its task: all who see the task see it and are told when it is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderRecord {
    /// `rem_…`
    pub id: String,
    /// The task.
    pub task_id: i64,
    /// When it fires.
    pub remind_at: DateTime<Utc>,
    /// What it says.
    pub message: Option<String>,
    /// When it fired, if it has.
    pub fired_at: Option<DateTime<Utc>>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

/// A meeting to be stored.
pub struct NewMeeting {
    /// `mtg_…`
    pub id: String,
    /// What it is called; without it like its task, whatever that will be called.
    pub title: Option<String>,
    /// Addresses.
    pub attendees: Vec<String>,
    /// How long it takes.
    pub duration_minutes: u32,
    /// When it begins.
    pub start: MeetingStart,
}

/// When a new meeting begins.
pub enum MeetingStart {
    /// At this time.
    At(DateTime<Utc>),
    /// At the first free time, found inside the transaction so that two meetings don't take the same.
    FirstFree {
        /// From when on the caller's calendar is looked at.
        from: DateTime<Utc>,
        /// Until when.
        to: DateTime<Utc>,
        /// Finds the time, given what takes the caller's time between the two.
        find: SlotFinder,
    },
}

/// Finds a free time among busy ones.
pub type SlotFinder = Box<dyn FnOnce(&[Busy]) -> Option<DateTime<Utc>> + Send>;

/// A stored meeting. It belongs to its task: all who see the task see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingRecord {
    /// `mtg_…`
    pub id: String,
    /// The task.
    pub task_id: i64,
    /// What it is called.
    pub title: String,
    /// Addresses.
    pub attendees: Vec<String>,
    /// When it begins.
    pub starts_at: DateTime<Utc>,
    /// When it is over.
    pub ends_at: DateTime<Utc>,
    /// When it was created.
    pub created_at: DateTime<Utc>,
}

/// A time at which somebody is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Busy {
    /// From when on.
    pub start: DateTime<Utc>,
    /// Until when; the same as `start` for a reminder.
    pub end: DateTime<Utc>,
    /// The task that it is about.
    pub task_id: i64,
    /// Whether it is a meeting; otherwise it is a reminder.
    pub is_meeting: bool,
}

/// A stored share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareRecord {
    /// The task.
    pub task_id: i64,
    /// With whom.
    pub email: String,
    /// What they may do.
    pub permission: Permission,
    /// Since when they may see it.
    pub created_at: DateTime<Utc>,
}

/// A stored user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserRecord {
    /// The row.
    pub id: i64,
    /// The address.
    pub email: String,
    /// How they want to be called.
    pub name: String,
    /// The IANA name of their time zone.
    pub time_zone: String,
    /// When they work.
    pub working_hours: WorkingHours,
    /// When they came.
    pub created_at: DateTime<Utc>,
    /// When something of this last changed.
    pub updated_at: DateTime<Utc>,
}

/// When somebody works, in local time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkingHours {
    /// When a working day begins.
    pub start: NaiveTime,
    /// When it ends.
    pub end: NaiveTime,
    /// The days worked on, in the week's order.
    pub days: Vec<Weekday>,
}

/// A user to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewUser {
    /// The address.
    pub email: String,
    /// How they want to be called.
    pub name: String,
    /// The IANA name of their time zone.
    pub time_zone: String,
    /// When they work.
    pub working_hours: WorkingHours,
}

/// A change of a user: what is `None` stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct UserEdit {
    /// The new name.
    pub name: Option<String>,
    /// The new time zone's IANA name.
    pub time_zone: Option<String>,
    /// The new working hours.
    pub working_hours: Option<WorkingHours>,
}

/// An entry of a user's change log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number in the user's log: from 1, without gaps.
    pub seq: i64,
    /// What happened.
    pub what: ChangeKind,
}

/// What happened to a task that a user sees, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum ChangeKind {
    /// It is new, or new to this user.
    TaskCreated {
        /// When.
        at: DateTime<Utc>,
        /// As it was then.
        task: TaskRecord,
    },
    /// Its content changed.
    TaskUpdated {
        /// When.
        at: DateTime<Utc>,
        /// As it was then.
        task: TaskRecord,
    },
    /// It is gone, or no longer this user's to see.
    TaskDeleted {
        /// When.
        at: DateTime<Utc>,
        /// Its number.
        task_id: i64,
    },
    /// A reminder is due.
    ReminderDue {
        /// When it fired.
        at: DateTime<Utc>,
        /// The reminder.
        reminder: ReminderRecord,
        /// The task's title.
        task_title: String,
    },
}

/// What firing reminders came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fired {
    /// How many fired.
    pub count: usize,
    /// When the next one is due; none where none waits.
    pub next_due: Option<DateTime<Utc>>,
}
