//! Shares: who else may see a task, or change it.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension, Row};

use super::{
    ChangeBells,
    access::{self, Access},
    changes,
    columns::{self, Micros},
    tasks, users,
    writer::Tx,
};
use crate::store::{
    Caller, Rule, StoreError,
    records::{ChangeKind, Page, Permission, ShareRecord},
};

fn from_row(row: &Row<'_>) -> rusqlite::Result<ShareRecord> {
    Ok(ShareRecord {
        task_id: row.get(0)?,
        email: row.get(1)?,
        permission: row.get(2)?,
        created_at: columns::time(row, 3)?,
    })
}

pub(super) fn put(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    caller: &Caller,
    task_id: i64,
    email: &str,
    permission: Permission,
    now: DateTime<Utc>,
) -> Result<(ShareRecord, bool), StoreError> {
    access::require(tx, caller, task_id, Access::Own)?;
    if email.eq_ignore_ascii_case(&caller.email) {
        return Err(Rule::SharedWithOwner.into());
    }
    let known = tx
        .prepare_cached(
            "UPDATE shares SET permission = ?3 WHERE email = ?1 AND task_id = ?2
             RETURNING task_id, email, permission, created_at",
        )?
        .query_row((email, task_id, permission), from_row)
        .optional()?;
    if let Some(share) = known {
        return Ok((share, false));
    }
    let share = ShareRecord {
        task_id,
        email: email.to_owned(),
        permission,
        created_at: columns::stored(now),
    };
    tx.prepare_cached(
        "INSERT INTO shares (email, task_id, permission, created_at) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute((&share.email, task_id, permission, Micros(share.created_at)))?;
    if let Some(user) = users::by_email(tx, email)? {
        let appears = ChangeKind::TaskCreated {
            at: share.created_at,
            task: tasks::unscoped(tx, task_id)?,
        };
        changes::publish_to(tx, bells, user.id, &appears)?;
    }
    Ok((share, true))
}

pub(super) fn list(
    connection: &Connection,
    caller: &Caller,
    task_id: i64,
    after: Option<&str>,
    limit: usize,
) -> Result<Page<ShareRecord, String>, StoreError> {
    access::require(connection, caller, task_id, Access::View)?;
    let mut statement = connection.prepare_cached(
        "SELECT task_id, email, permission, created_at FROM shares
         WHERE task_id = ?1 AND email > ?2 ORDER BY email LIMIT ?3",
    )?;
    let rows = statement.query_map(
        (task_id, after.unwrap_or_default(), columns::one_more(limit)),
        from_row,
    )?;
    let shares = rows.collect::<Result<_, _>>()?;
    Ok(columns::page(shares, limit, |share| share.email.clone()))
}

pub(super) fn delete(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    caller: &Caller,
    task_id: i64,
    email: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let is_own_share = email.eq_ignore_ascii_case(&caller.email);
    let needed = if is_own_share {
        Access::View
    } else {
        Access::Own
    };
    access::require(tx, caller, task_id, needed)?;
    let deleted = tx
        .prepare_cached("DELETE FROM shares WHERE email = ?1 AND task_id = ?2")?
        .execute((email, task_id))?;
    if deleted == 0 {
        return Err(StoreError::NotFound);
    }
    if let Some(user) = users::by_email(tx, email)? {
        let gone = ChangeKind::TaskDeleted {
            at: columns::stored(now),
            task_id,
        };
        changes::publish_to(tx, bells, user.id, &gone)?;
    }
    Ok(())
}
