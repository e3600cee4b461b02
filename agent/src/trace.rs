//! A run as spans of time: what it did, when, inside of what, and how that ended.
//!
//! One run is one trace, paused and resumed or not. The run makes its spans itself, from what it decides and with the
//! times it is told ([`Run::at`](crate::run::Run::at)): open ones are part of its stored state, so that whoever finds
//! the run after a crash finds them too; ended ones go to the journal with the events that ended them. Ids have the
//! sizes of W3C's Trace Context. Knows no exporter and no clock.

mod ids;
mod open;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

pub use ids::{SpanId, TraceId};
pub(crate) use open::OpenSpans;

/// Where a span is: what another span needs to be inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpanContext {
    /// The trace.
    pub trace_id: TraceId,
    /// The span.
    pub span_id: SpanId,
}

/// A span of time in which one thing was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// Its id, unique in its trace.
    pub id: SpanId,
    /// The span that it is inside of; none for that of the outermost run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub parent: Option<SpanId>,
    /// Its place among the spans of its run in the order in which they began, from 1. A run inside a run counts for
    /// itself.
    pub number: u32,
    /// What was done.
    #[serde(flatten)]
    pub work: Work,
    /// How it ended, if it has.
    #[serde(default, skip_serializing_if = "SpanStatus::is_open")]
    pub status: SpanStatus,
    /// Why it failed: a stable code, never a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub error_code: Option<String>,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended; never before it began. None while it is open.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<DateTime<Utc>>,
}

/// What a span measures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Work {
    /// A run, the outermost or one that does an outer run's tool call.
    Run {
        /// The agent that it began with.
        agent: String,
        /// The session that it belongs to.
        session_id: String,
        /// The task that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        task_id: Option<i64>,
    },
    /// A model's answer, with what it took to get it, and what followed from it.
    Turn {
        /// The agent whose turn it was.
        agent: String,
        /// Its number in the run, from 1.
        turn: u32,
    },
    /// One call of a model; each repetition is a call of its own.
    ModelCall {
        /// The agent that asked.
        agent: String,
        /// The model's name.
        model: String,
        /// Which attempt of its turn it was, from 1.
        attempt: u32,
        /// Tokens that the model read, as the provider reports them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        input_tokens: Option<u64>,
        /// Tokens that the model wrote, as the provider reports them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        output_tokens: Option<u64>,
        /// How long the first piece of the answer took, in milliseconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        first_output_ms: Option<u64>,
    },
    /// A tool at work.
    Tool {
        /// The agent that called it.
        agent: String,
        /// The tool's name.
        tool: String,
        /// The call.
        call_id: String,
    },
    /// The conversation went to another agent.
    Handoff {
        /// The agent that gave.
        from: String,
        /// The agent that took.
        to: String,
    },
    /// A guardrail at work.
    Guardrail {
        /// Its name.
        guardrail: String,
        /// `passed`, `tripped` or `failed`; none where nobody waited for it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        outcome: Option<String>,
    },
}

/// How a span ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SpanStatus {
    /// It hasn't.
    #[default]
    Open,
    /// As it should.
    Ok,
    /// It failed.
    Error,
    /// Somebody wanted it so.
    Cancelled,
    /// It was broken off: by a crash, or because its run ended without waiting for it.
    Interrupted,
}

impl SpanStatus {
    fn is_open(&self) -> bool {
        *self == Self::Open
    }

    /// The status's name.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Ok => "ok",
            Self::Error => "error",
            Self::Cancelled => "cancelled",
            Self::Interrupted => "interrupted",
        }
    }
}

impl Work {
    /// The kind's name.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Run { .. } => "run",
            Self::Turn { .. } => "turn",
            Self::ModelCall { .. } => "model_call",
            Self::Tool { .. } => "tool",
            Self::Handoff { .. } => "handoff",
            Self::Guardrail { .. } => "guardrail",
        }
    }

    /// What was at work: an agent, a model, a tool, a guardrail; of a handoff the agent that took.
    pub fn name(&self) -> &str {
        match self {
            Self::Run { agent, .. } | Self::Turn { agent, .. } => agent,
            Self::ModelCall { model, .. } => model,
            Self::Tool { tool, .. } => tool,
            Self::Handoff { to, .. } => to,
            Self::Guardrail { guardrail, .. } => guardrail,
        }
    }

    /// Whether other spans can be inside it while it waits: a run, a turn.
    fn holds_others(&self) -> bool {
        match self {
            Self::Run { .. } | Self::Turn { .. } => true,
            Self::ModelCall { .. }
            | Self::Tool { .. }
            | Self::Handoff { .. }
            | Self::Guardrail { .. } => false,
        }
    }
}

impl Span {
    /// All that is known of its work and its failure, by name.
    pub fn attributes(&self) -> Map<String, Value> {
        let work = serde_json::to_value(&self.work);
        let mut attributes = match work {
            Ok(Value::Object(attributes)) => attributes,
            // Not reached: every kind of work is an object.
            Ok(_) | Err(_) => Map::new(),
        };
        attributes.shift_remove("kind");
        if let Some(code) = &self.error_code {
            attributes.insert("error_code".to_owned(), Value::from(code.as_str()));
        }
        attributes
    }

    /// Ends it, unless it has ended. A status that was decided on before stays.
    fn end(&mut self, now: DateTime<Utc>, status: SpanStatus, error_code: Option<&str>) {
        if self.ended_at.is_some() {
            return;
        }
        if self.status.is_open() {
            self.status = status;
            self.error_code = error_code.map(str::to_owned);
        }
        self.ended_at = Some(now.max(self.started_at));
    }
}
