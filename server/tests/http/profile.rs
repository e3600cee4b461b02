//! The caller's own profile; in local mode that of the one local user.

use chrono::TimeDelta;
use serde_json::json;
use taskmanager_client::types::{NewWorkingHours, ProfileUpdate, Weekday};

use super::harness::{Service, as_json};

#[tokio::test]
async fn get_me_is_the_owner_of_new_tasks() {
    let service = Service::start().await;
    let me = service.api.get_me().send().await.unwrap();
    assert_eq!(service.task("Buy milk").await.owner, me.email);
}

#[tokio::test]
async fn update_me_changes_what_it_names_and_leaves_the_rest() {
    let service = Service::start().await;
    let before = service.api.get_me().send().await.unwrap().into_inner();
    service.clock.advance(TimeDelta::minutes(1));
    let body = ProfileUpdate::builder().time_zone(Some("Europe/Berlin".parse().unwrap()));
    let zoned = service
        .api
        .update_me()
        .body(body)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(zoned.time_zone.as_str(), "Europe/Berlin");
    assert_eq!(
        (&zoned.name, &zoned.working_hours),
        (&before.name, &before.working_hours)
    );
    assert_eq!(
        (&zoned.email, zoned.created_at),
        (&before.email, before.created_at)
    );
    assert!(zoned.updated_at > before.updated_at);
    let hours = NewWorkingHours {
        days: vec![Weekday::Monday, Weekday::Saturday],
        start: "08:30".parse().unwrap(),
        end: "12:00".parse().unwrap(),
    };
    let body = ProfileUpdate::builder()
        .name(Some("Ana".parse().unwrap()))
        .working_hours(Some(hours));
    let named = service
        .api
        .update_me()
        .body(body)
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        (named.name.as_str(), named.time_zone.as_str()),
        ("Ana", "Europe/Berlin")
    );
    assert_eq!(
        as_json(&named.working_hours),
        json!({"days": ["monday", "saturday"], "start": "08:30", "end": "12:00"})
    );
    assert_eq!(
        service.api.get_me().send().await.unwrap().into_inner(),
        named
    );
}

#[tokio::test]
async fn update_me_with_nothing_changes_nothing() {
    let service = Service::start().await;
    let before = service.api.get_me().send().await.unwrap().into_inner();
    let after = service
        .api
        .update_me()
        .body(ProfileUpdate::default())
        .send()
        .await
        .unwrap();
    assert_eq!(
        (&after.name, &after.time_zone, &after.working_hours),
        (&before.name, &before.time_zone, &before.working_hours)
    );
}

#[tokio::test]
async fn a_time_zone_that_nobody_lives_in_is_refused() {
    let service = Service::start().await;
    let answer = service
        .send(
            http::Method::PATCH,
            "/users/me",
            &json!({"time_zone": "Mars/Olympus"}),
        )
        .await;
    let error = answer.refused(422, "validation_failed");
    assert_eq!(error["violations"][0]["location"], "/body/time_zone");
}

#[tokio::test]
async fn working_hours_that_end_before_they_begin_are_refused() {
    let service = Service::start().await;
    for (start, end) in [("17:00", "09:00"), ("09:00", "09:00")] {
        let hours = json!({"working_hours": {"days": ["monday"], "start": start, "end": end}});
        let error = service
            .send(http::Method::PATCH, "/users/me", &hours)
            .await
            .refused(422, "validation_failed");
        let location = error["violations"][0]["location"].as_str().unwrap();
        assert!(location.starts_with("/body/working_hours"), "{error}");
    }
}
