//! From YAML events to nodes: iterative, so that depth is a diagnostic and not a stack overflow.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span};

use super::{Document, Kind, Member, Node, escape};
use crate::diagnostic::{Code, Diagnostic, Diagnostics};

/// Deeper nesting is refused: every later pass may recurse.
const MAX_DEPTH: usize = 128;
/// Aliases are copies; a document that grows beyond this many nodes is refused.
const MAX_NODES: usize = 2_000_000;

/// A list or object that is still open.
struct Open {
    kind: Kind,
    start: usize,
    anchor: usize,
    key: Option<(String, Range<usize>)>,
    pointer: String,
    /// The keys so far.
    keys: HashSet<String>,
}

pub(super) fn parse(document: &Document) -> Result<Node, Diagnostics> {
    let mut faults = Vec::new();
    let (text, chars) = characters(document.text());
    let mut builder = Builder {
        document,
        chars,
        stack: Vec::new(),
        anchors: HashMap::new(),
        root: None,
        nodes: 0,
    };
    for event in Parser::new_from_str(&text) {
        let result = match event {
            Ok((event, span)) => builder.event(event, &span, &mut faults),
            Err(error) => {
                let at = builder.byte(error.marker());
                Err(builder.fault(
                    Code::Syntax,
                    at..at + 1,
                    format!("the text is not YAML: {}", error.info()),
                ))
            }
        };
        if let Err(fault) = result {
            faults.push(*fault);
            break;
        }
    }
    match builder.root.take() {
        Some(root) if faults.is_empty() => Ok(root),
        Some(_) | None => {
            if faults.is_empty() {
                faults.push(*builder.fault(Code::Syntax, 0..0, "the document is empty".to_owned()));
            }
            Err(Diagnostics::new(faults))
        }
    }
}

struct Builder<'a> {
    document: &'a Document,
    /// The byte at which each character begins: the parser counts characters.
    chars: Vec<usize>,
    stack: Vec<Open>,
    anchors: HashMap<usize, Node>,
    root: Option<Node>,
    nodes: usize,
}

impl Builder<'_> {
    fn event(
        &mut self,
        event: Event<'_>,
        span: &Span,
        faults: &mut Vec<Diagnostic>,
    ) -> Result<(), Box<Diagnostic>> {
        let start = self.byte(&span.start);
        let end = self.byte(&span.end).max(start);
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            return Err(self.fault(
                Code::Syntax,
                start..end,
                "the document is too large".to_owned(),
            ));
        }
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                if tag.is_some() {
                    faults.push(*self.fault(
                        Code::Syntax,
                        start..end,
                        "YAML tags have no meaning in OpenAPI".to_owned(),
                    ));
                }
                let end = start + self.document.text()[start..end].trim_end().len();
                self.value(
                    scalar(&text, style),
                    start..end,
                    anchor,
                    Some(&text),
                    faults,
                )?;
            }
            Event::SequenceStart(anchor, _) => self.open(Kind::Array(Vec::new()), start, anchor)?,
            Event::MappingStart(anchor, _) => self.open(Kind::Object(Vec::new()), start, anchor)?,
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.stack.pop() {
                    let end = start.max(open.start)
                        + self.document.text()[start.max(open.start)..end.max(open.start)]
                            .trim_end()
                            .len();
                    self.value(open.kind, open.start..end, open.anchor, None, faults)?;
                }
            }
            Event::Alias(anchor) => match self.anchors.get(&anchor).cloned() {
                Some(node) => {
                    self.nodes += count(&node);
                    self.value(node.kind, start..end, 0, None, faults)?;
                }
                None => {
                    let message = if self.stack.iter().any(|open| open.anchor == anchor) {
                        "an alias stands inside of what it names"
                    } else {
                        "an alias names no anchor before it"
                    };
                    return Err(self.fault(Code::Syntax, start..end, message.to_owned()));
                }
            },
            Event::DocumentStart(_) if self.root.is_some() => {
                return Err(self.fault(
                    Code::Syntax,
                    start..end,
                    "a second YAML document begins here".to_owned(),
                ));
            }
            Event::DocumentStart(_)
            | Event::DocumentEnd
            | Event::StreamStart
            | Event::StreamEnd
            | Event::Nothing => {}
        }
        Ok(())
    }

    fn open(&mut self, kind: Kind, start: usize, anchor: usize) -> Result<(), Box<Diagnostic>> {
        if self.stack.len() >= MAX_DEPTH {
            return Err(self.fault(
                Code::Syntax,
                start..start + 1,
                format!("nested deeper than {MAX_DEPTH}"),
            ));
        }
        let pointer = self.pointer();
        self.stack.push(Open {
            kind,
            start,
            anchor,
            key: None,
            pointer,
            keys: HashSet::new(),
        });
        Ok(())
    }

    /// A value is complete: it becomes a key, a member, an item or the root.
    fn value(
        &mut self,
        kind: Kind,
        span: Range<usize>,
        anchor: usize,
        key_text: Option<&str>,
        faults: &mut Vec<Diagnostic>,
    ) -> Result<(), Box<Diagnostic>> {
        let pointer = self.pointer();
        let Some(parent) = self.stack.last_mut() else {
            self.root = Some(Node { span, kind });
            return Ok(());
        };
        let node = Node {
            span: span.clone(),
            kind,
        };
        if anchor != 0 {
            self.anchors.insert(anchor, node.clone());
        }
        match &mut parent.kind {
            Kind::Array(items) => items.push(node),
            Kind::Object(members) => match parent.key.take() {
                Some((key, key_span)) => {
                    if !parent.keys.insert(key.clone()) {
                        faults.push(
                            Diagnostic::new(
                                self.document,
                                Code::DuplicateKey,
                                &pointer,
                                key_span.clone(),
                                format!("the key `{key}` stands twice in this object"),
                            )
                            .label("second time here"),
                        );
                    }
                    if key == "<<" {
                        faults.push(
                            Diagnostic::new(
                                self.document,
                                Code::Syntax,
                                &pointer,
                                key_span.clone(),
                                "merge keys (`<<`) are not JSON".to_owned(),
                            )
                            .help("write the members out, or use `$ref`"),
                        );
                    }
                    members.push(Member {
                        key,
                        key_span,
                        value: node,
                    });
                }
                None => match key_text {
                    Some(text) => parent.key = Some((text.to_owned(), span)),
                    None => {
                        return Err(self.fault(
                            Code::Syntax,
                            span,
                            "a key must be text".to_owned(),
                        ));
                    }
                },
            },
            Kind::Null | Kind::Bool(_) | Kind::Number(_) | Kind::String(_) => {}
        }
        Ok(())
    }

    /// The pointer of the value that comes next.
    fn pointer(&self) -> String {
        match self.stack.last() {
            None => String::new(),
            Some(open) => match (&open.kind, &open.key) {
                (Kind::Array(items), _) => format!("{}/{}", open.pointer, items.len()),
                (_, Some((key, _))) => format!("{}/{}", open.pointer, escape(key)),
                (_, None) => open.pointer.clone(),
            },
        }
    }

    fn byte(&self, marker: &Marker) -> usize {
        self.chars
            .get(marker.index())
            .copied()
            .unwrap_or(self.document.text().len())
    }

    fn fault(&self, code: Code, span: Range<usize>, message: String) -> Box<Diagnostic> {
        Box::new(Diagnostic::new(
            self.document,
            code,
            &self.pointer(),
            span,
            message,
        ))
    }
}

/// The text as YAML knows it, and the byte at which each of its characters begins: the parser counts characters.
///
/// JSON may write a character as two halves (`\\ud83d\\ude00`), which YAML refuses.
fn characters(text: &str) -> (Cow<'_, str>, Vec<usize>) {
    let is_json = text.contains("\\u") && serde_json::from_str::<serde_json::Value>(text).is_ok();
    if !is_json {
        let starts = text.char_indices().map(|(byte, _)| byte).collect();
        return (Cow::Borrowed(text), starts);
    }
    let mut whole = String::with_capacity(text.len());
    let mut starts = Vec::with_capacity(text.len());
    let mut rest = text.char_indices();
    while let Some((at, character)) = rest.next() {
        starts.push(at);
        if character != '\\' {
            whole.push(character);
            continue;
        }
        let halves = [unit(text, at), unit(text, at + 6)];
        if let [Some(high), Some(low)] = halves
            && let Some(Ok(character)) = char::decode_utf16([high, low]).next()
            && character.len_utf16() == 2
        {
            whole.push(character);
            rest.nth(10);
        } else {
            // What is escaped is no backslash of its own.
            whole.push(character);
            if let Some((at, escaped)) = rest.next() {
                starts.push(at);
                whole.push(escaped);
            }
        }
    }
    (Cow::Owned(whole), starts)
}

/// The UTF-16 unit that is escaped here.
fn unit(text: &str, at: usize) -> Option<u16> {
    u16::from_str_radix(text.get(at..at + 6)?.strip_prefix("\\u")?, 16).ok()
}

fn count(node: &Node) -> usize {
    1 + node.items().iter().map(count).sum::<usize>()
        + node
            .members()
            .iter()
            .map(|m| count(&m.value))
            .sum::<usize>()
}

/// Resolves a scalar by YAML 1.2's core schema, which is JSON's.
fn scalar(text: &str, style: ScalarStyle) -> Kind {
    if style != ScalarStyle::Plain {
        return Kind::String(text.to_owned());
    }
    match text {
        "" | "~" | "null" | "Null" | "NULL" => return Kind::Null,
        "true" | "True" | "TRUE" => return Kind::Bool(true),
        "false" | "False" | "FALSE" => return Kind::Bool(false),
        _ => {}
    }
    let starts_like_number =
        text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '.'));
    if !starts_like_number {
        return Kind::String(text.to_owned());
    }
    let digits = text.strip_prefix('+').unwrap_or(text);
    if let Ok(value) = digits.parse::<i64>() {
        return Kind::Number(value.into());
    }
    if let Ok(value) = digits.parse::<u64>() {
        return Kind::Number(value.into());
    }
    let radix = |prefix: &str, radix| {
        text.strip_prefix(prefix)
            .and_then(|rest| u64::from_str_radix(rest, radix).ok())
    };
    if let Some(value) = radix("0x", 16).or_else(|| radix("0o", 8)) {
        return Kind::Number(value.into());
    }
    let is_float = digits
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E'));
    match digits
        .parse::<f64>()
        .ok()
        .filter(|_| is_float)
        .and_then(serde_json::Number::from_f64)
    {
        Some(number) => Kind::Number(number),
        None => Kind::String(text.to_owned()),
    }
}
