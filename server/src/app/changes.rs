//! The stream of a caller's changes: what was missed, then what happens.

use std::sync::Arc;

use futures::{Stream, StreamExt, stream};
use tokio::sync::watch;

use super::{AppError, Principal, Resources, views};
use crate::{
    generated::models::TaskEvent,
    store::{Store, records::Change},
};

/// How many changes are read at once.
const BATCH: usize = 128;

/// Where a reader of a change log is.
struct Follower {
    store: Arc<dyn Store>,
    caller: Principal,
    bell: watch::Receiver<()>,
    after: i64,
    /// Read at the beginning, so that a log that is gone is told before the stream begins.
    first: Vec<Change>,
}

impl Resources {
    /// Follows the caller's changes, from behind the numbered one on or from now on. The stream has no end of its
    /// own; where the storage fails it ends with the error, and the reader comes again.
    ///
    /// # Errors
    ///
    /// [`AppError::Gone`] where changes after that number are no longer kept.
    pub async fn follow_changes(
        &self,
        caller: &Principal,
        after: Option<i64>,
    ) -> Result<impl Stream<Item = Result<(i64, TaskEvent), AppError>> + Send + 'static, AppError>
    {
        let of = |error| AppError::of(error, || "such log".to_owned());
        // Listen first: what is stored from here on rings.
        let bell = self.store.changes_bell(caller);
        let last = self.store.last_change(caller).await.map_err(of)?;
        // A number that was never given comes from another database; there is nothing to catch up on.
        let after = after.map_or(last, |after| after.min(last));
        let first = self.store.changes(caller, after, BATCH).await.map_err(of)?;
        let follower = Follower {
            store: Arc::clone(&self.store),
            caller: caller.clone(),
            bell,
            after,
            first,
        };
        Ok(stream::unfold(Some(follower), next_batch).flat_map(stream::iter))
    }
}

type Batch = Vec<Result<(i64, TaskEvent), AppError>>;

async fn next_batch(follower: Option<Follower>) -> Option<(Batch, Option<Follower>)> {
    let mut follower = follower?;
    let mut changes = std::mem::take(&mut follower.first);
    while changes.is_empty() {
        follower.bell.mark_unchanged();
        match follower
            .store
            .changes(&follower.caller, follower.after, BATCH)
            .await
        {
            Ok(more) => changes = more,
            Err(error) => {
                let error = AppError::of(error, || "such log".to_owned());
                return Some((vec![Err(error)], None));
            }
        }
        if changes.is_empty() && follower.bell.changed().await.is_err() {
            // The store is gone: the service is stopping.
            return None;
        }
    }
    if let Some(last) = changes.last() {
        follower.after = last.seq;
    }
    let batch = changes
        .into_iter()
        .map(|change| Ok((change.seq, views::task_event(change.what)?)))
        .collect();
    Some((batch, Some(follower)))
}
