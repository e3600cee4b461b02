//! Runs that lost their way: ended on record from what is stored of them.
//!
//! One way for all: the server was killed, it stops and the run's time is over, the storage failed, the run's task
//! panicked. What is in memory is not trusted then; the run is taken from the database, its open calls are closed, and
//! it gets its last event. After a restart, runs that had not begun begin, and decided ones go on.

use std::{sync::Arc, time::Duration};

use futures::{StreamExt, stream};
use taskmanager_agent::{
    budget::Budget,
    driver::commit,
    event::Event,
    run::{NewRun, Run, RunState},
};
use tokio::time::{Instant, sleep};

use super::{
    PATIENCE, RunError, Runs, live::Live, outcome::Outcome, place::Place, sessions::history,
};
use crate::{
    shutdown::Phase,
    store::{
        StoreError,
        runs::{RunStatus, StoredRun, UnfinishedRun},
    },
};

/// How many runs are ended at the same time after a restart: they share commits.
const AT_ONCE: usize = 64;

/// How often the end of a run is tried to be stored when the process is about to end.
const LAST_TRIES: u32 = 3;

/// Why a run can't go on.
#[derive(Debug, thiserror::Error)]
pub(super) enum Trouble {
    /// The server stops, or was killed.
    #[error("the server stops, or was killed")]
    Stopped,
    /// What the run did can't be stored.
    #[error(transparent)]
    Storage(StoreError),
    /// What the run did can't be written down, or what was can't be read.
    #[error("{0}")]
    Unrecordable(String),
    /// The run's task panicked.
    #[error("the run's task panicked")]
    Panicked,
    /// The run's task was deleted before the run's turn came.
    #[error("the task was deleted")]
    TaskGone,
}

impl Trouble {
    /// The run's last event: a code of the document's list, and a text for the user.
    fn fault(&self) -> (&'static str, &'static str) {
        match self {
            Self::Stopped => (
                "interrupted",
                "The service was stopped in the middle of this. What was done until then is kept; ask again to go on.",
            ),
            Self::Storage(_) => (
                "unavailable",
                "What was done could not be stored, so this was ended. What was stored until then is kept; ask again to go on.",
            ),
            Self::Unrecordable(_) | Self::Panicked => (
                "internal",
                "The service has a fault, so this was ended. What was done until then is kept; ask again to go on.",
            ),
            Self::TaskGone => ("not_found", "The task was deleted before this could begin."),
        }
    }

    fn is_expected(&self) -> bool {
        matches!(self, Self::Stopped | Self::TaskGone)
    }
}

/// What the last process left.
#[derive(Debug, Default)]
pub struct Recovered {
    /// How many runs were going, and have been ended as interrupted.
    pub interrupted: usize,
    /// How many runs wait for approvals.
    pub paused: usize,
    /// The runs that go on: not yet begun, or decided on.
    goes_on: Vec<UnfinishedRun>,
}

impl Recovered {
    /// How many runs go on.
    pub fn continued(&self) -> usize {
        self.goes_on.len()
    }
}

impl<C: Clone + Send + Sync + 'static> Runs<C> {
    /// Takes up what the last process left: ends the runs that were going. To be called once, before any request is
    /// served, so that nobody sees a run at work that nobody works on.
    ///
    /// # Errors
    ///
    /// [`RunError::Unavailable`] where the database fails.
    pub async fn recover(&self) -> Result<Recovered, RunError> {
        let unfinished = self.store().unfinished_runs().await;
        let unfinished = unfinished.map_err(|error| RunError::of(error, String::new))?;
        let mut recovered = Recovered::default();
        let mut interrupted = Vec::new();
        for run in unfinished {
            match run.status {
                RunStatus::Paused => recovered.paused += 1,
                RunStatus::Queued => recovered.goes_on.push(run),
                // Nothing of it is stored but that it may begin; or it was decided on, and not heard of since.
                RunStatus::Running if run.last_event == 0 || !run.approvals.is_empty() => {
                    recovered.goes_on.push(run);
                }
                RunStatus::Running => interrupted.push(run),
                // Not among the unfinished ones.
                RunStatus::Completed
                | RunStatus::Incomplete
                | RunStatus::Failed
                | RunStatus::Cancelled => {}
            }
        }
        recovered.interrupted = interrupted.len();
        stream::iter(interrupted)
            .for_each_concurrent(AT_ONCE, |run| async move {
                let place = self.place_of(&run);
                self.mend(place, Trouble::Stopped).await;
            })
            .await;
        if recovered.interrupted + recovered.paused + recovered.continued() > 0 {
            slog::info!(self.0.parts.log, "took up what the last process left";
                "interrupted" => recovered.interrupted, "continued" => recovered.continued(),
                "paused" => recovered.paused);
        }
        Ok(recovered)
    }

    /// Lets runs begin: those that the last process left first. To be called once, when the service listens: a
    /// process that can't serve must not begin what it can't finish.
    ///
    /// # Errors
    ///
    /// [`RunError::Unavailable`] where the database fails.
    pub async fn open(&self, recovered: Recovered) -> Result<(), RunError> {
        self.0.gate.open();
        // All are known before any begins, so that each is found by whoever ends the run before it.
        for run in &recovered.goes_on {
            self.place_of(run).keep();
        }
        let mut free = Vec::new();
        for run in recovered.goes_on {
            match run.status {
                RunStatus::Running if run.approvals.is_empty() => self.launch(run),
                RunStatus::Running => self.resume(run),
                _ => free.push(run.session_id),
            }
        }
        for session_id in free {
            let promoted = self.store().promote_run(&session_id, self.now()).await;
            if let Some(run) = promoted.map_err(|error| RunError::of(error, String::new))? {
                self.launch(run);
            }
        }
        tokio::spawn(self.clone().watch_approvals());
        tokio::spawn(self.clone().let_go());
        Ok(())
    }

    /// When the process begins to stop, tells those who watch runs that wait for their turn that it won't come here.
    async fn let_go(self) {
        self.0.parts.shutdown.draining().await;
        let waiting: Vec<Arc<Live>> = self.hub().values().map(Arc::clone).collect();
        for live in waiting.into_iter().filter(|live| !live.is_at_work()) {
            live.close();
        }
    }

    /// Ends a run that can't go on, and begins the one that waits for its session. Tries until the end is stored, or
    /// the process is about to end: then the next process does it.
    pub(super) async fn mend(&self, place: Place<C>, trouble: Trouble) {
        let live = Arc::clone(place.live());
        let log = self.log_of(&live.id);
        if !trouble.is_expected() {
            slog::error!(log, "run can't go on"; "reason" => %trouble);
        }
        let since = Instant::now();
        let mut wait = Duration::from_millis(50);
        let mut last_tries = 0;
        loop {
            let error = match self.try_to_mend(&live, &trouble).await {
                Ok((status, promoted)) => {
                    drop(place);
                    self.ended(status);
                    if let Some(next) = promoted {
                        self.launch(next);
                    }
                    return;
                }
                Err(error) => error,
            };
            slog::error!(log, "run's end can't be stored; trying again"; "error" => %error, "wait_ms" => wait.as_millis());
            if self.0.parts.shutdown.phase() == Phase::Cut {
                last_tries += 1;
                if last_tries == LAST_TRIES {
                    return;
                }
            }
            // Whoever watches learns that there is no more to see for now; the end comes with a later stream.
            if since.elapsed() >= PATIENCE {
                live.close();
            }
            sleep(wait).await;
            wait = (wait * 2).min(PATIENCE);
        }
    }

    async fn try_to_mend(
        &self,
        live: &Arc<Live>,
        trouble: &Trouble,
    ) -> Result<(RunStatus, Option<UnfinishedRun>), StoreError> {
        let stored = self
            .store()
            .stored_run(&live.id, self.stored_items())
            .await?;
        // What was stored while nobody waited for the answer.
        live.push(stored.events.iter().cloned());
        if stored.record.status != RunStatus::Running {
            return Ok((stored.record.status, None));
        }
        *live.outcome() = Outcome::of_log(stored.events.iter().map(|event| event.data.as_ref()));
        let (code, message) = trouble.fault();
        let mut journal = self.journal(live, RunStatus::Running);
        match self.restore(&stored) {
            Some(mut run) => {
                run.fail(code, message);
                if let Err(error) = commit(&mut run, &mut journal).await {
                    let unknown = || StoreError::Unavailable(error.to_string());
                    return Err(journal.failure.take().unwrap_or_else(unknown));
                }
                Ok((journal.status, journal.promoted))
            }
            None => {
                let event = Event::Error {
                    error_code: code.to_owned(),
                    message: message.to_owned(),
                    retry_after: None,
                };
                let promoted = journal
                    .end_bare(stored.record.last_event + 1, &event)
                    .await?;
                Ok((RunStatus::Failed, promoted))
            }
        }
    }

    /// A run as it was stored; none where this build can't read it.
    pub(super) fn restore(&self, stored: &StoredRun) -> Option<Run> {
        let Some(state) = &stored.state else {
            return Some(Run::new(NewRun {
                run_id: stored.record.id.to_string(),
                session_id: stored.record.session_id.to_string(),
                task_id: stored.record.task_id,
                agent: stored.record.agent.clone(),
                input: Vec::new(),
                budget: Budget::default(),
            }));
        };
        let state: RunState = serde_json::from_str(state).ok()?;
        let mut history = history(&stored.items).ok()?;
        let before = history.items.len().checked_sub(state.own_items())?;
        let own = history.items.split_off(before);
        let restored = Run::restore(
            state,
            history,
            self.0.parts.history,
            own,
            stored.record.last_event,
        );
        let mut run = restored.ok()?;
        run.at(self.0.parts.clock.exact());
        Some(run)
    }

    /// How many of a session's last items are read to take up a run: its history, and what a run can add itself.
    pub(super) fn stored_items(&self) -> usize {
        let budget = Budget::default();
        // A call, its result and a message for each; far more than a run adds.
        let own = 3 * (budget.turns + budget.tool_calls + budget.handoffs) + 16;
        self.0.parts.history.items + usize::try_from(own).unwrap_or(usize::MAX)
    }
}
