//! The operations on runs: their states, their event logs, their approvals and traces.
//!
//! What makes runs safe is here, in the transactions: a session has at most one run that is running or paused, events
//! are numbered from 1 without gaps, a run that has ended never changes, and the run that waits longest is promoted in
//! the same transaction that ends the one before it.

use std::{borrow::Cow, sync::Arc};

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Caller, Made, Once, StoreError, records::Page, sessions::SessionItems};

/// How far a run has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunStatus {
    /// It waits for its session.
    Queued,
    /// It is at work.
    Running,
    /// It waits for approvals.
    Paused,
    /// It ended with its answer.
    Completed,
    /// It ended at a budget.
    Incomplete,
    /// It ended with a fault.
    Failed,
    /// It was ended from outside.
    Cancelled,
}

impl RunStatus {
    /// Whether nothing will ever change again.
    pub fn is_over(self) -> bool {
        match self {
            Self::Queued | Self::Running | Self::Paused => false,
            Self::Completed | Self::Incomplete | Self::Failed | Self::Cancelled => true,
        }
    }
}

/// What happens when a run is started on a session that is at work.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnBusy {
    /// It is refused.
    #[default]
    Reject,
    /// It waits its turn.
    Queue,
    /// It is next, and the caller of the store cancels the run at work.
    Interrupt,
}

/// A run to be stored.
#[derive(Clone, Debug, PartialEq)]
pub struct NewRun {
    /// `run_…`
    pub id: Arc<str>,
    /// The session.
    pub session: RunSession,
    /// The task that it is about.
    pub task_id: Option<i64>,
    /// The agent that it begins with.
    pub agent: String,
    /// What was asked.
    pub input: String,
    /// What happens when the session is at work.
    pub on_busy: OnBusy,
    /// What it adds at once where it need not wait; spares most runs a transaction.
    pub begins_with: Option<Addition>,
}

/// The session that a new run belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RunSession {
    /// One of the caller's.
    Existing(Arc<str>),
    /// One that begins with this run.
    New {
        /// `ses_…`
        id: Arc<str>,
        /// The beginning of the first message.
        title: String,
    },
}

impl RunSession {
    /// The session's id.
    pub fn id(&self) -> &Arc<str> {
        match self {
            Self::Existing(id) | Self::New { id, .. } => id,
        }
    }
}

/// A run that was accepted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StartedRun {
    /// The run.
    pub id: String,
    /// Whether it is stored as running; otherwise it waits.
    pub runs: bool,
    /// What an interrupting run is waiting for, to be cancelled: the run at work, and interrupting runs that had not
    /// begun yet.
    #[serde(default)]
    pub interrupts: Vec<String>,
}

/// A stored run.
#[derive(Clone, Debug, PartialEq)]
pub struct RunRecord {
    /// `run_…`
    pub id: Arc<str>,
    /// Whose it is.
    pub owner_id: i64,
    /// The session it belongs to, which may be deleted by now.
    pub session_id: Arc<str>,
    /// The task that it is about, which may be deleted by now.
    pub task_id: Option<i64>,
    /// The agent that it began with.
    pub agent: String,
    /// What was asked.
    pub input: String,
    /// How far it has come.
    pub status: RunStatus,
    /// What it came to, in JSON: stored whenever it pauses or ends.
    pub outcome: Option<String>,
    /// The calls that it waits for; empty unless paused.
    pub approvals: Vec<ApprovalRecord>,
    /// Until when they can be decided.
    pub expires_at: Option<DateTime<Utc>>,
    /// The number of its latest event; 0 before the first.
    pub last_event: u64,
    /// When it was accepted.
    pub created_at: DateTime<Utc>,
    /// When it began.
    pub started_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub finished_at: Option<DateTime<Utc>>,
}

/// A call that waits for approval, or has just been decided on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ApprovalRecord {
    /// The call.
    pub call_id: String,
    /// The agent that calls.
    pub agent: String,
    /// The tool's name.
    pub tool: String,
    /// The arguments.
    pub arguments: serde_json::Value,
    /// The user's decision, once there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<DecisionRecord>,
}

/// A user's decision on a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DecisionRecord {
    /// Whether it may run.
    pub approve: bool,
    /// Why; the model reads it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// An event as it is stored and served, byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRecord {
    /// Its number in the run, from 1.
    pub seq: u64,
    /// Its name.
    pub name: Arc<str>,
    /// Its JSON.
    pub data: Arc<str>,
}

/// A span of a run's trace that has ended.
#[derive(Clone, Debug, PartialEq)]
pub struct SpanRecord {
    /// 16 hexadecimal digits.
    pub id: String,
    /// The span that it is inside of; none for the run's own.
    pub parent: Option<String>,
    /// Its place among the spans of its run, in the order in which they began. A run inside a run counts for itself.
    pub number: u32,
    /// `run`, `turn`, `model_call`, `tool`, `handoff` or `guardrail`.
    pub kind: Cow<'static, str>,
    /// What was at work.
    pub name: String,
    /// `ok`, `error`, `cancelled` or `interrupted`.
    pub status: Cow<'static, str>,
    /// More about it: a JSON object.
    pub attributes: serde_json::Value,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: DateTime<Utc>,
}

/// A run's trace as it is stored.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RunSpans {
    /// The spans that have ended, in no order.
    pub ended: Vec<SpanRecord>,
    /// The run's state, which holds those that are open; none where it has not begun, or has ended.
    pub state: Option<String>,
}

/// What a run adds to its record, in one transaction.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition {
    /// What the run must be: fences off a writer that is no longer the run's.
    pub expects: RunStatus,
    /// The number of the first event, which must be one more than the run's latest: a fence as well.
    pub first_seq: u64,
    /// The events, in order; their numbers follow from `first_seq`.
    pub events: Vec<EventRecord>,
    /// What the conversation gains, each item in JSON.
    pub items: Vec<String>,
    /// Spans that have ended.
    pub spans: Vec<SpanRecord>,
    /// The run's state in JSON; `None` leaves the stored one as it is.
    pub state: Option<String>,
    /// What becomes of the run.
    pub turn: Turn,
}

/// What becomes of a run with an [`Addition`].
#[derive(Clone, Debug, PartialEq)]
pub enum Turn {
    /// It goes on.
    Continues,
    /// It waits for approvals.
    Pauses {
        /// The calls that it waits for.
        approvals: Vec<ApprovalRecord>,
        /// Until when they can be decided.
        expires_at: DateTime<Utc>,
        /// What it came to so far.
        outcome: String,
    },
    /// It is over. Its state is dropped and its session is free.
    Ends {
        /// As what.
        status: RunStatus,
        /// What it came to.
        outcome: String,
        /// Whether the run that waits longest begins; not while the service stops.
        promotes: bool,
    },
}

/// What is in the way of a run, or of a change of one. Nothing is stored then.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RunConflict {
    /// The session is at work on this run.
    #[error("the session is at work on the run {0}")]
    InProgress(Arc<str>),
    /// As many runs as may wait for this session do.
    #[error("too many runs wait for this session")]
    QueueFull,
    /// The run has gone another way meanwhile.
    #[error("the run is {status:?} at event {last_event} meanwhile")]
    Moved {
        /// What it is.
        status: RunStatus,
        /// Its latest event.
        last_event: u64,
    },
}

/// A decision to be stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewDecision {
    /// The call.
    pub call_id: String,
    /// The decision.
    pub decision: DecisionRecord,
}

/// What came of deciding.
#[derive(Clone, Debug, PartialEq)]
pub enum Decided {
    /// Calls are left to decide on; the run stays paused.
    Waiting,
    /// Nothing is left to decide: the run is stored as running, and is to be resumed with these.
    Resumes(Vec<ApprovalRecord>),
    /// The run isn't paused.
    NotPaused(RunStatus),
    /// The run doesn't wait for this call. Nothing is stored.
    UnknownCall(String),
    /// This call was decided on already. Nothing is stored.
    AlreadyDecided(String),
    /// It is too late. Nothing is stored; the run is to be cancelled.
    Expired,
}

/// A run that had not ended when the process did.
#[derive(Clone, Debug, PartialEq)]
pub struct UnfinishedRun {
    /// `run_…`
    pub id: Arc<str>,
    /// Whose it is.
    pub owner: Caller,
    /// What it was.
    pub status: RunStatus,
    /// Its session.
    pub session_id: Arc<str>,
    /// The task that it is about.
    pub task_id: Option<i64>,
    /// The agent that it begins with.
    pub agent: String,
    /// What was asked.
    pub input: String,
    /// Its latest event.
    pub last_event: u64,
    /// The calls that it waits for. Where it is running, all are decided on, but it has not been heard of since.
    pub approvals: Vec<ApprovalRecord>,
}

/// All that is needed to take up a run.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredRun {
    /// Its record.
    pub record: RunRecord,
    /// Its state in JSON; none where it has not begun, or has ended.
    pub state: Option<String>,
    /// The last items of its session; its own are the last of them.
    pub items: SessionItems,
    /// Its events.
    pub events: Vec<EventRecord>,
}

/// Which runs a list holds. Filters are joined by "and".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RunQuery {
    /// Only runs of this status.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<RunStatus>,
    /// Only runs of this session.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub session_id: Option<String>,
    /// Only runs about this task.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub task_id: Option<i64>,
}

/// Runs and their logs. Methods that take a [`Caller`] serve that caller's runs only; the others are for the
/// supervisor, which acts for the run's owner.
#[async_trait]
pub trait RunStore: Send + Sync + 'static {
    /// Stores a run, as running where its session is free.
    ///
    /// Fails with [`StoreError::NotFound`] where the session isn't the caller's, with [`RunConflict::InProgress`] and
    /// [`RunConflict::QueueFull`], and with [`StoreError::KeyReused`].
    async fn start_run(
        &self,
        caller: &Caller,
        run: NewRun,
        once: Option<Once>,
        now: DateTime<Utc>,
    ) -> Result<Made<StartedRun>, StoreError>;

    /// Looks for the run that an earlier request with this key started. Fails with [`StoreError::KeyReused`].
    async fn started_run(&self, caller: &Caller, once: &Once)
    -> Result<Option<String>, StoreError>;

    /// Adds to a run. Answers with the run that begins now because this one has ended, if one waited. Fails with
    /// [`RunConflict::Moved`] where the run isn't what the addition expects.
    async fn add_to_run(
        &self,
        run_id: &str,
        addition: Addition,
        now: DateTime<Utc>,
    ) -> Result<Option<UnfinishedRun>, StoreError>;

    /// Stores decisions, all or none.
    async fn decide_run(
        &self,
        caller: &Caller,
        run_id: &str,
        decisions: Vec<NewDecision>,
        now: DateTime<Utc>,
    ) -> Result<Decided, StoreError>;

    /// Begins the run that waits longest for the session, if the session is free and one waits.
    async fn promote_run(
        &self,
        session_id: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<UnfinishedRun>, StoreError>;

    /// One run of the caller's.
    async fn run(&self, caller: &Caller, run_id: &str) -> Result<RunRecord, StoreError>;

    /// All that is needed to take up a run, as of every change that was handed to the store before.
    async fn stored_run(&self, run_id: &str, items: usize) -> Result<StoredRun, StoreError>;

    /// The caller's runs, the newest first, from after the cursor on.
    async fn list_runs(
        &self,
        caller: &Caller,
        query: &RunQuery,
        after: Option<i64>,
        limit: usize,
    ) -> Result<Page<RunRecord, i64>, StoreError>;

    /// The run's events after the number, at most `limit`.
    async fn run_events(
        &self,
        run_id: &str,
        after: u64,
        limit: usize,
    ) -> Result<Vec<EventRecord>, StoreError>;

    /// The run's spans, all as of one moment.
    async fn run_spans(&self, run_id: &str) -> Result<RunSpans, StoreError>;

    /// All runs that haven't ended, in the order in which they were accepted.
    async fn unfinished_runs(&self) -> Result<Vec<UnfinishedRun>, StoreError>;

    /// The paused runs whose approvals have expired, and when the next of the others expires.
    async fn expired_runs(
        &self,
        now: DateTime<Utc>,
    ) -> Result<(Vec<UnfinishedRun>, Option<DateTime<Utc>>), StoreError>;
}
