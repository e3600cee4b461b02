//! What `cargo xtask generate` makes from `spec/openapi.yaml`: this file alone is written by hand.
//!
//! `api` is the way in: the trait to implement, its types, and `api_description` for dropshot. `models` has the types of
//! the component schemas, `tools` the operations that agents may call, `document` the table that all of it runs on.

pub mod api;
pub mod document;
#[expect(missing_docs, clippy::unwrap_used, reason = "typify documents what the document does, and compiles checked patterns")]
pub mod models;
mod operations;
mod schemas;
mod server;
mod statuses;
mod support;
pub mod tools;
