//! References: where they lead, which components nobody uses, and circles.

use std::collections::{BTreeMap, BTreeSet};

use super::keywords::Object;
use super::{Report, Site, key_span};
use crate::diagnostic::Code;
use crate::document::{Node, escape};
use crate::model::MAX_REFERENCES;

/// The member of `components` where an object of a kind lives.
pub(crate) fn home(object: Object) -> Option<&'static str> {
    match object {
        Object::Schema => Some("schemas"),
        Object::Response => Some("responses"),
        Object::Parameter => Some("parameters"),
        Object::RequestBody => Some("requestBodies"),
        Object::Header => Some("headers"),
        Object::Example => Some("examples"),
        Object::SecurityScheme => Some("securitySchemes"),
        _ => None,
    }
}

/// So many parts may be merged in by one another.
const MAX_MERGES: usize = 128;

pub(super) fn check(report: &mut Report<'_>, sites: &[Site<'_>]) {
    let mut used: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for site in sites {
        let Some(reference) = site.node.str_of("$ref") else {
            continue;
        };
        if site.object == Object::PathItem {
            let message = "this path is elsewhere, and was not put in place";
            let span = key_span(site.node, "$ref");
            report
                .fault(Code::BadReference, &site.pointer, &span, message)
                .hint("write it here, or read the document with `Document::load`");
        }
        let Some(home) = home(site.object) else {
            continue;
        };
        let prefix = format!("#/components/{home}/");
        let span = site
            .node
            .get("$ref")
            .map_or(site.node.span.clone(), |node| node.span.clone());
        let place = format!("{}/$ref", site.pointer);
        if !reference.starts_with("#/") {
            report
                .fault(
                    Code::BadReference,
                    &place,
                    &span,
                    "references to other files are not followed here",
                )
                .hint("bring what it names into `components`, or read the document with `Document::load`");
        } else if !reference.starts_with(&prefix) {
            report
                .fault(
                    Code::BadReference,
                    &place,
                    &span,
                    format!("a reference here must lead into `{prefix}`"),
                )
                .mark("leads elsewhere");
        } else if reference[prefix.len()..].contains('/') {
            report
                .fault(
                    Code::BadReference,
                    &place,
                    &span,
                    "a reference must lead to a whole component",
                )
                .hint(format!(
                    "make what it names a component of its own in `{prefix}`"
                ));
        } else if report.document.at(&reference[1..]).is_none() {
            let near = suggestion(report, home, reference.trim_start_matches(&prefix));
            let fault = report.fault(
                Code::BadReference,
                &place,
                &span,
                format!("there is no `{reference}`"),
            );
            if let Some(near) = near {
                fault.hint(format!("did you mean `{prefix}{near}`?"));
            }
        } else {
            used.entry(reference[1..].to_owned())
                .or_default()
                .push(site.pointer.clone());
        }
    }
    if report.rules.style {
        unused(report, &used);
    }
    cycles(report);
}

fn suggestion(report: &Report<'_>, home: &str, name: &str) -> Option<String> {
    let components = report.document.at(&format!("/components/{home}"))?;
    let found = components
        .members()
        .iter()
        .find(|member| member.key.eq_ignore_ascii_case(name));
    found.map(|member| member.key.clone())
}

/// A component counts as used when something outside of it refers to it.
fn unused(report: &mut Report<'_>, used: &BTreeMap<String, Vec<String>>) {
    let homes = [
        "schemas",
        "responses",
        "parameters",
        "requestBodies",
        "headers",
        "examples",
    ];
    for home in homes {
        let Some(components) = report.document.at(&format!("/components/{home}")) else {
            continue;
        };
        for member in components.members() {
            let pointer = format!("/components/{home}/{}", escape(&member.key));
            let inside = format!("{pointer}/");
            let is_used = used
                .get(&pointer)
                .is_some_and(|places| places.iter().any(|place| !place.starts_with(&inside)));
            if !is_used {
                report
                    .fault(
                        Code::UnusedComponent,
                        &pointer,
                        &member.key_span,
                        format!("nothing refers to `{}`", member.key),
                    )
                    .hint("use it or remove it");
            }
        }
    }
}

/// Circles of components that are nothing but references: no value could ever be read by them. Chains of them may
/// be as long as [`follow`](crate::model::follow) goes.
fn cycles(report: &mut Report<'_>) {
    let Some(components) = report.document.at("/components") else {
        return;
    };
    for home in components.members() {
        for member in home.value.members() {
            let mut seen = BTreeSet::new();
            let mut node: &Node = &member.value;
            let mut bare = 0;
            let what = loop {
                let Some(target) = direct(node).and_then(|r| r.strip_prefix('#')) else {
                    break None;
                };
                if !seen.insert(target) {
                    break Some("refers to itself and holds nothing");
                }
                bare += usize::from(node.get("$ref").is_some());
                if bare > MAX_REFERENCES || seen.len() > MAX_MERGES {
                    break Some("is a chain of too many references");
                }
                match report.document.at(target) {
                    Some(next) => node = next,
                    None => break None,
                }
            };
            if let Some(what) = what {
                let pointer = format!("/components/{}/{}", escape(&home.key), escape(&member.key));
                let message = format!("`{}` {what}", member.key);
                report.fault(Code::ReferenceCycle, &pointer, &member.key_span, message);
            }
        }
    }
}

/// The reference that a component is, or merges in without a choice.
fn direct(node: &Node) -> Option<&str> {
    node.str_of("$ref").or_else(|| {
        node.get("allOf")?
            .items()
            .iter()
            .find_map(|item| item.str_of("$ref"))
    })
}
