//! Known quirks of model servers, one wire transcript each: no answer is lost that can be saved, and none is taken for
//! whole that isn't.

use serde_json::{Value, json};
use taskmanager_agent::{
    model::{ModelChunk, ModelError, scripted::call as ours},
    usage::Usage,
};

use crate::stub::*;

/// An event with this delta.
fn delta(delta: Value) -> String {
    format!(
        "data: {}\n\n",
        json!({"choices": [{"index": 0, "delta": delta, "finish_reason": null}]})
    )
}

fn finish(reason: &str) -> String {
    format!(
        "data: {}\n\n",
        json!({"choices": [{"index": 0, "delta": {}, "finish_reason": reason}]})
    )
}

const DONE: &str = "data: [DONE]\n\n";

fn text(text: &str) -> ModelChunk {
    ModelChunk::Text(text.to_owned())
}

fn call(name: &str, arguments: &str) -> ModelChunk {
    ours(name, arguments)
}

/// The pieces with the provider's ids made alike, the counts left out.
fn pieces(events: &[String]) -> Vec<ModelChunk> {
    let (chunks, error) = hear(streamed(events));
    assert!(error.is_none(), "{error:?}");
    let (last, rest) = chunks.split_last().unwrap();
    assert!(matches!(last, ModelChunk::Finish { .. }), "{chunks:?}");
    let alike = |chunk: &ModelChunk| match chunk {
        ModelChunk::ToolCall {
            name, arguments, ..
        } => call(name, arguments),
        other => other.clone(),
    };
    rest.iter().map(alike).collect()
}

fn check(events: &[String], expected: &[ModelChunk]) {
    assert_eq!(pieces(events), expected);
}

fn fails(events: &[String]) -> ModelError {
    hear(streamed(events)).1.expect("an error")
}

#[test]
fn a_call_by_the_book_bears_id_and_name_in_its_first_piece_only() {
    check(
        &[
            delta(json!({"role": "assistant", "content": null})),
            delta(
                json!({"tool_calls": [{"index": 0, "id": "call_1", "type": "function", "function": {"name": "f", "arguments": ""}}]}),
            ),
            delta(json!({"tool_calls": [{"index": 0, "function": {"arguments": "{\"a\""}}]})),
            delta(json!({"tool_calls": [{"index": 0, "function": {"arguments": ":1}"}}]})),
            finish("tool_calls"),
            DONE.into(),
        ],
        &[call("f", "{\"a\":1}")],
    );
}

#[test]
fn parallel_calls_whose_pieces_are_mixed() {
    let piece = |index: u64, id: Option<&str>, name: Option<&str>, arguments: &str| {
        delta(
            json!({"tool_calls": [{"index": index, "id": id, "function": {"name": name, "arguments": arguments}}]}),
        )
    };
    check(
        &[
            piece(0, Some("x"), Some("f"), ""),
            piece(1, Some("y"), Some("g"), ""),
            piece(1, None, None, "{\"b\":"),
            piece(0, None, None, "{\"a\":1}"),
            piece(1, None, None, "2}"),
            finish("tool_calls"),
            DONE.into(),
        ],
        &[call("f", "{\"a\":1}"), call("g", "{\"b\":2}")],
    );
}

#[test]
fn call_ids_empty_or_used_twice() {
    for id in ["", "call_0"] {
        let piece = |index: u64| {
            delta(
                json!({"tool_calls": [{"index": index, "id": id, "function": {"name": "f", "arguments": format!("{{\"n\":{index}}}")}}]}),
            )
        };
        let expected = [call("f", "{\"n\":0}"), call("f", "{\"n\":1}")];
        check(
            &[piece(0), piece(1), finish("tool_calls"), DONE.into()],
            &expected,
        );
    }
}

#[test]
fn calls_that_all_have_the_index_0_or_none() {
    for index in [json!(0), Value::Null] {
        let piece = |id: &str, name: &str| {
            delta(
                json!({"tool_calls": [{"index": index, "id": id, "function": {"name": name, "arguments": "{}"}}]}),
            )
        };
        let by_id = [
            piece("x", "f"),
            piece("y", "f"),
            finish("tool_calls"),
            DONE.into(),
        ];
        check(&by_id, &[call("f", "{}"), call("f", "{}")]);
        let by_name = [
            piece("", "f"),
            piece("", "g"),
            finish("tool_calls"),
            DONE.into(),
        ];
        check(&by_name, &[call("f", "{}"), call("g", "{}")]);
    }
}

#[test]
fn arguments_that_are_an_object_not_a_string() {
    let event = delta(json!({"tool_calls": [{"function": {"name": "f", "arguments": {"a": 1}}}]}));
    check(
        &[event, finish("stop"), DONE.into()],
        &[call("f", "{\"a\":1}")],
    );
}

#[test]
fn empty_arguments_made_up_tools_and_arguments_that_are_no_object_are_passed_on_as_they_are() {
    for (name, arguments) in [
        ("f", ""),
        ("never_offered", "{}"),
        ("f", "[1"),
        ("f", "null"),
    ] {
        let event = delta(
            json!({"tool_calls": [{"index": 0, "id": "x", "function": {"name": name, "arguments": arguments}}]}),
        );
        check(
            &[event, finish("tool_calls"), DONE.into()],
            &[call(name, arguments)],
        );
    }
}

#[test]
fn the_older_function_call_alone() {
    check(
        &[
            delta(json!({"function_call": {"name": "f", "arguments": "{\"a\""}})),
            delta(json!({"function_call": {"arguments": ":1}"}})),
            finish("function_call"),
            DONE.into(),
        ],
        &[call("f", "{\"a\":1}")],
    );
}

#[test]
fn content_as_a_list_of_parts_and_reasoning_beside_it() {
    let parts = json!({"content": [{"type": "text", "text": "Hel"}, {"type": "thinking"}, {"type": "text", "text": "lo"}]});
    let thought = json!({"reasoning_content": "hm", "content": null});
    check(
        &[delta(thought), delta(parts), finish("stop"), DONE.into()],
        &[text("Hello")],
    );
}

#[test]
fn a_refusal_in_pieces() {
    check(
        &[
            delta(json!({"refusal": "I "})),
            delta(json!({"refusal": "won't"})),
            finish("stop"),
            DONE.into(),
        ],
        &[
            ModelChunk::Refusal("I ".into()),
            ModelChunk::Refusal("won't".into()),
        ],
    );
}

#[test]
fn an_answer_stopped_by_a_content_filter_is_a_refusal() {
    let heard = pieces(&[finish("content_filter"), DONE.into()]);
    assert!(matches!(&heard[..], [ModelChunk::Refusal(_)]), "{heard:?}");
}

#[test]
fn usage_in_a_chunk_of_its_own_in_every_chunk_or_nowhere() {
    let usage = |n: u64| json!({"prompt_tokens": 5, "completion_tokens": n, "total_tokens": 5 + n});
    let own = format!("data: {}\n\n", json!({"choices": [], "usage": usage(2)}));
    let counted = |n| {
        format!(
            "data: {}\n\n",
            json!({"choices": [{"delta": {"content": "x"}}], "usage": usage(n)})
        )
    };
    let of = |events: &[String]| match hear(streamed(events)).0.pop() {
        Some(ModelChunk::Finish { usage }) => usage,
        other => panic!("{other:?}"),
    };
    let expected = Some(Usage {
        model_calls: 1,
        input_tokens: 5,
        output_tokens: 2,
        ..Default::default()
    });
    assert_eq!(
        of(&[
            delta(json!({"content": "x"})),
            finish("stop"),
            own,
            DONE.into()
        ]),
        expected
    );
    assert_eq!(
        of(&[counted(1), counted(2), finish("stop"), DONE.into()]),
        expected
    );
    assert_eq!(
        of(&[delta(json!({"content": "x"})), finish("stop"), DONE.into()]),
        None
    );
    let strange = format!(
        "data: {}\n\n",
        json!({"choices": [], "usage": {"prompt_tokens": "many"}})
    );
    assert_eq!(
        of(&[
            delta(json!({"content": "x"})),
            finish("stop"),
            strange,
            DONE.into()
        ]),
        None
    );
}

#[test]
fn a_stream_without_done_or_without_finish_reason_is_whole_but_not_without_both() {
    let hello = || delta(json!({"content": "Hello"}));
    check(&[hello(), finish("stop")], &[text("Hello")]);
    check(&[hello(), DONE.into()], &[text("Hello")]);
    let (chunks, error) = hear(streamed([hello()]));
    assert_eq!(chunks, [text("Hello")]);
    assert!(matches!(error, Some(ModelError::CutShort)), "{error:?}");
}

#[test]
fn a_call_that_is_cut_short_is_never_passed_on() {
    let piece = delta(
        json!({"tool_calls": [{"index": 0, "id": "x", "function": {"name": "delete", "arguments": "{}"}}]}),
    );
    let (chunks, error) = hear(streamed([piece]));
    assert_eq!(chunks, []);
    assert!(matches!(error, Some(ModelError::CutShort)));
}

#[test]
fn a_connection_that_breaks_in_the_middle_is_an_error_and_after_the_end_is_none() {
    let mut reply = vec![
        stream_head(),
        Act::Send(chunk(delta(json!({"content": "Hel"})).as_bytes())),
        Act::Close,
    ];
    let (chunks, error) = hear(reply.clone());
    assert_eq!(chunks, [text("Hel")]);
    assert!(
        matches!(error, Some(ModelError::Unreachable(_))),
        "{error:?}"
    );

    reply.insert(2, Act::Send(chunk(finish("stop").as_bytes())));
    let (chunks, error) = hear(reply);
    assert!(error.is_none(), "{error:?}");
    assert_eq!(chunks.len(), 2);
}

#[test]
fn a_connection_that_stays_open_after_the_end_does_not_hold_the_answer_up() {
    let reply = vec![
        stream_head(),
        Act::Send(chunk(
            (delta(json!({"content": "Hi"})) + &finish("stop") + DONE).as_bytes(),
        )),
        Act::Sleep(60_000),
    ];
    let began = std::time::Instant::now();
    let (chunks, error) = hear(reply);
    assert!(error.is_none());
    assert_eq!(chunks.len(), 2);
    assert!(began.elapsed().as_secs() < 5);
}

#[test]
fn an_error_object_inside_a_200_stream() {
    let error = |error: Value| {
        fails(&[
            delta(json!({"content": "Hel"})),
            format!("data: {}\n\n", json!({ "error": error })),
        ])
    };
    let check = |given: Value, expected: (u16, &str)| match error(given) {
        ModelError::Status {
            status, message, ..
        } => assert_eq!((status, message.as_str()), expected),
        other => panic!("{other:?}"),
    };
    check(
        json!({"message": "overloaded", "code": 503}),
        (503, "overloaded"),
    );
    check(
        json!({"message": "no memory", "code": "oom"}),
        (200, "no memory"),
    );
    check(json!("plain words"), (200, "plain words"));
}

#[test]
fn an_event_that_is_no_json_and_bytes_that_are_no_text() {
    assert!(matches!(
        fails(&["data: <html>\n\n".into()]),
        ModelError::Malformed(_)
    ));
    let (_, error) = hear(streamed([b"data: \xff\xfe\n\n".as_slice()]));
    assert!(matches!(error, Some(ModelError::Malformed(_))), "{error:?}");
}

#[test]
fn done_and_nothing_else_is_no_answer() {
    assert!(matches!(fails(&[DONE.into()]), ModelError::Empty));
    assert!(matches!(fails(&[": ping\n\n".into()]), ModelError::Empty));
}

#[test]
fn a_whole_answer_where_a_stream_was_asked_for() {
    let body = json!({
        "choices": [{"index": 0, "finish_reason": "tool_calls", "message": {
            "role": "assistant", "content": "Look:",
            "tool_calls": [{"id": "x", "type": "function", "function": {"name": "f", "arguments": "{}"}}],
        }}],
        "usage": {"prompt_tokens": 7, "completion_tokens": 3},
    });
    let (chunks, error) = hear(whole("200 OK", "", &body.to_string()));
    assert!(error.is_none(), "{error:?}");
    assert_eq!(chunks.len(), 3);
    assert_eq!(chunks[0], text("Look:"));
    assert_eq!(
        chunks[2],
        ModelChunk::Finish {
            usage: Some(Usage {
                model_calls: 1,
                input_tokens: 7,
                output_tokens: 3,
                ..Default::default()
            })
        }
    );
    let (_, error) = hear(whole("200 OK", "", ""));
    assert!(matches!(error, Some(ModelError::Empty)));
    let (_, error) = hear(whole("200 OK", "", "{\"choices\":[]}"));
    assert!(matches!(error, Some(ModelError::Empty)));
}

#[test]
fn several_choices_and_a_message_repeated_at_the_end() {
    let two = json!({"choices": [{"index": 1, "delta": {"content": "B"}}, {"index": 0, "delta": {"content": "A"}}]});
    let last =
        json!({"choices": [{"index": 0, "message": {"content": "A"}, "finish_reason": "stop"}]});
    check(
        &[
            format!("data: {two}\n\n"),
            format!("data: {last}\n\n"),
            DONE.into(),
        ],
        &[text("A")],
    );
}
