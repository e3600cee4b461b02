//! Reminders and meetings.

use super::*;
use crate::store::records::{
    Busy, ChangeKind, Fired, MeetingRecord, MeetingStart, NewMeeting, TimeCursor,
};

fn at(minutes: i64) -> DateTime<Utc> {
    now() + Duration::minutes(minutes)
}

async fn remind(fixture: &Fixture, task_id: i64, id: &str, minutes: i64) {
    fixture
        .store
        .create_reminder(
            &fixture.ana,
            task_id,
            reminder(id, at(minutes)),
            None,
            now(),
        )
        .await
        .unwrap();
}

/// The ids of the reminders that were told to a user, in order.
async fn told(fixture: &Fixture, user: &Caller) -> Vec<String> {
    let changes = fixture.store.changes(user, 0, 1000).await.unwrap();
    changes
        .into_iter()
        .filter_map(|change| match change.what {
            ChangeKind::ReminderDue { reminder, .. } => Some(reminder.id),
            ChangeKind::TaskCreated { .. }
            | ChangeKind::TaskUpdated { .. }
            | ChangeKind::TaskDeleted { .. } => None,
        })
        .collect()
}

#[tokio::test]
async fn a_reminder_fires_exactly_once_over_restarts() {
    let mut fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    fixture.share(id, Permission::View).await;
    remind(&fixture, id, "rem_c", 30).await;
    remind(&fixture, id, "rem_b", 20).await;
    remind(&fixture, id, "rem_a", 10).await;
    let fire = async |fixture: &Fixture, minutes, limit| {
        fixture
            .store
            .fire_reminders(at(minutes), limit)
            .await
            .unwrap()
    };
    let fired = |count, next: Option<i64>| Fired {
        count,
        next_due: next.map(at),
    };
    assert_eq!(fire(&fixture, 9, 10).await, fired(0, Some(10)));
    assert_eq!(fire(&fixture, 20, 1).await, fired(1, Some(20)));
    fixture = fixture.reopened().await;
    assert_eq!(fire(&fixture, 20, 1).await, fired(1, Some(30)));
    fixture = fixture.reopened().await;
    assert_eq!(fire(&fixture, 20, 10).await, fired(0, Some(30)));
    assert_eq!(fire(&fixture, 500, 10).await, fired(1, None));
    assert_eq!(fire(&fixture, 500, 10).await, fired(0, None));
    for user in [&fixture.ana, &fixture.dev] {
        assert_eq!(told(&fixture, user).await, ["rem_a", "rem_b", "rem_c"]);
    }
    let stored = fixture.store.reminder(&fixture.ana, id, "rem_a").await;
    assert_eq!(stored.unwrap().fired_at, Some(at(20)));
}

#[tokio::test]
async fn a_reminder_that_was_deleted_does_not_fire() {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    remind(&fixture, id, "rem_a", 10).await;
    let Fixture { store, ana, .. } = &fixture;
    store.delete_reminder(ana, id, "rem_a").await.unwrap();
    let twice = store.delete_reminder(ana, id, "rem_a").await;
    assert!(matches!(twice, Err(StoreError::NotFound)));
    assert_eq!(
        store.fire_reminders(at(60), 10).await.unwrap(),
        Fired::default()
    );
}

#[tokio::test]
async fn whoever_waits_for_reminders_is_woken_by_a_new_one() {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    let mut changed = fixture.store.reminders_changed();
    changed.mark_unchanged();
    remind(&fixture, id, "rem_a", 10).await;
    changed.changed().await.unwrap();
}

#[tokio::test]
async fn reminders_are_listed_in_the_order_of_their_times() {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    let other = fixture.task(titled("b")).await.id;
    for (rem, minutes) in [("rem_c", 5), ("rem_a", 20), ("rem_b", 20), ("rem_d", 1)] {
        remind(&fixture, id, rem, minutes).await;
    }
    remind(&fixture, other, "rem_x", 1).await;
    let mut all = Vec::new();
    let mut after: Option<TimeCursor> = None;
    loop {
        let page = fixture
            .store
            .list_reminders(&fixture.ana, id, after, 2)
            .await
            .unwrap();
        all.extend(page.items.into_iter().map(|reminder| reminder.id));
        after = page.next;
        if after.is_none() {
            break;
        }
    }
    assert_eq!(all, ["rem_d", "rem_c", "rem_a", "rem_b"]);
    let elsewhere = fixture.store.reminder(&fixture.ana, id, "rem_x").await;
    assert!(matches!(elsewhere, Err(StoreError::NotFound)));
}

async fn meet(
    fixture: &Fixture,
    caller: &Caller,
    task_id: i64,
    id: &str,
    start: MeetingStart,
) -> Result<MeetingRecord, StoreError> {
    let meeting = NewMeeting {
        id: id.to_owned(),
        title: None,
        attendees: vec!["Dev@example.com".to_owned()],
        duration_minutes: 30,
        start,
    };
    let made = fixture
        .store
        .create_meeting(caller, task_id, meeting, None, now())
        .await?;
    Ok(made.value)
}

/// The first half hour after `now` that isn't taken.
fn first_free() -> MeetingStart {
    MeetingStart::FirstFree {
        from: now(),
        to: at(120),
        find: Box::new(|busy: &[Busy]| {
            (0..4).map(|n| at(30 * n)).find(|start| {
                let end = *start + Duration::minutes(30);
                busy.iter()
                    .all(|busy| busy.end <= *start || busy.start >= end)
            })
        }),
    }
}

#[tokio::test]
async fn meetings_asked_for_at_once_take_different_slots() {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    let names = ["mtg_1", "mtg_2", "mtg_3", "mtg_4", "mtg_5"];
    let all = futures::future::join_all(
        names.map(|name| meet(&fixture, &fixture.ana, id, name, first_free())),
    )
    .await;
    let (made, refused): (Vec<_>, Vec<_>) = all.into_iter().partition(Result::is_ok);
    let mut starts: Vec<_> = made
        .into_iter()
        .map(|meeting| meeting.unwrap().starts_at)
        .collect();
    starts.sort();
    assert_eq!(starts, [at(0), at(30), at(60), at(90)]);
    assert!(matches!(refused[..], [Err(StoreError::NoFreeSlot)]));
}

#[tokio::test]
async fn a_meeting_is_called_like_its_task() {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    let made = meet(&fixture, &fixture.ana, id, "mtg_1", MeetingStart::At(at(0))).await;
    let made = made.unwrap();
    assert_eq!((made.title.as_str(), made.ends_at), ("a", at(30)));
    let renamed = TaskEdit {
        title: Some("b".to_owned()),
        ..TaskEdit::default()
    };
    fixture.edit(id, renamed).await.unwrap();
    let now = fixture.store.meeting(&fixture.ana, id, "mtg_1").await;
    assert_eq!(now.unwrap().title, "b");
}

#[tokio::test]
async fn busy_is_what_touches_the_span() {
    let fixture = Fixture::new().await;
    let Fixture {
        store, ana, dev, ..
    } = &fixture;
    let id = fixture.task(titled("a")).await.id;
    let theirs = store
        .create_task(dev, titled("dev's"), None, now())
        .await
        .unwrap()
        .value
        .id;
    for (name, minutes) in [("mtg_0", -30), ("mtg_1", -10), ("mtg_2", 50), ("mtg_3", 60)] {
        let start = MeetingStart::At(at(minutes));
        meet(&fixture, ana, id, name, start).await.unwrap();
    }
    let start = MeetingStart::At(at(5));
    meet(&fixture, dev, theirs, "mtg_4", start).await.unwrap();
    for (name, minutes) in [("rem_0", -1), ("rem_1", 0), ("rem_2", 60)] {
        remind(&fixture, id, name, minutes).await;
    }
    let busy = |user| {
        let (from, to) = (at(0), at(60));
        async move {
            let busy = store.busy(user, from, to).await.unwrap();
            let minutes = |time: DateTime<Utc>| (time - now()).num_minutes();
            busy.into_iter()
                .map(|busy| (minutes(busy.start), minutes(busy.end), busy.is_meeting))
                .collect::<Vec<_>>()
        }
    };
    assert_eq!(
        busy(ana).await,
        [(-10, 20, true), (0, 0, false), (50, 80, true)]
    );
    // Dev owns one meeting's task and attends all.
    assert_eq!(
        busy(dev).await,
        [(-10, 20, true), (5, 35, true), (50, 80, true)]
    );
}
