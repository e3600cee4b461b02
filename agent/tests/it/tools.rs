//! Tools: together, in turn, late, failing.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use serde_json::json;
use taskmanager_agent::{
    agent::Agents,
    driver::DriverConfig,
    event::Event,
    item::Item,
    model::scripted::*,
    run::{CallEnd, Ending, Run, Step},
    tool::{Tool, ToolContext, ToolError},
};
use tokio::time::sleep;

use crate::harness::*;

fn slow(name: &'static str, ms: u64) -> Tool<()> {
    tool(name, move |_| async move {
        sleep(Duration::from_millis(ms)).await;
        Ok(json!(name))
    })
}

#[test]
fn results_come_as_they_are_ready_and_the_model_gets_them_in_call_order() {
    let seen = check(|| {
        let agent = agent("a").tool(slow("slow", 500)).tool(slow("fast", 20));
        let calls = [("slow", json!({})), ("fast", json!({}))];
        Case::new(
            [agent],
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        )
    });
    let came = seen.events.iter().filter_map(|event| match event {
        Event::ToolResult { tool, .. } => Some(tool.as_str()),
        _ => None,
    });
    assert_eq!(came.collect::<Vec<_>>(), ["fast", "slow"]);
    assert_eq!(seen.results(), [(false, "slow"), (false, "fast")]);
}

#[test]
fn all_calls_start_at_once() {
    let seen = check(|| {
        let begun = Arc::new(AtomicUsize::new(0));
        let meet = tool("meet", move |_| {
            let begun = Arc::clone(&begun);
            async move {
                begun.fetch_add(1, Ordering::SeqCst);
                sleep(Duration::from_millis(5)).await;
                Ok(json!(begun.load(Ordering::SeqCst)))
            }
        });
        let calls = [
            ("meet", json!({})),
            ("meet", json!({})),
            ("meet", json!({})),
        ];
        Case::new(
            [agent("a").tool(meet)],
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        )
    });
    assert_eq!(
        seen.results(),
        [(false, "3"); 3],
        "each saw all three begin"
    );
    assert_eq!(seen.names()[1..4], ["tool_call"; 3]);
}

#[test]
fn a_cap_holds_and_keeps_the_order_of_outputs() {
    let most = Arc::new(AtomicUsize::new(0));
    let seen = check(|| {
        let (most, now) = (Arc::clone(&most), Arc::new(AtomicUsize::new(0)));
        let counted = tool("t", move |arguments| {
            let (most, now) = (Arc::clone(&most), Arc::clone(&now));
            async move {
                most.fetch_max(now.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                sleep(Duration::from_millis(arguments["ms"].as_u64().unwrap())).await;
                now.fetch_sub(1, Ordering::SeqCst);
                Ok(arguments["ms"].clone())
            }
        });
        let calls = [30, 10, 20, 5].map(|ms| ("t", json!({ "ms": ms })));
        let mut case = Case::new(
            [agent("a").tool(counted)],
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        );
        case.config = DriverConfig {
            concurrent_tools: 2,
            ..test_config()
        };
        case
    });
    assert_eq!(most.load(Ordering::SeqCst), 2);
    assert_eq!(
        seen.results(),
        [(false, "30"), (false, "10"), (false, "20"), (false, "5")]
    );
}

#[test]
fn calls_not_started_stay_unstarted_after_a_fatal_failure() {
    let log = Log::default();
    let seen = check(|| {
        let fatal = tool("fatal", |_| async {
            Err(ToolError::fatal("The database is gone."))
        });
        let agent = agent("a").tool(fatal).tool(noting("after", &log));
        let calls = [("fatal", json!({})), ("after", json!({}))];
        let mut case = Case::new([agent], [ScriptedAnswer::calls(calls)]);
        case.config = DriverConfig {
            concurrent_tools: 1,
            ..test_config()
        };
        case
    });
    assert_eq!(log.all(), [""; 0]);
    assert_eq!(
        seen.ending,
        Ending::Failed {
            error_code: "tool_failed".into(),
            message: "The database is gone.".into()
        }
    );
    assert_eq!(seen.outline(), "start tool_call tool_result error");
    assert_eq!(
        seen.results()[1],
        (true, "This call was not started: the run ended before.")
    );
}

#[test]
fn a_fatal_failure_interrupts_its_siblings_and_they_are_on_record() {
    let seen = check(|| {
        let fatal = tool("fatal", |_| async { Err(ToolError::fatal("gone")) });
        let agent = agent("a").tool(fatal).tool(slow("slow", 1000));
        let calls = [("slow", json!({})), ("fatal", json!({}))];
        Case::new([agent], [ScriptedAnswer::calls(calls)])
    });
    assert_eq!(
        seen.outline(),
        "start tool_call tool_call tool_result tool_result error"
    );
    assert!(
        seen.results()[0]
            .1
            .starts_with("This call was interrupted.")
    );
}

#[test]
fn a_tools_failure_becomes_text_for_the_model() {
    let seen = check(|| {
        let failing = tool("t", |_| async {
            Err(ToolError::message("task 9 was not found"))
        });
        let answers = [
            ScriptedAnswer::calls([("t", json!({}))]),
            ScriptedAnswer::text("I see"),
        ];
        Case::new([agent("a").tool(failing)], answers)
    });
    assert_eq!(seen.results(), [(true, "task 9 was not found")]);
    assert_eq!(seen.response(), "I see");
}

#[test]
fn a_tool_that_panics_has_failed_and_the_run_goes_on() {
    let seen = check(|| {
        let broken = tool("t", |_| async { panic!("the tool wants a panic") });
        let answers = [
            ScriptedAnswer::calls([("t", json!({}))]),
            ScriptedAnswer::text("I see"),
        ];
        Case::new([agent("a").tool(broken)], answers)
    });
    assert_eq!(
        seen.results(),
        [(true, "the tool broke down; its work may be half done")]
    );
    assert_eq!(seen.response(), "I see");
}

#[test]
fn timeouts_hold_per_tool() {
    let seen = check(|| {
        let agent = agent("a")
            .tool(slow("short", 50).timeout(Duration::from_millis(10)))
            .tool(slow("long", 50));
        let calls = [("short", json!({})), ("long", json!({}))];
        Case::new(
            [agent],
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        )
    });
    let late = "The tool took longer than 10ms and was stopped. It may have taken effect.";
    assert_eq!(seen.results(), [(true, late), (false, "long")]);
}

#[test]
fn a_tools_own_timeout_error_is_not_mistaken_for_ours() {
    let seen = check(|| {
        let own = tool("t", |_| async {
            let inner =
                tokio::time::timeout(Duration::from_millis(1), std::future::pending::<()>()).await;
            inner
                .map(|()| json!(null))
                .map_err(|elapsed| ToolError::message(format!("upstream: {elapsed}")))
        });
        let answers = [
            ScriptedAnswer::calls([("t", json!({}))]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent("a").tool(own)], answers)
    });
    assert_eq!(seen.results(), [(true, "upstream: deadline has elapsed")]);
}

#[derive(serde::Deserialize, schemars::JsonSchema)]
struct Add {
    /// The first summand.
    a: i64,
    b: i64,
}

fn add() -> Tool<()> {
    Tool::new(
        "add",
        "Adds.",
        |context: ToolContext<()>, args: Add| async move {
            assert_eq!((context.agent.as_str(), context.task_id), ("a", Some(3)));
            Ok(args.a + args.b)
        },
    )
}

#[test]
fn a_tool_is_an_async_function_with_a_schema() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("add", json!({"a": 1, "b": 2}))]),
            ScriptedAnswer::text("3"),
        ];
        Case::new([agent("a").tool(add())], answers)
    });
    assert_eq!(seen.results(), [(false, "3")]);
    assert_eq!(
        seen.requests[0].tools[0].parameters,
        json!({
            "type": "object",
            "properties": {
                "a": {"description": "The first summand.", "type": "integer", "format": "int64"},
                "b": {"type": "integer", "format": "int64"},
            },
            "required": ["a", "b"],
        })
    );
}

#[test]
fn arguments_that_do_not_fit_the_schema_go_back_to_the_model_and_ask_nobody() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("add", json!({"a": "one"}))]),
            ScriptedAnswer::text("sorry"),
        ];
        Case::new([agent("a").tool(add().needs_approval())], answers)
    });
    assert_eq!(seen.outline(), "start tool_call tool_result complete");
    assert!(
        seen.results()[0]
            .1
            .contains("invalid type: string \"one\", expected i64"),
        "{:?}",
        seen.results()
    );
}

#[test]
fn results_are_bounded_and_say_so() {
    let seen = check(|| {
        let long = tool("t", |_| async { Ok(json!("ä".repeat(100_000))) });
        let answers = [
            ScriptedAnswer::calls([("t", json!({}))]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent("a").tool(long)], answers)
    });
    let (_, result) = seen.results()[0];
    assert!(result.ends_with("\n[cut here: 65536 of 200000 bytes are shown]"));
    assert!(result.len() < 65_600);
}

#[test]
fn an_end_that_comes_twice_or_without_a_start_changes_nothing() {
    let agents = Agents::new(vec![agent("a").tool(echo("x"))]).unwrap();
    let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
    run.next();
    run.receive(call("x", "{}"));
    run.receive(call("x", "{}"));
    run.answered(&agents, &());
    let Step::RunTools(calls) = run.next() else {
        panic!()
    };
    let (first, second) = (&calls[0].call_id, &calls[1].call_id);
    let end = |run: &mut Run, id: &str| {
        let before = run.unsaved().events.len();
        run.end_call(&agents, id, CallEnd::Output("done".into()), 1);
        run.unsaved().events.len() - before
    };
    assert_eq!(end(&mut run, first), 0, "not started yet");
    assert!(run.start_call(first));
    assert!(!run.start_call(first), "it can't be started twice");
    assert_eq!(end(&mut run, first), 1);
    assert_eq!(end(&mut run, first), 0, "it has ended before");
    assert!(!run.start_call(first));
    assert_eq!(end(&mut run, "call_x"), 0);
    run.cancel("cancelled");
    assert!(!run.start_call(second), "nothing starts after the end");
    assert_eq!(end(&mut run, second), 0);
    keeps_promises(run.unsaved().events, run.own_items());
}

#[test]
fn arguments_that_are_too_long_are_refused_and_kept_cut() {
    let seen = check(|| {
        let raw = format!("{{\"text\":\"{}\"}}", "ä".repeat(60_000));
        let answers = [
            ScriptedAnswer::of([call("t", &raw)]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent("a").tool(echo("t"))], answers)
    });
    assert_eq!(
        seen.results(),
        [(
            true,
            "The arguments can't be used: they are 120011 bytes long, and 65536 is the most. Correct them and call again."
        )]
    );
    let Item::ToolCall { arguments, .. } = &seen.items[1] else {
        panic!("{:?}", seen.items)
    };
    assert!(arguments.starts_with("{\"cut\":\"1023 of 120011 bytes are shown\""));
    assert!(arguments.len() < 1100);
    let Event::ToolCall { arguments, .. } = &seen.events[1] else {
        panic!("{:?}", seen.events)
    };
    assert!(arguments.to_string().len() < 1200);
}

#[test]
fn an_error_that_quotes_long_arguments_is_cut() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("add", json!({"a": "x".repeat(50_000)}))]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent("a").tool(add())], answers)
    });
    let (is_error, text) = seen.results()[0];
    assert!(
        is_error && text.len() < 2200 && text.contains("[cut here: 2048 of"),
        "{text}"
    );
}

#[test]
fn a_made_up_name_that_no_provider_would_read_again_is_kept_in_letters_that_one_does() {
    let seen = check(|| {
        let long = "n".repeat(500);
        let answers = [
            ScriptedAnswer::of([
                call("functions.add task", "{}"),
                call("", ""),
                call(&long, ""),
            ]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent("a").tool(add())], answers)
    });
    let names = seen.items.iter().filter_map(|item| match item {
        Item::ToolCall { tool, .. } => Some(tool.as_str()),
        _ => None,
    });
    let names: Vec<_> = names.collect();
    assert_eq!(names[..2], ["functions_add_task", "nameless"]);
    assert_eq!(names[2].len(), 64);
    assert!(
        seen.results()[0]
            .1
            .starts_with("There is no tool named \"functions.add task\".")
    );
    assert!(seen.results()[2].1.len() < 200);
}
