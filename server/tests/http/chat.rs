//! Chat: conversations about all of the caller's tasks, and what happens when a session is busy or the model fails.

use serde_json::json;
use taskmanager_agent::model::ModelError;
use taskmanager_client::types::builder::ChatRequest as ChatBuilder;
use taskmanager_client::types::{
    AnswerStatus, ChatRequest, OnBusy, RunAnswer, RunEvent, RunStatus, SessionId,
};

use super::agents::{chain, deeds, events};
use super::harness::{Service, header, refusal, refused};

fn body(message: &str) -> ChatBuilder {
    ChatRequest::builder().message(message)
}

async fn say(service: &Service, message: &str, session: Option<&SessionId>) -> RunAnswer {
    let body = body(message).session_id(session.cloned());
    service
        .api
        .chat()
        .body(body)
        .send()
        .await
        .unwrap()
        .into_inner()
}

#[tokio::test]
async fn chat_creates_a_task_and_answers_without_a_task_id() {
    let service = Service::start().await;
    let message = "Create a task to buy milk";
    let answer = service
        .api
        .chat()
        .body(body(message))
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        (answer.status, *answer.task_id, answer.question.as_str()),
        (AnswerStatus::Completed, None, message)
    );
    assert_eq!(
        (deeds(&answer), chain(&answer)),
        (vec!["create_task"], vec!["triage"])
    );
    let tasks = service
        .api
        .list_tasks()
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    assert_eq!(tasks.len(), 1);
    assert!(
        tasks[0].title.to_lowercase().contains("buy milk"),
        "{tasks:?}"
    );
}

#[tokio::test]
async fn chat_remembers_what_was_said_in_its_session() {
    let service = Service::start().await;
    service.task("Something else").await;
    let first = say(&service, "Create a task to buy milk", None).await;
    let second = say(
        &service,
        "Set its deadline to next Friday",
        Some(&first.session_id),
    )
    .await;
    assert_eq!(second.session_id, first.session_id);
    assert_eq!(deeds(&second), ["set_deadline"]);
    let task = service.read_task(2).await;
    assert!(task.title.to_lowercase().contains("buy milk"));
    assert_eq!(*task.deadline, Some("2026-11-27".parse().unwrap()));
}

#[tokio::test]
async fn chat_without_a_session_begins_a_new_one() {
    let service = Service::start().await;
    let (first, second) = (
        say(&service, "Hello", None).await,
        say(&service, "Hello", None).await,
    );
    assert_ne!(first.session_id, second.session_id);
}

#[tokio::test]
async fn chat_with_a_specialist_needs_no_handoff() {
    let service = Service::start().await;
    service.task("Buy milk").await;
    let request = body("Set a deadline for task 1: next Friday")
        .agent(Some("taskmanager-scheduler".parse().unwrap()));
    let answer = service
        .api
        .chat()
        .body(request)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        (chain(&answer), deeds(&answer)),
        (vec!["scheduler"], vec!["set_deadline"])
    );
}

#[tokio::test]
async fn an_unknown_session_is_404() {
    let service = Service::start().await;
    let request = || body("Hello").session_id(Some("ses_unknown".parse().unwrap()));
    assert_eq!(
        refused(service.api.chat().body(request()).send().await),
        (404, "not_found".to_owned())
    );
    assert_eq!(
        refused(service.api.chat_stream().body(request()).send().await),
        (404, "not_found".to_owned())
    );
}

#[tokio::test]
async fn chat_stream_sends_text_while_the_model_speaks() {
    let (service, mut puppet) = Service::with_puppet().await;
    let mut stream = service
        .api
        .chat_stream()
        .body(body("Hello"))
        .send_events()
        .await
        .unwrap();
    use futures::TryStreamExt;
    let mut next = async || stream.try_next().await.unwrap().map(|event| event.event);
    assert!(matches!(next().await, Some(RunEvent::Start { .. })));
    let asked = puppet.asked().await;
    for piece in ["Good ", "mor", "ning 🌞"] {
        asked.say(piece);
        let Some(RunEvent::Token { text, .. }) = next().await else {
            panic!("a token for {piece:?}")
        };
        assert_eq!(text, piece);
    }
    asked.finish();
    let Some(RunEvent::Complete { response, .. }) = next().await else {
        panic!("the end")
    };
    assert_eq!(response, "Good morning 🌞");
    assert_eq!(next().await, None);
}

/// A service whose model is in the middle of an answer to the first message of a session.
async fn busy() -> (
    Service,
    super::harness::Puppet,
    super::harness::Asked,
    RunEvent,
    SessionId,
) {
    let (service, mut puppet) = Service::with_puppet().await;
    let response = service
        .send_stream("/chat/stream", &json!({"message": "First"}))
        .await;
    let asked = puppet.asked().await;
    let start = response.first_event().await;
    let RunEvent::Start { session_id, .. } = &start else {
        panic!("{start:?}")
    };
    let session_id = session_id.clone();
    (service, puppet, asked, start, session_id)
}

#[tokio::test]
async fn a_busy_session_refuses_and_names_the_run() {
    let (service, _puppet, asked, start, session) = busy().await;
    let RunEvent::Start { run_id, .. } = &start else {
        panic!("{start:?}")
    };
    for on_busy in [None, Some(OnBusy::Reject)] {
        let mut request = body("Second").session_id(Some(session.clone()));
        if let Some(on_busy) = on_busy {
            request = request.on_busy(on_busy);
        }
        let (status, error) = refusal(service.api.chat().body(request.clone()).send().await);
        assert_eq!(
            (status, error.error_code.as_deref()),
            (409, Some("run_in_progress"))
        );
        assert_eq!(error.run_id.as_ref(), Some(run_id));
        let (status, error) = refusal(service.api.chat_stream().body(request).send().await);
        assert_eq!((status, error.run_id.as_ref()), (409, Some(run_id)));
    }
    asked.answer("Done");
}

#[tokio::test]
async fn chat_queues_behind_the_run_of_its_session() {
    let (service, mut puppet, first, start, session) = busy().await;
    let request = body("Second")
        .session_id(Some(session.clone()))
        .on_busy(OnBusy::Queue);
    let queued = service.api.chat().body(request).send();
    let playing = async {
        // The second is stored as queued, and the model isn't asked before the first has ended.
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
                assert_eq!((run.last_event, *run.started_at), (0, None));
                break;
            }
        }
        assert!(puppet.is_idle());
        first.answer("First answer");
        let second = puppet.asked().await;
        let heard = format!("{:?}", second.request.items);
        assert!(
            heard.contains("First answer") && heard.contains("Second"),
            "{heard}"
        );
        second.answer("Second answer");
    };
    let (answer, ()) = futures::join!(queued, playing);
    let answer = answer.unwrap();
    assert_eq!(
        (answer.response.as_str(), &answer.session_id),
        ("Second answer", &session)
    );
    let RunEvent::Start { run_id, .. } = start else {
        unreachable!()
    };
    let first = service.api.get_run().run_id(run_id).send().await.unwrap();
    assert_eq!(first.response.as_deref(), Some("First answer"));
}

#[tokio::test]
async fn chat_interrupts_the_run_of_its_session() {
    let (service, mut puppet, first, start, session) = busy().await;
    first.say("I was about to");
    let request = body("Second")
        .session_id(Some(session))
        .on_busy(OnBusy::Interrupt);
    let interrupting = service.api.chat().body(request).send();
    let playing = async {
        first.given_up().await;
        puppet.asked().await.answer("Second answer");
    };
    let (answer, ()) = futures::join!(interrupting, playing);
    assert_eq!(answer.unwrap().response, "Second answer");
    let RunEvent::Start { run_id, .. } = start else {
        unreachable!()
    };
    let log = events(
        service
            .api
            .stream_run_events()
            .run_id(run_id.clone())
            .send_events()
            .await
            .unwrap(),
    )
    .await;
    assert!(
        matches!(log.last(), Some(RunEvent::Cancelled { .. })),
        "{log:?}"
    );
    let run = service.api.get_run().run_id(run_id).send().await.unwrap();
    assert_eq!(run.status, RunStatus::Cancelled);
}

#[tokio::test]
async fn sessions_do_not_wait_for_each_other() {
    let (service, mut puppet, first, _start, _session) = busy().await;
    let other = service.api.chat().body(body("Another session")).send();
    let playing = async { puppet.asked().await.answer("At once") };
    let (answer, ()) = futures::join!(other, playing);
    assert_eq!(answer.unwrap().response, "At once");
    first.answer("Late");
}

#[tokio::test]
async fn a_model_that_is_down_is_503_with_the_run() {
    let (service, mut puppet) = Service::with_puppet().await;
    let asking = service.api.chat().body(body("Hello")).send();
    let failing = async {
        // Not transient, so it isn't tried again.
        puppet
            .asked()
            .await
            .fail(ModelError::Malformed("nonsense".to_owned()));
    };
    let (result, ()) = futures::join!(asking, failing);
    let (status, error) = refusal(result);
    assert_eq!(
        (status, error.error_code.as_deref()),
        (503, Some("model_error"))
    );
    let run = service
        .api
        .get_run()
        .run_id(error.run_id.unwrap())
        .send()
        .await
        .unwrap();
    assert_eq!(run.status, RunStatus::Failed);
    let reason = run.error.as_ref().unwrap();
    assert!(!reason.message.contains("nonsense"), "{reason:?}");
}

#[tokio::test]
async fn a_model_that_refuses_is_422_with_the_run() {
    let (service, mut puppet) = Service::with_puppet().await;
    let asking = service.api.chat().body(body("Hello")).send();
    let refusing = async {
        let asked = puppet.asked().await;
        asked.refuse("I would rather not");
        asked.finish();
    };
    let (result, ()) = futures::join!(asking, refusing);
    let (status, error) = refusal(result);
    assert_eq!(
        (status, error.error_code.as_deref()),
        (422, Some("model_refused"))
    );
    assert!(error.run_id.is_some());
}

#[tokio::test]
async fn one_run_more_than_the_service_takes_is_429() {
    let (service, mut puppet) = Service::with_max_runs(1).await;
    let going = service
        .send_stream("/chat/stream", &json!({"message": "First"}))
        .await;
    let asked = puppet.asked().await;
    let result = service.api.chat().body(body("Second")).send().await;
    let retry_after = match &result {
        Err(taskmanager_client::Error::ErrorResponse(answer)) => header(answer, "retry-after"),
        _ => panic!("it was served"),
    };
    assert!(retry_after.parse::<u64>().is_ok());
    assert_eq!(refused(result), (429, "too_many_requests".to_owned()));
    asked.answer("Done");
    going.rest().await;
    // Its place is free again.
    let asking = service.api.chat().body(body("Third")).send();
    let playing = async { puppet.asked().await.answer("Yes") };
    let (answer, ()) = futures::join!(asking, playing);
    assert_eq!(answer.unwrap().response, "Yes");
}

#[tokio::test]
async fn cancel_on_disconnect_cancels_the_run_when_the_caller_leaves() {
    let (service, mut puppet) = Service::with_puppet().await;
    let body = json!({"message": "Hello", "cancel_on_disconnect": true});
    let response = service.send_stream("/chat/stream", &body).await;
    let asked = puppet.asked().await;
    let RunEvent::Start { run_id, .. } = response.first_event().await else {
        panic!()
    };
    asked.given_up().await;
    let log = events(
        service
            .api
            .stream_run_events()
            .run_id(run_id)
            .send_events()
            .await
            .unwrap(),
    )
    .await;
    assert!(
        matches!(log.last(), Some(RunEvent::Cancelled { .. })),
        "{log:?}"
    );
}

#[tokio::test]
async fn a_whole_answer_that_nobody_waits_for_is_still_stored() {
    let (service, mut puppet) = Service::with_puppet().await;
    let asking = service.api.chat().body(body("Hello")).send();
    let asked = puppet.asked();
    let asked = tokio::select! {
        asked = asked => asked,
        _ = asking => panic!("nobody has answered yet"),
    };
    // The caller has left.
    asked.answer("Anybody there?");
    let runs = service
        .api
        .list_runs()
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    let log = events(
        service
            .api
            .stream_run_events()
            .run_id(runs[0].id.clone())
            .send_events()
            .await
            .unwrap(),
    )
    .await;
    let Some(RunEvent::Complete { response, .. }) = log.last() else {
        panic!("{log:?}")
    };
    assert_eq!(response, "Anybody there?");
}

#[tokio::test]
async fn a_tool_s_fault_is_told_to_the_model_and_not_the_end() {
    let (service, mut puppet) = Service::with_puppet().await;
    let asking = service.api.chat().body(body("Show me task 7")).send();
    let playing = async {
        puppet
            .asked()
            .await
            .just_call("get_task", &json!({"task_id": 7}));
        puppet
            .asked()
            .await
            .just_call("update_task", &json!({"task_id": 7, "colour": "red"}));
        puppet.asked().await.just_call("no_such_tool", &json!({}));
        puppet.asked().await.answer("There is no such task");
    };
    let (answer, ()) = futures::join!(asking, playing);
    let answer = answer.unwrap().into_inner();
    assert_eq!(answer.response, "There is no such task");
    let faults: Vec<_> = answer
        .tool_calls
        .iter()
        .map(|call| (call.name.as_str(), call.is_error))
        .collect();
    assert_eq!(
        faults,
        [
            ("get_task", true),
            ("update_task", true),
            ("no_such_tool", true)
        ]
    );
    assert!(
        answer.tool_calls[1].result.contains("colour"),
        "{:?}",
        answer.tool_calls[1]
    );
}
