//! The document as progenitor can take it. What differs is found and explained by the [ledger](super::ledger), not here.

use serde_json::{Map, Value};

use super::{payloads, schemas};
use crate::model::{METHODS, made_id};
use crate::schema::resolved;

/// Changes what progenitor cannot take, and what it would do otherwise than the document says.
pub(super) fn project(document: &mut Value) {
    schemas::project(document);
    let components = document
        .pointer("/components/schemas")
        .and_then(Value::as_object);
    let components = components.cloned().unwrap_or_default();
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let Some(item) = item.as_object_mut() else {
            continue;
        };
        for (method, operation) in item.iter_mut() {
            let operation = operation.as_object_mut();
            if let Some(operation) = operation.filter(|_| METHODS.contains(&method.as_str())) {
                let made = || made_id(method, path).into();
                operation.entry("operationId").or_insert_with(made);
                payloads::body(operation);
                payloads::answers(operation);
                if has_token_of_a_form(operation, &components) {
                    operation.shift_remove("x-dropshot-pagination");
                }
            }
        }
    }
}

/// Whether the token that asks for the next page has a type of its own: then progenitor's stream of pages does not compile.
pub(super) fn has_token_of_a_form(
    operation: &Map<String, Value>,
    schemas: &Map<String, Value>,
) -> bool {
    let parameters = operation.get("parameters").and_then(Value::as_array);
    let mut parameters = parameters.into_iter().flatten();
    let token = parameters.find(|parameter| parameter["name"] == "page_token");
    token.is_some_and(|token| {
        let schema = resolved(&token["schema"], schemas);
        ["maxLength", "minLength", "pattern", "enum", "format"]
            .iter()
            .any(|keyword| schema.get(keyword).is_some())
    })
}
