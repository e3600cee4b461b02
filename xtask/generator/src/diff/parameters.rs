//! Parameters of an operation, those of its path included.

use super::operations::words;
use super::payloads::content;
use super::view::{Pairs, Spot, pairs};
use super::{Class, Comparison};
use crate::document::Document;

/// Parameters by place and name, those of the path included; path parameters by their place in the path.
fn declared<'a>(document: &'a Document, operation: &Spot<'a>) -> Vec<(String, Spot<'a>)> {
    let mut found: Vec<(String, Spot<'a>)> = Vec::new();
    let (parent, path) = operation
        .pointer
        .rsplit_once('/')
        .map_or(("", ""), |(parent, _)| {
            (parent, parent.rsplit('/').next().unwrap_or_default())
        });
    let variables: Vec<&str> = path
        .split('{')
        .skip(1)
        .filter_map(|rest| Some(rest.split_once('}')?.0))
        .collect();
    let shared = document.at(parent).map(|node| Spot {
        node,
        pointer: parent.to_owned(),
        span: node.span.clone(),
    });
    for spot in [shared.as_ref(), Some(operation)].into_iter().flatten() {
        for parameter in spot.get("parameters").iter().flat_map(Spot::items) {
            let parameter = parameter.resolved(document);
            let (name, place) = (
                parameter.text("name").unwrap_or_default(),
                parameter.text("in").unwrap_or_default(),
            );
            let key = match (
                place,
                variables.iter().position(|variable| *variable == name),
            ) {
                ("path", Some(at)) => format!("path variable {}", at + 1),
                // Header names have no case.
                ("header", _) => format!("header parameter {}", name.to_lowercase()),
                _ => format!("{place} parameter {name}"),
            };
            // An operation's own parameter takes the place of its path's.
            found.retain(|(known, _)| *known != key);
            found.push((key, parameter));
        }
    }
    found
}

pub(super) fn parameters<'a>(comparison: &mut Comparison<'a>, old: &Spot<'a>, new: &Spot<'a>) {
    let Pairs { both, gone, added } =
        pairs(declared(comparison.old, old), declared(comparison.new, new));
    for (key, spot) in gone {
        let class = if spot.flag("required") {
            Class::RequiredParameterRemoved
        } else {
            Class::ParameterRemoved
        };
        comparison.gone(class, &spot, format!("the {key} is gone"));
    }
    for (key, spot) in added {
        let class = if spot.flag("required") {
            Class::RequiredParameterAdded
        } else {
            Class::ParameterAdded
        };
        comparison.here(class, &spot, format!("the {key} is new"));
    }
    for (key, old, new) in both {
        match (old.flag("required"), new.flag("required")) {
            (false, true) => comparison.here(
                Class::ParameterRequired,
                &new,
                format!("the {key} is now required"),
            ),
            (true, false) => comparison.here(
                Class::ParameterOptional,
                &new,
                format!("the {key} may now be left out"),
            ),
            (true, true) | (false, false) => {}
        }
        let form = |spot: &Spot<'_>| {
            let place = spot.text("in").unwrap_or_default();
            let usual = if matches!(place, "query" | "cookie") {
                "form"
            } else {
                "simple"
            };
            let style = spot.text("style").unwrap_or(usual).to_owned();
            let explode = spot
                .get("explode")
                .map_or(style == "form", |_| spot.flag("explode"));
            (style, explode, spot.get("content").is_some())
        };
        if form(&old) != form(&new) {
            comparison.here(
                Class::SerialisationChanged,
                &new,
                format!("the {key} is written in another way"),
            );
        }
        words(comparison, Some(&old), Some(&new));
        if let (Some(old), Some(new)) = (old.get("schema"), new.get("schema")) {
            comparison.schemas(&old, &new);
        }
        if old.get("content").is_some() && new.get("content").is_some() {
            content(comparison, &old, &new);
        }
    }
}
