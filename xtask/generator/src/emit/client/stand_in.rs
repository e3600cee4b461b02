//! Types that progenitor is to use and not to look into: it is told of another, and that this is theirs.

use std::collections::BTreeMap;

use heck::ToUpperCamelCase;
use proc_macro2::Ident;
use serde_json::{Map, Value, json};

use crate::emit::models::type_ident;
use crate::schema::{PREFIX, referred};

/// The support's type of files in forms.
pub(super) const FILE: &str = "FilePart";

/// What the stand-ins stand for.
#[derive(Debug, Default)]
pub(super) struct StoodFor {
    /// The names of types, by the stand-ins'.
    types: BTreeMap<String, String>,
    /// Schemas that had no name.
    named: Map<String, Value>,
    /// What files in forms are called.
    file: Option<String>,
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
            None => self.name(schema.clone(), name, schemas),
        };
        let known = type_ident(&name).to_string();
        self.refer(format!("{known}StandIn"), format!("types::{known}"))
    }

    /// Makes a component of a schema, named like this if nothing else is.
    pub(super) fn name(
        &mut self,
        schema: Value,
        name: &str,
        schemas: &Map<String, Value>,
    ) -> String {
        let mut name = name.to_upper_camel_case();
        while schemas.contains_key(&name) || self.named.contains_key(&name) {
            name.push_str("Value");
        }
        self.named.insert(name.clone(), schema);
        name
    }

    /// A stand-in for the type of files in forms.
    pub(super) fn file(&mut self, schemas: &Map<String, Value>) -> Value {
        let name = self.file.get_or_insert_with(|| {
            let mut name = FILE.to_owned();
            while schemas.keys().any(|known| type_ident(known) == name) {
                name.push_str("ToSend");
            }
            name
        });
        let name = name.clone();
        self.refer(format!("{name}StandIn"), name)
    }

    /// What files in forms are called, if there are some.
    pub(super) fn file_name(&self) -> Option<Ident> {
        self.file.as_deref().map(type_ident)
    }

    fn refer(&mut self, stand_in: String, known: String) -> Value {
        let reference = json!({ "$ref": format!("{PREFIX}{stand_in}") });
        self.types.insert(stand_in, known);
        reference
    }

    /// Declares the stand-ins and what was named.
    pub(super) fn declare(&self, document: &mut Value) {
        if self.types.is_empty() && self.named.is_empty() {
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
