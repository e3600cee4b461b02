//! Keywords of one schema that agree with its type and with each other.

use super::super::{Report, Site, key_span};
use crate::diagnostic::Code;
use crate::document::Node;
use crate::schema::{implied_type, types_of};

const TYPES: [&str; 6] = ["array", "boolean", "integer", "number", "object", "string"];

pub(super) fn check(report: &mut Report<'_>, site: &Site<'_>) {
    known_type(report, site);
    other_types(report, site);
    empty_lists(report, site);
    items(report, site);
    bounds(report, site);
    exclusive(report, site);
}

/// The type is one of the six.
fn known_type(report: &mut Report<'_>, Site { node, pointer, .. }: &Site<'_>) {
    if let Some(kind) = node.str_of("type").filter(|kind| !TYPES.contains(kind)) {
        let span = node
            .get("type")
            .map_or(node.span.clone(), |node| node.span.clone());
        let fault = report.fault(
            Code::SchemaConflict,
            &format!("{pointer}/type"),
            &span,
            format!("`{kind}` is no type"),
        );
        match kind {
            "null" => fault.hint("write `nullable: true` beside the type"),
            _ => fault.hint(format!("one of {}", TYPES.join(", "))),
        };
    }
}

/// Keywords that say nothing of values of the schema's type.
fn other_types(report: &mut Report<'_>, Site { node, pointer, .. }: &Site<'_>) {
    let kind = node.str_of("type");
    for member in node.members() {
        let belongs_to = types_of(&member.key);
        if belongs_to.is_empty() {
            continue;
        }
        // Without a type, the keywords of one type imply it: good enough where style is not asked for.
        if kind.is_none() && !report.rules.style && implied_type(&node.to_json()).is_some() {
            continue;
        }
        if kind.is_none_or(|kind| !belongs_to.contains(&kind)) {
            let message = format!(
                "`{}` says nothing without `type: {}`",
                member.key,
                belongs_to.join("` or `type: ")
            );
            let place = format!("{pointer}/{}", member.key);
            // Of values of a type that is known JSON Schema says what becomes of such a keyword: nothing.
            let is_idle = kind.is_some_and(|kind| TYPES.contains(&kind));
            let (code, way_out) = match is_idle {
                true => (Code::IdleKeyword, "; or allow E0411, and it is ignored"),
                false => (Code::SchemaConflict, ""),
            };
            report
                .fault(code, &place, &member.key_span, message)
                .hint(format!("write `type: {}`{way_out}", belongs_to[0]));
        }
    }
}

/// A combination of nothing.
fn empty_lists(report: &mut Report<'_>, Site { node, pointer, .. }: &Site<'_>) {
    for key in ["allOf", "anyOf", "oneOf"] {
        if node.get(key).is_some_and(|list| list.items().is_empty()) {
            let place = format!("{pointer}/{key}");
            report.fault(
                Code::SchemaConflict,
                &place,
                &key_span(node, key),
                format!("an empty `{key}` says nothing"),
            );
        }
    }
}

/// A list says of what.
fn items(report: &mut Report<'_>, Site { node, pointer, .. }: &Site<'_>) {
    let most = node.get("maxItems").map(Node::to_json);
    // dropshot's way to write a list that has none: `[T; 0]`.
    let is_empty = most.is_some_and(|most| most == 0);
    if node.str_of("type") == Some("array") && node.get("items").is_none() && !is_empty {
        let span = key_span(node, "type");
        report
            .fault(Code::SchemaConflict, pointer, &span, "a list needs `items`")
            .hint("`items: {}` takes anything");
    }
}

/// The least is not above the most.
fn bounds(report: &mut Report<'_>, Site { node, pointer, .. }: &Site<'_>) {
    for (low, high) in [
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
        ("minimum", "maximum"),
    ] {
        let number = |key| node.get(key).and_then(|node| node.to_json().as_f64());
        if let (Some(least), Some(most)) = (number(low), number(high))
            && least > most
        {
            let message = format!("`{low}` is more than `{high}`: nothing fits");
            report.fault(
                Code::SchemaConflict,
                &format!("{pointer}/{low}"),
                &key_span(node, low),
                message,
            );
        }
    }
}

/// A bound that is excluded is there.
fn exclusive(report: &mut Report<'_>, Site { node, pointer, .. }: &Site<'_>) {
    for (flag, bound) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        if node.get(flag).is_some() && node.get(bound).is_none() {
            let message = format!("`{flag}` says nothing without `{bound}`");
            report.fault(
                Code::SchemaConflict,
                &format!("{pointer}/{flag}"),
                &key_span(node, flag),
                message,
            );
        }
    }
}
