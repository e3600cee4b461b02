//! What generated code itself refuses a request with: the documented error bodies, and which belongs to which answer.

use std::collections::BTreeSet;

use heck::ToSnakeCase;
use indexmap::IndexMap;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::names::snake;
use super::table::Inline;
use crate::model::{Content, Model, Operation, media_names};
use crate::schema::referred;

/// What errors are written as.
pub(super) struct ErrorBody<'a> {
    pub(super) schema: &'a Value,
    /// The method by which the application writes it.
    pub(super) method: Ident,
}

/// All shapes of errors, the most used last: it is the one for all that is not named.
pub(super) fn errors(model: &Model) -> Vec<ErrorBody<'_>> {
    let all = error_contents(model);
    let mut found: IndexMap<String, (&str, &Value, usize)> = IndexMap::new();
    for (operation, content) in &all {
        if let Content::Json(_, schema) = content {
            let row = found.entry(schema.to_string());
            row.or_insert((&operation.id, schema, 0)).2 += 1;
        }
    }
    let mut found: Vec<_> = found.into_values().collect();
    // By name first, so that what is used as often stays in one order.
    let name = |schema| referred(schema).or_else(|| model.inline_name(schema));
    found.sort_by_key(|(_, schema, _)| name(schema));
    found.sort_by_key(|(_, _, count)| *count);
    found
        .into_iter()
        .map(|(operation, schema, _)| {
            let made_up = || format!("{operation}_error_body");
            let name = name(schema).map_or_else(made_up, str::to_owned);
            let method = error_method(&name, model);
            ErrorBody { schema, method }
        })
        .collect()
}

pub(super) fn error_contents(model: &Model) -> Vec<(&Operation, &Content)> {
    model
        .operations
        .iter()
        .flat_map(|operation| {
            let errors = operation.shapes_of_errors();
            errors.map(move |response| (operation, response.own_content()))
        })
        .collect()
}

/// The answer of a rejection, by what the document says of its response.
pub(super) fn error_reply(errors: &[ErrorBody<'_>], inline: &Inline, model: &Model) -> TokenStream {
    let all = error_contents(model);
    let is_variant = |content: &Content| matches!(content, Content::Json(media, _) if media != "application/json");
    let has_variants = all.iter().any(|(_, content)| is_variant(content));
    let mut replies: Vec<TokenStream> = errors
        .iter()
        .map(|ErrorBody { method, .. }| {
            let body = quote!(&api.#method(request, rejection));
            if has_variants {
                quote!(Reply::json_as(rejection.status, media, #body))
            } else {
                quote!(Reply::json(rejection.status, #body))
            }
        })
        .collect();
    let json = replies.pop().map(|last| {
        let named = errors.iter().zip(&replies).filter_map(|(error, reply)| {
            let name = error.schema.get("$ref").and(referred(error.schema))?;
            Some(quote!(Some(#name) => #reply,))
        });
        let unnamed = errors.iter().zip(&replies).filter_map(|(error, reply)| {
            if error.schema.get("$ref").is_some() {
                return None;
            }
            let row = inline.row(error.schema);
            Some(quote!(_ if response.schema.is_some_and(|schema| std::ptr::eq(schema, #row)) => #reply,))
        });
        if replies.is_empty() {
            last
        } else {
            quote! { match response.schema.and_then(|schema| schema.name) { #(#named)* #(#unnamed)* _ => #last } }
        }
    });
    let media = if has_variants {
        quote!(media)
    } else {
        quote!(_)
    };
    let json = json.map(|json| quote!(Some(#media) => #json,));
    let texts: BTreeSet<&str> = all
        .iter()
        .filter_map(|(_, content)| match content {
            Content::Text(media, _) => Some(media.as_str()),
            _ => None,
        })
        .collect();
    let text = (!texts.is_empty()).then(|| {
        let several = texts.len() > 1;
        let texts = texts.iter();
        let texts = quote!(#(#texts)|*);
        let texts = if several { quote!((#texts)) } else { texts };
        quote!(Some(media @ #texts) => Reply::bytes(rejection.status, media, rejection.message.clone()),)
    });
    let ranges: BTreeSet<&str> = all
        .iter()
        .filter_map(|(_, content)| match content {
            Content::Any(media, _) => Some(media.as_str()),
            _ => None,
        })
        .collect();
    let any = (!ranges.is_empty()).then(|| {
        let ranges = ranges.iter();
        quote!(Some(#(#ranges)|*) => Reply::own(request, rejection),)
    });
    let bytes = byte_errors(model).into_iter().map(|(media, method)| {
        quote!(Some(media @ #media) => Reply::bytes(rejection.status, media, api.#method(request, rejection)),)
    });
    let mut bytes = bytes.peekable();
    let bytes = bytes.peek().is_some().then(|| quote!(#(#bytes)*));
    // Where every error has a body of JSON, the rest needs no arm.
    let empty = quote!(Reply::empty(rejection.status));
    match (json, text.is_some() || any.is_some() || bytes.is_some()) {
        (None, false) => empty,
        (json @ Some(_), _) => {
            quote!(match response.media { #text #any #bytes #json None => #empty })
        }
        (None, true) => quote!(match response.media { #text #any #bytes _ => #empty }),
    }
}

/// The media types of errors that generated code cannot write, each with the method by which the application does.
pub(super) fn byte_errors(model: &Model) -> Vec<(&str, Ident)> {
    let all = error_contents(model);
    let media: BTreeSet<&str> = all
        .iter()
        .filter_map(|(_, content)| match content {
            Content::Bytes(media, _) => Some(media.as_str()),
            _ => None,
        })
        .collect();
    let names = media_names(media.iter().copied());
    let methods = { names.iter() }.map(|name| error_method(&format!("{name}Error"), model));
    media.into_iter().zip(methods).collect()
}

/// The method that writes an error schema, named after it; an operation of that name comes first.
fn error_method(name: &str, model: &Model) -> Ident {
    let method = snake(name);
    if model
        .operations
        .iter()
        .any(|operation| snake(&operation.name) == method)
    {
        format_ident!("{}_body", name.to_snake_case())
    } else {
        method
    }
}
