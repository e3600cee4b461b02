//! The title of a new task out of free text, and the attributes that stand around it.

use std::ops::Range;

use super::listed;
use crate::model::offline::{
    entities::{Message, What},
    payload,
    tokens::Shape,
};

/// The title of a new task: the free text without its attributes, and the entities that were cut from it.
pub(crate) fn new_title(message: &Message, range: Range<usize>) -> (String, Vec<What>) {
    let mut cut = vec![false; message.tokens.len()];
    let mut attributes = Vec::new();
    let mut start = range.start;
    let mut end = range.end;
    if let Some((at, text)) = description(message, start..end) {
        attributes.push(What::Note(text));
        end = at;
    }
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
    let cuts = (start..end).filter(|at| cut[*at]).chain([end]);
    for at in cuts {
        if from < at {
            pieces.push(message.original(from..at));
        }
        from = at + 1;
    }
    let joined = pieces.join(" ");
    let title = joined
        .trim_matches(|c: char| c.is_whitespace() || ",;:.!?-–—".contains(c))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    (payload::capitalised(&title), attributes)
}

/// `… with the description "New logo"`, `…, description: new logo`: where it begins, and what it says.
fn description(message: &Message, range: Range<usize>) -> Option<(usize, String)> {
    let noun = range.clone().find(|&at| {
        at > range.start
            && !message.claimed[at]
            && message.tokens[at].is_one_of(&["description", "note", "notes", "details"])
            && {
                let before = &message.tokens[at - 1];
                before.is_one_of(&["with", "the", "a", "and"])
                    || before.is_mark(",")
                    || before.is_mark(".")
            }
    })?;
    let mut text = noun + 1;
    while text < range.end
        && (message.tokens[text].is_one_of(&["saying", "of", "that", "says", "is", "reading"])
            || message.tokens[text].shape == Shape::Mark && !message.claimed[text])
    {
        text += 1;
    }
    let mut at = noun;
    while at > range.start
        && (message.tokens[at - 1].is_one_of(&["with", "the", "a", "and"])
            || message.tokens[at - 1].shape == Shape::Mark && !message.claimed[at - 1])
    {
        at -= 1;
    }
    (text < range.end && at > range.start).then(|| (at, payload::text(message, text..range.end)))
}

const CONNECTORS: &str = "\
    by|on|for|due|at|in|until|before|with|and|as|a|an|the|deadline|date|of|is|till|assigned|\
    assign|it|to|tagged|tag|marked|make|set|delegated|mark|from|starting|no|later|than|latest|\
    that|its|which";

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
        let level_end = if token.is_one_of(&["priority", "importance", "prio"]) {
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
            && (listed(CONNECTORS, &message.tokens[*end - 1])
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
        || at > start
            && (message.tokens[at - 1].is_one_of(&["with", "the", "and", "a"])
                || message.tokens[at - 1].is_mark(","));
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
        // `for bob@example.com: update the changelog`
        let assignee = message.within(*start..end).find(|entity| {
            matches!(entity.what, What::Email(_))
                && entity.tokens.end < end
                && entity.tokens.start <= *start + 1
                && (message.tokens[entity.tokens.end].is_mark(":")
                    || message.tokens[entity.tokens.end].is_one_of(&["to"]))
        });
        if let Some(entity) = first.or(assignee) {
            attributes.push(entity.what.clone());
            *start = entity.tokens.end;
        } else if message.tokens[*start].is_one_of(&["to", "called", "named", "titled", "that"])
            || message.tokens[*start].shape == Shape::Mark && !message.claimed[*start]
            || message.tokens[*start].is_one_of(&["for", "on", "by", "due"])
                && *start + 1 < end
                && message.claimed[*start + 1]
        {
            *start += 1;
        } else {
            return;
        }
    }
}
