//! One test for each thing that openai-api-rs 10.0.2's own transport gets wrong. Where the crate has mended them all,
//! `model/openai.rs` can go.

use std::{sync::atomic::Ordering, time::Duration};

use openai_api_rs::v1::chat_completion::Content;
use serde_json::{Value, json};
use taskmanager_agent::{
    item::Item,
    model::{
        ModelChunk, ModelError, ModelRequest, ModelSettings, ToolChoice,
        openai::{Limits, OpenAi, OpenAiConfig},
    },
    tool::ToolDefinition,
};

use crate::{harness::user, stub::*};

fn said(content: &str) -> String {
    let answer =
        json!({"choices": [{"index": 0, "delta": {"content": content}, "finish_reason": null}]});
    format!("data: {answer}\n\n")
}

const END: &str = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";

#[test]
fn all_calls_share_one_connection() {
    online(async {
        let stub = Stub::serve((0..5).map(|_| streamed([said("hi"), END.to_owned()]))).await;
        let model = stub.model();
        for _ in 0..5 {
            let (chunks, error) = ask(&model, request(vec![user("hi")])).await;
            assert!(error.is_none(), "{error:?}");
            assert_eq!(text_of(&chunks), "hi");
        }
        assert_eq!(stub.connections.load(Ordering::SeqCst), 1);
    });
}

#[test]
fn the_pieces_of_a_streamed_tool_call_are_put_together() {
    let events = "\
        data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"x\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"\"}}]}}]}\n\n\
        data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"{\\\"a\\\":\"}}]}}]}\n\n\
        data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"1}\"}}]}}]}\n\n";
    let (chunks, _) = hear(streamed([events, END]));
    let expected = ModelChunk::ToolCall {
        provider_id: "x".into(),
        name: "f".into(),
        arguments: "{\"a\":1}".into(),
    };
    assert_eq!(chunks[0], expected);
}

#[test]
fn finish_reason_and_usage_arrive_and_content_beside_tool_calls_is_kept() {
    let both = json!({"choices": [{"delta": {"content": "Look: ", "tool_calls": [{"index": 0, "id": "x", "function": {"name": "f", "arguments": "{}"}}]}, "finish_reason": "tool_calls"}]});
    let usage = json!({"choices": [], "usage": {"prompt_tokens": 4, "completion_tokens": 2}});
    let (chunks, error) = hear(streamed([format!(
        "data: {both}\n\ndata: {usage}\n\ndata: [DONE]\n\n"
    )]));
    assert!(error.is_none());
    assert!(matches!(&chunks[..], [
        ModelChunk::Text(_),
        ModelChunk::ToolCall { .. },
        ModelChunk::Finish { usage: Some(usage) },
    ] if usage.total_tokens() == 6));
    let (_, error) = hear(streamed([said("half")]));
    assert!(
        matches!(error, Some(ModelError::CutShort)),
        "a cut stream can be told from a whole one"
    );
}

#[test]
fn characters_split_between_chunks_survive() {
    let event = "data: {\"choices\":[{\"delta\":{\"content\":\"Größe ☕ 𝄞\"}}]}\n\n".as_bytes();
    for at in 0..event.len() {
        let (chunks, _) = hear(streamed([&event[..at], &event[at..], END.as_bytes()]));
        assert_eq!(text_of(&chunks), "Größe ☕ 𝄞", "split at {at}");
    }
}

#[test]
fn a_backslash_and_an_n_stay_a_backslash_and_an_n() {
    let (chunks, _) = hear(streamed([said(r"C:\new \n"), END.to_owned()]));
    assert_eq!(text_of(&chunks), r"C:\new \n");
}

#[test]
fn status_message_and_retry_after_of_a_failed_request_arrive() {
    let fail = |status: &str, headers: &str| match hear(whole(
        status,
        headers,
        "{\"error\":{\"message\":\"why\"}}",
    ))
    .1
    {
        Some(ModelError::Status {
            status,
            message,
            retry_after,
        }) => (status, message, retry_after),
        Some(ModelError::Unauthorized {
            status, message, ..
        }) => (status, message, None),
        other => panic!("{other:?}"),
    };
    let why = || "why".to_owned();
    assert_eq!(fail("401 Unauthorized", ""), (401, why(), None));
    assert_eq!(
        fail("429 Too Many Requests", "retry-after: 7\r\n"),
        (429, why(), Some(Duration::from_secs(7)))
    );
    assert_eq!(fail("500 Internal Server Error", ""), (500, why(), None));
}

fn with_tools() -> ModelRequest {
    let definition = |name: &str| ToolDefinition {
        name: name.to_owned(),
        description: "Does it.".to_owned(),
        parameters: json!({
            "type": "object",
            "properties": {
                "z_level": {"type": "integer", "minimum": 1},
                "a_kind": {"enum": ["view", "edit"], "pattern": "^[a-z]+$"},
            },
            "required": ["z_level"],
            "additionalProperties": false,
            "$defs": {"x": {"type": ["string", "null"]}},
        }),
    };
    let names = ["one", "two", "three", "four", "five"];
    ModelRequest {
        tools: names.map(definition).into(),
        ..request(vec![user("hi")])
    }
}

fn sent(request: ModelRequest) -> Value {
    online(async {
        let stub = Stub::serve([streamed([END])]).await;
        ask(&stub.model(), request).await;
        stub.requests().remove(0).1
    })
}

#[test]
fn tool_schemas_are_sent_whole_and_in_one_order() {
    let request = with_tools();
    let body = sent(request.clone());
    for (tool, definition) in body["tools"]
        .as_array()
        .unwrap()
        .iter()
        .zip(request.tools.iter())
    {
        let expected = json!({"type": "function", "function": {
            "name": definition.name, "description": "Does it.", "parameters": definition.parameters,
        }});
        assert_eq!(
            tool.to_string(),
            expected.to_string(),
            "the order of keys counts"
        );
    }
    assert_eq!(sent(request).to_string(), body.to_string());
}

#[test]
fn each_part_of_a_call_has_its_own_limit_and_a_long_stream_lives() {
    let limits = Limits {
        connect: Duration::from_secs(1),
        first_byte: Duration::from_millis(300),
        silence: Duration::from_millis(300),
        whole: Duration::from_millis(1500),
    };
    let call = |reply: Reply| {
        online(async {
            let stub = Stub::serve([reply]).await;
            let model = OpenAi::new(OpenAiConfig {
                limits,
                ..stub.config()
            })
            .unwrap();
            ask(&model, request(vec![])).await
        })
    };
    let piece = || Act::Send(chunk(said("x").as_bytes()));
    let slow = |pieces: usize| {
        let mut reply = vec![stream_head()];
        reply.extend((0..pieces).flat_map(|_| [piece(), Act::Sleep(100)]));
        reply.extend([Act::Send(chunk(END.as_bytes())), Act::Send(chunk(b""))]);
        reply
    };
    let (chunks, error) = call(slow(8));
    assert!(
        error.is_none(),
        "longer than any single limit but the whole: {error:?}"
    );
    assert_eq!(text_of(&chunks), "xxxxxxxx");

    let said = |reply: Reply| match call(reply).1 {
        Some(ModelError::TimedOut(text)) => text,
        other => panic!("{other:?}"),
    };
    assert_eq!(said(vec![Act::Sleep(60_000)]), "nothing came within 300ms");
    assert_eq!(
        said(vec![stream_head(), Act::Sleep(60_000)]),
        "nothing came for 300ms"
    );
    assert_eq!(
        said(vec![stream_head(), piece(), Act::Sleep(60_000)]),
        "nothing came for 300ms"
    );
    assert_eq!(said(slow(30)), "the answer was not whole after 1.5s");
}

#[test]
fn a_connection_that_does_not_come_about_trips_its_own_limit() {
    let limits = Limits {
        connect: Duration::from_millis(200),
        first_byte: Duration::from_secs(600),
        silence: Duration::from_secs(600),
        whole: Duration::from_secs(600),
    };
    online(async {
        let full = FullPort::open().await;
        let model = OpenAi::new(OpenAiConfig {
            limits,
            ..OpenAiConfig::new(format!("http://{}/v1", full.address), "tiny")
        })
        .unwrap();
        let (chunks, error) = ask(&model, request(vec![])).await;
        assert!(chunks.is_empty());
        let Some(ModelError::Unreachable(text)) = error else {
            panic!("{error:?}")
        };
        assert!(text.contains("deadline has elapsed"), "{text}");
    });
}

#[test]
fn what_the_crates_types_cannot_say_is_set_in_the_json() {
    let null = serde_json::to_value(Content::Text(String::new())).unwrap();
    assert_eq!(null, Value::Null, "the crate has mended this");

    let items = vec![
        user("hi"),
        Item::ToolCall {
            call_id: "call_1".into(),
            agent: "a".into(),
            tool: "f".into(),
            arguments: "".into(),
        },
        Item::ToolResult {
            call_id: "call_1".into(),
            output: "".into(),
            is_error: false,
        },
    ];
    let body = sent(ModelRequest {
        items,
        tool_choice: ToolChoice::Tool("one".into()),
        settings: ModelSettings {
            temperature: Some(0.5),
            max_output_tokens: Some(100),
            parallel_tool_calls: Some(false),
            ..Default::default()
        },
        ..with_tools()
    });
    assert_eq!(
        body["messages"][3],
        json!({"role": "tool", "content": "", "tool_call_id": "call_1"})
    );
    assert_eq!(
        body["tools"][0]["function"]["parameters"]["properties"]["z_level"]["type"],
        "integer"
    );
    assert_eq!(
        body["tools"][0]["function"]["parameters"]["properties"]["a_kind"]["enum"],
        json!(["view", "edit"])
    );
    assert_eq!(body["stream_options"], json!({"include_usage": true}));
    assert_eq!(
        body["tool_choice"],
        json!({"type": "function", "function": {"name": "one"}})
    );
    assert_eq!(
        (&body["temperature"], &body["max_tokens"]),
        (&json!(0.5), &json!(100))
    );
    assert_eq!(
        (&body["parallel_tool_calls"], &body["stream"]),
        (&json!(false), &json!(true))
    );
}

#[test]
fn the_second_reqwest_comes_without_tls_of_its_own() {
    let lock =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../Cargo.lock")).unwrap();
    assert!(
        lock.contains("name = \"reqwest\"\nversion = \"0.12."),
        "the crate has mended this"
    );
    assert!(!lock.contains("name = \"native-tls\""));
}
