//! Who may call: security requirements, and the schemes that they name.

use super::super::Report;
use super::Scope;
use crate::diagnostic::Code;
use crate::document::{Node, escape};
use crate::model::follow;

pub(super) fn security(report: &mut Report<'_>, scope: &Scope<'_>) {
    let (pointer, node) = match scope.node.get("security") {
        Some(node) => (format!("{}/security", scope.pointer), node),
        None => return,
    };
    requirements(report, &pointer, node);
}

fn requirements(report: &mut Report<'_>, pointer: &str, node: &Node) {
    for (at, requirement) in node.items().iter().enumerate() {
        let place = format!("{pointer}/{at}");
        match requirement.members() {
            [] => {
                report
                    .fault(
                        Code::Security,
                        &place,
                        &requirement.span,
                        "credentials that may be left out are no proof",
                    )
                    .hint("`security: []` for an operation that anybody may call");
            }
            [one] => {
                if report
                    .document
                    .at(&format!("/components/securitySchemes/{}", escape(&one.key)))
                    .is_none()
                {
                    report.fault(
                        Code::Security,
                        &place,
                        &one.key_span,
                        format!("there is no security scheme `{}`", one.key),
                    );
                }
            }
            [_, second, ..] => {
                report.fault(
                    Code::Security,
                    &place,
                    &second.key_span,
                    "two schemes at once are not checked",
                );
            }
        }
    }
}

pub(super) fn schemes(report: &mut Report<'_>) {
    if let Some(node) = report.document.at("/security") {
        requirements(report, "/security", node);
    }
    let Some(schemes) = report.document.at("/components/securitySchemes") else {
        return;
    };
    for scheme in schemes.members() {
        let node = follow(report.document, &scheme.value);
        let is_known = match (
            node.str_of("type"),
            node.str_of("scheme"),
            node.str_of("in"),
        ) {
            (Some("http"), Some(scheme), _) => scheme.eq_ignore_ascii_case("bearer"),
            (Some("oauth2" | "openIdConnect"), _, _) => true,
            (Some("apiKey"), _, Some("header")) => node.str_of("name").is_some(),
            _ => false,
        };
        if !is_known {
            report
                .fault(
                    Code::Security,
                    &format!("/components/securitySchemes/{}", escape(&scheme.key)),
                    &scheme.key_span,
                    format!("the scheme `{}` cannot be enforced", scheme.key),
                )
                .hint("http bearer, oauth2, openIdConnect, or apiKey in a header");
        }
    }
}
