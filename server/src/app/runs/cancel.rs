//! Cancelling runs, whatever they are at.

use std::sync::Arc;

use taskmanager_agent::driver::{When, commit};

use super::{RunError, Runs, live::Live, outcome::Outcome, place::Place};
use crate::store::{
    Caller, StoreError,
    runs::{RunConflict, RunRecord, RunStatus, UnfinishedRun},
};

/// The reason of a run that its caller has cancelled.
pub const CANCELLED: &str = "cancelled";
/// The reason of a run that a newer one in its session has interrupted.
pub(super) const INTERRUPTED: &str = "interrupted";
/// The reason of a run whose caller has gone, and had asked for that.
pub(super) const DISCONNECTED: &str = "disconnected";
/// The reason of a run that nobody decided on in time.
pub(super) const EXPIRED: &str = "approval_expired";

/// How often a run may change under the hand of whoever cancels it.
const TRIES: usize = 8;

impl<C: Clone + Send + Sync + 'static> Runs<C> {
    /// Cancels a run: at once, or when the tools of its turn are done. A queued or paused run ends in any case at once,
    /// and one that is over stays as it is. Where it is to be at once, the run has ended when this returns.
    ///
    /// # Errors
    ///
    /// [`RunError::NotFound`], [`RunError::Unavailable`].
    pub async fn cancel(
        &self,
        caller: &Caller,
        run_id: &str,
        when: When,
        reason: &'static str,
    ) -> Result<(), RunError> {
        let (runs, caller, run_id) = (self.clone(), caller.clone(), run_id.to_owned());
        // In a task of its own: what follows an end (the next run's beginning) must not depend on a client's patience.
        self.detached(async move { runs.cancel_here(&caller, &run_id, when, reason).await })
            .await
    }

    /// Cancels a run for reasons of the service's own; that it has ended meanwhile, or is gone, is as well.
    pub(super) async fn give_up(&self, owner: &Caller, run_id: &str, reason: &'static str) {
        if let Err(error) = self.cancel_here(owner, run_id, When::Now, reason).await {
            slog::error!(self.log_of(run_id), "run can't be cancelled"; "reason" => reason, "error" => %error);
        }
    }

    async fn cancel_here(
        &self,
        caller: &Caller,
        run_id: &str,
        when: When,
        reason: &'static str,
    ) -> Result<(), RunError> {
        for _ in 0..TRIES {
            let record = self.store().run(caller, run_id).await;
            let record = record.map_err(RunError::of_run(run_id))?;
            let ended = match record.status {
                RunStatus::Running => {
                    // Without one it is being ended already, or about to be begun.
                    let Some(live) = self.live(run_id) else {
                        return Ok(());
                    };
                    live.control.cancel(when, reason);
                    if when == When::Now {
                        live.closed().await;
                    }
                    return Ok(());
                }
                RunStatus::Queued => self.cancel_queued(&record, reason).await,
                RunStatus::Paused => self.cancel_paused(&record, reason).await,
                RunStatus::Completed
                | RunStatus::Incomplete
                | RunStatus::Failed
                | RunStatus::Cancelled => return Ok(()),
            };
            match ended {
                Ok(promoted) => {
                    self.ended(RunStatus::Cancelled);
                    if let Some(next) = promoted {
                        self.launch(next);
                    }
                    return Ok(());
                }
                // It has begun, gone on or ended since it was looked at.
                Err(StoreError::Run(RunConflict::Moved { .. })) => {}
                Err(error) => return Err(RunError::of_run(run_id)(error)),
            }
        }
        Err(RunError::Unavailable(
            "the run changes all the time".to_owned(),
        ))
    }

    async fn cancel_queued(
        &self,
        record: &RunRecord,
        reason: &str,
    ) -> Result<Option<UnfinishedRun>, StoreError> {
        let live = self
            .live(&record.id)
            .unwrap_or_else(|| self.unwatched(record));
        let promoted = self.cancel_stored(&live, RunStatus::Queued, reason).await?;
        // It waited there; nobody works on it.
        drop(Place::new(self, &live));
        Ok(promoted)
    }

    async fn cancel_paused(
        &self,
        record: &RunRecord,
        reason: &str,
    ) -> Result<Option<UnfinishedRun>, StoreError> {
        self.cancel_stored(&self.unwatched(record), RunStatus::Paused, reason)
            .await
    }

    /// Ends a run that nobody works on; the database makes sure of that.
    async fn cancel_stored(
        &self,
        live: &Arc<Live>,
        status: RunStatus,
        reason: &str,
    ) -> Result<Option<UnfinishedRun>, StoreError> {
        let stored = self
            .store()
            .stored_run(&live.id, self.stored_items())
            .await?;
        let unreadable = || StoreError::Unavailable("the stored run can't be read".to_owned());
        let mut run = self.restore(&stored).ok_or_else(unreadable)?;
        *live.outcome() = Outcome::of_log(stored.events.iter().map(|event| event.data.as_ref()));
        run.cancel(reason);
        let mut journal = self.journal(live, status);
        if let Err(error) = commit(&mut run, &mut journal).await {
            let unknown = || StoreError::Unavailable(error.to_string());
            return Err(journal.failure.take().unwrap_or_else(unknown));
        }
        Ok(journal.promoted)
    }

    /// What stands for a run that nobody can be watching live.
    fn unwatched(&self, record: &RunRecord) -> Arc<Live> {
        Live::new(
            Arc::clone(&record.id),
            record.owner_id,
            record.last_event,
            Outcome::default(),
        )
    }
}
