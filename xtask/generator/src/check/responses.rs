//! Responses: statuses that can be promised, contents that can be written, and every status that generated code itself
//! answers.

use std::collections::{BTreeMap, BTreeSet};

use super::operations::{is_list, is_scalar, opaque};
use super::{Report, key_span};
use crate::diagnostic::Code;
use crate::document::{Document, Member, Node, escape};
use crate::model::{
    METHODS, MediaKind, Status, Takes, follow, media_kind, media_name, own_answers,
};

/// Statuses that generated code may answer by itself or for the application, which then bear no headers but those that it
/// knows.
const REJECTIONS: [u16; 9] = [400, 401, 403, 413, 415, 422, 429, 500, 503];

pub(super) fn check(report: &mut Report<'_>) {
    let Some(paths) = report.document.at("/paths") else {
        return;
    };
    let default_security = report.document.at("/security");
    let referred = referred_to(report.document);
    for path in paths.members() {
        for member in path
            .value
            .members()
            .iter()
            .filter(|member| METHODS.contains(&member.key.as_str()))
        {
            let pointer = format!("/paths/{}/{}", escape(&path.key), member.key);
            let Some(responses) = member.value.get("responses") else {
                continue;
            };
            let place = format!("{pointer}/responses");
            let websocket = member.value.get("x-dropshot-websocket").is_some();
            let secured = member
                .value
                .get("security")
                .or(default_security)
                .is_some_and(|node| node.items().iter().any(|all| !all.members().is_empty()));
            let takes_parameters = [&member.value, &path.value].iter().any(|node| {
                node.get("parameters")
                    .is_some_and(|list| !list.items().is_empty())
            });
            let own = own_answers(Takes {
                body: member.value.get("requestBody").is_some(),
                parameters: takes_parameters,
                credentials: secured,
                upgrade: websocket,
            });
            for response in responses.members() {
                status(report, &place, response, websocket);
                content(report, &place, response, responses);
                headers(report, &place, response, responses, &own);
            }
            successes(report, &place, responses);
            if report.rules.client {
                one_schema(report, &place, responses);
            }
            documented(report, &place, &member.value, &own, &referred);
        }
    }
}

/// Whether a response says that all went well; `default` does where no other response does.
fn is_success(key: &str, responses: &Node) -> bool {
    let plain = |key: &str| Status::parse(key).and_then(Status::is_success);
    plain(key).unwrap_or_else(|| {
        !responses
            .members()
            .iter()
            .any(|other| plain(&other.key) == Some(true))
    })
}

fn status(report: &mut Report<'_>, pointer: &str, response: &Member, websocket: bool) {
    let text = response.key.as_str();
    let promised = match Status::parse(text) {
        // Only a change of protocol ends with an interim answer.
        Some(Status::Code(code)) => code >= 200 || (code == 101 && websocket),
        Some(Status::Range(hundred)) => hundred >= 2,
        Some(Status::Default) => true,
        None => false,
    };
    if !promised {
        report
            .fault(
                Code::BadStatus,
                &format!("{pointer}/{text}"),
                &response.key_span,
                format!("`{text}` is no status that could be promised"),
            )
            .hint("a status from 200 to 599, a range from `2XX` to `5XX`, or `default`");
    }
}

fn content(report: &mut Report<'_>, pointer: &str, response: &Member, responses: &Node) {
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

/// A stream's schema: `oneOf` of inline objects, each with a title and a one-value `type`.
fn events(report: &mut Report<'_>, pointer: &str, media: &Member, success: bool) {
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

/// Whether a response is what some status that generated code answers is answered as: `default` where no other is.
fn is_answered(key: &str, responses: &Node, own: &[(u16, &str)]) -> bool {
    let Some(status) = Status::parse(key) else {
        return false;
    };
    let is_named = |code: u16| {
        responses.members().iter().any(|other| {
            Status::parse(&other.key)
                .is_some_and(|other| other != Status::Default && other.covers(code))
        })
    };
    match status {
        Status::Default => own.iter().any(|(code, _)| !is_named(*code)),
        Status::Code(_) | Status::Range(_) => REJECTIONS.iter().any(|code| status.covers(*code)),
    }
}

fn headers(
    report: &mut Report<'_>,
    pointer: &str,
    response: &Member,
    responses: &Node,
    own: &[(u16, &str)],
) {
    let node = follow(report.document, &response.value);
    let place = format!("{pointer}/{}", response.key);
    let headers = node.get("headers").map(Node::members).unwrap_or_default();
    let has = |name: &str| {
        headers
            .iter()
            .any(|header| header.key.eq_ignore_ascii_case(name))
    };
    let needed = match response.key.as_str() {
        "401" => Some("WWW-Authenticate"),
        "429" | "503" => Some("Retry-After"),
        _ => None,
    };
    if let Some(name) = needed.filter(|name| !has(name)) {
        report
            .fault(
                Code::MissingHeader,
                &place,
                &response.key_span,
                format!("{} needs the header `{name}`", response.key),
            )
            .hint("declare it under `headers`, or allow E0317, and it is answered without");
    }
    for header in headers {
        let target = follow(report.document, &header.value);
        let required = target.get("required").and_then(Node::as_bool) == Some(true);
        if required
            && is_answered(&response.key, responses, own)
            && needed.is_none_or(|name| !name.eq_ignore_ascii_case(&header.key))
        {
            report
                .fault(
                    Code::UnknownHeader,
                    &place,
                    &header.key_span,
                    format!(
                        "generated code answers {} by itself and cannot know `{}`",
                        response.key, header.key
                    ),
                )
                .hint("leave `required` out");
        }
        let schema = target.get("schema");
        if !schema.is_some_and(|schema| {
            is_scalar(report.document, schema) || is_list(report.document, schema)
        }) {
            report.fault(
                Code::ParameterSchema,
                &place,
                &header.key_span,
                "a response header is a string, a number, a boolean, or a list of them",
            );
        }
    }
}

/// progenitor knows one type for all successes and one for all errors.
fn one_schema(report: &mut Report<'_>, pointer: &str, responses: &Node) {
    let mut first: [Option<(String, String)>; 2] = [None, None];
    for response in responses.members() {
        let node = follow(report.document, &response.value);
        let content = node
            .get("content")
            .and_then(|content| content.members().first());
        let schema = content.and_then(|media| media.value.get("schema"));
        let shape = match (content, schema) {
            (Some(media), Some(schema)) => format!("{} {}", media.key, schema.to_json()),
            (Some(media), None) => media.key.clone(),
            (None, _) => "nothing".to_owned(),
        };
        let success = is_success(&response.key, responses);
        if success && content.is_none() && has_success_body(report.document, responses) {
            // progenitor never gets to see it.
            continue;
        }
        let (code, what) = if success {
            (Code::SuccessSchemas, "success")
        } else {
            (Code::ErrorSchemas, "error")
        };
        let place = format!("{pointer}/{}", response.key);
        match &first[usize::from(success)] {
            None if !success && schema.is_none() => {
                report.fault(
                    code,
                    &place,
                    &response.key_span,
                    "an error needs a body: progenitor panics without",
                );
            }
            None => first[usize::from(success)] = Some((response.key.clone(), shape)),
            Some((status, known)) if *known != shape => {
                report
                    .fault(code, &place, &response.key_span, format!("{} answers otherwise than {status}: progenitor knows one {what} type for each operation", response.key))
                    .hint("use one schema for both");
            }
            Some(_) => {}
        }
    }
}

/// Whether some success has a body. Then those without, as 204 and 304, are left out of what progenitor reads, and its
/// client gives them as unexpected.
fn has_success_body(document: &Document, responses: &Node) -> bool {
    responses.members().iter().any(|response| {
        is_success(&response.key, responses)
            && follow(document, &response.value).get("content").is_some()
    })
}

fn successes(report: &mut Report<'_>, pointer: &str, responses: &Node) {
    let start = responses.span.start..responses.span.start + 1;
    // Where nothing at all is said, nothing can be broken.
    let is_silent = responses.members().is_empty() && !report.rules.style;
    let mut all = responses.members().iter();
    if !is_silent && !all.any(|response| is_success(&response.key, responses)) {
        report.fault(
            Code::SuccessSchemas,
            pointer,
            &start,
            "no success is documented",
        );
    }
}

/// Generated code answers these by itself: an operation that can be answered so must say so. All that it doesn't say are one
/// fault, with a line for each.
fn documented(
    report: &mut Report<'_>,
    pointer: &str,
    operation: &Node,
    own: &[(u16, &str)],
    referred: &BTreeMap<&str, &str>,
) {
    let Some(responses) = operation.get("responses") else {
        return;
    };
    let is_documented = |status: u16| {
        let mut keys = responses.members().iter().map(|response| &response.key);
        keys.any(|key| Status::parse(key).is_some_and(|known| known.covers(status)))
    };
    let missing = own.iter().filter(|(status, _)| !is_documented(*status));
    let missing: BTreeMap<u16, &str> = missing.copied().collect();
    let missing: Vec<(u16, &str)> = missing.into_iter().collect();
    let message = match missing.as_slice() {
        [] => return,
        [(status, what)] => format!("{status} is not documented, but {what} is answered so"),
        [first @ .., (last, _)] => {
            let first: Vec<String> = first.iter().map(|(status, _)| status.to_string()).collect();
            let all = first.join(", ");
            format!("{all} and {last} are not documented, but generated code answers them")
        }
    };
    let line = |(status, what): (u16, &str)| {
        let target = referred.get(&*status.to_string());
        let target = target.unwrap_or(&"#/components/responses/…");
        format!("'{status}': {{ $ref: '{target}' }}  # {what}")
    };
    let lines: Vec<String> = missing.into_iter().map(line).collect();
    let help = format!(
        "{}\nor allow E0316, and what is not documented is answered all the same",
        lines.join("\n")
    );
    let span = key_span(operation, "responses");
    report
        .fault(Code::UndocumentedStatus, pointer, &span, message)
        .hint(help);
}

/// What the operations of a document refer to for each status: the first of them.
fn referred_to(document: &Document) -> BTreeMap<&str, &str> {
    let paths = document.at("/paths").into_iter().flat_map(Node::members);
    let operations = paths.flat_map(|path| path.value.members());
    let responses = operations
        .filter_map(|operation| operation.value.get("responses"))
        .flat_map(Node::members);
    let mut found = BTreeMap::new();
    for response in responses {
        if let Some(target) = response.value.str_of("$ref") {
            found.entry(response.key.as_str()).or_insert(target);
        }
    }
    found
}
