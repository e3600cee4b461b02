//! The run's trace: spans begin and end with what the run decides, at the times that it is told.

use chrono::{DateTime, Utc};

use super::{Answer, Ending, Run};
use crate::{
    event::Event,
    trace::{Span, SpanContext, SpanStatus, Work},
};

impl Run {
    /// Tells the run the time, which what begins and ends from here on bears in the [trace](crate::trace). Time never
    /// goes back. A run that is never told it is as good as any other, but for its trace.
    pub fn at(&mut self, now: DateTime<Utc>) {
        self.state.trace.at(now);
    }

    /// Puts a run that has not begun inside of an outer run's span: its trace is part of the outer run's.
    #[must_use]
    pub fn within(mut self, outer: Option<SpanContext>) -> Self {
        self.state.trace.parent = outer;
        self
    }

    /// The span of a tool call that is being performed.
    pub fn tool_span(&self, call_id: &str) -> Option<SpanContext> {
        let is_it =
            |span: &&Span| matches!(&span.work, Work::Tool { call_id: id, .. } if id == call_id);
        let span = self.state.trace.all().iter().find(is_it)?;
        Some(SpanContext {
            trace_id: self.state.trace_id(),
            span_id: span.id,
        })
    }

    /// Takes the ended spans of a run inside this one: they are stored with this one's.
    pub fn adopt_spans(&mut self, spans: &[Span]) {
        self.spans.extend_from_slice(spans);
    }

    /// Notes that a model is being called, for the `attempt`th time in this turn, the first being 1. May be told before,
    /// so that it is stored with what led to it: told again, it begins again.
    pub fn attempt_begins(&mut self, model: &str, attempt: u32) {
        model.clone_into(&mut self.asked);
        self.begin_turn();
        let now = self.state.trace.now();
        let is_it = |work: &Work| matches!(work, Work::ModelCall { attempt: known, .. } if *known == attempt);
        if let Some(span) = self.state.trace.find(is_it) {
            span.started_at = span.started_at.max(now);
            if let Work::ModelCall { model: told, .. } = &mut span.work {
                model.clone_into(told);
            }
            return;
        }
        let work = Work::ModelCall {
            agent: self.state.agent.clone(),
            model: model.to_owned(),
            attempt,
            input_tokens: None,
            output_tokens: None,
            first_output_ms: None,
        };
        self.begin_span(work);
    }

    /// Notes that a guardrail is at work.
    pub fn guardrail_begins(&mut self, name: &str) {
        self.begin_turn();
        self.begin_span(Work::Guardrail {
            guardrail: name.to_owned(),
            outcome: None,
        });
    }

    /// Notes that the first piece of the answer has come.
    pub(super) fn first_output(&mut self) {
        let now = self.state.trace.now();
        let Some(span) = self.state.trace.find(is_model_call) else {
            return;
        };
        let took = (now - span.started_at).num_milliseconds();
        if let Work::ModelCall {
            first_output_ms, ..
        } = &mut span.work
        {
            first_output_ms.get_or_insert(u64::try_from(took).unwrap_or(0));
        }
    }

    /// The model call was answered.
    pub(super) fn model_answered(&mut self, answer: &Answer) {
        if let Some(Span {
            work:
                Work::ModelCall {
                    input_tokens,
                    output_tokens,
                    ..
                },
            ..
        }) = self.state.trace.find(is_model_call)
        {
            *input_tokens = answer.usage.map(|usage| usage.input_tokens);
            *output_tokens = answer.usage.map(|usage| usage.output_tokens);
        }
        self.end_span(is_model_call, SpanStatus::Ok, None);
    }

    /// The model call came to nothing.
    pub(super) fn model_failed(&mut self, error_code: &str) {
        self.end_span(is_model_call, SpanStatus::Error, Some(error_code));
    }

    /// The model call is not waited for any longer.
    pub(super) fn model_broken_off(&mut self) {
        self.end_span(is_model_call, SpanStatus::Interrupted, None);
    }

    /// A started call's end was not seen, or not waited for.
    pub(super) fn tool_broken_off(&mut self, call_id: &str) {
        self.end_span(is_call(call_id), SpanStatus::Interrupted, None);
    }

    /// What the model's answer led to is done.
    pub(super) fn turn_is_over(&mut self) {
        let is_turn = |work: &Work| matches!(work, Work::Turn { .. });
        self.end_span(is_turn, SpanStatus::Ok, None);
    }

    /// Ends what was broken off by the end of the process that was at work on the run.
    pub(super) fn end_interrupted_spans(&mut self) {
        let before = self.spans.len();
        self.state.trace.end_interrupted(&mut self.spans);
        self.state_changed |= self.spans.len() > before;
    }

    /// The run has ended like this.
    pub(super) fn end_spans(&mut self, ending: &Ending) {
        let (status, code) = match ending {
            Ending::Completed { .. } | Ending::Incomplete { .. } => (SpanStatus::Ok, None),
            Ending::Failed { error_code, .. } if error_code == "interrupted" => {
                (SpanStatus::Interrupted, None)
            }
            Ending::Failed { error_code, .. } => (SpanStatus::Error, Some(error_code.as_str())),
            Ending::Cancelled { .. } => (SpanStatus::Cancelled, None),
        };
        self.state.trace.end_all(status, code, &mut self.spans);
    }

    /// Takes from an event what it says of the run's spans.
    pub(super) fn trace_event(&mut self, event: &Event) {
        match event {
            Event::Start { agent, .. } => {
                let work = Work::Run {
                    agent: agent.clone(),
                    session_id: self.state.session_id.clone(),
                    task_id: self.state.task_id,
                };
                self.begin_span(work);
                self.begin_turn();
            }
            Event::ToolCall {
                call_id,
                agent,
                tool,
                ..
            } => self.begin_span(Work::Tool {
                agent: agent.clone(),
                tool: tool.clone(),
                call_id: call_id.clone(),
            }),
            Event::ToolResult {
                call_id, is_error, ..
            } => {
                let status = if *is_error {
                    SpanStatus::Error
                } else {
                    SpanStatus::Ok
                };
                self.end_span(is_call(call_id), status, None);
            }
            Event::Handoff { from, to, .. } => {
                let work = Work::Handoff {
                    from: from.clone(),
                    to: to.clone(),
                };
                self.instant_span(work, SpanStatus::Ok);
            }
            Event::Guardrail { name, outcome } => self.guardrail_span(name, outcome),
            Event::Token { .. }
            | Event::ApprovalRequired { .. }
            | Event::Paused { .. }
            | Event::Resumed { .. }
            // The end comes with the run's own ending.
            | Event::Complete { .. }
            | Event::Error { .. }
            | Event::Cancelled { .. } => {}
        }
    }

    /// A guardrail has spoken. One that stands beside a tool is told of only then.
    fn guardrail_span(&mut self, name: &str, said: &str) {
        let status = if said == "failed" {
            SpanStatus::Error
        } else {
            SpanStatus::Ok
        };
        let is_it =
            |work: &Work| matches!(work, Work::Guardrail { guardrail, .. } if guardrail == name);
        if let Some(Span {
            work: Work::Guardrail { outcome, .. },
            ..
        }) = self.state.trace.find(is_it)
        {
            *outcome = Some(said.to_owned());
            self.end_span(is_it, status, None);
        } else {
            let work = Work::Guardrail {
                guardrail: name.to_owned(),
                outcome: Some(said.to_owned()),
            };
            self.instant_span(work, status);
        }
    }

    fn begin_turn(&mut self) {
        let is_turn = |work: &Work| matches!(work, Work::Turn { .. });
        if self.state.trace.find(is_turn).is_none() {
            self.begin_span(Work::Turn {
                agent: self.state.agent.clone(),
                turn: self.state.spent.turns + 1,
            });
        }
    }

    fn begin_span(&mut self, work: Work) {
        self.state.trace.begin(&self.state.run_id, work);
        self.state_changed = true;
    }

    fn instant_span(&mut self, work: Work, status: SpanStatus) {
        let span = self.state.trace.instant(&self.state.run_id, work, status);
        self.spans.push(span);
        self.state_changed = true;
    }

    fn end_span(
        &mut self,
        wanted: impl Fn(&Work) -> bool,
        status: SpanStatus,
        error_code: Option<&str>,
    ) {
        let ended = self.state.trace.end(wanted, status, error_code);
        self.state_changed |= ended.is_some();
        self.spans.extend(ended);
    }
}

fn is_model_call(work: &Work) -> bool {
    matches!(work, Work::ModelCall { .. })
}

fn is_call(wanted: &str) -> impl Fn(&Work) -> bool {
    move |work| matches!(work, Work::Tool { call_id, .. } if call_id == wanted)
}
