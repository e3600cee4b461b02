//! Who may do what: nothing with what isn't theirs, and with what is shared no more than was allowed.

use super::*;
use crate::store::{
    Rule,
    records::{ChangeKind, MeetingStart, NewMeeting, TaskQuery},
};

fn meeting(id: &str) -> NewMeeting {
    NewMeeting {
        id: id.to_owned(),
        title: None,
        attendees: vec!["dev@example.com".to_owned()],
        duration_minutes: 30,
        start: MeetingStart::At(now()),
    }
}

/// What Dev may do with Ana's task: the answers to each operation in a fixed order, in letters: `+` done, `f`
/// forbidden, `n` not found.
async fn powers(fixture: &Fixture, task_id: i64) -> String {
    let Fixture { store, dev, .. } = fixture;
    let letter = |result: Result<(), StoreError>| match result {
        Ok(()) => '+',
        Err(StoreError::Forbidden) => 'f',
        Err(StoreError::NotFound) => 'n',
        Err(other) => panic!("{other:?}"),
    };
    let edit = TaskEdit {
        title: Some("changed".to_owned()),
        ..TaskEdit::default()
    };
    let made = |made: Result<_, StoreError>| letter(made.map(|_: crate::store::Made<_>| ()));
    [
        letter(store.task(dev, task_id).await.map(drop)),
        letter(store.list_reminders(dev, task_id, None, 9).await.map(drop)),
        letter(store.list_meetings(dev, task_id, None, 9).await.map(drop)),
        letter(store.list_shares(dev, task_id, None, 9).await.map(drop)),
        letter(store.reminder(dev, task_id, "rem_ana").await.map(drop)),
        letter(store.meeting(dev, task_id, "mtg_ana").await.map(drop)),
        '|',
        letter(
            store
                .update_task(dev, task_id, edit, IfVersion::Any, now())
                .await
                .map(drop),
        ),
        made(
            store
                .create_reminder(dev, task_id, reminder("rem_dev", now()), None, now())
                .await
                .map(|made| crate::store::Made {
                    value: (),
                    replayed: made.replayed,
                }),
        ),
        made(
            store
                .create_meeting(dev, task_id, meeting("mtg_dev"), None, now())
                .await
                .map(|made| crate::store::Made {
                    value: (),
                    replayed: made.replayed,
                }),
        ),
        letter(store.delete_reminder(dev, task_id, "rem_ana").await),
        letter(store.delete_meeting(dev, task_id, "mtg_ana").await),
        '|',
        letter(
            store
                .put_share(dev, task_id, "x@example.com", Permission::View, now())
                .await
                .map(drop),
        ),
        letter(
            store
                .delete_share(dev, task_id, "y@example.com", now())
                .await,
        ),
        letter(store.delete_task(dev, task_id, IfVersion::Any, now()).await),
    ]
    .into_iter()
    .collect()
}

async fn prepared() -> (Fixture, i64) {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    let Fixture { store, ana, .. } = &fixture;
    store
        .create_reminder(ana, id, reminder("rem_ana", now()), None, now())
        .await
        .unwrap();
    store
        .create_meeting(ana, id, meeting("mtg_ana"), None, now())
        .await
        .unwrap();
    store
        .put_share(ana, id, "y@example.com", Permission::View, now())
        .await
        .unwrap();
    (fixture, id)
}

#[tokio::test]
async fn a_stranger_sees_nothing() {
    let (fixture, id) = prepared().await;
    assert_eq!(powers(&fixture, id).await, "nnnnnn|nnnnn|nnn");
}

#[tokio::test]
async fn who_may_view_changes_nothing() {
    let (fixture, id) = prepared().await;
    fixture.share(id, Permission::View).await;
    assert_eq!(powers(&fixture, id).await, "++++++|fffff|fff");
}

#[tokio::test]
async fn who_may_edit_changes_all_but_the_shares() {
    let (fixture, id) = prepared().await;
    fixture.share(id, Permission::View).await;
    // Sharing again changes what the other may do.
    fixture.share(id, Permission::Edit).await;
    assert_eq!(powers(&fixture, id).await, "++++++|+++++|fff");
}

#[tokio::test]
async fn a_share_is_ended_by_the_owner_or_by_the_one_who_has_it() {
    let (fixture, id) = prepared().await;
    let Fixture {
        store, ana, dev, ..
    } = &fixture;
    for by in [ana, dev] {
        fixture.share(id, Permission::View).await;
        store
            .delete_share(by, id, "DEV@example.com", now())
            .await
            .unwrap();
        assert!(matches!(
            store.task(dev, id).await,
            Err(StoreError::NotFound)
        ));
    }
    let twice = store.delete_share(ana, id, &dev.email, now()).await;
    assert!(matches!(twice, Err(StoreError::NotFound)));
    let with_owner = store
        .put_share(ana, id, "Ana@example.com", Permission::View, now())
        .await;
    assert!(matches!(
        with_owner,
        Err(StoreError::Rule(Rule::SharedWithOwner))
    ));
}

#[tokio::test]
async fn a_share_waits_for_a_user_who_is_not_there_yet() {
    let (fixture, id) = prepared().await;
    let Fixture { store, .. } = &fixture;
    let late = user(store, "Y@example.com").await;
    assert_eq!(store.task(&late, id).await.unwrap().id, id);
    let page = store
        .list_tasks(&late, &TaskQuery::default(), None, 10)
        .await
        .unwrap();
    assert_eq!(page.items.len(), 1);
}

#[tokio::test]
async fn the_other_user_hears_of_a_share_and_of_its_end() {
    let (fixture, id) = prepared().await;
    let Fixture {
        store, ana, dev, ..
    } = &fixture;
    fixture.share(id, Permission::View).await;
    fixture.share(id, Permission::Edit).await;
    fixture
        .edit(id, status(TaskStatus::Completed))
        .await
        .unwrap();
    store
        .delete_share(ana, id, &dev.email, now())
        .await
        .unwrap();
    fixture.edit(id, status(TaskStatus::Pending)).await.unwrap();
    let heard: Vec<_> = store
        .changes(dev, 0, 100)
        .await
        .unwrap()
        .into_iter()
        .map(|change| match change.what {
            ChangeKind::TaskCreated { task, .. } => format!("created {}", task.version),
            ChangeKind::TaskUpdated { task, .. } => format!("updated {}", task.version),
            ChangeKind::TaskDeleted { task_id, .. } => format!("deleted {task_id}"),
            ChangeKind::ReminderDue { .. } => "due".to_owned(),
        })
        .collect();
    assert_eq!(heard, ["created 1", "updated 2", "deleted 1"]);
}

#[tokio::test]
async fn shares_are_listed_by_address_in_pages() {
    let (fixture, id) = prepared().await;
    let Fixture { store, ana, .. } = &fixture;
    for email in ["b@x", "C@x", "a@x"] {
        store
            .put_share(ana, id, email, Permission::View, now())
            .await
            .unwrap();
    }
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = store.list_shares(ana, id, after, 3).await.unwrap();
        assert!(page.items.len() <= 3);
        all.extend(page.items.into_iter().map(|share| share.email));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(all, ["a@x", "b@x", "C@x", "y@example.com"]);
}
