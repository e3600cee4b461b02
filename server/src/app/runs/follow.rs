//! Following a run's events from any number: first those that are stored, then those to come, without gap or repetition.

use std::{collections::VecDeque, sync::Arc};

use futures::{Stream, stream};
use taskmanager_agent::driver::When;

use super::{RunError, Runs, cancel::DISCONNECTED, live::Live, start::Begun};
use crate::store::{Caller, Store, runs::EventRecord};

/// How many stored events are read at once.
const CHUNK: usize = 256;

/// A run's events after a number, up to its end, its pause, or the server's.
pub struct RunFollower {
    run_id: Arc<str>,
    store: Arc<dyn Store>,
    log: slog::Logger,
    /// None where the run isn't live: then all of it is stored.
    live: Option<Arc<Live>>,
    /// The number of the last event that was read.
    seq: u64,
    read: VecDeque<EventRecord>,
    is_over: bool,
    /// Whether the run had ended, and all of its events were asked for, when it was first followed.
    has_ended: bool,
}

impl RunFollower {
    /// Whether no event will ever follow: the run has ended, and the reader has all of its log.
    pub fn has_nothing_more(&self) -> bool {
        self.has_ended
    }

    /// The next event; waits for it. None at the end.
    pub async fn next(&mut self) -> Option<EventRecord> {
        loop {
            if let Some(event) = self.read.pop_front() {
                return Some(event);
            }
            if self.is_over {
                return None;
            }
            self.read().await;
        }
    }

    /// The events as a stream that keeps something until it is dropped.
    pub fn into_stream<K: Send + 'static>(
        self,
        kept: K,
    ) -> impl Stream<Item = EventRecord> + Send + 'static {
        stream::unfold((self, kept), |(mut follower, kept)| async move {
            let event = follower.next().await?;
            Some((event, (follower, kept)))
        })
    }

    async fn read(&mut self) {
        match &self.live {
            Some(live) if self.seq >= live.base() => {
                let news = live.after(self.seq).await;
                self.is_over = news.is_closed;
                self.read.extend(news.events);
            }
            // What was before the run was last resumed, or all of a run that isn't live.
            Some(_) | None => {
                let stored = self.store.run_events(&self.run_id, self.seq, CHUNK).await;
                match stored {
                    Ok(events) => {
                        self.is_over = events.is_empty();
                        self.read.extend(events);
                    }
                    Err(error) => {
                        // The status line is gone. The reader comes again with the number that it has.
                        slog::error!(self.log, "stored events can't be read"; "error" => %error);
                        self.is_over = true;
                    }
                }
                if let Some(live) = &self.live {
                    // These are read from memory.
                    self.read.retain(|event| event.seq <= live.base());
                }
            }
        }
        if let Some(last) = self.read.back() {
            self.seq = last.seq;
        }
    }
}

impl<C: Clone + Send + Sync + 'static> Runs<C> {
    /// Follows a run of the caller's from after a number on.
    ///
    /// # Errors
    ///
    /// [`RunError::NotFound`], [`RunError::BeyondLog`], [`RunError::Unavailable`].
    pub async fn follow(
        &self,
        caller: &Caller,
        run_id: &str,
        after: u64,
    ) -> Result<RunFollower, RunError> {
        let live = self.live(run_id);
        let live = live.filter(|live| live.owner_id == caller.user_id);
        // One that has stopped work has all in the store, which knows whether it has ended or paused.
        let live = live.filter(|live| !live.is_closed());
        let (run_id, last_event, is_final) = match &live {
            Some(live) => (Arc::clone(&live.id), live.last_event(), false),
            None => {
                let record = self.store().run(caller, run_id).await;
                let record = record.map_err(RunError::of_run(run_id))?;
                (record.id, record.last_event, record.status.is_over())
            }
        };
        if after > last_event {
            return Err(RunError::BeyondLog { last_event });
        }
        Ok(RunFollower {
            log: self.log_of(&run_id),
            store: Arc::clone(self.store()),
            run_id,
            live,
            seq: after,
            read: VecDeque::new(),
            is_over: false,
            has_ended: is_final && after == last_event,
        })
    }

    /// What cancels a run that was begun here when it is dropped before the run has ended or paused; nothing where
    /// that isn't wanted.
    pub fn cancel_on_drop(
        &self,
        owner: &Caller,
        begun: &Begun,
        is_wanted: bool,
    ) -> Option<CancelOnDrop<C>> {
        // A repeated request has not begun the run, so its end doesn't end it.
        let live = self
            .live(&begun.run_id)
            .filter(|_| is_wanted && !begun.replayed)?;
        Some(CancelOnDrop {
            runs: self.clone(),
            owner: owner.clone(),
            live,
        })
    }
}

/// Cancels a run when it is dropped before the run has ended or paused.
pub struct CancelOnDrop<C: Clone + Send + Sync + 'static> {
    runs: Runs<C>,
    owner: Caller,
    live: Arc<Live>,
}

impl<C: Clone + Send + Sync + 'static> Drop for CancelOnDrop<C> {
    fn drop(&mut self) {
        if self.live.is_closed() {
            return;
        }
        let (runs, owner, live) = (
            self.runs.clone(),
            self.owner.clone(),
            Arc::clone(&self.live),
        );
        // At work it hears of it at once; queued it is taken out of the database.
        live.control.cancel(When::Now, DISCONNECTED);
        self.runs
            .spawn(async move { runs.give_up(&owner, &live.id, DISCONNECTED).await });
    }
}
