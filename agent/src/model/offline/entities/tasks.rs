//! Tasks by number, by place in a list, and by pronoun.

use super::{Message, What};
use crate::model::offline::tokens::Shape;

/// Words that a task's number follows.
const BEFORE_NUMBER: &[&str] = &[
    "task", "tasks", "todo", "todos", "item", "items", "ticket", "tickets", "number", "no", "id",
    "nr",
];

/// Verbs and prepositions after which a bare number is a task's.
const BEFORE_BARE: &[&str] = &[
    "complete", "finish", "close", "delete", "remove", "mark", "reopen", "start", "begin",
    "rename", "assign", "share", "of", "about", "is", "show", "update", "tag", "describe",
    "explain", "postpone", "move", "schedule", "estimate", "open", "check", "tick", "drop",
    "cancel", "edit", "make", "for", "on", "with", "set",
];

/// What may follow a bare number that is a task's.
const AFTER_BARE: &[&str] = &[
    "to",
    "as",
    "done",
    "with",
    "by",
    "from",
    "and",
    "is",
    "due",
    "off",
    "urgent",
    "high",
    "low",
    "completed",
    "complete",
    "finished",
    "please",
    "take",
    "about",
    "on",
    "for",
    "at",
    "in",
    "into",
    "a",
];

const ORDINALS: &[(&str, i64)] = &[
    ("first", 1),
    ("second", 2),
    ("third", 3),
    ("fourth", 4),
    ("fifth", 5),
    ("last", -1),
    ("latter", -1),
    ("former", 1),
];

pub(super) fn read(message: &mut Message) {
    numbers(message);
    places(message);
    pronouns(message);
}

fn numbers(message: &mut Message) {
    let mut at = 0;
    while at < message.tokens.len() {
        let token = &message.tokens[at];
        let number = token.integer().filter(|number| *number > 0);
        let (Some(number), false) = (number, message.claimed[at]) else {
            at += 1;
            continue;
        };
        let before = at.checked_sub(1).map(|index| &message.tokens[index]);
        let named = before.is_some_and(|token| token.is_one_of(BEFORE_NUMBER))
            || (before.is_some_and(|token| token.is_mark("."))
                && at >= 2
                && message.tokens[at - 2].is_one_of(&["no", "nr"]));
        let hash = token.shape == Shape::Hash;
        if !(named || hash || bare(message, at)) {
            at += 1;
            continue;
        }
        let mut start = at;
        while start > 0 && message.tokens[start - 1].is_one_of(BEFORE_NUMBER) {
            start -= 1;
        }
        if start > 0 && message.tokens[start - 1].is("the") {
            start -= 1;
        }
        message.claim(start..at + 1, What::Id(number));
        at = more_numbers(message, at + 1);
    }
}

/// `3, 4 and 5`: numbers that go on a list which has begun.
fn more_numbers(message: &mut Message, mut at: usize) -> usize {
    loop {
        let mut next = at;
        while message.tokens.get(next).is_some_and(|token| {
            token.is_mark(",") || token.is_mark("&") || token.is_one_of(&["and", "or"])
        }) {
            next += 1;
        }
        if next > at
            && message
                .tokens
                .get(next)
                .is_some_and(|token| token.is_one_of(&["task", "number"]))
        {
            next += 1;
        }
        let number = message
            .tokens
            .get(next)
            .filter(|_| next > at && !message.claimed[next])
            .and_then(|token| token.integer())
            .filter(|number| *number > 0);
        let Some(number) = number else { return at };
        message.claim(next..next + 1, What::Id(number));
        at = next + 1;
    }
}

fn bare(message: &Message, at: usize) -> bool {
    if message.tokens[at].shape != Shape::Number {
        return false;
    }
    let before = at.checked_sub(1).map(|index| &message.tokens[index]);
    let after = message.tokens.get(at + 1);
    let fits_after = after.is_none_or(|token| {
        token.shape == Shape::Mark || token.is_one_of(AFTER_BARE) || message.claimed[at + 1]
    });
    match before {
        Some(token) => token.is_one_of(BEFORE_BARE) && fits_after,
        // The whole message is a number, or begins with one: an answer to "Which task?".
        None => {
            after.is_none()
                || message.tokens[1..]
                    .iter()
                    .all(|token| token.shape == Shape::Mark)
                || after.is_some_and(|token| token.is_mark(","))
        }
    }
}

/// `the first one`, `the second task`, `the last one`.
fn places(message: &mut Message) {
    for at in 0..message.tokens.len() {
        let Some((_, place)) = ORDINALS
            .iter()
            .find(|(word, _)| message.tokens[at].is(word))
        else {
            continue;
        };
        let after = message.tokens.get(at + 1);
        let the = at > 0 && message.tokens[at - 1].is("the");
        let counted = after.is_some_and(|token| token.is_one_of(&["one", "task", "item", "todo"]));
        let alone = after.is_none() && message.tokens.len() <= 2;
        if (the && (counted || alone)) || (alone && at == 0) {
            let end = if counted { at + 2 } else { at + 1 };
            if message.is_free(at..end) {
                message.claim(at - usize::from(the)..end, What::Nth(*place));
            }
        }
    }
}

fn pronouns(message: &mut Message) {
    const NOUNS: &[&str] = &[
        "task", "one", "todo", "item", "ticket", "thing", "chore", "job",
    ];
    let mut at = 0;
    while at < message.tokens.len() {
        let token = &message.tokens[at];
        let next_is_noun = message
            .tokens
            .get(at + 1)
            .is_some_and(|token| token.is_one_of(NOUNS));
        let next_is_word = message
            .tokens
            .get(at + 1)
            .is_some_and(|token| token.shape == Shape::Word && !message.claimed[at + 1]);
        if message.claimed[at] {
            at += 1;
        } else if token.is_one_of(&["this", "that", "the", "my", "current", "said"])
            && next_is_noun
            && !token.is("my")
        {
            let named = message.tokens.get(at + 2).is_some_and(|token| {
                token.is_one_of(&["called", "named", "titled", "about", "regarding"])
                    || token.shape == Shape::Quoted
            });
            if !named {
                message.note(at..at + 2, What::It);
            }
            at += 2;
        } else if token.is_one_of(&["it", "its", "this", "that"]) {
            // `this report` is no pronoun, but `this done`, `this to` and `this.` are: the lexicon's word or none.
            let _ = next_is_word;
            message.note(at..at + 1, What::It);
            at += 1;
        } else {
            at += 1;
        }
    }
}
