//! Conversations that last longer than one run: how much of one a run sees, and one that lives in memory.

use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, PoisonError},
};

use crate::item::Item;

/// How much of a session's history a run sees. The session keeps everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HistoryLimit {
    /// The most items.
    pub items: usize,
    /// The most bytes of text in them.
    pub bytes: usize,
}

impl Default for HistoryLimit {
    /// 200 items, 128 KiB.
    fn default() -> Self {
        Self {
            items: 200,
            bytes: 128 * 1024,
        }
    }
}

impl HistoryLimit {
    /// Takes the newest items that fit and begin with what somebody asked, or laid before the model: an answer without
    /// its question only misleads. Never leaves a result without its call, nor a call without its result: calls that
    /// nobody closed are closed as interrupted.
    pub fn apply(self, history: Vec<Item>) -> Vec<Item> {
        let mut bytes = 0_usize;
        let mut start = history.len();
        for (index, item) in history.iter().enumerate().rev().take(self.items) {
            bytes = bytes.saturating_add(size(item));
            if bytes > self.bytes {
                break;
            }
            start = index;
        }
        let mut kept = history;
        if start > 0 {
            let is_opening =
                |item: &Item| matches!(item, Item::UserMessage { .. } | Item::Context { .. });
            let opening = kept[start..].iter().position(is_opening);
            kept.drain(..opening.map_or(kept.len(), |offset| start + offset));
        }
        close_orphans(kept)
    }
}

/// The text that an item bears, in bytes.
fn size(item: &Item) -> usize {
    match item {
        Item::UserMessage { text } | Item::AssistantMessage { text, .. } => text.len(),
        // An estimate: measuring JSON would mean writing it.
        Item::Context { data, .. } => 256 + data.as_str().map_or(0, str::len),
        Item::ToolCall { arguments, .. } | Item::Handoff { arguments, .. } => arguments.len(),
        Item::ToolResult { output, .. } => output.len(),
    }
}

/// Drops results without a call, and closes calls without a result.
fn close_orphans(items: Vec<Item>) -> Vec<Item> {
    let mut open: Vec<String> = Vec::new();
    let mut known: HashSet<String> = HashSet::new();
    let mut closed = Vec::with_capacity(items.len());
    let close = |open: &mut Vec<String>, closed: &mut Vec<Item>| {
        closed.extend(open.drain(..).map(|call_id| Item::ToolResult {
            call_id,
            output: crate::run::text::INTERRUPTED.to_owned(),
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

/// Sessions that live as long as the process: for programs without storage, and for tests.
#[derive(Clone, Debug, Default)]
pub struct MemorySessions(Arc<Mutex<HashMap<String, Vec<Item>>>>);

impl MemorySessions {
    /// The items of a session; none where nothing was said in it yet.
    pub fn items(&self, session_id: &str) -> Vec<Item> {
        self.lock().get(session_id).cloned().unwrap_or_default()
    }

    /// Adds to a session.
    pub fn extend(&self, session_id: &str, items: &[Item]) {
        if !items.is_empty() {
            let mut sessions = self.lock();
            sessions
                .entry(session_id.to_owned())
                .or_default()
                .extend_from_slice(items);
        }
    }

    /// Forgets a session. Returns whether there was one.
    pub fn remove(&self, session_id: &str) -> bool {
        self.lock().remove(session_id).is_some()
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<String, Vec<Item>>> {
        // Nothing here can panic half way through a change.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
