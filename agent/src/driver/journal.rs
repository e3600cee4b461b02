//! Where a run's events, items and state go before anybody sees them.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use crate::{event::Event, item::Item, run::RunState, session::MemorySessions, trace::Span};

/// What is stored at once.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The run as it is after these events, without its conversation.
    pub run: &'a RunState,
    /// The number of the first event; the others follow without gaps.
    pub first_sequence: u64,
    /// What happened, in order. Events that were ready together come together.
    pub events: &'a [Event],
    /// What is added to the session, in order.
    pub items: &'a [Item],
    /// The spans that have ended, in the order in which they did. Those that are open are in `run`.
    pub spans: &'a [Span],
    /// Whether `run` must be stored. Where it is false, only text was added, and the number of the last event is all
    /// that has changed: [`Run::restore`](crate::run::Run::restore) takes it from the log.
    pub state_changed: bool,
}

/// Makes what happened last.
#[async_trait]
pub trait Journal: Send {
    /// Stores the whole entry in one transaction. Whoever watches the run may see the events only when this is done.
    /// The run waits for it.
    ///
    /// # Errors
    ///
    /// Where it can't be stored; then none of it is, and the run stops here.
    async fn append(&mut self, entry: Entry<'_>) -> Result<(), JournalError>;

    /// The time that what is recorded bears.
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The journal can't store what happened.
#[derive(Debug, thiserror::Error)]
#[error("the run can't be recorded")]
pub struct JournalError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

impl JournalError {
    /// Wraps the storage's own error.
    pub fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(error.into())
    }
}

/// A journal that lives as long as the process: for programs without storage, and for tests.
#[derive(Clone, Debug, Default)]
pub struct MemoryJournal {
    /// The events, the first with number 1.
    pub events: Vec<Event>,
    /// The items that the run added.
    pub items: Vec<Item>,
    /// The spans that have ended.
    pub spans: Vec<Span>,
    /// The state as it was last stored.
    pub state: Option<RunState>,
    /// How many events came together, entry by entry.
    pub entries: Vec<usize>,
    sessions: Option<MemorySessions>,
}

impl MemoryJournal {
    /// A journal that adds items to these sessions as well.
    pub fn for_sessions(sessions: MemorySessions) -> Self {
        Self {
            sessions: Some(sessions),
            ..Self::default()
        }
    }
}

#[async_trait]
impl Journal for MemoryJournal {
    async fn append(&mut self, entry: Entry<'_>) -> Result<(), JournalError> {
        let expected = self.events.len() as u64 + 1;
        if entry.first_sequence != expected {
            let first = entry.first_sequence;
            return Err(JournalError::new(format!(
                "event {first} came, and {expected} was next"
            )));
        }
        self.events.extend_from_slice(entry.events);
        self.items.extend_from_slice(entry.items);
        self.spans.extend_from_slice(entry.spans);
        self.entries.push(entry.events.len());
        if entry.state_changed {
            self.state = Some(entry.run.clone());
        }
        if let Some(sessions) = &self.sessions {
            sessions.extend(entry.run.session_id(), entry.items);
        }
        Ok(())
    }
}
