//! Several models as one.

use std::{sync::Arc, time::Duration};

use taskmanager_agent::{
    agent::Agents,
    driver::{Driven, Driver, MemoryJournal, Observer, RunControl},
    guardrail::{OutputGuardrail, Verdict},
    model::{
        Model, ModelChunk, ModelError, Upstream,
        fallback::{BreakerPolicy, CircuitState, Fallback},
        scripted::*,
    },
    run::{Ending, Run},
    usage::Usage,
};

use crate::{harness::*, stub};

fn down() -> ScriptedAnswer {
    ScriptedAnswer::fails(ModelError::Unreachable("refused".into()))
}

/// What the model says, and how many of those that it stands for were asked.
async fn ask(model: &dyn Model) -> Result<(String, usize), ModelError> {
    use futures::StreamExt;
    let mut stream = model.stream(stub::request(vec![user("hi")])).await?;
    let (mut text, mut asked, mut failed) = (String::new(), 0, 0);
    while let Some(chunk) = stream.next().await {
        match chunk? {
            ModelChunk::Text(piece) => text.push_str(&piece),
            ModelChunk::Upstream(Upstream::Asked(_)) => asked += 1,
            ModelChunk::Upstream(Upstream::Failed { .. }) => failed += 1,
            ModelChunk::Finish { .. } => {
                assert_eq!(failed, asked - 1, "each but the last has failed");
                return Ok((text, asked));
            }
            other => panic!("{other:?}"),
        }
    }
    Err(ModelError::CutShort)
}

#[test]
fn the_next_model_is_asked_where_one_fails_before_its_first_output_and_both_calls_count() {
    for early in [
        down(),
        ScriptedAnswer::default(),
        ScriptedAnswer::fails(ModelError::Empty),
    ] {
        let first = Arc::new(ScriptedModel::new([early]));
        let second = Arc::new(ScriptedModel::new([ScriptedAnswer::text("second")]));
        let model = Fallback::new(first, [second as Arc<dyn Model>], BreakerPolicy::default());
        assert_eq!(block_on(ask(&model)).unwrap(), ("second".to_owned(), 2));
    }
}

#[test]
fn no_other_model_is_asked_after_the_first_output() {
    let first = Arc::new(ScriptedModel::new([
        ScriptedAnswer::text("half").ending(ScriptedEnd::Stops)
    ]));
    let second = Arc::new(ScriptedModel::new([ScriptedAnswer::text("second")]));
    let model = Fallback::new(
        first,
        [second.clone() as Arc<dyn Model>],
        BreakerPolicy::default(),
    );
    assert!(matches!(block_on(ask(&model)), Err(ModelError::CutShort)));
    assert_eq!(second.requests().len(), 0);
}

#[test]
fn an_upstream_that_keeps_failing_is_left_alone_and_tried_again_after_a_pause() {
    block_on(async {
        let policy = BreakerPolicy {
            failures: 2,
            pause: Duration::from_secs(10),
        };
        let first = Arc::new(ScriptedModel::new([
            down(),
            down(),
            down(),
            ScriptedAnswer::text("back"),
        ]));
        let second = Arc::new(ScriptedModel::new(
            (0..9).map(|_| ScriptedAnswer::text("second")),
        ));
        let model = Fallback::new(first.clone(), [second as Arc<dyn Model>], policy);
        let state = || model.states()[0].circuit;
        for (asked, expected) in [
            (1, CircuitState::Closed),
            (2, CircuitState::Open),
            (2, CircuitState::Open),
        ] {
            assert_eq!(ask(&model).await.unwrap().0, "second");
            assert_eq!((first.requests().len(), state()), (asked, expected));
        }
        tokio::time::sleep(Duration::from_secs(11)).await;
        assert_eq!(state(), CircuitState::HalfOpen);
        assert_eq!(
            ask(&model).await.unwrap().0,
            "second",
            "one call tries it, and it fails"
        );
        assert_eq!((first.requests().len(), state()), (3, CircuitState::Open));
        tokio::time::sleep(Duration::from_secs(11)).await;
        assert_eq!(ask(&model).await.unwrap().0, "back");
        assert_eq!(state(), CircuitState::Closed);
    });
}

#[test]
fn a_trial_that_is_cancelled_lets_the_next_call_try() {
    block_on(async {
        let policy = BreakerPolicy {
            failures: 1,
            pause: Duration::from_secs(1),
        };
        let hanging = ScriptedAnswer::default().ending(ScriptedEnd::Hangs);
        let only = Arc::new(ScriptedModel::new([
            down(),
            hanging,
            ScriptedAnswer::text("back"),
        ]));
        let model = Fallback::new(only, [], policy);
        assert!(ask(&model).await.is_err());
        let resting = ask(&model).await.unwrap_err();
        assert!(
            matches!(&resting, ModelError::Resting { cause, .. } if matches!(**cause, ModelError::Unreachable(_))),
            "{resting:?}"
        );
        assert_eq!(resting.code(), "model_unavailable");
        tokio::time::sleep(Duration::from_secs(2)).await;
        let cancelled = tokio::time::timeout(Duration::from_secs(1), ask(&model)).await;
        assert!(cancelled.is_err());
        assert_eq!(ask(&model).await.unwrap().0, "back");
    });
}

#[test]
fn what_the_request_is_to_blame_for_opens_no_circuit_but_another_model_is_asked() {
    block_on(async {
        let policy = BreakerPolicy {
            failures: 1,
            ..BreakerPolicy::default()
        };
        let too_long = || ScriptedAnswer::fails(ModelError::ContextExceeded("too long".into()));
        let small = Arc::new(ScriptedModel::new([too_long(), too_long()]));
        let large = Arc::new(ScriptedModel::new(
            (0..2).map(|_| ScriptedAnswer::text("large")),
        ));
        let model = Fallback::new(small, [large as Arc<dyn Model>], policy);
        for _ in 0..2 {
            assert_eq!(ask(&model).await.unwrap(), ("large".to_owned(), 2));
            assert_eq!(model.states()[0].circuit, CircuitState::Closed);
        }
    });
}

#[test]
fn an_upstream_that_breaks_off_in_the_middle_again_and_again_is_left_alone_too() {
    block_on(async {
        let policy = BreakerPolicy {
            failures: 2,
            ..BreakerPolicy::default()
        };
        let half = || ScriptedAnswer::text("half").ending(ScriptedEnd::Stops);
        let model = Fallback::new(Arc::new(ScriptedModel::new([half(), half()])), [], policy);
        for expected in [CircuitState::Closed, CircuitState::Open] {
            assert_eq!(ask(&model).await, Err(ModelError::CutShort));
            assert_eq!(model.states()[0].circuit, expected);
        }
    });
}

#[test]
fn a_run_counts_failed_models_and_tells_which_one_answered() {
    #[derive(Default)]
    struct Names(std::sync::Mutex<Vec<String>>);
    impl Observer for Names {
        fn model_failed(
            &self,
            _: &Run,
            model: &str,
            attempt: u32,
            error: &ModelError,
            _: Duration,
            retry_in: Option<Duration>,
        ) {
            let line = format!("{model} failed in attempt {attempt}: {error}; {retry_in:?}");
            self.0.lock().unwrap().push(line);
        }

        fn model_answered(&self, _: &Run, model: &str, _: Duration, _: Option<Usage>) {
            self.0.lock().unwrap().push(format!("{model} answered"));
        }
    }
    for held in [false, true] {
        block_on(async {
            let named = |name: &str, answer| {
                let model = Arc::new(ScriptedModel::new([answer])) as Arc<dyn Model>;
                (name.to_owned(), model)
            };
            let model = Fallback::named(
                named("one", down()),
                [
                    named("two", down()),
                    named("three", ScriptedAnswer::text("hello")),
                ],
                BreakerPolicy::default(),
            );
            let a = match held {
                true => agent("a").output_guardrail(OutputGuardrail::new("any", |(), _| async {
                    Ok(Verdict::Pass)
                })),
                false => agent("a"),
            };
            let names = Arc::new(Names::default());
            let agents = Agents::new(vec![a]).unwrap();
            let driver = Driver::new(agents.into(), Arc::new(model)).observer(names.clone());
            let mut run = Run::new(new_run(&Case::new([agent("a")], [])));
            let mut journal = MemoryJournal::default();
            let driven = driver
                .drive(&mut run, (), &mut journal, &RunControl::new())
                .await;
            assert!(matches!(
                driven,
                Ok(Driven::Ended(Ending::Completed { .. }))
            ));
            assert_eq!(run.state().usage().model_calls, 3);
            let failed = "failed in attempt 1: the model can't be reached: refused; Some(0ns)";
            assert_eq!(
                *names.0.lock().unwrap(),
                [
                    format!("one {failed}"),
                    format!("two {failed}"),
                    "three answered".to_owned()
                ]
            );
        });
    }
}
