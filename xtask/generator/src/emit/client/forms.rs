//! Forms of named parts: `forms.rs` makes them of the types that typify has made, in which files are files.

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use syn::visit_mut::{self, VisitMut};
use syn::{Attribute, Field, Item, ItemMod, ItemStruct, LitStr, Type, parse_quote};

use super::stand_in::FILE;
use crate::emit::models::type_ident;
use crate::emit::names::{camel, snake};

/// What an operation sends as a form.
pub(super) struct Form<'a> {
    /// The operation.
    pub(super) id: &'a str,
    /// The type of its body.
    pub(super) ty: &'a str,
    /// The media types of parts, by name.
    pub(super) media: &'a [(String, String)],
    /// What files are called.
    pub(super) file: Option<&'a Ident>,
}

/// Takes from the types of forms what only JSON needs, and writes the function that makes a form of one.
pub(super) fn take(file: &mut syn::File, form: &Form<'_>) -> Result<TokenStream, String> {
    let ty = type_ident(form.ty);
    let lost = || format!("progenitor has made no `{ty}` for `{}`", form.id);
    // Files are sent once: neither they nor what has them can be cloned or compared.
    let sender = found(&mut file.items, "builder", &camel(form.id)).ok_or_else(lost)?;
    only_shown(&mut sender.attrs);
    let types = module(&mut file.items, "types").ok_or_else(lost)?;
    if let Some(builder) = found(types, "builder", &ty) {
        only_shown(&mut builder.attrs);
    }
    let made = structure(types, &ty).ok_or_else(lost)?;
    only_shown(&mut made.attrs);
    let parts = made.fields.iter_mut().map(|field| part(field, form));
    let parts: Vec<TokenStream> = parts.collect();
    let doc = format!(" The form that `{}` sends.", form.id);
    let name = snake(form.id);
    Ok(quote! {
        #[doc = #doc]
        pub(super) fn #name(body: types::#ty) -> Result<Form, String> {
            let form = Form::new();
            #(#parts)*
            Ok(form)
        }
    })
}

/// Writes `forms.rs`.
pub(super) fn emit(forms: &[TokenStream]) -> TokenStream {
    quote! {
        //! The forms of several parts that operations send.

        use reqwest::multipart::Form;

        use super::client::types;
        use super::parts;

        #(#forms)*
    }
}

/// Lets the types know files by their name.
pub(super) fn import(file: &mut syn::File, name: &Ident) {
    let known = type_ident(FILE);
    let alias = (*name != known).then(|| quote!(as #name));
    let Some(types) = module(&mut file.items, "types") else {
        return;
    };
    if let Some(builders) = module(types, "builder") {
        builders.insert(
            0,
            parse_quote!(use super::super::super::parts::#known #alias;),
        );
    }
    types.insert(0, parse_quote!(use super::super::parts::#known #alias;));
}

/// The statement that adds a field's part, and the field without what JSON needs.
fn part(field: &mut Field, form: &Form<'_>) -> TokenStream {
    let ident = field.ident.clone();
    let known = ident.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut name = known.trim_start_matches("r#").to_owned();
    let mut is_rest = false;
    for attribute in field
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        // What else is there takes a value or none, and is read over.
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                name = meta.value()?.parse::<LitStr>()?.value();
            } else if meta.path.is_ident("flatten") {
                is_rest = true;
            } else if meta.input.peek(syn::Token![=]) {
                meta.value()?.parse::<syn::Lit>()?;
            }
            Ok(())
        });
    }
    field
        .attrs
        .retain(|attribute| !attribute.path().is_ident("serde"));
    if is_rest {
        return quote! {
            let form = { body.#ident.iter() }
                .try_fold(form, |form, (name, value)| parts::value(form, name.clone(), value, None))?;
        };
    }
    let media = { form.media.iter() }.find(|(part, _)| *part == name);
    let media = match media {
        Some((_, media)) => quote!(Some(#media)),
        None => quote!(None),
    };
    let ty = &field.ty;
    let words = quote!(#ty).to_string();
    let words: Vec<&str> = words.split_whitespace().collect();
    match form.file.map(ToString::to_string) {
        Some(file) if words == [file.as_str()] => {
            quote!(let form = parts::files(form, #name, [body.#ident], #media)?;)
        }
        Some(file) if words.contains(&file.as_str()) => {
            quote!(let form = parts::files(form, #name, body.#ident, #media)?;)
        }
        _ => quote!(let form = parts::value(form, #name, &body.#ident, #media)?;),
    }
}

fn only_shown(attributes: &mut Vec<Attribute>) {
    attributes.retain(|attribute| !attribute.path().is_ident("serde"));
    for attribute in attributes {
        if attribute.path().is_ident("derive") {
            *attribute = parse_quote!(#[derive(Debug)]);
        }
    }
}

/// The items of a module.
fn module<'a>(items: &'a mut [Item], name: &str) -> Option<&'a mut Vec<Item>> {
    items.iter_mut().find_map(|item| match item {
        Item::Mod(ItemMod {
            ident,
            content: Some((_, items)),
            ..
        }) if ident == name => Some(items),
        _ => None,
    })
}

fn structure<'a>(items: &'a mut [Item], name: &Ident) -> Option<&'a mut ItemStruct> {
    items.iter_mut().find_map(|item| match item {
        Item::Struct(item) if item.ident == *name => Some(item),
        _ => None,
    })
}

/// A structure in a module.
fn found<'a>(items: &'a mut [Item], name: &str, ident: &Ident) -> Option<&'a mut ItemStruct> {
    structure(module(items, name)?, ident)
}

/// Lets builders of these names take forms whose parts nobody has named.
pub(super) fn of_unknown_parts(item: &mut Item, builders: &[Ident]) {
    let is_meant = match item {
        Item::Struct(item) => builders.contains(&item.ident),
        Item::Impl(item) => built(&item.self_ty).is_some_and(|name| builders.contains(name)),
        _ => false,
    };
    if is_meant {
        FormsForBodies.visit_item_mut(item);
    }
}

/// The name of the type that an implementation is about.
pub(super) fn built(ty: &Type) -> Option<&Ident> {
    match ty {
        Type::Path(path) => path.path.segments.last().map(|last| &last.ident),
        _ => None,
    }
}

struct FormsForBodies;

impl VisitMut for FormsForBodies {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        let names: Vec<String> = path
            .segments
            .iter()
            .map(|part| part.ident.to_string())
            .collect();
        if names == ["reqwest", "Body"] {
            *path = parse_quote!(reqwest::multipart::Form);
        }
        visit_mut::visit_path_mut(self, path);
    }

    fn visit_lit_str_mut(&mut self, text: &mut LitStr) {
        let told = text
            .value()
            .replace("`reqwest::Body`", "`reqwest::multipart::Form`");
        *text = LitStr::new(&told, text.span());
    }
}
