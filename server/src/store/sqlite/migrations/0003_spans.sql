-- Spans with W3C's ids and their status. The run's own span is one of them now; traces of before have none, and get it
-- from the run when they are read.

CREATE TABLE spans (
    run        INTEGER NOT NULL,
    -- 16 hexadecimal digits.
    id         TEXT NOT NULL,
    -- The span that it is inside of; none for the run's own.
    parent     TEXT,
    -- Its place among the spans of its run (which may be a run inside of this one), in the order in which they began.
    number     INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    name       TEXT NOT NULL,
    -- ok, error, cancelled or interrupted: only spans that have ended are stored. Open ones are in runs.state.
    status     TEXT NOT NULL,
    attributes TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at   INTEGER NOT NULL,
    PRIMARY KEY (run, id)
) STRICT, WITHOUT ROWID;

INSERT INTO spans
SELECT run, printf('%016x', seq), printf('%016x', parent_seq), seq, kind, name,
    CASE WHEN json_extract(attributes, '$.is_error') OR json_extract(attributes, '$.error_code') IS NOT NULL
         THEN 'error' ELSE 'ok' END,
    attributes, started_at, ended_at
FROM run_spans;

DROP TABLE run_spans;
ALTER TABLE spans RENAME TO run_spans;
