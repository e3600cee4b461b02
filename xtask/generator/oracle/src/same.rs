//! Whether a value has survived: what came back is equal as JSON, but for what is decided.

use std::collections::BTreeSet;
use std::net::IpAddr;

use chrono::DateTime;
use serde_json::{Map, Value};

use crate::Oracle;

/// A way in which a value may come back other than it went in. `docs/schemas-and-types.md` of the generator has the reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// `1.0` of an integer comes back as `1`.
    WholeNumber,
    /// A number of the format `float` comes back as the nearest of single precision.
    NearestFloat,
    /// A date-time comes back in UTC, as the same instant.
    Instant,
    /// A UUID comes back in small letters.
    UuidLetters,
    /// An address comes back as addresses are written.
    Address,
    /// A member that was left out comes back as its default.
    Default,
    /// An optional member that was null comes back as left out.
    NullLeftOut,
    /// An optional list or map that was empty comes back as left out.
    EmptyLeftOut,
    /// A member that an open object doesn't declare comes back as left out.
    UnknownLeftOut,
}

impl Decision {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::WholeNumber,
        Self::NearestFloat,
        Self::Instant,
        Self::UuidLetters,
        Self::Address,
        Self::Default,
        Self::NullLeftOut,
        Self::EmptyLeftOut,
        Self::UnknownLeftOut,
    ];

    /// What is decided, in words.
    pub fn text(self) -> &'static str {
        match self {
            Self::WholeNumber => "1.0 of an integer comes back as 1",
            Self::NearestFloat => "a number of single precision comes back as the nearest",
            Self::Instant => "a date-time comes back in UTC, as the same instant",
            Self::UuidLetters => "a UUID comes back in small letters",
            Self::Address => "an IP address comes back as it is usually written",
            Self::Default => "a member that was left out comes back as its default",
            Self::NullLeftOut => "an optional member that was null comes back as left out",
            Self::EmptyLeftOut => "an optional list or map that was empty comes back as left out",
            Self::UnknownLeftOut => "what an open object doesn't declare is taken and left out",
        }
    }
}

/// The decisions that make both values one.
///
/// # Errors
/// The first place at which they differ otherwise.
pub fn same<'a>(
    oracle: Oracle<'a>,
    schema: &'a Value,
    before: &Value,
    after: &Value,
) -> Result<BTreeSet<Decision>, String> {
    let mut used = BTreeSet::new();
    let schemas = oracle.parts(&[schema]);
    compare(oracle, &schemas, before, after, "", &mut used)?;
    Ok(used)
}

impl<'a> Oracle<'a> {
    /// The schemas with every schema that they are made of: behind references, of unions and of wholes.
    fn parts(self, schemas: &[&'a Value]) -> Vec<&'a Value> {
        let mut found: Vec<&'a Value> = Vec::new();
        let mut open: Vec<&'a Value> = schemas.to_vec();
        while let Some(schema) = open.pop() {
            let schema = self.resolved(schema);
            if found.iter().any(|known| std::ptr::eq(*known, schema)) {
                continue;
            }
            found.push(schema);
            for keyword in ["allOf", "oneOf", "anyOf"] {
                open.extend(schema[keyword].as_array().into_iter().flatten());
            }
        }
        found
    }
}

fn compare<'a>(
    oracle: Oracle<'a>,
    schemas: &[&'a Value],
    before: &Value,
    after: &Value,
    place: &str,
    used: &mut BTreeSet<Decision>,
) -> Result<(), String> {
    match (before, after) {
        _ if before == after => Ok(()),
        (Value::Object(before), Value::Object(after)) => {
            objects(oracle, schemas, before, after, place, used)
        }
        (Value::Array(one), Value::Array(other)) if one.len() == other.len() => {
            let items: Vec<_> = schemas.iter().filter_map(|s| s.get("items")).collect();
            let items = oracle.parts(&items);
            for (at, (one, other)) in one.iter().zip(other).enumerate() {
                compare(oracle, &items, one, other, &format!("{place}/{at}"), used)?;
            }
            Ok(())
        }
        _ => match spelling(schemas, before, after) {
            Some(decision) => {
                used.insert(decision);
                Ok(())
            }
            None => Err(format!("{place}: {before} comes back as {after}")),
        },
    }
}

/// Two ways of writing one number or text.
fn spelling(schemas: &[&Value], before: &Value, after: &Value) -> Option<Decision> {
    let is = |keyword: &str, word: &str| schemas.iter().any(|schema| schema[keyword] == word);
    match (before, after) {
        (Value::Number(one), Value::Number(other)) => {
            let (one, other) = (one.as_f64()?, other.as_f64()?);
            #[expect(clippy::cast_possible_truncation, reason = "that is the question")]
            let is_nearest = one as f32 == other as f32;
            if is("type", "integer") || is("type", "number") {
                #[expect(clippy::float_cmp, reason = "the same number or not")]
                if one == other {
                    return Some(Decision::WholeNumber);
                }
            }
            (is("format", "float") && is_nearest).then_some(Decision::NearestFloat)
        }
        (Value::String(one), Value::String(other)) => {
            let instant = |text: &str| DateTime::parse_from_rfc3339(text).ok();
            let address = |text: &str| text.parse::<IpAddr>().ok();
            if is("format", "date-time")
                && instant(one).is_some_and(|at| instant(other) == Some(at))
            {
                Some(Decision::Instant)
            } else if is("format", "uuid") && one.eq_ignore_ascii_case(other) {
                Some(Decision::UuidLetters)
            } else if ["ip", "ipv4", "ipv6"]
                .iter()
                .any(|format| is("format", format))
                && address(one).is_some_and(|at| address(other) == Some(at))
            {
                Some(Decision::Address)
            } else {
                None
            }
        }
        _ => None,
    }
}

fn objects<'a>(
    oracle: Oracle<'a>,
    schemas: &[&'a Value],
    before: &Map<String, Value>,
    after: &Map<String, Value>,
    place: &str,
    used: &mut BTreeSet<Decision>,
) -> Result<(), String> {
    let declared = |name: &str| -> Vec<&'a Value> {
        let written = schemas
            .iter()
            .filter_map(|schema| schema.get("properties")?.get(name));
        written.collect()
    };
    let rest: Vec<&'a Value> = schemas
        .iter()
        .filter_map(|schema| schema.get("additionalProperties"))
        .collect();
    // Of a union's variants it need not be the right one: whoever declares it has a say.
    let is_required = |name: &str| {
        let declaring = |schema: &&&Value| schema["properties"].get(name).is_some();
        schemas.iter().filter(declaring).all(|schema| {
            let names = schema["required"].as_array();
            names.is_some_and(|names| names.iter().any(|known| known == name))
        })
    };
    for (name, value) in before {
        let place = format!("{place}/{name}");
        let written = declared(name);
        let inner = oracle.parts(if written.is_empty() { &rest } else { &written });
        let decision = match after.get(name) {
            Some(other) => {
                compare(oracle, &inner, value, other, &place, used)?;
                continue;
            }
            None if written.is_empty() => {
                // Maps keep what they are given.
                let is_map = rest.iter().any(|rest| **rest != false);
                (!is_map).then_some(Decision::UnknownLeftOut)
            }
            None if value.is_null() && !is_required(name) => Some(Decision::NullLeftOut),
            None if is_empty(value) && !is_required(name) => Some(Decision::EmptyLeftOut),
            None => None,
        };
        match decision {
            Some(decision) => used.insert(decision),
            None => return Err(format!("{place}: {value} does not come back")),
        };
    }
    for (name, value) in after.iter().filter(|(name, _)| !before.contains_key(*name)) {
        let written = declared(name);
        // What the other side alone sends is required of it, and empty in a type that serves both.
        if written.iter().any(|schema| oracle.is_refused(schema)) && is_empty(value) {
            continue;
        }
        let defaults = written.iter().flat_map(|schema| {
            [
                schema.get("default"),
                oracle.resolved(schema).get("default"),
            ]
        });
        let inner = oracle.parts(&written);
        let place = format!("{place}/{name}");
        let is_default = defaults.flatten().any(|default| {
            compare(oracle, &inner, default, value, &place, &mut BTreeSet::new()).is_ok()
        });
        if !is_default {
            return Err(format!("{place}: {value} comes back, which was not there"));
        }
        used.insert(Decision::Default);
    }
    Ok(())
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(schema: Value, before: Value, after: Value) -> Result<Vec<Decision>, String> {
        let document = json!({ "components": { "schemas": {} } });
        same(Oracle(&document), &schema, &before, &after).map(|used| used.into_iter().collect())
    }

    #[test]
    fn only_what_is_decided_may_differ() {
        let object = || {
            json!({
                "type": "object",
                "required": ["a"],
                "properties": {
                    "a": { "type": "string", "nullable": true },
                    "b": { "type": "array", "items": {} },
                    "c": { "type": "integer", "default": 4 },
                },
            })
        };
        let rows = [
            (
                json!({ "type": "integer" }),
                json!(1.0),
                json!(1),
                Ok(vec![Decision::WholeNumber]),
            ),
            (json!({ "type": "string" }), json!("A"), json!("a"), Err(())),
            (
                json!({ "type": "string", "format": "date-time" }),
                json!("2026-11-22T10:00:00+01:00"),
                json!("2026-11-22T09:00:00Z"),
                Ok(vec![Decision::Instant]),
            ),
            (
                json!({ "type": "string", "format": "date-time" }),
                json!("2026-11-22T10:00:00+01:00"),
                json!("2026-11-22T10:00:00Z"),
                Err(()),
            ),
            (
                object(),
                json!({ "a": null }),
                json!({ "a": null, "c": 4 }),
                Ok(vec![Decision::Default]),
            ),
            (
                object(),
                json!({ "a": null }),
                json!({ "a": null, "c": 5 }),
                Err(()),
            ),
            (
                object(),
                json!({ "a": null, "b": [] }),
                json!({ "a": null }),
                Ok(vec![Decision::EmptyLeftOut]),
            ),
            (
                object(),
                json!({ "a": null, "b": [1] }),
                json!({ "a": null }),
                Err(()),
            ),
            (object(), json!({ "a": null }), json!({}), Err(())),
            (
                object(),
                json!({ "a": null, "z": 1 }),
                json!({ "a": null }),
                Ok(vec![Decision::UnknownLeftOut]),
            ),
            (
                json!({ "additionalProperties": {} }),
                json!({ "z": 1 }),
                json!({}),
                Err(()),
            ),
        ];
        for (schema, before, after, expected) in rows {
            let found = check(schema.clone(), before.clone(), after.clone());
            assert_eq!(
                found.map_err(|_| ()),
                expected,
                "{schema}: {before} {after}"
            );
        }
    }
}
