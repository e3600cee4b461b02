//! A run's trace: its spans on their way into the database, and as the document shows them.
//!
//! The run makes its spans itself. Those that have ended come with what the journal stores; those that are open are in
//! the stored state of the run, so that a trace can be read while it grows, and after a crash.

use std::{cmp::Reverse, collections::HashMap};

use serde_json::Value;
use taskmanager_agent::{
    run::RunState,
    trace::{Span, SpanStatus, TraceId},
};

use crate::{
    app::{AppError, views::checked},
    generated::models,
    store::runs::{RunRecord, RunSpans, RunStatus, SpanRecord},
};

/// The id of the run's own span where none is stored: of runs that have not begun, and of those of the first releases.
const MISSING_ROOT: &str = "0000000000000001";

/// A span as it is stored. An open one as it would be if it ended when it began.
pub(super) fn record(span: &Span) -> SpanRecord {
    SpanRecord {
        id: span.id.to_string(),
        parent: span.parent.map(|parent| parent.to_string()),
        number: span.number,
        kind: span.work.kind().into(),
        name: span.work.name().to_owned(),
        status: span.status.as_str().into(),
        attributes: Value::Object(span.attributes()),
        started_at: span.started_at,
        ended_at: span.ended_at.unwrap_or(span.started_at),
    }
}

/// The whole trace of a run, as far as it has come.
pub(super) fn trace(record: RunRecord, spans: RunSpans) -> Result<models::RunTrace, AppError> {
    let mut all = spans.ended;
    // Of a state that this build can't read, the spans that have ended are shown all the same.
    let state = spans.state.as_deref().map(serde_json::from_str::<RunState>);
    if let Some(Ok(state)) = state {
        all.extend(state.open_spans().into_iter().map(self::record));
    }
    if all.iter().all(|span| span.parent.is_some()) {
        all.push(root(&record, &all));
    }
    sort(&mut all);
    let spans = all.into_iter().map(span);
    Ok(models::RunTrace {
        run_id: checked("run's id", record.id.to_string())?,
        trace_id: TraceId::of_run(&record.id).to_string(),
        spans: spans.collect::<Result<_, AppError>>()?,
    })
}

/// In the order in which they began; of those that began together, what is outside comes before what is inside.
fn sort(spans: &mut [SpanRecord]) {
    let parents: HashMap<&str, &str> = spans
        .iter()
        .filter_map(|span| Some((span.id.as_str(), span.parent.as_deref()?)))
        .collect();
    let depth = |span: &SpanRecord| {
        let outside = std::iter::successors(span.parent.as_deref(), |id| parents.get(id).copied());
        // No deeper than there are spans, whatever is stored.
        outside.take(parents.len()).count()
    };
    let depths: HashMap<String, usize> = spans
        .iter()
        .map(|span| (span.id.clone(), depth(span)))
        .collect();
    spans.sort_by_cached_key(|span| {
        let depth = depths.get(&span.id).copied().unwrap_or_default();
        (span.started_at, depth, span.number, Reverse(span.ended_at))
    });
}

/// The run's own span, made from its record.
fn root(record: &RunRecord, spans: &[SpanRecord]) -> SpanRecord {
    let is_there = |id: &String| spans.iter().any(|span| span.id == *id);
    let mut parents = spans.iter().filter_map(|span| span.parent.clone());
    let began = record.started_at.unwrap_or(record.created_at);
    let first = spans.iter().map(|span| span.started_at).min();
    SpanRecord {
        id: parents
            .find(|id| !is_there(id))
            .unwrap_or_else(|| MISSING_ROOT.to_owned()),
        parent: None,
        number: 0,
        kind: "run".into(),
        name: record.agent.clone(),
        status: status_of(record.status).as_str().into(),
        attributes: serde_json::json!({"agent": record.agent, "session_id": &*record.session_id}),
        started_at: first.map_or(began, |first| first.min(began)),
        ended_at: record.finished_at.unwrap_or(began),
    }
}

fn status_of(status: RunStatus) -> SpanStatus {
    match status {
        RunStatus::Queued | RunStatus::Running | RunStatus::Paused => SpanStatus::Open,
        RunStatus::Completed | RunStatus::Incomplete => SpanStatus::Ok,
        RunStatus::Failed => SpanStatus::Error,
        RunStatus::Cancelled => SpanStatus::Cancelled,
    }
}

fn span(span: SpanRecord) -> Result<models::Span, AppError> {
    let unknown = |what: &str, value: &str| {
        AppError::Internal(format!("a stored span's {what} can't be shown: {value}"))
    };
    let kind = span.kind.parse();
    let status = span.status.parse();
    let status = status.map_err(|_| unknown("status", &span.status))?;
    Ok(models::Span {
        id: span.id,
        parent_id: models::NullableText(span.parent),
        kind: kind.map_err(|_| unknown("kind", &span.kind))?,
        name: span.name,
        status,
        started_at: span.started_at,
        ended_at: models::NullableTimestamp(
            (status != models::SpanStatus::Open).then_some(span.ended_at),
        ),
        attributes: match span.attributes {
            Value::Object(attributes) => attributes,
            _ => serde_json::Map::new(),
        },
    })
}
