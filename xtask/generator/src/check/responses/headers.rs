//! Headers: those that a status needs are declared, and none is promised that generated code can't know.

use super::super::Report;
use super::super::operations::{is_list, is_scalar};
use crate::diagnostic::Code;
use crate::document::{Member, Node};
use crate::model::{Status, follow};

/// Statuses that generated code may answer by itself or for the application, which then bear no headers but those that it
/// knows.
const REJECTIONS: [u16; 9] = [400, 401, 403, 413, 415, 422, 429, 500, 503];

pub(super) fn headers(
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
