//! The collaboration agent: who does a task, who sees it, and who talks about it.

use chrono::{NaiveTime, TimeDelta, Utc};

use serde_json::{Value, json};

use super::{
    TeamContext,
    arguments::{AssignToUser, CreateMeeting, ShareTask},
    known_address,
    moments::{self, Moment},
    refused,
    scheduler::local,
    slots::{SlotSearch, first_free},
    workspace::{NewMeeting, TaskView, TimeSlot},
};
use crate::tool::{Tool, ToolContext, ToolError};

/// Its name.
pub const NAME: &str = "taskmanager-collaboration";

pub(super) const DESCRIPTION: &str =
    "Assigns tasks to people, shares tasks with them, and arranges meetings about tasks.";

pub(super) const INSTRUCTIONS: &str = "\
You are the collaboration agent of TaskManager. You assign tasks, share them, and arrange meetings.

- assign_to_user: when somebody is to do the task. A task has one assignee.
- share_task: when somebody is to see the task (view) or to change it (edit).
- create_meeting: when the user wants to meet, call or talk with people about the task. Give starts_at only if the user \
named a day or a time; otherwise the first free slot is taken.
- get_task and list_tasks: to read a task before you answer.

People are named by email address. If you have only a name, ask for the address; never make one up. \"Them\" are the \
people named before. If the user asks for two of these, do both. If you don't know which task is meant, ask.

Examples:
- \"Assign it to me\": assign_to_user with the user's own address.
- \"Give it to Bob\" when no address of Bob's was written: ask for it.
- \"Let ann@example.com look at it\": share_task with view.
- \"A call with ann@example.com next Tuesday\": create_meeting with starts_at as that date alone.";

/// How long a meeting takes where nothing is said, in minutes.
const MEETING: u32 = 30;
/// How many days are searched for the first free slot.
const DAYS: i64 = 30;

pub(super) fn tools<C: TeamContext + Clone>() -> Vec<Tool<C>> {
    vec![
        Tool::new(
            "assign_to_user",
            "Store who is to do a task. Returns the task as it is now.",
            |context: ToolContext<C>, args| async move { assign(&context, args).await },
        ),
        Tool::new(
            "share_task",
            "Let another person see a task, or change it. Returns the share.",
            |context: ToolContext<C>, args| async move { share(&context, args).await },
        ),
        Tool::new(
            "create_meeting",
            "Store a meeting about a task, at the time given or in the first free slot of the user's working hours. \
             Returns the meeting in the user's time zone.",
            |context: ToolContext<C>, args| async move { meet(&context, args).await },
        ),
    ]
}

async fn assign<C: TeamContext>(
    context: &ToolContext<C>,
    args: AssignToUser,
) -> Result<TaskView, ToolError> {
    let task_id = args.task_id.number(&context.app).await?;
    let email = known_address(&context.app, &context.session_id, &args.email).await?;
    let note = args.note.as_deref().filter(|note| !note.trim().is_empty());
    context
        .app
        .workspace()
        .assign_to_user(task_id, &email, note)
        .await
        .map_err(refused)
}

async fn share<C: TeamContext>(
    context: &ToolContext<C>,
    args: ShareTask,
) -> Result<Value, ToolError> {
    let workspace = context.app.workspace();
    let task_id = args.task_id.number(&context.app).await?;
    let task = workspace.get_task(task_id).await.map_err(refused)?;
    let email = known_address(&context.app, &context.session_id, &args.email).await?;
    let share = workspace
        .share_task(task_id, &email, args.permission)
        .await
        .map_err(refused)?;
    Ok(json!({
        "task_id": share.task_id,
        "title": task.title,
        "email": share.email,
        "permission": share.permission,
    }))
}

async fn meet<C: TeamContext>(
    context: &ToolContext<C>,
    args: CreateMeeting,
) -> Result<Value, ToolError> {
    let app = &context.app;
    let minutes = args.duration_minutes.unwrap_or(MEETING);
    if !(5..=1440).contains(&minutes) {
        return Err(ToolError::message(
            "duration_minutes must be from 5 to 1440",
        ));
    }
    let mut attendees: Vec<String> = Vec::new();
    for email in &args.attendees {
        let email = email.trim();
        if !email.is_empty()
            && !attendees
                .iter()
                .any(|known| known.eq_ignore_ascii_case(email))
        {
            attendees.push(known_address(&context.app, &context.session_id, email).await?);
        }
    }
    if attendees.is_empty() {
        return Err(ToolError::message(
            "a meeting needs the email address of at least one attendee",
        ));
    }
    let now = app.now();
    let task_id = args.task_id.number(app).await?;
    let task = app.workspace().get_task(task_id).await.map_err(refused)?;
    let asked = args
        .starts_at
        .as_deref()
        .map(|text| moments::read(text, now.timezone()))
        .transpose()?;
    let starts_at = match asked {
        Some(Moment::At(moment)) if moment <= now => {
            return Err(ToolError::message(format!(
                "that time has passed; it is {} now",
                now.to_rfc3339()
            )));
        }
        Some(Moment::At(moment)) => moment,
        Some(Moment::Day(day)) if day < now.date_naive() => {
            return Err(ToolError::message(format!(
                "{day} has passed; today is {}",
                now.format("%A, %Y-%m-%d")
            )));
        }
        Some(Moment::Day(day)) => {
            let from = moments::instant(day.and_time(NaiveTime::MIN), now.timezone());
            first_slot(
                app,
                from.unwrap_or_default().max(now.with_timezone(&Utc)),
                minutes,
            )
            .await?
        }
        None => first_slot(app, now.with_timezone(&Utc), minutes).await?,
    };
    let meeting = NewMeeting {
        attendees,
        starts_at,
        duration_minutes: minutes,
    };
    let stored = app
        .workspace()
        .create_meeting(task_id, meeting)
        .await
        .map_err(refused)?;
    Ok(json!({
        "id": stored.id,
        "task_id": stored.task_id,
        "title": task.title,
        "attendees": stored.attendees,
        "starts_at": local(stored.starts_at, now.timezone()),
        "duration_minutes": stored.duration_minutes,
        "slot": if matches!(asked, Some(Moment::At(_))) { "as_asked" } else { "first_free" },
    }))
}

/// When the caller is free first, from a moment on.
async fn first_slot<C: TeamContext>(
    app: &C,
    from: chrono::DateTime<Utc>,
    minutes: u32,
) -> Result<chrono::DateTime<Utc>, ToolError> {
    let workspace = app.workspace();
    let profile = workspace.profile().await.map_err(refused)?;
    let to = from + TimeDelta::days(DAYS);
    let busy = workspace.busy(from, to).await.map_err(refused)?;
    let busy: Vec<TimeSlot> = busy.into_iter().map(|busy| busy.slot).collect();
    let search = SlotSearch {
        from,
        to,
        duration: TimeDelta::minutes(i64::from(minutes)),
        zone: profile.time_zone,
    };
    first_free(&search, &profile.working_hours, &busy)
        .map(|slot| slot.start)
        .ok_or_else(|| {
            ToolError::message(format!(
                "there is no free slot of {minutes} minutes within {DAYS} days; ask the user for a time"
            ))
        })
}
