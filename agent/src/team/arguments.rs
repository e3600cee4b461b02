//! The arguments of the specialists' tools, as models give them.
//!
//! The doc comments are what models read.

use schemars::JsonSchema;
use serde::Deserialize;

use super::workspace::Permission;

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetDeadline {
    /// The task's number.
    pub(super) task_id: i64,
    /// The last day for the task: YYYY-MM-DD, today or later.
    #[schemars(extend("format" = "date"))]
    pub(super) deadline: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CreateReminder {
    /// The task's number.
    pub(super) task_id: i64,
    /// When to remind: RFC 3339 with an offset, for example 2026-12-01T09:00:00+01:00. Without an offset it is the
    /// user's local time.
    pub(super) remind_at: String,
    /// What the reminder says; leave it out to be reminded of the task itself.
    pub(super) message: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SuggestTimeBlocks {
    /// The task's number.
    pub(super) task_id: i64,
    /// How long one block is, in minutes, from 5 to 1440; 60 if left out.
    #[schemars(range(min = 5, max = 1440))]
    pub(super) duration_minutes: Option<u32>,
    /// How many days to look ahead, today included, from 1 to 60; 7 if left out.
    #[schemars(range(min = 1, max = 60))]
    pub(super) within_days: Option<u32>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AssignToUser {
    /// The task's number.
    pub(super) task_id: i64,
    /// The email address of the person who is to do it. Never guess it.
    #[schemars(extend("format" = "email"))]
    pub(super) email: String,
    /// What to tell that person.
    pub(super) note: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ShareTask {
    /// The task's number.
    pub(super) task_id: i64,
    /// The email address of the person to share it with. Never guess it.
    #[schemars(extend("format" = "email"))]
    pub(super) email: String,
    /// What they may do: view (the default) or edit.
    #[serde(default)]
    pub(super) permission: Permission,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CreateMeeting {
    /// The number of the task that the meeting is about.
    pub(super) task_id: i64,
    /// The email addresses of those to be invited; at least one. Never guess one.
    #[schemars(length(min = 1))]
    pub(super) attendees: Vec<String>,
    /// How long it takes, in minutes, from 5 to 1440; 30 if left out.
    #[schemars(range(min = 5, max = 1440))]
    pub(super) duration_minutes: Option<u32>,
    /// When it begins: RFC 3339, or local time without an offset. A date alone (YYYY-MM-DD) means the first free slot
    /// from that day on; left out, the first free slot of all.
    pub(super) starts_at: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct AboutTask {
    /// The task's number.
    pub(super) task_id: i64,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BreakDownTask {
    /// The task's number.
    pub(super) task_id: i64,
    /// Titles of the subtasks to create, in order, at most 20. Left out, they are taken from the task's own text.
    #[schemars(length(max = 20))]
    pub(super) subtasks: Option<Vec<String>>,
}
