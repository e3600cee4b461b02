//! The runs of agents: started, watched, paused, cancelled, and ended on record whatever happens.
//!
//! What holds here, and where it is made to hold:
//!
//! - A run works in a task of its own (`work`). No client's connection is on its way; one that has gone away changes
//!   nothing, unless the run was started with `cancel_on_disconnect`.
//! - Nothing is shown that is not stored (`journal`): events, the run's state and the session's items go into the
//!   database in one transaction, then to the readers (`live`, `follow`).
//! - A session has at most one run at work: the database has an index that says so. The run that waits longest begins
//!   in the transaction that ends the one before it (`start`).
//! - Every run ends with exactly one last event. Where the server was killed, where the storage failed, where the time
//!   to finish was over: the run is taken from what is stored, and ended as interrupted (`mend`).
//!
//! Knows no HTTP.

mod approve;
mod cancel;
mod follow;
mod journal;
mod live;
mod mend;
mod outcome;
mod place;
mod sessions;
mod start;
mod trace;
mod views;
mod work;

#[cfg(test)]
mod tests;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};

use async_trait::async_trait;
use serde_json::Value;
use taskmanager_agent::{driver::Driver, session::HistoryLimit};
use tokio::sync::{Notify, oneshot, watch};

pub use cancel::CANCELLED;
pub use follow::{CancelOnDrop, RunFollower};
pub use mend::Recovered;
pub use start::{Begun, StartRun};
pub use views::{Answered, RunsPage};

use self::{
    journal::Gate,
    live::{Live, lock},
};
use crate::{
    app::Clock,
    metrics::Metrics,
    otlp::Exporter,
    shutdown::Shutdown,
    store::{
        Caller, Store, StoreError,
        runs::{RunConflict, RunStatus},
    },
};

/// What the tools of runs act with, made for each run anew.
#[async_trait]
pub trait Contexts<C>: Send + Sync + 'static {
    /// The context of a run of this owner.
    async fn context(&self, owner: &Caller, run_id: &str) -> Result<C, StoreError>;

    /// A task of the owner's as it is laid before the model.
    async fn task(&self, owner: &Caller, task_id: i64) -> Result<Value, StoreError>;
}

/// What the service of runs is made of.
pub struct RunsParts<C> {
    /// Where runs are stored.
    pub store: Arc<dyn Store>,
    /// The clock of what is stored. Time limits are the machine's.
    pub clock: Arc<dyn Clock>,
    /// The agents and their model.
    pub driver: Driver<C>,
    /// What their tools act with.
    pub contexts: Arc<dyn Contexts<C>>,
    /// How the process stops.
    pub shutdown: Shutdown,
    /// What is counted.
    pub metrics: Arc<Metrics>,
    /// Where spans go besides the database.
    pub exporter: Exporter,
    /// What is worth a line.
    pub log: slog::Logger,
    /// How many runs may be going or queued at the same time; one more is refused. Runs that go on after a pause come
    /// on top, for they were let in before.
    pub max_runs: usize,
    /// How much of a conversation a model is shown.
    pub history: HistoryLimit,
}

/// The service of runs. Cheap to clone; all clones are one.
pub struct Runs<C>(Arc<Inner<C>>);

struct Inner<C> {
    parts: RunsParts<C>,
    /// The runs that are queued or at work in this process.
    live: Mutex<HashMap<Arc<str>, Arc<Live>>>,
    /// How many tasks work on runs.
    at_work: watch::Sender<usize>,
    gate: Gate,
    /// A run has paused: another approval may be the next to expire.
    paused: Notify,
}

impl<C> Clone for Runs<C> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

/// Why a run isn't started, found or changed.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The run, its session or its task isn't there, or not the caller's to know of.
    #[error("there is no {0}")]
    NotFound(String),
    /// No agent has this name.
    #[error("there is no agent of this name: list_agents tells them")]
    UnknownAgent,
    /// The session is at work on this run.
    #[error(
        "the session is at work on the run {0}: wait for its end, decide on what it asks, cancel it, or send this with \
         on_busy \"queue\""
    )]
    InProgress(Arc<str>),
    /// As many runs are going or queued as may be.
    #[error("as many runs are going or queued as the service takes; try again in a while")]
    TooMany,
    /// The idempotency key came before, with another request.
    #[error("this idempotency key was used for another request: send a new one")]
    KeyReused,
    /// The service is about to stop.
    #[error("the service is shutting down")]
    Stopping,
    /// The run has fewer events.
    #[error("the run has {last_event} events so far: ask for those after a number up to that")]
    BeyondLog {
        /// The number of its latest event.
        last_event: u64,
    },
    /// The run doesn't wait for approvals.
    #[error("the run is {}, so nothing waits for approval", status_text(*.0))]
    NotPaused(RunStatus),
    /// The run doesn't wait for this call.
    #[error("the run doesn't wait for the call {0}")]
    UnknownCall(String),
    /// This call was decided on before.
    #[error("the call {0} was decided on already")]
    AlreadyDecided(String),
    /// Nobody decided in time.
    #[error("the approval has expired, and the run is cancelled: ask again")]
    Expired,
    /// The storage doesn't answer. The text is for the log.
    #[error("{0}")]
    Unavailable(String),
    /// What is stored doesn't fit the document. The text is for the log.
    #[error("{0}")]
    Unshowable(String),
}

fn status_text(status: RunStatus) -> &'static str {
    match status {
        RunStatus::Queued => "queued",
        RunStatus::Running => "running",
        RunStatus::Paused => "paused",
        RunStatus::Completed => "completed",
        RunStatus::Incomplete => "incomplete",
        RunStatus::Failed => "failed",
        RunStatus::Cancelled => "cancelled",
    }
}

impl RunError {
    /// What the store's refusal means, where it was asked for `what`, as "run run_…".
    pub(crate) fn of(error: StoreError, what: impl FnOnce() -> String) -> Self {
        match error {
            StoreError::NotFound | StoreError::Forbidden => Self::NotFound(what()),
            StoreError::KeyReused => Self::KeyReused,
            StoreError::Run(RunConflict::InProgress(run_id)) => Self::InProgress(run_id),
            StoreError::Run(RunConflict::QueueFull) => Self::TooMany,
            other @ (StoreError::Run(RunConflict::Moved { .. })
            | StoreError::VersionMismatch { .. }
            | StoreError::NoFreeSlot
            | StoreError::Gone { .. }
            | StoreError::Rule(_)
            | StoreError::Unavailable(_)) => Self::Unavailable(other.to_string()),
        }
    }

    fn of_run(run_id: &str) -> impl FnOnce(StoreError) -> Self {
        move |error| Self::of(error, || format!("run {run_id}"))
    }
}

impl<C: Clone + Send + Sync + 'static> Runs<C> {
    /// The service of runs. Nothing is done yet: see [`recover`](Self::recover) and [`open`](Self::open).
    pub fn new(parts: RunsParts<C>) -> Self {
        Self(Arc::new(Inner {
            gate: Gate::closed(parts.shutdown.clone()),
            parts,
            live: Mutex::default(),
            at_work: watch::Sender::new(0),
            paused: Notify::new(),
        }))
    }

    /// The agents and their model.
    pub fn driver(&self) -> &Driver<C> {
        &self.0.parts.driver
    }

    /// Resolves when no run is at work in this process.
    pub async fn idle(&self) {
        let mut at_work = self.0.at_work.subscribe();
        // The sender lives as long as `self`.
        let _ = at_work.wait_for(|count| *count == 0).await;
    }

    fn store(&self) -> &Arc<dyn Store> {
        &self.0.parts.store
    }

    fn now(&self) -> chrono::DateTime<chrono::Utc> {
        self.0.parts.clock.now()
    }

    fn log_of(&self, run_id: &str) -> slog::Logger {
        self.0
            .parts
            .log
            .new(slog::o!("run_id" => run_id.to_owned()))
    }

    fn hub(&self) -> MutexGuard<'_, HashMap<Arc<str>, Arc<Live>>> {
        lock(&self.0.live)
    }

    fn live(&self, run_id: &str) -> Option<Arc<Live>> {
        self.hub().get(run_id).map(Arc::clone)
    }

    /// Has something done whoever waits for it.
    async fn detached<T: Send + 'static>(
        &self,
        work: impl Future<Output = Result<T, RunError>> + Send + 'static,
    ) -> Result<T, RunError> {
        let (done, result) = oneshot::channel();
        self.spawn(async move {
            // Whoever asked may have gone.
            let _ = done.send(work.await);
        });
        result
            .await
            .unwrap_or_else(|_| Err(RunError::Unavailable("the task has died".to_owned())))
    }

    /// Has something done in a task of its own, which [`idle`](Self::idle) waits for.
    fn spawn(&self, work: impl Future<Output = ()> + Send + 'static) {
        let busy = Busy::new(&self.0.at_work);
        tokio::spawn(async move {
            work.await;
            drop(busy);
        });
    }
}

/// Counts a task, from before it is spawned until it is over, however it ends.
struct Busy(watch::Sender<usize>);

impl Busy {
    fn new(count: &watch::Sender<usize>) -> Self {
        count.send_modify(|count| *count += 1);
        Self(count.clone())
    }
}

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.send_modify(|count| *count -= 1);
    }
}

/// How long the end of a run that can't be stored is waited for by those who watch it.
const PATIENCE: Duration = Duration::from_secs(5);
