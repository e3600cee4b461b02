//! Several models as one: where one fails before its first output, the next is asked.
//!
//! An upstream that keeps failing is left alone for a while (its circuit is open), so that every call does not wait for
//! it first.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use futures::{StreamExt, stream};
use tokio::time::Instant;

use super::{Model, ModelChunk, ModelError, ModelRequest, ModelStream};

/// When an upstream is left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakerPolicy {
    /// After so many failures in a row. 5.
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
    /// One call is trying whether it is back.
    HalfOpen,
}

impl CircuitState {
    /// For metrics and readiness: `closed`, `open`, `half_open`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Open => "open",
            Self::HalfOpen => "half_open",
        }
    }
}

/// Models that are asked in order.
pub struct Fallback {
    upstreams: Vec<Upstream>,
    policy: BreakerPolicy,
}

struct Upstream {
    model: Arc<dyn Model>,
    circuit: Arc<Mutex<Circuit>>,
}

#[derive(Debug, Default)]
struct Circuit {
    failures: u32,
    /// When it may be tried again, where it is open.
    until: Option<Instant>,
    trying: bool,
}

impl Fallback {
    /// Models in the order in which they are asked.
    pub fn new(
        first: Arc<dyn Model>,
        others: impl IntoIterator<Item = Arc<dyn Model>>,
        policy: BreakerPolicy,
    ) -> Self {
        let models = std::iter::once(first).chain(others);
        let upstreams = models.map(|model| Upstream {
            model,
            circuit: Arc::default(),
        });
        Self {
            upstreams: upstreams.collect(),
            policy,
        }
    }

    /// Each upstream's name and whether it is asked, in order.
    pub fn states(&self) -> Vec<(String, CircuitState)> {
        let state = |upstream: &Upstream| {
            (
                upstream.model.name().to_owned(),
                lock(&upstream.circuit).state(),
            )
        };
        self.upstreams.iter().map(state).collect()
    }
}

impl std::fmt::Debug for Fallback {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fallback")
            .field("upstreams", &self.states())
            .finish()
    }
}

#[async_trait]
impl Model for Fallback {
    fn name(&self) -> &str {
        self.upstreams
            .first()
            .map_or("", |upstream| upstream.model.name())
    }

    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        let mut failed = 0;
        let mut last = ModelError::Unreachable(
            "every model server failed too often; it is tried again soon".to_owned(),
        );
        for upstream in &self.upstreams {
            let Some(attempt) = Attempt::begin(&upstream.circuit, self.policy) else {
                continue;
            };
            match open(upstream.model.as_ref(), request.clone()).await {
                Ok(stream) => {
                    attempt.succeeded();
                    return Ok(counted(stream, failed));
                }
                // What the request itself is to blame for says nothing against the server, but another may take it.
                Err(error) if !error.is_transient() => {
                    attempt.succeeded();
                    last = error;
                }
                Err(error) => {
                    attempt.failed();
                    last = error;
                }
            }
            failed += 1;
        }
        Err(last)
    }
}

/// Asks a model, and waits for its first piece: until then another can be asked instead.
async fn open(model: &dyn Model, request: ModelRequest) -> Result<ModelStream, ModelError> {
    let mut rest = model.stream(request).await?;
    let first = rest.next().await.unwrap_or(Err(ModelError::CutShort))?;
    Ok(stream::iter([Ok(first)]).chain(rest).boxed())
}

/// Failed attempts count in usage.
fn counted(stream: ModelStream, failed: u64) -> ModelStream {
    if failed == 0 {
        return stream;
    }
    let count = move |chunk| match chunk {
        Ok(ModelChunk::Finish { usage }) => {
            let mut usage = usage.unwrap_or_default();
            usage.model_calls = usage.model_calls.max(1) + failed;
            Ok(ModelChunk::Finish { usage: Some(usage) })
        }
        other => other,
    };
    stream.map(count).boxed()
}

/// One try of an upstream. A try that is dropped, because its run was cancelled, says nothing.
struct Attempt {
    circuit: Arc<Mutex<Circuit>>,
    policy: BreakerPolicy,
    trial: bool,
}

impl Attempt {
    /// `None` where the upstream is left alone.
    fn begin(circuit: &Arc<Mutex<Circuit>>, policy: BreakerPolicy) -> Option<Self> {
        let mut state = lock(circuit);
        let trial = match state.until {
            None => false,
            Some(until) if Instant::now() >= until && !state.trying => true,
            Some(_) => return None,
        };
        state.trying |= trial;
        Some(Self {
            circuit: Arc::clone(circuit),
            policy,
            trial,
        })
    }

    fn succeeded(self) {
        let mut state = lock(&self.circuit);
        state.failures = 0;
        state.until = None;
    }

    fn failed(self) {
        let mut state = lock(&self.circuit);
        state.failures = state.failures.saturating_add(1);
        if self.trial || state.failures >= self.policy.failures {
            state.until = Some(Instant::now() + self.policy.pause);
        }
    }
}

impl Drop for Attempt {
    fn drop(&mut self) {
        if self.trial {
            lock(&self.circuit).trying = false;
        }
    }
}

impl Circuit {
    fn state(&self) -> CircuitState {
        match self.until {
            None => CircuitState::Closed,
            Some(_) if self.trying => CircuitState::HalfOpen,
            Some(_) => CircuitState::Open,
        }
    }
}

fn lock(circuit: &Mutex<Circuit>) -> MutexGuard<'_, Circuit> {
    // Nothing here can panic half way through a change.
    circuit.lock().unwrap_or_else(PoisonError::into_inner)
}
