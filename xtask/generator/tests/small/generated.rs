//! The modules of the generated code, declared as a project would.

pub mod api;
pub mod document;
pub mod models;
mod operations;
mod schemas;
mod server;
mod statuses;
mod support;
pub mod tools;
