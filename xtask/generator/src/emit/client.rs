//! The client: progenitor's part, and typed streams on top of it.

mod ledger;
mod parameters;
mod payloads;
mod project;
mod root;
mod schemas;
mod written;

use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, Generator, InterfaceStyle};
use quote::quote;
use serde_json::Value;

pub use ledger::{Ledger, PROJECTIONS, Projection};
pub(super) use root::root;

use super::models::{type_ident, type_of};
use super::names::camel;
use super::variants::Marks;
use crate::model::{Content, Model, Operation};

/// Gives progenitor what it can take of a document, and says in what that differs from it.
///
/// # Errors
/// What progenitor cannot take all the same, or a difference that has no reason: a fault of ours.
pub(super) fn emit(document: &Value) -> Result<(TokenStream, Ledger), String> {
    let written = written::written_out(document);
    let mut given = written.clone();
    project::project(&mut given);
    let ledger = Ledger::of(&written, &given);
    if !ledger.unexplained.is_empty() {
        return Err(format!(
            "the client would differ from the document without a reason: {}",
            ledger.unexplained.join("; ")
        ));
    }
    // Taken off again, so it is no difference.
    let mut marks = Marks::default();
    schemas::each(&mut given, &mut |schema, components| {
        marks.mark(schema, components)
    });
    Ok((marks.unmark(run(given)?), ledger))
}

/// Runs progenitor.
fn run(document: Value) -> Result<TokenStream, String> {
    let spec: openapiv3::OpenAPI =
        serde_json::from_value(document).map_err(|error| error.to_string())?;
    let mut settings = GenerationSettings::new();
    settings
        .with_interface(InterfaceStyle::Builder)
        .with_derive("PartialEq");
    let tokens = Generator::new(&settings)
        .generate_tokens(&spec)
        .map_err(|error| error.to_string())?;
    Ok(quote! {
        //! The HTTP client that progenitor makes: a builder for each operation.

        #tokens
    })
}

/// Writes `streams.rs`: `send_events` on the builder of every operation that answers with an event stream.
pub(super) fn streams(model: &Model) -> TokenStream {
    let mut unions: Vec<(&str, Vec<&str>)> = Vec::new();
    let mut methods = Vec::new();
    for operation in &model.operations {
        let Some(schema) = events_of(operation) else {
            continue;
        };
        if let Some(name) = crate::schema::referred(schema)
            && unions.iter().all(|(known, _)| *known != name)
        {
            let union = crate::schema::resolved(schema, &model.schemas);
            unions.push((name, event_names(union)));
        }
        methods.push(stream_method(operation, schema));
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
    quote! {
        //! Typed event streams: `send_events` beside `send` for every operation that answers with events.

        use progenitor_client::Error;
        use serde::de::DeserializeOwned;

        use super::client::{builder, types};
        use crate::stream::{EventStream, events};

        /// The ids of all operations, in the order of the document.
        pub const OPERATIONS: &[&str] = &[#(#ids),*];

        /// A union of events: the `type` field says which one it is, and so does the frame's `event:` line.
        pub trait EventUnion: DeserializeOwned {
            /// The names that this version knows; a client skips events of other names.
            const NAMES: &'static [&'static str];
        }

        #(#impls)*

        #(#methods)*
    }
}

/// The schema of the operation's events, if it answers with a stream.
pub(super) fn events_of(operation: &Operation) -> Option<&Value> {
    operation
        .successes()
        .find_map(|response| match &response.content {
            Content::Events(schema) => Some(schema),
            _ => None,
        })
}

/// The values of the variants' `type` members.
pub(super) fn event_names(union: &Value) -> Vec<&str> {
    let variants = union.get("oneOf").and_then(|variants| variants.as_array());
    variants
        .into_iter()
        .flatten()
        .filter_map(|variant| variant.pointer("/properties/type/enum/0")?.as_str())
        .collect()
}

fn stream_method(operation: &Operation, schema: &Value) -> TokenStream {
    let builder = camel(&operation.id);
    let event = type_of(schema, &quote!(types::));
    let error = operation
        .errors()
        .find_map(|response| response.content.schema())
        .map_or_else(|| quote!(()), |schema| type_of(schema, &quote!(types::)));
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
