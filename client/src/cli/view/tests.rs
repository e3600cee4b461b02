//! How things look, given typed values: without colours unless a test is about them.

use chrono::TimeZone as _;
use expect_test::expect;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use taskmanager_client::types::*;

use super::*;
use crate::cli::text::Paint;

fn view() -> View {
    View {
        paint: Paint { on: false },
        width: Some(80),
        zone: Zone::Fixed(FixedOffset::east_opt(3600).expect("an hour")),
        now: Utc
            .with_ymd_and_hms(2026, 12, 4, 8, 0, 0)
            .single()
            .expect("a time"),
    }
}

fn read<T: DeserializeOwned>(value: Value) -> T {
    serde_json::from_value(value).expect("a value of the document")
}

fn a_task(changes: Value) -> Task {
    let mut task = json!({
        "id": 3, "title": "Write the launch announcement", "description": "", "status": "pending",
        "priority": "normal", "deadline": null, "tags": [], "assignee": null, "parent_id": null,
        "depends_on": [], "owner": "ana@example.com", "version": 1, "completed_at": null,
        "created_at": "2026-11-22T09:15:30Z", "updated_at": "2026-11-22T09:15:30Z",
    });
    let fields = task.as_object_mut().expect("an object");
    fields.extend(changes.as_object().expect("an object").clone());
    read(task)
}

#[test]
fn a_list_of_tasks() {
    let list = [
        a_task(json!({})),
        a_task(json!({
            "id": 12, "title": "A title that is longer than what a terminal has room for on one line",
            "status": "in_progress", "priority": "urgent", "deadline": "2026-12-03",
            "assignee": "dev@example.com", "tags": ["launch", "writing"],
        })),
        a_task(json!({"id": 13, "title": "\u{1b}[2Jgone\nnext line", "status": "completed"})),
    ];
    expect![[r#"
        ID  STATUS       PRIORITY  DEADLINE        TITLE
        3   pending                                Write the launch announcement
        12  in progress  urgent    2026-12-03 Thu  A title that is longer than what a t…
        13  completed                              [2Jgone next line
    "#]]
    .assert_eq(&tasks(&list, &view()));
    let wide = View {
        width: None,
        ..view()
    };
    assert!(
        tasks(&list, &wide)
            .contains("A title that is longer than what a terminal has room for on one line")
    );
}

#[test]
fn what_is_late_stands_out() {
    let colours = View {
        paint: Paint { on: true },
        ..view()
    };
    let check = |changes: Value, expected: &str| {
        let text = task(&a_task(changes), &colours);
        let line = text
            .lines()
            .find(|line| line.contains("deadline"))
            .expect("a deadline")
            .to_owned();
        assert_eq!(line.replace('\u{1b}', "␛"), expected);
    };
    check(
        json!({"deadline": "2026-12-03"}),
        "␛[2mdeadline␛[0m  ␛[31m2026-12-03 Thu␛[0m",
    );
    check(
        json!({"deadline": "2026-12-04"}),
        "␛[2mdeadline␛[0m  ␛[33m2026-12-04 Fri␛[0m",
    );
    check(
        json!({"deadline": "2026-12-05"}),
        "␛[2mdeadline␛[0m  2026-12-05 Sat",
    );
    check(
        json!({"deadline": "2026-12-03", "status": "completed"}),
        "␛[2mdeadline␛[0m  2026-12-03 Thu",
    );
}

#[test]
fn one_task() {
    expect![[r#"
        3 Write the launch announcement
        status    pending
        priority  normal
        owner     ana@example.com
        created   2026-11-22 10:15
        changed   2026-11-22 10:15, version 1
    "#]]
    .assert_eq(&task(&a_task(json!({})), &view()));
    let full = a_task(json!({
        "description": "Half a page for the blog,\na paragraph for the newsletter.\u{7}\n", "status": "completed",
        "priority": "high", "deadline": "2026-12-04", "tags": ["launch"], "assignee": "dev@example.com",
        "parent_id": 1, "depends_on": [2, 4], "version": 7, "completed_at": "2026-12-01T16:00:00Z",
    }));
    expect![[r#"
        3 Write the launch announcement
        status      completed
        priority    high
        deadline    2026-12-04 Fri
        assignee    dev@example.com
        tags        launch
        part of     1
        depends on  2, 4
        owner       ana@example.com
        created     2026-11-22 10:15
        changed     2026-11-22 10:15, version 7
        completed   2026-12-01 17:00

        Half a page for the blog,
        a paragraph for the newsletter.
    "#]]
    .assert_eq(&task(&full, &view()));
}

#[test]
fn what_belongs_to_a_task() {
    let reminder = |fired_at: Value| {
        read::<Reminder>(json!({
            "id": "rem_1", "task_id": 3, "remind_at": "2026-12-04T08:00:00Z", "message": "Call\nthem",
            "created_at": "2026-11-22T09:15:30Z", "fired_at": fired_at,
        }))
    };
    let list = [
        reminder(Value::Null),
        reminder(json!("2026-12-04T08:00:01Z")),
    ];
    expect![[r#"
        ID     WHEN              STATE    MESSAGE
        rem_1  2026-12-04 09:00  to come  Call them
        rem_1  2026-12-04 09:00  fired    Call them
    "#]]
    .assert_eq(&reminders(&list, &view()));
    let meeting: Meeting = read(json!({
        "id": "mtg_1", "task_id": 3, "title": "Launch", "attendees": ["dev@example.com", "ana@example.com"],
        "starts_at": "2026-11-23T08:00:00Z", "ends_at": "2026-11-23T08:45:00Z", "duration_minutes": 45,
        "created_at": "2026-11-22T09:15:30Z",
    }));
    expect![[r#"
        mtg_1 on 2026-11-23 09:00 to 09:45: Launch, with dev@example.com, ana@example.com
    "#]]
    .assert_eq(&super::meeting(&meeting, &view()));
    expect![[r#"
        ID     WHEN              FOR     TITLE   WITH
        mtg_1  2026-11-23 09:00  45 min  Launch  dev@example.com, ana@example.com
    "#]]
    .assert_eq(&meetings(&[meeting], &view()));
    let share: Share = read(json!({
        "task_id": 3, "email": "dev@example.com", "permission": "edit", "created_at": "2026-11-22T09:15:30Z",
    }));
    expect![[r#"
        dev@example.com may see and change task 3
    "#]]
    .assert_eq(&super::share(&share));
    expect![[r#"
        MAY   SINCE             WITH
        edit  2026-11-22 10:15  dev@example.com
    "#]]
    .assert_eq(&shares(&[share], &view()));
}

#[test]
fn changes() {
    let line = |value: Value| change(&read(value), &view());
    let task = json!(a_task(json!({"status": "in_progress"})));
    let at = "2026-12-04T08:00:00Z";
    let reminder = json!({
        "id": "rem_1", "task_id": 3, "remind_at": at, "message": "Call them", "created_at": at, "fired_at": at,
    });
    expect![[r#"
        09:00:00  new       task 3 Write the launch announcement
        09:00:00  changed   task 3 Write the launch announcement (in progress)
        09:00:00  deleted   task 3
        09:00:00  reminder  task 3 Launch: Call them
    "#]].assert_eq(
        &[
            line(json!({"type": "task_created", "at": at, "task": task})),
            line(json!({"type": "task_updated", "at": at, "task": task})),
            line(json!({"type": "task_deleted", "at": at, "task_id": 3})),
            line(json!({"type": "reminder_due", "at": at, "reminder": reminder, "task_title": "Launch"})),
        ]
        .concat(),
    );
}

fn a_run(changes: Value) -> Run {
    let mut run = json!({
        "id": "run_1", "status": "completed", "agent": "taskmanager-triage", "session_id": "ses_1", "task_id": 3,
        "input": "Set a deadline\nfor Friday", "response": "Done.", "reason": null, "error": null,
        "handled_by": "taskmanager-scheduler", "handoff_chain": ["taskmanager-triage", "taskmanager-scheduler"],
        "tool_calls": [{
            "call_id": "call_1", "agent": "taskmanager-scheduler", "name": "set_deadline",
            "arguments": {"task_id": 3, "deadline": "2026-12-04"}, "result": "{}", "is_error": false,
        }],
        "pending_approvals": [],
        "usage": {"model_calls": 3, "input_tokens": 1480, "output_tokens": 96, "total_tokens": 1576},
        "created_at": "2026-11-22T09:15:30Z", "started_at": "2026-11-22T09:15:30Z",
        "finished_at": "2026-11-22T09:15:32Z", "last_event": 9,
    });
    let fields = run.as_object_mut().expect("an object");
    fields.extend(changes.as_object().expect("an object").clone());
    read(run)
}

#[test]
fn runs_and_their_outcomes() {
    expect![[r#"
        run_1
        status    completed
        session   ses_1
        task      3
        agents    triage → scheduler
        created   2026-11-22 10:15
        ended     2026-11-22 10:15, took 2.0 s
        used      3 model calls, 1576 tokens
        events    9
        question  Set a deadline for Friday
        ✓ set_deadline(task_id: 3, deadline: 2026-12-04)

        Done.
    "#]]
    .assert_eq(&run(&a_run(json!({})), &view()));
    let paused = a_run(json!({
        "status": "paused", "response": null, "tool_calls": [], "finished_at": null, "task_id": null,
        "pending_approvals": [{
            "call_id": "call_2", "agent": "taskmanager-triage", "tool": "delete_task",
            "arguments": {"task_id": 3}, "expires_at": "2026-11-23T09:20:01Z",
        }],
    }));
    expect![[r#"
        run_1
        status    paused
        session   ses_1
        agents    triage → scheduler
        created   2026-11-22 10:15
        used      3 model calls, 1576 tokens
        events    9
        question  Set a deadline for Friday
        waits for approval: delete_task(task_id: 3) (call_2, until 2026-11-23 10:20)
    "#]]
    .assert_eq(&run(&paused, &view()));
    let failed = a_run(json!({
        "status": "failed", "response": null, "tool_calls": [],
        "error": {"error_code": "model_unavailable", "message": "the model server can't be reached"},
    }));
    expect![[r#"
        run_1
        status    failed
        fault     the model server can't be reached
        session   ses_1
        task      3
        agents    triage → scheduler
        created   2026-11-22 10:15
        ended     2026-11-22 10:15, took 2.0 s
        used      3 model calls, 1576 tokens
        events    9
        question  Set a deadline for Friday
    "#]]
    .assert_eq(&run(&failed, &view()));
    expect![[r#"
        ID     STATUS     CREATED           TASK  QUESTION
        run_1  completed  2026-11-22 10:15  3     Set a deadline for Friday
        run_1  paused     2026-11-22 10:15        Set a deadline for Friday
        run_1  failed     2026-11-22 10:15  3     Set a deadline for Friday
    "#]]
    .assert_eq(&runs(&[a_run(json!({})), paused, failed], &view()));
}

#[test]
fn a_whole_answer() {
    let whole: RunAnswer = read(json!({
        "run_id": "run_1", "session_id": "ses_1", "task_id": 3, "question": "Set a deadline", "status": "completed",
        "reason": null, "response": "Done.\u{7}\n", "handled_by": "taskmanager-scheduler",
        "handoff_chain": ["taskmanager-triage", "taskmanager-scheduler"],
        "tool_calls": [
            {"call_id": "call_1", "agent": "taskmanager-scheduler", "name": "set_deadline",
             "arguments": {"task_id": 3}, "result": "{}", "is_error": false},
            {"call_id": "call_2", "agent": "taskmanager-scheduler", "name": "get_task",
             "arguments": {"task_id": 9}, "result": "there is no\ntask 9", "is_error": true},
        ],
        "pending_approvals": [],
        "usage": {"model_calls": 3, "input_tokens": 1480, "output_tokens": 96, "total_tokens": 1576},
    }));
    expect![[r#"
        → scheduler
        ✓ set_deadline(task_id: 3)
        ✗ get_task(task_id: 9) there is no task 9
        Done.
    "#]]
    .assert_eq(&answer(&whole, &view()));
}

#[test]
fn arguments_read_like_a_call() {
    let check = |value: Value, expected: &str| assert_eq!(arguments(&value), expected);
    check(Value::Null, "");
    check(json!({}), "");
    check(
        json!({"task_id": 3, "attendees": ["a@b"], "note": "two\nlines"}),
        r#"task_id: 3, attendees: ["a@b"], note: two lines"#,
    );
    check(
        json!({"text": "x".repeat(100)}),
        &format!("text: {}…", "x".repeat(59)),
    );
    check(json!([1]), "[1]");
}

#[test]
fn traces_are_indented_by_what_is_within_what() {
    let span = |id: &str, parent: Value, kind: &str, name: &str, from: u32, to: Value| {
        json!({
            "id": id, "parent_id": parent, "kind": kind, "name": name, "attributes": {},
            "status": if to.is_null() { "open" } else if name == "set_deadline" { "interrupted" } else { "ok" },
            "started_at": format!("2026-11-22T09:15:30.{from:03}Z"), "ended_at": to,
        })
    };
    let list: RunTrace = read(
        json!({"run_id": "run_1", "trace_id": "01a2028a0750752eb6513270269e0d37", "spans": [
            span("1", Value::Null, "run", "taskmanager-triage", 0, json!("2026-11-22T09:15:30.012Z")),
            span("2", json!("1"), "turn", "taskmanager-triage", 1, json!("2026-11-22T09:15:30.008Z")),
            span("3", json!("2"), "model_call", "offline", 1, json!("2026-11-22T09:15:30.003Z")),
            span("4", json!("2"), "tool", "set_deadline", 3, json!("2026-11-22T09:15:30.007Z")),
            // What points at itself is shown all the same.
            span("5", json!("5"), "tool", "odd", 3, Value::Null),
        ]}),
    );
    expect![[r#"
        AFTER    TOOK      WHAT
        0.000 s  0.012 s   run taskmanager-triage
        0.001 s  0.007 s     turn taskmanager-triage
        0.001 s  0.002 s       model_call offline
        0.003 s  0.004 s       tool set_deadline: interrupted
        0.003 s  going on            tool odd
    "#]]
    .assert_eq(&trace(&list, &view()));
}

#[test]
fn sessions_and_what_was_said() {
    let fields = json!({
        "id": "ses_1", "title": "Set a deadline", "created_at": "2026-11-22T09:15:30Z",
        "updated_at": "2026-11-22T09:15:32Z", "items_count": 5, "active_run": "run_1",
    });
    expect![[r#"
        ID     USED              ITEMS  STATE    TITLE
        ses_1  2026-11-22 10:15  5      at work  Set a deadline
    "#]]
    .assert_eq(&sessions(&[read(fields.clone())], &view()));
    let mut detail = fields;
    detail["items"] = json!([
        {"type": "user_message", "text": "Set a deadline for Friday"},
        {"type": "handoff", "from": "taskmanager-triage", "to": "taskmanager-scheduler", "reason": "A deadline."},
        {"type": "tool_call", "call_id": "call_1", "agent": "taskmanager-scheduler", "tool": "set_deadline",
         "arguments": {"task_id": 3}},
        {"type": "tool_result", "call_id": "call_1", "tool": "set_deadline", "result": "{\"task_id\":3}", "is_error": false},
        {"type": "assistant_message", "agent": "taskmanager-scheduler", "text": "Done:\nit is due\u{1b}[0m on Friday."},
    ]);
    expect![[r#"
        session     ses_1
        used        2026-11-22 10:15, begun 2026-11-22 10:15
        at work on  run_1

        › Set a deadline for Friday
        → scheduler: A deadline.
        · set_deadline(task_id: 3)
        ✓ set_deadline: {"task_id":3}
        Done:
        it is due[0m on Friday.
    "#]]
    .assert_eq(&session(&read(detail), &view()));
}

#[test]
fn the_service_and_its_agents() {
    let info: ServiceInfo = read(json!({
        "service": "TaskManager Agent", "version": "0.1.0", "status": "ok", "model": "offline", "auth": "local", "links": {},
    }));
    let ready: Readiness = read(json!({
        "status": "ready", "checks": [{"name": "storage", "status": "ok", "detail": null}],
    }));
    let url = "http://127.0.0.1:8080";
    expect![[r#"
        service   TaskManager Agent 0.1.0, status ok
        address   http://127.0.0.1:8080
        requests  ready: storage ok
        model     offline
        accounts  local: one user, no credentials
    "#]]
    .assert_eq(&service(&info, Ok(&ready), url, &view()));
    expect![[r#"
        service   TaskManager Agent 0.1.0, status ok
        address   http://127.0.0.1:8080
        requests  not ready: the service is shutting down
        model     offline
        accounts  local: one user, no credentials
    "#]]
    .assert_eq(&service(
        &info,
        Err("the service is shutting down"),
        url,
        &view(),
    ));
    let list: AgentList = read(json!({"agents": [
        {"name": "taskmanager-triage", "type": "router", "description": "Answers or hands over.",
         "tools": ["list_tasks", "get_task"], "handoffs": ["taskmanager-scheduler"], "model": "offline"},
        {"name": "taskmanager-scheduler", "type": "specialist", "description": "Deadlines and time.",
         "tools": ["set_deadline"], "handoffs": [], "model": "offline"},
    ]}));
    expect![[r#"
        taskmanager-triage (hands over to others)
        Answers or hands over.
        tools          list_tasks, get_task
        hands over to  scheduler
        model          offline

        taskmanager-scheduler (specialist)
        Deadlines and time.
        tools  set_deadline
        model  offline
    "#]]
    .assert_eq(&agents(&list, &view()));
}

#[test]
fn the_profile() {
    let me: Profile = read(json!({
        "email": "ana@example.com", "name": "Ana", "time_zone": "Europe/Berlin",
        "working_hours": {"days": ["monday", "tuesday"], "start": "09:00", "end": "17:00"},
        "created_at": "2026-11-01T08:00:00Z", "updated_at": "2026-11-22T08:55:00Z",
    }));
    expect![[r#"
        name           Ana
        email          ana@example.com
        time zone      Europe/Berlin
        working hours  09:00 to 17:00, monday, tuesday
    "#]]
    .assert_eq(&profile(&me, &view()));
}
