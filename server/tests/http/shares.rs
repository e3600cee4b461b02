//! With whom a task is shared. In local mode there is one user, so what others then see is shown by the store's tests.

use serde_json::json;
use taskmanager_client::types::{NewShare, SharePermission};

use super::harness::{Service, as_json, refusal, refused};

#[tokio::test]
async fn put_share_creates_and_changes() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    for (permission, word) in [
        (SharePermission::View, "view"),
        (SharePermission::Edit, "edit"),
    ] {
        let body = NewShare::builder().permission(permission);
        let put = service
            .api
            .put_share()
            .task_id(*task.id)
            .email("dev@example.com")
            .body(body);
        let share = put.send().await.unwrap();
        assert_eq!(
            as_json(&*share),
            json!({
                "task_id": *task.id,
                "email": "dev@example.com",
                "permission": word,
                "created_at": "2026-11-22T09:15:30Z",
            })
        );
        let listed = service
            .api
            .list_shares()
            .task_id(*task.id)
            .send()
            .await
            .unwrap();
        assert_eq!(listed.items, [share.into_inner()]);
    }
}

#[tokio::test]
async fn put_share_takes_addresses_that_need_escaping() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    for email in [
        "first+last@example.com",
        "a/b@example.com",
        "ü%41@exämple.com",
        "a?b#c@example.com",
    ] {
        let body = NewShare::builder().permission(SharePermission::View);
        let share = service
            .api
            .put_share()
            .task_id(*task.id)
            .email(email)
            .body(body)
            .send()
            .await
            .unwrap();
        assert_eq!(share.email.as_str(), email);
        service
            .api
            .delete_share()
            .task_id(*task.id)
            .email(email)
            .send()
            .await
            .unwrap();
    }
}

#[tokio::test]
async fn a_task_is_not_shared_with_its_owner() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let body = NewShare::builder().permission(SharePermission::View);
    let refused = service
        .api
        .put_share()
        .task_id(*task.id)
        .email(task.owner.as_str())
        .body(body)
        .send()
        .await;
    let (status, error) = refusal(refused);
    assert_eq!(
        (status, error.violations[0].location.as_str()),
        (422, "/path/email")
    );
}

#[tokio::test]
async fn list_shares_by_address_in_pages() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    for name in ["dora", "anna", "carl", "bert"] {
        let body = NewShare::builder().permission(SharePermission::View);
        let put = service
            .api
            .put_share()
            .task_id(*task.id)
            .email(format!("{name}@example.com"))
            .body(body);
        put.send().await.unwrap();
    }
    let first = service
        .api
        .list_shares()
        .task_id(*task.id)
        .limit(3)
        .send()
        .await
        .unwrap()
        .into_inner();
    let rest = service
        .api
        .list_shares()
        .task_id(*task.id)
        .page_token(first.next_page.unwrap())
        .send()
        .await
        .unwrap();
    let shares = first.items.iter().chain(&rest.items);
    let names: Vec<&str> = shares
        .map(|share| share.email.split('@').next().unwrap())
        .collect();
    assert_eq!(names, ["anna", "bert", "carl", "dora"]);
    assert_eq!(rest.next_page, None);
}

#[tokio::test]
async fn delete_share_answers_204_and_then_404() {
    let service = Service::start().await;
    let task = service.task("Buy milk").await;
    let body = NewShare::builder().permission(SharePermission::View);
    service
        .api
        .put_share()
        .task_id(*task.id)
        .email("dev@example.com")
        .body(body)
        .send()
        .await
        .unwrap();
    let delete = || {
        service
            .api
            .delete_share()
            .task_id(*task.id)
            .email("dev@example.com")
    };
    assert_eq!(delete().send().await.unwrap().status(), 204);
    assert_eq!(
        refused(delete().send().await),
        (404, "not_found".to_owned())
    );
}

#[tokio::test]
async fn shares_of_a_task_that_is_not_there_are_404() {
    let service = Service::start().await;
    let body = NewShare::builder().permission(SharePermission::View);
    let not_found = (404, "not_found".to_owned());
    assert_eq!(
        refused(service.api.list_shares().task_id(999).send().await),
        not_found
    );
    let put = service
        .api
        .put_share()
        .task_id(999)
        .email("dev@example.com")
        .body(body);
    assert_eq!(refused(put.send().await), not_found);
    assert_eq!(
        refused(
            service
                .api
                .delete_share()
                .task_id(999)
                .email("dev@example.com")
                .send()
                .await
        ),
        not_found
    );
}
