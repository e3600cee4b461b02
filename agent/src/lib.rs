//! The agent runtime, and the TaskManager team that runs on it.
//!
//! A run is a value that decides and never waits ([`run`]); a driver performs what it decided ([`driver`]).
//! The crate knows no HTTP server, no database and none of TaskManager's storage types: the team's tools reach
//! the caller's data through the [`team::Workspace`] trait.

pub mod agent;
pub mod budget;
pub mod driver;
pub mod event;
pub mod guardrail;
pub mod handoff;
pub mod item;
pub mod model;
pub mod output;
pub mod run;
pub mod session;
pub mod team;
pub mod tool;
pub mod trace;
pub mod usage;
