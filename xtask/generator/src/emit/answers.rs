//! The documented answers of an operation as enums, and how each is written.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::models::typed;
use super::names::{camel, docs, header_field, reason, shouty};
use crate::model::{Content, Header, Model, Operation, Response, Status, media_names};

/// The documented answers as an enum, and how each is written.
pub(super) fn answers(
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
pub(super) struct Field {
    doc: String,
    pub(super) name: Ident,
    pub(super) ty: TokenStream,
}

/// One documented answer as a variant.
pub(super) struct Variant<'a> {
    name: Ident,
    response: &'a Response,
    model: &'a Model,
    /// The type of the body, if there is one.
    body: Option<TokenStream>,
}

impl<'a> Variant<'a> {
    pub(super) fn of(response: &'a Response, model: &'a Model) -> Self {
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
    pub(super) fn fields(&self) -> Vec<Field> {
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
    pub(super) fn pattern(&self) -> TokenStream {
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
            let arms = named_contents(self.response).map(|(variant, content)| {
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

/// What an answer of several media types carries, with the names of its variants.
fn named_contents(response: &Response) -> impl Iterator<Item = (Ident, &Content)> {
    let media = { response.contents() }.map(|content| content.media().unwrap_or_default());
    let names: Vec<Ident> = media_names(media).iter().map(|name| camel(name)).collect();
    names.into_iter().zip(response.contents())
}

/// That enum, one for each such answer.
pub(super) fn contents(operation: &Operation, model: &Model) -> TokenStream {
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
        let variants = named_contents(response).map(|(variant, content)| {
            let media = content.media().unwrap_or_default();
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
