-- What staff owe each other: a row for each task of a complaint. The owner is a person, or team:NAME.
CREATE TABLE task (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    text         TEXT,
    owner        TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    due_at       INTEGER,
    done_at      INTEGER,
    dropped_at   INTEGER,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX task_open ON task (due_at) WHERE done_at IS NULL AND dropped_at IS NULL;

CREATE VIEW tasks AS
SELECT 'R-' || complaint_id AS complaint, number, text, owner,
       CASE WHEN done_at IS NOT NULL THEN 'done' WHEN dropped_at IS NOT NULL THEN 'dropped' ELSE 'open' END AS state,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', dropped_at, 'unixepoch') AS dropped_at,
       complaint_id AS complaint_number
FROM task;

-- Their words are searched as well. No complaint has any yet, so that the index stays as it is.
DROP VIEW complaint_document;
CREATE VIEW complaint_document AS
SELECT c.id AS id, c.subject AS subject, c.text AS text, c.wish AS wish,
       (SELECT group_concat(said, char(10))
        FROM (SELECT m.text AS said FROM message AS m
              WHERE m.complaint_id = c.id ORDER BY m.happened_at, m.event_id)) AS notes,
       (SELECT group_concat(said, char(10))
        FROM (SELECT p.text AS said FROM promise AS p WHERE p.complaint_id = c.id
              UNION ALL SELECT t.text FROM task AS t WHERE t.complaint_id = c.id
              UNION ALL SELECT coalesce(o.text, '') || char(10) || coalesce(o.wish, '') FROM offer AS o WHERE o.complaint_id = c.id
              UNION ALL SELECT coalesce(s.text, '') || char(10) || coalesce(s.what, '') || char(10) || coalesce(s.place, '')
                               || char(10) || coalesce(s.why, '') FROM step AS s
              WHERE s.complaint_id = c.id)) AS parts,
       coalesce(c.ref, '') || char(10) || coalesce(c.category, '') || char(10) || coalesce(c.product, '') || char(10)
           || coalesce(c.tags, '')
           || coalesce((SELECT group_concat(char(10) || value, '')
                        FROM (SELECT v.value AS value FROM own_value AS v WHERE v.complaint_id = c.id ORDER BY v.name)), '')
           AS terms,
       (SELECT group_concat(reason, char(10))
        FROM (SELECT w.reason AS reason FROM wait AS w WHERE w.complaint_id = c.id ORDER BY w.event_id)) AS waiting,
       coalesce(c.gave_name, '') || char(10) || coalesce(c.gave_email, '') || char(10)
           || coalesce(c.gave_phone || char(10)
                       || replace(replace(replace(replace(replace(replace(c.gave_phone, ' ', ''), '-', ''), '(', ''), ')',
                                                          ''), '/', ''), '.', ''), '') AS gave
FROM complaint AS c;
