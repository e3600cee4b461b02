// Made from spec/openapi.yaml by `cargo xtask generate`; do not edit.
//! How a schema becomes a validator: one dialect, one set of formats, no network.
//!
//! Knows JSON Schema; knows no document.

use jsonschema::{Draft, ValidationError, Validator};
use serde_json::Value;

/// Compiles a translated schema.
///
/// # Errors
/// When the schema is none, or a pattern or reference in it is broken.
pub(crate) fn compile(schema: &Value) -> Result<Validator, ValidationError<'static>> {
    jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true)
        .with_format("ip", is_address)
        .offline()
        .build(schema)
}

/// `ip`, which dropshot's documents use: an address of either version.
fn is_address(text: &str) -> bool {
    text.parse::<std::net::IpAddr>().is_ok()
}
