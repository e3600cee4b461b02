//! Who may call: security requirements, and the schemes that they name.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;

use super::super::Report;
use super::Scope;
use crate::diagnostic::Code;
use crate::document::{Member, Node, escape};
use crate::model::{SecurityKind, follow};

pub(super) fn security(report: &mut Report<'_>, scope: &Scope<'_>) {
    if let Some(node) = scope.node.get("security") {
        requirements(report, &format!("{}/security", scope.pointer), node);
    }
}

fn requirements(report: &mut Report<'_>, pointer: &str, node: &Node) {
    for (at, requirement) in node.items().iter().enumerate() {
        let place = format!("{pointer}/{at}");
        let mut authorization: Option<(&str, SecurityKind)> = None;
        for member in requirement.members() {
            let Some(kind) = demand(report, &place, member) else {
                continue;
            };
            if !kind.takes_authorization() {
                continue;
            }
            let shown =
                |kind: &SecurityKind| (kind.is_token(), matches!(kind, SecurityKind::Basic));
            let own = shown(&kind);
            // One token, or one user and password, may be known to both.
            if let Some((other, kind)) = authorization.replace((&member.key, kind))
                && (shown(&kind) != own || own == (false, false))
            {
                report
                    .fault(
                        Code::Security,
                        &place,
                        &member.key_span,
                        format!(
                            "`{other}` and `{}` both stand in `Authorization`: no request can show both",
                            member.key
                        ),
                    )
                    .hint("make them alternatives: an item of the list for each");
            }
        }
    }
}

/// One scheme of a requirement, and its scopes.
fn demand(report: &mut Report<'_>, pointer: &str, member: &Member) -> Option<SecurityKind> {
    let home = format!("/components/securitySchemes/{}", escape(&member.key));
    let Some(written) = report.document.at(&home) else {
        report.fault(
            Code::Security,
            pointer,
            &member.key_span,
            format!("there is no security scheme `{}`", member.key),
        );
        return None;
    };
    let scheme = follow(report.document, written);
    let kind = SecurityKind::of(scheme)?;
    let flows = scheme.get("flows").map(Node::members).unwrap_or_default();
    let declared: Vec<&str> = (flows.iter())
        .filter_map(|flow| flow.value.get("scopes"))
        .flat_map(Node::members)
        .map(|scope| scope.key.as_str())
        .collect();
    for scope in member.value.items() {
        let name = scope.as_str().unwrap_or_default();
        if !kind.has_scopes() {
            report
                .fault(
                    Code::Security,
                    pointer,
                    &scope.span,
                    format!("`{}` is no scheme whose tokens have scopes", member.key),
                )
                .hint("scopes are for oauth2 and openIdConnect");
        } else if kind == SecurityKind::OAuth2 && !declared.contains(&name) {
            report
                .fault(
                    Code::Security,
                    pointer,
                    &scope.span,
                    format!("no flow of `{}` has the scope `{name}`", member.key),
                )
                .hint(format!("one of {}", declared.join(", ")));
        }
    }
    Some(kind)
}

pub(super) fn schemes(report: &mut Report<'_>) {
    if let Some(node) = report.document.at("/security") {
        requirements(report, "/security", node);
    }
    let Some(schemes) = report.document.at("/components/securitySchemes") else {
        return;
    };
    let mut names: BTreeMap<String, &str> = BTreeMap::new();
    for scheme in schemes.members() {
        let place = format!("/components/securitySchemes/{}", escape(&scheme.key));
        let node = follow(report.document, &scheme.value);
        if SecurityKind::of(node).is_none() {
            report
                .fault(
                    Code::Security,
                    &place,
                    &scheme.key_span,
                    format!("the scheme `{}` cannot be enforced", scheme.key),
                )
                .hint("http bearer or basic, oauth2, openIdConnect, or apiKey in a header, the query or a cookie");
        }
        if let Some(other) = names.insert(scheme.key.to_upper_camel_case(), &scheme.key) {
            report.fault(
                Code::BadName,
                &place,
                &scheme.key_span,
                format!("`{other}` and `{}` become the same Rust name", scheme.key),
            );
        }
    }
}
