//! What progenitor's client demands of responses: one type for all successes and one for all errors.

use super::super::Report;
use super::is_success;
use crate::diagnostic::Code;
use crate::document::{Document, Node};
use crate::model::follow;

/// progenitor knows one type for all successes and one for all errors.
pub(super) fn one_schema(report: &mut Report<'_>, pointer: &str, responses: &Node) {
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
            (Code::Progenitor, "success")
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
