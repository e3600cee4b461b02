//! How much of a conversation a model is shown: what doesn't fit is left out or cut, and the model is told.

use std::{borrow::Cow, collections::HashSet, io};

use serde_json::Value;

use crate::{item::Item, run::text};

/// To so many bytes results and arguments are cut where a run's own items are too long.
const SHORT: usize = 2 * 1024;

/// How much of a conversation a model is shown. The session keeps everything.
///
/// Whole exchanges are left out, the oldest first, and a note in their place says how many items they were. What the
/// run itself has added is never left out; where that alone is too long, its results and arguments are cut to 2 KiB,
/// the oldest first, and say so. Messages are never cut, so a conversation can be longer than its limit by those of
/// one run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryLimit {
    /// The most items, the run's own included.
    pub items: usize,
    /// The most bytes of text in them. Models count in tokens: about one for four bytes of English.
    pub bytes: usize,
}

impl Default for HistoryLimit {
    /// 200 items, 128 KiB: about 32,000 tokens.
    fn default() -> Self {
        Self {
            items: 200,
            bytes: 128 * 1024,
        }
    }
}

impl HistoryLimit {
    /// What is shown of a history, which `earlier` items precede, and of what a run has added to it. What is left of the
    /// history begins with what somebody asked, or laid before the model: an answer without its question only misleads.
    /// Never leaves a result without its call, nor a call without its result.
    pub fn fit(self, history: &[Item], earlier: u64, own: &[Item]) -> Vec<Item> {
        let own = shortened(own, self.bytes);
        let mut bytes: usize = own.iter().map(size).sum();
        let mut start = history.len();
        let room = self.items.saturating_sub(own.len());
        for (index, item) in history.iter().enumerate().rev().take(room) {
            bytes = bytes.saturating_add(size(item));
            if bytes > self.bytes {
                break;
            }
            start = index;
        }
        // What was read of a session may begin in the middle of an exchange as well.
        if start > 0 || earlier > 0 {
            let opening = history[start..].iter().position(is_opening);
            start = opening.map_or(history.len(), |offset| start + offset);
        }
        let left_out = earlier + start as u64;
        let note = (left_out > 0).then(|| note(left_out));
        let shown = history[start..].iter().chain(own.iter()).cloned();
        note.into_iter().chain(shown).collect()
    }
}

/// What stands in the place of what is left out.
fn note(left_out: u64) -> Item {
    Item::Context {
        label: "left_out".to_owned(),
        data: Value::from(format!(
            "{left_out} earlier messages, tool calls and results of this conversation were left out, for it is long. \
             If something from them is needed, look it up with a tool, or ask the user."
        )),
    }
}

fn is_opening(item: &Item) -> bool {
    matches!(item, Item::UserMessage { .. } | Item::Context { .. })
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
