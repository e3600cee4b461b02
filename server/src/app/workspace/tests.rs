//! The workspace on a real store: what a tool does is stored, and refused like over HTTP.

use std::sync::Arc;

use chrono::TimeDelta;
use serde_json::json;

use super::*;
use crate::{
    app::SystemClock,
    store::{
        records::{NewUser, WorkingHours},
        sqlite::Sqlite,
    },
};

struct Fixture {
    _folder: tempfile::TempDir,
    resources: Resources,
    me: Principal,
    workspace: CallerWorkspace,
}

impl Fixture {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(Sqlite::open(folder.path()).unwrap());
        let resources = Resources::new(store, Arc::new(SystemClock)).await.unwrap();
        let me = resources
            .local_user(chrono_tz::Europe::Berlin)
            .await
            .unwrap();
        Self {
            _folder: folder,
            workspace: CallerWorkspace::new(resources.clone(), me.clone()),
            resources,
            me,
        }
    }

    async fn create(&self, title: &str) -> i64 {
        let new = serde_json::from_value(json!({ "title": title })).unwrap();
        let task = self.resources.create_task(&self.me, new, None).await;
        task.unwrap().id.0
    }

    async fn other(&self, email: &str) -> CallerWorkspace {
        let user = NewUser {
            email: email.to_owned(),
            name: "Eve".to_owned(),
            time_zone: "UTC".to_owned(),
            working_hours: WorkingHours {
                start: "09:00:00".parse().unwrap(),
                end: "17:00:00".parse().unwrap(),
                days: Vec::new(),
            },
        };
        let user = self.resources.store().ensure_user(user, Utc::now()).await;
        let user = user.unwrap();
        let caller = Principal {
            user_id: user.id,
            email: user.email.into(),
        };
        CallerWorkspace::new(self.resources.clone(), caller)
    }
}

#[tokio::test]
async fn what_a_tool_does_is_stored() {
    let fixture = Fixture::new().await;
    let workspace = &fixture.workspace;
    let task = fixture.create("Write the report").await;
    let deadline: NaiveDate = "2026-12-04".parse().unwrap();
    workspace.set_deadline(task, deadline).await.unwrap();
    workspace
        .assign_to_user(task, "dev@example.com", Some("please"))
        .await
        .unwrap();
    let titles = ["Outline".to_owned(), "Draft".to_owned()];
    let parts = workspace.create_subtasks(task, &titles).await.unwrap();
    assert_eq!(parts.len(), 2);
    let stored = fixture.resources.get_task(&fixture.me, task).await.unwrap();
    assert_eq!(stored.deadline.0, Some(deadline));
    assert_eq!(stored.assignee.0.unwrap().as_str(), "dev@example.com");
    let view = workspace.get_task(task).await.unwrap();
    assert_eq!(view.assignee.as_deref(), Some("dev@example.com"));
    assert_eq!(workspace.subtasks(task).await.unwrap(), parts);
    let start = Utc::now() + TimeDelta::days(1);
    let meeting = NewMeeting {
        attendees: vec!["dev@example.com".to_owned()],
        starts_at: start,
        duration_minutes: 30,
    };
    workspace.create_meeting(task, meeting).await.unwrap();
    let reminder = NewReminder {
        remind_at: start + TimeDelta::hours(1),
        message: None,
    };
    workspace.create_reminder(task, reminder).await.unwrap();
    let busy = workspace.busy(start, start + TimeDelta::days(1)).await;
    let kinds: Vec<BusyKind> = busy.unwrap().iter().map(|busy| busy.kind).collect();
    assert_eq!(kinds, [BusyKind::Meeting, BusyKind::Reminder]);
    let found = workspace.find_tasks("the report", 3).await.unwrap();
    assert_eq!(found[0].id, task);
    assert_eq!(
        workspace.profile().await.unwrap().time_zone,
        chrono_tz::Europe::Berlin
    );
}

#[tokio::test]
async fn what_is_not_there_is_told_with_what_is() {
    let fixture = Fixture::new().await;
    let task = fixture.create("Write the report").await;
    for error in [
        fixture.workspace.get_task(999).await.unwrap_err(),
        fixture
            .workspace
            .create_reminder(
                999,
                NewReminder {
                    remind_at: Utc::now(),
                    message: None,
                },
            )
            .await
            .unwrap_err(),
        fixture
            .workspace
            .create_subtasks(999, &[])
            .await
            .unwrap_err(),
    ] {
        let nearest = vec![format!("task {task} \"Write the report\"")];
        assert_eq!(
            error,
            WorkspaceError::NotFound {
                what: "task 999".to_owned(),
                nearest
            }
        );
    }
}

#[tokio::test]
async fn rules_and_rights_are_those_of_the_document() {
    let fixture = Fixture::new().await;
    let workspace = &fixture.workspace;
    let task = fixture.create("Write the report").await;
    let invalid =
        |error: WorkspaceError| assert!(matches!(error, WorkspaceError::Invalid(_)), "{error}");
    invalid(
        workspace
            .assign_to_user(task, "nobody", None)
            .await
            .unwrap_err(),
    );
    invalid(
        workspace
            .share_task(task, "a b", Permission::View)
            .await
            .unwrap_err(),
    );
    invalid(
        workspace
            .create_subtasks(task, &[" ".to_owned()])
            .await
            .unwrap_err(),
    );
    for (attendees, duration_minutes, faults) in [
        (vec![], 30, &["attendees: "][..]),
        (vec!["a@b.c"], 4, &["duration_minutes: ", "5"]),
        (vec!["a@b.c"], 1441, &["duration_minutes: ", "1440"]),
        (vec!["a@b.c", "a@b.c"], 30, &["attendees: "]),
        (
            vec!["a@b.c", "a@b.c"],
            0,
            &["attendees: ", "; ", "duration_minutes: "],
        ),
    ] {
        let meeting = NewMeeting {
            attendees: attendees.into_iter().map(str::to_owned).collect(),
            starts_at: Utc::now(),
            duration_minutes,
        };
        let refused = workspace.create_meeting(task, meeting).await.unwrap_err();
        let told = refused.to_string();
        assert!(faults.iter().all(|fault| told.contains(fault)), "{told}");
        invalid(refused);
    }
    let eve = fixture.other("eve@example.com").await;
    assert!(
        matches!(eve.get_task(task).await, Err(WorkspaceError::NotFound { nearest, .. }) if nearest.is_empty())
    );
    workspace
        .share_task(task, "eve@example.com", Permission::View)
        .await
        .unwrap();
    assert_eq!(eve.get_task(task).await.unwrap().id, task);
    let tomorrow = Utc::now().date_naive();
    assert_eq!(
        eve.set_deadline(task, tomorrow).await,
        Err(WorkspaceError::Forbidden)
    );
    let more = eve
        .share_task(task, "mallory@example.com", Permission::Edit)
        .await;
    assert_eq!(more, Err(WorkspaceError::Forbidden));
}
