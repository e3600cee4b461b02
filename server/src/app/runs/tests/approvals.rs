//! Approvals: asked for, decided on, expired.

use super::*;
use crate::store::runs::{DecisionRecord, NewDecision};

pub(super) fn decision(call_id: &str, approve: bool) -> NewDecision {
    NewDecision {
        call_id: call_id.to_owned(),
        decision: DecisionRecord {
            approve,
            reason: (!approve).then(|| "too early".to_owned()),
        },
    }
}

/// A run that waits for two calls.
pub(super) async fn paused(life: &mut Life) -> (Arc<str>, Vec<String>) {
    let begun = life.start("delete both").await;
    let call = life.called().await;
    call.call("delete", json!({"n": 1}))
        .call("delete", json!({"n": 2}))
        .finish();
    let events = life.events(&begun.run_id, 0).await;
    assert_eq!(
        names(&events),
        ["start", "approval_required", "approval_required", "paused"]
    );
    let run = life.runs.get(&life.owner, &begun.run_id).await.unwrap();
    assert_eq!(run.status, models::RunStatus::Paused);
    let calls = run
        .pending_approvals
        .into_iter()
        .map(|call| call.call_id.into());
    (begun.run_id, calls.collect())
}

#[tokio::test]
async fn a_decided_run_goes_on_at_the_next_number() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let (run_id, calls) = paused(&mut life).await;
    let decide = |decisions| life.runs.decide(&life.owner, &run_id, decisions);
    let unknown = decide(vec![decision(&calls[0], true), decision("call_x", true)]).await;
    assert!(matches!(unknown, Err(RunError::UnknownCall(call)) if call == "call_x"));
    decide(vec![decision(&calls[0], true)]).await.unwrap();
    let run = life.runs.get(&life.owner, &run_id).await.unwrap();
    assert_eq!(run.pending_approvals.len(), 1);
    assert_eq!(run.status, models::RunStatus::Paused);
    let twice = decide(vec![decision(&calls[0], false)]).await;
    assert!(matches!(twice, Err(RunError::AlreadyDecided(call)) if call == calls[0]));
    decide(vec![decision(&calls[1], false)]).await.unwrap();
    // It can be followed at once, and from every number.
    let mut live = life.runs.follow(&life.owner, &run_id, 4).await.unwrap();
    let resumed = timeout(LONG, live.next()).await.unwrap().unwrap();
    assert_eq!((resumed.seq, &*resumed.name), (5, "resumed"));
    let call = life.called().await;
    assert_eq!(
        call.texts()[3..5],
        [
            r#"result {"n":1}"#.to_owned(),
            "result The user did not approve this call: too early".to_owned(),
        ]
    );
    call.say("Done.").finish();
    let events = life.events(&run_id, 0).await;
    check_log(&events);
    assert_eq!(&*events.last().unwrap().name, "complete");
    for after in 0..=events.len() {
        assert_eq!(life.events(&run_id, after as u64).await, events[after..]);
    }
    let run = life.runs.get(&life.owner, &run_id).await.unwrap();
    assert_eq!(run.status, models::RunStatus::Completed);
    assert_eq!(run.tool_calls.len(), 2);
    check_items(&life.items(&run.session_id).await);
    let over = life
        .runs
        .decide(&life.owner, &run_id, vec![decision(&calls[0], true)])
        .await;
    assert!(matches!(
        over,
        Err(RunError::NotPaused(RunStatus::Completed))
    ));
    let trace = life.runs.trace(&life.owner, &run_id).await.unwrap();
    let ids: std::collections::HashSet<_> = trace.spans.iter().map(|span| &span.id).collect();
    assert_eq!(ids.len(), trace.spans.len(), "{trace:?}");
}

#[tokio::test]
async fn a_paused_run_outlives_the_process() {
    let folder = folder();
    let (run_id, calls, before) = {
        let mut life = Life::begin(folder.path()).await;
        let (run_id, calls) = paused(&mut life).await;
        life.runs
            .decide(&life.owner, &run_id, vec![decision(&calls[0], true)])
            .await
            .unwrap();
        let before = life.events(&run_id, 0).await;
        stop(life).await;
        (run_id, calls, before)
    };
    let mut life = Life::begin(folder.path()).await;
    assert_eq!(life.events(&run_id, 0).await, before);
    life.runs
        .decide(&life.owner, &run_id, vec![decision(&calls[1], true)])
        .await
        .unwrap();
    life.called().await.say("Done.").finish();
    let events = life.events(&run_id, 0).await;
    check_log(&events);
    assert_eq!(events[..before.len()], before);
    assert_eq!(&*events.last().unwrap().name, "complete");
}

#[tokio::test]
async fn a_call_inside_an_agent_used_as_a_tool_is_decided_on_over_a_restart() {
    let folder = folder();
    let (run_id, inner_call) = {
        let mut life = Life::begin(folder.path()).await;
        let begun = life.start("have the expert delete it").await;
        let outer = life.called().await;
        outer
            .call("consult", json!({"input": "delete it"}))
            .finish();
        let inner = life.called().await;
        assert_eq!(inner.texts(), ["delete it"]);
        inner.call("delete", json!({"n": 1})).finish();
        let names = life.names(&begun.run_id).await;
        assert_eq!(names, ["start", "tool_call", "approval_required", "paused"]);
        let run = life.runs.get(&life.owner, &begun.run_id).await.unwrap();
        let [pending] = &run.pending_approvals[..] else {
            panic!("{run:?}")
        };
        assert_eq!((&**pending.agent, &*pending.tool), ("expert", "delete"));
        let inner_call = String::from(pending.call_id.clone());
        stop(life).await;
        (begun.run_id, inner_call)
    };
    let mut life = Life::begin(folder.path()).await;
    life.runs
        .decide(&life.owner, &run_id, vec![decision(&inner_call, true)])
        .await
        .unwrap();
    let inner = life.called().await;
    assert_eq!(inner.texts()[2], r#"result {"n":1}"#);
    inner.say("Deleted.").finish();
    let outer = life.called().await;
    assert_eq!(outer.texts()[2], "result Deleted.");
    outer.say("The expert has deleted it.").finish();
    let events = life.events(&run_id, 0).await;
    check_log(&events);
    assert_eq!(
        names(&events)[4..],
        [
            "resumed",
            "tool_call",
            "tool_result",
            "tool_result",
            "token",
            "complete"
        ]
    );
    let run = life.runs.get(&life.owner, &run_id).await.unwrap();
    let calls = run.tool_calls.iter();
    let calls: Vec<_> = calls.map(|call| (&**call.agent, &*call.name)).collect();
    assert_eq!(calls, [("clerk", "consult"), ("expert", "delete")]);
    assert_eq!(run.usage.model_calls, 4);
    check_items(&life.items(&run.session_id).await);
}

#[tokio::test]
async fn a_run_that_was_decided_on_when_the_process_died_goes_on() {
    let folder = folder();
    let run_id = {
        let mut life = Life::begin(folder.path()).await;
        let (run_id, calls) = paused(&mut life).await;
        // All that the dying process did was to store the decisions.
        let decisions = calls.iter().map(|call| decision(call, true)).collect();
        let now = life.clock.now();
        life.store
            .decide_run(&life.owner, &run_id, decisions, now)
            .await
            .unwrap();
        stop(life).await;
        run_id
    };
    let mut life = Life::begin(folder.path()).await;
    life.called().await.say("Done.").finish();
    let events = life.events(&run_id, 0).await;
    check_log(&events);
    let last = names(&events);
    assert_eq!(last[3..5], ["paused", "resumed"]);
    assert_eq!(last.last().unwrap(), "complete");
}

#[tokio::test]
async fn approvals_expire() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let (first, calls) = paused(&mut life).await;
    let (second, _) = paused(&mut life).await;
    let run = life.runs.get(&life.owner, &first).await.unwrap();
    let expires_at = run.pending_approvals[0].expires_at.0.unwrap();
    assert!(life.runs.expire().await.unwrap().is_some());
    assert_eq!(life.status(&second).await, RunStatus::Paused);
    *life.clock.0.lock().unwrap() = expires_at;
    // Decided too late, before anybody has looked.
    let late = life
        .runs
        .decide(&life.owner, &first, vec![decision(&calls[0], true)])
        .await;
    assert!(matches!(late, Err(RunError::Expired)));
    assert_eq!(life.status(&first).await, RunStatus::Cancelled);
    *life.clock.0.lock().unwrap() = expires_at + TimeDelta::minutes(1);
    assert_eq!(life.runs.expire().await.unwrap(), None);
    let run = life.runs.get(&life.owner, &second).await.unwrap();
    assert_eq!(run.status, models::RunStatus::Cancelled);
    assert_eq!(run.reason.0.as_deref(), Some("approval_expired"));
    check_log(&life.events(&second, 0).await);
}
