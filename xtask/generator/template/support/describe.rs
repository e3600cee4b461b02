//! The generated code described by itself: the document that dropshot emits for it, and the table as a document.
//!
//! For those who hold the code against the document that it was made from.

use dropshot::{
    ApiDescription, StubContext, TagConfig, TagDetails, TagExternalDocs, semver::Version,
};
use serde_json::{Map, Value, json};

use super::super::document::{INFO, SCHEMAS, TABLE, TAGS};
//# if crowded
use super::super::server::stub_api_descriptions;
//# else
//= use super::super::server::stub_api_description;
//# end
//# if mixed or slashes
use super::metadata::path;
//# end
use super::schema::Schema;
//# if forms or parts
use super::table::Encoding;
//# end
use super::table::{Form, Header, Operation, Parameter, Response, Scheme, SchemeKind, Status};

/// The tags that the document describes, in dropshot's terms.
pub(crate) fn tag_config() -> TagConfig {
    let tags: Value = serde_json::from_str(TAGS).unwrap_or_default();
    let text = |value: &Value, key: &str| value.get(key)?.as_str().map(str::to_owned);
    let details = |tag: &Value| {
        let external = tag.get("externalDocs");
        TagDetails {
            description: text(tag, "description"),
            external_docs: external.and_then(|docs| {
                Some(TagExternalDocs {
                    description: text(docs, "description"),
                    url: text(docs, "url")?,
                })
            }),
        }
    };
    TagConfig {
        tags: tags
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|tag| Some((text(tag, "name")?, details(tag))))
            .collect(),
        ..TagConfig::default()
    }
}

/// The document that dropshot emits for these operations.
///
/// # Errors
/// When dropshot cannot route a path or write the document, in words.
pub fn dropshot_document() -> Result<Value, String> {
    //# if crowded
    let mut whole = Value::Null;
    for description in stub_api_descriptions().map_err(|error| error.to_string())? {
        merge(&mut whole, described_by(&description)?);
    }
    Ok(whole)
}

/// Adds what one document has beyond the other.
fn merge(whole: &mut Value, part: Value) {
    match (whole, part) {
        (Value::Object(members), Value::Object(more)) => {
            for (name, value) in more {
                merge(members.entry(name).or_insert(Value::Null), value);
            }
        }
        (whole @ Value::Null, part) => *whole = part,
        (_, _) => {}
    }
}

fn described_by(description: &ApiDescription<StubContext>) -> Result<Value, String> {
    //# else
    //= let description: ApiDescription<StubContext> =
    //=     stub_api_description().map_err(|error| error.to_string())?;
    //# end
    let info: Value = serde_json::from_str(INFO).map_err(|error| error.to_string())?;
    let text = |pointer: &str| info.pointer(pointer).and_then(Value::as_str);
    // Dropshot takes versions of three numbers only; the table has the version as it is.
    let version = text("/version").and_then(|version| version.parse().ok());
    let mut document = description.openapi(
        text("/title").unwrap_or_default(),
        version.unwrap_or(Version::new(0, 0, 0)),
    );
    if let Some(text) = text("/description") {
        document.description(text);
    }
    if let Some(text) = text("/termsOfService") {
        document.terms_of_service(text);
    }
    if let Some(text) = text("/contact/name") {
        document.contact_name(text);
    }
    if let Some(text) = text("/contact/url") {
        document.contact_url(text);
    }
    if let Some(text) = text("/contact/email") {
        document.contact_email(text);
    }
    match (text("/license/name"), text("/license/url")) {
        (Some(name), Some(url)) => {
            document.license(name, url);
        }
        (Some(name), None) => {
            document.license_name(name);
        }
        (None, _) => {}
    }
    //# if mixed or slashes
    let document = document.json().map_err(|error| error.to_string())?;
    Ok(respelled(document))
    //# else
    //= document.json().map_err(|error| error.to_string())
    //# end
}

//# if mixed or slashes
/// A document of dropshot's with its paths as they were before it was told of them in its own terms.
fn respelled(mut document: Value) -> Value {
    let Some(paths) = document["paths"].as_object_mut() else {
        return document;
    };
    for (told, item) in std::mem::take(paths) {
        for (method, operation) in item.as_object().into_iter().flatten() {
            let own = TABLE.iter().find(|row| {
                operation["operationId"] == row.id
                    && path(row).replace(":.*}", "}").trim_end_matches('/') == told.trim_end_matches('/')
            });
            let path = own.map_or(told.as_str(), |row| row.path);
            let item = paths.entry(path).or_insert_with(|| json!({}));
            item[method.as_str()] = operation.clone();
        }
    }
    document
}

//# end
/// The table as an OpenAPI document, references to other components than schemas resolved.
pub fn table_document() -> Value {
    let mut paths = Map::new();
    let mut schemes = Map::new();
    for operation in TABLE {
        let path = paths
            .entry(operation.path)
            .or_insert_with(|| Value::Object(Map::new()));
        path[operation.method.to_lowercase()] = described(operation);
        for demand in operation.security.iter().copied().flatten() {
            schemes.insert(demand.scheme.name.to_owned(), scheme(demand.scheme));
        }
    }
    let schemas: Map<String, Value> = SCHEMAS
        .iter()
        .map(|component| (component.name.to_owned(), component.schema.parse()))
        .collect();
    json!({
        "info": serde_json::from_str::<Value>(INFO).unwrap_or_default(),
        "tags": serde_json::from_str::<Value>(TAGS).unwrap_or_default(),
        "paths": paths,
        "components": { "schemas": schemas, "securitySchemes": schemes },
    })
}

fn described(operation: &Operation) -> Value {
    let mut out = Map::new();
    let mut text = |key: &str, text: Option<&str>| {
        if let Some(text) = text {
            out.insert(key.to_owned(), text.into());
        }
    };
    text("operationId", Some(operation.id));
    text("summary", operation.summary);
    text("description", operation.description);
    if !operation.tags.is_empty() {
        out.insert("tags".to_owned(), operation.tags.into());
    }
    if operation.deprecated {
        out.insert("deprecated".to_owned(), true.into());
    }
    if let Some(pagination) = operation.pagination {
        let pagination = serde_json::from_str(pagination).unwrap_or_default();
        out.insert("x-dropshot-pagination".to_owned(), pagination);
    }
    if operation.websocket {
        out.insert("x-dropshot-websocket".to_owned(), json!({}));
    }
    if !operation.parameters.is_empty() {
        let parameters = operation.parameters.iter().map(parameter);
        out.insert("parameters".to_owned(), parameters.collect());
    }
    if let Some(body) = &operation.body {
        let mut row = json!({ "content": { body.media: carried(Some(body.schema)) } });
        //# if forms or parts
        if !body.encoding.is_empty() {
            row["content"][body.media]["encoding"] = encodings(body.encoding);
        }
        //# end
        //# if several
        for other in body.others {
            row["content"][other.media] = carried(Some(other.schema));
            //# if forms or parts
            if !other.encoding.is_empty() {
                row["content"][other.media]["encoding"] = encodings(other.encoding);
            }
            //# end
        }
        //# end
        //# if described
        if let Some(description) = body.description {
            row["description"] = description.into();
        }
        //# end
        if body.required {
            row["required"] = true.into();
        }
        if let Some(max_bytes) = body.max_bytes {
            row["x-max-body-bytes"] = max_bytes.into();
        }
        out.insert("requestBody".to_owned(), row);
    }
    let responses: Map<String, Value> = operation
        .responses
        .iter()
        .map(|row| (key(row.status), response(row)))
        .collect();
    out.insert("responses".to_owned(), responses.into());
    let security = operation.security.iter().map(|alternative| {
        let demands = alternative.iter();
        let demands = demands.map(|demand| (demand.scheme.name.to_owned(), demand.scopes.into()));
        Value::Object(demands.collect())
    });
    out.insert("security".to_owned(), security.collect());
    Value::Object(out)
}

//# if forms or parts
fn encodings(rows: &[Encoding]) -> Value {
    let mut out = json!({});
    for row in rows {
        let mut written = json!({});
        if let Some(content_type) = row.content_type {
            written["contentType"] = content_type.into();
        }
        if let Some(style) = row.style {
            written["style"] = style.into();
        }
        if let Some(explode) = row.explode {
            written["explode"] = explode.into();
        }
        out[row.name] = written;
    }
    out
}

//# end
fn key(status: Status) -> String {
    match status {
        Status::Code(code) => code.to_string(),
        Status::Range(hundred) => format!("{hundred}XX"),
        Status::Default => "default".to_owned(),
    }
}

fn parameter(row: &Parameter) -> Value {
    let place = row.location.as_str();
    let schema = json!(row.schema.used());
    let mut out = json!({ "name": row.name, "in": place });
    match row.form {
        Form::Usual => out["schema"] = schema,
        Form::Styled(style, explode) => {
            out["schema"] = schema;
            if let Some(style) = style {
                out["style"] = style.as_str().into();
            }
            if let Some(explode) = explode {
                out["explode"] = explode.into();
            }
        }
        Form::Content(media) => out["content"] = json!({ media: { "schema": schema } }),
    }
    if let Some(description) = row.description {
        out["description"] = description.into();
    }
    if row.required {
        out["required"] = true.into();
    }
    out
}

fn response(row: &Response) -> Value {
    let mut out = json!({ "description": row.description });
    if !row.headers.is_empty() {
        let headers: Map<String, Value> = row.headers.iter().map(header).collect();
        out["headers"] = headers.into();
    }
    if let Some(media) = row.media {
        out["content"] = json!({ media: carried(row.schema) });
        //# if negotiated
        for (media, schema) in row.others {
            out["content"][*media] = carried(*schema);
        }
        //# end
    }
    out
}

/// What stands under a media type.
fn carried(schema: Option<&Schema>) -> Value {
    match schema.map(Schema::used) {
        //# if unsaid
        // The table's way to write that nothing is said.
        None | Some(Value::Bool(true)) => json!({}),
        //# else
        //= None => json!({}),
        //# end
        Some(schema) => json!({ "schema": schema }),
    }
}

fn header(row: &Header) -> (String, Value) {
    let mut out = json!({ "schema": row.schema.used() });
    if let Some(description) = row.description {
        out["description"] = description.into();
    }
    if row.required {
        out["required"] = true.into();
    }
    (row.name.to_owned(), out)
}

fn scheme(row: &Scheme) -> Value {
    let mut out = match row.kind {
        SchemeKind::Bearer => json!({ "type": "http", "scheme": "bearer" }),
        SchemeKind::Basic => json!({ "type": "http", "scheme": "basic" }),
        SchemeKind::OAuth2 => json!({ "type": "oauth2" }),
        SchemeKind::OpenIdConnect => json!({ "type": "openIdConnect" }),
        SchemeKind::ApiKey(place, name) => {
            json!({ "type": "apiKey", "in": place.as_str(), "name": name })
        }
    };
    let annotations: Map<String, Value> = serde_json::from_str(row.annotations).unwrap_or_default();
    for (key, value) in annotations {
        out[key] = value;
    }
    out
}
