//! Paths: what dropshot can route, and which of them it could not tell apart.
//!
//! Knows no operation.

use std::collections::{BTreeMap, BTreeSet};

use super::super::Report;
use crate::diagnostic::Code;
use crate::document::{Node, escape};
use crate::model::METHODS;
use crate::model::routes::shape;

/// The names in braces, wherever they stand: what is wrong with their place is told once.
pub(super) fn variables(path: &str) -> impl Iterator<Item = &str> {
    let parts = path.split('{').skip(1);
    parts.filter_map(|part| Some(part.split_once('}')?.0))
}

pub(super) fn route(
    report: &mut Report<'_>,
    pointer: &str,
    path: &str,
    span: &std::ops::Range<usize>,
) {
    let mut fault = |message: String| {
        report.fault(Code::BadPath, pointer, span, message);
    };
    if !path.starts_with('/') {
        return fault("a path begins with `/`".to_owned());
    }
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    let mut known = BTreeSet::new();
    for (at, segment) in segments.iter().enumerate() {
        if segment.is_empty() {
            // The last one is a slash at the end.
            if at + 1 < segments.len() {
                fault("a segment is empty".to_owned());
            }
        } else if *segment == "." || *segment == ".." {
            fault("dot segments are not routed".to_owned());
        } else if !are_closed(segment) {
            fault(format!(
                "`{segment}`: each brace that opens a variable is closed, and no other stands there"
            ));
        } else if segment.contains("}{") {
            fault(format!(
                "`{segment}`: nothing tells where one variable ends and the next begins"
            ));
        } else {
            for name in variables(segment) {
                if !name.chars().any(char::is_alphanumeric) || name.contains(':') {
                    fault(format!(
                        "`{{{name}}}` is no variable: its name needs a letter or a digit, and colons mean something else to dropshot"
                    ));
                } else if !known.insert(name) {
                    fault(format!("the variable `{name}` stands twice"));
                }
            }
        }
    }
}

/// Whether the braces of a segment come in pairs.
fn are_closed(segment: &str) -> bool {
    let mut parts = segment.split('{');
    let before = parts.next().unwrap_or_default();
    let is_whole = |part: &str| part.matches('}').count() == 1;
    !before.contains('}') && parts.all(is_whole)
}

/// Two paths that no request tells apart, unless its method does.
pub(super) fn ambiguous(report: &mut Report<'_>, paths: &Node) {
    let mut seen: BTreeMap<(String, &str), &str> = BTreeMap::new();
    for path in paths.members() {
        let methods = { path.value.members().iter() }
            .map(|member| member.key.as_str())
            .filter(|key| METHODS.contains(key));
        for method in methods {
            let other = seen.entry((shape(&path.key), method)).or_insert(&path.key);
            if *other == path.key {
                continue;
            }
            let message = format!(
                "`{}` and `{other}` differ in nothing but the names of their variables",
                path.key
            );
            report
                .fault(
                    Code::AmbiguousPath,
                    &format!("/paths/{}", escape(&path.key)),
                    &path.key_span,
                    message,
                )
                .hint(format!(
                    "call the variables as `{other}` does, and write both as one path"
                ));
            break;
        }
    }
}
