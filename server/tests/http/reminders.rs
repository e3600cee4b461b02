//! Reminders of tasks.

use chrono::TimeDelta;
use serde_json::json;
use taskmanager_client::types::NewReminder;

use super::harness::{Service, as_json, header, refused, utc};

#[tokio::test]
async fn create_reminder_stores_it() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let body = NewReminder::builder()
        .remind_at(utc("2026-12-01T08:00:00Z"))
        .message(Some("The shop closes at noon".parse().unwrap()));
    let answer = service
        .api
        .create_reminder()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 201);
    assert_eq!(
        as_json(&*answer),
        json!({
            "id": as_json(&answer.id),
            "task_id": *task.id,
            "remind_at": "2026-12-01T08:00:00Z",
            "message": "The shop closes at noon",
            "created_at": "2026-11-22T09:15:30Z",
            "fired_at": null,
        })
    );
    let location = header(&answer, "location");
    assert_eq!(
        location,
        format!("/tasks/{}/reminders/{}", task.id, *answer.id)
    );
    assert_eq!(service.get(&location).await.json(), as_json(&*answer));
}

#[tokio::test]
async fn create_reminder_takes_any_offset_and_answers_in_utc() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let sent = json!({"remind_at": "2026-12-01T09:00:00+01:00"});
    let answer = service
        .send(
            http::Method::POST,
            &format!("/tasks/{}/reminders", task.id),
            &sent,
        )
        .await;
    assert_eq!(answer.json()["remind_at"], "2026-12-01T08:00:00Z");
    assert_eq!(answer.json()["message"], json!(null));
    let body = NewReminder::builder().remind_at(utc("2026-12-01T08:00:00Z"));
    service
        .api
        .create_reminder()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap();
}

#[tokio::test]
async fn get_reminder_reads_one_of_this_task_only() {
    let service = Service::start().await;
    let (task, other) = (
        service.task("Buy milk").await,
        service.task("Buy cheese").await,
    );
    let body = NewReminder::builder().remind_at(utc("2026-12-01T08:00:00Z"));
    let created = service
        .api
        .create_reminder()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap();
    let get = |task_id| {
        service
            .api
            .get_reminder()
            .task_id(task_id)
            .reminder_id(created.id.clone())
    };
    assert_eq!(*get(*task.id).send().await.unwrap(), *created);
    assert_eq!(
        refused(get(*other.id).send().await),
        (404, "not_found".to_owned())
    );
    let unknown = service
        .api
        .get_reminder()
        .task_id(*task.id)
        .reminder_id("rem_unknown")
        .send()
        .await;
    assert_eq!(refused(unknown), (404, "not_found".to_owned()));
}

#[tokio::test]
async fn list_reminders_earliest_first_in_pages() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    for day in [3, 1, 5, 2, 4] {
        let body =
            NewReminder::builder().remind_at(utc("2026-12-01T08:00:00Z") + TimeDelta::days(day));
        service
            .api
            .create_reminder()
            .task_id(*task.id)
            .body(body)
            .send()
            .await
            .unwrap();
    }
    let whole = service
        .api
        .list_reminders()
        .task_id(*task.id)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(whole.items.len(), 5);
    assert!(whole.items.is_sorted_by_key(|reminder| reminder.remind_at));
    let mut paged = Vec::new();
    let mut page = service
        .api
        .list_reminders()
        .task_id(*task.id)
        .limit(2)
        .send()
        .await
        .unwrap()
        .into_inner();
    loop {
        paged.extend(page.items);
        let Some(token) = page.next_page else { break };
        page = service
            .api
            .list_reminders()
            .task_id(*task.id)
            .limit(2)
            .page_token(token)
            .send()
            .await
            .unwrap()
            .into_inner();
    }
    assert_eq!(paged, whole.items);
}

#[tokio::test]
async fn delete_reminder_answers_204_and_it_is_gone() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let body = NewReminder::builder().remind_at(utc("2026-12-01T08:00:00Z"));
    let created = service
        .api
        .create_reminder()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap();
    let delete = || {
        service
            .api
            .delete_reminder()
            .task_id(*task.id)
            .reminder_id(created.id.clone())
    };
    assert_eq!(delete().send().await.unwrap().status(), 204);
    assert_eq!(
        refused(delete().send().await),
        (404, "not_found".to_owned())
    );
}

#[tokio::test]
async fn reminders_of_a_task_that_is_not_there_are_404() {
    let service = Service::start().await;
    let body = NewReminder::builder().remind_at(utc("2026-12-01T08:00:00Z"));
    let not_found = (404, "not_found".to_owned());
    assert_eq!(
        refused(
            service
                .api
                .create_reminder()
                .task_id(999)
                .body(body)
                .send()
                .await
        ),
        not_found
    );
    assert_eq!(
        refused(service.api.list_reminders().task_id(999).send().await),
        not_found
    );
    assert_eq!(
        refused(
            service
                .api
                .get_reminder()
                .task_id(999)
                .reminder_id("rem_x")
                .send()
                .await
        ),
        not_found
    );
    assert_eq!(
        refused(
            service
                .api
                .delete_reminder()
                .task_id(999)
                .reminder_id("rem_x")
                .send()
                .await
        ),
        not_found
    );
}
