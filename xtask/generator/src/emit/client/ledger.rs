//! What a client is made without, or made otherwise than its document says: found by comparing the document with what
//! progenitor is given, and explained by what the document says at that place. Knows nothing of how it was changed.

mod compare;

use std::fmt;

use serde_json::{Value, json};

use compare::compare;

/// A reason for which a client differs from its document.
#[derive(Debug, PartialEq, Eq)]
pub struct Projection {
    /// What differs.
    pub name: &'static str,
    /// Why, and what a caller can do about it.
    pub reason: &'static str,
}

macro_rules! projections {
    ($($ident:ident: $name:literal => $reason:literal,)+) => {
        $(const $ident: &Projection = &Projection { name: $name, reason: $reason };)+

        /// All reasons there are, in the order in which they are told.
        pub const PROJECTIONS: &[&Projection] = &[$($ident,)+];
    };
}

projections! {
    OTHER_BODIES: "other media types of bodies" =>
        "progenitor knows one for each body; the client sends the one that is left",
    PLAIN_BODIES: "rules of text" =>
        "progenitor knows none; the server judges",
    DEMANDED_BODIES: "bodies that may be absent" =>
        "progenitor always sends one",
    OTHER_ANSWERS: "other media types of answers" =>
        "the client asks for JSON, where there is JSON",
    NAMED_JSON: "errors of another JSON" =>
        "JSON by another name, such as `application/problem+json`, is read all the same",
    UNTYPED: "JSON without a schema" =>
        "progenitor demands one: any value",
    OTHER_SUCCESSES: "other successes" =>
        "progenitor knows one type for all: the others come as `Error::UnexpectedResponse`, whole",
    OTHER_ERRORS: "other errors" =>
        "progenitor knows one type for all: the others come as `Error::UnexpectedResponse`, whole, or within a range as `Error::InvalidResponsePayload`, with their bytes",
    COVERED: "statuses within a range" =>
        "the range has the same type, and progenitor looks there first",
    REST: "default answers" =>
        "progenitor would take them for successes too: they stand for all errors that have no answer of their own",
    PAGES: "streams of pages" =>
        "the token has a type of its own, with which progenitor's stream does not compile: the caller asks for each page",
    IDS: "made operation ids" =>
        "progenitor needs one: method and path make it, as in the server",
    ONE_WAY: "members of one way" =>
        "`readOnly` and `writeOnly` members are optional in the one type for both ways",
    ALTERNATIVES: "alternatives that do not exclude each other, and negations" =>
        "no Rust type says them: such values stay JSON",
    OPEN: "open alternatives of one member" =>
        "typify would refuse every other member: they are told apart by trying",
    ADJACENT: "alternatives with a tag beside their content, and a default" =>
        "typify could write no default of them: they are told apart by trying",
    KEYS: "keys that a map demands" =>
        "it is a map in Rust; the server judges",
    IMPLIED: "types that keywords imply" =>
        "progenitor wants them written",
    IDLE: "keywords that say nothing" =>
        "of values of the type beside them: progenitor would make something of them",
    WHOLE_NUMBERS: "numbers of the formats int and uint" =>
        "to dropshot they have 64 bits, to progenitor 32: they are given to it as int64 and uint64",
}

/// Everything in which a client differs from its document.
#[derive(Debug, Default)]
pub struct Ledger {
    /// The reasons, in the order of [`PROJECTIONS`], each with the JSON Pointers of the document where it holds. What is written
    /// elsewhere and used there (a shared parameter, a response) counts where it is used.
    pub entries: Vec<(&'static Projection, Vec<String>)>,
    /// Differences that have no reason: faults of the generator. None are left in a client that was made.
    pub unexplained: Vec<String>,
}

impl Ledger {
    /// How many differences there are.
    pub fn len(&self) -> usize {
        let explained = self.entries.iter().map(|(_, places)| places.len());
        explained.sum::<usize>() + self.unexplained.len()
    }

    /// Whether progenitor was given the document as it is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// For editors and CI, an object for each reason: `projection`, `reason`, `count`, and `places` as JSON Pointers.
    pub fn to_json(&self) -> impl Iterator<Item = Value> {
        self.entries.iter().map(|(projection, places)| {
            json!({
                "projection": projection.name,
                "reason": projection.reason,
                "count": places.len(),
                "places": places,
            })
        })
    }

    /// Compares a document, everything written out, with what progenitor is given.
    pub(super) fn of(document: &Value, given: &Value) -> Self {
        let (explained, unexplained) = compare(document, given);
        let is_place = |place: &String| document.pointer(place).is_some();
        debug_assert!(
            explained.iter().all(|(_, place)| is_place(place)),
            "{explained:?}"
        );
        let entries = PROJECTIONS.iter().filter_map(|projection| {
            let places: Vec<String> = { explained.iter() }
                .filter(|(other, _)| other == projection)
                .map(|(_, place)| place.clone())
                .collect();
            (!places.is_empty()).then_some((*projection, places))
        });
        Self {
            entries: entries.collect(),
            unexplained,
        }
    }
}

/// A line for each reason: how often, what, and why.
impl fmt::Display for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (projection, places) in &self.entries {
            let Projection { name, reason } = projection;
            writeln!(f, "{:>6}  {name}: {reason}", places.len())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, escape, unescape};
    use crate::emit::client::{project::project, written::written_out};

    const DOCUMENTS: [&str; 4] = [
        include_str!("../../../fixtures/documents/access.yaml"),
        include_str!("../../../fixtures/documents/bodies.yaml"),
        include_str!("../../../fixtures/documents/silent.yaml"),
        include_str!("../../../tests/clients/progenitor.yaml"),
    ];

    /// Every value below, by its pointer.
    fn pointers(value: &Value, pointer: &str, out: &mut Vec<String>) {
        let below: Vec<(String, &Value)> = match value {
            Value::Object(members) => members
                .iter()
                .map(|(key, value)| (escape(key), value))
                .collect(),
            Value::Array(items) => { items.iter().enumerate() }
                .map(|(at, value)| (at.to_string(), value))
                .collect(),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
        };
        for (token, value) in below {
            let pointer = format!("{pointer}/{token}");
            pointers(value, &pointer, out);
            out.push(pointer);
        }
    }

    /// Whatever is lost or changed beyond what we change ourselves has no reason.
    #[test]
    fn no_other_difference_is_explained() {
        let mut explained = Vec::new();
        let mut tried = 0;
        for text in DOCUMENTS {
            let document = Document::parse(text, "it.yaml").unwrap_or_else(|e| panic!("{e}"));
            let written = written_out(&document.to_json());
            let mut given = written.clone();
            project(&mut given);
            assert_eq!(
                Ledger::of(&written, &given).unexplained,
                Vec::<String>::new()
            );
            let mut places = Vec::new();
            pointers(&given, "", &mut places);
            for place in places {
                let (parent, token) = place.rsplit_once('/').expect("it begins with a slash");
                for is_lost in [true, false] {
                    let mut spoilt = given.clone();
                    match spoilt.pointer_mut(parent) {
                        Some(Value::Object(members)) if is_lost => {
                            members.shift_remove(&unescape(token));
                        }
                        Some(Value::Array(items)) if is_lost => {
                            items.remove(token.parse::<usize>().expect("an index"));
                        }
                        _ => {
                            *spoilt.pointer_mut(&place).expect("it is there") =
                                Value::from("spoilt")
                        }
                    }
                    tried += 1;
                    // The document says so itself.
                    if spoilt.pointer(&place) == written.pointer(&place) {
                        continue;
                    }
                    if Ledger::of(&written, &spoilt).unexplained.is_empty() {
                        explained.push(format!(
                            "{place} {}",
                            if is_lost { "lost" } else { "changed" }
                        ));
                    }
                }
            }
        }
        assert!(tried > 2000, "{tried}");
        assert_eq!(explained, Vec::<String>::new());
    }
}
