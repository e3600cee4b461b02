//! Calls the model, again where that may help, and feeds its pieces to the run.

use std::{
    collections::VecDeque,
    convert::Infallible,
    panic::AssertUnwindSafe,
    sync::atomic::{AtomicBool, Ordering},
    time::{Duration, Instant},
};

use futures::{
    FutureExt, StreamExt, TryStreamExt,
    stream::{self, BoxStream},
};

use super::{
    Driver, Journal, JournalError, RetryPolicy, Shift,
    control::Interruption,
    guard::{Guards, judge},
};
use crate::{
    guardrail::{GuardrailMode, GuardrailOutcome},
    model::{ModelChunk, ModelError, Upstream},
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
    /// A guardrail has ended the run.
    Stopped,
}

/// An answer's pieces, the opening of the stream included.
type Chunks<'a> = BoxStream<'a, Result<ModelChunk, ModelError>>;

impl<C: Clone + Send + Sync + 'static> Driver<C> {
    /// One model call with its repetitions. Afterwards the run has decided on the answer, or is over.
    pub(super) async fn call_model(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
    ) -> Result<(), JournalError> {
        let mut blocking = self.input_guards(run, app, GuardrailMode::Blocking);
        if !blocking.is_empty() {
            self.commit(run, journal).await?;
            if let Err(interruption) = judge(run, journal, shift, &mut blocking).await {
                self.interrupt(run, interruption);
            }
            if run.state().ending().is_some() {
                return Ok(());
            }
        }
        shift.attempt = 1;
        loop {
            shift.call_began = Instant::now();
            let came = self.attempt(run, app, journal, shift).await?;
            run.at(journal.now());
            let error = match came {
                Attempt::Answered => {
                    let (took, usage) = (shift.call_began.elapsed(), run.answer_usage());
                    self.observer
                        .model_answered(run, self.asked(shift), took, usage);
                    run.answered(&self.agents, app);
                    return Ok(());
                }
                Attempt::Interrupted(interruption) => {
                    self.interrupt(run, interruption);
                    return Ok(());
                }
                Attempt::Stopped => return Ok(()),
                Attempt::FailedLate(error) => {
                    let took = shift.call_began.elapsed();
                    self.tell_failed(run, shift, &error, took, None);
                    run.fail_by_model(&error);
                    return Ok(());
                }
                Attempt::FailedEarly(error) => error,
            };
            let wait = self
                .config
                .retry
                .wait(shift.attempt, &error, run.state().run_id());
            let took = shift.call_began.elapsed();
            self.tell_failed(run, shift, &error, took, wait);
            let Some(wait) = wait else {
                run.fail_by_model(&error);
                return Ok(());
            };
            self.commit(run, journal).await?;
            if let Err(interruption) = shift.control.unless_stopped(tokio::time::sleep(wait)).await
            {
                self.interrupt(run, interruption);
                return Ok(());
            }
            shift.attempt += 1;
        }
    }

    /// The model that is asked, by name.
    fn asked<'a>(&'a self, shift: &'a Shift<'_>) -> &'a str {
        shift.asked.as_deref().unwrap_or_else(|| self.model.name())
    }

    fn tell_failed(
        &self,
        run: &mut Run,
        shift: &Shift<'_>,
        error: &ModelError,
        took: Duration,
        retry_in: Option<Duration>,
    ) {
        self.observer
            .model_failed(run, self.asked(shift), shift.attempt, error, took, retry_in);
        match error {
            // Nothing was sent, so nothing was used.
            ModelError::Resting { .. } => run.attempt_not_made(error.code()),
            _ => run.attempt_failed(error.code()),
        }
    }

    /// Notes whom a model that stands for several asks.
    fn note(&self, run: &mut Run, shift: &mut Shift<'_>, upstream: Upstream) {
        match upstream {
            Upstream::Asked(name) => {
                run.attempt_begins(&name, shift.attempt);
                shift.asked = Some(name);
            }
            Upstream::Failed { error, took } => {
                self.tell_failed(run, shift, &error, took, Some(Duration::ZERO));
            }
        }
        shift.call_began = Instant::now();
    }

    /// One attempt, counted where the model was asked and not waited for.
    async fn attempt(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
    ) -> Result<Attempt, JournalError> {
        let asked = AtomicBool::new(false);
        let came = self.attempt_seen(run, app, journal, shift, &asked).await?;
        if asked.into_inner() && matches!(came, Attempt::Interrupted(_) | Attempt::Stopped) {
            run.at(journal.now());
            run.attempt_broken_off();
        }
        Ok(came)
    }

    /// One attempt. What the model says is shown as it comes, unless a guardrail holds it back. Notes whether the model
    /// was asked.
    async fn attempt_seen(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
        asked: &AtomicBool,
    ) -> Result<Attempt, JournalError> {
        run.at(journal.now());
        let mut guards = self.input_guards(run, app, GuardrailMode::Parallel);
        run.attempt_begins(self.model.name(), shift.attempt);
        let mut held = Vec::new();
        let request = run.request(&self.agents, app, (self.clock)(app));
        self.commit(run, journal).await?;
        // Opening the stream is its first piece: then guardrails can work beside that as well.
        let open = async {
            asked.store(true, Ordering::Relaxed);
            self.model.stream(request).await
        };
        let mut stream = stream::once(open).try_flatten().boxed();
        while !guards.is_empty() {
            let both = either(&mut guards, &mut stream, &mut held);
            match shift.control.unless_stopped(both).await {
                Err(interruption) => return Ok(Attempt::Interrupted(interruption)),
                Ok(Some((name, outcome))) => {
                    run.at(journal.now());
                    run.guardrail_ended(&name, outcome);
                }
                Ok(None) => {}
            }
            if run.state().ending().is_some() {
                // The model call is dropped, with all that it has said.
                return Ok(Attempt::Stopped);
            }
            self.commit(run, journal).await?;
        }
        run.input_checked();
        if self.has_output_guards(run) {
            return self
                .attempt_held(run, app, journal, shift, stream, held)
                .await;
        }
        let mut any_output = false;
        let mut held = VecDeque::from(held);
        loop {
            let mut next = match held.pop_front() {
                Some(chunk) => Some(chunk),
                None => match shift.control.unless_stopped(next_chunk(&mut stream)).await {
                    Err(interruption) => return Ok(Attempt::Interrupted(interruption)),
                    Ok(next) => Some(next),
                },
            };
            if !any_output {
                run.at(journal.now());
            }
            let mut batch = 0;
            while let Some(chunk) = next.take() {
                match chunk {
                    Ok(finish @ ModelChunk::Finish { .. }) => {
                        run.receive(finish);
                        return Ok(Attempt::Answered);
                    }
                    Ok(ModelChunk::Upstream(upstream)) => self.note(run, shift, upstream),
                    Ok(chunk) => {
                        run.receive(chunk);
                        any_output = true;
                    }
                    Err(error) if any_output => return Ok(Attempt::FailedLate(error)),
                    Err(error) => return Ok(Attempt::FailedEarly(error)),
                }
                batch += 1;
                if batch < MAX_BATCH {
                    next = held
                        .pop_front()
                        .or_else(|| next_chunk(&mut stream).now_or_never());
                }
            }
            self.commit_reading_on(run, journal, &mut stream, &mut held)
                .await?;
        }
    }

    /// Stores what has come, and reads on meanwhile: what comes until that is done will be stored together. The longer the
    /// storage takes, the more there is in one entry, and no piece waits for another one.
    async fn commit_reading_on(
        &self,
        run: &mut Run,
        journal: &mut dyn Journal,
        stream: &mut Chunks<'_>,
        held: &mut VecDeque<Result<ModelChunk, ModelError>>,
    ) -> Result<(), JournalError> {
        let read_on = async {
            while held.len() < MAX_BATCH && !held.back().is_some_and(is_end) {
                held.push_back(next_chunk(stream).await);
            }
            std::future::pending::<Infallible>().await
        };
        tokio::select! {
            biased;
            stored = self.commit(run, journal) => stored,
            never = read_on => match never {},
        }
    }

    /// The rest of an attempt whose text must pass the output guardrails before anybody sees it.
    async fn attempt_held(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
        mut stream: Chunks<'_>,
        held: Vec<Result<ModelChunk, ModelError>>,
    ) -> Result<Attempt, JournalError> {
        let mut chunks = Vec::new();
        let mut held = held.into_iter();
        while !matches!(chunks.last(), Some(ModelChunk::Finish { .. })) {
            let chunk = match held.next() {
                Some(chunk) => chunk,
                None => match shift.control.unless_stopped(next_chunk(&mut stream)).await {
                    Err(interruption) => return Ok(Attempt::Interrupted(interruption)),
                    Ok(chunk) => chunk,
                },
            };
            run.at(journal.now());
            match chunk {
                Ok(ModelChunk::Upstream(upstream)) => self.note(run, shift, upstream),
                Ok(chunk) => chunks.push(chunk),
                // Nobody has seen anything of it.
                Err(error) => return Ok(Attempt::FailedEarly(error)),
            }
        }
        let text: String = chunks.iter().filter_map(text_of).collect();
        if !text.is_empty() {
            let mut guards = self.output_guards(run, app, &text);
            let judged = judge(run, journal, shift, &mut guards).await;
            if judged.is_err() || run.state().ending().is_some() {
                // Nobody gets to see it, but it was paid for.
                if let Some(finish) = chunks.into_iter().next_back() {
                    run.receive(finish);
                }
                return Ok(judged.map_or_else(Attempt::Interrupted, |()| Attempt::Stopped));
            }
        }
        for chunk in chunks {
            run.receive(chunk);
        }
        Ok(Attempt::Answered)
    }
}

/// Waits for a guardrail's outcome, or for another piece of the answer, which is held back.
async fn either(
    guards: &mut Guards,
    stream: &mut Chunks<'_>,
    held: &mut Vec<Result<ModelChunk, ModelError>>,
) -> Option<(String, GuardrailOutcome)> {
    let ended = held.last().is_some_and(is_end);
    tokio::select! {
        biased;
        outcome = guards.next() => outcome,
        chunk = next_chunk(stream), if !ended => {
            held.push(chunk);
            None
        }
    }
}

fn is_end(chunk: &Result<ModelChunk, ModelError>) -> bool {
    matches!(chunk, Ok(ModelChunk::Finish { .. }) | Err(_))
}

fn text_of(chunk: &ModelChunk) -> Option<&str> {
    match chunk {
        ModelChunk::Text(text) => Some(text),
        ModelChunk::MessageEnd => Some("\n"),
        ModelChunk::ToolCall { .. }
        | ModelChunk::Refusal(_)
        | ModelChunk::Upstream(_)
        | ModelChunk::CutOff(_)
        | ModelChunk::Finish { .. } => None,
    }
}

/// The next piece; the end of a stream that has not finished is an error.
async fn next_chunk(stream: &mut Chunks<'_>) -> Result<ModelChunk, ModelError> {
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
        if let Some(asked) = error.retry_after() {
            return (asked <= self.longest_wait).then_some(asked);
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
