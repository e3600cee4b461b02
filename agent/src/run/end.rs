//! How a run ends: once, with every call closed and nothing after it.

use std::time::Duration;

use super::{
    Answer, CallEnd, Run, RunStatus,
    state::{Call, CallStatus, Ending, Phase},
    text,
};
use crate::{
    agent::Agents,
    budget::Bound,
    event::{CompleteStatus, Event},
    item::Item,
    model::ModelError,
};

impl Run {
    /// Ends the run because of a fault. Calls that were started are closed as interrupted. A run that is over stays as
    /// it is.
    pub fn fail(&mut self, error_code: &str, message: &str) {
        self.fail_until(error_code, message, None);
    }

    /// Ends the run because its model failed; otherwise as [`fail`](Self::fail).
    pub(crate) fn fail_by_model(&mut self, error: &ModelError) {
        let seconds = |wait: Duration| {
            let whole = wait.as_secs() + u64::from(wait.subsec_nanos() > 0);
            u32::try_from(whole).unwrap_or(u32::MAX)
        };
        let retry_after = error.retry_after().map(seconds);
        self.fail_until(error.code(), &error.user_message(), retry_after);
    }

    fn fail_until(&mut self, error_code: &str, message: &str, retry_after: Option<u32>) {
        if self.state.ending().is_some() {
            return;
        }
        self.close_open_calls();
        self.emit(Event::Error {
            error_code: error_code.to_owned(),
            message: message.to_owned(),
            retry_after,
        });
        self.end(Ending::Failed {
            error_code: error_code.to_owned(),
            message: message.to_owned(),
        });
    }

    /// Ends the run because somebody wants it so; `reason` is for example `cancelled`, `interrupted` or `shutdown`.
    /// What the model had said until then is kept. A run that has not begun leaves nothing in its session, where another
    /// may be at work. Returns false where the run was over already.
    pub fn cancel(&mut self, reason: &str) -> bool {
        if self.state.ending().is_some() {
            return false;
        }
        self.keep_partial_answer();
        self.close_open_calls();
        self.emit(Event::Cancelled {
            reason: reason.to_owned(),
        });
        self.end(Ending::Cancelled {
            reason: reason.to_owned(),
        });
        true
    }

    /// Ends a stored run that was going when its process died, as an error `interrupted`. Returns false where the run
    /// was not going: paused and queued runs live on, and those that are over stay as they are.
    pub fn abandon(&mut self) -> bool {
        let going = self.state.status() == RunStatus::Running;
        if going {
            self.fail(
                "interrupted",
                "The service was stopped in the middle of this. What was done until then is kept; ask again to go on.",
            );
        }
        going
    }

    /// Makes a stored run that was going when its process died ready to go on: calls that were started and whose end
    /// nobody knows are closed as interrupted, and the model is told, so that no tool runs twice unasked.
    pub fn take_up<C: Clone + Send + Sync + 'static>(&mut self, agents: &Agents<C>) {
        self.end_interrupted_spans();
        let Phase::Calls(round) = &self.state.phase else {
            return;
        };
        let lost = |call: &&Call| call.status == CallStatus::Started && call.nested.is_none();
        let lost: Vec<String> = round
            .calls
            .iter()
            .filter(lost)
            .map(|call| call.call_id.clone())
            .collect();
        for call_id in lost {
            let end = CallEnd::Error(text::INTERRUPTED.to_owned());
            self.end_call(agents, &call_id, end, 0);
        }
        self.take_up_nested(agents);
    }

    /// Ends the run at a bound of its budget, with what was reached. A run that is over stays as it is.
    pub fn stop_at(&mut self, bound: Bound) {
        self.stop_with(bound, None);
    }

    /// Ends the run at a bound of its budget, with this answer. A run that is over stays as it is.
    pub fn stop_with(&mut self, bound: Bound, answer: Option<String>) {
        if self.state.ending().is_some() {
            return;
        }
        self.keep_partial_answer();
        self.close_open_calls();
        let reached = text::last_message(self.own_items()).filter(|_| answer.is_none());
        let response = match reached {
            Some(reached) => reached.to_owned(),
            None => {
                let answer = answer.unwrap_or_else(|| bound.apology().to_owned());
                self.say(answer.clone());
                answer
            }
        };
        self.emit_complete(CompleteStatus::Incomplete, Some(bound), &response);
        self.end(Ending::Incomplete { bound, response });
    }

    pub(super) fn refuse(&mut self, refusal: &str) {
        self.fail(
            "model_refused",
            &format!("The model refused to answer: {refusal}"),
        );
    }

    pub(super) fn complete(&mut self, response: String) {
        self.emit_complete(CompleteStatus::Completed, None, &response);
        self.end(Ending::Completed { response });
    }

    /// Says something that no model said, so that those who read only the text miss nothing.
    pub(super) fn say(&mut self, text: String) {
        let agent = self.state.agent.clone();
        self.add(Item::AssistantMessage {
            agent: agent.clone(),
            text: text.clone(),
        });
        if !text.is_empty() {
            self.emit(Event::Token { text, agent });
        }
    }

    fn emit_complete(&mut self, status: CompleteStatus, bound: Option<Bound>, response: &str) {
        self.emit(Event::Complete {
            status,
            reason: bound.map(|bound| bound.as_str().to_owned()),
            final_agent: self.state.agent.clone(),
            response: response.to_owned(),
            handoff_chain: self.state.handoff_chain.clone(),
            usage: self.state.usage,
        });
    }

    fn end(&mut self, ending: Ending) {
        self.end_spans(&ending);
        self.answer = Answer::default();
        self.state.view = None;
        self.state.input.clear();
        self.state.phase = Phase::Ended(ending);
        self.state_changed = true;
    }

    fn keep_partial_answer(&mut self) {
        for text in std::mem::take(&mut self.answer.messages) {
            let agent = self.state.agent.clone();
            self.add(Item::AssistantMessage { agent, text });
        }
    }

    /// Invariant of every transcript: no call without exactly one result. Calls that were opened for those who watch
    /// (started, or shown for approval) are closed for them too.
    fn close_open_calls(&mut self) {
        let Phase::Calls(round) = &mut self.state.phase else {
            return;
        };
        let shown = round.paused;
        for mut call in std::mem::take(&mut round.calls) {
            if let Some(nested) = call.nested.take() {
                self.close_nested(*nested, shown);
            }
            let (output, is_error, opened) = match call.status {
                CallStatus::Done { output, is_error } => (output, is_error, false),
                CallStatus::Started => (text::INTERRUPTED.to_owned(), true, true),
                CallStatus::Waiting | CallStatus::Decided { .. } => {
                    (text::NOT_STARTED.to_owned(), true, shown)
                }
                CallStatus::Planned | CallStatus::Handoff => {
                    (text::NOT_STARTED.to_owned(), true, false)
                }
            };
            if opened {
                self.tool_broken_off(&call.call_id);
                self.emit(Event::ToolResult {
                    call_id: call.call_id.clone(),
                    tool: call.tool,
                    result: output.clone(),
                    is_error,
                    duration_ms: 0,
                });
            }
            self.add(Item::ToolResult {
                call_id: call.call_id,
                output,
                is_error,
            });
        }
    }
}
