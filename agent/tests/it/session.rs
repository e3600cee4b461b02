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

/// Three exchanges of 4, 6 and 2 items.
fn long_history() -> Vec<Item> {
    vec![
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
    ]
}

/// How many items a note says were left out, if there is one, and what follows it.
fn left_out(shown: &[Item]) -> (u64, &[Item]) {
    match shown {
        [Item::Context { label, data }, rest @ ..] if label == "left_out" => {
            let said = data.as_str().unwrap();
            (said.split(' ').next().unwrap().parse().unwrap(), rest)
        }
        rest => (0, rest),
    }
}

#[test]
fn a_limit_never_leaves_a_result_without_its_call_and_says_what_was_left_out() {
    let history = long_history();
    let fit = |items, bytes, earlier| HistoryLimit { items, bytes }.fit(&history, earlier, &[]);
    for items in 0..=history.len() + 1 {
        let shown = fit(items, usize::MAX, 0);
        no_orphans(&shown);
        let (count, kept) = left_out(&shown);
        assert!(kept.len() <= items);
        let mut rest = history.iter();
        assert!(
            kept.iter().all(|kept| rest.any(|item| item == kept)),
            "the order stays: {kept:?}"
        );
        assert_eq!(
            count as usize,
            history.len() - kept.len(),
            "the cut is named"
        );
        assert!(
            kept.first()
                .is_none_or(|item| matches!(item, Item::UserMessage { .. }))
        );
    }
    assert_eq!(left_out(&fit(99, 8, 0)), (10, &history[10..]));
    assert_eq!(
        left_out(&fit(99, 8, 100)),
        (110, &history[10..]),
        "what was never read counts as well"
    );
    assert_eq!(
        fit(12, usize::MAX, 0),
        history,
        "nothing is said where nothing is missing"
    );
}

#[test]
fn of_older_exchanges_what_was_said_stays_longest() {
    let history = long_history();
    let fit = |items| {
        HistoryLimit {
            items,
            bytes: usize::MAX,
        }
        .fit(&history, 0, &[])
    };
    let words = |name: &str| [user(name), said("ok")];
    let shown = fit(11);
    let (count, kept) = left_out(&shown);
    assert_eq!(
        (count, &kept[..2], &kept[2..]),
        (2, &words("one")[..], &history[4..])
    );
    let shown = fit(9);
    let (count, kept) = left_out(&shown);
    assert_eq!(
        (count, kept),
        (
            6,
            &[words("one"), words("two"), words("three")].concat()[..]
        )
    );
    let shown = fit(5);
    let (count, kept) = left_out(&shown);
    assert_eq!(
        (count, kept),
        (8, &[words("two"), words("three")].concat()[..])
    );
}

#[test]
fn a_fact_from_long_ago_outlives_what_tools_have_told_since() {
    let mut history = vec![
        user("I am Ana, and I never work on Fridays."),
        said("Noted."),
    ];
    for turn in 0..30 {
        let id = turn.to_string();
        let told = Item::ToolResult {
            call_id: id.clone(),
            output: "x".repeat(2_000),
            is_error: false,
        };
        history.extend([user("And now?"), call_of(&id), told, said("Nothing new.")]);
    }
    let limit = HistoryLimit {
        items: 200,
        bytes: 16_000,
    };
    let shown = limit.fit(&history, 0, &[]);
    no_orphans(&shown);
    let (count, kept) = left_out(&shown);
    assert_eq!(kept[..2], history[..2]);
    // Five exchanges are whole; of the 25 others the call and its result are missing.
    assert_eq!((results(kept).len(), count), (5, 2 * 25));
}

#[test]
fn what_the_run_adds_takes_the_place_of_history() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("x", json!({})), ("x", json!({}))]),
            ScriptedAnswer::text("ok"),
        ];
        let mut case = Case::new([agent("a").tool(echo("x"))], answers);
        case.history = long_history();
        case.limit = HistoryLimit {
            items: 9,
            bytes: usize::MAX,
        };
        case
    });
    let first = left_out(&seen.requests[0].items);
    assert_eq!((first.0, first.1.len()), (6, 6 + 1));
    let second = left_out(&seen.requests[1].items);
    assert_eq!((second.0, second.1.len()), (8, 4 + 5));
    no_orphans(second.1);
}

#[test]
fn a_run_that_reads_too_much_is_shown_its_older_results_cut_and_the_cut_is_named() {
    let big = || tool("big", |_| async { Ok(json!("x".repeat(30_000))) });
    let seen = check(|| {
        let turn = || ScriptedAnswer::calls([("big", json!({"text": "y".repeat(5000)}))]);
        let mut script: Vec<_> = (0..5).map(|_| turn()).collect();
        script.push(ScriptedAnswer::text("ok"));
        let mut case = Case::new([agent("a").tool(big())], script);
        case.limit = HistoryLimit {
            items: 200,
            bytes: 80_000,
        };
        case
    });
    let size = |items: &[Item]| serde_json::to_string(items).unwrap().len();
    let last = &seen.requests[5].items;
    assert!(size(last) < 82_000, "{}", size(last));
    let shown = results(last);
    assert_eq!(shown.len(), 5);
    assert!(
        shown[0]
            .1
            .ends_with("\n[cut here: 2048 of 30000 bytes are shown]")
    );
    assert_eq!(shown[4].1.len(), 30_000, "the newest is whole");
    let Item::ToolCall { arguments, .. } = &last[1] else {
        panic!("{last:?}")
    };
    let arguments: serde_json::Value = serde_json::from_str(arguments).unwrap();
    assert_eq!(arguments["cut"], "2048 of 5011 bytes are shown");
    assert!(
        results(&seen.items)
            .iter()
            .all(|(_, text)| text.len() == 30_000),
        "the session keeps everything"
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
