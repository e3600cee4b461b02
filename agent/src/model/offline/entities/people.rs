//! People: names without an address, pronouns, and the caller.

use super::{Message, What};
use crate::model::offline::{
    lexicon,
    tokens::{Shape, Token},
};

/// Words after which a name may stand.
const BEFORE: &[&str] = &[
    "to", "with", "let", "have", "ask", "invite", "involve", "include", "and", "give", "show",
    "cc", "by", "get", "tell", "notify", "for", "want", "make",
];

/// Words that are no names, though they stand where names stand.
const NO_NAMES: &[&str] = &[
    "got",
    "been",
    "something",
    "nothing",
    "until",
    "the",
    "a",
    "an",
    "my",
    "our",
    "your",
    "his",
    "her",
    "their",
    "this",
    "that",
    "these",
    "those",
    "it",
    "its",
    "be",
    "you",
    "i",
    "we",
    "us",
    "me",
    "him",
    "them",
    "someone",
    "somebody",
    "anyone",
    "everyone",
    "each",
    "all",
    "some",
    "any",
    "more",
    "less",
    "about",
    "on",
    "in",
    "at",
    "of",
    "if",
    "is",
    "as",
    "so",
    "do",
    "go",
    "buy",
    "call",
    "please",
    "sure",
    "free",
    "two",
    "three",
    "one",
    "another",
    "other",
    "both",
    "just",
    "also",
    "then",
    "not",
    "no",
    "in",
];

pub(super) fn read(message: &mut Message) {
    for at in 0..message.tokens.len() {
        if message.claimed[at] {
            continue;
        }
        let before = at.checked_sub(1).map(|index| &message.tokens[index]);
        let after_preposition = before.is_some_and(|token| token.is_one_of(&["to", "with", "by"]));
        let after_verb = before.is_some_and(|token| {
            token.is_one_of(&["let", "have", "ask", "give", "invite", "show"])
        });
        let token = &message.tokens[at];
        if token.is_one_of(&["them", "him", "her", "they", "he", "she", "their"]) {
            message.note(at..at + 1, What::Them);
        } else if token.is_one_of(&["me", "myself"]) && after_preposition
            || token.is("myself")
            || token.is("mine")
            || token.is("me") && takes_office(message, at)
            || volunteers(message, at)
        {
            message.note(at..at + 1, What::Me);
        } else if before.is_some_and(|token| token.is_one_of(BEFORE)) && is_name(message, at) {
            let follows_name = before.is_some_and(|token| token.is("and"))
                && at >= 2
                && message.entities.iter().any(|entity| {
                    matches!(entity.what, What::Name(_) | What::Email(_))
                        && entity.tokens.end + 1 == at
                });
            let capital = is_capital(message, at);
            if after_preposition
                || after_verb
                || follows_name
                || (capital && !before.is_some_and(|t| t.is("and")))
            {
                let name = message.original(at..at + 1).to_owned();
                message.note(at..at + 1, What::Name(name));
            }
        } else if at == 0
            && is_capital(message, at)
            && is_name(message, at)
            && follows_modal(message.tokens.get(1))
        {
            // `Bob should do this`
            let name = message.original(at..at + 1).to_owned();
            message.note(at..at + 1, What::Name(name));
        }
    }
}

/// `make me the assignee`, `assign me this`.
fn takes_office(message: &Message, at: usize) -> bool {
    let office = message.tokens[at..]
        .iter()
        .any(|token| token.is_one_of(&["assignee", "owner", "responsible"]));
    let assigned = at > 0 && message.tokens[at - 1].is_one_of(&["assign", "reassign"]);
    office || assigned
}

/// `I'll take this`, `I'm going to handle task 2`, `let me do it`: at the verb. With a day it is a plan, not an offer.
fn volunteers(message: &Message, at: usize) -> bool {
    let verb = message.tokens[at].is_one_of(&["take", "handle", "do", "own"]);
    let said = |words: &[&str]| {
        at >= words.len()
            && words
                .iter()
                .enumerate()
                .all(|(index, word)| message.tokens[at - words.len() + index].is(word))
    };
    let offered = [
        &["i", "will"][..],
        &["i", "can"],
        &["let", "me"],
        &["i", "am", "going", "to"],
        &["i", "would", "like", "to"],
        &["i", "want", "to"],
    ];
    let dated = message
        .entities
        .iter()
        .any(|entity| matches!(entity.what, What::When(_)));
    let about_a_task = message.tokens.get(at + 1).is_some_and(|next| {
        message.claimed[at + 1] && next.shape != Shape::Quoted
            || next.is_one_of(&["it", "this", "that", "task", "the", "over", "care"])
    });
    let asked = message.tokens[..at].iter().rev().take(4).any(|token| {
        token.is_one_of(&[
            "when", "where", "how", "if", "whether", "what", "that", "before",
        ])
    });
    verb && about_a_task
        && !asked
        && !dated
        && !message.tokens.iter().any(|token| token.is_mark("?"))
        && offered.iter().any(|words| said(words))
}

fn follows_modal(next: Option<&Token>) -> bool {
    next.is_some_and(|token| {
        token.is_one_of(&[
            "should", "must", "will", "can", "needs", "has", "is", "could",
        ])
    })
}

fn is_capital(message: &Message, at: usize) -> bool {
    message.original(at..at + 1).starts_with(char::is_uppercase)
}

/// Whether a word can be a name: unknown to the lexicon, or written with a capital in the middle of a sentence.
fn is_name(message: &Message, at: usize) -> bool {
    let token = &message.tokens[at];
    let letters = token.text.chars().all(|c| c.is_alphabetic() || c == '\'');
    // `to buy`: a lower-case word before another word is more likely a verb.
    let verb = message
        .tokens
        .get(at.wrapping_sub(1))
        .is_some_and(|t| t.is("to"))
        && !is_capital(message, at)
        && message.tokens.get(at + 1).is_some_and(|next| {
            next.shape == Shape::Word
                && !next.is_one_of(&[
                    "and", "please", "as", "by", "for", "with", "on", "then", "who", "because",
                    "so", "since", "in", "at", "from",
                ])
        });
    let level = message
        .entities
        .iter()
        .any(|entity| matches!(entity.what, What::Level(_)) && entity.tokens.contains(&at));
    token.shape == Shape::Word
        && letters
        && !level
        && token.text.len() > 1
        && !verb
        && !NO_NAMES.contains(&token.text.as_str())
        && !lexicon::begins_phrase(&token.text)
        && !lexicon::is_date_word(&token.text)
}
