//! The same agents on a model server that speaks Chat Completions, and what becomes of its faults.

use serde_json::json;
use taskmanager_client::types::{
    AnswerStatus, ApiError, ChatRequest, HelpRequest, NewTask, RunAnswer, RunStatus,
};
use taskmanager_client::{Error, ResponseValue};
use tempfile::TempDir;

use crate::upstream::{Asked, Upstream};

use super::service::Service;

async fn start() -> (TempDir, Upstream, Service) {
    let (folder, upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
    let service = Service::with_upstream(folder.path(), &upstream, &["--log-level", "debug"]).await;
    (folder, upstream, service)
}

/// Asks "Hello" and lets the model server answer each attempt in turn.
async fn ask(
    service: &Service,
    upstream: &mut Upstream,
    answers: Vec<Box<dyn FnOnce(Asked)>>,
) -> Result<ResponseValue<RunAnswer>, Error<ApiError>> {
    let asking = service
        .api
        .chat()
        .body(ChatRequest::builder().message("Hello"))
        .send();
    let answering = async {
        for answer in answers {
            answer(upstream.asked().await);
        }
    };
    futures::join!(asking, answering).0
}

fn answer(
    status: u16,
    headers: &'static [(&'static str, &'static str)],
    body: &'static str,
) -> Box<dyn FnOnce(Asked)> {
    Box::new(move |asked| asked.answer(status, headers, body))
}

fn says(text: &'static str) -> Box<dyn FnOnce(Asked)> {
    Box::new(move |asked| {
        let speech = asked.stream();
        speech.say(text);
        speech.finish("stop");
    })
}

/// Checks that the run failed, and how it was answered.
async fn failed(
    service: &Service,
    result: Result<ResponseValue<RunAnswer>, Error<ApiError>>,
    error_code: &str,
) {
    let Err(Error::ErrorResponse(answer)) = result else {
        panic!("it was served")
    };
    assert_eq!(answer.status(), 503);
    assert!(
        answer.headers()["retry-after"]
            .to_str()
            .unwrap()
            .parse::<u64>()
            .is_ok()
    );
    assert_eq!(answer.error_code.as_deref(), Some(error_code));
    let run = service
        .api
        .get_run()
        .run_id(answer.run_id.clone().expect("the run's id"))
        .send()
        .await
        .unwrap();
    assert_eq!(run.status, RunStatus::Failed);
    for words in ["secret", "sk-"] {
        assert!(!answer.message.contains(words), "{}", answer.message);
    }
}

#[tokio::test]
async fn a_handoff_and_a_tool_call_are_done_and_told() {
    let (_folder, mut upstream, service) = start().await;
    service
        .api
        .create_task()
        .body(NewTask::builder().title("Buy milk"))
        .send()
        .await
        .unwrap();
    let body = HelpRequest::builder().question("Set a deadline for next Friday");
    let asking = service.api.help_task().task_id(1).body(body).send();
    let answering = async {
        let asked = upstream.asked().await;
        assert_eq!(asked.body["model"], "test-model");
        assert_eq!(asked.body["stream"], true);
        assert_eq!(asked.headers["authorization"], "Bearer sk-secret");
        // The task goes before it, as data.
        assert!(
            asked.question().ends_with("Set a deadline for next Friday"),
            "{}",
            asked.question()
        );
        let tools = asked.body["tools"].as_array().unwrap();
        let names: Vec<&str> = tools
            .iter()
            .map(|tool| tool["function"]["name"].as_str().unwrap())
            .collect();
        assert!(
            names.contains(&"create_task") && names.contains(&"transfer_to_taskmanager_scheduler"),
            "{names:?}"
        );
        let speech = asked.stream();
        speech.call(
            "transfer_to_taskmanager_scheduler",
            &json!({"reason": "A deadline"}),
        );
        speech.finish("tool_calls");

        let asked = upstream.asked().await;
        let tools = asked.body["tools"].to_string();
        assert!(tools.contains("set_deadline"), "{tools}");
        let speech = asked.stream();
        speech.call(
            "set_deadline",
            &json!({"task_id": 1, "deadline": "2026-11-27"}),
        );
        speech.finish("tool_calls");

        let asked = upstream.asked().await;
        let messages = asked.body["messages"].as_array().unwrap();
        let last = messages.last().unwrap();
        assert_eq!(last["role"], "tool");
        assert!(
            last["content"].as_str().unwrap().contains("2026-11-27"),
            "{last}"
        );
        let speech = asked.stream();
        speech.say("It is due on ");
        speech.say("Friday.");
        speech.finish("stop");
    };
    let (result, ()) = futures::join!(asking, answering);
    let told = result.unwrap().into_inner();
    assert_eq!(told.response, "It is due on Friday.");
    let chain: Vec<&str> = told
        .handoff_chain
        .iter()
        .map(|agent| agent.as_str())
        .collect();
    assert_eq!(chain, ["taskmanager-triage", "taskmanager-scheduler"]);
    assert_eq!(told.tool_calls.len(), 1);
    assert_eq!(
        (
            told.usage.model_calls,
            told.usage.input_tokens,
            told.usage.output_tokens
        ),
        (3, 300, 30)
    );
    let task = service.api.get_task().task_id(1).send().await.unwrap();
    assert_eq!(*task.deadline, Some("2026-11-27".parse().unwrap()));
    service.stop().await;
}

#[tokio::test]
async fn a_wrong_key_is_not_tried_again() {
    let (_folder, mut upstream, service) = start().await;
    let refusal = answer(
        401,
        &[],
        r#"{"error": {"message": "Incorrect API key provided: sk-secret", "code": "invalid_api_key"}}"#,
    );
    let result = ask(&service, &mut upstream, vec![refusal]).await;
    failed(&service, result, "model_unauthorized").await;
    service.stop().await;
}

#[tokio::test]
async fn too_many_requests_are_tried_again_when_the_server_says() {
    let (_folder, mut upstream, service) = start().await;
    let wait = answer(
        429,
        &[("retry-after", "0")],
        r#"{"error": {"message": "slow down"}}"#,
    );
    let result = ask(&service, &mut upstream, vec![wait, says("Hello to you")])
        .await
        .unwrap();
    assert_eq!(
        (result.response.as_str(), result.usage.model_calls),
        ("Hello to you", 2)
    );
    service.stop().await;
}

#[tokio::test]
async fn a_server_that_asks_to_wait_longer_than_we_do_is_503_with_its_own_retry_after() {
    let (_folder, mut upstream, service) = start().await;
    let wait = answer(429, &[("retry-after", "77")], "{}");
    let result = ask(&service, &mut upstream, vec![wait]).await;
    let Err(Error::ErrorResponse(refused)) = &result else {
        panic!("it was served")
    };
    assert_eq!(refused.headers()["retry-after"], "77");
    let run_id = refused.run_id.clone().unwrap();
    failed(&service, result, "model_rate_limited").await;
    let run = service.api.get_run().run_id(run_id).send().await.unwrap();
    let error = run.into_inner().error.0.unwrap();
    assert_eq!(error.retry_after, Some(77));
    service.stop().await;
}

#[tokio::test]
async fn an_answer_that_became_too_long_for_the_model_is_incomplete() {
    let (_folder, mut upstream, service) = start().await;
    let cut: Box<dyn FnOnce(Asked)> = Box::new(|asked| {
        let speech = asked.stream();
        speech.say("A long ans");
        speech.finish("length");
    });
    let told = ask(&service, &mut upstream, vec![cut]).await.unwrap();
    assert_eq!(told.status, AnswerStatus::Incomplete);
    assert_eq!(told.reason.as_deref(), Some("answer_length"));
    assert_eq!(told.response, "A long ans");
    let run = service.api.get_run().run_id(told.run_id.clone());
    let run = run.send().await.unwrap();
    assert_eq!(run.status, RunStatus::Incomplete);
    service.stop().await;
}

#[tokio::test]
async fn a_model_is_shown_as_much_of_a_conversation_as_the_setting_says() {
    for (tokens, is_shown) in [("1000", false), ("2000", true)] {
        let (folder, mut upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
        let arguments = ["--history-tokens", tokens];
        let service = Service::with_upstream(folder.path(), &upstream, &arguments).await;
        let long = "x".repeat(5000);
        let first = service
            .api
            .chat()
            .body_map(|body| body.message(long.as_str()));
        let answering = async { says("Noted.")(upstream.asked().await) };
        let told = futures::join!(first.send(), answering).0.unwrap();
        let session = told.session_id.clone();
        let second = service
            .api
            .chat()
            .body_map(|body| body.message("And now?").session_id(Some(session)));
        let answering = async {
            let asked = upstream.asked().await;
            let messages = asked.body["messages"].to_string();
            assert_eq!(messages.contains(&long), is_shown, "{messages}");
            assert_eq!(
                messages.contains("2 earlier messages"),
                !is_shown,
                "{messages}"
            );
            says("Nothing.")(asked);
        };
        assert!(futures::join!(second.send(), answering).0.is_ok());
        service.stop().await;
    }
}

#[tokio::test]
async fn a_server_that_keeps_failing_is_503() {
    let (_folder, mut upstream, service) = start().await;
    let broken = || answer(500, &[("retry-after", "0")], "secret stack trace");
    let result = ask(&service, &mut upstream, vec![broken(), broken(), broken()]).await;
    failed(&service, result, "model_unavailable").await;
    service.stop().await;
}

#[tokio::test]
async fn garbage_instead_of_a_stream_is_503() {
    let (_folder, mut upstream, service) = start().await;
    let garbage = answer(
        200,
        &[("content-type", "text/event-stream")],
        "data: {secret nonsense\n\n",
    );
    let result = ask(&service, &mut upstream, vec![garbage]).await;
    failed(&service, result, "model_error").await;
    service.stop().await;
}

#[tokio::test]
async fn an_answer_cut_short_is_503_and_never_passed_off_as_whole() {
    let (_folder, mut upstream, service) = start().await;
    let cut: Box<dyn FnOnce(Asked)> = Box::new(|asked| asked.stream().say("Half an ans"));
    let result = ask(&service, &mut upstream, vec![cut]).await;
    failed(&service, result, "model_error").await;
    service.stop().await;
}

#[tokio::test]
async fn a_server_that_is_down_is_503() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = super::service::taskmanager();
    // Bound but not listening: nobody else gets the port, and connections are refused.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let closed = socket.local_addr().unwrap();
    command
        .args(["--model", "test-model"])
        .env("OPENAI_BASE_URL", format!("http://{closed}/v1"));
    let service = Service::spawn(folder.path(), command).await;
    let result = service
        .api
        .chat()
        .body(ChatRequest::builder().message("Hello"))
        .send()
        .await;
    failed(&service, result, "model_unavailable").await;
    service.stop().await;
}

#[tokio::test]
async fn keys_and_messages_never_reach_the_log() {
    let (_folder, mut upstream, mut service) = start().await;
    let result = ask(&service, &mut upstream, vec![says("whispered answer")]).await;
    assert!(result.is_ok());
    let refusal = answer(
        401,
        &[],
        r#"{"error": {"message": "Incorrect API key provided: sk-secret"}}"#,
    );
    assert!(ask(&service, &mut upstream, vec![refusal]).await.is_err());
    service.signal("TERM");
    service.ended().await;
    let log = service.log().join("\n");
    for secret in ["sk-secret", "whispered"] {
        assert!(!log.contains(secret), "{secret} is in {log}");
    }
}
