//! A look at a data folder without opening it for work: makes nothing, migrates nothing, keeps nothing locked.

use std::{
    fs::{File, TryLockError},
    io,
    path::Path,
};

use rusqlite::{Connection, OpenFlags};

use super::{
    OpenError,
    open::{APPLICATION_ID, FILE, LOCK, MIGRATIONS},
};

/// What is found in a data folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Inspection {
    /// How many migrations the database has seen.
    pub schema_version: i64,
    /// How many tasks it holds, of all users.
    pub tasks: i64,
}

/// Reads the database in the folder; `None` where there is none yet.
///
/// # Errors
///
/// What would keep [`Sqlite::open`](super::Sqlite::open) from opening it.
pub fn inspect(folder: &Path) -> Result<Option<Inspection>, OpenError> {
    try_lock(folder)?;
    let path = folder.join(FILE);
    match path.try_exists() {
        Ok(true) => {}
        Ok(false) => return Ok(None),
        Err(source) => {
            return Err(OpenError::Folder {
                path: folder.to_owned(),
                source,
            });
        }
    }
    let unreadable = |source| OpenError::Unreadable {
        path: path.clone(),
        source,
    };
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
    let connection = Connection::open_with_flags(&path, flags).map_err(unreadable)?;
    let number = |pragma| {
        connection
            .pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
            .map_err(unreadable)
    };
    if number("application_id")? != APPLICATION_ID {
        return Err(OpenError::Foreign { path });
    }
    let schema_version = number("user_version")?;
    let known = i64::try_from(MIGRATIONS.len()).expect("there are few migrations");
    if schema_version > known {
        return Err(OpenError::Newer {
            path,
            found: schema_version,
            known,
        });
    }
    let tasks = connection
        .query_row("SELECT count(*) FROM tasks", [], |row| row.get(0))
        .map_err(unreadable)?;
    Ok(Some(Inspection {
        schema_version,
        tasks,
    }))
}

/// Whether another server holds the folder. The lock is given back at once.
fn try_lock(folder: &Path) -> Result<(), OpenError> {
    let in_folder = |source| OpenError::Folder {
        path: folder.to_owned(),
        source,
    };
    let path = folder.join(LOCK);
    let file = match File::open(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(in_folder(error)),
    };
    match file.try_lock() {
        Ok(()) => Ok(()),
        Err(TryLockError::WouldBlock) => Err(OpenError::InUse {
            path: folder.to_owned(),
            holder: std::fs::read_to_string(&path)
                .ok()
                .and_then(|text| text.trim().parse().ok()),
        }),
        Err(TryLockError::Error(source)) => Err(in_folder(source)),
    }
}

#[cfg(test)]
mod tests {
    use tempfile::tempdir;

    use super::*;
    use crate::store::sqlite::Sqlite;

    #[test]
    fn nothing_is_made_where_nothing_is() {
        let base = tempdir().unwrap();
        let folder = base.path().join("missing");
        assert_eq!(inspect(&folder).unwrap(), None);
        assert!(!folder.exists());
    }

    #[test]
    fn a_folder_in_use_and_one_at_rest() {
        let folder = tempdir().unwrap();
        let store = Sqlite::open(folder.path()).unwrap();
        let holder = Some(std::process::id());
        match inspect(folder.path()) {
            Err(OpenError::InUse { holder: found, .. }) => assert_eq!(found, holder),
            other => panic!("{other:?}"),
        }
        drop(store);
        let found = inspect(folder.path()).unwrap().unwrap();
        assert_eq!(found.tasks, 0);
        assert_eq!(
            found.schema_version,
            i64::try_from(MIGRATIONS.len()).unwrap()
        );
        // Looking has not locked it.
        Sqlite::open(folder.path()).unwrap();
    }

    #[test]
    fn what_is_no_database_is_said_to_be_none() {
        let folder = tempdir().unwrap();
        std::fs::write(
            folder.path().join(FILE),
            "no database, and long enough to be read as one".repeat(100),
        )
        .unwrap();
        assert!(matches!(
            inspect(folder.path()),
            Err(OpenError::Unreadable { .. })
        ));
    }
}
