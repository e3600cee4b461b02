//! `operations.rs`: what each operation takes and answers, as types, and how its input is read.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::answers::{answers, contents};
use super::bodies::{body_type, body_value, choice};
use super::forms::form;
use super::models::{type_ident, typed};
use super::names::{camel, docs, shouty, snake};
use super::uses::uses;
use crate::model::routes::shape;
use crate::model::{Content, Model, Operation, Parameter};
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
    let name = camel(&operation.name);
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
    let name = format_ident!("{}Params", camel(&operation.name));
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

/// Ties the operation to its row of the table and its schemas.
fn described(operation: &Operation, model: &Model) -> TokenStream {
    let name = camel(&operation.name);
    let row = shouty(&operation.name);
    let own = shape(&operation.path);
    let allow = model
        .operations
        .iter()
        .filter(|other| shape(&other.path) == own)
        .flat_map(|other| {
            let head = (other.method == "GET").then_some("HEAD");
            std::iter::once(other.method.as_str()).chain(head)
        });
    let mut seen = BTreeSet::new();
    let allow: Vec<&str> = { allow.chain(["OPTIONS"]) }
        .filter(|method| seen.insert(*method))
        .collect();
    let allow = allow.join(", ");
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
    let name = camel(&operation.name);
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
