//! Streams that outlive their connection: each event once, in order, whatever breaks.

use std::time::{Duration, Instant};

use futures::TryStreamExt as _;
use proptest::prelude::*;
use serde_json::{Value, json};
use taskmanager_client::stream::{Resuming, Retry, StreamError};
use taskmanager_client::types::{RunEvent, TaskEvent};
use taskmanager_client::{Client, Failure};

use crate::stub::{Answer, Request, Stub, frame, nowhere};

const QUICK: Retry = Retry {
    attempts: 3,
    first_pause: Duration::from_millis(1),
    longest_pause: Duration::from_millis(4),
};

/// The log of a run: a start, tokens, and an end at number `last`.
fn log(last: u64) -> Vec<String> {
    let event = |id| match id {
        1 => {
            json!({"type": "start", "run_id": "run_1", "session_id": "ses_1", "agent": "taskmanager-triage"})
        }
        id if id == last => json!({"type": "cancelled", "reason": "r"}),
        3 => json!({"type": "news", "text": "an event that this client doesn't know"}),
        id => json!({"type": "token", "text": format!("„{id}“"), "agent": "taskmanager-triage"}),
    };
    (1..=last).map(|id| frame(id, &event(id))).collect()
}

fn run(status: &str, last_event: u64) -> Value {
    json!({
        "id": "run_1", "status": status, "agent": "a", "session_id": "ses_1", "task_id": null, "input": "i",
        "response": null, "reason": null, "error": null, "handled_by": null, "handoff_chain": [], "tool_calls": [],
        "pending_approvals": [], "usage": {"model_calls": 0, "input_tokens": 0, "output_tokens": 0, "total_tokens": 0},
        "created_at": "2026-11-22T09:15:30Z", "started_at": null, "finished_at": null, "last_event": last_event,
    })
}

fn after(request: &Request) -> usize {
    request
        .header("last-event-id")
        .map_or(0, |id| id.parse().expect("a number"))
}

async fn chat(client: &Client) -> Resuming<RunEvent> {
    let request = client.chat_stream().body_map(|body| body.message("hello"));
    client
        .resuming(request.send_events().await.expect("a stream"))
        .with_retry(QUICK)
}

/// The numbers of all events, and how it ended.
async fn read(mut stream: Resuming<RunEvent>) -> (Vec<u64>, Result<(), StreamError>) {
    let mut ids = Vec::new();
    loop {
        match stream.try_next().await {
            Ok(Some(event)) => ids.push(event.id.expect("a number")),
            Ok(None) => return (ids, Ok(())),
            Err(error) => return (ids, Err(error)),
        }
    }
}

#[tokio::test]
async fn a_broken_stream_is_taken_up_after_the_last_event() {
    let stub = Stub::new(|_, request| match request.line.as_str() {
        // Broken in the middle of the fourth event.
        "POST /chat/stream" => {
            let text = log(6).concat();
            let middle = text.find("„4").expect("the fourth event") + 1;
            Answer::events(&text.as_bytes()[..middle]).cut()
        }
        "GET /runs/run_1" => Answer::json(200, &run("running", 5)),
        // A server that repeats what it was told is known already.
        "GET /runs/run_1/events" => Answer::events(log(6)[after(request) - 1..].concat()),
        other => panic!("{other}"),
    });
    let (ids, end) = read(chat(&stub.client()).await).await;
    assert_eq!(
        ids,
        [1, 2, 4, 5, 6],
        "the third is skipped, none is doubled"
    );
    assert!(end.is_ok(), "{end:?}");
    assert_eq!(
        stub.lines(),
        [
            "POST /chat/stream",
            "GET /runs/run_1",
            "GET /runs/run_1/events"
        ]
    );
    assert_eq!(
        after(&stub.requests()[2]),
        3,
        "events that are skipped count as well"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn whatever_breaks_no_event_is_lost_or_doubled(
        cuts in prop::collection::vec((0..700_usize, any::<bool>()), 0..4),
    ) {
        let cuts = std::sync::Arc::new(cuts);
        let breaks = std::sync::Arc::clone(&cuts);
        let opened = std::sync::atomic::AtomicUsize::new(0);
        let stub = Stub::new(move |_, request| {
            if request.line == "GET /runs/run_1" {
                return Answer::json(200, &run("running", 9));
            }
            let text = log(9)[after(request)..].concat();
            // The first connection always gets as far as the run's name.
            let number = opened.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            let least = if number == 0 { log(9)[0].len() } else { 0 };
            match breaks.get(number) {
                Some((at, true)) => Answer::events(&text.as_bytes()[..(*at).max(least).min(text.len())]).cut(),
                // Closed in good order, as a proxy does.
                Some((at, false)) => Answer::events(&text.as_bytes()[..(*at).max(least).min(text.len())]),
                None => Answer::events(text),
            }
        });
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let (ids, end) = runtime.block_on(async { read(chat(&stub.client()).await).await });
        prop_assert!(end.is_ok(), "{:?}", end);
        prop_assert_eq!(ids, [1, 2, 4, 5, 6, 7, 8, 9]);
    }
}

#[tokio::test]
async fn a_service_that_stays_away_is_given_up() {
    let stub = Stub::new(|_, request| match request.line.as_str() {
        "POST /chat/stream" => Answer::events(log(6)[..2].concat()).cut(),
        _ => Answer::json(502, &json!({"request_id": "r", "message": "bad gateway"})),
    });
    let (ids, end) = read(chat(&stub.client()).await).await;
    assert_eq!(ids, [1, 2]);
    let Err(StreamError::Lost {
        last_id: Some(2),
        attempts: 3,
        source,
    }) = end
    else {
        panic!("{end:?}")
    };
    assert_eq!(source.status().map(|status| status.as_u16()), Some(502));
    assert_eq!(stub.lines().len(), 4, "the request and three attempts");
}

#[tokio::test]
async fn what_will_not_change_is_not_tried_again() {
    let stub = Stub::new(|_, request| match request.line.as_str() {
        "POST /chat/stream" => Answer::events(log(6)[..2].concat()).cut(),
        _ => Answer::json(
            404,
            &json!({"request_id": "r", "message": "there is no run run_1"}),
        ),
    });
    let (_, end) = read(chat(&stub.client()).await).await;
    let Err(error @ StreamError::Lost { attempts: 1, .. }) = end else {
        panic!("{end:?}")
    };
    let failure = Failure::from(error);
    assert_eq!(failure.status().map(|status| status.as_u16()), Some(404));
    assert_eq!(
        failure.api_error().map(|error| error.message.as_str()),
        Some("there is no run run_1")
    );
}

#[tokio::test]
async fn the_service_may_ask_for_a_longer_pause() {
    let stub = Stub::new(|number, request| match (number, request.line.as_str()) {
        (_, "POST /chat/stream") => Answer::events(log(4)[..2].concat()).cut(),
        (1, _) => {
            let body = json!({"request_id": "r", "message": "the service is shutting down"});
            Answer::json(503, &body).header("retry-after", "1")
        }
        (_, "GET /runs/run_1") => Answer::json(200, &run("running", 4)),
        _ => Answer::events(log(4)[2..].concat()),
    });
    let begin = Instant::now();
    let (ids, end) = read(chat(&stub.client()).await).await;
    assert_eq!(ids, [1, 2, 4]);
    assert!(end.is_ok(), "{end:?}");
    assert!(
        begin.elapsed() >= Duration::from_secs(1),
        "{:?}",
        begin.elapsed()
    );
}

#[tokio::test]
async fn a_stream_that_breaks_before_its_first_event_cannot_be_found_again() {
    let stub = Stub::new(|_, _| Answer::events("").cut());
    let (ids, end) = read(chat(&stub.client()).await).await;
    assert!(ids.is_empty());
    assert!(matches!(end, Err(StreamError::Connection(_))), "{end:?}");
    assert_eq!(stub.lines(), ["POST /chat/stream"]);
}

#[tokio::test]
async fn events_that_do_not_fit_are_no_reason_to_try_again() {
    let stub =
        Stub::new(|_, _| Answer::events(format!("{}id: 2\nevent: token\ndata: 7\n\n", log(6)[0])));
    let (ids, end) = read(chat(&stub.client()).await).await;
    assert_eq!(ids, [1]);
    assert!(
        matches!(end, Err(StreamError::Payload { id: Some(2), .. })),
        "{end:?}"
    );
    assert_eq!(stub.lines(), ["POST /chat/stream"]);
}

#[tokio::test]
async fn a_run_that_has_nothing_left_to_send_ends_at_once() {
    for status in ["completed", "paused", "failed"] {
        let stub = Stub::new(move |_, request| match request.line.as_str() {
            "GET /runs/run_1" => Answer::json(200, &run(status, 6)),
            other => panic!("{other}"),
        });
        let run_id = "run_1".parse().expect("an id");
        let stream = stub
            .client()
            .follow_run(&run_id, Some(6))
            .await
            .expect("a stream");
        let (ids, end) = read(stream).await;
        assert!(ids.is_empty() && end.is_ok(), "{status}: {ids:?} {end:?}");
    }
}

#[tokio::test]
async fn a_run_can_be_followed_from_its_beginning_or_a_number() {
    let stub = Stub::new(|_, request| match request.line.as_str() {
        "GET /runs/run_1" => Answer::json(200, &run("running", 4)),
        "GET /runs/run_1/events" => Answer::events(log(6)[after(request)..].concat()),
        other => panic!("{other}"),
    });
    let (client, run_id) = (stub.client(), "run_1".parse().expect("an id"));
    let (ids, end) = read(client.follow_run(&run_id, None).await.expect("a stream")).await;
    assert!(ids == [1, 2, 4, 5, 6] && end.is_ok(), "{ids:?} {end:?}");
    let (ids, end) = read(client.follow_run(&run_id, Some(4)).await.expect("a stream")).await;
    assert!(ids == [5, 6] && end.is_ok(), "{ids:?} {end:?}");
}

#[tokio::test]
async fn changes_go_on_after_the_last_one() {
    let change = |id: u64| {
        frame(
            id,
            &json!({"type": "task_deleted", "at": "2026-11-22T09:15:30Z", "task_id": id}),
        )
    };
    let stub = Stub::new(move |number, request| match number {
        0 => Answer::events(change(7) + &change(8)).cut(),
        _ => {
            assert_eq!(after(request), 8);
            Answer::events(change(8) + &change(9)).then(Duration::from_secs(60), "")
        }
    });
    let mut stream = stub
        .client()
        .follow_changes(None)
        .await
        .expect("a stream")
        .with_retry(QUICK);
    for expected in [7, 8, 9] {
        let event = stream.try_next().await.expect("no fault").expect("no end");
        assert!(
            matches!(&*event, TaskEvent::TaskDeleted { task_id, .. } if task_id.0 == expected),
            "{event:?}"
        );
    }
    assert_eq!(stream.last_id(), Some(9));
}

#[tokio::test]
async fn nobody_there_is_told_when_the_stream_is_asked_for() {
    let client = Client::connect(nowhere()).expect("an address");
    let failure = client
        .follow_changes(None)
        .await
        .expect_err("nobody listens");
    assert!(matches!(failure, Failure::Unreachable(_)), "{failure:?}");
}
