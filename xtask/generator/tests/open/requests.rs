//! What is answered where the document leaves it open, and that the circle closes.

use std::net::SocketAddr;
use std::sync::Arc;

use dropshot::{ConfigDropshot, HttpServer, ServerBuilder};
use openapi_dropshot::{Document, circle};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::generated::api::api_description;
use super::generated::document::{dropshot_document, table_document};
use super::server::Open;
use crate::client_http::{Answer, send};

fn start() -> (HttpServer<Arc<Open>>, SocketAddr) {
    let log = slog::Logger::root(slog::Discard, slog::o!());
    let server = ServerBuilder::new(api_description().unwrap(), Arc::new(Open), log)
        .config(ConfigDropshot {
            bind_address: SocketAddr::from(([127, 0, 0, 1], 0)),
            ..ConfigDropshot::default()
        })
        .start()
        .unwrap();
    let address = server.local_addr();
    (server, address)
}

async fn ask(head: &str, body: &str) -> Answer {
    let (_server, address) = start();
    send(address, head, body.as_bytes()).await
}

#[tokio::test]
async fn a_parameter_is_the_first_of_its_alternatives_that_fits() {
    let number = ask("GET /things/17", "").await;
    assert_eq!(number.json()["key"], 17);
    assert_eq!(
        number.header("content-type"),
        Some("application/vnd.thing+json")
    );
    assert_eq!(ask("GET /things/abc", "").await.json()["key"], "abc");
    // Neither a number of 32 bits nor a name: a status of the range.
    assert_eq!(ask("GET /things/99999999999", "").await.status, 422);
    assert_eq!(ask("GET /things/A", "").await.status, 422);
}

#[tokio::test]
async fn a_list_in_the_query_is_repeated() {
    assert_eq!(ask("GET /things/a?near=1", "").await.status, 200);
    let answer = ask("GET /things/a?near=1&near=2", "").await;
    assert_eq!(answer.status, 409);
    assert_eq!(answer.json()["message"], "near to one thing only");
    assert_eq!(ask("GET /things/a?near=256", "").await.status, 422);
}

#[tokio::test]
async fn the_rest_of_a_path_is_a_list() {
    let head = "PUT /files/a/b%20c/d\ncontent-type: application/octet-stream";
    let answer = ask(head, "12345").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, "a|b c|d 5"));
}

#[tokio::test]
async fn a_stream_is_bounded_whether_it_says_its_size_or_not() {
    let head = "PUT /files/a\ncontent-type: application/octet-stream";
    assert_eq!(ask(head, "0123456789abcdef").await.status, 200);
    assert_eq!(ask(head, "0123456789abcdefg").await.status, 413);
    let chunked = format!("{head}\ntransfer-encoding: chunked\ncontent-length-is-not-said: yes");
    let body = "9\r\n012345678\r\n9\r\n012345678\r\n0\r\n\r\n";
    let answer = ask(&chunked, body).await;
    assert_eq!(answer.status, 413);
    assert_eq!(answer.json()["message"], "the body is too large");
    assert_eq!(
        ask("PUT /files/a\ncontent-type: text/plain", "x")
            .await
            .status,
        415
    );
}

#[tokio::test]
async fn parts_come_as_they_are() {
    let head = "POST /uploads\ncontent-type: multipart/form-data; boundary=cut";
    let part =
        |name| format!("--cut\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\nx\r\n");
    let body = format!("{}{}--cut--\r\n", part("one"), part("two"));
    assert_eq!(
        ask(head, &body).await.json(),
        serde_json::json!(["one", "two"])
    );
    // What the application makes of it, and what generated code makes of a request without a boundary.
    assert_eq!(ask(head, "--cut\r\nnonsense").await.status, 418);
    let head = "POST /uploads\ncontent-type: multipart/form-data";
    assert_eq!(ask(head, &body).await.status, 400);
}

#[tokio::test]
async fn text_is_read_and_validated() {
    let head = "POST /lines\ncontent-type: text/plain";
    assert_eq!(ask(head, "a\nb\nc").await.json(), 3);
    assert_eq!(ask(head, "a").await.status, 422);
    let (_server, address) = start();
    assert_eq!(send(address, head, b"\xff\xfe\xff").await.status, 400);
}

#[tokio::test]
async fn any_answer_where_all_is_open() {
    let answer = ask("GET /anything", "").await;
    assert_eq!(
        (answer.status, answer.body.as_str()),
        (203, "nothing to see")
    );
    assert_eq!(answer.header("content-type"), Some("image/none"));
}

#[tokio::test]
async fn a_websocket_is_granted_or_refused() {
    let asks = "upgrade: websocket\nsec-websocket-version: 13\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==";
    assert_eq!(ask("GET /socket", "").await.status, 400);
    let (_server, address) = start();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head =
        format!("GET /socket HTTP/1.1\nhost: a\nconnection: upgrade\n{asks}\nx-silent: yes\n\n");
    let mut answer = String::new();
    stream
        .write_all(head.replace('\n', "\r\n").as_bytes())
        .await
        .unwrap();
    stream.shutdown().await.unwrap();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 403"), "{answer}");
    let mut stream = TcpStream::connect(address).await.unwrap();
    let head = format!("GET /socket HTTP/1.1\nhost: a\nconnection: upgrade\n{asks}\n\n");
    stream
        .write_all(head.replace('\n', "\r\n").as_bytes())
        .await
        .unwrap();
    stream.write_all(b"ping").await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 101"), "{answer}");
    assert!(answer.contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="), "{answer}");
    assert!(answer.ends_with("ping"), "{answer}");
}

/// A hand-written document: what the table holds besides dropshot, and what the ledger names.
#[test]
fn the_circle_closes_for_what_is_open() {
    let text = include_str!("open.yaml");
    let document = Document::parse(text, "open.yaml").unwrap().to_json();
    let found = circle::compare(&document, &dropshot_document().unwrap(), &table_document());
    assert_eq!(found.differences, Vec::<String>::new());
    let names: Vec<&str> = found.ledger.iter().map(|(entry, _)| entry.name).collect();
    assert_eq!(names, ["patch version"]);
    assert!(found.from_dropshot > 0 && found.from_table > 0);
}

/// The comparison isn't hollow: a document that differs in one value differs.
#[test]
fn every_value_of_the_document_counts() {
    let text = include_str!("open.yaml");
    let document = Document::parse(text, "open.yaml").unwrap().to_json();
    let (dropshot, table) = (dropshot_document().unwrap(), table_document());
    let mut unseen = Vec::new();
    for pointer in leaves(&document, String::new()) {
        let mut changed = document.clone();
        let value = changed.pointer_mut(&pointer).unwrap();
        *value = match value.take() {
            serde_json::Value::Bool(flag) => (!flag).into(),
            serde_json::Value::Number(_) => 4711.into(),
            _ => "changed".into(),
        };
        if circle::compare(&changed, &dropshot, &table)
            .differences
            .is_empty()
        {
            unseen.push(pointer);
        }
    }
    // Which 3.0 it was.
    assert_eq!(unseen, ["/openapi"]);
}

fn leaves(value: &serde_json::Value, pointer: String) -> Vec<String> {
    let escape = |key: &str| key.replace('~', "~0").replace('/', "~1");
    match value {
        serde_json::Value::Object(members) if !members.is_empty() => members
            .iter()
            .flat_map(|(key, value)| leaves(value, format!("{pointer}/{}", escape(key))))
            .collect(),
        serde_json::Value::Array(items) if !items.is_empty() => items
            .iter()
            .enumerate()
            .flat_map(|(at, value)| leaves(value, format!("{pointer}/{at}")))
            .collect(),
        serde_json::Value::Object(_) | serde_json::Value::Array(_) => Vec::new(),
        _ => vec![pointer],
    }
}
