//! Schemas as typify makes types of them that take what the server sends and send what it takes.

use std::collections::BTreeSet;

use heck::ToUpperCamelCase;
use serde_json::{Map, Value};

use crate::emit::alternatives::open_up;
use crate::emit::models::{is_nullable_merge, optional, without_null};
use crate::schema::side::Side;
use crate::schema::{implied_type, is_idle};

/// Makes all schemas such, those within operations too.
pub(super) fn project(document: &mut Value) {
    each(document, &mut |schema, components| {
        // One type for both ways, as the server has it.
        for side in [Side::Request, Side::Answer] {
            optional(schema, side);
        }
        open_up(schema, components);
        whole_numbers(schema);
        typed(schema);
        without_idle(schema);
    });
}

/// Takes away titles by which components are called: typify would call both types the same.
pub(super) fn without_taken_titles(document: &mut Value) {
    fn walk(value: &mut Value, taken: &BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                let title = members.get("title").and_then(Value::as_str);
                if title.is_some_and(|title| taken.contains(&title.to_upper_camel_case())) {
                    members.shift_remove("title");
                }
                let is_value = |key: &str| matches!(key, "default" | "enum" | "example");
                let inner = members.iter_mut().filter(|(key, _)| !is_value(key));
                inner.for_each(|(_, value)| walk(value, taken));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| walk(item, taken)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let schemas = document.pointer("/components/schemas");
    let names = schemas.and_then(Value::as_object).into_iter().flatten();
    let taken = names.map(|(name, _)| name.to_upper_camel_case()).collect();
    for place in ["/components/schemas", "/paths"] {
        if let Some(value) = document.pointer_mut(place) {
            walk(value, &taken);
        }
    }
}

/// Gives a component that is null or a merge of others a component for the latter: typify would call both the same.
pub(super) fn name_inner_types(document: &mut Value) {
    let schemas = document.pointer_mut("/components/schemas");
    let Some(schemas) = schemas.and_then(Value::as_object_mut) else {
        return;
    };
    let names: Vec<String> = { schemas.iter() }
        .filter(|(name, schema)| {
            is_nullable_merge(schema) && !schemas.contains_key(&format!("{name}Inner"))
        })
        .map(|(name, _)| name.clone())
        .collect();
    for name in names {
        let inner = format!("{name}Inner");
        if let Some(schema) = schemas.get_mut(&name) {
            let merge = without_null(schema, &inner);
            schemas.insert(inner, merge);
        }
    }
}

/// Calls for every component, and for every schema that stands in an operation, with the components as they were before.
pub(super) fn each(document: &mut Value, then: &mut dyn FnMut(&mut Value, &Map<String, Value>)) {
    let components = document.pointer("/components/schemas");
    let components = components
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    let mut then = |schema: &mut Value| then(schema, &components);
    if let Some(Value::Object(own)) = document.pointer_mut("/components/schemas") {
        own.values_mut().for_each(&mut then);
    }
    if let Some(paths) = document.get_mut("paths") {
        each_schema(paths, &mut then);
    }
}

/// Calls for every schema that stands in an operation.
fn each_schema(value: &mut Value, then: &mut dyn FnMut(&mut Value)) {
    match value {
        Value::Object(members) => {
            for (key, value) in members.iter_mut() {
                match key.as_str() {
                    "schema" => then(value),
                    "example" | "examples" | "default" => {}
                    _ => each_schema(value, then),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_schema(item, then)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// `int` and `uint` are dropshot's `isize` and `usize`; to typify they have 32 bits.
fn whole_numbers(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if members.get("type") == Some(&"integer".into())
                && let Some(Value::String(format)) = members.get_mut("format")
                && matches!(format.as_str(), "int" | "uint")
            {
                format.push_str("64");
            }
            members.values_mut().for_each(whole_numbers);
        }
        Value::Array(items) => items.iter_mut().for_each(whole_numbers),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What says nothing of values of the type that stands beside it.
fn without_idle(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            if let Some(Value::String(kind)) = members.get("type") {
                let kind = kind.clone();
                members.retain(|keyword, _| !is_idle(keyword, &[&kind]));
            }
            for (key, value) in members.iter_mut() {
                match (key.as_str(), value) {
                    ("properties", Value::Object(properties)) => {
                        properties.values_mut().for_each(without_idle)
                    }
                    ("example" | "default" | "enum", _) => {}
                    (_, value) => without_idle(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(without_idle),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// What keywords of one type imply is written down: typify cannot take it otherwise.
fn typed(schema: &mut Value) {
    let implied = implied_type(schema);
    match schema {
        Value::Object(members) => {
            if let Some(kind) = implied {
                members.insert("type".to_owned(), kind.into());
            }
            for (key, value) in members.iter_mut() {
                match (key.as_str(), value) {
                    ("properties", Value::Object(properties)) => {
                        properties.values_mut().for_each(typed)
                    }
                    ("example" | "default" | "enum", _) => {}
                    (_, value) => typed(value),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(typed),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
