//! What stands on both sides of a connective, and so whether something new is asked after it.

use super::Clause;
use crate::model::offline::{
    entities::{Entity, Message, What},
    intents::{Intent, SURE},
    lexicon::{Concept as C, Concepts},
    payload::Kind,
    tagging, titles,
    tokens::Shape,
};

/// `set task 1 to low and task 2 to high`: the right side has no verb of its own, but names another task and says the
/// same sort of thing of it.
pub(super) fn elliptic(message: &Message, left: &Clause, right: &Clause) -> Option<Intent> {
    let intent = left
        .intent
        .filter(|_| left.score >= 60 && left.payload.is_none())?;
    if right.payload.is_some()
        || right
            .intent
            .is_some_and(|other| other != intent && right.score >= SURE)
    {
        return None;
    }
    let says = |clause: &Clause, wanted: fn(&What) -> bool| {
        message
            .within(clause.bare.range.clone())
            .any(|entity| wanted(&entity.what))
    };
    let both = |wanted: fn(&What) -> bool| says(left, wanted) && says(right, wanted);
    let alike = match intent {
        Intent::Assign | Intent::Share => both(|what| matches!(what, What::Email(_))),
        Intent::SetPriority => both(|what| matches!(what, What::Level(_))),
        Intent::Deadline | Intent::Reminder => both(|what| matches!(what, What::When(_))),
        _ => false,
    };
    let other_task = says(right, |what| matches!(what, What::Id(_) | What::Nth(_)))
        || says(left, |what| !matches!(what, What::Id(_)))
            && titles::implied(message, right).is_some();
    // People and permissions of one task: `read access for Ann and write access for Bob`.
    let permissions =
        intent == Intent::Share && right.concepts.has_any(Concepts::of(&[C::Access, C::Share]));
    (alike && (other_task || permissions)).then_some(intent)
}

/// How sure the right side must be at this token; `None` where nothing can be split.
pub(super) fn connective(message: &Message, at: usize) -> Option<u32> {
    let token = &message.tokens[at];
    if message.claimed[at] {
        return None;
    }
    if token.is_one_of(&["then", "also", "plus", "afterwards", "additionally"]) {
        return Some(70);
    }
    // What has a subject of its own is a clause of its own: `…, and we need to meet about it`.
    let next = message.tokens.get(at + 1);
    if token.is("+")
        || token.is("and") && next.is_some_and(|next| next.is_one_of(&["i", "we", "let's"]))
    {
        return Some(55);
    }
    if token.is_one_of(&["and", "but"])
        || token.is_mark("&")
        || token.is_mark(",")
        || token.is_mark("—")
    {
        return Some(if token.is_mark(",") { SURE + 4 } else { SURE });
    }
    None
}

/// Whether the right side only says more about a task that is created on the left: `…, due Friday, high priority`.
pub(super) fn attributes(message: &Message, left: &Clause, right: &Clause, at: usize) -> bool {
    let head = message.tokens[at + 1..]
        .iter()
        .find(|token| token.shape != Shape::Mark);
    let attributive = head.is_some_and(|token| {
        token.is_one_of(&[
            "due",
            "with",
            "by",
            "tagged",
            "priority",
            "high",
            "low",
            "urgent",
            "deadline",
            "assigned",
            "for",
            "on",
            "until",
            "prio",
            "tag",
            "tags",
            "description",
            "describe",
        ]) && !(token.is("tag") && has_pronoun(message, right))
    });
    let free_text = left.payload.as_ref().map(|payload| payload.kind);
    // `add a task, call the bank`: the head alone says nothing yet.
    if left.intent == Some(Intent::Create) && free_text.is_none() && message.tokens[at].is_mark(",")
    {
        return true;
    }
    match free_text {
        // `add … and show me all my tasks`: nobody's task is to show somebody their tasks.
        Some(Kind::Title)
            if right.intent == Some(Intent::List)
                && right
                    .concepts
                    .has_all(Concepts::of(&[C::Show, C::Plural, C::Mine])) =>
        {
            false
        }
        Some(Kind::Title) => {
            attributive
                || matches!(
                    right.intent,
                    Some(
                        Intent::Complete
                            | Intent::Describe
                            | Intent::Start
                            | Intent::List
                            | Intent::Find
                            | Intent::TimeBlocks
                            | Intent::Next
                            | Intent::Effort
                            | Intent::Delete
                            | Intent::Create
                    )
                ) && !right.concepts.has(C::TaskRef)
                    && right.score < 120
        }
        // `rename it to …, set it to high`: what speaks of *it* is a wish of its own.
        Some(Kind::Name) if has_pronoun(message, right) && right.score >= 72 => false,
        Some(Kind::Name | Kind::Note | Kind::Steps | Kind::Titles | Kind::Remark) => {
            right.score < 94
        }
        Some(Kind::Reminder) => right.score < 90,
        None => false,
    }
}

/// `tasks 1 and 4`: a number right after the connective goes on with the list before it, whatever follows.
pub(super) fn goes_on_with_numbers(message: &Message, at: usize) -> bool {
    let is_id = |entity: &&Entity| matches!(entity.what, What::Id(_));
    let mut next = at + 1;
    while message
        .tokens
        .get(next)
        .is_some_and(|token| token.is("and") || token.is_mark(","))
    {
        next += 1;
    }
    let mut ids = message.entities.iter().filter(is_id);
    let ends = ids.any(|entity| entity.tokens.end == at);
    let begins = message
        .entities
        .iter()
        .filter(is_id)
        .any(|entity| entity.tokens == (next..next + 1));
    // `2 and 4 to low` says something of its own about the second.
    let own = message
        .tokens
        .get(next + 1)
        .is_some_and(|token| token.is_one_of(&["to", "as", "is"]));
    let left_too = at > 1 && message.tokens[at - 1].integer().is_none();
    ends && begins && !(own && left_too)
}

/// `Ann and Bob`: an address right after the connective goes on with the list before it.
pub(super) fn goes_on_with_people(message: &Message, at: usize) -> bool {
    let is_email = |at: usize| {
        message
            .tokens
            .get(at)
            .is_some_and(|token| token.shape == Shape::Email)
    };
    at > 0 && is_email(at - 1) && {
        let mut next = at + 1;
        while message
            .tokens
            .get(next)
            .is_some_and(|token| token.is_one_of(&["and", "with", "to"]) || token.is_mark(","))
        {
            next += 1;
        }
        let after = message.tokens.get(next + 1);
        // `…, and Bob should see it` is a clause of its own.
        let own_verb = after.is_some_and(|token| {
            token.is_one_of(&[
                "should", "must", "can", "will", "may", "needs", "has", "is", "takes", "to",
                "could",
            ])
        });
        is_email(next) && !own_verb
    }
}

pub(super) fn has_pronoun(message: &Message, clause: &Clause) -> bool {
    message
        .within(clause.bare.range.clone())
        .any(|entity| entity.what == What::It)
}

pub(super) fn has_own_object(message: &Message, clause: &Clause) -> bool {
    clause.payload.is_some()
        || message.within(clause.bare.range.clone()).any(|entity| {
            matches!(
                entity.what,
                What::Id(_) | What::Email(_) | What::Name(_) | What::When(_) | What::Quoted(_)
            )
        })
        || has_named_object(message, clause)
}

/// `delete the milk task and the bread task` has one verb; `finish laundry and finish dishes` has two.
pub(super) fn has_named_object(message: &Message, clause: &Clause) -> bool {
    let known = tagging::phrases(&message.tokens, clause.bare.range.clone(), &message.claimed);
    let covered: usize = known.iter().map(|phrase| phrase.tokens.len()).sum();
    clause.bare.range.len() > covered + 1
}
