//! Reminders. They belong to their task: who sees it sees them, who may change it may change them.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{Connection, Row};

use super::{
    ChangeBells,
    access::{self, Access},
    changes,
    columns::{self, Micros},
    writer::Tx,
};
use crate::store::{
    Caller, StoreError,
    records::{ChangeKind, Fired, NewReminder, Page, ReminderRecord, TimeCursor},
};

fn from_row(row: &Row<'_>) -> rusqlite::Result<ReminderRecord> {
    Ok(ReminderRecord {
        id: row.get(0)?,
        task_id: row.get(1)?,
        remind_at: columns::time(row, 2)?,
        message: row.get(3)?,
        fired_at: columns::time_if_any(row, 4)?,
        created_at: columns::time(row, 5)?,
    })
}

pub(super) fn create(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    caller: &Caller,
    task_id: i64,
    reminder: NewReminder,
    now: DateTime<Utc>,
) -> Result<ReminderRecord, StoreError> {
    access::require(tx, caller, task_id, Access::Edit)?;
    let reminder = ReminderRecord {
        id: reminder.id,
        task_id,
        remind_at: columns::stored(reminder.remind_at),
        message: reminder.message,
        fired_at: None,
        created_at: columns::stored(now),
    };
    tx.prepare_cached(
        "INSERT INTO reminders (id, task_id, remind_at, message, created_at) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute((
        &reminder.id,
        task_id,
        Micros(reminder.remind_at),
        &reminder.message,
        Micros(reminder.created_at),
    ))?;
    let bells = Arc::clone(bells);
    tx.after_commit(move || bells.reminders.send_replace(()));
    Ok(reminder)
}

pub(super) fn get(
    connection: &Connection,
    caller: &Caller,
    task_id: i64,
    reminder_id: &str,
) -> Result<ReminderRecord, StoreError> {
    access::require(connection, caller, task_id, Access::View)?;
    Ok(connection
        .prepare_cached(
            "SELECT id, task_id, remind_at, message, fired_at, created_at FROM reminders
             WHERE id = ?1 AND task_id = ?2",
        )?
        .query_row((reminder_id, task_id), from_row)?)
}

pub(super) fn list(
    connection: &Connection,
    caller: &Caller,
    task_id: i64,
    after: Option<TimeCursor>,
    limit: usize,
) -> Result<Page<ReminderRecord, TimeCursor>, StoreError> {
    access::require(connection, caller, task_id, Access::View)?;
    let (at, id) = columns::after_time(after);
    let mut statement = connection.prepare_cached(
        "SELECT id, task_id, remind_at, message, fired_at, created_at FROM reminders
         WHERE task_id = ?1 AND (remind_at, id) > (?2, ?3) ORDER BY remind_at, id LIMIT ?4",
    )?;
    let rows = statement.query_map((task_id, at, id, columns::one_more(limit)), from_row)?;
    let reminders = rows.collect::<Result<_, _>>()?;
    Ok(columns::page(reminders, limit, |reminder| TimeCursor {
        at: reminder.remind_at,
        id: reminder.id.clone(),
    }))
}

pub(super) fn delete(
    tx: &Tx<'_>,
    caller: &Caller,
    task_id: i64,
    reminder_id: &str,
) -> Result<(), StoreError> {
    access::require(tx, caller, task_id, Access::Edit)?;
    let deleted = tx
        .prepare_cached("DELETE FROM reminders WHERE id = ?1 AND task_id = ?2")?
        .execute((reminder_id, task_id))?;
    if deleted == 0 {
        return Err(StoreError::NotFound);
    }
    Ok(())
}

/// Fires what is due. Marking and telling are one transaction, so a crash between them is none.
pub(super) fn fire(
    tx: &Tx<'_>,
    bells: &Arc<ChangeBells>,
    now: DateTime<Utc>,
    limit: usize,
) -> Result<Fired, StoreError> {
    let now = columns::stored(now);
    let due: Vec<(ReminderRecord, String)> = tx
        .prepare_cached(
            "SELECT r.id, r.task_id, r.remind_at, r.message, r.fired_at, r.created_at, t.title
             FROM reminders AS r JOIN tasks AS t ON t.id = r.task_id
             WHERE r.fired_at IS NULL AND r.remind_at <= ?1 ORDER BY r.remind_at, r.id LIMIT ?2",
        )?
        .query_map(
            (Micros(now), i64::try_from(limit).unwrap_or(i64::MAX)),
            |row| Ok((from_row(row)?, row.get(6)?)),
        )?
        .collect::<Result<_, _>>()?;
    let count = due.len();
    for (mut reminder, task_title) in due {
        reminder.fired_at = Some(now);
        tx.prepare_cached("UPDATE reminders SET fired_at = ?2 WHERE id = ?1")?
            .execute((&reminder.id, Micros(now)))?;
        let task_id = reminder.task_id;
        let change = ChangeKind::ReminderDue {
            at: now,
            reminder,
            task_title,
        };
        changes::publish(tx, bells, task_id, &change)?;
    }
    let next_due = tx
        .prepare_cached("SELECT min(remind_at) FROM reminders WHERE fired_at IS NULL")?
        .query_row([], |row| columns::time_if_any(row, 0))?;
    Ok(Fired { count, next_due })
}
