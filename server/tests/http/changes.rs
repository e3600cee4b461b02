//! The stream of the caller's changes.

use chrono::TimeDelta;
use futures::TryStreamExt;
use http::Method;
use taskmanager_client::stream::{EventStream, StreamEvent};
use taskmanager_client::types::{ChatRequest, NewReminder, TaskEvent, TaskStatus, TaskUpdate};

use super::harness::Service;

async fn next(stream: &mut EventStream<TaskEvent>) -> StreamEvent<TaskEvent> {
    stream
        .try_next()
        .await
        .unwrap()
        .expect("the stream doesn't end by itself")
}

#[tokio::test]
async fn stream_events_tells_of_each_change_as_it_happens() {
    let service = Service::start().await;
    let mut stream = service.api.stream_events().send_events().await.unwrap();
    let task = service.task("Buy milk").await;
    let TaskEvent::TaskCreated { task: told, at } = next(&mut stream).await.event else {
        panic!("a created task")
    };
    assert_eq!((told, at), (task.clone(), service.clock.now()));
    let body = TaskUpdate {
        status: Some(TaskStatus::Completed),
        ..TaskUpdate::default()
    };
    let changed = service
        .api
        .update_task()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap()
        .into_inner();
    let TaskEvent::TaskUpdated { task: told, .. } = next(&mut stream).await.event else {
        panic!("an updated task")
    };
    assert_eq!(told, changed);
    service
        .api
        .delete_task()
        .task_id(*task.id)
        .send()
        .await
        .unwrap();
    let TaskEvent::TaskDeleted { task_id, .. } = next(&mut stream).await.event else {
        panic!("a deleted task")
    };
    assert_eq!(task_id, task.id);
}

#[tokio::test]
async fn stream_events_begins_with_what_comes_next() {
    let service = Service::start().await;
    service.task("Before").await;
    let mut stream = service.api.stream_events().send_events().await.unwrap();
    service.task("After").await;
    let TaskEvent::TaskCreated { task, .. } = next(&mut stream).await.event else {
        panic!("a created task")
    };
    assert_eq!(&*task.title, "After");
}

#[tokio::test]
async fn stream_events_resumes_after_any_number_without_loss() {
    let service = Service::start().await;
    let mut stream = service.api.stream_events().send_events().await.unwrap();
    for number in 0..5 {
        service.task(&format!("task {number}")).await;
    }
    let mut all = Vec::new();
    for _ in 0..5 {
        all.push(next(&mut stream).await);
    }
    drop(stream);
    for (position, seen) in all.iter().enumerate() {
        let id = i64::try_from(seen.id.unwrap()).unwrap();
        let mut by_header = service
            .api
            .stream_events()
            .last_event_id(id)
            .send_events()
            .await
            .unwrap();
        let mut by_query = service
            .api
            .stream_events()
            .after(id)
            .send_events()
            .await
            .unwrap();
        for expected in &all[position + 1..] {
            assert_eq!(next(&mut by_header).await, *expected);
            assert_eq!(next(&mut by_query).await, *expected);
        }
    }
    let first = i64::try_from(all[0].id.unwrap()).unwrap();
    let last = i64::try_from(all[4].id.unwrap()).unwrap();
    let mut both = service
        .api
        .stream_events()
        .last_event_id(first)
        .after(last)
        .send_events()
        .await
        .unwrap();
    assert_eq!(
        next(&mut both).await,
        all[1],
        "the header goes before the query"
    );
}

#[tokio::test]
async fn stream_events_tells_what_agents_do() {
    let service = Service::start().await;
    let mut stream = service.api.stream_events().send_events().await.unwrap();
    let body = ChatRequest::builder().message("Create a task to buy milk");
    service.api.chat().body(body).send().await.unwrap();
    let TaskEvent::TaskCreated { task, .. } = next(&mut stream).await.event else {
        panic!("a created task")
    };
    assert!(task.title.to_lowercase().contains("buy milk"));
}

#[tokio::test]
async fn stream_events_tells_of_reminders_when_they_are_due_and_once() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let mut stream = service.api.stream_events().send_events().await.unwrap();
    let remind = async |at| {
        let body = NewReminder::builder()
            .remind_at(at)
            .message(Some("The shop closes".parse().unwrap()));
        service
            .api
            .create_reminder()
            .task_id(*task.id)
            .body(body)
            .send()
            .await
            .unwrap()
            .into_inner()
    };
    let later = remind(service.clock.now() + TimeDelta::hours(1)).await;
    let overdue = remind(service.clock.now() - TimeDelta::hours(1)).await;
    let due = async |stream: &mut EventStream<TaskEvent>| {
        let TaskEvent::ReminderDue {
            reminder,
            task_title,
            ..
        } = next(stream).await.event
        else {
            panic!("a reminder")
        };
        assert_eq!(&*task_title, "Buy milk");
        reminder
    };
    let fired = due(&mut stream).await;
    assert_eq!(
        (&fired.id, *fired.fired_at),
        (&overdue.id, Some(service.clock.now()))
    );
    // The service sleeps until the next one is due; another reminder makes it look at the clock.
    service.clock.advance(TimeDelta::hours(2));
    let last = remind(service.clock.now() - TimeDelta::minutes(1)).await;
    assert_eq!(due(&mut stream).await.id, later.id);
    assert_eq!(due(&mut stream).await.id, last.id);
    let read = service
        .api
        .get_reminder()
        .task_id(*task.id)
        .reminder_id(later.id)
        .send()
        .await
        .unwrap();
    assert_eq!(*read.fired_at, Some(service.clock.now()));
}

#[tokio::test]
async fn a_deleted_reminder_never_fires() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let mut stream = service.api.stream_events().send_events().await.unwrap();
    let remind = async |at| {
        let body = NewReminder::builder().remind_at(at);
        service
            .api
            .create_reminder()
            .task_id(*task.id)
            .body(body)
            .send()
            .await
            .unwrap()
            .into_inner()
    };
    let deleted = remind(service.clock.now() + TimeDelta::hours(1)).await;
    service
        .api
        .delete_reminder()
        .task_id(*task.id)
        .reminder_id(deleted.id)
        .send()
        .await
        .unwrap();
    service.clock.advance(TimeDelta::hours(2));
    let kept = remind(service.clock.now()).await;
    let TaskEvent::ReminderDue { reminder, .. } = next(&mut stream).await.event else {
        panic!("a reminder")
    };
    assert_eq!(reminder.id, kept.id);
}

#[tokio::test]
async fn the_stream_ends_when_the_service_stops() {
    let mut service = Service::start().await;
    let request = service.request(Method::GET, "/events");
    let stream = super::harness::RawStream::of(request).await;
    let (frames, ()) = futures::join!(stream.rest(), service.stop());
    assert_eq!(frames, []);
}
