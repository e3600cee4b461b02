//! The store in one SQLite file: a few connections that read, and one thread that writes.
//!
//! Reads take microseconds, so they run where they are called; only scans of the text search are given to a blocking
//! thread. Writes go to the writer (`sqlite/writer.rs`), which commits all that has gathered at once.
//!
//! What a commit means: the journal is a write-ahead log with `synchronous = NORMAL`, so whatever an operation has
//! reported as stored survives `kill -9` and a crash of the process; a power cut or a crash of the system may take the
//! last commits with it, but leaves the database whole.
//!
//! How to add an operation: declare it in a trait beside [`ResourceStore`](super::ResourceStore); write it as a
//! function of a `Connection` (a read) or of a `Tx` (a change) in a file of its own; and delegate in the trait's impl
//! with `Sqlite::read`, `Sqlite::scan` or `Sqlite::write`. What must happen after the commit (waking listeners) is asked
//! for with `Tx::after_commit`.

mod access;
mod changes;
mod columns;
pub mod inspect;
mod meetings;
mod once;
mod open;
mod readers;
mod reminders;
mod resources;
mod run_reads;
mod run_store;
mod runs;
mod sessions;
mod shares;
mod task_list;
mod task_rules;
mod tasks;
mod users;
mod writer;

use std::{fs::File, path::Path, sync::Arc};

use rusqlite::Connection;
use tokio::sync::watch;

use self::{
    readers::Readers,
    writer::{Tx, Writer},
};
use super::{OpenError, StoreError, bell::Bells};

/// A store in one data folder, which no other process can open meanwhile.
#[derive(Debug)]
pub struct Sqlite {
    readers: Arc<Readers>,
    writer: Writer,
    bells: Arc<ChangeBells>,
    // Held for its lock, and dropped last: the folder is free when everything is written.
    _lock: File,
}

/// Who is woken by what is stored here.
#[derive(Debug, Default)]
pub(crate) struct ChangeBells {
    /// Rung when a user's change log has grown.
    changes: Bells<i64>,
    /// Rung when another reminder may be the next that is due.
    reminders: watch::Sender<()>,
}

impl Sqlite {
    /// Opens the data folder, making it and the database where they are missing, and brings the database's schema up
    /// to date.
    ///
    /// # Errors
    ///
    /// See [`OpenError`]; nothing is changed where opening fails, but for the folder that was made.
    pub fn open(folder: &Path) -> Result<Self, OpenError> {
        let opened = open::open(folder)?;
        Ok(Self {
            readers: Arc::new(Readers::new(opened.readers)),
            writer: Writer::start(opened.writer).map_err(OpenError::Thread)?,
            bells: Arc::default(),
            _lock: opened.lock,
        })
    }

    /// Reads where it is called: for what takes microseconds.
    pub(crate) fn read<T>(
        &self,
        query: impl FnOnce(&Connection) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.readers.with(query)
    }

    /// Reads on a thread that may block: for scans.
    pub(crate) async fn scan<T: Send + 'static>(
        &self,
        query: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        let readers = Arc::clone(&self.readers);
        tokio::task::spawn_blocking(move || readers.with(query))
            .await
            .map_err(|error| StoreError::Unavailable(format!("a query failed: {error}")))?
    }

    /// Changes something, and returns when it is committed. Where the work fails, or panics, nothing of it is stored.
    /// Where the caller goes away meanwhile, the work is done all the same.
    pub(crate) async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Tx<'_>) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.writer.write(work).await
    }
}

#[cfg(test)]
mod tests;
