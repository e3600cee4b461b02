//! Names for the schemas that stand inline in parameters, bodies and answers: what needs a type of its own is named as progenitor
//! names it, after its title, or else after its operation.

use std::collections::BTreeSet;

use heck::ToUpperCamelCase;
use serde_json::{Map, Value};

use super::{Body, BodyKind, Content, Operation, Status};
use crate::schema::referred;

/// Titles that would hide what everybody knows by that name.
const TAKEN: [&str; 7] = ["Box", "Option", "Result", "Self", "String", "Value", "Vec"];

/// The types of inline schemas, by name, in the order of the document; equal schemas are one type.
pub(super) fn types(
    operations: &[Operation],
    components: &Map<String, Value>,
) -> Map<String, Value> {
    let mut names = Names {
        taken: BTreeSet::new(),
        found: Map::new(),
    };
    names.taken.extend(TAKEN.map(str::to_owned));
    for (name, schema) in components {
        names.take(&name.to_upper_camel_case(), schema);
    }
    for operation in operations {
        let id = operation.id.to_upper_camel_case();
        for parameter in &operation.parameters {
            let name = parameter.name.to_upper_camel_case();
            names.find(&parameter.schema, &format!("{id}{name}"));
        }
        let values = |body: &&Body| matches!(body.kind, BodyKind::Json | BodyKind::Form);
        for body in operation.bodies().filter(values) {
            names.find(&body.schema, &format!("{id}Body"));
        }
        for (name, schema) in operation.parts(components) {
            names.find(schema, &format!("{id}{}", name.to_upper_camel_case()));
        }
        let answers = [
            (operation.successes().collect::<Vec<_>>(), "Response"),
            (operation.errors().collect(), "ErrorBody"),
        ];
        for (responses, what) in answers {
            for response in responses {
                for header in &response.headers {
                    let name = header.name.to_upper_camel_case();
                    names.find(&header.schema, &format!("{id}{name}"));
                }
                // A union of events is a component.
                let schemas = response.contents().filter_map(|content| match content {
                    Content::Json(_, schema) => Some(schema),
                    _ => None,
                });
                for schema in schemas {
                    let plain = format!("{id}{what}");
                    let is_other = names.found.get(&plain).is_some_and(|known| known != schema);
                    match response.status {
                        Status::Code(code) if is_other => {
                            names.find(schema, &format!("{id}{code}{what}"));
                        }
                        _ => names.find(schema, &plain),
                    }
                }
            }
        }
    }
    names.found
}

/// The schemas inside of one that have no name of their own: a list's items, a map's values, else itself.
fn core<'a>(schema: &'a Value, suffix: &mut String) -> &'a Value {
    let mut current = schema;
    for _ in 0..16 {
        let inner = match current.get("type").and_then(Value::as_str) {
            Some("array") => current.get("items").map(|items| (items, "Item")),
            Some("object") if current.get("properties").is_none() => current
                .get("additionalProperties")
                .filter(|schema| schema.is_object())
                .map(|values| (values, "Value")),
            _ => None,
        };
        match inner {
            Some((inner, what)) => {
                suffix.push_str(what);
                current = inner;
            }
            None => break,
        }
    }
    current
}

struct Names {
    taken: BTreeSet<String>,
    found: Map<String, Value>,
}

impl Names {
    /// Names what a schema needs a type for, if there is anything.
    fn find(&mut self, schema: &Value, suggested: &str) {
        let mut suffix = String::new();
        let core = core(schema, &mut suffix);
        if !needs_type(core) || self.found.values().any(|known| known == core) {
            return;
        }
        let suggested = format!("{suggested}{suffix}");
        let outer = title(schema).map(|title| format!("{title}{suffix}"));
        let schema = core;
        let numbered = (2..).map(|number| format!("{suggested}{number}"));
        let name = title(schema)
            .into_iter()
            .chain(outer)
            .chain([suggested.clone()])
            .chain(numbered)
            .find(|name| nested(name, schema).all(|name| !self.taken.contains(&name)));
        if let Some(name) = name {
            self.take(&name, schema);
            self.found.insert(name, schema.clone());
        }
    }

    fn take(&mut self, name: &str, schema: &Value) {
        self.taken.extend(nested(name, schema));
    }
}

/// The title of a schema as the name of a type, if it can be one.
fn title(schema: &Value) -> Option<String> {
    let title = schema.get("title")?.as_str()?.to_upper_camel_case();
    let is_name =
        title.starts_with(char::is_alphabetic) && title.chars().all(char::is_alphanumeric);
    is_name.then_some(title)
}

/// The name, and what typify may name after it.
fn nested(name: &str, schema: &Value) -> impl Iterator<Item = String> {
    let properties = schema.get("properties").and_then(Value::as_object);
    let inner = properties
        .into_iter()
        .flatten()
        .map(move |(property, _)| format!("{name}{}", property.to_upper_camel_case()));
    std::iter::once(name.to_owned()).chain(inner)
}

/// Whether a schema is more than a scalar, anything, or another's name.
fn needs_type(schema: &Value) -> bool {
    let has = |keyword: &str| schema.get(keyword).is_some();
    if referred(schema).is_some() {
        return false;
    }
    let is_choice = schema
        .get("enum")
        .and_then(Value::as_array)
        .is_some_and(|values| values.iter().all(Value::is_string));
    is_choice
        || ["properties", "allOf", "anyOf", "oneOf"]
            .iter()
            .any(|keyword| has(keyword))
}
