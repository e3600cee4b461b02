//! Who may do what with a task: its owner everything, others what it is shared with them for.

use rusqlite::{Connection, OptionalExtension};

use crate::store::{Caller, StoreError, records::Permission};

/// What a caller may do with a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Access {
    /// It is shared with them, to see.
    View,
    /// It is shared with them, to change.
    Edit,
    /// It is theirs.
    Own,
}

/// What the caller may do with a task; an error where they may not even see it.
pub(super) fn of(
    connection: &Connection,
    caller: &Caller,
    task_id: i64,
) -> Result<Access, StoreError> {
    let row = connection
        .prepare_cached(
            "SELECT t.owner_id = ?2, (SELECT s.permission FROM shares AS s WHERE s.email = ?3 AND s.task_id = t.id)
             FROM tasks AS t WHERE t.id = ?1",
        )?
        .query_row((task_id, caller.user_id, &*caller.email), |row| {
            Ok((row.get::<_, bool>(0)?, row.get::<_, Option<Permission>>(1)?))
        })
        .optional()?;
    match row {
        Some((true, _)) => Ok(Access::Own),
        Some((false, Some(Permission::Edit))) => Ok(Access::Edit),
        Some((false, Some(Permission::View))) => Ok(Access::View),
        Some((false, None)) | None => Err(StoreError::NotFound),
    }
}

/// Refuses a caller who may do less than is needed.
pub(super) fn require(
    connection: &Connection,
    caller: &Caller,
    task_id: i64,
    needed: Access,
) -> Result<(), StoreError> {
    if of(connection, caller, task_id)? < needed {
        return Err(StoreError::Forbidden);
    }
    Ok(())
}
