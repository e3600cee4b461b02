//! Typed event streams as server-sent events.

use std::fmt::{self, Write};
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures::{Stream, StreamExt};
use serde::Serialize;

use super::stream::{EventBody, Events};

/// So long a stream is silent before a comment shows that it lives.
pub const HEARTBEAT: Duration = Duration::from_secs(15);

/// A union of events, tagged by `type`.
pub trait EventUnion: Serialize {
    /// The value of `type`: the frame's `event:` line.
    fn name(&self) -> &'static str;
}

/// An event as it is written, whatever its union.
#[derive(Clone)]
pub(crate) struct RawEvent {
    pub(super) id: Option<u64>,
    pub(super) name: Arc<str>,
    pub(super) json: Arc<str>,
}

impl RawEvent {
    pub(super) fn frame(&self) -> Bytes {
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

/// One event of a stream of `T`.
pub struct Event<T> {
    raw: RawEvent,
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
            raw: RawEvent {
                id,
                name: name.into(),
                json: json.into(),
            },
            union: PhantomData,
        }
    }

    /// The event without its type.
    pub(crate) fn into_raw(self) -> RawEvent {
        self.raw
    }
}

impl<T> Clone for Event<T> {
    fn clone(&self) -> Self {
        Self {
            raw: self.raw.clone(),
            union: PhantomData,
        }
    }
}

impl<T> fmt::Debug for Event<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Event")
            .field("id", &self.raw.id)
            .field("name", &self.raw.name)
            .finish_non_exhaustive()
    }
}

/// An answer that is a stream of events of `T`; dropped as soon as the client has left.
pub struct EventStream<T> {
    events: Events,
    union: PhantomData<fn() -> T>,
}

impl<T: 'static> EventStream<T> {
    /// An answer from any stream of events.
    pub fn new(events: impl Stream<Item = Event<T>> + Send + 'static) -> Self {
        Self {
            events: Box::pin(events.map(Event::into_raw)),
            union: PhantomData,
        }
    }

    pub(super) fn into_body(self) -> EventBody {
        EventBody::new(self.events)
    }
}

impl<T> fmt::Debug for EventStream<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventStream(…)")
    }
}
