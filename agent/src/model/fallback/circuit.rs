//! One upstream's circuit breaker: counts its failures, and says whether it is asked.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use tokio::time::Instant;

use crate::model::ModelError;

/// When an upstream is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakerPolicy {
    /// After so many failures in a row, at least 1. 5.
    pub failures: u32,
    /// For so long; then one call tries it. 30 s.
    pub pause: Duration,
}

impl Default for BreakerPolicy {
    fn default() -> Self {
        Self {
            failures: 5,
            pause: Duration::from_secs(30),
        }
    }
}

/// Whether an upstream is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CircuitState {
    /// It is.
    Closed,
    /// It is not, for it failed too often.
    Open,
    /// The pause is over: the next call tries whether it is back, or is doing so.
    HalfOpen,
}

impl CircuitState {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Closed, Self::Open, Self::HalfOpen];

    /// For metrics and readiness: `closed`, `open`, `half_open`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Open => "open",
            Self::HalfOpen => "half_open",
        }
    }
}

/// How an upstream fares.
#[derive(Clone, Debug, PartialEq)]
pub struct UpstreamState {
    /// What it is called.
    pub name: String,
    /// Whether it is asked.
    pub circuit: CircuitState,
    /// How long it is still left alone, where it is.
    pub left: Option<Duration>,
    /// Its failures since it last gave a whole answer, and the last of them. None where there was none.
    pub failing: Option<(u32, ModelError)>,
    /// Whole answers since the start.
    pub answered_total: u64,
    /// Failed calls since the start.
    pub failed_total: u64,
}

#[derive(Debug)]
pub(super) struct Circuit {
    policy: BreakerPolicy,
    counts: Mutex<Counts>,
}

#[derive(Debug, Default)]
struct Counts {
    /// Failures in a row that the upstream is to blame for.
    failures: u32,
    last: Option<ModelError>,
    /// When it may be tried again, where it is open.
    until: Option<Instant>,
    /// Whether a call is trying.
    trying: bool,
    answered_total: u64,
    failed_total: u64,
}

impl Circuit {
    pub(super) fn new(policy: BreakerPolicy) -> Self {
        Self {
            policy,
            counts: Mutex::default(),
        }
    }

    /// Asks for leave to call; `None` where the upstream is left alone.
    pub(super) fn begin(self: &Arc<Self>) -> Option<Attempt> {
        let mut counts = self.lock();
        let trial = match counts.until {
            None => false,
            Some(until) if Instant::now() >= until && !counts.trying => true,
            Some(_) => return None,
        };
        counts.trying |= trial;
        Some(Attempt {
            circuit: Arc::clone(self),
            trial,
        })
    }

    /// How long the upstream is still left alone, and why.
    pub(super) fn rest(&self) -> (Duration, ModelError) {
        let counts = self.lock();
        let cause = counts.last.clone().unwrap_or(ModelError::CutShort);
        (counts.left().unwrap_or_default(), cause)
    }

    pub(super) fn tell(&self, name: &str) -> UpstreamState {
        let counts = self.lock();
        let left = counts.left();
        UpstreamState {
            name: name.to_owned(),
            circuit: match left {
                None => CircuitState::Closed,
                Some(left) if left.is_zero() => CircuitState::HalfOpen,
                Some(_) => CircuitState::Open,
            },
            left: left.filter(|left| !left.is_zero()),
            failing: counts.last.clone().map(|last| (counts.failures, last)),
            answered_total: counts.answered_total,
            failed_total: counts.failed_total,
        }
    }

    fn lock(&self) -> MutexGuard<'_, Counts> {
        // Nothing here can panic half way through a change.
        self.counts.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Counts {
    /// How long it is still left alone: nothing where it may be tried, `None` where it is asked like any other.
    fn left(&self) -> Option<Duration> {
        let until = self.until?;
        Some(until.saturating_duration_since(Instant::now()))
    }
}

/// One call of an upstream. One that is dropped, because its run was cancelled, says nothing.
pub(super) struct Attempt {
    circuit: Arc<Circuit>,
    /// Whether everybody else waits for how this one goes.
    trial: bool,
}

impl Attempt {
    /// The first piece has come: others need not wait for the last. One more failure opens the circuit again.
    pub(super) fn spoke(&mut self) {
        if std::mem::take(&mut self.trial) {
            let mut counts = self.circuit.lock();
            counts.trying = false;
            counts.until = None;
            counts.failures = self.circuit.policy.failures.saturating_sub(1);
        }
    }

    /// The answer is whole, or this is how it failed.
    pub(super) fn ended(self, error: Option<&ModelError>) {
        let policy = self.circuit.policy;
        let mut counts = self.circuit.lock();
        match error {
            None => {
                counts.answered_total += 1;
                counts.failures = 0;
                counts.last = None;
                counts.until = None;
            }
            Some(error) => {
                counts.failed_total += 1;
                // What the request is to blame for says that the server is there.
                if !error.blames_upstream() {
                    counts.until = None;
                    return;
                }
                counts.failures = counts.failures.saturating_add(1);
                counts.last = Some(error.clone());
                if counts.until.is_some() || counts.failures >= policy.failures {
                    counts.until = Some(Instant::now() + policy.pause);
                }
            }
        }
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if self.trial {
            self.circuit.lock().trying = false;
        }
    }
}
