//! Titles in free words: which task is meant, and what a new one is called.

mod new;

use std::ops::Range;

use super::{
    clauses::Clause,
    entities::{Message, What},
    intents::Intent,
    payload, tagging,
    tokens::{Shape, Token},
};

pub(crate) use new::new_title;

/// Words that are never a part of a reference by title, though the lexicon doesn't know them.
const STOP: &str = "\
    a|an|the|my|our|your|his|her|their|its|this|that|these|those|it|i|you|we|he|she|they|them|\
    him|me|us|to|of|for|on|in|at|with|from|by|as|into|onto|about|and|or|but|so|if|than|then|\
    is|are|was|were|be|been|being|am|do|does|did|has|have|had|will|would|can|could|should|\
    shall|may|might|must|not|no|yes|please|thanks|now|soon|again|still|yet|already|really|\
    very|just|also|too|up|down|out|off|back|over|there|here|some|any|more|most|other|same|\
    whole|entire|thing|task|tasks|todo|item|ticket|one|ones|current|going|get|got|how|what|\
    when|who|which|where|why|long|much|many|myself|yourself|everyone|someone|person|people|\
    colleague|team|later|earlier|sooner|around|until|before|after|during|within|new|different|\
    per|exactly|roughly|approximately|overall|today|possible|asap|ahead|way|lot|bit|right|\
    away|only|each|both|all|sure|like|think|know|rather|instead|actually|maybe|perhaps|kind|\
    sort|day|days|week|weeks|hour|hours|minutes|together|else|ever|ago|since|via|pm|oclock|\
    total|ok|finally|date|far|moment|currently|lately|recently|forever|anyway|instead|okay|guess|\
    something|nothing|everything|anything|someone|somebody|suppose|though|however|because|while";

/// Adjectives that say which task without naming it.
const BARE_ADJECTIVES: &str = "\
    first|second|third|last|next|new|same|whole|entire|current|other|only|big|small|high|low|\
    urgent|important|priority|to|do|single|this|that|open|overdue|another|a|an|the|my|main|\
    little";

/// A title that surely names a task: in quotation marks, `the milk task`, `the task about milk`.
pub(crate) fn explicit(message: &Message, clause: &Clause) -> Option<String> {
    for range in clause.frame() {
        let quoted = message
            .within(range.clone())
            .find_map(|entity| match &entity.what {
                What::Quoted(text) => Some(text.clone()),
                _ => None,
            });
        // `the task with the milk`: with a deed that has no other *with*.
        let with = matches!(
            clause.intent,
            Some(
                Intent::Complete
                    | Intent::Start
                    | Intent::Describe
                    | Intent::Delete
                    | Intent::Effort
                    | Intent::Blockers
                    | Intent::Deadline
            )
        );
        if let Some(found) = quoted
            .or_else(|| task_about(message, range.clone()))
            .or_else(|| with.then(|| task_with(message, range.clone())).flatten())
            .or_else(|| noun_phrase(message, range.clone()))
            .or_else(|| adjective_task(message, range))
        {
            return Some(found);
        }
    }
    None
}

/// `the milk is bought`: the words before the verb.
fn subject(message: &Message, clause: &Clause) -> Option<String> {
    let range = clause.bare.range.clone();
    let verb = range.clone().find(|&at| {
        message.tokens[at].is_one_of(&["is", "are", "was", "were", "has", "have", "got"])
    })?;
    let mut start = range.start;
    while start < verb && listed(STOP, &message.tokens[start]) {
        start += 1;
    }
    (start < verb).then(|| payload::text(message, start..verb))
}

/// A title that may be meant: `about the report`, else the words that nothing else explains.
pub(crate) fn implied(message: &Message, clause: &Clause) -> Option<String> {
    let told = clause.intent == Some(Intent::Complete) && clause.score == 64;
    clause
        .frame()
        .into_iter()
        .find_map(|range| about(message, range))
        .or_else(|| told.then(|| subject(message, clause)).flatten())
        .or_else(|| residue(message, clause))
}

/// `the task called X`, `the task about X`.
fn task_about(message: &Message, range: Range<usize>) -> Option<String> {
    let at = range.clone().find(|&at| {
        message.tokens[at].is_one_of(&["task", "todo", "item", "ticket", "one", "tasks"])
            && at + 1 < range.end
            && message.tokens[at + 1].is_one_of(&[
                "about",
                "called",
                "named",
                "titled",
                "regarding",
                "concerning",
                "mentioning",
                "containing",
            ])
    })?;
    object(message, at + 2, range.end)
}

/// `the task with the milk`
fn task_with(message: &Message, range: Range<usize>) -> Option<String> {
    let at = range.clone().find(|&at| {
        message.tokens[at].is_one_of(&["task", "todo", "item", "ticket", "thing"])
            && at + 2 < range.end
            && message.tokens[at + 1].is_one_of(&["with", "on", "for", "of"])
            && message.tokens[at + 2].is_one_of(&["the", "my"])
    })?;
    object(message, at + 2, range.end)
}

/// Nouns that are keywords alone, and a part of a title after another noun: `the dentist call`, `the login fix`.
pub(crate) const TITLE_NOUNS: &[&str] = &[
    "call",
    "fix",
    "appointment",
    "review",
    "visit",
    "check",
    "update",
    "session",
    "interview",
    "discussion",
    "workshop",
    "lunch",
];

/// `the dentist call`
fn noun_phrase(message: &Message, range: Range<usize>) -> Option<String> {
    message
        .within(range)
        .find(|entity| entity.what == What::Noun)
        .map(|entity| {
            let words = entity.tokens.start + 1..entity.tokens.end;
            payload::text(message, words)
        })
}

/// `the X task`, `my X todo`, `X task`.
fn adjective_task(message: &Message, range: Range<usize>) -> Option<String> {
    const DETERMINERS: &[&str] = &["the", "my", "that", "this", "our"];
    for at in range.clone() {
        if !message.tokens[at].is_one_of(&["task", "todo", "item", "ticket", "chore", "one"])
            || message.claimed[at]
        {
            continue;
        }
        let mut start = at;
        while start > range.start && at - start < 6 {
            let before = &message.tokens[start - 1];
            if before.shape == Shape::Mark
                || message.claimed[start - 1]
                || before.is_one_of(DETERMINERS)
            {
                break;
            }
            start -= 1;
        }
        let determined = start > range.start && message.tokens[start - 1].is_one_of(DETERMINERS);
        // `is this a quick one?` names none.
        let indefinite = message.tokens[start..at]
            .iter()
            .any(|token| token.is_one_of(&["a", "an"]));
        let words = &message.tokens[start..at];
        let names = words.iter().any(|token| !listed(BARE_ADJECTIVES, token));
        if determined && names && !indefinite {
            return Some(message.original(start..at).to_owned());
        }
    }
    None
}

/// What follows *about*.
fn about(message: &Message, range: Range<usize>) -> Option<String> {
    let at = range.clone().find(|&at| {
        message.tokens[at].is_one_of(&[
            "about",
            "regarding",
            "concerning",
            "containing",
            "mentioning",
        ]) && !message.claimed[at]
    })?;
    object(message, at + 1, range.end)
}

/// The words from here up to a date, an address, or a preposition that leads to one.
fn object(message: &Message, start: usize, end: usize) -> Option<String> {
    let mut start = start;
    while start < end && message.tokens[start].is_one_of(&["the", "my", "a", "an", "our"]) {
        start += 1;
    }
    let mut stop = start;
    while stop < end {
        let token = &message.tokens[stop];
        let leads = token.is_one_of(&[
            "on", "at", "to", "by", "with", "for", "as", "in", "until", "before", "and", "is",
            "from",
        ]) && !(token.is("and")
            && message
                .tokens
                .get(stop + 1)
                .is_some_and(|next| next.is_one_of(&["the", "my"])));
        let begins_clause = stop > start
            && token.is_one_of(&[
                "when", "once", "after", "because", "since", "while", "if", "so",
            ]);
        let leads_away = leads
            && message
                .tokens
                .get(stop + 1)
                .filter(|_| stop + 1 < end)
                .is_none_or(|_| {
                    message.claimed[stop + 1] || token.is_one_of(&["as", "to", "with", "and", "is"])
                });
        if message.claimed[stop] || token.shape == Shape::Mark || leads_away || begins_clause {
            break;
        }
        stop += 1;
    }
    while stop > start
        && message.tokens[stop - 1].is_one_of(&[
            "thing", "task", "stuff", "one", "lol", "haha", "hehe", "please", "thanks", "again",
            "too", "now", "though", "yet",
        ])
    {
        stop -= 1;
    }
    let words = start..stop;
    let names = message.tokens[words.clone()]
        .iter()
        .any(|token| !listed(STOP, token) && !token.is_one_of(&["due", "overdue", "done"]));
    names.then(|| payload::text(message, words))
}

/// The longest run of words that no other part of the grammar explains.
fn residue(message: &Message, clause: &Clause) -> Option<String> {
    let mut best: Option<Range<usize>> = None;
    for range in clause.frame() {
        let mut known = vec![false; message.tokens.len()];
        for phrase in tagging::phrases(&message.tokens, range.clone(), &message.claimed) {
            known[phrase.tokens].fill(true);
        }
        for entity in message.within(range.clone()) {
            known[entity.tokens.clone()].fill(true);
        }
        let content = |at: usize| {
            let token = &message.tokens[at];
            matches!(token.shape, Shape::Word | Shape::Number)
                && !known[at]
                && !message.claimed[at]
                && !listed(STOP, token)
        };
        let mut at = range.start;
        while at < range.end {
            if !content(at) {
                at += 1;
                continue;
            }
            let start = at;
            let mut end = at + 1;
            // One small word may stand inside a title: `milk and eggs`, `report for Ann`.
            while end < range.end
                && (content(end)
                    || names_another(message, end, range.end) && content(end + 2)
                    || (end + 1 < range.end
                        && content(end + 1)
                        && message.tokens[end].shape == Shape::Word
                        && !message.claimed[end]))
            {
                end += 1;
            }
            if best.as_ref().is_none_or(|best| best.len() < end - start) {
                best = Some(start..end);
            }
            at = end;
        }
    }
    best.map(|range| payload::text(message, range))
}

/// `… and the …`: another name follows.
fn names_another(message: &Message, at: usize, end: usize) -> bool {
    at + 2 < end
        && message.tokens[at].is("and")
        && message.tokens[at + 1].is_one_of(&["the", "my", "our"])
}

/// Whether a word is on a list.
fn listed(list: &str, token: &Token) -> bool {
    token.shape == Shape::Word && list.split('|').any(|word| word == token.text)
}
