// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! Typed event streams as server-sent events: frames, and a comment when nothing happens.

use std::convert::Infallible;
use std::fmt::{self, Write};
use std::marker::PhantomData;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures::{Stream, StreamExt};
use http_body::Frame;
use serde::Serialize;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

/// So long a stream is silent before a comment shows that it lives.
pub const HEARTBEAT: Duration = Duration::from_secs(15);

/// A union of events, tagged by `type`.
pub trait EventUnion: Serialize {
    /// The value of `type`: the frame's `event:` line.
    fn name(&self) -> &'static str;
}

/// One event of a stream of `T`.
pub struct Event<T> {
    id: Option<u64>,
    name: Arc<str>,
    json: Arc<str>,
    union: PhantomData<fn() -> T>,
}

impl<T: EventUnion> Event<T> {
    /// An event from its value.
    ///
    /// # Errors
    /// When the value's own serialisation fails, which generated types do not.
    pub fn new(id: Option<u64>, event: &T) -> Result<Self, serde_json::Error> {
        Ok(Self::encoded(
            id,
            event.name(),
            serde_json::to_string(event)?,
        ))
    }
}

impl<T> Event<T> {
    /// An event from JSON text that was made from a `T` before, such as a stored one; it is sent byte for byte.
    pub fn encoded(id: Option<u64>, name: impl Into<Arc<str>>, json: impl Into<Arc<str>>) -> Self {
        Self {
            id,
            name: name.into(),
            json: json.into(),
            union: PhantomData,
        }
    }

    fn frame(&self) -> Bytes {
        let mut text = String::with_capacity(self.json.len() + self.name.len() + 48);
        if let Some(id) = self.id {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "id: {id}");
        }
        let _ = writeln!(text, "event: {}", self.name);
        for line in self.json.lines() {
            let _ = writeln!(text, "data: {line}");
        }
        text.push('\n');
        Bytes::from(text)
    }
}

impl<T> Clone for Event<T> {
    fn clone(&self) -> Self {
        Self {
            id: self.id,
            name: Arc::clone(&self.name),
            json: Arc::clone(&self.json),
            union: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Event<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("id", &self.id)
            .field("name", &self.name)
            .finish_non_exhaustive()
    }
}

type Frames = Pin<Box<dyn Stream<Item = Bytes> + Send>>;

/// An answer that is a stream of events of `T`; dropped as soon as the client has left.
pub struct EventStream<T> {
    frames: Frames,
    union: PhantomData<fn() -> T>,
}

impl<T: 'static> EventStream<T> {
    /// An answer from any stream of events.
    pub fn new(events: impl Stream<Item = Event<T>> + Send + 'static) -> Self {
        Self {
            frames: Box::pin(events.map(|event| event.frame())),
            union: PhantomData,
        }
    }

    pub(super) fn into_body(self) -> dropshot::Body {
        dropshot::Body::wrap(EventBody {
            frames: Mutex::new(self.frames),
            heartbeat: None,
        })
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventStream(…)")
    }
}

/// The body of such an answer. The mutex is never locked: it makes the stream `Sync`, as dropshot demands.
struct EventBody {
    frames: Mutex<Frames>,
    heartbeat: Option<Interval>,
}

impl http_body::Body for EventBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let this = self.get_mut();
        let frames = this
            .frames
            .get_mut()
            .unwrap_or_else(PoisonError::into_inner);
        let heartbeat = this.heartbeat.get_or_insert_with(|| {
            let mut ticks = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            ticks
        });
        match frames.as_mut().poll_next(context) {
            Poll::Ready(Some(frame)) => {
                heartbeat.reset();
                Poll::Ready(Some(Ok(Frame::data(frame))))
            }
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => heartbeat
                .poll_tick(context)
                .map(|_| Some(Ok(Frame::data(Bytes::from_static(b": still here\n\n"))))),
        }
    }
}
