//! Contents: media types and schemas that generated code can write.

use std::collections::BTreeSet;

use super::super::Report;
use super::super::operations::opaque;
use super::events::events;
use super::is_success;
use crate::diagnostic::Code;
use crate::document::{Member, Node};
use crate::model::{MediaKind, follow, media_kind, media_name};

/// The media types of one status can be told apart, and each can be written.
pub(super) fn content(report: &mut Report<'_>, pointer: &str, response: &Member, responses: &Node) {
    let node = follow(report.document, &response.value);
    let Some(content) = node.get("content") else {
        return;
    };
    let place = format!("{pointer}/{}", response.key);
    let success = is_success(&response.key, responses);
    if let [first, rest @ ..] = content.members()
        && let Some(second) = rest.first()
    {
        let several = std::iter::once(first).chain(rest);
        let names: BTreeSet<String> = several
            .clone()
            .map(|media| media_name(&media.key))
            .collect();
        let is_events = |media: &Member| media_kind(&media.key) == MediaKind::Events;
        let fault = if report.rules.client {
            Some("a second media type for one status: progenitor cannot tell them apart")
        } else if !success {
            Some("a second media type for an error: generated code would not know which to write")
        } else if several.clone().any(is_events) {
            Some("a stream of events is no other way to write the same")
        } else if names.len() < content.members().len() {
            Some("two media types would have one name")
        } else {
            None
        };
        if let Some(message) = fault {
            report
                .fault(Code::ResponseMedia, &place, &second.key_span, message)
                .hint("an operation for each");
        }
        for media in rest {
            one(report, &place, media, response, success);
        }
    }
    let Some(media) = content.members().first() else {
        return;
    };
    one(report, &place, media, response, success);
}

/// What an answer may carry.
fn one(report: &mut Report<'_>, place: &str, media: &Member, response: &Member, success: bool) {
    match media_kind(&media.key) {
        MediaKind::Json if media.value.get("schema").is_none() => {
            report
                .fault(
                    Code::MissingSchema,
                    place,
                    &media.key_span,
                    "an answer of JSON needs a schema",
                )
                .hint("`schema: {$ref: …}`");
        }
        MediaKind::Events => events(report, place, media, success),
        MediaKind::Bytes | MediaKind::Any => {
            if let Some(schema) = media.value.get("schema") {
                opaque(report, place, &media.key, schema);
            }
        }
        MediaKind::Json | MediaKind::Text => {}
    }
    if !success {
        error(report, place, media);
    } else if response.key == "default"
        && matches!(
            media_kind(&media.key),
            MediaKind::Json | MediaKind::Events | MediaKind::Bytes
        )
    {
        report
            .fault(
                Code::ErrorSchemas,
                place,
                &media.key_span,
                "the only answer is `default`, and errors cannot be written so",
            )
            .hint("name the success by its status");
    }
}

/// Generated code writes errors itself: it needs a form for them.
fn error(report: &mut Report<'_>, place: &str, media: &Member) {
    let schema = media.value.get("schema");
    let schema = schema.map(|schema| follow(report.document, schema));
    let says = |known: &[(&str, Option<&str>)]| {
        schema.is_none_or(|schema| {
            schema.members().iter().all(|member| {
                matches!(member.key.as_str(), "description" | "title" | "example")
                    || known.contains(&(member.key.as_str(), member.value.as_str()))
            })
        })
    };
    let fault = match media_kind(&media.key) {
        MediaKind::Json => None,
        MediaKind::Text if says(&[("type", Some("string"))]) => None,
        MediaKind::Text => Some("an error of text is a string and nothing else"),
        MediaKind::Any if matches!(media.key.as_str(), "*/*" | "application/*") => None,
        MediaKind::Any | MediaKind::Bytes | MediaKind::Events => {
            Some("an error is JSON, text, or left open (`*/*`)")
        }
    };
    if let Some(message) = fault {
        report.fault(Code::ErrorSchemas, place, &media.key_span, message);
    }
}
