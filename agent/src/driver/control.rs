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
pub struct RunControl(Arc<watch::Sender<Option<Order>>>);

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
        Self(Arc::new(watch::Sender::new(None)))
    }

    /// Tells the run to stop, and why: `cancelled`, `interrupted`, `shutdown`. A stop after the turn can be hastened by
    /// one at once; the first reason stands. Returns whether this changed anything.
    pub fn cancel(&self, when: When, reason: &str) -> bool {
        self.0.send_if_modified(|order| match order {
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
        self.0.borrow().is_some()
    }

    /// Watches for orders, and for the time `left` to run out.
    pub(super) fn watch(&self, left: Option<Duration>) -> Watch<'_> {
        Watch {
            receiver: self.0.subscribe(),
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
        let order = self.control.0.borrow();
        let order = order.as_ref()?;
        (order.when == When::Now || turn_is_over).then(|| order.reason.clone())
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
