//! The mutation check: each keyword, status, header and security requirement is taken out of a row of the table in turn, and
//! a request or an answer that the document alone gave must then be judged in another way.
//!
//! A mutant is a row made at run time, so none of them is compiled. What is written once and used often (a component) is
//! one mutant. Each area is a module, a further half of [`Check`].

use std::collections::BTreeSet;
use std::fmt;

use openapi_dropshot_oracle::SIDE;
use serde_json::Value;

use self::spec::Spec;
use super::generated::document::TABLE;
// Where the modules below find what the test made of its document.
use super::generated;

mod answers;
mod ask;
mod bodies;
mod forms;
mod keywords;
mod parameters;
mod rows;
mod security;
mod spec;
mod written;

/// How many mutants were noticed, and which were not.
#[derive(Default)]
pub(crate) struct Score {
    pub(crate) noticed: usize,
    /// What nothing noticed, or what the document demands and the code doesn't do.
    pub(crate) missed: Vec<String>,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.noticed + self.missed.len();
        for missed in &self.missed {
            writeln!(f, "not noticed: {missed}")?;
        }
        let share = 100.0 * self.noticed as f64 / all.max(1) as f64;
        write!(
            f,
            "{} of {all} mutants noticed ({share:.1} %)",
            self.noticed
        )
    }
}

impl Score {
    /// What is sound must be taken: without that, being refused says nothing.
    fn sound(&mut self, what: impl FnOnce() -> String, is_taken: bool) {
        if !is_taken {
            self.missed.push(what());
        }
    }

    fn count(&mut self, what: impl FnOnce() -> String, is_noticed: bool) {
        if is_noticed {
            self.noticed += 1;
        } else {
            self.missed.push(what());
        }
    }
}

/// The check of one document.
#[derive(Default)]
struct Check {
    /// Where the keywords that were tried are written.
    seen: BTreeSet<String>,
    score: Score,
}

/// Tries every mutant of every row.
pub(crate) fn score(document: &Value) -> Score {
    let mut check = Check::default();
    let side = |side: &str| {
        let mut document = document.clone();
        document[SIDE] = side.into();
        document
    };
    let (asked, answered) = (side("request"), side("answer"));
    for operation in TABLE {
        let spec = Spec::of(&asked, operation);
        let ask = spec.ask(operation);
        let sound = ask.judged(operation);
        check.score.sound(
            || format!("{}: a sound request is refused: {sound:?}", operation.id),
            sound.0 == 0,
        );
        check.parameters(operation, &spec, &ask);
        check.body(operation, &spec, &ask);
        check.security(operation, &spec, &ask);
        check.answers(operation, &Spec::of(&answered, operation));
    }
    check.score
}
