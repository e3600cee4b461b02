//! Opening the data folder: the lock, the connections and their settings, the migrations.

use std::{
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    io::{self, Read, Write},
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use super::OpenError;

/// The database's name in the data folder.
pub(super) const FILE: &str = "taskmanager.db";

/// The file that is locked as long as the folder is in use; it holds the server's process number.
pub(super) const LOCK: &str = "taskmanager.lock";

/// "TSKM", in the header of every database of ours.
pub(super) const APPLICATION_ID: i64 = 0x5453_4B4D;

/// The migrations in their order. The database's `user_version` counts those that have been run; a released one is
/// never edited.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_start.sql"),
    include_str!("migrations/0002_runs.sql"),
    include_str!("migrations/0003_spans.sql"),
];

/// How many connections read: as many reads as run at the same time on a small machine; more only cost memory.
const READERS: usize = 4;

/// More than there are different statements, so that each is compiled once for each connection.
const STATEMENTS: usize = 256;

/// What a store consists of.
pub(super) struct Opened {
    /// The one connection that writes.
    pub(super) writer: Connection,
    /// Those that read.
    pub(super) readers: Vec<Connection>,
    /// Locked as long as it is open; the system unlocks it when the process ends, however it ends.
    pub(super) lock: File,
}

pub(super) fn open(folder: &Path) -> Result<Opened, OpenError> {
    let lock = lock(folder)?;
    let path = folder.join(FILE);
    let mut writer = connect(
        &path,
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
    )?;
    migrate(&mut writer, &path, MIGRATIONS)?;
    let readers = (0..READERS)
        .map(|_| connect(&path, OpenFlags::SQLITE_OPEN_READ_ONLY))
        .collect::<Result<_, _>>()?;
    Ok(Opened {
        writer,
        readers,
        lock,
    })
}

fn lock(folder: &Path) -> Result<File, OpenError> {
    let in_folder = |source| OpenError::Folder {
        path: folder.to_owned(),
        source,
    };
    make_private(folder).map_err(in_folder)?;
    let mut file = OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(folder.join(LOCK))
        .map_err(in_folder)?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            let mut holder = String::new();
            // Without the number the message is still true.
            let _ = file.read_to_string(&mut holder);
            return Err(OpenError::InUse {
                path: folder.to_owned(),
                holder: holder.trim().parse().ok(),
            });
        }
        Err(TryLockError::Error(source)) => return Err(in_folder(source)),
    }
    file.set_len(0).map_err(in_folder)?;
    writeln!(file, "{}", std::process::id()).map_err(in_folder)?;
    Ok(file)
}

/// Makes the folder for the user alone: it holds what they plan.
fn make_private(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection, OpenError> {
    let unreadable = |source| OpenError::Unreadable {
        path: path.to_owned(),
        source,
    };
    // NO_MUTEX: each connection is used by one thread at a time, which our own types see to.
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(unreadable)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Without it, SQLite (built with STAT4) compiles a kept statement anew whenever a value bound to it changes: it
    // wants to choose the plan by the value. That took six times as long as the queries themselves.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(unreadable)?;
    // Only a tool of the operator's can be in the way, and not for long.
    connection
        .busy_timeout(Duration::from_secs(5))
        .map_err(unreadable)?;
    if flags.contains(OpenFlags::SQLITE_OPEN_READ_WRITE) {
        connection
            .execute_batch(
                "PRAGMA journal_mode = WAL;
                 PRAGMA synchronous = NORMAL;
                 PRAGMA foreign_keys = ON;
                 PRAGMA temp_store = MEMORY;
                 -- 16 MB. A page that changes often is copied back once where it was four times, and synced as rarely.
                 PRAGMA wal_autocheckpoint = 4096;
                 -- After a burst the log shrinks again.
                 PRAGMA journal_size_limit = 67108864;",
            )
            .map_err(unreadable)?;
    }
    Ok(connection)
}

/// Runs the migrations that the database has not seen, all or none.
fn migrate(connection: &mut Connection, path: &Path, migrations: &[&str]) -> Result<(), OpenError> {
    let path = || -> PathBuf { path.to_owned() };
    let unreadable = |source| OpenError::Unreadable {
        path: path(),
        source,
    };
    let number = |connection: &Connection, pragma| {
        connection.pragma_query_value(None, pragma, |row| row.get::<_, i64>(0))
    };
    let known = i64::try_from(migrations.len()).expect("there are few migrations");
    let found = number(connection, "user_version").map_err(unreadable)?;
    let application = number(connection, "application_id").map_err(unreadable)?;
    if application != APPLICATION_ID {
        let is_new: bool = connection
            .query_row("SELECT count(*) = 0 FROM sqlite_schema", [], |row| {
                row.get(0)
            })
            .map_err(unreadable)?;
        if application != 0 || found != 0 || !is_new {
            return Err(OpenError::Foreign { path: path() });
        }
    }
    if found > known {
        return Err(OpenError::Newer {
            path: path(),
            found,
            known,
        });
    }
    let missing = usize::try_from(found)
        .ok()
        .and_then(|done| migrations.get(done..))
        .unwrap_or_default();
    if missing.is_empty() {
        return Ok(());
    }
    (|| {
        let transaction = connection.transaction()?;
        for migration in missing {
            transaction.execute_batch(migration)?;
        }
        transaction.pragma_update(None, "user_version", known)?;
        transaction.commit()
    })()
    .map_err(unreadable)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use tempfile::tempdir;

    use super::*;

    fn message(folder: &Path) -> String {
        match open(folder) {
            Ok(_) => "opened".to_owned(),
            Err(error) => error
                .to_string()
                .replace(&folder.display().to_string(), "FOLDER"),
        }
    }

    #[test]
    fn a_missing_folder_is_made_for_the_user_alone() {
        let base = tempdir().unwrap();
        let folder = base.path().join("a/b");
        open(&folder).unwrap();
        assert!(folder.join(FILE).is_file());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = fs::metadata(&folder).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o700);
        }
    }

    #[test]
    fn the_connections_have_their_settings() {
        let folder = tempdir().unwrap();
        let opened = open(folder.path()).unwrap();
        let text = |name| {
            opened
                .writer
                .pragma_query_value(None, name, |row| row.get::<_, String>(0))
                .unwrap()
        };
        let number = |name| {
            opened
                .writer
                .pragma_query_value(None, name, |row| row.get::<_, i64>(0))
                .unwrap()
        };
        assert_eq!(text("journal_mode"), "wal");
        assert_eq!(number("synchronous"), 1);
        assert_eq!(number("foreign_keys"), 1);
        assert_eq!(number("application_id"), APPLICATION_ID);
        let refused = opened.readers[0].execute("DELETE FROM tasks", []);
        assert!(refused.unwrap_err().to_string().contains("readonly"));
    }

    #[test]
    fn two_servers_in_one_folder_are_refused() {
        let folder = tempdir().unwrap();
        let first = open(folder.path()).unwrap();
        assert_eq!(
            message(folder.path()),
            format!(
                "the data folder FOLDER is in use by another taskmanager (process {}); stop it, or choose another \
                 folder with --data-dir",
                std::process::id()
            )
        );
        drop(first);
        assert_eq!(message(folder.path()), "opened");
    }

    #[test]
    fn migrations_run_once_each_from_wherever_the_database_is() {
        let folder = tempdir().unwrap();
        let path = folder.path().join(FILE);
        let mut connection = connect(
            &path,
            OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE,
        )
        .unwrap();
        let version = |connection: &Connection| {
            connection
                .pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0))
                .unwrap()
        };
        migrate(&mut connection, &path, MIGRATIONS).unwrap();
        assert_eq!(
            version(&connection),
            i64::try_from(MIGRATIONS.len()).unwrap()
        );
        let mut later = MIGRATIONS.to_vec();
        later.push("CREATE TABLE one (x INTEGER); INSERT INTO one VALUES (1);");
        later.push("UPDATE one SET x = x + 1;");
        migrate(&mut connection, &path, &later).unwrap();
        migrate(&mut connection, &path, &later).unwrap();
        let x: i64 = connection
            .query_row("SELECT x FROM one", [], |row| row.get(0))
            .unwrap();
        assert_eq!(
            (x, version(&connection)),
            (2, i64::try_from(later.len()).unwrap())
        );
    }

    #[test]
    fn a_failing_migration_leaves_the_database_as_it_was() {
        let folder = tempdir().unwrap();
        let path = folder.path().join(FILE);
        let mut opened = open(folder.path()).unwrap();
        let mut later = MIGRATIONS.to_vec();
        later.push("CREATE TABLE one (x INTEGER); SELECT no_such_thing();");
        migrate(&mut opened.writer, &path, &later).unwrap_err();
        let tables: i64 = opened
            .writer
            .query_row(
                "SELECT count(*) FROM sqlite_schema WHERE name = 'one'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(tables, 0);
        drop(opened);
        assert_eq!(message(folder.path()), "opened");
    }

    #[test]
    fn a_newer_database_is_refused() {
        let folder = tempdir().unwrap();
        let opened = open(folder.path()).unwrap();
        opened
            .writer
            .pragma_update(None, "user_version", 9999)
            .unwrap();
        drop(opened);
        assert_eq!(
            message(folder.path()),
            format!(
                "the database FOLDER/taskmanager.db has schema version 9999, but this release knows only up to {}; \
                 use a newer taskmanager",
                MIGRATIONS.len()
            )
        );
    }

    #[test]
    fn what_is_no_database_of_ours_is_refused_and_left_alone() {
        let folder = tempdir().unwrap();
        let path = folder.path().join(FILE);
        let foreign = Connection::open(&path).unwrap();
        foreign.execute_batch("CREATE TABLE theirs (x)").unwrap();
        drop(foreign);
        assert_eq!(
            message(folder.path()),
            "FOLDER/taskmanager.db is not a database of taskmanager; move it away, or choose another folder with \
             --data-dir"
        );

        fs::write(
            &path,
            "no database, but a text that is long enough to be looked at\n".repeat(100),
        )
        .unwrap();
        assert_eq!(
            message(folder.path()),
            "the database FOLDER/taskmanager.db can't be read: file is not a database; put a copy of it that is whole in its \
             place, or choose another folder with --data-dir"
        );
    }

    #[test]
    fn a_damaged_database_is_one_clear_line() {
        let folder = tempdir().unwrap();
        let path = folder.path().join(FILE);
        drop(open(folder.path()).unwrap());
        let mut bytes = fs::read(&path).unwrap();
        // The first page's list of cells: the schema can't be read any more.
        bytes[100..400].fill(0xFF);
        fs::write(&path, bytes).unwrap();
        assert_eq!(
            message(folder.path()),
            "the database FOLDER/taskmanager.db can't be read: database disk image is malformed; put a copy of it that is \
             whole in its place, or choose another folder with --data-dir"
        );
    }

    #[test]
    fn a_file_in_the_folders_place_is_one_clear_line() {
        let base = tempdir().unwrap();
        let folder = base.path().join("file");
        fs::write(&folder, "").unwrap();
        let message = message(&folder);
        assert!(
            message.starts_with("the data folder FOLDER can't be used: "),
            "{message}"
        );
        assert_eq!(message.lines().count(), 1);
    }
}
