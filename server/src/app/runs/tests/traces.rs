//! What is left of a run's trace, whatever happens to its process.

use super::{
    approvals::{decision, paused},
    recovery::Killed,
    *,
};

/// The trace as a tree, a line for each span: kind, name, status.
async fn outline(life: &Life, run_id: &str) -> String {
    let trace = life.runs.trace(&life.owner, run_id).await.unwrap();
    let mut depths = std::collections::HashMap::new();
    let lines = trace.spans.iter().map(|span| {
        let depth = match &span.parent_id.0 {
            None => 0,
            // What is outside comes before what is inside.
            Some(parent) => depths[parent] + 1,
        };
        assert_eq!(depths.insert(span.id.clone(), depth), None, "{trace:?}");
        let is_open = span.status == models::SpanStatus::Open;
        assert_eq!(span.ended_at.0.is_none(), is_open, "{span:?}");
        let indent = "  ".repeat(depth);
        format!("{indent}{} {}: {}", span.kind, span.name, span.status)
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_was_open_when_the_process_was_killed_is_interrupted() {
    for in_tool in [false, true] {
        let folder = folder();
        let path = folder.path();
        let (run_id, before, _call) = Killed::life(async || {
            let mut life = Life::begin(path).await;
            let begun = life.start("Wait for it").await;
            let call = life.called().await;
            if in_tool {
                call.call("wait", json!({})).finish();
                life.reaches(&begun.run_id, "tool_call").await;
            }
            let before = outline(&life, &begun.run_id).await;
            // It must not end before the process does.
            (begun.run_id, before, call)
        });
        let expected = if in_tool {
            "\
run clerk: open
  turn clerk: open
    model_call test: ok
    tool wait: open"
        } else {
            "\
run clerk: open
  turn clerk: open
    model_call test: open"
        };
        assert_eq!(before, expected);
        Killed::life(async || {
            let life = Life::begin(path).await;
            let after = outline(&life, &run_id).await;
            assert_eq!(after, before.replace("open", "interrupted"));
        });
    }
}

#[tokio::test]
async fn a_run_that_is_paused_over_a_restart_is_one_trace() {
    let folder = folder();
    let (run_id, calls) = {
        let mut life = Life::begin(folder.path()).await;
        let (run_id, calls) = paused(&mut life).await;
        stop(life).await;
        (run_id, calls)
    };
    let mut life = Life::begin(folder.path()).await;
    let waiting = outline(&life, &run_id).await;
    assert!(
        waiting.starts_with("run clerk: open\n  turn clerk: open\n"),
        "{waiting}"
    );
    let decisions = calls.iter().map(|call| decision(call, true)).collect();
    life.runs
        .decide(&life.owner, &run_id, decisions)
        .await
        .unwrap();
    life.called().await.say("Done.").finish();
    life.events(&run_id, 0).await;
    let whole = outline(&life, &run_id).await;
    let settled = waiting.replace("open", "ok");
    assert!(whole.starts_with(&settled), "{whole}");
    assert!(
        !whole.contains("open") && !whole.contains("interrupted"),
        "{whole}"
    );
    assert_eq!(whole.matches("run clerk").count(), 1);
}

#[tokio::test]
async fn a_run_that_never_began_has_a_trace_of_one_span() {
    let folder = folder();
    let mut life = Life::begin(folder.path()).await;
    let first = life.start("one").await;
    let session = life.session_of(&first.run_id).await;
    let call = life.called().await;
    let second = life.start_in(&session, "two", OnBusy::Queue).await.unwrap();
    assert_eq!(outline(&life, &second.run_id).await, "run clerk: open");
    life.runs
        .cancel(
            &life.owner,
            &second.run_id,
            taskmanager_agent::driver::When::Now,
            "cancelled",
        )
        .await
        .unwrap();
    assert_eq!(outline(&life, &second.run_id).await, "run clerk: cancelled");
    call.say("Done.").finish();
}
