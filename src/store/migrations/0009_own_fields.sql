-- Fields that a firm has besides these: of each complaint one JSON object of texts, the personal ones apart, and a row for each
-- of them to look it up by. Numbers are written as 12.5, money as 49.90, days and times as ISO 8601, in UTC.
ALTER TABLE complaint ADD COLUMN own TEXT;
ALTER TABLE complaint ADD COLUMN own_personal TEXT;
CREATE TABLE own_value (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    name         TEXT    NOT NULL,
    value        TEXT    NOT NULL,
    key          TEXT    NOT NULL, -- in lower case, as it is looked up
    PRIMARY KEY (complaint_id, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX own_value_by_name ON own_value (name, key);

CREATE VIEW complaint_fields AS
SELECT 'R-' || complaint_id AS complaint, name, value FROM own_value;

-- They are searched as well. No complaint has any yet, so that the index stays as it is.
DROP VIEW complaint_document;
CREATE VIEW complaint_document AS
SELECT c.id AS id, c.subject AS subject, c.text AS text, c.wish AS wish,
       (SELECT group_concat(said, char(10))
        FROM (SELECT m.text AS said FROM message AS m
              WHERE m.complaint_id = c.id ORDER BY m.happened_at, m.event_id)) AS notes,
       (SELECT group_concat(said, char(10))
        FROM (SELECT p.text AS said FROM promise AS p WHERE p.complaint_id = c.id
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
