//! A stream that outlives its connection: it is opened again after the last number received.
//!
//! Knows no operation; a [`Source`] knows how to open one.

use std::fmt;
use std::hash::{BuildHasher as _, Hasher as _, RandomState};
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures::future::BoxFuture;
use futures::stream::FusedStream;
use futures::{FutureExt as _, Stream, StreamExt as _};
use tokio::time::Instant;

use super::{EventStream, SILENCE, StreamError, StreamEvent};
use crate::Failure;
use crate::generated::streams::EventUnion;

/// How a broken stream is taken up again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// Attempts in a row without an event between them, before the stream is given up.
    pub attempts: u32,
    /// The pause before the first attempt; it doubles with each. A random share of up to a half is taken off, so that
    /// many clients of one restarted service don't come back at once.
    pub first_pause: Duration,
    /// The longest pause; a service that asks for a longer one (`Retry-After`) gets it.
    pub longest_pause: Duration,
}

impl Default for Retry {
    /// Eight attempts within about a minute, enough for a service that is restarted.
    fn default() -> Self {
        Self {
            attempts: 8,
            first_pause: Duration::from_millis(250),
            longest_pause: Duration::from_secs(15),
        }
    }
}

impl Retry {
    fn pause(&self, attempt: u32, asked: Option<Duration>) -> Duration {
        let doubled = self
            .first_pause
            .saturating_mul(2_u32.saturating_pow(attempt.saturating_sub(1)));
        let pause = doubled.min(self.longest_pause);
        let random = RandomState::new().build_hasher().finish() % 512;
        let spread = pause.mul_f64(1.0 - random as f64 / 1024.0);
        asked.map_or(spread, |asked| asked.max(spread))
    }
}

/// What can open a stream again.
pub(crate) trait Source<T>: Send + Sync + 'static {
    /// Learns from an event what it needs for that.
    fn learn(&mut self, event: &T);

    /// Opens the stream after a number; `None` while it isn't known which stream that is.
    fn open(&self, after: Option<u64>) -> Option<Opening<T>>;
}

/// A stream to come, or `None` where nothing is left to be sent.
pub(crate) type Opening<T> = BoxFuture<'static, Result<Option<EventStream<T>>, Failure>>;

/// Events over as many connections as it takes: each number once, in order, none left out.
///
/// A connection that breaks, or is closed before the event that ends the stream, is replaced by a new one
/// ([`Retry`] bounds how often). Made by [`Client::resuming`](crate::Client::resuming),
/// [`Client::follow_run`](crate::Client::follow_run) and [`Client::follow_changes`](crate::Client::follow_changes).
pub struct Resuming<T> {
    source: Box<dyn Source<T>>,
    state: State<T>,
    retry: Retry,
    attempts: u32,
    last_id: Option<u64>,
}

enum State<T> {
    Open {
        stream: Box<EventStream<T>>,
        since: Instant,
    },
    Opening(Opening<T>),
    Done,
}

impl<T> State<T> {
    fn open(stream: Option<EventStream<T>>) -> Self {
        stream.map_or(Self::Done, |stream| Self::Open {
            stream: Box::new(stream),
            since: Instant::now(),
        })
    }
}

impl<T> Resuming<T> {
    pub(crate) fn new(
        stream: Option<EventStream<T>>,
        after: Option<u64>,
        source: impl Source<T>,
    ) -> Self {
        Self {
            source: Box::new(source),
            state: State::open(stream),
            retry: Retry::default(),
            attempts: 0,
            last_id: after,
        }
    }

    /// Replaces the default [`Retry`].
    pub fn with_retry(mut self, retry: Retry) -> Self {
        self.retry = retry;
        self
    }

    /// The number of the last event received, to resume after.
    pub fn last_id(&self) -> Option<u64> {
        self.last_id
    }

    /// Whether the connection is lost and a new one is being tried for.
    pub fn is_reconnecting(&self) -> bool {
        matches!(self.state, State::Opening(_))
    }

    fn finish(
        &mut self,
        error: Option<StreamError>,
    ) -> Poll<Option<Result<StreamEvent<T>, StreamError>>> {
        self.state = State::Done;
        Poll::Ready(error.map(Err))
    }
}

impl<T: EventUnion + 'static> Resuming<T> {
    /// Begins the next attempt; gives `error` back when there is none.
    fn reopen(&mut self, error: StreamError, asked: Option<Duration>) -> Result<(), StreamError> {
        if self.attempts >= self.retry.attempts {
            return Err(error);
        }
        let Some(opening) = self.source.open(self.last_id) else {
            return Err(error);
        };
        self.attempts += 1;
        let pause = self.retry.pause(self.attempts, asked);
        self.state = State::Opening(
            async move {
                tokio::time::sleep(pause).await;
                opening.await
            }
            .boxed(),
        );
        Ok(())
    }

    fn broken(&mut self, error: StreamError, since: Instant) -> Result<(), StreamError> {
        if since.elapsed() > SILENCE {
            // A quiet stream that lived long isn't one that can't be had.
            self.attempts = 0;
        }
        self.reopen(error, None)
    }

    fn refused(&mut self, failure: Failure) -> Result<(), StreamError> {
        let (retryable, asked) = (failure.is_retryable(), failure.retry_after());
        let lost = StreamError::Lost {
            last_id: self.last_id,
            attempts: self.attempts,
            source: Box::new(failure),
        };
        if retryable {
            self.reopen(lost, asked)
        } else {
            Err(lost)
        }
    }
}

impl<T: EventUnion + 'static> Stream for Resuming<T> {
    type Item = Result<StreamEvent<T>, StreamError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let this = &mut *self;
        loop {
            match &mut this.state {
                State::Done => return Poll::Ready(None),
                State::Opening(opening) => match ready!(opening.poll_unpin(context)) {
                    Ok(stream) => this.state = State::open(stream),
                    Err(failure) => {
                        if let Err(error) = this.refused(failure) {
                            return this.finish(Some(error));
                        }
                    }
                },
                State::Open { stream, since } => {
                    let since = *since;
                    let item = ready!(stream.poll_next_unpin(context));
                    let seen = stream.last_id();
                    if let Some(Ok(event)) = &item
                        && event.id.is_some()
                        && event.id <= this.last_id
                    {
                        continue;
                    }
                    if seen > this.last_id {
                        (this.last_id, this.attempts) = (seen, 0);
                    }
                    match item {
                        Some(Ok(event)) => {
                            this.source.learn(&event.event);
                            return Poll::Ready(Some(Ok(event)));
                        }
                        Some(Err(error)) if error.is_resumable() => {
                            if let Err(error) = this.broken(error, since) {
                                return this.finish(Some(error));
                            }
                        }
                        Some(Err(error)) => return this.finish(Some(error)),
                        None => return this.finish(None),
                    }
                }
            }
        }
    }
}

impl<T: EventUnion + 'static> FusedStream for Resuming<T> {
    fn is_terminated(&self) -> bool {
        matches!(self.state, State::Done)
    }
}

impl<T> fmt::Debug for Resuming<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Resuming")
            .field("last_id", &self.last_id)
            .field("attempts", &self.attempts)
            .finish_non_exhaustive()
    }
}
