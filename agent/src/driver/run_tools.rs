//! Runs the tools that a model asked for, and feeds their ends to the run as they come.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use futures::{FutureExt, StreamExt, stream::FuturesUnordered};
use serde_json::Value;
use tokio::{sync::mpsc, time::timeout};

use super::{
    Driven, Driver, Journal, JournalError, RunControl, Shift, When, millis,
    nested::{Nested, News, Relay, Report},
};
use crate::{
    agent::Agent,
    guardrail::{GuardrailOutcome, ToolVerdict},
    run::{CallEnd, Ending, PlannedCall, Run, RunStatus, end_of},
    tool::{Tool, ToolContext, ToolError},
};

/// What became of a call's future.
struct Performed {
    call_id: String,
    tool: String,
    /// `None` where a nested run is not at its end.
    end: Option<CallEnd>,
    guardrails: Vec<(String, GuardrailOutcome)>,
    took: Duration,
}

/// What is heard while calls are performed.
enum Heard {
    Performed(Performed),
    Report(Report),
}

/// Calls at work, and what runs among them report.
struct AtWork<F> {
    running: FuturesUnordered<F>,
    /// None before the first run inside begins: most rounds have none.
    inbox: Option<mpsc::UnboundedReceiver<Report>>,
}

impl<F: Future<Output = Performed>> AtWork<F> {
    /// The next to be heard; there must be one at work.
    async fn next(&mut self) -> Heard {
        let report = async {
            match &mut self.inbox {
                Some(inbox) => inbox.recv().await,
                None => None,
            }
        };
        tokio::select! {
            biased;
            Some(report) = report => Heard::Report(report),
            Some(performed) = self.running.next() => Heard::Performed(performed),
        }
    }

    /// What is to be heard without waiting.
    fn ready(&mut self) -> Option<Heard> {
        // Those at work are asked first: what they report becomes ready by that.
        let performed = self.running.next().now_or_never().flatten();
        performed.map(Heard::Performed).or_else(|| {
            let report = self.inbox.as_mut()?.try_recv().ok()?;
            Some(Heard::Report(report))
        })
    }
}

impl<C: Clone + Send + Sync + 'static> Driver<C> {
    /// Runs calls at once, as many as the settings allow. Each is on record before it starts. Afterwards the run has
    /// decided what follows, or is over; after one step, calls of nested runs may be left.
    pub(super) async fn run_tools(
        &self,
        run: &mut Run,
        app: &C,
        journal: &mut dyn Journal,
        shift: &mut Shift<'_>,
        calls: Vec<PlannedCall>,
    ) -> Result<(), JournalError> {
        let mut waiting = VecDeque::from(calls);
        let mut reports = None;
        let inward = shift.control.inward();
        let mut at_work = AtWork {
            running: FuturesUnordered::new(),
            inbox: None,
        };
        let mut stored = Vec::new();
        // Runs inside that have done their one step, and go on in the next: they count as being at work.
        let mut half_way = 0;
        loop {
            run.at(journal.now());
            while at_work.running.len() + half_way < self.config.concurrent_tools.max(1)
                && let Some(call) = waiting.pop_front()
            {
                let starts = run.start_call(&call.call_id);
                let nested = run.nested(&call.call_id).cloned();
                if starts || nested.is_some() {
                    if nested.is_some() && reports.is_none() {
                        let (sender, inbox) = mpsc::unbounded_channel();
                        (reports, at_work.inbox) = (Some(sender), Some(inbox));
                    }
                    let nested = nested.zip(reports.clone()).map(|(nested, reports)| Nested {
                        run: nested,
                        relay: Relay {
                            call_id: call.call_id.clone(),
                            reports,
                            clock: (journal.now(), Instant::now()),
                        },
                        control: inward.clone(),
                        is_one_step: shift.is_one_step,
                    });
                    at_work.running.push(self.perform(run, app, call, nested));
                }
            }
            if at_work.running.is_empty() {
                return Ok(());
            }
            self.commit(run, journal).await?;
            stored.drain(..).for_each(Report::acknowledge);
            let mut heard = match shift.control.unless_stopped(at_work.next()).await {
                Ok(heard) => Some(heard),
                Err(interruption) => {
                    run.at(journal.now());
                    // What is done by now is done, and on record as such.
                    self.call_in(run, &mut at_work, &inward);
                    // The tools are dropped before their end is recorded: nothing happens after it.
                    drop(at_work);
                    self.interrupt(run, interruption);
                    return Ok(());
                }
            };
            // Those that are ready together are stored together.
            run.at(journal.now());
            while let Some(one) = heard {
                match one {
                    Heard::Report(report) => {
                        self.take(run, &report);
                        stored.push(report);
                    }
                    Heard::Performed(performed) => {
                        if performed.is_fatal() {
                            self.call_in(run, &mut at_work, &inward);
                        }
                        let call_id = performed.call_id.clone();
                        self.record(run, performed);
                        half_way += usize::from(run.nested(&call_id).is_some());
                    }
                }
                if run.state().ending().is_some() {
                    // The others are dropped, and are on record as interrupted.
                    return Ok(());
                }
                heard = at_work.ready();
            }
        }
    }

    /// Stops the runs inside at once, and takes what is to be heard of them and of calls that are done by now. What they
    /// used is counted then.
    fn call_in<F: Future<Output = Performed>>(
        &self,
        run: &mut Run,
        at_work: &mut AtWork<F>,
        inward: &RunControl,
    ) {
        inward.cancel(When::Now, "the outer run ends");
        while let Some(heard) = at_work.ready() {
            match heard {
                Heard::Report(report) => {
                    self.take(run, &report);
                    report.acknowledge();
                }
                Heard::Performed(performed) => {
                    let nested = run.nested(&performed.call_id);
                    let ending = nested.and_then(|nested| nested.state().ending());
                    // The outer run's own end closes its call.
                    if !matches!(ending, Some(Ending::Cancelled { .. })) {
                        self.record(run, performed);
                    }
                }
            }
        }
    }

    /// Takes what a nested run reports.
    fn take(&self, run: &mut Run, report: &Report) {
        match &report.news {
            News::Moved(moved) => run.nested_moved(&self.agents, &report.call_id, moved.entry()),
            News::MayBegin(guardrails) => {
                for (name, outcome) in guardrails {
                    run.guardrail_spoke(name, outcome);
                }
            }
        }
    }

    fn record(&self, run: &mut Run, performed: Performed) {
        let Some(end) = performed.end else { return };
        let is_error = !matches!(end, CallEnd::Output(_));
        for (name, outcome) in &performed.guardrails {
            run.guardrail_spoke(name, outcome);
        }
        let took_ms = millis(performed.took);
        run.end_call(&self.agents, &performed.call_id, end, took_ms);
        self.observer
            .tool_ended(run, &performed.tool, performed.took, is_error);
    }

    /// One call, with its time limit.
    fn perform(
        &self,
        run: &Run,
        app: &C,
        call: PlannedCall,
        nested: Option<Nested>,
    ) -> impl Future<Output = Performed> + use<'_, C> {
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
            let (end, took) = match (agent, tool, nested) {
                (Some(agent), Some(tool), None) => {
                    let arguments = call.arguments;
                    let end = self
                        .call_guarded(agent, tool, context, arguments, &mut guardrails)
                        .await;
                    (Some(end), began.elapsed())
                }
                (Some(agent), Some(tool), Some(nested)) => {
                    let arguments = call.arguments;
                    self.nest_guarded(agent, tool, nested, context, arguments, &mut guardrails)
                        .await
                }
                // The agents changed between two lives of the run.
                _ => {
                    let text = format!("There is no tool named {:?} any more.", call.tool);
                    (Some(CallEnd::Error(text)), began.elapsed())
                }
            };
            Performed {
                call_id: call.call_id,
                tool: call.tool,
                end,
                guardrails,
                took,
            }
        }
    }

    /// An agent between the guardrails of its call.
    async fn nest_guarded(
        &self,
        agent: &Agent<C>,
        tool: &Tool<C>,
        mut nested: Nested,
        context: ToolContext<C>,
        arguments: Value,
        outcomes: &mut Vec<(String, GuardrailOutcome)>,
    ) -> (Option<CallEnd>, Duration) {
        if nested.run.state().status() == RunStatus::Queued {
            if let Some(end) = before(agent, &context, &arguments, outcomes).await {
                return (Some(end), Duration::ZERO);
            }
            if !outcomes.is_empty()
                && nested
                    .relay
                    .tell(News::MayBegin(std::mem::take(outcomes)))
                    .await
                    .is_err()
            {
                return (None, Duration::ZERO);
            }
        }
        let Nested {
            run,
            relay,
            control,
            is_one_step,
        } = &mut nested;
        let driven = self
            .drive_nested(run, &context.app, relay, control, *is_one_step)
            .await;
        let end = match driven.driven {
            Some(Driven::Ended(_)) => tool.agent().and_then(|work| end_of(work, run)),
            Some(Driven::Paused) | None => None,
        };
        let end = match end {
            Some(CallEnd::Output(text)) => {
                let stopped = after(agent, &context, &text, outcomes).await;
                Some(stopped.unwrap_or(CallEnd::Output(text)))
            }
            other => other,
        };
        (end, driven.took)
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
        if let Some(end) = before(agent, &context, &arguments, outcomes).await {
            return end;
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
        let stopped = after(agent, &context, &text, outcomes).await;
        stopped.unwrap_or(CallEnd::Output(text))
    }
}

impl Performed {
    /// Whether the run ends with it.
    fn is_fatal(&self) -> bool {
        match self.end {
            Some(CallEnd::Fatal(_) | CallEnd::Stopped(_)) => true,
            Some(CallEnd::Output(_) | CallEnd::Error(_)) | None => false,
        }
    }
}

/// Asks the guardrails that see the arguments; how the call ends, where one stops it.
async fn before<C: Clone + Send + Sync + 'static>(
    agent: &Agent<C>,
    context: &ToolContext<C>,
    arguments: &Value,
    outcomes: &mut Vec<(String, GuardrailOutcome)>,
) -> Option<CallEnd> {
    for guardrail in agent.tool_guardrails() {
        let verdict = guardrail
            .check_before(context.clone(), arguments.clone())
            .await;
        if let Some(end) = note(outcomes, &guardrail.name, verdict) {
            return Some(end);
        }
    }
    None
}

/// Asks the guardrails that see the result; how the call ends, where one stops it.
async fn after<C: Clone + Send + Sync + 'static>(
    agent: &Agent<C>,
    context: &ToolContext<C>,
    text: &str,
    outcomes: &mut Vec<(String, GuardrailOutcome)>,
) -> Option<CallEnd> {
    for guardrail in agent.tool_guardrails() {
        let verdict = guardrail
            .check_after(context.clone(), text.to_owned())
            .await;
        if let Some(end) = note(outcomes, &guardrail.name, verdict) {
            return Some(end);
        }
    }
    None
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
