//! Operations: ids, paths, parameters, bodies, security, tools.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToUpperCamelCase;

use super::{Report, key_span};
use crate::diagnostic::Code;
use crate::document::{Document, Node, escape};
use crate::model::{BodyKind, METHODS, follow};

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

fn route(report: &mut Report<'_>, pointer: &str, path: &str, span: &std::ops::Range<usize>) {
    let mut fault = |message: String| {
        report.fault(Code::BadPath, pointer, span, message);
    };
    if !path.starts_with('/') {
        return fault("a path begins with `/`".to_owned());
    }
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    let mut variables = BTreeSet::new();
    for (at, segment) in segments.iter().enumerate() {
        let variable = segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        match variable {
            Some(name)
                if name.is_empty()
                    || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') =>
            {
                fault(format!(
                    "`{segment}` is no variable: its name may hold letters, digits and `_`"
                ));
            }
            Some(name) if !variables.insert(name) => {
                fault(format!("the variable `{name}` stands twice"))
            }
            Some(_) => {}
            None if segment.contains(['{', '}']) => {
                fault(format!("`{segment}`: a variable fills a whole segment"))
            }
            None if segment.is_empty() && at + 1 < segments.len() => {
                fault("a segment is empty".to_owned())
            }
            None if segment.is_empty() && segments.len() > 1 => {
                fault("a trailing slash routes as none".to_owned())
            }
            None if *segment == "." || *segment == ".." => {
                fault("dot segments are not routed".to_owned())
            }
            None => {}
        }
    }
}

/// Dropshot panics at start where a literal and a variable, or two variables, share a segment.
fn ambiguous(report: &mut Report<'_>, paths: &Node) {
    let mut segments: BTreeMap<String, (String, String)> = BTreeMap::new();
    for path in paths.members() {
        let mut prefix = String::new();
        for segment in path.key.split('/').filter(|segment| !segment.is_empty()) {
            let is_variable = segment.starts_with('{');
            let kind = if is_variable {
                segment.to_owned()
            } else {
                "literal".to_owned()
            };
            let (known, other) = segments
                .entry(prefix.clone())
                .or_insert_with(|| (kind.clone(), path.key.clone()))
                .clone();
            if known != kind {
                report
                    .fault(
                        Code::AmbiguousPath,
                        &format!("/paths/{}", escape(&path.key)),
                        &path.key_span,
                        format!(
                            "`{segment}` stands where `{other}` has {}: dropshot cannot route both",
                            if known == "literal" {
                                "a literal".to_owned()
                            } else {
                                format!("`{known}`")
                            }
                        ),
                    )
                    .hint("move one of them under a segment of its own");
                break;
            }
            prefix = format!("{prefix}/{}", if is_variable { "{}" } else { segment });
        }
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

fn parameters(report: &mut Report<'_>, scope: &Scope<'_>) {
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let mut in_path: BTreeSet<String> = BTreeSet::new();
    let variables: BTreeSet<&str> = scope
        .path
        .split('/')
        .filter_map(|s| s.strip_prefix('{')?.strip_suffix('}'))
        .collect();
    for (pointer, written, node) in scope.parameters(report) {
        let (Some(name), Some(location)) = (node.str_of("name"), node.str_of("in")) else {
            continue;
        };
        if location == "path" {
            in_path.insert(name.to_owned());
            if !variables.contains(name) {
                report.fault(
                    Code::PathParameters,
                    &pointer,
                    &written.span,
                    format!("`{}` has no variable `{{{name}}}`", scope.path),
                );
            }
            if node.get("required").and_then(Node::as_bool) != Some(true) {
                report.fault(
                    Code::PathParameters,
                    &pointer,
                    &written.span,
                    format!("the path parameter `{name}` must be `required: true`"),
                );
            }
        } else if !matches!(location, "query" | "header") {
            let span = node
                .get("in")
                .map_or(node.span.clone(), |node| node.span.clone());
            let message = if location == "cookie" {
                "cookie parameters are not read".to_owned()
            } else {
                format!("`{location}` is no place for a parameter")
            };
            report
                .fault(Code::Unsupported, &pointer, &span, message)
                .hint("path, query or header");
        }
        if location == "header"
            && ["accept", "content-type", "authorization"].contains(&name.to_lowercase().as_str())
        {
            report.fault(
                Code::Unsupported,
                &pointer,
                &written.span,
                format!("OpenAPI ignores a header parameter named `{name}`"),
            );
        }
        let key = if location == "header" {
            name.to_lowercase()
        } else {
            name.to_owned()
        };
        let from_operation = pointer.starts_with(scope.pointer);
        if !seen.insert((location.to_owned(), key)) && from_operation {
            report.fault(
                Code::DuplicateParameter,
                &pointer,
                &written.span,
                format!("`{name}` in {location} is declared twice"),
            );
        }
        style(report, &pointer, node, location);
        scalar(report, scope, &pointer, node, location);
    }
    for variable in variables
        .iter()
        .filter(|variable| !in_path.contains(**variable))
    {
        let start = scope.node.span.start..scope.node.span.start + 1;
        report
            .fault(
                Code::PathParameters,
                scope.pointer,
                &start,
                format!("the variable `{{{variable}}}` is not declared as a parameter"),
            )
            .hint(format!(
                "`- {{name: {variable}, in: path, required: true, schema: …}}`"
            ));
    }
}

fn style(report: &mut Report<'_>, pointer: &str, node: &Node, location: &str) {
    let usual = if location == "query" {
        "form"
    } else {
        "simple"
    };
    if let Some(style) = node
        .get("style")
        .filter(|style| style.as_str() != Some(usual))
    {
        report.fault(
            Code::Unsupported,
            &format!("{pointer}/style"),
            &style.span,
            format!("only the style `{usual}` is read here"),
        );
    }
    let explode = node.get("explode").and_then(Node::as_bool);
    if explode == Some(false) && location == "query" {
        report
            .fault(
                Code::Unsupported,
                &format!("{pointer}/explode"),
                &key_span(node, "explode"),
                "lists in one piece are not taken apart",
            )
            .hint("`explode: true`: the parameter is repeated");
    }
}

fn scalar(report: &mut Report<'_>, scope: &Scope<'_>, pointer: &str, node: &Node, location: &str) {
    let Some(schema) = node.get("schema") else {
        return;
    };
    let target = merged(report.document, schema);
    let is_list = target.str_of("type") == Some("array")
        && target
            .get("items")
            .is_some_and(|items| is_scalar(report.document, items));
    let fits = match location {
        "query" => is_list || is_scalar(report.document, schema),
        // The rest of a path, segment by segment.
        "path" if is_list => {
            let name = node.str_of("name").unwrap_or_default();
            scope.path.ends_with(&format!("/{{{name}}}"))
        }
        _ => is_scalar(report.document, schema),
    };
    if !fits {
        report
            .fault(
                Code::ParameterSchema,
                &format!("{pointer}/schema"),
                &schema.span,
                "a parameter is a string, a number, a boolean, or a list of them in the query or at the end of a path",
            )
            .hint("say so by `type`");
    }
}

/// The schema that has the keywords: behind references and `allOf` of one.
fn merged<'a>(document: &'a Document, schema: &'a Node) -> &'a Node {
    let mut target = follow(document, schema);
    for _ in 0..16 {
        match target.get("allOf").map(Node::items) {
            Some([only]) => target = follow(document, only),
            _ => break,
        }
    }
    target
}

/// Whether every value of a schema can be written as one piece of text.
pub(super) fn is_scalar(document: &Document, schema: &Node) -> bool {
    is_scalar_within(document, schema, 0)
}

fn is_scalar_within(document: &Document, schema: &Node, depth: usize) -> bool {
    if depth > 16 {
        return false;
    }
    let target = merged(document, schema);
    if let Some(kind) = target.str_of("type") {
        return matches!(kind, "string" | "integer" | "number" | "boolean");
    }
    let alternatives = ["oneOf", "anyOf"]
        .iter()
        .find_map(|keyword| target.get(keyword));
    match alternatives {
        Some(alternatives) => alternatives
            .items()
            .iter()
            .all(|schema| is_scalar_within(document, schema, depth + 1)),
        None => target.get("allOf").is_some_and(|parts| {
            parts
                .items()
                .iter()
                .any(|schema| is_scalar_within(document, schema, depth + 1))
        }),
    }
}

fn body(report: &mut Report<'_>, scope: &Scope<'_>) {
    let Some(written) = scope.node.get("requestBody") else {
        return;
    };
    let node = follow(report.document, written);
    let pointer = format!("{}/requestBody", scope.pointer);
    let Some(content) = node.get("content") else {
        return;
    };
    match content.members() {
        [] => {
            report.fault(
                Code::BodyMedia,
                &pointer,
                &content.span,
                "a body needs a media type",
            );
        }
        [media] => {
            if media.key.contains('*') {
                report.fault(
                    Code::BodyMedia,
                    &pointer,
                    &media.key_span,
                    format!("`{}` says nothing exact", media.key),
                );
            }
            let schema = media.value.get("schema");
            match (BodyKind::of(&media.key), schema) {
                (BodyKind::Json | BodyKind::Form, None) => {
                    report.fault(
                        Code::MissingSchema,
                        &pointer,
                        &media.key_span,
                        "a body needs a schema",
                    );
                }
                (BodyKind::Stream | BodyKind::Multipart, Some(schema)) => {
                    opaque(report, &pointer, &media.key, schema);
                }
                (_, Some(schema)) if report.rules.client => body_schema(report, &pointer, schema),
                (_, Some(_) | None) => {}
            }
        }
        [_, second, ..] => {
            report
                .fault(
                    Code::BodyMedia,
                    &pointer,
                    &second.key_span,
                    "a second media type for one body: progenitor cannot take it",
                )
                .hint("an operation for each, or one media type");
        }
    }
}

/// Bytes are handed on as they come: a schema that says more of them would not be enforced.
fn opaque(report: &mut Report<'_>, pointer: &str, media: &str, schema: &Node) {
    let target = follow(report.document, schema);
    let says_more = target.members().iter().find(|member| {
        !matches!(member.key.as_str(), "description" | "title" | "example")
            && !member.key.starts_with("x-")
            && (member.key.as_str(), member.value.as_str()) != ("type", Some("string"))
            && (member.key.as_str(), member.value.as_str()) != ("format", Some("binary"))
    });
    if let Some(member) = says_more {
        report
            .fault(
                Code::BodyMedia,
                pointer,
                &member.key_span,
                format!(
                    "`{}` of a body of `{media}` would not be enforced",
                    member.key
                ),
            )
            .hint("`schema: {type: string, format: binary}`: the operation reads the bytes itself");
    }
}

/// What progenitor's client could not send: a type without a name, `[]`, or `null`.
fn body_schema(report: &mut Report<'_>, pointer: &str, schema: &Node) {
    if schema.get("$ref").is_none() {
        report
            .fault(
                Code::Progenitor,
                pointer,
                &schema.span,
                "the body's schema stands inline: its type would be named after the operation",
            )
            .hint("make it a component and refer to it");
        return;
    }
    let target = follow(report.document, schema);
    let required: Vec<&str> = target
        .get("required")
        .map(Node::items)
        .unwrap_or_default()
        .iter()
        .filter_map(Node::as_str)
        .collect();
    let name = schema
        .str_of("$ref")
        .and_then(|r| r.strip_prefix('#'))
        .unwrap_or_default()
        .to_owned();
    for property in target
        .get("properties")
        .map(Node::members)
        .unwrap_or_default()
    {
        let place = format!("{name}/properties/{}", property.key);
        if required.contains(&property.key.as_str())
            || report
                .faults
                .iter()
                .any(|fault| fault.place.pointer == place)
        {
            continue;
        }
        if property.value.get("nullable").and_then(Node::as_bool) == Some(true) {
            report
                .fault(
                    Code::Progenitor,
                    &place,
                    &property.key_span,
                    "optional and nullable inline: the client cannot send `null`",
                )
                .hint("refer to a nullable component, as `NullableDate`");
        } else if property.value.str_of("type") == Some("array") {
            report
                .fault(
                    Code::Progenitor,
                    &place,
                    &property.key_span,
                    "an optional inline list: the client cannot send `[]`",
                )
                .hint("refer to a component that is the list, as `Tags`");
        }
    }
}

fn security(report: &mut Report<'_>, scope: &Scope<'_>) {
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

fn schemes(report: &mut Report<'_>) {
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

/// A tool's arguments are one flat object: no name may stand for two things.
fn tool(report: &mut Report<'_>, scope: &Scope<'_>) {
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

/// Dropshot's pagination as progenitor understands it.
fn pagination(report: &mut Report<'_>, scope: &Scope<'_>) {
    if !report.rules.client || scope.node.get("x-dropshot-pagination").is_none() {
        return;
    }
    let span = key_span(scope.node, "x-dropshot-pagination");
    let pointer = format!("{}/x-dropshot-pagination", scope.pointer);
    let parameters = scope.parameters(report);
    for name in ["limit", "page_token"] {
        let found = parameters.iter().find(|(_, _, node)| {
            node.str_of("name") == Some(name) && node.str_of("in") == Some("query")
        });
        let Some((_, _, node)) = found else {
            report.fault(
                Code::Progenitor,
                &pointer,
                &span,
                format!("a paginated operation needs the query parameter `{name}`"),
            );
            continue;
        };
        let schema = node
            .get("schema")
            .map(|schema| follow(report.document, schema));
        let constrained = schema.is_some_and(|schema| {
            ["maxLength", "minLength", "pattern", "enum"]
                .iter()
                .any(|key| schema.get(key).is_some())
        });
        if name == "page_token" && constrained {
            report
                .fault(
                    Code::Progenitor,
                    &pointer,
                    &span,
                    "a constrained `page_token` does not compile in the client",
                )
                .hint("`schema: {type: string}`");
        }
    }
    let page = scope
        .node
        .get("responses")
        .and_then(|responses| responses.get("200"));
    let page = page.and_then(|page| {
        follow(report.document, page)
            .get("content")?
            .get("application/json")?
            .get("schema")
    });
    let page = page.map(|schema| follow(report.document, schema));
    let mut names: Vec<&str> = page
        .and_then(|page| page.get("properties"))
        .map(Node::members)
        .unwrap_or_default()
        .iter()
        .map(|m| m.key.as_str())
        .collect();
    names.sort_unstable();
    if names != ["items", "next_page"] {
        report.fault(
            Code::Progenitor,
            &pointer,
            &span,
            "a page must hold exactly `items` and `next_page`",
        );
    }
}
