//! `tools.rs`: operations marked `x-agent-tool`, as definitions for models and as dispatch to the same methods.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::{Map, Value, json};

use super::names::shouty;
use super::server::dispatch;
use crate::model::{Location, Model, Operation, Tool};
use crate::schema::{inlined, resolved};

/// Writes `tools.rs`.
pub(super) fn emit(model: &Model) -> TokenStream {
    let tools: Vec<(&Operation, &Tool)> = model
        .operations
        .iter()
        .filter_map(|operation| Some((operation, operation.tool.as_ref()?)))
        .collect();
    let rows = tools.iter().map(|(operation, tool)| {
        let Tool { name, description, approval } = tool;
        let parameters = parameters(operation, model).to_string();
        quote!(Tool { name: #name, description: #description, approval: #approval, parameters: #parameters })
    });
    let arms = tools.iter().map(|(operation, tool)| {
        let (name, row) = (&tool.name, shouty(&operation.name));
        let takes_input = operation.takes_input();
        let input = if takes_input {
            quote!(input)
        } else {
            quote!(_input)
        };
        let dispatch = dispatch(operation, &quote!(head));
        let principal = match (operation.is_secured(), operation.is_optional()) {
            (false, _) => Some(quote!(let _ = principal;)),
            (true, false) => None,
            (true, true) => Some(quote!(let principal = Some(principal);)),
        };
        quote! {
            #name => {
                let work = async {
                    #principal
                    let #input = Input::of_arguments(&document::#row, arguments)?;
                    #dispatch
                };
                settle(api, head, &document::#row, work, log).await
            }
        }
    });
    quote! {
        //! Operations as tools: what a model is told of them, and the way to the application, with the same validation
        //! and the same principal as a request.

        use http::StatusCode;
        use serde_json::Value;

        use super::api::Api;
        use super::document;
        use super::operations::*;
        use super::support::{Authenticated, Input, Reply, RequestHead, Respond, settle};

        /// An operation as a model sees it.
        #[derive(Debug)]
        pub struct Tool {
            /// The operationId.
            pub name: &'static str,
            /// What it does, for the model.
            pub description: &'static str,
            /// Whether a person must agree before each call.
            pub approval: bool,
            /// JSON Schema of the arguments, one flat object, without references.
            pub parameters: &'static str,
        }

        /// What a tool call came to.
        #[derive(Debug, Clone, PartialEq)]
        pub struct ToolAnswer {
            /// The status that the same request would have been answered with.
            pub status: u16,
            /// The body; null where there is none.
            pub body: Value,
        }

        /// All operations marked `x-agent-tool`, in the order of the document.
        pub static TOOLS: &[Tool] = &[#(#rows),*];

        impl Tool {
            /// The tool of a name.
            pub fn find(name: &str) -> Option<&'static Tool> {
                TOOLS.iter().find(|tool| tool.name == name)
            }

            /// The schema of the arguments as a value.
            pub fn schema(&self) -> Value {
                // The generator wrote the text from a value.
                serde_json::from_str(self.parameters).unwrap_or_default()
            }
        }

        impl ToolAnswer {
            /// Whether the call did what it was asked to.
            pub fn is_success(&self) -> bool {
                self.status < 400
            }
        }

        /// Calls the operation of that name for a principal who was authenticated, or is again by
        /// [`reauthenticate`](super::api::reauthenticate) where there is no request at hand any more. An unknown name is
        /// 404; a panic is 500, and goes to the log.
        pub async fn call<A: Api>(
            api: &A,
            head: &RequestHead,
            principal: Authenticated<A::Principal>,
            name: &str,
            arguments: Value,
            log: &slog::Logger,
        ) -> ToolAnswer {
            let reply: Reply = match name {
                #(#arms)*
                _ => Reply::json(StatusCode::NOT_FOUND, &serde_json::json!({ "message": "there is no such tool" })),
            };
            ToolAnswer { status: reply.status.as_u16(), body: reply.into_value() }
        }
    }
}

/// One flat object of the path's and the query's parameters and the body's members; headers are left out.
fn parameters(operation: &Operation, model: &Model) -> Value {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for parameter in operation
        .parameters
        .iter()
        .filter(|parameter| matches!(parameter.location, Location::Path | Location::Query))
    {
        let mut schema = inlined(&parameter.schema, &model.schemas);
        if let (Some(description), Value::Object(members)) = (&parameter.description, &mut schema) {
            members.insert("description".to_owned(), Value::from(description.trim()));
        }
        properties.insert(parameter.name.clone(), schema);
        if parameter.required {
            required.push(Value::from(parameter.name.as_str()));
        }
    }
    if let Some(body) = &operation.body {
        let body = inlined(resolved(&body.schema, &model.schemas), &model.schemas);
        for (name, schema) in body
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            properties.insert(name.clone(), schema.clone());
        }
        required.extend(
            body.get("required")
                .and_then(Value::as_array)
                .into_iter()
                .flatten()
                .cloned(),
        );
    }
    json!({ "type": "object", "properties": properties, "required": required, "additionalProperties": false })
}
