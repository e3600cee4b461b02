//! What of a run is stored: everything but the conversation, which is stored item by item as it grows.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Run;
use crate::{
    budget::{Bound, Budget},
    event::Decision,
    item::Item,
    trace::{OpenSpans, Span, TraceId},
    usage::{AgentUsage, ModelUsage, Usage},
};

/// The version of [`RunState`] that this build writes. Older ones stay readable (`tests/fixtures/runs`).
pub const RUN_VERSION: u32 = 2;

/// A run without its conversation: small, and stored with every event that is more than text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunState {
    /// [`RUN_VERSION`] when it was written.
    pub(crate) version: u32,
    pub(crate) run_id: String,
    pub(crate) session_id: String,
    /// The outer run's call that this run performs, where it is an agent used as a tool.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) performs: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) task_id: Option<i64>,
    /// The agent whose turn it is.
    pub(crate) agent: String,
    /// Every agent that acted, in order, the first included.
    pub(crate) handoff_chain: Vec<String>,
    pub(crate) phase: Phase,
    pub(crate) budget: Budget,
    #[serde(default)]
    pub(crate) spent: Spent,
    pub(crate) usage: Usage,
    /// The same by agent, in the order in which they first asked. They add up to `usage`.
    #[serde(default)]
    pub(crate) usage_by_agent: Vec<AgentUsage>,
    /// The same by model, in the order in which they were first asked. They add up to `usage` as well, but for what was
    /// used before version 2.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) usage_by_model: Vec<ModelUsage>,
    /// The number of the next event.
    pub(crate) next_sequence: u64,
    /// How many items of the conversation are the run's own; those before are history.
    pub(crate) own_items: usize,
    /// What the run will begin with; empty once it has begun.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) input: Vec<Item>,
    /// What a handoff's filter made of the conversation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) view: Option<View>,
    /// Whether the present agent's input guardrails have passed.
    #[serde(default)]
    pub(crate) input_checked: bool,
    /// The handoffs made, with the work done until then: by this, cycles are seen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(crate) edges: Vec<Edge>,
    /// The spans that have begun and not ended.
    #[serde(default)]
    pub(crate) trace: OpenSpans,
}

/// What a run has spent of its [`Budget`], tokens aside.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spent {
    /// Model calls that were answered.
    pub turns: u32,
    /// Tools called.
    pub tool_calls: u32,
    /// Handoffs accepted.
    pub handoffs: u32,
    /// Handoffs refused since a tool last succeeded.
    pub refused_handoffs: u32,
    /// Tool calls that succeeded.
    pub successes: u32,
    /// Calls and handoffs that were given an id.
    pub ids: u64,
    /// Time at work, in milliseconds.
    pub elapsed_ms: u64,
    /// Whether the present agent has used a tool: its tool choice is then automatic.
    pub agent_used_tool: bool,
}

/// What the present agent sees of the conversation: `items`, then the run's own items from `own_from` on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct View {
    pub(crate) items: Vec<Item>,
    pub(crate) own_from: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Edge {
    pub(crate) from: String,
    pub(crate) to: String,
    pub(crate) successes: u32,
}

/// Where a run stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "phase", rename_all = "snake_case")]
pub(crate) enum Phase {
    /// Accepted, not begun.
    New,
    /// The model is to be called, or is being called.
    Model,
    /// The calls of one answer are being dealt with.
    Calls(Round),
    /// A tool's result is to be the answer, once the output guardrails have passed it.
    Answer { response: String },
    /// Nothing follows.
    Ended(Ending),
}

/// The calls of one model answer, in its order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Round {
    pub(crate) calls: Vec<Call>,
    /// Whether the run has paused for approvals.
    #[serde(default)]
    pub(crate) paused: bool,
    /// What the model said instead of answering.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) refusal: Option<String>,
    /// A bound that ends the run when the round is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) stop: Option<Bound>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Call {
    pub(crate) call_id: String,
    pub(crate) tool: String,
    /// The parsed object; the raw text where it can't be parsed, and then the call is done already.
    pub(crate) arguments: Value,
    /// The agent handed to, where this is a handoff that was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) handoff_to: Option<String>,
    pub(crate) status: CallStatus,
    /// The run that performs the call, where the tool is an agent and the call is not over. It has nothing of its own
    /// to store: all that it does is taken up by the outer run at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) nested: Option<Box<Run>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub(crate) enum CallStatus {
    /// May be started.
    Planned,
    /// Waits for the user.
    Waiting,
    /// The user has decided, others are still waited for.
    Decided { decision: Decision },
    /// A handoff that happens when the round's tools are done.
    Handoff,
    /// Being performed; after a crash nobody knows how far it came, unless a nested run performs it.
    Started,
    /// Over.
    Done { output: String, is_error: bool },
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "ending", rename_all = "snake_case")]
pub enum Ending {
    /// With its final answer.
    Completed {
        /// The answer.
        response: String,
    },
    /// At a bound, with what was reached.
    Incomplete {
        /// Which bound.
        bound: Bound,
        /// What was reached.
        response: String,
    },
    /// By a fault that can't be mended.
    Failed {
        /// A stable code: one of [`ModelError::code`](crate::model::ModelError::code), or `model_refused`,
        /// `output_invalid`, `tool_failed`, `guardrail_tripped`, `guardrail_failed`, `agent_missing`, `interrupted`.
        error_code: String,
        /// What happened, for the user.
        message: String,
    },
    /// Because somebody wanted it so.
    Cancelled {
        /// By whom or what.
        reason: String,
    },
}

/// Where a run stands, for those who ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RunStatus {
    /// Accepted; it has not begun.
    Queued,
    /// At work.
    Running,
    /// Waiting for approvals.
    Paused,
    /// Ended with an answer.
    Completed,
    /// Ended at a bound of its budget.
    Incomplete,
    /// Ended by a fault.
    Failed,
    /// Ended because somebody wanted it so.
    Cancelled,
}

impl RunStatus {
    /// Whether nothing follows.
    pub fn is_last(self) -> bool {
        match self {
            Self::Queued | Self::Running | Self::Paused => false,
            Self::Completed | Self::Incomplete | Self::Failed | Self::Cancelled => true,
        }
    }
}

impl RunState {
    /// The run's id; a nested run bears that of the outermost.
    pub fn run_id(&self) -> &str {
        &self.run_id
    }

    /// The outer run's call that this run performs, where it is an agent used as a tool. Its [`run_id`](Self::run_id)
    /// is then the outer run's as well.
    pub fn performs(&self) -> Option<&str> {
        self.performs.as_deref()
    }

    /// The session's id.
    pub fn session_id(&self) -> &str {
        &self.session_id
    }

    /// The task that the run is about, if it is about one.
    pub fn task_id(&self) -> Option<i64> {
        self.task_id
    }

    /// The agent whose turn it is, or was at the end.
    pub fn agent(&self) -> &str {
        &self.agent
    }

    /// Every agent that acted, in order, the first included.
    pub fn handoff_chain(&self) -> &[String] {
        &self.handoff_chain
    }

    /// What the run has used of its models.
    pub fn usage(&self) -> Usage {
        self.usage
    }

    /// What each agent has used, in the order in which they first asked. Agents used as tools are among them.
    pub fn usage_by_agent(&self) -> &[AgentUsage] {
        &self.usage_by_agent
    }

    /// What was used of each model, in the order in which they were first asked.
    pub fn usage_by_model(&self) -> &[ModelUsage] {
        &self.usage_by_model
    }

    /// What the run has spent of its budget.
    pub fn spent(&self) -> Spent {
        self.spent
    }

    /// The number that the next event will have.
    pub fn next_sequence(&self) -> u64 {
        self.next_sequence
    }

    /// How many items the run has added to its session.
    pub fn own_items(&self) -> usize {
        self.own_items
    }

    /// The run's trace: that of the outermost run, where it is inside of one.
    pub fn trace_id(&self) -> TraceId {
        self.trace.trace_id(&self.run_id)
    }

    /// The spans that have begun and not ended, each after the one that it is inside of. Those of nested runs are among
    /// them.
    pub fn open_spans(&self) -> Vec<&Span> {
        let mut open: Vec<&Span> = self.trace.all().iter().collect();
        if let Phase::Calls(round) = &self.phase {
            let nested = round.calls.iter().filter_map(|call| call.nested.as_ref());
            open.extend(nested.flat_map(|nested| nested.state.open_spans()));
        }
        open
    }

    /// Where the run stands.
    pub fn status(&self) -> RunStatus {
        match &self.phase {
            Phase::New => RunStatus::Queued,
            Phase::Calls(round) if round.paused => RunStatus::Paused,
            Phase::Model | Phase::Calls(_) | Phase::Answer { .. } => RunStatus::Running,
            Phase::Ended(Ending::Completed { .. }) => RunStatus::Completed,
            Phase::Ended(Ending::Incomplete { .. }) => RunStatus::Incomplete,
            Phase::Ended(Ending::Failed { .. }) => RunStatus::Failed,
            Phase::Ended(Ending::Cancelled { .. }) => RunStatus::Cancelled,
        }
    }

    /// How the run ended, if it has.
    pub fn ending(&self) -> Option<&Ending> {
        match &self.phase {
            Phase::Ended(ending) => Some(ending),
            Phase::New | Phase::Model | Phase::Calls(_) | Phase::Answer { .. } => None,
        }
    }
}
