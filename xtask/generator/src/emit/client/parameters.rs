//! Parameters as progenitor's client can write them: single values, and lists that are repeated in the query.

use serde_json::{Map, Value, json};

use crate::schema::resolved;

/// What becomes of a parameter.
#[derive(Debug, PartialEq)]
pub(super) enum Way {
    /// Progenitor writes it.
    Sent,
    /// The caller writes its text, and progenitor sends that.
    Text,
    /// The caller writes it into the header `Cookie`.
    Cookie,
    /// Its members are parameters of the query.
    Apart(Vec<Value>),
    /// Nobody can write it.
    Unsent,
}

/// How a parameter gets onto the wire.
pub(super) fn way(parameter: &Value, operation: &str, schemas: &Map<String, Value>) -> Way {
    let place = parameter["in"].as_str().unwrap_or_default();
    if place == "cookie" {
        return Way::Cookie;
    }
    if parameter.get("content").is_some() {
        return Way::Text;
    }
    let usual = if place == "query" { "form" } else { "simple" };
    let style = parameter["style"].as_str().unwrap_or(usual);
    let explode = parameter["explode"].as_bool().unwrap_or(style == "form");
    let schema = resolved(&parameter["schema"], schemas);
    match (place, kind(schema)) {
        ("path", Kind::List) if takes_the_rest(parameter, operation) => Way::Unsent,
        // What separates the parts stays as it is in a path and in a header.
        ("path" | "header", Kind::List | Kind::Object) => Way::Text,
        (_, Kind::Single) if style == usual => Way::Sent,
        ("path", Kind::Single) => Way::Text,
        ("query", Kind::List) if style == "form" && explode => Way::Sent,
        ("query", Kind::Object) if explode => apart(parameter, style, schema, schemas),
        // In the query progenitor would encode what separates the parts, and a reader takes that for a part.
        _ => Way::Unsent,
    }
}

enum Kind {
    Single,
    List,
    Object,
}

fn kind(schema: &Value) -> Kind {
    match schema["type"].as_str() {
        Some("array") => Kind::List,
        Some("object") => Kind::Object,
        _ => Kind::Single,
    }
}

/// A list that stands last in a path is dropshot's: all segments that are left. Progenitor would make one of them.
fn takes_the_rest(parameter: &Value, path: &str) -> bool {
    let name = parameter["name"].as_str().unwrap_or_default();
    parameter.get("explode").is_none() && path.ends_with(&format!("/{{{name}}}"))
}

/// The members of an object as parameters of their own, if all of them are single values.
fn apart(parameter: &Value, style: &str, schema: &Value, schemas: &Map<String, Value>) -> Way {
    let name = parameter["name"].as_str().unwrap_or_default();
    let is_demanded = |member: &str| {
        let required = schema["required"].as_array();
        parameter["required"] == true
            && required.is_some_and(|names| names.iter().any(|name| name == member))
    };
    let Some(members) = schema["properties"].as_object() else {
        return Way::Unsent;
    };
    let mut parameters = Vec::new();
    for (member, schema) in members {
        if !matches!(kind(resolved(schema, schemas)), Kind::Single) {
            return Way::Unsent;
        }
        let called = match style {
            "deepObject" => format!("{name}[{member}]"),
            _ => member.clone(),
        };
        parameters.push(json!({
            "name": called, "in": "query", "required": is_demanded(member), "schema": schema,
        }));
    }
    Way::Apart(parameters)
}

/// Makes the parameters of an operation such as can be sent; gives back whether that was possible.
pub(super) fn project(
    parameters: &mut Vec<Value>,
    path: &str,
    schemas: &Map<String, Value>,
) -> bool {
    let mut sent = Vec::new();
    let mut cookies = Vec::new();
    for mut parameter in std::mem::take(parameters) {
        match way(&parameter, path, schemas) {
            Way::Sent => sent.push(parameter),
            Way::Text => {
                as_text(&mut parameter);
                sent.push(parameter);
            }
            Way::Cookie => cookies.push(parameter),
            Way::Apart(members) => sent.extend(members),
            Way::Unsent if parameter["required"] == true => return false,
            Way::Unsent => {}
        }
    }
    if !cookies.is_empty() {
        sent.push(cookie(&cookies));
    }
    *parameters = sent;
    true
}

/// The schema of what a caller writes.
fn text() -> Value {
    json!({ "type": "string" })
}

pub(super) fn as_text(parameter: &mut Value) {
    if let Some(members) = parameter.as_object_mut() {
        for key in ["content", "style", "explode", "example", "examples"] {
            members.shift_remove(key);
        }
        members.insert("schema".to_owned(), text());
    }
}

/// All cookies as the one header that they travel in.
pub(super) fn cookie(cookies: &[Value]) -> Value {
    let names: Vec<&str> = { cookies.iter() }
        .filter_map(|cookie| cookie["name"].as_str())
        .collect();
    json!({
        "name": "Cookie",
        "in": "header",
        "required": cookies.iter().any(|cookie| cookie["required"] == true),
        "description": format!("`name=value; …`, of these names: {}.", names.join(", ")),
        "schema": text(),
    })
}
