//! Priorities in words.

use super::{Message, What};
use crate::model::offline::tokens::Shape;

/// How much a task matters, as the contract names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Level {
    Low,
    Normal,
    High,
    Urgent,
}

impl Level {
    /// The name in the contract.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Normal => "normal",
            Self::High => "high",
            Self::Urgent => "urgent",
        }
    }
}

pub(super) fn read(message: &mut Message) {
    for at in 0..message.tokens.len() {
        if message.claimed[at] {
            continue;
        }
        if let Some((level, length)) = level(message, at)
            && (at..at + length).all(|index| !message.claimed[index])
        {
            message.note(at..at + length, What::Level(level));
        }
    }
}

/// The level that is said here, and in how many tokens. *high* and *low* need *priority* nearby.
fn level(message: &Message, at: usize) -> Option<(Level, usize)> {
    let tokens = &message.tokens;
    let word = |index: usize| tokens.get(index).map_or("", |token| token.text.as_str());
    let negated = (1..=3.min(at)).any(|back| {
        tokens[at - back].is_one_of(&["not", "less", "no", "longer"])
            && !tokens[at - back..at]
                .iter()
                .any(|token| token.shape == Shape::Mark)
    });
    // `make it low`, `set task 2 to high`: said of the task itself, with nothing after it that could be high.
    let follows = at > 0
        && (tokens[at - 1].is_one_of(&[
            "to", "it", "this", "that", "is", "as", "them", "both", "now",
        ]) || message.claimed[at - 1] && !tokens[at - 1].is_one_of(&["at", "by"]))
        && tokens.get(at + 1).is_none_or(|next| {
            next.shape == Shape::Mark
                || next.is_one_of(&[
                    "and", "then", "please", "now", "instead", "but", "thanks", "again", "for",
                ])
        });
    let near = follows || {
        let from = at.saturating_sub(6);
        let to = (at + 4).min(tokens.len());
        tokens[from..to].iter().any(|token| {
            token.is_one_of(&[
                "priority",
                "prio",
                "importance",
                "urgency",
                "prioritise",
                "prioritize",
                "severity",
            ])
        })
    };
    let beside = |length: usize| {
        if tokens
            .get(at + length)
            .is_some_and(|token| token.is_one_of(&["priority", "prio", "importance"]))
        {
            length + 1
        } else {
            length
        }
    };
    let found = match word(at) {
        "urgent" | "urgently" | "critical" | "p1" | "emergency" => (Level::Urgent, 1),
        "important"
            if !tokens
                .get(at.wrapping_sub(1))
                .is_some_and(|t| t.is_one_of(&["most", "how"])) =>
        {
            (Level::High, 1)
        }
        "p2" => (Level::High, 1),
        "p3" => (Level::Normal, 1),
        "p4" | "unimportant" => (Level::Low, 1),
        "highest" | "top" | "maximum" | "max" if near => (Level::Urgent, beside(1)),
        "high" | "higher" if near => (Level::High, beside(1)),
        "low" | "lower" | "lowest" | "minor" | "minimum" if near && !is_verb(message, at) => {
            (Level::Low, beside(1))
        }
        "normal" | "medium" | "average" | "standard" | "regular" | "default" if near => {
            (Level::Normal, beside(1))
        }
        _ => return None,
    };
    Some(if negated {
        (Level::Low, found.1)
    } else {
        found
    })
}

/// `lower the priority`: what is lowered isn't said to be low by the verb alone, but nothing else says how far.
fn is_verb(message: &Message, at: usize) -> bool {
    message.tokens[at].is("lower") && message.tokens[at..].iter().any(|token| token.is("to"))
}
