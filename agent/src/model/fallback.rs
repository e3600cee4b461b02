//! Several models as one: where one fails before its first output, the next is asked.
//!
//! An upstream that keeps failing is left alone for a while (its circuit is open), so that every call does not wait for
//! it first.

mod circuit;

use std::sync::Arc;

use async_trait::async_trait;
use futures::{StreamExt, stream};
use tokio::time::Instant;

use super::{Model, ModelChunk, ModelError, ModelRequest, ModelStream, Upstream};
use circuit::{Attempt, Circuit};
pub use circuit::{BreakerPolicy, CircuitState, UpstreamState};

/// Models that are asked in order.
pub struct Fallback {
    name: String,
    members: Arc<[Member]>,
}

struct Member {
    name: Arc<str>,
    model: Arc<dyn Model>,
    circuit: Arc<Circuit>,
}

impl Fallback {
    /// Models in the order in which they are asked. The first gives its name to the whole.
    pub fn new(
        first: Arc<dyn Model>,
        others: impl IntoIterator<Item = Arc<dyn Model>>,
        policy: BreakerPolicy,
    ) -> Self {
        let named = |model: Arc<dyn Model>| (model.name().to_owned(), model);
        Self::named(named(first), others.into_iter().map(named), policy)
    }

    /// The same, where names of models alone would not tell them apart: each with what it is called.
    pub fn named(
        first: (String, Arc<dyn Model>),
        others: impl IntoIterator<Item = (String, Arc<dyn Model>)>,
        policy: BreakerPolicy,
    ) -> Self {
        let name = first.1.name().to_owned();
        let members = std::iter::once(first)
            .chain(others)
            .map(|(name, model)| Member {
                name: name.into(),
                model,
                circuit: Arc::new(Circuit::new(policy)),
            });
        Self {
            name,
            members: members.collect(),
        }
    }

    /// How each upstream fares, in order.
    pub fn states(&self) -> Vec<UpstreamState> {
        let state = |member: &Member| member.circuit.tell(&member.name);
        self.members.iter().map(state).collect()
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
        &self.name
    }

    /// The stream tells whom it asks, and who has failed ([`ModelChunk::Upstream`]); how it fails itself, and that
    /// alone, is how the last of them did.
    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError> {
        let asking = Asking {
            members: Arc::clone(&self.members),
            request,
        };
        let Some(first) = asking.next_from(0) else {
            let rests = self.members.iter().map(|member| member.circuit.rest());
            let soonest = rests.min_by_key(|(left, _)| *left);
            let (left, cause) = soonest.expect("there is a first member");
            return Err(ModelError::Resting {
                left,
                cause: Box::new(cause),
            });
        };
        let steps = stream::unfold(Some(Step::Ask(asking, first)), |step| async {
            Some(step?.take().await)
        });
        Ok(steps.boxed())
    }
}

/// One call, as long as nothing was answered.
struct Asking {
    members: Arc<[Member]>,
    request: ModelRequest,
}

/// A member that may be asked.
struct Candidate {
    index: usize,
    attempt: Attempt,
}

enum Step {
    Ask(Asking, Candidate),
    Wait(Asking, Candidate),
    Answer(Attempt, ModelStream),
}

type Piece = Result<ModelChunk, ModelError>;

impl Step {
    /// The next piece, and what comes after it.
    async fn take(self) -> (Piece, Option<Step>) {
        match self {
            Step::Ask(asking, candidate) => {
                let name = Arc::clone(&asking.members[candidate.index].name);
                let asked = ModelChunk::Upstream(Upstream::Asked(name));
                (Ok(asked), Some(Step::Wait(asking, candidate)))
            }
            Step::Wait(asking, candidate) => asking.wait(candidate).await,
            Step::Answer(attempt, mut rest) => {
                let piece = rest.next().await.unwrap_or(Err(ModelError::CutShort));
                answer(attempt, piece, rest)
            }
        }
    }
}

impl Asking {
    /// The first member from here on that is not left alone.
    fn next_from(&self, index: usize) -> Option<Candidate> {
        let mut rest = self.members.iter().enumerate().skip(index);
        rest.find_map(|(index, member)| {
            let attempt = member.circuit.begin()?;
            Some(Candidate { index, attempt })
        })
    }

    /// Waits for a member's first piece: until then another can be asked instead.
    async fn wait(self, Candidate { index, mut attempt }: Candidate) -> (Piece, Option<Step>) {
        let began = Instant::now();
        let model = self.members[index].model.as_ref();
        let error = match open(model, self.request.clone()).await {
            Ok((first, rest)) => {
                attempt.spoke();
                return answer(attempt, Ok(first), rest);
            }
            Err(error) => error,
        };
        attempt.ended(Some(&error));
        let Some(next) = self.next_from(index + 1) else {
            return (Err(error), None);
        };
        let took = began.elapsed();
        let failed = ModelChunk::Upstream(Upstream::Failed { error, took });
        (Ok(failed), Some(Step::Ask(self, next)))
    }
}

/// Asks a model, and waits for its first piece.
async fn open(
    model: &dyn Model,
    request: ModelRequest,
) -> Result<(ModelChunk, ModelStream), ModelError> {
    let mut rest = model.stream(request).await?;
    let first = rest.next().await.unwrap_or(Err(ModelError::CutShort))?;
    Ok((first, rest))
}

/// A piece of an answer. From the first on nobody else is asked, but how the answer ends still tells how its model fares.
fn answer(attempt: Attempt, piece: Piece, rest: ModelStream) -> (Piece, Option<Step>) {
    match &piece {
        Ok(ModelChunk::Finish { .. }) => attempt.ended(None),
        Err(error) => attempt.ended(Some(error)),
        Ok(_) => return (piece, Some(Step::Answer(attempt, rest))),
    }
    (piece, None)
}
