//! A stored event that isn't one of the document's any more: its reader is told, and so is the log.

use taskmanager_client::types::NewTask;

use crate::frames::frames;

use super::service::Service;

#[tokio::test]
async fn a_spoilt_event_ends_its_stream_with_an_error_and_is_logged_by_place() {
    let folder = tempfile::tempdir().unwrap();
    let arguments = ["--validate-answers", "on"];
    let service = Service::start(folder.path(), &arguments).await;
    let task = NewTask::builder().title("Buy milk");
    service.api.create_task().body(task).send().await.unwrap();
    let told = service.chat("Tell me about task 1").await.rest().await;
    let run_id = told[0].json()["run_id"].as_str().unwrap().to_owned();
    let call = told.iter().position(|frame| frame.event == "tool_call");
    let call = call.unwrap();
    service.stop().await;

    // Another release, a bug, a hand in the file: the call has lost its tool.
    let store = rusqlite::Connection::open(folder.path().join("taskmanager.db")).unwrap();
    let changed = store.execute(
        "UPDATE run_events SET data = json_remove(data, '$.tool') WHERE seq = ?1",
        [i64::try_from(told[call].id.unwrap()).unwrap()],
    );
    assert_eq!(changed.unwrap(), 1);
    drop(store);

    let service = Service::start(folder.path(), &arguments).await;
    // Not by way of the witness: what stands for the event is in no log and has no number, which it would call a fault.
    let url = format!("http://{}/runs/{run_id}/events?after=0", service.address);
    let read = frames(&reqwest::get(url).await.unwrap().text().await.unwrap());
    assert_eq!(read[..call], told[..call]);
    // One error, and nothing behind it.
    assert_eq!(read.len(), call + 1, "{read:?}");
    assert_eq!((read[call].id, read[call].event.as_str()), (None, "error"));
    assert_eq!(read[call].json()["error_code"], "internal");
    // Behind the spoilt one all is as it was.
    let id = told[call].id.unwrap();
    assert_eq!(
        service.run_log(&run_id, id).await.rest().await,
        told[call + 1..]
    );
    let log = service.stop_and_log().await;
    let entries: Vec<&str> = log
        .lines()
        .filter(|line| line.contains("an event breaks the document"))
        .collect();
    assert_eq!(entries.len(), 1, "{log}");
    assert!(entries[0].contains("/event/tool"), "{}", entries[0]);
    assert!(!entries[0].contains("Buy milk"), "{}", entries[0]);
}
