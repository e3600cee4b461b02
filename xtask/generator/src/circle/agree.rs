//! Where dropshot and the table speak of the same thing, they must say the same.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{differences, members};

/// The same parameters; dropshot keeps a description apart, drops the default from a parameter's schema, never says how a
/// parameter is written, and knows no cookies.
pub(super) fn parameters(
    place: &str,
    dropshot: &Value,
    table: &Value,
    components: &Value,
    out: &mut Vec<String>,
) {
    let plain = |document: &Value| -> BTreeMap<String, Value> {
        let list = document.get("parameters").and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .map(|parameter| {
                let mut parameter = parameter.clone();
                if let Some(members) = parameter.as_object_mut() {
                    members.shift_remove("style");
                    members.shift_remove("explode");
                }
                if parameter.get("content").is_some() {
                    // Of JSON it is told that it is text.
                    parameter["schema"] = json!({ "type": "string" });
                    if let Some(members) = parameter.as_object_mut() {
                        members.shift_remove("content");
                    }
                }
                let schema = &mut parameter["schema"];
                if let Some(members) = schema.as_object_mut() {
                    members.shift_remove("default");
                }
                if let Some([only]) = schema["allOf"].as_array().map(Vec::as_slice) {
                    *schema = only.clone();
                }
                (
                    format!("{} {}", parameter["in"], parameter["name"]),
                    parameter,
                )
            })
            .collect()
    };
    let (emitted, table) = (plain(dropshot), plain(table));
    for (name, row) in &table {
        match emitted.get(name) {
            None if row["in"] == "cookie" => {}
            // In path and query it takes single values: of others it is told what a list holds, or that it is text.
            Some(emitted) if is_told_otherwise(row, emitted, components) => {}
            Some(emitted) => differences(
                row,
                emitted,
                &format!("{place} (table, dropshot) {name}"),
                out,
            ),
            None => out.push(format!("{place}: dropshot does not know {name}")),
        }
    }
}

/// Whether dropshot was told less of a parameter than the table holds, for it would take no more.
fn is_told_otherwise(row: &Value, emitted: &Value, components: &Value) -> bool {
    let is_routed = row["in"] == "path" || row["in"] == "query";
    let schema = resolved(&row["schema"], components);
    let is_single = ["string", "integer", "number", "boolean"]
        .contains(&schema["type"].as_str().unwrap_or_default());
    let combines = ["allOf", "anyOf", "oneOf", "not"]
        .iter()
        .any(|keyword| schema.get(keyword).is_some());
    if !is_routed || (is_single && !combines) {
        return false;
    }
    let mut told = row.clone();
    told["schema"] = emitted["schema"].clone();
    let mut parts = vec![json!({ "type": "string" })];
    parts.extend(schema.get("items").cloned());
    let alternatives = schema["oneOf"].as_array().or(schema["anyOf"].as_array());
    parts.extend(alternatives.into_iter().flatten().cloned());
    for part in parts.iter_mut().filter_map(Value::as_object_mut) {
        part.shift_remove("default");
    }
    told == *emitted && parts.contains(&emitted["schema"])
}

/// Follows references to components, also behind `allOf` of one.
fn resolved<'a>(schema: &'a Value, components: &'a Value) -> &'a Value {
    let mut current = schema;
    for _ in 0..64 {
        let only = current["allOf"].as_array().filter(|parts| parts.len() == 1);
        let reference = current.get("$ref").or_else(|| only?[0].get("$ref"));
        let name = reference
            .and_then(Value::as_str)
            .and_then(|reference| reference.rsplit('/').next());
        match name.and_then(|name| components.get(name)) {
            Some(next) => current = next,
            None => break,
        }
    }
    current
}

/// Without the style of headers: there is only one, and dropshot writes it out.
pub(super) fn without_styles(responses: &mut Value) {
    for (_, response) in responses.as_object_mut().into_iter().flatten() {
        let headers = response.get_mut("headers").and_then(Value::as_object_mut);
        for (_, header) in headers.into_iter().flatten() {
            if header.get("style").is_some_and(|style| style == "simple")
                && let Some(members) = header.as_object_mut()
            {
                members.shift_remove("style");
            }
        }
    }
}

/// The same responses, as far as dropshot tells them apart: one success, and one schema for all errors.
pub(super) fn responses(pointer: &str, dropshot: &Value, table: &Value, out: &mut Vec<String>) {
    let place = format!("{pointer}/responses (table, dropshot)");
    let table = &table["responses"];
    let error = dropshot["responses"]["4XX"]["$ref"].as_str();
    let error = error.and_then(|reference| reference.rsplit('/').next());
    let first = members(table).find(|(status, _)| status.starts_with(['4', '5']));
    let schema =
        first.and_then(|(_, row)| row["content"]["application/json"]["schema"]["$ref"].as_str());
    // Of an operation whose success may be anything it is told nothing more.
    let is_open = members(&dropshot["responses"]).all(|(status, _)| status == "default");
    if let Some(schema) = schema.and_then(|reference| reference.rsplit('/').next())
        && error != Some(schema)
        && !is_open
    {
        out.push(format!("{place}: errors are {schema}, and {error:?}"));
    }
    for (status, emitted) in members(&dropshot["responses"]) {
        let (Some(own), false) = (table.get(status), status.ends_with("XX")) else {
            continue;
        };
        if own["description"] != emitted["description"] {
            out.push(format!("{place}/{status}/description differs"));
        }
        let plain = |response: &Value| -> BTreeMap<String, Value> {
            let headers = response.get("headers").into_iter().flat_map(members);
            headers
                .map(|(name, header)| {
                    let mut header = header.clone();
                    // The default, which dropshot writes out.
                    if let Some(members) = header.as_object_mut() {
                        members.shift_remove("style");
                    }
                    // Dropshot knows one description, and takes the schema's where the header has none.
                    if header.get("description").is_none()
                        && let Some(schema) = header["schema"].as_object_mut()
                        && let Some(text) = schema.shift_remove("description")
                    {
                        header["description"] = text;
                    }
                    (name.clone(), header)
                })
                .collect()
        };
        if plain(own) != plain(emitted) {
            out.push(format!("{place}/{status}/headers differ"));
        }
        // Dropshot is told of the first media type.
        let first = own["content"]
            .as_object()
            .and_then(|content| content.keys().next());
        let is_json = first.is_some_and(|media| media == "application/json");
        if is_json
            && own["content"]["application/json"]["schema"]
                .get("$ref")
                .is_some()
            && own["content"]["application/json"] != emitted["content"]["application/json"]
        {
            out.push(format!("{place}/{status}/content differs"));
        }
    }
}
