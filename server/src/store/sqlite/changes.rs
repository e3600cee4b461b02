//! The change logs: one for each user, written with the change itself, numbered without gaps.

use std::sync::Arc;

use rusqlite::Connection;

use super::{ChangeBells, columns::Json, writer::Tx};
use crate::store::{
    Caller, StoreError,
    records::{Change, ChangeKind, TaskRecord},
};

/// How many changes each user's log keeps at least.
const KEPT: i64 = 10_000;

/// Old changes are dropped in slices, so that hardly any write pays for it.
const SLICE: i64 = 256;

/// Writes a change into the log of everyone who sees the task.
pub(super) fn publish(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    task_id: i64,
    change: &ChangeKind,
) -> Result<(), StoreError> {
    let data = serde_json::to_string(change)?;
    for user_id in audience(tx, task_id)? {
        append(tx, bells, user_id, &data)?;
    }
    Ok(())
}

/// Writes a task's new state into the log of everyone who sees it.
pub(super) fn publish_update(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    task: &TaskRecord,
) -> Result<(), StoreError> {
    let change = ChangeKind::TaskUpdated {
        at: task.updated_at,
        task: task.clone(),
    };
    publish(tx, bells, task.id, &change)
}

/// Writes a change into one user's log.
pub(super) fn publish_to(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    user_id: i64,
    change: &ChangeKind,
) -> Result<(), StoreError> {
    append(tx, bells, user_id, &serde_json::to_string(change)?)
}

/// The owner, and everyone with an account whom the task is shared with.
fn audience(tx: &Tx<'_>, task_id: i64) -> Result<Vec<i64>, StoreError> {
    let mut statement = tx.prepare_cached(
        "SELECT owner_id FROM tasks WHERE id = ?1
         UNION
         SELECT users.id FROM shares JOIN users ON users.email = shares.email WHERE shares.task_id = ?1",
    )?;
    let users = statement.query_map([task_id], |row| row.get(0))?;
    Ok(users.collect::<Result<_, _>>()?)
}

fn append(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    user_id: i64,
    data: &str,
) -> Result<(), StoreError> {
    let seq: i64 = tx
        .prepare_cached(
            "UPDATE users SET last_change = last_change + 1 WHERE id = ?1 RETURNING last_change",
        )?
        .query_row([user_id], |row| row.get(0))?;
    tx.prepare_cached("INSERT INTO changes VALUES (?1, ?2, ?3)")?
        .execute((user_id, seq, data))?;
    if seq % SLICE == 0 {
        tx.prepare_cached("DELETE FROM changes WHERE user_id = ?1 AND seq <= ?2")?
            .execute((user_id, seq - KEPT))?;
    }
    let bells = Arc::clone(bells);
    tx.after_commit(move || bells.changes.ring(&user_id));
    Ok(())
}

/// The changes after a number.
pub(super) fn after(
    connection: &Connection,
    caller: &Caller,
    after: i64,
    limit: usize,
) -> Result<Vec<Change>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, data FROM changes WHERE user_id = ?1 AND seq > ?2 ORDER BY seq LIMIT ?3",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let rows = statement.query_map((caller.user_id, after, limit), |row| {
        let Json(what) = row.get(1)?;
        Ok(Change {
            seq: row.get(0)?,
            what,
        })
    })?;
    let changes: Vec<Change> = rows.collect::<Result<_, _>>()?;
    match changes.first() {
        Some(first) if first.seq > after.saturating_add(1) => {
            Err(StoreError::Gone { oldest: first.seq })
        }
        _ => Ok(changes),
    }
}

/// The number of the latest change.
pub(super) fn last(connection: &Connection, caller: &Caller) -> Result<i64, StoreError> {
    Ok(connection
        .prepare_cached("SELECT last_change FROM users WHERE id = ?1")?
        .query_row([caller.user_id], |row| row.get(0))?)
}
