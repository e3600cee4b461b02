//! The document as the emitters need it: operations with references resolved, schemas as JSON.
//!
//! Built only from a document that passed [`crate::check()`]; what is missing then is simply empty here.

mod lower;

use serde_json::{Map, Value};

pub(crate) use lower::{METHODS, MediaKind, follow, lower, media_kind};

/// A whole document.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) title: String,
    pub(crate) version: String,
    pub(crate) operations: Vec<Operation>,
    /// Component schemas in the order of the document, in OpenAPI's dialect.
    pub(crate) schemas: Map<String, Value>,
    pub(crate) security_schemes: Vec<SecurityScheme>,
}

/// One operation.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    /// Upper case.
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) summary: Option<String>,
    pub(crate) description: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) deprecated: bool,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) body: Option<Body>,
    /// In the order of statuses.
    pub(crate) responses: Vec<Response>,
    /// Alternatives; each names schemes that must all be met. Empty: no credentials are asked for.
    pub(crate) security: Vec<Vec<String>>,
    pub(crate) tool: Option<Tool>,
    pub(crate) pagination: Option<Value>,
}

/// A path, query or header parameter.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) location: Location,
    pub(crate) required: bool,
    pub(crate) description: Option<String>,
    pub(crate) schema: Value,
}

/// Where a parameter is carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
}

/// A request body.
#[derive(Debug)]
pub(crate) struct Body {
    pub(crate) media: String,
    pub(crate) required: bool,
    pub(crate) schema: Value,
    pub(crate) max_bytes: Option<u64>,
}

/// A documented response.
#[derive(Debug)]
pub(crate) struct Response {
    pub(crate) status: u16,
    pub(crate) description: String,
    pub(crate) headers: Vec<Header>,
    pub(crate) content: Content,
}

/// A documented response header.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) required: bool,
    pub(crate) schema: Value,
}

/// What a response carries.
#[derive(Debug)]
pub(crate) enum Content {
    /// Nothing.
    Empty,
    /// JSON of this schema.
    Json(Value),
    /// `text/event-stream` whose data are JSON of this schema.
    Events(Value),
    /// Other text, by media type, and what the document says of it.
    Text(String, Option<Value>),
    /// Bytes, by media type, and what the document says of them.
    Bytes(String, Option<Value>),
}

/// A security scheme.
#[derive(Debug)]
pub(crate) struct SecurityScheme {
    pub(crate) name: String,
    pub(crate) kind: SecurityKind,
}

/// How credentials of a scheme travel.
#[derive(Debug)]
pub(crate) enum SecurityKind {
    Bearer,
    /// A key in this header.
    ApiKey {
        header: String,
    },
}

/// An operation offered to agents.
#[derive(Debug)]
pub(crate) struct Tool {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) approval: bool,
}

impl Operation {
    pub(crate) fn successes(&self) -> impl Iterator<Item = &Response> {
        self.responses
            .iter()
            .filter(|response| response.status < 400)
    }

    pub(crate) fn errors(&self) -> impl Iterator<Item = &Response> {
        self.responses
            .iter()
            .filter(|response| response.status >= 400)
    }
}

impl Content {
    pub(crate) fn schema(&self) -> Option<&Value> {
        match self {
            Content::Json(schema) | Content::Events(schema) => Some(schema),
            Content::Text(_, schema) | Content::Bytes(_, schema) => schema.as_ref(),
            Content::Empty => None,
        }
    }

    pub(crate) fn media(&self) -> Option<&str> {
        match self {
            Content::Json(_) => Some("application/json"),
            Content::Events(_) => Some("text/event-stream"),
            Content::Text(media, _) | Content::Bytes(media, _) => Some(media),
            Content::Empty => None,
        }
    }
}
