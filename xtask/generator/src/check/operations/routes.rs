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
    let mut variables = BTreeSet::new();
    for (at, segment) in segments.iter().enumerate() {
        let variable = segment
            .strip_prefix('{')
            .and_then(|rest| rest.strip_suffix('}'));
        match variable {
            Some(name)
                if !name.chars().any(char::is_alphanumeric) || name.contains(['{', '}', ':']) =>
            {
                fault(format!(
                    "`{segment}` is no variable: its name needs a letter or a digit, and braces and colons mean something else to dropshot"
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
