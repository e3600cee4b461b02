//! `multipart/form-data` of which the document names the parts: text, JSON and files, all bounded together.

use bytes::Bytes;
use http::StatusCode;
use serde_json::Value;

use super::body::too_large;
use super::form::Fields;
use super::media::{essence, is_in, is_json};
use super::multipart::multipart;
use super::rejection::{Rejection, Violation};
use super::request::RequestHead;
use super::table::RequestBody;
use super::upload::{BodyFault, BodyStream};

/// A part that is bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What the sender calls the file; not to be trusted as a path.
    pub file_name: Option<String>,
    /// Its media type, if the sender says one.
    pub media: Option<String>,
    /// The bytes; the limit of the whole body is theirs.
    pub bytes: Bytes,
}

/// The parts that are bytes, by name, in their order.
pub(super) type Files = Vec<(String, Part)>;

/// Reads all parts: an object of those that are values, in which a file is an empty string, and the files.
pub(super) async fn read_parts(
    expected: &RequestBody,
    head: &RequestHead,
    body: BodyStream,
    max_bytes: usize,
    violations: &mut Vec<Violation>,
) -> Result<(Value, Files), Rejection> {
    let mut parts = multipart(head, body)?;
    let mut fields = Fields::new(expected, violations);
    let mut files = Files::new();
    let rejected = |fault| rejected(&fault, max_bytes);
    while let Some(part) = parts.next_field().await.map_err(rejected)? {
        let Some(name) = part.name().map(str::to_owned) else {
            return Err(Rejection::bad_request("a part has no name"));
        };
        let file_name = part.file_name().map(str::to_owned);
        let media = part.content_type().map(ToString::to_string);
        let bytes = part.bytes().await.map_err(rejected)?;
        let allowed = fields.encoding(&name).and_then(|encoding| encoding.content_type);
        if let Some(allowed) = allowed {
            let own = media.as_deref().unwrap_or("text/plain");
            if !allowed.split(',').any(|allowed| is_in(allowed, own)) {
                fields.wrong(&name, "contentType", &format!("must be {allowed}"));
                continue;
            }
        }
        let schema = fields.item(&name);
        let is = |key: &str, value: &str| schema.is_some_and(|schema| schema[key] == value);
        if is("format", "binary") {
            fields.add(&name, Value::from(""));
            files.push((name, Part { file_name, media, bytes }));
        } else if is("type", "object") || allowed.is_some_and(|allowed| is_json(essence(allowed))) {
            fields.add_json(&name, &bytes);
        } else if let Ok(text) = std::str::from_utf8(&bytes) {
            fields.add_text(&name, text);
        } else {
            fields.wrong(&name, "type", "must be UTF-8");
        }
    }
    Ok((fields.into_value(), files))
}

/// Why parts could not be read to their end.
fn rejected(fault: &multer::Error, max_bytes: usize) -> Rejection {
    let inner = match fault {
        multer::Error::StreamReadFailed(inner) => inner.downcast_ref::<BodyFault>(),
        _ => None,
    };
    match inner {
        Some(BodyFault::TooLarge) => too_large(max_bytes),
        Some(BodyFault::BrokeOff) => Rejection::bad_request("the body broke off"),
        None => Rejection::new(
            StatusCode::BAD_REQUEST,
            "bad_request",
            format!("the parts cannot be told apart: {fault}"),
        ),
    }
}
