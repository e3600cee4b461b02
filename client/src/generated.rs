//! What `cargo xtask generate` makes from `spec/openapi.yaml`: this file alone is written by hand.
//!
//! `client` has progenitor's client and its types, `credentials` what it shows to say who calls, `streams` the typed streams and the list of operations.

#[rustfmt::skip]
#[expect(
    missing_docs,
    unreachable_pub,
    unused_imports,
    unused_qualifications,
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "progenitor documents what the document does, in its own style"
)]
pub(crate) mod client;
#[rustfmt::skip]
pub(crate) mod credentials;
#[rustfmt::skip]
pub(crate) mod streams;
