//! Event streams: a union of events that a server can write and a client can tell apart.

use super::super::Report;
use crate::diagnostic::Code;
use crate::document::{Member, Node};
use crate::model::follow;

/// A stream's schema: `oneOf` of inline objects, each with a title and a one-value `type`.
pub(super) fn events(report: &mut Report<'_>, pointer: &str, media: &Member, success: bool) {
    if !success {
        return;
    }
    let Some(schema) = media.value.get("schema") else {
        report.fault(
            Code::EventSchema,
            pointer,
            &media.key_span,
            "an event stream needs the schema of its events",
        );
        return;
    };
    if schema.get("$ref").is_none() {
        report.fault(
            Code::EventSchema,
            pointer,
            &schema.span,
            "the union of events must be a component: its type has a name",
        );
        return;
    }
    let union = follow(report.document, schema);
    let place = schema
        .str_of("$ref")
        .and_then(|r| r.strip_prefix('#'))
        .unwrap_or_default()
        .to_owned();
    if report
        .faults
        .iter()
        .any(|fault| fault.code == Code::EventSchema && fault.place.pointer.starts_with(&place))
    {
        return;
    }
    let Some(variants) = union.get("oneOf") else {
        report.fault(
            Code::EventSchema,
            &place,
            &union.span,
            "events must be a `oneOf` of objects",
        );
        return;
    };
    let mut names: Vec<&str> = Vec::new();
    for (at, variant) in variants.items().iter().enumerate() {
        let inner = format!("{place}/oneOf/{at}");
        let tag = variant
            .get("properties")
            .and_then(|p| p.get("type")?.get("enum")?.items().first()?.as_str());
        let required = variant.get("required").map(Node::items).unwrap_or_default();
        let mut fault = |message: &str| {
            report
                .fault(Code::EventSchema, &inner, &variant.span, message)
                .hint("`{title: …, type: object, required: [type, …], properties: {type: {type: string, enum: [name]}, …}}`");
        };
        if variant.get("$ref").is_some() {
            fault("a variant by `$ref` would come out untagged: write it inline");
        } else if variant.get("title").is_none() {
            fault("a variant needs a `title`");
        } else if !required.iter().any(|name| name.as_str() == Some("type")) {
            fault("a variant must require `type`");
        } else {
            match tag {
                None => fault("a variant needs a `type` of one value"),
                Some(name) if names.contains(&name) => fault("two variants have the same `type`"),
                Some(name) => names.push(name),
            }
        }
    }
}
