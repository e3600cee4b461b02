//! Runs inside a run: what becomes of a call whose tool is an agent.
//!
//! The nested run is part of the outer run's state, so that both are stored in one piece and one decision, one cancel
//! and one crash reach both. Of its events those surface that tell of what it does: calls, results, guardrails, and
//! what waits for approval. Its text does not, for it is no answer to the user but a result for the outer agent.

use std::time::Duration;

use serde_json::Value;

use super::{
    NewRun, PlannedCall, Run, add_by_agent, add_by_model,
    state::{Call, CallStatus, Ending, Phase, RunState, RunStatus},
    text,
};
use crate::{
    agent::Agents,
    driver::Entry,
    event::Event,
    item::Item,
    run::CallEnd,
    tool::{AgentAnswer, AgentWork, ToolError},
    trace::Work,
};

impl Run {
    /// The run that performs this call, where the call has started and its tool is an agent. Whoever drives it feeds
    /// what it has to store back by [`nested_moved`](Self::nested_moved), and its end by [`end_call`](Self::end_call).
    pub fn nested(&self, call_id: &str) -> Option<&Run> {
        let Phase::Calls(round) = &self.state.phase else {
            return None;
        };
        let mut calls = round.calls.iter();
        calls.find(|call| call.call_id == call_id)?.nested_goes_on()
    }

    /// Takes what a nested run has to store: it becomes part of this run, with what it used, and what is to be seen of
    /// it is shown. Ignored where the call is over.
    pub fn nested_moved<C: Clone + Send + Sync + 'static>(
        &mut self,
        agents: &Agents<C>,
        call_id: &str,
        entry: Entry<'_>,
    ) {
        let Some(nested) = self.call_mut(call_id).and_then(|call| call.nested.as_mut()) else {
            return;
        };
        let before = std::mem::replace(&mut nested.state, entry.run.clone());
        nested.transcript.extend_from_slice(entry.items);
        self.state_changed = true;
        self.use_up_nested(&before, entry.run);
        // What it did is over: the outer run's time is not before it.
        self.at(entry.run.trace.now());
        self.adopt_spans(entry.spans);
        // What waits is not shown before all waits; a run that is stopped in between closes what nobody has seen.
        let asked = |id: &str| {
            let mut events = entry.events.iter();
            events.any(
                |event| matches!(event, Event::ApprovalRequired { call_id, .. } if call_id == id),
            )
        };
        for event in entry.events {
            match event {
                Event::ToolResult { call_id, .. } if asked(call_id) => {}
                event => self.surface(event),
            }
        }
        self.settle(agents);
    }

    /// Makes a run for a call of an agent, where agents may be nested so deep.
    pub(super) fn nest(
        &self,
        work: &AgentWork,
        timeout: Option<Duration>,
        call_id: &str,
        arguments: &Value,
    ) -> Result<Box<Run>, String> {
        let state = &self.state;
        let Some(nesting) = state.budget.nesting.checked_sub(1) else {
            return Err(text::NESTED_TOO_DEEP.to_owned());
        };
        let mut budget = work.budget.clone();
        budget.nesting = budget.nesting.min(nesting);
        // A timeout that counts time at work only, as the budget does: nobody is hurried to decide.
        budget.wall_time = budget.wall_time.into_iter().chain(timeout).min();
        if let Some(tokens) = state.budget.tokens {
            let left = tokens.saturating_sub(state.usage.total_tokens());
            budget.tokens = Some(budget.tokens.map_or(left, |own| own.min(left)));
        }
        let mut run = Run::new(NewRun {
            run_id: state.run_id.clone(),
            session_id: state.session_id.clone(),
            task_id: state.task_id,
            agent: work.agent.clone(),
            input: vec![Item::UserMessage {
                text: work.input(arguments)?,
            }],
            budget,
        });
        run.state.performs = Some(call_id.to_owned());
        run.saved();
        Ok(Box::new(run))
    }

    /// What the ids of the run's calls are made from.
    pub(super) fn id_seed(&self) -> &str {
        let state = &self.state;
        state.performs.as_deref().unwrap_or(&state.run_id)
    }

    pub(super) fn is_paused(&self) -> bool {
        self.state.status() == RunStatus::Paused
    }

    /// The calls that wait for the user, here and in the runs inside, in call order.
    pub(super) fn waiting_calls(&self) -> Vec<PlannedCall> {
        let Phase::Calls(round) = &self.state.phase else {
            return Vec::new();
        };
        let mut waiting = Vec::new();
        for call in &round.calls {
            match &call.nested {
                _ if call.status == CallStatus::Waiting => waiting.push(self.planned(call)),
                Some(nested) if nested.is_paused() => waiting.extend(nested.waiting_calls()),
                Some(_) | None => {}
            }
        }
        waiting
    }

    /// Ends what is left of a nested run whose call is over. `shown` says whether its calls that wait were shown.
    pub(super) fn close_nested(&mut self, mut nested: Run, shown: bool) {
        let hidden = if shown {
            Vec::new()
        } else {
            nested.waiting_calls()
        };
        nested.at(self.state.trace.now());
        nested.cancel("the call is over");
        self.adopt_spans(nested.unsaved().spans);
        for event in nested.saved() {
            let is_hidden = matches!(&event, Event::ToolResult { call_id, .. }
                if hidden.iter().any(|call| call.call_id == *call_id));
            if !is_hidden {
                self.surface(&event);
            }
        }
    }

    /// Makes the runs inside a stored run ready to go on.
    pub(super) fn take_up_nested<C: Clone + Send + Sync + 'static>(&mut self, agents: &Agents<C>) {
        let Phase::Calls(round) = &mut self.state.phase else {
            return;
        };
        let now = self.state.trace.now();
        let (mut closed, mut spans) = (Vec::new(), Vec::new());
        for nested in round
            .calls
            .iter_mut()
            .filter_map(|call| call.nested.as_mut())
        {
            nested.at(now);
            nested.take_up(agents);
            spans.extend_from_slice(nested.unsaved().spans);
            closed.extend(nested.saved());
        }
        self.adopt_spans(&spans);
        for event in closed {
            self.surface(&event);
        }
        self.settle(agents);
    }

    /// What of a nested run's doings is shown: it bears the nested agent's name, and ids that no other call has.
    fn surface(&mut self, event: &Event) {
        match event {
            Event::ToolCall { .. } | Event::ToolResult { .. } | Event::Guardrail { .. } => {
                self.emit_untraced(event.clone());
            }
            // The outer call and its result tell of the beginning and the end; what waits is shown when all waits.
            Event::Start { .. }
            | Event::Token { .. }
            | Event::Handoff { .. }
            | Event::ApprovalRequired { .. }
            | Event::Paused { .. }
            | Event::Resumed { .. }
            | Event::Complete { .. }
            | Event::Error { .. }
            | Event::Cancelled { .. } => {}
        }
    }

    /// Counts what a nested run has used since it was last heard of.
    fn use_up_nested(&mut self, before: &RunState, after: &RunState) {
        let state = &mut self.state;
        state.usage += after.usage - before.usage;
        for now in &after.usage_by_agent {
            let mut known = before.usage_by_agent.iter();
            let then = known.find(|used| used.agent == now.agent);
            let then = then.map(|used| used.usage).unwrap_or_default();
            add_by_agent(&mut state.usage_by_agent, &now.agent, now.usage - then);
        }
        for now in &after.usage_by_model {
            let mut known = before.usage_by_model.iter();
            let then = known.find(|used| used.model == now.model);
            let then = then.map(|used| used.usage).unwrap_or_default();
            add_by_model(&mut state.usage_by_model, &now.model, now.usage - then);
        }
    }
}

impl RunState {
    /// Of a run that was stored: whatever was under way, nobody knows how it ended. Runs inside go on.
    pub(super) fn interrupt_work(&mut self) {
        let mut go_on = Vec::new();
        if let Phase::Calls(round) = &mut self.phase {
            for call in &mut round.calls {
                if let Some(nested) = &mut call.nested {
                    nested.state.interrupt_work();
                    go_on.push(call.call_id.as_str());
                }
            }
        }
        self.trace.interrupt_work(
            |work| matches!(work, Work::Tool { call_id, .. } if go_on.contains(&call_id.as_str())),
        );
    }
}

impl Call {
    /// The run that performs this call, where it has begun and does not wait for the user.
    pub(super) fn nested_goes_on(&self) -> Option<&Run> {
        let nested = self.nested.as_deref()?;
        (self.status == CallStatus::Started && !nested.is_paused()).then_some(nested)
    }

    /// Whether something is to be done for it, or is being done.
    pub(super) fn is_busy(&self) -> bool {
        match self.status {
            CallStatus::Planned => true,
            CallStatus::Started => !self.waits(),
            CallStatus::Waiting
            | CallStatus::Decided { .. }
            | CallStatus::Handoff
            | CallStatus::Done { .. } => false,
        }
    }

    /// Whether it, or something inside it, waits for the user.
    pub(super) fn waits(&self) -> bool {
        self.status == CallStatus::Waiting
            || self
                .nested
                .as_ref()
                .is_some_and(|nested| nested.is_paused())
    }

    /// The calls of the run inside, where that is paused.
    pub(super) fn nested_calls_mut(&mut self) -> Option<&mut [Call]> {
        let nested = self.nested.as_mut().filter(|nested| nested.is_paused())?;
        match &mut nested.state.phase {
            Phase::Calls(round) => Some(&mut round.calls),
            Phase::New | Phase::Model | Phase::Answer { .. } | Phase::Ended(_) => None,
        }
    }
}

/// What a nested run's end is to the agent that called it; `None` where it has not ended.
pub(crate) fn end_of(work: &AgentWork, nested: &Run) -> Option<CallEnd> {
    let agent = work.agent.as_str();
    Some(match nested.state.ending()? {
        Ending::Completed { response } => {
            let answer = AgentAnswer {
                agent: nested.state.agent(),
                response,
                items: nested.own_items(),
            };
            match work.result(answer) {
                Ok(text) => CallEnd::Output(text),
                Err(ToolError::Message(text)) => CallEnd::Error(text),
                Err(ToolError::Fatal(text)) => CallEnd::Fatal(text),
            }
        }
        Ending::Incomplete { bound, response } => {
            CallEnd::Error(text::agent_incomplete(agent, bound.as_str(), response))
        }
        Ending::Failed { message, .. } => CallEnd::Error(text::agent_failed(agent, message)),
        Ending::Cancelled { .. } => CallEnd::Error(text::INTERRUPTED.to_owned()),
    })
}
