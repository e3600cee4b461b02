//! Parameters: each variable of the path has one, none stands twice, and each can be read from text.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use super::super::Report;
use super::routes::variables;
use super::{Scope, serialisation};
use crate::diagnostic::Code;
use crate::document::Node;

pub(super) fn parameters(report: &mut Report<'_>, scope: &Scope<'_>) {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let mut in_path: BTreeSet<String> = BTreeSet::new();
    let mut fields: BTreeMap<String, (&str, &str)> = BTreeMap::new();
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
        } else if !matches!(location, "query" | "header" | "cookie") {
            let span = node
                .get("in")
                .map_or(node.span.clone(), |node| node.span.clone());
            let message = format!("`{location}` is no place for a parameter");
            report
                .fault(Code::Unsupported, &pointer, &span, message)
                .hint("path, query, header or cookie");
        }
        if location == "cookie" && !name.chars().all(is_token) {
            report.fault(
                Code::BadName,
                &pointer,
                &written.span,
                format!("no cookie can be called `{name}`"),
            );
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
        if let Some(other) = fields.insert(name.to_snake_case(), (name, location))
            && from_operation
            && other != (name, location)
        {
            report
                .fault(
                    Code::BadName,
                    &pointer,
                    &written.span,
                    format!(
                        "`{name}` in {location} and `{}` in {} become the same field",
                        other.0, other.1
                    ),
                )
                .hint("call one of them otherwise");
        }
        serialisation::check(report, &pointer, node, location);
    }
    serialisation::apart(report, scope);
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

/// What the name of a cookie may hold.
fn is_token(c: char) -> bool {
    c.is_ascii_graphic() && !r#"()<>@,;:\\"/[]?={}"#.contains(c)
}
