//! The four sentences in other words, as people type them. No rule was written for any of these: one that is
//! misunderstood goes to the grammar's own tests (`agent/src/model/offline/clauses/tests.rs`) as soon as it is mended,
//! and another, unseen one takes its place here. Of the first forty, four went that way.

use super::agents::{ask, chain, check_answer, deeds, with_task};
use taskmanager_client::types::{RunAnswer, Task};

use super::harness::Service;

/// Asks each question of a fresh task; all that were misunderstood are told at once.
async fn check(
    questions: &[(&str, &str)],
    understood: impl AsyncFn(&Service, &Task, &RunAnswer, &str) -> bool,
) {
    let mut misunderstood = Vec::new();
    for (question, expected) in questions {
        let (service, task) = with_task().await;
        let answer = ask(&service, &task, question).await;
        if understood(&service, &task, &answer, expected).await {
            check_answer(&answer, &task, question);
        } else {
            let calls = answer
                .tool_calls
                .iter()
                .map(|call| format!("{}{}", call.name, call.arguments));
            let calls: Vec<String> = calls.collect();
            misunderstood.push(format!(
                "{question:?}: {:?} {calls:?} {:?}",
                chain(&answer),
                answer.response
            ));
        }
    }
    assert!(
        misunderstood.is_empty(),
        "{} of {}: {misunderstood:#?}",
        misunderstood.len(),
        questions.len()
    );
}

#[tokio::test]
async fn deadlines() {
    // Today is Sunday, 22 November 2026.
    let phrasings = [
        ("this needs to be done by friday", "2026-11-27"),
        ("due date: next friday pls", "2026-11-27"),
        ("can you make it due on 4 December?", "2026-12-04"),
        ("I have to hand this in in two weeks", "2026-12-06"),
        ("Push the deadline to the end of the month", "2026-11-30"),
        ("Make sure it's finished by tomorrow", "2026-11-23"),
        ("move the due date to 2026-12-15", "2026-12-15"),
        ("deadline dec 1st", "2026-12-01"),
        ("it has to be out three weeks from today", "2026-12-13"),
        (
            "let's say the 10th of December as the due date",
            "2026-12-10",
        ),
    ];
    check(&phrasings, async |service, task, answer, day| {
        let stored = service.read_task(*task.id).await;
        deeds(answer) == ["set_deadline"]
            && chain(answer) == ["triage", "scheduler"]
            && *stored.deadline == Some(day.parse().unwrap())
    })
    .await;
}

#[tokio::test]
async fn assigning_and_meeting() {
    let phrasings = [
        "Give this to dev@example.com and book a meeting with them",
        "pass it to dev@example.com and put a call with them in the diary",
        "Please hand this task to dev@example.com and schedule a call with them",
        "Let dev@example.com do this. Arrange a meeting with them as well.",
        "have dev@example.com look after this, and I'd like a meeting with them",
        "make dev@example.com responsible and organise a meeting with her",
        "assign dev@example.com, then find a time to meet them",
        "I want dev@example.com to own this; also put a 45 minute sync with them on the calendar",
        "This one goes to dev@example.com from now on. We should have a call with them too.",
        "Delegate it to dev@example.com and plan a short meeting with him to go through it",
    ];
    check(
        &phrasings.map(|phrasing| (phrasing, "")),
        async |service, task, answer, _| {
            let stored = service.read_task(*task.id).await;
            let meetings = service
                .api
                .list_meetings()
                .task_id(*task.id)
                .send()
                .await
                .unwrap()
                .into_inner()
                .items;
            let mut deeds = deeds(answer);
            deeds.sort_unstable();
            deeds == ["assign_to_user", "create_meeting"]
                && chain(answer) == ["triage", "collaboration"]
                && stored
                    .assignee
                    .as_ref()
                    .is_some_and(|email| email.as_str() == "dev@example.com")
                && meetings.iter().all(|meeting| {
                    meeting
                        .attendees
                        .iter()
                        .any(|email| email.as_str() == "dev@example.com")
                })
                && meetings.len() == 1
        },
    )
    .await;
}

#[tokio::test]
async fn effort() {
    let phrasings = [
        "what's the effort for this?",
        "how many hours do you reckon?",
        "is this a big job?",
        "Estimate this for me",
        "how much work is it",
        "Roughly how much time will I need?",
        "will this take more than a day?",
        "how quickly can it be done?",
        "give me a ballpark for the duration",
        "How long do tasks like this usually take me?",
    ];
    check(
        &phrasings.map(|phrasing| (phrasing, "")),
        async |service, task, answer, _| {
            let unchanged = service.read_task(*task.id).await == *task;
            deeds(answer) == ["estimate_effort"]
                && chain(answer) == ["triage", "analysis"]
                && unchanged
        },
    )
    .await;
}

#[tokio::test]
async fn what_it_is_about() {
    let phrasings = [
        "what's this?",
        "Tell me about this task",
        "remind me what this one is about",
        "Can you summarise it?",
        "give me the details",
        "I forgot what I had to do here",
        "explain this task",
        "What exactly do I need to do?",
        "show me the description",
        "what was this one again?",
    ];
    check(
        &phrasings.map(|phrasing| (phrasing, "")),
        async |service, task, answer, _| {
            let unchanged = service.read_task(*task.id).await == *task;
            let tells = answer.response.contains("launch announcement")
                || answer.response.contains("Half a page");
            deeds(answer).is_empty() && chain(answer) == ["triage"] && unchanged && tells
        },
    )
    .await;
}
