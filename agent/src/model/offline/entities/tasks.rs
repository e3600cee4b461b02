//! Tasks by number, by place in a list, and by pronoun.

use super::{Message, What};
use crate::model::offline::{
    lexicon::{self, Concept as C, Concepts},
    numbers,
    tokens::{Shape, Token},
};

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
    "now",
    "blocked",
    "overdue",
    "then",
    "needs",
    "should",
    "must",
    "can",
    "has",
    "or",
    "until",
    "eta",
    "also",
    "too",
    "was",
    "priority",
    "prio",
];

/// What is done to a task: a bare number after it is that task's.
const DEEDS: Concepts = Concepts::of(&[
    C::Change,
    C::Finish,
    C::Start,
    C::Reopen,
    C::Delete,
    C::Postpone,
    C::Assign,
    C::Unassign,
    C::Share,
    C::Estimate,
    C::Split,
    C::Describe,
    C::Rename,
    C::Priority,
    C::Due,
    C::Tag,
    C::Blocked,
]);

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
        let before = at.checked_sub(1).map(|index| &message.tokens[index]);
        let number = token
            .integer()
            .or_else(|| in_words(token, before))
            .filter(|number| *number > 0);
        let (Some(number), false) = (number, message.claimed[at]) else {
            at += 1;
            continue;
        };
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

/// `task five`, `number two`
fn in_words(token: &Token, before: Option<&Token>) -> Option<i64> {
    before.filter(|before| before.is_one_of(&["task", "number", "todo", "item", "ticket"]))?;
    let (number, _) = numbers::cardinal(std::slice::from_ref(token))?;
    (token.shape == Shape::Word && number.fract() == 0.0).then_some(number as i64)
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
    // `assign 2 dev@example.com`, `due 2 monday`: that is *to*.
    let stands_for_to = message.tokens[at].text == "2"
        && after.is_some()
        && message.claimed[at + 1]
        && after.is_some_and(|next| next.shape != Shape::Mark);
    let fits_after = !stands_for_to
        && after.is_none_or(|token| {
            token.shape == Shape::Mark || token.is_one_of(AFTER_BARE) || message.claimed[at + 1]
        });
    match before {
        Some(token)
            if (token.is("and") || token.is_mark(","))
                && after.is_some_and(|next| next.is_one_of(&["as", "to", "done", "is"]))
                && message
                    .entities
                    .iter()
                    .any(|entity| matches!(entity.what, What::Id(_))) =>
        {
            true
        }
        Some(token) => {
            let deed = lexicon::concepts_of(&token.text).is_some_and(|found| found.has_any(DEEDS));
            (token.is_one_of(BEFORE_BARE) || token.shape == Shape::Word && deed) && fits_after
        }
        // The whole message is a number, or begins with one: an answer to "Which task?".
        None => {
            after.is_none()
                || message.tokens[1..]
                    .iter()
                    .all(|token| token.shape == Shape::Mark)
                || after.is_some_and(|token| {
                    token.is_mark(",")
                        || token.is("and")
                            && message
                                .tokens
                                .get(2)
                                .is_some_and(|third| third.integer().is_some())
                        || token.is_one_of(&[
                            "is",
                            "to",
                            "needs",
                            "should",
                            "must",
                            "can",
                            "done",
                            "due",
                            "urgent",
                            "high",
                            "low",
                            "has",
                            "was",
                            "blocked",
                            "finished",
                            "completed",
                            "eta",
                        ])
                })
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
            if !(token.is("that") && joins_or_stresses(message, at)) {
                message.note(at..at + 1, What::It);
            }
            at += 1;
        } else {
            at += 1;
        }
    }
}

/// `that I have to …` begins a clause, and `that important` says how much: neither points at a task.
fn joins_or_stresses(message: &Message, at: usize) -> bool {
    message.tokens.get(at + 1).is_some_and(|next| {
        next.is_one_of(&[
            "i",
            "we",
            "he",
            "she",
            "they",
            "you",
            "the",
            "my",
            "our",
            "this",
            "it",
            "there",
            "a",
            "important",
            "urgent",
            "critical",
            "big",
            "hard",
            "long",
            "much",
            "many",
            "bad",
            "easy",
        ])
    })
}
