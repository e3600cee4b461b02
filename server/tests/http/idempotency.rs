//! `Idempotency-Key` on everything that creates or starts: same request, same answer, one effect.

use http::Method;
use serde_json::{Value, json};
use taskmanager_client::types::NewTask;

use super::harness::{Answer, Service, refused};

/// Everything that takes a key and answers whole, with two requests that differ.
fn operations(task_id: i64) -> [(String, Value, Value); 8] {
    let question = |text: &str| json!({"question": text});
    let under = |rest: &str| format!("/tasks/{task_id}/{rest}");
    [
        (
            "/tasks".to_owned(),
            json!({"title": "one"}),
            json!({"title": "other"}),
        ),
        (
            under("reminders"),
            json!({"remind_at": "2026-12-01T08:00:00Z"}),
            json!({"remind_at": "2026-12-02T08:00:00Z"}),
        ),
        (
            under("meetings"),
            json!({"attendees": ["a@example.com"]}),
            json!({"attendees": ["b@example.com"]}),
        ),
        (
            under("help"),
            question("What is this task about?"),
            question("Who is it assigned to?"),
        ),
        (
            under("schedule"),
            question("Remind me tomorrow at 9"),
            question("Remind me tomorrow at 10"),
        ),
        (
            under("collaborate"),
            question("Assign this to dev@example.com"),
            question("Assign this to qa@example.com"),
        ),
        (
            under("analyze"),
            question("How long will this take?"),
            question("What blocks this?"),
        ),
        (
            "/chat".to_owned(),
            json!({"message": "Create a task to buy milk"}),
            json!({"message": "Create a task to buy tea"}),
        ),
    ]
}

async fn with_key(service: &Service, path: &str, key: &str, body: &Value) -> Answer {
    Answer::of(
        service
            .request(Method::POST, path)
            .header("idempotency-key", key)
            .json(body),
    )
    .await
}

#[tokio::test]
async fn the_same_key_and_request_get_the_first_answer_again() {
    let service = Service::start().await;
    let task = service.task("Write the announcement").await;
    for (path, body, _) in operations(*task.id) {
        let first = with_key(&service, &path, "a-key", &body).await;
        assert!(first.status.is_success(), "{path}: {first:?}");
        let again = with_key(&service, &path, "a-key", &body).await;
        assert_eq!(
            (first.status, first.json()),
            (again.status, again.json()),
            "{path}"
        );
        assert_eq!(
            first.headers.get("location"),
            again.headers.get("location"),
            "{path}"
        );
        assert_eq!(
            first.headers.get("etag"),
            again.headers.get("etag"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_same_key_with_another_request_is_409() {
    let service = Service::start().await;
    let task = service.task("Write the announcement").await;
    for (path, body, other) in operations(*task.id) {
        assert!(
            with_key(&service, &path, "a-key", &body)
                .await
                .status
                .is_success(),
            "{path}"
        );
        with_key(&service, &path, "a-key", &other)
            .await
            .refused(409, "idempotency_conflict");
    }
}

#[tokio::test]
async fn another_key_does_it_again() {
    let service = Service::start().await;
    for key in ["one", "two"] {
        let body = NewTask::builder().title("Buy milk");
        service
            .api
            .create_task()
            .idempotency_key(key)
            .body(body)
            .send()
            .await
            .unwrap();
    }
    assert_eq!(
        service.api.list_tasks().send().await.unwrap().items.len(),
        2
    );
}

#[tokio::test]
async fn a_refused_request_leaves_its_key_free() {
    let service = Service::start().await;
    with_key(&service, "/tasks", "a-key", &json!({"title": " "}))
        .await
        .refused(422, "validation_failed");
    assert_eq!(
        with_key(&service, "/tasks", "a-key", &json!({"title": "Buy milk"}))
            .await
            .status,
        201
    );
    let missing = service
        .api
        .create_reminder()
        .task_id(999)
        .idempotency_key("b-key");
    let body = taskmanager_client::types::NewReminder::builder().remind_at(service.clock.now());
    assert_eq!(
        refused(missing.body(body).send().await),
        (404, "not_found".to_owned())
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_twenty_at_once_with_one_key_one_creates() {
    let service = Service::start().await;
    let body = json!({"title": "Buy milk"});
    let creating = (0..20).map(|_| with_key(&service, "/tasks", "a-key", &body));
    let answers = futures::future::join_all(creating).await;
    for answer in &answers {
        assert_eq!(
            (answer.status.as_u16(), answer.json()),
            (201, answers[0].json())
        );
    }
    assert_eq!(
        service.api.list_tasks().send().await.unwrap().items.len(),
        1
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_twenty_runs_at_once_with_one_key_one_starts() {
    let service = Service::start().await;
    let body = json!({"message": "Create a task to buy milk"});
    let asking = (0..20).map(|_| with_key(&service, "/chat", "a-key", &body));
    let answers = futures::future::join_all(asking).await;
    for answer in &answers {
        assert_eq!(
            (answer.status.as_u16(), answer.json()),
            (200, answers[0].json())
        );
    }
    assert_eq!(service.api.list_runs().send().await.unwrap().items.len(), 1);
    assert_eq!(
        service.api.list_tasks().send().await.unwrap().items.len(),
        1
    );
}

#[tokio::test]
async fn a_stream_with_a_key_is_sent_anew_from_its_first_event() {
    let service = Service::start().await;
    let body = json!({"message": "Create a task to buy milk"});
    let first = with_key(&service, "/chat/stream", "a-key", &body).await;
    let again = with_key(&service, "/chat/stream", "a-key", &body).await;
    assert_eq!(
        crate::frames::frames(&first.text),
        crate::frames::frames(&again.text)
    );
    assert_eq!(service.api.list_runs().send().await.unwrap().items.len(), 1);
    with_key(
        &service,
        "/chat/stream",
        "a-key",
        &json!({"message": "Hello"}),
    )
    .await
    .refused(409, "idempotency_conflict");
}
