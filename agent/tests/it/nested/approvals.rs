//! Runs inside a run that wait for approval, however deep.

use std::sync::Arc;

use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents},
    driver::{Driven, Driver, MemoryJournal, RunControl, commit},
    event::{Decision, Event},
    model::scripted::*,
    run::{DecideError, Decided, Ending, Run, RunStatus},
    tool::{AgentTool, Tool},
};

use super::{ask, boss};
use crate::harness::*;

#[test]
fn an_approval_inside_an_agent_used_as_a_tool_surfaces_outward() {
    for approve in [true, false] {
        let log = Log::default();
        let seen = check(|| {
            let helper = agent("helper").tool(noting("delete", &log).needs_approval());
            let answers = [
                ask(),
                ScriptedAnswer::calls([("delete", json!({"id": 3}))]),
                ScriptedAnswer::text("As you wish."),
                ScriptedAnswer::text("So be it."),
            ];
            let mut case = Case::new([boss(), helper], answers);
            case.decide = if approve { |_| true } else { |_| false };
            case
        });
        assert_eq!(seen.response(), "So be it.");
        let (outline, ran) = if approve {
            (
                "start tool_call approval_required paused resumed tool_call tool_result tool_result complete",
                2,
            )
        } else {
            (
                "start tool_call approval_required paused resumed tool_result tool_result complete",
                0,
            )
        };
        assert_eq!((seen.outline().as_str(), log.all().len()), (outline, ran));
        let asked = seen.events.iter().find_map(|event| match event {
            Event::ApprovalRequired { agent, tool, .. } => Some((agent.as_str(), tool.as_str())),
            _ => None,
        });
        assert_eq!(asked, Some(("helper", "delete")));
        let told = results(&seen.requests[2].items);
        let expected = if approve {
            (false, "done")
        } else {
            (true, "The user did not approve this call.")
        };
        assert_eq!(told, [expected]);
    }
}

/// A boss, a helper, and a helper's helper, each with a call that waits for approval.
fn three_levels(log: &Log) -> Vec<Agent<()>> {
    let careful =
        |name: &str, tool: &'static str| agent(name).tool(noting(tool, log).needs_approval());
    vec![
        careful("boss", "pay").tool(AgentTool::new("ask", "Asks.", "helper")),
        careful("helper", "delete").tool(AgentTool::new("ask", "Asks.", "third")),
        careful("third", "wipe"),
    ]
}

fn three_levels_script() -> Vec<ScriptedAnswer> {
    let input = json!({"input": "go on"});
    vec![
        ScriptedAnswer::calls([("ask", input.clone()), ("pay", json!({}))]),
        ScriptedAnswer::calls([("ask", input), ("delete", json!({}))]),
        ScriptedAnswer::calls([("wipe", json!({}))]),
        ScriptedAnswer::text("wiped"),
        ScriptedAnswer::text("deleted"),
        ScriptedAnswer::text("paid"),
    ]
}

#[test]
fn one_pause_asks_for_all_that_waits_however_deep() {
    let log = Log::default();
    let seen = check(|| {
        let mut case = Case::new(three_levels(&log), three_levels_script());
        case.decide = |tool| tool != "delete";
        case
    });
    assert_eq!(seen.response(), "paid");
    let count = |name| seen.names().iter().filter(|seen| **seen == name).count();
    assert_eq!(
        (
            count("paused"),
            count("resumed"),
            count("approval_required")
        ),
        (1, 1, 3)
    );
    let mut ran = log.all();
    ran.sort_unstable();
    assert_eq!(ran, ["pay", "pay", "wipe", "wipe"]);
}

pub(super) async fn paused_deep(log: &Log) -> (Driver<()>, MemoryJournal) {
    let model = ScriptedModel::new(three_levels_script());
    let agents = Agents::new(three_levels(log)).unwrap();
    let driver = Driver::new(agents.into(), Arc::new(model));
    let mut run = Run::new(new_run(&Case::new([agent("boss")], [])));
    let (mut journal, control) = (MemoryJournal::default(), RunControl::new());
    let driven = driver.drive(&mut run, (), &mut journal, &control);
    assert_eq!(driven.await.unwrap(), Driven::Paused);
    (driver, journal)
}

#[test]
fn decisions_on_inner_calls_are_taken_one_by_one_over_restarts() {
    let log = Log::default();
    block_on(async {
        let (driver, mut journal) = paused_deep(&log).await;
        let calls = pending(&mut reload(&journal, &[]));
        let tools: Vec<_> = calls.iter().map(|(_, tool)| tool.as_str()).collect();
        assert_eq!(tools, ["wipe", "delete", "pay"]);
        let decision = |index: usize, approve| Decision {
            call_id: calls[index].0.clone(),
            approve,
            reason: None,
        };
        for (index, decided) in [
            (0, Decided::Waiting),
            (2, Decided::Waiting),
            (1, Decided::Resumed),
        ] {
            let mut run = reload(&journal, &[]);
            assert_eq!(run.state().status(), RunStatus::Paused);
            if index != 0 {
                let error = run.decide(driver.agents(), &[decision(1, true), decision(0, false)]);
                assert_eq!(error, Err(DecideError::AlreadyDecided(calls[0].0.clone())));
                assert_eq!(
                    run.decide(driver.agents(), &[decision(0, true)]),
                    Ok(Decided::Waiting),
                    "the same decision again changes nothing"
                );
            }
            let error = run.decide(
                driver.agents(),
                &[Decision {
                    call_id: "call_x".into(),
                    approve: true,
                    reason: None,
                }],
            );
            assert_eq!(error, Err(DecideError::UnknownCall("call_x".into())));
            assert_eq!(
                run.decide(driver.agents(), &[decision(index, true)]),
                Ok(decided)
            );
            commit(&mut run, &mut journal).await.unwrap();
        }
        assert_eq!(log.all(), [""; 0], "nothing runs before it is driven");
        let mut run = reload(&journal, &[]);
        let control = RunControl::new();
        let driven = driver.drive(&mut run, (), &mut journal, &control);
        assert_eq!(
            driven.await.unwrap(),
            Driven::Ended(Ending::Completed {
                response: "paid".into()
            })
        );
        assert_eq!(log.all().len(), 3);
        keeps_promises(&journal.events, &journal.items);
    });
}

#[test]
fn a_call_of_an_agent_may_itself_need_approval() {
    let seen = check(|| {
        let careful = Tool::from(AgentTool::new("ask", "Asks.", "helper")).needs_approval();
        let answers = [
            ask(),
            ScriptedAnswer::text("It is 42."),
            ScriptedAnswer::text("42."),
        ];
        Case::new([agent("boss").tool(careful), agent("helper")], answers)
    });
    assert_eq!(
        seen.outline(),
        "start approval_required paused resumed tool_call tool_result complete"
    );
}
