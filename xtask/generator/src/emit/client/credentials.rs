//! `credentials.rs`: what a client shows for the security schemes that its operations ask for.

use indexmap::IndexSet;
use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::{Map, Value};
use syn::{Expr, ImplItem, Item, Stmt, Type, parse_quote};

use crate::emit::names::{camel, docs, snake};
use crate::emit::uses::uses;
use crate::model::{Location, Model, SecurityKind, SecurityScheme};

/// Takes from an operation what it demands: the ways to meet it, each the schemes that are met together.
pub(super) fn take(operation: &mut Map<String, Value>) -> Vec<Vec<String>> {
    let security = operation.shift_remove("security").unwrap_or_default();
    let ways = security.as_array().into_iter().flatten();
    let schemes = |way: &Value| {
        let members = way.as_object().into_iter().flatten();
        members.map(|(name, _)| name.clone()).collect::<Vec<_>>()
    };
    // Ways that differ in what a token must allow are one to the caller.
    let ways: IndexSet<Vec<String>> = ways.map(schemes).filter(|way| !way.is_empty()).collect();
    ways.into_iter().collect()
}

/// Shows them in a request.
pub(super) fn shown(request: &Ident, ways: &[Vec<String>]) -> Stmt {
    let ways = ways.iter().map(|way| {
        let schemes = way.iter().map(|scheme| camel(scheme));
        quote!(&[#(Scheme::#schemes),*])
    });
    parse_quote!(client.credentials.show(&mut #request, &[#(#ways),*]).map_err(Error::InvalidRequest)?;)
}

/// Gives progenitor's client a place for them.
pub(super) fn keep(file: &mut syn::File) -> Result<(), String> {
    let mut places = 0;
    for item in &mut file.items {
        match item {
            Item::Struct(item) if item.ident == "Client" => {
                if let syn::Fields::Named(fields) = &mut item.fields {
                    fields.named.push(
                        parse_quote!(pub(crate) credentials: super::credentials::Credentials),
                    );
                    places += 1;
                }
            }
            Item::Impl(item) if item.trait_.is_none() && is_client(&item.self_ty) => {
                let made = item.items.iter_mut().find_map(|item| match item {
                    ImplItem::Fn(function) if function.sig.ident == "new_with_client" => {
                        function.block.stmts.last_mut()
                    }
                    _ => None,
                });
                if let Some(Stmt::Expr(Expr::Struct(made), _)) = made {
                    made.fields
                        .push(parse_quote!(credentials: Default::default()));
                    item.items.push(parse_quote! {
                        /// The same client, with what it shows where an operation asks who calls.
                        pub fn with_credentials(mut self, credentials: super::credentials::Credentials) -> Self {
                            self.credentials = credentials;
                            self
                        }
                    });
                    places += 1;
                }
            }
            _ => {}
        }
    }
    if places == 2 {
        Ok(())
    } else {
        Err("progenitor's `Client` is not made as it was".to_owned())
    }
}

fn is_client(ty: &Type) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident("Client"))
}

/// Writes `credentials.rs`, if some operation asks who calls.
pub(super) fn emit(model: &Model) -> Option<TokenStream> {
    let schemes = model.security_schemes.iter();
    let schemes: Vec<&SecurityScheme> = schemes
        .filter(|scheme| model.asks_for(&scheme.name))
        .collect();
    if schemes.is_empty() {
        return None;
    }
    let names: Vec<Ident> = schemes.iter().map(|scheme| camel(&scheme.name)).collect();
    let fields: Vec<Ident> = schemes.iter().map(|scheme| snake(&scheme.name)).collect();
    let declared = schemes.iter().zip(&fields).map(|(scheme, field)| {
        let docs = docs(&described(scheme));
        let ty = match scheme.kind {
            SecurityKind::Basic => quote!(Basic),
            _ => quote!(String),
        };
        quote!(#docs pub #field: Option<#ty>)
    });
    let arms = schemes
        .iter()
        .zip(&names)
        .zip(&fields)
        .map(|((scheme, name), field)| {
            let added = added(scheme);
            quote! {
                Scheme::#name => {
                    if let Some(shown) = &self.#field {
                        #added
                    }
                }
            }
        });
    let basic = schemes
        .iter()
        .any(|scheme| scheme.kind == SecurityKind::Basic)
        .then(|| {
            quote! {
                /// A user and their password.
                #[derive(Clone, PartialEq, Eq)]
                pub struct Basic {
                    /// Who calls; without a colon.
                    pub user: String,
                    /// What proves it.
                    pub password: String,
                }

                impl fmt::Debug for Basic {
                    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.debug_struct("Basic").field("user", &self.user).finish_non_exhaustive()
                    }
                }
            }
        });
    let headers = schemes.iter().any(|scheme| is_header(&scheme.kind)).then(|| quote! {
        /// A header that no log shows.
        fn insert(request: &mut Request, name: &'static str, text: String) -> Result<(), String> {
            let mut value = HeaderValue::try_from(text).map_err(|error| error.to_string())?;
            value.set_sensitive(true);
            request.headers_mut().insert(name, value);
            Ok(())
        }
    });
    let code = quote! {
        /// What a client shows where an operation asks who calls: of several ways, the first for which all is here. Where there is
        /// none, the request goes out without.
        ///
        /// `Debug` names what is here and keeps the secrets.
        #[derive(Clone, Default, PartialEq, Eq)]
        pub struct Credentials { #(#declared,)* }

        #basic

        /// The document's security schemes.
        #[derive(Clone, Copy, Debug)]
        pub(super) enum Scheme { #(#names,)* }

        impl Credentials {
            /// Adds to a request what the first of the ways asks for that is here in full.
            pub(super) fn show(&self, request: &mut Request, ways: &[&[Scheme]]) -> Result<(), String> {
                let way = ways.iter().find(|way| way.iter().all(|scheme| self.has(*scheme)));
                for scheme in way.into_iter().copied().flatten() {
                    match scheme { #(#arms)* }
                }
                Ok(())
            }

            fn has(&self, scheme: Scheme) -> bool {
                match scheme { #(Scheme::#names => self.#fields.is_some(),)* }
            }
        }

        impl fmt::Debug for Credentials {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let all = [#(Scheme::#names),*].into_iter();
                f.debug_set().entries(all.filter(|scheme| self.has(*scheme))).finish()
            }
        }

        #headers
    };
    let known: &[(&str, &[&str])] = &[
        ("std", &["fmt"]),
        ("base64::engine::general_purpose", &["STANDARD"]),
        ("reqwest", &["Request"]),
        ("reqwest::header", &["HeaderValue"]),
        ("super", &["cookies"]),
    ];
    let uses = uses(&code, known);
    let engine = basic.is_some().then(|| {
        quote!(
            use base64::Engine as _;
        )
    });
    Some(quote! {
        //! Who calls: what the client shows for the document's security schemes.

        #engine
        #uses

        #code
    })
}

/// Whether some of them are cookies.
pub(super) fn has_cookies(model: &Model) -> bool {
    let mut schemes = model.security_schemes.iter();
    schemes.any(|scheme| {
        matches!(scheme.kind, SecurityKind::ApiKey(Location::Cookie, _))
            && model.asks_for(&scheme.name)
    })
}

fn described(scheme: &SecurityScheme) -> String {
    let what = match &scheme.kind {
        SecurityKind::Bearer => "the token of `Authorization: Bearer`".to_owned(),
        SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => {
            "the access token, which the caller has got, of `Authorization: Bearer`".to_owned()
        }
        SecurityKind::Basic => "of `Authorization: Basic`".to_owned(),
        SecurityKind::ApiKey(location, name) => {
            let place = match location {
                Location::Cookie => "the cookie",
                Location::Query => "the query's",
                Location::Header | Location::Path => "the header",
            };
            format!("{place} `{name}`")
        }
    };
    match &scheme.description {
        Some(text) => format!("`{}`, {what}: {}", scheme.name, text.trim()),
        None => format!("`{}`, {what}.", scheme.name),
    }
}

fn is_header(kind: &SecurityKind) -> bool {
    !matches!(
        kind,
        SecurityKind::ApiKey(Location::Cookie | Location::Query, _)
    )
}

fn added(scheme: &SecurityScheme) -> TokenStream {
    match &scheme.kind {
        SecurityKind::Bearer | SecurityKind::OAuth2 | SecurityKind::OpenIdConnect => {
            quote!(insert(request, "authorization", format!("Bearer {shown}"))?;)
        }
        SecurityKind::Basic => quote! {
            let pair = STANDARD.encode(format!("{}:{}", shown.user, shown.password));
            insert(request, "authorization", format!("Basic {pair}"))?;
        },
        SecurityKind::ApiKey(Location::Query, name) => {
            quote!(request.url_mut().query_pairs_mut().append_pair(#name, shown);)
        }
        SecurityKind::ApiKey(Location::Cookie, name) => {
            let cookie = format!("{name}={{shown}}");
            quote!(cookies::add(request.headers_mut(), &format!(#cookie))?;)
        }
        SecurityKind::ApiKey(Location::Header | Location::Path, name) => {
            let name = name.to_lowercase();
            quote!(insert(request, #name, shown.clone())?;)
        }
    }
}
