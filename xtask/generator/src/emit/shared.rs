//! What several operations have in common stands once: components, and what is written the same more than once.

use std::collections::BTreeSet;
use std::fmt::Debug;

use indexmap::IndexMap;
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::names::{reason, shouty};
use crate::model::{Model, Operation};
use crate::schema::referred;

/// The constants of one kind, by what they hold.
#[derive(Default)]
struct Kind {
    names: IndexMap<String, Ident>,
    rows: IndexMap<Ident, TokenStream>,
}

/// The parameters, headers and responses that have a constant.
pub(super) struct Shared {
    parameters: Kind,
    headers: Kind,
    responses: Kind,
}

impl Shared {
    pub(super) fn of(model: &Model) -> Self {
        let responses = || model.operations.iter().flat_map(|o| &o.responses);
        let parameters = model
            .operations
            .iter()
            .flat_map(|o: &Operation| &o.parameters);
        Self {
            parameters: Kind::of(
                parameters.map(|p| (p, p.component.as_deref(), [p.name.clone(), String::new()])),
            ),
            headers: Kind::of(
                responses()
                    .flat_map(|response| &response.headers)
                    .map(|h| (h, h.component.as_deref(), [h.name.clone(), String::new()])),
            ),
            responses: Kind::of(responses().map(|r| {
                let schema = r.content.schema().and_then(referred).unwrap_or_default();
                let status = reason(r.status);
                let names = match &r.component {
                    Some(_) => [String::new(), status],
                    None => [format!("{status}_{schema}"), String::new()],
                };
                (r, r.component.as_deref(), names)
            })),
        }
    }

    /// A parameter's constant, or its row where it has none.
    pub(super) fn parameter(&mut self, parameter: &impl Debug, row: TokenStream) -> TokenStream {
        self.parameters.place("parameters", parameter, row)
    }

    /// A header's constant, or its row where it has none.
    pub(super) fn header(&mut self, header: &impl Debug, row: TokenStream) -> TokenStream {
        self.headers.place("headers", header, row)
    }

    /// A response's constant, or its row where it has none.
    pub(super) fn response(&mut self, response: &impl Debug, row: TokenStream) -> TokenStream {
        self.responses.place("responses", response, row)
    }

    /// The modules that hold the constants.
    pub(super) fn modules(self) -> TokenStream {
        let parts = [
            ("parameters", "Parameter", self.parameters),
            ("headers", "Header", self.headers),
            ("responses", "Response", self.responses),
        ];
        let modules = parts
            .into_iter()
            .filter(|(_, _, kind)| !kind.rows.is_empty())
            .map(|(module, ty, kind)| {
                let doc = format!(" The {module} that operations share.");
                let (module, ty) = (format_ident!("{module}"), format_ident!("{ty}"));
                let (names, rows): (Vec<_>, Vec<_>) = kind.rows.into_iter().unzip();
                quote! {
                    #[doc = #doc]
                    mod #module {
                        use super::*;

                        #(pub(super) const #names: #ty = #rows;)*
                    }
                }
            });
        quote!(#(#modules)*)
    }
}

impl Kind {
    /// Names components after themselves, and what else occurs more than once by the first of the names that come with
    /// it. The second tells apart what one component is in several places.
    fn of<'a, T: Debug + 'a>(
        things: impl Iterator<Item = (&'a T, Option<&'a str>, [String; 2])>,
    ) -> Self {
        let mut found = IndexMap::new();
        for (thing, component, names) in things {
            let (_, _, count) = found
                .entry(format!("{thing:?}"))
                .or_insert((component, names, 0));
            *count += 1;
        }
        let mut taken = BTreeSet::new();
        let mut names = IndexMap::new();
        // Components first: their names are the document's own.
        for is_component in [true, false] {
            for (key, (component, [name, more], count)) in &found {
                if component.is_some() != is_component || (!is_component && *count < 2) {
                    continue;
                }
                let name = component.unwrap_or(name);
                let longer = format!("{name}_{more}");
                let numbered = (2..).map(|number| format!("{longer}_{number}"));
                let mut wanted = [name.to_owned(), longer.clone()]
                    .into_iter()
                    .chain(numbered);
                if let Some(ident) = wanted.find_map(|name| {
                    let ident = shouty(&name);
                    taken.insert(ident.to_string()).then_some(ident)
                }) {
                    names.insert(key.clone(), ident);
                }
            }
        }
        Self {
            names,
            rows: IndexMap::new(),
        }
    }

    fn place(&mut self, module: &str, thing: &impl Debug, row: TokenStream) -> TokenStream {
        let Some(name) = self.names.get(&format!("{thing:?}")) else {
            return row;
        };
        let module = format_ident!("{module}");
        let constant = quote!(#module::#name);
        self.rows.entry(name.clone()).or_insert(row);
        constant
    }
}
