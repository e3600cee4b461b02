//! Requests that can't be read, aren't allowed, or are too much: 400, 403, 413, 415, and the order in which faults are
//! looked for. 401 is never answered in local mode, where no credentials are asked for.

use bytes::Bytes;
use http::Method;
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::harness::{Answer, Service};
use crate::document::DOCUMENT;

/// Creates a task from raw bytes.
async fn create(service: &Service, body: impl Into<reqwest::Body>) -> Answer {
    let request = service
        .request(Method::POST, "/tasks")
        .header("content-type", "application/json");
    Answer::of(request.body(body)).await
}

#[tokio::test]
async fn json_cut_short_is_400() {
    let service = Service::start().await;
    create(&service, r#"{"title": "Buy"#)
        .await
        .refused(400, "bad_request");
    create(&service, r#"{"title": "Buy milk""#)
        .await
        .refused(400, "bad_request");
}

#[tokio::test]
async fn no_body_is_400() {
    let service = Service::start().await;
    create(&service, "").await.refused(400, "bad_request");
}

#[tokio::test]
async fn text_that_is_not_json_is_400() {
    let service = Service::start().await;
    for text in [
        "title=Buy+milk",
        "{'title': 'Buy milk'}",
        "{\"title\": \"Buy milk\"} {}",
        "{\"title\": \"Buy milk\",}",
        "NaN",
    ] {
        create(&service, text).await.refused(400, "bad_request");
    }
}

#[tokio::test]
async fn a_body_that_is_not_utf8_is_400() {
    let service = Service::start().await;
    create(&service, &b"{\"title\": \"Buy m\xFFlk\"}"[..])
        .await
        .refused(400, "bad_request");
}

#[tokio::test]
async fn json_nested_without_end_is_refused_and_harms_nobody() {
    let service = Service::start().await;
    let answer = create(&service, "[".repeat(500_000)).await;
    answer.refused(400, "bad_request");
    service.task("still alive").await;
}

#[tokio::test]
async fn broken_percent_encoding_in_the_path_is_400() {
    let service = Service::start().await;
    for path in ["/tasks/%zz", "/tasks/1/shares/%FF", "/tasks/%"] {
        let answer = service.get(path).await;
        assert_eq!(answer.status, 400, "{path}: {answer:?}");
    }
}

#[tokio::test]
async fn broken_percent_encoding_in_the_query_is_400() {
    let service = Service::start().await;
    for path in ["/tasks?text=%zz", "/tasks?text=%FF", "/tasks?text=100%"] {
        service.get(path).await.refused(400, "bad_request");
    }
}

#[tokio::test]
async fn another_media_type_is_415() {
    let service = Service::start().await;
    for media in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "application/xml",
        "application/json-patch+json",
        "json",
        "",
    ] {
        let request = service
            .request(Method::POST, "/tasks")
            .header("content-type", media);
        Answer::of(request.body(r#"{"title": "Buy milk"}"#))
            .await
            .refused(415, "unsupported_media_type");
    }
}

#[tokio::test]
async fn no_media_type_is_415() {
    let service = Service::start().await;
    let request = service
        .request(Method::POST, "/tasks")
        .body(r#"{"title": "Buy milk"}"#);
    Answer::of(request)
        .await
        .refused(415, "unsupported_media_type");
}

#[tokio::test]
async fn a_media_type_with_a_charset_is_taken() {
    let service = Service::start().await;
    for media in [
        "application/json; charset=utf-8",
        "Application/JSON",
        "application/json;charset=UTF-8",
    ] {
        let request = service
            .request(Method::POST, "/tasks")
            .header("content-type", media);
        assert_eq!(
            Answer::of(request.body(r#"{"title": "Buy milk"}"#))
                .await
                .status,
            201,
            "{media}"
        );
    }
}

/// Sends the head and a part of a large body without a witness, and gives the answer to it.
async fn too_large(service: &Service, head: &str, sent: &[u8]) -> Answer {
    let mut socket = TcpStream::connect(service.direct).await.unwrap();
    let request = format!(
        "POST /tasks HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\n{head}\r\n\r\n",
        service.direct
    );
    socket.write_all(request.as_bytes()).await.unwrap();
    socket.write_all(sent).await.unwrap();
    // The rest is never sent: an answer comes although the body isn't whole.
    let mut bytes = Vec::new();
    let (head, body) = loop {
        assert_ne!(
            socket.read_buf(&mut bytes).await.unwrap(),
            0,
            "closed after {:?}",
            String::from_utf8_lossy(&bytes)
        );
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let length = head.lines().find_map(|line| {
            line.to_lowercase()
                .strip_prefix("content-length: ")?
                .parse::<usize>()
                .ok()
        });
        if body.len() >= length.expect("an error has a length") {
            break (head.to_owned(), body.to_owned());
        }
    };
    let status = head.split(' ').nth(1).unwrap().parse().unwrap();
    let headers = head
        .lines()
        .skip(1)
        .filter_map(|line| line.split_once(": "));
    let headers = headers
        .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
        .collect();
    let answer = Answer {
        status,
        headers,
        text: body,
    };
    let operation = DOCUMENT.operation("POST", "/tasks").unwrap();
    let faults = DOCUMENT.judge_body(operation, 413, &answer.headers, answer.text.as_bytes());
    assert_eq!(faults, Vec::<String>::new());
    answer
}

#[tokio::test]
async fn ten_megabytes_are_413_before_they_are_read() {
    let service = Service::start().await;
    let answer = too_large(&service, "content-length: 10485760", b"{\"title\": \"").await;
    answer.refused(413, "payload_too_large");
}

#[tokio::test]
async fn too_much_of_unknown_length_is_413_as_soon_as_it_is() {
    let service = Service::start().await;
    let piece = [b'x'; 0x10000];
    let mut sent = b"b\r\n{\"title\": \"\r\n".to_vec();
    for _ in 0..17 {
        sent.extend_from_slice(b"10000\r\n");
        sent.extend_from_slice(&piece);
        sent.extend_from_slice(b"\r\n");
    }
    let answer = too_large(&service, "transfer-encoding: chunked", &sent).await;
    answer.refused(413, "payload_too_large");
}

#[tokio::test]
async fn a_client_that_sends_ten_megabytes_at_once_reads_413() {
    let service = Service::start().await;
    let body = Bytes::from(format!("{{\"title\": \"{}\"}}", "x".repeat(10 << 20)));
    let http = reqwest::Client::builder().no_proxy().build().unwrap();
    let request = http
        .post(format!("http://{}/tasks", service.direct))
        .header("content-type", "application/json");
    Answer::of(request.body(body))
        .await
        .refused(413, "payload_too_large");
}

#[tokio::test]
async fn a_body_just_within_the_limit_is_read() {
    let service = Service::start().await;
    // White space counts as well.
    let body = |length: usize| format!("{{\"title\": \"Buy milk\"{}}}", " ".repeat(length - 21));
    assert_eq!(create(&service, body(1 << 20)).await.status, 201);
    create(&service, body((1 << 20) + 1))
        .await
        .refused(413, "payload_too_large");
}

#[tokio::test]
async fn a_foreign_host_is_403() {
    let service = Service::start().await;
    for host in ["evil.example", "localhost.evil.example", "127.0.0.1"] {
        let request = service.request(Method::GET, "/tasks").header("host", host);
        Answer::of(request).await.refused(403, "forbidden");
    }
}

#[tokio::test]
async fn a_foreign_origin_is_403() {
    let service = Service::start().await;
    for origin in [
        "http://evil.example",
        "null",
        "https://localhost",
        "http://localhost:1",
    ] {
        let request = service
            .request(Method::POST, "/tasks")
            .header("origin", origin)
            .json(&json!({"title": "planted"}));
        let error = Answer::of(request).await.refused(403, "forbidden");
        let page = format!("http://{}/docs", service.direct);
        assert!(
            error["message"].as_str().unwrap().contains(&page),
            "{error}"
        );
    }
    assert_eq!(service.get("/tasks").await.json()["items"], json!([]));
}

#[tokio::test]
async fn the_service_s_own_origin_is_served() {
    let service = Service::start().await;
    let origin = format!("http://localhost:{}", service.direct.port());
    let request = service
        .request(Method::POST, "/tasks")
        .header("origin", origin)
        .json(&json!({"title": "Buy milk"}));
    assert_eq!(Answer::of(request).await.status, 201);
}

#[tokio::test]
async fn foreign_hosts_get_nothing_from_any_operation() {
    let service = Service::start().await;
    for path in [
        "/",
        "/health/live",
        "/agents/status",
        "/openapi.json",
        "/metrics",
        "/docs",
        "/events",
        "/runs",
        "/users/me",
    ] {
        let request = service
            .request(Method::GET, path)
            .header("host", "evil.example");
        let error = Answer::of(request).await.refused(403, "forbidden");
        // Those who came by a wrong name by mistake read the right one.
        let message = error["message"].as_str().unwrap();
        let own = format!("send it to http://{}", service.direct);
        assert!(message.contains(&own), "{path}: {message}");
    }
}

#[tokio::test]
async fn faults_are_looked_for_in_the_documented_order() {
    let service = Service::start().await;
    let with = |path: &str, media: &str, length: usize| {
        let body = "x".repeat(length);
        service
            .request(Method::PATCH, path)
            .header("content-type", media)
            .body(body)
    };
    let (text, json) = ("text/plain", "application/json");
    let foreign = with("/tasks/999?x=1", text, 5).header("host", "evil.example");
    assert_eq!(Answer::of(foreign).await.status, 403);
    assert_eq!(
        Answer::of(with("/tasks/999?x=1", text, 5)).await.status,
        415
    );
    assert_eq!(
        Answer::of(with("/tasks/999?x=1", json, (1 << 20) + 1))
            .await
            .status,
        413
    );
    assert_eq!(
        Answer::of(with("/tasks/999?x=1", json, 5)).await.status,
        400
    );
    let read = service
        .request(Method::PATCH, "/tasks/999?x=1")
        .json(&json!({"title": " "}));
    Answer::of(read).await.breaks(&[
        ("/query/x", "additionalProperties"),
        ("/body/title", "pattern"),
    ]);
    let missing = service
        .request(Method::PATCH, "/tasks/999")
        .header("if-match", "\"7\"")
        .json(&json!({}));
    Answer::of(missing).await.refused(404, "not_found");
}

#[tokio::test]
async fn every_error_names_its_request() {
    let service = Service::start().await;
    let mut ids = std::collections::HashSet::new();
    for path in ["/tasks/999", "/tasks?x=1", "/nowhere", "/tasks/%zz"] {
        let id = service.get(path).await.json()["request_id"]
            .as_str()
            .unwrap()
            .to_owned();
        assert!(!id.is_empty() && ids.insert(id), "{path}");
    }
}
