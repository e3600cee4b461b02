//! Members of objects: what is required is declared, what goes one way is a member, no part of an `allOf` is closed.

use super::super::{Report, Site, key_span};
use crate::diagnostic::Code;
use crate::document::{Document, Node};
use crate::model::follow;

/// What is required is declared, once.
pub(super) fn required(report: &mut Report<'_>, site: &Site<'_>, sites: &[Site<'_>]) {
    let Some(list) = site.node.get("required") else {
        return;
    };
    // Of what is no object it says nothing, which is told elsewhere.
    if site
        .node
        .str_of("type")
        .is_some_and(|kind| kind != "object")
    {
        return;
    }
    let names: Vec<Option<&str>> = list.items().iter().map(Node::as_str).collect();
    // A map may demand keys: their values are what all its values are.
    let is_map = { site.node.get("additionalProperties") }
        .is_some_and(|values| values.as_bool() != Some(false));
    for (at, item) in list.items().iter().enumerate() {
        let Some(name) = item.as_str() else { continue };
        let place = format!("{}/required/{at}", site.pointer);
        let is_declared = is_map
            || declares(report.document, site.node, name, 0)
            || wholes(&site.pointer, sites).any(|whole| declares(report.document, whole, name, 0));
        if !is_declared {
            report
                .fault(
                    Code::RequiredProperty,
                    &place,
                    &item.span,
                    format!("`{name}` is required but not declared"),
                )
                .hint("declare it under `properties`");
        } else if names[..at].contains(&Some(name)) {
            report.fault(
                Code::RequiredProperty,
                &place,
                &item.span,
                format!("`{name}` stands twice"),
            );
        }
    }
}

/// `readOnly` and `writeOnly` are said of members, each where it is declared.
pub(super) fn one_way(report: &mut Report<'_>, site: &Site<'_>) {
    let flag = |key: &str| site.node.get(key).and_then(Node::as_bool) == Some(true);
    // Of `properties/properties/…` every other one is a keyword: a member may be called so.
    let steps = site.pointer.rsplit('/').skip(1);
    let is_member = steps.take_while(|step| *step == "properties").count() % 2 == 1;
    for (key, other) in [("readOnly", "writeOnly"), ("writeOnly", "readOnly")] {
        if !flag(key) {
            continue;
        }
        let place = format!("{}/{key}", site.pointer);
        let span = key_span(site.node, key);
        if !is_member {
            report
                .fault(
                    Code::IdleKeyword,
                    &place,
                    &span,
                    format!("`{key}` says nothing but of a member"),
                )
                .hint(format!(
                    "write it where the member is declared: `allOf: [{{$ref: …}}]` and `{key}: true`; or allow E0411, and it is ignored"
                ));
        } else if flag(other) && key == "readOnly" {
            report.fault(
                Code::SchemaConflict,
                &place,
                &span,
                "a member that neither side may send",
            );
        }
    }
}

/// Each part of an `allOf` sees the whole object: a closed part refuses what the others declare.
pub(super) fn closed_all_of(report: &mut Report<'_>, site: &Site<'_>) {
    let Some(parts) = site
        .node
        .get("allOf")
        .filter(|parts| parts.items().len() > 1)
    else {
        return;
    };
    for (at, part) in parts.items().iter().enumerate() {
        let target = follow(report.document, part);
        if target.get("additionalProperties").and_then(Node::as_bool) == Some(false) {
            report
                .fault(
                    Code::ClosedAllOf,
                    &format!("{}/allOf/{at}", site.pointer),
                    &part.span,
                    "a closed schema in `allOf` refuses the members of the other parts",
                )
                .hint("leave `additionalProperties: false` out of the parts, or write one schema");
        }
    }
}

/// Whether a schema declares a member, itself or in what it is combined of.
fn declares(document: &Document, schema: &Node, name: &str, depth: usize) -> bool {
    let schema = follow(document, schema);
    let has = |properties: &Node| properties.get(name).is_some();
    // References may go in a circle.
    schema.get("properties").is_some_and(has)
        || (depth < 16
            && ["allOf", "anyOf", "oneOf"]
                .iter()
                .filter_map(|keyword| schema.get(keyword))
                .flat_map(Node::items)
                .any(|part| declares(document, part, name, depth + 1)))
}

/// The schemas that an inline schema is a part of by `allOf`, `anyOf` or `oneOf`: they say of the same value.
fn wholes<'a>(pointer: &str, sites: &'a [Site<'a>]) -> impl Iterator<Item = &'a Node> {
    let mut found = Vec::new();
    let mut rest = pointer;
    while let Some((outer, at)) = rest.rsplit_once('/')
        && at.parse::<usize>().is_ok()
        && let Some((whole, keyword)) = outer.rsplit_once('/')
        && matches!(keyword, "allOf" | "anyOf" | "oneOf")
    {
        found.extend(
            sites
                .iter()
                .find(|site| site.pointer == whole)
                .map(|site| site.node),
        );
        rest = whole;
    }
    found.into_iter()
}
