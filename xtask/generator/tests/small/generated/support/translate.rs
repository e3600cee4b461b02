// Made from small.yaml by the test `snapshot`; do not edit.
//! From OpenAPI 3.0 schemas to JSON Schema (2020-12), so that one written schema serves documents and validation.
//!
//! Knows both dialects; knows no document.

use serde_json::{Map, Value, json};

/// Translates a schema and all below it: `nullable`, boolean exclusive bounds and formats of numbers become plain
/// JSON Schema; annotations are dropped. References stay as they are.
pub(crate) fn translate(schema: &Value) -> Value {
    let Value::Object(members) = schema else {
        return schema.clone();
    };
    if let Some(reference) = members.get("$ref") {
        return json!({ "$ref": reference });
    }
    let mut out = Map::new();
    for (keyword, value) in members {
        match keyword.as_str() {
            "properties" => {
                let properties = value.as_object().into_iter().flatten();
                out.insert(
                    keyword.clone(),
                    properties
                        .map(|(name, schema)| (name.clone(), translate(schema)))
                        .collect(),
                );
            }
            "allOf" | "anyOf" | "oneOf" => {
                out.insert(
                    keyword.clone(),
                    value
                        .as_array()
                        .into_iter()
                        .flatten()
                        .map(translate)
                        .collect(),
                );
            }
            "items" | "not" | "additionalProperties" => {
                out.insert(keyword.clone(), translate(value));
            }
            "type" | "enum" | "format" | "pattern" | "minLength" | "maxLength" | "minimum"
            | "maximum" | "multipleOf" | "minItems" | "maxItems" | "uniqueItems"
            | "minProperties" | "maxProperties" | "required" | "default" | "title"
            | "description" => {
                out.insert(keyword.clone(), value.clone());
            }
            // Handled below (`nullable`, exclusive bounds), or an annotation.
            _ => {}
        }
    }
    if members.get("enum") == Some(&json!([null])) {
        // Dropshot writes null as a string that can only be null.
        return json!({ "type": "null" });
    }
    exclusive(members, &mut out, "minimum", "exclusiveMinimum");
    exclusive(members, &mut out, "maximum", "exclusiveMaximum");
    number_format(&mut out);
    if members.get("nullable") == Some(&Value::Bool(true)) {
        nullable(out)
    } else {
        Value::Object(out)
    }
}

/// 3.0 has a bound and a flag, JSON Schema has two kinds of bounds.
fn exclusive(members: &Map<String, Value>, out: &mut Map<String, Value>, bound: &str, flag: &str) {
    if members.get(flag) == Some(&Value::Bool(true))
        && let Some(value) = out.remove(bound)
    {
        out.insert(flag.to_owned(), value);
    }
}

/// A format of numbers is a range.
fn number_format(out: &mut Map<String, Value>) {
    let range = match out.get("format").and_then(Value::as_str) {
        Some("int8") => (json!(i8::MIN), json!(i8::MAX)),
        Some("int16") => (json!(i16::MIN), json!(i16::MAX)),
        Some("int32") => (json!(i32::MIN), json!(i32::MAX)),
        Some("int" | "int64") => (json!(i64::MIN), json!(i64::MAX)),
        Some("uint8") => (json!(u8::MIN), json!(u8::MAX)),
        Some("uint16") => (json!(u16::MIN), json!(u16::MAX)),
        Some("uint32") => (json!(u32::MIN), json!(u32::MAX)),
        Some("uint" | "uint64") => (json!(u64::MIN), json!(u64::MAX)),
        Some("float") => (json!(f64::from(f32::MIN)), json!(f64::from(f32::MAX))),
        Some(_) | None => return,
    };
    let (low, high) = range;
    if !out.contains_key("minimum") && !out.contains_key("exclusiveMinimum") {
        out.insert("minimum".to_owned(), low);
    }
    if !out.contains_key("maximum") && !out.contains_key("exclusiveMaximum") {
        out.insert("maximum".to_owned(), high);
    }
}

fn nullable(mut out: Map<String, Value>) -> Value {
    if let Some(Value::Array(values)) = out.get_mut("enum")
        && !values.contains(&Value::Null)
    {
        values.push(Value::Null);
    }
    if let Some(kind) = out.get("type").cloned()
        && !["allOf", "anyOf", "oneOf", "not"]
            .iter()
            .any(|keyword| out.contains_key(*keyword))
    {
        out.insert("type".to_owned(), json!([kind, "null"]));
        return Value::Object(out);
    }
    let description = out.remove("description");
    // Null may be admitted already, so not `oneOf`.
    let mut either = json!({ "anyOf": [out, { "type": "null" }] });
    if let Some(description) = description {
        either["description"] = description;
    }
    either
}
