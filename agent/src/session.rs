//! Conversations that last longer than one run: where they are kept, and how much of one a model is shown.
//!
//! ```
//! use std::sync::Arc;
//! use taskmanager_agent::{agent::{Agent, Agents}, runner::Runner, session::{HistoryLimit, MemorySessions, Sessions}};
//! # use taskmanager_agent::model::scripted::{ScriptedAnswer, ScriptedModel};
//! # #[tokio::main(flavor = "current_thread")] async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let model = ScriptedModel::new([ScriptedAnswer::text("Noted."), ScriptedAnswer::text("Ana.")]);
//! let sessions = Arc::new(MemorySessions::default()); // or the application's own `SessionStore`
//! let runner = Runner::new(Agents::new(vec![Agent::new("clerk", "Remembers.")])?, model)
//!     .sessions(sessions.clone())
//!     // About 2,000 tokens: older exchanges are left out, and the model is told how many.
//!     .history_limit(HistoryLimit { items: 100, bytes: 8 * 1024 });
//! runner.ask((), "I am Ana.").session("ses_ana").run().await?;
//! let answer = runner.ask((), "Who am I?").session("ses_ana").run().await?;
//! assert_eq!(answer.text(), Some("Ana."));
//! assert_eq!(sessions.newest("ses_ana", 100).await?.items.len(), 4);
//! # Ok(()) }
//! ```

mod limit;

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use async_trait::async_trait;

use crate::item::Item;

pub use limit::HistoryLimit;
use limit::close_orphans;

/// What of a session is at hand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    /// Its newest items, oldest first.
    pub items: Vec<Item>,
    /// How many came before them.
    pub earlier: u64,
}

impl History {
    /// The same without calls and results that miss each other. The number of all items stays what it was.
    pub(crate) fn closed(self) -> Self {
        let all = self.earlier.saturating_add(self.items.len() as u64);
        let items = close_orphans(self.items);
        Self {
            earlier: all.saturating_sub(items.len() as u64),
            items,
        }
    }
}

impl From<Vec<Item>> for History {
    /// A history that begins with these.
    fn from(items: Vec<Item>) -> Self {
        Self { items, earlier: 0 }
    }
}

/// Where a run finds what was said before. An application implements it on its storage.
///
/// What a run adds to its session goes through the run's [`Journal`](crate::driver::Journal), in one piece with its
/// events and its state; so a store that has a journal of its own need only be read here.
#[async_trait]
pub trait Sessions: Send + Sync {
    /// The newest items of a session, at most `count`; none where nothing was said in it yet.
    ///
    /// # Errors
    ///
    /// Where the storage fails, or there is no such session for whoever asks.
    async fn newest(&self, session_id: &str, count: usize) -> Result<History, SessionError>;
}

/// Sessions that can be added to outside of a journal.
#[async_trait]
pub trait SessionStore: Sessions {
    /// Adds to a session, all or nothing, and makes it where there is none yet.
    ///
    /// # Errors
    ///
    /// Where the storage fails.
    async fn add(&self, session_id: &str, items: &[Item]) -> Result<(), SessionError>;
}

/// A session can't be read or added to.
#[derive(Debug, thiserror::Error)]
#[error("the session can't be reached")]
pub struct SessionError(#[source] pub Box<dyn std::error::Error + Send + Sync>);

impl SessionError {
    /// Wraps the storage's own error.
    pub fn new(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self(error.into())
    }
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

#[async_trait]
impl Sessions for MemorySessions {
    async fn newest(&self, session_id: &str, count: usize) -> Result<History, SessionError> {
        let sessions = self.lock();
        let items = sessions.get(session_id).map_or(&[][..], Vec::as_slice);
        let earlier = items.len().saturating_sub(count);
        Ok(History {
            items: items[earlier..].to_vec(),
            earlier: earlier as u64,
        })
    }
}

#[async_trait]
impl SessionStore for MemorySessions {
    async fn add(&self, session_id: &str, items: &[Item]) -> Result<(), SessionError> {
        self.extend(session_id, items);
        Ok(())
    }
}
