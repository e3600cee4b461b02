//! Agents on a task, with the offline model: who handles what, what they really did, and streams that say the same.

use futures::TryStreamExt;
use serde_json::{Value, json};
use taskmanager_client::stream::EventStream;
use taskmanager_client::types::{AnswerStatus, HelpRequest, NewTask, RunAnswer, RunEvent, Task};

use super::harness::{Service, as_json, refused};

/// A service with one task to ask about, in a time zone that every machine has.
pub(crate) async fn with_task() -> (Service, Task) {
    let service = Service::start().await;
    let zone =
        taskmanager_client::types::ProfileUpdate::builder().time_zone(Some("UTC".parse().unwrap()));
    service.api.update_me().body(zone).send().await.unwrap();
    let task = NewTask::builder()
        .title("Write the launch announcement")
        .description("Half a page for the blog.");
    let task = service.new_task(task).await;
    (service, task)
}

/// Asks triage about a task.
pub(crate) async fn ask(service: &Service, task: &Task, question: &str) -> RunAnswer {
    service
        .api
        .help_task()
        .task_id(*task.id)
        .body(body(question))
        .send()
        .await
        .unwrap()
        .into_inner()
}

fn body(question: &str) -> taskmanager_client::types::builder::HelpRequest {
    HelpRequest::builder().question(question)
}

/// The tools that changed or worked something out, in order; looking things up doesn't count.
pub(crate) fn deeds(answer: &RunAnswer) -> Vec<&str> {
    let names = answer
        .tool_calls
        .iter()
        .filter(|call| !call.is_error)
        .map(|call| call.name.as_str());
    names
        .filter(|name| !["get_task", "list_tasks"].contains(name))
        .collect()
}

/// The agents, without their common prefix.
pub(crate) fn chain(answer: &RunAnswer) -> Vec<&str> {
    answer
        .handoff_chain
        .iter()
        .map(|agent| agent.strip_prefix("taskmanager-").unwrap())
        .collect()
}

/// What must be true of every answer.
pub(crate) fn check_answer(answer: &RunAnswer, task: &Task, question: &str) {
    assert_eq!(answer.status, AnswerStatus::Completed, "{answer:#?}");
    assert_eq!(
        (*answer.task_id, answer.question.as_str()),
        (Some(*task.id), question)
    );
    assert_eq!(answer.handoff_chain.last(), Some(&answer.handled_by));
    assert!(!answer.response.trim().is_empty(), "{answer:#?}");
    assert_eq!(
        (&*answer.reason, answer.pending_approvals.len()),
        (&None, 0)
    );
    for call in &answer.tool_calls {
        assert!(!call.is_error, "{call:?}");
        assert!(answer.handoff_chain.contains(&call.agent), "{call:?}");
    }
    let usage = &answer.usage;
    assert!(
        usage.model_calls >= i64::try_from(answer.handoff_chain.len()).unwrap(),
        "{usage:?}"
    );
    assert_eq!(usage.total_tokens, usage.input_tokens + usage.output_tokens);
}

#[tokio::test]
async fn help_task_sets_a_deadline_for_next_friday() {
    let (service, task) = with_task().await;
    let question = "Set a deadline for next Friday";
    let answer = service
        .api
        .help_task()
        .task_id(*task.id)
        .body(body(question))
        .send()
        .await
        .unwrap()
        .into_inner();
    check_answer(&answer, &task, question);
    assert_eq!(chain(&answer), ["triage", "scheduler"]);
    assert_eq!(deeds(&answer), ["set_deadline"]);
    let call = answer
        .tool_calls
        .iter()
        .find(|call| call.name == "set_deadline")
        .unwrap();
    assert_eq!(
        call.arguments,
        json!({"task_id": *task.id, "deadline": "2026-11-27"})
    );
    let stored = service.read_task(*task.id).await;
    assert_eq!(*stored.deadline, Some("2026-11-27".parse().unwrap()));
    assert_eq!(stored.version, task.version + 1);
}

#[tokio::test]
async fn help_task_assigns_and_sets_up_a_meeting() {
    let (service, task) = with_task().await;
    let question = "Assign this to dev@example.com and set up a meeting with them";
    let answer = service
        .api
        .help_task()
        .task_id(*task.id)
        .body(body(question))
        .send()
        .await
        .unwrap()
        .into_inner();
    check_answer(&answer, &task, question);
    assert_eq!(chain(&answer), ["triage", "collaboration"]);
    assert_eq!(deeds(&answer), ["assign_to_user", "create_meeting"]);
    let stored = service.read_task(*task.id).await;
    assert_eq!(
        stored.assignee.as_ref().unwrap().as_str(),
        "dev@example.com"
    );
    let meetings = service
        .api
        .list_meetings()
        .task_id(*task.id)
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    assert_eq!(meetings.len(), 1);
    assert_eq!(as_json(&meetings[0].attendees), json!(["dev@example.com"]));
    assert!(meetings[0].starts_at > service.clock.now());
}

#[tokio::test]
async fn help_task_estimates_how_long_it_will_take() {
    let (service, task) = with_task().await;
    let question = "How long will this take?";
    let answer = service
        .api
        .help_task()
        .task_id(*task.id)
        .body(body(question))
        .send()
        .await
        .unwrap()
        .into_inner();
    check_answer(&answer, &task, question);
    assert_eq!(chain(&answer), ["triage", "analysis"]);
    assert_eq!(deeds(&answer), ["estimate_effort"]);
    assert_eq!(service.read_task(*task.id).await, task);
}

#[tokio::test]
async fn help_task_says_what_a_task_is_about() {
    let (service, task) = with_task().await;
    let question = "What is this task about?";
    let answer = service
        .api
        .help_task()
        .task_id(*task.id)
        .body(body(question))
        .send()
        .await
        .unwrap()
        .into_inner();
    check_answer(&answer, &task, question);
    assert_eq!(chain(&answer), ["triage"]);
    assert_eq!(deeds(&answer), Vec::<&str>::new());
    assert!(
        answer.response.contains("Half a page for the blog"),
        "{}",
        answer.response
    );
    assert_eq!(service.read_task(*task.id).await, task);
}

#[tokio::test]
async fn help_task_needs_nobody_to_wait() {
    let (service, task) = with_task().await;
    let answer = ask(&service, &task, "Set a deadline for tomorrow").await;
    let run = service
        .api
        .get_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(run.response.as_deref(), Some(answer.response.as_str()));
    assert_eq!(
        (run.handoff_chain, run.tool_calls, run.usage),
        (answer.handoff_chain, answer.tool_calls, answer.usage)
    );
    assert_eq!(
        (&run.session_id, *run.task_id),
        (&answer.session_id, Some(*task.id))
    );
}

#[tokio::test]
async fn schedule_task_acts_without_a_handoff() {
    let (service, task) = with_task().await;
    let question = "Remind me the day after tomorrow at 9";
    let answer = service
        .api
        .schedule_task()
        .task_id(*task.id)
        .body(body(question))
        .send()
        .await
        .unwrap()
        .into_inner();
    check_answer(&answer, &task, question);
    assert_eq!(chain(&answer), ["scheduler"]);
    assert_eq!(deeds(&answer), ["create_reminder"]);
    let reminders = service
        .api
        .list_reminders()
        .task_id(*task.id)
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    assert_eq!(reminders.len(), 1);
    assert_eq!(
        as_json(&reminders[0].remind_at),
        json!("2026-11-24T09:00:00Z")
    );
}

#[tokio::test]
async fn collaborate_task_acts_without_a_handoff() {
    let (service, task) = with_task().await;
    let question = "Share this with qa@example.com so that they can edit it";
    let answer = service
        .api
        .collaborate_task()
        .task_id(*task.id)
        .body(body(question))
        .send()
        .await
        .unwrap()
        .into_inner();
    check_answer(&answer, &task, question);
    assert_eq!(chain(&answer), ["collaboration"]);
    assert_eq!(deeds(&answer), ["share_task"]);
    let shares = service
        .api
        .list_shares()
        .task_id(*task.id)
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    assert_eq!(as_json(&shares[0].email), json!("qa@example.com"));
    assert_eq!(as_json(&shares[0].permission), json!("edit"));
}

#[tokio::test]
async fn analyze_task_acts_without_a_handoff() {
    let (service, task) = with_task().await;
    let question = "Break this down into smaller steps";
    let answer = service
        .api
        .analyze_task()
        .task_id(*task.id)
        .body(body(question))
        .send()
        .await
        .unwrap()
        .into_inner();
    check_answer(&answer, &task, question);
    assert_eq!(chain(&answer), ["analysis"]);
    assert_eq!(deeds(&answer), ["break_down_task"]);
    let tasks = service
        .api
        .list_tasks()
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    let subtasks = tasks
        .iter()
        .filter(|other| *other.parent_id == Some(*task.id))
        .count();
    assert!(subtasks >= 2, "{tasks:#?}");
}

/// All events of a stream.
pub(crate) async fn events(stream: EventStream<RunEvent>) -> Vec<RunEvent> {
    stream
        .map_ok(|event| event.event)
        .try_collect()
        .await
        .unwrap()
}

/// What the events tell, in the form of a whole answer: with all that is the same in two runs of one script.
fn told(events: &[RunEvent]) -> Value {
    let mut calls: Vec<Value> = Vec::new();
    let mut tokens = String::new();
    let mut chain = Vec::new();
    let mut whole = json!(null);
    for event in events {
        match event {
            RunEvent::Start { agent, task_id, .. } => {
                chain.push(agent.clone());
                assert!(task_id.is_some());
            }
            RunEvent::Token { text, .. } => tokens.push_str(text),
            RunEvent::Handoff { to, .. } => {
                chain.push(to.clone());
                // What an agent said before it handed over is no part of the answer.
                tokens.clear();
            }
            RunEvent::ToolCall {
                call_id,
                agent,
                tool,
                arguments,
            } => {
                calls.push(json!({"call_id": call_id, "agent": agent, "name": tool, "arguments": arguments}));
                tokens.clear();
            }
            RunEvent::ToolResult {
                call_id,
                result,
                is_error,
                ..
            } => {
                let call = calls
                    .iter_mut()
                    .find(|call| call["call_id"] == as_json(call_id))
                    .expect("a call before its result");
                call["result"] = json!(result);
                call["is_error"] = json!(is_error);
            }
            RunEvent::Complete {
                status,
                final_agent,
                response,
                handoff_chain,
                usage,
                reason,
            } => {
                assert_eq!((&tokens, &chain), (response, handoff_chain));
                whole = json!({
                    "status": status, "reason": reason, "response": response, "handled_by": final_agent,
                    "handoff_chain": handoff_chain, "usage": usage,
                });
            }
            other => panic!("{other:?}"),
        }
    }
    whole["tool_calls"] = calls.into_iter().map(without_ids).collect();
    whole
}

fn without_ids(mut call: Value) -> Value {
    call.as_object_mut().unwrap().shift_remove("call_id");
    // Ids of what was made differ from run to run.
    let text = call["result"].as_str().unwrap_or_default();
    let mut masked = String::new();
    let mut rest = text;
    while let Some(start) = ["mtg_", "rem_"]
        .iter()
        .filter_map(|prefix| rest.find(prefix))
        .min()
    {
        masked.push_str(&rest[..start + 4]);
        rest = rest[start + 4..].trim_start_matches(|c: char| c.is_ascii_hexdigit() || c == '-');
    }
    masked.push_str(rest);
    call["result"] = json!(masked);
    call
}

fn answered(answer: &RunAnswer) -> Value {
    let calls: Vec<Value> = answer
        .tool_calls
        .iter()
        .map(|call| without_ids(as_json(call)))
        .collect();
    json!({
        "status": answer.status, "reason": answer.reason, "response": answer.response, "handled_by": answer.handled_by,
        "handoff_chain": answer.handoff_chain, "usage": answer.usage, "tool_calls": calls,
    })
}

/// Asks the same of two services, whole and as a stream.
macro_rules! same {
    ($($test:ident: $whole:ident $stream:ident $questions:expr;)*) => {$(
        #[tokio::test]
        async fn $test() {
            for question in $questions {
                let (service, task) = with_task().await;
                let whole = service.api.$whole().task_id(*task.id).body(body(question)).send().await.unwrap().into_inner();
                let (service, task) = with_task().await;
                let stream = service.api.$stream().task_id(*task.id).body(body(question)).send_events().await.unwrap();
                let events = events(stream).await;
                assert_eq!(told(&events), answered(&whole), "{question}");
            }
        }
    )*};
}

same! {
    a_streamed_help_says_the_same: help_task help_task_stream [
        "Set a deadline for next Friday", "Assign this to dev@example.com and set up a meeting with them",
        "How long will this take?", "What is this task about?", "asdf qwertz",
    ];
    a_streamed_schedule_says_the_same: schedule_task schedule_task_stream ["When do I have time for this?", "Remind me tomorrow"];
    a_streamed_collaborate_says_the_same: collaborate_task collaborate_task_stream ["Share this with qa@example.com"];
    a_streamed_analyze_says_the_same: analyze_task analyze_task_stream ["What blocks this?", "Break it down"];
}

#[tokio::test]
async fn help_task_stream_begins_with_start_and_ends_with_complete() {
    let (service, task) = with_task().await;
    let request = service
        .api
        .help_task_stream()
        .task_id(*task.id)
        .body(body("Set a deadline for next Friday"));
    let events = events(request.send_events().await.unwrap()).await;
    let names: Vec<Value> = events
        .iter()
        .map(|event| as_json(event)["type"].clone())
        .collect();
    assert_eq!(names.first(), Some(&json!("start")));
    assert_eq!(names.last(), Some(&json!("complete")));
    for name in ["handoff", "tool_call", "tool_result", "token"] {
        assert!(names.contains(&json!(name)), "{names:?}");
    }
    assert_eq!(
        *service.read_task(*task.id).await.deadline,
        Some("2026-11-27".parse().unwrap())
    );
}

#[tokio::test]
async fn schedule_task_stream_acts() {
    let (service, task) = with_task().await;
    let request = service
        .api
        .schedule_task_stream()
        .task_id(*task.id)
        .body(body("Remind me tomorrow at 9"));
    events(request.send_events().await.unwrap()).await;
    assert_eq!(
        service
            .api
            .list_reminders()
            .task_id(*task.id)
            .send()
            .await
            .unwrap()
            .items
            .len(),
        1
    );
}

#[tokio::test]
async fn collaborate_task_stream_acts() {
    let (service, task) = with_task().await;
    let request = service
        .api
        .collaborate_task_stream()
        .task_id(*task.id)
        .body(body("Assign this to qa@example.com"));
    events(request.send_events().await.unwrap()).await;
    assert!(service.read_task(*task.id).await.assignee.is_some());
}

#[tokio::test]
async fn analyze_task_stream_acts() {
    let (service, task) = with_task().await;
    let request = service
        .api
        .analyze_task_stream()
        .task_id(*task.id)
        .body(body("How long will this take?"));
    let events = events(request.send_events().await.unwrap()).await;
    assert!(events.iter().any(
        |event| matches!(event, RunEvent::ToolCall { tool, .. } if tool == "estimate_effort")
    ));
}

#[tokio::test]
async fn a_task_that_is_not_there_is_404_before_any_agent_or_stream() {
    let service = Service::start().await;
    for operation in ["help", "schedule", "collaborate", "analyze"] {
        for rest in ["", "/stream"] {
            let path = format!("/tasks/999/{operation}{rest}");
            let answer = service
                .send(http::Method::POST, &path, &json!({"question": "How long?"}))
                .await;
            answer.refused(404, "not_found");
            assert_eq!(answer.headers["content-type"], "application/json", "{path}");
        }
    }
    assert_eq!(service.api.list_runs().send().await.unwrap().items.len(), 0);
}

#[tokio::test]
async fn an_unknown_session_is_404() {
    let (service, task) = with_task().await;
    let request = body("How long?").session_id(Some("ses_unknown".parse().unwrap()));
    let refusal = service
        .api
        .help_task()
        .task_id(*task.id)
        .body(request)
        .send()
        .await;
    assert_eq!(refused(refusal), (404, "not_found".to_owned()));
}
