//! The process dies. What was stored is all that is left, and it must be enough.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use serde_json::json;
use taskmanager_agent::{
    agent::Agents,
    driver::{Driven, Driver, Entry, Journal, JournalError, MemoryJournal, RunControl, commit},
    event::{Decision, Event},
    handoff::Handoff,
    model::scripted::*,
    run::{Ending, RestoreError, Run, RunState, RunStatus},
    session::HistoryLimit,
    tool::AgentTool,
};

use crate::harness::*;

/// A journal that stores so many entries and then fails, as a process that is killed there would leave it.
struct Dying {
    stored: MemoryJournal,
    entries_left: usize,
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
}

/// Two tools and an agent used as a tool, which calls one of them.
fn script() -> Vec<ScriptedAnswer> {
    vec![
        ScriptedAnswer::of([
            taskmanager_agent::model::ModelChunk::Text("Let me see. ".into()),
            call("x", ""),
            call("y", ""),
        ]),
        ScriptedAnswer::calls([("ask", json!({"input": "go on"}))]),
        ScriptedAnswer::calls([("x", json!({}))]),
        ScriptedAnswer::text("It is done"),
        ScriptedAnswer::text("All is done"),
    ]
}

fn driver(log: &Log, script: Vec<ScriptedAnswer>) -> Driver<()> {
    let agents = Agents::new(vec![
        agent("a")
            .tool(noting("x", log))
            .tool(noting("y", log))
            .tool(AgentTool::new("ask", "Asks b.", "b")),
        agent("b").tool(noting("x", log)),
    ])
    .unwrap();
    Driver::new(agents.into(), Arc::new(ScriptedModel::new(script)))
}

/// Drives until the journal has taken so many entries; `None` where the run ended before.
async fn die_after(entries: usize, log: &Log) -> Option<MemoryJournal> {
    let mut journal = Dying {
        stored: MemoryJournal::default(),
        entries_left: entries,
    };
    let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
    commit(&mut run, &mut journal).await.unwrap();
    let driven = driver(log, script())
        .drive(&mut run, (), &mut journal, &RunControl::new())
        .await;
    driven.is_err().then_some(journal.stored)
}

#[test]
fn wherever_the_process_dies_the_run_ends_as_interrupted_and_nothing_is_orphaned() {
    block_on(async {
        let mut deaths = 0;
        for entries in 1.. {
            let log = Log::default();
            let Some(mut journal) = die_after(entries, &log).await else {
                break;
            };
            deaths += 1;
            let mut run = reload(&journal, &[]);
            if run.state().status() == RunStatus::Queued {
                assert!(!run.abandon(), "a queued run lives on");
                continue;
            }
            let before = journal.events.clone();
            assert!(run.abandon());
            assert!(!run.abandon());
            commit(&mut run, &mut journal).await.unwrap();
            assert_eq!(journal.events[..before.len()], before);
            keeps_promises(&journal.events, &journal.items);
            let started = |event: &&Event| matches!(event, Event::ToolCall { .. });
            let recorded = journal.events.iter().filter(started).count();
            assert!(
                log.all().len() <= recorded,
                "a tool ran that is not on record"
            );
            let Some(Event::Error { error_code, .. }) = journal.events.last() else {
                panic!()
            };
            assert_eq!(error_code, "interrupted");
        }
        assert!(deaths >= 9, "{deaths}");
    });
}

#[test]
fn wherever_the_process_dies_the_run_can_be_taken_up_and_no_recorded_tool_runs_twice() {
    block_on(async {
        for entries in 1.. {
            let log = Log::default();
            let Some(mut journal) = die_after(entries, &log).await else {
                break;
            };
            let mut run = reload(&journal, &[]);
            let answered = run.state().usage().model_calls as usize;
            let rest = script().split_off(answered);
            let driven = driver(&log, rest)
                .drive(&mut run, (), &mut journal, &RunControl::new())
                .await
                .unwrap();
            assert_eq!(
                driven,
                Driven::Ended(Ending::Completed {
                    response: "All is done".into()
                })
            );
            keeps_promises(&journal.events, &journal.items);
            assert!(log.all().len() <= 3, "{:?} at {entries}", log.all());
        }
    });
}

#[test]
fn text_that_was_stored_without_the_state_is_counted_when_the_run_is_restored() {
    block_on(async {
        let script = vec![ScriptedAnswer::text("half an answer").ending(ScriptedEnd::Hangs)];
        let mut journal = MemoryJournal::default();
        let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
        let (driver, control) = (driver(&Log::default(), script), RunControl::new());
        let drive = driver.drive(&mut run, (), &mut journal, &control);
        let died = tokio::time::timeout(Duration::from_secs(1), drive).await;
        assert!(died.is_err());
        let stored = journal.state.as_ref().unwrap().next_sequence();
        assert!(
            stored <= journal.events.len() as u64,
            "the state is older than the text"
        );

        let mut run = reload(&journal, &[]);
        assert!(run.abandon());
        commit(&mut run, &mut journal).await.unwrap();
        keeps_promises(&journal.events, &journal.items);
        assert_eq!(journal.events.len(), 1 + 3 + 1);
    });
}

#[test]
fn what_cannot_be_restored_is_said() {
    let state = block_on(async {
        let mut journal = MemoryJournal::default();
        commit(
            &mut Run::new(new_run(&Case::new([agent("a")], []))),
            &mut journal,
        )
        .await
        .unwrap();
        serde_json::to_value(journal.state.unwrap()).unwrap()
    });
    let restore = |key: &str, value: serde_json::Value| {
        let mut state = state.clone();
        state[key] = value;
        let state: RunState = serde_json::from_value(state).unwrap();
        Run::restore(state, vec![], HistoryLimit::default(), vec![], 0).map(drop)
    };
    assert_eq!(
        restore("version", json!(99)),
        Err(RestoreError::NewerVersion(99))
    );
    assert_eq!(
        restore("own_items", json!(1)),
        Err(RestoreError::ItemsMissing {
            expected: 1,
            found: 0
        })
    );
}

/// How the fixtures are made, when the version changes: `cargo test -p taskmanager-agent -- --ignored write_a_run`.
#[test]
#[ignore = "writes a fixture"]
fn write_a_run_of_this_version() {
    let script = vec![
        ScriptedAnswer::calls([("x", json!({}))]),
        ScriptedAnswer::calls([("transfer_to_b", json!({"reason": "deleting"}))]),
        ScriptedAnswer::calls([("ask", json!({"input": "delete it"})), ("x", json!({}))]),
        ScriptedAnswer::calls([("y", json!({"n": 1})), ("x", json!({}))]),
    ];
    let driver = fixture_driver(script);
    let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
    let driven = block_on(driver.drive(
        &mut run,
        (),
        &mut MemoryJournal::default(),
        &RunControl::new(),
    ));
    assert_eq!(driven.unwrap(), Driven::Paused);
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/runs");
    std::fs::create_dir_all(folder).unwrap();
    let text = serde_json::to_string_pretty(&run).unwrap();
    let version = taskmanager_agent::run::RUN_VERSION;
    std::fs::write(format!("{folder}/v{version}-paused.json"), text + "\n").unwrap();
}

fn fixture_driver(script: Vec<ScriptedAnswer>) -> Driver<()> {
    let log = Log::default();
    let filtered = Handoff::to("b").input_filter(|items| items);
    let agents = vec![
        agent("a").tool(noting("x", &log)).handoff(filtered),
        agent("b")
            .tool(noting("x", &log))
            .tool(noting("y", &log).needs_approval())
            .tool(AgentTool::new("ask", "Asks c.", "c")),
        agent("c")
            .tool(noting("x", &log))
            .tool(noting("y", &log).needs_approval()),
    ];
    Driver::new(
        Agents::new(agents).unwrap().into(),
        Arc::new(ScriptedModel::new(script)),
    )
}

#[test]
fn runs_stored_by_earlier_versions_stay_readable_and_go_on() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/runs");
    let mut read = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let text = std::fs::read_to_string(file.unwrap().path()).unwrap();
        let mut run: Run = serde_json::from_str(&text).unwrap();
        assert_eq!(run.state().status(), RunStatus::Paused);
        let stored: serde_json::Value = serde_json::from_str(&text).unwrap();
        let version = stored["state"]["version"].as_u64().unwrap();
        read.push(version);

        let [(call_id, _)] = &pending(&mut run)[..] else {
            panic!("one call waits")
        };
        let decision = Decision {
            call_id: call_id.clone(),
            approve: true,
            reason: None,
        };
        // From version 2 on, the call that waits is one inside an agent used as a tool.
        let inner = (version > 1).then(|| ScriptedAnswer::text("inside"));
        let script = inner.into_iter().chain([ScriptedAnswer::text("outside")]);
        let driver = fixture_driver(script.collect());
        run.decide(driver.agents(), &[decision]).unwrap();
        let (mut events, control) = (Vec::new(), RunControl::new());
        let driven = block_on(driver.drive(&mut run, (), &mut Collecting(&mut events), &control));
        let ending = Ending::Completed {
            response: "outside".into(),
        };
        assert_eq!(driven.unwrap(), Driven::Ended(ending));
        no_orphans(run.own_items());
        assert!(events.last().unwrap().is_last());
    }
    read.sort_unstable();
    assert_eq!(
        read,
        (1..=u64::from(taskmanager_agent::run::RUN_VERSION)).collect::<Vec<_>>(),
        "a fixture for each version"
    );
}

/// A journal that begins in the middle of a run.
struct Collecting<'a>(&'a mut Vec<Event>);

#[async_trait]
impl Journal for Collecting<'_> {
    async fn append(&mut self, entry: Entry<'_>) -> Result<(), JournalError> {
        self.0.extend_from_slice(entry.events);
        Ok(())
    }
}
