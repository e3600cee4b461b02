//! From the document's names to Rust's.

use heck::{ToShoutySnakeCase, ToSnakeCase, ToUpperCamelCase};
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use crate::model::Status;

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

/// The reason phrase of a status as a type's name; statuses without one are called by number, ranges by their class.
pub(super) fn reason(status: Status) -> String {
    let code = match status {
        Status::Code(code) => code,
        Status::Range(1) => return "Informational".to_owned(),
        Status::Range(2) => return "Success".to_owned(),
        Status::Range(3) => return "Redirection".to_owned(),
        Status::Range(4) => return "ClientError".to_owned(),
        Status::Range(_) => return "ServerError".to_owned(),
        Status::Default => return "Otherwise".to_owned(),
    };
    let phrase = http::StatusCode::from_u16(code)
        .ok()
        .and_then(|status| status.canonical_reason());
    phrase.map_or_else(
        || format!("Status{code}"),
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
        Err(_) => syn::parse_str(&format!("r#{safe}")).unwrap_or_else(|_| spelt(&safe)),
    }
}

/// A name with characters that Rust takes in none: these by their numbers.
fn spelt(name: &str) -> Ident {
    let is_taken = |c: char| syn::parse_str::<Ident>(&format!("a{c}")).is_ok();
    let spelt: String = { name.chars() }
        .map(|c| match is_taken(c) {
            true => c.to_string(),
            false => format!("u{:x}", u32::from(c)),
        })
        .collect();
    Ident::new(&format!("_{spelt}"), Span::call_site())
}
