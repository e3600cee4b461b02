//! What changed between two documents, and whom each change breaks.
//!
//! Knows OpenAPI's meaning, directions and positions; knows no generated code. Both documents should be sound: what
//! [`crate::check()`] refuses is compared as far as it can be read, and never a panic.

mod alternatives;
mod class;
mod limits;
mod members;
mod operations;
mod parameters;
mod payloads;
mod render;
mod schemas;
mod security;
mod view;

use std::collections::BTreeSet;

use crate::diagnostic::Place;
use crate::document::Document;

pub use class::{Breaks, Class, Direction};

use view::Spot;

/// One change.
#[derive(Debug, Clone)]
pub struct Change {
    /// What kind of change it is; stable over releases.
    pub class: Class,
    /// Whom it breaks.
    pub breaks: Breaks,
    /// What changed, lowercase, without a full stop.
    pub message: String,
    /// Where: in the new document, or in the old one for what is gone.
    pub place: Place,
    /// The first operation that it was met in, such as `POST /tasks`, and how it is used there.
    pub met_in: Option<String>,
    /// In how many more places it was met.
    pub met_again: usize,
}

/// All changes: what breaks somebody first, then in the order of the text.
#[derive(Debug, Clone)]
pub struct Changes(Vec<Change>);

/// Compares two documents.
pub fn diff(old: &Document, new: &Document) -> Changes {
    let mut comparison = Comparison {
        old,
        new,
        changes: Vec::new(),
        seen: BTreeSet::new(),
        operation: None,
        direction: Direction::Request,
        is_stream: false,
    };
    operations::compare(&mut comparison);
    let mut changes = comparison.changes;
    changes.sort_by(|a, b| {
        let key = |change: &Change| {
            let Place { line, column, .. } = change.place;
            (change.breaks, line, column, change.class)
        };
        key(a).cmp(&key(b))
    });
    Changes(changes)
}

impl Changes {
    /// The changes.
    pub fn iter(&self) -> impl Iterator<Item = &Change> {
        self.0.iter()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether one of them breaks clients.
    pub fn break_clients(&self) -> bool {
        self.iter().any(|change| change.breaks.clients())
    }
}

/// A comparison under way.
struct Comparison<'a> {
    old: &'a Document,
    new: &'a Document,
    changes: Vec<Change>,
    /// Pairs of schemas that were compared, by their places and how they are used.
    seen: BTreeSet<(String, String, Direction, bool, &'static str)>,
    operation: Option<String>,
    direction: Direction,
    /// Whether the schema at hand is the union of an event stream.
    is_stream: bool,
}

impl<'a> Comparison<'a> {
    /// A change that is seen in the new document.
    fn here(&mut self, class: Class, spot: &Spot<'a>, message: impl Into<String>) {
        self.report(class, self.new, spot, message.into());
    }

    /// A change of what only the old document has.
    fn gone(&mut self, class: Class, spot: &Spot<'a>, message: impl Into<String>) {
        self.report(class, self.old, spot, message.into());
    }

    fn report(&mut self, class: Class, document: &Document, spot: &Spot<'_>, message: String) {
        let met_in = self.operation.as_ref().map(|operation| {
            let (is_schema, direction) = (class.id().starts_with("C05"), self.direction);
            match direction {
                Direction::Request if is_schema => format!("{operation}, in requests"),
                Direction::Answer if is_schema => format!("{operation}, in answers"),
                Direction::Request | Direction::Answer => operation.clone(),
            }
        });
        let place = Place::new(document, &spot.pointer, spot.span.clone());
        let breaks = class.breaks(self.direction);
        let is_known = |change: &&mut Change| {
            (change.class, change.breaks, &change.message, &change.place)
                == (class, breaks, &message, &place)
        };
        // What several operations share is one change.
        if let Some(known) = self.changes.iter_mut().find(is_known) {
            known.met_again += 1;
            return;
        }
        self.changes.push(Change {
            class,
            breaks,
            message,
            place,
            met_in,
            met_again: 0,
        });
    }
}
