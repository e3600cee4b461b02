//! The parsed document: every node with its place in the text and a JSON Pointer.
//!
//! Knows YAML (and so JSON) and positions; knows nothing of OpenAPI.

mod parse;

use std::collections::HashMap;
use std::ops::Range;

use serde_json::Value;

use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// An OpenAPI document as text and as a tree of positioned nodes.
#[derive(Debug, Clone)]
pub struct Document {
    name: String,
    text: String,
    root: Node,
    line_starts: Vec<usize>,
    /// Which member of which kind a component is, by its pointer: references lead there all the time.
    components: HashMap<String, (usize, usize)>,
}

/// One value of the document and the bytes it was written in.
#[derive(Debug, Clone, PartialEq)]
pub struct Node {
    /// Where the value stands in the text, in bytes.
    pub span: Range<usize>,
    /// The value itself.
    pub kind: Kind,
}

/// The JSON values that a node can hold.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number.
    Number(serde_json::Number),
    /// Text.
    String(String),
    /// A list.
    Array(Vec<Node>),
    /// An object, its members in the order of the text.
    Object(Vec<Member>),
}

/// A member of an object.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    /// The key, as text: YAML's `200:` is `"200"`.
    pub key: String,
    /// Where the key stands.
    pub key_span: Range<usize>,
    /// The value.
    pub value: Node,
}

impl Document {
    /// Parses YAML 1.2 or JSON; `name` is how diagnostics call the file.
    ///
    /// # Errors
    /// Everything that keeps the text from being one JSON value: syntax, duplicate keys, merge keys, tags, depth.
    pub fn parse(text: &str, name: &str) -> Result<Self, Diagnostics> {
        let mut document = Self::unparsed(text, name);
        document.root = parse::parse(&document)?;
        document.components = document.root.components();
        Ok(document)
    }

    /// Parses what a file holds, which must be UTF-8.
    ///
    /// # Errors
    /// Another encoding, and those of [`Document::parse`].
    pub fn from_bytes(bytes: &[u8], name: &str) -> Result<Self, Diagnostics> {
        let (found, at) = match (bytes, std::str::from_utf8(bytes)) {
            (_, Ok(text)) => return Self::parse(text, name),
            ([0xff, 0xfe, ..] | [0xfe, 0xff, ..], Err(_)) => ("it is UTF-16", 0),
            (_, Err(error)) => ("these bytes mean nothing in it", error.valid_up_to()),
        };
        let document = Self::unparsed(&String::from_utf8_lossy(bytes), name);
        let fault = Diagnostic::new(
            &document,
            Code::Syntax,
            "",
            at..at + 1,
            format!("the text is not UTF-8: {found}"),
        );
        Err(Diagnostics::new(vec![
            fault.help("save the file in the encoding UTF-8"),
        ]))
    }

    fn unparsed(text: &str, name: &str) -> Self {
        let line_starts = std::iter::once(0)
            .chain(
                text.bytes()
                    .enumerate()
                    .filter(|(_, b)| *b == b'\n')
                    .map(|(i, _)| i + 1),
            )
            .collect();
        Self {
            name: name.to_owned(),
            text: text.to_owned(),
            root: Node {
                span: 0..0,
                kind: Kind::Null,
            },
            line_starts,
            components: HashMap::new(),
        }
    }

    /// How diagnostics call the file.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text as it was given.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The outermost value.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The document as plain JSON, keys in the order of the text.
    pub fn to_json(&self) -> Value {
        self.root.to_json()
    }

    /// The node that a JSON Pointer names (`""` is the root).
    pub fn at(&self, pointer: &str) -> Option<&Node> {
        if let Some((kind, at)) = self.components.get(pointer) {
            let kind = self.root.get("components")?.members().get(*kind)?;
            return Some(&kind.value.members().get(*at)?.value);
        }
        let mut node = &self.root;
        for token in pointer.split('/').skip(1) {
            node = node.child(&unescape(token))?;
        }
        Some(node)
    }

    /// Line and column of a byte, both from 1, columns in characters.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self
            .line_starts
            .partition_point(|start| *start <= byte)
            .max(1);
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self
            .text
            .get(start..byte)
            .map_or(0, |part| part.chars().count());
        (line, column + 1)
    }
}

impl Node {
    /// The members, or none when this is no object.
    pub fn members(&self) -> &[Member] {
        match &self.kind {
            Kind::Object(members) => members,
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) | Kind::Array(_) => &[],
        }
    }

    /// The items, or none when this is no list.
    pub fn items(&self) -> &[Node] {
        match &self.kind {
            Kind::Array(items) => items,
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) | Kind::Object(_) => &[],
        }
    }

    /// The value of a member.
    pub fn get(&self, key: &str) -> Option<&Node> {
        self.members()
            .iter()
            .find(|member| member.key == key)
            .map(|member| &member.value)
    }

    /// The text, when this is text.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            Kind::String(text) => Some(text),
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::Array(_) | Kind::Object(_) => None,
        }
    }

    /// The truth value, when this is one.
    pub fn as_bool(&self) -> Option<bool> {
        match &self.kind {
            Kind::Bool(value) => Some(*value),
            Kind::Null | Kind::String(_) | Kind::Number(_) | Kind::Array(_) | Kind::Object(_) => {
                None
            }
        }
    }

    /// The value of a text member.
    pub fn str_of(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Node::as_str)
    }

    /// What kind of value this is, for messages.
    pub fn kind_name(&self) -> &'static str {
        match &self.kind {
            Kind::Null => "null",
            Kind::Bool(_) => "a boolean",
            Kind::Number(_) => "a number",
            Kind::String(_) => "a string",
            Kind::Array(_) => "a list",
            Kind::Object(_) => "an object",
        }
    }

    /// The node as plain JSON.
    pub fn to_json(&self) -> Value {
        match &self.kind {
            Kind::Null => Value::Null,
            Kind::Bool(value) => Value::Bool(*value),
            Kind::Number(number) => Value::Number(number.clone()),
            Kind::String(text) => Value::String(text.clone()),
            Kind::Array(items) => items.iter().map(Node::to_json).collect(),
            Kind::Object(members) => Value::Object(
                members
                    .iter()
                    .map(|member| (member.key.clone(), member.value.to_json()))
                    .collect(),
            ),
        }
    }

    fn components(&self) -> HashMap<String, (usize, usize)> {
        let kinds = self.get("components").map(Node::members);
        let mut places = HashMap::new();
        for (first, kind) in kinds.unwrap_or_default().iter().enumerate() {
            for (second, member) in kind.value.members().iter().enumerate() {
                let pointer = format!("/components/{}/{}", escape(&kind.key), escape(&member.key));
                places.entry(pointer).or_insert((first, second));
            }
        }
        places
    }

    fn child(&self, token: &str) -> Option<&Node> {
        match &self.kind {
            Kind::Object(_) => self.get(token),
            Kind::Array(items) => items.get(token.parse::<usize>().ok()?),
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => None,
        }
    }
}

/// Escapes one token of a JSON Pointer (RFC 6901).
pub fn escape(token: &str) -> String {
    token.replace('~', "~0").replace('/', "~1")
}

fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
