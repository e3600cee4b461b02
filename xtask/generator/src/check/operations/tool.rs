//! Operations that are offered to agents: what a model can be told, and what it can give.

use super::super::{Report, key_span};
use super::Scope;
use crate::diagnostic::Code;
use crate::document::Node;
use crate::model::follow;

/// A tool's arguments are one flat object: no name may stand for two things.
pub(super) fn tool(report: &mut Report<'_>, scope: &Scope<'_>) {
    let Some(marker) = scope.node.get("x-agent-tool") else {
        return;
    };
    let pointer = format!("{}/x-agent-tool", scope.pointer);
    let span = key_span(scope.node, "x-agent-tool");
    if let Some(approval) = marker
        .get("approval")
        .filter(|node| !matches!(node.as_str(), Some("never" | "always")))
    {
        report.fault(
            Code::Tool,
            &format!("{pointer}/approval"),
            &approval.span,
            "`approval` is `never` or `always`",
        );
    }
    let described = marker
        .get("description")
        .or_else(|| scope.node.get("description"))
        .or_else(|| scope.node.get("summary"));
    if described.is_none() {
        report.fault(
            Code::Tool,
            &pointer,
            &span,
            "a tool needs a description: it is all that a model knows of it",
        );
    }
    let body = scope
        .node
        .get("requestBody")
        .map(|body| follow(report.document, body));
    let schema = body.and_then(|body| body.get("content")?.members().first()?.value.get("schema"));
    let members = schema.map(|schema| follow(report.document, schema));
    if let Some(members) = members
        .filter(|members| members.get("$ref").is_none() && members.str_of("type") != Some("object"))
    {
        report.fault(
            Code::Tool,
            &pointer,
            &members.span,
            "the body of a tool must be an object",
        );
    }
    for (_, _, parameter) in scope.parameters(report) {
        let Some(name) = parameter.str_of("name") else {
            continue;
        };
        if parameter.str_of("in") == Some("header") {
            if parameter.get("required").and_then(Node::as_bool) == Some(true) {
                report.fault(
                    Code::Tool,
                    &pointer,
                    &span,
                    format!("a tool cannot give the required header `{name}`"),
                );
            }
        } else if members
            .and_then(|members| members.get("properties")?.get(name))
            .is_some()
        {
            report.fault(
                Code::Tool,
                &pointer,
                &span,
                format!("`{name}` is both a parameter and a member of the body"),
            );
        }
    }
}
