// Made from open.yaml by the test `snapshot`; do not edit.
//! A dropshot server from its document.
//!
//! Implement `api::Api`, and give `api::api_description` to dropshot. `models` has the types of the component
//! schemas, `document` the table that all of it runs on.

#[rustfmt::skip]
pub mod api;
#[rustfmt::skip]
pub mod document;
#[allow(clippy::large_enum_variant, reason = "the document's unions are as they are")]
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
#[allow(dead_code, reason = "the same for every document, and this one uses a part of it")]
#[rustfmt::skip]
mod support;
