//! Members whose names become one in Rust (`fooBar` and `foo_bar`): progenitor makes builders of them that do not compile.
//!
//! It is given another name for the later ones, numbered and marked; in its code the name on the wire is put back.

use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;
use proc_macro2::{Group, Ident, Literal, TokenStream, TokenTree};
use serde_json::{Map, Value};

/// Stands before the number of a row; what follows it is taken off everywhere.
const MARK: &str = "zq7n";

/// The names on the wire that were replaced, by row.
#[derive(Debug, Default)]
pub(super) struct Fields(Vec<String>);

impl Fields {
    /// Replaces names in the whole document, the same everywhere: schemas that are merged stay in step.
    pub(super) fn mark(document: &mut Value) -> Self {
        let mut colliding = BTreeMap::new();
        collisions(document, &mut colliding);
        let mut fields = Self::default();
        let mut names = BTreeMap::new();
        for (name, given) in colliding {
            names.insert(name.clone(), format!("{given} {MARK}{}", fields.0.len()));
            fields.0.push(name);
        }
        if !names.is_empty() {
            rename(document, &names);
        }
        fields
    }

    /// Progenitor's code with the names put back.
    pub(super) fn unmark(&self, code: TokenStream) -> TokenStream {
        if self.0.is_empty() {
            return code;
        }
        code.into_iter().map(|token| self.put_back(token)).collect()
    }

    fn put_back(&self, token: TokenTree) -> TokenTree {
        match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), self.unmark(group.stream()));
                inner.set_span(group.span());
                inner.into()
            }
            TokenTree::Ident(ident) => match marked(&ident.to_string()) {
                Some((name, _, rest)) => Ident::new(
                    &format!("{}{rest}", name.trim_end_matches('_')),
                    ident.span(),
                )
                .into(),
                None => ident.into(),
            },
            TokenTree::Literal(literal) => {
                let text = literal.to_string();
                let text = text.trim_matches('"');
                match marked(text) {
                    // What serde calls it.
                    Some((name, row, "")) if name.ends_with(' ') => self
                        .0
                        .get(row)
                        .map_or(literal.into(), |name| Literal::string(name).into()),
                    Some((name, _, rest)) => {
                        Literal::string(&format!("{}{rest}", name.trim_end_matches('_'))).into()
                    }
                    None => literal.into(),
                }
            }
            TokenTree::Punct(sign) => sign.into(),
        }
    }
}

/// What stands before a mark, its row, and what stands behind it.
fn marked(text: &str) -> Option<(&str, usize, &str)> {
    let at = text.find(MARK).or_else(|| text.find("Zq7n"))?;
    let (name, rest) = (&text[..at], &text[at + MARK.len()..]);
    let digits = rest
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(rest.len());
    Some((name, rest[..digits].parse().ok()?, &rest[digits..]))
}

/// The names of members that another of the same object has taken, with the name that they are given.
fn collisions(value: &Value, found: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            if let Some(properties) = members.get("properties").and_then(Value::as_object) {
                let mut taken: BTreeMap<String, usize> = BTreeMap::new();
                let all: BTreeSet<String> =
                    properties.keys().map(|name| name.to_snake_case()).collect();
                for name in properties.keys() {
                    let field = name.to_snake_case();
                    let count = taken.entry(field.clone()).or_default();
                    *count += 1;
                    while *count > 1 && all.contains(&format!("{field}_{count}")) {
                        *count += 1;
                    }
                    if *count > 1 {
                        found.insert(name.clone(), format!("{field}_{count}"));
                    }
                }
            }
            members.values().for_each(|value| collisions(value, found));
        }
        Value::Array(items) => items.iter().for_each(|item| collisions(item, found)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

fn rename(value: &mut Value, names: &BTreeMap<String, String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::Object(properties)) = members.get_mut("properties") {
                let renamed: Map<String, Value> = std::mem::take(properties)
                    .into_iter()
                    .map(|(name, member)| (names.get(&name).cloned().unwrap_or(name), member))
                    .collect();
                *properties = renamed;
            }
            if let Some(Value::Array(required)) = members.get_mut("required") {
                for name in required {
                    if let Some(given) = name.as_str().and_then(|name| names.get(name)) {
                        *name = given.as_str().into();
                    }
                }
            }
            members.values_mut().for_each(|value| rename(value, names));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rename(item, names)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
