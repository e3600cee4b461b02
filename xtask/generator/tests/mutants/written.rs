//! Parameters as text, in the style that the document names: said here once more, from the document alone.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

/// A value as plain text.
pub(super) fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// A value as a header of an answer.
pub(super) fn header_text(value: &Value) -> String {
    match value {
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join(","),
        value => text(value),
    }
}

/// What a request bears for a value of a parameter: names and texts, encoded; `None` where no request can.
pub(super) fn parameter(
    declared: &Value,
    schema: &Value,
    value: &Value,
) -> Option<Vec<(String, String)>> {
    let (name, place) = (declared["name"].as_str()?, declared["in"].as_str()?);
    let escaped = |value: &Value| match place {
        "header" => text(value),
        _ => utf8_percent_encode(&text(value), NON_ALPHANUMERIC).to_string(),
    };
    let one = |text: String| Some(vec![(name.to_owned(), text)]);
    if declared.get("content").is_some() {
        return one(escaped(&Value::from(value.to_string())));
    }
    let usual = if matches!(place, "query" | "cookie") {
        "form"
    } else {
        "simple"
    };
    let style = declared["style"].as_str().unwrap_or(usual);
    let explode = declared["explode"].as_bool().unwrap_or(style == "form");
    // The separator between parts, what stands before them, and what each item of a list is called.
    let (separator, lead) = match (style, explode) {
        ("label", true) => (".", "."),
        ("label", false) => (",", "."),
        ("matrix", true) => (";", ";"),
        ("spaceDelimited", _) => ("%20", ""),
        ("pipeDelimited", _) => ("%7C", ""),
        _ => (",", ""),
    };
    let lead = match (style, explode) {
        ("matrix", false) => format!(";{name}="),
        _ => lead.to_owned(),
    };
    // A schema that leaves it open takes lists and objects as well.
    match (schema["type"].as_str(), value) {
        (Some("array") | None, Value::Array(items)) => {
            let texts = items.iter().map(&escaped);
            match (style, explode) {
                _ if items.is_empty() => None,
                ("form", true) => Some(texts.map(|text| (name.to_owned(), text)).collect()),
                ("matrix", true) => {
                    let parts: Vec<String> = texts.map(|text| format!("{name}={text}")).collect();
                    one(format!("{lead}{}", parts.join(separator)))
                }
                _ => one(format!(
                    "{lead}{}",
                    texts.collect::<Vec<_>>().join(separator)
                )),
            }
        }
        (Some("object") | None, Value::Object(members)) => {
            let pairs = members
                .iter()
                .map(|(key, value)| (key.clone(), escaped(value)));
            match (style, explode) {
                _ if members.is_empty() => None,
                ("form", true) => Some(pairs.collect()),
                ("deepObject", _) => Some(
                    pairs
                        .map(|(key, text)| (format!("{name}[{key}]"), text))
                        .collect(),
                ),
                _ => {
                    let joint = if explode { "=" } else { separator };
                    let parts: Vec<String> = pairs
                        .map(|(key, text)| format!("{key}{joint}{text}"))
                        .collect();
                    one(format!("{lead}{}", parts.join(separator)))
                }
            }
        }
        // A list or an object is nothing else in text.
        (Some("array" | "object"), _) => None,
        _ => {
            let lead = if style == "matrix" {
                format!(";{name}=")
            } else {
                lead
            };
            one(format!("{lead}{}", escaped(value)))
        }
    }
}
