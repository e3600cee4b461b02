//! What one model answer leads to, first half: each of its calls is placed.

use serde_json::Value;

use super::{
    Run,
    state::{Call, CallStatus, Edge, Phase, Round},
    text,
};
use crate::{
    agent::{Agent, Agents},
    budget::Bound,
    event::Event,
    item::Item,
    tool::ToolDefinition,
};

impl Run {
    /// Decides on the answer whose pieces were [received](Run::receive).
    ///
    /// `app` is asked for what depends on it: which tools are offered, which calls need approval.
    pub fn answered<C: Clone + Send + Sync + 'static>(&mut self, agents: &Agents<C>, app: &C) {
        if self.state.phase != Phase::Model {
            return;
        }
        let answer = std::mem::take(&mut self.answer);
        self.model_answered(&answer);
        let mut usage = answer.usage.unwrap_or_default();
        usage.model_calls = usage.model_calls.max(1);
        self.use_up(usage);
        self.state.spent.turns += 1;
        self.state_changed = true;

        let Some(agent) = agents.get(&self.state.agent) else {
            let message = format!("The agent {} is not there any more.", self.state.agent);
            return self.fail("agent_missing", &message);
        };
        let last_message = answer.messages.last().cloned();
        for message in answer.messages {
            let agent = self.state.agent.clone();
            self.add(Item::AssistantMessage {
                agent,
                text: message,
            });
        }
        if answer.calls.is_empty() {
            return match (answer.refusal, answer.cut_off) {
                (Some(refusal), _) => self.refuse(&refusal),
                (None, Some(bound)) => self.stop_at(bound),
                (None, None) => self.conclude(agent, last_message.unwrap_or_default()),
            };
        }
        let offered = agents.offer(&self.state.agent, app);
        let mut round = Round {
            refusal: answer.refusal,
            ..Round::default()
        };
        for (name, arguments) in answer.calls {
            let call = self.place(agent, app, &offered, &mut round, name, &arguments);
            round.calls.push(call);
        }
        self.state.phase = Phase::Calls(round);
        self.settle(agents);
    }

    /// A final answer, where it has the type that the agent's answers must have. An empty one has no type at all: the
    /// model is asked again.
    fn conclude<C>(&mut self, agent: &Agent<C>, response: String) {
        match &agent.model_settings().output {
            Some(_) if response.trim().is_empty() => self.turn_is_over(),
            Some(output) => match output.check(&response) {
                Ok(()) => self.complete(response),
                Err(why) => {
                    let name = &output.name;
                    self.fail("output_invalid", &format!("The answer is no {name}: {why}"));
                }
            },
            None => self.complete(response),
        }
    }

    /// Gives a call its id, records it, and decides what becomes of it.
    fn place<C: Clone + Send + Sync + 'static>(
        &mut self,
        agent: &Agent<C>,
        app: &C,
        offered: &[ToolDefinition],
        round: &mut Round,
        name: String,
        raw: &str,
    ) -> Call {
        self.state.spent.ids += 1;
        let call_id = super::ids::call_id(self.id_seed(), self.state.spent.ids);
        let is_offered = offered.iter().any(|tool| tool.name == name);
        let handoff = agent
            .list_handoffs()
            .iter()
            .find(|handoff| is_offered && handoff.tool_name() == name);
        let kept_name = text::speakable_name(&name);
        let kept = match raw.len() {
            0..=text::MAX_ARGUMENT_BYTES => raw.to_owned(),
            _ => text::cut_arguments(raw, text::KEPT_ARGUMENT_BYTES),
        };
        let from = self.state.agent.clone();
        self.add(match handoff {
            Some(handoff) => Item::Handoff {
                call_id: call_id.clone(),
                from,
                to: handoff.target().to_owned(),
                arguments: kept.clone(),
            },
            None => Item::ToolCall {
                call_id: call_id.clone(),
                agent: from,
                tool: kept_name.clone(),
                arguments: kept.clone(),
            },
        });
        let parsed = parse(raw);
        let arguments = parsed.clone().unwrap_or_else(|_| Value::from(kept));
        let mut call = Call {
            call_id,
            tool: kept_name,
            arguments,
            handoff_to: None,
            status: CallStatus::Planned,
            nested: None,
        };
        let tool = agent
            .list_tools()
            .iter()
            .find(|tool| is_offered && tool.definition().name == call.tool);
        let placed = match (handoff, tool) {
            (Some(handoff), _) => {
                let first = !round
                    .calls
                    .iter()
                    .any(|call| call.status == CallStatus::Handoff);
                if first {
                    let fits = parsed.and_then(|arguments| handoff.check_arguments(&arguments));
                    fits.map_err(misfit)
                        .and_then(|()| self.may_hand_to(handoff.target(), round))
                        .map(|()| {
                            call.handoff_to = Some(handoff.target().to_owned());
                            CallStatus::Handoff
                        })
                } else {
                    // Never opened for those who watch: only the accepted handoff is announced.
                    call.status = CallStatus::Done {
                        output: text::HANDOFF_IGNORED.to_owned(),
                        is_error: true,
                    };
                    return call;
                }
            }
            (None, Some(tool)) => parsed
                .and_then(|arguments| tool.check_arguments(&arguments).map(|()| arguments))
                .map_err(misfit)
                .and_then(|arguments| {
                    let nested = tool
                        .agent()
                        .map(|work| self.nest(work, tool.own_timeout(), &call.call_id, &arguments))
                        .transpose()?;
                    self.spend_tool_call(round)?;
                    call.nested = nested;
                    Ok(if tool.asks_approval(app, &arguments) {
                        CallStatus::Waiting
                    } else {
                        CallStatus::Planned
                    })
                }),
            (None, None) => Err(text::unknown_tool(&name, offered)),
        };
        call.status = placed.unwrap_or_else(|output| {
            let output = text::cut(output, text::MAX_FAULT_BYTES);
            self.emit_failed_call(&call, &output);
            CallStatus::Done {
                output,
                is_error: true,
            }
        });
        call
    }

    fn spend_tool_call(&mut self, round: &mut Round) -> Result<(), String> {
        if self.state.spent.tool_calls >= self.state.budget.tool_calls {
            round.stop = Some(Bound::ToolCalls);
            return Err(text::TOOL_CALLS_USED_UP.to_owned());
        }
        self.state.spent.tool_calls += 1;
        Ok(())
    }

    /// A handoff is refused where the budget is spent, and where the same one was made before and no tool has succeeded
    /// since: then two agents hand to each other in circles. The model is told once; the second time ends the run.
    fn may_hand_to(&mut self, to: &str, round: &mut Round) -> Result<(), String> {
        let (from, spent) = (self.state.agent.clone(), self.state.spent);
        let same_edge =
            |edge: &Edge| edge.from == from && edge.to == to && edge.successes == spent.successes;
        let refusal = if spent.handoffs >= self.state.budget.handoffs {
            text::HANDOFFS_USED_UP.to_owned()
        } else if self.state.edges.iter().any(same_edge) {
            text::handoff_cycle(&from, to)
        } else {
            return Ok(());
        };
        self.state.spent.refused_handoffs += 1;
        if self.state.spent.refused_handoffs > 1 {
            round.stop = Some(Bound::Handoffs);
        }
        Err(refusal)
    }

    /// Shows a call that failed before it could start.
    fn emit_failed_call(&mut self, call: &Call, output: &str) {
        self.emit(Event::ToolCall {
            call_id: call.call_id.clone(),
            agent: self.state.agent.clone(),
            tool: call.tool.clone(),
            arguments: call.arguments.clone(),
        });
        self.emit(Event::ToolResult {
            call_id: call.call_id.clone(),
            tool: call.tool.clone(),
            result: output.to_owned(),
            is_error: true,
            duration_ms: 0,
        });
    }
}

/// Reads arguments: `""` means none, anything but an object is a fault of the model's.
fn parse(raw: &str) -> Result<Value, String> {
    if raw.trim().is_empty() {
        return Ok(Value::Object(serde_json::Map::new()));
    }
    if raw.len() > text::MAX_ARGUMENT_BYTES {
        let (len, most) = (raw.len(), text::MAX_ARGUMENT_BYTES);
        return Err(format!("they are {len} bytes long, and {most} is the most"));
    }
    match serde_json::from_str::<Value>(raw) {
        Ok(value) if value.is_object() => Ok(value),
        Ok(_) => Err("they must be a JSON object".to_owned()),
        Err(error) => Err(format!("they are no JSON: {error}")),
    }
}

fn misfit(why: String) -> String {
    format!("The arguments can't be used: {why}. Correct them and call again.")
}
