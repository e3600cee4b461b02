//! Approvals: deciding on the calls that a paused run waits for, and what follows.

use std::{sync::Arc, time::Duration};

use taskmanager_agent::{
    event::Decision,
    run::{Decided as RunDecided, Run},
};
use tokio::time::sleep;

use super::{
    RunError, Runs, cancel::EXPIRED, live::Live, mend::Trouble, outcome::Outcome, place::Place,
};
use crate::store::{
    Caller, StoreError,
    runs::{ApprovalRecord, Decided, NewDecision, UnfinishedRun},
};

/// How long after a failure of the storage expired approvals are looked for again.
const RETRY: Duration = Duration::from_secs(60);

impl<C: Clone + Send + Sync + 'static> Runs<C> {
    /// Decides on calls that a paused run waits for, all or none. With the last decision the run goes on: its events
    /// can be followed when this returns.
    ///
    /// # Errors
    ///
    /// [`RunError::NotFound`], [`RunError::NotPaused`], [`RunError::UnknownCall`], [`RunError::AlreadyDecided`],
    /// [`RunError::Expired`], [`RunError::Unavailable`].
    pub async fn decide(
        &self,
        caller: &Caller,
        run_id: &str,
        decisions: Vec<NewDecision>,
    ) -> Result<(), RunError> {
        let (runs, caller, run_id) = (self.clone(), caller.clone(), run_id.to_owned());
        self.detached(async move { runs.decide_here(caller, run_id, decisions).await })
            .await
    }

    async fn decide_here(
        &self,
        caller: Caller,
        run_id: String,
        decisions: Vec<NewDecision>,
    ) -> Result<(), RunError> {
        let decided = self
            .store()
            .decide_run(&caller, &run_id, decisions, self.now());
        match decided.await.map_err(RunError::of_run(&run_id))? {
            Decided::Waiting => Ok(()),
            Decided::NotPaused(status) => Err(RunError::NotPaused(status)),
            Decided::UnknownCall(call_id) => Err(RunError::UnknownCall(call_id)),
            Decided::AlreadyDecided(call_id) => Err(RunError::AlreadyDecided(call_id)),
            Decided::Expired => {
                self.give_up(&caller, &run_id, EXPIRED).await;
                Err(RunError::Expired)
            }
            Decided::Resumes(approvals) => {
                self.take_up(caller, run_id.into(), approvals).await;
                Ok(())
            }
        }
    }

    /// Takes up a run that was decided on before the last process ended.
    pub(super) fn resume(&self, run: UnfinishedRun) {
        let runs = self.clone();
        self.spawn(async move { runs.take_up(run.owner, run.id, run.approvals).await });
    }

    /// Has a decided run worked on. It can be followed when this returns.
    async fn take_up(&self, owner: Caller, run_id: Arc<str>, approvals: Vec<ApprovalRecord>) {
        let stored = self.store().stored_run(&run_id, self.stored_items()).await;
        let (live, run) = match stored {
            Ok(stored) => {
                let outcome =
                    Outcome::of_log(stored.events.iter().map(|event| event.data.as_ref()));
                let live = Live::new(run_id, owner.user_id, stored.record.last_event, outcome);
                let run = self.restore(&stored).ok_or_else(|| {
                    Trouble::Unrecordable("the stored run can't be read".to_owned())
                });
                (live, run.and_then(|run| self.decided(run, approvals)))
            }
            Err(error) => {
                // Its number of events is not known: it is shown when it is.
                let live = Live::new(run_id, owner.user_id, 0, Outcome::default());
                (live, Err(Trouble::Storage(error)))
            }
        };
        let place = Place::new(self, &live);
        let runs = self.clone();
        self.spawn(async move {
            match run {
                Ok(run) => runs.work(place, owner, run).await,
                Err(trouble) => runs.mend(place, trouble).await,
            }
        });
    }

    fn decided(&self, mut run: Run, approvals: Vec<ApprovalRecord>) -> Result<Run, Trouble> {
        let decisions: Vec<Decision> = approvals
            .into_iter()
            .filter_map(|call| {
                call.decision.map(|decision| Decision {
                    call_id: call.call_id,
                    approve: decision.approve,
                    reason: decision.reason,
                })
            })
            .collect();
        match run.decide(self.driver().agents(), &decisions) {
            Ok(RunDecided::Resumed) => Ok(run),
            Ok(RunDecided::Waiting) => {
                Err(Trouble::Unrecordable("a decision is missing".to_owned()))
            }
            Err(error) => Err(Trouble::Unrecordable(error.to_string())),
        }
    }

    /// Cancels the runs that nobody decided on in time. Returns when the next one expires, in the clock's time.
    ///
    /// # Errors
    ///
    /// Where the storage fails.
    pub(super) async fn expire(&self) -> Result<Option<Duration>, StoreError> {
        let now = self.now();
        let (due, next) = self.store().expired_runs(now).await?;
        for run in due {
            self.give_up(&run.owner, &run.id, EXPIRED).await;
        }
        Ok(next.map(|next| (next - now).to_std().unwrap_or_default()))
    }

    /// Cancels runs as their approvals expire, until the process stops.
    pub(super) async fn watch_approvals(self) {
        loop {
            let wait = match self.expire().await {
                Ok(wait) => wait,
                Err(error) => {
                    slog::error!(self.0.parts.log, "expired approvals can't be looked for"; "error" => %error);
                    Some(RETRY)
                }
            };
            let next = async {
                match wait {
                    Some(wait) => sleep(wait).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                () = next => {}
                () = self.0.paused.notified() => {}
                () = self.0.parts.shutdown.draining() => return,
            }
        }
    }
}
