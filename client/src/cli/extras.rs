//! `tm reminder` and `tm meeting`.

use serde_json::json;
use taskmanager_client::types::{Attendees, NewMeeting, NewReminder};

use super::args::{MeetingCommand, ReminderCommand};
use super::context::{Context, page_size};
use super::text::clean;
use super::trouble::Trouble;
use super::view;

pub(crate) async fn reminder(context: &Context, command: ReminderCommand) -> Result<(), Trouble> {
    let client = &context.client;
    match command {
        ReminderCommand::Add {
            task_id,
            at,
            message,
        } => {
            let body = NewReminder {
                remind_at: at,
                message,
            };
            let reminder = client
                .create_reminder()
                .task_id(task_id)
                .body(body)
                .send()
                .await?
                .into_inner();
            context.put(&reminder, |reminder, view| {
                format!("reminder {}", view::reminder(reminder, view))
            })
        }
        ReminderCommand::List { task_id, size } => {
            let request = client
                .list_reminders()
                .task_id(task_id)
                .limit(page_size(&size));
            context
                .put_list(request.stream(), &size, "reminders", view::reminders)
                .await
        }
        ReminderCommand::Rm {
            task_id,
            reminder_id,
        } => {
            let request = client
                .delete_reminder()
                .task_id(task_id)
                .reminder_id(reminder_id.clone());
            request.send().await?;
            let deleted = json!({"id": reminder_id, "deleted": true});
            context.put(&deleted, |_, _| {
                format!("deleted reminder {}\n", clean(&reminder_id))
            })
        }
    }
}

pub(crate) async fn meeting(context: &Context, command: MeetingCommand) -> Result<(), Trouble> {
    let client = &context.client;
    match command {
        MeetingCommand::Add {
            task_id,
            attendees,
            at,
            minutes,
            title,
        } => {
            let mut body = NewMeeting::builder()
                .attendees(Attendees(attendees))
                .starts_at(at)
                .title(title);
            if let Some(minutes) = minutes {
                body = body.duration_minutes(minutes);
            }
            let meeting = client
                .create_meeting()
                .task_id(task_id)
                .body(body)
                .send()
                .await?
                .into_inner();
            context.put(&meeting, |meeting, view| {
                format!("meeting {}", view::meeting(meeting, view))
            })
        }
        MeetingCommand::List { task_id, size } => {
            let request = client
                .list_meetings()
                .task_id(task_id)
                .limit(page_size(&size));
            context
                .put_list(request.stream(), &size, "meetings", view::meetings)
                .await
        }
        MeetingCommand::Rm {
            task_id,
            meeting_id,
        } => {
            let request = client
                .delete_meeting()
                .task_id(task_id)
                .meeting_id(meeting_id.clone());
            request.send().await?;
            let deleted = json!({"id": meeting_id, "deleted": true});
            context.put(&deleted, |_, _| {
                format!("called off meeting {}\n", clean(&meeting_id))
            })
        }
    }
}
