//! Unions with a `discriminator`: read by their tag, as in the server.

use heck::ToUpperCamelCase;
use serde_json::{Map, Value, json};
use syn::{Item, parse_quote};

use super::written::operations;
use crate::emit::models::without_discriminators;
use crate::emit::unions::{named, tell_apart};
use crate::schema::bases::laid_out;
use crate::schema::union::{Union, union};

/// The types that are told apart by a tag.
#[derive(Debug, Default)]
pub(super) struct Tags(Vec<(String, Union)>);

impl Tags {
    /// Gives progenitor plain alternatives, each union by a name; a base with a discriminator is one, of all that extend it.
    pub(super) fn give(document: &mut Value) -> Self {
        let schemas = document.pointer("/components/schemas");
        let schemas = schemas.and_then(Value::as_object);
        let mut schemas = schemas.map(laid_out).unwrap_or_default();
        let mut taken: Vec<String> = schemas
            .keys()
            .map(|name| name.to_upper_camel_case())
            .collect();
        taken.sort_unstable();
        let is_free = |name: &str| {
            taken
                .binary_search_by(|known| known.as_str().cmp(name))
                .is_err()
        };
        // What has no tag keeps its place: typify tries its alternatives.
        let never = |_: &Value| false;
        let mut found = Vec::new();
        for (name, schema) in &mut schemas {
            named(
                schema,
                &name.to_upper_camel_case(),
                &never,
                &is_free,
                &mut found,
            );
        }
        let paths = document.get_mut("paths").and_then(Value::as_object_mut);
        for item in paths.into_iter().flat_map(Map::values_mut) {
            for (_, operation) in item.as_object_mut().into_iter().flat_map(operations) {
                let id = operation.get("operationId").and_then(Value::as_str);
                let id = id.unwrap_or_default().to_upper_camel_case();
                let mut name = |content: &mut Value, step: &str| {
                    for media in content
                        .as_object_mut()
                        .into_iter()
                        .flat_map(Map::values_mut)
                    {
                        if let Some(schema) = media.get_mut("schema") {
                            let mut member = json!({ "properties": { step: schema.take() } });
                            named(&mut member, &id, &never, &is_free, &mut found);
                            *schema = member["properties"][step].take();
                        }
                    }
                };
                if let Some(content) = operation
                    .get_mut("requestBody")
                    .and_then(|body| body.get_mut("content"))
                {
                    name(content, "body");
                }
                let responses = operation
                    .get_mut("responses")
                    .and_then(Value::as_object_mut);
                for response in responses.into_iter().flat_map(Map::values_mut) {
                    if let Some(content) = response.get_mut("content") {
                        name(content, "response");
                    }
                }
            }
        }
        schemas.extend(found.into_iter().map(|one| (one.name, one.schema)));
        let unions = schemas
            .iter()
            .filter_map(|(name, schema)| Some((name.clone(), union(schema)?)));
        let tags = Self(unions.collect());
        if !schemas.is_empty() {
            document["components"]["schemas"] = Value::Object(schemas);
        }
        without_discriminators(document);
        tags
    }

    /// Has the types read and written by their tags.
    pub(super) fn put_back(&self, file: &mut syn::File) -> Result<(), String> {
        if self.is_empty() {
            return Ok(());
        }
        let types = file.items.iter_mut().find_map(|item| match item {
            Item::Mod(module) if module.ident == "types" => module.content.as_mut(),
            _ => None,
        });
        let Some((_, items)) = types else {
            return Err("progenitor has made no types".to_owned());
        };
        let unions = self.0.iter().map(|(name, union)| (name.as_str(), union));
        for tagged in tell_apart(unions, items, &parse_quote!(super::super::tagged))? {
            items.push(parse_quote!(#tagged));
        }
        Ok(())
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
