//! `multipart/form-data`: values and files as the parts of a form.

use std::borrow::Cow;
use std::fmt;

use reqwest::Body;
use reqwest::multipart::{Form, Part};
use serde::Serialize;
use serde_json::Value;

/// A file as a part of a form: bytes, text, or a stream by `Body::wrap_stream`, sent as it comes.
pub struct FilePart {
    body: Body,
    file_name: Option<String>,
    media: Option<String>,
}

impl FilePart {
    /// A file without a name.
    pub fn new(body: impl Into<Body>) -> Self {
        Self { body: body.into(), file_name: None, media: None }
    }

    /// What the file is called.
    pub fn file_name(mut self, name: impl Into<String>) -> Self {
        self.file_name = Some(name.into());
        self
    }

    /// Its media type, such as `image/png`; else the document's first, where it names some.
    pub fn media(mut self, media: impl Into<String>) -> Self {
        self.media = Some(media.into());
        self
    }
}

impl From<Vec<u8>> for FilePart {
    fn from(bytes: Vec<u8>) -> Self {
        Self::new(bytes)
    }
}

impl From<Body> for FilePart {
    fn from(body: Body) -> Self {
        Self::new(body)
    }
}

impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilePart")
            .field("file_name", &self.file_name)
            .field("media", &self.media)
            .finish_non_exhaustive()
    }
}

/// Adds a value: of a list each item, of what is not there nothing. Objects are JSON, and so is all of a media type of JSON.
pub(super) fn value<T: Serialize>(
    mut form: Form,
    name: impl Into<Cow<'static, str>>,
    value: &T,
    media: Option<&str>,
) -> Result<Form, String> {
    let name = name.into();
    let value = serde_json::to_value(value).map_err(|error| unsent(&name, &error))?;
    let items = match value {
        Value::Null => Vec::new(),
        Value::Array(items) => items,
        one => vec![one],
    };
    for item in items {
        let is_json = item.is_object() || media.is_some_and(|media| media.ends_with("json"));
        let media = if is_json { media.or(Some("application/json")) } else { media };
        let part = Part::text(match item {
            Value::String(text) if !is_json => text,
            other => other.to_string(),
        });
        let part = of_media(&name, part, media)?;
        form = form.part(name.clone(), part);
    }
    Ok(form)
}

/// Adds files.
pub(super) fn files(
    mut form: Form,
    name: &'static str,
    files: impl IntoIterator<Item = FilePart>,
    media: Option<&str>,
) -> Result<Form, String> {
    for file in files {
        let part = Part::stream(file.body);
        let part = match file.file_name {
            Some(file_name) => part.file_name(file_name),
            None => part,
        };
        form = form.part(name, of_media(name, part, file.media.as_deref().or(media))?);
    }
    Ok(form)
}

fn of_media(name: &str, part: Part, media: Option<&str>) -> Result<Part, String> {
    match media {
        Some(media) => part.mime_str(media).map_err(|error| unsent(name, &error)),
        None => Ok(part),
    }
}

fn unsent(name: &str, why: &dyn fmt::Display) -> String {
    format!("{name} cannot be sent: {why}")
}
