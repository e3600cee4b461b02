//! Traces: what a run did, as spans; one trace for each run, whole however the run ends and however often it is stored.

use std::{collections::HashSet, sync::Arc, time::Duration};

use async_trait::async_trait;
use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use taskmanager_agent::{
    agent::Agents,
    driver::{Driver, Entry, Journal, JournalError, MemoryJournal, RunControl, commit},
    guardrail::{GuardrailMode, InputGuardrail, Verdict},
    handoff::Handoff,
    model::{ModelError, scripted::*},
    run::Run,
    trace::{Span, SpanStatus, TraceId, Work},
};

use crate::harness::*;

/// The spans as a tree, a line each: kind, name, what tells it from others of its name, and how it ended.
pub(crate) fn outline(spans: &[Span]) -> String {
    let mut in_order: Vec<&Span> = spans.iter().collect();
    in_order.sort_by_key(|span| span.number);
    let depth = |span: &Span| {
        let parents = std::iter::successors(span.parent, |id| {
            spans.iter().find(|span| span.id == *id)?.parent
        });
        parents.count()
    };
    let line = |span: &&Span| {
        let detail = match &span.work {
            Work::ModelCall { attempt, .. } if *attempt > 1 => format!(" {attempt}"),
            Work::Turn { turn, .. } => format!(" {turn}"),
            Work::Guardrail {
                outcome: Some(outcome),
                ..
            } => format!(" {outcome}"),
            _ => String::new(),
        };
        let code = span.error_code.as_deref().unwrap_or_default();
        let text = format!(
            "{}{} {}{detail}: {} {code}",
            "  ".repeat(depth(span)),
            span.work.kind(),
            span.work.name(),
            span.status.as_str(),
        );
        text.trim_end().to_owned()
    };
    in_order.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What every trace keeps once its run is over: one root, every span ended, within its parent's time, with an id of its
/// own and a parent that is there.
pub(crate) fn is_whole(spans: &[Span]) {
    let roots = spans.iter().filter(|span| span.parent.is_none()).count();
    assert_eq!(roots, 1, "{}", outline(spans));
    let ids: HashSet<_> = spans.iter().map(|span| span.id).collect();
    assert_eq!(ids.len(), spans.len(), "{}", outline(spans));
    for span in spans {
        assert_ne!(span.status, SpanStatus::Open, "{span:?}");
        let ended_at = span.ended_at.unwrap();
        assert!(ended_at >= span.started_at, "{span:?}");
        let Some(parent) = span.parent else { continue };
        let parent = spans.iter().find(|span| span.id == parent).unwrap();
        assert!(parent.started_at <= span.started_at, "{parent:?} {span:?}");
        assert!(parent.ended_at.unwrap() >= ended_at, "{parent:?} {span:?}");
    }
}

#[test]
fn every_step_is_a_span_inside_its_turn() {
    let seen = check(|| {
        let agents = [
            agent("a").tool(echo("x")).handoff(Handoff::to("b")),
            agent("b").tool(echo("y")),
        ];
        Case::new(
            agents,
            [
                ScriptedAnswer::calls([("x", json!({})), ("made_up", json!({}))]),
                ScriptedAnswer::calls([("transfer_to_b", json!({"reason": "theirs"}))]),
                ScriptedAnswer::text("Done"),
            ],
        )
    });
    assert_eq!(
        outline(&seen.spans),
        "\
run a: ok
  turn a 1: ok
    model_call scripted: ok
    tool made_up: error
    tool x: ok
  turn a 2: ok
    model_call scripted: ok
    handoff b: ok
  turn b 3: ok
    model_call scripted: ok"
    );
    let called = seen.events.iter().find_map(|event| match event {
        taskmanager_agent::event::Event::ToolCall { call_id, tool, .. } if tool == "x" => {
            Some(call_id.as_str())
        }
        _ => None,
    });
    let x = seen
        .spans
        .iter()
        .find(|span| span.work.name() == "x")
        .unwrap();
    assert_eq!(x.attributes()["call_id"], called.unwrap());
    assert_eq!(x.attributes()["agent"], "a");
    assert_eq!(
        seen.state.trace_id(),
        TraceId::of_run("run_01938d9f0c7a7c50b0f6d5a1e9b7c3d2")
    );
    assert_eq!(
        seen.state.trace_id().to_string(),
        "01938d9f0c7a7c50b0f6d5a1e9b7c3d2"
    );
}

#[test]
fn every_attempt_of_a_model_call_is_a_span_of_its_own_with_what_it_used() {
    let seen = check(|| {
        let down = || ScriptedAnswer::fails(ModelError::Unreachable("down".into()));
        Case::new([agent("a")], [down(), ScriptedAnswer::text("Up")])
    });
    assert_eq!(
        outline(&seen.spans),
        "\
run a: ok
  turn a 1: ok
    model_call scripted: error model_unavailable
    model_call scripted 2: ok"
    );
    let answered = &seen.spans[1];
    let usage = seen.state.usage();
    assert_eq!(
        answered.attributes()["output_tokens"],
        json!(usage.output_tokens)
    );
    assert!(answered.attributes()["first_output_ms"].is_u64());
}

#[test]
fn a_run_that_fails_says_so_in_its_trace() {
    let seen = check(|| {
        let refused = ScriptedAnswer::fails(ModelError::Malformed("nonsense".into()));
        Case::new([agent("a")], [refused])
    });
    assert_eq!(
        outline(&seen.spans),
        "\
run a: error model_malformed
  turn a 1: error model_malformed
    model_call scripted: error model_malformed"
    );
}

#[test]
fn guardrails_are_spans_before_and_beside_the_model_call() {
    let pass = |name, mode| InputGuardrail::new(name, mode, |(), _| async { Ok(Verdict::Pass) });
    let trip = |name, mode| {
        InputGuardrail::new(name, mode, |(), _| async {
            Ok(Verdict::Trip("Not that.".into()))
        })
    };
    let seen = check(|| {
        let careful = agent("a")
            .input_guardrail(pass("before", GuardrailMode::Blocking))
            .input_guardrail(trip("beside", GuardrailMode::Parallel));
        Case::new([careful], [ScriptedAnswer::text("never")])
    });
    assert_eq!(
        outline(&seen.spans),
        "\
run a: error guardrail_tripped
  turn a 1: error guardrail_tripped
    guardrail before passed: ok
    guardrail beside tripped: ok
    model_call scripted: interrupted"
    );
}

#[test]
fn one_run_is_one_trace_paused_and_resumed_or_not() {
    let seen = check(|| {
        let delete = echo("delete");
        let delete = taskmanager_agent::tool::Tool::from_definition(
            delete.definition().clone(),
            true,
            |_, arguments| async { Ok(arguments) },
        );
        let script = [
            ScriptedAnswer::calls([("delete", json!({}))]),
            ScriptedAnswer::text("Gone"),
        ];
        Case::new([agent("a").tool(delete)], script)
    });
    assert!(seen.names().contains(&"resumed"));
    assert_eq!(
        outline(&seen.spans),
        "\
run a: ok
  turn a 1: ok
    model_call scripted: ok
    tool delete: ok
  turn a 2: ok
    model_call scripted: ok"
    );
}

/// A journal that stores so many entries and then fails, and whose time is told.
struct Dying {
    stored: MemoryJournal,
    entries_left: usize,
    now: DateTime<Utc>,
}

#[async_trait]
impl Journal for Dying {
    async fn append(&mut self, entry: Entry<'_>) -> Result<(), JournalError> {
        self.entries_left = self
            .entries_left
            .checked_sub(1)
            .ok_or_else(|| JournalError::new("dead"))?;
        self.stored.append(entry).await
    }

    fn now(&self) -> DateTime<Utc> {
        self.now
    }
}

#[test]
fn what_was_open_at_a_crash_is_ended_as_interrupted_by_whoever_finds_the_run() {
    let outlines: Vec<String> = (1..5)
        .map(|entries_left| {
            block_on(async {
                let script = [
                    ScriptedAnswer::calls([("x", json!({}))]),
                    ScriptedAnswer::text("Done"),
                ];
                let agents = Agents::new(vec![agent("a").tool(echo("x"))]).unwrap();
                let driver = Driver::new(agents.into(), Arc::new(ScriptedModel::new(script)));
                let noon = noon().with_timezone(&Utc);
                let mut journal = Dying {
                    stored: MemoryJournal::default(),
                    entries_left,
                    now: noon,
                };
                let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
                driver.begin(&mut run, noon);
                commit(&mut run, &mut journal).await.unwrap();
                let control = RunControl::new();
                let driven = driver.drive(&mut run, (), &mut journal, &control);
                if driven.await.is_err() {
                    let later = noon + TimeDelta::hours(1);
                    let mut run = reload(&journal.stored, &[]);
                    run.at(later);
                    assert!(run.abandon());
                    commit(&mut run, &mut journal.stored).await.unwrap();
                    for span in &journal.stored.spans {
                        let was_open = span.status == SpanStatus::Interrupted;
                        let expected = if was_open { later } else { noon };
                        assert_eq!(span.ended_at, Some(expected), "{span:?}");
                    }
                }
                is_whole(&journal.stored.spans);
                outline(&journal.stored.spans)
            })
        })
        .collect();
    let in_the_first_model_call = "\
run a: interrupted
  turn a 1: interrupted
    model_call scripted: interrupted";
    let in_the_tool = "\
run a: interrupted
  turn a 1: interrupted
    model_call scripted: ok
    tool x: interrupted";
    let in_the_second_model_call = "\
run a: interrupted
  turn a 1: ok
    model_call scripted: ok
    tool x: ok
  turn a 2: interrupted
    model_call scripted: interrupted";
    let not_at_all = "\
run a: ok
  turn a 1: ok
    model_call scripted: ok
    tool x: ok
  turn a 2: ok
    model_call scripted: ok";
    assert_eq!(
        outlines,
        [
            in_the_first_model_call,
            in_the_tool,
            in_the_second_model_call,
            not_at_all,
        ]
    );
}

#[test]
fn a_cancelled_run_says_what_was_broken_off() {
    block_on(async {
        let slow = tool("x", |_| async {
            tokio::time::sleep(Duration::from_secs(60)).await;
            Ok(json!("late"))
        });
        let agents = Agents::new(vec![agent("a").tool(slow)]).unwrap();
        let model = ScriptedModel::new([ScriptedAnswer::calls([("x", json!({}))])]);
        let driver = Driver::new(agents.into(), Arc::new(model));
        let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
        let (mut journal, control) = (MemoryJournal::default(), RunControl::new());
        let stop = control.clone();
        let cancel = async {
            tokio::time::sleep(Duration::from_secs(1)).await;
            stop.cancel(taskmanager_agent::driver::When::Now, "cancelled");
        };
        let (driven, ()) =
            futures::join!(driver.drive(&mut run, (), &mut journal, &control), cancel);
        driven.unwrap();
        is_whole(&journal.spans);
        assert_eq!(
            outline(&journal.spans),
            "\
run a: cancelled
  turn a 1: cancelled
    model_call scripted: ok
    tool x: interrupted"
        );
    });
}

#[test]
fn a_run_inside_a_run_is_inside_the_span_of_its_call() {
    block_on(async {
        let agents = Arc::new(Agents::new(vec![agent("a").tool(echo("x"))]).unwrap());
        let mut outer = Run::new(new_run(&Case::new([agent("a")], [])));
        outer.next();
        outer.receive(call("x", "{}"));
        outer.answered(&agents, &());
        let taskmanager_agent::run::Step::RunTools(calls) = outer.next() else {
            panic!()
        };
        let call_id = &calls[0].call_id;
        assert_eq!(outer.tool_span(call_id), None);
        assert!(outer.start_call(call_id));
        let place = outer.tool_span(call_id).unwrap();
        assert_eq!(place.trace_id, outer.state().trace_id());

        let mut inner = Run::new(new_run(&Case::new([agent("b")], []))).within(Some(place));
        assert_eq!(inner.state().trace_id(), outer.state().trace_id());
        inner.next();
        inner.receive(taskmanager_agent::model::ModelChunk::Text("Done".into()));
        inner.answered(&agents, &());
        outer.adopt_spans(inner.unsaved().spans);
        outer.cancel("cancelled");
        let spans = outer.unsaved().spans;
        is_whole(spans);
        let root = |span: &&Span| matches!(&span.work, Work::Run { .. }) && span.parent.is_some();
        let root = spans.iter().find(root).unwrap();
        assert_eq!(root.parent, Some(place.span_id));
    });
}
