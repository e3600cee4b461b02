//! `operations.rs` and `statuses.rs`: what each operation takes and answers, as types.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::{Ident, Span, TokenStream};
use quote::{format_ident, quote};

use super::models::type_of;
use super::names::{camel, docs, header_field, reason, shouty, snake};
use crate::model::{Content, Header, Model, Operation, Parameter, Response};
use crate::schema::resolved;

/// Writes `operations.rs`.
pub(super) fn emit(model: &Model) -> TokenStream {
    let operations = model
        .operations
        .iter()
        .map(|operation| one(operation, model));
    quote! {
        //! What each operation takes and answers: only what the document declares can be built.

        use http::StatusCode;

        use super::document;
        use super::models;
        use super::statuses;
        use super::support::{Described, EventStream, Input, Operation, Rejection, Reply, Respond};

        #(#operations)*
    }
}

fn one(operation: &Operation, model: &Model) -> TokenStream {
    let name = camel(&operation.id);
    let params = params(operation, model);
    let success = answers(
        operation,
        &format_ident!("{name}Ok"),
        operation.successes().collect(),
        "a success",
    );
    let error = answers(
        operation,
        &format_ident!("{name}Error"),
        operation.errors().collect(),
        "an error",
    );
    let statuses = operation
        .errors()
        .map(|response| status_impl(operation, response, model));
    let described = described(operation, model);
    quote! {
        #params
        #success
        #error
        #(#statuses)*
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
        let ty = type_of(&parameter.schema, &quote!(models::));
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
) -> TokenStream {
    let doc = format!(" What `{}` can answer as {what}.", operation.id);
    let variants = responses.iter().map(|response| {
        let doc = docs(&format!("{}: {}", response.status, response.description));
        let variant = Variant::of(response);
        let declared = variant.declared();
        quote!(#doc #declared)
    });
    let arms = responses.iter().map(|response| Variant::of(response).arm());
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

/// One documented answer as a variant.
struct Variant<'a> {
    name: Ident,
    response: &'a Response,
    /// The type of the body, if there is one.
    body: Option<TokenStream>,
}

impl<'a> Variant<'a> {
    fn of(response: &'a Response) -> Self {
        let body = match &response.content {
            Content::Empty => None,
            Content::Json(schema) => Some(type_of(schema, &quote!(models::))),
            Content::Events(schema) => {
                let event = type_of(schema, &quote!(models::));
                Some(quote!(EventStream<#event>))
            }
            Content::Text(..) => Some(quote!(String)),
            Content::Bytes(..) => Some(quote!(Vec<u8>)),
        };
        Self {
            name: Ident::new(&reason(response.status), Span::call_site()),
            response,
            body,
        }
    }

    fn declared(&self) -> TokenStream {
        let Self {
            name,
            body,
            response,
        } = self;
        if response.headers.is_empty() {
            return match body {
                Some(body) => quote!(#name(#body)),
                None => quote!(#name),
            };
        }
        let headers = response.headers.iter().map(|header| {
            let doc = docs(&format!(
                "`{}`: {}",
                header.name,
                header.description.as_deref().unwrap_or("see the document.")
            ));
            let field = header_field(&header.name);
            let ty = header_type(header);
            quote!(#doc #field: #ty)
        });
        let body = body
            .as_ref()
            .map(|body| quote!(#[doc = " The body."] body: #body));
        quote!(#name { #(#headers,)* #body })
    }

    /// The pattern that takes the variant apart.
    fn pattern(&self) -> TokenStream {
        let Self {
            name,
            body,
            response,
        } = self;
        match (response.headers.is_empty(), body) {
            (true, Some(_)) => quote!(#name(body)),
            (true, None) => quote!(#name),
            (false, body) => {
                let fields = response
                    .headers
                    .iter()
                    .map(|header| header_field(&header.name));
                let body = body.as_ref().map(|_| quote!(body));
                quote!(#name { #(#fields,)* #body })
            }
        }
    }

    fn arm(&self) -> TokenStream {
        let pattern = self.pattern();
        let status = status_const(self.response.status);
        let reply = match &self.response.content {
            Content::Empty => quote!(Reply::empty(#status)),
            Content::Json(_) => quote!(Reply::json(#status, &body)),
            Content::Events(_) => quote!(Reply::events(#status, body)),
            Content::Text(media, _) | Content::Bytes(media, _) => {
                quote!(Reply::bytes(#status, #media, body))
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

fn header_type(header: &Header) -> TokenStream {
    let ty = type_of(&header.schema, &quote!(models::));
    if header.required {
        ty
    } else {
        quote!(Option<#ty>)
    }
}

fn status_const(status: u16) -> TokenStream {
    let name = http::StatusCode::from_u16(status)
        .ok()
        .and_then(|status| status.canonical_reason());
    match name {
        Some(phrase) => {
            let name = shouty(&phrase.replace('\'', ""));
            quote!(StatusCode::#name)
        }
        // `lower` has parsed it as a three-digit status.
        None => quote!(StatusCode::from_u16(#status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)),
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
    let json = |content: Option<&Content>| match content {
        Some(Content::Json(schema)) => type_of(schema, &quote!(models::)),
        Some(Content::Empty | Content::Events(_) | Content::Text(..) | Content::Bytes(..))
        | None => {
            quote!(())
        }
    };
    let success = json(
        operation
            .successes()
            .last()
            .map(|response| &response.content),
    );
    let error = json(operation.errors().next().map(|response| &response.content));
    let body = operation
        .body
        .as_ref()
        .map(|body| type_of(&body.schema, &quote!(models::)));
    let body_type = body.clone().unwrap_or_else(|| quote!(()));
    let reads = reads(operation, model);
    let doc = format!(" `{}` as a type.", operation.id);
    quote! {
        #[doc = #doc]
        pub(super) struct #name;

        impl Described for #name {
            const ALLOW: &'static str = #allow;
            type Body = #body_type;
            type Success = #success;
            type Error = #error;

            fn table() -> &'static Operation {
                &document::#row
            }
        }

        #reads
    }
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
    let body = operation.body.as_ref().map(|body| {
        let ty = type_of(&body.schema, &quote!(models::));
        if body.required {
            ty
        } else {
            quote!(Option<#ty>)
        }
    });
    let (output, value) = match (operation.parameters.is_empty(), body) {
        (true, None) => return quote!(),
        (false, None) => (quote!(#params), quote!(Ok(#params_value))),
        (true, Some(ty)) => (ty, quote!(input.body())),
        (false, Some(ty)) => (
            quote!((#params, #ty)),
            quote!(Ok((#params_value, input.body()?))),
        ),
    };
    quote! {
        impl #name {
            pub(super) fn read(mut input: Input) -> Result<#output, Rejection> {
                #value
            }
        }
    }
}

/// What a status trait's constructor takes: headers, then the body.
fn signature(response: &Response) -> Vec<(Ident, TokenStream)> {
    let mut arguments: Vec<(Ident, TokenStream)> = response
        .headers
        .iter()
        .map(|header| (header_field(&header.name), header_type(header)))
        .collect();
    if let Some(body) = Variant::of(response).body {
        arguments.push((format_ident!("body"), body));
    }
    arguments
}

fn shape(response: &Response) -> String {
    signature(response)
        .iter()
        .map(|(name, ty)| format!("{name}: {ty}, "))
        .collect()
}

/// The trait of an error answer: one for each status, and one more for each other shape that it has.
fn trait_name(response: &Response, model: &Model) -> Ident {
    let plain = reason(response.status);
    let mut shapes: Vec<(String, usize)> = Vec::new();
    for other in model
        .operations
        .iter()
        .flat_map(Operation::errors)
        .filter(|other| other.status == response.status)
    {
        let shape = shape(other);
        match shapes.iter_mut().find(|(known, _)| *known == shape) {
            Some((_, count)) => *count += 1,
            None => shapes.push((shape, 1)),
        }
    }
    let mut sorted = shapes.clone();
    sorted.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let own = shape(response);
    match sorted.iter().position(|(known, _)| *known == own) {
        None | Some(0) => format_ident!("{plain}"),
        Some(at) => {
            let body = response
                .content
                .schema()
                .and_then(crate::schema::referred)
                .unwrap_or("Other");
            if at == 1 {
                format_ident!("{plain}{}", camel(body))
            } else {
                format_ident!("{plain}{}{at}", camel(body))
            }
        }
    }
}

fn status_impl(operation: &Operation, response: &Response, model: &Model) -> TokenStream {
    let error = format_ident!("{}Error", camel(&operation.id));
    let status = trait_name(response, model);
    let method = format_ident!("{}", reason(response.status).to_snake_case());
    let (names, types): (Vec<_>, Vec<_>) = signature(response).into_iter().unzip();
    let pattern = Variant::of(response).pattern();
    quote! {
        impl statuses::#status for #error {
            fn #method(#(#names: #types),*) -> Self {
                Self::#pattern
            }
        }
    }
}

/// Writes `statuses.rs`.
pub(super) fn statuses(model: &Model) -> TokenStream {
    let mut traits: BTreeMap<(u16, String), (&Response, Ident)> = BTreeMap::new();
    for response in model.operations.iter().flat_map(Operation::errors) {
        let name = trait_name(response, model);
        traits
            .entry((response.status, name.to_string()))
            .or_insert((response, name));
    }
    let traits = traits.values().map(|(response, name)| {
        let status = response.status;
        let doc = format!(
            " Errors that can be {status} {}.",
            reason(status).to_snake_case().replace('_', " ")
        );
        let method = format_ident!("{}", reason(status).to_snake_case());
        let (names, types): (Vec<_>, Vec<_>) = signature(response).into_iter().unzip();
        let method_doc = format!(" The operation's {status}.");
        quote! {
            #[doc = #doc]
            pub trait #name: Sized {
                #[doc = #method_doc]
                fn #method(#(#names: #types),*) -> Self;
            }
        }
    });
    quote! {
        //! A trait for every documented error status, implemented by exactly the operations that document it: the
        //! application maps its errors once, generically, and an undocumented status does not compile.

        use super::models;

        #(#traits)*
    }
}
