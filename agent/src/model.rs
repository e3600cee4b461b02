//! Models: what answers a conversation with text and tool calls.
//!
//! Streaming is the primitive: a whole answer is the stream, drained.

pub mod fallback;
pub mod offline;
pub mod openai;
pub mod scripted;

use std::{pin::Pin, sync::Arc, time::Duration};

use async_trait::async_trait;
use chrono::DateTime;
use chrono_tz::Tz;
use futures::Stream;

use crate::{item::Item, output::OutputType, tool::ToolDefinition, usage::Usage};

/// One call of a model: all that it may know.
#[derive(Clone, Debug)]
pub struct ModelRequest {
    /// The name of the agent that asks.
    pub agent: String,
    /// The agent's instructions, with today's date and the caller's time zone in them.
    pub instructions: String,
    /// The conversation so far.
    pub items: Vec<Item>,
    /// The tools on offer, handoffs (`transfer_to_…`) included, in a fixed order. Shared: they rarely change from
    /// call to call.
    pub tools: Arc<[ToolDefinition]>,
    /// Whether the model may, must or must not call a tool. Counts instead of what `settings` say.
    pub tool_choice: ToolChoice,
    /// How the agent wants its model asked.
    pub settings: ModelSettings,
    /// The caller's time, in the caller's zone: what "tomorrow at 9" is counted from.
    pub now: DateTime<Tz>,
}

/// How an agent wants its model asked; what is `None` is left to the provider.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ModelSettings {
    /// Whether the model may call a tool. After a tool was used it is [`ToolChoice::Auto`] again, or the run would
    /// never end.
    pub tool_choice: ToolChoice,
    /// How freely the model chooses its words.
    pub temperature: Option<f64>,
    /// The most tokens that one answer may have.
    pub max_output_tokens: Option<u32>,
    /// Whether the model may ask for several tools at once.
    pub parallel_tool_calls: Option<bool>,
    /// The type that the final answer must have.
    pub output: Option<Arc<OutputType>>,
}

/// Whether a model may call a tool.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum ToolChoice {
    /// As it sees fit.
    #[default]
    Auto,
    /// It must call one.
    Required,
    /// It must not.
    None,
    /// It must call this one.
    Tool(String),
}

/// A piece of a model's answer. A stream ends with exactly one [`ModelChunk::Finish`]; one that ends without it was
/// cut short, and is an error.
#[derive(Clone, Debug, PartialEq)]
pub enum ModelChunk {
    /// A piece of text; never empty.
    Text(String),
    /// A whole tool call: its pieces have been put together.
    ToolCall {
        /// The provider's id; may be empty or used twice, so the run gives its own.
        provider_id: String,
        /// The tool's name, which may be one that was never offered.
        name: String,
        /// The arguments as the model wrote them; `""` means none.
        arguments: String,
    },
    /// The message so far is whole; text that follows belongs to another. Of several the last is the answer.
    MessageEnd,
    /// A piece of the model's refusal to answer.
    Refusal(String),
    /// The answer is whole.
    Finish {
        /// What this call used; `None` where the provider reports nothing.
        usage: Option<Usage>,
    },
}

/// The pieces of an answer, as they come.
pub type ModelStream = Pin<Box<dyn Stream<Item = Result<ModelChunk, ModelError>> + Send>>;

/// What answers conversations.
#[async_trait]
pub trait Model: Send + Sync {
    /// The model's name, as users configure it.
    fn name(&self) -> &str;

    /// Answers a request, piece by piece. Dropping the stream cancels the call.
    ///
    /// # Errors
    ///
    /// Where the call failed before its first piece; later failures come through the stream.
    async fn stream(&self, request: ModelRequest) -> Result<ModelStream, ModelError>;
}

/// Why a model call failed. Messages are for users: they bear no key.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ModelError {
    /// No connection, or it broke.
    #[error("the model can't be reached: {0}")]
    Unreachable(String),
    /// It took longer than it may.
    #[error("the model took too long: {0}")]
    TimedOut(String),
    /// The provider answered with an error status, or an error inside the stream.
    #[error("the model server answered {status}: {message}")]
    Status {
        /// The HTTP status; 200 for an error inside a stream.
        status: u16,
        /// The provider's own words.
        message: String,
        /// How long it asked us to wait.
        retry_after: Option<Duration>,
    },
    /// The stream ended before the answer was whole.
    #[error("the model's answer was cut short")]
    CutShort,
    /// The provider said that all is well, and then nothing: servers that run out of context do that.
    #[error(
        "the model server answered with nothing at all; most often the conversation is longer than the model's context"
    )]
    Empty,
    /// The answer can't be read.
    #[error("the model's answer can't be read: {0}")]
    Malformed(String),
}

impl ModelError {
    /// Whether the same call may succeed later: connection failures, time-outs, 408, 409, 429 and 5xx.
    pub fn is_transient(&self) -> bool {
        match self {
            Self::Unreachable(_) | Self::TimedOut(_) | Self::CutShort => true,
            Self::Status { status, .. } => matches!(status, 408 | 409 | 429 | 500..=599),
            Self::Empty | Self::Malformed(_) => false,
        }
    }

    /// The stable code of the error event that ends a run for this: `model_unavailable`, `model_unauthorized`,
    /// `model_rejected`, `model_cut_short`, `model_empty` or `model_malformed`.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Status {
                status: 401 | 403, ..
            } => "model_unauthorized",
            Self::Unreachable(_) | Self::TimedOut(_) => "model_unavailable",
            Self::Status { .. } if self.is_transient() => "model_unavailable",
            Self::Status { .. } => "model_rejected",
            Self::CutShort => "model_cut_short",
            Self::Empty => "model_empty",
            Self::Malformed(_) => "model_malformed",
        }
    }

    /// What the user reads. The provider's own words are for the log: they may tell of its insides.
    pub fn user_message(&self) -> String {
        match self {
            Self::Status { status: 401 | 403, .. } => {
                "The model server refused the service's credentials. Whoever runs the service must check its key.".to_owned()
            }
            Self::Status { status: 429, .. } => {
                "The model server is asked too often at the moment. Try again in a while.".to_owned()
            }
            Self::Status { status: 200, .. } => {
                "The model server broke off with an error. Try again in a while.".to_owned()
            }
            Self::Status { status, .. } if self.is_transient() => {
                format!("The model server has a fault (it answered {status}). Try again in a while.")
            }
            Self::Status { status, .. } => {
                format!("The model server did not take the request (it answered {status}).")
            }
            Self::Unreachable(_) => "The model can't be reached. Try again in a while.".to_owned(),
            Self::TimedOut(_) => "The model took too long. Try again in a while.".to_owned(),
            Self::CutShort => {
                "The model's answer was cut short, so it is no answer. Try again.".to_owned()
            }
            Self::Empty => {
                "The model answered with nothing at all. Most often the conversation is longer than it can read: start a new session."
                    .to_owned()
            }
            Self::Malformed(_) => "The model's answer can't be read.".to_owned(),
        }
    }
}
