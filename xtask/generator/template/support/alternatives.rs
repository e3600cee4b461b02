//! Enums of alternatives that nothing in the value tells apart: read as the one whose schema admits the value.
//!
//! serde's own untagged enums take the first that can be read, which may drop members that only another declares.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::{Value, json};

use super::schema::Schema;

/// Reads and writes an enum by the alternatives of its schema, a component's or JSON, in the order of its variants. serde's
/// derived code, which wants to be told the variant, is asked for the one that was found.
macro_rules! alternatives {
    (@schema $text:literal) => { super::support::Schema::inline($text) };
    (@schema $component:ident) => { &super::schemas::$component };
    ($name:ident, $schema:tt, [$($variant:literal),+]) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> core::result::Result<Self, D::Error> {
                use serde::de::Error;
                static SCHEMAS: std::sync::LazyLock<Vec<super::support::Schema>> =
                    std::sync::LazyLock::new(|| super::support::alternatives!(@schema $schema).alternatives());
                let value = serde_json::Value::deserialize(deserializer)?;
                let value = super::support::alternative(value, &SCHEMAS, &[$($variant),+])
                    .ok_or_else(|| D::Error::custom("fits none of the alternatives"))?;
                Self::deserialize(value).map_err(D::Error::custom)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
                super::support::write_alternative(Self::serialize(self, serde_json::value::Serializer), serializer)
            }
        }
    };
}

pub(crate) use alternatives;

impl Schema {
    /// What the schema is one of, each a schema of its own.
    pub(crate) fn alternatives(&self) -> Vec<Self> {
        let written = self.parse();
        let all = written.get("oneOf").and_then(Value::as_array);
        // Asked once for each union of the document.
        let text = |one: &Value| &*Box::leak(one.to_string().into_boxed_str());
        all.into_iter().flatten().map(|one| Self::inline(text(one))).collect()
    }
}

/// The value under the name of the variant that admits it, as serde reads enums.
pub(crate) fn alternative(value: Value, schemas: &[Schema], variants: &[&str]) -> Option<Value> {
    let admits = |schema: &Schema| {
        //# if one_way
        let is_answer = || schema.answered().validator.is_valid(&value);
        schema.compiled().validator.is_valid(&value) || is_answer()
        //# else
        //= schema.compiled().validator.is_valid(&value)
        //# end
    };
    let at = schemas.iter().position(admits)?;
    Some(json!({ *variants.get(at)?: value }))
}

/// Writes a variant without its name.
pub(crate) fn write_alternative<S: Serializer>(
    named: Result<Value, serde_json::Error>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let value = match named.map_err(S::Error::custom)? {
        Value::Object(variants) => variants.into_iter().next().map(|(_, value)| value),
        // A variant that holds nothing is written as its name.
        _ => None,
    };
    value.serialize(serializer)
}
