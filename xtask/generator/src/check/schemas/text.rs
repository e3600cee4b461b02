//! What text looks like: formats and patterns.

use serde_json::json;

use super::super::structure::distance;
use super::super::{Report, Site};
use crate::diagnostic::Code;
use crate::schema::compile;

/// Formats that validation asserts, or that are a range.
const ASSERTED: [&str; 27] = [
    "date",
    "date-time",
    "time",
    "duration",
    "email",
    "hostname",
    "ip",
    "ipv4",
    "ipv6",
    "uri",
    "uri-reference",
    "iri",
    "iri-reference",
    "uuid",
    "regex",
    "json-pointer",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "uint",
    "int",
    "float",
];

/// Formats that say something to readers only.
const ANNOTATIONS: [&str; 4] = ["password", "binary", "byte", "double"];

/// A format is enforced or says something to readers; it is no misspelling of one that is enforced.
pub(super) fn format(report: &mut Report<'_>, site: &Site<'_>) {
    let Site { node, pointer, .. } = site;
    if let Some(format) = node
        .get("format")
        .and_then(|format| Some((format, format.as_str()?)))
    {
        let (at, name) = format;
        // Anybody may make up a format, which then says something to readers only: bad style, but it can be generated
        // from. A slip of the pen is no new format.
        let meant = ASSERTED
            .into_iter()
            .chain(ANNOTATIONS)
            .find(|known| *known != name && is_near(known, name));
        let is_known = ASSERTED.contains(&name) || ANNOTATIONS.contains(&name);
        if !is_known && (report.rules.style || meant.is_some()) {
            report
                .fault(
                    Code::Format,
                    &format!("{pointer}/format"),
                    &at.span,
                    format!("the format `{name}` would not be enforced"),
                )
                .hint(meant.map_or_else(
                    || "write a `pattern`, or name the format in the description".to_owned(),
                    |meant| format!("did you mean `{meant}`?"),
                ));
        }
    }
}

/// Whether one name may be a misspelling of the other.
fn is_near(known: &str, name: &str) -> bool {
    let plain = |text: &str| {
        text.chars()
            .filter(char::is_ascii_alphanumeric)
            .map(|c| c.to_ascii_lowercase())
            .collect::<String>()
    };
    plain(known) == plain(name) || (known.len() > 3 && distance(known, name) == 1)
}

/// A pattern must mean the same to the validator and to typify's types.
pub(super) fn pattern(report: &mut Report<'_>, site: &Site<'_>) {
    let Some(node) = site.node.get("pattern") else {
        return;
    };
    let Some(pattern) = node.as_str() else { return };
    let place = format!("{}/pattern", site.pointer);
    let fault = match (
        regress::Regex::new(pattern),
        compile(&json!({ "type": "string", "pattern": pattern })),
    ) {
        (Ok(_), Ok(_)) => return,
        (Err(error), _) => format!("the pattern cannot run: {error}"),
        (Ok(_), Err(error)) => format!("the pattern cannot run in validation: {error}"),
    };
    report
        .fault(Code::Pattern, &place, &node.span, fault)
        .hint("patterns are ECMA-262 without what only some engines know");
}
