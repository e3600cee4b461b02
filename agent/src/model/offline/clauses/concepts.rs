//! The concepts of a clause: of its words, and of what was found in it.

use std::ops::Range;

use super::Setting;
use crate::model::offline::{
    dates::When,
    entities::{Message, What},
    lexicon::{self, Concept as C, Concepts},
    manners::Bare,
    payload::{Kind, Payload},
    tagging,
    tokens::Shape,
};

/// The concepts of a clause.
pub(super) fn concepts(
    message: &Message,
    bare: &Bare,
    payload: Option<&Payload>,
    setting: Setting,
) -> Concepts {
    let mut found = Concepts::default();
    let mut claimed = message.claimed.clone();
    if let Some(payload) = payload {
        claimed[payload.range.clone()].fill(true);
        if matches!(payload.kind, Kind::Title | Kind::Titles) {
            found.add(C::CreateHead);
        }
        if payload.kind == Kind::Name {
            found.add(C::Rename);
        }
        if payload.kind == Kind::Note {
            found.join(Concepts::of(&[C::Note, C::Change]));
        }
    }
    for phrase in tagging::phrases(&message.tokens, bare.range.clone(), &claimed) {
        // `list the dependencies`: at the head it is a verb.
        let verb = phrase.tokens.start == bare.range.start
            && message
                .original(phrase.tokens.clone())
                .eq_ignore_ascii_case("list")
            && bare.range.len() > 1;
        if verb {
            found.add(C::Show);
        } else {
            found.join(phrase.concepts);
        }
    }
    for token in &message.tokens[bare.range.clone()] {
        if token.is_one_of(&["i", "my", "me", "we", "our", "us", "mine"]) {
            found.add(C::Mine);
        }
    }
    let flags = [
        (bare.question, C::Question),
        (bare.modal, C::Modal),
        (bare.duty, C::Should),
        (setting.in_context, C::InContext),
    ];
    for (_, concept) in flags.iter().filter(|(holds, _)| *holds) {
        found.add(*concept);
    }
    if let Some(role) = setting.role {
        found.add(role);
    }
    if has_subject(message, bare) {
        found.add(C::Subject);
    }
    if takes_off(message, bare.range.clone()) {
        found.add(C::Delete);
    }
    let named = message
        .within(bare.range.clone())
        .filter(|entity| matches!(entity.what, What::Id(_) | What::Nth(_)))
        .count();
    if named + usize::from(setting.in_context) >= 2 && named > 0 {
        found.add(C::Pair);
    }
    for entity in message.within(bare.range.clone()) {
        let inside = payload.is_some_and(|payload| payload.range.contains(&entity.tokens.start));
        match &entity.what {
            What::When(when) => {
                let end_of_day = message.tokens[entity.tokens.clone()]
                    .iter()
                    .any(|token| token.is_one_of(&["eod", "cob"]));
                if end_of_day {
                    found.add(C::By);
                } else if when.has_time() {
                    found.add(C::Clock);
                }
                if !matches!(when, When::Clock(_) | When::Instant(_)) {
                    found.add(C::Date);
                    if when
                        .deadline(message.now)
                        .is_some_and(|date| date > message.now.date())
                    {
                        found.add(C::Later);
                    }
                }
            }
            _ if inside => {}
            What::Length(_) => found.add(C::Length),
            What::Shift(_) => found.add(C::Shift),
            What::Id(_) | What::Nth(_) | What::It => found.add(C::TaskRef),
            What::Email(_) => found.add(C::Email),
            What::Name(_) | What::Me | What::Them => found.add(C::Person),
            What::Level(_) => found.add(C::Level),
            What::Hashtag(_) => found.add(C::Tag),
            What::Quoted(_) | What::Note(_) | What::Noun => {}
        }
    }
    found
}

/// `the report must be …`, `my taxes have to …`: words that name something stand before the verb.
fn has_subject(message: &Message, bare: &Bare) -> bool {
    let range = bare.range.clone();
    if bare.duty || bare.question || range.len() < 4 {
        return false;
    }
    let verb = range.clone().take(7).find(|&at| {
        message.tokens[at].is_one_of(&[
            "has", "have", "must", "needs", "need", "should", "shall", "is", "are", "will", "ought",
        ])
    });
    let Some(verb) = verb else { return false };
    let article = message.tokens[range.start].is_one_of(&["the", "my", "our"]);
    let names = (range.start..verb).any(|at| {
        let token = &message.tokens[at];
        !message.claimed[at]
            && token.shape == Shape::Word
            && lexicon::concepts_of(&token.text).is_none()
            && !token.is_one_of(&[
                "the",
                "my",
                "our",
                "i",
                "we",
                "it",
                "this",
                "that",
                "he",
                "she",
                "they",
                "you",
                "boss",
                "manager",
                "client",
                "customer",
                "team",
                "colleague",
                "wife",
                "husband",
                "there",
                "everyone",
                "now",
            ])
    });
    (article || verb > range.start) && names
}

/// `take Bob off this task`
fn takes_off(message: &Message, range: Range<usize>) -> bool {
    let tokens = &message.tokens[range];
    tokens.first().is_some_and(|token| token.is("take"))
        && tokens
            .iter()
            .position(|token| token.is("off"))
            .is_some_and(|at| (1..=4).contains(&at))
}
