//! Operations in pages, as progenitor's client reads them.

use super::super::{Report, key_span};
use super::Scope;
use crate::diagnostic::Code;
use crate::document::Node;
use crate::model::follow;

/// Dropshot's pagination as progenitor understands it.
pub(super) fn pagination(report: &mut Report<'_>, scope: &Scope<'_>) {
    if !report.rules.client || scope.node.get("x-dropshot-pagination").is_none() {
        return;
    }
    let span = key_span(scope.node, "x-dropshot-pagination");
    let pointer = format!("{}/x-dropshot-pagination", scope.pointer);
    let parameters = scope.parameters(report);
    for name in ["limit", "page_token"] {
        let found = parameters.iter().find(|(_, _, node)| {
            node.str_of("name") == Some(name) && node.str_of("in") == Some("query")
        });
        let Some((_, _, node)) = found else {
            report.fault(
                Code::Progenitor,
                &pointer,
                &span,
                format!("a paginated operation needs the query parameter `{name}`"),
            );
            continue;
        };
        let schema = node
            .get("schema")
            .map(|schema| follow(report.document, schema));
        let constrained = schema.is_some_and(|schema| {
            ["maxLength", "minLength", "pattern", "enum"]
                .iter()
                .any(|key| schema.get(key).is_some())
        });
        if name == "page_token" && constrained {
            report
                .fault(
                    Code::Progenitor,
                    &pointer,
                    &span,
                    "a constrained `page_token` does not compile in the client",
                )
                .hint("`schema: {type: string}`");
        }
    }
    let page = scope
        .node
        .get("responses")
        .and_then(|responses| responses.get("200"));
    let page = page.and_then(|page| {
        follow(report.document, page)
            .get("content")?
            .get("application/json")?
            .get("schema")
    });
    let page = page.map(|schema| follow(report.document, schema));
    let mut names: Vec<&str> = page
        .and_then(|page| page.get("properties"))
        .map(Node::members)
        .unwrap_or_default()
        .iter()
        .map(|m| m.key.as_str())
        .collect();
    names.sort_unstable();
    if names != ["items", "next_page"] {
        report.fault(
            Code::Progenitor,
            &pointer,
            &span,
            "a page must hold exactly `items` and `next_page`",
        );
    }
}
