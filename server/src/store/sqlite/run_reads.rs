//! Reads of runs in SQLite.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::{
    Connection, OptionalExtension, Row,
    types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef},
};

use super::{
    columns::{Json, Micros, number, one_more, page, time, time_if_any},
    sessions::last_items,
};
use crate::store::{
    Caller, Once, StoreError,
    records::Page,
    runs::{
        ApprovalRecord, EventRecord, RunQuery, RunRecord, RunSpans, RunStatus, SpanRecord,
        StartedRun, StoredRun, UnfinishedRun,
    },
};

impl RunStatus {
    fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Paused => "paused",
            Self::Completed => "completed",
            Self::Incomplete => "incomplete",
            Self::Failed => "failed",
            Self::Cancelled => "cancelled",
        }
    }
}

impl ToSql for RunStatus {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.as_str().into())
    }
}

impl FromSql for RunStatus {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_str()? {
            "queued" => Ok(Self::Queued),
            "running" => Ok(Self::Running),
            "paused" => Ok(Self::Paused),
            "completed" => Ok(Self::Completed),
            "incomplete" => Ok(Self::Incomplete),
            "failed" => Ok(Self::Failed),
            "cancelled" => Ok(Self::Cancelled),
            _ => Err(FromSqlError::InvalidType),
        }
    }
}

const RUN: &str =
    "SELECT number, id, owner_id, session_id, task_id, agent, input, status, outcome, approvals,
    expires_at, last_event, created_at, started_at, finished_at FROM runs";

fn run_of(row: &Row<'_>) -> rusqlite::Result<RunRecord> {
    let approvals: Option<Json<Vec<ApprovalRecord>>> = row.get(9)?;
    Ok(RunRecord {
        id: row.get(1)?,
        owner_id: row.get(2)?,
        session_id: row.get(3)?,
        task_id: row.get(4)?,
        agent: row.get(5)?,
        input: row.get(6)?,
        status: row.get(7)?,
        outcome: row.get(8)?,
        approvals: approvals.map_or_else(Vec::new, |Json(approvals)| approvals),
        expires_at: time_if_any(row, 10)?,
        last_event: number(row, 11)?,
        created_at: time(row, 12)?,
        started_at: time_if_any(row, 13)?,
        finished_at: time_if_any(row, 14)?,
    })
}

/// A run of the caller's, or anybody's where no caller is given.
pub(super) fn run(
    connection: &Connection,
    caller: Option<&Caller>,
    run_id: &str,
) -> Result<RunRecord, StoreError> {
    let run = connection
        .prepare_cached(&format!(
            "{RUN} WHERE id = ?1 AND (?2 IS NULL OR owner_id = ?2)"
        ))?
        .query_row((run_id, caller.map(|caller| caller.user_id)), run_of)?;
    Ok(run)
}

/// The run that a session is at work on.
pub(super) fn at_work(
    connection: &Connection,
    session_id: &str,
) -> Result<Option<Arc<str>>, StoreError> {
    let found = connection
        .prepare_cached(
            "SELECT id FROM runs WHERE session_id = ?1 AND status IN ('running', 'paused')",
        )?
        .query_row([session_id], |row| row.get(0))
        .optional()?;
    Ok(found)
}

pub(super) fn started(
    connection: &Connection,
    caller: &Caller,
    key: &Once,
) -> Result<Option<String>, StoreError> {
    let first = connection
        .prepare_cached(
            "SELECT fingerprint, answer FROM idempotency WHERE owner_id = ?1 AND operation = ?2 AND key = ?3",
        )?
        .query_row((caller.user_id, key.operation, &key.key), |row| {
            Ok((row.get::<_, [u8; 16]>(0)?, row.get::<_, Json<StartedRun>>(1)?))
        })
        .optional()?;
    match first {
        None => Ok(None),
        Some((fingerprint, Json(run))) if fingerprint == key.fingerprint => Ok(Some(run.id)),
        Some(_) => Err(StoreError::KeyReused),
    }
}

pub(super) fn stored(
    connection: &Connection,
    run_id: &str,
    items: usize,
) -> Result<StoredRun, StoreError> {
    let record = run(connection, None, run_id)?;
    let state = connection
        .prepare_cached("SELECT state FROM runs WHERE id = ?1")?
        .query_row([run_id], |row| row.get(0))?;
    let events = events(connection, run_id, 0, usize::MAX)?;
    let items = last_items(connection, &record.session_id, items)?;
    Ok(StoredRun {
        record,
        state,
        items,
        events,
    })
}

pub(super) fn list(
    connection: &Connection,
    caller: &Caller,
    query: &RunQuery,
    after: Option<i64>,
    limit: usize,
) -> Result<Page<RunRecord, i64>, StoreError> {
    // Runs of one session are few: where it is given, its index finds them, and the owner is only checked.
    let (by_session, session_id) = match &query.session_id {
        Some(session_id) => ("session_id = ?3 AND +owner_id = ?1", session_id.as_str()),
        None => ("owner_id = ?1 AND ?3 IS NOT NULL", ""),
    };
    let mut statement = connection.prepare_cached(&format!(
        "{RUN} WHERE {by_session} AND number < ?2
         AND (?4 IS NULL OR +status = ?4) AND (?5 IS NULL OR task_id = ?5)
         ORDER BY number DESC LIMIT ?6"
    ))?;
    let rows = statement.query_map(
        (
            caller.user_id,
            after.unwrap_or(i64::MAX),
            session_id,
            query.status,
            query.task_id,
            one_more(limit),
        ),
        |row| Ok((row.get::<_, i64>(0)?, run_of(row)?)),
    )?;
    let page = page(rows.collect::<Result<_, _>>()?, limit, |(number, _)| {
        *number
    });
    Ok(Page {
        items: page.items.into_iter().map(|(_, run)| run).collect(),
        next: page.next,
    })
}

pub(super) fn events(
    connection: &Connection,
    run_id: &str,
    after: u64,
    limit: usize,
) -> Result<Vec<EventRecord>, StoreError> {
    let mut statement = connection.prepare_cached(
        "SELECT seq, name, data FROM run_events
         WHERE run = (SELECT number FROM runs WHERE id = ?1) AND seq > ?2 ORDER BY seq LIMIT ?3",
    )?;
    let rows = statement.query_map((run_id, sql(after), sql(limit as u64)), |row| {
        Ok(EventRecord {
            seq: number(row, 0)?,
            name: row.get(1)?,
            data: row.get(2)?,
        })
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

pub(super) fn spans(connection: &Connection, run_id: &str) -> Result<RunSpans, StoreError> {
    // In one statement, so that no span can end between two reads and be missed by both.
    let mut statement = connection.prepare_cached(
        "SELECT span.id, span.parent, span.number, span.kind, span.name, span.status, span.attributes,
             span.started_at, span.ended_at, runs.state
         FROM runs LEFT JOIN run_spans AS span ON span.run = runs.number WHERE runs.id = ?1",
    )?;
    let mut rows = statement.query([run_id])?;
    let mut spans = RunSpans::default();
    while let Some(row) = rows.next()? {
        if spans.state.is_none() {
            spans.state = row.get(9)?;
        }
        let Some(id) = row.get(0)? else { continue };
        spans.ended.push(SpanRecord {
            id,
            parent: row.get(1)?,
            number: row.get(2)?,
            kind: row.get::<_, String>(3)?.into(),
            name: row.get(4)?,
            status: row.get::<_, String>(5)?.into(),
            attributes: row.get::<_, Json<_>>(6)?.0,
            started_at: time(row, 7)?,
            ended_at: time(row, 8)?,
        });
    }
    Ok(spans)
}

/// `resumes`: all that it waited for is decided on, and it has not been heard of since.
pub(super) const UNFINISHED: &str = "SELECT runs.id, runs.owner_id, users.email, runs.status, runs.session_id, runs.task_id,
    runs.agent, runs.input, runs.last_event, runs.approvals FROM runs JOIN users ON users.id = runs.owner_id";

pub(super) fn unfinished_of(row: &Row<'_>) -> rusqlite::Result<UnfinishedRun> {
    let approvals: Option<Json<Vec<ApprovalRecord>>> = row.get(9)?;
    Ok(UnfinishedRun {
        id: row.get(0)?,
        owner: Caller {
            user_id: row.get(1)?,
            email: row.get(2)?,
        },
        status: row.get(3)?,
        session_id: row.get(4)?,
        task_id: row.get(5)?,
        agent: row.get(6)?,
        input: row.get(7)?,
        last_event: number(row, 8)?,
        approvals: approvals.map_or_else(Vec::new, |Json(approvals)| approvals),
    })
}

pub(super) fn unfinished(connection: &Connection) -> Result<Vec<UnfinishedRun>, StoreError> {
    // Two reads, so that each is served by a partial index and costs nothing where nothing is unfinished.
    let mut runs = Vec::new();
    for statuses in ["('running', 'paused')", "('queued')"] {
        let mut statement = connection.prepare(&format!(
            "{UNFINISHED} WHERE runs.status IN {statuses} ORDER BY runs.number"
        ))?;
        let rows = statement.query_map([], unfinished_of)?;
        for run in rows {
            runs.push(run?);
        }
    }
    Ok(runs)
}

pub(super) fn expired(
    connection: &Connection,
    now: DateTime<Utc>,
) -> Result<(Vec<UnfinishedRun>, Option<DateTime<Utc>>), StoreError> {
    let mut statement = connection.prepare_cached(&format!(
        "{UNFINISHED} WHERE runs.status IN ('running', 'paused') AND runs.expires_at <= ?1 ORDER BY runs.expires_at"
    ))?;
    let due = statement.query_map([Micros(now)], unfinished_of)?;
    let due = due.collect::<Result<_, _>>()?;
    let next = connection
        .prepare_cached(
            "SELECT min(expires_at) FROM runs WHERE status IN ('running', 'paused') AND expires_at > ?1",
        )?
        .query_row([Micros(now)], |row| time_if_any(row, 0))?;
    Ok((due, next))
}

/// A count as SQLite keeps it. Nothing is counted that could pass its range.
pub(super) fn sql(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
