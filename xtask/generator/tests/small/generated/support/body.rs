// Made from small.yaml by the test `snapshot`; do not edit.
//! The body of a request: whether it is of a documented media type, read within its bounds, and as a value.

use http::{StatusCode, header};
use serde_json::Value;

use super::json;
use super::media::is_in;
use super::rejection::Rejection;
use super::request::RequestHead;
use super::table::{Reading, RequestBody};
use super::unread::Unread;

/// Whether there is a body of the documented media type; one that may be left out may be.
fn is_given(expected: &RequestBody, head: &RequestHead, body: &Unread) -> Result<bool, Rejection> {
    let media = head.headers.get(header::CONTENT_TYPE);
    let media = media.map(|value| value.to_str().unwrap_or_default());
    match media {
        None if body.is_empty() && !expected.required => Ok(false),
        Some(media) if is_in(expected.media, media) => Ok(true),
        Some(_) | None => {
            let message = format!("the body must be {}", expected.media);
            Err(Rejection::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                message,
            ))
        }
    }
}

pub(super) async fn read_body(
    expected: &RequestBody,
    head: &RequestHead,
    body: Unread,
    default_max_bytes: usize,
) -> Result<Option<Value>, Rejection> {
    if !is_given(expected, head, &body)? {
        return Ok(None);
    }
    let bytes = read_bytes(head, body, expected.max_bytes.unwrap_or(default_max_bytes)).await?;
    if bytes.is_empty() && !expected.required {
        return Ok(None);
    }
    match expected.reading {
        Reading::Text => match String::from_utf8(bytes) {
            Ok(text) => Ok(Value::String(text)),
            Err(_) => Err(Rejection::bad_request("the body is not UTF-8")),
        },
        Reading::Json | Reading::Stream => read_json(&bytes),
    }
    .map(Some)
}

fn read_json(bytes: &[u8]) -> Result<Value, Rejection> {
    json::parse(bytes).map_err(|error| {
        Rejection::bad_request(format!("the body is not JSON that can be read: {error}"))
    })
}

/// The size that a body says it has.
fn announced(head: &RequestHead) -> Option<usize> {
    let length = head.headers.get(header::CONTENT_LENGTH)?;
    length.to_str().ok()?.parse().ok()
}

pub(super) fn too_large(max_bytes: usize) -> Rejection {
    let message = format!("the body must have at most {max_bytes} bytes");
    Rejection::new(StatusCode::PAYLOAD_TOO_LARGE, "payload_too_large", message)
}

/// Reads at most `max_bytes`: what says that it is larger is not read at all.
async fn read_bytes(
    head: &RequestHead,
    mut body: Unread,
    max_bytes: usize,
) -> Result<Vec<u8>, Rejection> {
    let announced = announced(head);
    if announced.is_some_and(|bytes| bytes > max_bytes) {
        return Err(too_large(max_bytes));
    }
    let mut bytes = Vec::with_capacity(announced.unwrap_or_default());
    while let Some(data) = body.next().await {
        let data = data.map_err(|()| Rejection::bad_request("the body broke off"))?;
        if bytes.len() + data.len() > max_bytes {
            return Err(too_large(max_bytes));
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes)
}
