//! The modules of the generated code, declared as a project would.

#[rustfmt::skip]
pub mod api;
#[rustfmt::skip]
mod credentials;
#[rustfmt::skip]
pub mod document;
/// What the table's rows decide, for the mutation check.
#[path = "../mutants/judge.rs"]
pub(crate) mod judge;
#[path = "../mutants/event.rs"]
pub(crate) mod judge_event;
#[path = "../mutants/fields/least.rs"]
pub(crate) mod judge_fields;
#[rustfmt::skip]
pub mod models;
#[rustfmt::skip]
mod operations;
#[rustfmt::skip]
mod schemas;
#[rustfmt::skip]
mod server;
#[rustfmt::skip]
mod statuses;
#[rustfmt::skip]
mod support;
#[rustfmt::skip]
pub mod tools;
