//! Events: stored before they are shown, dense, and the same for everybody, whenever they come.

use super::*;

use crate::{
    app::runs::Answered,
    store::{
        Once,
        runs::{DecisionRecord, NewDecision},
    },
};

#[tokio::test]
async fn a_run_is_stored_as_it_is_streamed() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("Look at it").await;
    let first = life.called().await;
    assert_eq!(first.texts(), ["Look at it"]);
    first
        .say("Let me ")
        .say("see.")
        .call("look", json!({"at": 1}))
        .finish();
    let second = life.called().await;
    assert_eq!(
        second.texts(),
        [
            "Look at it",
            "Let me see.",
            "call look",
            r#"result {"at":1}"#
        ]
    );
    second
        .call("transfer_to_expert", json!({"reason": "hard"}))
        .finish();
    life.called().await.say("It is ").say("blue.").finish();
    let events = life.events(&begun.run_id, 0).await;
    check_log(&events);
    let mut shown = names(&events);
    shown.dedup();
    assert_eq!(
        shown,
        [
            "start",
            "token",
            "tool_call",
            "tool_result",
            "handoff",
            "token",
            "complete"
        ]
    );
    let stored = life.store.run_events(&begun.run_id, 0, 1000).await.unwrap();
    assert_eq!(events, stored);

    let run = life.runs.get(&life.owner, &begun.run_id).await.unwrap();
    assert_eq!(run.status, models::RunStatus::Completed);
    assert_eq!(run.response.0.as_deref(), Some("It is blue."));
    assert_eq!(run.handoff_chain.len(), 2);
    assert_eq!(run.tool_calls.len(), 1);
    assert_eq!(run.usage.model_calls, 3);
    assert_eq!(run.last_event, events.len() as i64);
    let Answered::Answer(answer) = life.runs.answer(&life.owner, &begun.run_id).await.unwrap()
    else {
        panic!("the run has an answer")
    };
    assert_eq!(answer.response, "It is blue.");
    assert_eq!(answer.handled_by.as_str(), "expert");
    assert_eq!(answer.tool_calls, run.tool_calls);
    assert_eq!(answer.usage, run.usage);
    let items = life.items(&run.session_id).await;
    check_items(&items);

    let trace = life.runs.trace(&life.owner, &begun.run_id).await.unwrap();
    let kinds: Vec<String> = trace
        .spans
        .iter()
        .map(|span| span.kind.to_string())
        .collect();
    for (kind, count) in [
        ("run", 1),
        ("turn", 3),
        ("model_call", 3),
        ("tool", 1),
        ("handoff", 1),
    ] {
        let found = kinds.iter().filter(|found| *found == kind).count();
        assert_eq!(found, count, "{kind}: {kinds:?}");
    }
    let ids: std::collections::HashSet<_> = trace.spans.iter().map(|span| &span.id).collect();
    assert_eq!(ids.len(), trace.spans.len());
    for span in &trace.spans {
        let parent = span.parent_id.0.as_ref();
        assert!(parent.is_none_or(|parent| ids.contains(parent)), "{span:?}");
        assert!(
            span.ended_at.0.is_some_and(|end| end >= span.started_at),
            "{span:?}"
        );
    }
}

#[tokio::test]
async fn readers_that_come_at_any_time_get_the_same() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("Count").await;
    let call = life.called().await;
    let readers = |life: &Life, last: u64| {
        let follow = (0..=last).map(|after| {
            let (runs, owner, run_id) = (
                life.runs.clone(),
                life.owner.clone(),
                Arc::clone(&begun.run_id),
            );
            tokio::spawn(async move {
                let mut follower = runs.follow(&owner, &run_id, after).await.unwrap();
                let mut events = Vec::new();
                while let Some(event) = follower.next().await {
                    events.push(event);
                }
                (after, events)
            })
        });
        follow.collect::<Vec<_>>()
    };
    let mut all = readers(&life, 1);
    for n in 0..20 {
        call.say(&format!("{n} "));
        tokio::task::yield_now().await;
        if n % 5 == 0 {
            let last = life
                .runs
                .get(&life.owner, &begun.run_id)
                .await
                .unwrap()
                .last_event;
            all.extend(readers(&life, last as u64));
        }
    }
    call.finish();
    let events = life.events(&begun.run_id, 0).await;
    check_log(&events);
    assert!(events.len() >= 3);
    all.extend(readers(&life, events.len() as u64));
    for reader in all {
        let (after, read) = timeout(LONG, reader).await.unwrap().unwrap();
        assert_eq!(read, events[after as usize..], "after {after}");
    }
    let beyond = life
        .runs
        .follow(&life.owner, &begun.run_id, events.len() as u64 + 1)
        .await;
    assert!(
        matches!(beyond, Err(RunError::BeyondLog { last_event }) if last_event == events.len() as u64)
    );
}

#[tokio::test]
async fn a_reader_that_lags_holds_nothing_up() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("Talk").await;
    let mut slow = life
        .runs
        .follow(&life.owner, &begun.run_id, 0)
        .await
        .unwrap();
    assert_eq!(&*slow.next().await.unwrap().name, "start");
    let call = life.called().await;
    for n in 0..5000 {
        call.say(&format!("{n} "));
    }
    call.finish();
    // The run ends although nobody reads.
    life.runs.idle().await;
    assert_eq!(life.status(&begun.run_id).await, RunStatus::Completed);
    let mut rest = Vec::new();
    while let Some(event) = slow.next().await {
        rest.push(event);
    }
    assert_eq!(rest, life.events(&begun.run_id, 1).await);
    assert_eq!(rest.len(), 5001);
}

#[tokio::test]
async fn somebody_elses_run_is_not_there() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("Secret").await;
    let session_id = life.session_of(&begun.run_id).await;
    let other = Caller {
        user_id: life.owner.user_id + 1,
        email: "eve@example.com".into(),
    };
    let call = life.called().await;
    let run_id = &*begun.run_id;
    let gone = |error| matches!(error, RunError::NotFound(_));
    assert!(life.runs.follow(&other, run_id, 0).await.is_err_and(gone));
    assert!(life.runs.get(&other, run_id).await.is_err_and(gone));
    assert!(life.runs.trace(&other, run_id).await.is_err_and(gone));
    let cancelled = life
        .runs
        .cancel(&other, run_id, taskmanager_agent::driver::When::Now, "no");
    assert!(cancelled.await.is_err_and(gone));
    let intruder = StartRun {
        owner: other.clone(),
        session_id: Some(session_id),
        ..life.ask("Let me in")
    };
    assert!(life.runs.start(intruder).await.is_err_and(gone));
    call.say("ok").finish();
    assert_eq!(life.names(run_id).await, ["start", "token", "complete"]);
}

#[tokio::test]
async fn a_key_starts_one_run_however_often_it_comes() {
    let folder = folder();
    let mut life = Life::with_bound(folder.path(), 3).await;
    let once = |fingerprint| {
        Some(Once {
            operation: "chat",
            key: "k".to_owned(),
            fingerprint: [fingerprint; 16],
        })
    };
    let asked = |life: &Life, fingerprint| StartRun {
        once: once(fingerprint),
        ..life.ask("Once")
    };
    let starts = (0..2).map(|_| life.runs.start(asked(&life, 1)));
    let begun: Vec<Begun> = futures::future::try_join_all(starts).await.unwrap();
    assert_eq!(begun[0].run_id, begun[1].run_id);
    assert_eq!(begun.iter().filter(|begun| begun.replayed).count(), 1);
    let reused = life.runs.start(asked(&life, 2)).await;
    assert!(matches!(reused, Err(RunError::KeyReused)));
    // No room for another run; the first one's answer needs none.
    life.start("Two").await;
    life.start("Three").await;
    assert!(matches!(
        life.runs.start(life.ask("Four")).await,
        Err(RunError::TooMany)
    ));
    let again = life.runs.start(asked(&life, 1)).await.unwrap();
    assert_eq!(
        (again.run_id, again.replayed),
        (Arc::clone(&begun[0].run_id), true)
    );
    for _ in 0..3 {
        life.called().await.say("ok").finish();
    }
    life.runs.idle().await;
    assert_eq!(
        life.names(&begun[0].run_id).await,
        ["start", "token", "complete"]
    );
    life.start("Five").await;
}

#[tokio::test]
async fn a_model_that_fails_fails_the_run() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("Hello").await;
    let call = life.called().await;
    let refused = ModelError::Status {
        status: 400,
        message: "no".to_owned(),
        retry_after: None,
    };
    call.answer.unbounded_send(Err(refused)).unwrap();
    assert_eq!(life.names(&begun.run_id).await, ["start", "error"]);
    let run = life.runs.get(&life.owner, &begun.run_id).await.unwrap();
    assert_eq!(run.status, models::RunStatus::Failed);
    let fault = run.error.0.unwrap();
    let answered = life.runs.answer(&life.owner, &begun.run_id).await.unwrap();
    let Answered::Failed { error_code, .. } = answered else {
        panic!("{answered:?}")
    };
    assert_eq!(
        (error_code.as_str(), fault.error_code.as_str()),
        ("model_error", "model_error")
    );
    let events = life.events(&begun.run_id, 1).await;
    assert!(
        events[0].data.contains(r#""error_code":"model_error""#),
        "{}",
        events[0].data
    );
}

#[tokio::test]
async fn of_a_long_session_the_model_is_shown_the_end_and_told_what_is_left_out() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("message 0").await;
    life.called().await.say("answer").finish();
    life.events(&first.run_id, 0).await;
    let session = life.session_of(&first.run_id).await;
    for n in 1..=105 {
        let message = format!("message {n}");
        let begun = life.start_in(&session, &message, OnBusy::Reject).await;
        let begun = begun.unwrap();
        life.called().await.say("answer").finish();
        life.events(&begun.run_id, 0).await;
    }
    let begun = life.start_in(&session, "delete it", OnBusy::Reject).await;
    let run_id = begun.unwrap().run_id;
    let call = life.called().await;
    let shown = call.texts();
    assert_eq!(
        shown.len(),
        1 + 199,
        "the note, 99 exchanges and the question"
    );
    assert!(
        shown[0].starts_with("\"14 earlier messages"),
        "{}",
        shown[0]
    );
    assert_eq!(shown[1], "message 7");
    call.call("delete", json!({})).finish();
    life.events(&run_id, 0).await;

    // The same after a restart, but for what the run has added since.
    stop(life).await;
    let mut life = Life::begin(folder.path()).await;
    let run = life.runs.get(&life.owner, &run_id).await.unwrap();
    let decision = NewDecision {
        call_id: run.pending_approvals[0].call_id.clone().into(),
        decision: DecisionRecord {
            approve: true,
            reason: None,
        },
    };
    life.runs
        .decide(&life.owner, &run_id, vec![decision])
        .await
        .unwrap();
    let call = life.called().await;
    let shown = call.texts();
    assert_eq!(shown.len(), 1 + 199);
    assert!(
        shown[0].starts_with("\"16 earlier messages"),
        "{}",
        shown[0]
    );
    assert_eq!(shown[1], "message 8");
    call.say("Deleted.").finish();
    life.events(&run_id, 0).await;
}
