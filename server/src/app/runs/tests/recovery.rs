//! What happens to runs when the process, the storage or the time to finish fails.

use futures::FutureExt;
use tokio::{runtime::Runtime, sync::oneshot};

use super::*;
use crate::app::runs::Answered;

/// A life whose process is killed: nothing of it gets to run any more.
pub(super) struct Killed(Option<Runtime>);

impl Killed {
    pub(super) fn life<T>(work: impl AsyncFnOnce() -> T) -> T {
        let mut process = Self(Some(
            tokio::runtime::Builder::new_multi_thread()
                .worker_threads(2)
                .enable_all()
                .build()
                .unwrap(),
        ));
        let runtime = process.0.take().unwrap();
        let result = runtime.block_on(work());
        // Tasks are dropped where they wait; what was handed to the store's writer before is written.
        runtime.shutdown_timeout(LONG);
        result
    }
}

#[test]
fn a_killed_run_ends_as_interrupted_and_its_session_goes_on() {
    let folder = folder();
    let path = folder.path();
    let (run_id, session, queued, before) = Killed::life(async || {
        let mut life = Life::begin(path).await;
        let begun = life.start("Wait for it").await;
        let session = life.session_of(&begun.run_id).await;
        life.called()
            .await
            .say("I'll ")
            .call("wait", json!({}))
            .finish();
        life.reaches(&begun.run_id, "tool_call").await;
        let queued = life
            .start_in(&session, "And then?", OnBusy::Queue)
            .await
            .unwrap();
        let before = life.store.run_events(&begun.run_id, 0, 100).await.unwrap();
        (begun.run_id, session, queued.run_id, before)
    });
    Killed::life(async || {
        let mut life = Life::begin(path).await;
        let events = life.events(&run_id, 0).await;
        check_log(&events);
        // Byte for byte what was stored, then what the new process adds.
        assert_eq!(events[..before.len()], before);
        assert_eq!(names(&events[before.len()..]), ["tool_result", "error"]);
        let run = life.runs.get(&life.owner, &run_id).await.unwrap();
        assert_eq!(run.status, models::RunStatus::Failed);
        assert_eq!(run.error.0.unwrap().error_code, "interrupted");
        assert!(run.tool_calls[0].is_error);
        let call = life.called().await;
        assert_eq!(call.texts().last().unwrap(), "And then?");
        call.say("Later.").finish();
        assert_eq!(life.names(&queued).await, ["start", "token", "complete"]);
        check_items(&life.items(&session).await);
    });
}

#[test]
fn a_killed_answer_keeps_its_pieces_and_is_the_same_in_every_later_life() {
    let folder = folder();
    let path = folder.path();
    let run_id = Killed::life(async || {
        let mut life = Life::begin(path).await;
        let begun = life.start("Talk").await;
        let call = life.called().await;
        for n in 0..50 {
            call.say(&format!("{n} "));
            life.runs.get(&life.owner, &begun.run_id).await.unwrap();
        }
        life.reaches(&begun.run_id, "token").await;
        begun.run_id
    });
    let lives = [(); 3].map(|()| {
        Killed::life(async || {
            let life = Life::begin(path).await;
            life.events(&run_id, 0).await
        })
    });
    check_log(&lives[0]);
    assert_eq!(&*lives[0].last().unwrap().name, "error");
    assert_eq!(lives[0], lives[1]);
    assert_eq!(lives[0], lives[2]);
}

#[tokio::test]
async fn a_start_with_nothing_to_do_writes_nothing() {
    let folder = folder();
    let life = Life::begin(folder.path()).await;
    let recovered = life.runs.recover().await.unwrap();
    assert_eq!(
        (
            recovered.interrupted,
            recovered.paused,
            recovered.continued()
        ),
        (0, 0, 0)
    );
}

#[tokio::test]
async fn a_run_that_was_promoted_when_the_process_died_begins() {
    let folder = folder();
    let run_id = {
        let mut life = Life::begin(folder.path()).await;
        let first = life.start("one").await;
        let session = life.session_of(&first.run_id).await;
        let call = life.called().await;
        let second = life.start_in(&session, "two", OnBusy::Queue).await.unwrap();
        // The process dies between the end of the first and the beginning of the second.
        let draining = life.shutdown.clone();
        let (cut, time) = oneshot::channel::<()>();
        let stopping = tokio::spawn(async move {
            let over = async { time.await.unwrap() };
            draining.stop(std::future::pending(), over).await
        });
        life.shutdown.draining().await;
        call.say("ok").finish();
        life.runs.idle().await;
        cut.send(()).unwrap();
        stopping.await.unwrap();
        assert_eq!(life.status(&second.run_id).await, RunStatus::Queued);
        let now = life.clock.now();
        life.store
            .promote_run(&session, now)
            .await
            .unwrap()
            .unwrap();
        let Life { runs, store, .. } = life;
        drop(runs);
        freed(store).await;
        second.run_id
    };
    let mut life = Life::begin(folder.path()).await;
    let call = life.called().await;
    assert_eq!(call.texts(), ["one", "ok", "two"]);
    call.say("ok").finish();
    assert_eq!(life.names(&run_id).await, ["start", "token", "complete"]);
}

#[tokio::test]
async fn a_stopping_process_ends_what_does_not_finish() {
    let folder = folder();
    let (running, queued) = {
        let mut life = Life::begin(folder.path()).await;
        let finishes = life.start("finish").await;
        let finishing = life.called().await;
        let running = life.start("wait").await;
        let session = life.session_of(&running.run_id).await;
        life.called().await.call("wait", json!({})).finish();
        life.reaches(&running.run_id, "tool_call").await;
        let queued = life
            .start_in(&session, "later", OnBusy::Queue)
            .await
            .unwrap();
        let mut watched = life
            .runs
            .follow(&life.owner, &running.run_id, 0)
            .await
            .unwrap();
        let (over, time) = oneshot::channel::<()>();
        let (shutdown, runs) = (life.shutdown.clone(), life.runs.clone());
        let stopping = tokio::spawn(async move {
            let over = async { time.await.unwrap() };
            shutdown.stop(runs.idle(), over).await
        });
        life.shutdown.draining().await;
        let refused = life.runs.start(life.ask("too late")).await;
        assert!(matches!(refused, Err(RunError::Stopping)));
        // Who waits for a run that won't begin here is told so.
        assert!(life.events(&queued.run_id, 0).await.is_empty());
        let answered = life.runs.answer(&life.owner, &queued.run_id).await.unwrap();
        assert!(matches!(answered, Answered::Unknown { .. }));
        finishing.say("ok").finish();
        assert_eq!(
            life.names(&finishes.run_id).await,
            ["start", "token", "complete"]
        );
        over.send(()).unwrap();
        assert!(!stopping.await.unwrap());
        life.runs.idle().await;
        let mut shown = Vec::new();
        while let Some(event) = timeout(LONG, watched.next()).await.unwrap() {
            shown.push(event);
        }
        check_log(&shown);
        assert_eq!(
            names(&shown),
            ["start", "tool_call", "tool_result", "error"]
        );
        assert!(shown[3].data.contains("interrupted"));
        let unfinished = life.store.unfinished_runs().await.unwrap();
        assert_eq!(unfinished.len(), 1);
        let Life { runs, store, .. } = life;
        drop((runs, watched));
        freed(store).await;
        (running.run_id, queued.run_id)
    };
    let mut life = Life::begin(folder.path()).await;
    assert_eq!(life.status(&running).await, RunStatus::Failed);
    life.called().await.say("ok").finish();
    assert_eq!(life.names(&queued).await, ["start", "token", "complete"]);
}

#[tokio::test]
async fn what_can_not_be_stored_is_not_shown() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let begun = life.start("look").await;
    let session = life.session_of(&begun.run_id).await;
    let call = life.called().await;
    let fails = |sql: &'static str| life.store.write(move |tx| Ok(tx.execute_batch(sql)?));
    // As a full disk does: whatever is written of the run's results fails.
    fails(
        "CREATE TRIGGER full BEFORE INSERT ON run_events WHEN NEW.name = 'tool_result'
         BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END",
    )
    .await
    .unwrap();
    let mut watched = life
        .runs
        .follow(&life.owner, &begun.run_id, 0)
        .await
        .unwrap();
    call.call("look", json!({})).finish();
    assert_eq!(&*watched.next().await.unwrap().name, "start");
    assert_eq!(&*watched.next().await.unwrap().name, "tool_call");
    // Its end bears a result as well, so that can't be stored either: nothing is shown, and nobody is lied to.
    let silence = tokio::time::sleep(Duration::from_millis(200));
    tokio::select! {
        event = watched.next() => panic!("{event:?}"),
        () = silence => {}
    }
    assert_eq!(life.status(&begun.run_id).await, RunStatus::Running);
    let busy = life.start_in(&session, "more", OnBusy::Reject).await;
    assert!(matches!(busy, Err(RunError::InProgress(_))));
    fails("DROP TRIGGER full").await.unwrap();
    let mut rest = Vec::new();
    while let Some(event) = timeout(LONG, watched.next()).await.unwrap() {
        rest.push(event);
    }
    assert_eq!(names(&rest), ["tool_result", "error"]);
    assert!(rest[1].data.contains("unavailable"));
    check_log(&life.events(&begun.run_id, 0).await);
    check_items(&life.items(&session).await);
    life.start_in(&session, "more", OnBusy::Reject)
        .await
        .unwrap();
    life.called().await.say("ok").finish();
    life.runs.idle().await;
}

#[tokio::test]
async fn a_queued_run_whose_task_is_gone_says_so() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("one").await;
    let session = life.session_of(&first.run_id).await;
    let call = life.called().await;
    let mut runs = Vec::new();
    for task_id in [404, 3] {
        let begun = life.runs.start(StartRun {
            session_id: Some(session.clone()),
            task: Some((task_id, json!({"id": task_id}))),
            on_busy: OnBusy::Queue,
            ..life.ask("about it")
        });
        runs.push(begun.await.unwrap().run_id);
    }
    call.say("ok").finish();
    let events = life.events(&runs[0], 0).await;
    check_log(&events);
    assert_eq!(names(&events), ["error"]);
    assert!(events[0].data.contains("not_found"));
    let call = life.called().await;
    assert!(
        call.texts()[2].contains("as it is now"),
        "{:?}",
        call.texts()
    );
    call.say("ok").finish();
    assert_eq!(life.names(&runs[1]).await, ["start", "token", "complete"]);
    let run = life.runs.get(&life.owner, &runs[1]).await.unwrap();
    assert_eq!(run.task_id.0, Some(3));
}

/// Many runs in a few sessions, with every policy, cancelled, decided on and killed at random: whatever happened, no log
/// has a gap or two ends, no session has a call without its result, and nothing is left going.
#[test]
fn whatever_happens_logs_are_whole() {
    for seed in 0..4_u64 {
        let folder = folder();
        let path = folder.path();
        Killed::life(async || torment(path, seed).await);
        Killed::life(async || {
            let mut life = Life::begin(path).await;
            // What waited begins, and is answered at once; what paused is cancelled.
            let (_, none) = mpsc::unbounded_channel();
            let mut calls = std::mem::replace(&mut life.calls, none);
            tokio::spawn(async move {
                while let Some(call) = calls.recv().await {
                    call.say("ok").finish();
                }
            });
            let settled = async {
                loop {
                    let unfinished = life.store.unfinished_runs().await.unwrap();
                    if unfinished.is_empty() {
                        return;
                    }
                    for run in unfinished
                        .iter()
                        .filter(|run| run.status == RunStatus::Paused)
                    {
                        life.runs.give_up(&life.owner, &run.id, "over").await;
                    }
                    tokio::task::yield_now().await;
                }
            };
            timeout(LONG, settled).await.unwrap();
            let all = life
                .runs
                .list(&life.owner, &Default::default(), None, 1000)
                .await
                .unwrap();
            assert!(all.items.len() > 20);
            for run in &all.items {
                let events = life.store.run_events(&run.id, 0, 10_000).await.unwrap();
                check_log(&events);
                assert_eq!(run.last_event, events.len() as i64);
                assert!(
                    matches!(
                        &*events.last().unwrap().name,
                        "complete" | "error" | "cancelled"
                    ),
                    "seed {seed}: {:?}",
                    names(&events)
                );
                check_items(&life.items(&run.session_id).await);
            }
        });
    }
}

async fn torment(path: &Path, seed: u64) {
    let mut life = Life::with_bound(path, 40).await;
    let mut dice = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut roll = move |sides: u64| {
        dice ^= dice << 13;
        dice ^= dice >> 7;
        dice ^= dice << 17;
        dice % sides
    };
    let mut sessions = Vec::new();
    for _ in 0..3 {
        let begun = life.start("first").await;
        sessions.push(life.session_of(&begun.run_id).await);
    }
    let mut runs: Vec<Arc<str>> = Vec::new();
    let mut calls: Vec<ModelCall> = Vec::new();
    for step in 0..300 {
        match roll(8) {
            0 | 1 => {
                let policy = [OnBusy::Reject, OnBusy::Queue, OnBusy::Interrupt];
                let policy = policy[roll(3) as usize];
                let session = &sessions[roll(3) as usize];
                match life.start_in(session, &step.to_string(), policy).await {
                    Ok(begun) => runs.push(begun.run_id),
                    Err(RunError::InProgress(_) | RunError::TooMany) => {}
                    Err(other) => panic!("{other}"),
                }
            }
            2 if !runs.is_empty() => {
                let run_id = &runs[roll(runs.len() as u64) as usize];
                life.runs.give_up(&life.owner, run_id, "cancelled").await;
            }
            3 => life.go.notify_one(),
            _ => {
                while let Some(Some(call)) = life.calls.recv().now_or_never() {
                    calls.push(call);
                }
                if calls.is_empty() {
                    tokio::task::yield_now().await;
                    continue;
                }
                let call = calls.swap_remove(roll(calls.len() as u64) as usize);
                call.say("a ");
                match roll(7) {
                    0 => call.call("look", json!({})).finish(),
                    1 => call.call("wait", json!({})).finish(),
                    2 => call.call("delete", json!({})).finish(),
                    3 => call
                        .call("look", json!({}))
                        .call("wait", json!({}))
                        .finish(),
                    4 => call.call("transfer_to_expert", json!({})).finish(),
                    // Cut short.
                    5 => {}
                    _ => call.say("b").finish(),
                }
            }
        }
        tokio::task::yield_now().await;
    }
}
