//! Operations of two documents, and what stands outside of them.

use super::parameters::parameters;
use super::payloads::{LIMIT, answers, body};
use super::security::security;
use super::view::{Pairs, Spot, named, pairs};
use super::{Class, Comparison, Direction};
use crate::document::Document;
use crate::model::METHODS;

/// Members that say something to people, whatever object they stand in.
const WORDS: &[&str] = &[
    "description",
    "summary",
    "title",
    "example",
    "examples",
    "externalDocs",
    "tags",
    "termsOfService",
    "contact",
    "license",
    "version",
    "bearerFormat",
    "openapi",
];

/// Compares everything.
pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let (old, new) = (Spot::root(comparison.old), Spot::root(comparison.new));
    document(comparison, &old, &new);
    let Pairs { both, gone, added } = pairs(all(comparison.old), all(comparison.new));
    for (name, operation) in gone {
        comparison.gone(
            Class::OperationRemoved,
            &operation,
            format!("`{name}` is gone"),
        );
    }
    for (name, operation) in added {
        comparison.here(
            Class::OperationAdded,
            &operation,
            format!("`{name}` is new"),
        );
    }
    for (name, before, after) in both {
        comparison.operation = Some(format!("`{name}`"));
        operation(comparison, &before, &after);
        comparison.operation = None;
    }
}

/// Every operation by method and path; what variables are called is no part of it.
fn all(document: &Document) -> Vec<(String, Spot<'_>)> {
    let paths = Spot::root(document).get("paths");
    let mut found = Vec::new();
    for (path, item) in named(paths.as_ref()) {
        let item = item.resolved(document);
        for method in METHODS {
            if let Some(operation) = item.get(method) {
                found.push((
                    format!("{} {}", method.to_uppercase(), unnamed(&path)),
                    operation,
                ));
            }
        }
    }
    found
}

/// A path whose variables are numbered: renaming one changes nothing on the wire.
fn unnamed(path: &str) -> String {
    let segments = path
        .split('/')
        .map(|segment| match segment.split_once('{') {
            Some((before, rest)) => format!(
                "{before}{{}}{}",
                rest.split_once('}').map_or("", |(_, after)| after)
            ),
            None => segment.to_owned(),
        });
    segments.collect::<Vec<_>>().join("/")
}

/// What stands outside of operations.
fn document<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    let urls = |spot: &Spot<'a>| -> Vec<(String, Spot<'a>)> {
        let servers = spot.get("servers");
        let items = servers.iter().flat_map(Spot::items);
        items
            .filter_map(|server| Some((server.text("url")?.to_owned(), server)))
            .collect()
    };
    let servers = pairs(urls(old), urls(new));
    for (url, spot) in servers.gone {
        comparison.gone(
            Class::ServerRemoved,
            &spot,
            format!("the server {url} is no longer named"),
        );
    }
    for (url, spot) in servers.added {
        comparison.here(
            Class::ServerAdded,
            &spot,
            format!("the server {url} is new"),
        );
    }
    words(
        comparison,
        old.get("info").as_ref(),
        new.get("info").as_ref(),
    );
    words(comparison, Some(old), Some(new));
    let schemes = |spot: &Spot<'a>| {
        named(
            spot.get("components")
                .and_then(|c| c.get("securitySchemes"))
                .as_ref(),
        )
    };
    for (name, old, new) in pairs(schemes(old), schemes(new)).both {
        let (old, new) = (old.resolved(comparison.old), new.resolved(comparison.new));
        let meaning = |spot: &Spot<'_>| {
            let mut json = spot.node.to_json();
            if let Some(members) = json.as_object_mut() {
                members.retain(|key, _| !WORDS.contains(&key.as_str()) && !key.starts_with("x-"));
            }
            json
        };
        words(comparison, Some(&old), Some(&new));
        if meaning(&old) != meaning(&new) {
            comparison.here(
                Class::SchemeChanged,
                &new,
                format!("the security scheme `{name}` means something else"),
            );
        }
    }
}

/// Words and extensions of an object, which change nothing on the wire.
pub(super) fn words<'a>(
    comparison: &mut Comparison<'a>,
    old: Option<&Spot<'a>>,
    new: Option<&Spot<'a>>,
) {
    let of = |spot: Option<&Spot<'a>>| -> Vec<(String, Spot<'a>)> {
        let is_ours = |(key, _): &(String, Spot<'a>)| {
            WORDS.contains(&key.as_str()) || (key.starts_with("x-") && key != LIMIT)
        };
        named(spot).into_iter().filter(is_ours).collect()
    };
    let class = |key: &str| {
        if key.starts_with("x-") {
            Class::ExtensionChanged
        } else {
            Class::DocumentationChanged
        }
    };
    let Pairs { both, gone, added } = pairs(of(old), of(new));
    for (key, old, new) in both {
        if old.node.to_json() != new.node.to_json() {
            comparison.here(class(&key), &new, format!("`{key}` reads otherwise"));
        }
    }
    for (key, spot) in gone {
        comparison.gone(class(&key), &spot, format!("`{key}` is gone"));
    }
    for (key, spot) in added {
        comparison.here(class(&key), &spot, format!("`{key}` is new"));
    }
}

fn operation<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    comparison.direction = Direction::Request;
    let shown = |name: Option<&str>| {
        name.map_or("named by its path".to_owned(), |name| format!("`{name}`"))
    };
    let (before, after) = (old.text("operationId"), new.text("operationId"));
    if before != after {
        comparison.here(
            Class::OperationRenamed,
            &new.get("operationId").unwrap_or_else(|| new.clone()),
            format!(
                "the operation was {} and is {}",
                shown(before),
                shown(after)
            ),
        );
    }
    words(comparison, Some(old), Some(new));
    if old.flag("deprecated") != new.flag("deprecated") {
        let verb = if new.flag("deprecated") {
            "advised against"
        } else {
            "no longer advised against"
        };
        comparison.here(
            Class::DocumentationChanged,
            new,
            format!("the operation is {verb}"),
        );
    }
    security(comparison, old, new);
    parameters(comparison, old, new);
    body(comparison, old, new);
    comparison.direction = Direction::Answer;
    answers(comparison, old, new);
}
