//! How a run that is being driven is told to stop.

use std::{future::Future, pin::Pin, sync::Arc, time::Duration};

use tokio::{
    sync::watch,
    time::{Sleep, sleep},
};

/// When a cancelled run stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// When the tools that the model asked for are done, before the model is called again.
    AfterTurn,
    /// At once: the model call is dropped, and so are running tools, which are recorded as interrupted.
    Now,
}

/// Stops one run. Clones stop the same run; stopping twice is stopping once, with the first reason.
#[derive(Clone, Debug)]
pub struct RunControl {
    order: Arc<watch::Sender<Option<Order>>>,
    /// The control of the run that this run is nested in.
    outer: Option<Arc<RunControl>>,
}

#[derive(Clone, Debug)]
struct Order {
    when: When,
    reason: String,
}

/// Why a wait ended before its time.
#[derive(Clone, Debug)]
pub(super) enum Interruption {
    Cancelled(String),
    OutOfTime,
}

impl Default for RunControl {
    fn default() -> Self {
        Self::new()
    }
}

impl RunControl {
    /// A control that has not been used.
    pub fn new() -> Self {
        Self {
            order: Arc::new(watch::Sender::new(None)),
            outer: None,
        }
    }

    /// The control of a run nested in this one's. A stop after the turn reaches inward by itself: the nested run's model
    /// is not called again either. A stop at once is passed on by whoever drives the outer run, when that run has heard
    /// it: otherwise the nested run's end could pass for the result of a call.
    pub(super) fn inward(&self) -> Self {
        Self {
            outer: Some(Arc::new(self.clone())),
            ..Self::new()
        }
    }

    /// The reason, where the run must stop by now.
    fn due(&self, turn_is_over: bool) -> Option<String> {
        let own = self.order.borrow().as_ref().and_then(|order| {
            (order.when == When::Now || turn_is_over).then(|| order.reason.clone())
        });
        let outer = || self.outer.as_ref().filter(|_| turn_is_over)?.due(true);
        own.or_else(outer)
    }

    /// Tells the run to stop, and why: `cancelled`, `interrupted`, `shutdown`. A stop after the turn can be hastened by
    /// one at once; the first reason stands. Returns whether this changed anything.
    pub fn cancel(&self, when: When, reason: &str) -> bool {
        self.order.send_if_modified(|order| match order {
            None => {
                *order = Some(Order {
                    when,
                    reason: reason.to_owned(),
                });
                true
            }
            Some(order) if order.when < when => {
                order.when = when;
                true
            }
            Some(_) => false,
        })
    }

    /// Whether the run was told to stop.
    pub fn is_cancelled(&self) -> bool {
        self.order.borrow().is_some()
    }

    /// Watches for orders, and for the time `left` to run out.
    pub(super) fn watch(&self, left: Option<Duration>) -> Watch<'_> {
        Watch {
            receiver: self.order.subscribe(),
            control: self,
            deadline: left.map(|left| Box::pin(sleep(left))),
        }
    }
}

/// One driver's view of a [`RunControl`].
pub(super) struct Watch<'a> {
    receiver: watch::Receiver<Option<Order>>,
    control: &'a RunControl,
    deadline: Option<Pin<Box<Sleep>>>,
}

impl Watch<'_> {
    /// The reason, where the run must stop by now.
    pub(super) fn due(&self, turn_is_over: bool) -> Option<String> {
        self.control.due(turn_is_over)
    }

    /// For the runs inside this one.
    pub(super) fn inward(&self) -> RunControl {
        self.control.inward()
    }

    /// Waits for something, but not beyond an order to stop at once or the end of the run's time.
    pub(super) async fn unless_stopped<F: Future>(
        &mut self,
        work: F,
    ) -> Result<F::Output, Interruption> {
        let Self {
            receiver,
            deadline,
            control: _,
        } = self;
        let ordered = async {
            let now =
                |order: &Option<Order>| matches!(order, Some(order) if order.when == When::Now);
            // The borrow ends before anything is waited for: drives are spawned, so their futures must be `Send`.
            let order = receiver.wait_for(now).await.ok();
            let reason = order.and_then(|order| order.as_ref().map(|order| order.reason.clone()));
            match reason {
                Some(reason) => reason,
                // The watch holds a sender itself.
                None => std::future::pending().await,
            }
        };
        let out_of_time = async {
            match deadline {
                Some(deadline) => deadline.as_mut().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            reason = ordered => Err(Interruption::Cancelled(reason)),
            output = work => Ok(output),
            () = out_of_time => Err(Interruption::OutOfTime),
        }
    }
}
