//! A run as spans of time, gathered while it runs and stored with its events.
//!
//! Spans are known when they end; a turn, which holds the others, is opened by the first of them.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use taskmanager_agent::{
    driver::Observer, event::Event, model::ModelError, run::Run, usage::Usage,
};

use super::live::lock;
use crate::{app::Clock, store::runs::SpanRecord};

/// The number of the span of the run itself.
pub(super) const ROOT: u64 = 1;

/// The spans of a run, as far as they are not stored.
#[derive(Clone, Debug)]
pub(super) struct Trace {
    last_span: u64,
    turn: Option<OpenTurn>,
    ended: Vec<SpanRecord>,
}

/// The turn that the run is in.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct OpenTurn {
    pub(super) seq: u64,
    pub(super) agent: String,
    pub(super) number: u64,
    pub(super) started_at: DateTime<Utc>,
    /// Whether its model call was answered: the next call is of another turn.
    is_answered: bool,
}

impl Default for Trace {
    fn default() -> Self {
        Self::after(ROOT)
    }
}

impl Trace {
    /// The trace of a run whose stored spans end with this number.
    pub(super) fn after(last_span: u64) -> Self {
        Self {
            last_span: last_span.max(ROOT),
            turn: None,
            ended: Vec::new(),
        }
    }

    /// The spans that have ended since they were last taken.
    pub(super) fn take_ended(&mut self) -> Vec<SpanRecord> {
        std::mem::take(&mut self.ended)
    }

    /// Puts spans back that could not be stored.
    pub(super) fn put_back(&mut self, mut spans: Vec<SpanRecord>) {
        spans.append(&mut self.ended);
        self.ended = spans;
    }

    /// The spans that have ended but are not stored, and the turn that goes on.
    pub(super) fn unstored(&self) -> (Vec<SpanRecord>, Option<OpenTurn>) {
        (self.ended.clone(), self.turn.clone())
    }

    /// Notes a call of the model.
    fn model_call(&mut self, run: &Run, span: Span<'_>, is_answered: bool) {
        if self.turn.as_ref().is_none_or(|turn| turn.is_answered) {
            let started_at = self.not_before_the_turn(span.started_at());
            self.end_turn(started_at);
            let seq = self.next();
            self.turn = Some(OpenTurn {
                seq,
                agent: run.state().agent().to_owned(),
                // Counted over pauses too; the run counts a turn when it has read the answer.
                number: u64::from(run.state().spent().turns) + 1,
                started_at,
                is_answered,
            });
        } else if let Some(turn) = &mut self.turn {
            turn.is_answered = is_answered;
        }
        self.add(span);
    }

    /// Notes what the events say that no observer tells.
    pub(super) fn note(&mut self, event: &Event, now: DateTime<Utc>) {
        let span = |kind, name, attributes| Span {
            kind,
            name,
            attributes,
            ended_at: now,
            took: Duration::ZERO,
        };
        match event {
            Event::Handoff { from, to, reason } => {
                let attributes = json!({"from": from, "to": to, "reason": reason});
                self.add(span("handoff", to, attributes));
            }
            Event::Guardrail { name, outcome } => {
                self.add(span("guardrail", name, json!({"outcome": outcome})));
            }
            Event::Paused { .. }
            | Event::Complete { .. }
            | Event::Error { .. }
            | Event::Cancelled { .. } => self.end_turn(now),
            Event::Start { .. }
            | Event::Token { .. }
            | Event::ToolCall { .. }
            | Event::ToolResult { .. }
            | Event::ApprovalRequired { .. }
            | Event::Resumed { .. } => {}
        }
    }

    fn add(&mut self, span: Span<'_>) {
        let seq = self.next();
        self.ended.push(SpanRecord {
            seq,
            parent_seq: self.turn.as_ref().map_or(ROOT, |turn| turn.seq),
            kind: span.kind.into(),
            name: span.name.to_owned(),
            started_at: self.not_before_the_turn(span.started_at()),
            ended_at: span.ended_at,
            attributes: span.attributes,
        });
    }

    /// The clock counts milliseconds, durations are exact: their difference may lie a little before the turn's start.
    fn not_before_the_turn(&self, time: DateTime<Utc>) -> DateTime<Utc> {
        self.turn
            .as_ref()
            .map_or(time, |turn| time.max(turn.started_at))
    }

    fn end_turn(&mut self, ended_at: DateTime<Utc>) {
        if let Some(turn) = self.turn.take() {
            self.ended.push(SpanRecord {
                seq: turn.seq,
                parent_seq: ROOT,
                kind: "turn".into(),
                name: turn.agent,
                attributes: json!({"turn": turn.number}),
                started_at: turn.started_at,
                ended_at,
            });
        }
    }

    fn next(&mut self) -> u64 {
        self.last_span += 1;
        self.last_span
    }
}

/// A span that has just ended.
struct Span<'a> {
    kind: &'static str,
    name: &'a str,
    attributes: Value,
    ended_at: DateTime<Utc>,
    took: Duration,
}

impl Span<'_> {
    fn started_at(&self) -> DateTime<Utc> {
        let took = TimeDelta::from_std(self.took).unwrap_or(TimeDelta::MAX);
        self.ended_at
            .checked_sub_signed(took)
            .unwrap_or(self.ended_at)
    }
}

/// Writes down what a driver does with one run.
pub(super) struct Tracer {
    pub(super) trace: Arc<Mutex<Trace>>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) model: String,
    pub(super) log: slog::Logger,
}

impl Observer for Tracer {
    fn model_failed(
        &self,
        run: &Run,
        attempt: u32,
        error: &ModelError,
        took: Duration,
        retry_in: Option<Duration>,
    ) {
        slog::warn!(self.log, "model call failed"; "attempt" => attempt, "error" => %error,
            "retry_in_ms" => retry_in.map(|wait| wait.as_millis()));
        let span = Span {
            kind: "model_call",
            name: &self.model,
            attributes: json!({"attempt": attempt, "error_code": error.code()}),
            ended_at: self.clock.now(),
            took,
        };
        lock(&self.trace).model_call(run, span, false);
    }

    fn model_answered(&self, run: &Run, took: Duration, usage: Option<Usage>) {
        let usage = usage.unwrap_or_default();
        let span = Span {
            kind: "model_call",
            name: &self.model,
            attributes: json!({"input_tokens": usage.input_tokens, "output_tokens": usage.output_tokens}),
            ended_at: self.clock.now(),
            took,
        };
        lock(&self.trace).model_call(run, span, true);
    }

    fn tool_ended(&self, _run: &Run, tool: &str, took: Duration, is_error: bool) {
        let span = Span {
            kind: "tool",
            name: tool,
            attributes: json!({"is_error": is_error}),
            ended_at: self.clock.now(),
            took,
        };
        lock(&self.trace).add(span);
    }
}
