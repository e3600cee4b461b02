//! `anyOf` and `not`, as far as a Rust type can say them; validation holds values to the rest.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::schema::resolved;

/// Takes out what typify would make a type of that refuses values which the document admits: a value may fit several
/// alternatives of an `anyOf`, and only where their JSON types differ does it fit one. Else it stays JSON.
pub(super) fn open_up(schema: &mut Value, components: &Map<String, Value>) {
    match schema {
        Value::Object(members) => {
            let alternatives = members.get("anyOf").and_then(Value::as_array);
            if let Some(alternatives) = alternatives
                && !differ(alternatives, components)
            {
                let says_more = members.contains_key("type") || members.contains_key("properties");
                members.retain(|keyword, _| match keyword.as_str() {
                    "anyOf" => false,
                    "description" | "title" => true,
                    _ => says_more,
                });
            }
            let is_plain = |not: &Value| {
                not.as_object()
                    .is_some_and(|not| not.keys().all(|keyword| keyword == "enum"))
            };
            if members.get("not").is_some_and(|not| !is_plain(not)) {
                members.shift_remove("not");
            }
            for value in members.values_mut() {
                open_up(value, components);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| open_up(item, components)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// Whether no two alternatives are of one JSON type.
fn differ(alternatives: &[Value], components: &Map<String, Value>) -> bool {
    let mut seen = BTreeSet::new();
    alternatives.iter().all(|alternative| {
        let kind = resolved(alternative, components)
            .get("type")
            .and_then(Value::as_str);
        // A whole number is of two types.
        let kind = kind.map(|kind| if kind == "integer" { "number" } else { kind });
        kind.is_some_and(|kind| seen.insert(kind))
    })
}
