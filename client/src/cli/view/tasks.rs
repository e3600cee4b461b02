//! Tasks and what belongs to them.

use std::fmt::Write as _;

use taskmanager_client::types::{
    Meeting, Priority, Profile, Reminder, Share, SharePermission, Task, TaskEvent, TaskStatus,
};

use super::View;
use crate::cli::text::{Cell, Paint, clean, clean_lines, properties, table};

pub(crate) fn tasks(tasks: &[Task], view: &View) -> String {
    let rows = tasks.iter().map(|task| {
        vec![
            Cell::new(&task.id.to_string()),
            Cell::painted(in_words(task.status), status_paint(task.status)),
            Cell::painted(
                priority_in_words(task.priority),
                priority_paint(task.priority),
            ),
            Cell::painted(&deadline(task), deadline_paint(task, view)),
            Cell::new(&titled(task)),
        ]
    });
    let header = ["ID", "STATUS", "PRIORITY", "DEADLINE", "TITLE"];
    table(&header, rows.collect(), view.paint, view.width)
}

pub(crate) fn task(task: &Task, view: &View) -> String {
    let paint = view.paint;
    let mut text = format!(
        "{} {}\n",
        paint.bold(&task.id.to_string()),
        paint.bold(&clean(&task.title))
    );
    let ids = |ids: &[taskmanager_client::types::TaskId]| {
        ids.iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join(", ")
    };
    text += &properties(
        &[
            (
                "status",
                status_paint(task.status)(paint, in_words(task.status)),
            ),
            ("priority", task.priority.to_string()),
            (
                "deadline",
                deadline_paint(task, view)(paint, &deadline(task)),
            ),
            (
                "assignee",
                task.assignee
                    .as_ref()
                    .map(|email| clean(email).into_owned())
                    .unwrap_or_default(),
            ),
            ("tags", clean(&tags(task)).into_owned()),
            (
                "part of",
                task.parent_id.map(|id| id.to_string()).unwrap_or_default(),
            ),
            ("depends on", ids(&task.depends_on)),
            ("owner", clean(&task.owner).into_owned()),
            ("created", view.time(task.created_at)),
            (
                "changed",
                format!("{}, version {}", view.time(task.updated_at), task.version),
            ),
            ("completed", view.time_if(*task.completed_at)),
        ],
        paint,
    );
    if !task.description.trim().is_empty() {
        let _ = write!(text, "\n{}\n", clean_lines(&task.description).trim_end());
    }
    text
}

pub(crate) fn reminders(reminders: &[Reminder], view: &View) -> String {
    let rows = reminders.iter().map(|reminder| {
        let fired = if reminder.fired_at.is_some() {
            "fired"
        } else {
            "to come"
        };
        vec![
            Cell::new(&reminder.id),
            Cell::new(&view.time(reminder.remind_at)),
            Cell::painted(
                fired,
                if reminder.fired_at.is_some() {
                    Paint::dim
                } else {
                    Paint::green
                },
            ),
            Cell::new(reminder.message.as_deref().unwrap_or_default()),
        ]
    });
    table(
        &["ID", "WHEN", "STATE", "MESSAGE"],
        rows.collect(),
        view.paint,
        view.width,
    )
}

pub(crate) fn reminder(reminder: &Reminder, view: &View) -> String {
    let mut text = format!(
        "{} on {}",
        clean(&reminder.id),
        view.time(reminder.remind_at)
    );
    if let Some(message) = reminder.message.as_deref() {
        let _ = write!(text, ": {}", clean(message));
    }
    text + "\n"
}

pub(crate) fn meetings(meetings: &[Meeting], view: &View) -> String {
    let rows = meetings.iter().map(|meeting| {
        vec![
            Cell::new(&meeting.id),
            Cell::new(&view.time(meeting.starts_at)),
            Cell::new(&format!("{} min", meeting.duration_minutes)),
            Cell::new(&meeting.title),
            Cell::new(&attendees(meeting)),
        ]
    });
    table(
        &["ID", "WHEN", "FOR", "TITLE", "WITH"],
        rows.collect(),
        view.paint,
        view.width,
    )
}

pub(crate) fn meeting(meeting: &Meeting, view: &View) -> String {
    format!(
        "{} on {} to {}: {}, with {}\n",
        clean(&meeting.id),
        view.time(meeting.starts_at),
        view.format(meeting.ends_at, "%H:%M"),
        clean(&meeting.title),
        clean(&attendees(meeting)),
    )
}

pub(crate) fn shares(shares: &[Share], view: &View) -> String {
    let rows = shares.iter().map(|share| {
        vec![
            Cell::new(&share.permission.to_string()),
            Cell::new(&view.time(share.created_at)),
            Cell::new(&share.email),
        ]
    });
    table(
        &["MAY", "SINCE", "WITH"],
        rows.collect(),
        view.paint,
        view.width,
    )
}

pub(crate) fn share(share: &Share) -> String {
    let may = match share.permission {
        SharePermission::View => "see",
        SharePermission::Edit => "see and change",
    };
    format!("{} may {may} task {}\n", clean(&share.email), share.task_id)
}

/// One line for a change of a task or a reminder.
pub(crate) fn change(event: &TaskEvent, view: &View) -> String {
    let line = |at, what: &str, about: String| {
        format!(
            "{}  {what}  {about}\n",
            view.paint.dim(&view.format(at, "%H:%M:%S"))
        )
    };
    match event {
        TaskEvent::TaskCreated { at, task } => line(*at, "new     ", title_of(task)),
        TaskEvent::TaskUpdated { at, task } => line(
            *at,
            "changed ",
            format!("{} ({})", title_of(task), in_words(task.status)),
        ),
        TaskEvent::TaskDeleted { at, task_id } => line(*at, "deleted ", format!("task {task_id}")),
        TaskEvent::ReminderDue {
            at,
            reminder,
            task_title,
        } => {
            let message = reminder.message.as_deref().unwrap_or_default();
            let separator = if message.is_empty() { "" } else { ": " };
            let task = format!("task {} {}", reminder.task_id, clean(task_title));
            line(
                *at,
                &view.paint.yellow("reminder"),
                format!("{task}{separator}{}", clean(message)),
            )
        }
    }
}

pub(crate) fn profile(profile: &Profile, view: &View) -> String {
    let days: Vec<_> = profile
        .working_hours
        .days
        .iter()
        .map(ToString::to_string)
        .collect();
    let hours = &profile.working_hours;
    let rows = [
        ("name", clean(&profile.name).into_owned()),
        ("email", clean(&profile.email).into_owned()),
        ("time zone", clean(&profile.time_zone).into_owned()),
        (
            "working hours",
            format!("{} to {}, {}", *hours.start, *hours.end, days.join(", ")),
        ),
    ];
    properties(&rows, view.paint)
}

/// A title, and behind it, where there is room, the tags and who is to do it.
fn titled(task: &Task) -> String {
    let tags = task.tags.iter().map(|tag| format!(" #{}", tag.as_str()));
    let assignee = task
        .assignee
        .as_ref()
        .map(|email| format!(" ({})", email.as_str()));
    tags.chain(assignee)
        .fold(task.title.to_string(), |text, more| text + &more)
}

fn title_of(task: &Task) -> String {
    format!("task {} {}", task.id, clean(&task.title))
}

fn tags(task: &Task) -> String {
    task.tags
        .iter()
        .map(|tag| tag.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

fn attendees(meeting: &Meeting) -> String {
    meeting
        .attendees
        .iter()
        .map(|email| email.as_str())
        .collect::<Vec<_>>()
        .join(", ")
}

fn deadline(task: &Task) -> String {
    task.deadline
        .map(|day| day.format("%Y-%m-%d %a").to_string())
        .unwrap_or_default()
}

fn deadline_paint(task: &Task, view: &View) -> fn(Paint, &str) -> String {
    let is_open = task.status != TaskStatus::Completed;
    match *task.deadline {
        Some(day) if is_open && day < view.today() => Paint::red,
        Some(day) if is_open && day == view.today() => Paint::yellow,
        _ => plain,
    }
}

fn in_words(status: TaskStatus) -> &'static str {
    match status {
        TaskStatus::Pending => "pending",
        TaskStatus::InProgress => "in progress",
        TaskStatus::Completed => "completed",
    }
}

fn status_paint(status: TaskStatus) -> fn(Paint, &str) -> String {
    match status {
        TaskStatus::Pending => plain,
        TaskStatus::InProgress => Paint::yellow,
        TaskStatus::Completed => Paint::green,
    }
}

/// What most tasks are isn't said.
fn priority_in_words(priority: Priority) -> &'static str {
    match priority {
        Priority::Low => "low",
        Priority::Normal => "",
        Priority::High => "high",
        Priority::Urgent => "urgent",
    }
}

fn priority_paint(priority: Priority) -> fn(Paint, &str) -> String {
    match priority {
        Priority::Low => Paint::dim,
        Priority::Normal => plain,
        Priority::High => Paint::yellow,
        Priority::Urgent => Paint::red,
    }
}

pub(super) fn plain(_: Paint, text: &str) -> String {
    text.to_owned()
}
