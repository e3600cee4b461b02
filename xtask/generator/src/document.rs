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
    /// The first file, then the others that were brought into it.
    sources: Vec<Source>,
    /// The texts of all files, one after the other: a place in it is a place in one of them.
    text: String,
    root: Node,
    line_starts: Vec<usize>,
    /// Which member of which kind a component is, by its pointer: references lead there all the time.
    components: HashMap<String, (usize, usize)>,
}

/// One file.
#[derive(Debug, Clone)]
struct Source {
    name: String,
    /// Where its text begins.
    start: usize,
    /// Which of all lines is its first.
    first_line: usize,
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
        let mut document = Self::unread(name, text);
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
        let document = Self::unread(name, &String::from_utf8_lossy(bytes));
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

    /// A document that holds nothing yet, for what is to say of its file.
    pub(crate) fn unread(name: &str, text: &str) -> Self {
        Self {
            sources: vec![Source {
                name: name.to_owned(),
                start: 0,
                first_line: 0,
            }],
            text: text.to_owned(),
            root: Node {
                span: 0..0,
                kind: Kind::Null,
            },
            line_starts: std::iter::once(0).chain(lines_after(text, 0)).collect(),
            components: HashMap::new(),
        }
    }

    /// Takes in the text of another file; gives its root, which stands in no document yet.
    pub(crate) fn absorb(&mut self, other: Document) -> Node {
        if !self.text.ends_with('\n') {
            self.text.push('\n');
            self.line_starts.push(self.text.len());
        }
        // The last line, which is empty, is the first of the other file.
        let (start, first_line) = (self.text.len(), self.line_starts.len() - 1);
        self.line_starts.extend(lines_after(&other.text, start));
        self.text.push_str(&other.text);
        self.sources
            .extend(other.sources.into_iter().map(|source| Source {
                start: start + source.start,
                first_line: first_line + source.first_line,
                ..source
            }));
        let mut root = other.root;
        root.shift(start);
        root
    }

    /// The same texts, another tree over them.
    pub(crate) fn replace_root(&mut self, root: Node) {
        self.root = root;
        self.components = self.root.components();
    }

    /// How diagnostics call the first file.
    pub fn name(&self) -> &str {
        &self.sources[0].name
    }

    /// How diagnostics call the file in which a byte of [`Document::text`] stands, and which of the files it is.
    pub(crate) fn source_of(&self, byte: usize) -> (usize, &str) {
        let at = self.source_at(byte);
        (at, &self.sources[at].name)
    }

    fn source_at(&self, byte: usize) -> usize {
        self.sources
            .partition_point(|source| source.start <= byte)
            .max(1)
            - 1
    }

    /// The text as it was given; that of several files, one after the other.
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
        self.root.at(pointer)
    }

    /// Line and column of a byte in its file, both from 1, columns in characters.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self
            .line_starts
            .partition_point(|start| *start <= byte)
            .max(1);
        let first_line = self.sources[self.source_at(byte)].first_line;
        let start = self.line_starts.get(line - 1).copied().unwrap_or(0);
        let column = self
            .text
            .get(start..byte)
            .map_or(0, |part| part.chars().count());
        (line - first_line, column + 1)
    }
}

/// Where lines begin after the first, when the text itself begins at `start`.
fn lines_after(text: &str, start: usize) -> impl Iterator<Item = usize> {
    text.bytes()
        .enumerate()
        .filter(|(_, byte)| *byte == b'\n')
        .map(move |(at, _)| start + at + 1)
}

impl Node {
    /// The node that a JSON Pointer names (`""` is this one).
    pub(crate) fn at(&self, pointer: &str) -> Option<&Node> {
        let mut node = self;
        for token in pointer.split('/').skip(1) {
            node = node.child(&unescape(token))?;
        }
        Some(node)
    }

    /// The members to change, or none when this is no object.
    pub(crate) fn members_mut(&mut self) -> &mut [Member] {
        match &mut self.kind {
            Kind::Object(members) => members,
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) | Kind::Array(_) => {
                &mut []
            }
        }
    }

    /// The list of members when this is an object.
    pub(crate) fn members_list(&mut self) -> Option<&mut Vec<Member>> {
        match &mut self.kind {
            Kind::Object(members) => Some(members),
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) | Kind::Array(_) => None,
        }
    }

    /// The items to change, or none when this is no list.
    pub(crate) fn items_mut(&mut self) -> &mut [Node] {
        match &mut self.kind {
            Kind::Array(items) => items,
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) | Kind::Object(_) => {
                &mut []
            }
        }
    }

    /// The value of a member, to change.
    pub(crate) fn get_mut(&mut self, key: &str) -> Option<&mut Node> {
        { self.members_mut().iter_mut() }
            .find(|member| member.key == key)
            .map(|member| &mut member.value)
    }

    /// Moves the node by so many bytes.
    fn shift(&mut self, by: usize) {
        self.span = self.span.start + by..self.span.end + by;
        match &mut self.kind {
            Kind::Array(items) => items.iter_mut().for_each(|item| item.shift(by)),
            Kind::Object(members) => {
                for member in members {
                    member.key_span = member.key_span.start + by..member.key_span.end + by;
                    member.value.shift(by);
                }
            }
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => {}
        }
    }

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

/// Reads one token of a JSON Pointer (RFC 6901).
pub(crate) fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
