//! kill -9: what was seen stays, what was going ends, what waited still waits.

use futures::TryStreamExt;
use serde_json::json;
use taskmanager_client::types::{
    ApprovalDecision, ApprovalDecisions, ChatRequest, NewTask, RunEvent, RunStatus,
};

use crate::frames::is_last;
use crate::upstream::Upstream;

use super::service::Service;

#[tokio::test]
async fn a_killed_run_s_log_is_served_again_byte_for_byte_and_ends_with_one_error() {
    let (folder, mut upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
    let service = Service::with_upstream(folder.path(), &upstream, &[]).await;
    service
        .api
        .create_task()
        .body(NewTask::builder().title("Buy milk"))
        .send()
        .await
        .unwrap();
    let mut stream = service.chat("Tell me about task 1").await;
    let first = upstream.asked().await.stream();
    first.call("get_task", &json!({"task_id": 1}));
    first.finish("tool_calls");
    let speech = upstream.asked().await.stream();
    for number in 0..20 {
        speech.say(&format!("piece {number} — ünï\n"));
    }
    // Start, the call and its result, and at least some of the text; how it is divided is the service's.
    let seen = stream.read(5).await;
    service.kill().await;
    stream.rest().await;
    let received = stream.text.clone();
    let whole = received.rfind("\n\n").unwrap() + 2;
    let run_id = seen[0].json()["run_id"].as_str().unwrap().to_owned();
    let session_id = seen[0].json()["session_id"].as_str().unwrap().to_owned();

    let service = Service::with_upstream(folder.path(), &upstream, &[]).await;
    let mut log = service.run_log(&run_id, 0).await;
    let frames = log.rest().await;
    assert!(
        log.text.starts_with(&received[..whole]),
        "{}\nisn't the beginning of\n{}",
        &received[..whole],
        log.text
    );
    let last: Vec<_> = frames
        .iter()
        .filter(|frame| is_last(&frame.event))
        .collect();
    assert_eq!(last.len(), 1, "{frames:?}");
    assert_eq!(
        (last[0].event.as_str(), &last[0].json()["error_code"]),
        ("error", &json!("interrupted"))
    );
    for after in 0..frames.len() {
        let rest = service.run_log(&run_id, after as u64).await.rest().await;
        assert_eq!(rest, frames[after..], "after {after}");
    }
    let run = service.api.get_run().run_id(&*run_id).send().await.unwrap();
    assert_eq!(
        (run.status, run.last_event),
        (RunStatus::Failed, i64::try_from(frames.len()).unwrap())
    );
    let trace = service.api.get_run_trace().run_id(&*run_id).send();
    let spans = trace.await.unwrap().into_inner().spans;
    let ends = spans
        .iter()
        .map(|span| format!("{} {}", span.kind, span.status));
    assert_eq!(
        ends.collect::<Vec<_>>(),
        [
            "run interrupted",
            "turn ok",
            "model_call ok",
            "tool ok",
            "turn interrupted",
            "model_call interrupted",
        ]
    );

    // The session can be used again, and the model gets to see that the call was answered.
    let body = ChatRequest::builder()
        .message("And now?")
        .session_id(Some(session_id.parse().unwrap()));
    let asking = service.api.chat().body(body).send();
    let answering = async {
        let asked = upstream.asked().await;
        let messages = asked.body["messages"].as_array().unwrap();
        let calls = messages
            .iter()
            .filter(|message| message["role"] == "tool")
            .count();
        let speech = asked.stream();
        speech.say(&format!("{calls} results"));
        speech.finish("stop");
    };
    let (answer, ()) = futures::join!(asking, answering);
    assert_eq!(answer.unwrap().response, "1 results");
    service.stop().await;
}

#[tokio::test]
async fn a_paused_run_still_waits_after_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::start(folder.path(), &[]).await;
    service
        .api
        .create_task()
        .body(NewTask::builder().title("Buy milk"))
        .send()
        .await
        .unwrap();
    let answer = service
        .api
        .chat()
        .body(ChatRequest::builder().message("Delete task 1"))
        .send()
        .await
        .unwrap()
        .into_inner();
    service.kill().await;

    let service = Service::start(folder.path(), &[]).await;
    let run = service
        .api
        .get_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        (run.status, &run.pending_approvals),
        (RunStatus::Paused, &answer.pending_approvals)
    );
    let call_id = run.pending_approvals[0].call_id.clone();
    let decisions = ApprovalDecisions {
        decisions: vec![ApprovalDecision {
            call_id,
            approve: true,
            reason: None,
        }],
    };
    service
        .api
        .decide_approvals()
        .run_id(answer.run_id.clone())
        .body(decisions)
        .send()
        .await
        .unwrap();
    let frames = service
        .run_log(&answer.run_id, u64::try_from(run.last_event).unwrap())
        .await
        .rest()
        .await;
    assert_eq!(
        frames[0].id,
        Some(u64::try_from(run.last_event).unwrap() + 1)
    );
    assert_eq!(frames.last().unwrap().event, "complete", "{frames:?}");
    assert!(service.api.get_task().task_id(1).send().await.is_err());
    service.stop().await;
}

#[tokio::test]
async fn what_was_answered_was_stored() {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::start(folder.path(), &[]).await;
    let creating = (0..50).map(|number| {
        let body = NewTask::builder().title(format!("task {number}"));
        service
            .api
            .create_task()
            .idempotency_key(format!("key {number}"))
            .body(body)
            .send()
    });
    let created = futures::future::try_join_all(creating).await.unwrap();
    service.kill().await;

    let service = Service::start(folder.path(), &[]).await;
    for (number, task) in created.iter().enumerate() {
        assert_eq!(
            *service
                .api
                .get_task()
                .task_id(*task.id)
                .send()
                .await
                .unwrap(),
            **task
        );
        let body = NewTask::builder().title(format!("task {number}"));
        let again = service
            .api
            .create_task()
            .idempotency_key(format!("key {number}"))
            .body(body)
            .send()
            .await
            .unwrap();
        assert_eq!(*again, **task);
    }
    service.stop().await;
}

#[tokio::test]
async fn a_reminder_that_fell_due_meanwhile_fires_once() {
    let folder = tempfile::tempdir().unwrap();
    let service = Service::start(folder.path(), &[]).await;
    service
        .api
        .create_task()
        .body(NewTask::builder().title("Buy milk"))
        .send()
        .await
        .unwrap();
    let mut changes = service.read("/events").await;
    let body = taskmanager_client::types::NewReminder::builder().remind_at(chrono::Utc::now());
    service
        .api
        .create_reminder()
        .task_id(1)
        .body(body)
        .send()
        .await
        .unwrap();
    let frames = changes.read(1).await;
    assert_eq!(frames[0].event, "reminder_due");
    let before = frames[0].id.unwrap() - 1;
    service.kill().await;

    let service = Service::start(folder.path(), &[]).await;
    service
        .api
        .create_task()
        .body(NewTask::builder().title("Buy tea"))
        .send()
        .await
        .unwrap();
    let mut changes = service.read(&format!("/events?after={before}")).await;
    let names: Vec<String> = changes
        .read(2)
        .await
        .into_iter()
        .map(|frame| frame.event)
        .collect();
    assert_eq!(names, ["reminder_due", "task_created"]);
    drop(changes);
    service.stop().await;
}

#[tokio::test]
async fn a_queued_run_has_its_turn_after_a_kill() {
    let (folder, mut upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
    let service = Service::with_upstream(folder.path(), &upstream, &[]).await;
    let mut first = service.chat("First").await;
    let start = first.read(1).await[0].json();
    let _speech = upstream.asked().await.stream();
    let body = json!({"message": "Second", "session_id": start["session_id"], "on_busy": "queue"});
    // Its stream is open, and silent until its turn comes.
    let mut waiting = service.stream("/chat/stream", &body).await;
    let list = service.api.list_runs().status(RunStatus::Queued).send();
    let queued = list.await.unwrap().items[0].id.clone();
    service.kill().await;

    let service = Service::with_upstream(folder.path(), &upstream, &[]).await;
    let asked = upstream.asked().await;
    assert!(asked.question().ends_with("Second"), "{}", asked.question());
    assert_eq!(waiting.rest().await, []);
    let speech = asked.stream();
    speech.say("Better late than never");
    speech.finish("stop");
    let frames = service.run_log(&queued, 0).await.rest().await;
    assert_eq!(
        frames.last().unwrap().json()["response"],
        "Better late than never"
    );
    service.stop().await;
}

#[tokio::test]
async fn a_key_still_names_its_run_after_a_kill() {
    let (folder, mut upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
    let service = Service::with_upstream(folder.path(), &upstream, &[]).await;
    let send = async |service: &Service| {
        let body = ChatRequest::builder().message("Hello");
        let request = service.api.chat_stream().idempotency_key("a-key");
        request.body(body).send_events().await.unwrap()
    };
    let mut stream = send(&service).await;
    let seen = stream.try_next().await.unwrap().expect("a first event");
    let _speech = upstream.asked().await.stream();
    service.kill().await;

    let service = Service::with_upstream(folder.path(), &upstream, &[]).await;
    let again: Vec<_> = send(&service).await.try_collect().await.unwrap();
    assert_eq!(again[0], seen);
    let last = &again.last().unwrap().event;
    assert!(matches!(last, RunEvent::Error { error_code, .. } if error_code == "interrupted"));
    assert_eq!(service.api.list_runs().send().await.unwrap().items.len(), 1);
    service.stop().await;
}
