//! What the runtime itself says to a model, in one place.

use crate::{item::Item, tool::ToolDefinition};

/// Arguments longer than this are not parsed.
pub(crate) const MAX_ARGUMENT_BYTES: usize = 64 * 1024;
/// Results are cut to this, and say so.
pub(crate) const MAX_RESULT_BYTES: usize = 64 * 1024;

pub(crate) const INTERRUPTED: &str =
    "This call was interrupted. It may have taken effect: look before you call it again.";
pub(crate) const STOPPED_BY_GUARDRAIL: &str = "A guardrail stopped this call.";
pub(crate) const NOT_STARTED: &str = "This call was not started: the run ended before.";
pub(crate) const HANDOFF_IGNORED: &str =
    "This handoff was ignored: only one handoff is made at a time, and another came first.";
pub(crate) const TOOL_CALLS_USED_UP: &str =
    "This call was not started: the run has used up its tool calls. Answer with what you have.";
pub(crate) const NESTED_TOO_DEEP: &str = "This call was not started: agents may not call each other any deeper. Answer yourself with what you have.";
pub(crate) const HANDOFFS_USED_UP: &str = "This handoff was refused: the run has used up its handoffs. Answer yourself with what you have.";

pub(crate) fn handoff_made(from: &str, to: &str) -> String {
    format!("{from} handed the conversation to {to}. You are {to} now.")
}

pub(crate) fn handoff_cycle(from: &str, to: &str) -> String {
    format!(
        "This handoff was refused: {from} has handed to {to} before, and nothing was done since. \
         Answer yourself, or say what is missing."
    )
}

pub(crate) fn rejected(reason: Option<&str>) -> String {
    match reason {
        Some(reason) if !reason.trim().is_empty() => {
            format!("The user did not approve this call: {reason}")
        }
        _ => "The user did not approve this call.".to_owned(),
    }
}

/// What the model reads of an agent that it called as a tool and that came to no answer.
pub(crate) fn agent_failed(agent: &str, why: &str) -> String {
    format!("The agent {agent} could not do it: {why}")
}

pub(crate) fn agent_incomplete(agent: &str, bound: &str, reached: &str) -> String {
    format!(
        "The agent {agent} stopped before it was done: it has used up its {bound}. It had come to: {reached}"
    )
}

/// Names the tools that were meant, or all where none is near.
pub(crate) fn unknown_tool(name: &str, offered: &[ToolDefinition]) -> String {
    let mut near: Vec<(f64, &str)> = offered
        .iter()
        .map(|tool| (strsim::jaro_winkler(name, &tool.name), tool.name.as_str()))
        .collect();
    if near.is_empty() {
        return format!("There is no tool named {name:?}, nor any other: answer in words.");
    }
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let close = near
        .iter()
        .take_while(|(likeness, _)| *likeness > 0.8)
        .count();
    let names: Vec<&str> = match close {
        0 => offered
            .iter()
            .map(|tool| tool.name.as_str())
            .take(20)
            .collect(),
        some => near[..some.min(3)].iter().map(|(_, name)| *name).collect(),
    };
    let lead = if close == 0 {
        "The tools are"
    } else {
        "Did you mean"
    };
    format!(
        "There is no tool named {name:?}. {lead}: {}",
        names.join(", ")
    )
}

/// Cuts a result that is too long, at a character's end, and says so.
pub(crate) fn bounded_result(mut text: String) -> String {
    if text.len() <= MAX_RESULT_BYTES {
        return text;
    }
    let whole = text.len();
    let mut end = MAX_RESULT_BYTES;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.truncate(end);
    text.push_str(&format!("\n[cut here: {end} of {whole} bytes are shown]"));
    text
}

/// The last thing that an agent said.
pub(crate) fn last_message(items: &[Item]) -> Option<&str> {
    items.iter().rev().find_map(|item| match item {
        Item::AssistantMessage { text, .. } => Some(text.as_str()),
        Item::UserMessage { .. }
        | Item::Context { .. }
        | Item::ToolCall { .. }
        | Item::Handoff { .. }
        | Item::ToolResult { .. } => None,
    })
}
