//! Who is right: an independent validator of JSON Schema, with a translation of OpenAPI 3.0's dialect of its own.
//!
//! What JSON Schema leaves open is decided here as `docs/schemas-and-types.md` of the generator says.

use std::collections::HashMap;
use std::error::Error;
use std::net::IpAddr;

use boon::{Compiler, Draft, Format, SchemaIndex, Schemas};
use serde_json::{Map, Value, json};

use crate::Oracle;
use crate::values::tags;

/// A document's schemas, ready to judge values.
pub struct Judge {
    compiled: Schemas,
    /// Each component's schema, or why it cannot be run.
    components: HashMap<String, Result<Ready, String>>,
}

/// A schema that values can be held against.
#[derive(Debug, Clone, Copy)]
pub struct Ready(SchemaIndex);

/// Where the translated schemas are kept; nothing is fetched from there.
const HOME: &str = "urn:document";

impl Judge {
    /// Takes the component schemas of a document.
    ///
    /// # Errors
    /// When they cannot be taken as a document of JSON Schemas.
    pub fn new(document: &Value) -> Result<Self, String> {
        let mut compiler = Compiler::new();
        compiler.set_default_draft(Draft::V2020_12);
        compiler.enable_format_assertions();
        for format in FORMATS {
            compiler.register_format(*format);
        }
        let schemas = document["components"]["schemas"].as_object();
        let translated: Map<String, Value> = schemas
            .into_iter()
            .flatten()
            .map(|(name, schema)| {
                let mut schema = schema.clone();
                one_way(&mut schema, Oracle(document));
                (name.clone(), translated(&schema))
            })
            .collect();
        let names: Vec<String> = translated.keys().cloned().collect();
        let whole = Oracle(document).with_bases(translated);
        compiler
            .add_resource(HOME, whole)
            .map_err(|error| format!("{error:#}"))?;
        let mut compiled = Schemas::new();
        let components = names
            .into_iter()
            .map(|name| {
                let ready = compiler
                    .compile(&place(&name), &mut compiled)
                    .map(Ready)
                    .map_err(|error| format!("{error:#}"));
                (name, ready)
            })
            .collect();
        Ok(Self {
            compiled,
            components,
        })
    }

    /// A component's schema.
    ///
    /// # Errors
    /// When there is none of the name, or it cannot be run, for example for a pattern beyond what this validator knows.
    pub fn component(&self, name: &str) -> Result<Ready, String> {
        let found = self.components.get(name).cloned();
        found.unwrap_or_else(|| Err(format!("there is no component {name}")))
    }

    /// Whether a value is of a schema.
    pub fn admits(&self, schema: Ready, value: &Value) -> bool {
        self.compiled.validate(value, schema.0).is_ok()
    }
}

/// Where a component is in the translated document.
fn place(name: &str) -> String {
    let name = name
        .replace('~', "~0")
        .replace('/', "~1")
        .replace('%', "%25");
    format!("{HOME}#/components/schemas/{name}")
}

/// Members that the other side alone may send: none may be there, and none is required.
fn one_way(schema: &mut Value, oracle: Oracle<'_>) {
    let members = schema.get_mut("properties").and_then(Value::as_object_mut);
    let refused: Vec<String> = members
        .into_iter()
        .flatten()
        .filter(|(_, member)| oracle.is_refused(member))
        .map(|(name, member)| {
            *member = json!({ "not": {} });
            name.clone()
        })
        .collect();
    if let Some(Value::Array(names)) = schema.get_mut("required") {
        names.retain(|name| !refused.iter().any(|refused| name == refused));
    }
    match schema {
        Value::Object(members) => members
            .values_mut()
            .for_each(|value| one_way(value, oracle)),
        Value::Array(items) => items.iter_mut().for_each(|item| one_way(item, oracle)),
        _ => {}
    }
}

/// From OpenAPI 3.0 to JSON Schema 2020-12.
fn translated(schema: &Value) -> Value {
    let Some(members) = schema.as_object() else {
        return schema.clone();
    };
    if let Some(reference) = members.get("$ref") {
        // What stands beside a reference is nothing to OpenAPI 3.0.
        return json!({ "$ref": reference });
    }
    let is = |flag: &str| members.get(flag) == Some(&Value::Bool(true));
    let mut out = Map::new();
    let mut also = Vec::new();
    for (keyword, value) in members {
        let value = match keyword.as_str() {
            "properties" => value
                .as_object()
                .into_iter()
                .flatten()
                .map(|(name, schema)| (name.clone(), translated(schema)))
                .collect(),
            "items" | "additionalProperties" | "not" => translated(value),
            "oneOf" | "anyOf" => {
                let parts = value.as_array().into_iter().flatten();
                parts.map(|part| variant(schema, part)).collect()
            }
            "allOf" => {
                also.extend(value.as_array().into_iter().flatten().map(translated));
                continue;
            }
            "pattern" => {
                let (conditions, rest) = looking_ahead(value.as_str().unwrap_or_default());
                also.extend(conditions.into_iter().map(|(wanted, pattern)| {
                    let condition = json!({ "pattern": pattern });
                    if wanted {
                        condition
                    } else {
                        json!({ "not": condition })
                    }
                }));
                Value::from(rest)
            }
            "minimum" if is("exclusiveMinimum") => {
                out.insert("exclusiveMinimum".to_owned(), value.clone());
                continue;
            }
            "maximum" if is("exclusiveMaximum") => {
                out.insert("exclusiveMaximum".to_owned(), value.clone());
                continue;
            }
            "type" | "enum" | "format" | "minLength" | "maxLength" | "minimum" | "maximum"
            | "multipleOf" | "minItems" | "maxItems" | "uniqueItems" | "minProperties"
            | "maxProperties" | "required" => value.clone(),
            _ => continue,
        };
        out.insert(keyword.clone(), value);
    }
    if members.get("type") == Some(&json!("integer")) {
        // Decided: an integer without a format is an int64.
        out.entry("format").or_insert_with(|| json!("int64"));
    }
    if members.get("format") == Some(&json!("email")) {
        // Decided: an address names somebody before the `@` (RFC 5321); this validator would do without.
        also.push(json!({ "pattern": "^[^@]" }));
    }
    if members.get("enum") == Some(&json!([null])) {
        // Decided: dropshot writes null as a string that is listed as null.
        out.remove("type");
    }
    if !also.is_empty() {
        out.insert("allOf".to_owned(), also.into());
    }
    if is("nullable") {
        // Decided: null is admitted whatever else the schema says.
        return json!({ "anyOf": [{ "type": "null" }, out] });
    }
    Value::Object(out)
}

/// A variant of a union; where there is a discriminator, its tag must say so.
fn variant(union: &Value, part: &Value) -> Value {
    match tags(union, part) {
        Some((tag, names)) => json!({
            "allOf": [translated(part)],
            "required": [tag],
            "properties": { tag: { "enum": names } },
        }),
        None => translated(part),
    }
}

/// What a pattern looks ahead for at its beginning (true: must be there), and the rest of it. An engine without
/// lookahead can run these one by one.
pub(crate) fn looking_ahead(pattern: &str) -> (Vec<(bool, String)>, String) {
    let mut conditions = Vec::new();
    let mut rest = pattern;
    loop {
        let bare = rest.strip_prefix('^').unwrap_or(rest);
        let (wanted, inner) = match (bare.strip_prefix("(?!"), bare.strip_prefix("(?=")) {
            (Some(inner), _) if bare.len() < rest.len() => (false, inner),
            (_, Some(inner)) if bare.len() < rest.len() => (true, inner),
            _ => return (conditions, rest.to_owned()),
        };
        let Some(end) = closing(inner) else {
            return (conditions, rest.to_owned());
        };
        conditions.push((wanted, format!("^(?:{})", &inner[..end])));
        let next = &inner[end + 1..];
        // The anchor stood before the condition; often it is written again behind it.
        if next.starts_with('^') {
            rest = next;
        } else {
            return (conditions, format!("^(?:{next})"));
        }
    }
}

/// Where the group closes that was open before the text.
fn closing(text: &str) -> Option<usize> {
    let (mut depth, mut in_class, mut is_escaped) = (0, false, false);
    for (at, character) in text.char_indices() {
        match character {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            ']' => in_class = false,
            _ if in_class => {}
            '[' => in_class = true,
            '(' => depth += 1,
            ')' if depth == 0 => return Some(at),
            ')' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// What JSON Schema has no formats for, and OpenAPI and dropshot do.
const FORMATS: &[Format] = &[
    Format {
        name: "ip",
        func: address,
    },
    Format {
        name: "int8",
        func: within::<-0x80, 0x7f>,
    },
    Format {
        name: "int16",
        func: within::<-0x8000, 0x7fff>,
    },
    Format {
        name: "int32",
        func: within::<{ i32::MIN as i128 }, { i32::MAX as i128 }>,
    },
    Format {
        name: "int",
        func: within::<{ i64::MIN as i128 }, { i64::MAX as i128 }>,
    },
    Format {
        name: "int64",
        func: within::<{ i64::MIN as i128 }, { i64::MAX as i128 }>,
    },
    Format {
        name: "uint8",
        func: within::<0, 0xff>,
    },
    Format {
        name: "uint16",
        func: within::<0, 0xffff>,
    },
    Format {
        name: "uint32",
        func: within::<0, { u32::MAX as i128 }>,
    },
    Format {
        name: "uint",
        func: within::<0, { u64::MAX as i128 }>,
    },
    Format {
        name: "uint64",
        func: within::<0, { u64::MAX as i128 }>,
    },
    Format {
        name: "float",
        func: single,
    },
];

fn address(value: &Value) -> Result<(), Box<dyn Error>> {
    if let Some(text) = value.as_str() {
        text.parse::<IpAddr>()?;
    }
    Ok(())
}

/// A range of whole numbers, exactly: comparing as floating-point numbers would let 2^63 pass for 2^63 - 1.
fn within<const LOW: i128, const HIGH: i128>(value: &Value) -> Result<(), Box<dyn Error>> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let Value::Number(number) = value else {
        return Ok(());
    };
    let whole = number
        .as_i64()
        .map(i128::from)
        .or_else(|| number.as_u64().map(i128::from));
    let float = number.as_f64().unwrap_or(f64::INFINITY);
    let fits = match whole {
        Some(whole) => (LOW..=HIGH).contains(&whole),
        // A fraction isn't this format's business. Decided: 1.0 is a whole number as long as it is exact.
        None if float.fract() != 0.0 => true,
        #[expect(
            clippy::cast_possible_truncation,
            reason = "below 2^53 every whole f64 is an i128"
        )]
        None => float.abs() < EXACT && (LOW..=HIGH).contains(&(float as i128)),
    };
    if fits {
        Ok(())
    } else {
        Err("out of range".into())
    }
}

/// A number that single precision has room for.
fn single(value: &Value) -> Result<(), Box<dyn Error>> {
    match value.as_f64() {
        Some(number) if number.abs() > f64::from(f32::MAX) => Err("out of range".into()),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_pattern_looks_ahead_for_is_taken_apart() {
        let no = |text: &str| (false, text.to_owned());
        assert_eq!(
            looking_ahead(r"^(?![0-9)(]{2}(-\))$)^[a-z]+$"),
            (vec![no(r"^(?:[0-9)(]{2}(-\))$)")], "^[a-z]+$".to_owned())
        );
        assert_eq!(
            looking_ahead("^(?!a)b|c"),
            (vec![no("^(?:a)")], "^(?:b|c)".to_owned())
        );
        assert_eq!(looking_ahead("a(?!b)"), (vec![], "a(?!b)".to_owned()));
    }

    /// Each row is one decision: schema, value, whether it is admitted.
    #[test]
    fn what_json_schema_leaves_open_is_decided() {
        let rows = [
            (json!({ "type": "integer" }), json!(1.0), true),
            (json!({ "type": "integer" }), json!(1.5), false),
            (json!({ "type": "integer" }), json!(i64::MAX), true),
            (json!({ "type": "integer" }), json!(1_u64 << 63), false),
            (json!({ "type": "integer" }), json!(1e17), false),
            (
                json!({ "type": "integer", "format": "uint64" }),
                json!(u64::MAX),
                true,
            ),
            (
                json!({ "type": "integer", "format": "uint64" }),
                json!(1.8446744073709552e19),
                false,
            ),
            (
                json!({ "type": "number", "format": "float" }),
                json!(1e39),
                false,
            ),
            (
                json!({ "type": "string", "format": "ip" }),
                json!("::1"),
                true,
            ),
            (
                json!({ "type": "string", "format": "ip" }),
                json!("::1/8"),
                false,
            ),
            (
                json!({ "type": "string", "enum": [null] }),
                Value::Null,
                true,
            ),
            (
                json!({ "type": "string", "enum": ["a"], "nullable": true }),
                Value::Null,
                true,
            ),
            (
                json!({ "type": "number", "minimum": 1, "exclusiveMinimum": true }),
                json!(1),
                false,
            ),
            (
                json!({ "type": "string", "pattern": "^(?!no$)^[a-z]+$" }),
                json!("no"),
                false,
            ),
            (
                json!({ "type": "string", "pattern": "^(?!no$)^[a-z]+$" }),
                json!("not"),
                true,
            ),
        ];
        for (schema, value, expected) in rows {
            let document = json!({ "components": { "schemas": { "A": schema } } });
            let judge = Judge::new(&document).unwrap();
            let ready = judge.component("A").unwrap();
            assert_eq!(judge.admits(ready, &value), expected, "{schema}: {value}");
        }
    }
}
