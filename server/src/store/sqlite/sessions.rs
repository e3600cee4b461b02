//! Sessions in SQLite.

use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension, Row};

use super::{
    columns::{number, one_more, page, time},
    writer::Tx,
};
use crate::store::{
    Caller, StoreError,
    records::Page,
    sessions::{SessionCursor, SessionDeleted, SessionItems, SessionRecord},
};

const SESSION: &str = "SELECT id, title, items_count, created_at, updated_at,
    (SELECT runs.id FROM runs WHERE runs.session_id = sessions.id AND runs.status IN ('running', 'paused'))
    FROM sessions";

fn session_of(row: &Row<'_>) -> rusqlite::Result<SessionRecord> {
    let count: i64 = row.get(2)?;
    Ok(SessionRecord {
        id: row.get(0)?,
        title: row.get(1)?,
        items_count: u64::try_from(count).unwrap_or_default(),
        created_at: time(row, 3)?,
        updated_at: time(row, 4)?,
        active_run: row.get(5)?,
    })
}

pub(super) fn session(
    connection: &Connection,
    caller: &Caller,
    session_id: &str,
) -> Result<SessionRecord, StoreError> {
    let session = connection
        .prepare_cached(&format!("{SESSION} WHERE id = ?1 AND owner_id = ?2"))?
        .query_row((session_id, caller.user_id), session_of)?;
    Ok(session)
}

pub(super) fn list(
    connection: &Connection,
    caller: &Caller,
    after: Option<&SessionCursor>,
    limit: usize,
) -> Result<Page<SessionRecord, SessionCursor>, StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "{SESSION} WHERE owner_id = ?1 AND (updated_at, id) < (?2, ?3)
         ORDER BY updated_at DESC, id DESC LIMIT ?4"
    ))?;
    // Every text is before U+10FFFF.
    let (at, id) = after.map_or((i64::MAX, "\u{10FFFF}"), |cursor| {
        (cursor.at.timestamp_micros(), cursor.id.as_str())
    });
    let rows = statement.query_map((caller.user_id, at, id, one_more(limit)), session_of)?;
    Ok(page(rows.collect::<Result<_, _>>()?, limit, |last| {
        SessionCursor {
            at: last.updated_at,
            id: last.id.to_string(),
        }
    }))
}

pub(super) fn delete(
    tx: &Tx<'_>,
    caller: &Caller,
    session_id: &str,
) -> Result<SessionDeleted, StoreError> {
    session(tx, caller, session_id)?;
    let busy: Option<Arc<str>> = tx
        .prepare_cached(
            "SELECT id FROM runs WHERE session_id = ?1 AND status IN ('running', 'paused', 'queued')
             ORDER BY status = 'queued', number LIMIT 1",
        )?
        .query_row([session_id], |row| row.get(0))
        .optional()?;
    if let Some(run_id) = busy {
        return Ok(SessionDeleted::Busy(run_id));
    }
    tx.prepare_cached("DELETE FROM sessions WHERE id = ?1")?
        .execute([session_id])?;
    Ok(SessionDeleted::Gone)
}

pub(super) fn items(
    connection: &Connection,
    caller: &Caller,
    session_id: &str,
    limit: usize,
) -> Result<SessionItems, StoreError> {
    session(connection, caller, session_id)?;
    last_items(connection, session_id, limit)
}

/// The last items of a session, whoever owns it; none where it is deleted.
pub(super) fn last_items(
    connection: &Connection,
    session_id: &str,
    limit: usize,
) -> Result<SessionItems, StoreError> {
    // Items are numbered from 1 without gaps, so the last ones are found without sorting.
    let mut statement = connection.prepare_cached(
        "SELECT seq, data FROM session_items
         WHERE session_id = ?1 AND seq > (SELECT items_count FROM sessions WHERE id = ?1) - ?2 ORDER BY seq",
    )?;
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    let mut rows = statement.query((session_id, limit))?;
    let mut last = SessionItems::default();
    while let Some(row) = rows.next()? {
        if last.items.is_empty() {
            last.earlier = number(row, 0)? - 1;
        }
        last.items.push(row.get(1)?);
    }
    Ok(last)
}
