//! The judge itself: a service that breaks the document is found out, each way of breaking it by its own case.

use std::convert::Infallible;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use hyper::body::Incoming;
use hyper_util::rt::TokioIo;
use serde_json::{Value, json};
use tokio::net::TcpListener;

use crate::witness;

/// What the witness says of this answer to this request.
async fn faults(method: &str, path: &str, body: &str, answer: Response<Bytes>) -> Vec<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let (url, notes) = witness::start(listener.local_addr().unwrap()).await;
    let serving = async {
        let (socket, _) = listener.accept().await.unwrap();
        let (head, body) = answer.into_parts();
        let serve = |_: Request<Incoming>| {
            let answer = Response::from_parts(head.clone(), Full::new(body.clone()));
            async move { Ok::<_, Infallible>(answer) }
        };
        let service = hyper::service::service_fn(serve);
        hyper::server::conn::http1::Builder::new()
            .serve_connection(TokioIo::new(socket), service)
            .await
            .ok();
    };
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = http
        .request(method.parse().unwrap(), format!("http://{url}{path}"))
        .body(body.to_owned());
    let asking = async { request.send().await.unwrap().bytes().await.unwrap() };
    tokio::select! {
        biased;
        _ = asking => {}
        () = async { serving.await; std::future::pending().await } => {}
    }
    notes.faults()
}

fn answer(status: u16, headers: &[(&str, &str)], body: impl Into<Bytes>) -> Response<Bytes> {
    let mut response = Response::builder().status(status);
    for (name, value) in headers {
        response = response.header(*name, *value);
    }
    response.body(body.into()).unwrap()
}

const JSON: (&str, &str) = ("content-type", "application/json");

fn task() -> Value {
    json!({
        "id": 1, "title": "x", "description": "", "status": "pending", "priority": "low", "deadline": null, "tags": [],
        "assignee": null, "parent_id": null, "depends_on": [], "owner": "a@b", "version": 1,
        "created_at": "2026-11-22T09:15:30Z", "updated_at": "2026-11-22T09:15:30Z", "completed_at": null,
    })
}

/// Checks that an answer for a task is accused of exactly what contains these words.
async fn check(answer: Response<Bytes>, accused_of: &[&str]) {
    let shown = format!("{answer:?}");
    let faults = faults("GET", "/tasks/1", "", answer).await;
    assert_eq!(faults.len(), accused_of.len(), "{shown}: {faults:?}");
    for (fault, words) in faults.iter().zip(accused_of) {
        assert!(fault.contains(words), "{fault} instead of {words}");
    }
}

#[tokio::test]
async fn answers_that_break_the_document_are_accused() {
    let etag = ("etag", "\"1\"");
    let with = |property: &str, value: Value| {
        let mut task = task();
        task[property] = value;
        answer(200, &[JSON, etag], task.to_string())
    };
    check(answer(200, &[JSON, etag], task().to_string()), &[]).await;
    check(
        answer(200, &[JSON], task().to_string()),
        &["header ETag is missing"],
    )
    .await;
    check(
        answer(202, &[JSON, etag], task().to_string()),
        &["status 202 is not documented"],
    )
    .await;
    check(
        answer(
            200,
            &[("content-type", "text/html"), etag],
            task().to_string(),
        ),
        &["media type"],
    )
    .await;
    check(
        answer(200, &[etag], task().to_string()),
        &["media type", "without a media type"],
    )
    .await;
    check(answer(200, &[JSON, etag], "{"), &["not JSON"]).await;
    check(with("status", json!("done")), &["/status"]).await;
    check(with("deadline", json!("4.12.2026")), &["/deadline"]).await;
    check(with("created_at", json!("yesterday")), &["/created_at"]).await;
    check(with("id", json!("1")), &["/id"]).await;
    check(with("title", json!(" ")), &["/title"]).await;
    check(with("owner", json!(null)), &["/owner"]).await;
    // Answers are open.
    check(with("colour", json!("red")), &[]).await;
}

#[tokio::test]
async fn errors_that_break_the_document_are_accused() {
    let error = |status: u16, body: Value| answer(status, &[JSON], body.to_string());
    let not_found = json!({"request_id": "1", "message": "no", "error_code": "not_found"});
    check(error(404, not_found.clone()), &[]).await;
    check(error(404, json!({"message": "no"})), &["body", "error"]).await;
    check(
        error(
            404,
            json!({"request_id": "1", "message": "no", "error_code": "gone"}),
        ),
        &["belongs to 410"],
    )
    .await;
    check(
        error(
            404,
            json!({"request_id": "1", "message": "no", "error_code": "lost"}),
        ),
        &["not in the document's table"],
    )
    .await;
    let invalid = json!({"request_id": "1", "message": "no", "error_code": "validation_failed"});
    check(error(422, invalid), &["0 violations"]).await;
    check(
        error(409, not_found.clone()),
        &["status 409 is not documented"],
    )
    .await;
    check(
        error(
            503,
            json!({"request_id": "1", "message": "no", "error_code": "unavailable"}),
        ),
        &["Retry-After is missing"],
    )
    .await;
    let soon = [JSON, ("retry-after", "soon")];
    let unavailable = json!({"request_id": "1", "message": "no", "error_code": "unavailable"});
    check(
        answer(503, &soon, unavailable.to_string()),
        &["header Retry-After"],
    )
    .await;
    let nowhere = faults(
        "GET",
        "/nowhere",
        "",
        answer(404, &[], "404 page not found"),
    )
    .await;
    assert!(
        nowhere.len() == 1 && nowhere[0].contains("without JSON"),
        "{nowhere:?}"
    );
    let undocumented = faults("GET", "/secret", "", answer(200, &[], "psst")).await;
    assert!(
        undocumented.len() == 1 && undocumented[0].contains("not documented"),
        "{undocumented:?}"
    );
}

#[tokio::test]
async fn requests_that_should_have_been_refused_are_told() {
    let created = || {
        answer(
            201,
            &[JSON, ("location", "/tasks/1"), ("etag", "\"1\"")],
            task().to_string(),
        )
    };
    assert_eq!(
        faults("POST", "/tasks", r#"{"title": "x"}"#, created()).await,
        Vec::<String>::new()
    );
    for (path, body) in [
        ("/tasks", r#"{"title": " "}"#),
        ("/tasks", r#"{"title": "x", "colour": 1}"#),
        ("/tasks", r#"{"title": "x""#),
        ("/tasks?x=1", r#"{"title": "x"}"#),
    ] {
        let faults = faults("POST", path, body, created()).await;
        assert!(
            faults.len() == 1 && faults[0].contains("let pass"),
            "{path} {body}: {faults:?}"
        );
    }
    let page = answer(200, &[JSON], r#"{"items": [], "next_page": null}"#);
    let faults = faults("GET", "/tasks?limit=0", "", page).await;
    assert!(
        faults.len() == 1 && faults[0].contains("let pass"),
        "{faults:?}"
    );
}

#[tokio::test]
async fn streams_that_break_the_document_are_accused() {
    let start = r#"{"type":"start","run_id":"run_1","session_id":"ses_1","agent":"a"}"#;
    let token = r#"{"type":"token","text":"x","agent":"a"}"#;
    let end = r#"{"type":"error","error_code":"internal","message":"x"}"#;
    let cases: [(String, Option<&str>); 11] = [
        (
            format!(
                "id: 1\nevent: start\ndata: {start}\n\n: hello\n\nid: 2\nevent: error\ndata: {end}\n\n"
            ),
            None,
        ),
        (
            format!("id: 2\nevent: start\ndata: {start}\n\nid: 3\nevent: error\ndata: {end}\n\n"),
            Some("after number 0"),
        ),
        (
            format!("id: 1\nevent: start\ndata: {start}\n\nid: 3\nevent: error\ndata: {end}\n\n"),
            Some("after number 1"),
        ),
        (
            format!("event: start\ndata: {start}\n\nid: 1\nevent: error\ndata: {end}\n\n"),
            Some("event None"),
        ),
        (
            format!("id: 1\nevent: begin\ndata: {start}\n\nid: 2\nevent: error\ndata: {end}\n\n"),
            Some("but type"),
        ),
        (
            format!("id: 1\nevent: start\ndata: {start}\n\n"),
            Some("ended with start"),
        ),
        (
            format!("id: 1\nevent: error\ndata: {end}\n\nid: 2\nevent: token\ndata: {token}\n\n"),
            Some("token after error"),
        ),
        (
            format!("id: 1\nevent: error\ndata: {end}\n\nid: 2"),
            Some("within a frame"),
        ),
        (
            "id: 1\nevent: error\ndata: {\"type\":\"error\"}\n\n".to_owned(),
            Some("event error"),
        ),
        (
            "id: 1\nevent: nap\ndata: {\"type\":\"nap\"}\n\nid: 2\nevent: error\ndata: ".to_owned()
                + end
                + "\n\n",
            Some("event nap"),
        ),
        (
            format!("id: 1\nevent: error\ndata: {end}x\n\n"),
            Some("not JSON"),
        ),
    ];
    for (body, accused_of) in cases {
        let streamed = answer(200, &[("content-type", "text/event-stream")], body.clone());
        let faults = faults("GET", "/runs/run_1/events", "", streamed).await;
        match accused_of {
            None => assert_eq!(faults, Vec::<String>::new(), "{body}"),
            Some(words) => assert!(
                faults.iter().any(|fault| fault.contains(words)),
                "{body}: {faults:?}"
            ),
        }
    }
}
