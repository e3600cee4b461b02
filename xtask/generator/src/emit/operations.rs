//! `operations.rs` and `statuses.rs`: what each operation takes and answers, as types.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::bodies::{body_type, body_value, choice};
use super::forms::form;
use super::models::{type_ident, typed};
use super::names::{camel, docs, header_field, reason, shouty, snake};
use super::uses::uses;
use crate::model::{Content, Header, Model, Operation, Parameter, Response, Status, media_name};
use crate::schema::{referred, resolved};

/// Writes `operations.rs`.
pub(super) fn emit(model: &Model) -> TokenStream {
    let operations: Vec<TokenStream> = model
        .operations
        .iter()
        .map(|operation| one(operation, model))
        .collect();
    let uses = uses(
        &quote!(#(#operations)*),
        &[
            ("http", &["StatusCode"]),
            ("super", &["document", "models"]),
            (
                "super::support",
                &[
                    "AnyBody",
                    "BodyStream",
                    "Described",
                    "EventStream",
                    "Input",
                    "Operation",
                    "Part",
                    "Rejection",
                    "Reply",
                    "Respond",
                    "StatusIn",
                    "Upgraded",
                ],
            ),
        ],
    );
    quote! {
        //! What each operation takes and answers: only what the document declares can be built.

        #uses

        #(#operations)*
    }
}

fn one(operation: &Operation, model: &Model) -> TokenStream {
    let name = camel(&operation.id);
    let params = params(operation, model);
    let form = form(operation, model);
    let choice = choice(operation, model);
    let contents = contents(operation, model);
    let success = answers(
        operation,
        &format_ident!("{name}Ok"),
        operation.successes().collect(),
        "a success",
        model,
    );
    let error = answers(
        operation,
        &format_ident!("{name}Error"),
        operation.errors().collect(),
        "an error",
        model,
    );
    let described = described(operation, model);
    quote! {
        #params
        #form
        #choice
        #contents
        #success
        #error
        #described
    }
}

/// The parameters as a struct, when there are any.
fn params(operation: &Operation, model: &Model) -> TokenStream {
    if operation.parameters.is_empty() {
        return quote!();
    }
    let name = format_ident!("{}Params", camel(&operation.id));
    let doc = format!(" The parameters of `{}`.", operation.id);
    let fields = operation.parameters.iter().map(|parameter| {
        let doc = docs(
            parameter
                .description
                .as_deref()
                .unwrap_or("See the document."),
        );
        let field = snake(&parameter.name);
        let ty = typed(&parameter.schema, model);
        let ty = if is_given(parameter, model) {
            ty
        } else {
            quote!(Option<#ty>)
        };
        quote!(#doc pub #field: #ty)
    });
    quote! {
        #[doc = #doc]
        #[derive(Debug, Clone, PartialEq)]
        pub struct #name { #(#fields,)* }
    }
}

/// Whether the application always sees a value: required, or with a default.
fn is_given(parameter: &Parameter, model: &Model) -> bool {
    parameter.required
        || parameter.schema.get("default").is_some()
        || resolved(&parameter.schema, &model.schemas)
            .get("default")
            .is_some()
}

/// The documented answers as an enum, and how each is written.
fn answers(
    operation: &Operation,
    name: &Ident,
    responses: Vec<&Response>,
    what: &str,
    model: &Model,
) -> TokenStream {
    let doc = format!(" What `{}` can answer as {what}.", operation.id);
    let variants = responses.iter().map(|response| {
        let doc = docs(&format!("{}: {}", response.status, response.description));
        let variant = Variant::of(response, model);
        let declared = variant.declared();
        quote!(#doc #declared)
    });
    let arms = responses
        .iter()
        .map(|response| Variant::of(response, model).arm());
    quote! {
        #[doc = #doc]
        #[derive(Debug)]
        pub enum #name { #(#variants,)* }

        impl Respond for #name {
            fn respond(self) -> Reply {
                match self { #(#arms)* }
            }
        }
    }
}

/// One field of a variant.
struct Field {
    doc: String,
    name: Ident,
    ty: TokenStream,
}

/// One documented answer as a variant.
struct Variant<'a> {
    name: Ident,
    response: &'a Response,
    model: &'a Model,
    /// The type of the body, if there is one.
    body: Option<TokenStream>,
}

impl<'a> Variant<'a> {
    fn of(response: &'a Response, model: &'a Model) -> Self {
        let body = if response.others.is_empty() {
            content_type(&response.content, model)
        } else {
            let name = contents_name(response);
            Some(quote!(#name))
        };
        Self {
            name: Ident::new(&reason(response.status), Span::call_site()),
            response,
            model,
            body,
        }
    }

    /// What the application gives: the status where there is a choice, the headers, the body.
    fn fields(&self) -> Vec<Field> {
        let status = self.status_type().map(|ty| Field {
            doc: "The status.".to_owned(),
            name: format_ident!("status"),
            ty,
        });
        let headers = self.response.headers.iter().map(|header| Field {
            doc: format!(
                "`{}`: {}",
                header.name,
                header.description.as_deref().unwrap_or("see the document.")
            ),
            name: header_field(&header.name),
            ty: header_type(header, self.model),
        });
        let body = self.body.clone().map(|ty| Field {
            doc: "The body.".to_owned(),
            name: format_ident!("body"),
            ty,
        });
        status.into_iter().chain(headers).chain(body).collect()
    }

    /// Whether it carries its body and nothing else.
    fn is_plain(&self) -> bool {
        self.response.headers.is_empty() && self.status_type().is_none()
    }

    /// The type of a status that the application chooses.
    fn status_type(&self) -> Option<TokenStream> {
        match (self.response.status, &self.response.content) {
            // A change of protocol is 101, whatever it is documented as.
            (Status::Code(_), _) | (_, Content::Upgrade(..)) => None,
            (Status::Range(hundred), _) => {
                let hundred = Literal::u16_unsuffixed(hundred);
                Some(quote!(StatusIn<#hundred>))
            }
            (Status::Default, _) => Some(quote!(StatusCode)),
        }
    }

    fn declared(&self) -> TokenStream {
        let name = &self.name;
        if self.is_plain() {
            return match &self.body {
                Some(body) => quote!(#name(#body)),
                None => quote!(#name),
            };
        }
        let fields = self.fields().into_iter().map(|Field { doc, name, ty }| {
            let doc = docs(&doc);
            quote!(#doc #name: #ty)
        });
        quote!(#name { #(#fields,)* })
    }

    /// The pattern that takes the variant apart.
    fn pattern(&self) -> TokenStream {
        let name = &self.name;
        match (self.is_plain(), &self.body) {
            (true, Some(_)) => quote!(#name(body)),
            (true, None) => quote!(#name),
            (false, _) => {
                let fields = self.fields().into_iter().map(|field| field.name);
                quote!(#name { #(#fields,)* })
            }
        }
    }

    fn arm(&self) -> TokenStream {
        let pattern = self.pattern();
        let status = status_value(self.response.status);
        let reply = if self.response.others.is_empty() {
            reply(&self.response.content, &status)
        } else {
            let name = contents_name(self.response);
            let arms = self.response.contents().map(|content| {
                let variant = camel(&media_name(content.media().unwrap_or_default()));
                let reply = reply(content, &status);
                quote!(#name::#variant(body) => #reply,)
            });
            let choice = quote!(match body { #(#arms)* });
            if self.response.headers.is_empty() {
                choice
            } else {
                quote!((#choice))
            }
        };
        let required = self
            .response
            .headers
            .iter()
            .filter(|header| header.required)
            .map(|header| {
                let (field, name) = (header_field(&header.name), header.name.to_lowercase());
                quote!(.with(#name, #field))
            });
        let optional = self
            .response
            .headers
            .iter()
            .filter(|header| !header.required)
            .map(|header| {
                let (field, name) = (header_field(&header.name), header.name.to_lowercase());
                quote!(.with_optional(#name, #field))
            });
        quote!(Self::#pattern => #reply #(#required)* #(#optional)*,)
    }
}

/// The type of what an answer carries.
fn content_type(content: &Content, model: &Model) -> Option<TokenStream> {
    match content {
        Content::Empty => None,
        Content::Json(_, schema) => Some(typed(schema, model)),
        Content::Any(..) => Some(quote!(AnyBody)),
        Content::Upgrade(..) => Some(quote!(Upgraded)),
        Content::Events(schema) => {
            let event = typed(schema, model);
            Some(quote!(EventStream<#event>))
        }
        Content::Text(..) => Some(quote!(String)),
        Content::Bytes(..) => Some(quote!(Vec<u8>)),
    }
}

/// How it is written.
fn reply(content: &Content, status: &TokenStream) -> TokenStream {
    match content {
        Content::Empty => quote!(Reply::empty(#status)),
        Content::Json(media, _) if media == "application/json" => {
            quote!(Reply::json(#status, &body))
        }
        Content::Json(media, _) => quote!(Reply::json_as(#status, #media, &body)),
        Content::Any(..) => quote!(Reply::any(#status, body)),
        Content::Upgrade(..) => quote!(Reply::upgraded(body)),
        Content::Events(_) => quote!(Reply::events(#status, body)),
        Content::Text(media, _) | Content::Bytes(media, _) => {
            quote!(Reply::bytes(#status, #media, body))
        }
    }
}

/// The name of the enum of what an answer of several media types carries.
fn contents_name(response: &Response) -> Ident {
    format_ident!(
        "{}{}Body",
        camel(&response.operation),
        reason(response.status)
    )
}

/// That enum, one for each such answer.
fn contents(operation: &Operation, model: &Model) -> TokenStream {
    let several = operation
        .responses
        .iter()
        .filter(|response| !response.others.is_empty());
    let enums = several.map(|response| {
        let name = contents_name(response);
        let doc = format!(
            " What `{}` answers as {}, by its media type.",
            operation.id, response.status
        );
        let media: Vec<&str> = response.contents().filter_map(Content::media).collect();
        let count = media.len();
        let variants = response.contents().map(|content| {
            let media = content.media().unwrap_or_default();
            let variant = camel(&media_name(media));
            let ty = content_type(content, model);
            let doc = format!(" `{media}`.");
            quote!(#[doc = #doc] #variant(#ty))
        });
        quote! {
            #[doc = #doc]
            #[derive(Debug)]
            pub enum #name { #(#variants,)* }

            impl #name {
                /// The media types, in the order of the document: see `RequestHead::preferred`.
                pub const MEDIA: [&'static str; #count] = [#(#media),*];
            }
        }
    });
    quote!(#(#enums)*)
}

fn header_type(header: &Header, model: &Model) -> TokenStream {
    let ty = typed(&header.schema, model);
    if header.required {
        ty
    } else {
        quote!(Option<#ty>)
    }
}

/// The status as it is written: a constant, or what the application chose.
fn status_value(status: Status) -> TokenStream {
    let code = match status {
        Status::Code(code) => code,
        Status::Range(_) => return quote!(status.into()),
        Status::Default => return quote!(status),
    };
    let name = http::StatusCode::from_u16(code)
        .ok()
        .and_then(|status| status.canonical_reason());
    match name {
        Some(phrase) => {
            let name = shouty(&phrase.replace('\'', ""));
            quote!(StatusCode::#name)
        }
        // `lower` has parsed it as a three-digit status.
        None => quote!(StatusCode::from_u16(#code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)),
    }
}

/// Ties the operation to its row of the table and its schemas.
fn described(operation: &Operation, model: &Model) -> TokenStream {
    let name = camel(&operation.id);
    let row = shouty(&operation.id);
    let allow = model
        .operations
        .iter()
        .filter(|other| other.path == operation.path)
        .flat_map(|other| {
            let head = (other.method == "GET").then_some("HEAD");
            std::iter::once(other.method.as_str()).chain(head)
        });
    let allow = allow.chain(["OPTIONS"]).collect::<Vec<_>>().join(", ");
    let error = error_schema(operation).map_or_else(
        || quote!(()),
        |name| {
            let ty = type_ident(name);
            quote!(models::#ty)
        },
    );
    let reads = reads(operation, model);
    let doc = format!(" `{}` as a type.", operation.id);
    quote! {
        #[doc = #doc]
        pub(super) struct #name;

        impl Described for #name {
            const ALLOW: &'static str = #allow;
            type Error = #error;

            fn table() -> &'static Operation {
                &document::#row
            }
        }

        #reads
    }
}

/// The component that an operation's errors are.
pub(super) fn error_schema(operation: &Operation) -> Option<&str> {
    operation
        .errors()
        .find_map(|response| match &response.content {
            Content::Json(_, schema) => referred(schema),
            _ => None,
        })
}

/// `read`: from validated input to typed parameters and body.
fn reads(operation: &Operation, model: &Model) -> TokenStream {
    let name = camel(&operation.id);
    let params = format_ident!("{name}Params");
    let fields = operation
        .parameters
        .iter()
        .enumerate()
        .map(|(at, parameter)| {
            let field = snake(&parameter.name);
            if is_given(parameter, model) {
                quote!(#field: input.required(#at)?)
            } else {
                quote!(#field: input.optional(#at)?)
            }
        });
    let params_value = quote!(#params { #(#fields,)* });
    // Streams are taken by the handler, which has the head that a multipart boundary stands in.
    let body = operation.body.as_ref().filter(|body| !body.is_stream());
    let (output, value) = match (operation.parameters.is_empty(), body) {
        (true, None) => return quote!(),
        (false, None) => (quote!(#params), quote!(Ok(#params_value))),
        (is_alone, Some(body)) => {
            let ty = body_type(operation, body, model);
            let value = body_value(operation, body, model);
            if is_alone && value.to_string() == quote!(input.body()?).to_string() {
                (ty, quote!(input.body()))
            } else if is_alone {
                (ty, quote!(Ok(#value)))
            } else {
                (quote!((#params, #ty)), quote!(Ok((#params_value, #value))))
            }
        }
    };
    quote! {
        impl #name {
            pub(super) fn read(mut input: Input) -> Result<#output, Rejection> {
                #value
            }
        }
    }
}

/// What a status trait's constructor takes: the status where there is a choice, headers, then the body.
fn signature(response: &Response, model: &Model) -> Vec<(Ident, TokenStream)> {
    Variant::of(response, model)
        .fields()
        .into_iter()
        .map(|field| (field.name, field.ty))
        .collect()
}

fn shape(response: &Response, model: &Model) -> String {
    signature(response, model)
        .iter()
        .map(|(name, ty)| format!("{name}: {ty}, "))
        .collect()
}

/// The traits of the error answers: one for each status, and one more for each other shape that it has.
pub(super) struct Statuses(BTreeMap<Status, Vec<(String, usize)>>);

impl Statuses {
    /// Counts the shapes of each status; the most used comes first.
    pub(super) fn of(model: &Model) -> Self {
        let mut found: BTreeMap<Status, Vec<(String, usize)>> = BTreeMap::new();
        for response in model.operations.iter().flat_map(Operation::errors) {
            let shapes = found.entry(response.status).or_default();
            let shape = shape(response, model);
            match shapes.iter_mut().find(|(known, _)| *known == shape) {
                Some((_, count)) => *count += 1,
                None => shapes.push((shape, 1)),
            }
        }
        for shapes in found.values_mut() {
            shapes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        }
        Self(found)
    }

    fn name(&self, response: &Response, model: &Model) -> Ident {
        let plain = reason(response.status);
        let own = shape(response, model);
        let at = self
            .0
            .get(&response.status)
            .and_then(|shapes| shapes.iter().position(|(known, _)| *known == own));
        match at {
            None | Some(0) => format_ident!("{plain}"),
            Some(at) => {
                let body = response.content.schema();
                let body = body.and_then(|body| referred(body).or_else(|| model.inline_name(body)));
                let body = camel(body.unwrap_or("Other"));
                if at == 1 {
                    format_ident!("{plain}{body}")
                } else {
                    format_ident!("{plain}{body}{at}")
                }
            }
        }
    }
}

/// Writes `statuses.rs`.
pub(super) fn statuses(model: &Model, statuses: &Statuses) -> TokenStream {
    let mut traits: BTreeMap<(Status, String), (&Response, Vec<Ident>)> = BTreeMap::new();
    for operation in &model.operations {
        for response in operation.errors() {
            let name = statuses.name(response, model).to_string();
            let (_, errors) = traits
                .entry((response.status, name))
                .or_insert((response, Vec::new()));
            errors.push(format_ident!("{}Error", camel(&operation.id)));
        }
    }
    let traits: Vec<TokenStream> = traits
        .values()
        .map(|(response, errors)| status(response, &statuses.name(response, model), errors, model))
        .collect();
    let errors = (!traits.is_empty()).then(|| {
        quote!(
            use super::operations::*;
        )
    });
    let uses = uses(
        &quote!(#(#traits)*),
        &[
            ("http", &["StatusCode"]),
            ("super", &["models"]),
            (
                "super::support",
                &["AnyBody", "EventStream", "StatusIn", "Upgraded", "answered"],
            ),
        ],
    );
    quote! {
        //! A trait for every documented error status, implemented by exactly the operations that document it: the
        //! application maps its errors once, generically, and an undocumented status does not compile.

        #errors
        #uses

        #(#traits)*
    }
}

/// One trait, and the errors that can be answered so.
fn status(response: &Response, name: &Ident, errors: &[Ident], model: &Model) -> TokenStream {
    let status = response.status;
    let doc = match status {
        Status::Default => " Errors that the document does not tell apart by status.".to_owned(),
        Status::Code(_) | Status::Range(_) => format!(
            " Errors that can be {status} {}.",
            reason(status).to_snake_case().replace('_', " ")
        ),
    };
    let method = format_ident!("{}", reason(status).to_snake_case());
    let (names, types): (Vec<_>, Vec<_>) = signature(response, model).into_iter().unzip();
    let method_doc = format!(" The operation's {status}.");
    let pattern = Variant::of(response, model).pattern();
    quote! {
        #[doc = #doc]
        pub trait #name: Sized {
            #[doc = #method_doc]
            fn #method(#(#names: #types),*) -> Self;
        }

        answered!(#name::#method(#(#names: #types),*) = Self::#pattern, #(#errors),*);
    }
}
