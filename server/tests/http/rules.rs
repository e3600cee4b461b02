//! 422: requests that can be read but break a rule of the document. Each rule by its own test, and many at once.

use http::Method;
use serde_json::{Value, json};

use super::harness::{Answer, Service};

/// Breaks exactly these rules by creating a task with this body.
macro_rules! bodies {
    ($($test:ident: $body:tt => $($location:literal $rule:literal),+;)*) => {$(
        #[tokio::test]
        async fn $test() {
            let service = Service::start().await;
            service.send(Method::POST, "/tasks", &json!($body)).await.breaks(&[$(($location, $rule)),+]);
            assert_eq!(service.get("/tasks").await.json()["items"], json!([]), "something was stored");
        }
    )*};
}

bodies! {
    a_blank_title: {"title": " \t\n "} => "/body/title" "pattern";
    an_empty_title: {"title": ""} => "/body/title" "minLength", "/body/title" "pattern";
    a_title_of_201_characters: {"title": "ü".repeat(201)} => "/body/title" "maxLength";
    a_title_that_is_a_number: {"title": 5} => "/body/title" "type";
    a_title_that_is_null: {"title": null} => "/body/title" "type";
    no_title: {"description": "x"} => "/body/title" "required";
    an_empty_object: {} => "/body/title" "required";
    a_body_that_is_a_list: [] => "/body" "type";
    a_body_that_is_null: null => "/body" "type";
    a_body_that_is_a_string: "title" => "/body" "type";
    a_description_of_10001_characters: {"title": "x", "description": "d".repeat(10_001)} => "/body/description" "maxLength";
    an_unknown_priority: {"title": "x", "priority": "huge"} => "/body/priority" "enum";
    a_status_for_a_new_task: {"title": "x", "status": "completed"} => "/body/status" "additionalProperties";
    an_unknown_property: {"title": "x", "colour": "red"} => "/body/colour" "additionalProperties";
    a_property_in_the_wrong_case: {"title": "x", "Title": "y"} => "/body/Title" "additionalProperties";
    a_property_with_slashes_and_tildes: {"title": "x", "a/b~c": 1} => "/body/a~1b~0c" "additionalProperties";
    a_deadline_in_another_form: {"title": "x", "deadline": "4.12.2026"} => "/body/deadline" "format";
    a_deadline_that_no_calendar_has: {"title": "x", "deadline": "2026-02-30"} => "/body/deadline" "format";
    a_deadline_with_a_time: {"title": "x", "deadline": "2026-12-04T10:00:00Z"} => "/body/deadline" "format";
    a_deadline_that_is_a_number: {"title": "x", "deadline": 20261204} => "/body/deadline" "type";
    an_assignee_that_is_no_address: {"title": "x", "assignee": "dev"} => "/body/assignee" "pattern";
    an_assignee_that_is_too_long: {"title": "x", "assignee": format!("{}@x", "a".repeat(253))} => "/body/assignee" "maxLength";
    a_tag_that_is_blank: {"title": "x", "tags": ["a", " "]} => "/body/tags/1" "pattern";
    a_tag_of_51_characters: {"title": "x", "tags": ["t".repeat(51)]} => "/body/tags/0" "maxLength";
    a_tag_twice: {"title": "x", "tags": ["a", "b", "a"]} => "/body/tags" "uniqueItems";
    twenty_one_tags: {"title": "x", "tags": (0..21).map(|n| n.to_string()).collect::<Vec<_>>()} => "/body/tags" "maxItems";
    tags_that_are_a_string: {"title": "x", "tags": "a"} => "/body/tags" "type";
    a_parent_that_is_a_fraction: {"title": "x", "parent_id": 1.5} => "/body/parent_id" "type";
    a_dependency_twice: {"title": "x", "depends_on": [1, 1]} => "/body/depends_on" "uniqueItems";
    a_dependency_that_is_a_string: {"title": "x", "depends_on": ["1"]} => "/body/depends_on/0" "type";
}

#[tokio::test]
async fn a_parent_that_is_not_there() {
    let service = Service::start().await;
    let answer = service
        .send(
            Method::POST,
            "/tasks",
            &json!({"title": "x", "parent_id": 999}),
        )
        .await;
    assert_eq!(locations(&answer), ["/body/parent_id"]);
}

#[tokio::test]
async fn a_dependency_that_is_not_there() {
    let service = Service::start().await;
    let task = service.task("x").await;
    let answer = service
        .send(
            Method::POST,
            "/tasks",
            &json!({"title": "x", "depends_on": [*task.id, 999]}),
        )
        .await;
    assert_eq!(locations(&answer), ["/body/depends_on/1"]);
}

#[tokio::test]
async fn a_task_that_is_its_own_ancestor() {
    let service = Service::start().await;
    let (first, second) = (service.task("first").await, service.task("second").await);
    let of =
        |task_id: i64, parent: i64| (format!("/tasks/{task_id}"), json!({"parent_id": parent}));
    let (path, body) = of(*first.id, *first.id);
    assert_eq!(
        locations(&service.send(Method::PATCH, &path, &body).await),
        ["/body/parent_id"]
    );
    let (path, body) = of(*second.id, *first.id);
    assert_eq!(service.send(Method::PATCH, &path, &body).await.status, 200);
    let (path, body) = of(*first.id, *second.id);
    assert_eq!(
        locations(&service.send(Method::PATCH, &path, &body).await),
        ["/body/parent_id"]
    );
}

#[tokio::test]
async fn a_task_that_waits_for_itself() {
    let service = Service::start().await;
    let (first, second) = (service.task("first").await, service.task("second").await);
    let path = |task_id: i64| format!("/tasks/{task_id}");
    let answer = service
        .send(
            Method::PATCH,
            &path(*first.id),
            &json!({"depends_on": [*first.id]}),
        )
        .await;
    assert_eq!(locations(&answer), ["/body/depends_on/0"]);
    assert_eq!(
        service
            .send(
                Method::PATCH,
                &path(*second.id),
                &json!({"depends_on": [*first.id]})
            )
            .await
            .status,
        200
    );
    let answer = service
        .send(
            Method::PATCH,
            &path(*first.id),
            &json!({"depends_on": [*second.id]}),
        )
        .await;
    assert_eq!(locations(&answer), ["/body/depends_on/0"]);
}

#[tokio::test]
async fn an_unknown_status() {
    let service = Service::start().await;
    let task = service.task("x").await;
    let path = format!("/tasks/{}", task.id);
    let status = [("/body/status", "enum")];
    service
        .send(Method::PATCH, &path, &json!({"status": "done"}))
        .await
        .breaks(&status);
    service
        .send(Method::PUT, &path, &json!({"title": "x", "status": "done"}))
        .await
        .breaks(&status);
    service
        .get("/tasks?status=done")
        .await
        .breaks(&[("/query/status", "enum")]);
    assert_eq!(service.read_task(*task.id).await, task);
}

#[tokio::test]
async fn nulls_where_nothing_can_be_cleared() {
    let service = Service::start().await;
    let task = service.task("x").await;
    for property in [
        "title",
        "description",
        "status",
        "priority",
        "tags",
        "depends_on",
    ] {
        let answer = service
            .send(
                Method::PATCH,
                &format!("/tasks/{}", task.id),
                &json!({ property: null }),
            )
            .await;
        answer.breaks(&[(&format!("/body/{property}"), "type")]);
    }
}

/// Breaks exactly these rules by asking for this address.
macro_rules! addresses {
    ($($test:ident: $path:literal => $($location:literal $rule:literal),+;)*) => {$(
        #[tokio::test]
        async fn $test() {
            let service = Service::start().await;
            service.get($path).await.breaks(&[$(($location, $rule)),+]);
        }
    )*};
}

addresses! {
    an_unknown_query_parameter: "/tasks?colour=red" => "/query/colour" "additionalProperties";
    a_query_parameter_where_there_are_none: "/tasks/1?x=1" => "/query/x" "additionalProperties";
    a_query_parameter_in_the_wrong_case: "/tasks?Limit=5" => "/query/Limit" "additionalProperties";
    a_limit_of_nothing: "/tasks?limit=0" => "/query/limit" "minimum";
    a_limit_of_101: "/tasks?limit=101" => "/query/limit" "maximum";
    a_limit_in_words: "/tasks?limit=many" => "/query/limit" "type";
    an_empty_limit: "/tasks?limit=" => "/query/limit" "type";
    a_limit_that_is_a_fraction: "/tasks?limit=1.5" => "/query/limit" "type";
    an_unknown_order: "/tasks?order=random" => "/query/order" "enum";
    a_deadline_before_no_day: "/tasks?deadline_before=tomorrow" => "/query/deadline_before" "format";
    an_assignee_to_filter_by_that_is_no_address: "/tasks?assignee=dev" => "/query/assignee" "pattern";
    an_empty_text_to_search_for: "/tasks?text=" => "/query/text" "minLength";
    a_task_id_in_words: "/tasks/three" => "/path/task_id" "type";
    a_task_id_that_is_a_fraction: "/tasks/1.5" => "/path/task_id" "type";
    a_run_id_that_is_too_long: "/runs/rrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrrr" => "/path/run_id" "maxLength";
    an_unknown_run_status: "/runs?status=sleeping" => "/query/status" "enum";
    a_negative_event_number: "/events?after=-1" => "/query/after" "minimum";
    many_faults_of_one_query: "/tasks?limit=0&order=x&colour=red" =>
        "/query/colour" "additionalProperties", "/query/limit" "minimum", "/query/order" "enum";
}

#[tokio::test]
async fn a_task_id_beyond_all_numbers() {
    let service = Service::start().await;
    let answer = service.get("/tasks/99999999999999999999").await;
    assert_eq!(locations(&answer), ["/path/task_id"]);
}

#[tokio::test]
async fn a_query_parameter_twice() {
    let service = Service::start().await;
    assert_eq!(
        locations(&service.get("/tasks?limit=5&limit=6").await),
        ["/query/limit"]
    );
}

/// Breaks exactly these rules by sending this body to an address under a task.
macro_rules! under_a_task {
    ($($test:ident: $method:ident $path:literal $body:tt => $($location:literal $rule:literal),+;)*) => {$(
        #[tokio::test]
        async fn $test() {
            let service = Service::start().await;
            let task = service.task("x").await;
            let path = format!("/tasks/{}{}", task.id, $path);
            service.send(Method::$method, &path, &json!($body)).await.breaks(&[$(($location, $rule)),+]);
        }
    )*};
}

under_a_task! {
    a_reminder_without_a_time: POST "/reminders" {} => "/body/remind_at" "required";
    a_reminder_without_a_zone: POST "/reminders" {"remind_at": "2026-12-01T08:00:00"} => "/body/remind_at" "format";
    a_reminder_of_nothing: POST "/reminders" {"remind_at": "2026-12-01T08:00:00Z", "message": ""} => "/body/message" "minLength";
    a_reminder_after_the_year_9999_in_utc: POST "/reminders" {"remind_at": "9999-12-31T23:59:59-01:00"} => "/body/remind_at" "format";
    a_reminder_before_the_year_0_in_utc: POST "/reminders" {"remind_at": "0000-01-01T00:00:00+01:00"} => "/body/remind_at" "format";
    a_meeting_that_ends_after_the_year_9999: POST "/meetings" {"attendees": ["a@b"], "starts_at": "9999-12-31T23:59:00Z"} => "/body/starts_at" "format";
    a_meeting_with_nobody: POST "/meetings" {"attendees": []} => "/body/attendees" "minItems";
    a_meeting_with_somebody_twice: POST "/meetings" {"attendees": ["a@b", "a@b"]} => "/body/attendees" "uniqueItems";
    a_meeting_with_no_address: POST "/meetings" {"attendees": ["a@b", "dev"]} => "/body/attendees/1" "pattern";
    a_meeting_of_four_minutes: POST "/meetings" {"attendees": ["a@b"], "duration_minutes": 4} => "/body/duration_minutes" "minimum";
    a_meeting_of_two_days: POST "/meetings" {"attendees": ["a@b"], "duration_minutes": 2880} => "/body/duration_minutes" "maximum";
    an_unknown_permission: PUT "/shares/dev@example.com" {"permission": "own"} => "/body/permission" "enum";
    a_share_with_no_address: PUT "/shares/dev" {"permission": "view"} => "/path/email" "pattern";
    a_blank_question: POST "/help" {"question": "  "} => "/body/question" "pattern";
    a_question_of_4001_characters: POST "/help" {"question": ("x".repeat(4001))} => "/body/question" "maxLength";
    a_blank_question_for_a_stream: POST "/help/stream" {"question": "  "} => "/body/question" "pattern";
    an_unknown_policy_for_busy_sessions: POST "/schedule" {"question": "x", "on_busy": "wait"} => "/body/on_busy" "enum";
}

#[tokio::test]
async fn an_unknown_agent() {
    let service = Service::start().await;
    let answer = service
        .send(
            Method::POST,
            "/chat",
            &json!({"message": "hello", "agent": "taskmanager-oracle"}),
        )
        .await;
    assert!(answer.status == 422 || answer.status == 404, "{answer:?}");
}

#[tokio::test]
async fn an_if_match_that_is_no_entity_tag() {
    let service = Service::start().await;
    let task = service.task("x").await;
    let request = service
        .request(Method::PATCH, &format!("/tasks/{}", task.id))
        .header("if-match", "2");
    Answer::of(request.json(&json!({})))
        .await
        .breaks(&[("/header/If-Match", "pattern")]);
}

#[tokio::test]
async fn an_empty_idempotency_key() {
    let service = Service::start().await;
    let request = service
        .request(Method::POST, "/tasks")
        .header("idempotency-key", "");
    let answer = Answer::of(request.json(&json!({"title": "x"}))).await;
    answer.breaks(&[
        ("/header/Idempotency-Key", "minLength"),
        ("/header/Idempotency-Key", "pattern"),
    ]);
}

#[tokio::test]
async fn a_last_event_id_in_words() {
    let service = Service::start().await;
    let request = service
        .request(Method::GET, "/events")
        .header("last-event-id", "seven");
    Answer::of(request)
        .await
        .breaks(&[("/header/Last-Event-ID", "type")]);
}

#[tokio::test]
async fn violations_never_tell_the_value() {
    let service = Service::start().await;
    let secret = "hunter2-".repeat(40);
    let body = json!({
        "title": secret, "priority": secret, "deadline": secret, "assignee": secret, "tags": secret, "parent_id": secret,
    });
    let answer = service.send(Method::POST, "/tasks", &body).await;
    let mut properties = locations(&answer);
    properties.dedup();
    assert_eq!(properties.len(), 6, "{properties:?}");
    assert!(!answer.text.contains("hunter2"), "{}", answer.text);
}

/// A fault to plant in a request that updates a task.
struct Fault {
    /// Where in the order of violations: path, query, header, body.
    place: usize,
    location: &'static str,
    rule: &'static str,
    plant: fn(&mut Planted),
}

/// The request's parts.
struct Planted {
    task_id: String,
    query: &'static str,
    if_match: &'static str,
    body: Value,
}

const FAULTS: [Fault; 12] = [
    Fault {
        place: 0,
        location: "/path/task_id",
        rule: "type",
        plant: |to| to.task_id = "three".to_owned(),
    },
    Fault {
        place: 1,
        location: "/query/verbose",
        rule: "additionalProperties",
        plant: |to| to.query = "?verbose=1",
    },
    Fault {
        place: 2,
        location: "/header/If-Match",
        rule: "pattern",
        plant: |to| to.if_match = "2",
    },
    Fault {
        place: 3,
        location: "/body/title",
        rule: "pattern",
        plant: |to| to.body["title"] = json!("  "),
    },
    Fault {
        place: 3,
        location: "/body/description",
        rule: "maxLength",
        plant: |to| to.body["description"] = json!("d".repeat(10_001)),
    },
    Fault {
        place: 3,
        location: "/body/status",
        rule: "enum",
        plant: |to| to.body["status"] = json!("done"),
    },
    Fault {
        place: 3,
        location: "/body/priority",
        rule: "type",
        plant: |to| to.body["priority"] = json!(1),
    },
    Fault {
        place: 3,
        location: "/body/deadline",
        rule: "format",
        plant: |to| to.body["deadline"] = json!("2026-13-01"),
    },
    Fault {
        place: 3,
        location: "/body/tags",
        rule: "uniqueItems",
        plant: |to| to.body["tags"] = json!(["a", "a"]),
    },
    Fault {
        place: 3,
        location: "/body/colour",
        rule: "additionalProperties",
        plant: |to| to.body["colour"] = json!("red"),
    },
    Fault {
        place: 3,
        location: "/body/assignee",
        rule: "pattern",
        plant: |to| to.body["assignee"] = json!("dev"),
    },
    Fault {
        place: 3,
        location: "/body/depends_on/0",
        rule: "type",
        plant: |to| to.body["depends_on"] = json!(["1"]),
    },
];

#[tokio::test]
async fn as_many_violations_as_faults_were_planted() {
    let service = Service::start().await;
    let task = service.task("x").await;
    for count in 1..=FAULTS.len() {
        for first in 0..FAULTS.len() {
            let mut planted = Planted {
                task_id: task.id.to_string(),
                query: "",
                if_match: "\"1\"",
                body: json!({"title": "y"}),
            };
            let mut faults: Vec<&Fault> = FAULTS.iter().cycle().skip(first).take(count).collect();
            for fault in &faults {
                (fault.plant)(&mut planted);
            }
            faults.sort_by_key(|fault| (fault.place, fault.location, fault.rule));
            let expected: Vec<_> = faults
                .iter()
                .map(|fault| (fault.location, fault.rule))
                .collect();
            let path = format!("/tasks/{}{}", planted.task_id, planted.query);
            let request = service
                .request(Method::PATCH, &path)
                .header("if-match", planted.if_match);
            Answer::of(request.json(&planted.body))
                .await
                .breaks(&expected);
        }
    }
    assert_eq!(service.read_task(*task.id).await, task);
}

fn locations(answer: &Answer) -> Vec<String> {
    let error = answer.refused(422, "validation_failed");
    let violations = error["violations"].as_array().unwrap();
    violations
        .iter()
        .map(|violation| violation["location"].as_str().unwrap().to_owned())
        .collect()
}
