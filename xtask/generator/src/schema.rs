//! Schemas as JSON: what can be reached from them, and their translation to JSON Schema.
//!
//! Knows schemas; knows no operations and no Rust.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

pub(crate) use compile::compile;
pub(crate) use translate::{implied_type, translate};

/// The same file is copied into the generated server: a document is checked by what will hold requests to it.
#[path = "../template/support/compile.rs"]
mod compile;

/// The same file is copied into the generated server: types and validation rest on one translation.
#[path = "../template/support/translate.rs"]
mod translate;

/// The same file is copied into the generated server: types and validation know who sends which member.
#[path = "../template/support/side.rs"]
pub(crate) mod side;

/// The same file is copied into the generated server: types and validation know who extends whom.
#[path = "../template/support/bases.rs"]
pub(crate) mod bases;

/// The same file is copied into the generated server: types and validation know the same variants.
#[path = "../template/support/union.rs"]
pub(crate) mod union;

/// Where component schemas live.
pub(crate) const PREFIX: &str = "#/components/schemas/";

/// The component that a schema refers to and nothing else: `$ref`, or `allOf` of one `$ref` beside annotations.
pub(crate) fn referred(schema: &Value) -> Option<&str> {
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return reference.strip_prefix(PREFIX);
    }
    let members = schema.as_object()?;
    let only_annotations = members.keys().all(|key| {
        matches!(
            key.as_str(),
            "allOf"
                | "description"
                | "title"
                | "example"
                | "default"
                | "deprecated"
                | "readOnly"
                | "writeOnly"
        ) || key.starts_with("x-")
    });
    match schema.get("allOf")?.as_array()?.as_slice() {
        [only] if only_annotations => only.get("$ref")?.as_str()?.strip_prefix(PREFIX),
        _ => None,
    }
}

/// The types of whose values a keyword says something; none of them where it says something of all.
pub(crate) fn types_of(keyword: &str) -> &'static [&'static str] {
    match keyword {
        "minLength" | "maxLength" | "pattern" => &["string"],
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf" => {
            &["integer", "number"]
        }
        "items" | "minItems" | "maxItems" | "uniqueItems" => &["array"],
        "properties" | "required" | "additionalProperties" | "minProperties" | "maxProperties" => {
            &["object"]
        }
        _ => &[],
    }
}

/// Whether a keyword says nothing of values of these types; then typify would make something of it all the same, or panic.
pub(crate) fn is_idle(keyword: &str, kinds: &[&str]) -> bool {
    let own = match keyword {
        "format" => &["integer", "number", "string"],
        keyword => types_of(keyword),
    };
    !own.is_empty() && !own.iter().any(|own| kinds.contains(own))
}

/// Follows references to the schema that holds the keywords; a circle gives the schema where it closed.
pub(crate) fn resolved<'a>(schema: &'a Value, components: &'a Map<String, Value>) -> &'a Value {
    let mut current = schema;
    for _ in 0..64 {
        match referred(current).and_then(|name| components.get(name)) {
            Some(next) => current = next,
            None => break,
        }
    }
    current
}

/// The names of all components that a schema needs, itself included when it is a reference.
pub(crate) fn reachable(schema: &Value, components: &Map<String, Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![schema];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                if let Some(name) = members
                    .get("$ref")
                    .and_then(Value::as_str)
                    .and_then(|r| r.strip_prefix(PREFIX))
                    && found.insert(name.to_owned())
                {
                    open.extend(components.get(name));
                }
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

/// The schema as self-contained JSON Schema: every reference replaced by what it leads to, for readers that follow none.
pub(crate) fn inlined(schema: &Value, components: &Map<String, Value>) -> Value {
    inline(&translate(schema), components, 0)
}

fn inline(schema: &Value, components: &Map<String, Value>, depth: usize) -> Value {
    // A recursive schema ends as "anything": a tool's arguments are bounded by validation all the same.
    if depth > 12 {
        return Value::Object(Map::new());
    }
    if let Some(target) = referred(schema).and_then(|name| components.get(name)) {
        let mut target = inline(&translate(target), components, depth + 1);
        for annotation in ["description", "default"] {
            if let (Some(value), Value::Object(members)) = (schema.get(annotation), &mut target) {
                members.insert(annotation.to_owned(), value.clone());
            }
        }
        return target;
    }
    match schema {
        Value::Object(members) => members
            .iter()
            .map(|(key, value)| (key.clone(), inline(value, components, depth)))
            .collect(),
        Value::Array(items) => items
            .iter()
            .map(|item| inline(item, components, depth))
            .collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => schema.clone(),
    }
}
