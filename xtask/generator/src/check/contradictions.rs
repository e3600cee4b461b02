//! Parts of an `allOf` that leave no value together, each fit as it may be alone.

use std::collections::{BTreeMap, BTreeSet};

use super::keywords::Object;
use super::{Report, Site, key_span};
use crate::diagnostic::Code;
use crate::document::{Node, escape};

/// So deep are members of members looked at.
const DEEP: usize = 8;

/// So many parts are looked at: more than any document has, and few enough to compare each with all.
const MANY: usize = 128;

/// A schema that holds for the same value as others do.
#[derive(Clone)]
struct Part<'a> {
    node: &'a Node,
    pointer: String,
    /// Which of the parts that stand beside one another it came by: what contradicts itself is told where it stands.
    branch: usize,
}

pub(super) fn check(report: &mut Report<'_>, sites: &[Site<'_>]) {
    let mut told = BTreeSet::new();
    for site in sites {
        if site.object != Object::Schema || site.node.get("allOf").is_none() {
            continue;
        }
        let mut parts = Vec::new();
        gather(report, site.node, &site.pointer, None, &mut parts);
        compare(report, &parts, 0, &mut told);
    }
}

/// All that holds for a value of a schema: itself and, by `allOf` and `$ref`, others.
fn gather<'a>(
    report: &Report<'a>,
    node: &'a Node,
    pointer: &str,
    branch: Option<usize>,
    found: &mut Vec<Part<'a>>,
) {
    if found.len() >= MANY || found.iter().any(|part| part.pointer == pointer) {
        return;
    }
    if let Some(target) = node.str_of("$ref") {
        if let Some((place, target)) =
            { target.strip_prefix('#') }.and_then(|place| Some((place, report.document.at(place)?)))
        {
            gather(report, target, place, branch, found);
        }
        return;
    }
    found.push(Part {
        node,
        pointer: pointer.to_owned(),
        branch: branch.unwrap_or(0),
    });
    let parts = node.get("allOf").map(Node::items).unwrap_or_default();
    for (at, part) in parts.iter().enumerate() {
        let branch = branch.unwrap_or(at + 1);
        gather(
            report,
            part,
            &format!("{pointer}/allOf/{at}"),
            Some(branch),
            found,
        );
    }
}

fn compare(
    report: &mut Report<'_>,
    parts: &[Part<'_>],
    depth: usize,
    told: &mut BTreeSet<[String; 2]>,
) {
    for (at, later) in parts.iter().enumerate() {
        for earlier in parts[..at]
            .iter()
            .filter(|earlier| earlier.branch != later.branch)
        {
            let Some((keyword, other, why)) = exclude(earlier.node, later.node) else {
                continue;
            };
            let place = format!("{}/{keyword}", later.pointer);
            let before = format!("{}/{other}", earlier.pointer);
            if told.insert([before.clone(), place.clone()]) {
                let message = format!("{why} (`#{before}`): no value fits both");
                report
                    .fault(
                        Code::Contradiction,
                        &place,
                        &key_span(later.node, keyword),
                        message,
                    )
                    .hint(
                        "take one of them out, or `anyOf` in place of `allOf` if either may hold",
                    );
            }
        }
    }
    // What several parts say of one member holds for it together, too.
    let mut members: BTreeMap<&str, Vec<Part<'_>>> = BTreeMap::new();
    for part in parts {
        for member in part
            .node
            .get("properties")
            .map(Node::members)
            .unwrap_or_default()
        {
            let pointer = format!("{}/properties/{}", part.pointer, escape(&member.key));
            let mut all = Vec::new();
            gather(report, &member.value, &pointer, Some(part.branch), &mut all);
            members.entry(&member.key).or_default().extend(all);
        }
    }
    for parts in members
        .values()
        .filter(|parts| parts.len() > 1 && depth < DEEP)
    {
        compare(report, &parts[..parts.len().min(MANY)], depth + 1, told);
    }
}

/// What of a later schema excludes what of an earlier one, and why.
fn exclude(earlier: &Node, later: &Node) -> Option<(&'static str, &'static str, String)> {
    let nullable = |node: &Node| node.get("nullable").and_then(Node::as_bool) == Some(true);
    if nullable(earlier) && nullable(later) {
        return None;
    }
    if let (Some(a), Some(b)) = (earlier.str_of("type"), later.str_of("type")) {
        let is_number = |kind: &str| matches!(kind, "integer" | "number");
        if a != b && !(is_number(a) && is_number(b)) {
            return Some(("type", "type", format!("`type: {b}` beside `type: {a}`")));
        }
    }
    let values = |node: &Node| node.get("enum")?.to_json().as_array().cloned();
    if let (Some(a), Some(b)) = (values(earlier), values(later))
        && !b.iter().any(|value| a.contains(value))
    {
        return Some((
            "enum",
            "enum",
            "an `enum` beside another without a common value".to_owned(),
        ));
    }
    let number = |node: &Node, keyword: &str| node.get(keyword)?.to_json().as_f64();
    for (low, high) in [
        ("minimum", "maximum"),
        ("minLength", "maxLength"),
        ("minItems", "maxItems"),
        ("minProperties", "maxProperties"),
    ] {
        if let (Some(most), Some(least)) = (number(earlier, high), number(later, low))
            && least > most
        {
            return Some((
                low,
                high,
                format!("`{low}: {least}` beside `{high}: {most}`"),
            ));
        }
        if let (Some(least), Some(most)) = (number(earlier, low), number(later, high))
            && least > most
        {
            return Some((
                high,
                low,
                format!("`{high}: {most}` beside `{low}: {least}`"),
            ));
        }
    }
    None
}
