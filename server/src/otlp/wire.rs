//! Spans in OTLP's words, with the names of OpenTelemetry's semantic conventions for generative AI (`gen_ai.*`) where
//! they have one, and `taskmanager.*` where they don't.
//!
//! No text leaves here: names of agents, models and tools, ids, counts and codes, nothing that a user, a model or a tool
//! has said.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use opentelemetry_proto::tonic::{
    common::v1::{AnyValue, InstrumentationScope, KeyValue, any_value::Value},
    resource::v1::Resource,
    trace::v1::{ResourceSpans, ScopeSpans, Span, Status, span::SpanKind, status::StatusCode},
};
use taskmanager_agent::trace::{SpanStatus, Work};

use super::Ended;
use crate::config::OFFLINE_MODEL;

/// What the spans come from.
pub(super) fn resource_spans(service_name: &str, spans: Vec<Span>) -> ResourceSpans {
    ResourceSpans {
        resource: Some(Resource {
            attributes: vec![
                text("service.name", service_name),
                text("service.version", env!("CARGO_PKG_VERSION")),
            ],
            ..Resource::default()
        }),
        scope_spans: vec![ScopeSpans {
            scope: Some(InstrumentationScope {
                name: "taskmanager-agent".to_owned(),
                version: env!("CARGO_PKG_VERSION").to_owned(),
                ..InstrumentationScope::default()
            }),
            spans,
            ..ScopeSpans::default()
        }],
        ..ResourceSpans::default()
    }
}

/// The spans of an entry.
pub(super) fn spans(ended: Ended, tools: &HashSet<String>) -> impl Iterator<Item = Span> {
    let trace_id = ended.trace_id.to_bytes().to_vec();
    ended.spans.into_iter().map(move |span| {
        let (name, kind, mut attributes) = words(&span.work, &ended.run_id, tools);
        let status = match span.status {
            SpanStatus::Open | SpanStatus::Ok => None,
            SpanStatus::Error => Some(span.error_code.as_deref().unwrap_or("_OTHER")),
            SpanStatus::Cancelled => Some("cancelled"),
            SpanStatus::Interrupted => Some("interrupted"),
        };
        attributes.extend(status.map(|error| text("error.type", error)));
        Span {
            trace_id: trace_id.clone(),
            span_id: span.id.to_bytes().to_vec(),
            parent_span_id: span
                .parent
                .map_or_else(Vec::new, |parent| parent.to_bytes().to_vec()),
            name,
            kind: kind.into(),
            start_time_unix_nano: nanos(span.started_at),
            end_time_unix_nano: nanos(span.ended_at.unwrap_or(span.started_at)),
            attributes,
            status: status.map(|error| Status {
                message: error.to_owned(),
                code: StatusCode::Error.into(),
            }),
            ..Span::default()
        }
    })
}

/// A span's name, kind and attributes.
fn words(work: &Work, run_id: &str, tools: &HashSet<String>) -> (String, SpanKind, Vec<KeyValue>) {
    match work {
        Work::Run {
            agent,
            session_id,
            task_id,
        } => {
            let mut attributes = vec![
                text("gen_ai.operation.name", "invoke_agent"),
                text("gen_ai.agent.name", agent),
                text("gen_ai.conversation.id", session_id),
                text("taskmanager.run.id", run_id),
            ];
            attributes.extend(task_id.map(|id| number("taskmanager.task.id", id)));
            (
                format!("invoke_agent {agent}"),
                SpanKind::Internal,
                attributes,
            )
        }
        Work::Turn { agent, turn } => (
            format!("turn {turn}"),
            SpanKind::Internal,
            vec![
                text("gen_ai.agent.name", agent),
                number("taskmanager.turn", i64::from(*turn)),
            ],
        ),
        Work::ModelCall {
            agent,
            model,
            attempt,
            input_tokens,
            output_tokens,
            first_output_ms,
        } => {
            let is_offline = model == OFFLINE_MODEL;
            let provider = if is_offline { "taskmanager" } else { "openai" };
            let mut attributes = vec![
                text("gen_ai.operation.name", "chat"),
                text("gen_ai.provider.name", provider),
                text("gen_ai.request.model", model),
                text("gen_ai.agent.name", agent),
                number("taskmanager.attempt", i64::from(*attempt)),
            ];
            for (name, count) in [
                ("gen_ai.usage.input_tokens", input_tokens),
                ("gen_ai.usage.output_tokens", output_tokens),
                ("taskmanager.first_output_ms", first_output_ms),
            ] {
                let count = count.map(|count| i64::try_from(count).unwrap_or(i64::MAX));
                attributes.extend(count.map(|count| number(name, count)));
            }
            let kind = if is_offline {
                SpanKind::Internal
            } else {
                SpanKind::Client
            };
            (format!("chat {model}"), kind, attributes)
        }
        Work::Tool {
            agent,
            tool,
            call_id,
        } => {
            // A model may make a name up, of whatever it was told: then it is no name but a text.
            let tool = if tools.contains(tool) { tool } else { "_OTHER" };
            let attributes = vec![
                text("gen_ai.operation.name", "execute_tool"),
                text("gen_ai.tool.name", tool),
                text("gen_ai.tool.type", "function"),
                text("gen_ai.tool.call.id", call_id),
                text("gen_ai.agent.name", agent),
            ];
            (
                format!("execute_tool {tool}"),
                SpanKind::Internal,
                attributes,
            )
        }
        Work::Handoff { from, to } => (
            format!("handoff {to}"),
            SpanKind::Internal,
            vec![
                text("taskmanager.handoff.from", from),
                text("taskmanager.handoff.to", to),
            ],
        ),
        Work::Guardrail { guardrail, outcome } => {
            let mut attributes = vec![text("taskmanager.guardrail.name", guardrail)];
            let outcome = outcome.as_deref();
            attributes
                .extend(outcome.map(|outcome| text("taskmanager.guardrail.outcome", outcome)));
            (
                format!("guardrail {guardrail}"),
                SpanKind::Internal,
                attributes,
            )
        }
    }
}

fn text(name: &str, value: &str) -> KeyValue {
    attribute(name, Value::StringValue(value.to_owned()))
}

fn number(name: &str, value: i64) -> KeyValue {
    attribute(name, Value::IntValue(value))
}

fn attribute(name: &str, value: Value) -> KeyValue {
    KeyValue {
        key: name.to_owned(),
        value: Some(AnyValue { value: Some(value) }),
        ..KeyValue::default()
    }
}

fn nanos(time: DateTime<Utc>) -> u64 {
    let nanos = time.timestamp_nanos_opt().unwrap_or_default();
    u64::try_from(nanos).unwrap_or_default()
}
