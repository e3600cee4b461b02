//! How much of a conversation a model is shown: what doesn't fit is left out or cut, and the model is told.
//!
//! No model is asked to sum up what is left out. It would cost a call before the answer, it may fail or invent, and what
//! strangers have written into tasks would come back as the conversation's own words. What was said is kept longest
//! instead, for nobody can look that up again; what tools have told, they tell again.

use std::{borrow::Cow, collections::HashSet, io};

use serde_json::Value;

use crate::{item::Item, run::text};

/// To so many bytes results and arguments are cut where a run's own items are too long.
const SHORT: usize = 2 * 1024;

/// A token has about so many bytes of English.
const BYTES_PER_TOKEN: usize = 4;

/// How much of a conversation a model is shown. The session keeps everything.
///
/// Of the oldest exchanges only what was said is shown, without their tool calls, results and data; of still older ones
/// nothing. A note before them says how many items are missing. What the run itself has added is never left out; where
/// that alone is too long, its results and arguments are cut to 2 KiB, the oldest first, and say so. Messages are never
/// cut, so a conversation can be longer than its limit by those of one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryLimit {
    /// The most items, the run's own included.
    pub items: usize,
    /// The most bytes of text in them. Models count in tokens: about one for four bytes of English.
    pub bytes: usize,
}

impl Default for HistoryLimit {
    /// About 32,000 tokens: 128 KiB, 200 items.
    fn default() -> Self {
        Self::of_tokens(32 * 1024)
    }
}

impl HistoryLimit {
    /// About so many tokens; of items 200, or one for every 200 tokens where that is more.
    pub fn of_tokens(tokens: usize) -> Self {
        Self {
            items: (tokens / 200).max(200),
            bytes: tokens.saturating_mul(BYTES_PER_TOKEN),
        }
    }

    /// About how many tokens that is.
    pub fn tokens(self) -> usize {
        self.bytes / BYTES_PER_TOKEN
    }

    /// What is shown of a history, which `earlier` items precede, and of what a run has added to it. What is left of the
    /// history begins with what somebody asked, or laid before the model: an answer without its question only misleads.
    /// Never leaves a result without its call, nor a call without its result.
    pub fn fit(self, history: &[Item], earlier: u64, own: &[Item]) -> Vec<Item> {
        let own = shortened(own, self.bytes);
        let room = Room {
            items: self.items.saturating_sub(own.len()),
            bytes: self.bytes.saturating_sub(own.iter().map(size).sum()),
        };
        let mut kept = room.fill(history, earlier > 0);
        let left_out = earlier + (history.len() - kept.len()) as u64;
        kept.reverse();
        let note = (left_out > 0).then(|| note(left_out));
        let shown = kept.into_iter().chain(own.iter()).cloned();
        note.into_iter().chain(shown).collect()
    }
}

/// How much of a history may be shown.
#[derive(Clone, Copy)]
struct Room {
    items: usize,
    bytes: usize,
}

impl Room {
    /// The items that are shown, the newest first: all where there is room; else the newest exchanges whole, until three
    /// quarters are full, and of those before them what was said. `is_rest` tells that others came before the history.
    fn fill(mut self, history: &[Item], is_rest: bool) -> Vec<&Item> {
        if !is_rest && self.has(history) {
            return history.iter().rev().collect();
        }
        let for_words = Self {
            items: self.items / 4,
            bytes: self.bytes / 4,
        };
        let mut whole = Self {
            items: self.items - for_words.items,
            bytes: self.bytes - for_words.bytes,
        };
        let mut kept = Vec::new();
        let mut exchanges = exchanges(history).rev().peekable();
        while let Some(exchange) = exchanges.next_if(|exchange| whole.has(*exchange)) {
            whole.take(exchange);
            self.take(exchange);
            kept.extend(exchange.iter().rev());
        }
        for exchange in exchanges {
            let words = exchange.iter().filter(|item| is_said(item));
            if !self.has(words.clone()) {
                break;
            }
            self.take(words.clone());
            kept.extend(words.rev());
        }
        kept
    }

    fn has<'a>(self, items: impl IntoIterator<Item = &'a Item>) -> bool {
        let (mut count, mut bytes) = (0, 0_usize);
        for item in items {
            count += 1;
            bytes = bytes.saturating_add(size(item));
            if count > self.items || bytes > self.bytes {
                return false;
            }
        }
        true
    }

    /// There must be room for them.
    fn take<'a>(&mut self, items: impl IntoIterator<Item = &'a Item>) {
        for item in items {
            self.items -= 1;
            self.bytes -= size(item);
        }
    }
}

/// A history in pieces that each begin with what somebody asked, or laid before the model for a question. What was read
/// of a session may begin in the middle of one: that is none.
fn exchanges(history: &[Item]) -> impl DoubleEndedIterator<Item = &[Item]> {
    let opens = |at: &usize| {
        let before = at.checked_sub(1).map(|before| &history[before]);
        is_opening(&history[*at]) && !before.is_some_and(is_opening)
    };
    let starts: Vec<usize> = (0..history.len()).filter(opens).collect();
    let ends = starts.iter().copied().skip(1).chain([history.len()]);
    let bounds: Vec<_> = starts.iter().copied().zip(ends).collect();
    bounds.into_iter().map(|(start, end)| &history[start..end])
}

/// What stands in the place of what is left out.
fn note(left_out: u64) -> Item {
    Item::Context {
        label: "left_out".to_owned(),
        data: Value::from(format!(
            "{left_out} earlier messages, tool calls and results of this conversation were left out, for it is long; of \
             older exchanges you see at most what was said. If something from them is needed, look it up with a tool, \
             or ask the user."
        )),
    }
}

fn is_opening(item: &Item) -> bool {
    matches!(item, Item::UserMessage { .. } | Item::Context { .. })
}

fn is_said(item: &Item) -> bool {
    matches!(
        item,
        Item::UserMessage { .. } | Item::AssistantMessage { .. }
    )
}

/// A run's items, cut to so many bytes where that is possible: the oldest results and arguments first, and those that
/// the model has not read yet last.
fn shortened(own: &[Item], most: usize) -> Cow<'_, [Item]> {
    let mut bytes: usize = own.iter().map(size).sum();
    if bytes <= most {
        return Cow::Borrowed(own);
    }
    let mut own = own.to_vec();
    for item in &mut own {
        if bytes <= most {
            break;
        }
        let before = size(item);
        match item {
            Item::ToolCall { arguments, .. } | Item::Handoff { arguments, .. }
                if arguments.len() > SHORT =>
            {
                *arguments = text::cut_arguments(arguments, SHORT);
            }
            Item::ToolResult { output, .. } => *output = text::cut(std::mem::take(output), SHORT),
            Item::UserMessage { .. }
            | Item::Context { .. }
            | Item::AssistantMessage { .. }
            | Item::ToolCall { .. }
            | Item::Handoff { .. } => {}
        }
        bytes = (bytes + size(item)).saturating_sub(before);
    }
    Cow::Owned(own)
}

/// The text that an item bears, in bytes.
fn size(item: &Item) -> usize {
    match item {
        Item::UserMessage { text } | Item::AssistantMessage { text, .. } => text.len(),
        Item::Context { label, data } => label.len() + json_size(data),
        Item::ToolCall {
            tool, arguments, ..
        } => tool.len() + arguments.len(),
        Item::Handoff { to, arguments, .. } => to.len() + arguments.len(),
        Item::ToolResult { output, .. } => output.len(),
    }
}

fn json_size(value: &Value) -> usize {
    struct Count(usize);
    impl io::Write for Count {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 += bytes.len();
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut count = Count(0);
    // Counting can't fail, and a `Value` has no key that is no string.
    let _ = serde_json::to_writer(&mut count, value);
    count.0
}

/// Drops results without a call, and closes calls without a result.
pub(super) fn close_orphans(items: Vec<Item>) -> Vec<Item> {
    let mut open: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    let mut closed = Vec::with_capacity(items.len());
    let close = |open: &mut Vec<String>, closed: &mut Vec<Item>| {
        closed.extend(open.drain(..).map(|call_id| Item::ToolResult {
            call_id,
            output: text::INTERRUPTED.to_owned(),
            is_error: true,
        }));
    };
    for item in items {
        match &item {
            Item::ToolCall { call_id, .. } | Item::Handoff { call_id, .. } => {
                if !known.insert(call_id.clone()) {
                    continue;
                }
                open.push(call_id.clone());
            }
            Item::ToolResult { call_id, .. } => {
                let Some(index) = open.iter().position(|open| open == call_id) else {
                    continue;
                };
                open.remove(index);
            }
            Item::UserMessage { .. } | Item::Context { .. } | Item::AssistantMessage { .. } => {
                close(&mut open, &mut closed);
            }
        }
        closed.push(item);
    }
    close(&mut open, &mut closed);
    closed
}
