//! Parents and dependencies are there, and form no circle.

use super::*;
use crate::store::Rule;

fn parent(id: i64) -> TaskEdit {
    TaskEdit {
        parent_id: Some(Some(id)),
        ..TaskEdit::default()
    }
}

fn depends_on(ids: &[i64]) -> TaskEdit {
    TaskEdit {
        depends_on: Some(ids.to_vec()),
        ..TaskEdit::default()
    }
}

#[track_caller]
fn check(result: Result<TaskRecord, StoreError>, expected: Rule) {
    match result {
        Err(StoreError::Rule(rule)) => assert_eq!(rule, expected),
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn parents_are_there_and_form_no_circle() {
    let fixture = Fixture::new().await;
    let [a, b, c] = [
        fixture.task(titled("a")).await.id,
        fixture.task(titled("b")).await.id,
        fixture.task(titled("c")).await.id,
    ];
    check(
        fixture.edit(a, parent(99)).await,
        Rule::UnknownParent { id: 99 },
    );
    check(
        fixture.edit(a, parent(a)).await,
        Rule::ParentCycle { id: a },
    );
    fixture.edit(b, parent(a)).await.unwrap();
    fixture.edit(c, parent(b)).await.unwrap();
    check(
        fixture.edit(a, parent(c)).await,
        Rule::ParentCycle { id: c },
    );
    fixture.edit(c, parent(a)).await.unwrap();
    let unchanged = fixture.store.task(&fixture.ana, a).await.unwrap();
    assert_eq!((unchanged.version, unchanged.content.parent_id), (1, None));

    let orphan = TaskContent {
        parent_id: Some(99),
        ..titled("d")
    };
    let refused = fixture
        .store
        .create_task(&fixture.ana, orphan, None, now())
        .await;
    check(
        refused.map(|made| made.value),
        Rule::UnknownParent { id: 99 },
    );
}

#[tokio::test]
async fn dependencies_are_there_and_form_no_circle() {
    let fixture = Fixture::new().await;
    let [a, b, c] = [
        fixture.task(titled("a")).await.id,
        fixture.task(titled("b")).await.id,
        fixture.task(titled("c")).await.id,
    ];
    check(
        fixture.edit(a, depends_on(&[b, 99])).await,
        Rule::UnknownDependency { index: 1, id: 99 },
    );
    check(
        fixture.edit(a, depends_on(&[a])).await,
        Rule::DependencyCycle { index: 0, id: a },
    );
    fixture.edit(b, depends_on(&[a])).await.unwrap();
    fixture.edit(c, depends_on(&[b])).await.unwrap();
    check(
        fixture.edit(a, depends_on(&[c])).await,
        Rule::DependencyCycle { index: 0, id: c },
    );
    // A diamond is no circle.
    let diamond = fixture.edit(c, depends_on(&[a, b])).await.unwrap();
    assert_eq!(diamond.content.depends_on, [a, b]);
}

#[tokio::test]
async fn what_the_caller_may_not_see_is_not_there() {
    let fixture = Fixture::new().await;
    let secret = fixture.task(titled("secret")).await.id;
    let own = fixture
        .store
        .create_task(&fixture.dev, titled("own"), None, now())
        .await
        .unwrap()
        .value
        .id;
    let by_dev = |edit| {
        fixture
            .store
            .update_task(&fixture.dev, own, edit, IfVersion::Any, now())
    };
    check(
        by_dev(parent(secret)).await,
        Rule::UnknownParent { id: secret },
    );
    check(
        by_dev(depends_on(&[secret])).await,
        Rule::UnknownDependency {
            index: 0,
            id: secret,
        },
    );
    fixture.share(secret, Permission::View).await;
    by_dev(depends_on(&[secret])).await.unwrap();
    // What is there already may stay when it is no longer seen.
    fixture
        .store
        .delete_share(&fixture.ana, secret, &fixture.dev.email, now())
        .await
        .unwrap();
    let other = fixture.task(titled("other")).await.id;
    fixture.share(other, Permission::View).await;
    let both = by_dev(depends_on(&[other, secret])).await.unwrap();
    assert_eq!(both.content.depends_on, [other, secret]);
}

#[tokio::test]
async fn several_tasks_are_created_all_or_none() {
    let fixture = Fixture::new().await;
    let bad = TaskContent {
        parent_id: Some(99),
        ..titled("bad")
    };
    let refused = fixture
        .store
        .create_tasks(&fixture.ana, vec![titled("good"), bad], now())
        .await;
    assert!(matches!(refused, Err(StoreError::Rule(_))));
    let made = fixture
        .store
        .create_tasks(&fixture.ana, vec![titled("a"), titled("b")], now())
        .await
        .unwrap();
    let titles: Vec<_> = made
        .iter()
        .map(|task| task.content.title.as_str())
        .collect();
    assert_eq!(titles, ["a", "b"]);
    let all = fixture.store.task_titles(&fixture.ana, 10).await.unwrap();
    assert_eq!(all.len(), 2);
}
