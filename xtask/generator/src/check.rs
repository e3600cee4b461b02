//! Finds every fault of a document: structure by the keyword table, then meaning.
//!
//! Knows OpenAPI 3.0 and what dropshot, typify and progenitor can take. Writes no code.

mod contradictions;
mod keywords;
mod names;
mod operations;
mod references;
mod responses;
mod schemas;
mod structure;
mod unions;

use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Severity};
use crate::document::{Document, Node};

pub(crate) use references::home;

pub use keywords::{KEYWORDS, Keyword, Object, Shape, Treatment};

/// Which rules a document is held to, beyond those without which no server can be made from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// What progenitor's client demands.
    pub client: bool,
    /// What is good style in a document that is written by hand: no unused component, no parameter that other tools
    /// overlook.
    pub style: bool,
    /// Codes whose faults are warnings. Only those of [`Code::allowable`] can be; any other stays what it is.
    pub allow: Vec<Code>,
}

/// Reports all faults of a document at once, by all rules.
///
/// # Errors
/// The faults, in the order of the text.
pub fn check(document: &Document) -> Result<(), Diagnostics> {
    let all = Rules {
        client: true,
        style: true,
        allow: Vec::new(),
    };
    check_by(document, all).map(drop)
}

/// Reports all faults of a document at once, by some of the rules; gives the warnings where there are only such.
///
/// # Errors
/// The faults and warnings, in the order of the text.
pub fn check_by(document: &Document, rules: Rules) -> Result<Diagnostics, Diagnostics> {
    let mut report = Report {
        document,
        rules,
        faults: Vec::new(),
    };
    if !structure::version(&mut report) {
        return Err(Diagnostics::new(report.faults));
    }
    let sites = structure::walk(&mut report);
    references::check(&mut report, &sites);
    schemas::check(&mut report, &sites);
    contradictions::check(&mut report, &sites);
    unions::check(&mut report, &sites);
    names::check(&mut report, &sites);
    operations::check(&mut report);
    responses::check(&mut report);
    let Report {
        rules, mut faults, ..
    } = report;
    for fault in &mut faults {
        if rules.allow.contains(&fault.code) && Code::allowable().any(|code| code == fault.code) {
            fault.severity = Severity::Warning;
        }
    }
    let found = Diagnostics::new(faults);
    if found.iter().any(|one| one.severity == Severity::Error) {
        Err(found)
    } else {
        Ok(found)
    }
}

/// Collects faults.
struct Report<'a> {
    document: &'a Document,
    rules: Rules,
    faults: Vec<Diagnostic>,
}

/// A place in the document where an object of a kind stands.
#[derive(Debug, Clone)]
struct Site<'a> {
    object: Object,
    pointer: String,
    node: &'a Node,
}

impl Report<'_> {
    /// Reports a fault at a value.
    fn fault(
        &mut self,
        code: Code,
        pointer: &str,
        span: &Range<usize>,
        message: impl Into<String>,
    ) -> &mut Diagnostic {
        self.faults.push(Diagnostic::new(
            self.document,
            code,
            pointer,
            span.clone(),
            message,
        ));
        // The line above has pushed one.
        let last = self.faults.len() - 1;
        &mut self.faults[last]
    }
}

impl Diagnostic {
    /// [`Diagnostic::help`] in place.
    fn hint(&mut self, help: impl Into<String>) -> &mut Self {
        *self = self.clone().help(help);
        self
    }

    /// [`Diagnostic::label`] in place.
    fn mark(&mut self, label: impl Into<String>) -> &mut Self {
        *self = self.clone().label(label);
        self
    }
}

/// Where the key of a member stands, else the whole node: faults about a member point at its name.
fn key_span(node: &Node, key: &str) -> Range<usize> {
    node.members()
        .iter()
        .find(|member| member.key == key)
        .map_or(node.span.clone(), |member| member.key_span.clone())
}
