//! Bodies and answers as progenitor knows them: one media type for each body, one type for all successes and one for all errors.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::model::{BodyKind, MediaKind, media_kind};
use crate::schema::resolved;

/// Leaves an operation one media type for its body.
pub(super) fn body(operation: &mut Map<String, Value>) {
    let Some(body) = operation.get_mut("requestBody") else {
        return;
    };
    let Some(content) = body.get_mut("content").and_then(Value::as_object_mut) else {
        return;
    };
    let Some(media) = { content.keys() }.min_by_key(|media| rank(media)).cloned() else {
        return;
    };
    content.retain(|key, _| *key == media);
    if let Some(members) = content[&media].as_object_mut() {
        match plain(&media) {
            Some(plain) => {
                members.insert("schema".to_owned(), plain);
            }
            None => {
                members.entry("schema").or_insert_with(|| json!({}));
            }
        }
    }
    body["required"] = true.into();
}

/// The only schema that progenitor takes for text.
pub(super) fn plain(media: &str) -> Option<Value> {
    (BodyKind::of(media, true) == BodyKind::Text).then(|| json!({ "type": "string" }))
}

/// Which of several media types a body is sent by: what has a type comes first.
fn rank(media: &str) -> u8 {
    match BodyKind::of(media, true) {
        _ if media.contains('*') => 6,
        BodyKind::Json if is_json(media) => 0,
        BodyKind::Json => 1,
        BodyKind::Form => 2,
        BodyKind::Parts | BodyKind::Multipart => 3,
        BodyKind::Text => 4,
        BodyKind::Stream => 5,
    }
}

/// Whether every field of a form is one value, written as it is.
pub(super) fn is_flat(media: &Value, schemas: &Map<String, Value>) -> bool {
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
    media.split(';').next().unwrap_or_default().trim() == "application/json"
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
