//! The scheduler: deadlines, reminders, and time to work.

use chrono::{DateTime, TimeDelta};
use chrono_tz::Tz;

use serde_json::{Value, json};

use super::{
    TeamContext,
    arguments::{CreateReminder, SetDeadline, SuggestTimeBlocks},
    moments, refused,
    slots::{SlotSearch, free_slots},
    workspace::{NewReminder, TaskView, TimeSlot},
};
use crate::tool::{Tool, ToolContext, ToolError};

/// Its name.
pub const NAME: &str = "taskmanager-scheduler";

pub(super) const DESCRIPTION: &str =
    "Sets deadlines and reminders and finds free time to work on a task.";

pub(super) const INSTRUCTIONS: &str = "\
You are the scheduler of TaskManager. You set deadlines, create reminders and find time to work on tasks.

- set_deadline: when the user gives a day for a task to be done. Work the date out from today's date above and write it \
as YYYY-MM-DD. \"Next Friday\" is the first Friday after today.
- create_reminder: when the user wants to be reminded. A day without a time means 9:00 in the user's time zone.
- suggest_time_blocks: when the user asks when to do a task, looks for free time, or asks when they should finish it.
- get_task and list_tasks: to read a task before you answer.

If the user asks for two of these, do both. If you don't know which task or which day is meant, ask; don't guess.";

/// How long a block is where nothing is said, in minutes.
const BLOCK: u32 = 60;
/// How many days are looked at where nothing is said.
const DAYS: u32 = 7;
/// Blocks suggested at most.
const BLOCKS: usize = 8;

pub(super) fn tools<C: TeamContext + Clone>() -> Vec<Tool<C>> {
    vec![
        Tool::new(
            "set_deadline",
            "Store the deadline of a task. Returns the task as it is now.",
            |context: ToolContext<C>, args| async move { set_deadline(&context.app, args).await },
        ),
        Tool::new(
            "create_reminder",
            "Store a reminder for a task; the user is notified when it is due. Returns the reminder.",
            |context: ToolContext<C>, args| async move { create_reminder(&context.app, args).await },
        ),
        Tool::new(
            "suggest_time_blocks",
            "Find free blocks of time for a task in the user's working hours, around their meetings and reminders. Stores \
             nothing. Returns the blocks in the user's time zone.",
            |context: ToolContext<C>, args| async move { suggest_time_blocks(&context.app, args).await },
        ),
    ]
}

async fn set_deadline<C: TeamContext>(app: &C, args: SetDeadline) -> Result<TaskView, ToolError> {
    let now = app.now();
    let deadline = moments::day(&args.deadline, now.timezone())?;
    if deadline < now.date_naive() {
        return Err(ToolError::message(format!(
            "{deadline} has passed; today is {}",
            now.format("%A, %Y-%m-%d")
        )));
    }
    let task_id = args.task_id.number(app).await?;
    app.workspace()
        .set_deadline(task_id, deadline)
        .await
        .map_err(refused)
}

async fn create_reminder<C: TeamContext>(
    app: &C,
    args: CreateReminder,
) -> Result<Value, ToolError> {
    let now = app.now();
    let remind_at = moments::point(&args.remind_at, now.timezone())?;
    if remind_at <= now {
        return Err(ToolError::message(format!(
            "{} has passed; it is {} now",
            args.remind_at,
            now.to_rfc3339()
        )));
    }
    let task_id = args.task_id.number(app).await?;
    let task = app.workspace().get_task(task_id).await.map_err(refused)?;
    let message = args.message.filter(|text| !text.trim().is_empty());
    let reminder = NewReminder { remind_at, message };
    let stored = app
        .workspace()
        .create_reminder(task_id, reminder)
        .await
        .map_err(refused)?;
    Ok(json!({
        "id": stored.id,
        "task_id": stored.task_id,
        "title": task.title,
        "remind_at": local(stored.remind_at, now.timezone()),
        "message": stored.message,
    }))
}

async fn suggest_time_blocks<C: TeamContext>(
    app: &C,
    args: SuggestTimeBlocks,
) -> Result<Value, ToolError> {
    let minutes = args.duration_minutes.unwrap_or(BLOCK);
    let days = args.within_days.unwrap_or(DAYS);
    if !(5..=1440).contains(&minutes) {
        return Err(ToolError::message(
            "duration_minutes must be from 5 to 1440",
        ));
    }
    if !(1..=60).contains(&days) {
        return Err(ToolError::message("within_days must be from 1 to 60"));
    }
    let workspace = app.workspace();
    let task_id = args.task_id.number(app).await?;
    let task = workspace.get_task(task_id).await.map_err(refused)?;
    let profile = workspace.profile().await.map_err(refused)?;
    let from = app.now().with_timezone(&chrono::Utc);
    // Whole days: to the end of the last one in the caller's zone.
    let last = app.now().date_naive() + TimeDelta::days(i64::from(days));
    let to = moments::instant(last.and_time(chrono::NaiveTime::MIN), profile.time_zone)
        .unwrap_or(from + TimeDelta::days(i64::from(days)));
    let busy = workspace.busy(from, to).await.map_err(refused)?;
    let busy: Vec<TimeSlot> = busy.into_iter().map(|busy| busy.slot).collect();
    let search = SlotSearch {
        from,
        to,
        duration: TimeDelta::minutes(i64::from(minutes)),
        zone: profile.time_zone,
    };
    let slots: Vec<Value> = free_slots(&search, &profile.working_hours, &busy)
        .iter()
        .take(BLOCKS)
        .map(|slot| {
            json!({
                "start": local(slot.start, profile.time_zone),
                "end": local(slot.end, profile.time_zone),
            })
        })
        .collect();
    Ok(json!({
        "task_id": task.id,
        "title": task.title,
        "deadline": task.deadline,
        "duration_minutes": minutes,
        "within_days": days,
        "time_zone": profile.time_zone.name(),
        "slots": slots,
    }))
}

/// An instant as the caller's clock shows it.
pub(super) fn local(moment: DateTime<chrono::Utc>, zone: Tz) -> String {
    moment.with_timezone(&zone).to_rfc3339()
}
