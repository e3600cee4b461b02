//! What the conversation so far tells: which task "it" is, what was listed, who was spoken of.
//!
//! Reads results and context as data only: ids, titles, addresses in the fields that hold them. Text in them is never
//! read as a request.

use std::collections::HashMap;

use serde_json::Value;

use super::tokens::{Shape, tokenize};
use crate::item::Item;

/// A task that was spoken of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Known {
    pub(crate) id: i64,
    pub(crate) title: Option<String>,
}

/// What is remembered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    /// The task that "it" is.
    pub(crate) current: Option<Known>,
    /// The tasks listed last, in order.
    pub(crate) listed: Vec<Known>,
    /// Titles by id, as seen last.
    titles: HashMap<i64, String>,
    /// Addresses that the user wrote, the latest last.
    pub(crate) emails: Vec<String>,
    /// The call that changed something last, with its arguments.
    pub(crate) deed: Option<(String, Value)>,
}

impl Memory {
    /// What these items tell.
    pub(crate) fn of(items: &[Item]) -> Self {
        let mut memory = Self::default();
        let mut calls: HashMap<&str, (&str, Value)> = HashMap::new();
        for item in items {
            match item {
                Item::UserMessage { text } => memory.heard(text),
                Item::Context { label, data } if label == "task" => memory.saw(data),
                Item::ToolCall {
                    call_id,
                    tool,
                    arguments,
                    ..
                } => {
                    let arguments = serde_json::from_str(arguments).unwrap_or(Value::Null);
                    calls.insert(call_id, (tool, arguments));
                }
                Item::ToolResult {
                    call_id,
                    output,
                    is_error: false,
                } => {
                    if let Some((tool, arguments)) = calls.get(call_id.as_str()) {
                        if !["get_task", "list_tasks"].contains(tool) {
                            memory.deed = Some(((*tool).to_owned(), arguments.clone()));
                        }
                        let result = serde_json::from_str(output).unwrap_or(Value::Null);
                        memory.learned(arguments, &result);
                    }
                }
                Item::AssistantMessage { text, .. } => memory.said(text),
                Item::Context { .. } | Item::Handoff { .. } | Item::ToolResult { .. } => {}
            }
        }
        memory
    }

    fn heard(&mut self, text: &str) {
        for token in tokenize(text) {
            if token.shape == Shape::Email {
                self.emails.retain(|known| *known != token.text);
                self.emails.push(token.text);
            }
        }
    }

    /// An answer of ours listed tasks, in an order that the results alone don't tell. Titles and descriptions in an
    /// answer have no line of their own, so they can't pass for entries.
    fn said(&mut self, text: &str) {
        let entries: Vec<(Known, &str)> = text
            .lines()
            .filter_map(|line| {
                let rest = line.strip_prefix("- Task ")?;
                let digits = rest
                    .find(|c: char| !c.is_ascii_digit())
                    .unwrap_or(rest.len());
                Some((self.task(rest[..digits].parse().ok()?), &rest[digits..]))
            })
            .collect();
        if entries.is_empty() {
            return;
        }
        // Of tasks in a list the only open one is "it"; subtasks that were created are told without quotation marks.
        if entries.iter().all(|(_, rest)| rest.starts_with(" “")) {
            let mut open = entries.iter().filter(|(_, rest)| {
                !rest
                    .rsplit('”')
                    .next()
                    .is_some_and(|end| end.contains("done"))
            });
            self.current = match (open.next(), open.next(), &entries[..]) {
                (Some((only, _)), None, _) | (None, _, [(only, _)]) => Some(only.clone()),
                _ => None,
            };
        }
        self.listed = entries.into_iter().map(|(task, _)| task).collect();
    }

    /// A task was shown.
    pub(crate) fn saw(&mut self, task: &Value) {
        if let Some(known) = known(task) {
            self.name(&known);
            self.current = Some(known);
        }
    }

    /// A tool was called with these arguments and gave this result.
    pub(crate) fn learned(&mut self, arguments: &Value, result: &Value) {
        if let Some(items) = result.get("items").and_then(Value::as_array) {
            let listed: Vec<Known> = items.iter().filter_map(known).collect();
            for task in &listed {
                self.name(task);
            }
            if let [only] = &listed[..] {
                self.current = Some(only.clone());
            }
            if !listed.is_empty() {
                self.listed = listed;
            }
        } else if let Some(task) = known(result) {
            self.name(&task);
            self.current = Some(task);
        } else if let Some(id) = arguments.get("task_id").and_then(Value::as_i64) {
            self.current = Some(self.task(id));
        }
    }

    /// A task by its number, with its title where it is known.
    pub(crate) fn task(&self, id: i64) -> Known {
        Known {
            id,
            title: self.titles.get(&id).cloned(),
        }
    }

    fn name(&mut self, task: &Known) {
        if let Some(title) = &task.title {
            self.titles.insert(task.id, title.clone());
        }
    }

    /// The address that belongs to a name: the user wrote it, and it begins with the name.
    pub(crate) fn address_of(&self, name: &str) -> Option<&str> {
        let name = name.to_lowercase();
        self.emails
            .iter()
            .rev()
            .find(|email| {
                let local = email.split('@').next().unwrap_or_default();
                local.split(['.', '_', '-', '+']).any(|part| part == name)
            })
            .map(String::as_str)
    }
}

/// A task in a result: an object with a number, as `id`, or as `task_id` where the result is about a task.
fn known(value: &Value) -> Option<Known> {
    let id = match value.get("id").and_then(Value::as_i64) {
        Some(id) => id,
        None => value.get("task_id").and_then(Value::as_i64)?,
    };
    let title = value
        .get("title")
        .and_then(Value::as_str)
        .map(str::to_owned);
    Some(Known { id, title })
}
