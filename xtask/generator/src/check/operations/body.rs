//! Request bodies: their media types, and what progenitor's client could not send.

use super::super::Report;
use super::Scope;
use super::forms::fields;
use crate::diagnostic::Code;
use crate::document::{Member, Node};
use crate::model::{BodyKind, follow, media_names};

pub(super) fn body(report: &mut Report<'_>, scope: &Scope<'_>) {
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
        [_, second, ..] if report.rules.client => {
            report
                .fault(
                    Code::BodyMedia,
                    &pointer,
                    &second.key_span,
                    "a second media type for one body: progenitor cannot take it",
                )
                .hint("an operation for each, or one media type");
        }
        [first, rest @ ..] => {
            let names = media_names(content.members().iter().map(|media| media.key.as_str()));
            one(report, &pointer, first, !rest.is_empty());
            for (at, media) in rest.iter().enumerate() {
                one(report, &pointer, media, true);
                if let Some(before) = names[..=at].iter().position(|name| *name == names[at + 1]) {
                    let other = &content.members()[before].key;
                    let message = format!("`{other}` and `{}` become the same name", media.key);
                    report.fault(Code::NameCollision, &pointer, &media.key_span, message);
                }
            }
        }
    }
}

/// A body of one media type; with others it may be any of them.
fn one(report: &mut Report<'_>, pointer: &str, media: &Member, is_one_of_several: bool) {
    let schema = media.value.get("schema");
    let target = schema.map(|schema| follow(report.document, schema));
    let names_members = target.is_some_and(|schema| schema.get("properties").is_some());
    let kind = BodyKind::of(&media.key, names_members);
    match (kind, target, media.value.get("encoding")) {
        (BodyKind::Form | BodyKind::Parts, Some(target), encoding) => {
            fields(report, pointer, kind, target, encoding);
        }
        (_, _, Some(encoding)) => {
            report
                .fault(
                    Code::BodyMedia,
                    pointer,
                    &encoding.span,
                    format!("`encoding` says nothing of a body of `{}`", media.key),
                )
                .hint("it is for forms whose schema names `properties`");
        }
        (_, _, None) => {}
    }
    match (kind, schema) {
        (BodyKind::Form, None) => {
            let message = "a form needs a schema that names its fields";
            report.fault(Code::MissingSchema, pointer, &media.key_span, message);
        }
        (_, None) if report.rules.client || report.rules.style => {
            report.fault(
                Code::MissingSchema,
                pointer,
                &media.key_span,
                "a body needs a schema",
            );
        }
        (_, None) => {}
        (BodyKind::Stream | BodyKind::Multipart, Some(schema)) => {
            opaque(report, pointer, &media.key, schema);
        }
        (_, Some(schema)) if report.rules.client => body_schema(report, pointer, schema),
        (_, Some(_)) => {}
    }
    if kind == BodyKind::Multipart && is_one_of_several {
        report
            .fault(
                Code::BodyMedia,
                pointer,
                &media.key_span,
                "a form of unknown parts cannot be one of several bodies",
            )
            .hint("name its parts under `properties`");
    }
}

/// Bytes are handed on as they come: a schema that says more of them would not be enforced.
pub(in crate::check) fn opaque(report: &mut Report<'_>, pointer: &str, media: &str, schema: &Node) {
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
                Code::Opaque,
                pointer,
                &member.key_span,
                format!(
                    "`{}` of a body of `{media}` would not be enforced",
                    member.key
                ),
            )
            .hint("`schema: {type: string, format: binary}`: what the bytes are is the operation's affair");
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
