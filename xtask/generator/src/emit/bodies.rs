//! What the application is given for a request's body: a type, or an enum of what may have come.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::forms::{form_name, form_value};
use super::models::typed;
use super::names::camel;
use crate::model::{Body, BodyKind, Model, Operation, media_names};

/// The type that the application is given for a body; an `Option` where it may be left out.
pub(super) fn body_type(operation: &Operation, body: &Body, model: &Model) -> TokenStream {
    let ty = if is_choice(operation, body, model) {
        let name = choice_name(operation);
        quote!(#name)
    } else {
        plain_type(operation, body, model)
    };
    if body.required {
        ty
    } else {
        quote!(Option<#ty>)
    }
}

fn plain_type(operation: &Operation, body: &Body, model: &Model) -> TokenStream {
    match body.kind {
        BodyKind::Json | BodyKind::Form => typed(&body.schema, model),
        BodyKind::Text => quote!(String),
        BodyKind::Stream => quote!(BodyStream),
        BodyKind::Multipart => quote!(Multipart),
        BodyKind::Parts => {
            let form = form_name(operation);
            quote!(#form)
        }
    }
}

/// Whether it matters to the application which media type came: where it doesn't, all become one type.
fn is_choice(operation: &Operation, body: &Body, model: &Model) -> bool {
    let first = plain_type(operation, body, model).to_string();
    let all_plain = [BodyKind::Json, BodyKind::Form].contains(&body.kind);
    body.others.iter().any(|other| {
        !all_plain
            || ![BodyKind::Json, BodyKind::Form].contains(&other.kind)
            || plain_type(operation, other, model).to_string() != first
    })
}

fn choice_name(operation: &Operation) -> Ident {
    format_ident!("{}Input", camel(&operation.name))
}

/// The enum of what may have come, where that matters.
pub(super) fn choice(operation: &Operation, model: &Model) -> TokenStream {
    let Some(body) = operation
        .body
        .as_ref()
        .filter(|body| is_choice(operation, body, model))
    else {
        return quote!();
    };
    let name = choice_name(operation);
    let doc = format!(" The body of `{}`, by its media type.", operation.id);
    let variants = named(body).map(|(name, body)| {
        let ty = plain_type(operation, body, model);
        let doc = format!(" `{}`.", body.media);
        quote!(#[doc = #doc] #name(#ty))
    });
    quote! {
        #[doc = #doc]
        #[derive(Debug)]
        pub enum #name { #(#variants,)* }
    }
}

/// What may have come, each with the name of its variant.
fn named(body: &Body) -> impl Iterator<Item = (Ident, &Body)> {
    let all = || std::iter::once(body).chain(&body.others);
    let names = media_names(all().map(|body| body.media.as_str()));
    let names: Vec<Ident> = names.iter().map(|name| camel(name)).collect();
    names.into_iter().zip(all())
}

/// How the value is had from input that was validated.
pub(super) fn body_value(operation: &Operation, body: &Body, model: &Model) -> TokenStream {
    if !is_choice(operation, body, model) {
        return match body.kind {
            BodyKind::Parts => {
                let form = form_value(operation, model);
                optional(body, &form)
            }
            _ => quote!(input.body()?),
        };
    }
    let choice = choice_name(operation);
    let mut arms: Vec<TokenStream> = named(body)
        .map(|(name, body)| {
            let value = match body.kind {
                BodyKind::Stream | BodyKind::Multipart => {
                    quote!(input.stream().ok_or_else(Rejection::no_body)?)
                }
                BodyKind::Parts => form_value(operation, model),
                BodyKind::Json | BodyKind::Form | BodyKind::Text => quote!(input.body()?),
            };
            quote!(#choice::#name(#value))
        })
        .collect();
    let last = arms.pop();
    let media = std::iter::once(&body.media).chain(body.others.iter().map(|other| &other.media));
    let value = quote!(match input.media() { #(Some(#media) => #arms,)* _ => #last });
    optional(body, &value)
}

fn optional(body: &Body, value: &TokenStream) -> TokenStream {
    if body.required {
        value.clone()
    } else {
        quote!(if input.is_given() { Some(#value) } else { None })
    }
}
