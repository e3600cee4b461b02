//! How a schema becomes a validator: one dialect, one set of formats, no network.
//!
//! Knows JSON Schema; knows no document.

use jsonschema::{Draft, ValidationError, Validator};
//# if unions
use jsonschema::Keyword;
use jsonschema::paths::Location;
use serde_json::Map;
//# end
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
        //# if unions
        .with_keyword("discriminator", discriminator)
        //# end
        .offline()
        .build(schema)
}

/// `ip`, which dropshot's documents use: an address of either version.
fn is_address(text: &str) -> bool {
    text.parse::<std::net::IpAddr>().is_ok()
}
//# if unions

/// The tag of a union, and the values that it may have.
struct Tag(Vec<Value>);

impl<'i> Keyword<'i> for Tag {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if self.is_valid(instance) {
            return Ok(());
        }
        let known: Vec<&str> = self.0.iter().filter_map(Value::as_str).collect();
        Err(ValidationError::custom(format!(
            "must be one of {}",
            known.join(", ")
        )))
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        self.0.contains(instance)
    }
}

fn discriminator<'a>(
    _: &'a Map<String, Value>,
    known: &'a Value,
    _: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    Ok(Box::new(Tag(known.as_array().cloned().unwrap_or_default())))
}
//# end
