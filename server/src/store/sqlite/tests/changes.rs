//! The change logs.

use super::*;
use crate::store::records::ChangeKind;

#[tokio::test]
async fn each_users_log_is_dense_and_holds_what_they_see() {
    let fixture = Fixture::new().await;
    let Fixture {
        store, ana, dev, ..
    } = &fixture;
    let mine = fixture.task(titled("mine")).await.id;
    let both = fixture.task(titled("both")).await.id;
    fixture.share(both, Permission::Edit).await;
    fixture
        .edit(mine, status(TaskStatus::Completed))
        .await
        .unwrap();
    let done = store
        .update_task(
            dev,
            both,
            status(TaskStatus::Completed),
            IfVersion::Any,
            now(),
        )
        .await
        .unwrap();
    let seqs = |changes: &[crate::store::records::Change]| -> Vec<i64> {
        changes.iter().map(|change| change.seq).collect()
    };
    let anas = store.changes(ana, 0, 100).await.unwrap();
    let devs = store.changes(dev, 0, 100).await.unwrap();
    assert_eq!((seqs(&anas), seqs(&devs)), (vec![1, 2, 3, 4], vec![1, 2]));
    let last = ChangeKind::TaskUpdated {
        at: done.updated_at,
        task: done,
    };
    assert_eq!((&anas[3].what, &devs[1].what), (&last, &last));
    assert_eq!(store.last_change(ana).await.unwrap(), 4);
    assert_eq!(
        seqs(&store.changes(ana, 1, 2).await.unwrap()),
        [2, 3],
        "from a number on, at most so many"
    );
    assert_eq!(store.changes(ana, 4, 10).await.unwrap(), Vec::new());
}

#[tokio::test]
async fn a_change_that_is_refused_leaves_no_trace() {
    let fixture = Fixture::new().await;
    let id = fixture.task(titled("a")).await.id;
    let before = fixture.store.last_change(&fixture.ana).await.unwrap();
    let edit = TaskEdit {
        title: Some("b".to_owned()),
        parent_id: Some(Some(99)),
        ..TaskEdit::default()
    };
    fixture.edit(id, edit).await.unwrap_err();
    fixture.edit(id, status(TaskStatus::Pending)).await.unwrap();
    assert_eq!(
        fixture.store.last_change(&fixture.ana).await.unwrap(),
        before
    );
}

#[tokio::test]
async fn the_bell_rings_for_those_who_see_the_task() {
    let fixture = Fixture::new().await;
    let mut anas = fixture.store.changes_bell(&fixture.ana);
    let devs = fixture.store.changes_bell(&fixture.dev);
    fixture.task(titled("a")).await;
    anas.changed().await.unwrap();
    assert!(!devs.has_changed().unwrap());
}

#[tokio::test]
async fn old_changes_are_dropped_and_said_to_be_gone() {
    let fixture = Fixture::new().await;
    let titles = (0..10_600).map(|n| titled(&n.to_string())).collect();
    fixture
        .store
        .create_tasks(&fixture.ana, titles, now())
        .await
        .unwrap();
    let Err(StoreError::Gone { oldest }) = fixture.store.changes(&fixture.ana, 0, 1).await else {
        panic!("the first change should be gone")
    };
    assert!((300..=600).contains(&oldest), "{oldest}");
    let kept = fixture
        .store
        .changes(&fixture.ana, oldest - 1, 20_000)
        .await
        .unwrap();
    assert!(kept.len() >= 10_000);
    assert_eq!(kept.last().unwrap().seq, 10_600);
}
