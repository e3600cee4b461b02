//! Diagnostics in the manner of rustc: a code, a place, an excerpt, a suggestion.
//!
//! Knows positions and rendering; knows no rule of OpenAPI.

use std::fmt;
use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use crate::document::Document;

pub use codes::Code;

mod codes;

/// So many bytes are shown before and after a fault in a very long line.
const WINDOW: usize = 160;

/// One fault of a document.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Which rule is broken; stable over releases.
    pub code: Code,
    /// What is wrong, lowercase, without a full stop.
    pub message: String,
    /// The file's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// JSON Pointer of the faulty value.
    pub pointer: String,
    /// What to write instead.
    pub help: Option<String>,
    label: Option<String>,
    /// The lines around the fault, cut out so that a diagnostic outlives its document.
    excerpt: String,
    excerpt_line: usize,
    caret: Range<usize>,
}

/// All faults of a document, in the order of its text.
#[derive(Debug, Clone)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostic {
    /// A fault at a place in the text.
    pub fn new(
        document: &Document,
        code: Code,
        pointer: &str,
        span: Range<usize>,
        message: impl Into<String>,
    ) -> Self {
        let text = document.text();
        let start = span.start.min(text.len());
        let (line, column) = document.line_column(start);
        let line_start = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |at| start + at);
        // Minified documents are one line: show a window of it.
        let line_start = line_start.max(text.floor_char_boundary(start.saturating_sub(WINDOW)));
        let line_end = line_end.min(text.ceil_char_boundary(start + WINDOW));
        let end = text.floor_char_boundary(span.end).clamp(start, line_end);
        Self {
            code,
            message: message.into(),
            file: document.name().to_owned(),
            line,
            column,
            pointer: pointer.to_owned(),
            help: None,
            label: None,
            excerpt: text[line_start..line_end].to_owned(),
            excerpt_line: line,
            caret: start - line_start..end.max(start) - line_start,
        }
    }

    /// A fault of the whole document, for what has no better place.
    pub fn whole(document: &Document, code: Code, message: impl Into<String>) -> Self {
        Self::new(document, code, "", 0..0, message)
    }

    /// Says what stands at the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = self.excerpt.ceil_char_boundary(self.caret.start + 1);
        let caret = self.caret.start..self.caret.end.max(one);
        let mut annotation = AnnotationKind::Primary.span(caret);
        if let Some(label) = &self.label {
            annotation = annotation.label(label.as_str());
        }
        let snippet = Snippet::source(self.excerpt.as_str())
            .line_start(self.excerpt_line)
            .path(self.file.as_str())
            .annotation(annotation);
        let mut group = Group::with_title(
            Level::ERROR
                .primary_title(self.message.as_str())
                .id(self.code.id()),
        )
        .element(snippet)
        .element(Level::NOTE.message(format!(
            "at `{}`",
            if self.pointer.is_empty() {
                "/"
            } else {
                &self.pointer
            }
        )));
        if let Some(help) = &self.help {
            group = group.element(Level::HELP.message(help.as_str()));
        }
        f.write_str(&Renderer::plain().render(&[group]))
    }
}

impl Diagnostics {
    /// Sorts the faults by their place.
    pub fn new(mut faults: Vec<Diagnostic>) -> Self {
        faults.sort_by(|a, b| {
            (a.line, a.column, a.code, &a.message).cmp(&(b.line, b.column, b.code, &b.message))
        });
        // What two operations share is looked at twice.
        faults
            .dedup_by(|a, b| (a.code, &a.pointer, &a.message) == (b.code, &b.pointer, &b.message));
        Self(faults)
    }

    /// The faults.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for diagnostic in &self.0 {
            writeln!(f, "{diagnostic}\n")?;
        }
        let plural = if self.len() == 1 { "fault" } else { "faults" };
        write!(f, "{} {plural} found", self.len())
    }
}

impl std::error::Error for Diagnostics {}
