//! Guardrails: before, beside and after.

use std::time::Duration;

use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, ToolUse},
    event::Event,
    guardrail::{
        GuardrailMode, InputGuardrail, OutputGuardrail, ToolGuardrail, ToolVerdict, Verdict,
    },
    handoff::Handoff,
    item::Item,
    model::scripted::*,
    run::Ending,
};
use tokio::time::sleep;

use crate::harness::*;

/// A guardrail that takes so long, and trips on a word.
fn input(name: &str, mode: GuardrailMode, ms: u64) -> InputGuardrail<()> {
    InputGuardrail::new(name, mode, move |(), items: Vec<Item>| async move {
        sleep(Duration::from_millis(ms)).await;
        match items.last() {
            Some(Item::UserMessage { text }) if text == "go" => {
                Ok(Verdict::Trip("Not that.".into()))
            }
            _ => Ok(Verdict::Pass),
        }
    })
}

fn passing(name: &'static str, mode: GuardrailMode, log: &Log) -> InputGuardrail<()> {
    let log = log.clone();
    InputGuardrail::new(name, mode, move |(), _| {
        log.note(name);
        async {
            sleep(Duration::from_millis(20)).await;
            Ok(Verdict::Pass)
        }
    })
}

fn failed(seen: &Seen) -> (&str, &str) {
    match &seen.ending {
        Ending::Failed {
            error_code,
            message,
        } => (error_code, message),
        other => panic!("{other:?}"),
    }
}

fn outcomes<'a>(seen: &'a Seen) -> Vec<(&'a str, &'a str)> {
    let outcome = |event: &'a Event| match event {
        Event::Guardrail { name, outcome } => Some((name.as_str(), outcome.as_str())),
        _ => None,
    };
    seen.events.iter().filter_map(outcome).collect()
}

#[test]
fn a_blocking_guardrail_trips_and_no_model_is_called() {
    let seen = check(|| {
        let agent = agent("a").input_guardrail(input("words", GuardrailMode::Blocking, 0));
        Case::new([agent], [ScriptedAnswer::text("never")])
    });
    assert_eq!(failed(&seen), ("guardrail_tripped", "Not that."));
    assert_eq!(seen.requests.len(), 0);
    assert_eq!(outcomes(&seen), [("words", "tripped")]);
    assert_eq!(
        seen.items,
        [user("go")],
        "an input trip stores the user's item only"
    );
}

#[test]
fn a_parallel_guardrail_trips_and_the_model_call_is_cancelled_with_no_token_and_no_tool_before() {
    let log = Log::default();
    let seen = check(|| {
        let agent = agent("a").tool(noting("x", &log)).input_guardrail(input(
            "words",
            GuardrailMode::Parallel,
            50,
        ));
        let answer = ScriptedAnswer::of([
            taskmanager_agent::model::ModelChunk::Text("At once!".into()),
            call("x", ""),
        ]);
        Case::new([agent], [answer])
    });
    assert_eq!(failed(&seen), ("guardrail_tripped", "Not that."));
    assert_eq!(seen.names(), ["start", "guardrail", "error"]);
    assert_eq!(seen.requests.len(), 1);
    assert_eq!(seen.state.usage().model_calls, 1, "it was made");
    assert_eq!((seen.items, log.all()), (vec![user("go")], vec![]));
}

#[test]
fn what_was_held_back_is_shown_when_the_guardrails_have_passed() {
    for end in [ScriptedEnd::Finish(None), ScriptedEnd::Stops] {
        let log = Log::default();
        let seen = check(|| {
            let agent = agent("a").input_guardrail(passing("slow", GuardrailMode::Parallel, &log));
            Case::new(
                [agent],
                [ScriptedAnswer::text("At once").ending(end.clone())],
            )
        });
        assert_eq!(seen.names()[..4], ["start", "guardrail", "token", "token"]);
        assert_eq!(
            matches!(seen.ending, Ending::Completed { .. }),
            matches!(end, ScriptedEnd::Finish(_))
        );
    }
}

#[test]
fn input_guardrails_run_once_for_the_first_agent_and_for_every_agent_handed_to() {
    let log = Log::default();
    let seen = check(|| {
        let guarded = |name: &'static str, agent: Agent<()>| {
            agent
                .input_guardrail(passing(name, GuardrailMode::Blocking, &log))
                .input_guardrail(passing("beside", GuardrailMode::Parallel, &log))
        };
        let agents = [
            guarded("of a", agent("a").tool(echo("x")).handoff(Handoff::to("b"))),
            guarded("of b", agent("b").tool(echo("x"))),
        ];
        let answers = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::calls([("transfer_to_b", json!({}))]),
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::text("done"),
        ];
        Case::new(agents, answers)
    });
    assert_eq!(seen.response(), "done");
    assert_eq!(log.all()[..4], ["of a", "beside", "of b", "beside"]);
    assert_eq!(log.all().len(), 2 * 4);
}

#[test]
fn a_failed_model_call_beside_a_guardrail_is_tried_again_and_the_guardrail_is_not() {
    let log = Log::default();
    let seen = check(|| {
        let agent = agent("a").input_guardrail(passing("slow", GuardrailMode::Parallel, &log));
        let error = taskmanager_agent::model::ModelError::Unreachable("x".into());
        Case::new(
            [agent],
            [ScriptedAnswer::fails(error), ScriptedAnswer::text("ok")],
        )
    });
    assert_eq!(seen.response(), "ok");
    assert_eq!(log.all().len(), 2);
}

/// A guardrail that lets nothing pass that speaks of a secret.
fn no_secrets() -> OutputGuardrail<()> {
    OutputGuardrail::new("secrets", |(), text: String| async move {
        Ok(if text.contains("secret") {
            Verdict::Trip("I can't say that.".into())
        } else {
            Verdict::Pass
        })
    })
}

#[test]
fn an_output_guardrail_sees_a_tools_result_that_is_the_answer() {
    for (said, passes) in [("the secret is 42", false), ("the sum is 42", true)] {
        let seen = check(|| {
            let agent = agent("a")
                .tool(tool("x", move |_| async move { Ok(json!(said)) }))
                .tool_use(ToolUse::StopOnFirstTool)
                .output_guardrail(no_secrets());
            Case::new([agent], [ScriptedAnswer::calls([("x", json!({}))])])
        });
        assert_eq!(outcomes(&seen).len(), 1);
        if passes {
            assert_eq!(seen.response(), said);
            assert_eq!(
                seen.names(),
                [
                    "start",
                    "tool_call",
                    "tool_result",
                    "guardrail",
                    "token",
                    "complete"
                ]
            );
        } else {
            assert_eq!(failed(&seen), ("guardrail_tripped", "I can't say that."));
            let says = |item: &Item| matches!(item, Item::AssistantMessage { .. });
            assert!(!seen.items.iter().any(says), "the answer is withheld");
        }
    }
}

#[test]
fn an_output_trip_withholds_the_message() {
    let seen = check(|| {
        let agent = agent("a").tool(echo("x")).output_guardrail(no_secrets());
        let answers = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::text("The secret is 42"),
        ];
        Case::new([agent], answers)
    });
    assert_eq!(failed(&seen), ("guardrail_tripped", "I can't say that."));
    assert!(!seen.names().contains(&"token"));
    assert!(!format!("{:?} {:?}", seen.events, seen.items).contains("42"));
    let used = seen.state.usage();
    assert_eq!(
        (used.model_calls, used.output_tokens),
        (2, 1 + 4),
        "it was paid for"
    );
}

#[test]
fn an_output_that_passes_is_shown_whole() {
    let seen = check(|| {
        let passing = OutputGuardrail::new("any", |(), _| async { Ok(Verdict::Pass) });
        Case::new(
            [agent("a").output_guardrail(passing)],
            [ScriptedAnswer::text("All is well")],
        )
    });
    assert_eq!(
        seen.names(),
        ["start", "guardrail", "token", "token", "token", "complete"]
    );
}

#[test]
fn a_guardrail_that_itself_fails_is_not_a_trip() {
    let seen = check(|| {
        let broken = InputGuardrail::new("broken", GuardrailMode::Blocking, |(), _| async {
            if true {
                panic!("the guardrail wants a panic")
            }
            Ok(Verdict::Pass)
        });
        Case::new(
            [agent("a").input_guardrail(broken)],
            [ScriptedAnswer::text("never")],
        )
    });
    assert_eq!(failed(&seen).0, "guardrail_failed");
    assert_eq!(outcomes(&seen), [("broken", "failed")]);
}

fn guarded_tool(log: &Log, verdict: ToolVerdict, after: bool) -> Agent<()> {
    let guardrail = ToolGuardrail::new("careful");
    let guardrail = if after {
        guardrail.after(move |_, _| {
            let verdict = verdict.clone();
            async { Ok(verdict) }
        })
    } else {
        guardrail.before(move |_, _| {
            let verdict = verdict.clone();
            async { Ok(verdict) }
        })
    };
    agent("a").tool(noting("x", log)).tool_guardrail(guardrail)
}

#[test]
fn tool_guardrails_reject_or_raise() {
    for after in [false, true] {
        let log = Log::default();
        let answers = || {
            [
                ScriptedAnswer::calls([("x", json!({}))]),
                ScriptedAnswer::text("I see"),
            ]
        };
        let rejected = check(|| {
            Case::new(
                [guarded_tool(
                    &log,
                    ToolVerdict::Reject("Not now.".into()),
                    after,
                )],
                answers(),
            )
        });
        assert_eq!(rejected.results(), [(true, "Not now.")]);
        assert_eq!(rejected.response(), "I see");
        assert_eq!(log.all().len(), if after { 2 } else { 0 });

        let tripped = check(|| {
            Case::new(
                [guarded_tool(
                    &log,
                    ToolVerdict::Trip("Never.".into()),
                    after,
                )],
                answers(),
            )
        });
        assert_eq!(failed(&tripped), ("guardrail_tripped", "Never."));
        assert_eq!(
            tripped.results(),
            [(true, "A guardrail stopped this call.")]
        );
        assert_eq!(
            tripped.outline(),
            "start tool_call guardrail tool_result error"
        );
    }
}
