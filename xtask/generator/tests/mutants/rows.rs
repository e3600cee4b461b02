//! Rows of the table, copied with one thing changed: the mutants.
//!
//! They live as long as the test does, like the rows that they stand for.

use serde_json::Value;

use super::generated::document::{Operation, Parameter, RequestBody, Response, SCHEMAS, Schema};
use super::generated::judge_fields::{
    other_answers, other_bodies, with_other_answers, with_other_bodies,
};
use openapi_dropshot_oracle::Site;

pub(super) fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// What a reference leads to, as the table has it.
fn resolved(schema: &Value) -> Value {
    let name = { schema["$ref"].as_str() }.and_then(|target| target.rsplit('/').next());
    let Some(name) = name else {
        return schema.clone();
    };
    let mut all = SCHEMAS.iter();
    let component = all.find(|component| component.name == name).unwrap();
    resolved(&component.schema.parse())
}

/// The schema without the keyword; what is referred to on the way is written out.
fn without(schema: &Value, site: &Site, steps: &[String]) -> Value {
    if schema.get("$ref").is_some() {
        let name = schema["$ref"].as_str();
        let mut all = SCHEMAS.iter();
        let component = all
            .find(|component| {
                name.is_some_and(|name| name.rsplit('/').next() == Some(component.name))
            })
            .unwrap();
        let rest = steps.get(1..).unwrap_or_default();
        return without(&component.schema.parse(), site, rest);
    }
    let mut schema = schema.clone();
    let Some((step, rest)) = steps.split_first() else {
        remove(&mut schema, site);
        return schema;
    };
    let child = match &mut schema {
        Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
        other => &mut other[step.as_str()],
    };
    *child = without(child, site, rest);
    schema
}

fn remove(schema: &mut Value, site: &Site) {
    let keyword = site.keyword.as_str();
    if keyword == "mapping" {
        let names = schema["discriminator"]["mapping"].as_object_mut().unwrap();
        names.shift_remove(site.item.as_deref().unwrap());
        return;
    }
    // The same type of several parts counts once.
    if keyword == "type"
        && let Some(parts) = schema.get_mut("allOf").and_then(Value::as_array_mut)
    {
        for part in parts {
            *part = resolved(part);
            part.as_object_mut().unwrap().shift_remove(keyword);
        }
    }
    let members = schema.as_object_mut().unwrap();
    let is_empty = match (&site.item, members.get_mut(keyword)) {
        (Some(name), Some(Value::Array(names))) if keyword == "required" => {
            names.retain(|known| known != name.as_str());
            false
        }
        (Some(at), Some(Value::Array(parts))) => {
            parts.remove(at.parse().unwrap());
            parts.is_empty()
        }
        (Some(name), Some(Value::Object(all))) => {
            all.shift_remove(name);
            false
        }
        _ => true,
    };
    if is_empty {
        members.shift_remove(keyword);
    }
}

pub(super) fn mutant(schema: &Schema, site: &Site) -> &'static Schema {
    let text = without(&schema.used(), site, &site.steps).to_string();
    leak(Schema::inline(leak(text)))
}

pub(super) fn row(operation: &'static Operation) -> Operation {
    let body = operation.body.as_ref().map(|body| RequestBody { ..*body });
    Operation { body, ..*operation }
}

/// A change of one place of a list.
pub(super) fn changed<T>(
    all: &'static [T],
    at: usize,
    copy: impl Fn(&T) -> T,
    change: impl FnOnce(T) -> Option<T>,
) -> &'static [T] {
    let mut copies: Vec<T> = all.iter().map(copy).collect();
    let one = copies.remove(at);
    if let Some(one) = change(one) {
        copies.insert(at, one);
    }
    Vec::leak(copies)
}

pub(super) fn parameters(
    operation: &'static Operation,
    at: usize,
    change: impl FnOnce(Parameter) -> Parameter,
) -> &'static Operation {
    let parameters = changed(
        operation.parameters,
        at,
        |p| Parameter { ..*p },
        |p| Some(change(p)),
    );
    leak(Operation {
        parameters,
        ..row(operation)
    })
}

/// The rows of a body, one for each of its media types.
pub(super) fn bodies(operation: &'static Operation) -> Vec<&'static RequestBody> {
    let first = operation.body.as_ref();
    let others = first.map(other_bodies).into_iter().flatten();
    first.into_iter().chain(others).collect()
}

/// An operation that differs in its body of one media type.
pub(super) fn with_body(
    operation: &'static Operation,
    at: usize,
    change: impl FnOnce(RequestBody) -> Option<RequestBody>,
) -> &'static Operation {
    let copy = |body: &RequestBody| RequestBody { ..*body };
    let body = operation.body.as_ref().map(|body| {
        let first = copy(body);
        match at.checked_sub(1) {
            None => change(first).unwrap(),
            Some(at) => with_other_bodies(first, changed(other_bodies(body), at, copy, change)),
        }
    });
    leak(Operation { body, ..*operation })
}

/// An operation whose body, of whatever media type, differs.
pub(super) fn with_bodies(
    operation: &'static Operation,
    change: impl Fn(RequestBody) -> RequestBody,
) -> &'static Operation {
    let body = operation.body.as_ref().map(|body| {
        let others = { other_bodies(body).iter() }.map(|body| change(RequestBody { ..*body }));
        with_other_bodies(change(RequestBody { ..*body }), Vec::leak(others.collect()))
    });
    leak(Operation { body, ..*operation })
}

pub(super) fn responses(
    operation: &'static Operation,
    at: usize,
    change: impl FnOnce(Response) -> Option<Response>,
) -> &'static Operation {
    let responses = changed(operation.responses, at, |r| Response { ..*r }, change);
    leak(Operation {
        responses,
        ..row(operation)
    })
}

/// An answer's media types, each with its schema.
pub(super) fn payloads(row: &Response) -> Vec<(&'static str, Option<&'static Schema>)> {
    let first = row.media.map(|media| (media, row.schema));
    first
        .into_iter()
        .chain(other_answers(row).iter().copied())
        .collect()
}

/// The same answer with one of its media types changed, or without it.
pub(super) fn with_payload(
    row: Response,
    at: usize,
    payload: Option<(&'static str, Option<&'static Schema>)>,
) -> Response {
    match (at.checked_sub(1), payload) {
        (None, Some((media, schema))) => Response {
            media: Some(media),
            schema,
            ..row
        },
        (None, None) => unreachable!("the first media type is replaced, not taken away"),
        (Some(at), payload) => {
            let others = changed(other_answers(&row), at, |one| *one, |_| payload);
            with_other_answers(row, others)
        }
    }
}
