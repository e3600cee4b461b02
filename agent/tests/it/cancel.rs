//! Cancelling: at once, after the turn, twice, too late.

use std::{sync::Arc, time::Duration};

use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents},
    driver::{Driven, Driver, MemoryJournal, RunControl, When, commit},
    event::Event,
    item::Item,
    model::scripted::*,
    run::{Ending, Run, RunStatus},
};
use tokio::time::sleep;

use crate::harness::*;

/// Drives a run, cancels it after so many milliseconds, and gives what is on record.
fn cancelled(
    agent: Agent<()>,
    script: Vec<ScriptedAnswer>,
    after_ms: u64,
    when: When,
) -> (MemoryJournal, Ending) {
    block_on(async {
        let agents = Agents::new(vec![agent]).unwrap();
        let driver = Driver::new(agents.into(), Arc::new(ScriptedModel::new(script)));
        let mut run = Run::new(new_run(&Case::new([Agent::new("a", "")], [])));
        let (mut journal, control) = (MemoryJournal::default(), RunControl::new());
        let cancel = async {
            sleep(Duration::from_millis(after_ms)).await;
            assert!(control.cancel(when, "cancelled"));
            assert!(
                !control.cancel(when, "another reason"),
                "cancelling twice is cancelling once"
            );
        };
        let (driven, ()) = tokio::join!(driver.drive(&mut run, (), &mut journal, &control), cancel);
        let Driven::Ended(ending) = driven.unwrap() else {
            panic!()
        };
        keeps_promises(&journal.events, &journal.items);
        (journal, ending)
    })
}

fn is_cancelled(ending: &Ending) -> bool {
    *ending
        == Ending::Cancelled {
            reason: "cancelled".into(),
        }
}

#[test]
fn cancel_at_once_in_the_middle_of_an_answer_keeps_what_was_said() {
    let script = vec![ScriptedAnswer::text("One two").ending(ScriptedEnd::Hangs)];
    let (journal, ending) = cancelled(agent("a"), script, 10, When::Now);
    assert!(is_cancelled(&ending));
    let said = Item::AssistantMessage {
        agent: "a".into(),
        text: "One two".into(),
    };
    assert_eq!(journal.items, [user("go"), said]);
}

#[test]
fn cancel_at_once_in_the_middle_of_tools_has_every_started_tool_on_record() {
    let hang = tool("hang", |_| std::future::pending());
    let agent = agent("a").tool(hang).tool(echo("x"));
    let script = vec![ScriptedAnswer::calls([
        ("hang", json!({})),
        ("x", json!({})),
    ])];
    let (journal, ending) = cancelled(agent, script, 10, When::Now);
    assert!(is_cancelled(&ending));
    let found = results(&journal.items);
    assert!(found[0].1.starts_with("This call was interrupted."));
    assert_eq!(found[1], (false, "{}"));
    let names: Vec<_> = journal.events.iter().map(Event::name).collect();
    assert_eq!(
        names,
        [
            "start",
            "tool_call",
            "tool_call",
            "tool_result",
            "tool_result",
            "cancelled"
        ]
    );
}

#[test]
fn cancel_after_the_turn_lets_tools_finish() {
    let log = Log::default();
    let slow = {
        let log = log.clone();
        tool("slow", move |_| {
            let log = log.clone();
            async move {
                sleep(Duration::from_millis(100)).await;
                log.note("finished");
                Ok(json!("done"))
            }
        })
    };
    let script = vec![
        ScriptedAnswer::calls([("slow", json!({}))]),
        ScriptedAnswer::text("never said"),
    ];
    let (journal, ending) = cancelled(agent("a").tool(slow), script, 10, When::AfterTurn);
    assert!(is_cancelled(&ending));
    assert_eq!(log.all(), ["finished"]);
    assert_eq!(results(&journal.items), [(false, "done")]);
}

#[test]
fn cancel_after_the_turn_lets_the_answer_finish() {
    let slow = tool("slow", |_| async {
        sleep(Duration::from_millis(100)).await;
        Ok(json!("the answer"))
    });
    let agent = agent("a")
        .tool(slow)
        .tool_use(taskmanager_agent::agent::ToolUse::StopOnFirstTool);
    let script = vec![ScriptedAnswer::calls([("slow", json!({}))])];
    let (_, ending) = cancelled(agent, script, 10, When::AfterTurn);
    assert_eq!(
        ending,
        Ending::Completed {
            response: "the answer".into()
        }
    );
}

#[test]
fn a_cancel_after_the_turn_can_be_hastened() {
    let control = RunControl::new();
    assert!(control.cancel(When::AfterTurn, "shutdown"));
    assert!(control.clone().cancel(When::Now, "cancelled"));
    assert!(!control.cancel(When::AfterTurn, "x"));
    block_on(async {
        let script = ScriptedModel::new([ScriptedAnswer::text("hi").ending(ScriptedEnd::Hangs)]);
        let agents = Agents::new(vec![agent("a")]).unwrap();
        let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
        let mut journal = MemoryJournal::default();
        let driver = Driver::new(agents.into(), Arc::new(script));
        let driven = driver
            .drive(&mut run, (), &mut journal, &control)
            .await
            .unwrap();
        assert_eq!(
            driven,
            Driven::Ended(Ending::Cancelled {
                reason: "shutdown".into()
            })
        );
    });
}

#[test]
fn a_drive_can_be_spawned() {
    fn spawnable<T: Send>(_: &T) {}
    let agents = Agents::new(vec![agent("a")]).unwrap();
    let driver = Driver::new(agents.into(), Arc::new(ScriptedModel::default()));
    let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
    let (mut journal, control) = (MemoryJournal::default(), RunControl::new());
    let drive = driver.drive(&mut run, (), &mut journal, &control);
    spawnable(&drive);
    drop(drive);
    spawnable(&driver.step(&mut run, (), &mut journal, &control));
}

#[test]
fn a_queued_run_that_is_cancelled_leaves_nothing_in_its_session() {
    block_on(async {
        let mut journal = MemoryJournal::default();
        let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
        commit(&mut run, &mut journal).await.unwrap();
        let mut run = reload(&journal, &[]);
        assert_eq!(run.state().status(), RunStatus::Queued);
        assert!(run.cancel("cancelled"));
        commit(&mut run, &mut journal).await.unwrap();
        assert_eq!(
            journal.events,
            [Event::Cancelled {
                reason: "cancelled".into()
            }]
        );
        assert_eq!(journal.items, []);
    });
}
