//! `streams.rs`: `send_events` on the builder of every operation that answers with an event stream.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{GenericArgument, ImplItem, Item, PathArguments, ReturnType, Type};

use super::{event_names, events_of};
use crate::emit::models::{type_ident, type_of};
use crate::emit::names::camel;
use crate::model::{Model, Operation};
use crate::schema::{referred, resolved};

/// What decodes, in a crate of its own.
pub(in crate::emit) const EVENTS: &str = include_str!("../../../template/client/events.rs");

/// What stands around a client.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::emit) enum Around {
    /// A crate by hand, which decodes in its own way and wants to know all operations.
    Project,
    /// Nothing: the decoder is made too.
    Nothing,
}

/// Writes `streams.rs`, for the builders that progenitor has made; nothing where no events come and nobody asks for more.
pub(in crate::emit) fn streams(
    model: &Model,
    client: &TokenStream,
    around: Around,
) -> Result<Option<TokenStream>, String> {
    let errors = errors_of_streams(client)?;
    let mut unions: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut methods = Vec::new();
    for operation in &model.operations {
        let Some(schema) = events_of(operation) else {
            continue;
        };
        let builder = camel(&operation.id);
        let (Some(name), Some(error)) = (referred(schema), errors.get(&builder.to_string())) else {
            continue;
        };
        if unions.iter().all(|(known, _)| *known != name) {
            unions.push((name, event_names(resolved(schema, &model.schemas))));
        }
        let event = type_of(schema, &quote!(types::));
        methods.push(method(operation, &event, error));
    }
    if around == Around::Nothing && methods.is_empty() {
        return Ok(None);
    }
    let impls = unions.iter().map(|(name, names)| {
        let ident = type_ident(name);
        quote! {
            impl EventUnion for types::#ident {
                const NAMES: &'static [&'static str] = &[#(#names),*];
            }
        }
    });
    let ids = model
        .operations
        .iter()
        .map(|operation| operation.id.as_str());
    let (decoder, operations) = match around {
        Around::Nothing => (quote!(super::events), None),
        Around::Project => (
            quote!(crate::stream),
            Some(quote! {
                /// The ids of all operations, in the order of the document.
                pub const OPERATIONS: &[&str] = &[#(#ids),*];
            }),
        ),
    };
    Ok(Some(quote! {
        //! Typed event streams: `send_events` beside `send` for every operation that answers with events.

        use progenitor_client::Error;
        use serde::de::DeserializeOwned;

        use super::client::{builder, types};
        use #decoder::{EventStream, events};

        #operations

        /// A union of events: the `type` field says which one it is, and so does the frame's `event:` line.
        pub trait EventUnion: DeserializeOwned {
            /// The names that this version knows; a client skips events of other names.
            const NAMES: &'static [&'static str];
        }

        #(#impls)*

        #(#methods)*
    }))
}

fn method(operation: &Operation, event: &TokenStream, error: &TokenStream) -> TokenStream {
    let builder = camel(&operation.id);
    let doc = format!(
        " Sends `{}` and gives its events, typed, as they come.",
        operation.id
    );
    quote! {
        impl builder::#builder<'_> {
            #[doc = #doc]
            ///
            /// # Errors
            /// The answer's own error, or what kept it from coming; later faults come through the stream.
            pub async fn send_events(self) -> Result<EventStream<#event>, Error<#error>> {
                Ok(events(self.send().await?.into_inner()))
            }
        }
    }
}

/// The type of errors of each builder that is answered with bytes, as progenitor has written it.
fn errors_of_streams(client: &TokenStream) -> Result<BTreeMap<String, TokenStream>, String> {
    let file: syn::File = syn::parse2(client.clone())
        .map_err(|error| format!("progenitor's code does not parse: {error}"))?;
    let builders = file.items.into_iter().filter_map(|item| match item {
        Item::Mod(module) if module.ident == "builder" => module.content,
        _ => None,
    });
    let mut found = BTreeMap::new();
    for item in builders.flat_map(|(_, items)| items) {
        let Item::Impl(item) = item else { continue };
        let Type::Path(builder) = &*item.self_ty else {
            continue;
        };
        let Some(builder) = builder.path.segments.last() else {
            continue;
        };
        for function in &item.items {
            if let ImplItem::Fn(function) = function
                && function.sig.ident == "send"
                && let ReturnType::Type(_, answer) = &function.sig.output
                && let [success, error] = arguments(answer).as_slice()
                && let [success] = arguments(success).as_slice()
                && success.to_token_stream().to_string() == "ByteStream"
                && let [error] = arguments(error).as_slice()
            {
                let error = match error.to_token_stream().to_string().as_str() {
                    "ByteStream" => quote!(progenitor_client::ByteStream),
                    _ => error.to_token_stream(),
                };
                found.insert(builder.ident.to_string(), error);
            }
        }
    }
    Ok(found)
}

/// The types that a generic type is given.
fn arguments(ty: &Type) -> Vec<Type> {
    let Type::Path(path) = ty else {
        return Vec::new();
    };
    match path.path.segments.last().map(|last| &last.arguments) {
        Some(PathArguments::AngleBracketed(arguments)) => { arguments.args.iter() }
            .filter_map(|argument| match argument {
                GenericArgument::Type(ty) => Some(ty.clone()),
                _ => None,
            })
            .collect(),
        Some(PathArguments::None | PathArguments::Parenthesized(_)) | None => Vec::new(),
    }
}
