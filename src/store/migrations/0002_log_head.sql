-- The last event of the log: a log that was cut off at its end is missed by nothing else.
CREATE TABLE log_head (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    event INTEGER NOT NULL,
    hash  BLOB    NOT NULL
) STRICT;
INSERT INTO log_head (id, event, hash)
SELECT 1, coalesce(max(id), 0), coalesce((SELECT hash FROM event ORDER BY id DESC LIMIT 1), x'') FROM event;
