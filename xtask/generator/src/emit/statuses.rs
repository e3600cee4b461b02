//! `statuses.rs`: a trait for every documented error status.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::answers::Variant;
use super::names::{camel, reason};
use super::uses::uses;
use crate::model::{Model, Operation, Response, Status};
use crate::schema::referred;

/// What a status trait's constructor takes: the status where there is a choice, headers, then the body.
fn signature(response: &Response, model: &Model) -> Vec<(Ident, TokenStream)> {
    Variant::of(response, model)
        .fields()
        .into_iter()
        .map(|field| (field.name, field.ty))
        .collect()
}

fn shape(response: &Response, model: &Model) -> String {
    signature(response, model)
        .iter()
        .map(|(name, ty)| format!("{name}: {ty}, "))
        .collect()
}

/// The traits of the error answers: one for each status, and one more for each other shape that it has.
pub(super) struct Statuses(BTreeMap<Status, Vec<(String, usize)>>);

impl Statuses {
    /// Counts the shapes of each status; the most used comes first.
    pub(super) fn of(model: &Model) -> Self {
        let mut found: BTreeMap<Status, Vec<(String, usize)>> = BTreeMap::new();
        for response in model.operations.iter().flat_map(Operation::errors) {
            let shapes = found.entry(response.status).or_default();
            let shape = shape(response, model);
            match shapes.iter_mut().find(|(known, _)| *known == shape) {
                Some((_, count)) => *count += 1,
                None => shapes.push((shape, 1)),
            }
        }
        for shapes in found.values_mut() {
            shapes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        }
        Self(found)
    }

    fn name(&self, response: &Response, model: &Model) -> Ident {
        let plain = reason(response.status);
        let own = shape(response, model);
        let at = self
            .0
            .get(&response.status)
            .and_then(|shapes| shapes.iter().position(|(known, _)| *known == own));
        match at {
            None | Some(0) => format_ident!("{plain}"),
            Some(at) => {
                let body = response.content.schema();
                let body = body.and_then(|body| referred(body).or_else(|| model.inline_name(body)));
                let body = camel(body.unwrap_or("Other"));
                if at == 1 {
                    format_ident!("{plain}{body}")
                } else {
                    format_ident!("{plain}{body}{at}")
                }
            }
        }
    }
}

/// Writes `statuses.rs`.
pub(super) fn emit(model: &Model, statuses: &Statuses) -> TokenStream {
    let mut traits: BTreeMap<(Status, String), (&Response, Vec<Ident>)> = BTreeMap::new();
    for operation in &model.operations {
        for response in operation.errors() {
            let name = statuses.name(response, model).to_string();
            let (_, errors) = traits
                .entry((response.status, name))
                .or_insert((response, Vec::new()));
            errors.push(format_ident!("{}Error", camel(&operation.name)));
        }
    }
    let traits: Vec<TokenStream> = traits
        .values()
        .map(|(response, errors)| status(response, &statuses.name(response, model), errors, model))
        .collect();
    let errors = (!traits.is_empty()).then(|| {
        quote!(
            use super::operations::*;
        )
    });
    let uses = uses(
        &quote!(#(#traits)*),
        &[
            ("http", &["StatusCode"]),
            ("super", &["models"]),
            (
                "super::support",
                &["AnyBody", "EventStream", "StatusIn", "Upgraded", "answered"],
            ),
        ],
    );
    quote! {
        //! A trait for every documented error status, implemented by exactly the operations that document it: the
        //! application maps its errors once, generically, and an undocumented status does not compile.

        #errors
        #uses

        #(#traits)*
    }
}

/// One trait, and the errors that can be answered so.
fn status(response: &Response, name: &Ident, errors: &[Ident], model: &Model) -> TokenStream {
    let status = response.status;
    let doc = match status {
        Status::Default => " Errors that the document does not tell apart by status.".to_owned(),
        Status::Code(_) | Status::Range(_) => format!(
            " Errors that can be {status} {}.",
            reason(status).to_snake_case().replace('_', " ")
        ),
    };
    let method = format_ident!("{}", reason(status).to_snake_case());
    let (names, types): (Vec<_>, Vec<_>) = signature(response, model).into_iter().unzip();
    let method_doc = format!(" The operation's {status}.");
    let pattern = Variant::of(response, model).pattern();
    quote! {
        #[doc = #doc]
        pub trait #name: Sized {
            #[doc = #method_doc]
            fn #method(#(#names: #types),*) -> Self;
        }

        answered!(#name::#method(#(#names: #types),*) = Self::#pattern, #(#errors),*);
    }
}
