//! What typify's types still need to keep the document's meaning: `null` told from nothing, and the document's order.

use std::collections::{BTreeSet, HashMap};

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use serde_json::{Map, Value};
use syn::visit_mut::VisitMut;
use syn::{Fields, FieldsNamed, GenericArgument, Item, PathArguments, Type};

use super::alternatives;
use super::apart;
use super::client::events_of;
use super::defaults::derive_defaults;
use super::members;
use super::models::type_ident;
use super::names::snake;
use super::unions::{self, Named};
use crate::model::Model;
use crate::schema::side::Side;
use crate::schema::union::{Union, union};
use crate::schema::{referred, resolved};

/// Refines typify's output: field order, three-state members, `EventUnion`.
pub(super) fn refine(
    model: &Model,
    inner_unions: &[Named],
    types: TokenStream,
) -> Result<TokenStream, String> {
    let mut file: syn::File =
        syn::parse2(types).map_err(|error| format!("typify's code does not parse: {error}"))?;
    derive_defaults(&mut file);
    alternatives::name_by_member(&mut file);
    let nullable: BTreeSet<String> = model
        .schemas
        .iter()
        .filter(|(_, schema)| {
            resolved(schema, &model.schemas).get("nullable") == Some(&Value::Bool(true))
        })
        .map(|(name, _)| type_ident(name).to_string())
        .collect();
    let inner = inner_unions
        .iter()
        .map(|inner| (&inner.name, &inner.written));
    let tagged: Vec<(&str, Union)> = { model.types().chain(inner) }
        .filter_map(|(name, schema)| Some((name.as_str(), union(schema)?)))
        .collect();
    let tagged = tagged.iter().map(|(name, union)| (*name, union));
    let support = syn::parse_quote!(super::support);
    let mut impls = unions::tell_apart(tagged, &mut file.items, &support)?;
    impls.extend(apart::tell_apart(model, inner_unions, &mut file)?);
    let mut uses_present = false;
    let streamed: BTreeSet<String> = model
        .operations
        .iter()
        .filter_map(|o| Some(type_ident(referred(events_of(o)?)?).to_string()))
        .collect();
    // By the name of the type: a document may have thousands of them.
    let schemas: HashMap<String, &Value> = { model.types() }
        .map(|(name, schema)| (type_ident(name).to_string(), schema))
        .collect();
    for item in &mut file.items {
        let (ident, fields): (&syn::Ident, Vec<(Option<String>, &mut FieldsNamed)>) = match item {
            Item::Struct(item) => match &mut item.fields {
                Fields::Named(fields) => (&item.ident, vec![(None, fields)]),
                Fields::Unnamed(_) | Fields::Unit => continue,
            },
            Item::Enum(item) => {
                if streamed.contains(&item.ident.to_string()) {
                    impls.push(event_union(item));
                }
                let named = item.variants.iter_mut().filter_map(|variant| {
                    let tag = renamed(variant);
                    match &mut variant.fields {
                        Fields::Named(fields) => Some((Some(tag), fields)),
                        Fields::Unnamed(_) | Fields::Unit => None,
                    }
                });
                (&item.ident, named.collect())
            }
            _ => continue,
        };
        let schema = schemas.get(&ident.to_string()).copied();
        for (tag, fields) in fields {
            members::option_first(fields);
            uses_present |= members::unmark(fields);
            for field in &mut fields.named {
                members::Unmark.visit_field_mut(field);
            }
            if let Some(properties) = schema.and_then(|schema| properties(schema, tag.as_deref())) {
                order(fields, properties);
                if let Some(schema) = schema {
                    always_sent(fields, schema);
                }
            }
            uses_present |= tell_null_from_nothing(fields, &nullable);
            leave_out_nulls(fields);
            members::tell_names_apart(fields);
        }
    }
    let present = uses_present.then(|| {
        quote! {
            /// Reads a member that is there, be it null: plain serde takes null for absence.
            fn present<'de, D, T>(deserializer: D) -> ::std::result::Result<::std::option::Option<T>, D::Error>
            where
                D: serde::Deserializer<'de>,
                T: serde::Deserialize<'de>,
            {
                T::deserialize(deserializer).map(Some)
            }
        }
    });
    members::Unmark.visit_file_mut(&mut file);
    let file = file.into_token_stream();
    Ok(quote!(#file #present #(#impls)*))
}

/// The properties of an object, or of the union's variant with this tag.
fn properties<'a>(schema: &'a Value, tag: Option<&str>) -> Option<&'a Map<String, Value>> {
    let object = match tag {
        None => schema,
        Some(tag) => schema.get("oneOf")?.as_array()?.iter().find(|variant| {
            let tags = variant
                .get("properties")
                .and_then(Value::as_object)
                .into_iter()
                .flatten();
            tags.filter_map(|(_, member)| member.get("enum")?.as_array())
                .any(|values| values == &[Value::from(tag)])
        })?,
    };
    object.get("properties")?.as_object()
}

/// typify sorts fields by name; readers of an answer expect the document's order.
fn order(fields: &mut FieldsNamed, properties: &Map<String, Value>) {
    let names: Vec<String> = properties
        .keys()
        .map(|name| snake(name).to_string())
        .collect();
    let mut sorted: Vec<syn::Field> = std::mem::take(&mut fields.named).into_iter().collect();
    let place = |field: &syn::Field| {
        let name = field
            .ident
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let bare = name.trim_end_matches('_');
        names
            .iter()
            .position(|known| *known == name || known.trim_start_matches("r#") == bare)
            .unwrap_or(usize::MAX)
    };
    sorted.sort_by_key(place);
    fields.named = sorted.into_iter().collect();
}

/// A list that one side must send is sent by it when it is empty, too: typify knows that the other side leaves it out.
fn always_sent(fields: &mut FieldsNamed, schema: &Value) {
    let required = schema.get("required").and_then(Value::as_array);
    for name in required.into_iter().flatten().filter_map(Value::as_str) {
        let property = schema.get("properties").and_then(|all| all.get(name));
        let is_one_way = [Side::Request, Side::Answer].iter().any(|side| {
            property.is_some_and(|p| p.get(side.refused()) == Some(&Value::Bool(true)))
        });
        let known = snake(name);
        for field in fields.named.iter_mut().filter(|_| is_one_way) {
            if field.ident.as_ref() == Some(&known) && optional_of(&field.ty).is_none() {
                field
                    .attrs
                    .retain(|attribute| !attribute.path().is_ident("serde"));
                field.attrs.push(if known == name {
                    syn::parse_quote!(#[serde(default)])
                } else {
                    syn::parse_quote!(#[serde(rename = #name, default)])
                });
            }
        }
    }
}

fn tell_null_from_nothing(fields: &mut FieldsNamed, nullable: &BTreeSet<String>) -> bool {
    let mut found = false;
    for field in &mut fields.named {
        if optional_of(&field.ty).is_some_and(|inner| nullable.contains(&inner)) {
            field
                .attrs
                .push(syn::parse_quote!(#[serde(default, deserialize_with = "present")]));
            found = true;
        }
    }
    found
}

/// An optional member that can only be null says nothing: it is never written.
fn leave_out_nulls(fields: &mut FieldsNamed) {
    for field in &mut fields.named {
        let is_null = matches!(&field.ty, Type::Tuple(tuple) if tuple.elems.is_empty());
        let is_optional = |attribute: &syn::Attribute| {
            let list = attribute.meta.require_list();
            list.is_ok_and(|list| {
                list.path.is_ident("serde") && list.tokens.to_string() == "default"
            })
        };
        if is_null && field.attrs.iter().any(is_optional) {
            field
                .attrs
                .push(syn::parse_quote!(#[serde(skip_serializing)]));
        }
    }
}

/// `X` of `Option<X>`.
fn optional_of(ty: &Type) -> Option<String> {
    let Type::Path(path) = ty else { return None };
    let last = path
        .path
        .segments
        .last()
        .filter(|segment| segment.ident == "Option")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return None;
    };
    let GenericArgument::Type(Type::Path(inner)) = arguments.args.first()? else {
        return None;
    };
    Some(inner.path.segments.last()?.ident.to_string())
}

/// `EventUnion` for a union that a stream carries: the name of each variant, as serde writes it.
fn event_union(item: &syn::ItemEnum) -> TokenStream {
    let ident = &item.ident;
    let arms = item.variants.iter().map(|variant| {
        let (name, text) = (&variant.ident, renamed(variant));
        quote!(Self::#name { .. } => #text,)
    });
    quote! {
        impl super::support::EventUnion for #ident {
            fn name(&self) -> &'static str {
                match self { #(#arms)* }
            }
        }
    }
}

/// The name of a variant on the wire.
fn renamed(variant: &syn::Variant) -> String {
    let mut name = variant.ident.to_string();
    for attribute in variant
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"))
    {
        // Other serde attributes have other shapes; they say nothing about the name.
        let _ = attribute.parse_nested_meta(|meta| {
            if meta.path.is_ident("rename") {
                name = meta.value()?.parse::<syn::LitStr>()?.value();
            }
            Ok(())
        });
    }
    name
}
