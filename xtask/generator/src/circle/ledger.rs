//! What neither dropshot's document nor the table holds, by name and reason.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{remove, values};

/// One reason for which values of a document do not come out again.
#[derive(Debug)]
pub struct Entry {
    /// What is missing.
    pub name: &'static str,
    /// Why.
    pub reason: &'static str,
}

macro_rules! ledger {
    ($($name:literal => $reason:literal,)+) => {
        /// All entries there are.
        pub const LEDGER: &[Entry] = &[$(Entry { name: $name, reason: $reason },)+];
    };
}

ledger! {
    "examples" => "dropshot carries none beside a schema; they demand nothing, and the check holds them to their schemas",
    "references" => "dropshot writes shared parameters, headers and responses where they are used; each use is compared",
    "path parameters" => "dropshot knows parameters of operations only; each operation is compared with them",
    "path annotations" => "dropshot knows summaries and descriptions of operations only",
    "deprecated parameters" => "dropshot marks operations only, and it demands nothing",
    "defaults" => "`required: false` means the same as nothing",
    "security" => "the table holds it for each operation, which is compared with what it inherits",
    "unused schemes" => "a security scheme that no operation asks for demands nothing",
    "servers" => "dropshot has none",
    "external docs" => "dropshot has them for tags only",
    "links" => "they say what a client may do next, and hold nobody to it",
    "callbacks" => "they say what a server may send by itself: the generated code sends nothing, its owner may",
    "tool definitions" => "they live in the table of tools",
    "extensions" => "they mean nothing to dropshot, and the document says that they may be ignored",
    "made operation ids" => "dropshot needs one for each operation; where the document has none, method and path make it",
    "patch version" => "dropshot writes 3.0.3, whichever 3.0 it was",
}

/// The values that were taken out of a comparison.
#[derive(Default)]
pub(super) struct Account(BTreeMap<&'static str, usize>);

impl Account {
    /// Takes a whole value out.
    pub(super) fn add(&mut self, name: &'static str, value: &Value) {
        self.count(name, values(value));
    }

    /// Notes a value that came out and never went in.
    pub(super) fn made(&mut self, name: &'static str) {
        self.count(name, 1);
    }

    /// Takes a member out.
    pub(super) fn take(&mut self, name: &'static str, value: &mut Value, key: &str) {
        if let Some(members) = value.as_object_mut() {
            let count = remove(members, key);
            self.count(name, count);
        }
    }

    /// Takes out examples of bodies, parameters and headers; those of schemas stay, for dropshot carries them.
    pub(super) fn examples(&mut self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                for key in ["example", "examples"] {
                    let count = remove(members, key);
                    self.count("examples", count);
                }
                for (key, value) in members.iter_mut() {
                    if key != "schema" {
                        self.examples(value);
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.examples(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Takes out `required: false`, but for properties that are called so.
    pub(super) fn defaults(&mut self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                if members.get("required") == Some(&Value::Bool(false)) {
                    let count = remove(members, "required");
                    self.count("defaults", count);
                }
                for (key, value) in members.iter_mut() {
                    if key != "schema" {
                        self.defaults(value);
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.defaults(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    /// Takes out extensions, but for those within schemas.
    pub(super) fn extensions(&mut self, value: &mut Value) {
        match value {
            Value::Object(members) => {
                let keys: Vec<String> = members
                    .keys()
                    .filter(|key| key.starts_with("x-"))
                    .cloned()
                    .collect();
                // A header may be called so: its value is an object with a schema.
                for key in keys {
                    if members[&key].get("schema").is_none() && members[&key].get("$ref").is_none()
                    {
                        let count = remove(members, &key);
                        self.count("extensions", count);
                    }
                }
                for (key, value) in members.iter_mut() {
                    if key != "schema" {
                        self.extensions(value);
                    }
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.extensions(item)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }

    fn count(&mut self, name: &'static str, count: usize) {
        debug_assert!(LEDGER.iter().any(|entry| entry.name == name), "{name}");
        if count > 0 {
            *self.0.entry(name).or_default() += count;
        }
    }

    /// The entries that were used, in the order of the ledger.
    pub(super) fn entries(&self) -> Vec<(&'static Entry, usize)> {
        LEDGER
            .iter()
            .filter_map(|entry| Some((entry, *self.0.get(entry.name)?)))
            .collect()
    }
}
