//! Titles in free words: which task is meant, and what a new one is called.

use std::ops::Range;

use super::{
    clauses::Clause,
    entities::{Message, What},
    payload, tagging,
    tokens::Shape,
};

/// Words that are never a part of a reference by title, though the lexicon doesn't know them.
const STOP: &[&str] = &[
    "a",
    "an",
    "the",
    "my",
    "our",
    "your",
    "his",
    "her",
    "their",
    "its",
    "this",
    "that",
    "these",
    "those",
    "it",
    "i",
    "you",
    "we",
    "he",
    "she",
    "they",
    "them",
    "him",
    "me",
    "us",
    "to",
    "of",
    "for",
    "on",
    "in",
    "at",
    "with",
    "from",
    "by",
    "as",
    "into",
    "onto",
    "about",
    "and",
    "or",
    "but",
    "so",
    "if",
    "than",
    "then",
    "is",
    "are",
    "was",
    "were",
    "be",
    "been",
    "being",
    "am",
    "do",
    "does",
    "did",
    "has",
    "have",
    "had",
    "will",
    "would",
    "can",
    "could",
    "should",
    "shall",
    "may",
    "might",
    "must",
    "not",
    "no",
    "yes",
    "please",
    "thanks",
    "now",
    "soon",
    "again",
    "still",
    "yet",
    "already",
    "really",
    "very",
    "just",
    "also",
    "too",
    "up",
    "down",
    "out",
    "off",
    "back",
    "over",
    "there",
    "here",
    "some",
    "any",
    "more",
    "most",
    "other",
    "same",
    "whole",
    "entire",
    "thing",
    "task",
    "tasks",
    "todo",
    "item",
    "ticket",
    "one",
    "ones",
    "current",
    "going",
    "get",
    "got",
    "how",
    "what",
    "when",
    "who",
    "which",
    "where",
    "why",
    "long",
    "much",
    "many",
    "myself",
    "yourself",
    "everyone",
    "someone",
    "person",
    "people",
    "colleague",
    "team",
    "later",
    "earlier",
    "sooner",
    "around",
    "until",
    "before",
    "after",
    "during",
    "within",
    "new",
    "different",
    "per",
    "exactly",
    "roughly",
    "approximately",
    "overall",
    "today",
    "possible",
    "asap",
    "ahead",
    "way",
    "lot",
    "bit",
    "right",
    "away",
    "only",
    "each",
    "both",
    "all",
    "sure",
    "like",
    "think",
    "know",
    "would",
    "rather",
    "instead",
    "actually",
    "maybe",
    "perhaps",
    "kind",
    "sort",
    "day",
    "days",
    "week",
    "weeks",
    "hour",
    "hours",
    "minutes",
    "together",
    "else",
    "ever",
    "ago",
    "since",
    "via",
    "am",
    "pm",
    "oclock",
    "off",
    "total",
    "we",
    "ok",
    "finally",
    "date",
];

/// Adjectives that say which task without naming it.
const BARE_ADJECTIVES: &[&str] = &[
    "first",
    "second",
    "third",
    "last",
    "next",
    "new",
    "same",
    "whole",
    "entire",
    "current",
    "other",
    "only",
    "big",
    "small",
    "high",
    "low",
    "urgent",
    "important",
    "priority",
    "to",
    "do",
    "single",
    "this",
    "that",
    "open",
    "overdue",
    "another",
    "a",
    "an",
    "the",
    "my",
    "main",
    "little",
    "next",
];

/// A title that surely names a task: in quotation marks, `the milk task`, `the task about milk`.
pub(crate) fn explicit(message: &Message, clause: &Clause) -> Option<String> {
    for range in clause.frame() {
        let quoted = message
            .within(range.clone())
            .find_map(|entity| match &entity.what {
                What::Quoted(text) => Some(text.clone()),
                _ => None,
            });
        if let Some(found) = quoted
            .or_else(|| task_about(message, range.clone()))
            .or_else(|| adjective_task(message, range))
        {
            return Some(found);
        }
    }
    None
}

/// A title that may be meant: `about the report`, else the words that nothing else explains.
pub(crate) fn implied(message: &Message, clause: &Clause) -> Option<String> {
    clause
        .frame()
        .into_iter()
        .find_map(|range| about(message, range))
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

/// `the X task`, `my X todo`, `X task`.
fn adjective_task(message: &Message, range: Range<usize>) -> Option<String> {
    const DETERMINERS: &[&str] = &["the", "my", "that", "this", "our", "a", "an"];
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
        let words = &message.tokens[start..at];
        let names = words
            .iter()
            .any(|token| !BARE_ADJECTIVES.contains(&token.text.as_str()));
        if determined && names {
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
        ]);
        let leads_away = leads
            && message
                .tokens
                .get(stop + 1)
                .filter(|_| stop + 1 < end)
                .is_none_or(|_| {
                    message.claimed[stop + 1] || token.is_one_of(&["as", "to", "with", "and", "is"])
                });
        if message.claimed[stop] || token.shape == Shape::Mark || leads_away {
            break;
        }
        stop += 1;
    }
    let words = start..stop;
    let names = message.tokens[words.clone()].iter().any(|token| {
        !STOP.contains(&token.text.as_str()) && !token.is_one_of(&["due", "overdue", "done"])
    });
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
                && !STOP.contains(&token.text.as_str())
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

/// The title of a new task: the free text without its attributes, and the entities that were cut from it.
pub(crate) fn new_title(message: &Message, range: Range<usize>) -> (String, Vec<What>) {
    let mut cut = vec![false; message.tokens.len()];
    let mut attributes = Vec::new();
    let mut start = range.start;
    let mut end = range.end;
    trim_end(message, start, &mut end, &mut attributes);
    trim_start(message, &mut start, end, &mut attributes);
    // A quotation is the title, whatever stands around it.
    for entity in message.within(start..end) {
        if let What::Quoted(text) = &entity.what {
            let around = message
                .within(start..end)
                .filter(|other| other.tokens != entity.tokens);
            attributes.extend(around.map(|other| other.what.clone()));
            return (text.clone(), attributes);
        }
    }
    // `buy milk by Friday for the party`: a date that *by* leads to is a deadline anywhere.
    for entity in message.within(start..end) {
        let before = entity.tokens.start.checked_sub(1).filter(|at| *at >= start);
        let leads = before
            .is_some_and(|at| message.tokens[at].is_one_of(&["by", "due", "before", "until"]));
        let attribute = matches!(entity.what, What::When(_)) && leads
            || matches!(entity.what, What::Hashtag(_));
        if attribute {
            cut[entity.tokens.clone()].fill(true);
            let mut lead = entity.tokens.start;
            while lead > start
                && message.tokens[lead - 1].is_one_of(&["by", "due", "before", "until", "on", "is"])
            {
                lead -= 1;
                cut[lead] = true;
            }
            attributes.push(entity.what.clone());
        }
    }
    let mut pieces = Vec::new();
    let mut from = start;
    for at in start..=end {
        if at == end || cut[at] {
            if from < at {
                pieces.push(message.original(from..at));
            }
            from = at + 1;
        }
    }
    let joined = pieces.join(" ");
    let title = joined
        .trim_matches(|c: char| c.is_whitespace() || ",;:.!?-–—".contains(c))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    (payload::capitalised(&title), attributes)
}

const CONNECTORS: &[&str] = &[
    "by",
    "on",
    "for",
    "due",
    "at",
    "in",
    "until",
    "before",
    "with",
    "and",
    "as",
    "a",
    "an",
    "the",
    "deadline",
    "date",
    "of",
    "is",
    "till",
    "assigned",
    "assign",
    "it",
    "to",
    "tagged",
    "tag",
    "marked",
    "make",
    "set",
    "delegated",
    "mark",
    "from",
    "starting",
    "no",
    "later",
    "than",
    "latest",
    "set",
    "that",
    "its",
    "which",
];

fn trim_end(message: &Message, start: usize, end: &mut usize, attributes: &mut Vec<What>) {
    loop {
        if *end <= start {
            return;
        }
        let token = &message.tokens[*end - 1];
        if token.shape == Shape::Mark && !message.claimed[*end - 1]
            || token.is_one_of(&["please", "thanks"])
        {
            *end -= 1;
            continue;
        }
        if let Some(at) = tag_phrase(message, start, *end) {
            for index in at.1..*end {
                if matches!(message.tokens[index].shape, Shape::Word | Shape::Quoted)
                    && !message.tokens[index].is_one_of(&["and", "as", "with", "the"])
                {
                    attributes.push(What::Hashtag(message.tokens[index].text.clone()));
                }
            }
            *end = at.0;
            continue;
        }
        // `high priority`, `priority high`
        let level_end = if token.is_one_of(&["priority", "importance"]) {
            *end - 1
        } else {
            *end
        };
        let last = message
            .within(start..*end)
            .filter(|entity| {
                entity.tokens.end == *end
                    || entity.tokens.end == level_end && matches!(entity.what, What::Level(_))
            })
            .find(|entity| {
                let before = entity
                    .tokens
                    .start
                    .checked_sub(1)
                    .filter(|at| *at >= start)
                    .map(|at| &message.tokens[at]);
                match entity.what {
                    What::When(_) | What::Hashtag(_) => true,
                    What::Level(_) => entity.tokens.start > start,
                    What::Email(_) => {
                        before.is_some_and(|token| token.is_one_of(&["for", "to"])) && {
                            let assigned = message.tokens[start..entity.tokens.start]
                                .iter()
                                .any(|token| token.is_one_of(&["assigned", "assign", "delegated"]));
                            assigned || before.is_some_and(|token| token.is("for"))
                        }
                    }
                    _ => false,
                }
            });
        let Some(entity) = last else { return };
        attributes.push(entity.what.clone());
        *end = entity.tokens.start;
        if matches!(entity.what, What::Level(_)) {
            // `priority high`
            while *end > start && message.tokens[*end - 1].is_one_of(&["priority", "prio", "level"])
            {
                *end -= 1;
            }
        }
        while *end > start
            && (message.tokens[*end - 1].is_one_of(CONNECTORS)
                || message.tokens[*end - 1].is_mark(","))
            && !message.claimed[*end - 1]
        {
            *end -= 1;
        }
    }
}

/// `tagged home`, `with tag home`, `with the tags home and garden` at the end: where it begins, and where its words do.
fn tag_phrase(message: &Message, start: usize, end: usize) -> Option<(usize, usize)> {
    let at = (start..end).rev().find(|&at| {
        message.tokens[at].is_one_of(&["tagged", "tag", "tags", "labelled", "labeled", "label"])
    })?;
    let words = at + 1..end;
    let short = !words.is_empty() && words.len() <= 5;
    let plain = words
        .clone()
        .all(|index| !message.claimed[index] || message.tokens[index].shape == Shape::Quoted);
    let led = message.tokens[at].is_one_of(&["tagged", "labelled", "labeled"])
        || at > start && message.tokens[at - 1].is_one_of(&["with", "the", "and", "a"]);
    if !(short && plain && led) {
        return None;
    }
    let mut from = at;
    while from > start
        && (message.tokens[from - 1].is_one_of(&["with", "the", "and", "a"])
            || message.tokens[from - 1].is_mark(","))
    {
        from -= 1;
    }
    Some((from, at + 1))
}

fn trim_start(message: &Message, start: &mut usize, end: usize, attributes: &mut Vec<What>) {
    loop {
        if *start >= end {
            return;
        }
        let first = message.within(*start..end).find(|entity| {
            entity.tokens.start == *start
                && matches!(entity.what, What::When(_))
                && entity.tokens.end < end
        });
        if let Some(entity) = first {
            attributes.push(entity.what.clone());
            *start = entity.tokens.end;
        } else if message.tokens[*start].is_one_of(&["to", "called", "named", "titled", "that"])
            || message.tokens[*start].shape == Shape::Mark && !message.claimed[*start]
        {
            *start += 1;
        } else if message.tokens[*start].is_one_of(&["for", "on", "by", "due"])
            && message.claimed.get(*start + 1).copied().unwrap_or(false)
            && *start + 1 < end
        {
            *start += 1;
        } else {
            return;
        }
    }
}
