-- For what a complaint waited: a row for each event that stands and says a reason. By all of them it is found, not
-- only by the one for which it waits now.
CREATE TABLE wait (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    reason       TEXT    NOT NULL
) STRICT;
CREATE INDEX wait_of_complaint ON wait (complaint_id, event_id);

-- An undoing is younger than what it takes back: from the last to the first each is known to stand or not.
WITH RECURSIVE
    undoing (place, id, undoes) AS (
        SELECT row_number() OVER (ORDER BY id DESC), id, undoes FROM change WHERE undoes IS NOT NULL),
    taken (place, undone) AS (
        SELECT 0, ','
        UNION ALL
        SELECT u.place, iif(instr(t.undone, ',' || u.id || ',') > 0, t.undone, t.undone || u.undoes || ',')
        FROM taken AS t JOIN undoing AS u ON u.place = t.place + 1),
    said (event_id, complaint_id, change_id, reason) AS (
        SELECT e.id, e.complaint_id, e.change_id, iif(json_valid(e.personal), json_extract(e.personal, '$.waiting_reason[1]'), NULL)
        FROM event AS e JOIN complaint AS c ON c.id = e.complaint_id
        WHERE instr(e.personal, '"waiting_reason"') > 0)
INSERT INTO wait (event_id, complaint_id, reason)
SELECT s.event_id, s.complaint_id, s.reason
FROM said AS s JOIN change AS h ON h.id = s.change_id
WHERE s.reason IS NOT NULL AND h.undoes IS NULL
  AND instr((SELECT undone FROM taken ORDER BY place DESC LIMIT 1), ',' || h.id || ',') = 0;

INSERT INTO complaint_text (complaint_text, rowid, subject, text, wish, notes, parts, terms, waiting, gave)
SELECT 'delete', d.id, search_words(d.subject), search_words(d.text), search_words(d.wish), search_words(d.notes),
       search_words(d.parts), search_words(d.terms), search_words(d.waiting), search_words(d.gave)
FROM complaint_document AS d WHERE d.id IN (SELECT complaint_id FROM wait);
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
           || coalesce(c.tags, '') AS terms,
       (SELECT group_concat(reason, char(10))
        FROM (SELECT w.reason AS reason FROM wait AS w WHERE w.complaint_id = c.id ORDER BY w.event_id)) AS waiting,
       coalesce(c.gave_name, '') || char(10) || coalesce(c.gave_email, '') || char(10)
           || coalesce(c.gave_phone || char(10)
                       || replace(replace(replace(replace(replace(replace(c.gave_phone, ' ', ''), '-', ''), '(', ''), ')',
                                                          ''), '/', ''), '.', ''), '') AS gave
FROM complaint AS c;
INSERT INTO complaint_text (rowid, subject, text, wish, notes, parts, terms, waiting, gave)
SELECT d.id, search_words(d.subject), search_words(d.text), search_words(d.wish), search_words(d.notes),
       search_words(d.parts), search_words(d.terms), search_words(d.waiting), search_words(d.gave)
FROM complaint_document AS d WHERE d.id IN (SELECT complaint_id FROM wait);
