//! Runs the tools that a model asked for, and feeds their ends to the run as they come.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use futures::{FutureExt, StreamExt, stream::FuturesUnordered};
use serde_json::Value;
use tokio::time::timeout;

use super::{Driver, Journal, JournalError, Shift, millis};
use crate::{
    agent::Agent,
    guardrail::{GuardrailOutcome, ToolVerdict},
    run::{CallEnd, PlannedCall, Run},
    tool::{Tool, ToolContext, ToolError},
};

struct Ended {
    call_id: String,
    tool: String,
    end: CallEnd,
    guardrails: Vec<(String, GuardrailOutcome)>,
    took: Duration,
}

impl<C: Clone + Send + Sync + 'static> Driver<C> {
    /// Runs calls at once, as many as the settings allow. Each is on record before it starts. Afterwards the run has
    /// decided what follows, or is over.
    pub(super) async fn run_tools(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
        calls: Vec<PlannedCall>,
    ) -> Result<(), JournalError> {
        let mut waiting = VecDeque::from(calls);
        let mut running = FuturesUnordered::new();
        loop {
            run.at(journal.now());
            while running.len() < self.config.concurrent_tools.max(1)
                && let Some(call) = waiting.pop_front()
            {
                if run.start_call(&call.call_id) {
                    running.push(self.perform(run, app, call));
                }
            }
            if running.is_empty() {
                return Ok(());
            }
            self.commit(run, journal).await?;
            let mut ended = match shift.control.unless_stopped(running.next()).await {
                Ok(ended) => ended,
                Err(interruption) => {
                    run.at(journal.now());
                    // What is done by now is done, and on record as such.
                    while let Some(Some(ended)) = running.next().now_or_never() {
                        self.record(run, ended);
                    }
                    // The tools are dropped before their end is recorded: nothing happens after it.
                    drop(running);
                    self.interrupt(run, interruption);
                    return Ok(());
                }
            };
            // Those that are ready together are stored together.
            run.at(journal.now());
            while let Some(one) = ended {
                self.record(run, one);
                if run.state().ending().is_some() {
                    // Its siblings are dropped, and are on record as interrupted.
                    return Ok(());
                }
                ended = running.next().now_or_never().flatten();
            }
        }
    }

    fn record(&self, run: &mut Run, ended: Ended) {
        let is_error = !matches!(ended.end, CallEnd::Output(_));
        for (name, outcome) in &ended.guardrails {
            run.guardrail_spoke(name, outcome);
        }
        let took_ms = millis(ended.took);
        run.end_call(&self.agents, &ended.call_id, ended.end, took_ms);
        self.observer
            .tool_ended(run, &ended.tool, ended.took, is_error);
    }

    /// One call, with its time limit.
    fn perform(
        &self,
        run: &Run,
        app: &C,
        call: PlannedCall,
    ) -> impl Future<Output = Ended> + use<'_, C> {
        let context = ToolContext {
            app: app.clone(),
            run_id: run.state().run_id().to_owned(),
            session_id: run.state().session_id().to_owned(),
            task_id: run.state().task_id(),
            agent: call.agent.clone(),
            call_id: call.call_id.clone(),
        };
        async move {
            let began = Instant::now();
            let mut guardrails = Vec::new();
            let agent = self.agents.get(&call.agent);
            let tool = agent.and_then(|agent| {
                let mut tools = agent.list_tools().iter();
                tools.find(|tool| tool.definition().name == call.tool)
            });
            let end = match (agent, tool) {
                (Some(agent), Some(tool)) => {
                    let arguments = call.arguments;
                    self.call_guarded(agent, tool, context, arguments, &mut guardrails)
                        .await
                }
                // The agents changed between two lives of the run.
                _ => CallEnd::Error(format!("There is no tool named {:?} any more.", call.tool)),
            };
            Ended {
                call_id: call.call_id,
                tool: call.tool,
                end,
                guardrails,
                took: began.elapsed(),
            }
        }
    }

    /// A tool between its guardrails.
    async fn call_guarded(
        &self,
        agent: &Agent<C>,
        tool: &Tool<C>,
        context: ToolContext<C>,
        arguments: Value,
        outcomes: &mut Vec<(String, GuardrailOutcome)>,
    ) -> CallEnd {
        for guardrail in agent.tool_guardrails() {
            let verdict = guardrail
                .check_before(context.clone(), arguments.clone())
                .await;
            if let Some(end) = note(outcomes, &guardrail.name, verdict) {
                return end;
            }
        }
        let limit = tool.own_timeout().unwrap_or(self.config.tool_timeout);
        let text = match timeout(limit, tool.call(context.clone(), arguments)).await {
            Ok(Ok(value)) => text_of(value),
            Ok(Err(ToolError::Message(text))) => return CallEnd::Error(text),
            Ok(Err(ToolError::Fatal(text))) => return CallEnd::Fatal(text),
            Err(_) => {
                return CallEnd::Error(format!(
                    "The tool took longer than {limit:?} and was stopped. It may have taken effect."
                ));
            }
        };
        for guardrail in agent.tool_guardrails() {
            let verdict = guardrail.check_after(context.clone(), text.clone()).await;
            if let Some(end) = note(outcomes, &guardrail.name, verdict) {
                return end;
            }
        }
        CallEnd::Output(text)
    }
}

/// Notes a tool guardrail's outcome; where it is no pass, how the call ends.
fn note(
    outcomes: &mut Vec<(String, GuardrailOutcome)>,
    name: &str,
    verdict: Option<Result<ToolVerdict, String>>,
) -> Option<CallEnd> {
    let (outcome, end) = match verdict? {
        Ok(ToolVerdict::Pass) => (GuardrailOutcome::Passed, None),
        Ok(ToolVerdict::Reject(text)) => (GuardrailOutcome::Rejected, Some(CallEnd::Error(text))),
        Ok(ToolVerdict::Trip(text)) => stopped(GuardrailOutcome::Tripped(text)),
        Err(text) => stopped(GuardrailOutcome::Failed(text)),
    };
    outcomes.push((name.to_owned(), outcome));
    end
}

fn stopped(outcome: GuardrailOutcome) -> (GuardrailOutcome, Option<CallEnd>) {
    (outcome.clone(), Some(CallEnd::Stopped(outcome)))
}

/// What the model reads: a string as it is, anything else as JSON.
fn text_of(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
