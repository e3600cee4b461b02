//! Stopping: what is going may finish within the bound, then it is cut, and the log says so.

use crate::upstream::Upstream;

use super::service::Service;

#[tokio::test]
async fn sigterm_lets_open_streams_end() {
    let (folder, mut upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
    let mut service = Service::with_upstream(folder.path(), &upstream, &[]).await;
    let mut stream = service.chat("Hello").await;
    let speech = upstream.asked().await.stream();
    speech.say("Good ");
    stream.read(2).await;
    service.signal("TERM");
    speech.say("bye");
    speech.finish("stop");
    let frames = stream.rest().await;
    let last = frames.last().unwrap();
    assert_eq!(
        (last.event.as_str(), &last.json()["response"]),
        ("complete", &"Good bye".into())
    );
    assert!(service.ended().await.success());
}

#[tokio::test]
async fn ctrl_c_stops_like_sigterm() {
    let folder = tempfile::tempdir().unwrap();
    let mut service = Service::start(folder.path(), &[]).await;
    let mut changes = service.read("/events").await;
    service.signal("INT");
    assert_eq!(changes.rest().await, []);
    assert!(service.ended().await.success());
}

#[tokio::test]
async fn what_does_not_end_in_time_is_cut_and_says_so() {
    let (folder, mut upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
    let mut service =
        Service::with_upstream(folder.path(), &upstream, &["--drain-seconds", "0"]).await;
    let mut stream = service.chat("Hello").await;
    let speech = upstream.asked().await.stream();
    speech.say("I could go on for ever");
    let begun = stream.read(2).await;
    service.signal("TERM");
    let frames = stream.rest().await;
    assert!(service.ended().await.success());
    assert_eq!(
        frames.last().unwrap().json()["error_code"],
        "interrupted",
        "{frames:?}"
    );
    speech.left().await;

    let again = Service::with_upstream(folder.path(), &upstream, &[]).await;
    let run_id = begun[0].json()["run_id"].as_str().unwrap().to_owned();
    assert_eq!(again.run_log(&run_id, 0).await.rest().await, frames);
    again.stop().await;
}

#[tokio::test]
async fn a_second_signal_stops_at_once() {
    let (folder, mut upstream) = (tempfile::tempdir().unwrap(), Upstream::start().await);
    let mut service =
        Service::with_upstream(folder.path(), &upstream, &["--drain-seconds", "3600"]).await;
    let mut stream = service.chat("Hello").await;
    let _speech = upstream.asked().await.stream();
    stream.read(1).await;
    service.signal("TERM");
    while !service.log().iter().any(|line| line.contains("stopping")) {
        tokio::task::yield_now().await;
    }
    service.signal("TERM");
    service.ended().await;
}
