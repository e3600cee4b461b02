//! Discriminators: each variant is a component that has the tag, each tag stands for one of them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::keywords::Object;
use super::schemas::written as components;
use super::{Report, Site, key_span};
use crate::diagnostic::Code;
use crate::document::{Node, escape};
use crate::model::follow;
use crate::schema::PREFIX;
use crate::schema::bases::{kinds, laid_out};
use crate::schema::union::{component, union};

/// What may stand beside a discriminator and its alternatives.
const BESIDE: [&str; 10] = [
    "discriminator",
    "oneOf",
    "anyOf",
    "title",
    "description",
    "example",
    "default",
    "deprecated",
    "externalDocs",
    "xml",
];

pub(super) fn check(report: &mut Report<'_>, sites: &[Site<'_>]) {
    for site in sites {
        if site.object == Object::Schema
            && let Some(discriminator) = site.node.get("discriminator")
        {
            check_union(report, site, discriminator);
        }
    }
}

fn check_union(report: &mut Report<'_>, site: &Site<'_>, discriminator: &Node) {
    let place = format!("{}/discriminator", site.pointer);
    let span = key_span(site.node, "discriminator");
    let alternatives = match (site.node.get("oneOf"), site.node.get("anyOf")) {
        (Some(list), None) | (None, Some(list)) => list,
        (None, None) => return check_base(report, site, discriminator),
        (Some(_), Some(_)) => {
            report.fault(
                Code::Discriminator,
                &place,
                &span,
                "`oneOf` and `anyOf` beside one `discriminator`: it tells the variants of one apart",
            );
            return;
        }
    };
    for member in site.node.members() {
        let says_nothing = member.key == "type" && member.value.as_str() == Some("object");
        if !says_nothing && !BESIDE.contains(&member.key.as_str()) && !member.key.starts_with("x-")
        {
            let message = format!(
                "`{}` beside a `discriminator`: its variants say it",
                member.key
            );
            let place = format!("{}/{}", site.pointer, escape(&member.key));
            let fault = report.fault(Code::Discriminator, &place, &member.key_span, message);
            match member.key.as_str() {
                "nullable" => fault.hint(
                    "write it where the union is used: `allOf: [{$ref: …}]` and `nullable: true`",
                ),
                _ => fault.hint("move it into the variants"),
            };
        }
    }
    let tag = discriminator.str_of("propertyName");
    let has_inline = { alternatives.items().iter() }.any(|variant| variant.get("$ref").is_none());
    // Without names they must tell themselves apart, and then the discriminator adds nothing.
    if let (Some(tag), true, None) = (tag, has_inline, discriminator.get("mapping"))
        && tell_themselves_apart(report, alternatives, tag)
    {
        return;
    }
    let (Some(tag), true) = (tag, variants_are_components(report, site, alternatives)) else {
        return;
    };
    mapping(report, &place, discriminator, alternatives);
    let Some(union) = union(&site.node.to_json()) else {
        return;
    };
    let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
    for (at, ((name, tags), variant)) in
        (union.variants.iter().zip(alternatives.items())).enumerate()
    {
        let place = format!("{}/{}/{at}", site.pointer, alternatives_key(site));
        for of in tags {
            if let Some(other) = owners.insert(of, name) {
                report
                    .fault(
                        Code::Discriminator,
                        &place,
                        &variant.span,
                        format!("`{tag}: {of}` stands for `{other}` and for `{name}`"),
                    )
                    .hint("give each variant a name of its own in `mapping`");
            }
        }
        tag_of_variant(report, &place, variant, tag, name, tags);
    }
}

/// A discriminator of a component that others extend: these are its variants.
fn check_base(report: &mut Report<'_>, site: &Site<'_>, discriminator: &Node) {
    let place = format!("{}/discriminator", site.pointer);
    let span = key_span(site.node, "discriminator");
    let name = site.pointer.strip_prefix("/components/schemas/");
    let components = components(report.document);
    let name = name.map(|name| name.replace("~1", "/").replace("~0", "~"));
    let name = name.filter(|name| components.contains_key(name));
    let kinds = { name.as_deref() }.map(|name| kinds(name, &components));
    let (Some(name), Some(kinds)) = (&name, kinds.filter(|kinds| !kinds.is_empty())) else {
        report
            .fault(
                Code::Discriminator,
                &place,
                &span,
                "a `discriminator` without `oneOf`, and no component extends this one",
            )
            .hint("list the variants as `oneOf` of `$ref`s, or make this a component and refer to it in the `allOf` of those that extend it");
        return;
    };
    let Some(tag) = discriminator.str_of("propertyName") else {
        return;
    };
    tag_of_variant(report, &place, site.node, tag, name, &[]);
    let known: Vec<&str> = { kinds.iter().copied() }.chain([name.as_str()]).collect();
    for entry in discriminator
        .get("mapping")
        .map(Node::members)
        .unwrap_or_default()
    {
        if entry
            .value
            .as_str()
            .is_none_or(|target| !known.contains(&component(target)))
        {
            let place = format!("{place}/mapping/{}", escape(&entry.key));
            report
                .fault(
                    Code::Discriminator,
                    &place,
                    &entry.value.span,
                    format!("`{}` stands for nothing that extends `{name}`", entry.key),
                )
                .hint(format!("one of {}", known.join(", ")));
        }
    }
    let laid_out = laid_out(&components);
    let Some(union) = laid_out.get(name).and_then(union) else {
        return;
    };
    for (kind, tags) in &union.variants {
        let Some(node) = report
            .document
            .at(&format!("/components/schemas/{}", escape(kind)))
        else {
            continue;
        };
        tag_of_variant(report, &place, node, tag, kind, tags);
    }
}

fn alternatives_key(site: &Site<'_>) -> &'static str {
    if site.node.get("oneOf").is_some() {
        "oneOf"
    } else {
        "anyOf"
    }
}

/// Whether each alternative is a `$ref`, as implicit names demand.
fn variants_are_components(report: &mut Report<'_>, site: &Site<'_>, list: &Node) -> bool {
    let mut all = true;
    for (at, variant) in list.items().iter().enumerate() {
        let target = variant.str_of("$ref").and_then(|r| r.strip_prefix('#'));
        match target {
            Some(target) => all &= report.document.at(target).is_some(),
            None => {
                all = false;
                report
                    .fault(
                        Code::Discriminator,
                        &format!("{}/{}/{at}", site.pointer, alternatives_key(site)),
                        &variant.span,
                        "a variant beside a `discriminator` has no name",
                    )
                    .hint("make it a component and refer to it; or have every variant require the tag, with an `enum` of its own values, and leave out the `mapping`");
            }
        }
    }
    all
}

/// Whether every variant requires the tag and lists the values that it may have, none of which is another's.
fn tell_themselves_apart(report: &Report<'_>, alternatives: &Node, tag: &str) -> bool {
    let mut seen = BTreeSet::new();
    alternatives.items().iter().all(|variant| {
        let values = find(report, variant, tag, 0).and_then(|member| member.get("enum"));
        let texts = values
            .map(Node::items)
            .unwrap_or_default()
            .iter()
            .map(Node::as_str);
        let texts: Option<Vec<&str>> = texts.collect();
        requires(report, variant, tag, 0)
            && texts.is_some_and(|texts| {
                !texts.is_empty() && texts.into_iter().all(|text| seen.insert(text.to_owned()))
            })
    })
}

/// Each entry of the mapping leads to a variant.
fn mapping(report: &mut Report<'_>, place: &str, discriminator: &Node, alternatives: &Node) {
    let known: Vec<&str> = alternatives
        .items()
        .iter()
        .filter_map(|variant| variant.str_of("$ref")?.strip_prefix(PREFIX))
        .collect();
    let entries = discriminator.get("mapping").map(Node::members);
    for entry in entries.unwrap_or_default() {
        let place = format!("{place}/mapping/{}", escape(&entry.key));
        let target = entry.value.as_str().map(component);
        if target.is_none_or(|target| !known.contains(&target)) {
            report
                .fault(
                    Code::Discriminator,
                    &place,
                    &entry.value.span,
                    format!("`{}` stands for none of the variants", entry.key),
                )
                .hint(format!("one of {}", known.join(", ")));
        }
    }
}

/// The variant declares the tag, demands it, and admits the values that stand for it.
fn tag_of_variant(
    report: &mut Report<'_>,
    place: &str,
    variant: &Node,
    tag: &str,
    name: &str,
    tags: &[String],
) {
    let Some(member) = find(report, variant, tag, 0) else {
        report
            .fault(
                Code::Discriminator,
                place,
                &variant.span,
                format!("`{name}` has no member `{tag}`"),
            )
            .hint(format!(
                "declare `{tag}` in `{name}`, a string, and require it"
            ));
        return;
    };
    let (kind, values) = (member.str_of("type"), member.get("enum"));
    if kind != Some("string") {
        report.fault(
            Code::Discriminator,
            place,
            &variant.span,
            format!("`{tag}` of `{name}` is no string"),
        );
    }
    if !requires(report, variant, tag, 0) {
        report
            .fault(
                Code::Discriminator,
                place,
                &variant.span,
                format!("`{name}` does not require `{tag}`"),
            )
            .hint(format!("add `{tag}` to its `required`"));
    }
    let Some(values) = values else { return };
    for of in tags {
        let is_admitted = values
            .to_json()
            .as_array()
            .is_some_and(|values| values.contains(&Value::from(of.as_str())));
        if !is_admitted {
            let example = values.items().first().and_then(Node::as_str);
            report
                .fault(
                    Code::Discriminator,
                    place,
                    &variant.span,
                    format!("`{name}` is told by `{tag}: {of}`, which its own `enum` refuses"),
                )
                .hint(format!(
                    "write `mapping: {{ {}: \"{PREFIX}{name}\" }}` into the discriminator",
                    example.unwrap_or(of)
                ));
        }
    }
}

/// A member of an object, its own or one that it has by `allOf`.
fn find<'a>(report: &Report<'a>, schema: &'a Node, name: &str, depth: usize) -> Option<&'a Node> {
    let schema = follow(report.document, schema);
    if let Some(member) = schema.get("properties").and_then(|all| all.get(name)) {
        return Some(resolved(report, member));
    }
    // References may go in a circle.
    let parts = schema.get("allOf").filter(|_| depth < 16)?;
    parts
        .items()
        .iter()
        .find_map(|part| find(report, part, name, depth + 1))
}

/// What a member is once references, also behind `allOf` of one, are followed.
fn resolved<'a>(report: &Report<'a>, schema: &'a Node) -> &'a Node {
    let mut schema = follow(report.document, schema);
    for _ in 0..16 {
        match schema.get("allOf").map(Node::items) {
            Some([only]) => schema = follow(report.document, only),
            Some(_) | None => break,
        }
    }
    schema
}

fn requires(report: &Report<'_>, schema: &Node, name: &str, depth: usize) -> bool {
    let schema = follow(report.document, schema);
    let own = schema.get("required").map(Node::items).unwrap_or_default();
    let parts = schema.get("allOf").map(Node::items).unwrap_or_default();
    own.iter().any(|item| item.as_str() == Some(name))
        || (depth < 16
            && parts
                .iter()
                .any(|part| requires(report, part, name, depth + 1)))
}
