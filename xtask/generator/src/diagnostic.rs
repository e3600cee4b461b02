//! Diagnostics in the manner of rustc: a code, a place, an excerpt, a suggestion. As text for people, as JSON for editors.
//!
//! Knows positions and rendering; knows no rule of OpenAPI.

use std::collections::BTreeMap;
use std::fmt;
use std::ops::Range;

use annotate_snippets::Level;
use serde_json::{Value, json};

use crate::document::Document;

pub use codes::Code;
pub use place::Place;

mod codes;
mod place;

/// In text, so many faults of one code are shown before the rest are counted.
const SHOWN: usize = 20;

/// How much a diagnostic weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// Nothing is made of the document.
    Error,
    /// The caller allowed it: it is told and goes no further.
    Warning,
}

/// One fault of a document.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// Which rule is broken; stable over releases.
    pub code: Code,
    /// Whether it keeps the document from being used.
    pub severity: Severity,
    /// What is wrong, lowercase, without a full stop.
    pub message: String,
    /// Where.
    pub place: Place,
    /// What to write instead.
    pub help: Option<String>,
}

/// All faults of a document, in the order of its text.
#[derive(Debug, Clone, Default)]
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
        Self {
            code,
            severity: Severity::Error,
            message: message.into(),
            place: Place::new(document, pointer, span),
            help: None,
        }
    }

    /// A fault of the whole document, for what has no better place.
    pub fn whole(document: &Document, code: Code, message: impl Into<String>) -> Self {
        Self::new(document, code, "", 0..0, message)
    }

    /// Says what stands at the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.place.label = Some(label.into());
        self
    }

    /// Says what to write instead.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// For editors and CI; the README says what each member is.
    pub fn to_json(&self) -> Value {
        json!({
            "code": self.code.id(),
            "severity": match self.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            },
            "message": self.message,
            "rule": self.code.rule().trim(),
            "place": self.place.to_json(),
            "help": self.help,
        })
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let notes = [format!("at `{}`", self.place.shown_pointer())];
        let level = match self.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
        };
        f.write_str(&self.place.render(
            level,
            self.code.id(),
            &self.message,
            &notes,
            self.help.as_deref(),
        ))
    }
}

impl Diagnostics {
    /// Sorts the faults by their place.
    pub fn new(mut faults: Vec<Diagnostic>) -> Self {
        fn key(fault: &Diagnostic) -> (usize, usize, usize, Code, &str) {
            let Place {
                source,
                line,
                column,
                ..
            } = fault.place;
            (source, line, column, fault.code, &fault.message)
        }
        faults.sort_by(|a, b| key(a).cmp(&key(b)));
        // What two operations share is looked at twice.
        faults.dedup_by(|a, b| {
            (a.code, &a.place.file, &a.place.pointer, &a.message)
                == (b.code, &b.place.file, &b.place.pointer, &b.message)
        });
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

    /// How many faults there are, and how many of each kind that was allowed, a line each.
    fn counted(&self) -> Vec<String> {
        let of = |severity| self.iter().filter(move |one| one.severity == severity);
        let warnings: Vec<String> = Code::allowable()
            .filter_map(|code| {
                let count = of(Severity::Warning).filter(|one| one.code == code).count();
                code.counted(count).filter(|_| count > 0)
            })
            .collect();
        let faults = match of(Severity::Error).count() {
            0 if !warnings.is_empty() => None,
            1 => Some("1 fault found".to_owned()),
            many => Some(format!("{many} faults found")),
        };
        faults.into_iter().chain(warnings).collect()
    }
}

/// For people: the first of each code, then how many more there are. [`Diagnostics::iter`] has all.
impl fmt::Display for Diagnostics {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut told: BTreeMap<Code, usize> = BTreeMap::new();
        for diagnostic in &self.0 {
            let count = told.entry(diagnostic.code).or_default();
            *count += 1;
            if *count <= SHOWN {
                writeln!(f, "{diagnostic}\n")?;
            }
        }
        for (code, count) in told.iter().filter(|(_, count)| **count > SHOWN) {
            let more = count - SHOWN;
            writeln!(f, "{more} more of {}: {}", code.id(), code.rule().trim())?;
        }
        f.write_str(&self.counted().join("\n"))
    }
}

impl std::error::Error for Diagnostics {}
