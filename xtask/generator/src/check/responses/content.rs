//! Contents: media types and schemas that generated code can write.

use std::collections::BTreeSet;

use super::super::Report;
use super::super::operations::opaque;
use super::events::events;
use super::is_success;
use crate::diagnostic::Code;
use crate::document::{Member, Node};
use crate::model::{MediaKind, follow, media_kind, media_names};

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
        let names = media_names(several.clone().map(|media| media.key.as_str()));
        let names: BTreeSet<String> = names.into_iter().collect();
        let is_events = |media: &Member| media_kind(&media.key) == MediaKind::Events;
        let fault = if report.rules.client {
            Some("a second media type for one status: progenitor cannot tell them apart")
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
    }
    for media in content.members() {
        one(report, &place, media, success);
    }
    // `default` says something of every status, and thus of what generated code answers itself.
    let own = { content.members().iter() }.min_by_key(|media| media_kind(&media.key));
    if let Some(media) = own.filter(|_| !success || response.key == "default") {
        error(report, &place, media);
    }
}

/// What an answer may carry.
fn one(report: &mut Report<'_>, place: &str, media: &Member, success: bool) {
    let is_strict = report.rules.client || report.rules.style;
    match media_kind(&media.key) {
        MediaKind::Json if is_strict && media.value.get("schema").is_none() => {
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
        MediaKind::Bytes => None,
        MediaKind::Any | MediaKind::Events => Some(
            "generated code cannot write an error so: it is JSON, text, bytes, or left open (`*/*`)",
        ),
    };
    if let Some(message) = fault {
        report.fault(Code::ErrorSchemas, place, &media.key_span, message);
    }
}
