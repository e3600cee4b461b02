//! The store's promises, each by a test on a database of its own.

mod changes;
mod lists;
mod once;
mod rights;
mod rules;
mod times;

use std::fs;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use rusqlite::StatementStatus;
use tempfile::{TempDir, tempdir};

use super::Sqlite;
use crate::store::{
    Caller, ResourceStore, StoreError,
    records::{
        IfVersion, NewReminder, NewUser, Permission, Priority, TaskContent, TaskEdit, TaskRecord,
        TaskStatus, WorkingHours,
    },
};

/// A store with two users.
struct Fixture {
    folder: TempDir,
    store: Sqlite,
    ana: Caller,
    dev: Caller,
}

/// The first moment of the tests.
fn now() -> DateTime<Utc> {
    "2026-11-22T09:00:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn titled(title: &str) -> TaskContent {
    TaskContent {
        title: title.to_owned(),
        description: String::new(),
        status: TaskStatus::Pending,
        priority: Priority::Normal,
        deadline: None,
        tags: Vec::new(),
        assignee: None,
        assignee_note: None,
        parent_id: None,
        depends_on: Vec::new(),
    }
}

fn status(status: TaskStatus) -> TaskEdit {
    TaskEdit {
        status: Some(status),
        ..TaskEdit::default()
    }
}

async fn user(store: &Sqlite, email: &str) -> Caller {
    let user = NewUser {
        email: email.to_owned(),
        name: "Somebody".to_owned(),
        time_zone: "UTC".to_owned(),
        working_hours: WorkingHours {
            start: "09:00:00".parse().unwrap(),
            end: "17:00:00".parse().unwrap(),
            days: vec![chrono::Weekday::Mon],
        },
    };
    let user = store.ensure_user(user, now()).await.unwrap();
    Caller {
        user_id: user.id,
        email: user.email.into(),
    }
}

impl Fixture {
    async fn new() -> Self {
        let folder = tempdir().unwrap();
        let store = Sqlite::open(folder.path()).unwrap();
        let ana = user(&store, "ana@example.com").await;
        let dev = user(&store, "dev@example.com").await;
        Self {
            folder,
            store,
            ana,
            dev,
        }
    }

    /// Creates a task of Ana's.
    async fn task(&self, content: TaskContent) -> TaskRecord {
        let made = self.store.create_task(&self.ana, content, None, now());
        made.await.unwrap().value
    }

    /// Changes a task of Ana's, a minute after all began.
    async fn edit(&self, task_id: i64, edit: TaskEdit) -> Result<TaskRecord, StoreError> {
        let later = now() + Duration::minutes(1);
        self.store
            .update_task(&self.ana, task_id, edit, IfVersion::Any, later)
            .await
    }

    /// Shares a task of Ana's with Dev.
    async fn share(&self, task_id: i64, permission: Permission) {
        self.store
            .put_share(&self.ana, task_id, &self.dev.email, permission, now())
            .await
            .unwrap();
    }

    /// Closes the store and opens it again.
    async fn reopened(self) -> Self {
        let Self {
            folder,
            store,
            ana,
            dev,
        } = self;
        drop(store);
        let store = Sqlite::open(folder.path()).unwrap();
        Self {
            folder,
            store,
            ana,
            dev,
        }
    }
}

fn reminder(id: &str, remind_at: DateTime<Utc>) -> NewReminder {
    NewReminder {
        id: id.to_owned(),
        remind_at,
        message: None,
    }
}

#[tokio::test]
async fn a_task_comes_back_as_it_was_stored() {
    let fixture = Fixture::new().await;
    let first = fixture.task(titled("one")).await;
    let second = fixture.task(titled("two")).await;
    let content = TaskContent {
        title: "Write the \"launch\" announcement – today".to_owned(),
        description: "Half a page,\nand 'more'".to_owned(),
        status: TaskStatus::InProgress,
        priority: Priority::Urgent,
        deadline: Some(day("2026-12-04")),
        tags: vec!["launch".to_owned(), "ü \"x\"".to_owned()],
        assignee: Some("dev@example.com".to_owned()),
        assignee_note: Some("please".to_owned()),
        parent_id: Some(first.id),
        depends_on: vec![second.id, first.id],
    };
    let made = fixture.task(content.clone()).await;
    let expected = TaskRecord {
        id: 3,
        owner: "ana@example.com".to_owned(),
        version: 1,
        content,
        created_at: now(),
        updated_at: now(),
        completed_at: None,
    };
    assert_eq!(made, expected);
    assert_eq!(fixture.store.task(&fixture.ana, 3).await.unwrap(), expected);
    let fixture = fixture.reopened().await;
    assert_eq!(fixture.store.task(&fixture.ana, 3).await.unwrap(), expected);
}

#[tokio::test]
async fn a_number_is_never_given_twice() {
    let fixture = Fixture::new().await;
    let last = fixture.task(titled("a")).await.id;
    fixture
        .store
        .delete_task(&fixture.ana, last, IfVersion::Any, now())
        .await
        .unwrap();
    let fixture = fixture.reopened().await;
    assert_eq!(fixture.task(titled("b")).await.id, last + 1);
}

#[tokio::test]
async fn a_version_counts_changes_and_completed_at_follows_the_status() {
    let fixture = Fixture::new().await;
    let task = fixture.task(titled("a")).await;
    let later = now() + Duration::minutes(1);

    let same = fixture.edit(task.id, status(TaskStatus::Pending)).await;
    assert_eq!(same.unwrap(), task, "a change that changes nothing");

    let done = fixture.edit(task.id, status(TaskStatus::Completed)).await;
    let done = done.unwrap();
    assert_eq!(
        (done.version, done.updated_at, done.completed_at),
        (2, later, Some(later))
    );

    let renamed = TaskEdit {
        title: Some("b".to_owned()),
        ..TaskEdit::default()
    };
    let much_later = now() + Duration::hours(1);
    let renamed = fixture
        .store
        .update_task(&fixture.ana, task.id, renamed, IfVersion::Any, much_later)
        .await
        .unwrap();
    assert_eq!(
        (renamed.version, renamed.updated_at, renamed.completed_at),
        (3, much_later, Some(later)),
        "it is completed since it was completed"
    );

    let again = fixture.edit(task.id, status(TaskStatus::InProgress)).await;
    let again = again.unwrap();
    assert_eq!((again.version, again.completed_at), (4, None));
    assert_eq!(
        fixture.store.task(&fixture.ana, task.id).await.unwrap(),
        again
    );
}

#[tokio::test]
async fn a_change_for_another_version_is_refused() {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    let change = |if_version| {
        let edit = status(TaskStatus::InProgress);
        fixture
            .store
            .update_task(&fixture.ana, id, edit, if_version, now())
    };
    for wrong in [vec![2], vec![], vec![0, 2]] {
        let refused = change(IfVersion::OneOf(wrong.clone())).await;
        assert!(matches!(
            refused,
            Err(StoreError::VersionMismatch { current: 1 })
        ));
        let refused = fixture
            .store
            .delete_task(&fixture.ana, id, IfVersion::OneOf(wrong), now())
            .await;
        assert!(matches!(
            refused,
            Err(StoreError::VersionMismatch { current: 1 })
        ));
    }
    let both_wrong = TaskEdit {
        parent_id: Some(Some(99)),
        ..TaskEdit::default()
    };
    let wrong = IfVersion::OneOf(vec![2]);
    let both_wrong = fixture
        .store
        .update_task(&fixture.ana, id, both_wrong, wrong, now());
    assert!(
        matches!(both_wrong.await, Err(StoreError::Rule(_))),
        "rules are looked at first"
    );
    assert_eq!(
        change(IfVersion::OneOf(vec![7, 1])).await.unwrap().version,
        2
    );
}

#[tokio::test]
async fn a_note_goes_with_its_assignee() {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    let assign = |assignee: &str, note: Option<&str>| TaskEdit {
        assignee: Some(Some(assignee.to_owned())),
        assignee_note: note.map(|note| Some(note.to_owned())),
        ..TaskEdit::default()
    };
    let note = |task: TaskRecord| task.content.assignee_note;
    let first = fixture
        .edit(id, assign("dev@example.com", Some("soon")))
        .await;
    assert_eq!(note(first.unwrap()).as_deref(), Some("soon"));
    let same = fixture.edit(id, assign("dev@example.com", None)).await;
    assert_eq!(note(same.unwrap()).as_deref(), Some("soon"));
    let other = fixture.edit(id, assign("ops@example.com", None)).await;
    assert_eq!(note(other.unwrap()), None);
}

#[tokio::test]
async fn deleting_frees_what_hangs_on_the_task() {
    let fixture = Fixture::new().await;
    let task = fixture.task(titled("a")).await.id;
    let part = TaskContent {
        parent_id: Some(task),
        ..titled("part")
    };
    let waiting = TaskContent {
        depends_on: vec![task],
        ..titled("waiting")
    };
    let part = fixture.task(part).await;
    let waiting = fixture.task(waiting).await;
    fixture
        .store
        .create_reminder(&fixture.ana, task, reminder("rem_1", now()), None, now())
        .await
        .unwrap();
    let later = now() + Duration::minutes(1);
    fixture
        .store
        .delete_task(&fixture.ana, task, IfVersion::Any, later)
        .await
        .unwrap();

    assert!(matches!(
        fixture.store.task(&fixture.ana, task).await,
        Err(StoreError::NotFound)
    ));
    let read = |id| fixture.store.task(&fixture.ana, id);
    let (part_now, waiting_now) = (
        read(part.id).await.unwrap(),
        read(waiting.id).await.unwrap(),
    );
    assert_eq!(part_now.content.parent_id, None);
    assert_eq!(waiting_now.content.depends_on, Vec::<i64>::new());
    for (was, is) in [(part, part_now), (waiting, waiting_now)] {
        assert_eq!((is.version, is.updated_at), (was.version + 1, later));
    }
    let fired = fixture.store.fire_reminders(later, 10).await.unwrap();
    assert_eq!((fired.count, fired.next_due), (0, None));
}

#[tokio::test]
async fn what_was_reported_as_stored_survives_a_kill() {
    let fixture = Fixture::new().await;
    for n in 0..50 {
        fixture.task(titled(&format!("task {n}"))).await;
    }
    // What kill -9 leaves behind are the files as they lie while the server runs.
    let left_behind = tempdir().unwrap();
    for entry in fs::read_dir(fixture.folder.path()).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), left_behind.path().join(entry.file_name())).unwrap();
    }
    let store = Sqlite::open(left_behind.path()).unwrap();
    for id in 1..=50 {
        let task = store.task(&fixture.ana, id).await.unwrap();
        assert_eq!(task.content.title, format!("task {}", id - 1));
    }
}

#[tokio::test]
async fn a_profile_is_made_once_and_changed() {
    use crate::store::records::UserEdit;

    let fixture = Fixture::new().await;
    let again = user(&fixture.store, "ANA@example.com").await;
    assert_eq!(again, fixture.ana, "addresses are the same in any case");
    let before = fixture.store.user(&fixture.ana).await.unwrap();
    let later = now() + Duration::minutes(1);
    let change = |edit| fixture.store.update_user(&fixture.ana, edit, later);
    assert_eq!(change(UserEdit::default()).await.unwrap(), before);
    let edit = UserEdit {
        name: Some("Ana".to_owned()),
        ..UserEdit::default()
    };
    let after = change(edit).await.unwrap();
    assert_eq!((after.name.as_str(), after.updated_at), ("Ana", later));
    assert_eq!(after.time_zone, before.time_zone);
    assert_eq!(fixture.store.user(&fixture.ana).await.unwrap(), after);
}

#[tokio::test]
async fn every_installation_has_a_secret_of_its_own() {
    let (one, other) = (Fixture::new().await, Fixture::new().await);
    let secret = one.store.secret().await.unwrap();
    assert_ne!(secret, other.store.secret().await.unwrap());
    let one = one.reopened().await;
    assert_eq!(one.store.secret().await.unwrap(), secret);
    one.store.ping().await.unwrap();
}

/// With the settings that SQLite is built with, binding another value had kept statements compiled anew: see `open`.
#[tokio::test]
async fn a_kept_statement_is_compiled_once_whatever_is_bound_to_it() {
    let fixture = Fixture::new().await;
    fixture
        .store
        .read(|connection| {
            let mut statement = connection.prepare(super::tasks::GET)?;
            for id in 0..5 {
                assert!(!statement.exists((id, fixture.ana.user_id, "ana@example.com"))?);
            }
            assert_eq!(statement.get_status(StatementStatus::RePrepare), 0);
            Ok(())
        })
        .unwrap();
}
