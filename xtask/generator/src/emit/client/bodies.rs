//! Bodies that progenitor cannot write. It is given such as it can, of the same type where there is one; in its code they
//! are then sent as the document says.

use proc_macro2::TokenStream;
use serde_json::{Map, Value, json};

use super::parameters::field_style;
use super::payloads::is_flat;
use super::stand_in::StoodFor;
use crate::model::BodyKind;
use crate::schema::resolved;

/// How a body is sent, where progenitor would send it otherwise.
#[derive(Debug)]
pub(super) enum Given {
    /// As progenitor does, by another media type.
    Of(String),
    /// As progenitor does; the caller says of which media type.
    OfAny,
    /// A form, its fields in these styles.
    Form(Vec<(TokenStream, Vec<&'static str>)>),
    /// The parts of a form: the type that has them, and their media types by name.
    Parts(String, Vec<(String, String)>),
    /// Whatever parts.
    Multipart,
}

/// Makes the body of an operation one that progenitor takes.
pub(super) fn give(
    operation: &mut Map<String, Value>,
    id: &str,
    schemas: &Map<String, Value>,
    stood_for: &mut StoodFor,
) -> Option<Given> {
    let body = operation.get_mut("requestBody")?.as_object_mut()?;
    let content = body.get_mut("content")?.as_object_mut()?;
    let (media, mut value) = content
        .iter()
        .next()
        .map(|(media, value)| (media.clone(), value.clone()))?;
    let essence = media
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_owned();
    let target = resolved(&value["schema"], schemas).clone();
    let kind = BodyKind::of(&media, target.get("properties").is_some());
    let (known, given) = match kind {
        BodyKind::Json | BodyKind::Form | BodyKind::Text | BodyKind::Stream
            if essence.contains('*') =>
        {
            ("application/octet-stream", Given::OfAny)
        }
        BodyKind::Json => ("application/json", Given::Of(media)),
        BodyKind::Text => ("text/plain", Given::Of(media)),
        BodyKind::Stream => ("application/octet-stream", Given::Of(media)),
        BodyKind::Multipart => ("application/octet-stream", Given::Multipart),
        BodyKind::Form if is_flat(&value, schemas) => return None,
        BodyKind::Form => {
            let fields = target["properties"].as_object().into_iter().flatten();
            let fields = fields
                .map(|(name, field)| field_style(name, field, &value["encoding"][name], schemas));
            ("application/json", Given::Form(fields.collect()))
        }
        BodyKind::Parts => {
            let name = format!("{id} form");
            let mut form = target.clone();
            let fields = form["properties"].as_object_mut().into_iter().flatten();
            let mut media = Vec::new();
            for (name, field) in fields {
                files(field, schemas, stood_for);
                let known = value["encoding"][name]["contentType"]
                    .as_str()
                    .unwrap_or_default();
                let first = known.split(',').next().unwrap_or_default().trim();
                if !first.is_empty() && !first.contains('*') {
                    media.push((name.clone(), first.to_owned()));
                }
            }
            let name = stood_for.name(form, &name, schemas);
            value["schema"] = json!({ "$ref": format!("#/components/schemas/{name}") });
            ("application/json", Given::Parts(name, media))
        }
    };
    if let Some(members) = value.as_object_mut() {
        members.shift_remove("encoding");
    }
    if known == "application/octet-stream" {
        value["schema"] = json!({ "type": "string", "format": "binary" });
    }
    let is_known = matches!(&given, Given::Of(media) if media == known);
    content.clear();
    content.insert(known.to_owned(), value);
    if is_known {
        return None;
    }
    if matches!(given, Given::OfAny) {
        let media = json!({
            "name": "Content-Type", "in": "header", "required": true, "schema": { "type": "string" },
            "description": "The media type of the body.",
        });
        let parameters = operation.entry("parameters").or_insert_with(|| json!([]));
        let parameters = parameters.as_array_mut()?;
        let is_media = |one: &Value| {
            let name = one["name"].as_str().unwrap_or_default();
            one["in"] == "header" && name.eq_ignore_ascii_case("content-type")
        };
        if !parameters.iter().any(is_media) {
            parameters.push(media);
        }
    }
    Some(given)
}

/// Fields of bytes are files.
fn files(field: &mut Value, schemas: &Map<String, Value>, stood_for: &mut StoodFor) {
    let target = resolved(field, schemas);
    if target["type"] == "string" && target["format"] == "binary" {
        *field = stood_for.file(schemas);
    } else if target["type"] == "array" {
        let items = resolved(&target["items"], schemas);
        if items["type"] == "string" && items["format"] == "binary" {
            let mut list = target.clone();
            list["items"] = stood_for.file(schemas);
            *field = list;
        }
    }
}
