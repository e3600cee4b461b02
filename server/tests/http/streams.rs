//! Streams of runs: numbered without gaps, resumable from anywhere, independent of who reads.

use futures::future::join_all;
use http::Method;
use serde_json::{Value, json};
use taskmanager_client::types::RunStatus;

use super::harness::{Asked, Puppet, RawStream, Service};
use crate::frames::{Frame, is_last};

/// The events of a run after a number.
async fn log(service: &Service, run_id: &str, after: u64) -> RawStream {
    RawStream::of(service.request(Method::GET, &format!("/runs/{run_id}/events?after={after}")))
        .await
}

async fn run_status(service: &Service, run_id: &str) -> RunStatus {
    service
        .api
        .get_run()
        .run_id(run_id)
        .send()
        .await
        .unwrap()
        .status
}

/// A run whose model is being asked, and the run's stream after its first event.
async fn going() -> (Service, Puppet, Asked, RawStream, String) {
    let (service, mut puppet) = Service::with_puppet().await;
    let mut stream = service
        .send_stream("/chat/stream", &json!({"message": "Hello"}))
        .await;
    let asked = puppet.asked().await;
    let run_id = stream.next().await.unwrap().json()["run_id"]
        .as_str()
        .unwrap()
        .to_owned();
    (service, puppet, asked, stream, run_id)
}

/// Numbers from `first` without gaps, and one last event.
fn check(frames: &[Frame], first: u64) {
    let ids: Vec<u64> = frames.iter().map(|frame| frame.id.unwrap()).collect();
    assert_eq!(
        ids,
        (first..first + frames.len() as u64).collect::<Vec<u64>>()
    );
    let last = frames.iter().filter(|frame| is_last(&frame.event)).count();
    assert_eq!(last, 1, "{frames:?}");
    assert!(is_last(&frames.last().unwrap().event), "{frames:?}");
}

#[tokio::test]
async fn what_follows_a_runs_last_event_is_204_at_which_browsers_stop() {
    use super::harness::Answer;
    let (service, _puppet, asked, stream, run_id) = going().await;
    asked.say("Hello to you");
    asked.finish();
    let frames = stream.rest().await;
    let last = frames.last().unwrap().id.unwrap();
    let after = |after: u64| {
        let path = format!("/runs/{run_id}/events");
        let request = service.request(Method::GET, &path);
        Answer::of(request.header("last-event-id", after.to_string()))
    };
    let nothing = after(last).await;
    assert_eq!(
        (nothing.status.as_u16(), nothing.text.is_empty()),
        (204, true)
    );
    assert_eq!(after(last - 1).await.status, 200);
    assert_eq!(after(last + 1).await.status, 422);
}

#[tokio::test]
async fn ids_are_dense_and_one_event_is_the_last() {
    let service = Service::start().await;
    service.task("Buy milk").await;
    for message in [
        "Hello",
        "Set the deadline of task 1 to next Friday",
        "Create a task to buy tea",
        "Assign task 1 to dev@example.com",
    ] {
        let frames = service
            .send_stream("/chat/stream", &json!({"message": message}))
            .await
            .rest()
            .await;
        check(&frames, 1);
    }
}

#[tokio::test]
async fn stream_run_events_resumes_from_every_number_with_exactly_the_rest() {
    use super::agents::events;
    let service = Service::start().await;
    service.task("Buy milk").await;
    let body = json!({"message": "Set the deadline of task 1 to next Friday"});
    let whole = service
        .send_stream("/chat/stream", &body)
        .await
        .rest()
        .await;
    check(&whole, 1);
    let run_id = whole[0].json()["run_id"].as_str().unwrap().to_owned();
    for after in 0..whole.len() {
        let rest = log(&service, &run_id, after as u64).await.rest().await;
        assert_eq!(rest, whole[after..], "after {after}");
        let request = service.request(Method::GET, &format!("/runs/{run_id}/events?after=1"));
        let rest = RawStream::of(request.header("last-event-id", after))
            .await
            .rest()
            .await;
        assert_eq!(
            rest,
            whole[after..],
            "after {after} by header, which goes before the query"
        );
    }
    let typed = events(
        service
            .api
            .stream_run_events()
            .run_id(run_id.clone())
            .send_events()
            .await
            .unwrap(),
    )
    .await;
    let typed: Vec<Value> = typed.iter().map(|event| json!(event)).collect();
    assert_eq!(typed, whole.iter().map(Frame::json).collect::<Vec<_>>());
}

#[tokio::test]
async fn stream_run_events_of_a_going_run_gives_what_was_and_what_comes() {
    let (service, _puppet, asked, mut first, run_id) = going().await;
    asked.say("One ");
    first.next().await.unwrap();
    asked.say("two ");
    first.next().await.unwrap();
    let mut late = log(&service, &run_id, 0).await;
    let mut resumed = log(&service, &run_id, 2).await;
    let events =
        [late.next().await, late.next().await, late.next().await].map(|frame| frame.unwrap().event);
    assert_eq!(events, ["start", "token", "token"]);
    assert_eq!(resumed.next().await.unwrap().id, Some(3));
    asked.answer("three");
    let rests = join_all([first.rest(), late.rest(), resumed.rest()]).await;
    for rest in &rests {
        check(rest, 4);
        assert_eq!(*rest, rests[0]);
    }
    let complete = rests[0].last().unwrap().json();
    assert_eq!(complete["response"], "One two three");
    service
        .api
        .stream_run_events()
        .run_id(run_id)
        .send()
        .await
        .unwrap();
}

#[tokio::test]
async fn a_run_completes_when_its_reader_leaves() {
    let (service, _puppet, asked, stream, run_id) = going().await;
    asked.say("Are you ");
    drop(stream);
    asked.answer("still there?");
    let frames = log(&service, &run_id, 0).await.rest().await;
    check(&frames, 1);
    assert_eq!(
        frames.last().unwrap().json()["response"],
        "Are you still there?"
    );
    assert_eq!(run_status(&service, &run_id).await, RunStatus::Completed);
}

#[tokio::test]
async fn a_run_does_not_wait_for_a_slow_reader() {
    let (service, _puppet, asked, stream, run_id) = going().await;
    // Far more than sockets and buffers hold, while nobody reads.
    let piece = "x".repeat(200_000);
    for _ in 0..60 {
        asked.say(&piece);
    }
    asked.finish();
    // This reader is quick.
    let quick = log(&service, &run_id, 1).await.rest().await;
    check(&quick, 2);
    assert_eq!(run_status(&service, &run_id).await, RunStatus::Completed);
    // The slow one has lost nothing.
    assert_eq!(stream.rest().await, quick);
}

#[tokio::test]
async fn text_of_all_kinds_comes_through_unchanged() {
    let (_service, _puppet, asked, stream, _run_id) = going().await;
    let pieces = [
        "line\nbreak",
        "\r\n",
        "data: x\n\n",
        "back\\slash \\n",
        "\"quotes\"",
        "🌞é\u{301}",
        "\u{2028}",
        "\u{0}",
        "id: 5",
        " ",
    ];
    for piece in pieces {
        asked.say(piece);
    }
    asked.finish();
    let frames = stream.rest().await;
    let texts = frames
        .iter()
        .filter(|frame| frame.event == "token")
        .map(|frame| frame.json()["text"].clone());
    let text: String = texts
        .map(|text| text.as_str().unwrap().to_owned())
        .collect();
    assert_eq!(text, pieces.concat());
    assert_eq!(frames.last().unwrap().json()["response"], json!(text));
}

#[tokio::test]
async fn a_tool_s_result_comes_before_the_model_is_asked_again() {
    let (service, mut puppet, asked, mut stream, _run_id) = going().await;
    asked.just_call("create_task", &json!({"title": "Buy milk"}));
    let call = stream.next().await.unwrap();
    let result = stream.next().await.unwrap();
    assert_eq!(
        [call.event.as_str(), result.event.as_str()],
        ["tool_call", "tool_result"]
    );
    assert_eq!(call.json()["call_id"], result.json()["call_id"]);
    let made: Value = serde_json::from_str(result.json()["result"].as_str().unwrap()).unwrap();
    assert_eq!(made["title"], "Buy milk");
    assert_eq!(&*service.read_task(1).await.title, "Buy milk");
    let again = puppet.asked().await;
    assert!(format!("{:?}", again.last_item()).contains("Buy milk"));
    again.answer("Done");
    check(&stream.rest().await, 4);
}

#[tokio::test]
async fn a_fault_after_the_stream_has_begun_is_an_error_event() {
    use taskmanager_agent::model::ModelError;
    let (service, _puppet, asked, stream, run_id) = going().await;
    asked.say("Well");
    asked.fail(ModelError::Malformed(
        "a secret of the model server".to_owned(),
    ));
    let frames = stream.rest().await;
    let last = frames.last().unwrap();
    assert_eq!(last.event, "error");
    assert!(!last.data.contains("secret"), "{}", last.data);
    assert_eq!(run_status(&service, &run_id).await, RunStatus::Failed);
}

#[tokio::test]
async fn fifty_runs_at_once_keep_apart() {
    let (service, mut puppet) = Service::with_puppet().await;
    let starting = (0..50).map(|number| {
        let body = json!({"message": format!("message {number}")});
        let service = &service;
        async move { service.send_stream("/chat/stream", &body).await }
    });
    let streams = join_all(starting);
    let answering = async {
        for _ in 0..50 {
            let asked = puppet.asked().await;
            let echo = format!("{:?}", asked.last_item());
            let number = echo
                .split("message ")
                .nth(1)
                .unwrap()
                .chars()
                .take_while(char::is_ascii_digit)
                .collect::<String>();
            asked.say("answer ");
            asked.answer(&number);
        }
    };
    let (streams, ()) = futures::join!(streams, answering);
    for (number, frames) in join_all(streams.into_iter().map(RawStream::rest))
        .await
        .iter()
        .enumerate()
    {
        check(frames, 1);
        assert_eq!(
            frames.last().unwrap().json()["response"],
            json!(format!("answer {number}"))
        );
    }
}

#[tokio::test]
async fn a_stopping_service_lets_a_stream_end() {
    let (mut service, _puppet, asked, stream, _run_id) = going().await;
    let stopping = service.stop();
    let reading = async {
        asked.answer("Good bye");
        stream.rest().await
    };
    let ((), frames) = futures::join!(stopping, reading);
    check(&frames, 2);
    assert_eq!(frames.last().unwrap().event, "complete");
}
