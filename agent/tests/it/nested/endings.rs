//! How runs inside a run end when something goes wrong or is cancelled.

use std::{sync::Arc, time::Duration};

use serde_json::json;
use taskmanager_agent::{
    agent::{Agent, Agents},
    driver::{Driven, Driver, MemoryJournal, RunControl, When, commit},
    event::Event,
    model::scripted::*,
    run::{Ending, Run, RunStatus},
    tool::{AgentTool, Tool, ToolError},
};
use tokio::time::sleep;

use super::{approvals::paused_deep, ask, boss};
use crate::harness::*;

#[test]
fn a_run_paused_inside_can_be_cancelled_and_every_call_is_closed() {
    block_on(async {
        let (_, mut journal) = paused_deep(&Log::default()).await;
        let mut run = reload(&journal, &[]);
        assert!(run.cancel("approval_expired"));
        commit(&mut run, &mut journal).await.unwrap();
        keeps_promises(&journal.events, &journal.items);
        assert_eq!(results(&journal.items).len(), 2);
    });
}

/// Drives a boss and a helper, tells the run to stop after 10 ms, and gives what is on record.
fn stopped(helper: Agent<()>, script: Vec<ScriptedAnswer>, when: When) -> (MemoryJournal, Ending) {
    block_on(async {
        let mut answers = vec![ask()];
        answers.extend(script);
        let model = Arc::new(ScriptedModel::new(answers));
        let agents = Agents::new(vec![boss(), helper]).unwrap();
        let driver = Driver::new(agents.into(), model.clone());
        let mut run = Run::new(new_run(&Case::new([agent("boss")], [])));
        let (mut journal, control) = (MemoryJournal::default(), RunControl::new());
        let cancel = async {
            sleep(Duration::from_millis(10)).await;
            control.cancel(when, "cancelled");
        };
        let (driven, ()) = tokio::join!(driver.drive(&mut run, (), &mut journal, &control), cancel);
        let Driven::Ended(ending) = driven.unwrap() else {
            panic!("it is paused")
        };
        keeps_promises(&journal.events, &journal.items);
        let used = journal.state.as_ref().unwrap().usage().model_calls;
        assert_eq!(used, model.requests().len() as u64, "usage adds up");
        (journal, ending)
    })
}

fn cancelled() -> Ending {
    Ending::Cancelled {
        reason: "cancelled".into(),
    }
}

#[test]
fn cancel_at_once_reaches_inward_and_every_started_call_is_on_record() {
    let helper = agent("helper")
        .tool(tool("hang", |_| std::future::pending()))
        .tool(echo("x"));
    let script = vec![ScriptedAnswer::calls([
        ("hang", json!({})),
        ("x", json!({})),
    ])];
    let (journal, ending) = stopped(helper, script, When::Now);
    assert_eq!(ending, cancelled());
    let names: Vec<_> = journal.events.iter().map(Event::name).collect();
    assert_eq!(
        names.join(" "),
        "start tool_call tool_call tool_call tool_result tool_result tool_result cancelled"
    );
    assert!(
        results(&journal.items)[0]
            .1
            .starts_with("This call was interrupted.")
    );
}

#[test]
fn cancel_at_once_ends_an_inner_model_call_and_counts_it() {
    let script = vec![ScriptedAnswer::text("half an").ending(ScriptedEnd::Hangs)];
    let (journal, ending) = stopped(agent("helper"), script, When::Now);
    assert_eq!(ending, cancelled());
    assert!(!format!("{:?}", journal.events).contains("half an"));
}

#[test]
fn cancel_after_the_turn_lets_inner_tools_finish_and_calls_no_model() {
    let log = Log::default();
    let noted = log.clone();
    let slow = tool("slow", move |_| {
        let log = noted.clone();
        async move {
            sleep(Duration::from_millis(100)).await;
            log.note("finished");
            Ok(json!("done"))
        }
    });
    let script = vec![
        ScriptedAnswer::calls([("slow", json!({}))]),
        ScriptedAnswer::text("never said"),
    ];
    let (journal, ending) = stopped(agent("helper").tool(slow), script, When::AfterTurn);
    assert_eq!(
        (ending, log.all()),
        (cancelled(), vec!["finished".to_owned()])
    );
    assert!(results(&journal.items)[0].0, "the helper came to no answer");
}

#[test]
fn a_fatal_failure_beside_a_nested_run_interrupts_it_and_usage_adds_up() {
    block_on(async {
        let fatal = tool("fatal", |_| async {
            sleep(Duration::from_millis(10)).await;
            Err(ToolError::fatal("gone"))
        });
        let model = Arc::new(ScriptedModel::new([
            ScriptedAnswer::calls([("ask", json!({"input": "?"})), ("fatal", json!({}))]),
            ScriptedAnswer::text("half an").ending(ScriptedEnd::Hangs),
        ]));
        let agents = Agents::new(vec![boss().tool(fatal), agent("helper")]).unwrap();
        let driver = Driver::new(agents.into(), model);
        let mut run = Run::new(new_run(&Case::new([agent("boss")], [])));
        let mut journal = MemoryJournal::default();
        driver
            .drive(&mut run, (), &mut journal, &RunControl::new())
            .await
            .unwrap();
        keeps_promises(&journal.events, &journal.items);
        assert_eq!(run.state().status(), RunStatus::Failed);
        assert_eq!(run.state().usage().model_calls, 2);
    });
}

#[test]
fn a_timeout_ends_a_nested_run_and_its_open_calls_are_closed() {
    let seen = check(|| {
        let slow = tool("slow", |_| async {
            sleep(Duration::from_secs(30)).await;
            Ok(json!("late"))
        });
        let hurried =
            Tool::from(AgentTool::new("ask", "Asks.", "helper")).timeout(Duration::from_secs(1));
        let answers = [
            ask(),
            ScriptedAnswer::calls([("slow", json!({}))]),
            ScriptedAnswer::text("I see."),
        ];
        Case::new(
            [agent("boss").tool(hurried), agent("helper").tool(slow)],
            answers,
        )
    });
    assert!(seen.results()[0].1.contains("used up its wall_time"));
    assert_eq!(
        seen.outline(),
        "start tool_call tool_call tool_result tool_result complete"
    );
}
