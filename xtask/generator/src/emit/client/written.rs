//! The document with everything written where it counts: both sides of the comparison begin from it.
//!
//! References to anything but schemas are replaced by what they lead to, parameters of a path and demands for credentials stand
//! in each operation. That changes what is written, not what is meant.

use serde_json::{Map, Value};

use crate::circle::inline;
use crate::model::METHODS;

/// Writes it out.
pub(super) fn written_out(document: &Value) -> Value {
    let mut whole = document.clone();
    inline(&mut whole, document, 0);
    let security = { whole.as_object_mut() }.and_then(|members| members.shift_remove("security"));
    let paths = whole.get_mut("paths").and_then(Value::as_object_mut);
    for item in paths.into_iter().flat_map(Map::values_mut) {
        let Some(item) = item.as_object_mut() else {
            continue;
        };
        let shared = item.shift_remove("parameters");
        for (_, operation) in operations(item) {
            parameters(operation, shared.as_ref());
            if let (Some(security), None) = (&security, operation.get("security")) {
                operation.insert("security".to_owned(), security.clone());
            }
            if operation.get("security") == Some(&Value::Array(Vec::new())) {
                operation.shift_remove("security");
            }
        }
    }
    whole
}

/// The operations of a path, by method.
pub(super) fn operations(
    item: &mut Map<String, Value>,
) -> impl Iterator<Item = (&String, &mut Map<String, Value>)> {
    let methods = item
        .iter_mut()
        .filter(|(key, _)| METHODS.contains(&key.as_str()));
    methods.filter_map(|(method, operation)| Some((method, operation.as_object_mut()?)))
}

/// Gives an operation the parameters of its path that it doesn't replace.
fn parameters(operation: &mut Map<String, Value>, shared: Option<&Value>) {
    let inherited = shared.and_then(Value::as_array).into_iter().flatten();
    let mut own = { operation.get("parameters").and_then(Value::as_array) }
        .cloned()
        .unwrap_or_default();
    for parameter in inherited {
        let is_same = |other: &Value| {
            (&other["name"], &other["in"]) == (&parameter["name"], &parameter["in"])
        };
        if !own.iter().any(is_same) {
            own.push(parameter.clone());
        }
    }
    if own.is_empty() {
        operation.shift_remove("parameters");
    } else {
        operation.insert("parameters".to_owned(), Value::Array(own));
    }
}
