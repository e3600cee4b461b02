//! Structured output, and hooks.

use std::sync::{Arc, Mutex};

use serde_json::json;
use taskmanager_agent::{
    agent::Agents,
    driver::{Driver, MemoryJournal, Observer, RunControl},
    event::Event,
    model::scripted::*,
    run::{Ending, Run},
};

use crate::harness::*;

#[derive(Debug, PartialEq, serde::Deserialize, schemars::JsonSchema)]
struct Estimate {
    hours: u32,
}

fn answers(texts: &[&str]) -> Seen {
    check(|| {
        let answers = texts.iter().map(|text| ScriptedAnswer::text(text));
        Case::new([agent("a").tool(echo("x")).output::<Estimate>()], answers)
    })
}

#[test]
fn structured_output_is_validated() {
    let seen = answers(&["{\"hours\": 3}"]);
    let estimate: Estimate = serde_json::from_str(seen.response()).unwrap();
    assert_eq!(estimate, Estimate { hours: 3 });
    let asked = seen.requests[0].settings.output.clone().unwrap();
    assert_eq!(
        (asked.name.as_str(), &asked.schema["required"]),
        ("Estimate", &json!(["hours"]))
    );

    let seen = answers(&["{\"hours\": \"three\"}"]);
    let Ending::Failed {
        error_code,
        message,
    } = &seen.ending
    else {
        panic!()
    };
    assert_eq!(error_code, "output_invalid");
    assert!(
        message.starts_with("The answer is no Estimate: invalid type: string \"three\""),
        "{message}"
    );
}

#[test]
fn empty_structured_output_runs_again() {
    assert_eq!(answers(&["", " ", "{\"hours\":1}"]).requests.len(), 3);
}

#[test]
fn structured_output_with_only_a_tool_call_runs_again() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::text("{\"hours\":1}"),
        ];
        Case::new([agent("a").tool(echo("x")).output::<Estimate>()], answers)
    });
    assert_eq!(seen.response(), "{\"hours\":1}");
}

#[derive(Default)]
struct Hooks(Mutex<Vec<(u64, Event)>>);

impl Observer for Hooks {
    fn happened(&self, _: &Run, first_sequence: u64, events: &[Event]) {
        let numbered = (first_sequence..).zip(events.iter().cloned());
        self.0.lock().unwrap().extend(numbered);
    }
}

#[test]
fn hooks_are_called_once_each_in_order() {
    let hooks = Arc::new(Hooks::default());
    let mut journal = MemoryJournal::default();
    block_on(async {
        let script = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::text("all is done"),
        ];
        let agents = Agents::new(vec![agent("a").tool(echo("x"))]).unwrap();
        let driver = Driver::new(agents.into(), Arc::new(ScriptedModel::new(script)))
            .observer(hooks.clone());
        let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
        driver
            .drive(&mut run, (), &mut journal, &RunControl::new())
            .await
            .unwrap();
    });
    let expected: Vec<_> = (1..).zip(journal.events).collect();
    assert_eq!(*hooks.0.lock().unwrap(), expected);
}
