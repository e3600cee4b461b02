//! Event streams on the wire.

use super::client_http::send;
use super::notes::start;

#[tokio::test]
async fn frames_have_id_name_and_data() {
    let (_server, address) = start();
    let answer = send(address, "GET /events\nauthorization: Bearer good", b"").await;
    assert_eq!(
        (answer.status, answer.header("content-type")),
        (200, Some("text/event-stream"))
    );
    let expected = concat!(
        "id: 1\nevent: created\n",
        "data: {\"type\":\"created\",\"note\":{\"id\":7,\"title\":\"new\",\"status\":\"open\",\"created_at\":\"1970-01-01T00:00:00Z\"}}\n\n",
        "id: 2\nevent: deleted\ndata: {\"type\":\"deleted\",\ndata: \"note_id\":7}\n\n",
    );
    assert_eq!(answer.body, expected);
}

#[tokio::test]
async fn a_stream_needs_the_same_credentials() {
    let (_server, address) = start();
    assert_eq!(send(address, "GET /events", b"").await.status, 401);
}

/// The clock is stopped: time passes only when nothing else can happen.
#[tokio::test(start_paused = true)]
async fn a_silent_stream_sends_comments() {
    use super::generated::api::{EventStream, Respond};
    use super::generated::models::NoteEvent;
    use http_body_util::BodyExt;

    let silent = EventStream::<NoteEvent>::new(futures::stream::pending());
    let reply = super::generated::api::NoteEventsOk::Ok(silent).respond();
    let mut body = reply.into_http().into_body();
    let before = tokio::time::Instant::now();
    let frame = body.frame().await.unwrap().unwrap().into_data().unwrap();
    assert_eq!(
        (&frame[..], before.elapsed().as_secs()),
        (&b": still here\n\n"[..], 15)
    );
}
