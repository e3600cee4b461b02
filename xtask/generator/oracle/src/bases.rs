//! Components that others extend, told apart by a discriminator: whoever extends one may stand where it is referred to.

use serde_json::{Map, Value, json};

use crate::Oracle;

impl<'a> Oracle<'a> {
    fn components(self) -> impl Iterator<Item = (&'a String, &'a Value)> {
        let all = self.0["components"]["schemas"].as_object();
        all.into_iter().flatten()
    }

    /// Whether a schema is a component, and not a part of one.
    pub(crate) fn is_component(self, schema: &Value) -> bool {
        self.components()
            .any(|(_, known)| std::ptr::eq(known, schema))
    }

    /// What may stand where a base is referred to: itself and whatever extends it, each with the values of the tag that stand
    /// for it. Nothing for any other schema.
    pub fn kinds(self, base: &'a Value) -> Vec<(&'a String, &'a Value, Vec<String>)> {
        let is_base = base.get("discriminator").is_some()
            && base.get("oneOf").is_none()
            && base.get("anyOf").is_none();
        let mut own = { self.components() }.filter(|(_, known)| std::ptr::eq(*known, base));
        let Some((name, _)) = is_base.then(|| own.next()).flatten() else {
            return Vec::new();
        };
        let extends = |schema: &Value| self.extends(schema, name, 16);
        let kinds: Vec<_> = self
            .components()
            .filter(|(_, schema)| extends(schema))
            .collect();
        if kinds.is_empty() {
            return Vec::new();
        }
        let mapping = base["discriminator"]["mapping"].as_object();
        let tag = base["discriminator"]["propertyName"]
            .as_str()
            .unwrap_or_default();
        let known = &base["properties"][tag]["enum"];
        { kinds.into_iter() }
            .chain([(name, base)])
            .map(|(kind, schema)| {
                let leads_here = |target: &Value| {
                    target.as_str().and_then(|t| t.rsplit('/').next()) == Some(kind)
                };
                let named = mapping
                    .into_iter()
                    .flatten()
                    .filter(|(_, target)| leads_here(target));
                let mut tags: Vec<String> = named.map(|(of, _)| of.clone()).collect();
                if tags.is_empty() {
                    tags.push(kind.clone());
                }
                // The base itself only where its own tag admits that.
                tags.retain(|of| {
                    kind != name || known.as_array().is_none_or(|all| all.contains(&json!(of)))
                });
                (kind, schema, tags)
            })
            .filter(|(_, _, tags)| !tags.is_empty())
            .collect()
    }

    fn extends(self, schema: &Value, name: &str, depth: usize) -> bool {
        let parts = schema["allOf"].as_array().into_iter().flatten();
        let targets = parts.filter_map(|part| part["$ref"].as_str()?.rsplit('/').next());
        let mut targets = targets.map(str::to_owned);
        depth > 0
            && targets.any(|target| {
                target == name
                    || self.extends(&self.0["components"]["schemas"][&target], name, depth - 1)
            })
    }

    /// As JSON Schema, beside what the translation made of each component: bases hold a value to what its tag says. What
    /// they are by themselves moves to a place of its own, where those that extend them find it.
    pub(crate) fn with_bases(self, mut translated: Map<String, Value>) -> Value {
        let mut alone = Map::new();
        for (name, schema) in self.components() {
            let kinds = self.kinds(schema);
            if kinds.is_empty() {
                continue;
            }
            let own = format!("#/components/alone/{name}");
            let tag = &schema["discriminator"]["propertyName"];
            let tag = tag.as_str().unwrap_or_default();
            let either: Vec<Value> = kinds
                .iter()
                .map(|(kind, _, tags)| {
                    let target = if *kind == name { own.clone() } else { format!("#/components/schemas/{kind}") };
                    json!({ "$ref": target, "required": [tag], "properties": { tag: { "enum": tags } } })
                })
                .collect();
            for (kind, _, _) in kinds.iter().filter(|(kind, ..)| *kind != name) {
                let parts = translated
                    .get_mut(*kind)
                    .and_then(|kind| kind.get_mut("allOf")?.as_array_mut());
                let here = format!("#/components/schemas/{name}");
                for part in parts
                    .into_iter()
                    .flatten()
                    .filter(|part| part["$ref"] == here.as_str())
                {
                    *part = json!({ "$ref": own });
                }
            }
            let whole = json!({ "type": "object", "oneOf": either });
            alone.extend(
                translated
                    .insert(name.clone(), whole)
                    .map(|own| (name.clone(), own)),
            );
        }
        json!({ "components": { "schemas": translated, "alone": alone } })
    }
}
