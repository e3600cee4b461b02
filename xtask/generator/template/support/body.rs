//! The body of a request: whether it is of a documented media type, read within its bounds, and as a value.

use http::{StatusCode, header};
use serde_json::Value;

//# if forms
use super::form::read_form;
//# end
use super::json;
use super::media::is_in;
use super::rejection::Rejection;
//# if forms
use super::rejection::Violation;
//# end
use super::request::RequestHead;
use super::table::{Reading, RequestBody};
use super::unread::Unread;
//# if streams or parts
use super::upload::BodyStream;
//# end

//# if several
/// The body of the media type that came; the first, where none of them did.
pub(super) fn chosen(first: &'static RequestBody, head: &RequestHead) -> &'static RequestBody {
    let media = head.headers.get(header::CONTENT_TYPE);
    let media = media.and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut all = std::iter::once(first).chain(first.others);
    all.find(|body| is_in(body.media, media)).unwrap_or(first)
}

//# end
/// Whether there is a body of the documented media type; one that may be left out may be.
fn is_given(expected: &RequestBody, head: &RequestHead, body: &Unread) -> Result<bool, Rejection> {
    let media = head.headers.get(header::CONTENT_TYPE);
    let media = media.map(|value| value.to_str().unwrap_or_default());
    match media {
        None if body.is_empty() && !expected.required => Ok(false),
        Some(media) if is_in(expected.media, media) => Ok(true),
        Some(_) | None => {
            //# if several
            let others = expected.others.iter().map(|other| other.media);
            let all: Vec<&str> = std::iter::once(expected.media).chain(others).collect();
            let message = format!("the body must be {}", all.join(" or "));
            //# else
            //= let message = format!("the body must be {}", expected.media);
            //# end
            Err(Rejection::new(
                StatusCode::UNSUPPORTED_MEDIA_TYPE,
                "unsupported_media_type",
                message,
            ))
        }
    }
}

//# if streams or parts
/// A body that is read as it comes; one that says that it is too large is refused here.
pub(super) fn open_stream(
    expected: &RequestBody,
    head: &RequestHead,
    body: Unread,
    default_max_bytes: usize,
) -> Result<Option<BodyStream>, Rejection> {
    if !is_given(expected, head, &body)? {
        return Ok(None);
    }
    let max_bytes = expected.max_bytes.unwrap_or(default_max_bytes);
    if announced(head).is_some_and(|bytes| bytes > max_bytes) {
        return Err(too_large(max_bytes));
    }
    Ok(Some(BodyStream::new(body, max_bytes)))
}

//# end
pub(super) async fn read_body(
    expected: &RequestBody,
    head: &RequestHead,
    body: Unread,
    default_max_bytes: usize,
    //# if forms
    violations: &mut Vec<Violation>,
    //# end
) -> Result<Option<Value>, Rejection> {
    if !is_given(expected, head, &body)? {
        return Ok(None);
    }
    let bytes = read_bytes(head, body, expected.max_bytes.unwrap_or(default_max_bytes)).await?;
    if bytes.is_empty() && !expected.required {
        return Ok(None);
    }
    match expected.reading {
        //# if forms
        Reading::Form => read_form(expected, &bytes, violations),
        //# end
        Reading::Text => match String::from_utf8(bytes) {
            Ok(text) => Ok(Value::String(text)),
            Err(_) => Err(Rejection::bad_request("the body is not UTF-8")),
        },
        Reading::Json | Reading::Stream => read_json(&bytes),
        //# if parts
        // They are read one by one.
        Reading::Parts => Ok(Value::Null),
        //# end
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
