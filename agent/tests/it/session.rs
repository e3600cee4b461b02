//! Conversations over several runs.

use serde_json::json;
use taskmanager_agent::{
    agent::Agents,
    driver::{Driver, MemoryJournal, RunControl},
    item::Item,
    model::scripted::*,
    run::Run,
    session::{HistoryLimit, MemorySessions},
};

use crate::harness::*;

fn said(text: &str) -> Item {
    Item::AssistantMessage {
        agent: "a".into(),
        text: text.to_owned(),
    }
}

fn call_of(id: &str) -> Item {
    Item::ToolCall {
        call_id: id.into(),
        agent: "a".into(),
        tool: "x".into(),
        arguments: "{}".into(),
    }
}

fn result_of(id: &str) -> Item {
    Item::ToolResult {
        call_id: id.into(),
        output: "done".into(),
        is_error: false,
    }
}

#[test]
fn a_run_sees_what_was_said_before() {
    let seen = check(|| {
        let mut case = Case::new([agent("a")], [ScriptedAnswer::text("again")]);
        case.history = vec![user("before"), said("indeed")];
        case
    });
    assert_eq!(
        seen.requests[0].items,
        [user("before"), said("indeed"), user("go")]
    );
    assert_eq!(
        seen.items,
        [user("go"), said("again")],
        "only what is new is added"
    );
}

#[test]
fn each_turn_is_stored_call_before_output() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("x", json!({})), ("x", json!({}))]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent("a").tool(echo("x"))], answers)
    });
    let kinds: Vec<_> = seen
        .items
        .iter()
        .map(|item| serde_json::to_value(item).unwrap()["type"].clone())
        .collect();
    assert_eq!(
        json!(kinds),
        json!([
            "user_message",
            "tool_call",
            "tool_call",
            "tool_result",
            "tool_result",
            "assistant_message"
        ])
    );
}

#[test]
fn a_limit_never_leaves_a_result_without_its_call() {
    let history = vec![
        user("one"),
        call_of("1"),
        result_of("1"),
        said("ok"),
        user("two"),
        call_of("2"),
        call_of("3"),
        result_of("2"),
        result_of("3"),
        said("ok"),
        user("three"),
        said("ok"),
    ];
    for items in 0..=history.len() + 1 {
        let kept = HistoryLimit {
            items,
            bytes: usize::MAX,
        }
        .apply(history.clone());
        no_orphans(&kept);
        assert!(kept.len() <= items);
        assert!(history.ends_with(&kept));
        assert!(
            kept.first()
                .is_none_or(|item| matches!(item, Item::UserMessage { .. }))
        );
    }
    assert_eq!(
        HistoryLimit {
            items: 9,
            bytes: usize::MAX
        }
        .apply(history.clone())
        .len(),
        8
    );
    assert_eq!(
        HistoryLimit {
            items: 99,
            bytes: 8
        }
        .apply(history.clone()),
        history[10..]
    );
}

#[test]
fn an_orphaned_call_is_closed_as_interrupted_and_the_next_turn_works() {
    let seen = check(|| {
        let mut case = Case::new([agent("a")], [ScriptedAnswer::text("fine")]);
        case.history = vec![
            result_of("0"),
            user("one"),
            call_of("1"),
            user("two"),
            said("ok"),
        ];
        case
    });
    let shown = &seen.requests[0].items;
    no_orphans(shown);
    assert_eq!(shown.len(), 6);
    assert!(
        results(shown)[0]
            .1
            .starts_with("This call was interrupted.")
    );
}

#[test]
fn sessions_in_memory_remember() {
    let sessions = MemorySessions::default();
    block_on(async {
        for answer in ["first", "second"] {
            let model = ScriptedModel::new([ScriptedAnswer::text(answer)]);
            let driver = Driver::new(
                Agents::new(vec![agent("a")]).unwrap().into(),
                std::sync::Arc::new(model),
            );
            let mut run = Run::new(new_run(&Case::new([agent("a")], [])))
                .with_history(sessions.items("ses_1"), HistoryLimit::default());
            let mut journal = MemoryJournal::for_sessions(sessions.clone());
            driver
                .drive(&mut run, (), &mut journal, &RunControl::new())
                .await
                .unwrap();
        }
    });
    assert_eq!(
        sessions.items("ses_1"),
        [user("go"), said("first"), user("go"), said("second")]
    );
    assert!(sessions.remove("ses_1"));
    assert!(!sessions.remove("ses_1"));
}
