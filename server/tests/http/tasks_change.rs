//! Reading, replacing, changing and deleting tasks, and the versions that guard them.

use chrono::TimeDelta;
use serde_json::json;
use taskmanager_client::types::{
    NewTask, NullableDate, NullableEmail, NullableTaskId, Priority, Tags, Task, TaskIds,
    TaskReplacement, TaskStatus, TaskUpdate,
};

use super::harness::{Service, as_json, header, refused};

fn nothing() -> TaskUpdate {
    TaskUpdate::default()
}

/// A task with a value everywhere.
async fn full(service: &Service) -> Task {
    let parent = service.task("Plan the launch").await;
    let task = NewTask::builder()
        .title("Write the announcement")
        .description("Half a page")
        .priority(Priority::High)
        .deadline(NullableDate(Some("2026-12-04".parse().unwrap())))
        .tags(Tags(vec!["launch".parse().unwrap()]))
        .assignee(NullableEmail(Some("dev@example.com".parse().unwrap())))
        .parent_id(NullableTaskId(Some(*parent.id)))
        .depends_on(TaskIds(vec![parent.id.clone()]));
    service.new_task(task).await
}

#[tokio::test]
async fn get_task_answers_with_its_version_as_etag() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let first = service
        .api
        .get_task()
        .task_id(*task.id)
        .send()
        .await
        .unwrap();
    let again = service
        .api
        .get_task()
        .task_id(*task.id)
        .send()
        .await
        .unwrap();
    assert_eq!(header(&first, "etag"), header(&again, "etag"));
    let body = TaskUpdate {
        title: Some("Buy oat milk".parse().unwrap()),
        ..nothing()
    };
    let changed = service
        .api
        .update_task()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap();
    assert_ne!(header(&first, "etag"), header(&changed, "etag"));
    assert_eq!((first.version, changed.version), (1, 2));
}

#[tokio::test]
async fn a_task_that_is_not_there_is_404() {
    let service = Service::start().await;
    let task_id = 999;
    let not_found = (404, "not_found".to_owned());
    assert_eq!(
        refused(service.api.get_task().task_id(task_id).send().await),
        not_found
    );
    let replacement = TaskReplacement::builder().title("x");
    assert_eq!(
        refused(
            service
                .api
                .replace_task()
                .task_id(task_id)
                .body(replacement)
                .send()
                .await
        ),
        not_found
    );
    assert_eq!(
        refused(
            service
                .api
                .update_task()
                .task_id(task_id)
                .body(nothing())
                .send()
                .await
        ),
        not_found
    );
    assert_eq!(
        refused(service.api.delete_task().task_id(task_id).send().await),
        not_found
    );
}

#[tokio::test]
async fn numbers_that_no_task_has_are_404_as_well() {
    let service = Service::start().await;
    for path in ["/tasks/0", "/tasks/-1", "/tasks/9223372036854775807"] {
        service.get(path).await.refused(404, "not_found");
    }
}

#[tokio::test]
async fn replace_task_puts_what_is_left_out_back_to_its_default() {
    let service = Service::start().await;
    let task = full(&service).await;
    service.clock.advance(TimeDelta::minutes(5));
    let body = TaskReplacement::builder()
        .title("Another one")
        .status(TaskStatus::InProgress);
    let answer = service
        .api
        .replace_task()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 200);
    assert_eq!(
        as_json(&*answer),
        json!({
            "id": *task.id,
            "title": "Another one",
            "description": "",
            "status": "in_progress",
            "priority": "normal",
            "deadline": null,
            "tags": [],
            "assignee": null,
            "parent_id": null,
            "depends_on": [],
            "owner": as_json(&task.owner),
            "version": 2,
            "created_at": "2026-11-22T09:15:30Z",
            "updated_at": "2026-11-22T09:20:30Z",
            "completed_at": null,
        })
    );
    assert_eq!(service.read_task(*task.id).await, *answer);
}

#[tokio::test]
async fn replace_task_with_a_value_for_everything() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let other = service.task("Go to the shop").await;
    let body = TaskReplacement::builder()
        .title("Buy cheese")
        .description("A lot")
        .status(TaskStatus::Completed)
        .priority(Priority::Urgent)
        .deadline(NullableDate(Some("2027-01-31".parse().unwrap())))
        .tags(Tags(vec!["food".parse().unwrap()]))
        .assignee(NullableEmail(Some("dev@example.com".parse().unwrap())))
        .parent_id(NullableTaskId(Some(*other.id)))
        .depends_on(TaskIds(vec![other.id.clone()]));
    let stored = service
        .api
        .replace_task()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap();
    let expected = json!({
        "title": "Buy cheese", "description": "A lot", "status": "completed", "priority": "urgent",
        "deadline": "2027-01-31", "tags": ["food"], "assignee": "dev@example.com", "parent_id": *other.id,
        "depends_on": [*other.id], "completed_at": "2026-11-22T09:15:30Z",
    });
    let stored = as_json(&*stored);
    for (property, value) in expected.as_object().unwrap() {
        assert_eq!(stored[property], *value, "{property}");
    }
}

#[tokio::test]
async fn update_task_leaves_what_is_left_out() {
    let service = Service::start().await;
    let task = full(&service).await;
    service.clock.advance(TimeDelta::minutes(5));
    let body = TaskUpdate {
        priority: Some(Priority::Low),
        ..nothing()
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
    let expected = Task {
        priority: Priority::Low,
        version: 2,
        updated_at: task.updated_at + TimeDelta::minutes(5),
        ..task
    };
    assert_eq!(changed, expected);
}

#[tokio::test]
async fn update_task_clears_with_null_and_empty_lists() {
    let service = Service::start().await;
    let task = full(&service).await;
    let body = TaskUpdate {
        deadline: Some(NullableDate(None)),
        assignee: Some(NullableEmail(None)),
        parent_id: Some(NullableTaskId(None)),
        tags: Some(Tags(Vec::new())),
        depends_on: Some(TaskIds(Vec::new())),
        description: Some("".parse().unwrap()),
        ..nothing()
    };
    let cleared = service
        .api
        .update_task()
        .task_id(*task.id)
        .body(body)
        .send()
        .await
        .unwrap();
    assert_eq!(
        (*cleared.deadline, &*cleared.assignee, *cleared.parent_id),
        (None, &None, None)
    );
    assert!(
        cleared.tags.is_empty() && cleared.depends_on.is_empty() && cleared.description.is_empty()
    );
    assert_eq!(service.read_task(*task.id).await, *cleared);
}

#[tokio::test]
async fn update_task_sets_each_property() {
    let service = Service::start().await;
    let other = service.task("Another").await;
    let task = service.task("Buy milk").await;
    let updates = [
        ("title", json!("Buy cheese")),
        ("description", json!("A lot")),
        ("status", json!("in_progress")),
        ("priority", json!("urgent")),
        ("deadline", json!("2028-02-29")),
        ("tags", json!(["a", "b"])),
        ("assignee", json!("dev@example.com")),
        ("parent_id", json!(*other.id)),
        ("depends_on", json!([*other.id])),
    ];
    for (property, value) in updates {
        let body: TaskUpdate = serde_json::from_value(json!({ property: value })).unwrap();
        service
            .api
            .update_task()
            .task_id(*task.id)
            .body(body)
            .send()
            .await
            .unwrap();
        assert_eq!(as_json(&service.read_task(*task.id).await)[property], value);
    }
}

#[tokio::test]
async fn update_task_remembers_when_a_task_was_completed() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let to = |status| TaskUpdate {
        status: Some(status),
        ..nothing()
    };
    service.clock.advance(TimeDelta::minutes(1));
    let done = service
        .api
        .update_task()
        .task_id(*task.id)
        .body(to(TaskStatus::Completed))
        .send()
        .await
        .unwrap();
    assert_eq!(
        *done.completed_at,
        Some(task.created_at + TimeDelta::minutes(1))
    );
    let reopened = service
        .api
        .update_task()
        .task_id(*task.id)
        .body(to(TaskStatus::Pending))
        .send()
        .await
        .unwrap();
    assert_eq!(*reopened.completed_at, None);
}

#[tokio::test]
async fn update_task_only_at_the_version_of_if_match() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let at_first = header(
        &service
            .api
            .get_task()
            .task_id(*task.id)
            .send()
            .await
            .unwrap(),
        "etag",
    );
    let rename = |title: &str| TaskUpdate {
        title: Some(title.parse().unwrap()),
        ..nothing()
    };
    let update = || service.api.update_task().task_id(*task.id);
    let second = update()
        .if_match(&*at_first)
        .body(rename("second"))
        .send()
        .await
        .unwrap();
    let too_late = update()
        .if_match(&*at_first)
        .body(rename("too late"))
        .send()
        .await;
    assert_eq!(refused(too_late), (412, "precondition_failed".to_owned()));
    assert_eq!(*service.read_task(*task.id).await.title, "second");
    let current = header(&second, "etag");
    update()
        .if_match(format!("\"999\", {current}"))
        .body(rename("third"))
        .send()
        .await
        .unwrap();
    update()
        .if_match("*")
        .body(rename("fourth"))
        .send()
        .await
        .unwrap();
    let weak = format!("W/\"{}\"", service.read_task(*task.id).await.version);
    assert_eq!(
        refused(update().if_match(weak).body(rename("weak")).send().await),
        (412, "precondition_failed".to_owned())
    );
}

#[tokio::test]
async fn replace_task_only_at_the_version_of_if_match() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let etag = header(
        &service
            .api
            .get_task()
            .task_id(*task.id)
            .send()
            .await
            .unwrap(),
        "etag",
    );
    let replace = || {
        service
            .api
            .replace_task()
            .task_id(*task.id)
            .body(TaskReplacement::builder().title("new"))
    };
    replace().if_match(&*etag).send().await.unwrap();
    assert_eq!(
        refused(replace().if_match(&*etag).send().await),
        (412, "precondition_failed".to_owned())
    );
}

#[tokio::test]
async fn delete_task_only_at_the_version_of_if_match() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let delete = || service.api.delete_task().task_id(*task.id);
    assert_eq!(
        refused(delete().if_match("\"7\"").send().await),
        (412, "precondition_failed".to_owned())
    );
    let etag = header(
        &service
            .api
            .get_task()
            .task_id(*task.id)
            .send()
            .await
            .unwrap(),
        "etag",
    );
    delete().if_match(etag).send().await.unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_many_updates_at_one_version_one_wins() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let etag = header(
        &service
            .api
            .get_task()
            .task_id(*task.id)
            .send()
            .await
            .unwrap(),
        "etag",
    );
    let updates = (0..20).map(|number| {
        let body = TaskUpdate {
            title: Some(format!("by {number}").parse().unwrap()),
            ..nothing()
        };
        service
            .api
            .update_task()
            .task_id(*task.id)
            .if_match(&*etag)
            .body(body)
            .send()
    });
    let results = futures::future::join_all(updates).await;
    let won: Vec<_> = results
        .iter()
        .filter_map(|result| result.as_ref().ok())
        .collect();
    assert_eq!(won.len(), 1);
    assert_eq!(service.read_task(*task.id).await, **won[0]);
}

#[tokio::test]
async fn delete_task_answers_204_and_the_task_is_gone() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let answer = service
        .api
        .delete_task()
        .task_id(*task.id)
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 204);
    assert_eq!(
        refused(service.api.get_task().task_id(*task.id).send().await),
        (404, "not_found".to_owned())
    );
    assert_eq!(
        refused(service.api.delete_task().task_id(*task.id).send().await),
        (404, "not_found".to_owned())
    );
    // Numbers aren't given twice: somebody may still have the old one in mind.
    assert_eq!(*service.task("Buy cheese").await.id, *task.id + 1);
}

#[tokio::test]
async fn delete_task_frees_those_that_refer_to_it() {
    let service = Service::start().await;
    let task = full(&service).await;
    let parent = task.parent_id.unwrap();
    service
        .api
        .delete_task()
        .task_id(parent)
        .send()
        .await
        .unwrap();
    let orphan = service.read_task(*task.id).await;
    assert_eq!((*orphan.parent_id, orphan.depends_on.len()), (None, 0));
}
