//! How parameters are written as text: which styles there are where, and which values they can hold.

use super::super::{Report, key_span};
use super::Scope;
use crate::diagnostic::Code;
use crate::document::{Document, Node};
use crate::model::{MediaKind, Style, follow, media_kind};

/// What the values of a schema are, as far as text can hold them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// One piece of text.
    Scalar,
    /// A list of such.
    List,
    /// An object whose members are such.
    Object,
    /// A piece or a list, by how many there are.
    Either,
}

/// A parameter, and how it is written.
struct Written<'a> {
    pointer: &'a str,
    node: &'a Node,
    location: &'a str,
    style: Style,
    explode: bool,
}

pub(super) fn check(report: &mut Report<'_>, pointer: &str, node: &Node, location: &str) {
    if let Some(media) = node.get("content") {
        return content(report, pointer, node, media);
    }
    let Some(schema) = node.get("schema") else {
        return;
    };
    let Some(usual) = usual(location) else {
        return;
    };
    let style = match node.str_of("style") {
        None => usual,
        Some(text) => match Style::parse(text).filter(|style| style.is_of(location)) {
            Some(style) => style,
            None => {
                let known = Style::ALL.iter().filter(|style| style.is_of(location));
                let known: Vec<&str> = known.map(|style| style.as_str()).collect();
                report
                    .fault(
                        Code::Unsupported,
                        &format!("{pointer}/style"),
                        &key_span(node, "style"),
                        format!("`{text}` is no style of a parameter in {location}"),
                    )
                    .hint(known.join(", "));
                return;
            }
        },
    };
    let explode = node.get("explode").and_then(Node::as_bool);
    let written = Written {
        pointer,
        node,
        location,
        style,
        explode: explode.unwrap_or(style == Style::Form),
    };
    match kind(report.document, schema) {
        None => {
            report
                .fault(
                    Code::ParameterSchema,
                    &format!("{pointer}/schema"),
                    &schema.span,
                    "a parameter is a string, a number, a boolean, a list of them, or an object of them",
                )
                .hint("say so by `type`, or write it as JSON: `content: {application/json: {schema: …}}`");
        }
        Some(kind) => fits(report, &written, kind, schema),
    }
}

fn usual(location: &str) -> Option<Style> {
    match location {
        "path" | "header" => Some(Style::Simple),
        "query" | "cookie" => Some(Style::Form),
        _ => None,
    }
}

/// Whether values of this kind can be written so.
fn fits(report: &mut Report<'_>, written: &Written<'_>, kind: Kind, schema: &Node) {
    let &Written {
        pointer,
        node,
        location,
        style,
        explode,
    } = written;
    let is_whole = kind == Kind::Scalar;
    let mut fault = |key: &str, message: &str, hint: &str| {
        report
            .fault(
                Code::Unsupported,
                &format!("{pointer}/{key}"),
                &key_span(node, key),
                message,
            )
            .hint(hint);
    };
    match style {
        Style::SpaceDelimited | Style::PipeDelimited if is_whole => {
            fault(
                "style",
                "there is nothing to delimit: it is one piece of text",
                "leave `style` out",
            );
        }
        Style::SpaceDelimited | Style::PipeDelimited if explode => {
            let hint = "`style: form` repeats the parameter";
            fault(
                "explode",
                "OpenAPI does not say how items that are delimited stand apart",
                hint,
            );
        }
        Style::DeepObject if kind != Kind::Object => {
            fault("style", "`deepObject` writes objects only", "`style: form`");
        }
        Style::DeepObject if node.get("explode").and_then(Node::as_bool) == Some(false) => {
            let hint = "`explode: true`";
            fault("explode", "`deepObject` writes each member by itself", hint);
        }
        Style::Form if location == "cookie" && explode && !is_whole => {
            let hint = "`explode: false`: the items in one cookie, separated by commas";
            fault(
                "schema",
                "a cookie stands once: its items cannot stand apart",
                hint,
            );
        }
        _ => {}
    }
    if kind == Kind::Either && !(location == "query" && style == Style::Form && explode) {
        let hint = "a list; one item is a list of one";
        fault(
            "schema",
            "one piece of text and a list of one look alike",
            hint,
        );
    }
    let target = merged(report.document, schema);
    let is_closed = target.get("additionalProperties").and_then(Node::as_bool) == Some(false);
    if kind == Kind::Object
        && (location, style, explode) == ("query", Style::Form, true)
        && !is_closed
    {
        report
            .fault(
                Code::ParameterSchema,
                &format!("{pointer}/schema"),
                &schema.span,
                "the members stand in the query as parameters of their own: an open object takes in every other parameter",
            )
            .hint("`additionalProperties: false`, or `style: deepObject`");
    }
}

/// A member of an object that stands in the query by itself may not be called like another parameter.
pub(super) fn apart(report: &mut Report<'_>, scope: &Scope<'_>) {
    let parameters = scope.parameters(report);
    let in_query = |node: &Node| node.str_of("in") == Some("query");
    for (pointer, written, node) in parameters.iter().filter(|(_, _, node)| in_query(node)) {
        let Some(schema) = node.get("schema") else {
            continue;
        };
        let is_exploded = matches!(node.str_of("style"), None | Some("form"))
            && node.get("explode").and_then(Node::as_bool) != Some(false);
        if !is_exploded || kind(report.document, schema) != Some(Kind::Object) {
            continue;
        }
        let target = merged(report.document, schema);
        let members = target
            .get("properties")
            .map(Node::members)
            .unwrap_or_default();
        for member in members {
            let other = parameters.iter().find(|(other, _, node)| {
                other != pointer && in_query(node) && node.str_of("name") == Some(&member.key)
            });
            if other.is_some() {
                report
                    .fault(
                        Code::DuplicateParameter,
                        pointer,
                        &written.span,
                        format!(
                            "its member `{}` and the parameter `{0}` are the same in the query",
                            member.key
                        ),
                    )
                    .hint("`style: deepObject`");
            }
        }
    }
}

/// A parameter that is written as JSON.
fn content(report: &mut Report<'_>, pointer: &str, node: &Node, content: &Node) {
    let place = format!("{pointer}/content");
    for key in ["schema", "style", "explode"] {
        if node.get(key).is_some() {
            report.fault(
                Code::Unsupported,
                &place,
                &key_span(node, key),
                format!("`{key}` says nothing beside `content`"),
            );
        }
    }
    match content.members() {
        [media]
            if media_kind(&media.key) == MediaKind::Json && media.value.get("schema").is_some() => {
        }
        _ => {
            report
                .fault(
                    Code::Unsupported,
                    &place,
                    &key_span(node, "content"),
                    "a parameter with `content` is JSON of one media type, with a schema",
                )
                .hint("`content: {application/json: {schema: …}}`");
        }
    }
}

/// Whether every value of a schema can be written as one piece of text.
pub(in crate::check) fn is_scalar(document: &Document, schema: &Node) -> bool {
    kind(document, schema) == Some(Kind::Scalar)
}

/// Whether every value of a schema is a piece of text or a list of them.
pub(in crate::check) fn is_list(document: &Document, schema: &Node) -> bool {
    kind(document, schema) == Some(Kind::List)
}

fn kind(document: &Document, schema: &Node) -> Option<Kind> {
    kind_within(document, schema, 0)
}

fn kind_within(document: &Document, schema: &Node, depth: usize) -> Option<Kind> {
    if depth > 16 {
        return None;
    }
    let target = merged(document, schema);
    let is_scalar = |schema: &Node| kind_within(document, schema, depth + 1) == Some(Kind::Scalar);
    match target.str_of("type") {
        Some("string" | "integer" | "number" | "boolean") => return Some(Kind::Scalar),
        Some("array") => {
            return target
                .get("items")
                .is_some_and(is_scalar)
                .then_some(Kind::List);
        }
        Some("object") => {
            let members = target
                .get("properties")
                .map(Node::members)
                .unwrap_or_default();
            let others = target.get("additionalProperties");
            // Open members are text.
            let is_flat = members.iter().all(|member| is_scalar(&member.value))
                && others.is_none_or(|others| others.as_bool().is_some() || is_scalar(others));
            return is_flat.then_some(Kind::Object);
        }
        Some(_) => return None,
        None => {}
    }
    let alternatives = ["oneOf", "anyOf"]
        .iter()
        .find_map(|keyword| target.get(keyword));
    match alternatives {
        Some(alternatives) => {
            let kinds = alternatives.items().iter();
            let kinds: Option<Vec<Kind>> = kinds
                .map(|schema| kind_within(document, schema, depth + 1))
                .collect();
            let kinds = kinds?;
            let all = |wanted: Kind| kinds.iter().all(|kind| *kind == wanted);
            if all(Kind::Scalar) {
                Some(Kind::Scalar)
            } else if kinds.contains(&Kind::Object) {
                None
            } else {
                Some(Kind::Either)
            }
        }
        None => {
            let parts = target.get("allOf").map(Node::items).unwrap_or_default();
            parts.iter().any(is_scalar).then_some(Kind::Scalar)
        }
    }
}

/// The schema that has the keywords: behind references and `allOf` of one.
fn merged<'a>(document: &'a Document, schema: &'a Node) -> &'a Node {
    let mut target = follow(document, schema);
    for _ in 0..16 {
        match target.get("allOf").map(Node::items) {
            Some([only]) => target = follow(document, only),
            _ => break,
        }
    }
    target
}
