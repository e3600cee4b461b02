//! What a run may spend, and what becomes of one that would spend more.

use std::time::Duration;

use serde_json::json;
use taskmanager_agent::{
    agent::Agents,
    budget::{Bound, Budget},
    driver::{Driven, Driver, MemoryJournal, RunControl},
    event::{CompleteStatus, Event},
    handoff::Handoff,
    model::{ModelChunk, scripted::*},
    run::{Ending, Run},
};

use crate::harness::*;

fn bound(seen: &Seen) -> Bound {
    match seen.ending {
        Ending::Incomplete { bound, .. } => bound,
        ref other => panic!("{other:?}"),
    }
}

#[test]
fn turns_exceeded_returns_what_was_reached_with_the_reason() {
    let seen = check(|| {
        let turn = || ScriptedAnswer::of([ModelChunk::Text("Looking.".into()), call("x", "")]);
        let mut case = Case::new([agent("a").tool(echo("x"))], (0..10).map(|_| turn()));
        case.budget.turns = 3;
        case
    });
    assert_eq!((bound(&seen), seen.requests.len()), (Bound::Turns, 3));
    assert_eq!(seen.response(), "Looking.");
    assert_eq!(seen.results().len(), 3);
    let Some(Event::Complete {
        status: CompleteStatus::Incomplete,
        reason,
        ..
    }) = seen.events.last()
    else {
        panic!()
    };
    assert_eq!(reason.as_deref(), Some("turns"));
}

#[test]
fn an_answer_that_was_cut_off_is_incomplete_and_says_why() {
    for (bound, name) in [
        (Bound::AnswerLength, "answer_length"),
        (Bound::ContentFilter, "content_filter"),
    ] {
        let seen = check(|| {
            let text = ModelChunk::Text("A long ans".into());
            let script = [ScriptedAnswer::of([text, ModelChunk::CutOff(bound)])];
            Case::new([agent("a")], script)
        });
        assert_eq!(self::bound(&seen), bound);
        assert_eq!(seen.response(), "A long ans");
        let Some(Event::Complete { status, reason, .. }) = seen.events.last() else {
            panic!()
        };
        assert_eq!(*status, CompleteStatus::Incomplete);
        assert_eq!(reason.as_deref(), Some(name));
    }
}

#[test]
fn calls_of_an_answer_that_was_cut_off_are_made_and_the_run_goes_on() {
    let seen = check(|| {
        let cut = [call("x", "{}"), ModelChunk::CutOff(Bound::AnswerLength)];
        let script = [ScriptedAnswer::of(cut), ScriptedAnswer::text("ok")];
        Case::new([agent("a").tool(echo("x"))], script)
    });
    assert_eq!(seen.results().len(), 1);
    assert_eq!(
        seen.ending,
        Ending::Completed {
            response: "ok".into()
        }
    );
}

#[test]
fn the_default_is_ten_turns() {
    let seen = check(|| {
        let turn = || ScriptedAnswer::calls([("x", json!({}))]);
        Case::new([agent("a").tool(echo("x"))], (0..20).map(|_| turn()))
    });
    assert_eq!((bound(&seen), seen.requests.len()), (Bound::Turns, 10));
    assert!(
        seen.response()
            .starts_with("I stopped before I had an answer")
    );
}

#[test]
fn a_run_without_any_turn_still_has_a_beginning_and_an_end() {
    let seen = check(|| {
        let mut case = Case::new([agent("a")], []);
        case.budget.turns = 0;
        case
    });
    assert_eq!(seen.names(), ["start", "token", "complete"]);
}

#[test]
fn tokens_are_counted_before_each_call() {
    let seen = check(|| {
        let turn = || ScriptedAnswer::calls([("x", json!({}))]);
        let mut case = Case::new([agent("a").tool(echo("x"))], (0..20).map(|_| turn()));
        case.budget.tokens = Some(22);
        case
    });
    assert_eq!((bound(&seen), seen.requests.len()), (Bound::Tokens, 2));
}

#[test]
fn tool_calls_beyond_the_budget_are_not_started() {
    let log = Log::default();
    let seen = check(|| {
        let calls = [("x", json!({})), ("x", json!({})), ("x", json!({}))];
        let mut case = Case::new(
            [agent("a").tool(noting("x", &log))],
            [ScriptedAnswer::calls(calls)],
        );
        case.budget.tool_calls = 2;
        case
    });
    assert_eq!(bound(&seen), Bound::ToolCalls);
    assert_eq!(log.all().len(), 2 * 2);
    assert!(seen.results()[2].1.contains("used up its tool calls"));
}

#[test]
fn agents_that_hand_to_each_other_in_circles_are_told_and_then_stopped() {
    let agents = || {
        [
            agent("a").handoff(Handoff::to("b")),
            agent("b").handoff(Handoff::to("a")),
        ]
    };
    let to =
        |agent: &str| ScriptedAnswer::calls([(format!("transfer_to_{agent}").as_str(), json!({}))]);
    let seen = check(|| {
        Case::new(
            agents(),
            [to("b"), to("a"), to("b"), ScriptedAnswer::text("I can't.")],
        )
    });
    assert_eq!(seen.response(), "I can't.");
    assert_eq!(
        seen.outline(),
        "start handoff handoff tool_call tool_result complete"
    );
    assert!(
        seen.results()[2]
            .1
            .starts_with("This handoff was refused: a has handed to b before")
    );

    let seen = check(|| Case::new(agents(), [to("b"), to("a"), to("b"), to("b")]));
    assert_eq!(bound(&seen), Bound::Handoffs);
}

#[test]
fn handing_over_again_after_work_was_done_is_no_circle() {
    let seen = check(|| {
        let agents = [
            agent("a").handoff(Handoff::to("b")),
            agent("b").tool(echo("x")).handoff(Handoff::to("a")),
        ];
        let to = |agent: &str| {
            ScriptedAnswer::calls([(format!("transfer_to_{agent}").as_str(), json!({}))])
        };
        let work = ScriptedAnswer::calls([("x", json!({}))]);
        Case::new(
            agents,
            [
                to("b"),
                work,
                to("a"),
                to("b"),
                ScriptedAnswer::text("done"),
            ],
        )
    });
    assert_eq!(seen.state.handoff_chain(), ["a", "b", "a", "b"]);
    assert_eq!(seen.response(), "done");
}

#[test]
fn handoffs_beyond_the_budget_are_refused_and_the_model_is_told() {
    let seen = check(|| {
        let agents = [
            agent("a").handoff(Handoff::to("b")),
            agent("b").handoff(Handoff::to("c")),
            agent("c"),
        ];
        let to = |agent: &str| {
            ScriptedAnswer::calls([(format!("transfer_to_{agent}").as_str(), json!({}))])
        };
        let mut case = Case::new(
            agents,
            [to("b"), to("c"), ScriptedAnswer::text("b answers")],
        );
        case.budget.handoffs = 1;
        case
    });
    assert_eq!(seen.response(), "b answers");
    assert!(seen.results()[1].1.contains("used up its handoffs"));
}

#[test]
fn wall_time_ends_a_model_call_and_a_tool() {
    for hanging_tool in [false, true] {
        block_on(async {
            let tool = tool("hang", |_| std::future::pending());
            let agents = Agents::new(vec![agent("a").tool(tool)]).unwrap();
            let answer = if hanging_tool {
                ScriptedAnswer::calls([("hang", json!({}))])
            } else {
                ScriptedAnswer::text("half an").ending(ScriptedEnd::Hangs)
            };
            let driver = Driver::new(
                agents.into(),
                std::sync::Arc::new(ScriptedModel::new([answer])),
            );
            let mut case = Case::new([agent("a")], []);
            case.budget = Budget {
                wall_time: Some(Duration::from_secs(5)),
                ..Budget::default()
            };
            let (mut run, mut journal) = (Run::new(new_run(&case)), MemoryJournal::default());
            let driven = driver
                .drive(&mut run, (), &mut journal, &RunControl::new())
                .await
                .unwrap();
            let Driven::Ended(Ending::Incomplete {
                bound: Bound::WallTime,
                response,
            }) = driven
            else {
                panic!("{driven:?}")
            };
            assert_eq!(response == "half an", !hanging_tool);
            keeps_promises(&journal.events, &journal.items);
        });
    }
}

#[test]
fn a_handler_may_supply_the_answer_of_a_run_that_reached_a_bound() {
    block_on(async {
        let script = (0..5).map(|_| ScriptedAnswer::calls([("x", json!({}))]));
        let agents = Agents::new(vec![agent("a").tool(echo("x"))]).unwrap();
        let driver = Driver::new(
            agents.into(),
            std::sync::Arc::new(ScriptedModel::new(script)),
        )
        .on_bound(|run, bound| {
            Some(format!(
                "{} after {}",
                bound.as_str(),
                run.state().spent().turns
            ))
        });
        let mut case = Case::new([agent("a")], []);
        case.budget.turns = 2;
        let (mut run, mut journal) = (Run::new(new_run(&case)), MemoryJournal::default());
        let driven = driver
            .drive(&mut run, (), &mut journal, &RunControl::new())
            .await
            .unwrap();
        let response = "turns after 2".to_owned();
        assert_eq!(
            driven,
            Driven::Ended(Ending::Incomplete {
                bound: Bound::Turns,
                response: response.clone()
            })
        );
        assert_eq!(
            journal.events[journal.events.len() - 2],
            Event::Token {
                text: response,
                agent: "a".into()
            }
        );
    });
}
