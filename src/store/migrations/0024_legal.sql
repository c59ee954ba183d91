-- Statutory terms: what counts when one passes unmet. Those that are not met have an index of their own: what is over stays
-- at hand until its decision was told.
ALTER TABLE deadline ADD COLUMN silence TEXT;
CREATE INDEX deadline_legal ON deadline (complaint_id, due_at)
    WHERE clock = 'legal' AND met_at IS NULL AND cancelled_at IS NULL AND missed_at IS NULL;

-- What was given more time by telling the customer: a row for each. Without a term it is the resolution.
CREATE TABLE extension (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    term         TEXT,
    first_due_at INTEGER,
    until        INTEGER,
    reason       TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX extension_by_until ON extension (until);

CREATE VIEW extensions AS
SELECT 'R-' || complaint_id AS complaint, number, iif(term IS NULL, 'resolution', 'legal') AS clock, term,
       strftime('%Y-%m-%dT%H:%M:%SZ', first_due_at, 'unixepoch') AS first_due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', until, 'unixepoch') AS until, reason,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       complaint_id AS complaint_number
FROM extension;

DROP VIEW deadlines;
CREATE VIEW deadlines AS
SELECT 'R-' || complaint_id AS complaint, clock, ordinal,
       strftime('%Y-%m-%dT%H:%M:%SZ', started_at, 'unixepoch') AS started_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', warn_at, 'unixepoch') AS warn_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', met_at, 'unixepoch') AS met_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', cancelled_at, 'unixepoch') AS cancelled_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', missed_at, 'unixepoch') AS missed_at,
       left_seconds / 60 AS left_minutes, taken_seconds / 60 AS taken_minutes,
       overrun_seconds / 60 AS overrun_minutes, target, sla, calendar, policy,
       complaint_id AS complaint_number, silence
FROM deadline;

-- A file told of these, which was forgotten when they were erased; reports go by it.
UPDATE complaint SET row_digest = 'erased'
WHERE erased_at IS NOT NULL AND row_digest IS NULL
  AND EXISTS (SELECT 1 FROM event WHERE complaint_id = complaint.id AND kind = 'imported');
