//! Models: what answers a conversation with text and tool calls.
//!
//! Streaming is the primitive: a whole answer is the stream, drained.

mod error;
pub mod fallback;
pub mod offline;
pub mod openai;
pub mod scripted;

use std::{pin::Pin, sync::Arc, time::Duration};

use async_trait::async_trait;
use chrono::DateTime;
use chrono_tz::Tz;
use futures::Stream;

use crate::{budget::Bound, item::Item, output::OutputType, tool::ToolDefinition, usage::Usage};

pub use error::ModelError;

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
    /// Not a piece of the answer, and only before its first: whom a model that stands for several is asking.
    Upstream(Upstream),
    /// The answer ends before its end, at this bound: what was said stands, and is not all. Only before
    /// [`ModelChunk::Finish`].
    CutOff(Bound),
    /// Nothing follows.
    Finish {
        /// What this call used; `None` where the provider reports nothing.
        usage: Option<Usage>,
    },
}

/// What becomes of a call of a model that stands for several (see [`fallback`]).
#[derive(Clone, Debug, PartialEq)]
pub enum Upstream {
    /// The model of this name is asked. What follows is its.
    Asked(Arc<str>),
    /// The model that was asked last has failed, and another is asked instead.
    Failed {
        /// How it failed.
        error: ModelError,
        /// How long that took.
        took: Duration,
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
