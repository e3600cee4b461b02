//! Types that progenitor is to use and not to look into: it is told of another, and that this is theirs.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;
use serde_json::{Map, Value, json};

use crate::emit::models::type_ident;
use crate::schema::{PREFIX, referred};

/// What the stand-ins stand for.
#[derive(Debug, Default)]
pub(super) struct StoodFor {
    /// The names of types, by the stand-ins'.
    types: BTreeMap<String, String>,
    /// Schemas that had no name.
    named: Map<String, Value>,
}

impl StoodFor {
    /// A stand-in for the type of a schema, which is named if it has no name.
    pub(super) fn stand_in(
        &mut self,
        schema: &Value,
        name: &str,
        schemas: &Map<String, Value>,
    ) -> Value {
        let name = match referred(schema) {
            Some(name) => name.to_owned(),
            None => {
                let mut name = name.to_upper_camel_case();
                while schemas.contains_key(&name) {
                    name.push_str("Value");
                }
                self.named.insert(name.clone(), schema.clone());
                name
            }
        };
        let known = type_ident(&name).to_string();
        let stand_in = format!("{known}StandIn");
        self.types
            .insert(stand_in.clone(), format!("types::{known}"));
        json!({ "$ref": format!("{PREFIX}{stand_in}") })
    }

    /// Declares the stand-ins and what was named.
    pub(super) fn declare(&self, document: &mut Value) {
        if self.types.is_empty() {
            return;
        }
        let schemas = document.pointer_mut("/components/schemas");
        if let Some(schemas) = schemas.and_then(Value::as_object_mut) {
            schemas.extend(self.named.clone());
            let types = self.types.keys().cloned();
            schemas.extend(types.map(|name| (name, json!({ "type": "string" }))));
        } else if let Some(members) = document.as_object_mut() {
            members.insert("components".to_owned(), json!({ "schemas": {} }));
            self.declare(document);
        }
    }

    /// The stand-ins, and what takes their places.
    pub(super) fn types(&self) -> &BTreeMap<String, String> {
        &self.types
    }
}
