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
use std::ops::Range;

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
use crate::document::{Member, Node, escape};
use crate::model::{METHODS, follow, made_id};

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
            let scope = Scope {
                pointer: &place,
                path: &path.key,
                item: &path.value,
                node: &member.value,
            };
            operation_id(report, &scope, member, &mut ids);
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
    scope: &Scope<'_>,
    method: &Member,
    ids: &mut BTreeMap<String, String>,
) {
    let Some((at, id)) = scope
        .node
        .get("operationId")
        .and_then(|node| Some((node, node.as_str()?)))
    else {
        let made = made_id(&method.key, scope.path);
        report
            .fault(
                Code::MissingOperationId,
                scope.pointer,
                &method.key_span,
                "an operation needs an `operationId`: it names the method, the types and the tests",
            )
            .hint(format!(
                "`operationId: {made}`; or allow E0301, and it is called so all the same"
            ));
        unique(report, scope.pointer, &method.key_span, &made, ids);
        return;
    };
    let place = format!("{}/operationId", scope.pointer);
    if !id.to_upper_camel_case().starts_with(char::is_alphabetic) {
        report
            .fault(
                Code::BadName,
                &place,
                &at.span,
                format!("`{id}` is no name for a method"),
            )
            .hint("verb first, in snake case: `create_task`");
    }
    unique(report, &place, &at.span, id, ids);
}

fn unique(
    report: &mut Report<'_>,
    place: &str,
    span: &Range<usize>,
    id: &str,
    ids: &mut BTreeMap<String, String>,
) {
    if let Some(other) = ids.insert(id.to_upper_camel_case(), id.to_owned()) {
        let message = if other == id {
            format!("the operationId `{id}` stands twice")
        } else {
            format!("`{id}` and `{other}` become the same Rust name")
        };
        report.fault(Code::DuplicateOperationId, place, span, message);
    }
}
