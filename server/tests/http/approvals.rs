//! Tool calls that need approval: deleting a task by chat.

use chrono::TimeDelta;
use serde_json::json;
use taskmanager_client::types::{
    AnswerStatus, ApprovalDecision, ApprovalDecisions, ChatRequest, RunAnswer, RunEvent, RunStatus,
    TaskId,
};

use super::agents::{ask, events, with_task};
use super::harness::{Service, as_json, refused};

/// A run that waits for the approval to delete task 1.
async fn paused() -> (Service, RunAnswer) {
    let service = Service::start().await;
    service.task("Buy milk").await;
    service.task("Buy cheese").await;
    let body = ChatRequest::builder().message("Delete task 1");
    let answer = service
        .api
        .chat()
        .body(body)
        .send()
        .await
        .unwrap()
        .into_inner();
    (service, answer)
}

fn decide(call_id: &taskmanager_client::types::CallId, approve: bool) -> ApprovalDecisions {
    ApprovalDecisions {
        decisions: vec![ApprovalDecision {
            call_id: call_id.clone(),
            approve,
            reason: None,
        }],
    }
}

async fn is_there(service: &Service, task_id: i64) -> bool {
    service.api.get_task().task_id(task_id).send().await.is_ok()
}

/// The events after the pause, to the end.
async fn after_the_pause(service: &Service, answer: &RunAnswer) -> Vec<RunEvent> {
    let log = events(
        service
            .api
            .stream_run_events()
            .run_id(answer.run_id.clone())
            .send_events()
            .await
            .unwrap(),
    )
    .await;
    let position = log
        .iter()
        .position(|event| matches!(event, RunEvent::Paused { .. }))
        .expect("a pause");
    log[position + 1..].to_vec()
}

#[tokio::test]
async fn deleting_by_chat_pauses_and_deletes_nothing() {
    let (service, answer) = paused().await;
    assert_eq!(answer.status, AnswerStatus::Paused);
    let pending = &answer.pending_approvals[..];
    assert_eq!(pending.len(), 1);
    assert_eq!(
        (pending[0].tool.as_str(), &pending[0].arguments),
        ("delete_task", &json!({"task_id": 1}))
    );
    assert!(
        pending[0]
            .expires_at
            .is_none_or(|expiry| expiry > service.clock.now())
    );
    assert!(is_there(&service, 1).await);
    let run = service
        .api
        .get_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(
        (run.status, &run.pending_approvals, *run.finished_at),
        (RunStatus::Paused, &answer.pending_approvals, None)
    );
}

#[tokio::test]
async fn a_stream_that_pauses_ends_there() {
    let service = Service::start().await;
    service.task("Buy milk").await;
    let body = ChatRequest::builder().message("Delete task 1");
    let events = events(
        service
            .api
            .chat_stream()
            .body(body)
            .send_events()
            .await
            .unwrap(),
    )
    .await;
    let [
        ..,
        RunEvent::ApprovalRequired { call_id, tool, .. },
        RunEvent::Paused { call_ids },
    ] = &events[..]
    else {
        panic!("{events:?}")
    };
    assert_eq!(
        (tool.as_str(), call_ids),
        ("delete_task", &vec![call_id.clone()])
    );
}

#[tokio::test]
async fn decide_approvals_with_yes_deletes_the_task() {
    let (service, answer) = paused().await;
    let call_id = answer.pending_approvals[0].call_id.clone();
    let decision = service
        .api
        .decide_approvals()
        .run_id(answer.run_id.clone())
        .body(decide(&call_id, true));
    let run = decision.send().await.unwrap();
    assert_eq!(run.pending_approvals, []);
    let after = after_the_pause(&service, &answer).await;
    let [
        RunEvent::Resumed { decisions },
        RunEvent::ToolCall { tool, .. },
        RunEvent::ToolResult { is_error, .. },
        ..,
    ] = &after[..]
    else {
        panic!("{after:?}")
    };
    assert!(decisions[0].approve && decisions[0].call_id == call_id);
    assert_eq!((tool.as_str(), *is_error), ("delete_task", false));
    assert!(
        matches!(after.last(), Some(RunEvent::Complete { .. })),
        "{after:?}"
    );
    assert!(!is_there(&service, 1).await && is_there(&service, 2).await);
    let run = service
        .api
        .get_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(run.status, RunStatus::Completed);
}

#[tokio::test]
async fn decide_approvals_with_no_deletes_nothing_and_tells_the_model() {
    let (service, answer) = paused().await;
    let call_id = answer.pending_approvals[0].call_id.clone();
    let mut body = decide(&call_id, false);
    body.decisions[0].reason = Some("I still need it".parse().unwrap());
    service
        .api
        .decide_approvals()
        .run_id(answer.run_id.clone())
        .body(body)
        .send()
        .await
        .unwrap();
    let after = after_the_pause(&service, &answer).await;
    let results: Vec<_> = after
        .iter()
        .filter(|event| matches!(event, RunEvent::ToolResult { .. }))
        .collect();
    let [
        RunEvent::ToolResult {
            is_error: true,
            result,
            ..
        },
    ] = &results[..]
    else {
        panic!("{after:?}")
    };
    assert!(result.contains("I still need it"), "{result}");
    assert!(
        !after
            .iter()
            .any(|event| matches!(event, RunEvent::ToolCall { .. })),
        "{after:?}"
    );
    assert!(
        matches!(after.last(), Some(RunEvent::Complete { .. })),
        "{after:?}"
    );
    assert!(is_there(&service, 1).await);
}

#[tokio::test]
async fn decisions_on_what_nobody_asked_are_409() {
    let (service, answer) = paused().await;
    let call_id = answer.pending_approvals[0].call_id.clone();
    let decide_on = |body| {
        service
            .api
            .decide_approvals()
            .run_id(answer.run_id.clone())
            .body(body)
    };
    let (status, _) = refused(
        decide_on(decide(&"call_unknown".parse().unwrap(), true))
            .send()
            .await,
    );
    assert_eq!(status, 409);
    // One that is known doesn't make the other one right, and neither is done.
    let mut both = decide(&call_id, true);
    both.decisions
        .extend(decide(&"call_unknown".parse().unwrap(), true).decisions);
    assert_eq!(refused(decide_on(both).send().await).0, 409);
    assert!(is_there(&service, 1).await);
    decide_on(decide(&call_id, false)).send().await.unwrap();
    after_the_pause(&service, &answer).await;
    assert_eq!(
        refused(decide_on(decide(&call_id, true)).send().await).0,
        409
    );
    assert!(is_there(&service, 1).await);
}

#[tokio::test]
async fn an_approval_that_has_expired_is_410_and_cancels_the_run() {
    let (service, answer) = paused().await;
    let expiry = answer.pending_approvals[0]
        .expires_at
        .expect("approvals expire");
    service
        .clock
        .advance(expiry - service.clock.now() + TimeDelta::seconds(1));
    let call_id = answer.pending_approvals[0].call_id.clone();
    let late = service
        .api
        .decide_approvals()
        .run_id(answer.run_id.clone())
        .body(decide(&call_id, true));
    assert_eq!(refused(late.send().await), (410, "gone".to_owned()));
    assert!(is_there(&service, 1).await);
    let run = service
        .api
        .get_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(run.status, RunStatus::Cancelled);
    let after = after_the_pause(&service, &answer).await;
    assert!(
        matches!(after.last(), Some(RunEvent::Cancelled { .. })),
        "{after:?}"
    );
}

#[tokio::test]
async fn a_paused_run_can_be_cancelled() {
    let (service, answer) = paused().await;
    let run = service
        .api
        .cancel_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(
        (run.status, run.pending_approvals.len()),
        (RunStatus::Cancelled, 0)
    );
    let after = after_the_pause(&service, &answer).await;
    assert!(
        matches!(after.last(), Some(RunEvent::Cancelled { .. })),
        "{after:?}"
    );
    // The session is free again.
    let body = ChatRequest::builder()
        .message("Hello")
        .session_id(Some(answer.session_id.clone()));
    service.api.chat().body(body).send().await.unwrap();
    assert!(is_there(&service, 1).await);
}

#[tokio::test]
async fn a_paused_session_is_at_work() {
    let (service, answer) = paused().await;
    let body = ChatRequest::builder()
        .message("Hello")
        .session_id(Some(answer.session_id.clone()));
    assert_eq!(
        refused(service.api.chat().body(body).send().await),
        (409, "run_in_progress".to_owned())
    );
}

#[tokio::test]
async fn decisions_may_come_one_by_one() {
    let (service, mut puppet) = Service::with_puppet().await;
    for title in ["one", "two", "three"] {
        service.task(title).await;
    }
    let asking = service
        .api
        .chat()
        .body(ChatRequest::builder().message("Clean up"))
        .send();
    let playing = async {
        let asked = puppet.asked().await;
        asked.call("get_task", &json!({"task_id": 1}));
        asked.call("delete_task", &json!({"task_id": 1}));
        asked.call("delete_task", &json!({"task_id": 2}));
        asked.finish();
    };
    let (answer, ()) = futures::join!(asking, playing);
    let answer = answer.unwrap().into_inner();
    let calls: Vec<_> = answer
        .pending_approvals
        .iter()
        .map(|pending| pending.call_id.clone())
        .collect();
    assert_eq!(calls.len(), 2, "{answer:?}");
    let decide_on = |body| {
        service
            .api
            .decide_approvals()
            .run_id(answer.run_id.clone())
            .body(body)
    };
    let run = decide_on(decide(&calls[1], true)).send().await.unwrap();
    assert_eq!(
        (run.status, run.pending_approvals.len()),
        (RunStatus::Paused, 1)
    );
    assert!(
        is_there(&service, 2).await,
        "nothing runs before the last decision"
    );
    decide_on(decide(&calls[0], false)).send().await.unwrap();
    puppet.asked().await.answer("One is gone, one stays");
    let after = after_the_pause(&service, &answer).await;
    assert!(
        matches!(after.last(), Some(RunEvent::Complete { .. })),
        "{after:?}"
    );
    assert!(
        is_there(&service, 1).await && !is_there(&service, 2).await && is_there(&service, 3).await
    );
}

#[tokio::test]
async fn deleting_by_help_pauses_as_well() {
    let (service, task) = with_task().await;
    let answer = ask(&service, &task, "Delete this task").await;
    assert_eq!(answer.status, AnswerStatus::Paused);
    assert_eq!(
        answer.pending_approvals[0].arguments["task_id"],
        as_json(&TaskId(*task.id))
    );
    assert!(is_there(&service, *task.id).await);
}
