//! Idempotency keys.

use super::*;
use crate::store::{Made, Once};

fn key(key: &str, fingerprint: u8) -> Option<Once> {
    Some(Once {
        operation: "create_task",
        key: key.to_owned(),
        fingerprint: [fingerprint; 16],
    })
}

async fn create(
    fixture: &Fixture,
    caller: &Caller,
    once: Option<Once>,
    at: DateTime<Utc>,
) -> Result<Made<TaskRecord>, StoreError> {
    fixture
        .store
        .create_task(caller, titled("a"), once, at)
        .await
}

#[tokio::test]
async fn the_first_answer_is_given_again() {
    let fixture = Fixture::new().await;
    let first = create(&fixture, &fixture.ana, key("k", 1), now())
        .await
        .unwrap();
    assert!(!first.replayed);
    // Even when the task is another by now.
    fixture
        .edit(first.value.id, status(TaskStatus::Completed))
        .await
        .unwrap();
    let fixture = fixture.reopened().await;
    let again = create(&fixture, &fixture.ana, key("k", 1), now())
        .await
        .unwrap();
    assert_eq!((again.value, again.replayed), (first.value, true));

    let other_request = create(&fixture, &fixture.ana, key("k", 2), now()).await;
    assert!(matches!(other_request, Err(StoreError::KeyReused)));
    let other_key = create(&fixture, &fixture.ana, key("l", 1), now())
        .await
        .unwrap();
    assert_eq!((other_key.value.id, other_key.replayed), (2, false));
    let other_caller = create(&fixture, &fixture.dev, key("k", 2), now())
        .await
        .unwrap();
    assert_eq!((other_caller.value.id, other_caller.replayed), (3, false));
    let other_operation = Once {
        operation: "create_reminder",
        ..key("k", 2).unwrap()
    };
    let made = fixture
        .store
        .create_reminder(
            &fixture.ana,
            1,
            reminder("rem_1", now()),
            Some(other_operation),
            now(),
        )
        .await
        .unwrap();
    assert!(!made.replayed);
}

#[tokio::test]
async fn a_key_is_kept_for_a_day() {
    let fixture = Fixture::new().await;
    let at = |hours| now() + Duration::hours(hours);
    create(&fixture, &fixture.ana, key("k", 1), at(0))
        .await
        .unwrap();
    let within = create(&fixture, &fixture.ana, key("k", 1), at(23))
        .await
        .unwrap();
    assert!(within.replayed);
    let after = create(&fixture, &fixture.ana, key("k", 2), at(24))
        .await
        .unwrap();
    assert!(!after.replayed);
}

#[tokio::test]
async fn a_request_that_failed_leaves_its_key_unused() {
    let fixture = Fixture::new().await;
    let orphan = TaskContent {
        parent_id: Some(99),
        ..titled("a")
    };
    let refused = fixture
        .store
        .create_task(&fixture.ana, orphan, key("k", 1), now())
        .await;
    assert!(matches!(refused, Err(StoreError::Rule(_))));
    let made = create(&fixture, &fixture.ana, key("k", 2), now())
        .await
        .unwrap();
    assert!(!made.replayed);
}

#[tokio::test]
async fn of_many_at_once_one_has_its_effect() {
    let fixture = Fixture::new().await;
    let all = futures::future::join_all(
        (0..50).map(|_| create(&fixture, &fixture.ana, key("k", 1), now())),
    )
    .await;
    let all: Vec<_> = all.into_iter().map(Result::unwrap).collect();
    assert_eq!(all.iter().filter(|made| !made.replayed).count(), 1);
    assert!(all.iter().all(|made| made.value == all[0].value));
}
