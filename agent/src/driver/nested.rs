//! Drives runs nested in a run. Each works beside its siblings, and tells the outer run what it has to store; it goes on
//! when that is stored.

use std::time::{Duration, Instant};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use futures::{FutureExt, future::BoxFuture};
use tokio::sync::{mpsc, oneshot};

use super::{Driven, Driver, Entry, Journal, JournalError, RunControl, Shift};
use crate::{
    event::Event,
    guardrail::GuardrailOutcome,
    item::Item,
    run::{Run, RunState},
    trace::Span,
};

/// What a nested run has to tell the outer one.
pub(super) struct Report {
    pub(super) call_id: String,
    pub(super) news: News,
    /// Told when the news is stored.
    stored: oneshot::Sender<()>,
}

pub(super) enum News {
    /// It has this to store.
    Moved(Box<Moved>),
    /// The guardrails of the call let it begin.
    MayBegin(Vec<(String, GuardrailOutcome)>),
}

impl Report {
    /// Lets the nested run go on.
    pub(super) fn acknowledge(self) {
        // One that was dropped doesn't wait for it.
        let _ = self.stored.send(());
    }
}

/// A run to be driven inside another.
pub(super) struct Nested {
    pub(super) run: Run,
    pub(super) relay: Relay,
    pub(super) control: RunControl,
    pub(super) is_one_step: bool,
}

/// An [`Entry`] of a nested run.
pub(super) struct Moved {
    run: RunState,
    first_sequence: u64,
    events: Vec<Event>,
    items: Vec<Item>,
    spans: Vec<Span>,
}

impl Moved {
    pub(super) fn entry(&self) -> Entry<'_> {
        Entry {
            run: &self.run,
            first_sequence: self.first_sequence,
            events: &self.events,
            items: &self.items,
            spans: &self.spans,
            state_changed: true,
        }
    }
}

/// The journal of a nested run: the outer run.
pub(super) struct Relay {
    pub(super) call_id: String,
    pub(super) reports: mpsc::UnboundedSender<Report>,
    /// The outer journal's time, and when it was that.
    pub(super) clock: (DateTime<Utc>, Instant),
}

impl Relay {
    /// Tells the outer run, and waits until that is stored.
    pub(super) async fn tell(&self, news: News) -> Result<(), JournalError> {
        let gone = || JournalError::new("the outer run has stopped");
        let (stored, is_stored) = oneshot::channel();
        let report = Report {
            call_id: self.call_id.clone(),
            news,
            stored,
        };
        self.reports.send(report).map_err(|_| gone())?;
        is_stored.await.map_err(|_| gone())
    }
}

#[async_trait]
impl Journal for Relay {
    async fn append(&mut self, entry: Entry<'_>) -> Result<(), JournalError> {
        // Text alone is not shown: it comes with the item that it becomes.
        if !entry.state_changed {
            return Ok(());
        }
        let moved = Moved {
            run: entry.run.clone(),
            first_sequence: entry.first_sequence,
            events: entry.events.to_vec(),
            items: entry.items.to_vec(),
            spans: entry.spans.to_vec(),
        };
        self.tell(News::Moved(Box::new(moved))).await
    }

    fn now(&self) -> DateTime<Utc> {
        let (then, since) = self.clock;
        TimeDelta::from_std(since.elapsed()).map_or(then, |passed| then + passed)
    }
}

/// How far a nested run came.
pub(super) struct NestedDriven {
    /// `None` where only one step was asked for, or the outer run has stopped.
    pub(super) driven: Option<Driven>,
    /// Its time at work, earlier stretches included.
    pub(super) took: Duration,
}

impl<C: Clone + Send + Sync + 'static> Driver<C> {
    /// Drives a nested run until it ends or pauses, or one step. Boxed: runs within runs would have no end for the
    /// compiler.
    pub(super) fn drive_nested<'a>(
        &'a self,
        run: &'a mut Run,
        app: &'a C,
        relay: &'a mut Relay,
        control: &'a RunControl,
        is_one_step: bool,
    ) -> BoxFuture<'a, NestedDriven> {
        async move {
            let mut shift = Shift::begin(run, control, is_one_step);
            let driven = loop {
                match self.step_in(run, app, relay, &mut shift).await {
                    Ok(None) if is_one_step => {
                        // The outer run is gone where this fails, and then nobody waits for it.
                        let _ = self.commit(run, relay).await;
                        break None;
                    }
                    Ok(None) => {}
                    Ok(driven) => break driven,
                    Err(JournalError(_)) => break None,
                }
            };
            NestedDriven {
                driven,
                took: Duration::from_millis(shift.elapsed_ms()),
            }
        }
        .boxed()
    }
}
