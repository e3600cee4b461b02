//! Whatever the bytes: output, or diagnostics with places in the text.
//!
//! `cargo install cargo-fuzz`, then in `xtask/generator`, for five minutes and with the documents there are as a beginning:
//! `cargo +nightly fuzz run document fuzz/corpus tests/small tests/diagnostics/syntax tests/diagnostics/schemas
//! -- -max_total_time=300 -timeout=20`.

#![no_main]

use std::sync::Once;

use libfuzzer_sys::fuzz_target;
use openapi_dropshot::{Document, Options, check, generate};

/// The fuzzer ends at every panic; typify's are caught and told as faults, so that only those that get here count.
static OWN_HOOK: Once = Once::new();

fuzz_target!(|bytes: &[u8]| {
    OWN_HOOK.call_once(|| std::panic::set_hook(Box::new(|panic| eprintln!("{panic}"))));
    let document = match Document::from_bytes(bytes, "fuzzed.yaml") {
        Ok(document) => document,
        Err(faults) => return told(&faults.to_string()),
    };
    if let Err(faults) = check(&document) {
        told(&faults.to_string());
    }
    let options = Options {
        notice: "// fuzzed".to_owned(),
        client: false,
        allow: Vec::new(),
    };
    if let Err(faults) = generate(&document, &options) {
        told(&faults.to_string());
        for fault in faults.iter() {
            assert!(fault.place.line > 0 && fault.place.column > 0);
        }
    }
});

fn told(report: &str) {
    assert!(!report.is_empty());
}
