//! Unions told apart by a `discriminator`: which value of the tag stands for which variant, and how that is validated.
//!
//! Knows OpenAPI's dialect and JSON Schema; knows no document.

use serde_json::{Map, Value, json};

/// Where component schemas live.
const PREFIX: &str = "#/components/schemas/";

/// A union as its `discriminator` describes it.
#[derive(Debug)]
pub(crate) struct Union {
    /// The member that says which variant a value is.
    pub(crate) tag: String,
    /// The components that it is one of, each with the values of the tag that stand for it.
    pub(crate) variants: Vec<(String, Vec<String>)>,
}

/// Reads a schema's `discriminator`: a variant goes by the names that the mapping gives it, else by its component's.
pub(crate) fn union(schema: &Value) -> Option<Union> {
    let discriminator = schema.get("discriminator")?;
    let tag = discriminator.get("propertyName")?.as_str()?;
    let variants = schema.get("oneOf").or_else(|| schema.get("anyOf"))?;
    let mapping = discriminator.get("mapping").and_then(Value::as_object);
    let variant = |schema: &Value| {
        let name = schema.get("$ref")?.as_str()?.strip_prefix(PREFIX)?;
        let leads_here =
            |target: &Value| target.as_str().is_some_and(|text| component(text) == name);
        let mut tags: Vec<String> = mapping
            .into_iter()
            .flatten()
            .filter(|(_, target)| leads_here(target))
            .map(|(tag, _)| tag.clone())
            .collect();
        if tags.is_empty() {
            tags.push(name.to_owned());
        }
        Some((name.to_owned(), tags))
    };
    Some(Union {
        tag: tag.to_owned(),
        variants: variants
            .as_array()?
            .iter()
            .map(variant)
            .collect::<Option<_>>()?,
    })
}

/// The component that a mapping's target names, by reference or by its bare name.
pub(crate) fn component(target: &str) -> &str {
    target.strip_prefix(PREFIX).unwrap_or(target)
}

impl Union {
    /// As JSON Schema: the tag must be a known one, and then the value must fit that variant and no other is asked.
    pub(crate) fn rules(&self) -> Map<String, Value> {
        let tag = &self.tag;
        let all: Vec<&String> = self.variants.iter().flat_map(|(_, tags)| tags).collect();
        let branches: Vec<Value> = self
            .variants
            .iter()
            .map(|(name, tags)| {
                json!({
                    "if": { "type": "object", "required": [tag], "properties": { tag: { "enum": tags } } },
                    "then": { "$ref": format!("{PREFIX}{name}") },
                })
            })
            .collect();
        let mut rules = Map::new();
        rules.insert("type".to_owned(), json!("object"));
        rules.insert("required".to_owned(), json!([tag]));
        rules.insert(
            "properties".to_owned(),
            json!({ tag: { "discriminator": all } }),
        );
        rules.insert("allOf".to_owned(), branches.into());
        rules
    }
}
