//! From the document's names to Rust's.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// A snake-case identifier, raw when the name is a keyword.
pub(super) fn snake(name: &str) -> Ident {
    ident(&name.to_snake_case())
}

/// A type's name.
pub(super) fn camel(name: &str) -> Ident {
    ident(&name.to_upper_camel_case())
}

/// A static's name.
pub(super) fn shouty(name: &str) -> Ident {
    ident(&name.to_shouty_snake_case())
}

/// A header's field: `ETag` is `etag`, `WWW-Authenticate` is `www_authenticate`.
pub(super) fn header_field(name: &str) -> Ident {
    ident(&name.to_lowercase().replace('-', "_"))
}

/// The reason phrase of a status as a type's name; statuses without one are called by number.
pub(super) fn reason(status: u16) -> String {
    let phrase = http::StatusCode::from_u16(status)
        .ok()
        .and_then(|status| status.canonical_reason());
    phrase.map_or_else(
        || format!("Status{status}"),
        |phrase| phrase.replace('\'', "").to_upper_camel_case(),
    )
}

/// Doc comments, one for each line.
pub(super) fn docs(text: &str) -> TokenStream {
    let lines = text
        .trim()
        .lines()
        .map(|line| format!(" {}", line.trim_end()));
    quote!(#(#[doc = #lines])*)
}

fn ident(name: &str) -> Ident {
    let safe = if name.starts_with(|c: char| c.is_ascii_digit()) || name.is_empty() {
        format!("_{name}")
    } else {
        name.to_owned()
    };
    match syn::parse_str::<Ident>(&safe) {
        Ok(ident) => ident,
        Err(_) if matches!(safe.as_str(), "self" | "Self" | "super" | "crate" | "_") => {
            Ident::new(&format!("{safe}_"), Span::call_site())
        }
        Err(_) if safe.chars().all(|c| c.is_alphanumeric() || c == '_') => {
            Ident::new_raw(&safe, Span::call_site())
        }
        Err(_) => Ident::new("unnamed", Span::call_site()),
    }
}
