//! The shortest way from agents to an answer: ask, then wait for the answer or watch it come.
//!
//! A runner keeps conversations by a [`SessionStore`], and nothing else: a run that is to outlive its process needs a
//! [`Journal`] of the application's own, and a [`Driver`].
//!
//! ```
//! use taskmanager_agent::{agent::{Agent, Agents}, model::scripted::{ScriptedAnswer, ScriptedModel}, runner::Runner};
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let clerk = Agent::new("clerk", "Answers.").instructions("Answer in one word.");
//! let model = ScriptedModel::new([ScriptedAnswer::text("Four."), ScriptedAnswer::text("Five.")]);
//! let runner = Runner::new(Agents::new(vec![clerk])?, model);
//!
//! let answer = runner.ask((), "What is 2 + 2?").session("sums").run().await?;
//! assert_eq!(answer.text(), Some("Four."));
//!
//! // The same as it comes, in the same conversation.
//! use futures::StreamExt;
//! let mut events = runner.ask((), "And one more?").session("sums").stream();
//! while let Some(event) = events.next().await {
//!     print!("{} ", event.name()); // start token complete
//! }
//! assert_eq!(events.outcome().await?.text(), Some("Five."));
//! # Ok(()) }
//! ```

use std::{
    collections::HashMap,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError, Weak},
    task::{Context, Poll},
};

use async_trait::async_trait;
use futures::{Stream, StreamExt};
use serde::de::DeserializeOwned;
use tokio::{
    sync::{Mutex as Turn, OwnedMutexGuard, mpsc},
    task::JoinHandle,
};
use uuid::Uuid;

use crate::{
    agent::Agents,
    budget::Budget,
    driver::{Driven, Driver, Entry, Journal, JournalError, RunControl, commit},
    event::{Decision, Event},
    item::Item,
    model::Model,
    run::{DecideError, Ending, NewRun, PlannedCall, Run, Step},
    session::{HistoryLimit, MemorySessions, SessionError, SessionStore},
};

/// Runs agents in this process. Cheap to clone; clones share sessions and turns.
pub struct Runner<C = ()> {
    driver: Driver<C>,
    sessions: Arc<dyn SessionStore>,
    limit: HistoryLimit,
    on_busy: OnBusy,
    turns: Turns,
}

/// What becomes of a run whose session is at work on another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OnBusy {
    /// It waits for its turn.
    #[default]
    Wait,
    /// It fails with [`RunnerError::Busy`].
    Refuse,
}

/// Whose turn it is in each session.
type Turns = Arc<Mutex<HashMap<String, Weak<Turn<()>>>>>;

/// Why there is no outcome. What an agent does wrong is in the outcome itself.
#[derive(Debug, thiserror::Error)]
pub enum RunnerError {
    /// There is no agent of this name.
    #[error("there is no agent named {0}")]
    UnknownAgent(String),
    /// The session is at work on another run.
    #[error("the session {0} is at work on another run")]
    Busy(String),
    /// The session can't be read.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// The session can't be added to.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The decisions don't fit the calls that wait.
    #[error(transparent)]
    Decision(#[from] DecideError),
    /// Something of the application's panicked where no tool and no guardrail catches it: instructions, a filter.
    #[error("the run's task panicked")]
    Panicked,
}

impl<C: Clone + Send + Sync + 'static> Runner<C> {
    /// A runner with default settings, and sessions in memory.
    pub fn new(agents: Agents<C>, model: impl Model + 'static) -> Self {
        Self::over(Driver::new(Arc::new(agents), Arc::new(model)))
    }

    /// A runner over a driver with settings of its own: hooks, clock, retries, limits.
    pub fn over(driver: Driver<C>) -> Self {
        Self {
            driver,
            sessions: Arc::new(MemorySessions::default()),
            limit: HistoryLimit::default(),
            on_busy: OnBusy::default(),
            turns: Turns::default(),
        }
    }

    /// Keeps conversations there.
    #[must_use]
    pub fn sessions(mut self, sessions: Arc<dyn SessionStore>) -> Self {
        self.sessions = sessions;
        self
    }

    /// Bounds what models are shown of a conversation.
    #[must_use]
    pub fn history_limit(mut self, limit: HistoryLimit) -> Self {
        self.limit = limit;
        self
    }

    /// Sets what becomes of a run whose session is at work on another.
    #[must_use]
    pub fn on_busy(mut self, on_busy: OnBusy) -> Self {
        self.on_busy = on_busy;
        self
    }

    /// Prepares a run: nothing happens before [`Ask::run`] or [`Ask::stream`].
    pub fn ask(&self, app: C, question: impl Into<String>) -> Ask<C> {
        let first = self.driver.agents().iter().next();
        Ask {
            runner: self.clone(),
            app,
            agent: first.map_or_else(String::new, |agent| agent.name().to_owned()),
            run_id: None,
            session: None,
            input: vec![Item::UserMessage {
                text: question.into(),
            }],
            budget: Budget::default(),
            control: RunControl::new(),
        }
    }

    /// Goes on with a paused run.
    ///
    /// # Errors
    ///
    /// [`RunnerError::Decision`]; then the outcome is lost, so decide on what [`Outcome::pending`] lists.
    pub fn resume(
        &self,
        app: C,
        paused: Outcome,
        decisions: &[Decision],
    ) -> Result<Watched, RunnerError> {
        let Outcome { mut run, turn, .. } = paused;
        run.decide(self.driver.agents(), decisions)?;
        let runner = self.clone();
        Ok(Watched::spawn(async move |events| {
            runner
                .drive(run, app, turn, events, RunControl::new())
                .await
        }))
    }

    async fn drive(
        &self,
        mut run: Run,
        app: C,
        turn: Option<OwnedMutexGuard<()>>,
        events: mpsc::UnboundedSender<Event>,
        control: RunControl,
    ) -> Result<Outcome, RunnerError> {
        let mut journal = Telling {
            sessions: Arc::clone(&self.sessions),
            events,
        };
        commit(&mut run, &mut journal).await?;
        let driven = self
            .driver
            .drive(&mut run, app, &mut journal, &control)
            .await?;
        Ok(match driven {
            Driven::Ended(ending) => Outcome {
                run,
                ending: Some(ending),
                turn: None,
            },
            // Nobody else's turn yet.
            Driven::Paused => Outcome {
                run,
                ending: None,
                turn,
            },
        })
    }

    /// Waits for the session's turn.
    async fn turn(&self, session_id: &str) -> Result<OwnedMutexGuard<()>, RunnerError> {
        let turn = {
            // Nothing here can panic half way through a change.
            let mut turns = self.turns.lock().unwrap_or_else(PoisonError::into_inner);
            turns.retain(|_, turn| turn.strong_count() > 0);
            let known = turns.get(session_id).and_then(Weak::upgrade);
            known.unwrap_or_else(|| {
                let turn = Arc::new(Turn::new(()));
                turns.insert(session_id.to_owned(), Arc::downgrade(&turn));
                turn
            })
        };
        match self.on_busy {
            OnBusy::Wait => Ok(turn.lock_owned().await),
            OnBusy::Refuse => turn
                .try_lock_owned()
                .map_err(|_| RunnerError::Busy(session_id.to_owned())),
        }
    }
}

/// A run that is being prepared.
#[must_use = "nothing happens before `run` or `stream`"]
pub struct Ask<C> {
    runner: Runner<C>,
    app: C,
    agent: String,
    run_id: Option<String>,
    session: Option<String>,
    input: Vec<Item>,
    budget: Budget,
    control: RunControl,
}

impl<C: Clone + Send + Sync + 'static> Ask<C> {
    /// Begins with this agent. Without it, with the first.
    pub fn agent(mut self, name: impl Into<String>) -> Self {
        self.agent = name.into();
        self
    }

    /// Gives the run an id, best a prefixed UUIDv7, from which the ids of its calls are made. Without it, it is given one.
    pub fn id(mut self, run_id: impl Into<String>) -> Self {
        self.run_id = Some(run_id.into());
        self
    }

    /// Goes on with a conversation, or begins one of this name. Without it, what is said is said once.
    pub fn session(mut self, id: impl Into<String>) -> Self {
        self.session = Some(id.into());
        self
    }

    /// Lays data before the model, ahead of the question: data to read, never instructions to follow.
    pub fn context(mut self, label: impl Into<String>, data: serde_json::Value) -> Self {
        let question = self.input.len() - 1;
        let label = label.into();
        self.input.insert(question, Item::Context { label, data });
        self
    }

    /// Sets what the run may spend.
    pub fn budget(mut self, budget: Budget) -> Self {
        self.budget = budget;
        self
    }

    /// Lets this control stop the run.
    pub fn control(mut self, control: RunControl) -> Self {
        self.control = control;
        self
    }

    /// Runs it, and waits for what it comes to: the same as [`stream`](Self::stream), with nobody watching.
    ///
    /// # Errors
    ///
    /// As [`Watched::outcome`].
    pub async fn run(self) -> Result<Outcome, RunnerError> {
        self.stream().outcome().await
    }

    /// Begins it in a task of its own. It goes on whether anybody watches or not; the control stops it.
    pub fn stream(self) -> Watched {
        Watched::spawn(async move |events| self.begin(events).await)
    }

    async fn begin(self, events: mpsc::UnboundedSender<Event>) -> Result<Outcome, RunnerError> {
        let runner = self.runner;
        if runner.driver.agents().get(&self.agent).is_none() {
            return Err(RunnerError::UnknownAgent(self.agent));
        }
        let session_id = self
            .session
            .unwrap_or_else(|| format!("ses_{}", Uuid::now_v7()));
        let run_id = self
            .run_id
            .unwrap_or_else(|| format!("run_{}", Uuid::now_v7()));
        let turn = runner.turn(&session_id).await?;
        let history = runner
            .sessions
            .newest(&session_id, runner.limit.items)
            .await?;
        let run = Run::new(NewRun {
            run_id,
            session_id,
            task_id: None,
            agent: self.agent,
            input: self.input,
            budget: self.budget,
        })
        .with_history(history, runner.limit);
        runner
            .drive(run, self.app, Some(turn), events, self.control)
            .await
    }
}

/// What a run came to.
#[derive(Debug)]
pub struct Outcome {
    run: Run,
    /// None where it is paused.
    ending: Option<Ending>,
    /// A paused run keeps its session.
    turn: Option<OwnedMutexGuard<()>>,
}

impl Outcome {
    /// The answer, whole or what was reached of it; none where the run failed, was cancelled, or is paused.
    pub fn text(&self) -> Option<&str> {
        match self.ending.as_ref()? {
            Ending::Completed { response } | Ending::Incomplete { response, .. } => Some(response),
            Ending::Failed { .. } | Ending::Cancelled { .. } => None,
        }
    }

    /// The answer as a value, where the agent's [`output`](crate::agent::Agent::output) has a type.
    ///
    /// # Errors
    ///
    /// Where it is no JSON of this type: never for a completed run of an agent whose output is this type.
    pub fn parse<T: DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.text().unwrap_or_default())
    }

    /// How the run ended; none where it is paused.
    pub fn ending(&self) -> Option<&Ending> {
        self.ending.as_ref()
    }

    /// The calls that a paused run waits for, those of agents used as tools among them: see [`Runner::resume`].
    pub fn pending(&mut self) -> Vec<PlannedCall> {
        match self.run.next() {
            Step::AwaitApproval(calls) => calls,
            _ => Vec::new(),
        }
    }

    /// The run: what it used, who acted, what it added to its session.
    pub fn run(&self) -> &Run {
        &self.run
    }
}

/// A run that is at work, and its events as they come. Dropped, it doesn't stop the run.
#[derive(Debug)]
pub struct Watched {
    events: mpsc::UnboundedReceiver<Event>,
    task: JoinHandle<Result<Outcome, RunnerError>>,
}

impl Watched {
    fn spawn<F, Fut>(work: F) -> Self
    where
        F: FnOnce(mpsc::UnboundedSender<Event>) -> Fut,
        Fut: Future<Output = Result<Outcome, RunnerError>> + Send + 'static,
    {
        let (sender, events) = mpsc::unbounded_channel();
        Self {
            events,
            task: tokio::spawn(work(sender)),
        }
    }

    /// Waits for what the run comes to; events that were not read are passed over.
    ///
    /// # Errors
    ///
    /// Where the run could not be begun or recorded. A run that fails has an outcome.
    pub async fn outcome(mut self) -> Result<Outcome, RunnerError> {
        while self.next().await.is_some() {}
        self.task.await.unwrap_or(Err(RunnerError::Panicked))
    }
}

impl Stream for Watched {
    type Item = Event;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Event>> {
        self.events.poll_recv(context)
    }
}

/// Adds to the session, then tells those who watch.
struct Telling {
    sessions: Arc<dyn SessionStore>,
    events: mpsc::UnboundedSender<Event>,
}

#[async_trait]
impl Journal for Telling {
    async fn append(&mut self, entry: Entry<'_>) -> Result<(), JournalError> {
        if !entry.items.is_empty() {
            let added = self.sessions.add(entry.run.session_id(), entry.items);
            added.await.map_err(JournalError::new)?;
        }
        for event in entry.events {
            // Whoever watched may have gone.
            let _ = self.events.send(event.clone());
        }
        Ok(())
    }
}

impl<C> Clone for Runner<C> {
    fn clone(&self) -> Self {
        Self {
            driver: self.driver.clone(),
            sessions: Arc::clone(&self.sessions),
            limit: self.limit,
            on_busy: self.on_busy,
            turns: Arc::clone(&self.turns),
        }
    }
}
