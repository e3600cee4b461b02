//! What a conversation consists of, free of any provider's wire form.
//!
//! Sessions store items, runs add to them, models read them.

use serde::{Deserialize, Serialize};
use serde_json::Value;

/// One entry of a conversation.
///
/// Invariant of every stored conversation: each [`Item::ToolCall`] and [`Item::Handoff`] is followed, before the
/// next message, by exactly one [`Item::ToolResult`] of the same `call_id`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Item {
    /// What the user wrote.
    UserMessage {
        /// The text, as it was written.
        text: String,
    },
    /// Data that the application lays before the model: data to read, never instructions to follow.
    Context {
        /// What the data is, for example `task`.
        label: String,
        /// The data.
        data: Value,
    },
    /// What an agent answered.
    AssistantMessage {
        /// The agent's name.
        agent: String,
        /// The text.
        text: String,
    },
    /// An agent asked for a tool.
    ToolCall {
        /// Ours, unique in the conversation; the provider's own id is mapped to it.
        call_id: String,
        /// The agent that asked.
        agent: String,
        /// The tool's name.
        tool: String,
        /// The arguments as the model wrote them: meant to be a JSON object, not checked yet.
        arguments: String,
    },
    /// An agent gave the conversation to another. To a model it looks like a call of `transfer_to_<agent>`.
    Handoff {
        /// Ours, as for a tool call.
        call_id: String,
        /// The agent that gave it away.
        from: String,
        /// The agent that has it now.
        to: String,
        /// The handoff's arguments as the model wrote them.
        arguments: String,
    },
    /// What came of a call.
    ToolResult {
        /// The call that it answers.
        call_id: String,
        /// The text that the model reads.
        output: String,
        /// Whether the call failed, was rejected, or was interrupted.
        is_error: bool,
    },
}
