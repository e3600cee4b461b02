// Made from small.yaml by the test `snapshot`; do not edit.
//! What dropshot is told of an operation, all of it from the table.

use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;

use async_trait::async_trait;
use dropshot::{
    ApiDescription, ApiDescriptionRegisterError, ApiEndpoint, ApiEndpointBodyContentType,
    ApiEndpointParameter, ApiEndpointResponse, ApiEndpointVersions, Body, ErrorStatusCode,
    ExclusiveExtractor, ExtensionMode, ExtractorMetadata, HttpError, HttpResponse,
    HttpResponseError, HttpResponseHeaders, HttpResponseOk, MultipartBody, Path, Query,
    RequestContext, ServerContext, SharedExtractor, StubContext, TypedBody, UntypedBody,
};
use http::{Response, StatusCode};
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema as Schema08;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value, json};

use super::super::api::Api;
use super::super::document::TABLE;
use super::call::{Context, Handled, options};
use super::schema::{Schema, needed_by, resolve};
use super::table::{Form, Location, Operation, Parameter, Reading, Status};

/// An operation as a type, so that dropshot's type-level metadata can be read from the table.
pub(crate) trait Described: Send + Sync + 'static {
    /// The operation's row.
    fn table() -> &'static Operation;
    /// The methods that its path allows, as for `Allow`.
    const ALLOW: &'static str;
    /// The schema of its errors; operations that have one in common have one type.
    type Error: JsonSchema + Send + Sync + 'static;
}

/// A request that dropshot has routed; generated code reads the rest itself.
pub(crate) struct Incoming<O> {
    request: http::Request<Body>,
    operation: PhantomData<fn() -> O>,
}

impl<O> Incoming<O> {
    pub(super) fn into_parts(self) -> (http::request::Parts, Body) {
        self.request.into_parts()
    }
}

#[async_trait]
impl<O: Described> ExclusiveExtractor for Incoming<O> {
    async fn from_request<C: ServerContext>(
        _context: &RequestContext<C>,
        request: http::Request<Body>,
    ) -> Result<Self, HttpError> {
        Ok(Self {
            request,
            operation: PhantomData,
        })
    }

    fn metadata(media: ApiEndpointBodyContentType) -> ExtractorMetadata {
        let mut parameters =
            <Path<Shape<O, InPath>> as SharedExtractor>::metadata(media.clone()).parameters;
        parameters.extend(
            <Query<Shape<O, InQuery>> as SharedExtractor>::metadata(media.clone()).parameters,
        );
        parameters.extend(
            <dropshot::Header<Shape<O, InHeader>> as SharedExtractor>::metadata(media.clone())
                .parameters,
        );
        // Dropshot lists them place by place, and the document as it likes. The name is not to be had otherwise.
        let place = |parameter: &ApiEndpointParameter| {
            let name = format!("{:?}", parameter.metadata);
            let rows = O::table().parameters.iter();
            let names = rows.map(|row| format!("{:?}({:?})", row.location, row.name));
            names.into_iter().position(|known| known == name)
        };
        parameters.sort_by_key(place);
        match &O::table().body {
            Some(body) if body.media == "multipart/form-data" => {
                parameters.extend(<MultipartBody as ExclusiveExtractor>::metadata(media).parameters)
            }
            Some(body) if body.reading == Reading::Stream => {
                parameters.extend(<UntypedBody as ExclusiveExtractor>::metadata(media).parameters)
            }
            Some(_) => parameters.extend(
                <TypedBody<Shape<O, InBody>> as ExclusiveExtractor>::metadata(media).parameters,
            ),
            None => {}
        }
        let extension_mode = match O::table().pagination {
            Some(json) => ExtensionMode::Paginated(serde_json::from_str(json).unwrap_or_default()),
            None if O::table().websocket => ExtensionMode::Websocket,
            None => ExtensionMode::None,
        };
        ExtractorMetadata {
            extension_mode,
            parameters,
        }
    }
}

/// A finished answer of an operation.
pub(crate) struct Outgoing<O> {
    response: Response<Body>,
    operation: PhantomData<fn() -> O>,
}

impl<O> Outgoing<O> {
    pub(super) fn new(response: Response<Body>) -> Self {
        Self {
            response,
            operation: PhantomData,
        }
    }
}

impl<O: Described> HttpResponse for Outgoing<O> {
    fn to_result(self) -> Result<Response<Body>, HttpError> {
        Ok(self.response)
    }

    /// Dropshot's document knows one success; the table knows them all.
    fn response_metadata() -> ApiEndpointResponse {
        let Some(success) = O::table().success() else {
            return ApiEndpointResponse::default();
        };
        let json = HttpResponseHeaders::<HttpResponseOk<Shape<O, InSuccess>>, Shape<O, InAnswer>>::response_metadata();
        let empty = dropshot::HttpResponseUpdatedNoContent::response_metadata();
        let schema = match success.media {
            Some("application/json") => json.schema,
            Some(_) => None,
            None => empty.schema,
        };
        let status = match success.status {
            Status::Code(status) => StatusCode::from_u16(status).ok(),
            Status::Range(_) | Status::Default => None,
        };
        ApiEndpointResponse {
            schema,
            headers: json.headers,
            success: status,
            description: Some(success.description.to_owned()),
        }
    }

    fn status_code(&self) -> StatusCode {
        self.response.status()
    }
}

/// The error type that dropshot is told of. Handlers answer errors as values, so none is ever sent.
pub(crate) struct Unreachable<E> {
    error: HttpError,
    schema: PhantomData<fn() -> E>,
}

impl<E> From<HttpError> for Unreachable<E> {
    fn from(error: HttpError) -> Self {
        Self {
            error,
            schema: PhantomData,
        }
    }
}

impl<E> fmt::Display for Unreachable<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.error.fmt(f)
    }
}

impl<E> Serialize for Unreachable<E> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json!({ "message": self.error.external_message }).serialize(serializer)
    }
}

impl<E: JsonSchema> JsonSchema for Unreachable<E> {
    fn schema_name() -> String {
        E::schema_name()
    }

    fn is_referenceable() -> bool {
        E::is_referenceable()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema08 {
        E::json_schema(generator)
    }
}

impl<E: JsonSchema + Send + Sync + 'static> HttpResponseError for Unreachable<E> {
    fn status_code(&self) -> ErrorStatusCode {
        self.error.status_code
    }
}

/// Adds an operation to dropshot's description, and HEAD beside GET unless the document has its own.
pub(crate) fn register<A: Api, O: Described, H, F>(
    description: &mut ApiDescription<Arc<A>>,
    handler: H,
) -> Result<(), ApiDescriptionRegisterError>
where
    H: Fn(Context<A>, Incoming<O>) -> F + Copy + Send + Sync + 'static,
    F: Future<Output = Handled<O>> + Send + 'static,
{
    let operation = O::table();
    let endpoint = |method, id: String| {
        let versions = ApiEndpointVersions::All;
        dress(
            ApiEndpoint::new(
                id,
                handler,
                method,
                media::<O>(),
                &path(operation),
                versions,
            ),
            operation,
        )
    };
    let method = method::<O>();
    if method == http::Method::GET && !declares(operation.path, "HEAD") {
        description.register(
            endpoint(http::Method::HEAD, format!("{}_head", operation.id)).visible(false),
        )?;
    }
    description.register(endpoint(method, operation.id.to_owned()))
}

/// Adds an operation to a description that nobody implements: for dropshot's document.
pub(crate) fn register_stub<O: Described>(
    description: &mut ApiDescription<StubContext>,
) -> Result<(), ApiDescriptionRegisterError> {
    let operation = O::table();
    let id = operation.id.to_owned();
    let versions = ApiEndpointVersions::All;
    let endpoint = ApiEndpoint::new_for_types::<(Incoming<O>,), Handled<O>>(
        id,
        method::<O>(),
        media::<O>(),
        &path(operation),
        versions,
    );
    description.register(dress(endpoint, operation))
}

fn method<O: Described>() -> http::Method {
    http::Method::from_bytes(O::table().method.as_bytes()).unwrap_or(http::Method::GET)
}

/// The media type as far as dropshot knows it; the table knows the others.
fn media<O: Described>() -> &'static str {
    const KNOWN: [&str; 4] = [
        "application/json",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
    ];
    let media = O::table().body.as_ref().map(|body| body.media);
    media
        .and_then(|media| KNOWN.into_iter().find(|known| *known == media))
        .unwrap_or("application/json")
}

/// The path in dropshot's terms: a last variable that is a list takes all segments that are left.
fn path(operation: &Operation) -> String {
    let path = operation.path.to_owned();
    match operation.rest() {
        Some(rest) => {
            let (plain, rest) = (
                format!("{{{}}}", rest.name),
                format!("{{{}:.*}}", rest.name),
            );
            path.replace(&plain, &rest)
        }
        None => path,
    }
}

fn dress<C: ServerContext>(mut endpoint: ApiEndpoint<C>, operation: &Operation) -> ApiEndpoint<C> {
    endpoint.summary = operation.summary.map(str::to_owned);
    endpoint.description = operation.description.map(str::to_owned);
    endpoint.tags = operation.tags.iter().map(|tag| (*tag).to_owned()).collect();
    endpoint.deprecated = operation.deprecated;
    endpoint.request_body_max_bytes = operation.body.as_ref().and_then(|body| body.max_bytes);
    endpoint
}

/// Whether the document has an operation of this method at this path.
fn declares(path: &str, method: &str) -> bool {
    let mut operations = TABLE.iter();
    operations.any(|operation| operation.path == path && operation.method == method)
}

/// Adds OPTIONS for the path of an operation, and HEAD where the path has no GET; both stay out of the document, and what it
/// declares is not added.
pub(crate) fn register_options<A: Api, O: Described>(
    description: &mut ApiDescription<Arc<A>>,
) -> Result<(), ApiDescriptionRegisterError> {
    let operation = O::table();
    let has_get = declares(operation.path, "GET");
    let wanted = [
        (http::Method::OPTIONS, true),
        (http::Method::HEAD, !has_get),
    ];
    for (method, _) in wanted
        .into_iter()
        .filter(|(method, is_wanted)| *is_wanted && !declares(operation.path, method.as_str()))
    {
        let id = format!("{}_{}", operation.id, method.as_str().to_lowercase());
        let versions = ApiEndpointVersions::All;
        let endpoint = ApiEndpoint::new(
            id,
            options::<A, O>,
            method,
            media::<O>(),
            &path(operation),
            versions,
        );
        description.register(endpoint.visible(false))?;
    }
    Ok(())
}

/// Inserts a component and all that it needs, and gives the reference to it.
pub(crate) fn component(schema: &Schema, generator: &mut SchemaGenerator) -> Schema08 {
    let own = schema.parse();
    define(&own, generator);
    described(&own)
}

fn define(schema: &Value, generator: &mut SchemaGenerator) {
    for (name, schema) in needed_by(schema) {
        generator
            .definitions_mut()
            .entry(name.to_owned())
            .or_insert_with(|| described(&schema));
    }
}

/// A schema of the document in schemars' terms: the bounds are written otherwise, all else is the same.
fn described(schema: &Value) -> Schema08 {
    let mut schema = schema.clone();
    bounds(&mut schema);
    serde_json::from_value(schema).unwrap_or(Schema08::Bool(false))
}

fn bounds(schema: &mut Value) {
    match schema {
        Value::Object(members) => {
            for (bound, flag) in [
                ("minimum", "exclusiveMinimum"),
                ("maximum", "exclusiveMaximum"),
            ] {
                match members.get(flag) {
                    Some(Value::Bool(true)) => {
                        let value = members.shift_remove(bound).unwrap_or_default();
                        members.insert(flag.to_owned(), value);
                    }
                    Some(Value::Bool(false)) => {
                        members.shift_remove(flag);
                    }
                    Some(_) | None => {}
                }
            }
            members.values_mut().for_each(bounds);
        }
        Value::Array(items) => items.iter_mut().for_each(bounds),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The parameters of one place as a flat object, the form in which dropshot takes them.
struct Shape<O, P>(PhantomData<fn() -> (O, P)>);

/// Marks the path's parameters.
struct InPath;
/// Marks the query's parameters.
struct InQuery;
/// Marks the header parameters.
struct InHeader;
/// Marks the headers of the success.
struct InAnswer;
/// Marks the body of the request.
struct InBody;
/// Marks the body of the success.
struct InSuccess;

/// Lists name, requiredness, description and schema of what stands in one place.
trait Place: 'static {
    /// Whether dropshot takes nothing but single values there.
    const IS_ROUTED: bool = false;

    fn list(
        operation: &'static Operation,
    ) -> Vec<(&'static str, bool, Option<&'static str>, &'static Schema)>;
}

macro_rules! places {
    ($($place:ident => $location:ident,)+) => {
        $(impl Place for $place {
            const IS_ROUTED: bool = matches!(Location::$location, Location::Path | Location::Query);

            fn list(operation: &'static Operation) -> Vec<(&'static str, bool, Option<&'static str>, &'static Schema)> {
                operation
                    .parameters
                    .iter()
                    .filter(|parameter| parameter.location == Location::$location)
                    .map(|parameter| (parameter.name, parameter.required, parameter.description, told(parameter)))
                    .collect()
            }
        })+
    };
}

places! {
    InPath => Path,
    InQuery => Query,
    InHeader => Header,
}

/// What dropshot is told of a parameter: of JSON, that it is text.
fn told(parameter: &Parameter) -> &'static Schema {
    static TEXT: Schema = Schema::inline("{\"type\":\"string\"}");
    match parameter.form {
        Form::Content(_) => &TEXT,
        Form::Usual | Form::Styled(..) => parameter.schema,
    }
}

/// Whether dropshot sees that a schema's values are single.
fn is_single(schema: &Value) -> bool {
    let schema = resolve(schema);
    let parts = |keyword: &str| schema.get(keyword).and_then(Value::as_array);
    let combines = ["allOf", "anyOf", "oneOf"].into_iter().filter_map(parts);
    match (schema.get("type").and_then(Value::as_str), combines.collect::<Vec<_>>().as_slice()) {
        (Some("string" | "integer" | "number" | "boolean"), []) => schema.get("not").is_none(),
        (None, [parts]) if schema.get("not").is_none() && schema.get("enum").is_none() => {
            let is_one = parts.len() == 1 || schema.get("oneOf").is_some();
            is_one && parts.iter().all(is_single)
        }
        _ => false,
    }
}

impl Place for InAnswer {
    fn list(
        operation: &'static Operation,
    ) -> Vec<(&'static str, bool, Option<&'static str>, &'static Schema)> {
        let headers = operation
            .success()
            .map_or(&[][..], |response| response.headers);
        headers
            .iter()
            .map(|header| {
                (
                    header.name,
                    header.required,
                    header.description,
                    header.schema,
                )
            })
            .collect()
    }
}

/// A whole body: a component by name, any other schema where it stands.
macro_rules! bodies {
    ($($place:ident => $find:expr,)+) => {
        $(impl<O: Described> JsonSchema for Shape<O, $place> {
            fn schema_name() -> String {
                let find: fn(&'static Operation) -> Option<&'static Schema> = $find;
                find(O::table()).map_or_else(String::new, Schema::title)
            }

            fn is_referenceable() -> bool {
                let find: fn(&'static Operation) -> Option<&'static Schema> = $find;
                find(O::table()).is_some_and(|schema| schema.name.is_some())
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema08 {
                let find: fn(&'static Operation) -> Option<&'static Schema> = $find;
                find(O::table()).map_or(Schema08::Bool(false), |schema| component(schema, generator))
            }
        })+
    };
}

bodies! {
    InBody => |operation| operation.body.as_ref().map(|body| body.schema),
    InSuccess => |operation| operation.success().and_then(|success| success.schema),
}

impl<O: Described, P: Place> JsonSchema for Shape<O, P> {
    fn schema_name() -> String {
        O::table().id.to_owned()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema08 {
        let mut properties = Map::new();
        let mut required = Vec::new();
        for (name, is_required, description, schema) in P::list(O::table()) {
            let mut own = schema.used();
            let rest = O::table().rest();
            if P::IS_ROUTED && rest.is_none_or(|rest| rest.name != name) {
                // Dropshot takes single values there; the table has it right.
                own = schema.once().unwrap_or(own);
                if !is_single(&own) {
                    own = json!({ "type": "string" });
                }
            }
            define(&own, generator);
            if let Some(description) = description {
                // Dropshot takes the description of a parameter from its schema, where a reference has no room for one.
                if own.get("$ref").is_some() {
                    own = json!({ "allOf": [own] });
                }
                own["description"] = description.into();
            }
            properties.insert(name.to_owned(), own);
            if is_required {
                required.push(name);
            }
        }
        described(&json!({ "type": "object", "properties": properties, "required": required }))
    }
}

/// Never read by dropshot: the generated handler reads the request itself.
impl<'de, O, P> Deserialize<'de> for Shape<O, P> {
    fn deserialize<D: Deserializer<'de>>(_deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(PhantomData))
    }
}

/// Never written by dropshot: the generated answer has its headers already.
impl<O, P> Serialize for Shape<O, P> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_unit()
    }
}
