//! Tools: what a model may ask for, and how it is performed.

use serde_json::Value;

/// What a model is told of a tool.
#[derive(Clone, Debug, PartialEq)]
pub struct ToolDefinition {
    /// The name that the model calls: letters, digits, `_` and `-`, at most 64.
    pub name: String,
    /// What it does and when to use it, for the model to read.
    pub description: String,
    /// The JSON Schema of the arguments: an object.
    pub parameters: Value,
}
