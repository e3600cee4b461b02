//! Sentences into clauses: one for each thing that is asked.

mod concepts;
mod joints;
mod left_alone;

use std::ops::Range;

use concepts::concepts;
use joints::{
    attributes, connective, elliptic, goes_on_with_numbers, goes_on_with_people, has_own_object,
};
use left_alone::{cannot, left_alone};

use super::{
    entities::{Message, What},
    intents::{self, Intent, SURE},
    lexicon::{Concept as C, Concepts},
    manners::{self, Bare},
    payload::{self, Kind, Payload},
    tense,
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
        split(message, sentence, setting, None, &mut found);
    }
    // `I have to finish the slides, please add that`: what was said before becomes the task.
    for at in (1..found.len()).rev() {
        let notes = found[at].intent == Some(Intent::Create)
            && found[at].payload.is_none()
            && notes_it(message, &found[at].bare.range);
        if notes {
            found.remove(at);
            let before = &mut found[at - 1];
            if before.intent != Some(Intent::Create) || before.payload.is_none() {
                before.payload = Some(Payload {
                    kind: Kind::Title,
                    range: before.bare.range.clone(),
                });
                before.intent = Some(Intent::Create);
                before.score = 95;
            }
        }
    }
    found
}

fn sentences(message: &Message) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    for at in 0..message.tokens.len() {
        let token = &message.tokens[at];
        // After a colon, semicolons part the items of a list.
        let in_list = token.is_mark(";")
            && message.tokens[start..at]
                .iter()
                .any(|token| token.is_mark(":"));
        let abbreviated = token.is_mark(".")
            && at > start
            && (message.tokens[at - 1].is_one_of(&[
                "dr", "mr", "mrs", "ms", "prof", "st", "no", "nr", "vs", "etc", "approx", "inc",
                "ltd",
            ]) || message.tokens[at - 1].shape == Shape::Word
                && message.tokens[at - 1].text.chars().count() == 1
                && !message.tokens[at - 1].is("i"));
        let ends = token.shape == Shape::Mark
            && !message.claimed[at]
            && !abbreviated
            && !in_list
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

/// Where a request in so many words begins: what stands before it is a clause of its own, whatever it says.
fn hard_place(message: &Message, range: &Range<usize>) -> Option<usize> {
    (range.start + 1..range.end).find(|&at| {
        let token = &message.tokens[at];
        let joins = token.is_mark(",")
            || token.is_mark("—")
            || token.is_one_of(&["so", "and", "but", "anyway", "then"]);
        let announces = token.is_mark(":")
            && manners::bare(message, range.start..at).told
            && payload::find(message, at + 1..range.end)
                .is_some_and(|payload| payload.kind == Kind::Title);
        !message.claimed[at]
            && at + 1 < range.end
            && (announces || joins && manners::request_begins(message, at, range.end))
    })
}

/// Splits at the first connective after which something new is surely asked, then goes on with the rest.
///
/// `verb` is what the clause before asked for, where this one goes on without a verb of its own.
fn split(
    message: &Message,
    range: Range<usize>,
    setting: Setting,
    verb: Option<Intent>,
    found: &mut Vec<Clause>,
) {
    if let Some(at) = hard_place(message, &range) {
        let left = judge(message, range.start..at, setting);
        let right = judge(message, at..range.end, setting);
        let free = left.payload.is_none() || left.score < 100;
        let asks = right.intent.is_some_and(|intent| !intent.is_talk());
        // A date that the right side lacks may stand on the left: `on Friday, can you remind me`.
        let fragment = left.intent.is_none() || left.score < 45;
        let left_says_when = message
            .within(range.start..at)
            .any(|entity| matches!(entity.what, What::When(_)));
        if free && asks && !(fragment && left_says_when) {
            split(message, range.start..at, setting, verb, found);
            split(message, at..range.end, setting, None, found);
            return;
        }
    }
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
        let left = with_verb(judge(message, range.start..at, setting), verb);
        if let Some(again) = elliptic(message, &left, &right) {
            found.push(left);
            split(message, right_range, setting, Some(again), found);
            return;
        }
        let Some(intent) = right.intent.filter(|intent| !intent.is_talk()) else {
            continue;
        };
        if right.score < strength {
            continue;
        }
        let noted = right.score == 95 && intent == Intent::Create && right.payload.is_none();
        let Some(first) = left.intent.or(noted.then_some(Intent::Create)) else {
            continue;
        };
        if left.score < 60 && !first.is_talk() && !noted
            || !noted && attributes(message, &left, &right, at)
        {
            continue;
        }
        if goes_on_with_people(message, at) || goes_on_with_numbers(message, at) {
            continue;
        }
        // An action's own complement: `let Bob know and handle it`.
        if first == intent && !noted && !has_own_object(message, &right) {
            continue;
        }
        found.push(left);
        split(message, right_range, setting, None, found);
        return;
    }
    found.push(with_verb(judge(message, range, setting), verb));
}

/// A clause that goes on with the verb of the one before, unless it surely has one of its own.
fn with_verb(mut clause: Clause, verb: Option<Intent>) -> Clause {
    if let Some(verb) = verb
        && (clause.intent.is_none() || clause.score < SURE)
    {
        clause.intent = Some(verb);
        clause.score = SURE;
    }
    clause
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
    if let Some(intent) = left_alone(message, &clause.bare) {
        clause.payload = None;
        clause.intent = Some(intent);
        clause.score = 95;
        return clause;
    }
    if cannot(message, &clause.bare) && clause.intent == Some(Intent::Deadline) {
        // `I can't make the 30th` says why, not what.
        clause.bare.told = true;
        clause.score = 50;
        return clause;
    }
    if notes_it(message, &clause.bare.range) {
        clause.payload = None;
        clause.intent = Some(Intent::Create);
        clause.score = 95;
        return clause;
    }
    if clause.score < 60
        && !clause.bare.question
        && !clause.bare.modal
        && !concepts.has_any(Concepts::of(&[C::Not, C::Email, C::Later]))
        && tense::tells_of_a_deed(message, clause.bare.range.clone())
    {
        clause.intent = Some(Intent::Complete);
        clause.score = 64;
        return clause;
    }
    let to_somebody = message.within(clause.bare.range.clone()).any(|entity| {
        matches!(entity.what, What::Email(_))
            && entity.tokens.start > clause.bare.range.start
            && message.tokens[entity.tokens.start - 1].is_one_of(&["to", "for"])
    });
    if clause.intent.is_none() && setting.in_context && to_somebody && clause.bare.range.len() <= 4
    {
        // `over to bob@example.com`
        clause.intent = Some(Intent::Assign);
        clause.score = 60;
    }
    let meets_nobody = clause.intent == Some(Intent::Meet)
        && !concepts.has(C::Email)
        && !concepts.has_all(Concepts::of(&[C::Schedule, C::Meet]));
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

/// `…, add that to my list`, `…, note it down`: what was said before is to be noted.
fn notes_it(message: &Message, range: &Range<usize>) -> bool {
    let mut words = message.tokens[range.clone()]
        .iter()
        .filter(|token| token.shape != Shape::Mark);
    let text: Vec<&str> = message.tokens[range.clone()]
        .iter()
        .filter(|token| token.shape != Shape::Mark)
        .map(|token| token.text.as_str())
        .collect();
    if let [
        "create" | "make" | "add" | "open" | "set",
        ..,
        "task",
        "for",
        "it" | "that" | "this",
    ] = text[..]
        && text.len() <= 7
    {
        return true;
    }
    if matches!(
        text[..],
        ["add" | "create" | "make", "a" | "one", "task" | "todo"]
            | ["add" | "create" | "make", "a", "new", "task" | "todo"]
            | ["add" | "create" | "make", "a", "task" | "todo", "please"]
    ) {
        return true;
    }
    let head = words.next().is_some_and(|token| {
        token.is_one_of(&[
            "add", "note", "save", "put", "record", "write", "log", "jot", "track",
        ])
    });
    let pronoun = words
        .next()
        .is_some_and(|token| token.is_one_of(&["it", "that", "this"]));
    head && pronoun
        && words.all(|token| {
            token.is_one_of(&[
                "to", "my", "the", "on", "list", "tasks", "down", "as", "a", "task", "todo",
                "please", "for", "me", "in", "do", "too", "new",
            ])
        })
}

#[cfg(test)]
mod tests;
