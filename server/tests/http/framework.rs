//! What is answered outside the document's operations: unknown addresses and methods, HEAD, OPTIONS, trailing slashes.

use http::Method;
use serde_json::json;

use super::harness::{Answer, Service};

#[tokio::test]
async fn an_unknown_address_is_404_in_the_common_form() {
    let service = Service::start().await;
    for path in [
        "/nowhere",
        "/tasks/1/nowhere",
        "/tasks/1/help/stream/x",
        "/../etc/passwd",
    ] {
        let answer = service.get(path).await;
        assert_eq!(answer.status, 404, "{path}");
        assert!(answer.json()["message"].is_string(), "{answer:?}");
    }
}

#[tokio::test]
async fn an_unknown_method_is_405_in_the_common_form() {
    let service = Service::start().await;
    for (method, path) in [
        (Method::DELETE, "/tasks"),
        (Method::PUT, "/chat"),
        (Method::POST, "/tasks/1"),
        (Method::GET, "/chat"),
    ] {
        let answer = Answer::of(service.request(method, path)).await;
        assert_eq!(answer.status, 405, "{path}");
        assert!(answer.json()["message"].is_string(), "{answer:?}");
    }
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
