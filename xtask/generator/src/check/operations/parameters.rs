//! Parameters: each variable of the path has one, none stands twice, and each can be read from text.

use std::collections::BTreeSet;

use super::super::{Report, key_span};
use super::Scope;
use super::routes::variables;
use crate::diagnostic::Code;
use crate::document::{Document, Node};
use crate::model::follow;

pub(super) fn parameters(report: &mut Report<'_>, scope: &Scope<'_>) {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let mut in_path: BTreeSet<String> = BTreeSet::new();
    let variables: BTreeSet<&str> = variables(scope.path).collect();
    for (pointer, written, node) in scope.parameters(report) {
        let (Some(name), Some(location)) = (node.str_of("name"), node.str_of("in")) else {
            continue;
        };
        if location == "path" {
            in_path.insert(name.to_owned());
            if !variables.contains(name) {
                report.fault(
                    Code::PathParameters,
                    &pointer,
                    &written.span,
                    format!("`{}` has no variable `{{{name}}}`", scope.path),
                );
            }
            if node.get("required").and_then(Node::as_bool) != Some(true) {
                report.fault(
                    Code::PathParameters,
                    &pointer,
                    &written.span,
                    format!("the path parameter `{name}` must be `required: true`"),
                );
            }
        } else if !matches!(location, "query" | "header") {
            let span = node
                .get("in")
                .map_or(node.span.clone(), |node| node.span.clone());
            let message = if location == "cookie" {
                "cookie parameters are not read".to_owned()
            } else {
                format!("`{location}` is no place for a parameter")
            };
            report
                .fault(Code::Unsupported, &pointer, &span, message)
                .hint("path, query or header");
        }
        // It is enforced all the same, and other people's documents have it: dropshot's do.
        if report.rules.style
            && location == "header"
            && ["accept", "content-type", "authorization"].contains(&name.to_lowercase().as_str())
        {
            report.fault(
                Code::Unsupported,
                &pointer,
                &written.span,
                format!("OpenAPI ignores a header parameter named `{name}`"),
            );
        }
        let key = if location == "header" {
            name.to_lowercase()
        } else {
            name.to_owned()
        };
        let from_operation = pointer.starts_with(scope.pointer);
        if !seen.insert((location.to_owned(), key)) && from_operation {
            report.fault(
                Code::DuplicateParameter,
                &pointer,
                &written.span,
                format!("`{name}` in {location} is declared twice"),
            );
        }
        style(report, &pointer, node, location);
        scalar(report, scope, &pointer, node, location);
    }
    for variable in variables
        .iter()
        .filter(|variable| !in_path.contains(**variable))
        // A part of a segment is no variable, which is told of the path.
        .filter(|variable| { scope.path.split('/') }.any(|part| part == format!("{{{variable}}}")))
    {
        let start = scope.node.span.start..scope.node.span.start + 1;
        report
            .fault(
                Code::PathParameters,
                scope.pointer,
                &start,
                format!("the variable `{{{variable}}}` is not declared as a parameter"),
            )
            .hint(format!(
                "`- {{name: {variable}, in: path, required: true, schema: …}}`"
            ));
    }
}

fn style(report: &mut Report<'_>, pointer: &str, node: &Node, location: &str) {
    let usual = if location == "query" {
        "form"
    } else {
        "simple"
    };
    if let Some(style) = node
        .get("style")
        .filter(|style| style.as_str() != Some(usual))
    {
        report.fault(
            Code::Unsupported,
            &format!("{pointer}/style"),
            &style.span,
            format!("only the style `{usual}` is read here"),
        );
    }
    let explode = node.get("explode").and_then(Node::as_bool);
    if explode == Some(false) && location == "query" {
        report
            .fault(
                Code::Unsupported,
                &format!("{pointer}/explode"),
                &key_span(node, "explode"),
                "lists in one piece are not taken apart",
            )
            .hint("`explode: true`: the parameter is repeated");
    }
}

/// Whether a schema is of lists whose items can be written as one piece of text each.
fn is_list(document: &Document, schema: &Node) -> bool {
    schema.str_of("type") == Some("array")
        && schema
            .get("items")
            .is_some_and(|items| is_scalar(document, items))
}

fn scalar(report: &mut Report<'_>, scope: &Scope<'_>, pointer: &str, node: &Node, location: &str) {
    let Some(schema) = node.get("schema") else {
        return;
    };
    let target = merged(report.document, schema);
    let is_plain_list = is_list(report.document, target);
    let alternatives = ["oneOf", "anyOf"]
        .iter()
        .find_map(|keyword| target.get(keyword));
    let fits = match location {
        // Given once, or more often.
        "query" => {
            is_plain_list
                || is_scalar(report.document, schema)
                || alternatives.is_some_and(|all| {
                    all.items().iter().all(|schema| {
                        is_scalar(report.document, schema)
                            || is_list(report.document, merged(report.document, schema))
                    })
                })
        }
        // The rest of a path, segment by segment.
        "path" if is_plain_list => {
            let name = node.str_of("name").unwrap_or_default();
            scope.path.ends_with(&format!("/{{{name}}}"))
        }
        _ => is_scalar(report.document, schema),
    };
    if !fits {
        report
            .fault(
                Code::ParameterSchema,
                &format!("{pointer}/schema"),
                &schema.span,
                "a parameter is a string, a number, a boolean, or a list of them in the query or at the end of a path",
            )
            .hint("say so by `type`");
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

/// Whether every value of a schema can be written as one piece of text.
pub(in crate::check) fn is_scalar(document: &Document, schema: &Node) -> bool {
    is_scalar_within(document, schema, 0)
}

fn is_scalar_within(document: &Document, schema: &Node, depth: usize) -> bool {
    if depth > 16 {
        return false;
    }
    let target = merged(document, schema);
    if let Some(kind) = target.str_of("type") {
        return matches!(kind, "string" | "integer" | "number" | "boolean");
    }
    let alternatives = ["oneOf", "anyOf"]
        .iter()
        .find_map(|keyword| target.get(keyword));
    match alternatives {
        Some(alternatives) => alternatives
            .items()
            .iter()
            .all(|schema| is_scalar_within(document, schema, depth + 1)),
        None => target.get("allOf").is_some_and(|parts| {
            parts
                .items()
                .iter()
                .any(|schema| is_scalar_within(document, schema, depth + 1))
        }),
    }
}
