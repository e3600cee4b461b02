//! Discriminators on a base: a component that others extend by `allOf`, and that stands for any of them where it is referred to.
//!
//! Knows OpenAPI's dialect; knows no document.

use serde_json::{Map, Value, json};

use super::union::component;

/// Where component schemas live.
const PREFIX: &str = "#/components/schemas/";

/// The components with each such base as a union of itself and of those that extend it; what these have in common with it
/// is a component of its own.
///
/// Taken as it is written, a base would hold values to nothing but its own members, and whoever extends it would extend
/// the union.
pub(crate) fn laid_out(components: &Map<String, Value>) -> Map<String, Value> {
    let mut all = components.clone();
    for (name, base) in components {
        if !is_base(base) {
            continue;
        }
        let kinds = kinds(name, components);
        if kinds.is_empty() {
            continue;
        }
        let own = own_name(name, components);
        let union = as_union(name, base, &own, &kinds);
        for kind in &kinds {
            let parts = all
                .get_mut(*kind)
                .and_then(|kind| kind.get_mut("allOf")?.as_array_mut());
            for part in parts
                .into_iter()
                .flatten()
                .filter(|part| leads_to(part, name))
            {
                *part = json!({ "$ref": format!("{PREFIX}{own}") });
            }
        }
        // A base may extend another.
        let mut alone = all.get(name).cloned().unwrap_or_default();
        if let Some(members) = alone.as_object_mut() {
            members.shift_remove("discriminator");
        }
        all.insert(name.clone(), union);
        all.insert(own, alone);
    }
    all
}

/// Whether a schema has a discriminator and leaves it to others to be its variants.
pub(crate) fn is_base(schema: &Value) -> bool {
    let is_alone = schema.get("oneOf").is_none() && schema.get("anyOf").is_none();
    is_alone && schema.get("discriminator").is_some()
}

/// The components that extend a base, by one another too, in the order of the document.
pub(crate) fn kinds<'a>(base: &str, components: &'a Map<String, Value>) -> Vec<&'a str> {
    let mut found: Vec<&str> = Vec::new();
    let mut open = vec![base];
    while let Some(next) = open.pop() {
        for (name, schema) in components {
            let mut parts = schema
                .get("allOf")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            if name != base
                && !found.contains(&name.as_str())
                && parts.any(|part| leads_to(part, next))
            {
                found.push(name);
                open.push(name);
            }
        }
    }
    let place = |name: &&str| components.keys().position(|known| known == name);
    found.sort_by_key(place);
    found
}

fn leads_to(part: &Value, name: &str) -> bool {
    let target = part.get("$ref").and_then(Value::as_str);
    target.and_then(|target| target.strip_prefix(PREFIX)) == Some(name)
}

/// What the base's own part is called.
fn own_name(name: &str, components: &Map<String, Value>) -> String {
    let numbered = (2..).map(|number| format!("{name}Base{number}"));
    let mut names = std::iter::once(format!("{name}Base")).chain(numbered);
    names
        .find(|name| !components.contains_key(name))
        .unwrap_or_default()
}

fn as_union(name: &str, base: &Value, own: &str, kinds: &[&str]) -> Value {
    let tag = &base["discriminator"]["propertyName"];
    let written = base["discriminator"]["mapping"].as_object();
    let mut mapping = Map::new();
    let mut variants = Vec::new();
    for (variant, part) in kinds.iter().map(|kind| (*kind, *kind)).chain([(name, own)]) {
        let named = { written.into_iter().flatten() }.filter(|(_, target)| {
            target
                .as_str()
                .is_some_and(|target| component(target) == variant)
        });
        let mut tags: Vec<&str> = named.map(|(tag, _)| tag.as_str()).collect();
        if tags.is_empty() {
            tags.push(variant);
        }
        // A base of whose tags its own is none is never met by itself.
        let known = base["properties"][tag.as_str().unwrap_or_default()]["enum"].as_array();
        tags.retain(|tag| {
            variant != name || known.is_none_or(|known| known.iter().any(|one| one == tag))
        });
        if tags.is_empty() {
            continue;
        }
        let target = json!(format!("{PREFIX}{part}"));
        mapping.extend(tags.into_iter().map(|tag| (tag.to_owned(), target.clone())));
        variants.push(json!({ "$ref": target }));
    }
    let mut union = Map::new();
    for annotation in ["title", "description"] {
        union.extend(
            base.get(annotation)
                .map(|text| (annotation.to_owned(), text.clone())),
        );
    }
    union.insert("oneOf".to_owned(), variants.into());
    union.insert(
        "discriminator".to_owned(),
        json!({ "propertyName": tag, "mapping": mapping }),
    );
    union.into()
}
