//! Why the store refuses or fails.

use std::path::PathBuf;

use super::runs::RunConflict;

/// Why an operation was not done. Nothing of it is stored then.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// It isn't there, or not the caller's to know of.
    #[error("not found")]
    NotFound,
    /// The caller may see it, but not do this with it.
    #[error("not allowed")]
    Forbidden,
    /// It has been changed since the version that the caller named.
    #[error("the version is {current}")]
    VersionMismatch {
        /// The version that is stored.
        current: i64,
    },
    /// The idempotency key came before, with another request.
    #[error("the idempotency key was used for another request")]
    KeyReused,
    /// No time is free for the meeting.
    #[error("no time is free for a meeting of this length")]
    NoFreeSlot,
    /// The log is no longer kept from there on.
    #[error("events before {oldest} are no longer kept")]
    Gone {
        /// The oldest event that is kept.
        oldest: i64,
    },
    /// A rule that only the stored data can tell is broken.
    #[error("{0}")]
    Rule(#[from] Rule),
    /// A run is in the way, or is not what it was thought to be.
    #[error(transparent)]
    Run(#[from] RunConflict),
    /// The database failed. The text is for the log.
    #[error("the database failed: {0}")]
    Unavailable(String),
}

/// Rules that no schema can say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Rule {
    /// The parent isn't there, or not the caller's to see.
    #[error("there is no task {id} that could be the parent")]
    UnknownParent {
        /// The number that was given.
        id: i64,
    },
    /// The parent is the task itself or one of its own subtasks.
    #[error("task {id} is a part of this task, so it can't be its parent")]
    ParentCycle {
        /// The number that was given.
        id: i64,
    },
    /// A dependency isn't there, or not the caller's to see.
    #[error("there is no task {id} that this task could depend on")]
    UnknownDependency {
        /// Its place in the list.
        index: usize,
        /// The number that was given.
        id: i64,
    },
    /// A dependency waits for this task, or is this task.
    #[error("task {id} depends on this task, so this task can't depend on it")]
    DependencyCycle {
        /// Its place in the list.
        index: usize,
        /// The number that was given.
        id: i64,
    },
    /// The task already belongs to the one it would be shared with.
    #[error("the task belongs to this user already")]
    SharedWithOwner,
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        match error {
            rusqlite::Error::QueryReturnedNoRows => Self::NotFound,
            other => Self::Unavailable(other.to_string()),
        }
    }
}

impl From<serde_json::Error> for StoreError {
    fn from(error: serde_json::Error) -> Self {
        Self::Unavailable(format!("stored JSON can't be read: {error}"))
    }
}

/// Why the database can't be opened. Each message is one line that says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The folder can't be made or read.
    #[error("the data folder {} can't be used: {source}; choose one that this user may write to with --data-dir", .path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// Another server holds the folder.
    #[error("the data folder {} is in use by another taskmanager{}; stop it, or choose another folder with --data-dir",
        .path.display(), holder_text(.holder))]
    InUse {
        /// The folder.
        path: PathBuf,
        /// The other server's process, where it is known.
        holder: Option<u32>,
    },
    /// The file was written by a later release.
    #[error("the database {} has schema version {found}, but this release knows only up to {known}; use a newer taskmanager",
        .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// Ours.
        known: i64,
    },
    /// The file is a SQLite database of another program.
    #[error("{} is not a database of taskmanager; move it away, or choose another folder with --data-dir", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
    },
    /// The file can't be read: damaged, no database at all, or no permission.
    #[error("the database {} can't be read: {source}; {}", .path.display(), way_out(.source))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// The thread that writes can't be started.
    #[error("the database's writer can't be started: {0}")]
    Thread(std::io::Error),
}

/// What to do about a file that can't be read.
fn way_out(source: &rusqlite::Error) -> &'static str {
    use rusqlite::ErrorCode::{CannotOpen, PermissionDenied, ReadOnly};
    match source.sqlite_error_code() {
        Some(CannotOpen | PermissionDenied | ReadOnly) => {
            "let this user read and write it, or choose another folder with --data-dir"
        }
        _ => {
            "put a copy of it that is whole in its place, or choose another folder with --data-dir"
        }
    }
}

fn holder_text(holder: &Option<u32>) -> String {
    holder
        .map(|process| format!(" (process {process})"))
        .unwrap_or_default()
}
