//! Where dropshot and the table speak of the same thing, they must say the same.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{differences, members};

/// The same parameters; dropshot keeps a description apart, drops the default from a parameter's schema, and never says
/// how a parameter is written.
pub(super) fn parameters(place: &str, dropshot: &Value, table: &Value, out: &mut Vec<String>) {
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
                let schema = &mut parameter["schema"];
                if let Some(members) = schema.as_object_mut() {
                    members.shift_remove("default");
                }
                if let Some([only]) = schema["allOf"].as_array().map(Vec::as_slice) {
                    *schema = only.clone();
                }
                // Dropshot takes no lists in a query: it is told of what they hold.
                if parameter["in"] == "query" {
                    let written = &parameter["schema"];
                    let is_list = |schema: &Value| schema["type"] == "array";
                    let alternatives = written["oneOf"].as_array().or(written["anyOf"].as_array());
                    let once = match alternatives {
                        _ if is_list(written) => Some(&written["items"]),
                        Some(all) if all.iter().any(is_list) => {
                            all.iter().find(|schema| !is_list(schema))
                        }
                        Some(_) | None => None,
                    };
                    if let Some(once) = once.cloned() {
                        parameter["schema"] = once;
                    }
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
    if let Some(schema) = schema.and_then(|reference| reference.rsplit('/').next())
        && error != Some(schema)
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
                    (name.clone(), header)
                })
                .collect()
        };
        if plain(own) != plain(emitted) {
            out.push(format!("{place}/{status}/headers differ"));
        }
        let is_json = own["content"].get("application/json").is_some();
        if is_json
            && own["content"]["application/json"]["schema"]
                .get("$ref")
                .is_some()
            && own["content"] != emitted["content"]
        {
            out.push(format!("{place}/{status}/content differs"));
        }
    }
}
