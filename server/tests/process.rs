//! Tests of the `taskmanager` binary as a process: how it starts, stops, dies and comes back, and how it gets on with a
//! model server. Unix only, for the signals.
#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "tests, and what only tests call")]

#[path = "support/collector.rs"]
mod collector;
#[path = "support/document.rs"]
#[expect(dead_code, reason = "the coverage of operations is shown in http.rs")]
mod document;
#[path = "support/frames.rs"]
mod frames;
#[path = "support/upstream.rs"]
mod upstream;
#[path = "support/watchdog.rs"]
mod watchdog;
#[path = "support/witness.rs"]
#[expect(dead_code, reason = "the coverage of operations is shown in http.rs")]
mod witness;

mod process {
    mod service;

    mod crash;
    mod model_api;
    mod model_fallback;
    mod model_server;
    mod otlp;
    mod settings;
    mod spoilt;
    mod start;
    mod stop;
}
