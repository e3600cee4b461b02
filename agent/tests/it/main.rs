//! The runtime's behaviours, one test each, named after them (`agent-runtime.md`), and the models on the wire.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod approvals;
mod behaviours;
mod budgets;
mod cancel;
mod crash;
mod failures;
mod fallback;
mod guardrails;
mod harness;
mod nested;
mod openai_crate;
mod openai_requests;
mod openai_responses;
mod output;
mod properties;
mod runner;
mod session;
mod stub;
mod tools;
mod trace;
mod transcripts;
