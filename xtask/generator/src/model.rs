//! The document as the emitters need it: operations with references resolved, schemas as JSON.
//!
//! Built only from a document that passed [`crate::check()`]; what is missing then is simply empty here.

mod content;
mod inline;
mod lower;
mod names;
pub(crate) mod routes;
mod security;
mod status;
mod style;

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::schema::side::Side;
use crate::schema::{implied_type, reachable, resolved};

pub(crate) use content::{BodyKind, Content, MediaKind, media_kind, media_names};
pub(crate) use lower::{MAX_REFERENCES, METHODS, follow, lower, made_id};
pub(crate) use security::{Demand, SecurityKind, SecurityScheme};
pub(crate) use status::{Status, Takes, own_answers};
pub(crate) use style::Style;

/// A whole document.
#[derive(Debug)]
pub(crate) struct Model {
    pub(crate) title: String,
    pub(crate) version: String,
    /// `info` as it is written.
    pub(crate) info: Value,
    /// `tags` as they are written; an empty list when there are none.
    pub(crate) tags: Value,
    pub(crate) operations: Vec<Operation>,
    /// Component schemas in the order of the document, in OpenAPI's dialect.
    pub(crate) written: Map<String, Value>,
    /// The same with what extends others laid out: what types and validation are made of.
    pub(crate) schemas: Map<String, Value>,
    /// Schemas that stand inline in bodies and answers and need a type, by its name. The document doesn't know these names.
    pub(crate) inline: Map<String, Value>,
    pub(crate) security_schemes: Vec<SecurityScheme>,
}

/// One operation.
#[derive(Debug)]
pub(crate) struct Operation {
    pub(crate) id: String,
    /// What it is called in Rust: the id, where nothing else of the generated code is called so.
    pub(crate) name: String,
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
    pub(crate) security: Vec<Vec<Demand>>,
    pub(crate) tool: Option<Tool>,
    pub(crate) pagination: Option<Value>,
    /// `x-dropshot-websocket`: the request asks for another protocol.
    pub(crate) websocket: bool,
}

/// A path, query, header or cookie parameter.
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    /// The component that it is, where it stands by reference.
    pub(crate) component: Option<String>,
    pub(crate) name: String,
    pub(crate) location: Location,
    pub(crate) required: bool,
    pub(crate) description: Option<String>,
    /// As it is written; most documents leave it out.
    pub(crate) style: Option<Style>,
    /// As it is written.
    pub(crate) explode: Option<bool>,
    /// The media type of what is written as JSON.
    pub(crate) media: Option<String>,
    pub(crate) schema: Value,
}

/// Where a parameter is carried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Location {
    Path,
    Query,
    Header,
    Cookie,
}

impl Location {
    /// The place that a document calls so.
    pub(crate) fn of(text: &str) -> Option<Self> {
        match text {
            "path" => Some(Self::Path),
            "query" => Some(Self::Query),
            "header" => Some(Self::Header),
            "cookie" => Some(Self::Cookie),
            _ => None,
        }
    }
}

/// A request body.
#[derive(Debug)]
pub(crate) struct Body {
    /// What is said of it; of the first media type only, for it is the body's.
    pub(crate) description: Option<String>,
    pub(crate) media: String,
    pub(crate) kind: BodyKind,
    pub(crate) required: bool,
    pub(crate) schema: Value,
    pub(crate) max_bytes: Option<u64>,
    pub(crate) encoding: Vec<Encoding>,
    /// What may come in its place, of other media types.
    pub(crate) others: Vec<Body>,
}

/// How a field of a form is written, as the document says it.
#[derive(Debug)]
pub(crate) struct Encoding {
    pub(crate) name: String,
    pub(crate) content_type: Option<String>,
    pub(crate) style: Option<String>,
    pub(crate) explode: Option<bool>,
}

/// A documented response.
#[derive(Debug)]
pub(crate) struct Response {
    /// The component that it is, where it stands by reference.
    pub(crate) component: Option<String>,
    /// Whether the document has it; one that says nothing of its answers gets one that may be anything.
    pub(crate) is_written: bool,
    pub(crate) status: Status,
    pub(crate) description: String,
    pub(crate) headers: Vec<Header>,
    pub(crate) content: Content,
    /// What it may carry instead, of other media types.
    pub(crate) others: Vec<Content>,
    /// The operation whose answer it is, where it carries one of several things: their type is named after it. Nothing
    /// otherwise, for what operations share is compared.
    pub(crate) operation: String,
}

/// A documented response header.
#[derive(Debug, Clone)]
pub(crate) struct Header {
    /// The component that it is, where it stands by reference.
    pub(crate) component: Option<String>,
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) required: bool,
    pub(crate) schema: Value,
}

/// An operation offered to agents.
#[derive(Debug)]
pub(crate) struct Tool {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) approval: bool,
}

impl Model {
    /// The paths of all operations, each with whether its last variable takes all that is left.
    pub(crate) fn routes(&self) -> impl Iterator<Item = routes::Route<'_>> {
        self.operations
            .iter()
            .map(|operation| (operation.path.as_str(), operation.takes_rest(&self.schemas)))
    }

    /// The prefixes below which dropshot cannot tell paths apart.
    pub(crate) fn crowded(&self) -> Vec<String> {
        routes::crowded(self.routes())
    }

    /// All schemas that become types of their own, by name.
    pub(crate) fn types(&self) -> impl Iterator<Item = (&String, &Value)> {
        self.schemas.iter().chain(&self.inline)
    }

    /// Whether there are members that only one side may send.
    pub(crate) fn has_one_way_members(&self) -> bool {
        let is_one_way = |schema: &Value| {
            let marked = |side: Side| schema.get(side.refused()) == Some(&Value::Bool(true));
            marked(Side::Request) || marked(Side::Answer)
        };
        self.has_schema(&is_one_way)
    }

    /// Whether there are schemas that leave it to their keywords to say of which type they are.
    pub(crate) fn has_untyped_schemas(&self) -> bool {
        self.has_schema(&|schema| implied_type(schema).is_some())
    }

    /// Whether some body or answer has a media type of which nothing more is said.
    pub(crate) fn leaves_content_unsaid(&self) -> bool {
        let bodies = self.operations.iter().flat_map(Operation::bodies);
        let responses = { self.operations.iter() }.flat_map(|operation| &operation.responses);
        let answers = responses.flat_map(Response::contents);
        { bodies.map(|body| &body.schema) }
            .chain(answers.filter_map(Content::schema))
            .any(Value::is_boolean)
    }

    /// Whether any schema, or any that stands in one, is such.
    pub(crate) fn has_schema(&self, test: &dyn Fn(&Value) -> bool) -> bool {
        fn is_in(schema: &Value, test: &dyn Fn(&Value) -> bool) -> bool {
            let below = |(keyword, value): (&String, &Value)| match (keyword.as_str(), value) {
                ("properties", Value::Object(members)) => {
                    members.values().any(|member| is_in(member, test))
                }
                ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                    parts.iter().any(|part| is_in(part, test))
                }
                ("items" | "not" | "additionalProperties", value) => is_in(value, test),
                (_, _) => false,
            };
            test(schema) || schema.as_object().into_iter().flatten().any(below)
        }
        let components = self.schemas.values();
        let parameters = { self.operations.iter() }.flat_map(|operation| &operation.parameters);
        let parameters = parameters.map(|parameter| &parameter.schema);
        let bodies = { self.operations.iter() }.filter_map(|o| Some(&o.body.as_ref()?.schema));
        let responses = { self.operations.iter() }.flat_map(|operation| &operation.responses);
        let answers = responses
            .clone()
            .filter_map(|response| response.content.schema());
        let headers = responses.flat_map(|response| &response.headers);
        let headers = headers.map(|header| &header.schema);
        components
            .chain(parameters)
            .chain(bodies)
            .chain(answers)
            .chain(headers)
            .any(|schema| is_in(schema, test))
    }

    /// The types that values of a side have, by name: what goes that way is of no other.
    pub(crate) fn sent_by(&self, side: Side) -> BTreeSet<String> {
        let bodies = self
            .operations
            .iter()
            .filter_map(|o| Some(&o.body.as_ref()?.schema));
        let answers = { self.operations.iter() }
            .flat_map(|operation| &operation.responses)
            .filter_map(|response| response.content.schema());
        let sent: Vec<&Value> = match side {
            Side::Request => bodies.collect(),
            Side::Answer => answers.collect(),
        };
        let inline = sent.iter().filter_map(|schema| self.inline_name(schema));
        let mut names: BTreeSet<String> = inline.map(str::to_owned).collect();
        for schema in sent {
            names.extend(reachable(schema, &self.schemas));
        }
        names
    }

    /// The name of the type of an inline schema.
    pub(crate) fn inline_name(&self, schema: &Value) -> Option<&str> {
        let (name, _) = self.inline.iter().find(|(_, known)| *known == schema)?;
        Some(name)
    }
}

impl Response {
    /// What it carries where generated code writes it, as an error: JSON, else text, else what comes first.
    pub(crate) fn own_content(&self) -> &Content {
        let kind = |content: &&Content| content.media().map(media_kind);
        self.contents().min_by_key(kind).unwrap_or(&self.content)
    }

    /// All that it may carry.
    pub(crate) fn contents(&self) -> impl Iterator<Item = &Content> {
        std::iter::once(&self.content).chain(&self.others)
    }
}

impl Body {
    /// Whether the operation reads it as it comes: then it is no value, nor one of several things.
    pub(crate) fn is_stream(&self) -> bool {
        self.others.is_empty() && !self.kind.is_value()
    }
}

impl Operation {
    /// The body, of each media type that it may have.
    pub(crate) fn bodies(&self) -> impl Iterator<Item = &Body> {
        self.body
            .iter()
            .flat_map(|body| std::iter::once(body).chain(&body.others))
    }

    /// The answers that are no errors; `default` is one where the document names no other.
    pub(crate) fn successes(&self) -> impl Iterator<Item = &Response> {
        self.responses
            .iter()
            .filter(|response| self.is_success(response))
    }

    pub(crate) fn errors(&self) -> impl Iterator<Item = &Response> {
        self.responses
            .iter()
            .filter(|response| !self.is_success(response))
    }

    fn is_success(&self, response: &Response) -> bool {
        response.status.is_success().unwrap_or_else(|| {
            !self
                .responses
                .iter()
                .any(|other| other.status.is_success() == Some(true))
        })
    }

    /// The answers in whose shape generated code may have to answer itself: the errors, and `default` where that is the only
    /// answer, for it says something of every status.
    pub(crate) fn shapes_of_errors(&self) -> impl Iterator<Item = &Response> {
        self.responses.iter().filter(|response| {
            response.is_written
                && (response.status == Status::Default || !self.is_success(response))
        })
    }

    /// Whether generated code answers something by itself that the document doesn't name here.
    pub(crate) fn answers_undocumented(&self) -> bool {
        let own = own_answers(Takes {
            body: self.body.is_some(),
            parameters: !self.parameters.is_empty(),
            credentials: self.is_secured(),
            upgrade: self.websocket,
        });
        let is_documented = |code| {
            let mut all = self.responses.iter();
            all.any(|response| response.is_written && response.status.covers(code))
        };
        own.into_iter().any(|(code, _)| !is_documented(code))
    }

    /// The parts of the body that the document names, with their schemas.
    pub(crate) fn parts<'a>(
        &'a self,
        components: &'a Map<String, Value>,
    ) -> impl Iterator<Item = (&'a String, &'a Value)> {
        let mut bodies = self.bodies();
        let body = bodies.find(|body| body.kind == BodyKind::Parts);
        body.and_then(|body| {
            resolved(&body.schema, components)
                .get("properties")?
                .as_object()
        })
        .into_iter()
        .flatten()
    }

    /// Whether the last variable of the path is a list that takes all that is left.
    pub(crate) fn takes_rest(&self, components: &Map<String, Value>) -> bool {
        let last = self.path.rsplit('/').next().unwrap_or_default();
        let name = last
            .strip_prefix('{')
            .and_then(|last| last.strip_suffix('}'));
        self.parameters.iter().any(|parameter| {
            parameter.location == Location::Path
                && Some(parameter.name.as_str()) == name
                && matches!(parameter.style, None | Some(Style::Simple))
                && parameter.explode.is_none()
                && parameter.media.is_none()
                && resolved(&parameter.schema, components)["type"] == "array"
        })
    }

    /// Whether there is something to read and validate.
    pub(crate) fn takes_input(&self) -> bool {
        !self.parameters.is_empty() || self.body.is_some()
    }
}
