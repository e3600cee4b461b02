//! A run as a value: it decides what comes next and never waits. Knows no clock, no network, no storage.
//!
//! [`Run::next`] says what is to be done; whoever does it (the [`driver`](crate::driver), a test) feeds back what came
//! of it. Between two steps the run can be stored and loaded again ([`Run::state`], [`Run::restore`]) and goes on as if
//! nothing had been. What others may see collects in the run until it is taken ([`Run::unsaved`], [`Run::saved`]).

mod end;
mod guard;
mod ids;
mod nested;
mod plan;
mod request;
mod settle;
mod spans;
mod state;
pub(crate) mod text;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{
    budget::{Bound, Budget},
    event::Event,
    guardrail::GuardrailOutcome,
    item::Item,
    model::{ModelChunk, ToolChoice},
    session::{History, HistoryLimit},
    trace::{OpenSpans, Span},
    usage::{AgentUsage, ModelUsage, Usage},
};

pub(crate) use nested::end_of;
pub use settle::{DecideError, Decided};
use state::{Call, CallStatus, Phase};
pub use state::{Ending, RUN_VERSION, RunState, RunStatus, Spent};

/// What a run begins with.
#[derive(Clone, Debug)]
pub struct NewRun {
    /// The run's id; best a prefixed UUIDv7, from which the ids of its calls are made.
    pub run_id: String,
    /// The session that it belongs to.
    pub session_id: String,
    /// The task that it is about, if it is about one.
    pub task_id: Option<i64>,
    /// The first agent's name.
    pub agent: String,
    /// What is new: the user's message, and data laid before the model.
    pub input: Vec<Item>,
    /// What it may spend.
    pub budget: Budget,
}

/// What is to be done next.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Call the model with [`Run::request`]; feed each piece to [`Run::receive`], then call [`Run::answered`].
    CallModel {
        /// The agent that asks.
        agent: String,
        /// Whether it may call a tool; `None` leaves it to the agent's settings.
        tool_choice: Option<ToolChoice>,
    },
    /// Run these tools, in any order or at once: [`Run::start_call`] before each, [`Run::end_call`] after it. A call
    /// that a nested run performs ([`Run::nested`]) comes again, already started, until it has ended.
    RunTools(Vec<PlannedCall>),
    /// Wait for [`Run::decide`]. Calls of nested runs are among them.
    AwaitApproval(Vec<PlannedCall>),
    /// Ask the present agent's output guardrails about a tool's result that is to be the answer; then tell their outcomes
    /// to [`Run::guardrail_ended`], and that all have passed to [`Run::output_checked`].
    GuardOutput(String),
    /// Nothing: the run is over.
    Done(Ending),
}

/// A call of a tool that is to be run, or to be decided on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedCall {
    /// The call.
    pub call_id: String,
    /// The agent that calls.
    pub agent: String,
    /// The tool's name.
    pub tool: String,
    /// The arguments: an object.
    pub arguments: Value,
}

/// What a tool's work came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CallEnd {
    /// It succeeded; the text is for the model.
    Output(String),
    /// It failed; the text is for the model.
    Error(String),
    /// It failed, and the run can't go on; the text is for the user.
    Fatal(String),
    /// A guardrail stopped it, and the run.
    Stopped(GuardrailOutcome),
}

/// What of a run is not yet stored. Store all of it in one transaction, then show the events.
#[derive(Clone, Copy, Debug)]
pub struct Unsaved<'a> {
    /// The number of the first event; the others follow without gaps.
    pub first_sequence: u64,
    /// What happened, in order.
    pub events: &'a [Event],
    /// What is added to the session, in order.
    pub items: &'a [Item],
    /// The spans that have ended, in the order in which they did.
    pub spans: &'a [Span],
    /// Whether more has changed than [`RunState::next_sequence`]: only then need the state be stored.
    pub state_changed: bool,
}

impl Unsaved<'_> {
    /// Whether there is nothing to store.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
            && self.items.is_empty()
            && self.spans.is_empty()
            && !self.state_changed
    }
}

/// A run.
///
/// Serialising it is meant for tests and small programs; a service stores [`Run::state`], and the items as they come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    state: RunState,
    /// The history that is at hand, then the run's own items.
    transcript: Vec<Item>,
    /// How many items of the session came before the transcript.
    #[serde(default)]
    earlier: u64,
    /// How much of it all models are shown.
    #[serde(skip)]
    limit: HistoryLimit,
    #[serde(skip)]
    events: Vec<Event>,
    /// How many of the run's own items are not yet stored.
    #[serde(skip)]
    unsaved_items: usize,
    /// Spans that have ended and are not yet stored.
    #[serde(skip)]
    spans: Vec<Span>,
    #[serde(skip)]
    state_changed: bool,
    /// The model that was asked last.
    #[serde(skip)]
    asked: String,
    /// The answer that is coming in. A run is never stored in the middle of one.
    #[serde(skip)]
    answer: Answer,
}

/// The pieces of a model's answer, put together.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Answer {
    messages: Vec<String>,
    has_begun: bool,
    message_open: bool,
    calls: Vec<(String, String)>,
    refusal: Option<String>,
    usage: Option<Usage>,
    /// The bound that it ran into.
    cut_off: Option<Bound>,
}

impl Run {
    /// A run that has not begun: it has no event and no item yet, and may wait in a queue.
    pub fn new(new: NewRun) -> Self {
        Self {
            state: RunState {
                version: RUN_VERSION,
                run_id: new.run_id,
                session_id: new.session_id,
                performs: None,
                task_id: new.task_id,
                handoff_chain: vec![new.agent.clone()],
                agent: new.agent,
                phase: Phase::New,
                budget: new.budget,
                spent: Spent::default(),
                usage: Usage::default(),
                usage_by_agent: Vec::new(),
                usage_by_model: Vec::new(),
                next_sequence: 1,
                own_items: 0,
                input: new.input,
                view: None,
                input_checked: false,
                edges: Vec::new(),
                trace: OpenSpans::default(),
            },
            transcript: Vec::new(),
            earlier: 0,
            limit: HistoryLimit::default(),
            events: Vec::new(),
            unsaved_items: 0,
            spans: Vec::new(),
            state_changed: true,
            asked: String::new(),
            answer: Answer::default(),
        }
    }

    /// Lays the session's earlier items before a run that has not begun; `limit` bounds what its models are shown.
    #[must_use]
    pub fn with_history(mut self, history: impl Into<History>, limit: HistoryLimit) -> Self {
        if self.state.phase == Phase::New {
            let history = history.into().closed();
            self.transcript = history.items;
            self.earlier = history.earlier;
            self.limit = limit;
        }
        self
    }

    /// A run as it was stored.
    ///
    /// `history` are the session's items before the run's own, `own` those that the run has added, and `last_sequence`
    /// the number of the last stored event (0 where there is none), which may be later than the stored state: text is
    /// stored without it.
    ///
    /// # Errors
    ///
    /// Where the state was written by a newer version, or `own` isn't what the run has added.
    pub fn restore(
        mut state: RunState,
        history: impl Into<History>,
        limit: HistoryLimit,
        own: Vec<Item>,
        last_sequence: u64,
    ) -> Result<Self, RestoreError> {
        if state.version > RUN_VERSION {
            return Err(RestoreError::NewerVersion(state.version));
        }
        if own.len() != state.own_items {
            return Err(RestoreError::ItemsMissing {
                expected: state.own_items,
                found: own.len(),
            });
        }
        state.version = RUN_VERSION;
        state.next_sequence = state.next_sequence.max(last_sequence.saturating_add(1));
        let history = history.into().closed();
        let mut transcript = history.items;
        transcript.extend(own);
        // Whatever was under way, nobody knows how it ended.
        state.interrupt_work();
        Ok(Self {
            state,
            transcript,
            earlier: history.earlier,
            limit,
            events: Vec::new(),
            unsaved_items: 0,
            spans: Vec::new(),
            state_changed: false,
            asked: String::new(),
            answer: Answer::default(),
        })
    }

    /// What is to be done next. Begins a run that has not begun, and ends one that has spent its budget.
    #[expect(
        clippy::should_implement_trait,
        reason = "a run is no iterator: the step must be performed before the next"
    )]
    pub fn next(&mut self) -> Step {
        if self.state.phase == Phase::New {
            self.begin();
        }
        if let Some(bound) = self.bound_reached() {
            self.stop_at(bound);
        }
        match &self.state.phase {
            Phase::New | Phase::Model => Step::CallModel {
                agent: self.state.agent.clone(),
                tool_choice: self.state.spent.agent_used_tool.then_some(ToolChoice::Auto),
            },
            Phase::Calls(round) if round.paused => Step::AwaitApproval(self.waiting_calls()),
            Phase::Calls(_) => Step::RunTools(self.calls_that(|call| {
                call.status == CallStatus::Planned || call.nested_goes_on().is_some()
            })),
            Phase::Answer { response } => Step::GuardOutput(response.clone()),
            Phase::Ended(ending) => Step::Done(ending.clone()),
        }
    }

    /// Takes one piece of the model's answer. Text is an event at once.
    pub fn receive(&mut self, chunk: ModelChunk) {
        if !std::mem::replace(&mut self.answer.has_begun, true) {
            self.first_output();
        }
        match chunk {
            ModelChunk::Text(text) if text.is_empty() => {}
            ModelChunk::Text(text) => {
                let answer = &mut self.answer;
                match answer.messages.last_mut() {
                    Some(message) if answer.message_open => message.push_str(&text),
                    _ => answer.messages.push(text.clone()),
                }
                answer.message_open = true;
                let agent = self.state.agent.clone();
                self.emit(Event::Token { text, agent });
            }
            ModelChunk::MessageEnd => self.answer.message_open = false,
            ModelChunk::ToolCall {
                provider_id: _,
                name,
                arguments,
            } => self.answer.calls.push((name, arguments)),
            ModelChunk::Refusal(text) => {
                self.answer.refusal.get_or_insert_default().push_str(&text);
            }
            ModelChunk::CutOff(bound) => self.answer.cut_off = Some(bound),
            ModelChunk::Finish { usage } => self.answer.usage = usage,
            // For whoever drives the run.
            ModelChunk::Upstream(_) => {}
        }
    }

    /// Notes a model call that came to nothing: what it said is forgotten, that it was made is not. The code is for the
    /// trace.
    pub fn attempt_failed(&mut self, error_code: &str) {
        self.model_failed(error_code);
        self.answer = Answer::default();
        self.attempt_broken_off();
    }

    /// Notes a model call that was not made after all.
    pub fn attempt_not_made(&mut self, error_code: &str) {
        self.model_failed(error_code);
    }

    /// Notes a model call that is not waited for any longer. What it said so far is kept until the run's end is known.
    pub fn attempt_broken_off(&mut self) {
        self.model_broken_off();
        let mut usage = self.answer.usage.take().unwrap_or_default();
        usage.model_calls = usage.model_calls.max(1);
        self.use_up(usage);
    }

    /// Notes the time at work so far.
    pub fn set_elapsed_ms(&mut self, elapsed_ms: u64) {
        self.state.spent.elapsed_ms = elapsed_ms;
    }

    /// Whether the run stands before a model call: a turn's tools are done.
    pub fn is_between_turns(&self) -> bool {
        matches!(self.state.phase, Phase::New | Phase::Model)
    }

    /// What the provider said of the answer that is coming in.
    pub(crate) fn answer_usage(&self) -> Option<Usage> {
        self.answer.usage
    }

    /// What of the run is stored beside its items.
    pub fn state(&self) -> &RunState {
        &self.state
    }

    /// What the run may spend.
    pub fn budget(&self) -> &Budget {
        &self.state.budget
    }

    /// The items that the run has added to its session.
    pub fn own_items(&self) -> &[Item] {
        &self.transcript[self.transcript.len() - self.state.own_items..]
    }

    /// What is not yet stored.
    pub fn unsaved(&self) -> Unsaved<'_> {
        Unsaved {
            first_sequence: self.state.next_sequence - self.events.len() as u64,
            events: &self.events,
            items: &self.transcript[self.transcript.len() - self.unsaved_items..],
            spans: &self.spans,
            state_changed: self.state_changed,
        }
    }

    /// Forgets what was not yet stored: now it is. The events are handed out.
    pub fn saved(&mut self) -> Vec<Event> {
        self.unsaved_items = 0;
        self.spans.clear();
        self.state_changed = false;
        std::mem::take(&mut self.events)
    }

    fn begin(&mut self) {
        self.emit(Event::Start {
            run_id: self.state.run_id.clone(),
            session_id: self.state.session_id.clone(),
            agent: self.state.agent.clone(),
            task_id: self.state.task_id,
        });
        for item in std::mem::take(&mut self.state.input) {
            self.add(item);
        }
        self.state.phase = Phase::Model;
    }

    /// The bound at which [`Run::next`] would end the run.
    pub fn bound_reached(&self) -> Option<Bound> {
        if self.state.phase != Phase::Model {
            return None;
        }
        let (budget, spent) = (&self.state.budget, &self.state.spent);
        if spent.turns >= budget.turns {
            return Some(Bound::Turns);
        }
        if budget
            .tokens
            .is_some_and(|tokens| self.state.usage.total_tokens() >= tokens)
        {
            return Some(Bound::Tokens);
        }
        let over_time =
            |limit: std::time::Duration| u128::from(spent.elapsed_ms) >= limit.as_millis();
        budget
            .wall_time
            .is_some_and(over_time)
            .then_some(Bound::WallTime)
    }

    /// Invariant: usage is counted here and in `use_up_nested` only, so that the agents' and the models' add up to the
    /// run's.
    fn use_up(&mut self, usage: Usage) {
        let state = &mut self.state;
        state.usage += usage;
        add_by_agent(&mut state.usage_by_agent, &state.agent, usage);
        add_by_model(&mut state.usage_by_model, &self.asked, usage);
        self.state_changed = true;
    }

    fn calls_that(&self, wanted: impl Fn(&Call) -> bool) -> Vec<PlannedCall> {
        let Phase::Calls(round) = &self.state.phase else {
            return Vec::new();
        };
        let calls = round.calls.iter().filter(|call| wanted(call));
        calls.map(|call| self.planned(call)).collect()
    }

    fn planned(&self, call: &Call) -> PlannedCall {
        PlannedCall {
            call_id: call.call_id.clone(),
            agent: self.state.agent.clone(),
            tool: call.tool.clone(),
            arguments: call.arguments.clone(),
        }
    }

    /// Invariant: this is the only place that numbers events.
    fn emit(&mut self, event: Event) {
        self.trace_event(&event);
        self.emit_untraced(event);
    }

    /// Shows what is in the trace already.
    fn emit_untraced(&mut self, event: Event) {
        self.state_changed |= !matches!(event, Event::Token { .. });
        self.state.next_sequence += 1;
        self.events.push(event);
    }

    fn add(&mut self, item: Item) {
        self.transcript.push(item);
        self.state.own_items += 1;
        self.unsaved_items += 1;
        self.state_changed = true;
    }
}

fn add_by_agent(used: &mut Vec<AgentUsage>, agent: &str, usage: Usage) {
    match used.iter_mut().find(|used| used.agent == agent) {
        Some(used) => used.usage += usage,
        None => used.push(AgentUsage {
            agent: agent.to_owned(),
            usage,
        }),
    }
}

fn add_by_model(used: &mut Vec<ModelUsage>, model: &str, usage: Usage) {
    match used.iter_mut().find(|used| used.model == model) {
        Some(used) => used.usage += usage,
        None => used.push(ModelUsage {
            model: model.to_owned(),
            usage,
        }),
    }
}

/// Why a stored run can't be taken up.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    /// It was written by a newer version of this crate.
    #[error("the run was stored in version {0}, and this build knows {RUN_VERSION}")]
    NewerVersion(u32),
    /// The run's own items are not all there.
    #[error("the run has added {expected} items to its session, and {found} were found")]
    ItemsMissing {
        /// How many it has added.
        expected: usize,
        /// How many there are.
        found: usize,
    },
}
