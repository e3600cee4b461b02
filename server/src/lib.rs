//! The TaskManager Agent service as a library: the `taskmanager` binary starts it, and tests start it with parts replaced.

pub mod config;
pub mod docs;
pub mod guard;
pub mod log;
pub mod metrics;
pub mod shutdown;
pub mod store;
