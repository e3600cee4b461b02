//! The operations on sessions: the conversations that runs belong to.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Caller, StoreError, records::Page};

/// A stored session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionRecord {
    /// `ses_…`
    pub id: Arc<str>,
    /// The beginning of the first message.
    pub title: String,
    /// How many items it has.
    pub items_count: u64,
    /// The run that it is at work on.
    pub active_run: Option<Arc<str>>,
    /// When it began.
    pub created_at: DateTime<Utc>,
    /// When it was used last.
    pub updated_at: DateTime<Utc>,
}

/// The last session of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionCursor {
    /// When it was used last.
    pub at: DateTime<Utc>,
    /// Its id, which decides among equal times.
    pub id: String,
}

/// What came of deleting a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SessionDeleted {
    /// It is gone, with its items; its runs stay.
    Gone,
    /// This run of it is queued, running or paused. Nothing is deleted.
    Busy(Arc<str>),
}

/// The last items of a conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionItems {
    /// Oldest first, each in JSON as it was stored.
    pub items: Vec<String>,
    /// How many came before them.
    pub earlier: u64,
}

/// Sessions and their items. Each method serves the caller's sessions only, and fails with
/// [`StoreError::NotFound`] for any other.
#[async_trait]
pub trait SessionStore: Send + Sync + 'static {
    /// One session.
    async fn session(&self, caller: &Caller, session_id: &str)
    -> Result<SessionRecord, StoreError>;

    /// The caller's sessions, the one used last first, from after the cursor on.
    async fn list_sessions(
        &self,
        caller: &Caller,
        after: Option<SessionCursor>,
        limit: usize,
    ) -> Result<Page<SessionRecord, SessionCursor>, StoreError>;

    /// Deletes a session unless a run of it is going or waiting.
    async fn delete_session(
        &self,
        caller: &Caller,
        session_id: &str,
    ) -> Result<SessionDeleted, StoreError>;

    /// The last items of a conversation, at most `limit`.
    async fn session_items(
        &self,
        caller: &Caller,
        session_id: &str,
        limit: usize,
    ) -> Result<SessionItems, StoreError>;
}
