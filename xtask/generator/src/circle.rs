//! The circle: what dropshot emits for generated stubs, and the table that they run on, against the document that they
//! were made from.
//!
//! Each part of the document (a component, an operation's parameters, its responses, …) must be in the table as it went
//! in, for the table is what the code runs on; and it must come out of dropshot as it went in, or else dropshot must not
//! contradict the table. What the table cannot hold is an entry of the [`LEDGER`]: named, with its reason, and counted.
//! Knows JSON; knows no Rust and no project.

mod agree;
mod ledger;

use serde_json::{Map, Value};

use ledger::Account;

pub use ledger::{Entry, LEDGER};

/// What came out for a document.
#[derive(Debug)]
pub struct Comparison {
    /// How many values the document holds.
    pub values: usize,
    /// How many of them dropshot's own document has.
    pub from_dropshot: usize,
    /// How many it has not, and the table has.
    pub from_table: usize,
    /// How many neither has, by entry of the ledger.
    pub ledger: Vec<(&'static Entry, usize)>,
    /// What came out otherwise, in words that begin with a JSON Pointer; empty: the circle closes.
    pub differences: Vec<String>,
}

/// Compares a document with what came out of its generated code.
pub fn compare(document: &Value, dropshot: &Value, table: &Value) -> Comparison {
    let mut circle = Circle {
        document,
        dropshot,
        table,
        account: Account::default(),
        from_dropshot: 0,
        from_table: 0,
        differences: Vec::new(),
    };
    circle.top();
    circle.paths();
    circle.components();
    Comparison {
        values: values(document),
        from_dropshot: circle.from_dropshot,
        from_table: circle.from_table,
        ledger: circle.account.entries(),
        differences: circle.differences,
    }
}

struct Circle<'a> {
    document: &'a Value,
    dropshot: &'a Value,
    table: &'a Value,
    account: Account,
    from_dropshot: usize,
    from_table: usize,
    differences: Vec<String>,
}

impl<'a> Circle<'a> {
    /// One part, as it is written.
    fn part(&mut self, pointer: &str, written: &Value, table: Option<&Value>) {
        let dropshot = self.dropshot.pointer(pointer);
        let is_emitted = dropshot.is_some_and(|dropshot| same(written, dropshot));
        self.both(pointer, written, written.clone(), table, is_emitted);
    }

    /// A part that the table must have, without what the ledger took out of it, whatever dropshot says.
    fn both(
        &mut self,
        pointer: &str,
        written: &Value,
        reduced: Value,
        table: Option<&Value>,
        is_emitted: bool,
    ) {
        if is_emitted {
            self.from_dropshot += values(written);
        } else {
            self.from_table += values(&reduced);
        }
        match table {
            Some(table) => differences(&reduced, table, pointer, &mut self.differences),
            None => self.differences.push(format!("{pointer} is lost")),
        }
    }

    /// What stands outside of paths and components.
    fn top(&mut self) {
        for (key, written) in members(self.document) {
            let pointer = format!("/{key}");
            match key.as_str() {
                "paths" | "components" => {}
                // What operations inherit; each operation's part has it.
                "security" => self.account.add("security", written),
                "servers" => self.account.add("servers", written),
                "externalDocs" => self.account.add("external docs", written),
                "openapi" if self.dropshot.get("openapi") == Some(written) => {
                    self.from_dropshot += 1;
                }
                "openapi" => self.account.add("patch version", written),
                key if key.starts_with("x-") => self.account.add("extensions", written),
                key => self.part(&pointer, written, self.table.get(key)),
            }
        }
    }

    fn paths(&mut self) {
        let document = self.document;
        for (path, item) in members(&document["paths"]) {
            let pointer = format!("/paths/{}", escape(path));
            if path.starts_with("x-") {
                self.account.add("extensions", item);
                continue;
            }
            for (key, written) in members(item) {
                match key.as_str() {
                    "parameters" => self.account.add("path parameters", written),
                    "summary" | "description" => self.account.add("path annotations", written),
                    "servers" => self.account.add("servers", written),
                    key if key.starts_with("x-") => self.account.add("extensions", written),
                    method => self.operation(&format!("{pointer}/{method}"), item, written),
                }
            }
        }
        for (path, item) in members(&self.dropshot["paths"]) {
            for (method, _) in members(item) {
                if document["paths"][path].get(method).is_none() {
                    let pointer = format!("/paths/{}/{method}", escape(path));
                    self.differences.push(format!("{pointer} is made up"));
                }
            }
        }
    }

    fn operation(&mut self, pointer: &str, item: &'a Value, operation: &'a Value) {
        let empty = Value::Null;
        let table = self.table.pointer(pointer).unwrap_or(&empty);
        let dropshot = self.dropshot.pointer(pointer).unwrap_or(&empty);
        let mut unknown: Vec<String> = members(table)
            .chain(members(dropshot))
            .map(|(key, _)| key.clone())
            .filter(|key| operation.get(key).is_none() && key != "security")
            .collect();
        if unknown.iter().any(|key| key == "operationId") {
            self.account.made("made operation ids");
            unknown.retain(|key| key != "operationId");
        }
        for (key, written) in members(operation) {
            let place = format!("{pointer}/{key}");
            let is_emitted = dropshot.get(key).is_some_and(|own| same(written, own));
            match key.as_str() {
                "parameters" | "security" => {}
                "requestBody" => {
                    let mut reduced = self.resolved(written);
                    self.account.examples(&mut reduced);
                    self.account.defaults(&mut reduced);
                    self.both(&place, written, reduced, table.get(key), is_emitted);
                }
                "responses" => {
                    let mut reduced = self.resolved(written);
                    for (_, response) in reduced.as_object_mut().into_iter().flatten() {
                        self.account.take("links", response, "links");
                    }
                    self.account.extensions(&mut reduced);
                    self.account.examples(&mut reduced);
                    self.account.defaults(&mut reduced);
                    agree::without_styles(&mut reduced);
                    self.both(&place, written, reduced, table.get(key), is_emitted);
                    if !is_emitted {
                        agree::responses(pointer, dropshot, table, &mut self.differences);
                    }
                }
                "x-agent-tool" => self.account.add("tool definitions", written),
                "externalDocs" => self.account.add("external docs", written),
                "servers" => self.account.add("servers", written),
                "callbacks" => self.account.add("callbacks", written),
                key if key.starts_with("x-") && !is_emitted => {
                    self.account.add("extensions", written);
                }
                _ => self.part(&place, written, table.get(key)),
            }
        }
        self.parameters(pointer, item, operation, table, dropshot);
        unknown.retain(|key| key != "parameters");
        for key in unknown {
            self.differences.push(format!("{pointer}/{key} is made up"));
        }
        let security = operation
            .get("security")
            .or_else(|| self.document.get("security"))
            .cloned()
            .unwrap_or_else(|| Value::Array(Vec::new()));
        let place = format!("{pointer}/security");
        let written = security.clone();
        self.both(&place, &written, security, table.get("security"), false);
    }

    /// The operation's parameters and those of its path that it doesn't override.
    fn parameters(
        &mut self,
        pointer: &str,
        item: &Value,
        operation: &Value,
        table: &Value,
        dropshot: &Value,
    ) {
        let own = operation.get("parameters");
        let emitted = dropshot.get("parameters");
        let is_emitted = item.get("parameters").is_none()
            && own.is_some_and(|own| emitted.is_some_and(|emitted| same(own, emitted)));
        let mut all: Vec<Value> = Vec::new();
        for list in [own, item.get("parameters")].into_iter().flatten() {
            for parameter in list.as_array().into_iter().flatten() {
                let mut parameter = self.resolved(parameter);
                self.account.examples(&mut parameter);
                self.account.extensions(&mut parameter);
                self.account.defaults(&mut parameter);
                self.account
                    .take("deprecated parameters", &mut parameter, "deprecated");
                let is_known = |other: &Value| {
                    (&other["name"], &other["in"]) == (&parameter["name"], &parameter["in"])
                };
                if !all.iter().any(is_known) {
                    all.push(parameter);
                }
            }
        }
        let place = format!("{pointer}/parameters");
        if all.is_empty() && table.get("parameters").is_none() {
            return;
        }
        let written = own.cloned().unwrap_or_default();
        let table_rows = table.get("parameters");
        self.both(&place, &written, Value::Array(all), table_rows, is_emitted);
        if !is_emitted {
            let components = &self.table["components"]["schemas"];
            agree::parameters(&place, dropshot, table, components, &mut self.differences);
        }
    }

    fn components(&mut self) {
        let document = self.document;
        for (home, components) in members(&document["components"]) {
            for (name, written) in members(components) {
                let pointer = format!("/components/{home}/{}", escape(name));
                match home.as_str() {
                    "schemas" => self.part(&pointer, written, self.table.pointer(&pointer)),
                    "securitySchemes" => {
                        let table = self.table.pointer(&pointer);
                        // A scheme that no operation uses is in no row.
                        if table.is_none() && !self.uses_scheme(name) {
                            self.account.add("unused schemes", written);
                        } else {
                            let whole = self.resolved(written);
                            self.both(&pointer, written, whole, table, false);
                        }
                    }
                    // Every place that refers to it was compared with it in its stead.
                    _ if self
                        .dropshot
                        .pointer(&pointer)
                        .is_some_and(|own| same(written, own)) =>
                    {
                        self.from_dropshot += values(written);
                    }
                    _ => self.account.add("references", written),
                }
            }
        }
        for (name, _) in members(&self.dropshot["components"]["schemas"]) {
            if document["components"]["schemas"].get(name).is_none() {
                let pointer = format!("/components/schemas/{}", escape(name));
                self.differences.push(format!("{pointer} is made up"));
            }
        }
    }

    fn uses_scheme(&self, name: &str) -> bool {
        let lists = members(&self.document["paths"])
            .flat_map(|(_, item)| members(item))
            .filter_map(|(_, operation)| operation.get("security"))
            .chain(self.document.get("security"));
        lists
            .flat_map(|list| list.as_array().into_iter().flatten())
            .any(|requirement| requirement.get(name).is_some())
    }

    /// With references to other components than schemas replaced by what they lead to.
    fn resolved(&self, value: &Value) -> Value {
        let mut value = value.clone();
        inline(&mut value, self.document, 0);
        value
    }
}

pub(crate) fn inline(value: &mut Value, document: &Value, depth: usize) {
    let target = value
        .get("$ref")
        .and_then(Value::as_str)
        .filter(|reference| !reference.starts_with("#/components/schemas/"))
        .and_then(|reference| document.pointer(reference.strip_prefix('#')?));
    if let Some(target) = target.filter(|_| depth < 16) {
        *value = target.clone();
        return inline(value, document, depth + 1);
    }
    match value {
        Value::Object(members) => members
            .values_mut()
            .for_each(|value| inline(value, document, depth)),
        Value::Array(items) => items
            .iter_mut()
            .for_each(|value| inline(value, document, depth)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn members(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// Whether two values are the same JSON: the order of keys doesn't count, nor whether 1 is written 1.0.
fn same(a: &Value, b: &Value) -> bool {
    let mut found = Vec::new();
    differences(a, b, "", &mut found);
    found.is_empty()
}

/// Every difference between two values, by JSON Pointer.
pub(crate) fn differences(written: &Value, found: &Value, pointer: &str, out: &mut Vec<String>) {
    match (written, found) {
        (Value::Object(a), Value::Object(b)) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                let place = format!("{pointer}/{}", escape(key));
                match (a.get(key), b.get(key)) {
                    (Some(a), Some(b)) => differences(a, b, &place, out),
                    (Some(_), None) => out.push(format!("{place} is lost")),
                    (None, _) => out.push(format!("{place} is made up")),
                }
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            let pairs = a.iter().zip(b).enumerate();
            pairs.for_each(|(at, (a, b))| differences(a, b, &format!("{pointer}/{at}"), out));
        }
        (Value::Number(a), Value::Number(b)) if a.as_f64() == b.as_f64() => {}
        (a, b) if a == b => {}
        (a, b) => out.push(format!("{pointer}: {a} became {b}")),
    }
}

fn escape(token: &str) -> String {
    crate::document::escape(token)
}

/// How many values that hold no others there are.
fn values(value: &Value) -> usize {
    match value {
        Value::Object(members) => members.values().map(values).sum(),
        Value::Array(items) => items.iter().map(values).sum(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => 1,
    }
}

/// Takes a member away; gives the number of values that went with it.
fn remove(members: &mut Map<String, Value>, key: &str) -> usize {
    members.shift_remove(key).as_ref().map_or(0, values)
}
