//! `oneOf` without a discriminator: a value is of the alternative that validates. serde would take the first that reads it,
//! and drop the members that this one doesn't declare.
//!
//! Where types alone refuse each other's values nothing is done: typify's enum is right.

use std::collections::BTreeSet;

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use serde_json::{Map, Value};
use syn::{Item, ItemEnum};

use super::models::type_ident;
use super::table::schema_static;
use super::unions::Named;
use crate::model::Model;
use crate::schema::union::union;
use crate::schema::{referred, resolved};

/// References may go in a circle: no schema is followed further.
const DEEPEST: usize = 16;

/// A union whose alternatives their types don't tell apart: the schema, or one part of its `allOf`.
pub(super) fn mistakable<'a>(
    schema: &'a Value,
    components: &'a Map<String, Value>,
) -> Option<&'a Value> {
    let parts = schema.get("allOf").and_then(Value::as_array);
    let parts = parts.filter(|_| referred(schema).is_none());
    let parts = parts
        .into_iter()
        .flatten()
        .map(|part| resolved(part, components));
    std::iter::once(schema).chain(parts).find(|schema| {
        let facts: Vec<Facts<'_>> = { alternatives(schema).iter() }
            .map(|one| Facts::of(one, components))
            .collect();
        let mut pairs = { facts.iter().enumerate() }
            .flat_map(|(at, first)| facts[at + 1..].iter().map(move |later| (first, later)));
        union(schema).is_none() && pairs.any(|(first, later)| !first.refuses(later))
    })
}

fn alternatives(schema: &Value) -> &[Value] {
    let list = schema.get("oneOf").and_then(Value::as_array);
    list.map(Vec::as_slice).unwrap_or_default()
}

/// What the type of an alternative goes by.
#[derive(Default)]
struct Facts<'a> {
    kind: Option<&'a str>,
    format: Option<&'a str>,
    values: Option<&'a [Value]>,
    properties: Vec<(&'a str, &'a Value)>,
    required: BTreeSet<&'a str>,
    is_closed: bool,
}

impl<'a> Facts<'a> {
    fn of(schema: &'a Value, components: &'a Map<String, Value>) -> Self {
        let mut facts = Self::default();
        facts.collect(schema, components, 0);
        facts
    }

    fn collect(&mut self, schema: &'a Value, components: &'a Map<String, Value>, depth: usize) {
        let schema = resolved(schema, components);
        let text = |keyword: &str| schema.get(keyword).and_then(Value::as_str);
        let list = |keyword: &str| schema.get(keyword).and_then(Value::as_array);
        self.format = self.format.or(text("format"));
        self.values = self.values.or(list("enum").map(Vec::as_slice));
        let properties = schema.get("properties").and_then(Value::as_object);
        let implied = properties.map(|_| "object");
        self.kind = self.kind.or(text("type")).or(implied);
        for (name, member) in properties.into_iter().flatten() {
            self.properties.push((name, resolved(member, components)));
        }
        let required = list("required").into_iter().flatten();
        self.required.extend(required.filter_map(Value::as_str));
        let parts = list("allOf");
        // What is closed beside others is closed for them, too; how, is left to validation.
        self.is_closed = depth == 0
            && parts.is_none()
            && schema.get("additionalProperties") == Some(&Value::Bool(false));
        for part in parts.into_iter().flatten().filter(|_| depth < DEEPEST) {
            self.collect(part, components, depth + 1);
        }
    }

    fn kind(&self) -> Option<&str> {
        match (self.values, self.kind) {
            (Some([Value::Null]), _) => Some("null"),
            // A whole number is of two types.
            (_, Some("integer")) => Some("number"),
            (_, kind) => kind,
        }
    }

    /// Whether the type of this reads no value that only the later one admits.
    fn refuses(&self, later: &Self) -> bool {
        let (Some(kind), Some(other)) = (self.kind(), later.kind()) else {
            return false;
        };
        if kind != other {
            return true;
        }
        match kind {
            "null" => true,
            "string" => {
                let parsed = ["uuid", "date", "date-time", "ipv4", "ipv6"];
                let format = |facts: &Self| {
                    let format = facts.format.filter(|_| facts.values.is_none());
                    parsed.iter().position(|known| Some(*known) == format)
                };
                let formats = (format(self), format(later));
                self.values.is_some() && later.values.is_some()
                    || matches!(formats, (Some(one), Some(other)) if one != other)
            }
            "object" => self.refuses_object(later),
            _ => false,
        }
    }

    fn refuses_object(&self, later: &Self) -> bool {
        let has =
            |facts: &Self, name: &str| facts.properties.iter().any(|(known, _)| *known == name);
        // Of what the other side alone sends nothing is required of the type.
        let demands = |facts: &Self, name: &str| {
            let is_one_way = |member: &Value| {
                ["readOnly", "writeOnly"]
                    .iter()
                    .any(|side| member.get(side) == Some(&Value::Bool(true)))
            };
            let mut members = facts.properties.iter().filter(|(known, _)| *known == name);
            facts.required.contains(name) && members.all(|(_, member)| !is_one_way(member))
        };
        let names = |facts: &Self| -> Vec<&'a str> { facts.required.iter().copied().collect() };
        let lacks = |closed: &Self, other: &Self| {
            closed.is_closed
                && names(other)
                    .into_iter()
                    .any(|name| demands(other, name) && !has(closed, name))
        };
        let tags = |facts: &Self, name: &str| -> Option<Vec<&'a str>> {
            let mut members = facts.properties.iter().filter(|(known, _)| *known == name);
            let (_, member) = members.next().filter(|_| demands(facts, name))?;
            let values = member.get("enum")?.as_array()?.iter();
            values.map(Value::as_str).collect()
        };
        let is_tag = |name: &str| match (tags(self, name), tags(later, name)) {
            (Some(one), Some(other)) => !one.iter().any(|value| other.contains(value)),
            (_, _) => false,
        };
        lacks(self, later) || lacks(later, self) || names(self).into_iter().any(is_tag)
    }
}

/// Changes typify's enums of such alternatives; gives what reads and writes them.
pub(super) fn tell_apart(
    model: &Model,
    inner: &[Named],
    file: &mut syn::File,
) -> Result<Vec<TokenStream>, String> {
    let inner = inner.iter().map(|inner| (&inner.name, &inner.written));
    let (mut impls, mut changed) = (Vec::new(), Vec::new());
    for (name, schema) in model.types().chain(inner) {
        let Some(union) = mistakable(schema, &model.schemas) else {
            continue;
        };
        let names = [type_ident(name), type_ident(&format!("{name}Inner"))];
        let item = file.items.iter_mut().find_map(|item| match item {
            Item::Enum(item) if names.contains(&item.ident) && is_untagged(item) => Some(item),
            _ => None,
        });
        let Some(item) = item.filter(|item| item.variants.len() == alternatives(union).len())
        else {
            return Err(format!(
                "schema `{name}`: its alternatives are not told apart"
            ));
        };
        item.attrs
            .retain(|attribute| !attribute.path().is_ident("serde"));
        item.attrs
            .push(syn::parse_quote!(#[serde(remote = "Self")]));
        changed.push(item.ident.clone());
        let ident = &item.ident;
        let variants = item
            .variants
            .iter()
            .map(|variant| variant.ident.to_string());
        let schema = if model.schemas.contains_key(name) && std::ptr::eq(schema, union) {
            schema_static(name).into_token_stream()
        } else {
            union.to_string().into_token_stream()
        };
        impls.push(quote!(super::support::alternatives!(#ident, #schema, [#(#variants),*]);));
    }
    file.items
        .retain(|item| !changed.iter().any(|ident| is_reading_of(item, ident)));
    Ok(impls)
}

/// Whether this is typify's way of making the enum of a text: by the first variant that can be read.
fn is_reading_of(item: &Item, ident: &Ident) -> bool {
    let Item::Impl(item) = item else { return false };
    let is_of = matches!(&*item.self_ty, syn::Type::Path(path) if path.path.is_ident(ident));
    let name = { item.trait_.iter() }.find_map(|(path, _)| Some(&path.segments.last()?.ident));
    is_of && name.is_some_and(|name| name == "FromStr" || name == "TryFrom")
}

fn is_untagged(item: &ItemEnum) -> bool {
    let mut attributes = item
        .attrs
        .iter()
        .filter(|attribute| attribute.path().is_ident("serde"));
    attributes.any(|attribute| {
        let list = attribute.meta.require_list();
        list.is_ok_and(|list| list.tokens.to_string() == "untagged")
    })
}
