//! Where a plan is carried out: each step asks for calls as if they were made at once.
//!
//! A model keeps nothing between its calls. So the plan is carried out again from the user's message each time: a call
//! that is already on record gives its result, the first that isn't is what the model answers with. What is on record
//! is matched by the tool's name and in order, because the clock may have moved between two calls and with it the
//! arguments.

use serde_json::{Value, json};

use super::{entities::Level, intents::Owner, memory::Memory};
use crate::{item::Item, model::ModelRequest};

/// Calls that must be made before the plan can go on.
#[derive(Debug, PartialEq)]
pub(crate) struct Pause(pub(crate) Vec<(String, Value)>);

/// What came of a call.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// The result as JSON; null where it is no JSON.
    pub(crate) value: Value,
    /// The result as it was given.
    text: String,
    pub(crate) is_error: bool,
}

impl Outcome {
    /// What went wrong, as one clause without a full stop.
    pub(crate) fn complaint(&self) -> String {
        let mut text = self
            .value
            .get("message")
            .and_then(Value::as_str)
            .unwrap_or(&self.text)
            .to_owned();
        let violations = self.value.get("violations").and_then(Value::as_array);
        for violation in violations.into_iter().flatten() {
            if let Some(message) = violation.get("message").and_then(Value::as_str) {
                text.push_str("; ");
                text.push_str(message);
            }
        }
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let text = text.trim_end_matches(['.', '!']);
        if text.is_empty() {
            "no reason was given".to_owned()
        } else {
            shortened(text, 300)
        }
    }
}

fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    text.chars().take(most).chain(['…']).collect()
}

/// A call or handoff on record.
#[derive(Debug)]
enum Made {
    Call {
        tool: String,
        arguments: Value,
        outcome: Option<Outcome>,
        used: bool,
    },
    Handoff {
        to: String,
        used: bool,
    },
}

/// The record of one turn, and what may be done next.
#[derive(Debug)]
pub(crate) struct Stage<'a> {
    request: &'a ModelRequest,
    made: Vec<Made>,
    /// Who has the conversation at this point of the plan.
    agent: String,
    pub(crate) memory: Memory,
    /// The task that the run is about.
    pub(crate) context: Option<Value>,
}

impl<'a> Stage<'a> {
    /// The turn that the items end with, whose user message is at `at`.
    pub(crate) fn new(request: &'a ModelRequest, items: &[Item], at: usize) -> Self {
        let record = &items[at + 1..];
        let first = record.iter().find_map(|item| match item {
            Item::ToolCall { agent, .. } => Some(agent.clone()),
            Item::Handoff { from, .. } => Some(from.clone()),
            _ => None,
        });
        Self {
            request,
            made: on_record(record),
            agent: first.unwrap_or_else(|| request.agent.clone()),
            memory: Memory::of(&items[..=at]),
            context: context(items, at),
        }
    }

    /// The caller's clock.
    pub(crate) fn now(&self) -> chrono::DateTime<chrono_tz::Tz> {
        self.request.now
    }

    /// The caller's own address, where the instructions tell it.
    pub(crate) fn caller(&self) -> Option<&'a str> {
        let (_, rest) = self.request.instructions.split_once(CALLER)?;
        let address = rest.split_whitespace().next()?.trim_end_matches('.');
        (!address.is_empty()).then_some(address)
    }

    /// Who has the conversation at this point of the plan.
    pub(crate) fn agent(&self) -> &str {
        &self.agent
    }

    /// Whether the agent whose turn it is may call this tool.
    pub(crate) fn offers(&self, tool: &str) -> bool {
        self.request
            .tools
            .iter()
            .any(|offered| offered.name == tool)
    }

    /// Calls a tool.
    pub(crate) fn call(&mut self, tool: &str, arguments: Value) -> Result<Outcome, Pause> {
        let mut outcomes = self.call_all(vec![(tool, arguments)])?;
        Ok(outcomes.pop().unwrap_or_else(not_made))
    }

    /// Calls tools at once; outcomes come in the order of the calls.
    pub(crate) fn call_all(&mut self, calls: Vec<(&str, Value)>) -> Result<Vec<Outcome>, Pause> {
        let mut outcomes = Vec::with_capacity(calls.len());
        let mut wanted = Vec::new();
        for (tool, arguments) in calls {
            match self.recorded(tool) {
                Some((made, outcome)) => {
                    if !outcome.is_error {
                        self.memory.learned(&made, &outcome.value);
                    }
                    outcomes.push(outcome);
                }
                None if self.offers(tool) => wanted.push((tool.to_owned(), arguments)),
                None => outcomes.push(not_made()),
            }
        }
        if wanted.is_empty() {
            Ok(outcomes)
        } else {
            Err(Pause(wanted))
        }
    }

    fn recorded(&mut self, tool: &str) -> Option<(Value, Outcome)> {
        self.made.iter_mut().find_map(|made| match made {
            Made::Call {
                tool: name,
                arguments,
                outcome: Some(outcome),
                used,
            } if name == tool && !*used => {
                *used = true;
                Some((arguments.clone(), outcome.clone()))
            }
            Made::Call { .. } | Made::Handoff { .. } => None,
        })
    }

    /// Gives the conversation to whom a step belongs. Returns whether they have it.
    pub(crate) fn go_to(&mut self, owner: Owner, reason: &str) -> Result<bool, Pause> {
        let Some(target) = agent_name(owner) else {
            return Ok(true);
        };
        while self.agent != target {
            let Some(next) = self.next_handoff() else {
                break;
            };
            self.agent = next;
        }
        // An agent of another name, a team of one: whoever has the tools does the work.
        let in_team = AGENTS.iter().any(|(_, name)| *name == self.agent);
        if self.agent == target || !in_team {
            return Ok(true);
        }
        let refused = |tool: &str| {
            self.made.iter().any(|made| matches!(made, Made::Call { tool: name, outcome: Some(outcome), .. } if name == tool && outcome.is_error))
        };
        let routes = [transfer_name(target), transfer_name(AGENTS[0].1)];
        let route = routes
            .into_iter()
            .find(|tool| self.offers(tool) && !refused(tool));
        match route {
            Some(tool) => Err(Pause(vec![(tool, json!({ "reason": reason }))])),
            None => Ok(false),
        }
    }

    fn next_handoff(&mut self) -> Option<String> {
        self.made.iter_mut().find_map(|made| match made {
            Made::Handoff { to, used } if !*used => {
                *used = true;
                Some(to.clone())
            }
            Made::Handoff { .. } | Made::Call { .. } => None,
        })
    }
}

/// What stands before the caller's address in an agent's instructions.
const CALLER: &str = "The user's own email address is ";

/// The team by role; triage first, for every way leads through it.
const AGENTS: [(Owner, &str); 4] = [
    (Owner::Triage, "taskmanager-triage"),
    (Owner::Scheduler, "taskmanager-scheduler"),
    (Owner::Collaboration, "taskmanager-collaboration"),
    (Owner::Analysis, "taskmanager-analysis"),
];

fn agent_name(owner: Owner) -> Option<&'static str> {
    AGENTS
        .iter()
        .find(|(role, _)| *role == owner)
        .map(|(_, name)| *name)
}

/// The role of an agent by its name.
pub(crate) fn role(agent: &str) -> Option<Owner> {
    AGENTS
        .iter()
        .find(|(_, name)| *name == agent)
        .map(|(role, _)| *role)
}

fn transfer_name(agent: &str) -> String {
    crate::handoff::transfer_name(agent)
}

fn not_made() -> Outcome {
    Outcome {
        value: Value::Null,
        text: "I have no tool for that here".to_owned(),
        is_error: true,
    }
}

fn on_record(items: &[Item]) -> Vec<Made> {
    let result_of = |id: &str| {
        items.iter().find_map(|item| match item {
            Item::ToolResult {
                call_id,
                output,
                is_error,
            } if call_id == id => Some(Outcome {
                value: serde_json::from_str(output).unwrap_or(Value::Null),
                text: output.clone(),
                is_error: *is_error,
            }),
            _ => None,
        })
    };
    items
        .iter()
        .filter_map(|item| match item {
            Item::ToolCall {
                call_id,
                tool,
                arguments,
                ..
            } => Some(Made::Call {
                tool: tool.clone(),
                arguments: serde_json::from_str(arguments).unwrap_or(Value::Null),
                outcome: result_of(call_id),
                used: false,
            }),
            Item::Handoff { to, .. } => Some(Made::Handoff {
                to: to.clone(),
                used: false,
            }),
            Item::UserMessage { .. }
            | Item::Context { .. }
            | Item::AssistantMessage { .. }
            | Item::ToolResult { .. } => None,
        })
        .collect()
}

/// The task that was laid before the model right before the user's message.
fn context(items: &[Item], at: usize) -> Option<Value> {
    items[..at]
        .iter()
        .rev()
        .map_while(|item| match item {
            Item::Context { label, data } => Some((label, data)),
            _ => None,
        })
        .find(|(label, _)| *label == "task")
        .map(|(_, data)| data.clone())
}

/// A priority as an argument.
pub(crate) fn priority(level: Level) -> Value {
    Value::from(level.name())
}
