//! Nodes with their places, references followed.

use std::ops::Range;

use serde_json::Value;

use crate::document::{Document, Member, Node};

/// A node, where it stands, and the bytes to point at: a member's key, or the value itself.
#[derive(Debug, Clone)]
pub(super) struct Spot<'a> {
    pub(super) node: &'a Node,
    pub(super) pointer: String,
    pub(super) span: Range<usize>,
}

impl<'a> Spot<'a> {
    pub(super) fn root(document: &'a Document) -> Self {
        let node = document.root();
        Self {
            node,
            pointer: String::new(),
            span: 0..0,
        }
    }

    fn member(&self, member: &'a Member) -> Self {
        let key = member.key.replace('~', "~0").replace('/', "~1");
        Self {
            node: &member.value,
            pointer: format!("{}/{key}", self.pointer),
            span: member.key_span.clone(),
        }
    }

    /// A member's value.
    pub(super) fn get(&self, key: &str) -> Option<Self> {
        let member = self
            .node
            .members()
            .iter()
            .find(|member| member.key == key)?;
        Some(self.member(member))
    }

    /// All members.
    pub(super) fn members(&self) -> impl Iterator<Item = (&'a str, Self)> {
        let members = self.node.members().iter();
        members.map(|member| (member.key.as_str(), self.member(member)))
    }

    /// All items.
    pub(super) fn items(&self) -> impl Iterator<Item = Self> {
        self.node.items().iter().enumerate().map(|(at, node)| Self {
            node,
            pointer: format!("{}/{at}", self.pointer),
            span: node.span.clone(),
        })
    }

    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.node.str_of(key)
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        self.node.get(key).and_then(Node::as_bool) == Some(true)
    }

    /// Follows `$ref` within the document; a reference that leads nowhere stays where it is.
    pub(super) fn resolved(&self, document: &'a Document) -> Self {
        let mut spot = self.clone();
        for _ in 0..64 {
            let Some(pointer) = spot
                .text("$ref")
                .and_then(|target| target.strip_prefix('#'))
            else {
                break;
            };
            match document.at(pointer) {
                Some(node) => {
                    spot = Self {
                        node,
                        pointer: pointer.to_owned(),
                        span: node.span.clone(),
                    };
                }
                None => break,
            }
        }
        spot
    }
}

/// A schema with its references followed; `allOf` of one is that one, with what stands beside it.
#[derive(Clone)]
pub(super) struct Schema<'a> {
    /// Where it is written at its place of use.
    pub(super) outer: Spot<'a>,
    /// What it comes to.
    pub(super) inner: Spot<'a>,
}

impl<'a> Schema<'a> {
    pub(super) fn of(spot: &Spot<'a>, document: &'a Document) -> Self {
        let outer = spot.resolved(document);
        let mut inner = outer.clone();
        for _ in 0..64 {
            let says_more = inner.members().any(|(key, _)| {
                !matches!(
                    key,
                    "allOf"
                        | "description"
                        | "title"
                        | "default"
                        | "nullable"
                        | "example"
                        | "deprecated"
                ) && !key.starts_with("x-")
            });
            let parts: Vec<Spot<'a>> = inner.get("allOf").iter().flat_map(Spot::items).collect();
            match parts.as_slice() {
                [only] if !says_more => inner = only.resolved(document),
                _ => break,
            }
        }
        Self { outer, inner }
    }

    /// The place of use, where it says something about what it comes to.
    pub(super) fn around(&self) -> Option<Spot<'a>> {
        (self.outer.pointer != self.inner.pointer).then(|| self.outer.clone())
    }

    /// A keyword, of the place of use first.
    pub(super) fn get(&self, key: &str) -> Option<Spot<'a>> {
        self.outer.get(key).or_else(|| self.inner.get(key))
    }

    pub(super) fn value(&self, key: &str) -> Option<Value> {
        Some(self.get(key)?.node.to_json())
    }

    pub(super) fn flag(&self, key: &str) -> bool {
        self.outer.flag(key) || self.inner.flag(key)
    }

    pub(super) fn text(&self, key: &str) -> Option<&'a str> {
        self.outer.text(key).or_else(|| self.inner.text(key))
    }

    /// Whether the keywords admit values of this `type` only, be it written or not.
    pub(super) fn implies(&self, kind: &str, document: &'a Document) -> bool {
        self.implies_within(kind, document, 16)
    }

    fn implies_within(&self, kind: &str, document: &'a Document, depth: usize) -> bool {
        let of = |keyword| -> Vec<Spot<'a>> {
            let list = self.get(keyword);
            list.iter().flat_map(Spot::items).collect()
        };
        let implies = |part: &Spot<'a>| {
            depth > 0 && Schema::of(part, document).implies_within(kind, document, depth - 1)
        };
        let all = |parts: Vec<Spot<'a>>| !parts.is_empty() && parts.iter().all(implies);
        let values = of("enum");
        self.text("type") == Some(kind)
            || !values.is_empty() && values.iter().all(|value| is_of(value.node, kind))
            || of("allOf").iter().any(implies)
            || all(of("oneOf"))
            || all(of("anyOf"))
    }

    /// Whether members that are not declared are refused.
    pub(super) fn is_closed(&self) -> bool {
        self.value("additionalProperties") == Some(Value::Bool(false))
    }

    /// The place of a keyword, or of the whole where it isn't written.
    pub(super) fn at(&self, key: &str) -> Spot<'a> {
        self.get(key).unwrap_or_else(|| self.inner.clone())
    }
}

/// Whether a value is of a `type`.
fn is_of(value: &Node, kind: &str) -> bool {
    match value.to_json() {
        Value::Null => false,
        Value::Bool(_) => kind == "boolean",
        Value::Number(number) => kind == "number" || kind == "integer" && !number.is_f64(),
        Value::String(_) => kind == "string",
        Value::Array(_) => kind == "array",
        Value::Object(_) => kind == "object",
    }
}

/// Whether a schema admits any value.
pub(super) fn may_be_anything(schema: &Spot<'_>) -> bool {
    schema.node.as_bool().unwrap_or_else(|| {
        let mut members = schema.members();
        members.all(|(key, _)| {
            matches!(
                key,
                "description" | "title" | "default" | "nullable" | "example" | "deprecated"
            ) || key.starts_with("x-")
        })
    })
}

/// Pairs members of two objects by key: those that both have, those that only the old one has, those that are new.
pub(super) struct Pairs<T> {
    pub(super) both: Vec<(String, T, T)>,
    pub(super) gone: Vec<(String, T)>,
    pub(super) added: Vec<(String, T)>,
}

/// Pairs two lists of named things.
pub(super) fn pairs<T>(old: Vec<(String, T)>, new: Vec<(String, T)>) -> Pairs<T> {
    let mut found = Pairs {
        both: Vec::new(),
        gone: Vec::new(),
        added: Vec::new(),
    };
    let mut rest = new;
    for (name, old) in old {
        match rest.iter().position(|(other, _)| *other == name) {
            Some(at) => {
                let (name, new) = rest.remove(at);
                found.both.push((name, old, new));
            }
            None => found.gone.push((name, old)),
        }
    }
    found.added = rest;
    found
}

/// The members of what may be missing, by name.
pub(super) fn named<'a>(spot: Option<&Spot<'a>>) -> Vec<(String, Spot<'a>)> {
    spot.into_iter()
        .flat_map(Spot::members)
        .map(|(name, spot)| (name.to_owned(), spot))
        .collect()
}
