//! The runtime's behaviours, one test each, named after them (`agent-runtime.md`), and the models on the wire.

mod approvals;
mod behaviours;
mod budgets;
mod cancel;
mod crash;
mod failures;
mod harness;
mod properties;
mod session;
mod tools;
