//! What llama_cpp.server really sends (`tests/fixtures/llama-cpp-python`).

use taskmanager_agent::model::{ModelChunk, ModelError};

use crate::stub::*;

const FINISH: ModelChunk = ModelChunk::Finish { usage: None };

#[test]
fn a_recorded_text_stream() {
    let (chunks, error) = hear(recorded("text-stream.http"));
    assert!(error.is_none(), "{error:?}");
    assert_eq!(text_of(&chunks), "Ωmega: count to four.");
    assert_eq!(chunks.last(), Some(&FINISH));
}

#[test]
fn a_recorded_tool_call_whose_pieces_all_bear_id_and_name_beside_the_older_function_call() {
    let (chunks, error) = hear(recorded("tool-call-stream.http"));
    assert!(error.is_none(), "{error:?}");
    let [
        ModelChunk::ToolCall {
            provider_id,
            name,
            arguments,
        },
        FINISH,
    ] = &chunks[..]
    else {
        panic!("{chunks:?}")
    };
    assert!(provider_id.starts_with("call__0_set_deadline_cmpl-"));
    assert_eq!(name, "set_deadline");
    let arguments: serde_json::Value = serde_json::from_str(arguments).unwrap();
    assert!(arguments.is_object(), "{arguments}");
}

#[test]
fn a_recorded_answer_of_a_model_that_chose_to_say_nothing() {
    let (chunks, error) = hear(recorded("tool-choice-auto-stream.http"));
    assert!(error.is_none(), "{error:?}");
    assert_eq!(chunks, [FINISH]);
}

#[test]
fn a_recorded_error() {
    let (_, error) = hear(recorded("bad-request.http"));
    let Some(ModelError::Status {
        status: 500,
        message,
        ..
    }) = error
    else {
        panic!("{error:?}")
    };
    assert!(message.starts_with("1 validation error:"), "{message}");
}

#[test]
fn a_recorded_overflow_of_the_context_is_an_error_that_says_so() {
    let (chunks, error) = hear(recorded("context-overflow.http"));
    assert_eq!(chunks, []);
    let Some(error @ ModelError::Empty) = error else {
        panic!("{error:?}")
    };
    assert!(
        error
            .to_string()
            .contains("longer than the model's context")
    );
    assert!(!error.is_transient());
}

#[test]
fn streams_are_read_alike_wherever_they_are_split() {
    for name in ["text-stream.http", "tool-choice-auto-stream.http"] {
        let body = recorded_body(name);
        online(async {
            let expected = {
                let stub = Stub::serve([streamed([&body])]).await;
                ask(&stub.model(), request(vec![])).await.0
            };
            let splits = (0..=body.len()).map(|at| streamed([&body[..at], &body[at..]]));
            let bytewise = streamed(body.chunks(1));
            let stub = Stub::serve(splits.chain([bytewise])).await;
            let model = stub.model();
            for at in 0..=body.len() + 1 {
                let (chunks, error) = ask(&model, request(vec![])).await;
                assert!(error.is_none(), "{name} split at {at}: {error:?}");
                assert_eq!(chunks, expected, "{name} split at {at}");
            }
        });
    }
}

#[test]
fn streams_are_read_alike_in_any_tcp_segments_and_with_crlf_and_comments() {
    let body = String::from_utf8(recorded_body("tool-call-stream.http")).unwrap();
    let (expected, _) = hear(streamed([&body]));
    let crlf = format!(
        ": hello\r\n\r\n{}",
        body.replace('\n', "\r\n")
            .replace("\r\n\r\n", "\r\n: still here\r\n\r\n")
    );
    assert_eq!(hear(streamed([&crlf])).0, expected);
    assert_eq!(hear(streamed(crlf.as_bytes().chunks(7))).0, expected);
    // The bytes on the wire themselves cut apart, chunk heads and all.
    let wire: Vec<u8> = streamed(body.as_bytes().chunks(50))
        .into_iter()
        .flat_map(|act| match act {
            Act::Send(bytes) => bytes,
            Act::Sleep(_) | Act::Close => vec![],
        })
        .collect();
    let segments = wire
        .chunks(997)
        .flat_map(|bytes| [Act::Send(bytes.to_vec()), Act::Sleep(1)])
        .collect();
    assert_eq!(hear(segments).0, expected);
    assert!(matches!(expected.last(), Some(ModelChunk::Finish { .. })));
}

#[test]
fn wherever_a_recorded_stream_stops_it_is_whole_or_an_error() {
    for name in ["text-stream.http", "tool-call-stream.http"] {
        let body = recorded_body(name);
        online(async {
            let expected = {
                let stub = Stub::serve([streamed([&body])]).await;
                ask(&stub.model(), request(vec![])).await.0
            };
            // Every byte near the end, where it matters, and some of those before.
            let cuts: Vec<usize> = (0..body.len())
                .filter(|at| at % 97 == 0 || body.len() - at < 320)
                .collect();
            let stub = Stub::serve(cuts.iter().map(|at| streamed([&body[..*at]]))).await;
            let model = stub.model();
            let mut whole = 0;
            for at in cuts {
                match ask(&model, request(vec![])).await {
                    (chunks, None) => {
                        assert_eq!(chunks, expected, "{name} cut at {at}");
                        whole += 1;
                    }
                    (chunks, Some(ModelError::CutShort | ModelError::Empty)) => {
                        assert!(!chunks.iter().any(|chunk| matches!(
                            chunk,
                            ModelChunk::ToolCall { .. } | ModelChunk::Finish { .. }
                        )));
                    }
                    (_, Some(error)) => panic!("{name} cut at {at}: {error:?}"),
                }
            }
            // `data: [DONE]` may be missing, but not what comes before it.
            assert!((1..=20).contains(&whole), "{whole}");
        });
    }
}
