//! Unions with a `discriminator`: enums that are read by their tag, where typify would try each variant in turn.

use heck::ToUpperCamelCase;
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::{Map, Value, json};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::{Attribute, Item, ItemEnum, Path, Token};

use super::models::type_ident;
use super::names::camel;
use crate::schema::PREFIX;
use crate::schema::union::{Union, union};

/// A schema that stands in another and got a name.
pub(super) struct Named {
    pub(super) name: String,
    /// The schema, in which others may have got names.
    pub(super) schema: Value,
    /// The same as the document writes it.
    pub(super) written: Value,
}

/// Changes typify's enums of tagged unions, by name; gives what reads and writes them, by a macro of the support.
pub(super) fn tell_apart<'a>(
    unions: impl Iterator<Item = (&'a str, &'a Union)>,
    items: &mut [Item],
    support: &Path,
) -> Result<Vec<TokenStream>, String> {
    let mut impls = Vec::new();
    for (name, union) in unions {
        let ident = type_ident(name);
        let found = items.iter_mut().find_map(|item| match item {
            Item::Enum(item) if item.ident == ident => Some(item),
            _ => None,
        });
        let Some(item) = found.filter(|item| item.variants.len() == union.variants.len()) else {
            return Err(format!("schema `{name}`: its variants are not told apart"));
        };
        let renamed = rename(item, union);
        for (old, new) in renamed {
            conversions(items, &ident, &old, &new);
        }
        impls.push(tagged(&ident, union, support));
    }
    Ok(impls)
}

/// Gives each union that stands in a schema a name, and each object with a default, after what it stands in, and puts a
/// reference in its place.
pub(super) fn named(
    schema: &mut Value,
    name: &str,
    is_mistakable: &dyn Fn(&Value) -> bool,
    is_free: &dyn Fn(&str) -> bool,
    found: &mut Vec<Named>,
) {
    let mut inner = |schema: &mut Value, step: &str, is_part: bool| {
        let name = format!("{name}{}", step.to_upper_camel_case());
        // The whole that a part belongs to is told apart by itself.
        let is_union = union(schema).is_some() || (!is_part && is_mistakable(schema));
        let is_object = schema.get("properties").is_some() && schema.get("default").is_some();
        let written = (is_union || is_object).then(|| schema.clone());
        named(schema, &name, is_mistakable, is_free, found);
        let Some(written) = written else { return };
        let numbered = (2..).map(|number| format!("{name}{number}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        let own = names.find(|name| is_free(name) && found.iter().all(|known| known.name != *name));
        let Some(own) = own else { return };
        let reference = json!({ "$ref": format!("{PREFIX}{own}") });
        // typify would take these for ones of the type, and forget them of the member.
        let mut beside = Map::new();
        for keyword in ["default", "nullable"] {
            let members = schema.as_object_mut();
            let value = members.and_then(|members| members.shift_remove(keyword));
            beside.extend(value.map(|value| (keyword.to_owned(), value)));
        }
        let reference = if beside.is_empty() {
            reference
        } else {
            beside.insert("allOf".to_owned(), json!([reference]));
            Value::Object(beside)
        };
        found.push(Named {
            name: own,
            schema: std::mem::replace(schema, reference),
            written,
        });
    };
    for (keyword, value) in schema.as_object_mut().into_iter().flatten() {
        match (keyword.as_str(), value) {
            ("properties", Value::Object(members)) => {
                for (name, member) in members {
                    inner(member, name, false);
                }
            }
            ("items", value) => inner(value, "Item", false),
            ("additionalProperties", value) => inner(value, "Value", false),
            ("allOf" | "anyOf" | "oneOf", Value::Array(parts)) => {
                for (at, part) in parts.iter_mut().enumerate() {
                    inner(part, &format!("Variant{at}"), keyword == "allOf");
                }
            }
            (_, _) => {}
        }
    }
}

/// Names each variant after its component; serde's own way of reading goes.
fn rename(item: &mut ItemEnum, union: &Union) -> Vec<(syn::Ident, syn::Ident)> {
    item.attrs
        .retain(|attribute| !attribute.path().is_ident("serde"));
    item.attrs.iter_mut().for_each(without_serde);
    let mut renamed = Vec::new();
    for (variant, (name, tags)) in item.variants.iter_mut().zip(&union.variants) {
        let ident = camel(name);
        let tags: Vec<String> = tags.iter().map(|tag| format!("`{tag}`")).collect();
        let doc = format!(" {}: {}.", union.tag, tags.join(" or "));
        variant.attrs = vec![syn::parse_quote!(#[doc = #doc])];
        renamed.push((std::mem::replace(&mut variant.ident, ident.clone()), ident));
    }
    renamed
}

/// `impl From<Circle> for Shape`, which typify wrote with its own name for the variant.
fn conversions(items: &mut [Item], of: &syn::Ident, old: &syn::Ident, new: &syn::Ident) {
    if old == new {
        return;
    }
    for item in items {
        let Item::Impl(item) = item else { continue };
        if !matches!(&*item.self_ty, syn::Type::Path(path) if path.path.is_ident(of)) {
            continue;
        }
        for inner in &mut item.items {
            let syn::ImplItem::Fn(function) = inner else {
                continue;
            };
            let mut rename = Rename { old, new };
            syn::visit_mut::VisitMut::visit_block_mut(&mut rename, &mut function.block);
        }
    }
}

/// Renames `Self::Old`.
struct Rename<'a> {
    old: &'a syn::Ident,
    new: &'a syn::Ident,
}

impl syn::visit_mut::VisitMut for Rename<'_> {
    fn visit_path_mut(&mut self, path: &mut Path) {
        if path.segments.len() == 2
            && path.segments[0].ident == "Self"
            && path.segments[1].ident == *self.old
        {
            path.segments[1].ident = self.new.clone();
        }
    }
}

/// Takes serde's traits out of a `derive`.
fn without_serde(attribute: &mut Attribute) {
    let Ok(list) = attribute.meta.require_list() else {
        return;
    };
    if !list.path.is_ident("derive") {
        return;
    }
    let Ok(traits) = Punctuated::<Path, Token![,]>::parse_terminated.parse2(list.tokens.clone())
    else {
        return;
    };
    let kept = traits.iter().filter(|path| {
        path.segments
            .last()
            .is_none_or(|last| last.ident != "Serialize" && last.ident != "Deserialize")
    });
    *attribute = syn::parse_quote!(#[derive(#(#kept),*)]);
}

fn tagged(ident: &syn::Ident, union: &Union, support: &Path) -> TokenStream {
    let tag = &union.tag;
    let arms = union.variants.iter().map(|(name, tags)| {
        let variant = camel(&name.to_upper_camel_case());
        quote!(#variant = #(#tags)|*)
    });
    quote! {
        #support::tagged! {
            #ident, #tag: #(#arms,)*
        }
    }
}
