//! Bodies and answers as progenitor knows them: one media type for each body, one type for all successes and one for all errors.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::{MediaKind, media_kind};
use crate::schema::resolved;

/// Makes the body of an operation one that progenitor sends; gives back whether that was possible.
pub(super) fn body(operation: &mut Map<String, Value>, schemas: &Map<String, Value>) -> bool {
    let Some(body) = operation.get_mut("requestBody") else {
        return true;
    };
    let Some(content) = body.get_mut("content").and_then(Value::as_object_mut) else {
        return true;
    };
    let Some(media) = sendable(content, schemas).map(str::to_owned) else {
        return false;
    };
    content.retain(|key, _| *key == media);
    let schema = content[&media].as_object_mut();
    match (schema, plain(&media)) {
        (Some(members), Some(plain)) => {
            members.insert("schema".to_owned(), plain);
        }
        (Some(members), None) => {
            members.entry("schema").or_insert_with(|| json!({}));
        }
        (None, _) => {}
    }
    body["required"] = true.into();
    true
}

/// The only schema that progenitor takes for text or bytes.
pub(super) fn plain(media: &str) -> Option<Value> {
    match content_kind(media)? {
        Sent::Text => Some(json!({ "type": "string" })),
        Sent::Bytes => Some(json!({ "type": "string", "format": "binary" })),
        Sent::Json | Sent::Form => None,
    }
}

/// What progenitor can put into a body, in the order in which we choose.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sent {
    Json,
    Form,
    Text,
    Bytes,
}

fn content_kind(media: &str) -> Option<Sent> {
    match media.split(';').next()?.trim() {
        "application/json" => Some(Sent::Json),
        "application/x-www-form-urlencoded" => Some(Sent::Form),
        "text/plain" => Some(Sent::Text),
        "application/octet-stream" => Some(Sent::Bytes),
        _ => None,
    }
}

/// The media type that is sent, if one can be.
pub(super) fn sendable<'a>(
    content: &'a Map<String, Value>,
    schemas: &Map<String, Value>,
) -> Option<&'a str> {
    let known = content.iter().filter_map(|(media, value)| {
        let kind = content_kind(media)?;
        let is_sent = kind != Sent::Form || is_flat(value, schemas);
        is_sent.then_some((kind, media.as_str()))
    });
    Some(known.min_by_key(|(kind, _)| *kind)?.1)
}

/// Whether every field of a form is one value, written as it is.
fn is_flat(media: &Value, schemas: &Map<String, Value>) -> bool {
    let schema = resolved(&media["schema"], schemas);
    let fields = schema["properties"].as_object();
    media.get("encoding").is_none()
        && fields.is_some_and(|fields| {
            fields.values().all(|field| {
                let kind = resolved(field, schemas)["type"].as_str();
                matches!(kind, Some("string" | "integer" | "number" | "boolean"))
            })
        })
}

/// Makes the answers of an operation such as progenitor has one type for.
pub(super) fn answers(operation: &mut Map<String, Value>) {
    let is_socket = operation.contains_key("x-dropshot-websocket");
    let Some(responses) = operation
        .get_mut("responses")
        .and_then(Value::as_object_mut)
    else {
        return;
    };
    let has_success = responses.keys().any(|status| is_success(status));
    for (status, response) in responses.iter_mut() {
        if let Some(content) = response.get_mut("content").and_then(Value::as_object_mut) {
            let is_error = !is_success(status) && (status != "default" || has_success);
            one_json(content, is_error);
        }
    }
    // To progenitor `default` is a success too.
    if has_success
        && !is_socket
        && let Some(rest) = responses.shift_remove("default")
    {
        for range in ["4XX", "5XX"] {
            responses.entry(range).or_insert_with(|| rest.clone());
        }
    }
    one_kind(responses, is_success);
    one_kind(responses, is_error);
}

/// What progenitor takes for a success; `default` is one beside all of them.
pub(super) fn is_success(status: &str) -> bool {
    status.starts_with('2') || status == "101"
}

/// What progenitor takes for an error.
pub(super) fn is_error(status: &str) -> bool {
    status.starts_with(['4', '5'])
}

/// Whether a media type is JSON to progenitor.
pub(super) fn is_json(media: &str) -> bool {
    content_kind(media) == Some(Sent::Json)
}

/// Leaves JSON alone where there is JSON. Errors that are JSON by another name are read all the same.
fn one_json(content: &mut Map<String, Value>, is_error: bool) {
    let json = content.keys().find(|media| is_json(media)).cloned();
    let by_another_name = content
        .keys()
        .find(|media| media_kind(media) == MediaKind::Json);
    let Some(chosen) = json.or_else(|| by_another_name.filter(|_| is_error).cloned()) else {
        return;
    };
    let Some(mut media) = content.get(&chosen).cloned() else {
        return;
    };
    if let Some(members) = media.as_object_mut() {
        members.entry("schema").or_insert_with(|| json!({}));
    }
    let name = if is_json(&chosen) {
        chosen
    } else {
        "application/json".to_owned()
    };
    content.clear();
    content.insert(name, media);
}

/// What progenitor makes of an answer: a type, bytes, or nothing.
fn kind(response: &Value) -> String {
    let content = response.get("content").and_then(Value::as_object);
    let mut media = content.into_iter().flatten();
    let json = media.find(|(media, _)| is_json(media));
    match json {
        Some((_, media)) => format!("json {}", media["schema"]),
        None if content.is_none_or(Map::is_empty) => "nothing".to_owned(),
        None => "bytes".to_owned(),
    }
}

/// Leaves one kind of answers: that of most statuses, a range counting as many; among equals the first.
fn one_kind(responses: &mut Map<String, Value>, is_meant: fn(&str) -> bool) {
    let mut counts: BTreeMap<String, (usize, std::cmp::Reverse<usize>)> = BTreeMap::new();
    for (at, (status, response)) in responses.iter().enumerate() {
        if is_meant(status) {
            let weight = if status.ends_with("XX") { 100 } else { 1 };
            let count = counts
                .entry(kind(response))
                .or_insert((0, std::cmp::Reverse(at)));
            count.0 += weight;
        }
    }
    // To progenitor `default` is of every kind of answer, where it is left.
    let rest = responses.get("default").map(kind);
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    let Some(chosen) = rest.or_else(|| Some(most?.0)) else {
        return;
    };
    responses.retain(|status, response| !is_meant(status) || kind(response) == chosen);
    // A range comes first in progenitor's match.
    let ranges: Vec<String> = { responses.keys() }
        .filter(|status| status.ends_with("XX"))
        .cloned()
        .collect();
    responses.retain(|status, _| {
        !is_meant(status) || status.ends_with("XX") || !is_covered(status, &ranges)
    });
}

/// Whether a range takes in a status.
fn is_covered(status: &str, ranges: &[String]) -> bool {
    ranges.iter().any(|range| range[..1] == status[..1])
}
