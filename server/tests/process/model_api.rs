//! The same agents by either interface of a model server, answered whole and streamed.

use serde_json::{Value, json};
use taskmanager_client::types::{ChatRequest, HelpRequest, NewTask};

use super::service::Service;
use crate::upstream::{Asked, Upstream, function_call, message, response};

async fn start(api: &str) -> (tempfile::TempDir, Upstream, Service) {
    let (folder, upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
    let service = Service::with_upstream(folder.path(), &upstream, &["--model-api", api]).await;
    (folder, upstream, service)
}

/// The names of the tools on offer, whichever interface they are offered by.
fn tools(asked: &Asked) -> Vec<&str> {
    let tools = asked.body["tools"].as_array().unwrap().iter();
    tools
        .map(|tool| {
            tool["name"]
                .as_str()
                .or(tool["function"]["name"].as_str())
                .unwrap()
        })
        .collect()
}

#[tokio::test]
async fn responses_is_spoken_with_handoff_tool_call_and_answer() {
    let (_folder, mut upstream, service) = start("responses").await;
    let task = NewTask::builder().title("Buy milk");
    service.api.create_task().body(task).send().await.unwrap();
    let body = HelpRequest::builder().question("Set a deadline for next Friday");
    let asking = service.api.help_task().task_id(1).body(body).send();
    let answering = async {
        let asked = upstream.asked().await;
        assert_eq!(asked.path, "/v1/responses");
        assert_eq!(asked.headers["authorization"], "Bearer sk-secret");
        assert_eq!(
            (
                &asked.body["model"],
                &asked.body["stream"],
                &asked.body["store"]
            ),
            (&json!("test-model"), &json!(true), &json!(false))
        );
        assert!(tools(&asked).contains(&"transfer_to_taskmanager_scheduler"));
        asked.respond(&[
            json!({"type": "reasoning", "id": "rs_1", "summary": []}),
            function_call(
                "transfer_to_taskmanager_scheduler",
                &json!({"reason": "A deadline"}),
            ),
        ]);

        let asked = upstream.asked().await;
        assert!(tools(&asked).contains(&"set_deadline"));
        let arguments = json!({"task_id": 1, "deadline": "2026-11-27"});
        // Whole, though a stream was asked for: some gateways do that.
        let whole = response(&[function_call("set_deadline", &arguments)]);
        let json = [("content-type", "application/json")];
        asked.answer(200, &json, whole.to_string());

        let asked = upstream.asked().await;
        let input = asked.body["input"].as_array().unwrap();
        let [.., call, result] = &input[..] else {
            panic!("{input:?}")
        };
        assert_eq!(call["type"], "function_call");
        assert_eq!(result["type"], "function_call_output");
        assert_eq!(call["call_id"], result["call_id"]);
        asked.respond(&[message("It is due on Friday.")]);
    };
    let (result, ()) = futures::join!(asking, answering);
    let told = result.unwrap().into_inner();
    assert_eq!(told.response, "It is due on Friday.");
    let usage = &told.usage;
    assert_eq!(
        (usage.model_calls, usage.input_tokens, usage.output_tokens),
        (3, 300, 30)
    );
    assert_eq!(
        (usage.cached_tokens, usage.reasoning_tokens),
        (Some(180), Some(12))
    );
    let task = service.api.get_task().task_id(1).send().await.unwrap();
    assert_eq!(*task.deadline, Some("2026-11-27".parse().unwrap()));
    service.stop().await;
}

#[tokio::test]
async fn each_interface_streams_the_answer_on() {
    for api in ["chat", "responses"] {
        let (_folder, mut upstream, service) = start(api).await;
        let asking = service.chat("Hello");
        let answering = async {
            let asked = upstream.asked().await;
            match api {
                "chat" => {
                    assert_eq!(asked.path, "/v1/chat/completions");
                    let speech = asked.stream();
                    speech.say("Good morning");
                    speech.finish("stop");
                }
                _ => asked.respond(&[message("Good morning")]),
            }
        };
        let (mut stream, ()) = futures::join!(asking, answering);
        let frames = stream.rest().await;
        let names: Vec<&str> = frames.iter().map(|frame| frame.event.as_str()).collect();
        assert_eq!(names, ["start", "token", "complete"], "{api}");
        let last: Value = serde_json::from_str(&frames[2].data).unwrap();
        assert_eq!(last["response"], "Good morning", "{api}");
        service.stop().await;
    }
}

#[tokio::test]
async fn a_refusal_by_responses_is_422() {
    let (_folder, mut upstream, service) = start("responses").await;
    let body = ChatRequest::builder().message("Hello");
    let asking = service.api.chat().body(body).send();
    let refusal = json!({"type": "message", "role": "assistant", "content": [{"type": "refusal", "refusal": "I won't"}]});
    let answering = async {
        let asked = upstream.asked().await;
        let json = [("content-type", "application/json")];
        asked.answer(200, &json, response(&[refusal]).to_string());
    };
    let (result, ()) = futures::join!(asking, answering);
    let Err(taskmanager_client::Error::ErrorResponse(answer)) = result else {
        panic!("it was served")
    };
    assert_eq!(answer.status(), 422);
    assert_eq!(answer.error_code.as_deref(), Some("model_refused"));
    service.stop().await;
}
