//! Agents, their runs and sessions, and the service itself.

use std::collections::HashMap;

use serde_json::Value;
use taskmanager_client::types::{
    AgentList, AgentType, Readiness, Run, RunAnswer, RunStatus, RunTrace, ServiceInfo, Session,
    SessionDetail, SessionItem, SpanStatus, ToolCall,
};

use super::tasks::plain;
use super::{View, count};
use crate::cli::text::{Cell, Paint, clean, clean_lines, fit, properties, table};

pub(crate) fn runs(runs: &[Run], view: &View) -> String {
    let rows = runs.iter().map(|run| {
        vec![
            Cell::new(&run.id),
            Cell::painted(&run.status.to_string(), status_paint(run.status)),
            Cell::new(&view.time(run.created_at)),
            Cell::new(&run.task_id.map(|id| id.to_string()).unwrap_or_default()),
            Cell::new(&run.input),
        ]
    });
    table(
        &["ID", "STATUS", "CREATED", "TASK", "QUESTION"],
        rows.collect(),
        view.paint,
        view.width,
    )
}

pub(crate) fn run(run: &Run, view: &View) -> String {
    let chain: Vec<_> = run.handoff_chain.iter().map(|name| short(name)).collect();
    let took = run.started_at.zip(*run.finished_at).map(|(start, end)| {
        format!(
            "{}, took {:.1} s",
            view.time(end),
            (end - start).as_seconds_f64()
        )
    });
    let mut text = view.paint.bold(&clean(&run.id)) + "\n";
    text += &properties(
        &[
            (
                "status",
                status_paint(run.status)(view.paint, &run.status.to_string()),
            ),
            (
                "reason",
                clean(run.reason.as_deref().unwrap_or_default()).into_owned(),
            ),
            (
                "fault",
                run.error
                    .as_ref()
                    .map(|fault| clean(&fault.message).into_owned())
                    .unwrap_or_default(),
            ),
            ("session", clean(&run.session_id).into_owned()),
            (
                "task",
                run.task_id.map(|id| id.to_string()).unwrap_or_default(),
            ),
            ("agents", clean(&chain.join(" → ")).into_owned()),
            ("created", view.time(run.created_at)),
            ("ended", took.unwrap_or_default()),
            (
                "used",
                format!(
                    "{}, {} tokens",
                    count_of(run.usage.model_calls, "model call"),
                    run.usage.total_tokens
                ),
            ),
            ("events", run.last_event.to_string()),
            ("question", clean(&run.input).into_owned()),
        ],
        view.paint,
    );
    for call in &run.tool_calls {
        text += &tool_call(call, view);
    }
    for call in &run.pending_approvals {
        let what = format!("{}({})", clean(&call.tool), arguments(&call.arguments));
        let until = view.time_if(*call.expires_at);
        let until = if until.is_empty() {
            until
        } else {
            format!(", until {until}")
        };
        text += &format!(
            "{} {what} ({}{until})\n",
            view.paint.yellow("waits for approval:"),
            clean(&call.call_id)
        );
    }
    if let Some(response) = run
        .response
        .as_deref()
        .filter(|response| !response.is_empty())
    {
        text += &format!("\n{}\n", clean_lines(response).trim_end());
    }
    text
}

/// A whole answer: who took part, what they did, what they say.
pub(crate) fn answer(answer: &RunAnswer, view: &View) -> String {
    let mut text = String::new();
    if let [_, others @ ..] = answer.handoff_chain.as_slice() {
        for agent in others {
            text += &(view.paint.dim(&format!("→ {}", clean(&short(agent)))) + "\n");
        }
    }
    for call in &answer.tool_calls {
        text += &tool_call(call, view);
    }
    if !answer.response.is_empty() {
        text += &format!("{}\n", clean_lines(&answer.response).trim_end());
    }
    text
}

fn tool_call(call: &ToolCall, view: &View) -> String {
    let name = format!("{}({})", clean(&call.name), arguments(&call.arguments));
    let mark = if call.is_error { "✗" } else { "✓" };
    let mut text = view.paint.dim(&format!("{mark} {name}"));
    if call.is_error {
        text += &format!(
            " {}",
            view.paint.red(&fit(&clean(&call.result), RESULT_WIDTH))
        );
    }
    text + "\n"
}

const RESULT_WIDTH: usize = 160;
const VALUE_WIDTH: usize = 60;

/// The arguments of a tool call, as one would write them: `task_id: 3, deadline: 2026-12-04`.
pub(crate) fn arguments(arguments: &Value) -> String {
    let value = |value: &Value| match value {
        Value::String(text) => fit(&clean(text), VALUE_WIDTH).into_owned(),
        other => fit(&clean(&other.to_string()), VALUE_WIDTH).into_owned(),
    };
    match arguments {
        Value::Null => String::new(),
        Value::Object(named) => {
            let named = named
                .iter()
                .map(|(name, argument)| format!("{}: {}", clean(name), value(argument)));
            named.collect::<Vec<_>>().join(", ")
        }
        other => value(other),
    }
}

pub(crate) fn trace(trace: &RunTrace, view: &View) -> String {
    let parents: HashMap<&str, Option<&str>> = trace
        .spans
        .iter()
        .map(|span| (span.id.as_str(), span.parent_id.as_deref()))
        .collect();
    let depth = |id: &str| {
        let mut depth = 0;
        let mut at = parents.get(id).copied().flatten();
        // No deeper than there are spans, whatever the service says.
        while let Some(parent) = at.filter(|_| depth < parents.len()) {
            depth += 1;
            at = parents.get(parent).copied().flatten();
        }
        depth
    };
    let begin = trace.spans.first().map(|span| span.started_at);
    let rows = trace.spans.iter().map(|span| {
        let after = begin
            .map(|begin| (span.started_at - begin).as_seconds_f64())
            .unwrap_or_default();
        let took = span
            .ended_at
            .map(|end| format!("{:.3} s", (end - span.started_at).as_seconds_f64()));
        let ended = match span.status {
            SpanStatus::Open | SpanStatus::Ok => String::new(),
            other => format!(": {other}"),
        };
        let what = format!(
            "{}{} {}{ended}",
            "  ".repeat(depth(&span.id)),
            span.kind,
            clean(&span.name)
        );
        vec![
            Cell::new(&format!("{after:.3} s")),
            Cell::new(took.as_deref().unwrap_or("going on")),
            Cell::new(&what),
        ]
    });
    table(
        &["AFTER", "TOOK", "WHAT"],
        rows.collect(),
        view.paint,
        view.width,
    )
}

pub(crate) fn sessions(sessions: &[Session], view: &View) -> String {
    let rows = sessions.iter().map(|session| {
        let state = if session.active_run.is_some() {
            "at work"
        } else {
            ""
        };
        vec![
            Cell::new(&session.id),
            Cell::new(&view.time(session.updated_at)),
            Cell::new(&session.items_count.to_string()),
            Cell::painted(state, Paint::yellow),
            Cell::new(&session.title),
        ]
    });
    table(
        &["ID", "USED", "ITEMS", "STATE", "TITLE"],
        rows.collect(),
        view.paint,
        view.width,
    )
}

pub(crate) fn session(session: &SessionDetail, view: &View) -> String {
    let rows = [
        ("session", clean(&session.id).into_owned()),
        (
            "used",
            format!(
                "{}, begun {}",
                view.time(session.updated_at),
                view.time(session.created_at)
            ),
        ),
        (
            "at work on",
            session
                .active_run
                .as_ref()
                .map(|run| clean(run).into_owned())
                .unwrap_or_default(),
        ),
    ];
    format!(
        "{}\n{}",
        properties(&rows, view.paint),
        session_items(&session.items, view)
    )
}

fn session_items(items: &[SessionItem], view: &View) -> String {
    let paint = view.paint;
    let line = |item: &SessionItem| match item {
        SessionItem::UserMessage { text } => {
            let text = clean_lines(text);
            format!("{} {}\n", paint.bold("›"), paint.bold(text.trim_end()))
        }
        SessionItem::AssistantMessage { text, .. } => format!("{}\n", clean_lines(text).trim_end()),
        SessionItem::ToolCall {
            tool,
            arguments: given,
            ..
        } => paint.dim(&format!("· {}({})", clean(tool), arguments(given))) + "\n",
        SessionItem::ToolResult {
            tool,
            result,
            is_error,
            ..
        } => {
            let mark = if *is_error { "✗" } else { "✓" };
            paint.dim(&format!(
                "{mark} {}: {}",
                clean(tool),
                fit(&clean(result), RESULT_WIDTH)
            )) + "\n"
        }
        SessionItem::Handoff { to, reason, .. } => handoff(to, reason.as_deref(), view),
    };
    items.iter().map(line).collect()
}

pub(crate) fn handoff(to: &str, reason: Option<&str>, view: &View) -> String {
    let reason = reason
        .map(|reason| format!(": {}", clean(reason)))
        .unwrap_or_default();
    view.paint.dim(&format!("→ {}{reason}", clean(&short(to)))) + "\n"
}

pub(crate) fn agents(list: &AgentList, view: &View) -> String {
    let mut text = String::new();
    for agent in &list.agents {
        let kind = match agent.type_ {
            AgentType::Router => "hands over to others",
            AgentType::Specialist => "specialist",
        };
        let handoffs: Vec<_> = agent.handoffs.iter().map(|name| short(name)).collect();
        text += &format!(
            "{} {}\n",
            view.paint.bold(&clean(&agent.name)),
            view.paint.dim(&format!("({kind})"))
        );
        text += &format!("{}\n", clean(&agent.description));
        let rows = [
            ("tools", clean(&agent.tools.join(", ")).into_owned()),
            ("hands over to", clean(&handoffs.join(", ")).into_owned()),
            ("model", clean(&agent.model).into_owned()),
        ];
        text += &(properties(&rows, view.paint) + "\n");
    }
    text.truncate(text.trim_end().len());
    text + "\n"
}

/// The service, and its readiness or what it says instead.
pub(crate) fn service(
    info: &ServiceInfo,
    ready: Result<&Readiness, &str>,
    url: &str,
    view: &View,
) -> String {
    let state = match ready {
        Ok(ready) => {
            let checks = ready.checks.iter().map(|check| {
                let detail = check
                    .detail
                    .as_deref()
                    .map(|detail| format!(" ({})", clean(detail)))
                    .unwrap_or_default();
                format!("{} {}{detail}", clean(&check.name), clean(&check.status))
            });
            let checks: Vec<_> = checks.collect();
            format!(
                "{}: {}",
                view.paint.green(&clean(&ready.status)),
                checks.join(", ")
            )
        }
        Err(why) => format!("{}: {}", view.paint.red("not ready"), clean(why)),
    };
    let auth = match info.auth.as_str() {
        "local" => "local: one user, no credentials".to_owned(),
        other => clean(other).into_owned(),
    };
    let rows = [
        (
            "service",
            format!(
                "{} {}, status {}",
                clean(&info.service),
                clean(&info.version),
                clean(&info.status)
            ),
        ),
        ("address", clean(url).into_owned()),
        ("requests", state),
        ("model", clean(&info.model).into_owned()),
        ("accounts", auth),
    ];
    properties(&rows, view.paint)
}

/// People know the agents by the end of their names.
fn short(agent: &str) -> String {
    agent
        .strip_prefix("taskmanager-")
        .unwrap_or(agent)
        .to_owned()
}

fn count_of(n: i64, one: &str) -> String {
    count(usize::try_from(n).unwrap_or(0), one)
}

/// Why an answer is incomplete, in words; a reason that this release doesn't know stays as it is.
pub(crate) fn incomplete(reason: &str) -> &str {
    match reason {
        "turns" => "it took more steps than one run may take",
        "tokens" => "it took more tokens than one run may use",
        "tool_calls" => "it took more tool calls than one run may make",
        "handoffs" => "the agents handed it to each other too often",
        "wall_time" => "it took longer than one run may",
        "answer_length" => "the model may write no more at once; ask it to go on",
        "content_filter" => "the model server's filter broke it off",
        other => other,
    }
}

fn status_paint(status: RunStatus) -> fn(Paint, &str) -> String {
    match status {
        RunStatus::Queued => Paint::dim,
        RunStatus::Running | RunStatus::Paused | RunStatus::Incomplete => Paint::yellow,
        RunStatus::Completed => Paint::green,
        RunStatus::Failed => Paint::red,
        RunStatus::Cancelled => plain,
    }
}
