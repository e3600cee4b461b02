//! Statuses that generated code answers by itself: an operation says so.

use std::collections::BTreeMap;

use super::super::{Report, key_span};
use crate::diagnostic::Code;
use crate::document::{Document, Node};
use crate::model::Status;

/// Generated code answers these by itself: an operation that can be answered so must say so. All that it doesn't say are one
/// fault, with a line for each.
pub(super) fn documented(
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
pub(super) fn referred_to(document: &Document) -> BTreeMap<&str, &str> {
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
