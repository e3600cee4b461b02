//! The journal of one run: stores what happened in one transaction, and only then shows it.

use std::{
    borrow::Cow,
    sync::{
        Arc, LazyLock,
        atomic::{AtomicBool, Ordering},
    },
};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use taskmanager_agent::{
    driver::{Entry, Journal, JournalError},
    event::{CompleteStatus, Event},
};

use super::{live::Live, outcome::Outcome, trace};
use crate::{
    app::Clock,
    otlp::Exporter,
    shutdown::{Phase, Shutdown},
    store::{
        Store, StoreError,
        runs::{Addition, ApprovalRecord, EventRecord, RunStatus, Turn, UnfinishedRun},
    },
};

/// How long a call waits for the user's decision, as the document says; then the run is cancelled.
pub(super) const APPROVALS_LAST: TimeDelta = TimeDelta::hours(24);

/// Whether runs may begin: not before the service listens, and not when it stops.
#[derive(Clone, Debug)]
pub(super) struct Gate {
    shutdown: Shutdown,
    is_open: Arc<AtomicBool>,
}

impl Gate {
    pub(super) fn closed(shutdown: Shutdown) -> Self {
        Self {
            shutdown,
            is_open: Arc::default(),
        }
    }

    pub(super) fn open(&self) {
        self.is_open.store(true, Ordering::SeqCst);
    }

    pub(super) fn lets_begin(&self) -> bool {
        self.is_open.load(Ordering::SeqCst) && self.shutdown.phase() == Phase::Serving
    }
}

/// Stores what one run does.
pub(super) struct RunJournal {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) exporter: Exporter,
    pub(super) gate: Gate,
    pub(super) live: Arc<Live>,
    /// What the run is in the database.
    pub(super) status: RunStatus,
    /// The run that begins because this one has ended.
    pub(super) promoted: Option<UnfinishedRun>,
    /// Why the last entry could not be stored.
    pub(super) failure: Option<StoreError>,
}

#[async_trait]
impl Journal for RunJournal {
    async fn append(&mut self, entry: Entry<'_>) -> Result<(), JournalError> {
        let now = self.clock.now();
        // A pause and an end are stored with what the run came to; on the way there, text by text, it isn't copied.
        let mut outcome = match entry.events.last() {
            Some(event) if closes(event) => Some(self.live.outcome().clone()),
            _ => None,
        };
        let promotes = self.gate.lets_begin();
        let addition = {
            let scratch = &mut Outcome::default();
            let outcome = outcome.as_mut().unwrap_or(scratch);
            addition(&entry, self.status, outcome, promotes, now).map_err(JournalError::new)?
        };
        let events = addition.events.clone();
        let status = status_after(&addition.turn);
        match self.store.add_to_run(&self.live.id, addition, now).await {
            Ok(promoted) => {
                self.promoted = promoted;
                self.status = status;
                self.exporter
                    .export(&self.live.id, entry.run.trace_id(), entry.spans);
                match outcome {
                    Some(outcome) => *self.live.outcome() = outcome,
                    // Without its end, nothing is told otherwise than it happened.
                    None => self.live.outcome().extend(entry.events, entry.run.usage()),
                }
                self.live.push(events);
                if status != RunStatus::Running {
                    self.live.close();
                }
                Ok(())
            }
            Err(error) => {
                let shown = error.to_string();
                self.failure = Some(error);
                Err(JournalError::new(shown))
            }
        }
    }

    fn now(&self) -> DateTime<Utc> {
        self.clock.exact()
    }
}

impl RunJournal {
    /// Ends a run whose state can't be read with a last event and nothing else.
    pub(super) async fn end_bare(
        &mut self,
        seq: u64,
        event: &Event,
    ) -> Result<Option<UnfinishedRun>, StoreError> {
        let mut outcome = self.live.outcome().clone();
        outcome.apply(event);
        let event = record(seq, event)?;
        let addition = Addition {
            expects: self.status,
            first_seq: seq,
            events: vec![event.clone()],
            items: Vec::new(),
            spans: Vec::new(),
            state: None,
            turn: Turn::Ends {
                status: RunStatus::Failed,
                outcome: serde_json::to_string(&outcome)?,
                promotes: self.gate.lets_begin(),
            },
        };
        let stored = self
            .store
            .add_to_run(&self.live.id, addition, self.clock.now());
        let promoted = stored.await?;
        *self.live.outcome() = outcome;
        self.live.push([event]);
        self.live.close();
        Ok(promoted)
    }
}

/// What an entry adds to the run's record. Takes the events into the outcome.
///
/// The runtime tells faults more finely than the document does: here, before anybody sees them, they become the
/// document's codes. The log has what the model server said.
pub(super) fn addition(
    entry: &Entry<'_>,
    expects: RunStatus,
    outcome: &mut Outcome,
    promotes: bool,
    now: DateTime<Utc>,
) -> Result<Addition, serde_json::Error> {
    let mut events = Vec::with_capacity(entry.events.len());
    for (seq, event) in (entry.first_sequence..).zip(entry.events) {
        let event = documented(event);
        events.push(record(seq, &event)?);
        outcome.apply(&event);
    }
    outcome.usage = entry.run.usage();
    let turn = turn(entry.events, outcome, promotes, now)?;
    // The state is dropped where the run ends, and need not be written where only text was added.
    let goes_on = !matches!(turn, Turn::Ends { .. });
    let state = (entry.state_changed && goes_on)
        .then(|| serde_json::to_string(entry.run))
        .transpose()?;
    let items = entry.items.iter().map(serde_json::to_string);
    Ok(Addition {
        expects,
        first_seq: entry.first_sequence,
        events,
        items: items.collect::<Result<_, _>>()?,
        spans: entry.spans.iter().map(trace::record).collect(),
        state,
        turn,
    })
}

/// An event with one of the document's codes.
fn documented(event: &Event) -> Cow<'_, Event> {
    let Event::Error {
        error_code,
        message,
        retry_after,
    } = event
    else {
        return Cow::Borrowed(event);
    };
    let code = match error_code.as_str() {
        "model_unavailable"
        | "model_rate_limited"
        | "model_unauthorized"
        | "model_not_found"
        | "model_context_exceeded"
        | "model_refused"
        | "guardrail_tripped"
        | "interrupted"
        | "unavailable"
        | "not_found"
        | "internal" => return Cow::Borrowed(event),
        code if code.starts_with("model_") => "model_error",
        _ => "internal",
    };
    Cow::Owned(Event::Error {
        error_code: code.to_owned(),
        message: message.clone(),
        retry_after: *retry_after,
    })
}

fn turn(
    events: &[Event],
    outcome: &Outcome,
    promotes: bool,
    now: DateTime<Utc>,
) -> Result<Turn, serde_json::Error> {
    let ends = |status| {
        Ok(Turn::Ends {
            status,
            outcome: serde_json::to_string(outcome)?,
            promotes,
        })
    };
    match events.last() {
        Some(Event::Complete { status, .. }) => ends(match status {
            CompleteStatus::Completed => RunStatus::Completed,
            CompleteStatus::Incomplete => RunStatus::Incomplete,
        }),
        Some(Event::Error { .. }) => ends(RunStatus::Failed),
        Some(Event::Cancelled { .. }) => ends(RunStatus::Cancelled),
        Some(Event::Paused { call_ids }) => Ok(Turn::Pauses {
            approvals: approvals(call_ids, outcome),
            expires_at: now + APPROVALS_LAST,
            outcome: serde_json::to_string(outcome)?,
        }),
        _ => Ok(Turn::Continues),
    }
}

/// Whether a run is not at work after this event.
fn closes(event: &Event) -> bool {
    event.is_last() || matches!(event, Event::Paused { .. })
}

/// The calls waited for, as their events have told them.
fn approvals(call_ids: &[String], outcome: &Outcome) -> Vec<ApprovalRecord> {
    let calls = call_ids.iter().filter_map(|call_id| {
        let mut known = outcome.tool_calls.iter();
        known.find(|call| call.call_id == *call_id)
    });
    calls
        .map(|call| ApprovalRecord {
            call_id: call.call_id.clone(),
            agent: call.agent.clone(),
            tool: call.tool.clone(),
            arguments: call.arguments.clone(),
            decision: None,
        })
        .collect()
}

fn status_after(turn: &Turn) -> RunStatus {
    match turn {
        Turn::Continues => RunStatus::Running,
        Turn::Pauses { .. } => RunStatus::Paused,
        Turn::Ends { status, .. } => *status,
    }
}

/// An event as it is stored and served from then on.
fn record(seq: u64, event: &Event) -> Result<EventRecord, serde_json::Error> {
    Ok(EventRecord {
        seq,
        name: name(event),
        data: serde_json::to_string(event)?.into(),
    })
}

/// The names of events, made once and shared: there are many events.
fn name(event: &Event) -> Arc<str> {
    static NAMES: LazyLock<[Arc<str>; 12]> = LazyLock::new(|| {
        [
            "start",
            "token",
            "tool_call",
            "tool_result",
            "handoff",
            "guardrail",
            "approval_required",
            "paused",
            "resumed",
            "complete",
            "error",
            "cancelled",
        ]
        .map(Arc::from)
    });
    let name = event.name();
    let known = NAMES.iter().find(|known| known.as_ref() == name);
    known.map_or_else(|| name.into(), Arc::clone)
}
