//! Models that are asked where another failed, and circuits that open and close.

use serde_json::{Value, json};
use taskmanager_client::types::{ApiError, ChatRequest, RunAnswer, RunStatus};
use taskmanager_client::{Error, ResponseValue};
use tempfile::TempDir;
use tokio::net::TcpSocket;

use super::service::{Service, taskmanager, text};
use crate::upstream::Upstream;

/// A service whose first model is at the first address, and whose second at the second.
async fn start(first: &str, second: &str, arguments: &[&str]) -> (TempDir, Service) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = taskmanager();
    command
        .args(["--model", "one", "--log-level", "debug"])
        .args(["--model-fallback", &format!("two@{second} key=SECOND_KEY")])
        .args(arguments)
        .env("OPENAI_BASE_URL", first)
        .env("OPENAI_API_KEY", "sk-first")
        .env("SECOND_KEY", "sk-second");
    let service = Service::spawn(folder.path(), command).await;
    (folder, service)
}

/// An address at which nobody listens, as long as the socket is kept.
fn nobody() -> (TcpSocket, String) {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let address = socket.local_addr().unwrap();
    (socket, format!("http://{address}/v1"))
}

async fn chat(service: &Service) -> Result<ResponseValue<RunAnswer>, Error<ApiError>> {
    let body = ChatRequest::builder().message("Hello");
    service.api.chat().body(body).send().await
}

/// Lets a model server answer one call with a text.
async fn says(upstream: &mut Upstream, words: &str) {
    let speech = upstream.asked().await.stream();
    speech.say(words);
    speech.finish("stop");
}

/// Lets a model server fail one call for good, so that it isn't made again.
async fn fails(upstream: &mut Upstream) {
    let body = json!({"error": {"message": "its own words"}}).to_string();
    upstream.asked().await.answer(401, &[], body);
}

/// The check of a model, as `status` and `detail`.
async fn check(service: &Service, name: &str) -> (String, String) {
    let ready = service.api.get_readiness().send().await.unwrap();
    assert_eq!(ready.status, "ready");
    let mut checks = ready.checks.iter();
    let check = checks.find(|check| check.name == name).unwrap();
    let detail = check.detail.as_ref().cloned().unwrap_or_default();
    (check.status.clone(), detail)
}

async fn metric(service: &Service, line: &str) -> String {
    let text = reqwest::get(format!("http://{}/metrics", service.address));
    let text = text.await.unwrap().text().await.unwrap();
    let found = text.lines().find_map(|found| found.strip_prefix(line));
    found
        .unwrap_or_else(|| panic!("no {line} in {text}"))
        .trim()
        .to_owned()
}

#[tokio::test]
async fn where_the_first_is_down_the_second_answers_and_is_named() {
    let (_socket, first) = nobody();
    let mut second = Upstream::start().await;
    let (_folder, mut service) = start(&first, &second.base_url(), &[]).await;
    let label = format!("two@{}", second.base_url().trim_start_matches("http://"));

    let answering = async {
        let asked = second.asked().await;
        assert_eq!(asked.body["model"], "two");
        assert_eq!(
            asked.headers["authorization"], "Bearer sk-second",
            "its own key"
        );
        let speech = asked.stream();
        speech.say("From the second");
        speech.finish("stop");
    };
    let (answer, ()) = futures::join!(chat(&service), answering);
    let answer = answer.unwrap().into_inner();
    assert_eq!(answer.response, "From the second");
    assert_eq!(answer.usage.model_calls, 2, "the failed call counts");

    let trace = service.api.get_run_trace().run_id(answer.run_id.clone());
    let trace = trace.send().await.unwrap().into_inner();
    let called: Vec<&str> = trace
        .spans
        .iter()
        .filter(|span| span.name == "one" || span.name == label)
        .map(|span| span.name.as_str())
        .collect();
    assert_eq!(called, ["one", &label]);

    let calls = |model: &str, outcome: &str| {
        format!("taskmanager_model_calls_total{{model=\"{model}\",outcome=\"{outcome}\"}}")
    };
    assert_eq!(metric(&service, &calls("one", "failed")).await, "1");
    assert_eq!(metric(&service, &calls(&label, "answered")).await, "1");
    let (status, detail) = check(&service, "model one").await;
    assert_eq!(
        (status.as_str(), detail.as_str()),
        ("ok", "failed 1 times in a row, last with model_unavailable")
    );

    service.signal("TERM");
    service.ended().await;
    let lines: Vec<Value> = service
        .log()
        .iter()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let line = |message: &str| {
        lines
            .iter()
            .find(|line| line["message"] == message)
            .unwrap()
    };
    let failed = line("model call failed");
    assert_eq!(failed["model"], "one");
    assert_eq!(failed["run_id"], json!(answer.run_id));
    assert!(
        failed["error"].as_str().unwrap().contains("refused"),
        "{failed}"
    );
    assert_eq!(line("model answered")["model"], json!(label));
    let log = service.log().join("\n");
    assert!(!log.contains("sk-first") && !log.contains("sk-second"));
}

#[tokio::test]
async fn a_circuit_opens_after_so_many_failures_and_is_tried_after_its_pause() {
    let (mut first, mut second) = (Upstream::start().await, Upstream::start().await);
    let settings = ["--model-failures", "2", "--model-pause-seconds", "1"];
    let (_folder, service) = start(&first.base_url(), &second.base_url(), &settings).await;
    let state =
        |state: &str| format!("taskmanager_model_circuit{{model=\"one\",state=\"{state}\"}}");

    for _ in 0..2 {
        let answering = async {
            fails(&mut first).await;
            says(&mut second, "second").await;
        };
        let (answer, ()) = futures::join!(chat(&service), answering);
        assert_eq!(answer.unwrap().response, "second");
    }
    let (status, detail) = check(&service, "model one").await;
    assert_eq!(status, "degraded", "{detail}");
    assert!(detail.contains("failed 2 times in a row"), "{detail}");
    assert_eq!(metric(&service, &state("closed")).await, "0");

    // It may be half-open by now, but until somebody asks it stays so.
    while metric(&service, &state("half_open")).await != "1" {
        tokio::task::yield_now().await;
    }
    assert_eq!(metric(&service, &state("open")).await, "0");
    let answering = async { says(&mut first, "I am back").await };
    let (answer, ()) = futures::join!(chat(&service), answering);
    assert_eq!(answer.unwrap().response, "I am back");
    assert_eq!(metric(&service, &state("closed")).await, "1");
    assert_eq!(
        check(&service, "model one").await,
        ("ok".into(), String::new())
    );
    service.stop().await;
}

#[tokio::test]
async fn an_open_circuit_is_not_asked_and_the_error_says_why_and_until_when() {
    let mut first = Upstream::start().await;
    let folder = tempfile::tempdir().unwrap();
    let settings = ["--model-failures", "1", "--model-pause-seconds", "3600"];
    let service = Service::with_upstream(folder.path(), &first, &settings).await;
    let (answer, ()) = futures::join!(chat(&service), fails(&mut first));
    assert!(answer.is_err());
    // Nobody answers for the first here: asked, the request would hang.
    let Err(Error::ErrorResponse(answer)) = chat(&service).await else {
        panic!("it was served")
    };
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.error_code.as_deref(), Some("model_unauthorized"));
    for words in ["OPENAI_API_KEY", "asked again in 60 minutes"] {
        assert!(answer.message.contains(words), "{}", answer.message);
    }
    service.stop().await;
}

#[tokio::test]
async fn where_both_are_down_the_error_is_clear_and_names_the_run() {
    let ((_one, first), (_two, second)) = (nobody(), nobody());
    let (_folder, service) = start(&first, &second, &[]).await;
    let Err(Error::ErrorResponse(answer)) = chat(&service).await else {
        panic!("it was served")
    };
    assert_eq!(answer.status(), 503);
    assert_eq!(answer.error_code.as_deref(), Some("model_unavailable"));
    assert!(
        answer.message.contains("can't be reached"),
        "{}",
        answer.message
    );
    let run = service.api.get_run().run_id(answer.run_id.clone().unwrap());
    let run = run.send().await.unwrap();
    assert_eq!(run.status, RunStatus::Failed);
    assert_eq!(run.usage.model_calls, 6, "three attempts, each of both");
    service.stop().await;
}

#[tokio::test]
async fn after_the_first_token_nobody_else_is_asked() {
    let (mut first, second) = (Upstream::start().await, Upstream::start().await);
    let (_folder, service) = start(&first.base_url(), &second.base_url(), &[]).await;
    let asking = service.chat("Hello");
    let answering = async { first.asked().await.stream().say("Half an ans") };
    let (mut stream, ()) = futures::join!(asking, answering);
    let frames = stream.rest().await;
    let names: Vec<&str> = frames.iter().map(|frame| frame.event.as_str()).collect();
    assert_eq!(names, ["start", "token", "error"]);
    let label = second.base_url();
    let asked = format!(
        "taskmanager_model_calls_total{{model=\"two@{}\",outcome=\"failed\"}}",
        label.trim_start_matches("http://")
    );
    assert_eq!(metric(&service, &asked).await, "0");
    service.stop().await;
}

#[tokio::test]
async fn offline_as_the_last_answers_where_no_server_does() {
    let (_socket, first) = nobody();
    let folder = tempfile::tempdir().unwrap();
    let mut command = taskmanager();
    command
        .args(["--model", "one", "--model-fallback", "offline"])
        .env("OPENAI_BASE_URL", first);
    let service = Service::spawn(folder.path(), command).await;
    let body = ChatRequest::builder().message("Add a task: buy milk");
    let answer = service.api.chat().body(body).send().await.unwrap();
    assert_eq!(answer.tool_calls[0].name, "create_task");
    service.stop().await;
}

#[tokio::test]
async fn check_config_tries_every_model_and_hides_every_key() {
    let (_socket, first) = nobody();
    let second = Upstream::start().await;
    let folder = tempfile::tempdir().unwrap();
    let mut command = taskmanager();
    let fallback = format!(
        "two@{} key=SECOND_KEY api=responses, offline",
        second.base_url()
    );
    command
        .args(["check-config", "--listen", "127.0.0.1:0", "--model", "one"])
        .args([
            "--model-api",
            "responses",
            "--model-fallback",
            &fallback,
            "--data-dir",
        ])
        .arg(folder.path())
        .env("OPENAI_BASE_URL", &first)
        .env("SECOND_KEY", "sk-second");
    let output = command.output().await.unwrap();
    let shown = text(&output.stdout) + &text(&output.stderr);
    let line = |begin: &str| {
        let found = shown.lines().find(|line| line.starts_with(begin));
        found.unwrap_or_else(|| panic!("no {begin} in {shown}"))
    };
    assert!(line("model-api ").contains("responses"));
    assert!(line("model-fallback ").contains(", offline"));
    assert!(line("OPENAI_API_KEY ").contains("not set"));
    assert!(line("SECOND_KEY ").contains("set (hidden)"));
    assert!(line("failed  model ").contains("can't be reached"));
    assert!(line("ok      fallback ").contains("was not looked up"));
    assert!(!shown.contains("sk-second"), "{shown}");
}
