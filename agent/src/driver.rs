//! Performs what a run decided: calls models and tools, keeps time, and lets nobody see what is not stored.
//!
//! A driver waits for its [`Journal`], its model and its tools, and for nothing else: who reads the events, and how
//! slowly, is not its matter.
//!
//! ```
//! # use std::sync::Arc;
//! # use taskmanager_agent::{agent::*, budget::*, driver::*, event::*, item::*, run::*, tool::*};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//! # use serde_json::json;
//! # tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap().block_on(async {
//! let delete: Tool<()> = Tool::from_definition(
//!     ToolDefinition { name: "delete".into(), description: "Deletes it.".into(), parameters: json!({"type": "object"}) },
//!     true, // every call waits for the user's approval
//!     |_context, _arguments| async { Ok(json!("deleted")) },
//! );
//! let agents = Agents::new(vec![Agent::new("clerk", "Deletes things.").tool(delete)]).unwrap();
//! let model = ScriptedModel::new([ScriptedAnswer::calls([("delete", json!({}))]), ScriptedAnswer::text("It is gone.")]);
//! let driver = Driver::new(Arc::new(agents), Arc::new(model));
//!
//! let mut run = Run::new(NewRun {
//!     run_id: "run_1".into(),
//!     session_id: "ses_1".into(),
//!     task_id: None,
//!     agent: "clerk".into(),
//!     input: vec![Item::UserMessage { text: "Delete it".into() }],
//!     budget: Budget::default(),
//! });
//! let mut journal = MemoryJournal::default();
//! let control = RunControl::new(); // control.cancel(When::Now, "cancelled") from anywhere
//! assert_eq!(driver.drive(&mut run, (), &mut journal, &control).await.unwrap(), Driven::Paused);
//!
//! // Later, perhaps in another process: what was stored is all that is needed.
//! let state = journal.state.clone().unwrap();
//! let mut run = Run::restore(state, vec![], Default::default(), journal.items.clone(), journal.events.len() as u64).unwrap();
//! let Step::AwaitApproval(calls) = run.next() else { panic!() };
//! let decision = Decision { call_id: calls[0].call_id.clone(), approve: true, reason: None };
//! assert_eq!(run.decide(driver.agents(), &[decision]).unwrap(), Decided::Resumed);
//! commit(&mut run, &mut journal).await.unwrap();
//! let Driven::Ended(ending) = driver.drive(&mut run, (), &mut journal, &control).await.unwrap() else { panic!() };
//! assert_eq!(ending, Ending::Completed { response: "It is gone.".into() });
//! let names: Vec<_> = journal.events.iter().map(Event::name).collect();
//! assert_eq!(names, ["start", "approval_required", "paused", "resumed", "tool_call", "tool_result",
//!     "token", "token", "token", "complete"]);
//! # });
//! ```

mod call_model;
mod control;
mod guard;
mod journal;
mod nested;
mod run_tools;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::{
    agent::{Agent, Agents},
    budget::Bound,
    event::Event,
    model::{Model, ModelError},
    run::{Ending, Run, Step},
    usage::Usage,
};

use control::Interruption;
pub use control::{RunControl, When};
pub use journal::{Entry, Journal, JournalError, MemoryJournal};

/// Settings of a [`Driver`].
#[derive(Clone, Debug)]
pub struct DriverConfig {
    /// How many tools of one answer run at once. 16.
    pub concurrent_tools: usize,
    /// How long a tool may take that sets no limit of its own. 60 s.
    pub tool_timeout: Duration,
    /// How model calls that failed before their first output are made again.
    pub retry: RetryPolicy,
}

/// How model calls are made again. Only failures that may pass are ([`ModelError::is_transient`]), and none after the
/// first output.
#[derive(Clone, Debug)]
pub struct RetryPolicy {
    /// Calls in all, the first included. 3.
    pub attempts: u32,
    /// The wait before the second call; it doubles with each. The true wait is between half of it and all. 500 ms.
    pub backoff: Duration,
    /// The longest wait. A provider that asks for more is not asked again. 20 s.
    pub longest_wait: Duration,
}

impl Default for DriverConfig {
    fn default() -> Self {
        Self {
            concurrent_tools: 16,
            tool_timeout: Duration::from_secs(60),
            retry: RetryPolicy::default(),
        }
    }
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self {
            attempts: 3,
            backoff: Duration::from_millis(500),
            longest_wait: Duration::from_secs(20),
        }
    }
}

/// Sees what a driver does, for logs and metrics: the hooks of a run. It must not block.
///
/// ```
/// use std::{sync::{Arc, Mutex}, time::Duration};
/// use taskmanager_agent::{agent::{Agent, Agents}, driver::{Driver, Observer}, event::Event, run::Run, runner::Runner};
/// # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
///
/// #[derive(Default)]
/// struct Log(Mutex<Vec<&'static str>>);
///
/// impl Observer for Log {
///     fn happened(&self, _: &Run, _: u64, events: &[Event]) {
///         self.0.lock().unwrap().extend(events.iter().map(Event::name));
///     }
/// }
///
/// # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # let model = Arc::new(ScriptedModel::new([ScriptedAnswer::text("Yes.")]));
/// let log = Arc::new(Log::default());
/// let agents = Arc::new(Agents::new(vec![Agent::new("clerk", "Answers.")])?);
/// let runner = Runner::over(Driver::new(agents, model).observer(log.clone()));
/// runner.ask((), "Well?").run().await?;
/// assert_eq!(*log.0.lock().unwrap(), ["start", "token", "complete"]);
/// # Ok(()) }
/// ```
///
/// Model calls and tools of nested runs are seen as well, with the nested run
/// ([`performs`](crate::run::RunState::performs) tells which call it is inside).
pub trait Observer: Send + Sync {
    /// These events happened, and are in the journal: once each, in order, the first with number `first_sequence`.
    fn happened(&self, run: &Run, first_sequence: u64, events: &[Event]) {
        let _ = (run, first_sequence, events);
    }

    /// A call of the model of this name failed, after this time. `retry_in` says when it is made again, or another model
    /// is asked; `None` means that the run fails. The error bears the provider's own words, but no key.
    fn model_failed(
        &self,
        run: &Run,
        model: &str,
        attempt: u32,
        error: &ModelError,
        took: Duration,
        retry_in: Option<Duration>,
    ) {
        let _ = (run, model, attempt, error, took, retry_in);
    }

    /// The model of this name answered, after this time.
    fn model_answered(&self, run: &Run, model: &str, took: Duration, usage: Option<Usage>) {
        let _ = (run, model, took, usage);
    }

    /// A tool ended.
    fn tool_ended(&self, run: &Run, tool: &str, took: Duration, is_error: bool) {
        let _ = (run, tool, took, is_error);
    }
}

/// An observer that sees nothing.
struct Blind;

impl Observer for Blind {}

/// Supplies the answer of a run that reached a bound; `None` leaves it to the run.
type OnBound = Arc<dyn Fn(&Run, Bound) -> Option<String> + Send + Sync>;

type Clock<C> = Arc<dyn Fn(&C) -> DateTime<Tz> + Send + Sync>;

/// Performs runs. Cheap to clone; one serves all runs.
pub struct Driver<C> {
    agents: Arc<Agents<C>>,
    model: Arc<dyn Model>,
    clock: Clock<C>,
    observer: Arc<dyn Observer>,
    on_bound: OnBound,
    config: DriverConfig,
}

/// How far [`Driver::drive`] came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Driven {
    /// The run is over.
    Ended(Ending),
    /// The run waits for [`Run::decide`]; drive it again after that.
    Paused,
}

impl<C: Clone + Send + Sync + 'static> Driver<C> {
    /// A driver with default settings, whose models are told UTC.
    pub fn new(agents: Arc<Agents<C>>, model: Arc<dyn Model>) -> Self {
        Self {
            agents,
            model,
            clock: Arc::new(|_| Utc::now().with_timezone(&Tz::UTC)),
            observer: Arc::new(Blind),
            on_bound: Arc::new(|_, _| None),
            config: DriverConfig::default(),
        }
    }

    /// Asks the application for the present, in the caller's zone.
    #[must_use]
    pub fn clock(mut self, clock: impl Fn(&C) -> DateTime<Tz> + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Lets somebody see what the driver does.
    #[must_use]
    pub fn observer(mut self, observer: Arc<dyn Observer>) -> Self {
        self.observer = observer;
        self
    }

    /// Supplies the answer of a run that reached a bound of its budget. Without it, or where it gives `None`, what the
    /// agents said last is the answer, or an apology.
    #[must_use]
    pub fn on_bound(
        mut self,
        answer: impl Fn(&Run, Bound) -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.on_bound = Arc::new(answer);
        self
    }

    /// Replaces the settings.
    #[must_use]
    pub fn config(mut self, config: DriverConfig) -> Self {
        self.config = config;
        self
    }

    /// The agents that runs move between.
    pub fn agents(&self) -> &Agents<C> {
        &self.agents
    }

    /// The model that is asked.
    pub fn model(&self) -> &dyn Model {
        self.model.as_ref()
    }

    /// Performs a run until it ends or pauses. Everything is in the journal when this returns.
    ///
    /// A run that was stored while it was going, and whose process died, is taken up: calls that were started are told
    /// to the model as interrupted. (To end it instead: [`Run::abandon`], then [`commit`].)
    ///
    /// # Errors
    ///
    /// Where the journal fails: nothing more can be promised then, and nothing more is done. What was journalled before
    /// stands, and the run can be restored from it.
    pub async fn drive(
        &self,
        run: &mut Run,
        app: C,
        journal: &mut dyn Journal,
        control: &RunControl,
    ) -> Result<Driven, JournalError> {
        run.at(journal.now());
        run.take_up(&self.agents);
        let mut shift = Shift::begin(run, control, false);
        loop {
            if let Some(driven) = self.step_in(run, &app, journal, &mut shift).await? {
                return Ok(driven);
            }
        }
    }

    /// Begins a run that has not begun, with nothing performed yet: whoever stores it before it is driven stores with it
    /// what it is about to do, so that a crash in its first model call leaves a trace of it.
    pub fn begin(&self, run: &mut Run, now: DateTime<Utc>) {
        run.at(now);
        if let Step::CallModel { agent, .. } = run.next()
            && self.agents.get(&agent).is_some_and(Agent::calls_at_once)
        {
            run.attempt_begins(self.model.name(), 1);
        }
    }

    /// Performs one step of a run, for those who want to do something between steps; a run nested in it performs one step
    /// as well. Before the run is stored or left,
    /// [`commit`] it: what the last step came to may not be in the journal yet.
    ///
    /// # Errors
    ///
    /// As [`drive`](Self::drive).
    pub async fn step(
        &self,
        run: &mut Run,
        app: C,
        journal: &mut dyn Journal,
        control: &RunControl,
    ) -> Result<Option<Driven>, JournalError> {
        run.at(journal.now());
        run.take_up(&self.agents);
        let mut shift = Shift::begin(run, control, true);
        self.step_in(run, &app, journal, &mut shift).await
    }

    async fn step_in(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
    ) -> Result<Option<Driven>, JournalError> {
        run.at(journal.now());
        // A cancel "after the turn" waits for the tools of the turn, not for the next model call.
        if let Some(reason) = shift.control.due(run.is_between_turns()) {
            run.cancel(&reason);
        }
        if let Some(bound) = run.bound_reached() {
            let answer = self.answer_at(run, bound);
            run.stop_with(bound, answer);
        }
        match run.next() {
            Step::CallModel { .. } => self.call_model(run, app, journal, shift).await?,
            Step::RunTools(calls) => self.run_tools(run, app, journal, shift, calls).await?,
            Step::GuardOutput(response) => {
                self.guard_answer(run, app, journal, shift, &response)
                    .await?;
            }
            Step::AwaitApproval(_) => {
                self.commit(run, journal).await?;
                return Ok(Some(Driven::Paused));
            }
            Step::Done(ending) => {
                self.commit(run, journal).await?;
                return Ok(Some(Driven::Ended(ending)));
            }
        }
        run.set_elapsed_ms(shift.elapsed_ms());
        Ok(None)
    }

    /// Stores what the run has to store, then lets the observer see it.
    async fn commit(&self, run: &mut Run, journal: &mut dyn Journal) -> Result<(), JournalError> {
        let first_sequence = run.unsaved().first_sequence;
        let events = store(run, journal).await?;
        // What a nested run has stored is the outer run's to tell, when that is stored.
        if !events.is_empty() && run.state().performs().is_none() {
            self.observer.happened(run, first_sequence, &events);
        }
        Ok(())
    }

    /// Ends a run as an interruption asks.
    fn interrupt(&self, run: &mut Run, interruption: Interruption) {
        match interruption {
            Interruption::Cancelled(reason) => {
                run.cancel(&reason);
            }
            Interruption::OutOfTime => {
                let answer = self.answer_at(run, Bound::WallTime);
                run.stop_with(Bound::WallTime, answer);
            }
        }
    }

    /// What the application supplies as the answer. Not that of a nested run, which the outer agent reads.
    fn answer_at(&self, run: &Run, bound: Bound) -> Option<String> {
        let is_outermost = run.state().performs().is_none();
        is_outermost.then(|| (self.on_bound)(run, bound)).flatten()
    }
}

impl<C> Clone for Driver<C> {
    fn clone(&self) -> Self {
        Self {
            agents: Arc::clone(&self.agents),
            model: Arc::clone(&self.model),
            clock: Arc::clone(&self.clock),
            observer: Arc::clone(&self.observer),
            on_bound: Arc::clone(&self.on_bound),
            config: self.config.clone(),
        }
    }
}

/// Stores what a run has to store, if it has anything: after [`Run::decide`], [`Run::cancel`] or [`Run::abandon`] of a
/// run that nobody drives, and for one that goes into a queue.
///
/// # Errors
///
/// Where the journal fails; then the run still has it to store.
pub async fn commit(run: &mut Run, journal: &mut dyn Journal) -> Result<(), JournalError> {
    store(run, journal).await.map(drop)
}

async fn store(run: &mut Run, journal: &mut dyn Journal) -> Result<Vec<Event>, JournalError> {
    let unsaved = run.unsaved();
    if unsaved.is_empty() {
        return Ok(Vec::new());
    }
    journal
        .append(Entry {
            run: run.state(),
            first_sequence: unsaved.first_sequence,
            events: unsaved.events,
            items: unsaved.items,
            spans: unsaved.spans,
            state_changed: unsaved.state_changed,
        })
        .await?;
    Ok(run.saved())
}

/// One stretch of work on a run: from start or resumption to end or pause.
struct Shift<'a> {
    control: control::Watch<'a>,
    /// Which attempt of its turn the model call is, from 1.
    attempt: u32,
    /// Who is asked, where the model stands for several.
    asked: Option<Arc<str>>,
    /// When it was.
    call_began: Instant,
    began: Instant,
    before_ms: u64,
    /// Whether it is over after one step.
    is_one_step: bool,
}

impl<'a> Shift<'a> {
    fn begin(run: &Run, control: &'a RunControl, is_one_step: bool) -> Self {
        let before_ms = run.state().spent().elapsed_ms;
        let left = run
            .budget()
            .wall_time
            .map(|limit| limit.saturating_sub(Duration::from_millis(before_ms)));
        Self {
            control: control.watch(left),
            attempt: 1,
            asked: None,
            call_began: Instant::now(),
            began: Instant::now(),
            before_ms,
            is_one_step,
        }
    }

    fn elapsed_ms(&self) -> u64 {
        self.before_ms.saturating_add(millis(self.began.elapsed()))
    }
}

fn millis(duration: Duration) -> u64 {
    u64::try_from(duration.as_millis()).unwrap_or(u64::MAX)
}
