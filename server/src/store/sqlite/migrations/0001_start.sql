-- Times are microseconds since 1970 in UTC (INTEGER), dates days since 1970 (INTEGER), lists and objects JSON texts.
-- The number is "TSKM" in ASCII: databases of other programs are refused (see open.rs).
PRAGMA application_id = 1414744909;

-- What belongs to the installation as a whole. `secret` keys page tokens and fingerprints of requests.
CREATE TABLE installation (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    secret   BLOB NOT NULL
) STRICT;
INSERT INTO installation VALUES (1, randomblob(16));

CREATE TABLE users (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    email         TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name          TEXT NOT NULL,
    time_zone     TEXT NOT NULL,
    working_hours TEXT NOT NULL,
    -- The number of the user's latest row in `changes`: numbers are dense even where old rows are gone.
    last_change   INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
) STRICT;

-- AUTOINCREMENT: the number of a deleted task is never given again, for people remember "task 3".
CREATE TABLE tasks (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    owner_id      INTEGER NOT NULL REFERENCES users (id),
    version       INTEGER NOT NULL,
    status        TEXT NOT NULL CHECK (status IN ('pending', 'in_progress', 'completed')),
    -- A rank, so that it sorts: 0 low, 1 normal, 2 high, 3 urgent.
    priority      INTEGER NOT NULL CHECK (priority BETWEEN 0 AND 3),
    deadline      INTEGER,
    parent_id     INTEGER REFERENCES tasks (id),
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL,
    completed_at  INTEGER,
    assignee      TEXT COLLATE NOCASE,
    assignee_note TEXT,
    title         TEXT NOT NULL,
    tags          TEXT NOT NULL,
    description   TEXT NOT NULL,
    -- Title and description in lower case (Unicode's, which SQLite's own lower() doesn't know), for the text search.
    folded        TEXT NOT NULL,
    -- What the orders sort by: keys that rise along the list, so that (key, id) is the position in every order.
    deadline_asc   INTEGER NOT NULL GENERATED ALWAYS AS (ifnull(deadline, 9223372036854775807)) VIRTUAL,
    deadline_desc  INTEGER NOT NULL GENERATED ALWAYS AS (ifnull(-deadline, 9223372036854775807)) VIRTUAL,
    updated_desc   INTEGER NOT NULL GENERATED ALWAYS AS (-updated_at) VIRTUAL,
    priority_desc  INTEGER NOT NULL GENERATED ALWAYS AS (-priority) VIRTUAL,
    completed_desc INTEGER GENERATED ALWAYS AS (-completed_at) VIRTUAL,
    CHECK ((status = 'completed') = (completed_at IS NOT NULL))
) STRICT;
CREATE INDEX tasks_by_owner ON tasks (owner_id);
CREATE INDEX tasks_by_deadline_asc ON tasks (owner_id, deadline_asc);
CREATE INDEX tasks_by_deadline_desc ON tasks (owner_id, deadline_desc);
CREATE INDEX tasks_by_updated_desc ON tasks (owner_id, updated_desc);
CREATE INDEX tasks_by_priority_desc ON tasks (owner_id, priority_desc);
CREATE INDEX tasks_by_completed_desc ON tasks (owner_id, completed_desc) WHERE completed_at IS NOT NULL;
CREATE INDEX tasks_by_parent ON tasks (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE dependencies (
    task_id    INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    position   INTEGER NOT NULL,
    depends_on INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    PRIMARY KEY (task_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX dependencies_by_target ON dependencies (depends_on);

-- By email, not by user: whoever has that address later sees the task from then on.
CREATE TABLE shares (
    email      TEXT NOT NULL COLLATE NOCASE,
    task_id    INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    permission TEXT NOT NULL CHECK (permission IN ('view', 'edit')),
    created_at INTEGER NOT NULL,
    PRIMARY KEY (email, task_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX shares_by_task ON shares (task_id);

CREATE TABLE reminders (
    id         TEXT PRIMARY KEY,
    task_id    INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    remind_at  INTEGER NOT NULL,
    message    TEXT,
    fired_at   INTEGER,
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX reminders_by_task ON reminders (task_id, remind_at);
CREATE INDEX reminders_waiting ON reminders (remind_at) WHERE fired_at IS NULL;
CREATE INDEX reminders_by_time ON reminders (remind_at);

CREATE TABLE meetings (
    id         TEXT PRIMARY KEY,
    task_id    INTEGER NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
    -- NULL: like its task.
    title      TEXT,
    attendees  TEXT NOT NULL,
    starts_at  INTEGER NOT NULL,
    ends_at    INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    CHECK (ends_at > starts_at)
) STRICT, WITHOUT ROWID;
CREATE INDEX meetings_by_task ON meetings (task_id, starts_at);
CREATE INDEX meetings_by_end ON meetings (ends_at);

-- What GET /events serves: a log per user, numbered without gaps.
CREATE TABLE changes (
    user_id INTEGER NOT NULL REFERENCES users (id),
    seq     INTEGER NOT NULL,
    data    TEXT NOT NULL,
    PRIMARY KEY (user_id, seq)
) STRICT, WITHOUT ROWID;

-- First answers to requests that bore an Idempotency-Key; kept for a day.
CREATE TABLE idempotency (
    owner_id    INTEGER NOT NULL REFERENCES users (id),
    operation   TEXT NOT NULL,
    key         TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    answer      TEXT NOT NULL,
    created_at  INTEGER NOT NULL,
    PRIMARY KEY (owner_id, operation, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_by_age ON idempotency (created_at);
