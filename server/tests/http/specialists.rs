//! Requests that need two specialists are one run, in which each does its part; with the offline model, and with a
//! scripted one in its place.

use serde_json::json;
use taskmanager_client::types::{Meeting, RunAnswer, Task};

use super::agents::{ask, chain, deeds, with_task};
use super::harness::Service;

/// Today is Sunday, 22 November 2026.
const REQUEST: &str =
    "a meeting next Tuesday with ops@example.com, and move the deadline to the Friday after";

async fn meetings(service: &Service, task: &Task) -> Vec<Meeting> {
    let listed = service.api.list_meetings().task_id(*task.id).send().await;
    listed.unwrap().into_inner().items
}

/// Checks what was stored.
async fn check(service: &Service, task: &Task, answer: &RunAnswer) {
    assert_eq!(deeds(answer), ["create_meeting", "set_deadline"]);
    assert_eq!(
        chain(answer),
        ["triage", "collaboration", "triage", "scheduler"]
    );
    let stored = service.read_task(*task.id).await;
    assert_eq!(*stored.deadline, Some("2026-11-27".parse().unwrap()));
    let meetings = meetings(service, task).await;
    let [meeting] = &meetings[..] else {
        panic!("{meetings:?}")
    };
    assert_eq!(
        meeting.starts_at.date_naive(),
        "2026-11-24".parse().unwrap()
    );
    let attendees: Vec<&str> = meeting
        .attendees
        .iter()
        .map(|email| email.as_str())
        .collect();
    assert_eq!(attendees, ["ops@example.com"]);
}

#[tokio::test]
async fn each_part_is_done_by_its_specialist() {
    let (service, task) = with_task().await;
    let answer = ask(&service, &task, REQUEST).await;
    check(&service, &task, &answer).await;
    assert!(
        answer.response.contains("ops@example.com") && answer.response.contains("November 27"),
        "{}",
        answer.response
    );
}

#[tokio::test]
async fn a_scripted_model_goes_the_same_way() {
    let (service, mut puppet) = Service::with_puppet().await;
    let task = service.task("Write the launch announcement").await;
    let id = *task.id;
    let asking = ask(&service, &task, REQUEST);
    let script = async {
        let steps = [
            ("transfer_to_taskmanager_collaboration", json!({})),
            (
                "create_meeting",
                json!({"task_id": id, "attendees": ["ops@example.com"], "starts_at": "2026-11-24"}),
            ),
            ("transfer_to_taskmanager_triage", json!({})),
            ("transfer_to_taskmanager_scheduler", json!({})),
            (
                "set_deadline",
                json!({"task_id": id, "deadline": "2026-11-27"}),
            ),
        ];
        for (tool, arguments) in steps {
            puppet.asked().await.just_call(tool, &arguments);
        }
        puppet.asked().await.answer("Both are done.");
    };
    let (answer, ()) = futures::join!(asking, script);
    check(&service, &task, &answer).await;
    assert_eq!(answer.response, "Both are done.");
}

#[tokio::test]
async fn a_model_that_names_a_task_by_words_is_told_the_nearest() {
    let (service, mut puppet) = Service::with_puppet().await;
    let task = service.task("Write the launch announcement").await;
    let asking = ask(&service, &task, "How long will the announcement take?");
    let script = async {
        let handed = json!({});
        puppet
            .asked()
            .await
            .just_call("transfer_to_taskmanager_analysis", &handed);
        let by_words = json!({"task_id": "launch announcment"});
        puppet.asked().await.just_call("estimate_effort", &by_words);
        puppet.asked().await.answer("Which task?");
    };
    let (answer, ()) = futures::join!(asking, script);
    let [.., call] = &answer.tool_calls[..] else {
        panic!("{answer:?}")
    };
    let told = serde_json::to_string(&call.result).unwrap();
    let expected = format!("there is task {} ", *task.id);
    assert!(call.is_error && told.contains(&expected), "{told}");
}
