//! Server-sent events as typed values, in the order in which they come.

use std::error::Error;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use futures::stream::BoxStream;
use futures::{Stream, StreamExt};
use progenitor_client::ByteStream;
use sse_stream::{Sse, SseByteStream};

use super::streams::EventUnion;

/// Decodes the body of a `text/event-stream` answer; `send_events` calls it.
pub fn events<T: EventUnion>(bytes: ByteStream) -> EventStream<T> {
    EventStream {
        frames: SseByteStream::new(bytes.into_inner().boxed()),
        last_id: None,
        event: PhantomData,
    }
}

/// The events of one connection. It ends with the connection: whether that was the last event, the events say. One that can't
/// be read is an error, and others may follow.
pub struct EventStream<T> {
    frames: SseByteStream<BoxStream<'static, reqwest::Result<Bytes>>>,
    last_id: Option<String>,
    event: PhantomData<fn() -> T>,
}

/// One event with its id.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamEvent<T> {
    /// What `Last-Event-ID` takes to go on after this event.
    pub id: Option<String>,
    /// The event itself.
    pub event: T,
}

/// What can be wrong with an event stream once it has begun.
#[derive(Debug)]
pub enum EventError {
    /// The connection broke.
    Connection(Box<dyn Error + Send + Sync>),
    /// The text is not what an event stream may contain.
    Encoding(Box<dyn Error + Send + Sync>),
    /// An event of a known name doesn't have the documented form.
    Payload {
        /// The name of the event.
        name: String,
        /// Its id.
        id: Option<String>,
        /// What doesn't fit.
        source: serde_json::Error,
    },
}

impl fmt::Display for EventError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Connection(_) => write!(f, "read the event stream"),
            Self::Encoding(_) => write!(f, "decode the event stream"),
            Self::Payload { name, .. } => write!(f, "decode an event `{name}`"),
        }
    }
}

impl Error for EventError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Connection(source) | Self::Encoding(source) => Some(&**source),
            Self::Payload { source, .. } => Some(source),
        }
    }
}

impl<T> EventStream<T> {
    /// The id of the last event, one of an unknown name too: `Last-Event-ID` takes it.
    pub fn last_id(&self) -> Option<&str> {
        self.last_id.as_deref()
    }
}

impl<T: EventUnion> EventStream<T> {
    /// The event of a frame; of names that this client doesn't know, none.
    fn accept(&mut self, frame: Sse) -> Option<Result<StreamEvent<T>, EventError>> {
        let id = frame.id;
        if id.is_some() {
            self.last_id.clone_from(&id);
        }
        let json = frame.data?;
        let name = frame.event.or_else(|| type_of(&json)).unwrap_or_default();
        if !T::NAMES.is_empty() && !T::NAMES.contains(&name.as_str()) {
            return None;
        }
        Some(match serde_json::from_str(&json) {
            Ok(event) => Ok(StreamEvent { id, event }),
            Err(source) => Err(EventError::Payload { name, id, source }),
        })
    }
}

impl<T: EventUnion> Stream for EventStream<T> {
    type Item = Result<StreamEvent<T>, EventError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            let error = match ready!(self.frames.poll_next_unpin(context)) {
                Some(Ok(frame)) => match self.accept(frame) {
                    Some(event) => return Poll::Ready(Some(event)),
                    None => continue,
                },
                Some(Err(sse_stream::Error::Body(error))) => EventError::Connection(error),
                Some(Err(error)) => EventError::Encoding(Box::new(error)),
                None => return Poll::Ready(None),
            };
            return Poll::Ready(Some(Err(error)));
        }
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("last_id", &self.last_id)
            .finish_non_exhaustive()
    }
}

fn type_of(json: &str) -> Option<String> {
    let value: serde_json::Value = serde_json::from_str(json).ok()?;
    Some(value.get("type")?.as_str()?.to_owned())
}
