//! The client: progenitor's part, and typed streams on top of it.

use proc_macro2::TokenStream;
use progenitor::{GenerationSettings, Generator, InterfaceStyle};
use quote::quote;
use serde_json::{Map, Value, json};

use super::models::{optional, type_ident, type_of};
use super::names::camel;
use crate::model::{Content, METHODS, Model, Operation, made_id};
use crate::schema::side::Side;

/// Takes out what progenitor cannot take, operations if need be, and names it.
pub(super) fn project(document: &mut Value) -> Vec<String> {
    const KNOWN: [&str; 4] = [
        "application/json",
        "application/octet-stream",
        "application/x-www-form-urlencoded",
        "text/plain",
    ];
    let plain = json!({ "type": "string" });
    let mut left_out = Vec::new();
    let components = Components(document.get("components").cloned().unwrap_or_default());
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let Some(operations) = item.as_object_mut() else {
            continue;
        };
        let shared = operations
            .get("parameters")
            .and_then(Value::as_array)
            .cloned();
        operations.retain(|method, operation| {
            let content = operation
                .pointer("/requestBody/content")
                .and_then(Value::as_object);
            let unknown = content.and_then(|content| {
                content
                    .keys()
                    .find(|media| !KNOWN.contains(&media.as_str()))
            });
            if let Some(media) = unknown {
                left_out.push(format!(
                    "{} {path}: progenitor sends no body of {media}",
                    method.to_uppercase()
                ));
            }
            if unknown.is_some() {
                return false;
            }
            let parameters = operation.get("parameters").and_then(Value::as_array);
            let all = parameters.into_iter().chain(shared.as_ref()).flatten();
            let unsent = all
                .map(|parameter| components.followed(parameter))
                .find(|parameter| !components.is_sent(parameter));
            if let Some(parameter) = unsent {
                let name = parameter["name"].as_str().unwrap_or_default();
                left_out.push(format!(
                    "{} {path}: progenitor cannot write the parameter {name}",
                    method.to_uppercase()
                ));
                return false;
            }
            if let Some(schema) = operation.pointer_mut("/requestBody/content/text~1plain/schema")
                && *schema != plain
            {
                *schema = plain.clone();
                left_out.push(format!(
                    "{} {path}: progenitor knows no rules for text/plain; the server does",
                    method.to_uppercase()
                ));
            }
            true
        });
    }
    left_out
}

/// The components of a document, for what its parameters refer to.
struct Components(Value);

impl Components {
    fn followed<'a>(&'a self, value: &'a Value) -> &'a Value {
        let mut current = value;
        for _ in 0..16 {
            let reference = current.get("$ref").and_then(Value::as_str);
            let target = reference
                .and_then(|reference| self.0.pointer(reference.strip_prefix("#/components")?));
            match target {
                Some(target) => current = target,
                None => break,
            }
        }
        current
    }

    /// Whether progenitor's client can write a parameter: in the usual style, lists by repeating them in the query.
    fn is_sent(&self, parameter: &Value) -> bool {
        let place = parameter["in"].as_str().unwrap_or_default();
        let usual = if place == "query" { "form" } else { "simple" };
        let is_usual = parameter["style"]
            .as_str()
            .is_none_or(|style| style == usual);
        let kind = &self.followed(&parameter["schema"])["type"];
        let is_written = match kind.as_str() {
            Some("array") => place == "query" && parameter["explode"] != false,
            Some("object") => false,
            _ => true,
        };
        place != "cookie" && parameter.get("content").is_none() && is_usual && is_written
    }
}

/// progenitor needs a name for each operation; where the document has none, it is called as the server's is.
fn name_operations(document: &mut Value) {
    let paths = document.get_mut("paths").and_then(Value::as_object_mut);
    for (path, item) in paths.into_iter().flatten() {
        let methods = item.as_object_mut().into_iter().flatten();
        for (method, operation) in methods.filter(|(key, _)| METHODS.contains(&key.as_str())) {
            if let Some(members) = operation.as_object_mut() {
                members
                    .entry("operationId")
                    .or_insert_with(|| made_id(method, path).into());
            }
        }
    }
}

/// Runs progenitor.
pub(super) fn emit(mut document: Value) -> Result<TokenStream, String> {
    name_operations(&mut document);
    // One type for both ways, as the server has it.
    for side in [Side::Request, Side::Answer] {
        optional(&mut document, side);
    }
    leave_out_bodiless_successes(&mut document);
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

/// progenitor panics where an operation has one success with a body and another without, such as 304. Without the latter its
/// client calls them unexpected, with their status.
fn leave_out_bodiless_successes(document: &mut Value) {
    let paths = document["paths"].as_object_mut();
    let operations = paths.into_iter().flat_map(Map::values_mut);
    let operations = operations
        .filter_map(Value::as_object_mut)
        .flat_map(Map::values_mut);
    for operation in operations {
        let Some(responses) = operation
            .get_mut("responses")
            .and_then(Value::as_object_mut)
        else {
            continue;
        };
        let is_success = |status: &str| status.starts_with('2') || status.starts_with('3');
        // A reference may lead to a body.
        let has_body =
            |response: &Value| response.get("content").is_some() || response.get("$ref").is_some();
        if responses
            .iter()
            .any(|(status, response)| is_success(status) && has_body(response))
        {
            responses.retain(|status, response| !is_success(status) || has_body(response));
        }
    }
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
