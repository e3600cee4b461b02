// Made from small.yaml by the test `snapshot`; do not edit.
//! The body of an event stream: frames, a comment when nothing happens, and an end when the document is broken.

use std::fmt;
use std::io;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll};

use bytes::Bytes;
use futures::Stream;
use http_body::Frame;
use tokio::time::{Instant, Interval, MissedTickBehavior, interval_at};

use super::contract::Guard;
use super::events::{HEARTBEAT, RawEvent};

/// Events on their way out; dropped as soon as the client has left.
pub(super) type Events = Pin<Box<dyn Stream<Item = RawEvent> + Send>>;

/// The body. The mutex is never locked: it makes the stream `Sync`, as dropshot demands.
pub struct EventBody {
    events: Mutex<Events>,
    heartbeat: Option<Interval>,
    guard: Option<Guard>,
    state: State,
}

/// How far the stream has come.
#[derive(Clone, Copy)]
enum State {
    Open,
    /// What was sent before is flushed; then the connection breaks off.
    Breaking,
    Ended,
}

impl EventBody {
    pub(super) fn new(events: Events) -> Self {
        Self {
            events: Mutex::new(events),
            heartbeat: None,
            guard: None,
            state: State::Open,
        }
    }

    /// From now on every event is held against the document.
    pub(super) fn guarded(self, guard: Guard) -> Self {
        Self {
            guard: Some(guard),
            ..self
        }
    }

    /// The frame of an event, or of what ends the stream in its place; `None` where the union has nothing for that.
    fn checked(&mut self, event: &RawEvent) -> Option<Bytes> {
        match &mut self.guard {
            Some(guard) if !guard.passes(event) => {
                let last = guard.last.take().filter(|last| guard.passes(last));
                self.state = if last.is_some() {
                    State::Ended
                } else {
                    State::Breaking
                };
                last.map(|last| last.frame())
            }
            Some(_) | None => Some(event.frame()),
        }
    }
}

impl fmt::Debug for EventBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("EventBody(…)")
    }
}

impl http_body::Body for EventBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let this = self.get_mut();
        match this.state {
            State::Open => {}
            // Nobody may take this for the stream's end.
            State::Breaking => {
                this.state = State::Ended;
                let broken = io::Error::other("an event breaks the document");
                return Poll::Ready(Some(Err(broken)));
            }
            State::Ended => return Poll::Ready(None),
        }
        let heartbeat = this.heartbeat.get_or_insert_with(|| {
            let mut ticks = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            ticks
        });
        let events = this.events.get_mut();
        let events = events.unwrap_or_else(PoisonError::into_inner);
        match events.as_mut().poll_next(context) {
            Poll::Ready(Some(event)) => {
                heartbeat.reset();
                if let Some(frame) = this.checked(&event) {
                    return Poll::Ready(Some(Ok(Frame::data(frame))));
                }
                // Hyper flushes when it has to wait.
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => heartbeat
                .poll_tick(context)
                .map(|_| Some(Ok(Frame::data(Bytes::from_static(b": still here\n\n"))))),
        }
    }
}
