//! The connections that read.

use std::sync::{
    Mutex, MutexGuard, PoisonError, TryLockError,
    atomic::{AtomicUsize, Ordering},
};

use rusqlite::Connection;

use super::StoreError;

/// A few connections; each query takes one that is free.
#[derive(Debug)]
pub(super) struct Readers {
    connections: Box<[Mutex<Connection>]>,
    next: AtomicUsize,
}

impl Readers {
    pub(super) fn new(connections: Vec<Connection>) -> Self {
        Self {
            connections: connections.into_iter().map(Mutex::new).collect(),
            next: AtomicUsize::new(0),
        }
    }

    /// Runs a query on a free connection, or waits for one. Each statement sees all that was committed before it.
    pub(super) fn with<T>(
        &self,
        query: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        query(&self.take())
    }

    fn take(&self) -> MutexGuard<'_, Connection> {
        let count = self.connections.len();
        for connection in &self.connections {
            match connection.try_lock() {
                Ok(guard) => return guard,
                // A query that panicked changed nothing: the connection only reads.
                Err(TryLockError::Poisoned(poisoned)) => return poisoned.into_inner(),
                Err(TryLockError::WouldBlock) => {}
            }
        }
        let turn = self.next.fetch_add(1, Ordering::Relaxed) % count;
        self.connections[turn]
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}
