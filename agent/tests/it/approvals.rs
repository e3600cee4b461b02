//! Calls that wait for the user.

use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents},
    driver::{Driven, Driver, MemoryJournal, RunControl, commit},
    event::{Decision, Event},
    handoff::Handoff,
    model::scripted::*,
    run::{DecideError, Decided, Run, RunStatus},
};

use crate::harness::*;

fn careful(log: &Log) -> Agent<()> {
    agent("a")
        .tool(noting("free", log))
        .tool(noting("delete", log).needs_approval())
        .tool(noting("wipe", log).needs_approval())
        .handoff(Handoff::to("b"))
}

#[test]
fn a_call_that_needs_approval_pauses_the_run_and_beats_handoff_and_final_answer() {
    let log = Log::default();
    let seen = check(|| {
        let answer = ScriptedAnswer::of([
            taskmanager_agent::model::ModelChunk::Text("Gone!".into()),
            call("transfer_to_b", ""),
            call("delete", "{\"task_id\":3}"),
            call("free", ""),
        ]);
        Case::new(
            [careful(&log), agent("b")],
            [answer, ScriptedAnswer::text("b here")],
        )
    });
    assert_eq!(
        seen.outline(),
        "start tool_call tool_result approval_required paused resumed tool_call tool_result handoff complete"
    );
    // Twice: once for each way of running the case.
    assert_eq!(log.all(), ["free", "delete", "free", "delete"]);
}

#[test]
fn a_rejected_call_is_not_run_and_the_model_is_told() {
    let log = Log::default();
    let seen = check(|| {
        let calls = [("delete", json!({})), ("wipe", json!({}))];
        let answers = [
            ScriptedAnswer::calls(calls),
            ScriptedAnswer::text("As you wish"),
        ];
        let mut case = Case::new([careful(&log), agent("b")], answers);
        case.decide = |tool| tool == "wipe";
        case
    });
    assert_eq!(log.all(), ["wipe", "wipe"]);
    assert_eq!(
        seen.results(),
        [
            (true, "The user did not approve this call."),
            (false, "done")
        ]
    );
    assert_eq!(
        seen.outline(),
        "start approval_required approval_required paused resumed tool_result tool_call tool_result complete"
    );
}

#[test]
fn the_arguments_that_were_shown_are_the_ones_that_run() {
    let seen = check(|| {
        // The model changes its mind while the first call waits: that is another call, and waits for itself.
        let answers = [
            ScriptedAnswer::calls([("share", json!({"with": "ana"}))]),
            ScriptedAnswer::calls([("share", json!({"with": "everybody"}))]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent("a").tool(echo("share").needs_approval())], answers)
    });
    let arguments = |name: &str| {
        let events = seen.events.iter().filter_map(move |event| match event {
            Event::ApprovalRequired { arguments, .. } if name == "asked" => Some(arguments),
            Event::ToolCall { arguments, .. } if name == "run" => Some(arguments),
            _ => None,
        });
        events.cloned().collect::<Vec<_>>()
    };
    let expected = [json!({"with": "ana"}), json!({"with": "everybody"})];
    assert_eq!(arguments("asked"), expected);
    assert_eq!(arguments("run"), expected);
    assert_eq!(
        seen.results(),
        [
            (false, r#"{"with":"ana"}"#),
            (false, r#"{"with":"everybody"}"#)
        ]
    );
}

#[test]
fn approval_may_depend_on_the_arguments() {
    let log = Log::default();
    let seen = check(|| {
        let tool = noting("share", &log).needs_approval_if(|(), args| args["permission"] == "edit");
        let calls = [
            ("share", json!({"permission": "view"})),
            ("share", json!({"permission": "edit"})),
        ];
        Case::new(
            [agent("a").tool(tool)],
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        )
    });
    let asked = seen
        .names()
        .iter()
        .filter(|name| **name == "approval_required")
        .count();
    assert_eq!(asked, 1);
}

async fn paused(log: &Log) -> (Driver<()>, Run, MemoryJournal) {
    let calls = [("delete", json!({"task_id": 3})), ("wipe", json!({}))];
    let model = ScriptedModel::new([ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")]);
    let agents = Agents::new(vec![careful(log), agent("b")]).unwrap();
    let driver = Driver::new(agents.into(), std::sync::Arc::new(model));
    let mut run = Run::new(new_run(&Case::new([careful(log)], [])));
    let mut journal = MemoryJournal::default();
    let driven = driver
        .drive(&mut run, (), &mut journal, &RunControl::new())
        .await
        .unwrap();
    assert_eq!(driven, Driven::Paused);
    (driver, run, journal)
}

fn decision(call_id: &str, approve: bool) -> Decision {
    Decision {
        call_id: call_id.to_owned(),
        approve,
        reason: None,
    }
}

#[test]
fn undecided_calls_stay_pending_over_a_restart_and_the_run_resumes_with_the_last_decision() {
    let log = Log::default();
    block_on(async {
        let (driver, mut run, mut journal) = paused(&log).await;
        let calls = pending(&mut run);
        let decided = run
            .decide(driver.agents(), &[decision(&calls[1].0, true)])
            .unwrap();
        assert_eq!(decided, Decided::Waiting);
        commit(&mut run, &mut journal).await.unwrap();

        let mut run = reload(&journal, &[]);
        assert_eq!(run.state().status(), RunStatus::Paused);
        assert_eq!(pending(&mut run), calls[..1]);
        // The same decision again changes nothing; the opposite one is refused.
        assert_eq!(
            run.decide(driver.agents(), &[decision(&calls[1].0, true)]),
            Ok(Decided::Waiting)
        );
        let error = run.decide(
            driver.agents(),
            &[decision(&calls[0].0, true), decision(&calls[1].0, false)],
        );
        assert_eq!(error, Err(DecideError::AlreadyDecided(calls[1].0.clone())));
        assert_eq!(
            pending(&mut run),
            calls[..1],
            "of refused decisions none is taken"
        );
        let error = run.decide(driver.agents(), &[decision("call_x", true)]);
        assert_eq!(error, Err(DecideError::UnknownCall("call_x".into())));

        assert_eq!(
            run.decide(driver.agents(), &[decision(&calls[0].0, false)]),
            Ok(Decided::Resumed)
        );
        commit(&mut run, &mut journal).await.unwrap();
        assert_eq!(
            log.all(),
            [""; 0],
            "nothing runs before the run is driven again"
        );
        driver
            .drive(&mut run, (), &mut journal, &RunControl::new())
            .await
            .unwrap();
        assert_eq!(log.all(), ["wipe"]);
        keeps_promises(&journal.events, &journal.items);
        let error = run.decide(driver.agents(), &[decision(&calls[0].0, false)]);
        assert_eq!(error, Err(DecideError::NotPaused));
    });
}

#[test]
fn a_resumed_run_keeps_its_turn_count_and_skips_what_was_done() {
    let log = Log::default();
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("free", json!({}))]),
            ScriptedAnswer::calls([("free", json!({})), ("delete", json!({}))]),
            ScriptedAnswer::calls([("free", json!({}))]),
        ];
        let mut case = Case::new([careful(&log), agent("b")], answers);
        case.budget.turns = 3;
        case
    });
    assert_eq!(seen.state.status(), RunStatus::Incomplete);
    assert_eq!(seen.state.spent().turns, 3);
    assert_eq!(log.all()[..4], ["free", "free", "delete", "free"]);
}

#[test]
fn a_paused_run_can_be_cancelled_and_its_calls_are_closed() {
    let log = Log::default();
    block_on(async {
        let (_, _, mut journal) = paused(&log).await;
        let mut run = reload(&journal, &[]);
        assert!(run.cancel("approval_expired"));
        commit(&mut run, &mut journal).await.unwrap();
        keeps_promises(&journal.events, &journal.items);
        let last = Event::Cancelled {
            reason: "approval_expired".into(),
        };
        assert_eq!(journal.events.last(), Some(&last));
        assert!(!run.cancel("again"), "a run that is over stays as it is");
        assert!(run.unsaved().is_empty());
    });
}
