//! The application on a real store and a clock that the test sets: what the store's own tests can't show.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, Stream, StreamExt};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use slog::{Discard, Logger, o};
use tempfile::TempDir;

use super::*;
use crate::{
    generated::models::{self, TaskEvent},
    store::sqlite::Sqlite,
};

struct SetClock(Mutex<DateTime<Utc>>);

impl SetClock {
    fn advance(&self, by: TimeDelta) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) += by;
    }
}

impl Clock for SetClock {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Fixture {
    _folder: TempDir,
    clock: Arc<SetClock>,
    resources: Resources,
    me: Principal,
}

impl Fixture {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Arc::new(Sqlite::open(folder.path()).unwrap());
        // A Sunday, ten in the morning in Berlin.
        let clock = Arc::new(SetClock(Mutex::new(
            "2026-11-22T09:00:00Z".parse().unwrap(),
        )));
        let as_clock: Arc<dyn Clock> = clock.clone();
        let resources = Resources::new(store, as_clock).await.unwrap();
        let me = resources
            .local_user(chrono_tz::Europe::Berlin)
            .await
            .unwrap();
        Self {
            _folder: folder,
            clock,
            resources,
            me,
        }
    }

    async fn create(&self, new: Value) -> models::Task {
        self.resources
            .create_task(&self.me, read(new), None)
            .await
            .unwrap()
    }

    async fn update(&self, task_id: i64, update: Value) -> models::Task {
        self.resources
            .update_task(&self.me, task_id, read(update), None)
            .await
            .unwrap()
    }
}

/// A request's body.
fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).unwrap()
}

fn list(limit: i32) -> ListTasks {
    ListTasks {
        limit,
        page_token: None,
        status: None,
        tag: None,
        assignee: None,
        deadline_before: None,
        text: None,
        order: None,
    }
}

#[track_caller]
fn violations<T: fmt::Debug>(result: Result<T, AppError>) -> Vec<(String, String)> {
    match result {
        Err(AppError::Invalid(violations)) => violations
            .into_iter()
            .map(|violation| (violation.location, violation.rule))
            .collect(),
        other => panic!("{other:?}"),
    }
}

fn pair(location: &str, rule: &str) -> (String, String) {
    (location.to_owned(), rule.to_owned())
}

#[tokio::test]
async fn a_task_is_shown_as_the_document_says() {
    let fixture = Fixture::new().await;
    fixture.create(json!({"title": "Launch"})).await;
    let task = fixture
        .create(json!({
            "title": "Write the announcement",
            "description": "Half a page.",
            "priority": "high",
            "deadline": "2026-12-04",
            "tags": ["launch", "writing"],
            "assignee": "dev@example.com",
            "parent_id": 1,
            "depends_on": [1],
        }))
        .await;
    let expected = json!({
        "id": 2,
        "title": "Write the announcement",
        "description": "Half a page.",
        "status": "pending",
        "priority": "high",
        "deadline": "2026-12-04",
        "tags": ["launch", "writing"],
        "assignee": "dev@example.com",
        "parent_id": 1,
        "depends_on": [1],
        "owner": "me@localhost",
        "version": 1,
        "created_at": "2026-11-22T09:00:00Z",
        "updated_at": "2026-11-22T09:00:00Z",
        "completed_at": null,
    });
    assert_eq!(serde_json::to_value(&task).unwrap(), expected);
    assert_eq!(entity_tag(&task), "\"1\"");
}

#[tokio::test]
async fn an_update_sets_clears_or_leaves() {
    let fixture = Fixture::new().await;
    let full = json!({
        "title": "a", "deadline": "2026-12-04", "assignee": "dev@example.com", "tags": ["x"],
    });
    let id = fixture.create(full).await.id.0;
    let left = fixture.update(id, json!({"title": "b"})).await;
    assert_eq!(left.deadline.0, Some("2026-12-04".parse().unwrap()));
    let cleared = fixture
        .update(id, json!({"deadline": null, "assignee": null, "tags": []}))
        .await;
    assert_eq!(cleared.deadline.0, None);
    assert_eq!(cleared.assignee.0, None);
    assert!(cleared.tags.is_empty());
    assert_eq!(cleared.title.as_str(), "b");
}

#[tokio::test]
async fn a_replacement_resets_what_it_leaves_out() {
    let fixture = Fixture::new().await;
    let full = json!({
        "title": "a", "description": "d", "priority": "urgent", "deadline": "2026-12-04", "tags": ["x"],
    });
    let id = fixture.create(full).await.id.0;
    fixture.update(id, json!({"status": "completed"})).await;
    let replaced = fixture
        .resources
        .replace_task(&fixture.me, id, read(json!({"title": "b"})), None)
        .await
        .unwrap();
    let default = fixture.create(json!({"title": "b"})).await;
    let expected = models::Task {
        id: replaced.id.clone(),
        version: 3,
        ..default
    };
    assert_eq!(replaced, expected);
}

#[tokio::test]
async fn a_token_carries_filters_and_order() {
    let fixture = Fixture::new().await;
    for n in 0..5 {
        fixture
            .create(json!({"title": format!("wanted {n}"), "tags": ["x"]}))
            .await;
        fixture.create(json!({"title": "other"})).await;
    }
    let mut titles = Vec::new();
    let mut asked = ListTasks {
        tag: Some(read(json!("x"))),
        order: Some(models::TaskOrder::CreatedAsc),
        ..list(2)
    };
    loop {
        let page = fixture
            .resources
            .list_tasks(&fixture.me, asked)
            .await
            .unwrap();
        titles.extend(page.items.into_iter().map(|task| String::from(task.title)));
        let Some(token) = page.next_page else { break };
        asked = ListTasks {
            page_token: Some(token),
            ..list(2)
        };
    }
    assert_eq!(
        titles,
        ["wanted 0", "wanted 1", "wanted 2", "wanted 3", "wanted 4"]
    );
}

#[tokio::test]
async fn filters_beside_a_token_are_refused_and_so_are_tokens_of_other_lists() {
    let fixture = Fixture::new().await;
    let id = fixture.create(json!({"title": "a"})).await.id.0;
    fixture.create(json!({"title": "b"})).await;
    let page = fixture.resources.list_tasks(&fixture.me, list(1)).await;
    let token = page.unwrap().next_page;
    let beside = ListTasks {
        page_token: token.clone(),
        status: Some(models::TaskStatus::Pending),
        text: Some(read(json!("a"))),
        ..list(1)
    };
    assert_eq!(
        violations(fixture.resources.list_tasks(&fixture.me, beside).await),
        [
            pair("/query/status", "page_token"),
            pair("/query/text", "page_token")
        ]
    );
    let elsewhere = fixture
        .resources
        .list_reminders(&fixture.me, id, 1, token.as_deref())
        .await;
    assert_eq!(
        violations(elsewhere),
        [pair("/query/page_token", "page_token")]
    );
    let nonsense = ListTasks {
        page_token: Some("nonsense".to_owned()),
        ..list(1)
    };
    assert_eq!(
        violations(fixture.resources.list_tasks(&fixture.me, nonsense).await),
        [pair("/query/page_token", "page_token")]
    );
}

#[tokio::test]
async fn a_repeated_request_is_answered_as_the_first_time() {
    let fixture = Fixture::new().await;
    let key: models::IdempotencyKey = read(json!("k"));
    let create = |body: Value| {
        let (resources, me, key) = (&fixture.resources, &fixture.me, &key);
        async move { resources.create_task(me, read(body), Some(key)).await }
    };
    let first = create(json!({"title": "a"})).await.unwrap();
    fixture.clock.advance(TimeDelta::hours(1));
    // The same request, though it is written otherwise.
    let again = create(json!({"priority": "normal", "title": "a"})).await;
    assert_eq!(again.unwrap(), first);
    let other = create(json!({"title": "b"})).await;
    assert!(matches!(other, Err(AppError::KeyReused)));

    let remind = |task_id| {
        let body = read(json!({"remind_at": "2026-11-23T09:00:00Z"}));
        fixture
            .resources
            .create_reminder(&fixture.me, task_id, body, Some(&key))
    };
    let second = fixture.create(json!({"title": "c"})).await.id.0;
    let reminder = remind(1).await.unwrap();
    assert_eq!(remind(1).await.unwrap(), reminder);
    assert!(matches!(remind(second).await, Err(AppError::KeyReused)));
}

#[tokio::test]
async fn broken_rules_say_where() {
    let fixture = Fixture::new().await;
    let create = |body: Value| fixture.resources.create_task(&fixture.me, read(body), None);
    fixture.create(json!({"title": "a"})).await;
    assert_eq!(
        violations(create(json!({"title": "b", "parent_id": 9})).await),
        [pair("/body/parent_id", "exists")]
    );
    assert_eq!(
        violations(create(json!({"title": "b", "depends_on": [1, 9]})).await),
        [pair("/body/depends_on/1", "exists")]
    );
    let update = read(json!({"depends_on": [1]}));
    let update = fixture.resources.update_task(&fixture.me, 1, update, None);
    assert_eq!(
        violations(update.await),
        [pair("/body/depends_on/0", "acyclic")]
    );
    let (owner, view) = (
        read(json!("Me@localhost")),
        read(json!({"permission": "view"})),
    );
    let share = fixture.resources.put_share(&fixture.me, 1, &owner, view);
    assert_eq!(violations(share.await), [pair("/path/email", "other_user")]);
}

#[tokio::test]
async fn a_profile_is_changed_as_far_as_it_makes_sense() {
    let fixture = Fixture::new().await;
    let update = |body: Value| fixture.resources.update_me(&fixture.me, read(body));
    assert_eq!(
        violations(
            update(json!({
                "time_zone": "Mars/Olympus",
                "working_hours": {"days": ["monday"], "start": "17:00", "end": "09:00"},
            }))
            .await
        ),
        [
            pair("/body/time_zone", "time_zone"),
            pair("/body/working_hours/end", "after_start")
        ]
    );
    fixture.clock.advance(TimeDelta::minutes(1));
    let changed = update(json!({
        "name": "Ana",
        "working_hours": {"days": ["friday", "monday"], "start": "08:30", "end": "12:00"},
    }))
    .await
    .unwrap();
    let expected = json!({
        "email": "me@localhost",
        "name": "Ana",
        "time_zone": "Europe/Berlin",
        "working_hours": {"days": ["monday", "friday"], "start": "08:30", "end": "12:00"},
        "created_at": "2026-11-22T09:00:00Z",
        "updated_at": "2026-11-22T09:01:00Z",
    });
    assert_eq!(serde_json::to_value(&changed).unwrap(), expected);
    let read = fixture.resources.get_me(&fixture.me).await.unwrap();
    assert_eq!(read, changed);
}

#[tokio::test]
async fn a_meeting_without_a_time_is_put_into_the_first_free_slot() {
    let fixture = Fixture::new().await;
    let id = fixture.create(json!({"title": "a"})).await.id.0;
    let meet = |body: Value| {
        fixture
            .resources
            .create_meeting(&fixture.me, id, read(body), None)
    };
    let with = json!({"attendees": ["dev@example.com"]});
    let first = meet(with.clone()).await.unwrap();
    // Monday at nine in Berlin: today is Sunday.
    assert_eq!(first.starts_at.to_rfc3339(), "2026-11-23T08:00:00+00:00");
    assert_eq!((first.duration_minutes, first.title.as_str()), (30, "a"));
    let second = meet(with).await.unwrap();
    assert_eq!(second.starts_at, first.ends_at);
    let whole_day = json!({"attendees": ["dev@example.com"], "duration_minutes": 1440});
    assert!(matches!(meet(whole_day).await, Err(AppError::Conflict(_))));
    let named = json!({
        "attendees": ["dev@example.com"], "starts_at": "2026-11-23T08:10:00Z", "title": "t",
    });
    assert_eq!(meet(named).await.unwrap().title.as_str(), "t");
    let page = fixture
        .resources
        .list_meetings(&fixture.me, id, 2, None)
        .await
        .unwrap();
    assert_eq!(page.items.len(), 2);
    let rest = fixture
        .resources
        .list_meetings(&fixture.me, id, 2, page.next_page.as_deref())
        .await
        .unwrap();
    assert_eq!(
        (rest.items[0].id.clone(), rest.next_page),
        (second.id, None)
    );
}

/// The next event, which must be there at once.
async fn next(
    stream: &mut (impl Stream<Item = Result<(i64, TaskEvent), AppError>> + Unpin),
) -> (i64, String) {
    let (seq, event) = stream.next().await.unwrap().unwrap();
    let event = serde_json::to_value(event).unwrap();
    (seq, event["type"].as_str().unwrap().to_owned())
}

#[tokio::test]
async fn changes_are_followed_from_where_the_reader_was_and_then_live() {
    let fixture = Fixture::new().await;
    let id = fixture.create(json!({"title": "a"})).await.id.0;
    fixture.update(id, json!({"title": "b"})).await;
    let follow = |after| fixture.resources.follow_changes(&fixture.me, after);

    let mut resumed = std::pin::pin!(follow(Some(1)).await.unwrap());
    let mut live = std::pin::pin!(follow(None).await.unwrap());
    assert_eq!(next(&mut resumed).await, (2, "task_updated".to_owned()));
    assert!(resumed.next().now_or_never().is_none());
    assert!(live.next().now_or_never().is_none());

    fixture
        .resources
        .delete_task(&fixture.me, id, None)
        .await
        .unwrap();
    for stream in [
        &mut resumed as &mut (dyn Stream<Item = _> + Unpin),
        &mut live,
    ] {
        let mut stream = stream;
        assert_eq!(next(&mut stream).await, (3, "task_deleted".to_owned()));
    }
    // A number from another database: there is nothing to catch up on.
    let mut lost = std::pin::pin!(follow(Some(99)).await.unwrap());
    assert!(lost.next().now_or_never().is_none());
    fixture.create(json!({"title": "c"})).await;
    assert_eq!(next(&mut lost).await, (4, "task_created".to_owned()));
}

#[tokio::test]
async fn reminders_fire_when_they_are_due_and_when_they_are_set_for_the_past() {
    let fixture = Fixture::new().await;
    let id = fixture.create(json!({"title": "a"})).await.id.0;
    let resources = fixture.resources.clone();
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let firing = tokio::spawn(async move {
        let log = Logger::root(Discard, o!());
        resources.fire_reminders(&log, stopped.map(|_| ())).await;
    });
    let mut changes = std::pin::pin!(
        fixture
            .resources
            .follow_changes(&fixture.me, None)
            .await
            .unwrap()
    );
    let remind = |at: &str| {
        let body = read(json!({"remind_at": at, "message": "now"}));
        fixture
            .resources
            .create_reminder(&fixture.me, id, body, None)
    };
    remind("2020-01-01T00:00:00Z").await.unwrap();
    assert_eq!(next(&mut changes).await, (2, "reminder_due".to_owned()));
    // In a fraction of a second by the machine's clock, which the sleep goes by.
    remind("2026-11-22T09:00:00.050Z").await.unwrap();
    fixture.clock.advance(TimeDelta::milliseconds(50));
    assert_eq!(next(&mut changes).await, (3, "reminder_due".to_owned()));
    stop.send(()).unwrap();
    firing.await.unwrap();
}

#[tokio::test]
async fn tasks_are_found_by_what_they_are_like() {
    let fixture = Fixture::new().await;
    fixture.create(json!({"title": "Buy milk"})).await;
    let id = fixture
        .create(json!({"title": "Write the launch announcement"}))
        .await
        .id
        .0;
    let found = fixture
        .resources
        .find_tasks(&fixture.me, "the anouncement", 5)
        .await
        .unwrap();
    let ids: Vec<i64> = found.iter().map(|task| task.id).collect();
    assert_eq!(ids, [id]);
}
