-- Sessions, runs, and the logs of runs.

CREATE TABLE sessions (
    id          TEXT PRIMARY KEY,
    owner_id    INTEGER NOT NULL REFERENCES users (id),
    -- The beginning of the first message.
    title       TEXT NOT NULL,
    -- Kept here, so that neither a list nor the next item's number has to count.
    items_count INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_owner ON sessions (owner_id, updated_at, id);

-- A session's conversation: one JSON item of the agent crate in each row.
CREATE TABLE session_items (
    session_id TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    seq        INTEGER NOT NULL,
    -- The number of the run that added it.
    run        INTEGER NOT NULL,
    data       TEXT NOT NULL,
    PRIMARY KEY (session_id, seq)
) STRICT, WITHOUT ROWID;

-- Neither session nor task is a foreign key: the record of a run outlives both.
CREATE TABLE runs (
    -- Rises from run to run, whatever the clock does: the order of lists, and of a session's queue.
    number      INTEGER PRIMARY KEY,
    id          TEXT NOT NULL UNIQUE,
    owner_id    INTEGER NOT NULL REFERENCES users (id),
    session_id  TEXT NOT NULL,
    task_id     INTEGER,
    status      TEXT NOT NULL CHECK (status IN
        ('queued', 'running', 'paused', 'completed', 'incomplete', 'failed', 'cancelled')),
    -- While it is queued: whether it goes before those that wait.
    interrupts  INTEGER NOT NULL DEFAULT 0,
    -- The number of its latest event; the next one is this plus one.
    last_event  INTEGER NOT NULL DEFAULT 0,
    created_at  INTEGER NOT NULL,
    started_at  INTEGER,
    finished_at INTEGER,
    -- While it waits for approvals: until when.
    expires_at  INTEGER,
    agent       TEXT NOT NULL,
    input       TEXT NOT NULL,
    -- The calls that it waits for, with the decisions so far, in JSON; until the run is heard of again.
    approvals   TEXT,
    -- What it came to (response, tool calls, usage …), in JSON; stored when it pauses and when it ends.
    outcome     TEXT,
    -- The agent crate's state of the run in JSON, with its own version in it; dropped when the run ends.
    state       TEXT
) STRICT;
CREATE INDEX runs_by_owner ON runs (owner_id);
CREATE INDEX runs_by_session ON runs (session_id);
-- The promise that a session serves one run at a time.
CREATE UNIQUE INDEX runs_at_work ON runs (session_id) WHERE status IN ('running', 'paused');
CREATE INDEX runs_queued ON runs (session_id, interrupts) WHERE status = 'queued';

-- The log that streams are served from, byte for byte: numbered from 1 without gaps. `run` is runs.number; it is no
-- foreign key, because rows are written only by the transaction that has just read the run, and there are many.
CREATE TABLE run_events (
    run  INTEGER NOT NULL,
    seq  INTEGER NOT NULL,
    name TEXT NOT NULL,
    data TEXT NOT NULL,
    PRIMARY KEY (run, seq)
) STRICT, WITHOUT ROWID;

-- What a run did when. Only finished spans are stored, and never that of the run itself, whose times are the run's.
CREATE TABLE run_spans (
    run        INTEGER NOT NULL,
    seq        INTEGER NOT NULL,
    parent_seq INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    attributes TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at   INTEGER NOT NULL,
    PRIMARY KEY (run, seq)
) STRICT, WITHOUT ROWID;
