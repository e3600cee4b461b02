//! One run at a time in a session, by the policy that each caller chooses.

use super::*;

#[tokio::test]
async fn a_busy_session_rejects() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("One").await;
    let session = life.session_of(&first.run_id).await;
    let call = life.called().await;
    let second = life.start_in(&session, "Two", OnBusy::Reject).await;
    assert!(matches!(second, Err(RunError::InProgress(run_id)) if run_id == first.run_id));
    call.say("1").finish();
    life.events(&first.run_id, 0).await;
    let second = life
        .start_in(&session, "Two", OnBusy::Reject)
        .await
        .unwrap();
    let call = life.called().await;
    assert_eq!(call.texts(), ["One", "1", "Two"]);
    call.say("2").finish();
    assert_eq!(
        life.names(&second.run_id).await,
        ["start", "token", "complete"]
    );
    let unknown = life.start_in("ses_unknown", "Three", OnBusy::Reject).await;
    assert!(matches!(unknown, Err(RunError::NotFound(_))));
}

#[tokio::test]
async fn runs_that_queue_begin_in_their_order() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("0").await;
    let session = life.session_of(&first.run_id).await;
    let mut call = life.called().await;
    let mut queued = Vec::new();
    for n in 1..=4 {
        let begun = life
            .start_in(&session, &n.to_string(), OnBusy::Queue)
            .await
            .unwrap();
        assert_eq!(life.status(&begun.run_id).await, RunStatus::Queued);
        queued.push(begun.run_id);
    }
    let mut expected = vec!["0".to_owned()];
    for n in 1..=4 {
        call.say("ok").finish();
        call = life.called().await;
        expected.extend(["ok".to_owned(), n.to_string()]);
        assert_eq!(call.texts(), expected);
    }
    call.say("ok").finish();
    for run_id in &queued {
        assert_eq!(life.names(run_id).await, ["start", "token", "complete"]);
    }
    life.runs.idle().await;
    assert!(life.runs.hub().is_empty());
}

#[tokio::test]
async fn who_interrupts_is_next() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("first").await;
    let session = life.session_of(&first.run_id).await;
    let call = life.called().await;
    call.say("I thi");
    life.reaches(&first.run_id, "token").await;
    let polite = life
        .start_in(&session, "polite", OnBusy::Queue)
        .await
        .unwrap();
    let urgent = life
        .start_in(&session, "urgent", OnBusy::Interrupt)
        .await
        .unwrap();
    let events = life.events(&first.run_id, 0).await;
    check_log(&events);
    let last = events.last().unwrap();
    assert_eq!(
        &*last.data,
        r#"{"type":"cancelled","reason":"interrupted"}"#
    );
    let call = life.called().await;
    assert_eq!(call.texts(), ["first", "I thi", "urgent"]);
    // What is said now overtakes the urgent one, but not the polite one's turn after it.
    let more_urgent = life
        .start_in(&session, "more urgent", OnBusy::Interrupt)
        .await
        .unwrap();
    assert_eq!(life.names(&urgent.run_id).await, ["start", "cancelled"]);
    let call = life.called().await;
    assert_eq!(call.texts().last().unwrap(), "more urgent");
    call.say("ok").finish();
    assert_eq!(
        life.names(&more_urgent.run_id).await,
        ["start", "token", "complete"]
    );
    life.called().await.say("ok").finish();
    assert_eq!(
        life.names(&polite.run_id).await,
        ["start", "token", "complete"]
    );
    check_items(&life.items(&session).await);
}

#[tokio::test]
async fn who_interrupts_a_paused_run_is_next_as_well() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("delete it").await;
    let session = life.session_of(&first.run_id).await;
    life.called().await.call("delete", json!({})).finish();
    life.events(&first.run_id, 0).await;
    assert_eq!(life.status(&first.run_id).await, RunStatus::Paused);
    let next = life
        .start_in(&session, "never mind", OnBusy::Interrupt)
        .await
        .unwrap();
    life.called().await.say("ok").finish();
    assert_eq!(
        life.names(&next.run_id).await,
        ["start", "token", "complete"]
    );
    assert_eq!(life.status(&first.run_id).await, RunStatus::Cancelled);
    check_log(&life.events(&first.run_id, 0).await);
    check_items(&life.items(&session).await);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_a_hundred_that_come_at_once_one_runs() {
    let folder = folder();
    let mut life = Life::with_bound(folder.path(), 1000).await;
    let first = life.start("first").await;
    let session = life.session_of(&first.run_id).await;
    life.called().await.say("ok").finish();
    life.runs.idle().await;
    let starts = (0..100).map(|n| {
        let (runs, start) = (life.runs.clone(), life.ask(&n.to_string()));
        let start = StartRun {
            session_id: Some(session.clone()),
            ..start
        };
        tokio::spawn(async move { runs.start(start).await })
    });
    let mut begun = Vec::new();
    let mut in_the_way = Vec::new();
    for start in futures::future::join_all(starts).await {
        match start.unwrap() {
            Ok(run) => begun.push(run.run_id),
            Err(RunError::InProgress(run_id)) => in_the_way.push(run_id),
            Err(other) => panic!("{other}"),
        }
    }
    assert_eq!(begun.len(), 1);
    assert_eq!(in_the_way.len(), 99);
    assert!(in_the_way.iter().all(|run_id| *run_id == begun[0]));
    life.called().await.say("ok").finish();
    assert_eq!(life.names(&begun[0]).await, ["start", "token", "complete"]);
    assert!(life.calls.try_recv().is_err());
}

#[tokio::test]
async fn a_queue_is_bounded_and_so_are_all_runs() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("first").await;
    let session = life.session_of(&first.run_id).await;
    let _call = life.called().await;
    let mut queued = 0;
    let refused = loop {
        match life.start_in(&session, "more", OnBusy::Queue).await {
            Ok(_) => queued += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(refused, RunError::TooMany), "{refused}");
    assert_eq!(queued, 32);
    // Other sessions are served.
    for n in queued + 1..100 {
        life.runs.start(life.ask(&n.to_string())).await.unwrap();
    }
    assert!(matches!(
        life.runs.start(life.ask("one more")).await,
        Err(RunError::TooMany)
    ));
}
