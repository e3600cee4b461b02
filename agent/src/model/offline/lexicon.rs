//! The words that the planner knows, and the concept that each stands for.
//!
//! Only words: which concepts make an intent is said in `intents`. Verbs and nouns are listed in their base form; the
//! other forms are made here.

mod entries;
mod forms;

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use entries::{DATE_WORDS, ENTRIES};
use forms::forms;

/// What a word or a phrase stands for. A clause is judged by the set of its concepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub(crate) enum Concept {
    // What is done.
    Add,
    Show,
    Search,
    Change,
    Rename,
    Finish,
    Start,
    Reopen,
    Delete,
    Postpone,
    Schedule,
    Remind,
    Assign,
    Unassign,
    Give,
    Handle,
    Share,
    Allow,
    Access,
    Meet,
    Talk,
    Invite,
    Block,
    Blocked,
    Depend,
    Estimate,
    Split,
    Analyse,
    Describe,
    Put,
    // What it is done to.
    Task,
    Plural,
    MyList,
    Deadline,
    Due,
    Overdue,
    Slot,
    Time,
    Work,
    Priority,
    Tag,
    Title,
    Note,
    Subtask,
    Step,
    Responsible,
    Size,
    Realistic,
    Status,
    Created,
    Everything,
    // What is asked.
    HowLong,
    HowMany,
    Left,
    When,
    What,
    Who,
    Why,
    First,
    Free,
    About,
    // Small talk.
    Hello,
    Thanks,
    Bye,
    Capabilities,
    Identity,
    Feeling,
    Yes,
    No,
    // Glue.
    By,
    Should,
    Not,
    ParentOf,
    OutOfScope,
    // Found by the other grammars, not in the lexicon.
    Question,
    Modal,
    Mine,
    Email,
    Person,
    Date,
    Later,
    Clock,
    Length,
    Shift,
    TaskRef,
    /// Two tasks are named.
    Pair,
    /// A statement about something by its name: `the report must …`.
    Subject,
    Level,
    CreateHead,
    InContext,
    Triage,
    Scheduler,
    Collaboration,
    Analysis,
}

/// A set of concepts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Concepts(u128);

impl Concepts {
    /// The set of these.
    pub(crate) const fn of(concepts: &[Concept]) -> Self {
        let mut bits = 0;
        let mut index = 0;
        while index < concepts.len() {
            bits |= 1 << concepts[index] as u8;
            index += 1;
        }
        Self(bits)
    }

    pub(crate) fn add(&mut self, concept: Concept) {
        self.0 |= 1 << concept as u8;
    }

    pub(crate) fn join(&mut self, other: Self) {
        self.0 |= other.0;
    }

    pub(crate) fn has(self, concept: Concept) -> bool {
        self.0 & (1 << concept as u8) != 0
    }

    pub(crate) fn has_all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    pub(crate) fn has_any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

use Concept as C;

/// The longest phrase of the lexicon, in words.
pub(crate) const LONGEST: usize = 7;

static PHRASES: LazyLock<HashMap<String, Concepts>> = LazyLock::new(|| {
    let mut phrases: HashMap<String, Concepts> = HashMap::new();
    for (concept, kind, entries) in ENTRIES {
        for entry in entries.split('|') {
            for form in forms(entry, *kind) {
                phrases.entry(form).or_default().add(*concept);
            }
        }
    }
    phrases
});

/// The concepts of a phrase, its words joined by single spaces.
pub(crate) fn concepts_of(phrase: &str) -> Option<Concepts> {
    PHRASES.get(phrase).copied()
}

/// Whether a phrase of the lexicon begins with the word.
pub(crate) fn begins_phrase(word: &str) -> bool {
    static FIRST: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
        PHRASES
            .keys()
            .filter_map(|phrase| phrase.split(' ').next())
            .collect()
    });
    FIRST.contains(word)
}

/// Whether the word says something of what stands before a short *is*: `the report's done`, `this one's for Bob`.
pub(crate) fn is_predicate(word: &str) -> bool {
    const PREDICATES: &str = "done|finished|complete|completed|due|overdue|for|now|been|ready|not|blocked|stuck|going|\
        fixed|sent|over|urgent|important|on|called|too|still|no|never|already|today|tomorrow|monday|tuesday|wednesday|\
        thursday|friday|saturday|sunday|next|assigned|shared|supposed|a|an|the|gone|paid|bought|written";
    PREDICATES.split('|').any(|known| known == word)
}

/// Whether only the grammar of dates uses the word.
pub(crate) fn is_date_word(word: &str) -> bool {
    DATE_WORDS.split('|').any(|known| known == word)
}

/// The single words of requests: what misspelt words are mended to. Talk is left as it is.
pub(crate) fn keywords() -> impl Iterator<Item = &'static str> {
    const TALK: Concepts = Concepts::of(&[
        C::Hello,
        C::Thanks,
        C::Bye,
        C::Capabilities,
        C::Identity,
        C::Feeling,
        C::Yes,
        C::No,
        C::OutOfScope,
    ]);
    PHRASES
        .iter()
        .filter(|(_, concepts)| !concepts.has_any(TALK))
        .flat_map(|(phrase, _)| phrase.split(' '))
        .chain(DATE_WORDS.split('|'))
}

/// Every single word that the planner knows.
pub(crate) fn vocabulary() -> impl Iterator<Item = &'static str> {
    PHRASES
        .keys()
        .flat_map(|phrase| phrase.split(' '))
        .chain(DATE_WORDS.split('|'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_made() {
        for word in [
            "sharing",
            "shared",
            "splitting",
            "notifies",
            "finishes",
            "subtasks",
            "gave",
            "broken down",
        ] {
            assert!(concepts_of(word).is_some(), "{word}");
        }
        assert!(concepts_of("sharing").is_some_and(|found| found.has(Concept::Share)));
    }

    #[test]
    fn no_phrase_is_longer_than_the_window() {
        let longest = PHRASES.keys().map(|phrase| phrase.split(' ').count()).max();
        assert!(longest <= Some(LONGEST), "{longest:?}");
    }

    #[test]
    fn concepts_fit_their_set() {
        assert!((Concept::Analysis as u8) < 128);
    }
}
