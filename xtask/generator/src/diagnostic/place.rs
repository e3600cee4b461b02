//! A place in a document, with the lines around it cut out, so that it outlives its document.
//!
//! Knows positions and rendering; knows no rule.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use serde_json::{Value, json};

use crate::document::Document;

/// So many bytes are shown before and after a place in a very long line.
const WINDOW: usize = 160;

/// Where something stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// The file's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// Line of the end, from 1.
    pub end_line: usize,
    /// Column behind the last character, from 1.
    pub end_column: usize,
    /// JSON Pointer of the value.
    pub pointer: String,
    /// Which of the document's files it is.
    pub(super) source: usize,
    /// What stands there, in words.
    pub(super) label: Option<String>,
    excerpt: String,
    caret: Range<usize>,
}

impl Place {
    /// The place of these bytes.
    pub fn new(document: &Document, pointer: &str, span: Range<usize>) -> Self {
        let text = document.text();
        let start = text.floor_char_boundary(span.start);
        let (line, column) = document.line_column(start);
        let (end_line, end_column) =
            document.line_column(text.floor_char_boundary(span.end.max(start)));
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        // Minified documents are one line: show a window of it.
        let line_start = line_start.max(text.floor_char_boundary(start.saturating_sub(WINDOW)));
        let line_end = line_end.min(text.ceil_char_boundary(start + WINDOW));
        let end = text.floor_char_boundary(span.end).clamp(start, line_end);
        Self {
            file: document.source_of(start).1.to_owned(),
            source: document.source_of(start).0,
            line,
            column,
            end_line,
            end_column,
            pointer: pointer.to_owned(),
            label: None,
            excerpt: text[line_start..line_end].to_owned(),
            caret: start - line_start..end.max(start) - line_start,
        }
    }

    /// The pointer as people read it: the root is `/`.
    pub(crate) fn shown_pointer(&self) -> &str {
        if self.pointer.is_empty() {
            "/"
        } else {
            &self.pointer
        }
    }

    /// The members that a place has in the JSON form.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "file": self.file,
            "start": { "line": self.line, "column": self.column },
            "end": { "line": self.end_line, "column": self.end_column },
            "pointer": self.pointer,
            "label": self.label,
        })
    }

    /// In the manner of rustc: title, excerpt, notes, help.
    pub(crate) fn render(
        &self,
        level: Level<'_>,
        id: &str,
        title: &str,
        notes: &[String],
        help: Option<&str>,
    ) -> String {
        let one = self.excerpt.ceil_char_boundary(self.caret.start + 1);
        let caret = self.caret.start..self.caret.end.max(one);
        let mut annotation = AnnotationKind::Primary.span(caret);
        if let Some(label) = &self.label {
            annotation = annotation.label(label.as_str());
        }
        let snippet = Snippet::source(self.excerpt.as_str())
            .line_start(self.line)
            .path(self.file.as_str())
            .annotation(annotation);
        let mut group = Group::with_title(level.primary_title(title).id(id)).element(snippet);
        for note in notes {
            group = group.element(Level::NOTE.message(note.as_str()));
        }
        if let Some(help) = help {
            group = group.element(Level::HELP.message(help));
        }
        Renderer::plain().render(&[group])
    }
}
