//! Changes of runs in SQLite: starting, adding, promoting, deciding.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use rusqlite::OptionalExtension;

use super::{
    columns::{Json, Micros, number},
    once::once,
    run_reads::{UNFINISHED, at_work, run, sql, unfinished_of},
    writer::Tx,
};
use crate::store::{
    Caller, Made, Once, StoreError,
    runs::{
        Addition, Decided, EventRecord, NewDecision, NewRun, OnBusy, RunConflict, RunSession,
        RunStatus, SpanRecord, StartedRun, Turn, UnfinishedRun,
    },
};

/// How many runs may wait for one session: more than people queue, less than a client gone wrong does.
pub(super) const SESSION_QUEUE: i64 = 32;

/// What every change of a run looks at first.
struct Head {
    number: i64,
    status: RunStatus,
    last_event: u64,
    session_id: String,
}

impl Head {
    fn of(tx: &Tx<'_>, run_id: &str) -> Result<Self, StoreError> {
        let head = tx
            .prepare_cached(
                "SELECT number, status, last_event, session_id FROM runs WHERE id = ?1",
            )?
            .query_row([run_id], |row| {
                Ok(Self {
                    number: row.get(0)?,
                    status: row.get(1)?,
                    last_event: number(row, 2)?,
                    session_id: row.get(3)?,
                })
            })?;
        Ok(head)
    }

    /// Fences off whoever believes the run to be in another state than it is.
    fn expect(self, status: RunStatus, last_event: u64) -> Result<Self, StoreError> {
        if self.status == status && self.last_event == last_event {
            Ok(self)
        } else {
            Err(self.moved())
        }
    }

    fn moved(&self) -> StoreError {
        RunConflict::Moved {
            status: self.status,
            last_event: self.last_event,
        }
        .into()
    }
}

pub(super) fn start(
    tx: &Tx<'_>,
    caller: &Caller,
    run: &NewRun,
    key: Option<&Once>,
    now: DateTime<Utc>,
) -> Result<Made<StartedRun>, StoreError> {
    once(tx, caller, key, now, || {
        let session_id = run.session.id();
        match &run.session {
            RunSession::New { id, title } => {
                tx.prepare_cached(
                    "INSERT INTO sessions (id, owner_id, title, created_at, updated_at)
                     VALUES (?1, ?2, ?3, ?4, ?4)",
                )?
                .execute((id, caller.user_id, title, Micros(now)))?;
            }
            RunSession::Existing(id) => {
                let used = tx
                    .prepare_cached(
                        "UPDATE sessions SET updated_at = ?3 WHERE id = ?1 AND owner_id = ?2",
                    )?
                    .execute((id, caller.user_id, Micros(now)))?;
                if used == 0 {
                    return Err(StoreError::NotFound);
                }
            }
        }
        let place = Place::find(tx, session_id, run.on_busy)?;
        let runs = matches!(place, Place::Free);
        let status = if runs {
            RunStatus::Running
        } else {
            RunStatus::Queued
        };
        let started_at = runs.then_some(Micros(now));
        let interrupts = run.on_busy == OnBusy::Interrupt;
        tx.prepare_cached(
            "INSERT INTO runs (id, owner_id, session_id, task_id, status, interrupts, created_at, started_at, agent, input)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
        )?
        .execute((
            &run.id,
            caller.user_id,
            session_id,
            run.task_id,
            status,
            interrupts,
            Micros(now),
            started_at,
            &run.agent,
            &run.input,
        ))?;
        if let Some(addition) = run.begins_with.as_ref().filter(|_| runs) {
            add(tx, &run.id, addition, now)?;
        }
        Ok(StartedRun {
            id: run.id.to_string(),
            runs,
            interrupts: match place {
                Place::Free => Vec::new(),
                Place::Behind(others) => others,
            },
        })
    })
}

/// Where a new run finds itself in its session.
enum Place {
    /// It may begin.
    Free,
    /// It waits, and these runs are to be cancelled for it.
    Behind(Vec<String>),
}

impl Place {
    fn find(tx: &Tx<'_>, session_id: &str, on_busy: OnBusy) -> Result<Self, StoreError> {
        let at_work = at_work(tx, session_id)?;
        let (waiting, first_waiting): (i64, Option<Arc<str>>) = tx
            .prepare_cached(
                "SELECT count(*), (SELECT id FROM runs WHERE session_id = ?1 AND status = 'queued'
                                   ORDER BY interrupts DESC, number LIMIT 1)
                 FROM runs WHERE session_id = ?1 AND status = 'queued'",
            )?
            .query_row([session_id], |row| Ok((row.get(0)?, row.get(1)?)))?;
        // A run that waits while none is at work is about to be promoted: it is in the way like one at work.
        let Some(in_the_way) = at_work.as_ref().or(first_waiting.as_ref()) else {
            return Ok(Self::Free);
        };
        match on_busy {
            OnBusy::Reject => Err(RunConflict::InProgress(Arc::clone(in_the_way)).into()),
            OnBusy::Queue | OnBusy::Interrupt if waiting >= SESSION_QUEUE => {
                Err(RunConflict::QueueFull.into())
            }
            OnBusy::Queue => Ok(Self::Behind(Vec::new())),
            OnBusy::Interrupt => {
                // Who interrupts wants what was said last to be answered next: an earlier interruption that still
                // waits has been overtaken as well. Those that queued politely keep their places behind.
                let mut statement = tx.prepare_cached(
                    "SELECT id FROM runs WHERE session_id = ?1 AND status = 'queued' AND interrupts = 1
                     ORDER BY number",
                )?;
                let overtaken = statement.query_map([session_id], |row| row.get(0))?;
                let others = at_work.iter().map(|id| Ok(id.to_string())).chain(overtaken);
                Ok(Self::Behind(others.collect::<Result<_, _>>()?))
            }
        }
    }
}

pub(super) fn add(
    tx: &Tx<'_>,
    run_id: &str,
    addition: &Addition,
    now: DateTime<Utc>,
) -> Result<Option<UnfinishedRun>, StoreError> {
    let last_event = addition.first_seq.saturating_sub(1);
    let head = Head::of(tx, run_id)?.expect(addition.expects, last_event)?;
    add_events(tx, head.number, &addition.events)?;
    add_items(tx, &head, &addition.items, now)?;
    add_spans(tx, head.number, &addition.spans)?;
    let last_event = head.last_event + addition.events.len() as u64;
    let change = |status: RunStatus, approvals, expires_at, finished_at, outcome: Option<&str>| {
        let ends = status.is_over();
        tx.prepare_cached(
            "UPDATE runs SET status = ?2, last_event = ?3, approvals = ?4, expires_at = ?5, finished_at = ?6,
                 outcome = ifnull(?7, outcome), state = CASE WHEN ?8 THEN NULL ELSE ifnull(?9, state) END
             WHERE number = ?1",
        )?
        .execute((
            head.number,
            status,
            sql(last_event),
            approvals,
            expires_at,
            finished_at,
            outcome,
            ends,
            &addition.state,
        ))
        .map_err(StoreError::from)
    };
    match &addition.turn {
        Turn::Continues => {
            change(RunStatus::Running, None, None, None, None)?;
            Ok(None)
        }
        Turn::Pauses {
            approvals,
            expires_at,
            outcome,
        } => {
            let expires_at = Some(Micros(*expires_at));
            change(
                RunStatus::Paused,
                Some(Json(approvals)),
                expires_at,
                None,
                Some(outcome),
            )?;
            Ok(None)
        }
        Turn::Ends {
            status,
            outcome,
            promotes,
        } => {
            change(*status, None, None, Some(Micros(now)), Some(outcome))?;
            if *promotes {
                promote(tx, &head.session_id, now)
            } else {
                Ok(None)
            }
        }
    }
}

fn add_events(tx: &Tx<'_>, run: i64, events: &[EventRecord]) -> Result<(), StoreError> {
    let mut statement = tx.prepare_cached("INSERT INTO run_events VALUES (?1, ?2, ?3, ?4)")?;
    for event in events {
        statement.execute((run, sql(event.seq), &event.name, &event.data))?;
    }
    Ok(())
}

fn add_items(
    tx: &Tx<'_>,
    head: &Head,
    items: &[String],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if items.is_empty() {
        return Ok(());
    }
    let added = sql(items.len() as u64);
    let count: Option<i64> = tx
        .prepare_cached(
            "UPDATE sessions SET items_count = items_count + ?2, updated_at = ?3 WHERE id = ?1
             RETURNING items_count",
        )?
        .query_row((&head.session_id, added, Micros(now)), |row| row.get(0))
        .optional()?;
    // A session can't be deleted while a run of it is at work; were it gone, nobody could read the items.
    let Some(count) = count else { return Ok(()) };
    let mut statement = tx.prepare_cached("INSERT INTO session_items VALUES (?1, ?2, ?3, ?4)")?;
    for (seq, item) in (count - added + 1..).zip(items) {
        statement.execute((&head.session_id, seq, head.number, item))?;
    }
    Ok(())
}

fn add_spans(tx: &Tx<'_>, run: i64, spans: &[SpanRecord]) -> Result<(), StoreError> {
    if spans.is_empty() {
        return Ok(());
    }
    let mut statement = tx
        .prepare_cached("INSERT INTO run_spans VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")?;
    for span in spans {
        statement.execute((
            run,
            &span.id,
            &span.parent,
            span.number,
            &span.kind,
            &span.name,
            &span.status,
            Json(&span.attributes),
            Micros(span.started_at),
            Micros(span.ended_at),
        ))?;
    }
    Ok(())
}

pub(super) fn promote(
    tx: &Tx<'_>,
    session_id: &str,
    now: DateTime<Utc>,
) -> Result<Option<UnfinishedRun>, StoreError> {
    let next: Option<i64> = tx
        .prepare_cached(
            "SELECT number FROM runs WHERE session_id = ?1 AND status = 'queued'
             ORDER BY interrupts DESC, number LIMIT 1",
        )?
        .query_row([session_id], |row| row.get(0))
        .optional()?;
    let Some(next) = next else { return Ok(None) };
    if at_work(tx, session_id)?.is_some() {
        return Ok(None);
    }
    tx.prepare_cached("UPDATE runs SET status = 'running', started_at = ?2 WHERE number = ?1")?
        .execute((next, Micros(now)))?;
    let run = tx
        .prepare_cached(&format!("{UNFINISHED} WHERE runs.number = ?1"))?
        .query_row([next], unfinished_of)?;
    Ok(Some(run))
}

pub(super) fn decide(
    tx: &Tx<'_>,
    caller: &Caller,
    run_id: &str,
    decisions: Vec<NewDecision>,
    now: DateTime<Utc>,
) -> Result<Decided, StoreError> {
    let record = run(tx, Some(caller), run_id)?;
    if record.status != RunStatus::Paused {
        return Ok(Decided::NotPaused(record.status));
    }
    if record
        .expires_at
        .is_some_and(|expires_at| expires_at <= now)
    {
        return Ok(Decided::Expired);
    }
    let mut approvals = record.approvals;
    for NewDecision { call_id, decision } in decisions {
        let Some(waiting) = approvals.iter_mut().find(|one| one.call_id == call_id) else {
            return Ok(Decided::UnknownCall(call_id));
        };
        if waiting.decision.is_some() {
            return Ok(Decided::AlreadyDecided(call_id));
        }
        waiting.decision = Some(decision);
    }
    let resumes = approvals.iter().all(|one| one.decision.is_some());
    let status = if resumes {
        RunStatus::Running
    } else {
        RunStatus::Paused
    };
    // The decisions stay until the run is heard of again: a server that dies in between takes it up from them.
    tx.prepare_cached(
        "UPDATE runs SET status = ?2, approvals = ?3, expires_at = CASE WHEN ?4 THEN NULL ELSE expires_at END
         WHERE id = ?1",
    )?
    .execute((run_id, status, Json(&approvals), resumes))?;
    Ok(if resumes {
        Decided::Resumes(approvals)
    } else {
        Decided::Waiting
    })
}
