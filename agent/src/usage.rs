//! What a run has used of its models.
//!
//! ```
//! use taskmanager_agent::{agent::{Agent, Agents}, runner::Runner, tool::AgentTool};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//! # use serde_json::json;
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let boss = Agent::new("boss", "Asks.").tool(AgentTool::new("ask", "Asks the helper.", "helper"));
//! let helper = Agent::new("helper", "Helps.");
//! # let model = ScriptedModel::new([
//! #     ScriptedAnswer::calls([("ask", json!({"input": "Well?"}))]), ScriptedAnswer::text("Yes."), ScriptedAnswer::text("Yes.")]);
//! let answer = Runner::new(Agents::new(vec![boss, helper])?, model).ask((), "Well?").run().await?;
//! let state = answer.run().state();
//! assert_eq!(state.usage().model_calls, 3);
//! let by_agent: Vec<_> = state.usage_by_agent().iter().map(|used| (used.agent.as_str(), used.usage.model_calls)).collect();
//! assert_eq!(by_agent, [("boss", 2), ("helper", 1)]);
//! assert_eq!((state.usage_by_model()[0].model.as_str(), state.usage_by_model()[0].usage.model_calls), ("scripted", 3));
//! # Ok(()) }
//! ```

use std::ops::{AddAssign, Sub};

use serde::{Deserialize, Serialize};

/// Counts model calls and tokens. Failed attempts count as calls.
///
/// Its JSON bears `total_tokens` as well, for those who read events; it is not read back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "Written")]
pub struct Usage {
    /// Model calls, failed attempts included.
    pub model_calls: u64,
    /// Tokens read by the model, as the provider reports them; 0 where it reports none.
    pub input_tokens: u64,
    /// Tokens written by the model, as the provider reports them; 0 where it reports none.
    pub output_tokens: u64,
    /// Of the tokens read, those that the provider had read before and counts for less; 0 where it reports none.
    #[serde(default)]
    pub cached_tokens: u64,
    /// Of the tokens written, those that went into thinking; 0 where the provider reports none.
    #[serde(default)]
    pub reasoning_tokens: u64,
}

/// What is written of it.
#[derive(Serialize)]
struct Written {
    model_calls: u64,
    input_tokens: u64,
    output_tokens: u64,
    total_tokens: u64,
    #[serde(skip_serializing_if = "is_zero")]
    cached_tokens: u64,
    #[serde(skip_serializing_if = "is_zero")]
    reasoning_tokens: u64,
}

fn is_zero(count: &u64) -> bool {
    *count == 0
}

impl From<Usage> for Written {
    fn from(usage: Usage) -> Self {
        Self {
            model_calls: usage.model_calls,
            input_tokens: usage.input_tokens,
            output_tokens: usage.output_tokens,
            total_tokens: usage.total_tokens(),
            cached_tokens: usage.cached_tokens,
            reasoning_tokens: usage.reasoning_tokens,
        }
    }
}

impl Usage {
    /// Tokens read and written.
    pub fn total_tokens(&self) -> u64 {
        self.input_tokens.saturating_add(self.output_tokens)
    }
}

/// What was used of one model.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ModelUsage {
    /// The model's name; of a model that stands for several, that of the one that was asked.
    pub model: String,
    /// What was used of it.
    pub usage: Usage,
}

/// What one agent has used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AgentUsage {
    /// The agent's name.
    pub agent: String,
    /// What it has used.
    pub usage: Usage,
}

impl Sub for Usage {
    type Output = Self;

    /// What was used since.
    fn sub(self, before: Self) -> Self {
        Self {
            model_calls: self.model_calls.saturating_sub(before.model_calls),
            input_tokens: self.input_tokens.saturating_sub(before.input_tokens),
            output_tokens: self.output_tokens.saturating_sub(before.output_tokens),
            cached_tokens: self.cached_tokens.saturating_sub(before.cached_tokens),
            reasoning_tokens: self
                .reasoning_tokens
                .saturating_sub(before.reasoning_tokens),
        }
    }
}

impl AddAssign for Usage {
    fn add_assign(&mut self, other: Self) {
        self.model_calls = self.model_calls.saturating_add(other.model_calls);
        self.input_tokens = self.input_tokens.saturating_add(other.input_tokens);
        self.output_tokens = self.output_tokens.saturating_add(other.output_tokens);
        self.cached_tokens = self.cached_tokens.saturating_add(other.cached_tokens);
        self.reasoning_tokens = self.reasoning_tokens.saturating_add(other.reasoning_tokens);
    }
}
