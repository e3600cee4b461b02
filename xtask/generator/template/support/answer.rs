//! Answers as values: status, headers and body, serialised once.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Serialize;
use serde_json::Value;

//# if events
use super::contract::Guard;
use super::events::EventStream;
//# end
//# if undocumented or any
use super::rejection::Rejection;
use super::request::RequestHead;
//# end
//# if events
use super::stream::EventBody;
//# end
//# if upgrade
use super::upgrade::Upgraded;
//# end

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
    //# if events
    /// A stream of events.
    Events(EventBody),
    //# end
    //# if any
    /// What the operation made itself, of a media type that it chose.
    Any(AnyBody),
    //# end
    //# if upgrade
    /// A change of protocol; `None` if it failed.
    Upgraded(Option<http::Response<dropshot::Body>>),
    //# end
}
//# if any

/// A body of which the document leaves the media type open.
#[derive(Debug)]
pub struct AnyBody {
    /// The media type.
    pub media: HeaderValue,
    /// The body, in one piece or as it comes.
    pub body: dropshot::Body,
}
//# end

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

    //# if undocumented or any
    /// A rejection in dropshot's own shape, where the document leaves it open.
    pub(crate) fn own(head: &RequestHead, rejection: &Rejection) -> Self {
        let places = rejection.violations.iter();
        let places: Vec<String> = places.map(|v| format!("{} {}", v.location, v.message)).collect();
        let message = match places.as_slice() {
            [] | [_] => rejection.message.clone(),
            many => format!("{}: {}", rejection.message, many.join("; ")),
        };
        let body = serde_json::json!({
            "request_id": head.request_id,
            "error_code": rejection.error_code,
            "message": message,
        });
        Self::json(rejection.status, &body)
            .with_optional("www-authenticate", rejection.challenge.as_ref())
    }

    //# end
    //# if json_variants
    /// An answer of JSON under a media type of its own.
    pub(crate) fn json_as(status: StatusCode, media: &'static str, body: &impl Serialize) -> Self {
        match Self::json(status, body) {
            Self {
                status,
                headers,
                body: ReplyBody::Bytes(_, bytes),
            } => Self {
                status,
                headers,
                body: ReplyBody::Bytes(media, bytes),
            },
            other => other,
        }
    }

    //# end
    /// An answer of another media type.
    pub(crate) fn bytes(status: StatusCode, media: &'static str, body: impl Into<Bytes>) -> Self {
        Self {
            body: ReplyBody::Bytes(media, body.into()),
            ..Self::empty(status)
        }
    }

    //# if any
    /// An answer that the operation made itself.
    pub(crate) fn any(status: StatusCode, body: AnyBody) -> Self {
        Self {
            body: ReplyBody::Any(body),
            ..Self::empty(status)
        }
    }

    //# end
    //# if upgrade
    /// An answer that grants a websocket.
    pub(crate) fn upgraded(answer: Upgraded) -> Self {
        Self {
            body: ReplyBody::Upgraded(answer.0),
            ..Self::empty(StatusCode::SWITCHING_PROTOCOLS)
        }
    }

    //# end
    //# if events
    /// An answer of events.
    pub(crate) fn events<T: 'static>(status: StatusCode, events: EventStream<T>) -> Self {
        Self {
            body: ReplyBody::Events(events.into_body()),
            ..Self::empty(status)
        }
    }

    //# end
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

    //# if events
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

    //# end
    /// The answer as HTTP.
    pub fn into_http(self) -> http::Response<dropshot::Body> {
        let (media, body) = match self.body {
            //# if upgrade
            ReplyBody::Upgraded(Some(mut answer)) => {
                answer.headers_mut().extend(self.headers);
                return answer;
            }
            ReplyBody::Upgraded(None) => {
                let mut answer = http::Response::new(dropshot::Body::empty());
                *answer.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
                return answer;
            }
            //# end
            ReplyBody::Empty => (None, dropshot::Body::empty()),
            ReplyBody::Bytes(media, bytes) => (Some(HeaderValue::from_static(media)), bytes.into()),
            //# if events
            ReplyBody::Events(body) => (
                Some(HeaderValue::from_static("text/event-stream")),
                dropshot::Body::wrap(body),
            ),
            //# end
            //# if any
            ReplyBody::Any(AnyBody { media, body }) => (Some(media), body),
            //# end
        };
        let mut response = http::Response::new(body);
        *response.status_mut() = self.status;
        *response.headers_mut() = self.headers;
        if let Some(media) = media {
            response.headers_mut().insert(header::CONTENT_TYPE, media);
        }
        response
    }

    //# if tools
    /// The body as JSON, for tools: text that is no JSON becomes a JSON string.
    pub(crate) fn into_value(self) -> Value {
        match self.body {
            ReplyBody::Bytes(_, bytes) => serde_json::from_slice(&bytes)
                .unwrap_or_else(|_| Value::String(String::from_utf8_lossy(&bytes).into_owned())),
            ReplyBody::Empty => Value::Null,
            //# if events
            ReplyBody::Events(_) => Value::Null,
            //# end
            //# if any
            ReplyBody::Any(_) => Value::Null,
            //# end
            //# if upgrade
            ReplyBody::Upgraded(_) => Value::Null,
            //# end
        }
    }
    //# end
}
//# if failures

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
//# end
