//! The TaskManager Agent service as a library: the `taskmanager` binary starts it, and tests start it with parts replaced.

mod api;
pub mod app;
pub mod config;
pub mod docs;
pub mod error;
pub mod generated;
pub mod guard;
pub mod log;
pub mod metrics;
#[cfg(test)]
mod mutants;
pub mod otlp;
pub mod serve;
pub mod service;
pub mod shutdown;
pub mod store;

pub use serve::{Models, Parts, RunningServer, StartError, start};
