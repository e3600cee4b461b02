//! What the generated code makes of a text, asked by the way that a body takes: read, validated, made a typed value.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::json;
use super::schema::Schema;
use super::validate::validate;
use crate::Verdict;

/// Reads a value into a type and writes it again.
pub(crate) type Typed = fn(Value) -> Result<String, String>;

pub(crate) fn typed<T: DeserializeOwned + Serialize>(value: Value) -> Result<String, String> {
    let typed = T::deserialize(value).map_err(|error| error.to_string())?;
    serde_json::to_string(&typed).map_err(|error| error.to_string())
}

pub(crate) fn judged(schema: &'static Schema, typed: Typed, text: &str) -> Verdict {
    let value = match json::parse(text.as_bytes()) {
        Ok(value) => value,
        Err(error) => {
            let back = Err(error.to_string());
            return Verdict { is_valid: false, back };
        }
    };
    let mut violations = Vec::new();
    validate(schema.compiled(), &value, || "/body".to_owned(), &mut violations);
    // As in a server, a type is made of what is valid only: its own reading of a pattern may take for ever to say no.
    if !violations.is_empty() {
        let back = Err("not valid".to_owned());
        return Verdict { is_valid: false, back };
    }
    Verdict {
        is_valid: true,
        back: typed(value),
    }
}
