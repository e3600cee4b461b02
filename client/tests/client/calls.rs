//! Single calls: what is sent, and what the ways of failing become.

use std::error::Error as _;
use std::time::Duration;

use expect_test::{Expect, expect};
use serde_json::json;
use taskmanager_client::{Client, Failure};

use crate::stub::{Answer, Stub, nowhere};

async fn failure_of(answer: impl Fn() -> Answer + Send + Sync + 'static) -> Failure {
    let stub = Stub::new(move |_, _| answer());
    stub.client()
        .get_task()
        .task_id(3)
        .send()
        .await
        .expect_err("a failure")
        .into()
}

fn check(failure: &Failure, expected: Expect) {
    let text = failure.to_string();
    let status = failure.status().map(|status| status.as_u16());
    expected.assert_eq(&format!(
        "{text} | {status:?} | retry: {}",
        failure.is_retryable()
    ));
}

#[tokio::test]
async fn a_refusal_is_told_in_the_services_words() {
    let failure = failure_of(|| {
        let violations = json!([
            {"location": "/body/title", "rule": "pattern", "message": "must not be blank"},
            {"location": "/body/priority", "rule": "enum", "message": "must be one of low, normal, high, urgent"},
        ]);
        let body = json!({"request_id": "r", "message": "the request breaks 2 rules", "violations": violations});
        Answer::json(422, &body)
    });
    check(
        &failure.await,
        expect![
            "the request breaks 2 rules: /body/title must not be blank; /body/priority must be one of low, normal, high, urgent | Some(422) | retry: false"
        ],
    );

    let body = json!({"request_id": "r", "message": "the model server can't be reached", "run_id": "run_1"});
    let failure = failure_of(move || Answer::json(503, &body).header("retry-after", "7")).await;
    check(
        &failure,
        expect!["the model server can't be reached | Some(503) | retry: true"],
    );
    assert_eq!(failure.retry_after(), Some(Duration::from_secs(7)));
    assert_eq!(
        failure
            .api_error()
            .and_then(|error| error.run_id.as_ref())
            .map(|id| id.as_str()),
        Some("run_1")
    );
}

#[tokio::test]
async fn what_is_no_answer_of_the_service_is_told_as_such() {
    let page = || Answer::new(200, "text/html", b"<html>".to_vec());
    let failure = failure_of(page).await;
    check(
        &failure,
        expect![
            "understand the answer, which isn't one of a TaskManager Agent service | None | retry: false"
        ],
    );
    assert_eq!(
        failure.source().map(ToString::to_string).as_deref(),
        Some("expected value at line 1 column 1")
    );
    let failure = failure_of(|| Answer::new(418, "text/html", Vec::new())).await;
    check(
        &failure,
        expect![
            "understand the answer, status 418, which isn't one of a TaskManager Agent service | Some(418) | retry: false"
        ],
    );
    let failure = failure_of(|| Answer::json(200, &json!({"id": 3})).cut()).await;
    check(&failure, expect!["read the answer | None | retry: true"]);
}

#[tokio::test]
async fn what_cannot_be_sent_is_told_before() {
    let client = Client::connect(nowhere()).expect("an address");
    let too_long = "x".repeat(201);
    let error = client
        .create_task()
        .body_map(|body| body.title(too_long))
        .send()
        .await;
    check(
        &error.expect_err("too long").into(),
        expect![
            "make the request: error converting supplied value for title: longer than 200 characters | None | retry: false"
        ],
    );
    let error = client.get_task().task_id(3).send().await;
    check(
        &error.expect_err("nobody listens").into(),
        expect!["reach the service | None | retry: true"],
    );
}

#[tokio::test]
async fn the_token_goes_with_every_request() {
    let stub = Stub::new(|_, _| Answer::json(404, &json!({"request_id": "r", "message": "m"})));
    let client = Client::builder(stub.url())
        .token("t0ken")
        .build()
        .expect("an address");
    let _ = client.get_me().send().await;
    let _ = client.stream_events().send_events().await;
    let sent: Vec<_> = stub
        .requests()
        .iter()
        .map(|request| request.header("authorization").map(str::to_owned))
        .collect();
    assert_eq!(
        sent,
        [
            Some("Bearer t0ken".to_owned()),
            Some("Bearer t0ken".to_owned())
        ]
    );
}
