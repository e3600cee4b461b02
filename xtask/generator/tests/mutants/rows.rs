//! Rows of the table, copied with one thing changed: the mutants.
//!
//! They live as long as the test does, like the rows that they stand for.

use serde_json::Value;

use super::generated::document::{Operation, Parameter, RequestBody, Response, SCHEMAS, Schema};
use openapi_dropshot_oracle::Site;

pub(super) fn leak<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

/// The schema without the keyword; what is referred to on the way is written out.
fn without(schema: &Value, site: &Site, steps: &[String]) -> Value {
    let Some((step, rest)) = steps.split_first() else {
        let mut schema = schema.clone();
        match (&site.item, &mut schema[site.keyword.as_str()]) {
            (Some(item), Value::Array(names)) => names.retain(|name| name != item.as_str()),
            _ => {
                schema.as_object_mut().unwrap().shift_remove(&site.keyword);
            }
        }
        return schema;
    };
    if schema.get("$ref").is_some() {
        let name = step.rsplit('/').next().unwrap();
        let component = SCHEMAS
            .iter()
            .find(|component| component.name == name)
            .unwrap();
        return without(&component.schema.parse(), site, rest);
    }
    let mut schema = schema.clone();
    let child = match &mut schema {
        Value::Array(items) => &mut items[step.parse::<usize>().unwrap()],
        other => &mut other[step.as_str()],
    };
    *child = without(child, site, rest);
    schema
}

pub(super) fn mutant(schema: &Schema, site: &Site) -> &'static Schema {
    let text = without(&schema.used(), site, &site.steps).to_string();
    leak(Schema::inline(leak(text)))
}

pub(super) fn with_body(
    operation: &'static Operation,
    body: Option<RequestBody>,
) -> &'static Operation {
    leak(Operation { body, ..*operation })
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
