//! Runs: listed, read, traced, cancelled.

use chrono::TimeDelta;
use futures::TryStreamExt;
use serde_json::json;
use taskmanager_client::types::{
    CancelMode, ChatRequest, HelpRequest, Run, RunAnswer, RunEvent, RunStatus, SpanKind, SpanStatus,
};

use super::agents::events;
use super::harness::{Service, refused};

async fn chat(service: &Service, message: &str) -> RunAnswer {
    service.clock.advance(TimeDelta::seconds(1));
    service
        .api
        .chat()
        .body(ChatRequest::builder().message(message))
        .send()
        .await
        .unwrap()
        .into_inner()
}

async fn read(service: &Service, run_id: &taskmanager_client::types::RunId) -> Run {
    service
        .api
        .get_run()
        .run_id(run_id.clone())
        .send()
        .await
        .unwrap()
        .into_inner()
}

#[tokio::test]
async fn list_runs_newest_first_with_filters_and_pages() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let hello = chat(&service, "Hello").await;
    let body = HelpRequest::builder().question("How long will this take?");
    let help = service
        .api
        .help_task()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap()
        .into_inner();
    let delete = chat(&service, "Delete task 1").await;
    let ids = |runs: &[Run]| runs.iter().map(|run| run.id.clone()).collect::<Vec<_>>();
    let all = service
        .api
        .list_runs()
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    assert_eq!(
        ids(&all),
        [
            delete.run_id.clone(),
            help.run_id.clone(),
            hello.run_id.clone()
        ]
    );
    for run in &all {
        assert_eq!(*run, read(&service, &run.id).await);
    }
    let paused = service
        .api
        .list_runs()
        .status(RunStatus::Paused)
        .send()
        .await
        .unwrap();
    assert_eq!(ids(&paused.items), vec![delete.run_id.clone()]);
    let of_task = service
        .api
        .list_runs()
        .task_id(*task.id)
        .send()
        .await
        .unwrap();
    assert_eq!(ids(&of_task.items), vec![help.run_id.clone()]);
    let of_session = service
        .api
        .list_runs()
        .session_id(hello.session_id.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(ids(&of_session.items), vec![hello.run_id.clone()]);
    let page = service
        .api
        .list_runs()
        .limit(2)
        .send()
        .await
        .unwrap()
        .into_inner();
    let rest = service
        .api
        .list_runs()
        .limit(2)
        .page_token(page.next_page.unwrap())
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!([page.items, rest.items].concat(), all);
    assert_eq!(rest.next_page, None);
    let streamed: Vec<Run> = service
        .api
        .list_runs()
        .stream()
        .try_collect()
        .await
        .unwrap();
    assert_eq!(streamed, all);
}

#[tokio::test]
async fn get_run_tells_the_outcome() {
    let service = Service::start().await;
    let answer = chat(&service, "Create a task to buy milk").await;
    let run = service
        .api
        .get_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        (run.status, run.input.as_str()),
        (RunStatus::Completed, "Create a task to buy milk")
    );
    assert_eq!(run.agent.as_str(), "taskmanager-triage");
    assert_eq!(run.response.as_deref(), Some(&*answer.response));
    assert_eq!(
        (&*run.reason, &*run.error, *run.task_id),
        (&None, &None, None)
    );
    assert_eq!(
        (run.tool_calls, run.usage),
        (answer.tool_calls, answer.usage)
    );
    let now = Some(service.clock.now());
    assert_eq!(
        (Some(run.created_at), *run.started_at, *run.finished_at),
        (now, now, now)
    );
    let log = events(
        service
            .api
            .stream_run_events()
            .run_id(answer.run_id)
            .send_events()
            .await
            .unwrap(),
    )
    .await;
    assert_eq!(usize::try_from(run.last_event).unwrap(), log.len());
}

#[tokio::test]
async fn what_is_not_there_is_404() {
    let service = Service::start().await;
    let not_found = (404, "not_found".to_owned());
    let id = "run_unknown";
    assert_eq!(
        refused(service.api.get_run().run_id(id).send().await),
        not_found
    );
    assert_eq!(
        refused(service.api.get_run_trace().run_id(id).send().await),
        not_found
    );
    assert_eq!(
        refused(service.api.cancel_run().run_id(id).send().await),
        not_found
    );
    assert_eq!(
        refused(service.api.stream_run_events().run_id(id).send().await),
        not_found
    );
    let decisions = json!({"decisions": [{"call_id": "call_x", "approve": true}]});
    let answer = service
        .send(
            http::Method::POST,
            "/runs/run_unknown/approvals",
            &decisions,
        )
        .await;
    answer.refused(404, "not_found");
}

#[tokio::test]
async fn get_run_trace_nests_calls_in_turns_in_the_run() {
    let service = Service::start().await;
    service.task("Buy milk").await;
    let answer = chat(&service, "Set the deadline of task 1 to next Friday").await;
    let trace = service
        .api
        .get_run_trace()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(trace.run_id, answer.run_id);
    let (root, spans) = trace.spans.split_first().unwrap();
    assert_eq!((root.kind, &*root.parent_id), (SpanKind::Run, &None));
    let uuid = answer.run_id.strip_prefix("run_").unwrap();
    assert_eq!(trace.trace_id, uuid.replace('-', ""));
    assert!(
        trace.spans.iter().all(|span| span.status == SpanStatus::Ok),
        "{trace:?}"
    );
    let mut known = vec![root.id.clone()];
    for span in spans {
        let parent = span.parent_id.as_ref().expect("only the run has no parent");
        assert!(known.contains(parent), "{span:?} begins before its parent");
        assert!(!known.contains(&span.id));
        assert!(
            span.ended_at.is_some_and(|ended| ended >= span.started_at),
            "{span:?}"
        );
        known.push(span.id.clone());
    }
    let of = |kind: SpanKind| {
        spans
            .iter()
            .filter(|span| span.kind == kind)
            .map(|span| span.name.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        i64::try_from(of(SpanKind::ModelCall).len()).unwrap(),
        answer.usage.model_calls
    );
    assert!(
        of(SpanKind::ModelCall)
            .iter()
            .all(|name| *name == "offline")
    );
    let tools: Vec<&str> = answer
        .tool_calls
        .iter()
        .map(|call| call.name.as_str())
        .collect();
    assert_eq!(of(SpanKind::Tool), tools);
    let call_ids = spans
        .iter()
        .filter(|span| span.kind == SpanKind::Tool)
        .map(|span| span.attributes["call_id"].as_str().unwrap());
    assert!(call_ids.eq(answer.tool_calls.iter().map(|call| call.call_id.as_str())));
    assert_eq!(of(SpanKind::Handoff).len(), answer.handoff_chain.len() - 1);
    assert!(!of(SpanKind::Turn).is_empty());
}

#[tokio::test]
async fn cancel_run_at_once_ends_run_stream_and_model_call() {
    let (service, mut puppet) = Service::with_puppet().await;
    let mut stream = service
        .send_stream("/chat/stream", &json!({"message": "Hello"}))
        .await;
    let asked = puppet.asked().await;
    asked.say("Well, ");
    let start = stream.next().await.unwrap().json();
    assert_eq!(stream.next().await.unwrap().event, "token");
    let run_id = start["run_id"].as_str().unwrap();
    service
        .api
        .cancel_run()
        .run_id(run_id)
        .send()
        .await
        .unwrap();
    asked.given_up().await;
    let rest = stream.rest().await;
    assert_eq!(
        rest.iter()
            .map(|frame| frame.event.as_str())
            .collect::<Vec<_>>(),
        ["cancelled"]
    );
    let run = service
        .api
        .get_run()
        .run_id(run_id)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(run.status, RunStatus::Cancelled);
    assert!(run.reason.is_some() && run.finished_at.is_some());
    // Once more does no harm.
    let again = service
        .api
        .cancel_run()
        .run_id(run_id)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(again, run);
}

#[tokio::test]
async fn cancel_run_after_the_turn_lets_its_tools_finish() {
    let (service, mut puppet) = Service::with_puppet().await;
    service.task("Buy milk").await;
    let mut stream = service
        .send_stream("/chat/stream", &json!({"message": "Hello"}))
        .await;
    let asked = puppet.asked().await;
    let start = stream.next().await.unwrap().json();
    let run_id = start["run_id"].as_str().unwrap();
    let run = service
        .api
        .cancel_run()
        .run_id(run_id)
        .mode(CancelMode::AfterTurn)
        .send()
        .await
        .unwrap();
    assert_eq!(run.status, RunStatus::Running);
    asked.just_call("get_task", &json!({"task_id": 1}));
    let rest = stream.rest().await;
    let names: Vec<&str> = rest.iter().map(|frame| frame.event.as_str()).collect();
    assert_eq!(names, ["tool_call", "tool_result", "cancelled"]);
    assert!(puppet.is_idle());
}

#[tokio::test]
async fn cancel_run_that_is_queued_leaves_the_other_alone() {
    let (service, mut puppet) = Service::with_puppet().await;
    let mut first = service
        .send_stream("/chat/stream", &json!({"message": "First"}))
        .await;
    let asked = puppet.asked().await;
    let session = first.next().await.unwrap().json()["session_id"].clone();
    let body = json!({"message": "Second", "session_id": session, "on_busy": "queue"});
    let queued = service.send_stream("/chat/stream", &body);
    let cancelling = async {
        loop {
            let runs = service
                .api
                .list_runs()
                .status(RunStatus::Queued)
                .send()
                .await
                .unwrap()
                .into_inner()
                .items;
            if let [run] = &runs[..] {
                let run = service
                    .api
                    .cancel_run()
                    .run_id(run.id.clone())
                    .send()
                    .await
                    .unwrap();
                assert_eq!(run.status, RunStatus::Cancelled);
                break;
            }
        }
    };
    let (queued, ()) = futures::join!(queued, cancelling);
    let events: Vec<String> = queued
        .rest()
        .await
        .into_iter()
        .map(|frame| frame.event)
        .collect();
    assert_eq!(events, ["cancelled"]);
    asked.answer("Done");
    assert_eq!(first.rest().await.last().unwrap().event, "complete");
    assert!(puppet.is_idle());
}

#[tokio::test]
async fn cancel_run_that_has_ended_changes_nothing() {
    let service = Service::start().await;
    let answer = chat(&service, "Hello").await;
    let before = read(&service, &answer.run_id).await;
    service.clock.advance(TimeDelta::minutes(1));
    let after = service
        .api
        .cancel_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap();
    assert_eq!(*after, before);
    let log = events(
        service
            .api
            .stream_run_events()
            .run_id(answer.run_id)
            .send_events()
            .await
            .unwrap(),
    )
    .await;
    assert!(matches!(log.last(), Some(RunEvent::Complete { .. })));
}

#[tokio::test]
async fn a_run_that_uses_up_its_turns_is_incomplete() {
    let (service, mut puppet) = Service::with_puppet().await;
    service.task("Buy milk").await;
    let asking = service
        .api
        .chat()
        .body(ChatRequest::builder().message("Look again"))
        .send();
    let playing = async {
        loop {
            puppet
                .asked()
                .await
                .just_call("get_task", &json!({"task_id": 1}));
        }
    };
    let answer = tokio::select! {
        answer = asking => answer.unwrap().into_inner(),
        () = playing => unreachable!(),
    };
    assert_eq!(
        answer.status,
        taskmanager_client::types::AnswerStatus::Incomplete
    );
    assert_eq!(answer.reason.as_deref(), Some("turns"));
    assert!(answer.tool_calls.len() >= 9, "{}", answer.tool_calls.len());
}
