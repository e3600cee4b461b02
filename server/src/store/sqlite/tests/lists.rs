//! Lists hold what they are asked for, in the order asked for, and their pages fit together.

use super::*;
use crate::store::records::{TaskOrder, TaskQuery};

const ORDERS: [TaskOrder; 7] = [
    TaskOrder::CreatedAsc,
    TaskOrder::CreatedDesc,
    TaskOrder::DeadlineAsc,
    TaskOrder::DeadlineDesc,
    TaskOrder::UpdatedDesc,
    TaskOrder::PriorityDesc,
    TaskOrder::CompletedDesc,
];

fn query(order: TaskOrder) -> TaskQuery {
    TaskQuery {
        order,
        ..TaskQuery::default()
    }
}

/// Many tasks: two in three Ana's, the others Dev's, of which every second is shared with Ana.
async fn many(fixture: &Fixture) -> Vec<TaskRecord> {
    let mut visible = Vec::new();
    for n in 0_i64..90 {
        let content = TaskContent {
            priority: [
                Priority::Low,
                Priority::Normal,
                Priority::High,
                Priority::Urgent,
            ][(n * 7 % 4) as usize],
            deadline: (n % 5 != 0)
                .then(|| day("2026-12-01") + chrono::Days::new((n * 13 % 17) as u64)),
            status: [
                TaskStatus::Pending,
                TaskStatus::InProgress,
                TaskStatus::Completed,
            ][(n * 5 % 3) as usize],
            ..titled(&format!("task {n}"))
        };
        let (owner, is_visible) = match n % 6 {
            0 => (&fixture.dev, true),
            3 => (&fixture.dev, false),
            _ => (&fixture.ana, true),
        };
        // Several at the same time.
        let at = now() + Duration::seconds(n * 11 % 23);
        let made = fixture.store.create_task(owner, content, None, at).await;
        let made = made.unwrap().value;
        if owner == &fixture.dev && is_visible {
            fixture
                .store
                .put_share(
                    &fixture.dev,
                    made.id,
                    &fixture.ana.email,
                    Permission::View,
                    at,
                )
                .await
                .unwrap();
        }
        if is_visible {
            visible.push(made);
        }
    }
    visible
}

/// The order as the document says it, apart from the database.
fn sorted(mut tasks: Vec<TaskRecord>, order: TaskOrder) -> Vec<i64> {
    use std::cmp::Reverse;
    match order {
        TaskOrder::CreatedAsc => tasks.sort_by_key(|task| task.id),
        TaskOrder::CreatedDesc => tasks.sort_by_key(|task| Reverse(task.id)),
        TaskOrder::DeadlineAsc => tasks.sort_by_key(|task| {
            let deadline = task.content.deadline;
            (deadline.is_none(), deadline, task.id)
        }),
        TaskOrder::DeadlineDesc => tasks.sort_by_key(|task| {
            let deadline = task.content.deadline;
            (deadline.is_none(), Reverse(deadline), task.id)
        }),
        TaskOrder::UpdatedDesc => tasks.sort_by_key(|task| (Reverse(task.updated_at), task.id)),
        TaskOrder::PriorityDesc => {
            tasks.sort_by_key(|task| (Reverse(task.content.priority), task.id));
        }
        TaskOrder::CompletedDesc => {
            tasks.retain(|task| task.completed_at.is_some());
            tasks.sort_by_key(|task| (Reverse(task.completed_at), task.id));
        }
    }
    tasks.into_iter().map(|task| task.id).collect()
}

async fn pages(fixture: &Fixture, query: &TaskQuery, limit: usize) -> Vec<i64> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let page = fixture
            .store
            .list_tasks(&fixture.ana, query, after, limit)
            .await
            .unwrap();
        assert!(page.items.len() == limit || page.next.is_none());
        all.extend(page.items.iter().map(|task| task.id));
        after = page.next;
        if after.is_none() {
            return all;
        }
    }
}

#[tokio::test]
async fn every_order_is_kept_over_all_pages() {
    let fixture = Fixture::new().await;
    let visible = many(&fixture).await;
    for order in ORDERS {
        let expected = sorted(visible.clone(), order);
        for limit in [1, 7, 100] {
            assert_eq!(
                pages(&fixture, &query(order), limit).await,
                expected,
                "{order:?} by {limit}"
            );
        }
    }
}

#[tokio::test]
async fn a_page_that_is_just_full_is_the_last() {
    let fixture = Fixture::new().await;
    for n in 0..6 {
        fixture.task(titled(&n.to_string())).await;
    }
    let page = fixture
        .store
        .list_tasks(&fixture.ana, &TaskQuery::default(), None, 6)
        .await
        .unwrap();
    assert_eq!((page.items.len(), page.next), (6, None));
}

#[tokio::test]
async fn pages_stay_true_while_tasks_come_and_go() {
    let fixture = Fixture::new().await;
    let visible = many(&fixture).await;
    for order in ORDERS {
        let expected = sorted(visible.clone(), order);
        let first = fixture
            .store
            .list_tasks(&fixture.ana, &query(order), None, 10)
            .await
            .unwrap();
        // New ones of every kind, and those at the seam go.
        for priority in [Priority::Low, Priority::Urgent] {
            for deadline in [None, Some(day("2026-01-01")), Some(day("2027-01-01"))] {
                let content = TaskContent {
                    priority,
                    deadline,
                    ..titled("new")
                };
                fixture.task(content).await;
            }
        }
        let rest = {
            let mut all = Vec::new();
            let mut after = first.next;
            while let Some(cursor) = after {
                let page = fixture
                    .store
                    .list_tasks(&fixture.ana, &query(order), Some(cursor), 10)
                    .await
                    .unwrap();
                all.extend(page.items.iter().map(|task| task.id));
                after = page.next;
            }
            all
        };
        // Of the old ones, each exactly once.
        let old: Vec<i64> = first
            .items
            .iter()
            .map(|task| task.id)
            .chain(rest)
            .filter(|id| expected.contains(id))
            .collect();
        assert_eq!(old, expected, "{order:?}");
    }
}

#[tokio::test]
async fn a_page_goes_on_where_its_last_task_was_even_when_that_is_gone() {
    let fixture = Fixture::new().await;
    for n in 0..4 {
        fixture.task(titled(&n.to_string())).await;
    }
    let list = |after| {
        let store = &fixture.store;
        let ana = &fixture.ana;
        async move {
            store
                .list_tasks(ana, &query(TaskOrder::UpdatedDesc), after, 2)
                .await
                .unwrap()
        }
    };
    let first = list(None).await;
    assert_eq!(first.items[1].id, 2);
    fixture
        .store
        .delete_task(&fixture.ana, 2, IfVersion::Any, now())
        .await
        .unwrap();
    let second = list(first.next).await;
    let ids: Vec<i64> = second.items.iter().map(|task| task.id).collect();
    assert_eq!(ids, [3, 4]);
}

#[tokio::test]
async fn filters_are_combined() {
    let fixture = Fixture::new().await;
    let parent = fixture.task(titled("Übung macht den Meister")).await.id;
    let wanted = TaskContent {
        description: "Half a page for the BLOG – 100% _sure_".to_owned(),
        status: TaskStatus::InProgress,
        deadline: Some(day("2026-12-04")),
        tags: vec!["launch".to_owned(), "writing".to_owned()],
        assignee: Some("Dev@example.com".to_owned()),
        parent_id: Some(parent),
        ..titled("Write the announcement")
    };
    let wanted = fixture.task(wanted).await.id;
    fixture.task(titled("something else")).await;
    let check = async |query: TaskQuery, expected: &[i64]| {
        let query = TaskQuery {
            order: TaskOrder::CreatedAsc,
            ..query
        };
        assert_eq!(pages(&fixture, &query, 10).await, expected, "{query:?}");
    };
    let text = |text: &str| TaskQuery {
        text: Some(text.to_owned()),
        ..TaskQuery::default()
    };
    let tag = |tag: &str| TaskQuery {
        tag: Some(tag.to_owned()),
        ..TaskQuery::default()
    };
    let before = |date: &str| TaskQuery {
        deadline_before: Some(day(date)),
        ..TaskQuery::default()
    };
    check(text("ANNOUNCE"), &[wanted]).await;
    check(text("blog"), &[wanted]).await;
    check(text("übung"), &[parent]).await;
    check(text("100%"), &[wanted]).await;
    check(text("100_"), &[]).await;
    check(tag("launch"), &[wanted]).await;
    check(tag("Launch"), &[]).await;
    check(tag("laun"), &[]).await;
    check(before("2026-12-05"), &[wanted]).await;
    check(before("2026-12-04"), &[]).await;
    let all = TaskQuery {
        status: Some(TaskStatus::InProgress),
        tag: Some("writing".to_owned()),
        assignee: Some("dev@EXAMPLE.com".to_owned()),
        deadline_before: Some(day("2027-01-01")),
        text: Some("page".to_owned()),
        parent_id: Some(parent),
        order: TaskOrder::CreatedAsc,
    };
    check(all.clone(), &[wanted]).await;
    let status = Some(TaskStatus::Pending);
    check(TaskQuery { status, ..all }, &[]).await;
}

#[tokio::test]
async fn lists_walk_along_an_index() {
    let fixture = Fixture::new().await;
    for order in ORDERS {
        for after in [false, true] {
            let plan = fixture
                .store
                .read(|connection| {
                    super::super::task_list::plan_of_own(connection, &fixture.ana, order, after)
                })
                .unwrap();
            assert!(
                plan.contains("SEARCH t USING") && !plan.contains("TEMP B-TREE FOR ORDER BY"),
                "{order:?}: {plan}"
            );
        }
    }
}
