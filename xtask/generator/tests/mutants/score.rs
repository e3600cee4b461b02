//! The mutation check: each keyword, status, header and security requirement is taken out of a row of the table in turn, and
//! a request or an answer that the document alone gave must then be judged in another way.
//!
//! A mutant is a row made at run time, so none of them is compiled. What is written once and used often (a component) is
//! one mutant of each class. Where there is a server, the same request must be answered in another way over HTTP too. Each
//! area is a module, a further half of [`Check`].

use std::collections::BTreeMap;
use std::fmt;

use openapi_dropshot_oracle::SIDE;
use serde_json::Value;

use self::class::Class;
use self::exchange::{Exchange, Wire};
use self::spec::Spec;
use super::generated::document::{Operation, TABLE};
// Where the modules below find what the test made of its document.
use super::generated;

mod answers;
mod ask;
mod bodies;
mod class;
pub(crate) mod exchange;
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
    /// By class: how many were noticed, and how many there are.
    classes: BTreeMap<Class, (usize, usize)>,
    /// What nothing noticed, or what the document demands and the code doesn't do.
    pub(crate) missed: Vec<String>,
    /// Whether every one was noticed over HTTP too.
    is_heard: bool,
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for missed in &self.missed {
            writeln!(f, "not noticed: {missed}")?;
        }
        for (class, (noticed, all)) in &self.classes {
            writeln!(f, "{}: {noticed} of {all}", class.name())?;
        }
        let (noticed, all) = self.total();
        let share = 100.0 * noticed as f64 / all.max(1) as f64;
        let how = if self.is_heard { " over HTTP" } else { "" };
        write!(f, "{noticed} of {all} mutants noticed{how} ({share:.1} %)")
    }
}

impl Score {
    /// How many were noticed, of how many.
    pub(crate) fn total(&self) -> (usize, usize) {
        let sum = |(all, some): (usize, usize), (a, b): &(usize, usize)| (all + a, some + b);
        self.classes.values().fold((0, 0), sum)
    }

    /// What is sound must be taken: without that, being refused says nothing.
    fn sound(&mut self, what: impl FnOnce() -> String, is_taken: bool) {
        if !is_taken {
            self.missed.push(what());
        }
    }

    fn count(&mut self, class: Class, what: impl FnOnce() -> String, is_noticed: bool) {
        let (noticed, all) = self.classes.entry(class).or_default();
        *all += 1;
        if is_noticed {
            *noticed += 1;
        } else {
            self.missed.push(what());
        }
    }
}

/// The check of one document.
struct Check<'w> {
    /// Keywords by where they are written: whether they were noticed yet, and what is said if not.
    keywords: BTreeMap<(Class, String), (bool, String)>,
    score: Score,
    wire: Option<&'w dyn Wire>,
}

impl Check<'_> {
    /// Whether one of two rows is told from the other by what is asked.
    fn tells(
        &self,
        exchange: &Exchange<'_>,
        row: &'static Operation,
        mutant: &'static Operation,
    ) -> bool {
        let is_heard =
            |wire: &&dyn Wire| exchange.heard(*wire, row) != exchange.heard(*wire, mutant);
        exchange.judged(row) != exchange.judged(mutant) && self.wire.as_ref().is_none_or(is_heard)
    }

    /// Counts a mutant, which one of the exchanges must tell from what it was made of.
    fn count(
        &mut self,
        class: Class,
        what: impl FnOnce() -> String,
        exchanges: &[Exchange<'_>],
        row: &'static Operation,
        mutant: &'static Operation,
    ) {
        let mut all = exchanges.iter();
        let is_noticed = all.any(|exchange| self.tells(exchange, row, mutant));
        let what = || format!("{}: {}", class.name(), what());
        self.score.count(class, what, is_noticed);
    }
}

/// Tries every mutant of every row; over HTTP too, where there is a server.
pub(crate) fn score(document: &Value, wire: Option<&dyn Wire>) -> Score {
    let mut check = Check {
        keywords: BTreeMap::new(),
        score: Score::default(),
        wire,
    };
    check.score.is_heard = wire.is_some();
    let side = |side: &str| {
        let mut document = document.clone();
        document[SIDE] = side.into();
        document
    };
    let (asked, answered) = (side("request"), side("answer"));
    for operation in TABLE {
        let spec = Spec::of(&asked, operation);
        let stranger = spec.ask(operation);
        let mut ask = stranger.clone();
        for (scheme, scopes) in spec.security().first().into_iter().flatten() {
            spec.show(&mut ask, scheme, scopes);
        }
        let sound = Exchange::Request(ask.clone()).judged(operation);
        check.score.sound(
            || format!("{}: a sound request is refused: {sound:?}", operation.id),
            sound.0 == 0,
        );
        if let Some(wire) = wire {
            let heard = Exchange::Request(ask.clone()).heard(wire, operation);
            let status = heard
                .split(' ')
                .nth(1)
                .and_then(|status| status.parse::<u16>().ok());
            check.score.sound(
                || {
                    format!(
                        "{}: a sound request is refused over HTTP: {heard}",
                        operation.id
                    )
                },
                status.is_some_and(|status| ![400, 401, 415, 422, 500].contains(&status)),
            );
        }
        check.parameters(operation, &spec, &ask);
        check.body(operation, &spec, &ask);
        check.security(operation, &spec, &stranger);
        check.answers(operation, &Spec::of(&answered, operation), &ask);
    }
    let Check {
        keywords,
        mut score,
        ..
    } = check;
    for ((class, _), (is_noticed, what)) in keywords {
        score.count(class, || what, is_noticed);
    }
    score
}
