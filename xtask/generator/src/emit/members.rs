//! Members whose meaning or name typify loses: those that may be absent, null or a value, and those whose names become one.
//!
//! typify is given the former under a marked name, which its code bears wherever the member ends up; the mark is then
//! taken off again.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Span};
use quote::quote;
use serde_json::{Map, Value};
use syn::visit_mut::{self, VisitMut};
use syn::{FieldsNamed, LitStr};

use crate::schema::PREFIX;

/// Ends the name of a member of three states; as a field, in snake case.
const MARK: (&str, &str) = ("Zq3", "_zq3");

/// Marks the members that are optional and nullable. Parts of an `allOf` are left alone: typify merges them by name.
pub(super) fn mark(schema: &mut Value) {
    let Value::Object(members) = schema else {
        return;
    };
    let required: Vec<Value> = { members.get("required") }
        .and_then(Value::as_array)
        .cloned()
        .unwrap_or_default();
    let is_whole = members.get("allOf").is_none() && members.get("default").is_none();
    if let Some(Value::Object(properties)) = members.get_mut("properties") {
        let marked = std::mem::take(properties)
            .into_iter()
            .map(|(name, member)| {
                let is_three = member.get("nullable") == Some(&Value::Bool(true))
                    && member.get("default").is_none()
                    && !required.iter().any(|required| *required == name);
                let name = if is_three && is_whole {
                    format!("{name}{}", MARK.0)
                } else {
                    name
                };
                (name, member)
            });
        *properties = marked.collect::<Map<_, _>>();
        properties.values_mut().for_each(mark);
    }
    for (keyword, value) in members {
        match (keyword.as_str(), value) {
            ("items" | "additionalProperties", value) => mark(value),
            ("oneOf" | "anyOf", Value::Array(parts)) => parts.iter_mut().for_each(mark),
            (_, _) => {}
        }
    }
}

/// The components that typify merges with others.
pub(super) fn merged(schemas: &Map<String, Value>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open: Vec<&Value> = schemas.values().collect();
    while let Some(value) = open.pop() {
        match value {
            Value::Object(members) => {
                let parts = members.get("allOf").and_then(Value::as_array);
                let names = parts
                    .into_iter()
                    .flatten()
                    .filter_map(|part| part.get("$ref")?.as_str()?.strip_prefix(PREFIX));
                found.extend(names.map(str::to_owned));
                open.extend(members.values());
            }
            Value::Array(items) => open.extend(items),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    found
}

/// Takes the mark off a field and has it tell null from nothing; says whether it had one.
pub(super) fn unmark(fields: &mut FieldsNamed) -> bool {
    let mut found = false;
    for field in &mut fields.named {
        let Some(marked) = renamed(field) else {
            continue;
        };
        let (Some(name), Some(ident)) = (marked.strip_suffix(MARK.0), &field.ident) else {
            continue;
        };
        let ident = plain(ident);
        let ty = &field.ty;
        field.ty = syn::parse_quote!(Option<#ty>);
        field
            .attrs
            .retain(|attribute| !attribute.path().is_ident("serde"));
        let rename = (ident != name).then(|| quote!(rename = #name,));
        field.attrs.push(syn::parse_quote!(
            #[serde(#rename default, deserialize_with = "present", skip_serializing_if = "Option::is_none")]
        ));
        found = true;
    }
    found
}

/// The name that a field has on the wire, where it is another.
fn renamed(field: &syn::Field) -> Option<String> {
    let mut name = None;
    for attribute in field
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        // Other serde attributes have other shapes; they say nothing about the name.
        let _ = attribute.parse_nested_meta(|meta| {
            if let Ok(value) = meta.value() {
                let value = value.parse::<LitStr>()?;
                if meta.path.is_ident("rename") {
                    name = Some(value.value());
                }
            }
            Ok(())
        });
    }
    name
}

/// The name of a field without the mark; a keyword gets an underscore, as typify gives it.
fn plain(ident: &Ident) -> Ident {
    let text = ident.to_string();
    let Some(text) = text.strip_suffix(MARK.1) else {
        return ident.clone();
    };
    syn::parse_str(text).unwrap_or_else(|_| Ident::new(&format!("{text}_"), Span::call_site()))
}

/// Takes the mark off wherever else it stands: typify names fields in `Default`, and types after members.
pub(super) struct Unmark;

impl VisitMut for Unmark {
    fn visit_ident_mut(&mut self, ident: &mut Ident) {
        let text = ident.to_string();
        if text.ends_with(MARK.1) {
            *ident = plain(ident);
        } else if text.contains(MARK.0) {
            *ident = Ident::new(&text.replace(MARK.0, ""), ident.span());
        }
        visit_mut::visit_ident_mut(self, ident);
    }

    fn visit_lit_str_mut(&mut self, text: &mut LitStr) {
        let value = text.value();
        if value.contains(MARK.0) {
            *text = LitStr::new(&value.replace(MARK.0, ""), text.span());
        }
    }
}

/// typify boxes a member of its own type outside of the option, and then sends null for one that is not there.
pub(super) fn option_first(fields: &mut FieldsNamed) {
    for field in &mut fields.named {
        if let Some(inner) = argument(&field.ty, "Box").and_then(|ty| argument(ty, "Option")) {
            field.ty = syn::parse_quote!(::std::option::Option<::std::boxed::Box<#inner>>);
            field.attrs.push(syn::parse_quote!(
                #[serde(skip_serializing_if = "::std::option::Option::is_none")]
            ));
        }
    }
}

/// `X` of a generic type's `<X>`.
pub(super) fn argument<'a>(ty: &'a syn::Type, of: &str) -> Option<&'a syn::Type> {
    let syn::Type::Path(path) = ty else {
        return None;
    };
    let last = path.path.segments.last().filter(|last| last.ident == of)?;
    match &last.arguments {
        syn::PathArguments::AngleBracketed(arguments) => match arguments.args.first()? {
            syn::GenericArgument::Type(ty) => Some(ty),
            _ => None,
        },
        syn::PathArguments::None | syn::PathArguments::Parenthesized(_) => None,
    }
}

/// Tells fields apart whose names became one (`fooBar` and `foo_bar`): the later ones are numbered.
pub(super) fn tell_names_apart(fields: &mut FieldsNamed) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for field in &mut fields.named {
        let Some(ident) = field.ident.clone() else {
            continue;
        };
        let count = seen.entry(ident.to_string()).or_default();
        *count += 1;
        if *count == 1 {
            continue;
        }
        if renamed(field).is_none() {
            let name = ident.to_string();
            field
                .attrs
                .push(syn::parse_quote!(#[serde(rename = #name)]));
        }
        let text = format!("{}_{count}", ident.to_string().trim_end_matches('_'));
        field.ident = Some(Ident::new(&text, Span::call_site()));
    }
}
