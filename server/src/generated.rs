//! What `cargo xtask generate` makes from `spec/openapi.yaml`: this file alone is written by hand.
//!
//! `api` is the way in: the trait to implement, its types, and `api_description` for dropshot. `models` has the types of
//! the component schemas, `tools` the operations that agents may call, `document` the table that all of it runs on.

#[rustfmt::skip]
pub mod api;
#[rustfmt::skip]
mod credentials;
#[rustfmt::skip]
pub mod document;
/// What the table's rows decide, for the mutation check.
#[cfg(test)]
#[path = "../../xtask/generator/tests/mutants/judge.rs"]
pub(crate) mod judge;
#[cfg(test)]
#[path = "../../xtask/generator/tests/mutants/event.rs"]
pub(crate) mod judge_event;
#[cfg(test)]
#[path = "../../xtask/generator/tests/mutants/fields/least.rs"]
pub(crate) mod judge_fields;
#[expect(missing_docs, clippy::unwrap_used, reason = "typify documents what the document does, and compiles checked patterns")]
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
