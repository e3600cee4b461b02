//! What `cargo xtask generate` makes from `spec/openapi.yaml`: this file alone is written by hand.
//!
//! `models` has the types of the component schemas. The files below are not to be edited.

#[expect(missing_docs, clippy::unwrap_used, reason = "typify documents what the document does, and compiles checked patterns")]
pub mod models;
