//! Cancelling, in every state.

use taskmanager_agent::driver::When;

use super::*;
use crate::app::runs::{Answered, CANCELLED};

async fn cancel(life: &Life, run_id: &str, when: When) -> models::Run {
    let cancelled = life.runs.cancel(&life.owner, run_id, when, CANCELLED);
    timeout(LONG, cancelled).await.unwrap().unwrap();
    life.runs.get(&life.owner, run_id).await.unwrap()
}

#[tokio::test]
async fn a_running_run_ends_at_once() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("Talk").await;
    let call = life.called().await;
    call.say("Once upon ");
    life.reaches(&begun.run_id, "token").await;
    let run = cancel(&life, &begun.run_id, When::Now).await;
    assert_eq!(run.status, models::RunStatus::Cancelled);
    assert_eq!(run.reason.0.as_deref(), Some("cancelled"));
    assert_eq!(run.response.0.as_deref(), Some("Once upon "));
    assert_eq!(
        life.names(&begun.run_id).await,
        ["start", "token", "cancelled"]
    );
    // Again: nothing changes.
    assert_eq!(cancel(&life, &begun.run_id, When::Now).await, run);
    let answered = life.runs.answer(&life.owner, &begun.run_id).await.unwrap();
    let Answered::Answer(answer) = answered else {
        panic!("{answered:?}")
    };
    assert_eq!(answer.status, models::AnswerStatus::Cancelled);
}

#[tokio::test]
async fn a_tool_at_work_is_closed_as_interrupted() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("Wait").await;
    life.called().await.call("wait", json!({})).finish();
    life.reaches(&begun.run_id, "tool_call").await;
    let run = cancel(&life, &begun.run_id, When::Now).await;
    assert!(run.tool_calls[0].is_error);
    assert_eq!(
        life.names(&begun.run_id).await,
        ["start", "tool_call", "tool_result", "cancelled"]
    );
    check_items(&life.items(&run.session_id).await);
}

#[tokio::test]
async fn after_the_turn_tools_may_finish() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("Wait").await;
    life.called().await.call("wait", json!({"n": 1})).finish();
    life.reaches(&begun.run_id, "tool_call").await;
    let run = cancel(&life, &begun.run_id, When::AfterTurn).await;
    assert_eq!(run.status, models::RunStatus::Running);
    life.go.notify_one();
    let events = life.events(&begun.run_id, 0).await;
    assert_eq!(
        names(&events),
        ["start", "tool_call", "tool_result", "cancelled"]
    );
    let run = life.runs.get(&life.owner, &begun.run_id).await.unwrap();
    assert!(!run.tool_calls[0].is_error);
    assert!(life.calls.try_recv().is_err());
}

#[tokio::test]
async fn a_queued_run_never_begins() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("one").await;
    let session = life.session_of(&first.run_id).await;
    let call = life.called().await;
    let second = life.start_in(&session, "two", OnBusy::Queue).await.unwrap();
    let third = life
        .start_in(&session, "three", OnBusy::Queue)
        .await
        .unwrap();
    let mut watched = life
        .runs
        .follow(&life.owner, &second.run_id, 0)
        .await
        .unwrap();
    let run = cancel(&life, &second.run_id, When::AfterTurn).await;
    assert_eq!(run.status, models::RunStatus::Cancelled);
    assert_eq!(run.started_at.0, None);
    let event = timeout(LONG, watched.next()).await.unwrap().unwrap();
    assert_eq!((event.seq, &*event.name), (1, "cancelled"));
    assert!(timeout(LONG, watched.next()).await.unwrap().is_none());
    call.say("ok").finish();
    let call = life.called().await;
    assert_eq!(call.texts(), ["one", "ok", "three"]);
    call.say("ok").finish();
    assert_eq!(
        life.names(&third.run_id).await,
        ["start", "token", "complete"]
    );
    assert_eq!(life.names(&second.run_id).await, ["cancelled"]);
}

#[tokio::test]
async fn a_paused_run_ends_and_lets_the_next_begin() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("delete").await;
    let session = life.session_of(&begun.run_id).await;
    life.called().await.call("delete", json!({})).finish();
    life.events(&begun.run_id, 0).await;
    let next = life
        .start_in(&session, "next", OnBusy::Queue)
        .await
        .unwrap();
    let run = cancel(&life, &begun.run_id, When::Now).await;
    assert_eq!(run.status, models::RunStatus::Cancelled);
    assert!(run.pending_approvals.is_empty());
    let events = life.events(&begun.run_id, 0).await;
    check_log(&events);
    assert_eq!(
        names(&events),
        [
            "start",
            "approval_required",
            "paused",
            "tool_result",
            "cancelled"
        ]
    );
    life.called().await.say("ok").finish();
    assert_eq!(
        life.names(&next.run_id).await,
        ["start", "token", "complete"]
    );
    check_items(&life.items(&session).await);
}

#[tokio::test]
async fn a_run_whose_client_has_gone_goes_on_unless_that_was_asked_for() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    for (is_wanted, expected) in [
        (false, vec!["start", "token", "complete"]),
        (true, vec!["start", "cancelled"]),
    ] {
        let begun = life.start("Talk").await;
        let guard = life.runs.cancel_on_drop(&life.owner, &begun, is_wanted);
        assert_eq!(guard.is_some(), is_wanted);
        let follower = life
            .runs
            .follow(&life.owner, &begun.run_id, 0)
            .await
            .unwrap();
        let stream = follower.into_stream(guard);
        let call = life.called().await;
        drop(stream);
        if is_wanted {
            life.events(&begun.run_id, 0).await;
        }
        call.say("ok").finish();
        let events = life.events(&begun.run_id, 0).await;
        assert_eq!(names(&events), expected);
        if is_wanted {
            assert!(
                events[1].data.contains("disconnected"),
                "{}",
                events[1].data
            );
        }
    }
    // One that has ended is not touched, and neither is one that waits for approval.
    let begun = life.start("delete").await;
    let guard = life.runs.cancel_on_drop(&life.owner, &begun, true);
    life.called().await.call("delete", json!({})).finish();
    life.events(&begun.run_id, 0).await;
    drop(guard);
    life.runs.idle().await;
    assert_eq!(life.status(&begun.run_id).await, RunStatus::Paused);
}

#[tokio::test]
async fn a_client_that_leaves_while_it_starts_cancels_as_well() {
    let folder = folder();
    let life = Life::begin(folder.path()).await;
    let start = StartRun {
        cancel_on_disconnect: true,
        ..life.ask("Gone before it is there")
    };
    {
        let starting = life.runs.start(start);
        // Polled once, so that the task is spawned; then its client is gone.
        let mut starting = Box::pin(starting);
        assert!(futures::FutureExt::now_or_never(starting.as_mut()).is_none());
    }
    life.runs.idle().await;
    let runs = life
        .runs
        .list(&life.owner, &Default::default(), None, 10)
        .await
        .unwrap();
    let reasons: Vec<_> = runs.items.iter().map(|run| run.reason.0.clone()).collect();
    assert_eq!(reasons, [Some("disconnected".to_owned())]);
}
