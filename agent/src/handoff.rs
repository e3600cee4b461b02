//! Handoffs: how one agent gives the conversation to another.
//!
//! ```
//! use taskmanager_agent::{agent::{Agent, Agents}, handoff::Handoff, item::Item, runner::Runner};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//! # use serde_json::json;
//!
//! /// What the model must say when it hands over.
//! #[derive(serde::Deserialize, schemars::JsonSchema)]
//! struct Escalation {
//!     #[expect(dead_code, reason = "for people who read the session")]
//!     reason: String,
//! }
//!
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let only_questions = |items: Vec<Item>| {
//!     items.into_iter().filter(|item| matches!(item, Item::UserMessage { .. })).collect()
//! };
//! let desk = Agent::new("desk", "Answers first.")
//!     .handoff(Handoff::to("expert").input::<Escalation>().input_filter(only_questions));
//! let expert = Agent::new("expert", "Knows more.");
//! # let model = ScriptedModel::new([
//! #     ScriptedAnswer::calls([("transfer_to_expert", json!({"reason": "too hard"}))]), ScriptedAnswer::text("It is 42.")]);
//! let answer = Runner::new(Agents::new(vec![desk, expert])?, model).ask((), "Why?").run().await?;
//! assert_eq!(answer.run().state().handoff_chain(), ["desk", "expert"]);
//! # Ok(()) }
//! ```

use std::{fmt, sync::Arc};

use schemars::JsonSchema;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    item::Item,
    tool::{ToolDefinition, schema_of},
};

type Enabled<C> = Arc<dyn Fn(&C) -> bool + Send + Sync>;
type Filter = Arc<dyn Fn(Vec<Item>) -> Vec<Item> + Send + Sync>;
type Check = Arc<dyn Fn(&Value) -> Result<(), String> + Send + Sync>;

/// Leave to give the conversation to another agent. To the model it is a tool named `transfer_to_<agent>`.
pub struct Handoff<C> {
    to: String,
    description: Option<String>,
    parameters: Value,
    check: Option<Check>,
    filter: Option<Filter>,
    enabled: Option<Enabled<C>>,
}

impl<C> Handoff<C> {
    /// Leave to hand to the agent of this name. The model may say why, in `reason`.
    pub fn to(agent: impl Into<String>) -> Self {
        Self {
            to: agent.into(),
            description: None,
            parameters: json!({
                "type": "object",
                "properties": {
                    "reason": {"type": "string", "description": "Why this agent, in a few words."}
                },
            }),
            check: None,
            filter: None,
            enabled: None,
        }
    }

    /// Tells the model when to hand over. Without it the other agent's own description is used.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Asks the model for arguments of this type instead; what doesn't fit goes back to the model as an error.
    #[must_use]
    pub fn input<A: JsonSchema + DeserializeOwned>(mut self) -> Self {
        self.parameters = schema_of::<A>();
        self.check = Some(Arc::new(|arguments| {
            A::deserialize(arguments)
                .map(drop)
                .map_err(|error| error.to_string())
        }));
        self
    }

    /// Edits what the next agent sees of the conversation so far. The session keeps everything.
    #[must_use]
    pub fn input_filter(
        mut self,
        filter: impl Fn(Vec<Item>) -> Vec<Item> + Send + Sync + 'static,
    ) -> Self {
        self.filter = Some(Arc::new(filter));
        self
    }

    /// Offers the handoff only where `rule` says so.
    #[must_use]
    pub fn enabled_if(mut self, rule: impl Fn(&C) -> bool + Send + Sync + 'static) -> Self {
        self.enabled = Some(Arc::new(rule));
        self
    }

    /// The name of the agent that would take over.
    pub fn target(&self) -> &str {
        &self.to
    }

    /// The name that the model calls.
    pub fn tool_name(&self) -> String {
        transfer_name(&self.to)
    }

    pub(crate) fn definition(&self, target_description: &str) -> ToolDefinition {
        let description = match &self.description {
            Some(text) => text.clone(),
            None => format!(
                "Hands the conversation to {}. {target_description}",
                self.to
            ),
        };
        ToolDefinition {
            name: self.tool_name(),
            description,
            parameters: self.parameters.clone(),
        }
    }

    pub(crate) fn is_always_enabled(&self) -> bool {
        self.enabled.is_none()
    }

    pub(crate) fn is_enabled(&self, app: &C) -> bool {
        self.enabled.as_ref().is_none_or(|rule| rule(app))
    }

    pub(crate) fn check_arguments(&self, arguments: &Value) -> Result<(), String> {
        self.check.as_ref().map_or(Ok(()), |check| check(arguments))
    }

    pub(crate) fn filter(&self) -> Option<&(dyn Fn(Vec<Item>) -> Vec<Item> + Send + Sync)> {
        self.filter.as_deref()
    }
}

impl<C> Clone for Handoff<C> {
    fn clone(&self) -> Self {
        Self {
            to: self.to.clone(),
            description: self.description.clone(),
            parameters: self.parameters.clone(),
            check: self.check.clone(),
            filter: self.filter.clone(),
            enabled: self.enabled.clone(),
        }
    }
}

impl<C> fmt::Debug for Handoff<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Handoff")
            .field("to", &self.to)
            .finish_non_exhaustive()
    }
}

/// The name of the tool by which a model hands to an agent: `transfer_to_`, and the agent's name with `_` for every
/// character that providers don't take.
pub fn transfer_name(agent: &str) -> String {
    let mut name = String::with_capacity(12 + agent.len());
    name.push_str("transfer_to_");
    name.extend(
        agent
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }),
    );
    name
}
