//! Models that fail, and what is made of it.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use serde_json::json;
use taskmanager_agent::{
    agent::Agents,
    driver::{Driven, Driver, MemoryJournal, Observer, RunControl},
    model::{ModelError, scripted::*},
    run::{Ending, Run},
};

use crate::harness::*;

fn status(status: u16, retry_after: Option<u64>) -> ModelError {
    let retry_after = retry_after.map(Duration::from_secs);
    ModelError::Status {
        status,
        message: "its own words".into(),
        retry_after,
    }
}

fn unauthorized() -> ModelError {
    ModelError::Unauthorized {
        status: 401,
        message: "its own words".into(),
        setting: "its key".into(),
    }
}

fn code(seen: &Seen) -> &str {
    match &seen.ending {
        Ending::Failed { error_code, .. } => error_code,
        other => panic!("{other:?}"),
    }
}

#[test]
fn transient_failures_are_tried_again_and_count_in_usage() {
    for error in [
        ModelError::Unreachable("refused".into()),
        ModelError::TimedOut("first byte".into()),
        status(408, None),
        status(409, None),
        status(429, None),
        status(500, None),
        status(503, None),
    ] {
        let seen = check(|| {
            let failed = || ScriptedAnswer::fails(error.clone());
            Case::new(
                [agent("a")],
                [failed(), failed(), ScriptedAnswer::text("hello")],
            )
        });
        assert_eq!(seen.response(), "hello");
        assert_eq!(seen.state.usage().model_calls, 3);
        assert_eq!(seen.state.spent().turns, 1);
    }
}

#[test]
fn after_three_attempts_the_run_fails() {
    let seen = check(|| {
        let failed = || ScriptedAnswer::fails(status(503, None));
        Case::new(
            [agent("a")],
            [
                failed(),
                failed(),
                failed(),
                ScriptedAnswer::text("too late"),
            ],
        )
    });
    assert_eq!(code(&seen), "model_unavailable");
    assert_eq!(seen.requests.len(), 3);
    assert_eq!(seen.state.usage().model_calls, 3);
}

#[test]
fn lasting_failures_are_not_tried_again() {
    for (error, expected) in [
        (status(400, None), "model_rejected"),
        (unauthorized(), "model_unauthorized"),
        (ModelError::Malformed("no JSON".into()), "model_malformed"),
        (ModelError::Empty, "model_empty"),
        (status(429, Some(3600)), "model_rate_limited"),
    ] {
        let seen = check(|| {
            Case::new(
                [agent("a")],
                [
                    ScriptedAnswer::fails(error.clone()),
                    ScriptedAnswer::text("no"),
                ],
            )
        });
        assert_eq!((code(&seen), seen.requests.len()), (expected, 1));
        let Ending::Failed { message, .. } = &seen.ending else {
            panic!()
        };
        assert!(
            !message.contains("its own words"),
            "the provider's words are for the log: {message}"
        );
    }
}

#[test]
fn nothing_is_tried_again_after_the_first_output() {
    for end in [
        ScriptedEnd::Stops,
        ScriptedEnd::Fails(status(503, None)),
        ScriptedEnd::Panics,
    ] {
        let seen = check(|| {
            let half = ScriptedAnswer::text("half an").ending(end.clone());
            Case::new([agent("a")], [half, ScriptedAnswer::text("whole")])
        });
        assert_eq!(seen.requests.len(), 1);
        assert_eq!(seen.outline(), "start error");
        assert_eq!(seen.items, [user("go")], "half an answer is no answer");
    }
}

#[test]
fn a_stream_that_stops_short_is_an_error_not_an_answer() {
    let seen = check(|| {
        let short = || ScriptedAnswer::default();
        Case::new([agent("a")], [short(), short(), short()])
    });
    assert_eq!(code(&seen), "model_cut_short");
    assert_eq!(
        seen.requests.len(),
        3,
        "before the first output it is tried again"
    );
}

#[test]
fn a_failure_in_a_later_turn_keeps_what_was_done() {
    let seen = check(|| {
        let answers = [
            ScriptedAnswer::calls([("x", json!({}))]),
            ScriptedAnswer::fails(unauthorized()),
        ];
        Case::new([agent("a").tool(echo("x"))], answers)
    });
    assert_eq!(seen.outline(), "start tool_call tool_result error");
    assert_eq!(seen.results(), [(false, "{}")]);
}

#[derive(Default)]
struct Watching(Mutex<Vec<(u32, String, Option<Duration>)>>);

impl Observer for Watching {
    fn model_failed(
        &self,
        _: &Run,
        model: &str,
        attempt: u32,
        error: &ModelError,
        _: Duration,
        retry_in: Option<Duration>,
    ) {
        assert_eq!(model, "scripted");
        self.0
            .lock()
            .unwrap()
            .push((attempt, error.to_string(), retry_in));
    }
}

#[test]
fn retry_after_comes_before_backoff_and_the_log_gets_the_providers_words() {
    let watching = Arc::new(Watching::default());
    block_on(async {
        let script = [
            ScriptedAnswer::fails(status(429, Some(7))),
            ScriptedAnswer::fails(status(500, None)),
            ScriptedAnswer::text("hello"),
        ];
        let agents = Agents::new(vec![agent("a")]).unwrap();
        let driver = Driver::new(agents.into(), Arc::new(ScriptedModel::new(script)))
            .observer(watching.clone());
        let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
        let began = tokio::time::Instant::now();
        let driven = driver
            .drive(
                &mut run,
                (),
                &mut MemoryJournal::default(),
                &RunControl::new(),
            )
            .await;
        assert!(matches!(
            driven,
            Ok(Driven::Ended(Ending::Completed { .. }))
        ));
        let waited = began.elapsed();
        assert!(
            (Duration::from_millis(7500)..Duration::from_millis(8002)).contains(&waited),
            "{waited:?}"
        );
    });
    let seen = watching.0.lock().unwrap();
    assert_eq!(
        seen[0],
        (
            1,
            "the model server answered 429: its own words".into(),
            Some(Duration::from_secs(7))
        )
    );
    // Backoff: 500 ms, doubled, of which jitter leaves at least half.
    let wait = seen[1].2.unwrap();
    assert!(
        (Duration::from_millis(500)..=Duration::from_secs(1)).contains(&wait),
        "{wait:?}"
    );
}
