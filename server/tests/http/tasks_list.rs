//! Listing tasks: filters, orders, pages.

use chrono::{NaiveDate, TimeDelta};
use futures::TryStreamExt;
use taskmanager_client::types::{
    NewTask, NullableDate, NullableEmail, Priority, Tags, TaskOrder, TaskStatus, TaskUpdate,
};

use super::harness::{Service, refusal, rules};

/// Titles, as a caller sees them in a list.
fn titles(tasks: &[taskmanager_client::types::Task]) -> Vec<&str> {
    tasks.iter().map(|task| task.title.as_str()).collect()
}

fn day(text: &str) -> NullableDate {
    NullableDate(Some(text.parse().unwrap()))
}

/// Five tasks that differ in all that one can filter and order by, created a minute apart.
async fn five() -> Service {
    let service = Service::start().await;
    let tags = |tags: &[&str]| Tags(tags.iter().map(|tag| tag.parse().unwrap()).collect());
    let dev = || NullableEmail(Some("dev@example.com".parse().unwrap()));
    let tasks = [
        NewTask::builder()
            .title("apple")
            .priority(Priority::Low)
            .deadline(day("2026-12-01"))
            .tags(tags(&["fruit"])),
        NewTask::builder()
            .title("bread")
            .priority(Priority::Urgent)
            .assignee(dev())
            .description("With APPLE jam"),
        NewTask::builder()
            .title("cheese")
            .deadline(day("2026-11-25"))
            .tags(tags(&["Fruit", "milk"])),
        NewTask::builder()
            .title("dates")
            .priority(Priority::High)
            .tags(tags(&["fruit", "dry"]))
            .assignee(dev()),
        NewTask::builder().title("eggs").deadline(day("2026-12-01")),
    ];
    for task in tasks {
        service.new_task(task).await;
        service.clock.advance(TimeDelta::minutes(1));
    }
    let done = TaskUpdate {
        status: Some(TaskStatus::Completed),
        ..TaskUpdate::default()
    };
    service
        .api
        .update_task()
        .task_id(2)
        .body(done)
        .send()
        .await
        .unwrap();
    service.clock.advance(TimeDelta::minutes(1));
    let begun = TaskUpdate {
        status: Some(TaskStatus::InProgress),
        ..TaskUpdate::default()
    };
    service
        .api
        .update_task()
        .task_id(1)
        .body(begun)
        .send()
        .await
        .unwrap();
    service
}

/// What a list shows in the order of creation.
macro_rules! lists {
    ($test:ident, |$list:ident| $filtered:expr, $titles:expr) => {
        #[tokio::test]
        async fn $test() {
            let service = five().await;
            let $list = service.api.list_tasks().order(TaskOrder::CreatedAsc);
            let page = $filtered.send().await.unwrap();
            let expected: &[&str] = &$titles;
            assert_eq!(titles(&page.items), expected);
            assert_eq!(page.next_page, None);
        }
    };
}

lists!(
    list_tasks_by_status,
    |list| list.status(TaskStatus::Pending),
    ["cheese", "dates", "eggs"]
);
lists!(
    list_tasks_completed,
    |list| list.status(TaskStatus::Completed),
    ["bread"]
);
lists!(
    list_tasks_by_tag_in_exactly_this_spelling,
    |list| list.tag("fruit"),
    ["apple", "dates"]
);
lists!(
    list_tasks_by_assignee,
    |list| list.assignee("dev@example.com"),
    ["bread", "dates"]
);
lists!(
    list_tasks_by_deadline_excludes_the_day_and_tasks_without,
    |list| list.deadline_before("2026-12-01".parse::<NaiveDate>().unwrap()),
    ["cheese"]
);
lists!(
    list_tasks_by_deadline,
    |list| list.deadline_before("2026-12-02".parse::<NaiveDate>().unwrap()),
    ["apple", "cheese", "eggs"]
);
lists!(
    list_tasks_by_text_in_title_or_description_in_any_case,
    |list| list.text("Apple"),
    ["apple", "bread"]
);
lists!(
    list_tasks_by_all_filters_at_once,
    |list| list
        .tag("fruit")
        .status(TaskStatus::Pending)
        .assignee("dev@example.com"),
    ["dates"]
);
lists!(
    list_tasks_that_nothing_meets,
    |list| list.text("zucchini"),
    []
);
lists!(
    list_tasks_takes_wildcards_as_text,
    |list| list.text("%"),
    []
);
lists!(
    list_tasks_takes_underscores_as_text,
    |list| list.text("_pple"),
    []
);
lists!(
    list_tasks_takes_quotes_as_text,
    |list| list.text("' OR 1=1 --"),
    []
);

/// The titles in one order.
macro_rules! orders {
    ($($test:ident: $order:ident => $titles:expr;)*) => {$(
        #[tokio::test]
        async fn $test() {
            let service = five().await;
            let page = service.api.list_tasks().order(TaskOrder::$order).send().await.unwrap();
            assert_eq!(titles(&page.items), $titles);
        }
    )*};
}

orders! {
    list_tasks_oldest_first: CreatedAsc => ["apple", "bread", "cheese", "dates", "eggs"];
    list_tasks_newest_first: CreatedDesc => ["eggs", "dates", "cheese", "bread", "apple"];
    list_tasks_most_urgent_deadline_first: DeadlineAsc => ["cheese", "apple", "eggs", "bread", "dates"];
    list_tasks_priority_first: PriorityDesc => ["bread", "dates", "cheese", "eggs", "apple"];
    list_tasks_changed_last_first: UpdatedDesc => ["apple", "bread", "eggs", "dates", "cheese"];
}

#[tokio::test]
async fn list_tasks_latest_deadline_first_and_none_last() {
    let service = five().await;
    let page = service
        .api
        .list_tasks()
        .order(TaskOrder::DeadlineDesc)
        .send()
        .await
        .unwrap();
    let titles = titles(&page.items);
    // Equal deadlines are ordered by id; the document leaves open in which direction.
    assert!(
        titles[..2].contains(&"apple") && titles[..2].contains(&"eggs"),
        "{titles:?}"
    );
    assert_eq!(titles[2], "cheese");
    assert!(
        titles[3..].contains(&"bread") && titles[3..].contains(&"dates"),
        "{titles:?}"
    );
}

#[tokio::test]
async fn list_tasks_newest_first_by_default() {
    let service = five().await;
    let default = service.api.list_tasks().send().await.unwrap();
    let newest = service
        .api
        .list_tasks()
        .order(TaskOrder::CreatedDesc)
        .send()
        .await
        .unwrap();
    assert_eq!(default.items, newest.items);
}

#[tokio::test]
async fn list_tasks_shows_what_get_task_shows() {
    let service = five().await;
    for task in &service.api.list_tasks().send().await.unwrap().items {
        assert_eq!(*task, service.read_task(*task.id).await);
    }
}

const ORDERS: [TaskOrder; 6] = [
    TaskOrder::CreatedAsc,
    TaskOrder::CreatedDesc,
    TaskOrder::DeadlineAsc,
    TaskOrder::DeadlineDesc,
    TaskOrder::UpdatedDesc,
    TaskOrder::PriorityDesc,
];

/// Twenty-three tasks, many of them equal in all that can be ordered by.
async fn many() -> Service {
    let service = Service::start().await;
    for number in 0..23 {
        let mut task = NewTask::builder().title(format!("task {number}"));
        if number % 3 != 0 {
            task = task.deadline(day(if number % 2 == 0 {
                "2026-12-01"
            } else {
                "2026-12-02"
            }));
        }
        if number % 5 == 0 {
            task = task.priority(Priority::High);
        }
        service.new_task(task).await;
        if number % 4 == 0 {
            service.clock.advance(TimeDelta::seconds(1));
        }
    }
    service
}

#[tokio::test]
async fn list_tasks_pages_hold_each_task_once_in_every_order() {
    let service = many().await;
    for order in ORDERS {
        let whole = service
            .api
            .list_tasks()
            .order(order)
            .limit(100)
            .send()
            .await
            .unwrap()
            .into_inner();
        assert_eq!((whole.items.len(), whole.next_page), (23, None));
        for limit in [1, 2, 7, 22, 23] {
            let mut paged = Vec::new();
            let mut page = service
                .api
                .list_tasks()
                .order(order)
                .limit(limit)
                .send()
                .await
                .unwrap()
                .into_inner();
            loop {
                assert!(page.items.len() <= usize::try_from(limit).unwrap());
                paged.extend(page.items);
                let Some(token) = page.next_page else { break };
                page = service
                    .api
                    .list_tasks()
                    .page_token(token)
                    .limit(limit)
                    .send()
                    .await
                    .unwrap()
                    .into_inner();
            }
            assert_eq!(paged, whole.items, "{order} by {limit}");
        }
    }
}

#[tokio::test]
async fn list_tasks_as_a_stream_over_all_pages() {
    let service = many().await;
    let listed: Vec<_> = service
        .api
        .list_tasks()
        .stream()
        .try_collect()
        .await
        .unwrap();
    let mut numbers: Vec<i64> = listed.iter().map(|task| *task.id).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=23).collect::<Vec<i64>>());
}

#[tokio::test]
async fn list_tasks_pages_carry_filters_and_order() {
    let service = many().await;
    let first = service
        .api
        .list_tasks()
        .text("task 1")
        .order(TaskOrder::CreatedAsc)
        .limit(4)
        .send()
        .await
        .unwrap();
    assert_eq!(
        titles(&first.items),
        ["task 1", "task 10", "task 11", "task 12"]
    );
    let token = first.into_inner().next_page.unwrap();
    let second = service
        .api
        .list_tasks()
        .page_token(token)
        .limit(4)
        .send()
        .await
        .unwrap();
    assert_eq!(
        titles(&second.items),
        ["task 13", "task 14", "task 15", "task 16"]
    );
}

#[tokio::test]
async fn list_tasks_twenty_to_a_page_by_default() {
    let service = many().await;
    let page = service.api.list_tasks().send().await.unwrap();
    assert_eq!(page.items.len(), 20);
    assert!(page.next_page.is_some());
}

#[tokio::test]
async fn list_tasks_pages_stay_steady_while_tasks_come_and_go() {
    let service = many().await;
    let first = service
        .api
        .list_tasks()
        .limit(10)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(first.items[9].id, 14.into());
    service.clock.advance(TimeDelta::seconds(1));
    service.task("newer than all").await;
    service.api.delete_task().task_id(20).send().await.unwrap();
    let rest = service
        .api
        .list_tasks()
        .page_token(first.next_page.unwrap())
        .limit(100)
        .send()
        .await
        .unwrap();
    let numbers: Vec<i64> = rest.items.iter().map(|task| *task.id).collect();
    assert_eq!(numbers, (1..=13).rev().collect::<Vec<i64>>());
}

#[tokio::test]
async fn filters_beside_a_page_token_are_refused() {
    let service = many().await;
    let token = service
        .api
        .list_tasks()
        .limit(1)
        .send()
        .await
        .unwrap()
        .into_inner()
        .next_page
        .unwrap();
    let with_text = service
        .api
        .list_tasks()
        .page_token(token.clone())
        .text("task")
        .send()
        .await;
    let with_order = service
        .api
        .list_tasks()
        .page_token(token)
        .order(TaskOrder::CreatedAsc)
        .send()
        .await;
    for (refused, location) in [(with_text, "/query/text"), (with_order, "/query/order")] {
        let (status, error) = refusal(refused);
        assert_eq!(status, 422);
        let broken = rules(&error.violations);
        assert!(broken.len() == 1 && broken[0].0 == location, "{broken:?}");
    }
}

#[tokio::test]
async fn a_page_token_of_another_list_is_refused() {
    let service = many().await;
    for number in 0..2 {
        let remind_at = service.clock.now() + TimeDelta::days(1 + number);
        let body = taskmanager_client::types::NewReminder::builder().remind_at(remind_at);
        service
            .api
            .create_reminder()
            .task_id(1)
            .body(body)
            .send()
            .await
            .unwrap();
    }
    let other = service
        .api
        .list_reminders()
        .task_id(1)
        .limit(1)
        .send()
        .await
        .unwrap()
        .into_inner()
        .next_page
        .unwrap();
    for token in [other.as_str(), "x", "", "AAAAAAAAAAAA", "💥"] {
        let (status, error) = refusal(service.api.list_tasks().page_token(token).send().await);
        assert_eq!(status, 422);
        assert_eq!(error.violations[0].location, "/query/page_token");
    }
}
