//! Forms: each field is text, JSON or a file that generated code can read.

use super::super::Report;
use super::is_scalar;
use crate::diagnostic::Code;
use crate::document::{Document, Member, Node};
use crate::model::{BodyKind, follow};

/// What a field can be.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Scalar,
    File,
    Object,
    Other,
}

/// Checks the properties of a form's schema and what `encoding` says of them.
pub(super) fn fields(
    report: &mut Report<'_>,
    pointer: &str,
    kind: BodyKind,
    schema: &Node,
    encoding: Option<&Node>,
) {
    let properties = schema
        .get("properties")
        .map(Node::members)
        .unwrap_or_default();
    let encodings = encoding.map(Node::members).unwrap_or_default();
    let required = schema.get("required").map(Node::items).unwrap_or_default();
    let is_required = |name: &str| required.iter().any(|own| own.as_str() == Some(name));
    for encoding in encodings {
        if !properties
            .iter()
            .any(|property| property.key == encoding.key)
        {
            report.fault(
                Code::BodyMedia,
                pointer,
                &encoding.key_span,
                format!("the form has no field `{}`", encoding.key),
            );
        }
    }
    for property in properties {
        let encoding = encodings
            .iter()
            .find(|encoding| encoding.key == property.key);
        let encoding = encoding.map(|encoding| &encoding.value);
        let written = follow(report.document, &property.value);
        let item = written
            .get("items")
            .filter(|_| written.str_of("type") == Some("array"));
        let field = field(report.document, item.unwrap_or(&property.value));
        match kind {
            BodyKind::Parts => part(report, pointer, property, field, encoding),
            // What may be left out and can't be written need not be: as text it breaks its schema.
            _ if encoding.is_none() && field != Field::Scalar && !is_required(&property.key) => {}
            _ => plain(report, pointer, property, field, item.is_some(), encoding),
        }
    }
}

fn field(document: &Document, schema: &Node) -> Field {
    let target = follow(document, schema);
    match (target.str_of("type"), target.str_of("format")) {
        (Some("string"), Some("binary")) => Field::File,
        (Some("object"), _) => Field::Object,
        _ if is_scalar(document, schema) => Field::Scalar,
        // Anything: its text.
        (None, _)
            if !["oneOf", "anyOf", "allOf", "not"]
                .iter()
                .any(|key| target.get(key).is_some()) =>
        {
            Field::Scalar
        }
        _ => Field::Other,
    }
}

fn is_json(encoding: Option<&Node>) -> bool {
    let written = encoding.and_then(|encoding| encoding.str_of("contentType"));
    written.is_some_and(|written| BodyKind::of(written, false) == BodyKind::Json)
}

/// A field of `application/x-www-form-urlencoded`.
fn plain(
    report: &mut Report<'_>,
    pointer: &str,
    property: &Member,
    field: Field,
    is_list: bool,
    encoding: Option<&Node>,
) {
    let style = encoding.and_then(|encoding| encoding.str_of("style"));
    let explode = encoding.and_then(|encoding| encoding.get("explode")?.as_bool());
    let content_type = encoding.and_then(|encoding| encoding.str_of("contentType"));
    let fault = match (field, is_list, style, explode) {
        _ if is_json(encoding) && style.is_none() && explode.is_none() => None,
        _ if content_type.is_some() => Some(
            "a field that has a `contentType` of its own is application/json, and has no style",
        ),
        (Field::Scalar, false, None | Some("form"), None) => None,
        (Field::Scalar, true, None | Some("form"), _) => None,
        (Field::Scalar, true, Some("spaceDelimited" | "pipeDelimited"), Some(false)) => None,
        (Field::Object, false, Some("deepObject"), None | Some(true)) => {
            let target = follow(report.document, &property.value);
            let members = target
                .get("properties")
                .map(Node::members)
                .unwrap_or_default();
            let is_flat = members
                .iter()
                .all(|member| is_scalar(report.document, &member.value));
            (!is_flat).then_some("an object in a form has scalar members only")
        }
        (Field::Scalar, ..) => Some("this style and `explode` do not go together here"),
        (Field::File, ..) => Some("a file needs multipart/form-data"),
        (Field::Object | Field::Other, ..) => {
            Some("a field of a form is a scalar or a list of them")
        }
    };
    if let Some(message) = fault {
        report
            .fault(Code::BodyMedia, pointer, &property.key_span, message)
            .hint("an object has the `encoding` `{style: deepObject}` or `{contentType: application/json}`; a list in one piece `{explode: false}`");
    }
}

/// A part of `multipart/form-data`.
fn part(
    report: &mut Report<'_>,
    pointer: &str,
    property: &Member,
    field: Field,
    encoding: Option<&Node>,
) {
    let styled = encoding.and_then(|encoding| encoding.get("style").or(encoding.get("explode")));
    if let Some(styled) = styled {
        report.fault(
            Code::BodyMedia,
            pointer,
            &styled.span,
            "parts have a media type, not a style: lists are repeated parts",
        );
    }
    if field == Field::Other && !is_json(encoding) {
        report
            .fault(
                Code::BodyMedia,
                pointer,
                &property.key_span,
                "a part is text, an object, a file, or a list of one of them",
            )
            .hint("`encoding: {name: {contentType: application/json}}`");
    }
    if field == Field::File {
        let written = follow(report.document, &property.value);
        let list = written.get("items").map(|items| (items, "uniqueItems"));
        let says_more = match list {
            Some((items, unique)) => written
                .get(unique)
                .or_else(|| more(follow(report.document, items))),
            None => more(written),
        };
        if let Some(span) = says_more.map(|node| node.span.clone()) {
            report.fault(
                Code::BodyMedia,
                pointer,
                &span,
                format!("this would not be enforced of the file `{}`", property.key),
            );
        }
    }
}

/// What a schema says of a file beyond that it is one.
fn more(schema: &Node) -> Option<&Node> {
    let mut members = schema.members().iter();
    let plain = ["type", "format", "description", "title", "example"];
    let found = members
        .find(|member| !plain.contains(&member.key.as_str()) && !member.key.starts_with("x-"))?;
    Some(&found.value)
}
