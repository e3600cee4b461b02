//! [`RunStore`] and [`SessionStore`] for [`Sqlite`]: each operation in a line or two, done by the functions of its own
//! file.

use async_trait::async_trait;
use chrono::{DateTime, Utc};

use super::{Sqlite, run_reads, runs, sessions};
use crate::store::{
    Caller, Made, Once, StoreError,
    records::Page,
    runs::{
        Addition, Decided, EventRecord, NewDecision, NewRun, RunQuery, RunRecord, RunSpans,
        RunStore, StartedRun, StoredRun, UnfinishedRun,
    },
    sessions::{SessionCursor, SessionDeleted, SessionItems, SessionRecord, SessionStore},
};

#[async_trait]
impl RunStore for Sqlite {
    async fn start_run(
        &self,
        caller: &Caller,
        run: NewRun,
        once: Option<Once>,
        now: DateTime<Utc>,
    ) -> Result<Made<StartedRun>, StoreError> {
        let caller = caller.clone();
        self.write(move |tx| runs::start(tx, &caller, &run, once.as_ref(), now))
            .await
    }

    async fn started_run(
        &self,
        caller: &Caller,
        once: &Once,
    ) -> Result<Option<String>, StoreError> {
        self.read(|connection| run_reads::started(connection, caller, once))
    }

    async fn add_to_run(
        &self,
        run_id: &str,
        addition: Addition,
        now: DateTime<Utc>,
    ) -> Result<Option<UnfinishedRun>, StoreError> {
        let run_id = run_id.to_owned();
        self.write(move |tx| runs::add(tx, &run_id, &addition, now))
            .await
    }

    async fn decide_run(
        &self,
        caller: &Caller,
        run_id: &str,
        decisions: Vec<NewDecision>,
        now: DateTime<Utc>,
    ) -> Result<Decided, StoreError> {
        let (caller, run_id) = (caller.clone(), run_id.to_owned());
        self.write(move |tx| runs::decide(tx, &caller, &run_id, decisions, now))
            .await
    }

    async fn promote_run(
        &self,
        session_id: &str,
        now: DateTime<Utc>,
    ) -> Result<Option<UnfinishedRun>, StoreError> {
        let session_id = session_id.to_owned();
        self.write(move |tx| runs::promote(tx, &session_id, now))
            .await
    }

    async fn run(&self, caller: &Caller, run_id: &str) -> Result<RunRecord, StoreError> {
        self.read(|connection| run_reads::run(connection, Some(caller), run_id))
    }

    async fn stored_run(&self, run_id: &str, items: usize) -> Result<StoredRun, StoreError> {
        let run_id = run_id.to_owned();
        // On the writer's thread, so that it comes after every addition that was handed over before.
        self.write(move |tx| run_reads::stored(tx, &run_id, items))
            .await
    }

    async fn list_runs(
        &self,
        caller: &Caller,
        query: &RunQuery,
        after: Option<i64>,
        limit: usize,
    ) -> Result<Page<RunRecord, i64>, StoreError> {
        self.read(|connection| run_reads::list(connection, caller, query, after, limit))
    }

    async fn run_events(
        &self,
        run_id: &str,
        after: u64,
        limit: usize,
    ) -> Result<Vec<EventRecord>, StoreError> {
        self.read(|connection| run_reads::events(connection, run_id, after, limit))
    }

    async fn run_spans(&self, run_id: &str) -> Result<RunSpans, StoreError> {
        self.read(|connection| run_reads::spans(connection, run_id))
    }

    async fn unfinished_runs(&self) -> Result<Vec<UnfinishedRun>, StoreError> {
        self.read(run_reads::unfinished)
    }

    async fn expired_runs(
        &self,
        now: DateTime<Utc>,
    ) -> Result<(Vec<UnfinishedRun>, Option<DateTime<Utc>>), StoreError> {
        self.read(|connection| run_reads::expired(connection, now))
    }
}

#[async_trait]
impl SessionStore for Sqlite {
    async fn session(
        &self,
        caller: &Caller,
        session_id: &str,
    ) -> Result<SessionRecord, StoreError> {
        self.read(|connection| sessions::session(connection, caller, session_id))
    }

    async fn list_sessions(
        &self,
        caller: &Caller,
        after: Option<SessionCursor>,
        limit: usize,
    ) -> Result<Page<SessionRecord, SessionCursor>, StoreError> {
        self.read(|connection| sessions::list(connection, caller, after.as_ref(), limit))
    }

    async fn delete_session(
        &self,
        caller: &Caller,
        session_id: &str,
    ) -> Result<SessionDeleted, StoreError> {
        let (caller, session_id) = (caller.clone(), session_id.to_owned());
        self.write(move |tx| sessions::delete(tx, &caller, &session_id))
            .await
    }

    async fn session_items(
        &self,
        caller: &Caller,
        session_id: &str,
        limit: usize,
    ) -> Result<SessionItems, StoreError> {
        self.read(|connection| sessions::items(connection, caller, session_id, limit))
    }
}
