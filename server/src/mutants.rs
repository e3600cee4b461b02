//! The mutation check of this service's own document: what it demands is taken out of the generated code's table, a piece
//! at a time, and must be missed. `cargo xtask mutate` prints the score.

use serde_json::Value;

use crate::generated;

#[path = "../../xtask/generator/tests/mutants/score.rs"]
mod score;

#[test]
fn every_mutant_is_noticed() {
    let document: Value = serde_json::from_str(include_str!("../../spec/openapi.json")).unwrap();
    let score = score::score(&document, None);
    for line in score.to_string().lines() {
        println!("spec/openapi.yaml: {line}");
    }
    assert!(score.missed.is_empty(), "{score}");
}
