//! Requests, good and bad, and exactly what is answered.

use serde_json::json;

use super::client_http::{Answer, send};
use super::notes::start;

const AUTH: &str = "authorization: Bearer good";

async fn post(body: &str) -> Answer {
    let (_server, address) = start();
    send(
        address,
        &format!("POST /notes\n{AUTH}\ncontent-type: application/json"),
        body.as_bytes(),
    )
    .await
}

async fn get(head: &str) -> Answer {
    let (_server, address) = start();
    send(address, &format!("{head}\n{AUTH}"), b"").await
}

#[tokio::test]
async fn a_created_note_bears_its_headers() {
    let answer = post(r#"{"title":"first"}"#).await;
    assert_eq!(
        (
            answer.status,
            answer.header("location"),
            answer.header("etag")
        ),
        (201, Some("/notes/7"), Some("\"1\""))
    );
    assert_eq!(answer.header("content-type"), Some("application/json"));
    assert_eq!(answer.header("x-finished"), Some("create_note"));
    assert_eq!(answer.json()["title"], "first");
}

#[tokio::test]
async fn another_documented_success_from_the_same_operation() {
    let (_server, address) = start();
    let head = format!(
        "POST /notes\n{AUTH}\ncontent-type: application/json; charset=utf-8\nidempotency-key: k"
    );
    assert_eq!(
        send(address, &head, br#"{"title":"again"}"#).await.status,
        200
    );
}

#[tokio::test]
async fn defaults_and_typed_parameters_arrive() {
    assert_eq!(
        get("GET /notes").await.json()["items"][0]["title"],
        "ana 20 None None"
    );
    let answer = get("GET /notes?limit=3&status=done&page_token=a%20b%2B").await;
    assert_eq!(
        answer.json()["items"][0]["title"],
        "ana 3 Some(\"a b+\") Some(Done)"
    );
}

#[tokio::test]
async fn absent_null_and_value_are_three_things() {
    for (body, expected) in [
        (r#"{"title":"t"}"#, "None None"),
        (r#"{"due":null}"#, "Some(None) None"),
        (r#"{"due":"2026-11-22"}"#, "Some(Some(2026-11-22)) None"),
    ] {
        let (_server, address) = start();
        let head = format!("PATCH /notes/1\n{AUTH}\ncontent-type: application/json");
        assert_eq!(
            send(address, &head, body.as_bytes()).await.json()["title"],
            expected
        );
    }
}

#[tokio::test]
async fn rejections_come_in_their_order() {
    let (_server, address) = start();
    let check = async |head: &str, body: &[u8], status: u16| {
        let answer = send(address, head, body).await;
        assert_eq!(answer.status, status, "{head}: {answer:?}");
        assert_eq!(answer.header("x-finished"), Some("create_note"));
        answer
    };
    let long = vec![b' '; 5000];
    check("POST /notes\nx-foreign: 1", b"", 403).await;
    let answer = check("POST /notes\ncontent-type: text/plain", b"{", 401).await;
    assert_eq!(answer.header("www-authenticate"), Some("Bearer"));
    check("POST /notes\nauthorization: Basic YTpi", b"{", 401).await;
    check(
        &format!("POST /notes\n{AUTH}\ncontent-type: text/plain"),
        &long,
        415,
    )
    .await;
    check(&format!("POST /notes\n{AUTH}"), b"{}", 415).await;
    check(
        &format!("POST /notes\n{AUTH}\ncontent-type: application/json"),
        &long,
        413,
    )
    .await;
    for body in [
        &b"{"[..],
        b"",
        b"\xff\xfe",
        b"{\"title\":1,\"title\":2}",
        b"{} {}",
    ] {
        check(
            &format!("POST /notes\n{AUTH}\ncontent-type: application/json"),
            body,
            400,
        )
        .await;
    }
    check(
        &format!("POST /notes?a=%zz\n{AUTH}\ncontent-type: application/json"),
        b"{}",
        400,
    )
    .await;
    check(
        &format!("POST /notes\n{AUTH}\ncontent-type: application/json"),
        b"{}",
        422,
    )
    .await;
}

#[tokio::test]
async fn a_body_is_bounded_while_it_is_read() {
    let (_server, address) = start();
    let head = format!(
        "POST /notes\n{AUTH}\ncontent-type: application/json\ntransfer-encoding: chunked\ncontent-length-less: 1"
    );
    let body = format!("2000\r\n{}\r\n0\r\n\r\n", " ".repeat(0x2000));
    assert_eq!(send(address, &head, body.as_bytes()).await.status, 413);
}

#[tokio::test]
async fn all_violations_at_once_in_a_fixed_order() {
    let (_server, address) = start();
    let head = format!(
        "POST /notes?foo=1&bar=2\n{AUTH}\ncontent-type: application/json\nidempotency-key: {}",
        "k".repeat(101)
    );
    let body = json!({
        "title": "   ", "status": "lost", "tags": ["a", "a", "", "b"], "due": "22.11.2026", "weight": 0, "secret": "s3cret",
    });
    let answer = send(address, &head, body.to_string().as_bytes()).await;
    assert_eq!(
        answer.violations(),
        [
            "/query/bar additionalProperties",
            "/query/foo additionalProperties",
            "/header/Idempotency-Key maxLength",
            "/body/due format",
            "/body/secret additionalProperties",
            "/body/status enum",
            "/body/tags maxItems",
            "/body/tags uniqueItems",
            "/body/tags/2 minLength",
            "/body/title pattern",
            "/body/weight exclusiveMinimum",
        ],
    );
    assert!(
        !answer.body.contains("s3cret") && !answer.body.contains("lost"),
        "values are not echoed: {}",
        answer.body
    );
}

/// A fault that can be planted in a request beside all others, and exactly what is said of it.
struct Planted {
    part: Part,
    text: &'static str,
    location: &'static str,
    rule: &'static str,
    message: &'static str,
}

#[derive(PartialEq)]
enum Part {
    Path,
    Query,
    Header,
    Body,
}

const fn planted(
    part: Part,
    text: &'static str,
    location: &'static str,
    rule: &'static str,
    message: &'static str,
) -> Planted {
    Planted {
        part,
        text,
        location,
        rule,
        message,
    }
}

/// In the order in which they are listed. `s3cret` stands where a value is that must not come back.
#[rustfmt::skip]
const FAULTS: [Planted; 10] = [
    planted(Part::Path, "0", "/path/note_id", "minimum", "must be at least 1"),
    planted(Part::Query, "notify=s3cret-s3cret-s3cret", "/query/notify", "maxLength", "must have at most 16 characters"),
    planted(Part::Query, "silent=s3cret", "/query/silent", "type", "must be a boolean"),
    planted(Part::Query, "unknown=s3cret", "/query/unknown", "additionalProperties", "is not known here"),
    planted(Part::Header, "if-match: s3cret-s3cret-s3cret-s3cret-s3cret-s3cret-s3cret-s3cret-s3cret-s3cret", "/header/If-Match", "maxLength", "must have at most 64 characters"),
    planted(Part::Header, "x-reason: s3cret", "/header/X-Reason", "pattern", "must match the pattern ^[a-z ]+$"),
    planted(Part::Body, r#""due": "s3cret""#, "/body/due", "format", "must be a date, YYYY-MM-DD"),
    planted(Part::Body, r#""other": "s3cret""#, "/body/other", "additionalProperties", "is not known here"),
    planted(Part::Body, r#""tags": ["s3cret", "s3cret"]"#, "/body/tags", "uniqueItems", "must not have an item twice"),
    planted(Part::Body, r#""title": " ""#, "/body/title", "pattern", "must match the pattern \\S"),
];

/// Every choice of one to ten faults in path, query, headers and body: exactly those, in the fixed order, with place,
/// rule and expectation, and without a value.
#[tokio::test]
async fn k_faults_give_k_violations() {
    let (_server, address) = start();
    for choice in 1_u32..1 << FAULTS.len() {
        let chosen: Vec<&Planted> = (0..FAULTS.len())
            .filter(|at| choice & (1 << at) != 0)
            .map(|at| &FAULTS[at])
            .collect();
        let texts = |part: Part| -> Vec<&str> {
            let of_part = chosen.iter().filter(|fault| fault.part == part);
            of_part.map(|fault| fault.text).collect()
        };
        let id = texts(Part::Path).first().copied().unwrap_or("1");
        let query = texts(Part::Query).join("&");
        let headers = texts(Part::Header).join("\n");
        let mut members = texts(Part::Body);
        if members.is_empty() {
            members.push(r#""title": "fine""#);
        }
        let body = format!("{{{}}}", members.join(", "));
        let head =
            format!("PATCH /notes/{id}?{query}\n{AUTH}\ncontent-type: application/json\n{headers}");
        let answer = send(address, &head, body.as_bytes()).await;
        let expected: Vec<serde_json::Value> = chosen
            .iter()
            .map(|fault| {
                json!({ "location": fault.location, "rule": fault.rule, "message": fault.message })
            })
            .collect();
        assert_eq!(
            (answer.status, &answer.json()["violations"]),
            (422, &json!(expected)),
            "{head}\n{body}"
        );
        assert!(!answer.body.contains("s3cret"), "{}", answer.body);
    }
}

#[tokio::test]
async fn parameters_are_validated() {
    for (target, expected) in [
        ("limit=0", vec!["/query/limit minimum"]),
        ("limit=101", vec!["/query/limit maximum"]),
        ("limit=x", vec!["/query/limit type"]),
        ("limit=99999999999999999999", vec!["/query/limit type"]),
        ("limit=1&limit=2", vec!["/query/limit maxItems"]),
        ("status=", vec!["/query/status enum"]),
        (
            "limit=0&status=x",
            vec!["/query/limit minimum", "/query/status enum"],
        ),
    ] {
        let answer = get(&format!("GET /notes?{target}")).await;
        assert_eq!(
            (answer.status, answer.violations()),
            (422, expected.iter().map(|v| (*v).to_owned()).collect()),
            "{target}"
        );
    }
    let answer = get("DELETE /notes/zero").await;
    assert_eq!(
        (answer.status, answer.violations()),
        (422, vec!["/path/note_id type".to_owned()])
    );
}

#[tokio::test]
async fn the_list_of_violations_is_capped() {
    let query: String = (0..80).map(|n| format!("&u{n}=1")).collect();
    let answer = get(&format!("GET /notes?{query}")).await;
    assert_eq!(answer.violations().len(), 50);
    assert_eq!(
        answer.json()["message"],
        "the request breaks 80 rules; the first 50 are listed"
    );
}

#[tokio::test]
async fn whole_floats_are_integers() {
    let answer = post(r#"{"title":"t","weight":1.0}"#).await;
    assert_eq!(answer.status, 201, "{answer:?}");
}

#[tokio::test]
async fn empty_answers_and_errors_from_the_application() {
    let answer = get("DELETE /notes/1").await;
    assert_eq!(
        (
            answer.status,
            answer.body.as_str(),
            answer.header("content-type")
        ),
        (204, "", None)
    );
    let answer = get("DELETE /notes/404").await;
    assert_eq!(
        (answer.status, answer.json()["error_code"].as_str()),
        (404, Some("not_found"))
    );
}

#[tokio::test]
async fn a_panic_is_a_500_with_a_request_id() {
    let answer = post(r#"{"title":"panic"}"#).await;
    assert_eq!(answer.status, 500);
    assert_eq!(answer.json()["error_code"], "internal");
    assert_eq!(
        answer.json()["request_id"].as_str(),
        answer.header("x-request-id")
    );
}

#[tokio::test]
async fn public_operations_ask_for_nothing() {
    let (_server, address) = start();
    let answer = send(address, "GET /metrics?whatever=1", b"").await;
    assert_eq!(
        (
            answer.status,
            answer.body.as_str(),
            answer.header("content-type")
        ),
        (200, "notes 1\n", Some("text/plain"))
    );
}

#[tokio::test]
async fn head_and_options_are_answered_for_every_path() {
    let (_server, address) = start();
    let answer = send(address, &format!("HEAD /notes\n{AUTH}"), b"").await;
    assert_eq!((answer.status, answer.body.as_str()), (200, ""));
    let answer = send(address, "OPTIONS /notes", b"").await;
    assert_eq!(
        (answer.status, answer.header("allow")),
        (204, Some("GET, HEAD, POST, OPTIONS"))
    );
    let answer = send(address, "HEAD /notes/7", b"").await;
    assert_eq!(
        (answer.status, answer.header("allow")),
        (405, Some("PATCH, DELETE, OPTIONS"))
    );
    assert_eq!(answer.header("x-finished"), Some("options"));
    let answer = send(address, "OPTIONS /notes\nx-foreign: 1", b"").await;
    assert_eq!(
        (answer.status, answer.json()["error_code"].as_str()),
        (403, Some("forbidden"))
    );
    assert_eq!(
        send(address, &format!("GET /notes/\n{AUTH}"), b"")
            .await
            .status,
        200
    );
}
