//! What one model response leads to.

use serde_json::json;
use taskmanager_agent::{
    agent::ToolUse,
    event::{CompleteStatus, Event},
    handoff::Handoff,
    item::Item,
    model::{ModelChunk, ModelSettings, ToolChoice, scripted::*},
    run::Ending,
    usage::Usage,
};

use crate::harness::*;

fn text(text: &str) -> ModelChunk {
    ModelChunk::Text(text.to_owned())
}

#[test]
fn plain_text_is_final() {
    let seen = check(|| Case::new([agent("a")], [ScriptedAnswer::text("Hello there")]));
    assert_eq!(
        seen.events,
        [
            Event::Start {
                run_id: "run_01938d9f0c7a7c50b0f6d5a1e9b7c3d2".into(),
                session_id: "ses_1".into(),
                agent: "a".into(),
                task_id: Some(3),
            },
            Event::Token {
                text: "Hello ".into(),
                agent: "a".into()
            },
            Event::Token {
                text: "there".into(),
                agent: "a".into()
            },
            Event::Complete {
                status: CompleteStatus::Completed,
                reason: None,
                final_agent: "a".into(),
                response: "Hello there".into(),
                handoff_chain: vec!["a".into()],
                usage: Usage {
                    model_calls: 1,
                    input_tokens: 10,
                    output_tokens: 2,
                    ..Default::default()
                },
            },
        ]
    );
    let answer = Item::AssistantMessage {
        agent: "a".into(),
        text: "Hello there".into(),
    };
    assert_eq!(seen.items, [user("go"), answer]);
}

#[test]
fn an_empty_response_is_a_final_empty_answer() {
    let seen = check(|| Case::new([agent("a")], [ScriptedAnswer::of([])]));
    assert_eq!(seen.response(), "");
    assert_eq!(seen.outline(), "start complete");
    assert_eq!(seen.items, [user("go")]);
}

#[test]
fn of_several_messages_the_last_is_final() {
    let chunks = [
        text("First"),
        ModelChunk::MessageEnd,
        text("Sec"),
        text("ond"),
    ];
    let seen = check(|| Case::new([agent("a")], [ScriptedAnswer::of(chunks.clone())]));
    assert_eq!(seen.response(), "Second");
    assert_eq!(seen.items.len(), 3);
}

#[test]
fn a_refusal_is_an_error_of_its_own_kind() {
    let chunks = [
        ModelChunk::Refusal("I won't ".into()),
        ModelChunk::Refusal("do that".into()),
    ];
    let seen = check(|| Case::new([agent("a")], [ScriptedAnswer::of(chunks.clone())]));
    assert_eq!(
        seen.ending,
        Ending::Failed {
            error_code: "model_refused".into(),
            message: "The model refused to answer: I won't do that".into(),
        }
    );
}

#[test]
fn an_unknown_tool_is_reported_with_the_nearest_names_and_its_siblings_run() {
    let seen = check(|| {
        let agent = agent("a")
            .tool(echo("list_tasks"))
            .tool(echo("get_task"))
            .tool(echo("share"));
        let calls = [("get_tasks", json!({})), ("list_tasks", json!({"n": 1}))];
        Case::new(
            [agent],
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        )
    });
    assert_eq!(
        seen.results(),
        [
            (
                true,
                "There is no tool named \"get_tasks\". Did you mean: get_task"
            ),
            (false, "{\"n\":1}"),
        ]
    );
    assert_eq!(
        seen.outline(),
        "start tool_call tool_result tool_call tool_result complete"
    );
}

#[test]
fn arguments_that_are_no_object_go_back_to_the_model() {
    for (raw, why) in [
        ("[1]", "they must be a JSON object"),
        ("\"x\"", "they must be a JSON object"),
        (
            "{\"a\":",
            "they are no JSON: EOF while parsing a value at line 1 column 5",
        ),
    ] {
        let seen = check(|| {
            let answers = [
                ScriptedAnswer::of([call("t", raw)]),
                ScriptedAnswer::text("ok"),
            ];
            Case::new([agent("a").tool(echo("t"))], answers)
        });
        let expected = format!("The arguments can't be used: {why}. Correct them and call again.");
        assert_eq!(seen.results(), [(true, expected.as_str())]);
        let raw_shown = matches!(&seen.events[1], Event::ToolCall { arguments, .. } if arguments == raw || raw.starts_with('[') || raw.starts_with('"'));
        assert!(raw_shown, "{:?}", seen.events[1]);
    }
}

#[test]
fn no_arguments_are_an_empty_object() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::of([call("t", "")]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent("a").tool(echo("t"))], answers)
    });
    assert_eq!(seen.results(), [(false, "{}")]);
}

#[test]
fn stop_on_first_tool() {
    let seen = check(|| {
        let agent = agent("a")
            .tool(echo("x"))
            .tool(echo("y"))
            .tool_use(ToolUse::StopOnFirstTool);
        let calls = [("x", json!({"n": 1})), ("y", json!({"n": 2}))];
        Case::new([agent], [ScriptedAnswer::calls(calls)])
    });
    assert_eq!(seen.response(), "{\"n\":1}");
    assert_eq!(seen.results().len(), 2);
    // Those who read only the text see the answer as well.
    assert_eq!(seen.names()[5..], ["token", "complete"]);
}

#[test]
fn stop_at_tools() {
    let seen = check(|| {
        let rule = ToolUse::StopAt(vec!["y".into()]);
        let agent = agent("a").tool(echo("x")).tool(echo("y")).tool_use(rule);
        let answers = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::calls([("y", json!({"n": 2}))]),
        ];
        Case::new([agent], answers)
    });
    assert_eq!(seen.response(), "{\"n\":2}");
    assert_eq!(seen.requests.len(), 2);
}

#[test]
fn a_failed_tool_is_no_answer() {
    let seen = check(|| {
        let agent = agent("a")
            .tool(echo("x"))
            .tool_use(ToolUse::StopOnFirstTool);
        let answers = [
            ScriptedAnswer::of([call("x", "[]")]),
            ScriptedAnswer::text("I see"),
        ];
        Case::new([agent], answers)
    });
    assert_eq!(seen.response(), "I see");
}

#[test]
fn the_tool_choice_is_reset_after_a_tool_was_used() {
    let seen = check(|| {
        let settings = ModelSettings {
            tool_choice: ToolChoice::Required,
            ..Default::default()
        };
        let agent = agent("a").tool(echo("x")).settings(settings);
        let answers = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::text("ok"),
        ];
        Case::new([agent], answers)
    });
    let choices: Vec<_> = seen
        .requests
        .iter()
        .map(|r| r.tool_choice.clone())
        .collect();
    assert_eq!(choices, [ToolChoice::Required, ToolChoice::Auto]);
}

fn pair() -> [taskmanager_agent::agent::Agent<()>; 2] {
    [
        agent("team-a")
            .tool(echo("x"))
            .handoff(Handoff::to("team-b")),
        agent("team-b")
            .tool(echo("y"))
            .handoff(Handoff::to("team-a")),
    ]
}

#[test]
fn a_handoff_beats_a_final_answer() {
    let seen = check(|| {
        let both = [
            text("Done!"),
            call("transfer_to_team_b", "{\"reason\":\"dates\"}"),
        ];
        Case::new(
            pair(),
            [ScriptedAnswer::of(both), ScriptedAnswer::text("hello")],
        )
    });
    assert_eq!(seen.response(), "hello");
    assert_eq!(seen.outline(), "start handoff complete");
    let handoff = Event::Handoff {
        from: "team-a".into(),
        to: "team-b".into(),
        reason: Some("dates".into()),
    };
    assert!(seen.events.contains(&handoff));
}

#[test]
fn extra_handoffs_are_answered_and_ignored() {
    let seen = check(|| {
        let agents = [
            agent("a")
                .handoff(Handoff::to("b"))
                .handoff(Handoff::to("c")),
            agent("b"),
            agent("c"),
        ];
        let calls = [("transfer_to_b", json!({})), ("transfer_to_c", json!({}))];
        Case::new(
            agents,
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("b here")],
        )
    });
    assert_eq!(seen.outline(), "start handoff complete");
    assert_eq!(
        seen.results(),
        [
            (false, "a handed the conversation to b. You are b now."),
            (
                true,
                "This handoff was ignored: only one handoff is made at a time, and another came first."
            ),
        ]
    );
    assert_eq!(seen.state.handoff_chain(), ["a", "b"]);
}

#[test]
fn tool_then_handoff_then_answer_and_the_last_agent_is_reported() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::calls([("transfer_to_team_b", json!({}))]),
            ScriptedAnswer::calls([("y", json!({}))]),
            ScriptedAnswer::text("done"),
        ];
        Case::new(pair(), answers)
    });
    assert_eq!(
        seen.outline(),
        "start tool_call tool_result handoff tool_call tool_result complete"
    );
    let Some(Event::Complete {
        final_agent,
        handoff_chain,
        usage,
        ..
    }) = seen.events.last()
    else {
        panic!()
    };
    assert_eq!((final_agent.as_str(), usage.model_calls), ("team-b", 4));
    assert_eq!(handoff_chain, &["team-a", "team-b"]);
    let asked: Vec<_> = seen.requests.iter().map(|r| r.agent.as_str()).collect();
    assert_eq!(asked, ["team-a", "team-a", "team-b", "team-b"]);
    let used = seen.state.usage_by_agent().iter();
    let used: Vec<_> = used
        .map(|used| (used.agent.as_str(), used.usage.model_calls))
        .collect();
    assert_eq!(used, [("team-a", 2), ("team-b", 2)]);
}

#[test]
fn tools_beside_a_handoff_run_before_it() {
    let seen = check(|| {
        let calls = [("transfer_to_team_b", json!({})), ("x", json!({}))];
        Case::new(
            pair(),
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        )
    });
    assert_eq!(
        seen.outline(),
        "start tool_call tool_result handoff complete"
    );
}

#[test]
fn a_handoffs_input_filter_edits_what_the_next_agent_sees_and_the_session_keeps_everything() {
    let seen = check(|| {
        let only_users = |items: Vec<Item>| {
            items
                .into_iter()
                .filter(|item| matches!(item, Item::UserMessage { .. }))
                .collect()
        };
        let agents = [
            agent("a")
                .tool(echo("x"))
                .handoff(Handoff::to("b").input_filter(only_users)),
            agent("b").tool(echo("y")),
        ];
        let answers = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::calls([("transfer_to_b", json!({}))]),
            ScriptedAnswer::calls([("y", json!({}))]),
            ScriptedAnswer::text("done"),
        ];
        Case::new(agents, answers)
    });
    assert_eq!(seen.requests[2].items, [user("go")]);
    assert_eq!(
        seen.requests[3].items.len(),
        3,
        "what came after the handoff is seen"
    );
    assert_eq!(seen.items.len(), 1 + 2 + 2 + 2 + 1);
}

#[test]
fn a_disabled_handoff_or_tool_is_not_offered() {
    let seen = check(|| {
        let agents = [
            agent("a")
                .tool(echo("x").enabled_if(|()| false))
                .tool(echo("y"))
                .handoff(Handoff::to("b").enabled_if(|()| false)),
            agent("b"),
        ];
        let calls = [("x", json!({})), ("transfer_to_b", json!({}))];
        Case::new(
            agents,
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        )
    });
    let offered: Vec<_> = seen.requests[0]
        .tools
        .iter()
        .map(|tool| tool.name.as_str())
        .collect();
    assert_eq!(offered, ["y"]);
    assert_eq!(
        seen.results()
            .iter()
            .filter(|(is_error, _)| *is_error)
            .count(),
        2
    );
    assert_eq!(seen.state.handoff_chain(), ["a"]);
}

#[test]
fn bad_handoff_arguments_are_an_error_for_the_model() {
    #[derive(serde::Deserialize, schemars::JsonSchema)]
    struct Why {
        #[expect(dead_code, reason = "only its schema matters here")]
        why: String,
    }
    let seen = check(|| {
        let agents = [
            agent("a").handoff(Handoff::to("b").input::<Why>()),
            agent("b"),
        ];
        let answers = [
            ScriptedAnswer::calls([("transfer_to_b", json!({"why": 1}))]),
            ScriptedAnswer::calls([("transfer_to_b", json!({"why": "dates"}))]),
            ScriptedAnswer::text("b here"),
        ];
        Case::new(agents, answers)
    });
    assert_eq!(
        seen.outline(),
        "start tool_call tool_result handoff complete"
    );
    assert!(
        seen.results()[0]
            .1
            .contains("invalid type: integer `1`, expected a string")
    );
}

#[test]
fn ids_are_ours_even_where_the_provider_uses_one_twice() {
    let seen = check(|| {
        let calls = [("x", json!({"n": 1})), ("x", json!({"n": 2}))];
        Case::new(
            [agent("a").tool(echo("x"))],
            [ScriptedAnswer::calls(calls), ScriptedAnswer::text("ok")],
        )
    });
    assert_eq!(seen.results(), [(false, "{\"n\":1}"), (false, "{\"n\":2}")]);
    let id_is_ours = |item: &Item| match item {
        Item::ToolCall { call_id, .. } => {
            call_id.starts_with("call_01938d9f0c7a7") && call_id.len() == 37
        }
        _ => true,
    };
    assert!(seen.items.iter().all(id_is_ours), "{:?}", seen.items);
}

#[test]
fn instructions_are_computed_and_the_time_is_the_callers() {
    let seen = check(|| {
        Case::new(
            [agent("a").instructions_from(|()| "Be kind.".to_owned())],
            [ScriptedAnswer::text("ok")],
        )
    });
    assert_eq!(seen.requests[0].instructions, "Be kind.");
    assert_eq!(
        seen.requests[0].now.to_rfc3339(),
        "2026-11-22T13:00:00+01:00"
    );
}
