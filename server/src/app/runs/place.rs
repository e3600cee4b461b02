//! A run's place among those that this process knows.

use std::sync::Arc;

use super::{Runs, live::Live};

/// A run's place among those that are queued or at work: given up when this is dropped.
pub(super) struct Place<C> {
    runs: Runs<C>,
    live: Option<Arc<Live>>,
}

impl<C> Place<C> {
    /// A place for a run that goes on.
    pub(super) fn new(runs: &Runs<C>, live: &Arc<Live>) -> Self {
        let mut hub = super::lock(&runs.0.live);
        hub.insert(Arc::clone(&live.id), Arc::clone(live));
        Self::of(runs, Arc::clone(live))
    }

    /// The place of a run that is among the known ones already.
    pub(super) fn of(runs: &Runs<C>, live: Arc<Live>) -> Self {
        Self {
            runs: runs.clone(),
            live: Some(live),
        }
    }

    pub(super) fn live(&self) -> &Arc<Live> {
        self.live
            .as_ref()
            .expect("only `keep` and `drop` take it, and both consume the place")
    }

    /// Leaves the run where it is: it waits for its turn.
    pub(super) fn keep(mut self) {
        self.live = None;
    }
}

impl<C> Drop for Place<C> {
    fn drop(&mut self) {
        let Some(live) = self.live.take() else { return };
        {
            let mut hub = super::lock(&self.runs.0.live);
            // A run that was resumed since has another entry under the same id.
            if hub
                .get(&live.id)
                .is_some_and(|known| Arc::ptr_eq(known, &live))
            {
                hub.remove(&live.id);
            }
        }
        live.close();
    }
}
