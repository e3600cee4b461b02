//! typify writes the same conversions for every type of one value; here they become one line for all of them.
//!
//! Only what is written exactly as `template/support/newtype.rs` has it is replaced: what typify writes otherwise stays.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::{Fields, Item, Type};

/// The types whose conversions are the common ones.
#[derive(Default)]
pub(super) struct Newtypes {
    /// Constrained texts.
    texts: Vec<Ident>,
    /// What else is made from text.
    parsed: Vec<Ident>,
    /// Names for other types.
    wrappers: Vec<(Ident, Type)>,
}

impl Newtypes {
    /// Takes the common conversions out of a file.
    pub(super) fn taken_from(file: &mut syn::File) -> Self {
        let mut found = Self::default();
        let mut conversions = Conversions::of(&file.items);
        let types: Vec<(Ident, Option<Type>)> = file.items.iter().filter_map(one_value).collect();
        for (name, inner) in types {
            let is_text = inner.as_ref().is_some_and(|ty| is_plain(ty, "String"));
            if is_text && conversions.take(&text(&name)) {
                found.texts.push(name);
            } else if conversions.take(&parsed(&name)) {
                found.parsed.push(name);
            } else if let Some(inner) = inner
                && conversions.take(&wrapper(&name, &inner))
            {
                found.wrappers.push((name, inner));
            }
        }
        let mut at = 0..;
        file.items
            .retain(|_| !at.next().is_some_and(|at| conversions.taken.contains(&at)));
        found
    }

    /// The macros of the support that the types need.
    pub(super) fn needs(&self) -> impl Iterator<Item = &'static str> {
        [
            (!self.texts.is_empty()).then_some("texts"),
            (!self.parsed.is_empty()).then_some("parsed"),
            (!self.wrappers.is_empty()).then_some("wrappers"),
        ]
        .into_iter()
        .flatten()
    }

    /// What stands for that which was taken out.
    pub(super) fn emit(&self) -> TokenStream {
        let Self {
            texts,
            parsed,
            wrappers,
        } = self;
        let texts = (!texts.is_empty()).then(|| quote!(texts!(#(#texts),*);));
        let parsed = (!parsed.is_empty()).then(|| quote!(parsed!(#(#parsed),*);));
        let wrappers = wrappers
            .iter()
            .map(|(name, inner)| quote!(wrapper!(#name, #inner);));
        quote!(#texts #parsed #(#wrappers)*)
    }
}

/// A struct of one unnamed field with that field's type, or an enum.
fn one_value(item: &Item) -> Option<(Ident, Option<Type>)> {
    match item {
        Item::Enum(item) => Some((item.ident.clone(), None)),
        Item::Struct(item) => match &item.fields {
            Fields::Unnamed(fields) if fields.unnamed.len() == 1 => {
                let field = fields.unnamed.first()?;
                Some((item.ident.clone(), Some(field.ty.clone())))
            }
            _ => None,
        },
        _ => None,
    }
}

fn is_plain(ty: &Type, name: &str) -> bool {
    matches!(ty, Type::Path(path) if path.path.is_ident(name))
}

/// The conversions of a file by their text, each printed once: a file may hold thousands.
struct Conversions {
    places: HashMap<String, usize>,
    taken: HashSet<usize>,
}

impl Conversions {
    fn of(items: &[Item]) -> Self {
        let impls = items.iter().enumerate().rev();
        Self {
            places: impls
                .filter(|(_, item)| matches!(item, Item::Impl(_)))
                .map(|(at, item)| (plain(item), at))
                .collect(),
            taken: HashSet::new(),
        }
    }

    /// Takes all of these, if all are there.
    fn take(&mut self, wanted: &[TokenStream]) -> bool {
        let place = |tokens| self.places.get(&plain(tokens)).copied();
        let Some(places) = wanted.iter().map(place).collect::<Option<Vec<usize>>>() else {
            return false;
        };
        self.taken.extend(places);
        true
    }
}

/// A comma behind the last of a list says nothing.
fn plain(tokens: &impl ToTokens) -> String {
    let text = tokens.to_token_stream().to_string();
    text.replace(" ,)", ")")
}

fn text(name: &Ident) -> Vec<TokenStream> {
    let mut items = vec![
        deref(name, &quote!(String)),
        into(name, &quote!(String)),
        quote! {
            impl<'de> serde::Deserialize<'de> for #name {
                fn deserialize<D>(deserializer: D) -> Result<Self, D::Error>
                where
                    D: serde::Deserializer<'de>,
                {
                    String::deserialize(deserializer)?
                        .parse()
                        .map_err(|e: error::ConversionError| {
                            <D::Error as ::serde::de::Error>::custom(e.to_string())
                        })
                }
            }
        },
    ];
    items.extend(parsed(name));
    items
}

fn parsed(name: &Ident) -> Vec<TokenStream> {
    vec![
        quote! {
            impl TryFrom<&str> for #name {
                type Error = error::ConversionError;
                fn try_from(value: &str) -> Result<Self, error::ConversionError> {
                    value.parse()
                }
            }
        },
        quote! {
            impl TryFrom<String> for #name {
                type Error = error::ConversionError;
                fn try_from(value: String) -> Result<Self, error::ConversionError> {
                    value.parse()
                }
            }
        },
    ]
}

fn wrapper(name: &Ident, inner: &Type) -> Vec<TokenStream> {
    let inner = inner.to_token_stream();
    vec![
        deref(name, &inner),
        into(name, &inner),
        quote! {
            impl From<#inner> for #name {
                fn from(value: #inner) -> Self {
                    Self(value)
                }
            }
        },
    ]
}

fn deref(name: &Ident, inner: &TokenStream) -> TokenStream {
    quote! {
        impl std::ops::Deref for #name {
            type Target = #inner;
            fn deref(&self) -> &#inner {
                &self.0
            }
        }
    }
}

fn into(name: &Ident, inner: &TokenStream) -> TokenStream {
    quote! {
        impl From<#name> for #inner {
            fn from(value: #name) -> Self {
                value.0
            }
        }
    }
}
