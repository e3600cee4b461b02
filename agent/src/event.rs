//! What a run tells those who watch it: the one closed set of events.
//!
//! The JSON form is the `data:` of the service's event streams; `type` is the event's name.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::usage::Usage;

/// An event of a run. Exactly one of [`Event::Complete`], [`Event::Error`] and [`Event::Cancelled`] ends every run,
/// and nothing follows it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Event {
    /// The run began.
    Start {
        /// The run.
        run_id: String,
        /// The session it belongs to.
        session_id: String,
        /// The first agent's name.
        agent: String,
        /// The task that the run is about, if it is about one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        task_id: Option<i64>,
    },
    /// A piece of the answer.
    Token {
        /// The piece; never empty.
        text: String,
        /// The agent that speaks.
        agent: String,
    },
    /// A tool is called.
    ToolCall {
        /// The call.
        call_id: String,
        /// The agent that calls.
        agent: String,
        /// The tool's name.
        tool: String,
        /// The arguments: the parsed JSON, or the raw text as a string where it is no JSON.
        arguments: Value,
    },
    /// A tool ended; sent as soon as that tool ends.
    ToolResult {
        /// The call.
        call_id: String,
        /// The tool's name.
        tool: String,
        /// The text that the model reads.
        result: String,
        /// Whether the call failed.
        is_error: bool,
        /// How long the tool took, in milliseconds.
        duration_ms: u64,
    },
    /// The conversation goes to another agent.
    Handoff {
        /// The agent that gives.
        from: String,
        /// The agent that takes.
        to: String,
        /// Why, where the model said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
    },
    /// A guardrail gave its verdict.
    Guardrail {
        /// The guardrail's name.
        name: String,
        /// `passed`, `tripped` or `failed`.
        outcome: String,
    },
    /// A call waits for the user's approval.
    ApprovalRequired {
        /// The call.
        call_id: String,
        /// The agent that calls.
        agent: String,
        /// The tool's name.
        tool: String,
        /// The arguments that will be used if it is approved.
        arguments: Value,
    },
    /// The run waits for decisions; the stream ends, the run does not.
    Paused {
        /// The calls waited for.
        call_ids: Vec<String>,
    },
    /// The last decision is in and the run goes on.
    Resumed {
        /// The decisions.
        decisions: Vec<Decision>,
    },
    /// The run ended with an answer.
    Complete {
        /// `completed`, or `incomplete` where a budget was reached.
        status: CompleteStatus,
        /// Which budget was reached.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// The agent that gave the answer.
        final_agent: String,
        /// The whole answer.
        response: String,
        /// Every agent that acted, the first included.
        handoff_chain: Vec<String>,
        /// What the run used.
        usage: Usage,
    },
    /// The run failed.
    Error {
        /// A stable code, for example `model_unavailable`.
        error_code: String,
        /// What happened and what can be done, for the user.
        message: String,
        /// In how many seconds trying again may help, where that is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<u32>,
    },
    /// The run was cancelled.
    Cancelled {
        /// By whom or what.
        reason: String,
    },
}

/// How a completed run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CompleteStatus {
    /// With its final answer.
    Completed,
    /// At a budget; what was reached is the answer.
    Incomplete,
}

/// The user's decision on a call that waited for approval.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// The call.
    pub call_id: String,
    /// Whether it may run.
    pub approve: bool,
    /// Why not, for the model to read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Event {
    /// The event's name: the `event:` line of a stream and the `type` of its data.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Start { .. } => "start",
            Self::Token { .. } => "token",
            Self::ToolCall { .. } => "tool_call",
            Self::ToolResult { .. } => "tool_result",
            Self::Handoff { .. } => "handoff",
            Self::Guardrail { .. } => "guardrail",
            Self::ApprovalRequired { .. } => "approval_required",
            Self::Paused { .. } => "paused",
            Self::Resumed { .. } => "resumed",
            Self::Complete { .. } => "complete",
            Self::Error { .. } => "error",
            Self::Cancelled { .. } => "cancelled",
        }
    }

    /// Whether nothing follows this event, ever.
    pub fn is_last(&self) -> bool {
        matches!(
            self,
            Self::Complete { .. } | Self::Error { .. } | Self::Cancelled { .. }
        )
    }
}
