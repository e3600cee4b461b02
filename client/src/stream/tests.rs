//! Decoding: however the bytes arrive, the events are the same, and only a whole stream ends without an error.

use std::io;

use bytes::Bytes;
use expect_test::expect;
use futures::{StreamExt as _, stream};
use proptest::prelude::*;

use super::{EventStream, SILENCE, StreamError, StreamEvent};
use crate::types::{RunEvent, TaskEvent};

const RUN: &str = include_str!("tests/run.sse");

/// What the service sent for an order to assign a task and to set up a meeting.
const RECORDED: &str = include_str!("tests/recorded.sse");

type Events = Vec<Result<StreamEvent<RunEvent>, StreamError>>;

/// All that comes of a stream that arrives in these pieces.
fn decode(pieces: Vec<Result<Vec<u8>, io::Error>>) -> Events {
    let bytes = stream::iter(pieces.into_iter().map(|piece| piece.map(Bytes::from)));
    block_on(EventStream::decode(bytes).collect())
}

fn decode_text(text: &str) -> Events {
    decode(vec![Ok(text.into())])
}

fn block_on<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_time()
        .start_paused(true)
        .build();
    runtime.expect("a runtime").block_on(future)
}

fn whole(events: Events) -> Vec<StreamEvent<RunEvent>> {
    events
        .into_iter()
        .collect::<Result<_, _>>()
        .expect("a whole stream")
}

/// One line for each event or fault.
fn summary(events: &Events) -> String {
    let line = |event: &Result<StreamEvent<RunEvent>, StreamError>| match event {
        Ok(event) => {
            let value = serde_json::to_value(&event.event).expect("an event is JSON");
            format!(
                "{:?} {}\n",
                event.id,
                value["type"].as_str().expect("a type")
            )
        }
        Err(error) => format!("{error:?}\n"),
    };
    events.iter().map(line).collect()
}

fn frame(id: u64, json: &str) -> String {
    let name = super::type_of(json).expect("a type");
    format!("id: {id}\nevent: {name}\ndata: {json}\n\n")
}

fn token(id: u64) -> String {
    frame(id, r#"{"type":"token","text":"a","agent":"b"}"#)
}

fn paused(id: u64) -> String {
    frame(id, r#"{"type":"paused","call_ids":["call_1"]}"#)
}

fn cancelled(id: u64) -> String {
    frame(
        id,
        r#"{"type":"cancelled","reason":"cancelled by the caller"}"#,
    )
}

#[test]
fn a_whole_run_is_decoded_and_unknown_events_are_skipped() {
    let events = decode_text(RUN);
    expect![[r#"
        Some(1) start
        Some(2) handoff
        Some(4) tool_call
        Some(5) tool_result
        Some(6) token
        Some(7) complete
    "#]]
    .assert_eq(&summary(&events));
    let RunEvent::Token { text, agent } = &whole(events)[4].event else {
        panic!("the fifth is a token")
    };
    assert_eq!(
        (text.as_str(), agent.as_str()),
        ("Fällig am 4. 十二月 🗓️ – „gut“", "taskmanager-scheduler")
    );
}

#[test]
fn a_recorded_stream_of_the_service_is_decoded_wherever_it_is_split() {
    let expected = whole(decode_text(RECORDED));
    let ids: Vec<_> = expected.iter().filter_map(|event| event.id).collect();
    assert_eq!(ids, (1..=expected.len() as u64).collect::<Vec<_>>());
    let last = expected.last().map(|event| &event.event);
    assert!(matches!(last, Some(RunEvent::Complete { .. })), "{last:?}");
    for at in 0..=RECORDED.len() {
        let (first, second) = RECORDED.as_bytes().split_at(at);
        let events = decode(vec![Ok(first.to_vec()), Ok(second.to_vec())]);
        assert!(whole(events) == expected, "split at byte {at}");
    }
}

#[test]
fn unknown_properties_are_kept_in_the_text() {
    let events = whole(decode_text(RUN));
    assert!(events[1].json().contains(r#""since":"a newer service""#));
}

#[test]
fn the_events_do_not_depend_on_where_the_bytes_are_split() {
    for text in [
        RUN.to_owned(),
        RUN.replace('\n', "\r\n"),
        RUN.replace('\n', "\r"),
        format!("\u{feff}{RUN}"),
    ] {
        let (expected, bytes) = (whole(decode_text(RUN)), text.as_bytes());
        for at in 0..=bytes.len() {
            let (first, second) = bytes.split_at(at);
            let events = decode(vec![Ok(first.to_vec()), Ok(second.to_vec())]);
            assert_eq!(whole(events), expected, "split at byte {at}");
        }
        let events = decode(bytes.iter().map(|byte| Ok(vec![*byte])).collect());
        assert_eq!(whole(events), expected, "byte by byte");
    }
}

proptest! {
    #[test]
    fn nor_on_how_many_pieces_there_are(mut cuts in prop::collection::vec(0..RUN.len(), 0..40), crlf: bool) {
        let text = if crlf { RUN.replace('\n', "\r\n") } else { RUN.to_owned() };
        cuts.extend([0, text.len()]);
        cuts.sort_unstable();
        let pieces = cuts.windows(2).map(|cut| Ok(text.as_bytes()[cut[0]..cut[1]].to_vec())).collect();
        prop_assert_eq!(whole(decode(pieces)), whole(decode_text(RUN)));
    }

    #[test]
    fn no_bytes_make_it_panic_or_go_on_for_ever(pieces in prop::collection::vec(any::<Vec<u8>>(), 0..8)) {
        let events = decode(pieces.into_iter().map(Ok).collect());
        prop_assert!(matches!(events.last(), Some(Err(_))));
    }
}

#[test]
fn only_an_event_that_ends_a_run_ends_its_stream() {
    let broken = || Err(io::Error::from(io::ErrorKind::ConnectionReset));
    let bytes = |text: String| Ok(text.into_bytes());
    let check =
        |pieces, expected: expect_test::Expect| expected.assert_eq(&summary(&decode(pieces)));

    check(
        vec![],
        expect![[r#"
        Cut { last_id: None }
    "#]],
    );
    check(
        vec![bytes(token(1))],
        expect![[r#"
        Some(1) token
        Cut { last_id: Some(1) }
    "#]],
    );
    check(
        vec![bytes(token(1)), broken()],
        expect![[r#"
        Some(1) token
        Connection(Connection(Kind(ConnectionReset)))
    "#]],
    );
    // An event that isn't terminated by an empty line hasn't arrived.
    check(
        vec![bytes(token(1)), bytes(cancelled(2).trim_end().to_owned())],
        expect![[r#"
        Some(1) token
        Cut { last_id: Some(1) }
    "#]],
    );
    check(
        vec![bytes(cancelled(1))],
        expect![[r#"
        Some(1) cancelled
    "#]],
    );
    // The last event is here: what the connection does then is no matter.
    check(
        vec![bytes(cancelled(1)), broken()],
        expect![[r#"
        Some(1) cancelled
    "#]],
    );
    check(
        vec![bytes(paused(1))],
        expect![[r#"
        Some(1) paused
    "#]],
    );
    // In the log of a run that was resumed, more follows a pause.
    check(
        vec![bytes(paused(1)), broken()],
        expect![[r#"
        Some(1) paused
        Connection(Connection(Kind(ConnectionReset)))
    "#]],
    );
    check(
        vec![bytes(paused(1)), bytes(token(2))],
        expect![[r#"
        Some(1) paused
        Some(2) token
        Cut { last_id: Some(2) }
    "#]],
    );
}

#[test]
fn faults_in_a_stream_are_told_apart_and_end_it() {
    let check = |bytes: Vec<u8>, expected: expect_test::Expect| {
        let mut chain = String::new();
        for event in decode(vec![Ok(bytes)]) {
            let Err(error) = event else { continue };
            let mut source: Option<&dyn std::error::Error> = Some(&error);
            while let Some(error) = source {
                chain += &format!("{error}\n");
                source = error.source();
            }
        }
        expected.assert_eq(&chain);
    };
    check(
        format!(
            "id: 4\nevent: token\ndata: {{\"type\":\"token\"}}\n\n{}",
            cancelled(5)
        )
        .into(),
        expect![[r#"
        decode event 4
        missing field `agent`
    "#]],
    );
    check(
        "event: token\ndata: {\n\n".into(),
        expect![[r#"
        decode an event without a number
        EOF while parsing an object at line 1 column 1
    "#]],
    );
    check(
        b"data: \xff\n\n".to_vec(),
        expect![[r#"
        decode the event stream
        invalid utf-8 sequence of 1 bytes from index 0
    "#]],
    );
    check(
        token(3).into(),
        expect![[r#"
        read the event stream to its end: it was cut after number 3
    "#]],
    );
}

#[test]
fn skipped_events_and_bare_ids_count_for_resuming() {
    let check = |text: &str, expected: Option<u64>| {
        let bytes = stream::iter([Ok::<_, io::Error>(Bytes::from(text.to_owned()))]);
        let mut events = EventStream::<RunEvent>::decode(bytes);
        block_on(async { while events.next().await.is_some() {} });
        assert_eq!(events.last_id(), expected, "{text:?}");
    };
    check("", None);
    check(&token(3), Some(3));
    check("id: 4\nevent: mood\ndata: {}\n\n", Some(4));
    check("id: 5\n\n", Some(5));
    check("id: 6\ndata: {\"type\":\"mood\"}\n\n", Some(6));
    check("id: seven\nevent: mood\ndata: {}\n\n", None);
}

#[test]
fn the_stream_of_changes_never_ends_by_itself() {
    let json = r#"{"type":"task_deleted","at":"2026-11-22T09:15:30Z","task_id":3}"#;
    let bytes = stream::iter([Ok::<_, io::Error>(Bytes::from(frame(8, json)))]);
    let events: Vec<_> = block_on(EventStream::<TaskEvent>::decode(bytes).collect());
    assert!(
        matches!(&events[0], Ok(event) if matches!(event.event, TaskEvent::TaskDeleted { .. }))
    );
    assert!(matches!(
        events[1],
        Err(StreamError::Cut { last_id: Some(8) })
    ));
}

#[test]
fn silence_counts_as_a_broken_connection_and_heartbeats_break_it() {
    block_on(async {
        let heartbeats = stream::unfold(0, |beat| async move {
            tokio::time::sleep(SILENCE - std::time::Duration::from_secs(1)).await;
            (beat < 3).then(|| {
                (
                    Ok::<_, io::Error>(Bytes::from_static(b": still here\n\n")),
                    beat + 1,
                )
            })
        });
        let silent = heartbeats.chain(stream::pending());
        let begin = tokio::time::Instant::now();
        let events: Events = EventStream::decode(silent.boxed()).collect().await;
        assert!(
            begin.elapsed() > 3 * SILENCE,
            "three heartbeats, each in time, keep it open"
        );
        let [Err(StreamError::Connection(error))] = &events[..] else {
            panic!("{events:?}")
        };
        assert_eq!(
            error.to_string(),
            "nothing came for 45 s, not even a heartbeat"
        );
    });
}
