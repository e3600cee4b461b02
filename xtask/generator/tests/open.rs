//! A document that leaves open what can be left open, whole: compiled, served, asked over HTTP, and round.

#[expect(
    dead_code,
    clippy::unwrap_used,
    reason = "the tests' own tools, of which these use a part"
)]
#[path = "small/client_http.rs"]
mod client_http;

mod open {
    #[expect(
        dead_code,
        unreachable_pub,
        unused_imports,
        clippy::unwrap_used,
        clippy::allow_attributes,
        reason = "a test uses a part"
    )]
    pub(crate) mod generated;
    #[expect(clippy::unwrap_used, reason = "the tests' own tools")]
    mod requests;
    mod server;
}
