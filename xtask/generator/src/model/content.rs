//! What bodies carry, by their media types.

use heck::ToUpperCamelCase;
use serde_json::Value;

/// How a request body is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum BodyKind {
    /// JSON, as a type.
    Json,
    /// A form, as a type.
    Form,
    /// Text.
    Text,
    /// Bytes as they come.
    Stream,
    /// The parts of `multipart/form-data` as they come.
    Multipart,
    /// The parts of `multipart/form-data` as a type.
    Parts,
}

impl BodyKind {
    /// Whether the whole body becomes one validated value before the operation runs.
    pub(crate) fn is_value(self) -> bool {
        matches!(self, Self::Json | Self::Form | Self::Text | Self::Parts)
    }

    /// The way a media type is read; whether the schema names members tells which parts are known.
    pub(crate) fn of(media: &str, names_members: bool) -> Self {
        match essence(media) {
            "application/x-www-form-urlencoded" => Self::Form,
            "multipart/form-data" if names_members => Self::Parts,
            "multipart/form-data" => Self::Multipart,
            other if is_json(other) => Self::Json,
            other if other.starts_with("text/") => Self::Text,
            _ => Self::Stream,
        }
    }
}

/// What a response carries.
#[derive(Debug)]
pub(crate) enum Content {
    /// Nothing.
    Empty,
    /// JSON of this schema, by media type.
    Json(String, Value),
    /// `text/event-stream` whose data are JSON of this schema.
    Events(Value),
    /// Other text, by media type, and what the document says of it.
    Text(String, Option<Value>),
    /// Bytes, by media type, and what the document says of them.
    Bytes(String, Option<Value>),
    /// Whatever the operation likes, of a media type from this range.
    Any(String, Option<Value>),
    /// Another protocol; what the document says of a body that there isn't.
    Upgrade(Option<String>, Option<Value>),
}

impl Content {
    pub(crate) fn schema(&self) -> Option<&Value> {
        match self {
            Content::Json(_, schema) | Content::Events(schema) => Some(schema),
            Content::Text(_, schema)
            | Content::Bytes(_, schema)
            | Content::Any(_, schema)
            | Content::Upgrade(_, schema) => schema.as_ref(),
            Content::Empty => None,
        }
    }

    pub(crate) fn media(&self) -> Option<&str> {
        match self {
            Content::Events(_) => Some("text/event-stream"),
            Content::Json(media, _)
            | Content::Text(media, _)
            | Content::Bytes(media, _)
            | Content::Any(media, _) => Some(media),
            Content::Upgrade(media, _) => media.as_deref(),
            Content::Empty => None,
        }
    }
}

/// The families of media types that responses are written in. Where an error has several, generated code writes its own errors
/// in the first of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MediaKind {
    Json,
    Text,
    Any,
    Bytes,
    Events,
}

/// Sorts a media type into its family.
pub(crate) fn media_kind(media: &str) -> MediaKind {
    match essence(media) {
        "text/event-stream" => MediaKind::Events,
        "application/yaml" => MediaKind::Text,
        other if other.contains('*') => MediaKind::Any,
        other if is_json(other) => MediaKind::Json,
        other if other.starts_with("text/") => MediaKind::Text,
        _ => MediaKind::Bytes,
    }
}

/// What each of several media types is called in Rust: as by itself, but where another comes to be called so by all that
/// it says: `text/xml` beside `application/xml` is `TextXml`.
pub(crate) fn media_names<'a>(all: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for media in all {
        let short = media_name(media);
        let name = match names.contains(&short) {
            true => media.to_upper_camel_case(),
            false => short,
        };
        names.push(name);
    }
    names
}

/// What a media type is called in Rust: `application/json` is `Json`, `image/*` is `Image`.
pub(crate) fn media_name(media: &str) -> String {
    let (kind, subtype) = essence(media).split_once('/').unwrap_or_default();
    match (kind, subtype) {
        ("application", "x-www-form-urlencoded") => "Form".to_owned(),
        ("multipart", "form-data") => "Multipart".to_owned(),
        ("application", "octet-stream") => "Bytes".to_owned(),
        ("text", "plain") => "Text".to_owned(),
        ("*", _) => "Other".to_owned(),
        (kind, "*") => kind.to_upper_camel_case(),
        (_, subtype) => subtype.to_upper_camel_case(),
    }
}

/// The media type without its parameters.
fn essence(media: &str) -> &str {
    media.split(';').next().unwrap_or_default().trim()
}

fn is_json(essence: &str) -> bool {
    essence == "application/json"
        || (essence.starts_with("application/") && essence.ends_with("+json"))
}
