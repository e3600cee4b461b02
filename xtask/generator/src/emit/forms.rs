//! The parts of `multipart/form-data` as a struct: a member for each that the document names.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use serde_json::Value;

use super::models::typed;
use super::names::{camel, docs, snake};
use crate::model::{BodyKind, Model, Operation};
use crate::schema::resolved;

/// A part, as it is taken.
struct Member<'a> {
    name: &'a str,
    schema: &'a Value,
    /// Whether the application always sees it: required, or with a default.
    is_given: bool,
    is_list: bool,
    is_file: bool,
}

/// The name of the struct.
pub(super) fn form_name(operation: &Operation) -> Ident {
    format_ident!("{}Form", camel(&operation.name))
}

fn members<'a>(operation: &'a Operation, model: &'a Model) -> Vec<Member<'a>> {
    let body = operation.bodies().find(|body| body.kind == BodyKind::Parts);
    let required = body.and_then(|body| {
        resolved(&body.schema, &model.schemas)
            .get("required")?
            .as_array()
    });
    let is_required =
        |name: &str| required.is_some_and(|names| names.iter().any(|own| own == name));
    operation
        .parts(&model.schemas)
        .map(|(name, schema)| {
            let own = resolved(schema, &model.schemas);
            let item = own.get("items").filter(|_| own["type"] == "array");
            let item_or_own = item.map_or(own, |item| resolved(item, &model.schemas));
            let has_default = [schema, own]
                .iter()
                .any(|schema| schema.get("default").is_some());
            Member {
                name,
                schema,
                is_given: is_required(name) || has_default,
                is_list: item.is_some(),
                is_file: item_or_own["format"] == "binary",
            }
        })
        .collect()
}

/// The struct of an operation whose body is such a form.
pub(super) fn form(operation: &Operation, model: &Model) -> TokenStream {
    let members = members(operation, model);
    if members.is_empty() {
        return quote!();
    }
    let name = form_name(operation);
    let doc = format!(" The parts of the body of `{}`.", operation.id);
    let fields = members.iter().map(|member| {
        let description = resolved(member.schema, &model.schemas).get("description");
        let doc = docs(
            description
                .and_then(Value::as_str)
                .unwrap_or("See the document."),
        );
        let field = snake(member.name);
        let ty = match (member.is_file, member.is_list) {
            (true, true) => quote!(Vec<Part>),
            (true, false) => quote!(Part),
            (false, _) => typed(member.schema, model),
        };
        // No file is an empty list of files.
        let ty = if member.is_given || (member.is_file && member.is_list) {
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

/// The struct's value, from input that was validated and has a body.
pub(super) fn form_value(operation: &Operation, model: &Model) -> TokenStream {
    let name = form_name(operation);
    let fields = members(operation, model).into_iter().map(|member| {
        let (field, name) = (snake(member.name), member.name);
        match (member.is_file, member.is_list, member.is_given) {
            (true, true, _) => quote!(#field: input.files(#name)),
            (true, false, true) => quote!(#field: input.file(#name)?),
            (true, false, false) => quote!(#field: input.files(#name).pop()),
            (false, _, _) => quote!(#field: input.member(#name)?),
        }
    });
    quote!(#name { #(#fields,)* })
}
