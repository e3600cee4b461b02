//! `anyOf` and `not`, as far as a Rust type can say them; validation holds values to the rest.

use std::collections::BTreeSet;

use proc_macro2::Ident;
use serde_json::{Map, Value, json};
use syn::visit_mut::{self, VisitMut};
use syn::{Fields, Item};

use super::names::camel;
use crate::schema::resolved;
use crate::schema::union::union;

/// Takes out what typify would make a type of that refuses values which the document admits: a value may fit several
/// alternatives of an `anyOf`, and only where their JSON types differ does it fit one. Else it stays JSON.
pub(super) fn open_up(schema: &mut Value, components: &Map<String, Value>) {
    match schema {
        Value::Object(members) => {
            let alternatives = members.get("anyOf").and_then(Value::as_array);
            let is_tagged = members.contains_key("discriminator") && {
                let whole = Value::Object(members.clone());
                union(&whole).is_some()
            };
            if let Some(alternatives) = alternatives
                && !is_tagged
                && !differ(alternatives, components)
            {
                let properties = any_of_properties(members, alternatives, components);
                let is_object = properties.is_some();
                members.retain(|keyword, _| match keyword.as_str() {
                    "anyOf" => false,
                    "description" | "title" | "default" => true,
                    _ => is_object,
                });
                if let Some(properties) = properties {
                    members.insert("properties".to_owned(), properties);
                }
            }
            let has_default = members.contains_key("default");
            if let Some(Value::Array(alternatives)) = members.get_mut("oneOf")
                && (is_wrongly_external(alternatives) || (has_default && is_adjacent(alternatives)))
            {
                alternatives.iter_mut().for_each(no_tag);
            }
            demand_no_keys(members);
            let is_plain = |not: &Value| {
                not.as_object()
                    .is_some_and(|not| not.keys().all(|keyword| keyword == "enum"))
            };
            if members.get("not").is_some_and(|not| !is_plain(not)) {
                members.shift_remove("not");
            }
            for value in members.values_mut() {
                open_up(value, components);
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| open_up(item, components)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The members of an object beside whose own an `anyOf` has more: any of these may be there. What two declare differently is
/// JSON. Nothing where it is no such object.
fn any_of_properties(
    object: &Map<String, Value>,
    alternatives: &[Value],
    components: &Map<String, Value>,
) -> Option<Value> {
    let mut all = object.get("properties")?.as_object()?.clone();
    for alternative in alternatives {
        let alternative = resolved(alternative, components).as_object()?;
        let is_plain = |keyword: &String| {
            ["type", "properties", "required", "title", "description"].contains(&keyword.as_str())
        };
        if !alternative.keys().all(is_plain) {
            return None;
        }
        for (name, member) in alternative.get("properties")?.as_object()? {
            let known = all.entry(name).or_insert_with(|| member.clone());
            if known != member {
                *known = json!({});
            }
        }
    }
    Some(Value::Object(all))
}

/// Whether no two alternatives are of one JSON type.
fn differ(alternatives: &[Value], components: &Map<String, Value>) -> bool {
    let mut seen = BTreeSet::new();
    alternatives.iter().all(|alternative| {
        let kind = resolved(alternative, components)
            .get("type")
            .and_then(Value::as_str);
        // A whole number is of two types.
        let kind = kind.map(|kind| if kind == "integer" { "number" } else { kind });
        kind.is_some_and(|kind| seen.insert(kind))
    })
}

/// Whether typify takes these for the variants of an enum that serde tags externally, and wrongly: then an object has the one
/// member that names the variant and no other, and a variant that holds null comes back as its bare name.
fn is_wrongly_external(alternatives: &[Value]) -> bool {
    let mut is_wrong = false;
    let is_external = alternatives.iter().all(|alternative| {
        let properties = alternative.get("properties").and_then(Value::as_object);
        let required = alternative.get("required").and_then(Value::as_array);
        let (Some(properties), Some([_])) = (properties, required.map(Vec::as_slice)) else {
            return alternative.get("enum").is_some();
        };
        let is_closed = alternative.get("additionalProperties") == Some(&Value::Bool(false));
        let null = Some(&json!([null]));
        is_wrong |= !is_closed || properties.values().any(|member| member.get("enum") == null);
        properties.len() == 1
    });
    is_external && is_wrong
}

/// Whether typify takes these for the variants of an enum that serde tags beside its content: of such it can write no default.
pub(super) fn is_adjacent(alternatives: &[Value]) -> bool {
    let is_tag = |member: &Value| {
        let values = member.get("enum").and_then(Value::as_array);
        values.is_some_and(|values| values.len() == 1)
    };
    let mut contents = BTreeSet::new();
    let are_tagged = alternatives.iter().all(|alternative| {
        let properties = alternative.get("properties").and_then(Value::as_object);
        let mut members: Vec<_> = properties.into_iter().flatten().collect();
        let before = members.len();
        members.retain(|(_, member)| !is_tag(member));
        contents.extend(members.iter().map(|(name, _)| name.as_str()));
        before == members.len() + 1
    });
    are_tagged && contents.len() == 1
}

/// Of an object with a least number of members typify makes no tagged variant, and the number itself is left to validation.
fn no_tag(alternative: &mut Value) {
    if let Value::Object(members) = alternative
        && members.contains_key("properties")
        && !members.contains_key("minProperties")
    {
        members.insert("minProperties".to_owned(), Value::from(1));
    }
}

/// A map may demand keys that it doesn't declare: it is a map all the same, and validation sees to the keys.
fn demand_no_keys(members: &mut Map<String, Value>) {
    let properties = members.get("properties").cloned();
    let is_map = members.contains_key("additionalProperties");
    if let (true, Some(Value::Array(required))) = (is_map, members.get_mut("required")) {
        required.retain(|name| {
            let declared = properties.as_ref().zip(name.as_str());
            declared.is_some_and(|(properties, name)| properties.get(name).is_some())
        });
    }
}

/// Gives variants of one member each, which typify only numbers, the names of their members.
pub(super) fn name_by_member(file: &mut syn::File) {
    let mut renamed: Vec<(Ident, Vec<(Ident, Ident)>)> = Vec::new();
    for item in &mut file.items {
        let Item::Enum(item) = item else { continue };
        let names: Option<Vec<(Ident, Ident)>> = { item.variants.iter().enumerate() }
            .map(|(at, variant)| {
                let Fields::Named(fields) = &variant.fields else {
                    return None;
                };
                let only = fields.named.first().filter(|_| fields.named.len() == 1)?;
                let name = camel(&only.ident.as_ref()?.to_string());
                (variant.ident == format!("Variant{at}")).then(|| (variant.ident.clone(), name))
            })
            .collect();
        let Some(names) = names else { continue };
        let distinct: BTreeSet<&Ident> = names.iter().map(|(_, new)| new).collect();
        if distinct.len() == names.len() {
            for (variant, (_, new)) in item.variants.iter_mut().zip(&names) {
                variant.ident = new.clone();
            }
            renamed.push((item.ident.clone(), names));
        }
    }
    if !renamed.is_empty() {
        Renamed(renamed).visit_file_mut(file);
    }
}

/// Paths to variants that have other names now: typify writes `super::Enum::Variant0` in defaults.
struct Renamed(Vec<(Ident, Vec<(Ident, Ident)>)>);

impl VisitMut for Renamed {
    fn visit_path_mut(&mut self, path: &mut syn::Path) {
        let mut last = path.segments.iter_mut().rev();
        if let (Some(variant), Some(of)) = (last.next(), last.next())
            && let Some((_, names)) = self.0.iter().find(|(name, _)| of.ident == *name)
            && let Some((_, new)) = names.iter().find(|(old, _)| variant.ident == *old)
        {
            variant.ident = new.clone();
        }
        visit_mut::visit_path_mut(self, path);
    }
}
