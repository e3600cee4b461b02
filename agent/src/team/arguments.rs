//! The arguments of the specialists' tools, as models give them.
//!
//! The doc comments are what models read.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;

use super::{TeamContext, refused, workspace::Permission};
use crate::tool::ToolError;

/// A task as models name it: by its number, as the schema asks, or by words all the same.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum TaskRef {
    /// By number.
    Number(i64),
    /// By a title, or by a number in a text.
    Words(String),
}

impl JsonSchema for TaskRef {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "TaskId".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "integer", "format": "int64" })
    }
}

/// Tasks that are named where a model gave words for a number, at most.
const NEAREST: usize = 5;

impl TaskRef {
    /// The task's number. Words are not taken for a task, however like its title they are: which one is meant is for the
    /// model to say, and it is told the nearest.
    pub(super) async fn number<C: TeamContext>(&self, app: &C) -> Result<i64, ToolError> {
        let words = match self {
            Self::Number(number) => return Ok(*number),
            Self::Words(words) => words.trim(),
        };
        let digits = words.trim_start_matches(|c: char| !c.is_ascii_digit());
        let plain =
            ["", "#", "task ", "Task ", "task #"].contains(&&words[..words.len() - digits.len()]);
        if let (true, Ok(number)) = (plain, digits.parse()) {
            return Ok(number);
        }
        let found = app
            .workspace()
            .find_tasks(words, NEAREST)
            .await
            .map_err(refused)?;
        let nearest: Vec<String> = found
            .iter()
            .map(|task| format!("task {} {:?}", task.id, task.title))
            .collect();
        Err(ToolError::message(if nearest.is_empty() {
            format!(
                "task_id must be a task's number, and no task is like {words:?}; ask the user which one is meant"
            )
        } else {
            format!(
                "task_id must be a task's number; like {words:?} there is {}",
                nearest.join(", ")
            )
        }))
    }
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct SetDeadline {
    /// The task's number.
    pub(super) task_id: TaskRef,
    /// The last day for the task: YYYY-MM-DD, today or later.
    #[schemars(extend("format" = "date"))]
    pub(super) deadline: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CreateReminder {
    /// The task's number.
    pub(super) task_id: TaskRef,
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
    pub(super) task_id: TaskRef,
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
    pub(super) task_id: TaskRef,
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
    pub(super) task_id: TaskRef,
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
    pub(super) task_id: TaskRef,
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
    pub(super) task_id: TaskRef,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct BreakDownTask {
    /// The task's number.
    pub(super) task_id: TaskRef,
    /// Titles of the subtasks to create, in order, at most 20. Left out, they are taken from the task's own text.
    #[schemars(length(max = 20))]
    pub(super) subtasks: Option<Vec<String>>,
}
