//! Several models as one.

use std::{sync::Arc, time::Duration};

use taskmanager_agent::model::{
    Model, ModelChunk, ModelError,
    fallback::{BreakerPolicy, CircuitState, Fallback},
    scripted::*,
};

use crate::{harness::*, stub};

fn down() -> ScriptedAnswer {
    ScriptedAnswer::fails(ModelError::Unreachable("refused".into()))
}

async fn ask(model: &dyn Model) -> Result<(String, u64), ModelError> {
    use futures::StreamExt;
    let mut stream = model.stream(stub::request(vec![user("hi")])).await?;
    let mut text = String::new();
    while let Some(chunk) = stream.next().await {
        match chunk? {
            ModelChunk::Text(piece) => text.push_str(&piece),
            ModelChunk::Finish { usage } => return Ok((text, usage.unwrap().model_calls)),
            _ => {}
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
        let state = || model.states()[0].1;
        for (asked, expected) in [
            (1, CircuitState::Closed),
            (2, CircuitState::Open),
            (2, CircuitState::Open),
        ] {
            assert_eq!(ask(&model).await.unwrap().0, "second");
            assert_eq!((first.requests().len(), state()), (asked, expected));
        }
        tokio::time::sleep(Duration::from_secs(11)).await;
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
        assert!(
            matches!(ask(&model).await, Err(ModelError::Unreachable(text)) if text.contains("too often"))
        );
        tokio::time::sleep(Duration::from_secs(2)).await;
        let cancelled = tokio::time::timeout(Duration::from_secs(1), ask(&model)).await;
        assert!(cancelled.is_err());
        assert_eq!(ask(&model).await.unwrap().0, "back");
    });
}
