//! `tm` as a process: what it sends, prints and exits with.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Output, Stdio};
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::time::Duration;

use expect_test::{Expect, expect};
use serde_json::{Value, json};

use crate::stub::{Answer, Request, Stub, frame, nowhere};

fn tm(url: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tm"));
    command
        .args(arguments)
        .env("TASKMANAGER_URL", url)
        .env("TASKMANAGER_HISTORY", "")
        .env("TZ", "UTC");
    command.env_remove("TASKMANAGER_TOKEN").stdin(Stdio::null());
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Everything that a command did, in one text.
fn transcript(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("text");
    let (out, err) = (text(&output.stdout), text(&output.stderr));
    let err: String = err.lines().map(|line| format!("! {line}\n")).collect();
    format!(
        "{out}{err}exit {}\n",
        output.status.code().expect("an exit code")
    )
}

fn check(stub: &Stub, arguments: &[&str], expected: Expect) {
    let output = tm(&stub.url(), arguments).output().expect("tm runs");
    expected.assert_eq(&transcript(&output));
}

fn task(id: u64, title: &str) -> Value {
    json!({
        "id": id, "title": title, "description": "", "status": "pending", "priority": "normal",
        "deadline": "2026-12-04", "tags": [], "assignee": null, "parent_id": null, "depends_on": [],
        "owner": "ana@example.com", "version": 1, "created_at": "2026-11-22T09:15:30Z",
        "updated_at": "2026-11-22T09:15:30Z", "completed_at": null,
    })
}

fn not_found(id: u64) -> Answer {
    let message = format!("there is no task {id}");
    Answer::json(
        404,
        &json!({"request_id": "r", "message": message, "error_code": "not_found"}),
    )
}

fn start() -> Value {
    json!({"type": "start", "run_id": "run_1", "session_id": "ses_1", "agent": "taskmanager-triage"})
}

fn token(text: &str) -> Value {
    json!({"type": "token", "text": text, "agent": "taskmanager-triage"})
}

fn complete(response: &str) -> Value {
    json!({
        "type": "complete", "status": "completed", "final_agent": "taskmanager-triage", "response": response,
        "handoff_chain": ["taskmanager-triage"],
        "usage": {"model_calls": 1, "input_tokens": 1, "output_tokens": 1, "total_tokens": 2},
    })
}

fn approval() -> Value {
    json!({
        "type": "approval_required", "call_id": "call_1", "agent": "taskmanager-triage", "tool": "delete_task",
        "arguments": {"task_id": 3},
    })
}

fn stream(first: u64, events: &[Value]) -> String {
    events
        .iter()
        .zip(first..)
        .map(|(event, id)| frame(id, event))
        .collect()
}

fn run(status: &str, last_event: u64) -> Value {
    let pending = json!([{
        "call_id": "call_1", "agent": "taskmanager-triage", "tool": "delete_task", "arguments": {"task_id": 3},
        "expires_at": null,
    }]);
    json!({
        "id": "run_1", "status": status, "agent": "taskmanager-triage", "session_id": "ses_1", "task_id": null,
        "input": "Delete task 3", "response": null, "reason": null, "error": null, "handled_by": null,
        "handoff_chain": ["taskmanager-triage"], "tool_calls": [],
        "pending_approvals": if status == "paused" { pending } else { json!([]) },
        "usage": {"model_calls": 1, "input_tokens": 1, "output_tokens": 1, "total_tokens": 2},
        "created_at": "2026-11-22T09:15:30Z", "started_at": "2026-11-22T09:15:30Z", "finished_at": null,
        "last_event": last_event,
    })
}

/// A service with tasks 3 and 4.
fn tasks(_: usize, request: &Request) -> Answer {
    match request.line.split(['?']).next().expect("a line") {
        "GET /tasks" if request.line.contains("page_token=second") => {
            Answer::json(200, &json!({"items": [task(4, "Four")], "next_page": null}))
        }
        "GET /tasks" => Answer::json(
            200,
            &json!({"items": [task(3, "Three\u{1b}[2J")], "next_page": "second"}),
        ),
        "POST /tasks" => Answer::json(201, &task(3, "Three")),
        "GET /tasks/3" | "PATCH /tasks/3" => Answer::json(200, &task(3, "Three")),
        "DELETE /tasks/3" => Answer::new(204, "text/plain", Vec::new()),
        _ => not_found(999),
    }
}

#[test]
fn tasks_are_listed_over_all_pages() {
    let stub = Stub::new(tasks);
    check(
        &stub,
        &["task", "list", "--status", "pending"],
        expect![[r#"
        ID  STATUS   DEADLINE        TITLE
        3   pending  2026-12-04 Fri  Three[2J
        4   pending  2026-12-04 Fri  Four
        exit 0
    "#]],
    );
    assert_eq!(
        stub.lines(),
        [
            "GET /tasks?limit=100&status=pending",
            "GET /tasks?limit=100&page_token=second"
        ]
    );
    check(
        &stub,
        &["task", "list", "--limit", "1"],
        expect![[r#"
        ID  STATUS   DEADLINE        TITLE
        3   pending  2026-12-04 Fri  Three[2J
        ! there are more tasks: --limit N or --all shows them
        exit 0
    "#]],
    );
    check(
        &stub,
        &["task", "list", "--json", "--all"],
        expect![[r#"
        {"assignee":null,"completed_at":null,"created_at":"2026-11-22T09:15:30Z","deadline":"2026-12-04","depends_on":[],"description":"","id":3,"owner":"ana@example.com","parent_id":null,"priority":"normal","status":"pending","tags":[],"title":"Three\u001b[2J","updated_at":"2026-11-22T09:15:30Z","version":1}
        {"assignee":null,"completed_at":null,"created_at":"2026-11-22T09:15:30Z","deadline":"2026-12-04","depends_on":[],"description":"","id":4,"owner":"ana@example.com","parent_id":null,"priority":"normal","status":"pending","tags":[],"title":"Four","updated_at":"2026-11-22T09:15:30Z","version":1}
        exit 0
    "#]],
    );
}

#[test]
fn a_list_without_anything_says_so_beside_the_output() {
    let stub = Stub::new(|_, _| Answer::json(200, &json!({"items": [], "next_page": null})));
    check(
        &stub,
        &["task", "list"],
        expect![[r#"
        ! no tasks
        exit 0
    "#]],
    );
    check(
        &stub,
        &["task", "list", "--json"],
        expect![[r#"
        exit 0
    "#]],
    );
}

#[test]
fn tasks_are_added_changed_and_deleted() {
    let stub = Stub::new(tasks);
    check(
        &stub,
        &[
            "task",
            "add",
            "Three",
            "--deadline",
            "2026-12-04",
            "-t",
            "a,b",
            "--parent",
            "1",
        ],
        expect![[r#"
        added task 3: Three
        exit 0
    "#]],
    );
    check(
        &stub,
        &[
            "task",
            "edit",
            "3",
            "--deadline",
            "none",
            "--tags",
            "none",
            "--if-version",
            "7",
        ],
        expect![[r#"
        3 Three
        status    pending
        priority  normal
        deadline  2026-12-04 Fri
        owner     ana@example.com
        created   2026-11-22 09:15
        changed   2026-11-22 09:15, version 1
        exit 0
    "#]],
    );
    check(
        &stub,
        &["task", "done", "3", "--json"],
        expect![[r#"
        {"assignee":null,"completed_at":null,"created_at":"2026-11-22T09:15:30Z","deadline":"2026-12-04","depends_on":[],"description":"","id":3,"owner":"ana@example.com","parent_id":null,"priority":"normal","status":"pending","tags":[],"title":"Three","updated_at":"2026-11-22T09:15:30Z","version":1}
        exit 0
    "#]],
    );
    check(
        &stub,
        &["task", "rm", "3"],
        expect![[r#"
        deleted task 3
        exit 0
    "#]],
    );
    let sent = stub.requests();
    let bodies: Vec<_> = sent
        .iter()
        .map(|request| format!("{} {}\n", request.line, request.body))
        .collect();
    expect![[r#"
        POST /tasks {"deadline":"2026-12-04","description":"","parent_id":1,"priority":"normal","tags":["a","b"],"title":"Three"}
        PATCH /tasks/3 {"deadline":null,"tags":[]}
        PATCH /tasks/3 {"status":"completed"}
        DELETE /tasks/3 
    "#]].assert_eq(&bodies.concat());
    assert_eq!(sent[1].header("if-match"), Some("\"7\""));
    check(
        &stub,
        &["task", "edit", "3"],
        expect![[r#"
        ! tm: what is to change? `tm task edit --help` lists what can
        exit 2
    "#]],
    );
}

#[test]
fn a_description_may_come_from_standard_input() {
    let stub = Stub::new(tasks);
    let mut command = tm(&stub.url(), &["task", "add", "Three", "--description", "-"]);
    let mut child = command.stdin(Stdio::piped()).spawn().expect("tm runs");
    child
        .stdin
        .take()
        .expect("a pipe")
        .write_all("Two\nlines\n".as_bytes())
        .expect("tm reads");
    assert!(child.wait().expect("tm ends").success());
    let body: Value = serde_json::from_str(&stub.requests()[0].body).expect("JSON");
    assert_eq!(body["description"], "Two\nlines");
}

#[test]
fn what_is_not_there_is_3_and_the_rest_is_done() {
    let stub = Stub::new(tasks);
    check(
        &stub,
        &["task", "show", "999"],
        expect![[r#"
        ! tm: there is no task 999
        exit 3
    "#]],
    );
    check(
        &stub,
        &["task", "done", "999", "3"],
        expect![[r#"
        completed task 3: Three
        ! tm: there is no task 999
        exit 3
    "#]],
    );
    check(
        &stub,
        &["task", "show", "999", "--json"],
        expect![[r#"
        ! {"status":404,"error":{"error_code":"not_found","message":"there is no task 999","request_id":"r"}}
        exit 3
    "#]],
    );
}

#[test]
fn faults_of_a_request_are_listed() {
    let stub = Stub::new(|_, _| {
        let violations = json!([
            {"location": "/body/parent_id", "rule": "exists", "message": "must be a task that you may see"},
            {"location": "/body/tags", "rule": "uniqueItems", "message": "must not hold the same twice"},
        ]);
        let body = json!({"request_id": "r", "message": "the request breaks 2 rules", "error_code": "validation_failed",
                          "violations": violations});
        Answer::json(422, &body)
    });
    check(
        &stub,
        &["task", "add", "x", "-t", "a,a", "--parent", "7"],
        expect![[r#"
        ! tm: the request breaks 2 rules
        !     /body/parent_id: must be a task that you may see
        !     /body/tags: must not hold the same twice
        exit 1
    "#]],
    );
}

#[test]
fn a_service_that_is_not_there_is_4_and_how_to_start_it() {
    let url = nowhere();
    let output = tm(&url, &["status"]).output().expect("tm runs");
    expect![[r#"
        ! tm: can't reach the service at http://nowhere: Connection refused (os error 111)
        !     start it with `cargo run --release` in its folder,
        !     or say where it is with --url or TASKMANAGER_URL
        exit 4
    "#]]
    .assert_eq(&transcript(&output).replace(&url, "http://nowhere"));
    let output = tm(&url, &["chat"]).output().expect("tm runs");
    assert_eq!(output.status.code(), Some(4), "before anything is typed");
    let output = tm(&url, &["task", "list", "--json"])
        .output()
        .expect("tm runs");
    assert_eq!(output.status.code(), Some(4));
    let error: Value = serde_json::from_slice(&output.stderr).expect("JSON");
    assert!(
        error["error"]["message"]
            .as_str()
            .is_some_and(|text| text.contains("refused")),
        "{error}"
    );
}

#[test]
fn addresses_and_words_that_cannot_be_meant_are_2() {
    let output = tm("localhost:8080", &["status"]).output().expect("tm runs");
    expect![[r#"
        ! tm: failed to use the address "localhost:8080" of the service: it must begin with http:// or https://
        exit 2
    "#]].assert_eq(&transcript(&output));
    let stub = Stub::new(tasks);
    check(
        &stub,
        &["ask", "3"],
        expect![[r#"
        ! tm: what do you want to ask? Write the question behind the task's number
        exit 2
    "#]],
    );
    let output = tm(&stub.url(), &["task", "list", "--status", "odd"])
        .output()
        .expect("tm runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(stub.lines().is_empty());
}

#[test]
fn the_token_is_sent_and_never_shown() {
    let body = json!({"request_id": "r", "message": "the access token has expired", "error_code": "unauthenticated"});
    let stub = Stub::new(move |_, _| Answer::json(401, &body));
    let mut command = tm(&stub.url(), &["me"]);
    let output = command
        .env("TASKMANAGER_TOKEN", "s3cret")
        .output()
        .expect("tm runs");
    expect![[r#"
        ! tm: the access token has expired
        !     give a token with --token or TASKMANAGER_TOKEN
        exit 1
    "#]]
    .assert_eq(&transcript(&output));
    assert_eq!(
        stub.requests()[0].header("authorization"),
        Some("Bearer s3cret")
    );
    let help = tm(&stub.url(), &["--help"])
        .env("TASKMANAGER_TOKEN", "s3cret")
        .output()
        .expect("tm runs");
    assert!(!transcript(&help).contains("s3cret"));
}

#[test]
fn a_question_about_a_task_is_answered_as_it_comes() {
    let stub = Stub::new(|_, request| match request.line.as_str() {
        "POST /tasks/3/help/stream" | "POST /tasks/3/schedule/stream" | "POST /chat/stream" => {
            let handoff = json!({"type": "handoff", "from": "taskmanager-triage", "to": "taskmanager-scheduler"});
            Answer::events(stream(
                1,
                &[
                    start(),
                    handoff,
                    token("On "),
                    token("Friday."),
                    complete("On Friday."),
                ],
            ))
        }
        _ => not_found(999),
    });
    check(
        &stub,
        &["ask", "3", "when", "is", "it", "due?"],
        expect![[r#"
        → scheduler
        On Friday.
        exit 0
    "#]],
    );
    check(
        &stub,
        &["ask", "3", "when?", "--agent", "scheduler"],
        expect![[r#"
        → scheduler
        On Friday.
        exit 0
    "#]],
    );
    check(
        &stub,
        &["ask", "what is due?", "--json", "--session", "ses_1"],
        expect![[r#"
            {"event_id":1,"type":"start","run_id":"run_1","session_id":"ses_1","agent":"taskmanager-triage"}
            {"event_id":2,"type":"handoff","from":"taskmanager-triage","to":"taskmanager-scheduler"}
            {"event_id":3,"type":"token","text":"On ","agent":"taskmanager-triage"}
            {"event_id":4,"type":"token","text":"Friday.","agent":"taskmanager-triage"}
            {"event_id":5,"type":"complete","status":"completed","final_agent":"taskmanager-triage","response":"On Friday.","handoff_chain":["taskmanager-triage"],"usage":{"model_calls":1,"input_tokens":1,"output_tokens":1,"total_tokens":2}}
            exit 0
        "#]],
    );
    check(
        &stub,
        &["ask", "999", "when?"],
        expect![[r#"
        ! tm: there is no task 999
        exit 3
    "#]],
    );
    let bodies: Vec<_> = stub
        .requests()
        .iter()
        .map(|request| format!("{} {}\n", request.line, request.body))
        .collect();
    expect![[r#"
        POST /tasks/3/help/stream {"cancel_on_disconnect":false,"on_busy":"reject","question":"when is it due?"}
        POST /tasks/3/schedule/stream {"cancel_on_disconnect":false,"on_busy":"reject","question":"when?"}
        POST /chat/stream {"cancel_on_disconnect":false,"message":"what is due?","on_busy":"reject","session_id":"ses_1"}
        POST /tasks/999/help/stream {"cancel_on_disconnect":false,"on_busy":"reject","question":"when?"}
    "#]].assert_eq(&bodies.concat());
}

#[test]
fn a_run_that_fails_or_waits_is_1() {
    let with = |events: &[Value]| {
        let text = stream(1, events);
        Stub::new(move |_, _| Answer::events(text.clone()))
    };
    let error = json!({"type": "error", "error_code": "model_error", "message": "the model's answer can't be used"});
    check(
        &with(&[start(), token("Half"), error]),
        &["ask", "x"],
        expect![[r#"
        Half
        ! tm: the model's answer can't be used
        exit 1
    "#]],
    );
    let paused = json!({"type": "paused", "call_ids": ["call_1"]});
    check(
        &with(&[start(), approval(), paused]),
        &["ask", "x"],
        expect![[r#"
        ? delete_task(task_id: 3) needs approval
        ! tm: the run waits for approval: `tm run approve run_1` or `tm run reject run_1`
        exit 1
    "#]],
    );
    let cancelled = json!({"type": "cancelled", "reason": "cancelled by the caller"});
    check(
        &with(&[start(), cancelled]),
        &["ask", "x"],
        expect![[r#"
        ! tm: the run was cancelled: cancelled by the caller
        exit 1
    "#]],
    );
    let mut incomplete = complete("So far.");
    incomplete["status"] = json!("incomplete");
    incomplete["reason"] = json!("answer_length");
    check(
        &with(&[start(), incomplete]),
        &["ask", "x"],
        expect![[r#"
            So far.
            ! tm: the answer is incomplete: the model may write no more at once; ask it to go on
            exit 1
        "#]],
    );
}

/// A service whose run waits for approval until it was decided on.
fn approving() -> Stub {
    let decided = AtomicBool::new(false);
    Stub::new(move |_, request| match request.line.as_str() {
        "POST /chat/stream" => Answer::events(stream(
            1,
            &[
                start(),
                approval(),
                json!({"type": "paused", "call_ids": ["call_1"]}),
            ],
        )),
        "GET /runs/run_1" if decided.load(SeqCst) => Answer::json(200, &run("running", 4)),
        "GET /runs/run_1" => Answer::json(200, &run("paused", 3)),
        "POST /runs/run_1/approvals" => {
            decided.store(true, SeqCst);
            Answer::json(200, &run("running", 3))
        }
        "GET /runs/run_1/events" => {
            assert_eq!(request.header("last-event-id"), Some("3"));
            let resumed =
                json!({"type": "resumed", "decisions": [{"call_id": "call_1", "approve": true}]});
            Answer::events(stream(4, &[resumed, token("Done."), complete("Done.")]))
        }
        other => panic!("{other}"),
    })
}

#[test]
fn approvals_can_be_given_beforehand_or_later() {
    let stub = approving();
    check(
        &stub,
        &["ask", "delete task 3", "--yes"],
        expect![[r#"
        ? delete_task(task_id: 3) needs approval
        approved
        Done.
        exit 0
    "#]],
    );
    assert_eq!(
        stub.requests()[1].body,
        r#"{"decisions":[{"approve":true,"call_id":"call_1"}]}"#
    );
    let stub = approving();
    check(
        &stub,
        &["run", "approve", "run_1", "--reason", "go on"],
        expect![[r#"
            approved
            Done.
            exit 0
        "#]],
    );
    let body = &stub.requests()[1].body;
    assert_eq!(
        body,
        r#"{"decisions":[{"approve":true,"call_id":"call_1","reason":"go on"}]}"#
    );
}

#[test]
fn nothing_to_approve_is_told() {
    let stub = Stub::new(|_, _| Answer::json(200, &run("completed", 3)));
    check(
        &stub,
        &["run", "approve", "run_1"],
        expect![[r#"
        ! tm: run run_1 waits for no approval: it is completed
        exit 1
    "#]],
    );
}

#[test]
fn a_busy_session_says_what_can_be_done() {
    let body = json!({"request_id": "r", "message": "the session is at work on another run",
                      "error_code": "run_in_progress", "run_id": "run_1"});
    let stub = Stub::new(move |_, _| Answer::json(409, &body));
    check(
        &stub,
        &["ask", "x", "--session", "ses_1"],
        expect![[r#"
        ! tm: the session is at work on another run
        !     watch it with `tm run watch run_1`, end it with `tm run cancel run_1`,
        !     or wait for it with --on-busy queue
        exit 1
    "#]],
    );
}

#[test]
fn a_conversation_in_a_pipe_stays_in_its_session() {
    let stub = Stub::new(|_, request| match request.line.as_str() {
        "GET /" => Answer::json(
            200,
            &json!({"service": "TaskManager Agent", "version": "0.1.0", "status": "ok",
                                             "model": "offline", "auth": "local", "links": {}}),
        ),
        _ => Answer::events(stream(1, &[start(), token("Yes."), complete("Yes.")])),
    });
    let mut child = tm(&stub.url(), &["chat"])
        .stdin(Stdio::piped())
        .spawn()
        .expect("tm runs");
    let mut input = child.stdin.take().expect("a pipe");
    input
        .write_all("First\n\n/new\nSecond\nThird\n".as_bytes())
        .expect("tm reads");
    drop(input);
    let output = child.wait_with_output().expect("tm ends");
    expect![[r#"
        Yes.
        Yes.
        Yes.
        exit 0
    "#]]
    .assert_eq(&transcript(&output));
    let bodies: Vec<_> = stub
        .requests()
        .iter()
        .skip(1)
        .map(|request| format!("{}\n", request.body))
        .collect();
    expect![[r#"
        {"cancel_on_disconnect":false,"message":"First","on_busy":"reject"}
        {"cancel_on_disconnect":false,"message":"Second","on_busy":"reject"}
        {"cancel_on_disconnect":false,"message":"Third","on_busy":"reject","session_id":"ses_1"}
    "#]]
    .assert_eq(&bodies.concat());
}

#[test]
fn a_reader_that_leaves_is_no_fault() {
    let many: Vec<_> = (0..2000)
        .map(|id| task(id, "A title that takes some room"))
        .collect();
    let page = json!({"items": many, "next_page": null});
    let stub = Stub::new(move |_, _| Answer::json(200, &page));
    let mut child = tm(&stub.url(), &["task", "list", "--json", "--all"])
        .spawn()
        .expect("tm runs");
    let mut first = [0; 10];
    child
        .stdout
        .as_mut()
        .expect("a pipe")
        .read_exact(&mut first)
        .expect("a first line");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("tm ends");
    assert_eq!(transcript(&output), "exit 0\n");
}

#[cfg(unix)]
fn interrupt(child: &Child) {
    let status = Command::new("kill")
        .args(["-INT", &child.id().to_string()])
        .status();
    assert!(status.expect("kill runs").success());
}

/// Reads until the text has come, so that no test has to sleep.
fn wait_for(child: &mut Child, text: &str) -> String {
    let mut read = Vec::new();
    let out = child.stdout.as_mut().expect("a pipe");
    while !String::from_utf8_lossy(&read).contains(text) {
        let mut byte = [0];
        out.read_exact(&mut byte).expect("more output");
        read.push(byte[0]);
    }
    String::from_utf8(read).expect("text")
}

#[cfg(unix)]
#[test]
fn ctrl_c_cancels_the_run_and_waits_for_its_end() {
    let cancelled = std::sync::Arc::new((std::sync::Mutex::new(false), std::sync::Condvar::new()));
    let stub = Stub::new(move |_, request| match request.line.as_str() {
        "POST /runs/run_1/cancel" => {
            *cancelled.0.lock().expect("a lock") = true;
            cancelled.1.notify_all();
            Answer::json(200, &run("cancelled", 3))
        }
        "GET /runs/run_1" => {
            let guard = cancelled.0.lock().expect("a lock");
            drop(
                cancelled
                    .1
                    .wait_while(guard, |cancelled| !*cancelled)
                    .expect("a lock"),
            );
            Answer::json(200, &run("cancelled", 3))
        }
        "GET /runs/run_1/events" => Answer::events(stream(
            3,
            &[json!({"type": "cancelled", "reason": "cancelled by the caller"})],
        )),
        // Breaks off, so that the end comes over the next connection, once there is one.
        _ => Answer::events(stream(1, &[start(), token("Thinking")])).cut(),
    });
    let mut child = tm(&stub.url(), &["ask", "x"]).spawn().expect("tm runs");
    wait_for(&mut child, "Thinking");
    interrupt(&child);
    let output = child.wait_with_output().expect("tm ends");
    expect![[r#"

        ! cancelling; Ctrl-C again leaves
        exit 130
    "#]]
    .assert_eq(&transcript(&output));
    assert!(stub.lines().contains(&"POST /runs/run_1/cancel".to_owned()));
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_a_watched_run_alone() {
    let stub = Stub::new(|_, request| match request.line.as_str() {
        "GET /runs/run_1/events" => Answer::events(stream(1, &[start(), token("Thinking")]))
            .then(Duration::from_secs(60), ""),
        other => panic!("{other}"),
    });
    let mut child = tm(&stub.url(), &["run", "watch", "run_1"])
        .spawn()
        .expect("tm runs");
    wait_for(&mut child, "Thinking");
    interrupt(&child);
    let output = child.wait_with_output().expect("tm ends");
    assert_eq!(transcript(&output), "\nexit 130\n");
    assert_eq!(stub.lines(), ["GET /runs/run_1/events"]);
}

#[test]
fn a_lost_connection_is_told_and_made_up_for() {
    let stub = Stub::new(|number, request| match request.line.as_str() {
        "POST /chat/stream" => Answer::events(stream(1, &[start(), token("On ")])).cut(),
        "GET /runs/run_1" if number == 1 => {
            let body = json!({"request_id": "r", "message": "the service is shutting down"});
            Answer::json(503, &body).header("retry-after", "2")
        }
        "GET /runs/run_1" => Answer::json(200, &run("completed", 4)),
        _ => Answer::events(stream(3, &[token("Friday."), complete("On Friday.")])),
    });
    check(
        &stub,
        &["ask", "when?"],
        expect![[r#"
        On 
        Friday.
        ! the connection is lost; trying again
        exit 0
    "#]],
    );
}
