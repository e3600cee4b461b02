//! What a message names: tasks by number, people, durations, priorities, tags, permissions.
//!
//! Each entity keeps the tokens that say it, so that titles can be cut around it.

mod people;
mod priority;
mod tasks;

use std::ops::Range;

use chrono::NaiveDateTime;

use super::{
    dates::{self, Amount, Mention},
    lexicon, titles,
    tokens::{Shape, Token, tokenize},
};

pub(crate) use priority::Level;

/// A message, with all that its words name.
#[derive(Debug)]
pub(crate) struct Message {
    pub(crate) text: String,
    /// The caller's clock.
    pub(crate) now: NaiveDateTime,
    pub(crate) tokens: Vec<Token>,
    pub(crate) entities: Vec<Entity>,
    /// Whether a token belongs to an entity that is more than a word.
    pub(crate) claimed: Vec<bool>,
}

/// Something that a message names.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Entity {
    pub(crate) tokens: Range<usize>,
    pub(crate) what: What,
}

/// What an entity is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum What {
    /// A date or time.
    When(dates::When),
    /// So many minutes, not counted from now.
    Length(u32),
    /// So many days, not counted from now.
    Shift(i64),
    /// A task's number.
    Id(i64),
    /// A place in the list shown last, from 1; -1 is the last.
    Nth(i64),
    /// "it", "this", "that task".
    It,
    /// "them", "those": tasks or people.
    Them,
    /// An address.
    Email(String),
    /// A name without an address.
    Name(String),
    /// The caller.
    Me,
    /// A priority.
    Level(Level),
    /// `#home`.
    Hashtag(String),
    /// Something in quotation marks.
    Quoted(String),
    /// The description of a new task.
    Note(String),
    /// A noun that would be a keyword alone, with the nouns before it: `the dentist call`.
    Noun,
}

/// Characters of a message that are read: requests are short, and clauses are tried against each other.
const MOST_CHARACTERS: usize = 4000;

impl Message {
    /// Reads a message at a moment of the caller's clock.
    pub(crate) fn read(text: &str, now: NaiveDateTime) -> Self {
        let end = text
            .char_indices()
            .nth(MOST_CHARACTERS)
            .map_or(text.len(), |(at, _)| at);
        let text = &text[..end];
        let tokens = tokenize(text);
        let mut message = Self {
            text: text.to_owned(),
            now,
            claimed: vec![false; tokens.len()],
            tokens,
            entities: Vec::new(),
        };
        message.read_dates(now);
        message.read_shapes();
        tasks::read(&mut message);
        message.read_nouns();
        priority::read(&mut message);
        people::read(&mut message);
        message.entities.sort_by_key(|entity| entity.tokens.start);
        message
    }

    fn read_dates(&mut self, now: NaiveDateTime) {
        for Mention {
            tokens,
            when,
            minutes,
        } in dates::mentions(&self.tokens, now)
        {
            let greeting = tokens.start > 0 && self.tokens[tokens.start - 1].is("good");
            if !greeting {
                if let Some(minutes) = minutes {
                    self.note(tokens.clone(), What::Length(minutes));
                }
                self.claim(tokens, What::When(when));
            }
        }
        let mut at = 0;
        while at < self.tokens.len() {
            let free = !self.claimed[at];
            match dates::amount(&self.tokens[at..]).filter(|_| free) {
                Some((amount, length)) if self.is_free(at..at + length) => {
                    let what = match amount {
                        Amount::Minutes(minutes) => What::Length(minutes),
                        Amount::Days(days) => What::Shift(days),
                    };
                    self.claim(at..at + length, what);
                    at += length;
                }
                _ => at += 1,
            }
        }
    }

    fn read_shapes(&mut self) {
        for at in 0..self.tokens.len() {
            let token = &self.tokens[at];
            let text = token.text.clone();
            match token.shape {
                Shape::Email => self.claim(at..at + 1, What::Email(text)),
                Shape::Quoted => self.claim(at..at + 1, What::Quoted(text)),
                Shape::Hash if token.integer().is_none() && !text.is_empty() => {
                    self.claim(at..at + 1, What::Hashtag(text));
                }
                Shape::Hash | Shape::Word | Shape::Number | Shape::Mark => {}
            }
        }
    }

    /// Claims `the dentist call`, so that *call* asks for none.
    fn read_nouns(&mut self) {
        let with_people = self
            .entities
            .iter()
            .any(|entity| matches!(entity.what, What::Email(_)));
        if with_people {
            return;
        }
        for end in 2..self.tokens.len() {
            if !self.tokens[end].is_one_of(titles::TITLE_NOUNS) || self.claimed[end] {
                continue;
            }
            let mut start = end;
            while start > 0
                && end - start < 3
                && self.tokens[start - 1].shape == Shape::Word
                && !self.claimed[start - 1]
                && lexicon::concepts_of(&self.tokens[start - 1].text).is_none()
                && !self.tokens[start - 1]
                    .is_one_of(&["the", "my", "our", "a", "an", "to", "quick"])
            {
                start -= 1;
            }
            let article = start > 0 && self.tokens[start - 1].is_one_of(&["the", "my", "our"]);
            if article && start < end {
                self.claim(start - 1..end + 1, What::Noun);
            }
        }
    }

    fn claim(&mut self, tokens: Range<usize>, what: What) {
        for index in tokens.clone() {
            self.claimed[index] = true;
        }
        self.entities.push(Entity { tokens, what });
    }

    /// Notes an entity whose words keep their meaning as words.
    fn note(&mut self, tokens: Range<usize>, what: What) {
        self.entities.push(Entity { tokens, what });
    }

    fn is_free(&self, tokens: Range<usize>) -> bool {
        self.claimed[tokens].iter().all(|claimed| !claimed)
    }

    /// The entities within a range of tokens.
    pub(crate) fn within(&self, range: Range<usize>) -> impl Iterator<Item = &Entity> {
        self.entities.iter().filter(move |entity| {
            entity.tokens.start >= range.start && entity.tokens.end <= range.end
        })
    }

    /// The original text of a range of tokens.
    pub(crate) fn original(&self, range: Range<usize>) -> &str {
        if range.is_empty() {
            return "";
        }
        let start = self.tokens[range.start].span.start;
        let end = self.tokens[range.end - 1].span.end;
        self.text.get(start..end.max(start)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    fn check(text: &str, expected: &[What]) {
        let now = NaiveDate::from_ymd_opt(2026, 11, 18)
            .unwrap()
            .and_hms_opt(10, 20, 0)
            .unwrap();
        let found: Vec<_> = Message::read(text, now)
            .entities
            .into_iter()
            .map(|entity| entity.what)
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn tasks_by_number() {
        check("mark task 3 done", &[What::Id(3)]);
        check("mark #3 done", &[What::Id(3)]);
        check("complete 4", &[What::Id(4)]);
        check(
            "delete tasks 3, 4 and 5",
            &[What::Id(3), What::Id(4), What::Id(5)],
        );
        check("close task number 12 please", &[What::Id(12)]);
        check(
            "set priority of 4 to high",
            &[What::Id(4), What::Level(Level::High)],
        );
        check("add 3 eggs", &[]);
        check("is 2 done?", &[What::Id(2)]);
        check("the second one", &[What::Nth(2)]);
        check("the last task", &[What::Nth(-1)]);
        check("finish it", &[What::It]);
        check("finish this task", &[What::It]);
    }

    #[test]
    fn durations() {
        check("block 2 hours for it", &[What::Length(120), What::It]);
        check("half an hour", &[What::Length(30)]);
        check("push it back 3 days", &[What::It, What::Shift(3)]);
        check("by a week", &[What::Shift(7)]);
        check("90 min", &[What::Length(90)]);
        check("an hour and a half", &[What::Length(90)]);
    }

    #[test]
    fn people() {
        check(
            "assign this to Dev@Example.com",
            &[What::It, What::Email("dev@example.com".into())],
        );
        check("assign it to Bob", &[What::It, What::Name("Bob".into())]);
        check("assign it to bob", &[What::It, What::Name("bob".into())]);
        check("assign it to me", &[What::It, What::Me]);
        check("a meeting with them", &[What::Them]);
        check("give me an estimate", &[]);
        check(
            "a meeting with Ann and Bob",
            &[What::Name("Ann".into()), What::Name("Bob".into())],
        );
    }

    #[test]
    fn priorities_and_tags() {
        check("make it urgent", &[What::It, What::Level(Level::Urgent)]);
        check("raise the priority to high", &[What::Level(Level::High)]);
        check("a high priority task", &[What::Level(Level::High)]);
        check("tag it #home", &[What::It, What::Hashtag("home".into())]);
        check("the high street", &[]);
    }
}
