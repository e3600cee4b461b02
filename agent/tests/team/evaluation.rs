//! Holds how well the offline model steers the team: floors, below which something is broken.
//!
//! `eval/develop.jsonl` is what the grammar was written with, `eval/measure.jsonl` what it is only measured on.

use std::sync::Arc;

use taskmanager_agent::model::{Model, offline::Offline};

use crate::score::{Score, score};

fn measure(name: &str) -> Score {
    let path = format!("{}/eval/{name}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap();
    let model: Arc<dyn Model> = Arc::new(Offline);
    let report = score(&text, &model);
    for miss in &report.misses {
        println!("{name}: {miss}");
    }
    println!("{}", report.whole.row(name));
    report.whole
}

#[test]
fn the_developing_half_is_understood() {
    let score = measure("develop");
    assert!(score.lines >= 200);
    assert!(
        score.shares().iter().all(|share| *share >= 0.97),
        "{score:?}"
    );
}

#[test]
fn the_measuring_half_is_measured() {
    let score = measure("measure");
    assert!(score.lines >= 150);
    // The goals: who answers, which tools, with what arguments.
    let goals = [0.97, 0.95, 0.92];
    let shares = score.shares();
    assert!(
        shares.iter().zip(goals).all(|(share, goal)| *share >= goal),
        "{score:?}"
    );
}
