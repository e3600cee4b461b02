//! Creating tasks.

use serde_json::json;
use taskmanager_client::types::{
    NewTask, NullableDate, NullableEmail, NullableTaskId, Priority, Tags, TaskIds, TaskStatus,
};

use super::harness::{Service, as_json, header};

#[tokio::test]
async fn create_task_stores_all_that_is_given() {
    let service = Service::start().await;
    let first = service.task("Plan the launch").await;
    let second = service.task("Book the room").await;
    let body = NewTask::builder()
        .title("  Write the launch announcement ")
        .description("Half a page — “für alle” 🚀")
        .priority(Priority::High)
        .deadline(NullableDate(Some("2026-12-04".parse().unwrap())))
        .tags(Tags(vec![
            "launch".parse().unwrap(),
            "writing".parse().unwrap(),
        ]))
        .assignee(NullableEmail(Some("dev@example.com".parse().unwrap())))
        .parent_id(NullableTaskId(Some(*first.id)))
        .depends_on(TaskIds(vec![second.id.clone()]));
    let created = service
        .api
        .create_task()
        .body(body)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        as_json(&created),
        json!({
            "id": *second.id + 1,
            "title": "  Write the launch announcement ",
            "description": "Half a page — “für alle” 🚀",
            "status": "pending",
            "priority": "high",
            "deadline": "2026-12-04",
            "tags": ["launch", "writing"],
            "assignee": "dev@example.com",
            "parent_id": *first.id,
            "depends_on": [*second.id],
            "owner": as_json(&created.owner),
            "version": 1,
            "created_at": "2026-11-22T09:15:30Z",
            "updated_at": "2026-11-22T09:15:30Z",
            "completed_at": null,
        })
    );
    assert_eq!(service.read_task(*created.id).await, created);
}

#[tokio::test]
async fn create_task_needs_a_title_alone() {
    let service = Service::start().await;
    let task = service
        .api
        .create_task()
        .body(NewTask::builder().title("Buy milk"))
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        (task.description.as_str(), task.status, task.priority),
        ("", TaskStatus::Pending, Priority::Normal)
    );
    assert_eq!(
        (&*task.deadline, &*task.assignee, &*task.parent_id),
        (&None, &None, &None)
    );
    assert!(task.tags.is_empty() && task.depends_on.is_empty());
}

#[tokio::test]
async fn create_task_answers_201_with_location_and_etag() {
    let service = Service::start().await;
    let answer = service
        .api
        .create_task()
        .body(NewTask::builder().title("Buy milk"))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 201);
    assert_eq!(header(&answer, "location"), format!("/tasks/{}", answer.id));
    let read = service
        .api
        .get_task()
        .task_id(*answer.id)
        .send()
        .await
        .unwrap();
    assert_eq!(header(&answer, "etag"), header(&read, "etag"));
}

#[tokio::test]
async fn create_task_numbers_tasks_from_one() {
    let service = Service::start().await;
    for number in 1..=3 {
        let task = service
            .api
            .create_task()
            .body(NewTask::builder().title("One more"))
            .send()
            .await
            .unwrap();
        assert_eq!(*task.id, number);
    }
}

#[tokio::test]
async fn create_task_takes_values_at_their_limits() {
    let service = Service::start().await;
    // 200 characters count as characters, not as bytes.
    for title in [
        "x".repeat(200),
        "ü".repeat(200),
        "🚀".repeat(200),
        "x".to_owned(),
    ] {
        let body = NewTask::builder()
            .title(&*title)
            .description("d".repeat(10_000));
        let task = service.api.create_task().body(body).send().await.unwrap();
        assert_eq!(*task.title, title);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn create_task_gives_every_task_its_own_number() {
    let service = Service::start().await;
    let creating = (0..50).map(|_| {
        service
            .api
            .create_task()
            .body(NewTask::builder().title("At once"))
            .send()
    });
    let created = futures::future::try_join_all(creating).await.unwrap();
    let mut numbers: Vec<i64> = created.iter().map(|task| *task.id).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=50).collect::<Vec<i64>>());
}
