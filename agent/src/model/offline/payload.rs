//! Free text inside a request: the title of a new task, the text of a reminder, a new name, a list of steps.
//!
//! What is free text is not searched for keywords: "add a task to share the report" shares nothing.

mod create;

use std::ops::Range;

use super::{
    entities::{Message, What},
    lexicon::{self, Concept},
    tokens::Shape,
};

use create::{create, on_my_list};

/// What a piece of free text is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// The title of a task to create, with its attributes around it.
    Title,
    /// What a reminder says.
    Reminder,
    /// A task's new name.
    Name,
    /// A task's new description.
    Note,
    /// The titles of subtasks.
    Steps,
    /// The titles of several tasks to create.
    Titles,
    /// What somebody is to be told: `… with the note "…"`.
    Remark,
}

/// A piece of free text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Payload {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
}

/// The free text in a clause, if there is any.
pub(crate) fn find(message: &Message, range: Range<usize>) -> Option<Payload> {
    let found = several(message, range.clone())
        .map(|range| (Kind::Titles, range))
        .or_else(|| create(message, range.clone()).map(|range| (Kind::Title, range)))
        .or_else(|| reminder(message, range.clone()).map(|range| (Kind::Reminder, range)))
        .or_else(|| steps(message, range.clone()).map(|range| (Kind::Steps, range)))
        .or_else(|| note(message, range.clone()).map(|range| (Kind::Note, range)))
        .or_else(|| remark(message, range.clone()).map(|range| (Kind::Remark, range)))
        .or_else(|| name(message, range).map(|range| (Kind::Name, range)));
    found
        .filter(|(_, range)| !range.is_empty())
        .map(|(kind, range)| Payload { kind, range })
}

struct Words<'a> {
    message: &'a Message,
    end: usize,
}

impl Words<'_> {
    fn is(&self, at: usize, words: &[&str]) -> bool {
        at < self.end && self.message.tokens[at].is_one_of(words)
    }

    fn mark(&self, at: usize, marks: &[&str]) -> bool {
        at < self.end
            && marks
                .iter()
                .any(|mark| self.message.tokens[at].is_mark(mark))
    }

    fn concept(&self, at: usize, concept: Concept) -> bool {
        at < self.end
            && self.message.tokens[at].shape == Shape::Word
            && lexicon::concepts_of(&self.message.tokens[at].text)
                .is_some_and(|found| found.has(concept))
    }

    fn skip(&self, mut at: usize, words: &[&str]) -> usize {
        while self.is(at, words) {
            at += 1;
        }
        at
    }
}

const NEW: &[&str] = &[
    "add", "create", "make", "open", "log", "register", "record", "capture", "note", "insert",
    "put", "jot", "write", "new", "enter", "start", "set", "another", "ad", "schedule", "raise",
    "file", "want", "need", "have", "make", "one", "list",
];
const TASK_WORDS: &[&str] = &[
    "task", "todo", "item", "ticket", "chore", "entry", "reminder",
];

/// `create two tasks: a and b`, `add tasks for "a", "b" and "c"`, `add a and b as tasks`.
fn several(message: &Message, range: Range<usize>) -> Option<Range<usize>> {
    let words = Words {
        message,
        end: range.end,
    };
    if !words.is(
        range.start,
        &["add", "create", "make", "new", "open", "log", "note", "put"],
    ) {
        return None;
    }
    if let Some(quoted) = quotations(message, range.start + 1..range.end) {
        return Some(quoted);
    }
    let at = range
        .clone()
        .find(|&at| words.is(at, &["tasks", "todos", "items", "tickets", "to-dos"]))?;
    let as_tasks = at > range.start + 2 && words.is(at - 1, &["as"]);
    if as_tasks && at + 1 >= range.end {
        return Some(range.start + 1..at - 1);
    }
    // `add tags to my tasks`, `make tasks 2 and 3 urgent`: no new ones.
    let plain = (range.start + 1..at).all(|at| {
        words.is(
            at,
            &[
                "a",
                "the",
                "these",
                "following",
                "new",
                "some",
                "two",
                "three",
                "four",
                "five",
                "few",
                "separate",
                "me",
                "couple",
                "of",
                "more",
                "other",
            ],
        ) || message.tokens[at].shape == Shape::Number
    });
    let start = words.skip(at + 1, &["for", "to", "called", "named", "titled"]);
    let start = (start..range.end).find(|&at| !words.mark(at, &[":", "-", "—", ","]))?;
    let led = start > at + 1 || message.tokens[start].shape == Shape::Quoted;
    let numbered = message.tokens[start].integer().is_some();
    (plain && led && !numbered).then_some(start..range.end)
}

/// `'Book flights' and 'Book a hotel'`, with or without the list that they go to: two quotations or more.
fn quotations(message: &Message, range: Range<usize>) -> Option<Range<usize>> {
    let quoted = |at: &usize| message.tokens[*at].shape == Shape::Quoted;
    let end = range
        .clone()
        .find(|at| {
            let token = &message.tokens[*at];
            !(quoted(at) || token.is("and") || token.is_mark(",") || token.is_mark("&"))
        })
        .unwrap_or(range.end);
    let to_list = end == range.end || on_my_list(message, &range).is_some();
    let several = (range.start..end).filter(quoted).count() > 1;
    (several && to_list && quoted(&(end - 1))).then_some(range.start..end)
}

/// `remind me … to call Bob`, `a reminder that …`.
fn reminder(message: &Message, range: Range<usize>) -> Option<Range<usize>> {
    let words = Words {
        message,
        end: range.end,
    };
    let remind = range
        .clone()
        .find(|&at| words.concept(at, Concept::Remind) && !message.claimed[at])?;
    let start = (remind + 1..range.end).find(|&at| {
        words.is(at, &["to", "that"])
            && !message.claimed[at]
            && at + 1 < range.end
            && !message.claimed[at + 1]
            && !words.is(
                at + 1,
                &[
                    "me", "myself", "this", "that", "it", "the", "my", "task", "us",
                ],
            )
            && message.tokens[at + 1].shape == Shape::Word
            && !does_it(message, at + 1, range.end)
    })?;
    let duty = super::manners::duty(message, start + 1, range.end).unwrap_or(0);
    Some(start + 1 + duty..range.end)
}

/// `remind me to do it tomorrow`: what is to be done was said before.
fn does_it(message: &Message, at: usize, end: usize) -> bool {
    let pronoun = at + 1 < end && message.tokens[at + 1].is_one_of(&["it", "this", "that", "so"]);
    pronoun
        && message.tokens[at].is_one_of(&[
            "do", "finish", "continue", "complete", "start", "check", "handle", "tackle",
        ])
        && (at + 2..end).all(|at| {
            message.claimed[at]
                || message.tokens[at].shape == Shape::Mark
                || message.tokens[at].is_one_of(&["on", "at", "in", "please", "task", "one"])
        })
        || message.tokens[at].is_one_of(&["continue", "proceed"]) && at + 1 >= end
}

/// `rename it to …`, `call it …`, `change the title to …`.
fn name(message: &Message, range: Range<usize>) -> Option<Range<usize>> {
    let words = Words {
        message,
        end: range.end,
    };
    let text: Vec<&str> = message.tokens[range.clone()]
        .iter()
        .map(|token| token.text.as_str())
        .collect();
    let renames = text.iter().any(|word| {
        [
            "rename", "retitle", "renaming", "title", "retitled", "renamed", "reword", "relabel",
            "heading",
        ]
        .contains(word)
    }) || (text.contains(&"name")
        && text
            .iter()
            .any(|word| ["change", "set", "update", "the"].contains(word)));
    let calls = range.clone().find(|&at| {
        words.is(at, &["call", "name"])
            && words.is(at + 1, &["it", "this", "that"])
            && at + 2 < range.end
            && (!message.claimed[at + 2] || message.tokens[at + 2].shape == Shape::Quoted)
            && !words.is(at + 2, &["about", "done", "a"])
    });
    // `task 4 is now called …`
    let named = range.clone().find(|&at| {
        words.is(at, &["called", "named", "titled"])
            && at >= range.start + 2
            && words.is(at - 1, &["is", "be", "now"])
            && at + 1 < range.end
            && message
                .within(range.start..at)
                .any(|entity| matches!(entity.what, What::Id(_) | What::It))
    });
    if let Some(at) = named {
        let quote = (at + 1..range.end).find(|&at| message.tokens[at].shape == Shape::Quoted);
        return Some(quote.map_or(at + 1..range.end, |quote| quote..quote + 1));
    }
    // `call task 2 "Buy oat milk"`
    let quote = range
        .clone()
        .rfind(|&at| message.tokens[at].shape == Shape::Quoted);
    let numbered = words.is(range.start, &["call", "name"])
        && message.within(range.clone()).any(|entity| {
            entity.tokens.start == range.start + 1 && matches!(entity.what, What::Id(_))
        });
    if let (true, Some(at)) = (numbered, quote) {
        return Some(at..at + 1);
    }
    if let Some(at) = calls {
        return Some(at + 2..range.end);
    }
    if !renames {
        return None;
    }
    let to = range
        .clone()
        .find(|&at| {
            words.is(at, &["to", "as", "into", "be", "with"]) || words.mark(at, &[":", ">"])
        })
        .map(|at| at + 1);
    let quote = range
        .clone()
        .rfind(|&at| message.tokens[at].shape == Shape::Quoted);
    // `give task 4 the title Phone the dentist`
    let plain = range
        .clone()
        .find(|&at| words.is(at, &["title", "name"]) && at > range.start)
        .map(|at| at + 1)
        .filter(|&at| at < range.end && !message.claimed[at] && !words.is(at, &["of", "for"]));
    to.filter(|at| *at < range.end)
        .map(|at| at..range.end)
        .or(quote.map(|at| at..at + 1))
        .or(plain.map(|at| at..range.end))
}

/// `set the description to …`, `add a note: …`.
fn note(message: &Message, range: Range<usize>) -> Option<Range<usize>> {
    let words = Words {
        message,
        end: range.end,
    };
    // `describe it as …`
    if words.is(range.start, &["describe"]) {
        let start = range.clone().find(|&at| words.is(at, &["as"]))?;
        return (start + 1 < range.end).then_some(start + 1..range.end);
    }
    let noun = range
        .clone()
        .find(|&at| words.concept(at, Concept::Note) && !message.claimed[at])?;
    let changes = (range.start..noun).any(|at| {
        words.concept(at, Concept::Change)
            || words.concept(at, Concept::Add)
            || words.concept(at, Concept::Put)
    });
    if !changes {
        return None;
    }
    let start = (noun + 1..range.end)
        .find(|&at| {
            (words.is(at, &["to", "that", "saying", "says", "as", "with"])
                && !words.is(at + 1, &["task", "it", "this", "the"])
                && !message.claimed[at + 1 - usize::from(at + 1 >= range.end)])
                || words.mark(at, &[":"])
        })
        .map(|at| at + 1)
        .filter(|at| *at < range.end);
    let quote = (noun..range.end).find(|&at| message.tokens[at].shape == Shape::Quoted);
    quote.map(|at| at..at + 1).or(start.map(|at| at..range.end))
}

/// `assign it to Bob with a note that …`, `remind me on Monday with the message "…"`.
fn remark(message: &Message, range: Range<usize>) -> Option<Range<usize>> {
    let words = Words {
        message,
        end: range.end,
    };
    let noun = (range.start + 2..range.end).find(|&at| {
        words.is(at, &["note", "message", "comment", "remark", "text"])
            && !message.claimed[at]
            && (words.is(at - 1, &["with", "and", "add", "saying"])
                || words.is(at - 1, &["the", "a"])
                    && words.is(at - 2, &["with", "and", "add", "include"]))
    })?;
    let mut start = words.skip(
        noun + 1,
        &["that", "saying", "says", "of", "to", "them", "her", "him"],
    );
    while words.mark(start, &[":", ",", "-"]) {
        start += 1;
    }
    (start < range.end).then_some(start..range.end)
}

/// `break it down into: a, b and c`, `add subtasks a and b`, `add a subtask to book the room`.
fn steps(message: &Message, range: Range<usize>) -> Option<Range<usize>> {
    let words = Words {
        message,
        end: range.end,
    };
    let colon = range
        .clone()
        .find(|&at| words.mark(at, &[":"]) && !message.claimed[at]);
    let about = range.clone().find(|&at| {
        words.concept(at, Concept::Split)
            || words.concept(at, Concept::Subtask)
            || words.concept(at, Concept::Step)
            || words.is(at, &["subtask", "subtasks", "break", "steps"])
    })?;
    if let Some(colon) = colon.filter(|colon| *colon > about) {
        return Some(colon + 1..range.end);
    }
    let adds = words.is(range.start, &["add", "create", "make", "new"]);
    let subtask = range.clone().find(|&at| {
        words.is(at, &["subtask", "subtasks"])
            || (words.is(at, &["sub"]) && words.is(at + 1, &["task", "tasks"]))
    });
    if let (true, Some(at)) = (adds, subtask) {
        let at = at + 1 + usize::from(words.is(at, &["sub"]));
        let start = words.skip(
            at,
            &["called", "named", "titled", "to", "for", "that", "says"],
        );
        let general = words.is(start, &["this", "it", "the", "task", "that", "my"])
            || start < range.end
                && message.claimed[start]
                && message.tokens[start].shape != Shape::Quoted;
        // `… to task 3`, `… to this`
        let end = (start + 1..range.end)
            .find(|&at| {
                words.is(at, &["to", "for", "of"])
                    && at + 1 < range.end
                    && message.within(at + 1..range.end).any(|entity| {
                        entity.tokens.start <= at + 2
                            && matches!(entity.what, What::Id(_) | What::It)
                    })
            })
            .unwrap_or(range.end);
        // `create the subtasks design, build and test`
        let listed = message.tokens[at - 1].is("subtasks")
            && !words.is(
                start,
                &["for", "of", "from", "about", "in", "out", "please", "and"],
            )
            && (start + 1..end).any(|at| words.mark(at, &[","]) || words.is(at, &["and"]));
        return ((start > at || listed) && !general
            || start < range.end && message.tokens[start].shape == Shape::Quoted)
            .then_some(start..end);
    }
    // `split it into design, build and test`: a list of things that aren't called steps.
    let into = (about..range.end).find(|&at| words.is(at, &["into"]))?;
    let listed = (into + 1..range.end).any(|at| words.mark(at, &[","]) || words.is(at, &["and"]));
    let generic = (into + 1..range.end).any(|at| {
        words.concept(at, Concept::Step)
            || words.concept(at, Concept::Subtask)
            || words.is(
                at,
                &[
                    "steps", "pieces", "parts", "subtasks", "chunks", "tasks", "smaller",
                ],
            )
    });
    (listed && !generic).then_some(into + 1..range.end)
}

/// Items of a list: `a, b and c`, `a; b; c`.
pub(crate) fn items(message: &Message, range: Range<usize>) -> Vec<String> {
    let mut items = Vec::new();
    let mut start = range.start;
    let separates = |at: usize| {
        let token = &message.tokens[at];
        !message.claimed[at]
            && (token.is_mark(",") || token.is_mark(";") || token.is("and") || token.is_mark("&"))
    };
    for at in range.clone().chain([range.end]) {
        if at == range.end || separates(at) {
            let item = trimmed(message.original(start..at));
            if !item.is_empty() {
                items.push(capitalised(&item));
            }
            start = at + 1;
        }
    }
    items
}

/// Free text as it was written, without the marks around it; a quotation alone is taken out of its marks.
pub(crate) fn text(message: &Message, range: Range<usize>) -> String {
    let quoted = message
        .within(range.clone())
        .find_map(|entity| match &entity.what {
            What::Quoted(text) if entity.tokens == range => Some(text.clone()),
            _ => None,
        });
    quoted.unwrap_or_else(|| trimmed(message.original(range)))
}

fn trimmed(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || ",;:.!?-–—\"“”".contains(c))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The text with a capital at its beginning.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}
