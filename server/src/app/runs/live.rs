//! A run that somebody may be watching: its events in memory, and how readers wait for more.
//!
//! An event gets here only after it is stored. Readers read by number and never hold the run up: one that lags, or
//! leaves, costs nothing. Knows neither HTTP nor the database.

use std::{
    future::Future,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use taskmanager_agent::driver::RunControl;
use tokio::sync::Notify;

use super::outcome::Outcome;
use crate::store::runs::EventRecord;

/// A run that is queued or at work.
#[derive(Debug)]
pub(super) struct Live {
    pub(super) id: Arc<str>,
    pub(super) owner_id: i64,
    /// Stops it. Used as soon as it is at work.
    pub(super) control: RunControl,
    /// Events up to this number are in the database only: those before the pause that the run was resumed from.
    base: u64,
    log: Mutex<Log>,
    bell: Notify,
    is_at_work: AtomicBool,
    outcome: Mutex<Outcome>,
}

#[derive(Debug, Default)]
struct Log {
    /// Invariant: numbered from `base + 1` without gaps.
    events: Vec<EventRecord>,
    /// Nothing will be added: the run is over or paused, or the server stops.
    is_closed: bool,
}

/// What there is to read.
#[derive(Debug)]
pub(super) struct News {
    pub(super) events: Vec<EventRecord>,
    pub(super) is_closed: bool,
}

impl Live {
    /// A run whose next event has the number `base + 1`.
    pub(super) fn new(id: Arc<str>, owner_id: i64, base: u64, outcome: Outcome) -> Arc<Self> {
        Arc::new(Self {
            id,
            owner_id,
            control: RunControl::new(),
            base,
            log: Mutex::default(),
            bell: Notify::new(),
            is_at_work: AtomicBool::new(false),
            outcome: Mutex::new(outcome),
        })
    }

    pub(super) fn base(&self) -> u64 {
        self.base
    }

    pub(super) fn last_event(&self) -> u64 {
        self.base + self.log().events.len() as u64
    }

    /// Shows events that are stored. Those shown before are skipped: after a failure it may not be known which were.
    pub(super) fn push(&self, events: impl IntoIterator<Item = EventRecord>) {
        {
            let mut log = self.log();
            let mut next = self.base + log.events.len() as u64 + 1;
            for event in events {
                if event.seq == next {
                    log.events.push(event);
                    next += 1;
                }
            }
        }
        self.bell.notify_waiters();
    }

    /// Says that nothing will be added.
    pub(super) fn close(&self) {
        self.log().is_closed = true;
        self.bell.notify_waiters();
    }

    /// Notes that it no longer waits for its turn.
    pub(super) fn begin_work(&self) {
        self.is_at_work.store(true, Ordering::SeqCst);
    }

    pub(super) fn is_at_work(&self) -> bool {
        self.is_at_work.load(Ordering::SeqCst)
    }

    /// What comes after a number that is not before `base`; waits until there is something, or will never be.
    pub(super) async fn after(&self, seq: u64) -> News {
        loop {
            // Listened to before the log is read, so that no event can come in between unheard.
            let mut bell = std::pin::pin!(self.bell.notified());
            bell.as_mut().enable();
            {
                let log = self.log();
                let skip = usize::try_from(seq.saturating_sub(self.base)).unwrap_or(usize::MAX);
                let events = log.events.get(skip..).unwrap_or_default();
                if !events.is_empty() || log.is_closed {
                    return News {
                        events: events.to_vec(),
                        is_closed: log.is_closed,
                    };
                }
            }
            bell.await;
        }
    }

    /// Waits until nothing will be added.
    pub(super) fn closed(self: &Arc<Self>) -> impl Future<Output = ()> + Send + 'static {
        let live = Arc::clone(self);
        async move {
            let mut seq = live.base;
            loop {
                let news = live.after(seq).await;
                if news.is_closed {
                    return;
                }
                seq += news.events.len() as u64;
            }
        }
    }

    pub(super) fn is_closed(&self) -> bool {
        self.log().is_closed
    }

    /// What the run came to so far.
    pub(super) fn outcome(&self) -> MutexGuard<'_, Outcome> {
        lock(&self.outcome)
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        lock(&self.log)
    }
}

/// Locks what is whole after each change, whoever panicked.
pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use futures::FutureExt;

    use super::*;

    fn event(seq: u64) -> EventRecord {
        EventRecord {
            seq,
            name: "token".into(),
            data: format!("{seq}").into(),
        }
    }

    fn live(base: u64) -> Arc<Live> {
        Live::new("run_1".into(), 1, base, Outcome::default())
    }

    fn numbers(news: &News) -> Vec<u64> {
        news.events.iter().map(|event| event.seq).collect()
    }

    #[tokio::test]
    async fn a_reader_gets_what_it_lacks_and_waits_for_the_rest() {
        let live = live(4);
        live.push([event(5), event(6)]);
        assert_eq!(numbers(&live.after(4).await), [5, 6]);
        assert_eq!(numbers(&live.after(5).await), [6]);
        let mut waiting = Box::pin(live.after(6));
        assert!(waiting.as_mut().now_or_never().is_none());
        live.push([event(7)]);
        assert_eq!(numbers(&waiting.await), [7]);
        live.close();
        let end = live.after(7).await;
        assert!(end.is_closed && end.events.is_empty());
        assert_eq!(live.last_event(), 7);
    }

    #[tokio::test]
    async fn what_was_shown_is_not_shown_twice_and_no_gap_is_shown() {
        let live = live(0);
        live.push([event(1), event(2)]);
        live.push([event(1), event(2), event(3), event(5)]);
        assert_eq!(numbers(&live.after(0).await), [1, 2, 3]);
    }

    #[tokio::test]
    async fn waiting_for_the_end_ignores_events() {
        let live = live(0);
        let mut end = Box::pin(live.closed());
        assert!(end.as_mut().now_or_never().is_none());
        live.push([event(1)]);
        assert!(end.as_mut().now_or_never().is_none());
        live.close();
        end.await;
    }
}
