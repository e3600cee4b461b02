//! `credentials.rs`: the document's security schemes, and what callers show for them as one type.

use std::collections::BTreeMap;

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::names::{camel, docs, shouty, snake};
use super::uses::uses;
use crate::model::{Demand, Location, Model, SecurityKind, SecurityScheme};

/// Writes `credentials.rs`.
pub(super) fn emit(model: &Model) -> TokenStream {
    let ways = ways(model);
    let variants: Vec<TokenStream> = ways.iter().map(|way| way.declared()).collect();
    let arms: Vec<TokenStream> = ways.iter().map(Way::arm).collect();
    let statics: Vec<TokenStream> = used(model).map(scheme_static).collect();
    let code = quote! {
        /// What a request shows to say who calls: a variant for each way that the document names. `Debug` keeps the secrets.
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub enum Credentials { #(#variants,)* }

        impl Credentials {
            pub(super) fn of(shown: &Shown) -> Option<Self> {
                match *shown.schemes() { #(#arms)* _ => None }
            }
        }

        #(#statics)*
    };
    let uses = uses(
        &code,
        &[
            (
                "super::support",
                &[
                    "AccessToken",
                    "Basic",
                    "Location",
                    "Scheme",
                    "SchemeKind",
                    "Secret",
                ],
            ),
            ("super::support::credentials", &["Shown"]),
        ],
    );
    quote! {
        //! Who may call: the document's security schemes, and what callers show for them.

        #uses

        #code
    }
}

/// The schemes that some operation asks for, in the order of the document.
fn used(model: &Model) -> impl Iterator<Item = &SecurityScheme> {
    let schemes = model.security_schemes.iter();
    schemes.filter(|scheme| model.asks_for(&scheme.name))
}

/// The row of a scheme in the table.
pub(super) fn scheme_ident(name: &str) -> Ident {
    shouty(name)
}

fn scheme_static(scheme: &SecurityScheme) -> TokenStream {
    let (ident, name) = (scheme_ident(&scheme.name), &scheme.name);
    let kind = match &scheme.kind {
        SecurityKind::Bearer => quote!(Bearer),
        SecurityKind::Basic => quote!(Basic),
        SecurityKind::OAuth2 => quote!(OAuth2),
        SecurityKind::OpenIdConnect => quote!(OpenIdConnect),
        SecurityKind::ApiKey(location, name) => {
            let location = match location {
                Location::Query => quote!(Query),
                Location::Cookie => quote!(Cookie),
                Location::Header | Location::Path => quote!(Header),
            };
            quote!(ApiKey(Location::#location, #name))
        }
    };
    let annotations = scheme.annotations.to_string();
    let doc = format!(" `{name}`.");
    quote! {
        #[doc = #doc]
        pub(super) static #ident: Scheme = Scheme { name: #name, kind: SchemeKind::#kind, annotations: #annotations };
    }
}

/// Schemes that are met together, and the orders in which operations list them.
struct Way<'a> {
    /// In the order in which the document declares them.
    schemes: Vec<&'a SecurityScheme>,
    orders: Vec<Vec<&'a str>>,
}

fn ways(model: &Model) -> Vec<Way<'_>> {
    let place = |demand: &Demand| {
        let mut schemes = model.security_schemes.iter();
        schemes.position(|scheme| scheme.name == demand.scheme)
    };
    let mut found: BTreeMap<Vec<usize>, Vec<Vec<&str>>> = BTreeMap::new();
    let alternatives = model
        .operations
        .iter()
        .flat_map(|operation| &operation.security);
    for alternative in alternatives.filter(|all| !all.is_empty()) {
        let mut key: Vec<usize> = alternative.iter().filter_map(place).collect();
        key.sort_unstable();
        let order: Vec<&str> = alternative
            .iter()
            .map(|demand| demand.scheme.as_str())
            .collect();
        let orders = found.entry(key).or_default();
        if !orders.contains(&order) {
            orders.push(order);
        }
    }
    found
        .into_iter()
        .map(|(key, orders)| Way {
            schemes: (key.into_iter())
                .filter_map(|at| model.security_schemes.get(at))
                .collect(),
            orders,
        })
        .collect()
}

impl Way<'_> {
    fn name(&self) -> Ident {
        let names: Vec<String> = (self.schemes.iter())
            .map(|scheme| scheme.name.to_upper_camel_case())
            .collect();
        camel(&names.join("And"))
    }

    fn declared(&self) -> TokenStream {
        let name = self.name();
        match self.schemes.as_slice() {
            [one] => {
                let (doc, ty) = (docs(&described(one)), one.kind.shown());
                quote!(#doc #name(#ty))
            }
            all => {
                let names: Vec<String> = all
                    .iter()
                    .map(|scheme| format!("`{}`", scheme.name))
                    .collect();
                let doc = docs(&format!("{} together.", names.join(" and ")));
                let fields = all.iter().map(|scheme| {
                    let (doc, field, ty) = (
                        docs(&described(scheme)),
                        snake(&scheme.name),
                        scheme.kind.shown(),
                    );
                    quote!(#doc #field: #ty)
                });
                quote!(#doc #name { #(#fields,)* })
            }
        }
    }

    fn arm(&self) -> TokenStream {
        let orders = self.orders.iter().map(|names| quote!([#(#names),*]));
        let name = self.name();
        let value = match self.schemes.as_slice() {
            [one] => {
                let taken = one.taken();
                quote!(Self::#name(#taken))
            }
            all => {
                let fields = all.iter().map(|scheme| {
                    let (field, taken) = (snake(&scheme.name), scheme.taken());
                    quote!(#field: #taken)
                });
                quote!(Self::#name { #(#fields),* })
            }
        };
        quote!(#(#orders)|* => Some(#value),)
    }
}

fn described(scheme: &SecurityScheme) -> String {
    match &scheme.description {
        Some(description) => format!("`{}`: {}", scheme.name, description.trim()),
        None => format!("`{}`.", scheme.name),
    }
}

impl SecurityScheme {
    /// How its credentials are taken out of what a request shows.
    fn taken(&self) -> TokenStream {
        let method = format_ident!("{}", self.kind.shown().to_string().to_snake_case());
        let name = &self.name;
        quote!(shown.#method(#name)?)
    }
}

impl SecurityKind {
    /// The type of its credentials.
    fn shown(&self) -> TokenStream {
        match self {
            SecurityKind::Basic => quote!(Basic),
            SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => quote!(AccessToken),
            SecurityKind::Bearer | SecurityKind::ApiKey(..) => quote!(Secret),
        }
    }
}
