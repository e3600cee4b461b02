//! What is answered outside the document's operations: unknown addresses and methods, HEAD, OPTIONS, trailing slashes.

use http::Method;
use serde_json::json;

use super::harness::{Answer, Service};

#[tokio::test]
async fn an_unknown_address_is_404_and_names_the_page() {
    let service = Service::start().await;
    for path in [
        "/nowhere",
        "/tasks/1/nowhere",
        "/tasks/1/help/stream/x",
        "/../etc/passwd",
    ] {
        for method in [Method::GET, Method::POST] {
            let answer = Answer::of(service.request(method, path)).await;
            let error = answer.refused(404, "not_found");
            let message = error["message"].as_str().unwrap();
            assert!(message.contains("GET /docs"), "{message}");
            is_like_every_answer(&answer);
        }
    }
    let answer = service.get("/docs/assets/nothing.js").await;
    answer.refused(404, "not_found");
    // A long address is repeated in part.
    let answer = service.get(&format!("/{}", "x".repeat(5000))).await;
    let error = answer.refused(404, "not_found");
    let message = error["message"].as_str().unwrap();
    assert!(
        message.len() < 300 && message.contains("xxx…`"),
        "{message}"
    );
}

#[tokio::test]
async fn an_unknown_method_is_405_and_names_those_that_are_known() {
    let service = Service::start().await;
    for (method, path, allowed) in [
        ("DELETE", "/tasks", "GET, HEAD, OPTIONS, POST"),
        ("PUT", "/chat", "OPTIONS, POST"),
        ("POST", "/tasks/1", "DELETE, GET, HEAD, OPTIONS, PATCH, PUT"),
        ("GET", "/chat", "OPTIONS, POST"),
        ("GET", "/chat/", "OPTIONS, POST"),
        ("TRACE", "/health/live", "GET, HEAD, OPTIONS"),
        ("BREW", "/docs", "GET, HEAD"),
    ] {
        let known = Method::from_bytes(method.as_bytes()).unwrap();
        let answer = Answer::of(service.request(known, path)).await;
        let error = answer.refused(405, "method_not_allowed");
        assert_eq!(answer.headers["allow"], allowed, "{method} {path}");
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(allowed), "{message}");
        is_like_every_answer(&answer);
    }
}

#[tokio::test]
async fn an_address_that_cannot_be_read_is_400() {
    let service = Service::start().await;
    for path in ["/tasks/%FF", "/%C3/tasks"] {
        let answer = service.get(path).await;
        answer.refused(400, "bad_request");
        is_like_every_answer(&answer);
    }
}

#[tokio::test]
async fn a_foreign_page_does_not_learn_what_is_not_there() {
    let service = Service::start().await;
    for (path, method) in [("/nowhere", Method::GET), ("/tasks", Method::DELETE)] {
        for (name, value) in [("host", "evil.example"), ("origin", "http://evil.example")] {
            let request = service.request(method.clone(), path).header(name, value);
            Answer::of(request).await.refused(403, "forbidden");
        }
    }
}

#[tokio::test]
async fn what_is_not_there_is_counted() {
    let service = Service::start().await;
    service.get("/nowhere").await;
    service.get("/nowhere").await;
    Answer::of(service.request(Method::DELETE, "/tasks")).await;
    let metrics = service.get("/metrics").await.text;
    for line in [
        "taskmanager_http_requests_total{operation=\"none\",status=\"404\"} 2",
        "taskmanager_http_requests_total{operation=\"none\",status=\"405\"} 1",
    ] {
        assert!(metrics.contains(line), "{line} in {metrics}");
    }
}

/// What no operation answers bears the same headers as what one does.
#[track_caller]
fn is_like_every_answer(answer: &Answer) {
    for (name, value) in [
        ("content-type", "application/json"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
    ] {
        let found = answer
            .headers
            .get(name)
            .map(|value| value.to_str().unwrap());
        assert_eq!(found, Some(value), "{name}: {answer:?}");
    }
    assert!(
        answer.headers.contains_key("content-security-policy"),
        "{answer:?}"
    );
    assert_eq!(
        answer.json()["request_id"],
        answer.headers["x-request-id"].to_str().unwrap()
    );
}

#[tokio::test]
async fn a_trailing_slash_leads_to_the_same_place() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    for path in [
        "/tasks",
        "/users/me",
        "/health/live",
        "/runs",
        &format!("/tasks/{}", task.id),
    ] {
        let plain = service.get(path).await;
        let slashed = service.get(&format!("{path}/")).await;
        assert_eq!(
            (plain.status, &plain.text),
            (slashed.status, &slashed.text),
            "{path}"
        );
    }
    assert_eq!(
        service
            .send(Method::POST, "/tasks/", &json!({"title": "x"}))
            .await
            .status,
        201
    );
}

#[tokio::test]
async fn head_answers_like_get_without_a_body() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    for path in [
        "/",
        "/tasks",
        "/users/me",
        "/openapi.json",
        "/health/ready",
        "/docs",
        &format!("/tasks/{}", task.id),
    ] {
        let get = service.get(path).await;
        let head = Answer::of(service.request(Method::HEAD, path)).await;
        assert_eq!(
            (head.status, head.text.as_str()),
            (get.status, ""),
            "{path}"
        );
        assert_eq!(
            head.headers.get("content-type"),
            get.headers.get("content-type"),
            "{path}"
        );
        assert_eq!(head.headers.get("etag"), get.headers.get("etag"), "{path}");
    }
    assert_eq!(
        Answer::of(service.request(Method::HEAD, "/tasks/999"))
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn head_of_a_stream_does_not_wait_for_its_end() {
    let service = Service::start().await;
    let head = Answer::of(service.request(Method::HEAD, "/events")).await;
    assert_eq!((head.status.as_u16(), head.text.as_str()), (200, ""));
}

#[tokio::test]
async fn options_names_the_methods() {
    let service = Service::start().await;
    let cases: [(&str, &[&str]); 3] = [
        ("/tasks", &["GET", "POST", "HEAD", "OPTIONS"]),
        (
            "/tasks/1",
            &["GET", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"],
        ),
        ("/chat", &["POST", "OPTIONS"]),
    ];
    for (path, methods) in cases {
        let answer = Answer::of(service.request(Method::OPTIONS, path)).await;
        assert!(answer.status.is_success(), "{path}: {answer:?}");
        let allow = answer.headers["allow"].to_str().unwrap();
        let mut allowed: Vec<&str> = allow.split(',').map(str::trim).collect();
        let mut expected = methods.to_vec();
        allowed.sort_unstable();
        expected.sort_unstable();
        assert_eq!(allowed, expected, "{path}");
    }
}

#[tokio::test]
async fn every_answer_bears_its_request_s_id() {
    let service = Service::start().await;
    for path in ["/tasks", "/tasks/999", "/nowhere", "/health/live"] {
        let answer = service.get(path).await;
        let id = answer
            .headers
            .get("x-request-id")
            .unwrap_or_else(|| panic!("{path}: {answer:?}"));
        assert!(!id.is_empty());
        if answer.status.is_client_error() {
            assert_eq!(answer.json()["request_id"], id.to_str().unwrap());
        }
    }
}
