//! A run at work: driven in its own task until it ends or pauses.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures::FutureExt;
use taskmanager_agent::{driver::Observer, model::ModelError, run::Run, usage::Usage};

use super::{Runs, journal::RunJournal, live::Live, mend::Trouble, place::Place};
use crate::{
    metrics::RunEnd,
    store::{
        Caller,
        runs::{RunStatus, UnfinishedRun},
    },
};

/// How far a run came.
struct Came {
    status: RunStatus,
    promoted: Option<UnfinishedRun>,
}

impl<C: Clone + Send + Sync + 'static> Runs<C> {
    /// Drives a run that is stored as running, and begins the one that waits for its session.
    pub(super) async fn work(&self, place: Place<C>, owner: Caller, run: Run) {
        let live = Arc::clone(place.live());
        live.begin_work();
        let counted = self.0.parts.metrics.run_started();
        // A run that panics must end on record like any other.
        let driven = AssertUnwindSafe(self.drive(&live, &owner, run)).catch_unwind();
        let came = tokio::select! {
            biased;
            driven = driven => driven.unwrap_or(Err(Trouble::Panicked)),
            // Dropped in the middle of whatever it does: what it had stored until then decides how it ends.
            () = self.0.parts.shutdown.cut() => Err(Trouble::Stopped),
        };
        drop(counted);
        match came {
            Ok(came) => {
                drop(place);
                self.ended(came.status);
                if let Some(next) = came.promoted {
                    self.launch(next);
                }
            }
            Err(trouble) => self.mend(place, trouble).await,
        }
    }

    async fn drive(&self, live: &Arc<Live>, owner: &Caller, mut run: Run) -> Result<Came, Trouble> {
        let parts = &self.0.parts;
        let context = parts.contexts.context(owner, &live.id).await;
        let context = context.map_err(Trouble::Storage)?;
        let driver = parts.driver.clone();
        let driver = driver.observer(Arc::new(Log(self.log_of(&live.id))));
        let mut journal = self.journal(live, RunStatus::Running);
        let driven = driver.drive(&mut run, context, &mut journal, &live.control);
        match driven.await {
            Ok(_) => Ok(Came {
                status: journal.status,
                promoted: journal.promoted,
            }),
            Err(error) => Err(journal.failure.map_or_else(
                || Trouble::Unrecordable(error.to_string()),
                Trouble::Storage,
            )),
        }
    }

    pub(super) fn journal(&self, live: &Arc<Live>, status: RunStatus) -> RunJournal {
        let parts = &self.0.parts;
        RunJournal {
            store: Arc::clone(&parts.store),
            clock: Arc::clone(&parts.clock),
            exporter: parts.exporter.clone(),
            gate: self.0.gate.clone(),
            live: Arc::clone(live),
            status,
            promoted: None,
            failure: None,
        }
    }

    /// Counts a run that has ended, or sees to it that a paused one expires.
    pub(super) fn ended(&self, status: RunStatus) {
        let end = match status {
            RunStatus::Completed => RunEnd::Completed,
            RunStatus::Incomplete => RunEnd::Incomplete,
            RunStatus::Failed => RunEnd::Failed,
            RunStatus::Cancelled => RunEnd::Cancelled,
            RunStatus::Paused => return self.0.paused.notify_one(),
            RunStatus::Queued | RunStatus::Running => return,
        };
        self.0.parts.metrics.run_ended(end);
    }
}

/// Writes into the log what only whoever runs the service can mend.
struct Log(slog::Logger);

impl Observer for Log {
    fn model_failed(
        &self,
        _run: &Run,
        model: &str,
        attempt: u32,
        error: &ModelError,
        took: Duration,
        retry_in: Option<Duration>,
    ) {
        slog::warn!(self.0, "model call failed"; "model" => model, "attempt" => attempt, "error_code" => error.code(),
            "error" => %error, "took_ms" => took.as_millis(), "retry_in_ms" => retry_in.map(|wait| wait.as_millis()));
    }

    fn model_answered(&self, _run: &Run, model: &str, took: Duration, usage: Option<Usage>) {
        let usage = usage.unwrap_or_default();
        slog::debug!(self.0, "model answered"; "model" => model, "took_ms" => took.as_millis(),
            "input_tokens" => usage.input_tokens, "output_tokens" => usage.output_tokens);
    }
}
