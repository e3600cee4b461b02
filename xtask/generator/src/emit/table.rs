//! `schemas.rs` and `document.rs`: the tables that the generated code runs on.

use std::collections::BTreeSet;

use indexmap::IndexMap;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::credentials::scheme_ident;
use super::models::type_ident;
use super::names::shouty;
use super::operations::error_schema;
use super::shared::Shared;
use super::uses::uses;
use crate::model::{
    Body, BodyKind, Content, Demand, Encoding, Header, Location, Model, Operation, Parameter,
    Response, Status, Style,
};
use crate::schema::PREFIX;

/// The schemas that stand inline in parameters, headers, bodies and answers: each text once, with its number.
pub(super) struct Inline(IndexMap<String, usize>);

impl Inline {
    pub(super) fn of(model: &Model) -> Self {
        let mut texts = IndexMap::new();
        for schema in model.operations.iter().flat_map(used_schemas) {
            if component_of(schema).is_none() {
                let next = texts.len() + 1;
                texts.entry(schema.to_string()).or_insert(next);
            }
        }
        Self(texts)
    }

    /// The static that holds a schema.
    pub(super) fn row(&self, schema: &Value) -> TokenStream {
        let name = match component_of(schema) {
            Some(name) => schema_static(name),
            // All that are used were counted.
            None => inline_name(self.0.get(&schema.to_string()).copied().unwrap_or_default()),
        };
        quote!(&schemas::#name)
    }
}

fn used_schemas(operation: &Operation) -> Vec<&Value> {
    let parameters = operation
        .parameters
        .iter()
        .map(|parameter| &parameter.schema);
    let body = operation.bodies().map(|body| &body.schema);
    let answers = operation
        .responses
        .iter()
        .flat_map(Response::contents)
        .filter_map(Content::schema);
    let headers = operation
        .responses
        .iter()
        .flat_map(|response| &response.headers)
        .map(|header| &header.schema);
    parameters
        .chain(body)
        .chain(answers)
        .chain(headers)
        .collect()
}

/// The component that a schema is: a `$ref` and nothing else.
fn component_of(schema: &Value) -> Option<&str> {
    schema.get("$ref")?.as_str()?.strip_prefix(PREFIX)
}

fn inline_name(number: usize) -> Ident {
    format_ident!("INLINE_{number}")
}

/// The static of a component.
pub(super) fn schema_static(name: &str) -> Ident {
    shouty(name)
}

/// Writes `schemas.rs`.
pub(super) fn schemas(model: &Model, inline: &Inline) -> TokenStream {
    let components = model.written.iter().map(|(name, schema)| {
        let (ident, json) = (schema_static(name), schema.to_string());
        let doc = format!(" `{name}`.");
        quote!(#[doc = #doc] pub(super) static #ident: Schema = Schema::component(#name, #json);)
    });
    let inline = inline.0.iter().map(|(json, number)| {
        let name = inline_name(*number);
        quote!(pub(super) static #name: Schema = Schema::inline(#json);)
    });
    let rows = model.written.keys().map(|name| {
        let ident = schema_static(name);
        quote!(Component { name: #name, schema: &#ident })
    });
    let count = model.written.len();
    let errors: BTreeSet<&str> = model.operations.iter().filter_map(error_schema).collect();
    let described = errors.iter().map(|name| {
        let (ident, schema) = (type_ident(name), schema_static(name));
        quote!(#ident = #schema #name)
    });
    let described = (!errors.is_empty()).then(|| {
        quote! {
            /// Gives the types of errors the document's own schema: dropshot asks the types for it.
            macro_rules! described {
                ($($name:ident = $schema:ident $text:literal,)+) => {
                    $(impl JsonSchema for models::$name {
                        fn schema_name() -> String {
                            $text.to_owned()
                        }

                        fn json_schema(generator: &mut SchemaGenerator) -> schemars::schema::Schema {
                            component(&$schema, generator)
                        }
                    })+
                };
            }

            described! { #(#described,)* }
        }
    });
    let needed: &[&str] = match described {
        Some(_) => &["Component", "Schema", "component"],
        None => &["Component", "Schema"],
    };
    let code = quote! {
        /// The component schemas, in the order of the document.
        pub static SCHEMAS: [Component; #count] = [#(#rows),*];

        #(#components)*

        #(#inline)*

        #described
    };
    let uses = uses(
        &code,
        &[
            ("schemars", &["JsonSchema"]),
            ("schemars::r#gen", &["SchemaGenerator"]),
            ("super", &["models"]),
            ("super::support", needed),
        ],
    );
    quote! {
        //! Every schema as the document writes it: validation and dropshot's document rest on these texts.

        #uses

        #code
    }
}

/// Writes `document.rs`.
pub(super) fn document(model: &Model, inline: &Inline) -> TokenStream {
    let mut shared = Shared::of(model);
    let statics: Vec<TokenStream> = model
        .operations
        .iter()
        .map(|operation| {
            let name = shouty(&operation.name);
            let row = operation_row(operation, model, inline, &mut shared);
            let doc = format!(" `{} {}`", operation.method, operation.path);
            quote! {
                #[doc = #doc]
                pub static #name: Operation = #row;
            }
        })
        .collect();
    let names: Vec<_> = model
        .operations
        .iter()
        .map(|operation| shouty(&operation.name))
        .collect();
    let ids = model
        .operations
        .iter()
        .map(|operation| operation.id.as_str());
    let count = names.len();
    let modules = shared.modules();
    let uses = uses(
        &quote!(#(#statics)* #modules),
        &[("super", &["credentials", "schemas"])],
    );
    let encoding = has_forms(model).then(|| quote!(Encoding,));
    let (info, tags) = (model.info.to_string(), model.tags.to_string());
    quote! {
        //! The operations as the document declares them: what is enforced, and what may be answered.

        #uses
        pub use super::schemas::SCHEMAS;
        pub use super::support::{
            Component, Demand, #encoding Form, Header, Location, Operation, Parameter, Reading, RequestBody, Response, Schema, Scheme, SchemeKind,
            Status, Style,
            dropshot_document, table_document,
        };

        /// The document's `info`, as JSON.
        pub const INFO: &str = #info;

        /// The document's `tags`, as JSON.
        pub const TAGS: &str = #tags;

        /// The ids of all operations, in the order of the document.
        pub const OPERATIONS: &[&str] = &[#(#ids),*];

        /// All operations, in the order of the document.
        pub static TABLE: [&Operation; #count] = [#(&#names),*];

        #(#statics)*

        #modules
    }
}

fn operation_row(
    operation: &Operation,
    model: &Model,
    inline: &Inline,
    shared: &mut Shared,
) -> TokenStream {
    let Operation {
        id,
        method,
        path,
        tags,
        deprecated,
        websocket,
        ..
    } = operation;
    let summary = option(operation.summary.as_deref());
    let description = option(operation.description.as_deref());
    let pagination = option(
        operation
            .pagination
            .as_ref()
            .map(Value::to_string)
            .as_deref(),
    );
    let security = operation
        .security
        .iter()
        .map(|demands| alternative(demands));
    let parameters: Vec<_> = operation
        .parameters
        .iter()
        .map(|parameter| parameter_row(parameter, inline, shared))
        .collect();
    let is_silent = |operation: &Operation| operation.responses.iter().any(|r| !r.is_written);
    let silent = model.operations.iter().any(is_silent).then(|| {
        let silent = is_silent(operation);
        quote!(silent: #silent,)
    });
    let responses: Vec<_> = operation
        .responses
        .iter()
        .filter(|response| response.is_written)
        .map(|response| response_row(response, model, inline, shared))
        .collect();
    let body = match &operation.body {
        None => quote!(None),
        Some(body) => {
            let row = body_row(body, model, inline);
            quote!(Some(#row))
        }
    };
    quote! {
        Operation {
            id: #id,
            method: #method,
            path: #path,
            summary: #summary,
            description: #description,
            tags: &[#(#tags),*],
            deprecated: #deprecated,
            pagination: #pagination,
            websocket: #websocket,
            security: &[#(#security),*],
            parameters: &[#(#parameters),*],
            body: #body,
            responses: &[#(#responses),*],
            #silent
        }
    }
}

fn alternative(demands: &[Demand]) -> TokenStream {
    let demands = demands.iter().map(|Demand { scheme, scopes }| {
        let scheme = scheme_ident(scheme);
        quote!(credentials::#scheme.asked(&[#(#scopes),*]))
    });
    quote!(&[#(#demands),*])
}

fn body_row(body: &Body, model: &Model, inline: &Inline) -> TokenStream {
    let (media, required) = (&body.media, body.required);
    let max_bytes = match body.max_bytes.and_then(|bytes| usize::try_from(bytes).ok()) {
        Some(bytes) => quote!(Some(#bytes)),
        None => quote!(None),
    };
    let schema = inline.row(&body.schema);
    let reading = match body.kind {
        BodyKind::Json => quote!(Json),
        BodyKind::Form => quote!(Form),
        BodyKind::Text => quote!(Text),
        BodyKind::Parts => quote!(Parts),
        BodyKind::Stream | BodyKind::Multipart => quote!(Stream),
    };
    let encoding = has_forms(model).then(|| {
        let rows = body.encoding.iter().map(encoding_row);
        quote!(encoding: &[#(#rows),*],)
    });
    let bodies = || {
        model
            .operations
            .iter()
            .filter_map(|operation| operation.body.as_ref())
    };
    let described = bodies().any(|body| body.description.is_some()).then(|| {
        let description = option(body.description.as_deref());
        quote!(description: #description,)
    });
    let others = bodies().any(|body| !body.others.is_empty()).then(|| {
        let rows = body
            .others
            .iter()
            .map(|other| body_row(other, model, inline));
        quote!(others: &[#(#rows),*],)
    });
    quote!(RequestBody { #described media: #media, reading: Reading::#reading, required: #required, max_bytes: #max_bytes, schema: #schema, #encoding #others })
}

/// Whether some body is a form, and rows say how its fields are written.
fn has_forms(model: &Model) -> bool {
    let mut bodies = model.operations.iter().flat_map(Operation::bodies);
    bodies.any(|body| matches!(body.kind, BodyKind::Form | BodyKind::Parts))
}

fn encoding_row(encoding: &Encoding) -> TokenStream {
    let name = &encoding.name;
    let content_type = option(encoding.content_type.as_deref());
    let style = option(encoding.style.as_deref());
    let explode = match encoding.explode {
        Some(explode) => quote!(Some(#explode)),
        None => quote!(None),
    };
    quote!(Encoding { name: #name, content_type: #content_type, style: #style, explode: #explode })
}

fn parameter_row(parameter: &Parameter, inline: &Inline, shared: &mut Shared) -> TokenStream {
    let Parameter { name, required, .. } = parameter;
    let location = match parameter.location {
        Location::Path => quote!(Path),
        Location::Query => quote!(Query),
        Location::Header => quote!(Header),
        Location::Cookie => quote!(Cookie),
    };
    let description = option(parameter.description.as_deref());
    let schema = inline.row(&parameter.schema);
    let form = form(parameter);
    let row = quote! {
        Parameter {
            name: #name,
            location: Location::#location,
            required: #required,
            description: #description,
            form: Form::#form,
            schema: #schema,
        }
    };
    shared.parameter(parameter, row)
}

/// How the value of a parameter is written.
fn form(parameter: &Parameter) -> TokenStream {
    if let Some(media) = &parameter.media {
        return quote!(Content(#media));
    }
    let style = match parameter.style {
        None => quote!(None),
        Some(style) => {
            let style = match style {
                Style::Simple => quote!(Simple),
                Style::Label => quote!(Label),
                Style::Matrix => quote!(Matrix),
                Style::Form => quote!(Form),
                Style::SpaceDelimited => quote!(SpaceDelimited),
                Style::PipeDelimited => quote!(PipeDelimited),
                Style::DeepObject => quote!(DeepObject),
            };
            quote!(Some(Style::#style))
        }
    };
    match parameter.explode {
        None if parameter.style.is_none() => quote!(Usual),
        None => quote!(Styled(#style, None)),
        Some(explode) => quote!(Styled(#style, Some(#explode))),
    }
}

fn response_row(
    response: &Response,
    model: &Model,
    inline: &Inline,
    shared: &mut Shared,
) -> TokenStream {
    let Response {
        status,
        description,
        ..
    } = response;
    let status = match status {
        Status::Code(code) => quote!(Status::Code(#code)),
        Status::Range(hundred) => quote!(Status::Range(#hundred)),
        Status::Default => quote!(Status::Default),
    };
    let media = option(response.content.media());
    let schema = schema_row(&response.content, inline);
    let headers: Vec<_> = response
        .headers
        .iter()
        .map(|header| header_row(header, inline, shared))
        .collect();
    let others = others_row(response, model, inline);
    let row = quote! {
        Response { status: #status, description: #description, media: #media, schema: #schema, #others headers: &[#(#headers),*] }
    };
    shared.response(response, row)
}

fn schema_row(content: &Content, inline: &Inline) -> TokenStream {
    match content.schema() {
        Some(schema) => {
            let schema = inline.row(schema);
            quote!(Some(#schema))
        }
        None => quote!(None),
    }
}

/// What else an answer may carry, in a document where some answer may.
fn others_row(response: &Response, model: &Model, inline: &Inline) -> Option<TokenStream> {
    let mut responses = model
        .operations
        .iter()
        .flat_map(|operation| &operation.responses);
    responses
        .any(|response| !response.others.is_empty())
        .then(|| {
            let rows = response.others.iter().map(|content| {
                let schema = schema_row(content, inline);
                let media = content.media();
                quote!((#media, #schema))
            });
            quote!(others: &[#(#rows),*],)
        })
}

fn header_row(header: &Header, inline: &Inline, shared: &mut Shared) -> TokenStream {
    let Header { name, required, .. } = header;
    let description = option(header.description.as_deref());
    let schema = inline.row(&header.schema);
    let row = quote!(Header { name: #name, required: #required, description: #description, schema: #schema });
    shared.header(header, row)
}

fn option(text: Option<&str>) -> TokenStream {
    match text {
        Some(text) => quote!(Some(#text)),
        None => quote!(None),
    }
}
