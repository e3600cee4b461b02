//! Sessions: what was said and done, kept in order.

use chrono::TimeDelta;
use serde_json::json;
use taskmanager_client::types::{ChatRequest, RunAnswer, SessionId};

use super::harness::{Service, as_json, refused};

async fn say(service: &Service, message: &str, session: Option<&SessionId>) -> RunAnswer {
    let body = ChatRequest::builder()
        .message(message)
        .session_id(session.cloned());
    service.clock.advance(TimeDelta::seconds(1));
    service
        .api
        .chat()
        .body(body)
        .send()
        .await
        .unwrap()
        .into_inner()
}

#[tokio::test]
async fn list_sessions_the_one_used_last_first() {
    let service = Service::start().await;
    let first = say(&service, "Hello there", None).await.session_id;
    let second = say(&service, "What can you do?", None).await.session_id;
    let third = say(&service, "Thanks", None).await.session_id;
    say(&service, "And again", Some(&first)).await;
    let page = service
        .api
        .list_sessions()
        .limit(2)
        .send()
        .await
        .unwrap()
        .into_inner();
    let ids: Vec<_> = page.items.iter().map(|session| &session.id).collect();
    assert_eq!(ids, [&first, &third]);
    assert_eq!(page.items[0].title, "Hello there");
    let rest = service
        .api
        .list_sessions()
        .page_token(page.next_page.unwrap())
        .send()
        .await
        .unwrap();
    let ids: Vec<_> = rest.items.iter().map(|session| &session.id).collect();
    assert_eq!((ids, &rest.next_page), (vec![&second], &None));
}

#[tokio::test]
async fn get_session_tells_all_that_was_said_and_done() {
    let service = Service::start().await;
    let answer = say(&service, "Create a task to buy milk", None).await;
    let session = service
        .api
        .get_session()
        .session_id(answer.session_id.clone())
        .send()
        .await
        .unwrap()
        .into_inner();
    assert_eq!(
        usize::try_from(session.items_count).unwrap(),
        session.items.len()
    );
    assert_eq!(*session.active_run, None);
    assert_eq!(
        as_json(&session.items[0]),
        json!({"type": "user_message", "text": "Create a task to buy milk"})
    );
    let call = &answer.tool_calls[0];
    let items: Vec<_> = session.items.iter().map(as_json).collect();
    let position = |kind: &str| {
        items
            .iter()
            .position(|item| item["type"] == kind && item["call_id"] == as_json(&call.call_id))
    };
    let (called, result) = (
        position("tool_call").unwrap(),
        position("tool_result").unwrap(),
    );
    assert!(called < result);
    assert_eq!(
        (&items[called]["arguments"], &items[result]["result"]),
        (&call.arguments, &json!(call.result))
    );
    let last = items.last().unwrap();
    assert_eq!(
        (&last["type"], &last["text"]),
        (&json!("assistant_message"), &json!(answer.response))
    );
}

#[tokio::test]
async fn get_session_records_handoffs() {
    let service = Service::start().await;
    service.task("Buy milk").await;
    let answer = say(&service, "Set the deadline of task 1 to next Friday", None).await;
    let session = service
        .api
        .get_session()
        .session_id(answer.session_id)
        .send()
        .await
        .unwrap()
        .into_inner();
    let handoff = session
        .items
        .iter()
        .map(as_json)
        .find(|item| item["type"] == "handoff")
        .expect("a handoff");
    assert_eq!(
        (&handoff["from"], &handoff["to"]),
        (
            &json!("taskmanager-triage"),
            &json!("taskmanager-scheduler")
        )
    );
}

#[tokio::test]
async fn delete_session_answers_204_and_leaves_its_runs() {
    let service = Service::start().await;
    let answer = say(&service, "Hello", None).await;
    let delete = || {
        service
            .api
            .delete_session()
            .session_id(answer.session_id.clone())
    };
    assert_eq!(delete().send().await.unwrap().status(), 204);
    let not_found = (404, "not_found".to_owned());
    assert_eq!(refused(delete().send().await), not_found);
    assert_eq!(
        refused(
            service
                .api
                .get_session()
                .session_id(answer.session_id.clone())
                .send()
                .await
        ),
        not_found
    );
    service
        .api
        .get_run()
        .run_id(answer.run_id.clone())
        .send()
        .await
        .unwrap();
    service
        .api
        .stream_run_events()
        .run_id(answer.run_id)
        .send()
        .await
        .unwrap();
}

#[tokio::test]
async fn a_session_at_work_is_not_deleted() {
    let (service, mut puppet) = Service::with_puppet().await;
    let stream = service
        .send_stream("/chat/stream", &json!({"message": "Hello"}))
        .await;
    let asked = puppet.asked().await;
    let sessions = service
        .api
        .list_sessions()
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    let runs = service
        .api
        .list_runs()
        .send()
        .await
        .unwrap()
        .into_inner()
        .items;
    assert_eq!(as_json(&sessions[0].active_run), as_json(&runs[0].id));
    let delete = || {
        service
            .api
            .delete_session()
            .session_id(sessions[0].id.clone())
    };
    let (status, _) = refused(delete().send().await);
    assert_eq!(status, 409);
    asked.answer("Good morning");
    stream.rest().await;
    assert_eq!(delete().send().await.unwrap().status(), 204);
}
