//! A small document, whole: its generated code is kept and compared, compiled, served and asked over HTTP.

mod small {
    #[expect(clippy::unwrap_used, reason = "the tests' own tools")]
    pub(crate) mod client_http;
    #[expect(clippy::unwrap_used, reason = "the tests' own tools")]
    mod contract;
    #[expect(
        dead_code,
        unreachable_pub,
        unused_imports,
        clippy::unwrap_used,
        reason = "a test uses a part"
    )]
    pub(crate) mod generated;
    mod mutants;
    #[expect(clippy::unwrap_used, reason = "the tests' own tools")]
    pub(crate) mod notes;
    mod requests;
    #[expect(clippy::unwrap_used, reason = "the tests' own tools")]
    #[path = "../mutants/score.rs"]
    mod score;
    mod streams;
    #[expect(clippy::unwrap_used, reason = "the tests' own tools")]
    mod tools;
}
