//! Server-sent events as typed values: [`EventStream`] decodes one connection, [`Resuming`] survives several.
//!
//! Knows the form of a stream (frames, ids, which events end it), not which operation it came from.

mod resume;
#[cfg(test)]
mod tests;

use std::error::Error as StdError;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use futures::stream::{BoxStream, FusedStream};
use futures::{Stream, StreamExt, TryStream, TryStreamExt};
use progenitor_client::ByteStream;
use serde::Deserialize;
use sse_stream::{Sse, SseByteStream};

pub use crate::generated::streams::EventUnion;

pub(crate) use resume::{Opening, Source};
pub use resume::{Resuming, Retry};

/// How long a stream may be silent before its connection counts as broken: three missed heartbeats of the service.
pub const SILENCE: Duration = Duration::from_secs(45);

/// Decodes the body of a `text/event-stream` answer; the generated streams call it.
pub fn events<T: EventUnion>(bytes: ByteStream) -> EventStream<T> {
    EventStream::decode(bytes.into_inner())
}

/// One event with its number.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamEvent<T> {
    /// The number to resume after; runs count from 1 without gaps.
    pub id: Option<u64>,
    /// The event itself.
    pub event: T,
    json: String,
}

impl<T> StreamEvent<T> {
    /// The event as the service wrote it, with properties that this client doesn't know.
    pub fn json(&self) -> &str {
        &self.json
    }
}

impl<T> Deref for StreamEvent<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.event
    }
}

/// Why a stream stopped before its end.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StreamError {
    /// The connection broke, or was silent for longer than [`SILENCE`].
    #[error("read the event stream")]
    Connection(#[source] Box<dyn StdError + Send + Sync>),
    /// The connection was closed before the event that ends a stream.
    #[error("read the event stream to its end: it was cut {}", after(*.last_id))]
    Cut {
        /// The last number received.
        last_id: Option<u64>,
    },
    /// The text is not what an event stream may contain.
    #[error("decode the event stream")]
    Encoding(#[source] Box<dyn StdError + Send + Sync>),
    /// An event of a known type doesn't have the documented form.
    #[error("decode {}", .id.map_or_else(|| "an event without a number".to_owned(), |id| format!("event {id}")))]
    Payload {
        /// The number of the event.
        id: Option<u64>,
        /// What doesn't fit.
        source: serde_json::Error,
    },
    /// The connection broke, and the stream couldn't be taken up again.
    #[error("take up the event stream {} again, tried {attempts} times", after(*.last_id))]
    Lost {
        /// The last number received.
        last_id: Option<u64>,
        /// How often it was tried since the last event.
        attempts: u32,
        /// Why the last attempt failed.
        source: Box<crate::Failure>,
    },
}

impl StreamError {
    /// Whether the rest may still be had over a new connection.
    pub fn is_resumable(&self) -> bool {
        match self {
            Self::Connection(_) | Self::Cut { .. } => true,
            Self::Encoding(_) | Self::Payload { .. } | Self::Lost { .. } => false,
        }
    }
}

fn after(id: Option<u64>) -> String {
    id.map_or_else(
        || "before the first number".to_owned(),
        |id| format!("after number {id}"),
    )
}

/// The events of one connection, in order.
///
/// Yields `None` only when the last event was one that ends a stream (`complete`, `error`, `cancelled` or `paused`).
/// A connection that is closed earlier gives [`StreamError::Cut`]; streams without end, such as the one of changes,
/// always end that way. Events of unknown types are skipped, but counted in [`last_id`](Self::last_id).
///
/// ```
/// use futures::TryStreamExt as _;
/// use taskmanager_client::stream::{EventStream, StreamError};
/// use taskmanager_client::types::RunEvent;
///
/// async fn text(mut stream: EventStream<RunEvent>) -> Result<String, StreamError> {
///     let mut text = String::new();
///     while let Some(event) = stream.try_next().await? {
///         if let RunEvent::Token { text: piece, .. } = &*event {
///             text.push_str(piece);
///         }
///     }
///     Ok(text)
/// }
/// ```
pub struct EventStream<T> {
    frames: SseByteStream<BoxStream<'static, Result<Bytes, Broken>>>,
    last_id: Option<u64>,
    end: End,
    done: bool,
    event: PhantomData<fn() -> T>,
}

impl<T: EventUnion> EventStream<T> {
    /// Decodes any stream of bytes; [`events`] is what answers of the service go through.
    pub fn decode<S>(bytes: S) -> Self
    where
        S: TryStream<Ok = Bytes> + Send + 'static,
        S::Error: StdError + Send + Sync + 'static,
    {
        let bytes = bytes.map_err(|error| Broken::Connection(Box::new(error)));
        Self {
            frames: SseByteStream::new(unless_silent(bytes.boxed())),
            last_id: None,
            end: End::Not,
            done: false,
            event: PhantomData,
        }
    }

    fn accept(&mut self, frame: Sse) -> Option<Result<StreamEvent<T>, StreamError>> {
        let id = frame.id.and_then(|id| id.parse().ok());
        self.last_id = id.or(self.last_id);
        let json = frame.data?;
        let name = frame.event.or_else(|| type_of(&json)).unwrap_or_default();
        self.end = End::of(&name);
        if !T::NAMES.contains(&name.as_str()) {
            return None;
        }
        Some(match serde_json::from_str(&json) {
            Ok(event) => Ok(StreamEvent { id, event, json }),
            Err(source) => Err(StreamError::Payload { id, source }),
        })
    }
}

impl<T> EventStream<T> {
    /// The number of the last event received, to resume after.
    pub fn last_id(&self) -> Option<u64> {
        self.last_id
    }

    fn close(&mut self, error: StreamError) -> Option<Result<StreamEvent<T>, StreamError>> {
        self.done = true;
        match (self.end, &error) {
            // Whatever happens to the connection after the last event doesn't matter.
            (End::Final, _) | (End::Paused, StreamError::Cut { .. }) => None,
            _ => Some(Err(error)),
        }
    }
}

impl<T: EventUnion> Stream for EventStream<T> {
    type Item = Result<StreamEvent<T>, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        while !self.done {
            let error = match ready!(self.frames.poll_next_unpin(context)) {
                Some(Ok(frame)) => match self.accept(frame) {
                    Some(Err(error)) => {
                        self.done = true;
                        return Poll::Ready(Some(Err(error)));
                    }
                    Some(Ok(event)) => return Poll::Ready(Some(Ok(event))),
                    None => continue,
                },
                Some(Err(sse_stream::Error::Body(error))) => StreamError::Connection(error),
                Some(Err(sse_stream::Error::Utf8Parse(error))) => {
                    StreamError::Encoding(Box::new(error))
                }
                Some(Err(error)) => StreamError::Encoding(Box::new(error)),
                None => StreamError::Cut {
                    last_id: self.last_id,
                },
            };
            return Poll::Ready(self.close(error));
        }
        Poll::Ready(None)
    }
}

impl<T: EventUnion> FusedStream for EventStream<T> {
    fn is_terminated(&self) -> bool {
        self.done
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("last_id", &self.last_id)
            .field("done", &self.done)
            .finish_non_exhaustive()
    }
}

/// What the last event says about the stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// More must come.
    Not,
    /// Nothing comes until approvals are decided; in the log of a resumed run, more follows.
    Paused,
    /// Nothing follows.
    Final,
}

impl End {
    fn of(name: &str) -> Self {
        match name {
            "complete" | "error" | "cancelled" => Self::Final,
            "paused" => Self::Paused,
            _ => Self::Not,
        }
    }
}

fn type_of(json: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Tag {
        r#type: String,
    }
    serde_json::from_str::<Tag>(json).ok().map(|tag| tag.r#type)
}

/// Why no more bytes come.
#[derive(Debug, thiserror::Error)]
enum Broken {
    #[error(transparent)]
    Connection(Box<dyn StdError + Send + Sync>),
    #[error("nothing came for {} s, not even a heartbeat", SILENCE.as_secs())]
    Silent,
}

/// Ends `bytes` with an error when nothing arrives for [`SILENCE`]: a peer that vanished closes nothing.
fn unless_silent(
    bytes: BoxStream<'static, Result<Bytes, Broken>>,
) -> BoxStream<'static, Result<Bytes, Broken>> {
    futures::stream::unfold(Some(bytes), |bytes| async {
        let mut bytes = bytes?;
        match tokio::time::timeout(SILENCE, bytes.next()).await {
            Ok(item) => item.map(|item| (item, Some(bytes))),
            Err(_) => Some((Err(Broken::Silent), None)),
        }
    })
    .boxed()
}
