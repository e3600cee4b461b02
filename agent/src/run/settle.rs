//! What one model answer leads to, second half: calls start and end, approvals are decided, the round is closed.

use serde_json::Value;

use super::{
    CallEnd, Run,
    state::{Call, CallStatus, Edge, Phase, Round, View},
    text,
};
use crate::{
    agent::{Agents, ToolUse},
    event::{Decision, Event},
    item::Item,
};

/// Whether a paused run can go on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decided {
    /// Other calls still wait for their decision.
    Waiting,
    /// The last decision is in.
    Resumed,
}

/// Why decisions were not taken. None of them was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DecideError {
    /// The run does not wait for anything.
    #[error("the run is not paused")]
    NotPaused,
    /// The run has no such call that waits, or waited in this pause.
    #[error("no call {0} waits for a decision")]
    UnknownCall(String),
    /// The other way was decided before.
    #[error("the call {0} was decided otherwise before")]
    AlreadyDecided(String),
}

impl Run {
    /// Notes that a planned call is about to be started: it is on record before it can have any effect. Returns false,
    /// and then it must not be started, where it isn't planned any more.
    pub fn start_call(&mut self, call_id: &str) -> bool {
        let Some(call) = self.call_mut(call_id) else {
            return false;
        };
        if call.status != CallStatus::Planned {
            return false;
        }
        call.status = CallStatus::Started;
        let (tool, arguments) = (call.tool.clone(), call.arguments.clone());
        self.emit(Event::ToolCall {
            call_id: call_id.to_owned(),
            agent: self.state.agent.clone(),
            tool,
            arguments,
        });
        let span = self.tool_span(call_id);
        if let Some(nested) = self.call_mut(call_id).and_then(|call| call.nested.as_mut()) {
            nested.state.trace.parent = span;
        }
        true
    }

    /// Takes what came of a started call. An end that comes twice, or after the run was closed, is ignored.
    pub fn end_call<C: Clone + Send + Sync + 'static>(
        &mut self,
        agents: &Agents<C>,
        call_id: &str,
        end: CallEnd,
        duration_ms: u64,
    ) {
        let (output, is_error, fatal) = match end {
            CallEnd::Output(output) => (output, false, None),
            CallEnd::Error(output) => (output, true, None),
            CallEnd::Fatal(output) => (output.clone(), true, Some(("tool_failed", output))),
            CallEnd::Stopped(outcome) => {
                (text::STOPPED_BY_GUARDRAIL.to_owned(), true, outcome.error())
            }
        };
        let output = text::bounded_result(output);
        let Some(call) = self.call_mut(call_id) else {
            return;
        };
        if call.status != CallStatus::Started {
            return;
        }
        call.status = CallStatus::Done {
            output: output.clone(),
            is_error,
        };
        let tool = call.tool.clone();
        if let Some(nested) = call.nested.take() {
            self.close_nested(*nested, false);
        }
        if !is_error {
            self.state.spent.successes += 1;
            self.state.spent.refused_handoffs = 0;
        }
        self.emit(Event::ToolResult {
            call_id: call_id.to_owned(),
            tool,
            result: output,
            is_error,
            duration_ms,
        });
        match fatal {
            Some((error_code, message)) => self.fail(error_code, &message),
            None => self.settle(agents),
        }
    }

    /// Takes the user's decisions. The run goes on when the last one is in; until then those that are in are kept.
    ///
    /// # Errors
    ///
    /// Where one of them can't be taken; then none is.
    pub fn decide<C: Clone + Send + Sync + 'static>(
        &mut self,
        agents: &Agents<C>,
        decisions: &[Decision],
    ) -> Result<Decided, DecideError> {
        let Phase::Calls(round) = &mut self.state.phase else {
            return Err(DecideError::NotPaused);
        };
        if !round.paused {
            return Err(DecideError::NotPaused);
        }
        let mut calls = round.calls.clone();
        for decision in decisions {
            note(&mut calls, decision)
                .unwrap_or_else(|| Err(DecideError::UnknownCall(decision.call_id.clone())))?;
        }
        round.calls = calls;
        self.state_changed = true;
        if !self.waiting_calls().is_empty() {
            return Ok(Decided::Waiting);
        }
        let (decisions, rejected) = self.end_pause(agents);
        self.emit(Event::Resumed { decisions });
        for event in rejected {
            self.emit(event);
        }
        self.settle(agents);
        Ok(Decided::Resumed)
    }

    /// Takes the decisions that are in, here and in the runs inside: they are returned in call order, and after them
    /// the results of the calls that were rejected.
    fn end_pause<C: Clone + Send + Sync + 'static>(
        &mut self,
        agents: &Agents<C>,
    ) -> (Vec<Decision>, Vec<Event>) {
        let (mut taken, mut rejected) = (Vec::new(), Vec::new());
        let Phase::Calls(round) = &mut self.state.phase else {
            return (taken, rejected);
        };
        let now = self.state.trace.now();
        round.paused = false;
        for call in &mut round.calls {
            if let CallStatus::Decided { decision } = &call.status {
                taken.push(decision.clone());
                call.status = if decision.approve {
                    CallStatus::Planned
                } else {
                    let output = text::rejected(decision.reason.as_deref());
                    rejected.push(Event::ToolResult {
                        call_id: call.call_id.clone(),
                        tool: call.tool.clone(),
                        result: output.clone(),
                        is_error: true,
                        duration_ms: 0,
                    });
                    CallStatus::Done {
                        output,
                        is_error: true,
                    }
                };
            } else if let Some(nested) = &mut call.nested
                && nested.is_paused()
            {
                nested.at(now);
                let (inner_taken, inner_rejected) = nested.end_pause(agents);
                taken.extend(inner_taken);
                rejected.extend(inner_rejected);
                nested.settle(agents);
                self.spans.extend_from_slice(nested.unsaved().spans);
                // No event of this surfaces: the outer run has the decisions and the results.
                nested.saved();
            }
        }
        (taken, rejected)
    }

    /// Goes on when nothing of the round is left to run: to a pause, or out of the round.
    pub(super) fn settle<C: Clone + Send + Sync + 'static>(&mut self, agents: &Agents<C>) {
        let Phase::Calls(round) = &mut self.state.phase else {
            return;
        };
        if round.paused || round.calls.iter().any(Call::is_busy) {
            return;
        }
        if round.calls.iter().any(Call::waits) {
            round.paused = true;
            return self.pause();
        }
        let round = std::mem::take(round);
        self.close_round(round, agents);
    }

    fn pause(&mut self) {
        let waiting = self.waiting_calls();
        let call_ids = waiting.iter().map(|call| call.call_id.clone()).collect();
        for call in waiting {
            self.emit(Event::ApprovalRequired {
                call_id: call.call_id,
                agent: call.agent,
                tool: call.tool,
                arguments: call.arguments,
            });
        }
        self.emit(Event::Paused { call_ids });
    }

    /// Every call is over: the results go to the session in call order, and the run where the answer leads it.
    fn close_round<C: Clone + Send + Sync + 'static>(&mut self, round: Round, agents: &Agents<C>) {
        self.state.phase = Phase::Model;
        self.state.spent.agent_used_tool |=
            round.calls.iter().any(|call| call.handoff_to.is_none());
        let agent = agents.get(&self.state.agent);
        let answer = agent.and_then(|agent| tool_answer(agent.rule(), &round));
        let mut taken_by = None;
        for call in round.calls {
            let (output, is_error) = match call.status {
                CallStatus::Done { output, is_error } => (output, is_error),
                CallStatus::Handoff => {
                    let to = call.handoff_to.clone().unwrap_or_default();
                    let output = text::handoff_made(&self.state.agent, &to);
                    taken_by = Some((call.tool, to, reason(&call.arguments)));
                    (output, false)
                }
                // Not reached: `settle` waits for these.
                CallStatus::Planned
                | CallStatus::Started
                | CallStatus::Waiting
                | CallStatus::Decided { .. } => (text::INTERRUPTED.to_owned(), true),
            };
            self.add(Item::ToolResult {
                call_id: call.call_id,
                output,
                is_error,
            });
        }
        if let Some((tool, to, reason)) = taken_by {
            self.hand_over(agents, &tool, to, reason);
        } else if let Some(refusal) = round.refusal {
            self.refuse(&refusal);
        } else if let Some(answer) = answer {
            let is_guarded = agent.is_some_and(|agent| !agent.output_guardrails().is_empty());
            self.state.phase = Phase::Answer { response: answer };
            if !is_guarded {
                self.output_checked();
            }
        } else if let Some(bound) = round.stop {
            self.stop_at(bound);
        }
        // An answer that is still to be guarded belongs to the turn.
        if !matches!(self.state.phase, Phase::Answer { .. }) {
            self.turn_is_over();
        }
    }

    fn hand_over<C: Clone + Send + Sync + 'static>(
        &mut self,
        agents: &Agents<C>,
        tool: &str,
        to: String,
        reason: Option<String>,
    ) {
        let from = std::mem::replace(&mut self.state.agent, to.clone());
        let filter = agents.get(&from).and_then(|agent| {
            let handoff = agent
                .list_handoffs()
                .iter()
                .find(|handoff| handoff.tool_name() == tool);
            handoff.and_then(|handoff| handoff.filter())
        });
        if let Some(filter) = filter {
            self.state.view = Some(View {
                items: filter(self.visible_items()),
                own_from: self.state.own_items,
            });
        }
        self.state.edges.push(Edge {
            from: from.clone(),
            to: to.clone(),
            successes: self.state.spent.successes,
        });
        self.state.spent.handoffs += 1;
        self.state.spent.agent_used_tool = false;
        self.state.input_checked = false;
        self.state.handoff_chain.push(to.clone());
        self.emit(Event::Handoff { from, to, reason });
    }

    pub(super) fn call_mut(&mut self, call_id: &str) -> Option<&mut Call> {
        match &mut self.state.phase {
            Phase::Calls(round) => round.calls.iter_mut().find(|call| call.call_id == call_id),
            Phase::New | Phase::Model | Phase::Answer { .. } | Phase::Ended(_) => None,
        }
    }
}

/// Notes a decision on a call that waits, or waited in this pause; `None` where there is none of this id, here or in the
/// runs inside.
fn note(calls: &mut [Call], decision: &Decision) -> Option<Result<(), DecideError>> {
    let own = calls
        .iter()
        .position(|call| call.call_id == decision.call_id);
    let Some(own) = own else {
        let mut inside = calls.iter_mut().filter_map(Call::nested_calls_mut);
        return inside.find_map(|calls| note(calls, decision));
    };
    let call = &mut calls[own];
    match &call.status {
        CallStatus::Waiting => {
            call.status = CallStatus::Decided {
                decision: decision.clone(),
            };
            Some(Ok(()))
        }
        CallStatus::Decided { decision: before } if before.approve == decision.approve => {
            Some(Ok(()))
        }
        CallStatus::Decided { .. } => Some(Err(DecideError::AlreadyDecided(call.call_id.clone()))),
        CallStatus::Planned
        | CallStatus::Handoff
        | CallStatus::Started
        | CallStatus::Done { .. } => None,
    }
}

/// The result that is the answer by the agent's rule, if one is.
fn tool_answer(rule: &ToolUse, round: &Round) -> Option<String> {
    let ends = |call: &Call| match rule {
        ToolUse::RunAgain => false,
        ToolUse::StopOnFirstTool => true,
        ToolUse::StopAt(names) => names.contains(&call.tool),
    };
    round.calls.iter().find_map(|call| match &call.status {
        CallStatus::Done {
            output,
            is_error: false,
        } if ends(call) => Some(output.clone()),
        _ => None,
    })
}

fn reason(arguments: &Value) -> Option<String> {
    let reason = arguments.get("reason")?.as_str()?.trim();
    (!reason.is_empty()).then(|| reason.to_owned())
}
