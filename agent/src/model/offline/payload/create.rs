//! The title of a task to create.

use std::ops::Range;

use super::{NEW, TASK_WORDS, Words};
use crate::model::offline::{
    entities::{Message, What},
    manners,
    tokens::Shape,
};

/// `add a task to …`, `new task: …`, `todo: …`, `add … to my list`.
pub(super) fn create(message: &Message, range: Range<usize>) -> Option<Range<usize>> {
    let words = Words {
        message,
        end: range.end,
    };
    if let Some(start) = noted(message, &words, range.clone()) {
        return Some(start..range.end);
    }
    let mut at = range.start;
    // `I want a new task: …`
    if words.is(at, &["i", "we"]) && words.is(at + 1, &["want", "need", "have"]) {
        at += 1;
    }
    let head = at;
    let announced = words.is(at, NEW);
    if announced {
        at += 1;
        at = words.skip(at, &["down", "up", "me", "us", "for"]);
    }
    if words.is(head, &["remember", "note", "reminder"])
        && words.mark(head + 1, &[":"])
        && !words.is(head, &["reminder"])
    {
        return Some(head + 2..range.end);
    }
    // `new: …`, `add "Buy stamps"`
    let short = words.is(head, &["new", "add", "create", "note", "remember"]) && at == head + 1;
    if short && words.mark(at, &[":"]) {
        return Some(at + 1..range.end);
    }
    if short && at < range.end && message.tokens[at].shape == Shape::Quoted {
        let elsewhere = (at + 1..range.end).any(|index| {
            message.tokens[index].is_one_of(&[
                "tag",
                "tags",
                "label",
                "note",
                "description",
                "subtask",
                "subtasks",
                "step",
                "steps",
                "title",
            ]) && (index - 2..index).any(|before| words.is(before, &["as", "to"]))
        }) || message
            .within(at + 1..range.end)
            .any(|entity| matches!(entity.what, What::Id(_) | What::It | What::Nth(_)));
        if !elsewhere {
            return Some(at..range.end);
        }
    }
    let listed = on_my_list(message, &range);
    if let (true, Some(end)) = (announced, listed) {
        // `add a new item to my list: sharpen knives`
        let colon = (end..range.end).find(|&at| words.mark(at, &[":"]));
        return Some(colon.map_or(at..end, |colon| colon + 1..range.end));
    }
    let article = at;
    at = words.skip(
        at,
        &[
            "a",
            "an",
            "another",
            "one",
            "more",
            "the",
            "new",
            "my",
            "following",
            "brand",
            "quick",
            "small",
            "short",
            "big",
            "simple",
            "personal",
            "separate",
        ],
    );
    // `add a high priority task`, `create an urgent task`, `add a work task`
    let mut adjectives = 0;
    while adjectives < 3
        && at < range.end
        && !words.is(at, TASK_WORDS)
        && !words.is(at, &["called", "named", "titled"])
        && !is_to_do(&words, at)
        && announced
        && (at > article || words.is(head, &["new"]))
    {
        if message.tokens[at].shape != Shape::Word || words.is(at, &["to", "for", "in", "on"]) {
            break;
        }
        at += 1;
        adjectives += 1;
    }
    let task = if is_to_do(&words, at) {
        at + 2
    } else if words.is(at, &["task", "todo", "item", "ticket", "chore", "entry"]) {
        at + 1
    } else if at > article
        && words.is(at - 1, &["one", "another"])
        && words.is(at, &["to", "for", "called", "named", "titled"])
        && !words.is(
            head,
            &[
                "want", "need", "have", "set", "start", "put", "list", "schedule",
            ],
        )
    {
        // `… and one to call dad`
        at
    } else if words.is(head, &["one", "another"])
        && at == head + 1
        && words.is(at, &["to", "for", "called", "named", "titled", "about"])
    {
        at
    } else {
        return plain_add(message, &words, head, range.end);
    };
    // `task 3`, and `set a task deadline`: no new task.
    let numbered = task < range.end
        && (message.tokens[task].integer().is_some()
            || words.is(
                task,
                &[
                    "deadline",
                    "due",
                    "reminder",
                    "priority",
                    "deadlines",
                    "description",
                ],
            ));
    let colon = words.mark(task, &[":", "—"]) || words.mark(task, &[","]);
    let bare = words.is(head, &["a", "another"])
        && at == head + 1
        && words.is(task, &["to", "for", "called", "named", "titled"]);
    let new = announced
        || bare
        || message.tokens[range.start..at]
            .iter()
            .any(|token| token.is_one_of(&["new", "another"]));
    if numbered || !(new || colon) || (!announced && adjectives > 0) {
        return None;
    }
    // `put the task on hold`, `set this task to done`: a certain task, not a new one.
    let certain = words.is(article, &["the", "this", "that", "my", "it"]);
    let changing = announced
        && words.is(
            head,
            &[
                "set", "put", "make", "start", "open", "note", "schedule", "want", "need", "have",
                "list", "file", "raise",
            ],
        );
    if (certain && !colon)
        || (changing && !(words.is(article, &["a", "an", "another", "new"])) && !colon)
    {
        return None;
    }
    let mut start = task;
    loop {
        let before = start;
        start = words.skip(
            start,
            &[
                "called", "named", "titled", "that", "which", "says", "saying", "with", "title",
                "about", "for", "to", "named", "me", "list",
            ],
        );
        while words.mark(start, &[":", "-", "—", ","]) {
            start += 1;
        }
        if words.is(start, &["the", "a"]) && words.is(start + 1, &["title", "name"]) {
            start += 2;
        }
        if start == before {
            break;
        }
    }
    // `for tomorrow to buy milk`: the date is cut later; `to` after it is no part of the title either.
    Some(start..range.end)
}

/// `make a note that I have to pay the rent`, `note down that I should reply`: where the deed begins.
fn noted(message: &Message, words: &Words<'_>, range: Range<usize>) -> Option<usize> {
    let head = words.is(
        range.start,
        &[
            "make", "note", "put", "write", "jot", "record", "take", "remember", "add", "create",
            "save",
        ],
    );
    let that = range.clone().take(6).find(|&at| {
        words.is(at, &["that"]) || words.is(at, &["so"]) && words.is(at + 1, &["i", "that", "we"])
    })?;
    if !head {
        return None;
    }
    let at = words.skip(that + 1, &["that", "i", "remember"]);
    let at = if words.is(that, &["so"]) {
        words.skip(at, &["to"])
    } else {
        that + 1
    };
    let length = manners::duty(message, that + 1, range.end);
    let start = length.map_or(at, |length| that + 1 + length);
    (length.is_some() || words.is(that, &["so"])).then_some(start)
}

/// `add buy stamps`: what is added is itself a thing to do.
fn plain_add(
    message: &Message,
    words: &Words<'_>,
    head: usize,
    end: usize,
) -> Option<Range<usize>> {
    let at = head + 1;
    let deed = words.is(head, &["add"])
        && at + 1 < end
        && words.is(
            at,
            &[
                "buy", "call", "clean", "write", "read", "send", "pay", "fix", "email", "book",
                "order", "check", "review", "update", "prepare", "get", "wash", "cook", "visit",
                "renew", "cancel", "return", "print", "test", "water", "feed", "paint", "repair",
                "ask", "tell", "pick", "go", "do", "finish", "submit", "learn", "study", "plan",
                "organise", "organize", "schedule", "install", "deploy", "research", "draft",
                "contact", "reply", "answer", "pack", "mow", "iron", "vacuum", "walk", "meet",
            ],
        );
    let of_a_task = message
        .within(at..end)
        .any(|entity| matches!(entity.what, What::Id(_) | What::It | What::Nth(_)));
    (deed && !of_a_task).then_some(at..end)
}

fn is_to_do(words: &Words<'_>, at: usize) -> bool {
    words.is(at, &["to"]) && words.is(at + 1, &["do"])
}

/// Where `to my list` begins, at the end of the clause.
pub(super) fn on_my_list(message: &Message, range: &Range<usize>) -> Option<usize> {
    const LISTS: &[&[&str]] = &[
        &["list"],
        &["todo", "list"],
        &["to", "do", "list"],
        &["tasks"],
        &["task", "list"],
        &["todos"],
        &["backlog"],
        &["to", "dos"],
        &["to", "do"],
        &["todo"],
        &["plate"],
    ];
    let words = Words {
        message,
        end: range.end,
    };
    (range.start + 1..range.end).find(|&at| {
        if !words.is(at, &["to", "on", "onto", "in", "into"]) {
            return false;
        }
        let start = words.skip(at + 1, &["my", "the", "our"]);
        let begins = |start: usize| {
            LISTS.iter().any(|list| {
                list.iter()
                    .enumerate()
                    .all(|(index, word)| words.is(start + index, &[*word]))
            })
        };
        // `to my shopping list`
        start > at + 1 && (begins(start) || words.is(start + 1, &["list"]))
    })
}
