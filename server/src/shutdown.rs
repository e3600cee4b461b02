//! How the service stops: everything that may be going learns of it from one value, in two steps.
//!
//! First it *drains*: no new connection, new requests are answered with 503, streams that would never end by themselves
//! end, and what is going may finish. When the time for that is over it *cuts*: whatever still goes on ends now.

use std::future::Future;

use tokio::sync::watch;

/// How far the stopping has come. Cheap to clone; all clones see the same.
#[derive(Clone, Debug)]
pub struct Shutdown(watch::Sender<Phase>);

/// How far the stopping has come. It only ever moves on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Not at all.
    Serving,
    /// What is going may finish.
    Draining,
    /// What is going ends now.
    Cut,
}

impl Default for Shutdown {
    fn default() -> Self {
        Shutdown(watch::Sender::new(Phase::Serving))
    }
}

impl Shutdown {
    /// How far the stopping has come.
    pub fn phase(&self) -> Phase {
        *self.0.borrow()
    }

    /// Resolves when the service begins to stop. For streams without an end: `stream.take_until(shutdown.draining())`.
    pub fn draining(&self) -> impl Future<Output = ()> + Send + 'static {
        self.reached(Phase::Draining)
    }

    /// Resolves when the time to finish is over. For everything else that may be going.
    pub fn cut(&self) -> impl Future<Output = ()> + Send + 'static {
        self.reached(Phase::Cut)
    }

    fn reached(&self, phase: Phase) -> impl Future<Output = ()> + Send + 'static {
        // The future holds a sender of its own, so that waiting can't fail.
        let sender = self.0.clone();
        async move {
            let mut receiver = sender.subscribe();
            let arrived = receiver.wait_for(|now| *now >= phase).await.is_ok();
            debug_assert!(arrived, "the sender lives as long as the receiver");
        }
    }

    /// Moves on to draining, at once; and to the cut as soon as everything has `drained` or the time is `over`.
    /// Returns whether everything drained in time.
    pub(crate) async fn stop(
        &self,
        drained: impl Future<Output = ()>,
        over: impl Future<Output = ()>,
    ) -> bool {
        self.advance(Phase::Draining);
        let in_time = tokio::select! {
            biased;
            () = drained => true,
            () = over => false,
        };
        self.advance(Phase::Cut);
        in_time
    }

    fn advance(&self, to: Phase) {
        self.0.send_if_modified(|now| {
            let later = *now < to;
            if later {
                *now = to;
            }
            later
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use futures::FutureExt;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn draining_comes_first_and_the_cut_when_time_is_over() {
        let shutdown = Shutdown::default();
        assert_eq!(shutdown.draining().now_or_never(), None);
        let (end_time, time) = oneshot::channel::<()>();
        let stopping = shutdown.clone();
        let stop = tokio::spawn(async move {
            let over = async { time.await.unwrap() };
            stopping.stop(std::future::pending(), over).await
        });
        shutdown.draining().await;
        assert_eq!(shutdown.phase(), Phase::Draining);
        assert_eq!(shutdown.cut().now_or_never(), None);
        end_time.send(()).unwrap();
        shutdown.cut().await;
        assert!(!stop.await.unwrap());
        // Later phases include earlier ones.
        assert_eq!(shutdown.draining().now_or_never(), Some(()));
    }

    #[tokio::test]
    async fn what_drains_in_time_is_not_waited_for_longer() {
        let shutdown = Shutdown::default();
        let drained = shutdown.draining();
        assert!(shutdown.stop(drained, std::future::pending()).await);
        assert_eq!(shutdown.phase(), Phase::Cut);
    }
}
