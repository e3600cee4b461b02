//! A proof of authentication that is forged: names and fields that are private don't resolve, before types are looked at.
//!
//! Compiled by `tests/compile_fail.rs` only.

#![expect(
    dead_code,
    unused_imports,
    unreachable_pub,
    clippy::unwrap_used,
    reason = "only the errors matter"
)]

#[path = "../small"]
mod small {
    pub mod generated;
}

use small::generated::api::*;

fn built(owner: String) -> Authenticated<String> {
    Authenticated(owner) //~ E0423
}

/// What generated handlers get the proof by is their own.
fn borrowed() {
    let _ = small::generated::support::secure::<()>; //~ E0277 E0603
}
