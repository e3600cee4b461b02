//! Calls the model, again where that may help, and feeds its pieces to the run.

use std::{
    panic::AssertUnwindSafe,
    time::{Duration, Instant},
};

use futures::{FutureExt, StreamExt};

use super::{Driver, Journal, JournalError, RetryPolicy, Shift, commit, control::Interruption};
use crate::{
    model::{ModelChunk, ModelError, ModelStream},
    run::Run,
};

/// So many pieces of text are stored at once at most: what a whole answer that is ready at once is cut into.
const MAX_BATCH: usize = 256;

/// How one attempt ended.
enum Attempt {
    Answered,
    /// Nothing had come yet, so that the call can be made again.
    FailedEarly(ModelError),
    FailedLate(ModelError),
    Interrupted(Interruption),
}

impl<C: Clone + Send + Sync + 'static> Driver<C> {
    /// One model call with its repetitions. Afterwards the run has decided on the answer, or is over.
    pub(super) async fn call_model(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
    ) -> Result<(), JournalError> {
        let mut attempt = 1;
        loop {
            let began = Instant::now();
            let error = match self.attempt(run, app, journal, shift).await? {
                Attempt::Answered => {
                    self.observer
                        .model_answered(run, began.elapsed(), run.answer_usage());
                    run.answered(&self.agents, app);
                    return Ok(());
                }
                Attempt::Interrupted(interruption) => {
                    self.interrupt(run, interruption);
                    return Ok(());
                }
                Attempt::FailedLate(error) => {
                    self.observer.model_failed(run, attempt, &error, None);
                    run.attempt_failed();
                    run.fail(error.code(), &error.user_message());
                    return Ok(());
                }
                Attempt::FailedEarly(error) => error,
            };
            let wait = self
                .config
                .retry
                .wait(attempt, &error, run.state().run_id());
            self.observer.model_failed(run, attempt, &error, wait);
            run.attempt_failed();
            let Some(wait) = wait else {
                run.fail(error.code(), &error.user_message());
                return Ok(());
            };
            commit(run, journal).await?;
            if let Err(interruption) = shift.control.unless_stopped(tokio::time::sleep(wait)).await
            {
                self.interrupt(run, interruption);
                return Ok(());
            }
            attempt += 1;
        }
    }

    async fn attempt(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
    ) -> Result<Attempt, JournalError> {
        let request = run.request(&self.agents, app, (self.clock)(app));
        commit(run, journal).await?;
        // A model that panics is a model that failed: the run must end, and on record.
        let call = AssertUnwindSafe(self.model.stream(request)).catch_unwind();
        let mut stream = match shift.control.unless_stopped(call).await {
            Err(interruption) => return Ok(Attempt::Interrupted(interruption)),
            Ok(Err(_)) => return Ok(Attempt::FailedLate(broken())),
            Ok(Ok(Err(error))) => return Ok(Attempt::FailedEarly(error)),
            Ok(Ok(Ok(stream))) => stream,
        };
        let mut any_output = false;
        loop {
            let mut next = match shift.control.unless_stopped(next_chunk(&mut stream)).await {
                Err(interruption) => return Ok(Attempt::Interrupted(interruption)),
                Ok(next) => Some(next),
            };
            let mut batch = 0;
            while let Some(chunk) = next.take() {
                match chunk {
                    Ok(finish @ ModelChunk::Finish { .. }) => {
                        run.receive(finish);
                        return Ok(Attempt::Answered);
                    }
                    Ok(chunk) => run.receive(chunk),
                    Err(error) if any_output => return Ok(Attempt::FailedLate(error)),
                    Err(error) => return Ok(Attempt::FailedEarly(error)),
                }
                any_output = true;
                batch += 1;
                if batch < MAX_BATCH {
                    next = next_chunk(&mut stream).now_or_never();
                }
            }
            commit(run, journal).await?;
        }
    }
}

/// The next piece; the end of a stream that has not finished is an error.
async fn next_chunk(stream: &mut ModelStream) -> Result<ModelChunk, ModelError> {
    match AssertUnwindSafe(stream.next()).catch_unwind().await {
        Ok(Some(chunk)) => chunk,
        Ok(None) => Err(ModelError::CutShort),
        Err(_) => Err(broken()),
    }
}

fn broken() -> ModelError {
    ModelError::Malformed("the model broke down".to_owned())
}

impl RetryPolicy {
    /// How long to wait before the next attempt; `None` where none is made.
    fn wait(&self, attempt: u32, error: &ModelError, run_id: &str) -> Option<Duration> {
        if attempt >= self.attempts || !error.is_transient() {
            return None;
        }
        if let ModelError::Status {
            retry_after: Some(asked),
            ..
        } = error
        {
            return (*asked <= self.longest_wait).then_some(*asked);
        }
        let whole = self
            .backoff
            .saturating_mul(1 << (attempt - 1).min(16))
            .min(self.longest_wait);
        Some(whole.mul_f64(0.5 + 0.5 * jitter(run_id, attempt)))
    }
}

/// A number from 0 up to 1 that differs from run to run, so that runs that failed together don't come again together.
/// No dice are needed for that: the ids differ.
fn jitter(run_id: &str, attempt: u32) -> f64 {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    (run_id, attempt).hash(&mut hasher);
    f64::from(u32::try_from(hasher.finish() >> 32).unwrap_or(0)) / f64::from(u32::MAX)
}
