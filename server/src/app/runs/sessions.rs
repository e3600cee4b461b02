//! The sessions of one user, as the runtime reads them. It adds to them through the run's journal.

use std::sync::Arc;

use async_trait::async_trait;
use taskmanager_agent::session::{History, SessionError, Sessions};

use crate::store::{Caller, Store, StoreError, sessions::SessionItems};

/// The sessions that a user may read.
pub(super) struct OwnSessions {
    pub(super) store: Arc<dyn Store>,
    pub(super) owner: Caller,
}

#[async_trait]
impl Sessions for OwnSessions {
    async fn newest(&self, session_id: &str, count: usize) -> Result<History, SessionError> {
        let stored = self.store.session_items(&self.owner, session_id, count);
        let read = stored.await.and_then(|stored| history(&stored));
        read.map_err(SessionError::new)
    }
}

/// Stored items as the runtime knows them.
pub(super) fn history(stored: &SessionItems) -> Result<History, StoreError> {
    let items = stored.items.iter().map(|item| serde_json::from_str(item));
    Ok(History {
        items: items.collect::<Result<_, _>>()?,
        earlier: stored.earlier,
    })
}

/// The storage's own error.
pub(super) fn store_error(error: SessionError) -> StoreError {
    match error.0.downcast() {
        Ok(error) => *error,
        Err(other) => StoreError::Unavailable(other.to_string()),
    }
}
