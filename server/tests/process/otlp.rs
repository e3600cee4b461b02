//! Traces at an OpenTelemetry collector: whole, without anybody's words, and never in a run's way.

use std::collections::BTreeMap;

use opentelemetry_proto::tonic::{
    common::v1::{KeyValue, any_value::Value as AnyValue},
    trace::v1::Span,
};
use serde_json::{Value, json};
use taskmanager_client::types::{ChatRequest, HelpRequest, NewTask};

use crate::collector::Collector;
use crate::upstream::Upstream;

use super::service::{Service, taskmanager, text};

async fn service(
    folder: &std::path::Path,
    upstream: &Upstream,
    variables: &[(&str, &str)],
) -> Service {
    let mut command = taskmanager();
    command
        .args(["--model", "test-model", "--log-level", "debug"])
        .env("OPENAI_BASE_URL", upstream.base_url())
        .env("OPENAI_API_KEY", "sk-secret")
        .envs(variables.iter().copied());
    Service::spawn(folder, command).await
}

fn attributes(attributes: &[KeyValue]) -> BTreeMap<&str, Value> {
    attributes
        .iter()
        .map(|pair| {
            let value = pair.value.as_ref().and_then(|value| value.value.as_ref());
            let value = match value {
                Some(AnyValue::StringValue(text)) => json!(text),
                Some(AnyValue::IntValue(number)) => json!(number),
                other => panic!("{other:?}"),
            };
            (pair.key.as_str(), value)
        })
        .collect()
}

#[tokio::test]
async fn a_trace_arrives_whole_with_the_conventions_names_and_without_anybody_s_words() {
    let folder = tempfile::tempdir().unwrap();
    // The first attempt is turned away, and made again.
    let (mut upstream, collector) = (Upstream::start().await, Collector::start([503]).await);
    let service = service(
        folder.path(),
        &upstream,
        &[
            ("OTEL_EXPORTER_OTLP_ENDPOINT", &collector.endpoint()),
            ("OTEL_EXPORTER_OTLP_HEADERS", "api-key=hush%2Chush"),
            ("OTEL_SERVICE_NAME", "my-tasks"),
        ],
    )
    .await;
    service
        .api
        .create_task()
        .body(NewTask::builder().title("Whisper the title"))
        .send()
        .await
        .unwrap();
    let body = HelpRequest::builder().question("Whisper the question");
    let asking = service.api.help_task().task_id(1).body(body).send();
    let answering = async {
        let speech = upstream.asked().await.stream();
        speech.call(
            "transfer_to_taskmanager_scheduler",
            &json!({"reason": "whispered reason"}),
        );
        speech.finish("tool_calls");
        let speech = upstream.asked().await.stream();
        speech.call(
            "set_deadline",
            &json!({"task_id": 1, "deadline": "2026-11-27"}),
        );
        speech.call("whisper to nobody", &json!({}));
        speech.finish("tool_calls");
        let speech = upstream.asked().await.stream();
        speech.say("A whispered answer");
        speech.finish("stop");
    };
    let (answer, ()) = futures::join!(asking, answering);
    let answer = answer.unwrap().into_inner();
    let shown = service
        .api
        .get_run_trace()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap()
        .into_inner();
    // What waits to be sent is sent before the process ends.
    let log = service.stop_and_log().await;

    let received = collector.received();
    assert_eq!(received[0].status, 503);
    for one in &received {
        assert_eq!(one.path, "/v1/traces");
        assert_eq!(one.headers["content-type"], "application/x-protobuf");
        assert_eq!(one.headers["api-key"], "hush,hush");
        let bytes = String::from_utf8_lossy(&one.bytes).to_lowercase();
        assert!(!bytes.contains("whisper"), "{bytes}");
    }
    let taken = received.iter().filter(|one| one.status == 200);
    let resources: Vec<_> = taken.flat_map(|one| &one.request.resource_spans).collect();
    for resource in &resources {
        let resource = attributes(&resource.resource.as_ref().unwrap().attributes);
        assert_eq!(resource["service.name"], "my-tasks");
    }
    let scopes = resources.iter().flat_map(|resource| &resource.scope_spans);
    let spans: Vec<&Span> = scopes.flat_map(|scope| &scope.spans).collect();

    // The same spans as the service shows, each once.
    let hex = |bytes: &[u8]| {
        bytes
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect::<String>()
    };
    let mut exported: Vec<_> = spans
        .iter()
        .map(|span| {
            let parent = Some(hex(&span.parent_span_id)).filter(|id| !id.is_empty());
            (hex(&span.trace_id), hex(&span.span_id), parent)
        })
        .collect();
    let mut kept: Vec<_> = shown
        .spans
        .iter()
        .map(|span| {
            let parent = span.parent_id.clone();
            (shown.trace_id.clone(), span.id.clone(), (*parent).clone())
        })
        .collect();
    exported.sort();
    kept.sort();
    assert_eq!(exported, kept);

    let named = |name: &str| {
        let found: Vec<_> = spans.iter().filter(|span| span.name == name).collect();
        assert!(!found.is_empty(), "no {name} in {spans:#?}");
        attributes(&found[0].attributes)
    };
    let root = named("invoke_agent taskmanager-triage");
    assert_eq!(root["gen_ai.operation.name"], "invoke_agent");
    assert_eq!(
        root["gen_ai.conversation.id"],
        json!(answer.session_id.to_string())
    );
    assert_eq!(root["taskmanager.task.id"], 1);
    let call = named("chat test-model");
    assert_eq!(call["gen_ai.request.model"], "test-model");
    assert_eq!(call["gen_ai.usage.input_tokens"], 100);
    assert_eq!(call["gen_ai.usage.output_tokens"], 10);
    let tool = named("execute_tool set_deadline");
    let call_id = answer
        .tool_calls
        .iter()
        .find(|call| call.name == "set_deadline")
        .map(|call| call.call_id.to_string());
    assert_eq!(tool["gen_ai.tool.call.id"], json!(call_id));
    assert_eq!(tool["gen_ai.agent.name"], "taskmanager-scheduler");
    // A model made this one up.
    assert_eq!(named("execute_tool _OTHER")["error.type"], "_OTHER");
    assert!(named("handoff taskmanager-scheduler").contains_key("taskmanager.handoff.from"));
    for span in &spans {
        assert!(
            span.end_time_unix_nano >= span.start_time_unix_nano,
            "{span:?}"
        );
    }
    assert!(!log.contains("hush"), "{log}");
}

#[tokio::test]
async fn a_collector_that_is_not_there_is_told_once_and_is_in_nobody_s_way() {
    let folder = tempfile::tempdir().unwrap();
    let mut upstream = Upstream::start().await;
    // Bound but not listening: nobody else gets the port, and connections are refused.
    let socket = tokio::net::TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let closed = format!("http://{}", socket.local_addr().unwrap());
    let service = service(
        folder.path(),
        &upstream,
        &[("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", &closed)],
    )
    .await;
    for _ in 0..3 {
        let asking = service
            .api
            .chat()
            .body(ChatRequest::builder().message("Hello"))
            .send();
        let answering = async {
            let speech = upstream.asked().await.stream();
            speech.say("Hello to you");
            speech.finish("stop");
        };
        let (answer, ()) = futures::join!(asking, answering);
        assert_eq!(answer.unwrap().response, "Hello to you");
    }
    let log = service.stop_and_log().await;
    let told = log.matches("traces can't be exported").count();
    assert_eq!(told, 1, "{log}");
    assert!(log.contains("stopped"), "{log}");
}

#[tokio::test]
async fn check_config_tries_the_collector_and_hides_its_headers() {
    for (answer, word) in [(200, "takes traces"), (401, "OTEL_EXPORTER_OTLP_HEADERS")] {
        let folder = tempfile::tempdir().unwrap();
        let collector = Collector::start([answer]).await;
        let mut command = taskmanager();
        command
            .args(["check-config", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(folder.path())
            .env("OTEL_EXPORTER_OTLP_ENDPOINT", collector.endpoint())
            .env("OTEL_EXPORTER_OTLP_HEADERS", "api-key=hush");
        let output = command.output().await.unwrap();
        let shown = text(&output.stdout) + &text(&output.stderr);
        let exported = format!(
            "exported to {}/v1/traces as taskmanager",
            collector.endpoint()
        );
        for words in [word, &exported, "1 headers (hidden)"] {
            assert!(shown.contains(words), "{words} isn't in {shown}");
        }
        assert!(!shown.contains("hush"), "{shown}");
        assert_eq!(output.status.success(), answer == 200, "{shown}");
        assert_eq!(collector.received()[0].headers["api-key"], "hush");
        assert!(collector.received()[0].request.resource_spans.is_empty());
    }
}
