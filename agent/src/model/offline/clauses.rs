//! Sentences into clauses: one for each thing that is asked.

use std::ops::Range;

use super::{
    entities::{Message, What},
    intents::{self, Intent, SURE},
    lexicon::{Concept as C, Concepts},
    manners::{self, Bare},
    payload::{self, Kind, Payload},
    tagging,
    tokens::Shape,
};

/// What is known before a message is read.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Setting {
    /// The run is about one task.
    pub(crate) in_context: bool,
    /// Which of the team has the conversation.
    pub(crate) role: Option<C>,
}

/// One thing that is asked, or that isn't understood.
#[derive(Clone, Debug)]
pub(crate) struct Clause {
    pub(crate) bare: Bare,
    pub(crate) payload: Option<Payload>,
    pub(crate) concepts: Concepts,
    pub(crate) intent: Option<Intent>,
    pub(crate) score: u32,
}

impl Clause {
    /// The clause's tokens without its free text.
    pub(crate) fn frame(&self) -> Vec<Range<usize>> {
        match &self.payload {
            Some(payload) => vec![
                self.bare.range.start..payload.range.start,
                payload.range.end..self.bare.range.end,
            ],
            None => vec![self.bare.range.clone()],
        }
    }
}

/// The clauses of a message.
pub(crate) fn clauses(message: &Message, setting: Setting) -> Vec<Clause> {
    let mut found = Vec::new();
    for sentence in sentences(message) {
        split(message, sentence, setting, &mut found);
    }
    found
}

fn sentences(message: &Message) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..message.tokens.len() {
        let token = &message.tokens[at];
        let ends = token.shape == Shape::Mark
            && !message.claimed[at]
            && [".", "!", "?", ";", "…"].contains(&token.text.as_str());
        let newline = message
            .tokens
            .get(at + 1)
            .and_then(|next| {
                message
                    .text
                    .get(token.span.end..next.span.start.max(token.span.end))
            })
            .is_some_and(|gap| gap.contains('\n'));
        if ends || newline {
            found.push(start..at + 1);
            start = at + 1;
        }
    }
    found.push(start..message.tokens.len());
    found.retain(|range| {
        message.tokens[range.clone()]
            .iter()
            .any(|token| token.shape != Shape::Mark)
    });
    found
}

/// Connectives of one sentence that are tried, at most.
const MOST_PLACES: usize = 40;

/// Splits at the first connective after which something new is surely asked, then goes on with the rest.
fn split(message: &Message, range: Range<usize>, setting: Setting, found: &mut Vec<Clause>) {
    let places = (range.start + 1..range.end)
        .filter_map(|at| connective(message, at).map(|strength| (at, strength)))
        .take(MOST_PLACES);
    for (at, strength) in places {
        let right_range = at..range.end;
        let right = judge(
            message,
            right_range.clone(),
            Setting {
                in_context: false,
                ..setting
            },
        );
        let Some(intent) = right.intent.filter(|intent| !intent.is_talk()) else {
            continue;
        };
        if right.score < strength {
            continue;
        }
        let left = judge(message, range.start..at, setting);
        let Some(first) = left.intent else { continue };
        if left.score < 60 && !first.is_talk() || attributes(message, &left, &right, at) {
            continue;
        }
        // An action's own complement: `let Bob know and handle it`.
        if first == intent && !has_own_object(message, &right) {
            continue;
        }
        found.push(left);
        split(message, right_range, setting, found);
        return;
    }
    found.push(judge(message, range, setting));
}

/// How sure the right side must be at this token; `None` where nothing can be split.
fn connective(message: &Message, at: usize) -> Option<u32> {
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
fn attributes(message: &Message, left: &Clause, right: &Clause, at: usize) -> bool {
    let head = message.tokens[at + 1..]
        .iter()
        .find(|token| token.shape != Shape::Mark);
    let attributive = head.is_some_and(|token| {
        token.is_one_of(&[
            "due", "with", "by", "tagged", "priority", "high", "low", "urgent", "deadline",
            "assigned", "for", "on", "until",
        ])
    });
    let free_text = left.payload.as_ref().map(|payload| payload.kind);
    match free_text {
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
        Some(Kind::Name | Kind::Note | Kind::Steps) => right.score < 94,
        Some(Kind::Reminder) => right.score < 90,
        None => false,
    }
}

fn has_own_object(message: &Message, clause: &Clause) -> bool {
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
fn has_named_object(message: &Message, clause: &Clause) -> bool {
    let known = tagging::phrases(&message.tokens, clause.bare.range.clone(), &message.claimed);
    let covered: usize = known.iter().map(|phrase| phrase.tokens.len()).sum();
    clause.bare.range.len() > covered + 1
}

/// Reads one clause.
pub(crate) fn judge(message: &Message, range: Range<usize>, setting: Setting) -> Clause {
    let bare = manners::bare(message, range);
    let payload = payload::find(message, bare.range.clone());
    let concepts = concepts(message, &bare, payload.as_ref(), setting);
    let judged = intents::judge(concepts);
    let mut clause = Clause {
        concepts,
        intent: judged.map(|(intent, _)| intent),
        score: judged.map_or(0, |(_, score)| score),
        payload,
        bare,
    };
    let meets_nobody = clause.intent == Some(Intent::Meet)
        && !concepts.has_any(Concepts::of(&[C::Email, C::Schedule]));
    if clause.bare.duty
        && (clause.score < 78 || meets_nobody)
        && !setting.in_context
        && clause.payload.is_none()
    {
        // `I need to buy milk`: a thing to do is a task to note.
        clause.payload = Some(Payload {
            kind: Kind::Title,
            range: clause.bare.range.clone(),
        });
        clause.intent = Some(Intent::Create);
        clause.score = 66;
    }
    clause
}

fn concepts(
    message: &Message,
    bare: &Bare,
    payload: Option<&Payload>,
    setting: Setting,
) -> Concepts {
    let mut found = Concepts::default();
    let mut claimed = message.claimed.clone();
    if let Some(payload) = payload {
        claimed[payload.range.clone()].fill(true);
        if payload.kind == Kind::Title {
            found.add(C::CreateHead);
        }
        if payload.kind == Kind::Name {
            found.add(C::Rename);
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
    for entity in message.within(bare.range.clone()) {
        let inside = payload.is_some_and(|payload| payload.range.contains(&entity.tokens.start));
        match &entity.what {
            What::When(when) => {
                if when.has_time() {
                    found.add(C::Clock);
                }
                if !matches!(
                    when,
                    super::dates::When::Clock(_) | super::dates::When::Instant(_)
                ) {
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
            What::Quoted(_) => {}
        }
    }
    found
}

#[cfg(test)]
mod tests;
