//! The team with the offline model, through the real runtime, on a workspace in memory.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "team/conversations.rs"]
mod conversations;
#[path = "team/evaluation.rs"]
mod evaluation;
#[path = "team/score.rs"]
mod score;
#[path = "team/tools.rs"]
mod tools;
#[path = "team/world.rs"]
mod world;
