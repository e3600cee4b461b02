//! Runs as they are read along.

use chrono::{TimeZone as _, Utc};
use expect_test::{Expect, expect};
use serde_json::{Value, json};

use super::*;
use crate::cli::text::Paint;
use crate::cli::view::Zone;

fn check(events: &[Value], expected: Expect) {
    expected.assert_eq(&transcript(events, false));
}

fn transcript(events: &[Value], colours: bool) -> String {
    let zone = Zone::Fixed(chrono::FixedOffset::east_opt(0).expect("no offset"));
    let now = Utc
        .with_ymd_and_hms(2026, 12, 4, 8, 0, 0)
        .single()
        .expect("a time");
    let view = View {
        paint: Paint { on: colours },
        width: None,
        zone,
        now,
    };
    let mut out = Vec::new();
    let mut transcript = Transcript::new(&mut out, view);
    for event in events {
        let event = serde_json::from_value(event.clone()).expect("an event of the document");
        transcript.event(&event).expect("memory can be written");
    }
    String::from_utf8(out).expect("text")
}

fn start() -> Value {
    json!({"type": "start", "run_id": "run_1", "session_id": "ses_1", "agent": "taskmanager-triage"})
}

fn token(text: &str) -> Value {
    json!({"type": "token", "text": text, "agent": "taskmanager-scheduler"})
}

fn call(tool: &str) -> Value {
    json!({"type": "tool_call", "call_id": "call_1", "agent": "taskmanager-scheduler", "tool": tool,
           "arguments": {"task_id": 3, "deadline": "2026-12-04"}})
}

fn result(tool: &str, result: &str, is_error: bool) -> Value {
    json!({"type": "tool_result", "call_id": "call_1", "tool": tool, "result": result, "is_error": is_error,
           "duration_ms": 2})
}

fn complete(response: &str) -> Value {
    json!({"type": "complete", "status": "completed", "final_agent": "taskmanager-scheduler", "response": response,
           "handoff_chain": ["taskmanager-triage", "taskmanager-scheduler"],
           "usage": {"model_calls": 1, "input_tokens": 1, "output_tokens": 1, "total_tokens": 2}})
}

#[test]
fn a_whole_run() {
    check(
        &[
            start(),
            json!({"type": "guardrail", "name": "topic", "outcome": "passed"}),
            json!({"type": "handoff", "from": "taskmanager-triage", "to": "taskmanager-scheduler", "reason": "A deadline."}),
            call("set_deadline"),
            result("set_deadline", "{}", false),
            token("Done: it is "),
            token("due on Friday."),
            complete("Done: it is due on Friday."),
        ],
        expect![[r#"
            → scheduler: A deadline.
            · set_deadline(task_id: 3, deadline: 2026-12-04)
            ✓ set_deadline, 2 ms
            Done: it is due on Friday.
        "#]],
    );
}

#[test]
fn text_between_tools_stands_on_lines_of_its_own() {
    check(
        &[
            start(),
            token("Let me look"),
            call("get_task"),
            result("get_task", "there is no task 3\nat all", true),
            token("There is none.\n"),
            complete("There is none.\n"),
        ],
        expect![[r#"
            Let me look
            · get_task(task_id: 3, deadline: 2026-12-04)
            ✗ get_task: there is no task 3 at all
            There is none.
        "#]],
    );
}

#[test]
fn the_answer_is_whole_however_much_of_it_came_in_pieces() {
    check(
        &[start(), complete("All at once.")],
        expect![[r#"
        All at once.
    "#]],
    );
    check(
        &[
            start(),
            token("The begin"),
            complete("The beginning and the end."),
        ],
        expect![[r#"
        The beginning and the end.
    "#]],
    );
    check(
        &[start(), token("Draft"), complete("Another answer.")],
        expect![[r#"
        Draft
        Another answer.
    "#]],
    );
    // Followed from the middle on.
    check(
        &[token("the end."), complete("The beginning and the end.")],
        expect![[r#"
        the end.
    "#]],
    );
    check(&[start(), complete("")], expect![[r#""#]]);
}

#[test]
fn approvals_and_other_ends() {
    check(
        &[
            start(),
            token("I will"),
            json!({"type": "approval_required", "call_id": "call_1", "agent": "a", "tool": "delete_task",
                   "arguments": {"task_id": 3}}),
            json!({"type": "paused", "call_ids": ["call_1"]}),
            json!({"type": "resumed", "decisions": [{"call_id": "call_1", "approve": false, "reason": "not yet"}]}),
            token("Then not"),
            json!({"type": "error", "error_code": "model_error", "message": "m"}),
        ],
        expect![[r#"
            I will
            ? delete_task(task_id: 3) needs approval
            rejected: not yet
            Then not
        "#]],
    );
    check(
        &[
            start(),
            token("Half"),
            json!({"type": "cancelled", "reason": "r"}),
        ],
        expect![[r#"
        Half
    "#]],
    );
    check(
        &[json!({"type": "guardrail", "name": "topic", "outcome": "tripped"})],
        expect![[r#"
        guardrail topic: tripped
    "#]],
    );
}

#[test]
fn a_model_cannot_drive_the_terminal() {
    let evil = "\u{1b}]0;owned\u{7}\u{1b}[2J\r\u{9b}1A";
    let events = [
        start(),
        json!({"type": "handoff", "from": evil, "to": evil, "reason": evil}),
        json!({"type": "tool_call", "call_id": "c", "agent": evil, "tool": evil, "arguments": {evil: evil}}),
        result(evil, evil, true),
        json!({"type": "approval_required", "call_id": "c", "agent": evil, "tool": evil, "arguments": evil}),
        json!({"type": "resumed", "decisions": [{"call_id": "c", "approve": true, "reason": evil}]}),
        json!({"type": "guardrail", "name": evil, "outcome": evil}),
        token(evil),
        complete(evil),
    ];
    let text = transcript(&events, false);
    assert!(
        !text.chars().any(|c| c.is_control() && c != '\n'),
        "{text:?}"
    );
}

#[test]
fn what_agents_do_is_dim_and_faults_are_red() {
    let text = transcript(
        &[
            call("get_task"),
            result("get_task", "no", true),
            token("Plain"),
        ],
        true,
    );
    expect![[r#"
        ␛[2m· get_task(task_id: 3, deadline: 2026-12-04)␛[0m
        ␛[2m✗ get_task:␛[0m ␛[31mno␛[0m
        Plain"#]]
    .assert_eq(&text.replace('\u{1b}', "␛"));
}
