//! Values that a document gives of its schemas: `enum`, `default` and examples fit what they stand in.

use jsonschema::{ValidationError, Validator};
use serde_json::{Map, Value, json};

use super::super::{Report, Site};
use crate::diagnostic::Code;
use crate::document::{Kind, Node};
use crate::model::follow;
use crate::schema::side::Side;
use crate::schema::{compile, reachable, translate};

pub(super) fn of_schema(report: &mut Report<'_>, site: &Site<'_>, components: &Map<String, Value>) {
    let Site { node, pointer, .. } = site;
    let values = node.get("enum");
    if ["default", "example", "enum"]
        .iter()
        .all(|key| node.get(key).is_none())
    {
        return;
    }
    let mut schema = node.to_json();
    if let Value::Object(members) = &mut schema {
        members.shift_remove("enum");
    }
    let Some(validator) = validator(&schema, components, None) else {
        return;
    };
    if let Some(list) = values {
        if list.items().is_empty() {
            report.fault(
                Code::EnumValue,
                &format!("{pointer}/enum"),
                &list.span,
                "an empty `enum` admits nothing",
            );
        }
        for (at, value) in list.items().iter().enumerate() {
            // `null` alone, whatever the type: dropshot's way to write null.
            if is_null(node) {
                break;
            }
            let place = format!("{pointer}/enum/{at}");
            fits(
                report,
                &validator,
                value,
                &place,
                Code::EnumValue,
                "a value that its own schema refuses",
            );
        }
    }
    let whole = if values.is_some() {
        self::validator(&node.to_json(), components, None)
    } else {
        Some(validator)
    };
    let Some(whole) = whole else { return };
    for (key, code) in [
        ("default", Code::DefaultValue),
        ("example", Code::ExampleValue),
    ] {
        if let Some(value) = node.get(key) {
            fits(
                report,
                &whole,
                value,
                &format!("{pointer}/{key}"),
                code,
                &format!("the `{key}` does not fit its schema"),
            );
        }
    }
}

/// `enum: [null]`.
fn is_null(node: &Node) -> bool {
    let values = node.get("enum").map(Node::items).unwrap_or_default();
    matches!(values, [only] if only.kind == Kind::Null)
}

pub(super) fn beside_schema(
    report: &mut Report<'_>,
    site: &Site<'_>,
    components: &Map<String, Value>,
) {
    let Site { node, pointer, .. } = site;
    let Some(schema) = node.get("schema") else {
        return;
    };
    if node.get("example").is_none() && node.get("examples").is_none() {
        return;
    }
    let Some(validator) = validator(&schema.to_json(), components, side(pointer)) else {
        return;
    };
    let what = "the example does not fit its schema";
    if let Some(value) = node.get("example") {
        fits(
            report,
            &validator,
            value,
            &format!("{pointer}/example"),
            Code::ExampleValue,
            what,
        );
    }
    for member in node.get("examples").map(Node::members).unwrap_or_default() {
        let example = follow(report.document, &member.value);
        if let Some(value) = example.get("value") {
            let place = format!("{pointer}/examples/{}", member.key);
            fits(report, &validator, value, &place, Code::ExampleValue, what);
        }
    }
}

fn fits(
    report: &mut Report<'_>,
    validator: &Validator,
    value: &Node,
    pointer: &str,
    code: Code,
    what: &str,
) {
    let json = value.to_json();
    // An event stream's example is its text: frames, not one event.
    if json.as_str().is_some_and(|text| text.contains("data:")) {
        return;
    }
    for error in validator.iter_errors(&json) {
        let inner = error.instance_path().as_str();
        let at = child(value, inner).unwrap_or(value);
        let fault = report.fault(
            code,
            &format!("{pointer}{inner}"),
            &at.span,
            format!("{what}: {}", reason(&error)),
        );
        if code == Code::ExampleValue && at.to_json().is_number() {
            fault.hint("put it in quotes if text is meant");
        }
    }
}

/// What a validator says, without the value where it is long: the place shows it.
fn reason(error: &ValidationError<'_>) -> String {
    let told = error.to_string();
    if told.len() > 160 {
        error.masked().to_string()
    } else {
        told
    }
}

fn child<'a>(node: &'a Node, pointer: &str) -> Option<&'a Node> {
    let mut node = node;
    for token in pointer.split('/').skip(1) {
        let token = token.replace("~1", "/").replace("~0", "~");
        node = node
            .get(&token)
            .or_else(|| node.items().get(token.parse::<usize>().ok()?))?;
    }
    Some(node)
}

/// A validator for a schema and all that it needs; `None` when something else is wrong with it, which is reported there.
fn validator(
    schema: &Value,
    components: &Map<String, Value>,
    side: Option<Side>,
) -> Option<Validator> {
    let translate = |schema: &Value| match side {
        Some(side) => translate(&side.seen(schema)),
        None => translate(schema),
    };
    let needed: Map<String, Value> = reachable(schema, components)
        .into_iter()
        .filter_map(|name| Some((name.clone(), translate(components.get(&name)?))))
        .collect();
    let mut root = json!({ "allOf": [translate(schema)] });
    root["components"] = json!({ "schemas": needed });
    compile(&root).ok()
}

/// Which way what stands here goes; nothing where it is used both ways.
fn side(pointer: &str) -> Option<Side> {
    let is_in = |places: [&str; 2]| places.iter().any(|place| pointer.contains(place));
    if is_in(["/requestBody/", "/components/requestBodies/"]) {
        Some(Side::Request)
    } else if is_in(["/responses/", "/components/responses/"]) {
        Some(Side::Answer)
    } else {
        None
    }
}
