//! Requests to do nothing.

use crate::model::offline::{entities::Message, intents::Intent, manners::Bare};

/// `don't delete it`, `leave it as it is`, `no reminder please`, `undo that`.
pub(super) fn left_alone(message: &Message, bare: &Bare) -> Option<Intent> {
    let words: Vec<&str> = message.tokens[bare.range.clone()]
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let has = |phrase: &[&str]| words.windows(phrase.len()).any(|window| window == phrase);
    match words[..] {
        ["undo" | "revert"]
        | ["undo" | "revert", "that" | "it" | "this"]
        | ["take", "that", "back"]
        | ["roll", "that", "back"]
        | ["undo", "the", "last", ..]
        | ["revert", "the", "last", ..] => return Some(Intent::Undo),
        ["scratch" | "cancel" | "forget" | "skip", "that" | "it"]
        | ["forget", "about", "it" | "that"] => return Some(Intent::No),
        ["do", "not", verb, ..]
            if ![
                "forget",
                "let",
                "know",
                "want",
                "need",
                "think",
                "understand",
                "see",
                "have",
                "care",
                "like",
                "believe",
                "get",
                "you",
                "i",
                "we",
            ]
            .contains(&verb) =>
        {
            return Some(Intent::Leave);
        }
        ["never", verb, ..] if !["mind", "forget"].contains(&verb) => return Some(Intent::Leave),
        [
            "no",
            "reminder" | "reminders" | "deadline" | "meeting" | "need" | "changes",
            ..,
        ] if words.len() <= 6 => {
            return Some(Intent::Leave);
        }
        _ => {}
    }
    if let ["keep" | "leave", "the" | "this" | "its" | "that", noun] = words[..]
        && [
            "deadline", "date", "priority", "assignee", "title", "name", "meeting", "reminder",
            "task", "tags",
        ]
        .contains(&noun)
    {
        return Some(Intent::Leave);
    }
    let keeps = words.contains(&"leave") || words.contains(&"keep");
    let unchanged = has(&["as", "it", "is"])
        || has(&["as", "is"])
        || has(&["as", "they", "are"])
        || words
            .last()
            .is_some_and(|last| ["alone", "unchanged"].contains(last));
    let forbidden = ["should", "must", "need", "may"]
        .iter()
        .any(|modal| has(&[modal, "not", "be"]) || has(&["you", modal, "not"]))
        && !bare.question;
    let unwanted = (has(&["i", "do", "not", "want", "you", "to"])
        || has(&["i", "would", "rather", "not"]))
        && !bare.question;
    (keeps && unchanged || forbidden || unwanted).then_some(Intent::Leave)
}

pub(super) fn cannot(message: &Message, bare: &Bare) -> bool {
    message.tokens[bare.range.clone()]
        .windows(2)
        .any(|pair| pair[0].is_one_of(&["can", "will", "could"]) && pair[1].is("not"))
}
