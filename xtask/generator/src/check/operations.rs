//! Operations: their ids, and what each of their parts is held to.

mod body;
mod forms;
mod pagination;
mod parameters;
mod routes;
mod security;
mod serialisation;
mod tool;

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;

use self::body::body;
pub(super) use self::body::opaque;
use self::pagination::pagination;
use self::parameters::parameters;
use self::routes::{ambiguous, route};
use self::security::{schemes, security};
use self::tool::tool;
use super::Report;
use crate::diagnostic::Code;
use crate::document::{Node, escape};
use crate::model::{METHODS, follow};

pub(super) use self::serialisation::{is_list, is_scalar};

pub(super) fn check(report: &mut Report<'_>) {
    let Some(paths) = report.document.at("/paths") else {
        return;
    };
    let mut ids: BTreeMap<String, String> = BTreeMap::new();
    for path in paths.members() {
        let pointer = format!("/paths/{}", escape(&path.key));
        route(report, &pointer, &path.key, &path.key_span);
        for member in path
            .value
            .members()
            .iter()
            .filter(|member| METHODS.contains(&member.key.as_str()))
        {
            let place = format!("{pointer}/{}", member.key);
            operation_id(report, &place, &member.key_span, &member.value, &mut ids);
            let scope = Scope {
                pointer: &place,
                path: &path.key,
                item: &path.value,
                node: &member.value,
            };
            parameters(report, &scope);
            body(report, &scope);
            security(report, &scope);
            tool(report, &scope);
            pagination(report, &scope);
        }
    }
    ambiguous(report, paths);
    schemes(report);
}

/// An operation and where it stands.
struct Scope<'a> {
    pointer: &'a str,
    path: &'a str,
    item: &'a Node,
    node: &'a Node,
}

impl<'a> Scope<'a> {
    /// Every parameter with its place: the operation's own, then the path's.
    fn parameters(&self, report: &Report<'a>) -> Vec<(String, &'a Node, &'a Node)> {
        let path_pointer = self.pointer.rsplit_once('/').map_or("", |(path, _)| path);
        let mut found = Vec::new();
        for (holder, pointer) in [(self.node, self.pointer), (self.item, path_pointer)] {
            let items = holder
                .get("parameters")
                .map(Node::items)
                .unwrap_or_default();
            for (at, node) in items.iter().enumerate() {
                found.push((
                    format!("{pointer}/parameters/{at}"),
                    node,
                    follow(report.document, node),
                ));
            }
        }
        found
    }
}

fn operation_id(
    report: &mut Report<'_>,
    pointer: &str,
    method: &std::ops::Range<usize>,
    node: &Node,
    ids: &mut BTreeMap<String, String>,
) {
    let Some((at, id)) = node
        .get("operationId")
        .and_then(|node| Some((node, node.as_str()?)))
    else {
        report.fault(
            Code::MissingOperationId,
            pointer,
            method,
            "an operation needs an `operationId`: it names the method, the types and the tests",
        );
        return;
    };
    let place = format!("{pointer}/operationId");
    let is_name = id.starts_with(|c: char| c.is_ascii_alphabetic())
        && id
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.'));
    if !is_name {
        report
            .fault(
                Code::BadName,
                &place,
                &at.span,
                format!("`{id}` is no name for a method"),
            )
            .hint("verb first, in snake case: `create_task`");
    }
    if let Some(other) = ids.insert(id.to_upper_camel_case(), id.to_owned()) {
        let message = if other == id {
            format!("the operationId `{id}` stands twice")
        } else {
            format!("`{id}` and `{other}` become the same Rust name")
        };
        report.fault(Code::DuplicateOperationId, &place, &at.span, message);
    }
}
