//! Imports: of what may be needed, what is.

use std::collections::BTreeSet;

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::quote;

/// `use` items for those names that occur in the code, by the path that they are found under.
pub(super) fn uses(code: &TokenStream, candidates: &[(&str, &[&str])]) -> TokenStream {
    let mut found = BTreeSet::new();
    idents(code.clone(), &mut found);
    let items = candidates.iter().map(|(path, names)| {
        let path: Vec<Ident> = path.split("::").map(ident).collect();
        let names: Vec<Ident> = names
            .iter()
            .filter(|name| found.contains(**name))
            .map(|name| ident(name))
            .collect();
        match names.as_slice() {
            [] => quote!(),
            // Modules beside this one, a line each.
            names if path.len() == 1 && path[0] == "super" => quote!(#(use super::#names;)*),
            [one] => quote!(use #(#path)::*::#one;),
            names => quote!(use #(#path)::*::{#(#names),*};),
        }
    });
    quote!(#(#items)*)
}

fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(keyword) => Ident::new_raw(keyword, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}

fn idents(code: TokenStream, found: &mut BTreeSet<String>) {
    for token in code {
        match token {
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
            }
            TokenTree::Group(group) => idents(group.stream(), found),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}
