//! Forms as a client writes them, by what the document says of their fields.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::written::text;

/// What stands between the parts.
const BOUNDARY: &str = "cut";

/// The media type as a request names it.
pub(super) fn named(media: &str) -> String {
    match media {
        "multipart/form-data" => format!("{media}; boundary={BOUNDARY}"),
        "*/*" => "image/png".to_owned(),
        // One of the range.
        _ => media.replace("/*", "/png"),
    }
}

/// A value as a body of what a media type holds, one part of another media type than the document wants; `None` where it
/// can't be written so.
pub(super) fn body(
    media: &str,
    content: &Value,
    value: &Value,
    other: Option<(&str, &str)>,
) -> Option<Vec<u8>> {
    match media {
        "application/x-www-form-urlencoded" => form(content, value),
        "multipart/form-data" if value.is_object() => parts(content, value, other),
        _ if media.ends_with("json") => Some(value.to_string().into_bytes()),
        _ => Some(text(value).into_bytes()),
    }
}

fn form(content: &Value, value: &Value) -> Option<Vec<u8>> {
    let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let mut pairs: Vec<String> = Vec::new();
    for (name, value) in value.as_object()? {
        let encoding = &content["encoding"][name];
        match value {
            Value::Null => return None,
            value if encoding["contentType"].is_string() => {
                pairs.push(format!("{}={}", escaped(name), escaped(&value.to_string())));
            }
            Value::Object(members) => {
                for (inner, value) in members {
                    let name = escaped(&format!("{name}[{inner}]"));
                    pairs.push(format!("{name}={}", escaped(&text(value))));
                }
            }
            Value::Array(items) => {
                let items = items.iter().map(|item| escaped(&text(item)));
                let items: Vec<String> = items.collect();
                let delimiter = match encoding["style"].as_str() {
                    Some("spaceDelimited") => "%20",
                    Some("pipeDelimited") => "|",
                    _ => ",",
                };
                if encoding["explode"] == false {
                    pairs.push(format!("{}={}", escaped(name), items.join(delimiter)));
                } else {
                    pairs.extend(items.iter().map(|item| format!("{}={item}", escaped(name))));
                }
            }
            value => pairs.push(format!("{}={}", escaped(name), escaped(&text(value)))),
        }
    }
    Some(pairs.join("&").into_bytes())
}

fn parts(content: &Value, value: &Value, other: Option<(&str, &str)>) -> Option<Vec<u8>> {
    let mut out = String::new();
    for (name, value) in value.as_object()? {
        let allowed = content["encoding"][name]["contentType"].as_str();
        let all = match value {
            Value::Null => return None,
            Value::Array(items) => items.clone(),
            one => vec![one.clone()],
        };
        for value in all {
            let json = value.is_object() || allowed == Some("application/json");
            let media = match allowed.and_then(|allowed| allowed.split(',').next()) {
                Some(media) => media.trim(),
                None if json => "application/json",
                None => "text/plain",
            };
            let media = other.map_or(
                media,
                |(part, other)| if part == name { other } else { media },
            );
            let written = if json {
                value.to_string()
            } else {
                text(&value)
            };
            out += &format!(
                "--{BOUNDARY}\r\ncontent-disposition: form-data; name=\"{name}\"\r\ncontent-type: {media}\r\n\r\n{written}\r\n"
            );
        }
    }
    Some(format!("{out}--{BOUNDARY}--\r\n").into_bytes())
}
