//! Meetings, and what takes a caller's time. Meetings belong to their task, as reminders do.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, Row};

use super::{
    access::{self, Access},
    columns::{self, Json, Micros},
    writer::Tx,
};
use crate::store::{
    Caller, StoreError,
    records::{Busy, MeetingRecord, MeetingStart, NewMeeting, Page, TimeCursor},
};

/// The columns of a [`MeetingRecord`], from `meetings AS m` joined with `tasks AS t`.
macro_rules! columns {
    () => {
        "m.id, m.task_id, ifnull(m.title, t.title), m.attendees, m.starts_at, m.ends_at, m.created_at"
    };
}

fn from_row(row: &Row<'_>) -> rusqlite::Result<MeetingRecord> {
    Ok(MeetingRecord {
        id: row.get(0)?,
        task_id: row.get(1)?,
        title: row.get(2)?,
        attendees: row.get::<_, Json<_>>(3)?.0,
        starts_at: columns::time(row, 4)?,
        ends_at: columns::time(row, 5)?,
        created_at: columns::time(row, 6)?,
    })
}

pub(super) fn create(
    tx: &Tx<'_>,
    caller: &Caller,
    task_id: i64,
    meeting: NewMeeting,
    now: DateTime<Utc>,
) -> Result<MeetingRecord, StoreError> {
    access::require(tx, caller, task_id, Access::Edit)?;
    let starts_at = match meeting.start {
        MeetingStart::At(time) => time,
        MeetingStart::FirstFree { from, to, find } => {
            find(&busy(tx, caller, from, to)?).ok_or(StoreError::NoFreeSlot)?
        }
    };
    let starts_at = columns::stored(starts_at);
    let ends_at = starts_at
        .checked_add_signed(TimeDelta::minutes(meeting.duration_minutes.into()))
        .ok_or(StoreError::NoFreeSlot)?;
    tx.prepare_cached("INSERT INTO meetings VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?
        .execute((
            &meeting.id,
            task_id,
            &meeting.title,
            Json(&meeting.attendees),
            Micros(starts_at),
            Micros(ends_at),
            Micros(now),
        ))?;
    get(tx, caller, task_id, &meeting.id)
}

pub(super) fn get(
    connection: &Connection,
    caller: &Caller,
    task_id: i64,
    meeting_id: &str,
) -> Result<MeetingRecord, StoreError> {
    access::require(connection, caller, task_id, Access::View)?;
    Ok(connection
        .prepare_cached(concat!(
            "SELECT ",
            columns!(),
            " FROM meetings AS m JOIN tasks AS t ON t.id = m.task_id WHERE m.id = ?1 AND m.task_id = ?2"
        ))?
        .query_row((meeting_id, task_id), from_row)?)
}

pub(super) fn list(
    connection: &Connection,
    caller: &Caller,
    task_id: i64,
    after: Option<TimeCursor>,
    limit: usize,
) -> Result<Page<MeetingRecord, TimeCursor>, StoreError> {
    access::require(connection, caller, task_id, Access::View)?;
    let (at, id) = columns::after_time(after);
    let mut statement = connection.prepare_cached(concat!(
        "SELECT ",
        columns!(),
        " FROM meetings AS m JOIN tasks AS t ON t.id = m.task_id \
         WHERE m.task_id = ?1 AND (m.starts_at, m.id) > (?2, ?3) ORDER BY m.starts_at, m.id LIMIT ?4"
    ))?;
    let rows = statement.query_map((task_id, at, id, columns::one_more(limit)), from_row)?;
    let meetings = rows.collect::<Result<_, _>>()?;
    Ok(columns::page(meetings, limit, |meeting| TimeCursor {
        at: meeting.starts_at,
        id: meeting.id.clone(),
    }))
}

pub(super) fn delete(
    tx: &Tx<'_>,
    caller: &Caller,
    task_id: i64,
    meeting_id: &str,
) -> Result<(), StoreError> {
    access::require(tx, caller, task_id, Access::Edit)?;
    let deleted = tx
        .prepare_cached("DELETE FROM meetings WHERE id = ?1 AND task_id = ?2")?
        .execute((meeting_id, task_id))?;
    if deleted == 0 {
        return Err(StoreError::NotFound);
    }
    Ok(())
}

/// What takes the caller's time between the two.
pub(super) fn busy(
    connection: &Connection,
    caller: &Caller,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Vec<Busy>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT m.starts_at, m.ends_at, m.task_id, TRUE FROM meetings AS m JOIN tasks AS t ON t.id = m.task_id
         WHERE m.ends_at > ?3 AND m.starts_at < ?4 AND (t.owner_id = ?1
             OR EXISTS (SELECT 1 FROM shares AS s WHERE s.email = ?2 AND s.task_id = t.id)
             OR EXISTS (SELECT 1 FROM json_each(m.attendees) WHERE value = ?2 COLLATE NOCASE))
         UNION ALL
         SELECT r.remind_at, r.remind_at, r.task_id, FALSE FROM reminders AS r JOIN tasks AS t ON t.id = r.task_id
         WHERE r.remind_at >= ?3 AND r.remind_at < ?4 AND (t.owner_id = ?1
             OR EXISTS (SELECT 1 FROM shares AS s WHERE s.email = ?2 AND s.task_id = t.id))
         ORDER BY 1, 2, 3",
    )?;
    let rows = statement.query_map(
        (caller.user_id, &*caller.email, Micros(from), Micros(to)),
        |row| {
            Ok(Busy {
                start: columns::time(row, 0)?,
                end: columns::time(row, 1)?,
                task_id: row.get(2)?,
                is_meeting: row.get(3)?,
            })
        },
    )?;
    Ok(rows.collect::<Result<_, _>>()?)
}
