//! What a run came to, folded from its events: the one source of what answers and `get_run` say beside the run's row.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use taskmanager_agent::{event::Event, usage::Usage};

/// What a run came to so far. Stored in JSON whenever the run pauses or ends: a new field needs a default.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Outcome {
    /// The answer; what was said of it so far while there is none.
    pub(super) response: String,
    /// Whether `response` is whole.
    pub(super) is_answered: bool,
    /// Which budget was reached, or why the run was cancelled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) reason: Option<String>,
    /// Why the run failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) error: Option<Fault>,
    /// Every agent that acted, in order.
    pub(super) handoff_chain: Vec<String>,
    /// The calls that were made, in the order in which they were.
    pub(super) tool_calls: Vec<Call>,
    /// What was used of the models.
    pub(super) usage: Usage,
    /// Something was done since the last piece of text: the next begins another message.
    #[serde(skip)]
    is_interrupted: bool,
}

/// Why a run failed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Fault {
    pub(super) error_code: String,
    pub(super) message: String,
    /// In how many seconds trying again may help, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) retry_after: Option<u32>,
}

/// A call that was made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Call {
    pub(super) call_id: String,
    pub(super) agent: String,
    pub(super) tool: String,
    pub(super) arguments: Value,
    /// None while it runs, or waits for approval.
    #[serde(default)]
    pub(super) result: Option<CallResult>,
}

/// What came of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct CallResult {
    pub(super) text: String,
    pub(super) is_error: bool,
}

impl Outcome {
    /// Folds a stored log. An event that can't be read was written by another release, and says nothing here.
    pub(super) fn of_log<'a>(log: impl IntoIterator<Item = &'a str>) -> Self {
        let mut outcome = Self::default();
        for data in log {
            if let Ok(event) = serde_json::from_str(data) {
                outcome.apply(&event);
            }
        }
        outcome
    }

    /// Whether the last event was taken.
    pub(super) fn is_over(&self) -> bool {
        self.is_answered || self.error.is_some() || self.reason.is_some()
    }

    /// What it was before the last event.
    pub(super) fn without_end(self) -> Self {
        Self {
            is_answered: false,
            reason: None,
            error: None,
            ..self
        }
    }

    /// Takes the next events, after which the run has used this.
    pub(super) fn extend(&mut self, events: &[Event], usage: Usage) {
        for event in events {
            self.apply(event);
        }
        self.usage = usage;
    }

    /// Takes the next event.
    pub(super) fn apply(&mut self, event: &Event) {
        match event {
            Event::Start { agent, .. } => self.handoff_chain.push(agent.clone()),
            Event::Token { text, .. } => {
                if std::mem::take(&mut self.is_interrupted) {
                    self.response.clear();
                }
                self.response.push_str(text);
            }
            Event::ToolCall {
                call_id,
                agent,
                tool,
                arguments,
            }
            | Event::ApprovalRequired {
                call_id,
                agent,
                tool,
                arguments,
            } => {
                self.is_interrupted = true;
                if !self.tool_calls.iter().any(|call| call.call_id == *call_id) {
                    self.tool_calls.push(Call {
                        call_id: call_id.clone(),
                        agent: agent.clone(),
                        tool: tool.clone(),
                        arguments: arguments.clone(),
                        result: None,
                    });
                }
            }
            Event::ToolResult {
                call_id,
                result,
                is_error,
                ..
            } => {
                let mut calls = self.tool_calls.iter_mut();
                if let Some(call) = calls.find(|call| call.call_id == *call_id) {
                    call.result = Some(CallResult {
                        text: result.clone(),
                        is_error: *is_error,
                    });
                }
            }
            Event::Handoff { to, .. } => {
                self.is_interrupted = true;
                self.handoff_chain.push(to.clone());
            }
            Event::Complete {
                reason,
                response,
                handoff_chain,
                usage,
                ..
            } => {
                self.response.clone_from(response);
                self.is_answered = true;
                self.reason.clone_from(reason);
                self.handoff_chain.clone_from(handoff_chain);
                self.usage = *usage;
            }
            Event::Error {
                error_code,
                message,
                retry_after,
            } => {
                self.error = Some(Fault {
                    error_code: error_code.clone(),
                    message: message.clone(),
                    retry_after: *retry_after,
                });
            }
            Event::Cancelled { reason } => self.reason = Some(reason.clone()),
            Event::Guardrail { .. } | Event::Paused { .. } | Event::Resumed { .. } => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn token(text: &str) -> Event {
        Event::Token {
            text: text.to_owned(),
            agent: "a".to_owned(),
        }
    }

    #[test]
    fn the_fold_of_the_log_is_the_fold_of_the_events() {
        let events = [
            Event::Start {
                run_id: "run_1".to_owned(),
                session_id: "ses_1".to_owned(),
                agent: "a".to_owned(),
                task_id: None,
            },
            token("Let me "),
            token("see."),
            Event::ToolCall {
                call_id: "c".to_owned(),
                agent: "a".to_owned(),
                tool: "look".to_owned(),
                arguments: json!({"at": 1}),
            },
            Event::ToolResult {
                call_id: "c".to_owned(),
                tool: "look".to_owned(),
                result: "seen".to_owned(),
                is_error: false,
                duration_ms: 1,
            },
            Event::Handoff {
                from: "a".to_owned(),
                to: "b".to_owned(),
                reason: None,
            },
            token("It is"),
            Event::Cancelled {
                reason: "cancelled".to_owned(),
            },
        ];
        let mut outcome = Outcome::default();
        for event in &events {
            outcome.apply(event);
        }
        let expected = Outcome {
            response: "It is".to_owned(),
            reason: Some("cancelled".to_owned()),
            handoff_chain: vec!["a".to_owned(), "b".to_owned()],
            tool_calls: vec![Call {
                call_id: "c".to_owned(),
                agent: "a".to_owned(),
                tool: "look".to_owned(),
                arguments: json!({"at": 1}),
                result: Some(CallResult {
                    text: "seen".to_owned(),
                    is_error: false,
                }),
            }],
            ..Outcome::default()
        };
        assert_eq!(outcome, expected);
        let log: Vec<String> = events
            .iter()
            .map(|event| serde_json::to_string(event).unwrap())
            .collect();
        assert_eq!(Outcome::of_log(log.iter().map(String::as_str)), expected);
        let stored = serde_json::to_string(&expected).unwrap();
        assert_eq!(serde_json::from_str::<Outcome>(&stored).unwrap(), expected);
    }
}
