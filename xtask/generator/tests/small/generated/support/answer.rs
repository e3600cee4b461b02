// Made from small.yaml by the test `snapshot`; do not edit.
//! Answers as values: status, headers and body, serialised once.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Serialize;
use serde_json::Value;

use super::contract::Guard;
use super::events::EventStream;
use super::stream::EventBody;

/// An answer on its way out.
#[derive(Debug)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The documented headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: ReplyBody,
}

/// What an answer carries.
#[derive(Debug)]
pub enum ReplyBody {
    /// Nothing.
    Empty,
    /// Bytes of a media type.
    Bytes(&'static str, Bytes),
    /// A stream of events.
    Events(EventBody),
}

/// A typed answer of an operation.
pub trait Respond {
    /// Serialises it.
    fn respond(self) -> Reply;
}

impl<T: Respond, E: Respond> Respond for Result<T, E> {
    fn respond(self) -> Reply {
        match self {
            Ok(success) => success.respond(),
            Err(error) => error.respond(),
        }
    }
}

/// A value as a header has it: items stand between commas, so none may have one itself.
fn header_text(value: Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text),
        Value::Bool(_) | Value::Number(_) => Some(value.to_string()),
        Value::Array(items) => {
            let texts = items.into_iter().map(header_text);
            let texts: Vec<String> = texts.collect::<Option<_>>()?;
            let is_plain = texts.iter().all(|text| !text.contains(',') && text.trim() == text);
            (is_plain && !texts.is_empty()).then(|| texts.join(","))
        }
        Value::Null | Value::Object(_) => None,
    }
}

impl Reply {
    /// An answer without a body.
    pub(crate) fn empty(status: StatusCode) -> Self {
        Self {
            status,
            headers: HeaderMap::new(),
            body: ReplyBody::Empty,
        }
    }

    /// An answer of JSON.
    pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Self {
        match serde_json::to_vec(body) {
            Ok(bytes) => Self::bytes(status, "application/json", bytes),
            // Generated types serialise always; a hand-written map with odd keys might not.
            Err(_) => Self::empty(StatusCode::INTERNAL_SERVER_ERROR),
        }
    }

    /// An answer of another media type.
    pub(crate) fn bytes(status: StatusCode, media: &'static str, body: impl Into<Bytes>) -> Self {
        Self {
            body: ReplyBody::Bytes(media, body.into()),
            ..Self::empty(status)
        }
    }

    /// An answer of events.
    pub(crate) fn events<T: 'static>(status: StatusCode, events: EventStream<T>) -> Self {
        Self {
            body: ReplyBody::Events(events.into_body()),
            ..Self::empty(status)
        }
    }

    /// Adds a documented header; a value that no header can hold is left out.
    pub(crate) fn with(mut self, name: &'static str, value: impl Serialize) -> Self {
        let text = serde_json::to_value(value).ok().and_then(header_text);
        if let Some(Ok(value)) = text.map(HeaderValue::try_from) {
            self.headers.append(HeaderName::from_static(name), value);
        }
        self
    }

    /// Adds a header that the document does not demand, if there is a value.
    pub(crate) fn with_optional(self, name: &'static str, value: Option<impl Serialize>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }

    /// Holds the events, if it is a stream, against the document as they are sent.
    pub(super) fn guarded(self, guard: impl FnOnce() -> Guard) -> Self {
        match self.body {
            ReplyBody::Events(body) => Self {
                body: ReplyBody::Events(body.guarded(guard())),
                ..self
            },
            body => Self { body, ..self },
        }
    }

    /// The answer as HTTP.
    pub fn into_http(self) -> http::Response<dropshot::Body> {
        let (media, body) = match self.body {
            ReplyBody::Empty => (None, dropshot::Body::empty()),
            ReplyBody::Bytes(media, bytes) => (Some(HeaderValue::from_static(media)), bytes.into()),
            ReplyBody::Events(body) => (
                Some(HeaderValue::from_static("text/event-stream")),
                dropshot::Body::wrap(body),
            ),
        };
        let mut response = http::Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        if let Some(media) = media {
            response.headers_mut().insert(header::CONTENT_TYPE, media);
        }
        response
    }

    /// The body as JSON, for tools: text that is no JSON becomes a JSON string.
    pub(crate) fn into_value(self) -> Value {
        match self.body {
            ReplyBody::Bytes(_, bytes) => serde_json::from_slice(&bytes)
                .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned())),
            ReplyBody::Empty => Value::Null,
            ReplyBody::Events(_) => Value::Null,
        }
    }
}

/// Implements a trait of `statuses` for the errors that have its variant.
macro_rules! answered {
    ($status:ident::$method:ident $arguments:tt = $value:expr, $($error:ident),+) => {
        $(impl $status for $error {
            fn $method $arguments -> Self {
                $value
            }
        })+
    };
}
pub(in super::super) use answered;
