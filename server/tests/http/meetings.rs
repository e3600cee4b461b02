//! Meetings about tasks, and the free slots that they find.

use chrono::TimeDelta;
use serde_json::json;
use taskmanager_client::types::{Attendees, NewMeeting, NewWorkingHours, ProfileUpdate, Weekday};

use super::harness::{Service, as_json, header, refused, utc};

fn with_dev() -> taskmanager_client::types::builder::NewMeeting {
    NewMeeting::builder().attendees(Attendees(vec!["dev@example.com".parse().unwrap()]))
}

#[tokio::test]
async fn create_meeting_at_the_time_asked_for() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let body = with_dev()
        .title(Some("Which milk?".parse().unwrap()))
        .duration_minutes(45)
        .starts_at(utc("2026-12-01T10:00:00Z"));
    let answer = service
        .api
        .create_meeting()
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
            "title": "Which milk?",
            "attendees": ["dev@example.com"],
            "starts_at": "2026-12-01T10:00:00Z",
            "ends_at": "2026-12-01T10:45:00Z",
            "duration_minutes": 45,
            "created_at": "2026-11-22T09:15:30Z",
        })
    );
    let location = header(&answer, "location");
    assert_eq!(
        location,
        format!("/tasks/{}/meetings/{}", task.id, *answer.id)
    );
    assert_eq!(service.get(&location).await.json(), as_json(&*answer));
}

#[tokio::test]
async fn create_meeting_in_the_first_free_slot_of_the_working_hours() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let hours = NewWorkingHours {
        days: vec![Weekday::Tuesday],
        start: "10:00".parse().unwrap(),
        end: "12:00".parse().unwrap(),
    };
    let profile = ProfileUpdate::builder()
        .working_hours(Some(hours))
        .time_zone(Some("Europe/Berlin".parse().unwrap()));
    service.api.update_me().body(profile).send().await.unwrap();
    // Two hours on Tuesdays, in Berlin an hour ahead of UTC: two meetings of an hour, then it is next week.
    for expected in [
        "2026-11-24T09:00:00Z",
        "2026-11-24T10:00:00Z",
        "2026-12-01T09:00:00Z",
    ] {
        let body = with_dev().duration_minutes(60);
        let meeting = service
            .api
            .create_meeting()
            .task_id(*task.id)
            .body(body)
            .send()
            .await
            .unwrap();
        assert_eq!(meeting.starts_at, utc(expected));
        assert_eq!(meeting.ends_at - meeting.starts_at, TimeDelta::hours(1));
    }
}

#[tokio::test]
async fn create_meeting_takes_the_task_s_title_and_half_an_hour_by_default() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let meeting = service
        .api
        .create_meeting()
        .task_id(*task.id)
        .body(with_dev())
        .send()
        .await
        .unwrap();
    assert_eq!(
        (meeting.title.as_str(), meeting.duration_minutes),
        ("Buy milk", 30)
    );
    assert!(meeting.starts_at > service.clock.now());
}

#[tokio::test]
async fn no_free_slot_in_thirty_days_is_409() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let hours = NewWorkingHours {
        days: vec![Weekday::Monday],
        start: "09:00".parse().unwrap(),
        end: "10:00".parse().unwrap(),
    };
    service
        .api
        .update_me()
        .body(ProfileUpdate::builder().working_hours(Some(hours)))
        .send()
        .await
        .unwrap();
    let body = with_dev().duration_minutes(61);
    let refusal = service
        .api
        .create_meeting()
        .task_id(*task.id)
        .body(body)
        .send()
        .await;
    assert_eq!(refused(refusal), (409, "conflict".to_owned()));
}

#[tokio::test]
async fn get_meeting_reads_one_of_this_task_only() {
    let service = Service::start().await;
    let (task, other) = (
        service.task("Buy milk").await,
        service.task("Buy cheese").await,
    );
    let created = service
        .api
        .create_meeting()
        .task_id(*task.id)
        .body(with_dev())
        .send()
        .await
        .unwrap();
    let get = |task_id| {
        service
            .api
            .get_meeting()
            .task_id(task_id)
            .meeting_id(created.id.clone())
    };
    assert_eq!(*get(*task.id).send().await.unwrap(), *created);
    assert_eq!(
        refused(get(*other.id).send().await),
        (404, "not_found".to_owned())
    );
}

#[tokio::test]
async fn list_meetings_earliest_first_in_pages() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    for day in [3, 1, 2] {
        let body = with_dev().starts_at(utc("2026-12-01T10:00:00Z") + TimeDelta::days(day));
        service
            .api
            .create_meeting()
            .task_id(*task.id)
            .body(body)
            .send()
            .await
            .unwrap();
    }
    let whole = service
        .api
        .list_meetings()
        .task_id(*task.id)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(whole.items.len(), 3);
    assert!(whole.items.is_sorted_by_key(|meeting| meeting.starts_at));
    let first = service
        .api
        .list_meetings()
        .task_id(*task.id)
        .limit(2)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(first.items, whole.items[..2]);
    let rest = service
        .api
        .list_meetings()
        .task_id(*task.id)
        .page_token(first.next_page.unwrap())
        .send()
        .await
        .unwrap();
    assert_eq!(rest.items, whole.items[2..]);
}

#[tokio::test]
async fn delete_meeting_answers_204_and_its_time_is_free_again() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let create = || {
        service
            .api
            .create_meeting()
            .task_id(*task.id)
            .body(with_dev())
    };
    let first = create().send().await.unwrap();
    let second = create().send().await.unwrap();
    assert!(second.starts_at >= first.ends_at);
    let delete = || {
        service
            .api
            .delete_meeting()
            .task_id(*task.id)
            .meeting_id(first.id.clone())
    };
    assert_eq!(delete().send().await.unwrap().status(), 204);
    assert_eq!(
        refused(delete().send().await),
        (404, "not_found".to_owned())
    );
    assert_eq!(create().send().await.unwrap().starts_at, first.starts_at);
}

#[tokio::test]
async fn meetings_of_a_task_that_is_not_there_are_404() {
    let service = Service::start().await;
    let not_found = (404, "not_found".to_owned());
    assert_eq!(
        refused(
            service
                .api
                .create_meeting()
                .task_id(999)
                .body(with_dev())
                .send()
                .await
        ),
        not_found
    );
    assert_eq!(
        refused(service.api.list_meetings().task_id(999).send().await),
        not_found
    );
    assert_eq!(
        refused(
            service
                .api
                .get_meeting()
                .task_id(999)
                .meeting_id("mtg_x")
                .send()
                .await
        ),
        not_found
    );
    assert_eq!(
        refused(
            service
                .api
                .delete_meeting()
                .task_id(999)
                .meeting_id("mtg_x")
                .send()
                .await
        ),
        not_found
    );
}
