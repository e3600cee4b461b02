//! Runs the tools that a model asked for, and feeds their ends to the run as they come.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use futures::{FutureExt, StreamExt, stream::FuturesUnordered};
use serde_json::Value;

use super::{Driver, Journal, JournalError, Shift, commit, millis};
use crate::{
    run::{CallEnd, PlannedCall, Run},
    tool::{ToolContext, ToolError},
};

struct Ended {
    call_id: String,
    tool: String,
    end: CallEnd,
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
            commit(run, journal).await?;
            let mut ended = match shift.control.unless_stopped(running.next()).await {
                Ok(ended) => ended,
                Err(interruption) => {
                    // The tools are dropped before their end is recorded: nothing happens after it.
                    drop(running);
                    self.interrupt(run, interruption);
                    return Ok(());
                }
            };
            // Those that are ready together are stored together.
            while let Some(Ended {
                call_id,
                tool,
                end,
                took,
            }) = ended
            {
                let is_error = !matches!(end, CallEnd::Output(_));
                let is_fatal = matches!(end, CallEnd::Fatal(_));
                if is_fatal {
                    running = FuturesUnordered::new();
                }
                run.end_call(&self.agents, &call_id, end, millis(took));
                self.observer.tool_ended(run, &tool, took, is_error);
                if is_fatal {
                    return Ok(());
                }
                ended = running.next().now_or_never().flatten();
            }
        }
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
            let agent = self.agents.get(&call.agent);
            let tool = agent.and_then(|agent| {
                agent
                    .list_tools()
                    .iter()
                    .find(|tool| tool.definition().name == call.tool)
            });
            let end = match tool {
                Some(tool) => {
                    let limit = tool.own_timeout().unwrap_or(self.config.tool_timeout);
                    match tokio::time::timeout(limit, tool.call(context, call.arguments)).await {
                        Ok(Ok(value)) => CallEnd::Output(text_of(value)),
                        Ok(Err(ToolError::Message(text))) => CallEnd::Error(text),
                        Ok(Err(ToolError::Fatal(text))) => CallEnd::Fatal(text),
                        Err(_) => CallEnd::Error(format!(
                            "The tool took longer than {limit:?} and was stopped. It may have taken effect."
                        )),
                    }
                }
                // The agents changed between two lives of the run.
                None => CallEnd::Error(format!("There is no tool named {:?} any more.", call.tool)),
            };
            Ended {
                call_id: call.call_id,
                tool: call.tool,
                end,
                took: began.elapsed(),
            }
        }
    }
}

/// What the model reads: a string as it is, anything else as JSON.
fn text_of(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
