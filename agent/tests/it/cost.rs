//! What the runtime itself costs. Run it by name, in release: `cargo test --release -p taskmanager-agent -- --ignored
//! cost --nocapture`.

use std::{sync::Arc, time::Instant};

use serde_json::json;
use taskmanager_agent::{
    agent::Agents,
    driver::{Driver, MemoryJournal, RunControl},
    model::scripted::*,
    run::Run,
};

use crate::harness::*;

#[test]
#[ignore = "a measurement, not a check"]
fn cost_of_a_turn_and_of_a_token() {
    let time = |turns: usize, tokens: usize| {
        let runs = 500;
        let mut spent = std::time::Duration::ZERO;
        block_on(async {
            for _ in 0..runs {
                let mut script = vec![
                    ScriptedAnswer::calls([(
                        "x",
                        json!({"task_id": 3, "deadline": "2026-12-01"})
                    )]);
                    turns
                ];
                script.push(ScriptedAnswer::text(&"word ".repeat(tokens)));
                let agents = Arc::new(Agents::new(vec![agent("a").tool(echo("x"))]).unwrap());
                let driver = Driver::new(agents, Arc::new(ScriptedModel::new(script)));
                let mut case = Case::new([agent("a")], []);
                case.budget.turns = 100;
                let mut run = Run::new(new_run(&case));
                let mut journal = MemoryJournal::default();
                let began = Instant::now();
                driver
                    .drive(&mut run, (), &mut journal, &RunControl::new())
                    .await
                    .unwrap();
                spent += began.elapsed();
            }
        });
        spent.as_secs_f64() * 1e6 / f64::from(runs)
    };
    time(1, 1);
    let (base, turns, tokens) = (time(0, 1), time(9, 1), time(0, 1001));
    println!(
        "run of one token: {base:.1} µs; turn with a tool call: {:.1} µs; token: {:.3} µs",
        (turns - base) / 9.0,
        (tokens - base) / 1000.0
    );
}
