//! How a schema becomes a validator: one dialect, one set of formats, no network.
//!
//! Knows JSON Schema; knows no document.

//# if unions or one_way
use jsonschema::paths::Location;
use jsonschema::{Draft, Keyword, ValidationError, Validator};
//# else
//= use jsonschema::{Draft, ValidationError, Validator};
//# end
//# if unions or one_way
use serde_json::{Map, Value};
//# else
//= use serde_json::Value;
//# end

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
        //# if one_way
        .with_keyword("readOnly", read_only)
        .with_keyword("writeOnly", write_only)
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
//# if one_way

/// A member that doesn't go this way, and what is said of it.
struct OneWay(&'static str);

impl<'i> Keyword<'i> for OneWay {
    fn validate(&self, _: &'i Value) -> Result<(), ValidationError<'i>> {
        Err(ValidationError::custom(self.0))
    }

    fn is_valid(&self, _: &'i Value) -> bool {
        false
    }
}

fn read_only<'a>(
    _: &'a Map<String, Value>,
    _: &'a Value,
    _: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    Ok(Box::new(OneWay("is set by the server, not by callers")))
}

fn write_only<'a>(
    _: &'a Map<String, Value>,
    _: &'a Value,
    _: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    Ok(Box::new(OneWay("is never told")))
}
//# end
