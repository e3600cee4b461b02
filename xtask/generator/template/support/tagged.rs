//! Enums told apart by a member of the document's choice: read by the tag alone, written with a tag that is right.
//!
//! The variants have the tag as a member of their own, which serde's tagged enums don't allow.

use serde::ser::{Error, Serialize, Serializer};
use serde_json::Value;

/// Reads and writes an enum by its tag; for each variant, the values of the tag that stand for it.
macro_rules! tagged {
    ($name:ident, $tag:literal: $($variant:ident = $first:literal $(| $other:literal)*,)+) => {
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> core::result::Result<Self, D::Error> {
                use serde::de::Error;
                let value = serde_json::Value::deserialize(deserializer)?;
                match value.get($tag).and_then(serde_json::Value::as_str) {
                    $(Some($first $(| $other)*) => {
                        serde::Deserialize::deserialize(&value).map(Self::$variant).map_err(D::Error::custom)
                    })+
                    Some(_) | None => Err(D::Error::custom(concat!("`", $tag, "` names no variant"))),
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> core::result::Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => {
                        super::support::write_tagged(value, $tag, &[$first $(, $other)*], serializer)
                    })+
                }
            }
        }
    };
}

pub(crate) use tagged;

/// Writes a variant; a tag that stands for another one is put right: the variant counts.
pub(crate) fn write_tagged<S: Serializer>(
    variant: &impl Serialize,
    tag: &str,
    names: &[&str],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut value = serde_json::to_value(variant).map_err(S::Error::custom)?;
    let is_right = value
        .get(tag)
        .and_then(Value::as_str)
        .is_some_and(|name| names.contains(&name));
    if let (false, Some(first), Value::Object(members)) = (is_right, names.first(), &mut value) {
        members.insert(tag.to_owned(), (*first).into());
    }
    value.serialize(serializer)
}
