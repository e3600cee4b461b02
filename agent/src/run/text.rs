//! What the runtime itself says to a model, in one place.

use crate::{item::Item, tool::ToolDefinition};

/// Arguments longer than this are not parsed.
pub(crate) const MAX_ARGUMENT_BYTES: usize = 64 * 1024;
/// So much is kept of arguments that are too long.
pub(crate) const KEPT_ARGUMENT_BYTES: usize = 1024;
/// What is said of arguments that don't fit is cut to this: it quotes them.
pub(crate) const MAX_FAULT_BYTES: usize = 2 * 1024;
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
    let name = &name[..name.floor_char_boundary(64)];
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
pub(crate) fn bounded_result(text: String) -> String {
    cut(text, MAX_RESULT_BYTES)
}

/// Cuts a text that is too long, at a character's end, and says so.
pub(crate) fn cut(mut text: String, most: usize) -> String {
    if text.len() <= most {
        return text;
    }
    let whole = text.len();
    let end = text.floor_char_boundary(most);
    text.truncate(end);
    text.push_str(&format!("\n[cut here: {end} of {whole} bytes are shown]"));
    text
}

/// Arguments that are too long to be used, as they are kept: their beginning, and how long they were. An object still,
/// for providers read them again.
pub(crate) fn cut_arguments(arguments: &str, most: usize) -> String {
    let end = arguments.floor_char_boundary(most);
    let note = format!("{end} of {} bytes are shown", arguments.len());
    serde_json::json!({"cut": note, "beginning": &arguments[..end]}).to_string()
}

/// A tool's name as it is kept. Models make up names that providers refuse to read again.
pub(crate) fn speakable_name(name: &str) -> String {
    let speakable = |c: char| {
        if c.is_ascii_alphanumeric() || c == '_' || c == '-' {
            c
        } else {
            '_'
        }
    };
    let name: String = name.chars().take(64).map(speakable).collect();
    if name.is_empty() {
        return "nameless".to_owned();
    }
    name
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
