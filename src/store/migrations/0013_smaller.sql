-- Full text without indexes of its own for beginnings of two and three letters: they were three fifths of it, made every
-- change of a complaint dearer, and served only searches for so short a beginning, which do without.
DROP TABLE complaint_text;
CREATE VIRTUAL TABLE complaint_text USING fts5 (
    subject, text, wish, notes, parts, terms, waiting, gave,
    content = '',
    tokenize = 'ascii', columnsize = 0
);
INSERT INTO complaint_text (rowid, subject, text, wish, notes, parts, terms, waiting, gave)
SELECT id, search_words(subject), search_words(text), search_words(wish), search_words(notes), search_words(parts),
       search_words(terms), search_words(waiting), search_words(gave)
FROM complaint_document;

DROP TABLE customer_text;
CREATE VIRTUAL TABLE customer_text USING fts5 (
    name, email, phone,
    content = '',
    tokenize = 'ascii', columnsize = 0
);
INSERT INTO customer_text (rowid, name, email, phone)
SELECT id, search_words(name), search_words(email), search_words(phone) FROM customer_document;

-- Of an import, what the first events of complaints and customers say is packed, many together: compressed with zstd, of each
-- event from the first to the last its changes, personal, salt and digest, each as LENGTH:BYTES. Their own rows have '' for
-- changes, x'' for the hash but in the last of a pack, and no personal, salt or digest: the digest follows from personal and
-- salt, and is there only where those are erased; the hash follows from the event and the hash before it.
CREATE TABLE pack (
    first_event INTEGER PRIMARY KEY,
    last_event  INTEGER NOT NULL,
    texts       BLOB    NOT NULL
) STRICT;

DROP VIEW events;
CREATE VIEW events AS
SELECT e.id AS event, e.change_id AS change, e.kind, 'R-' || e.complaint_id AS complaint,
       'C-' || e.customer_id AS customer, 'A-' || e.action_id AS action,
       strftime('%Y-%m-%dT%H:%M:%SZ', e.happened_at, 'unixepoch') AS happened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.recorded_at, 'unixepoch') AS recorded_at, c.actor, c.command, nullif(e.changes, '') AS changes,
       e.personal, c.undoes,
       e.complaint_id AS complaint_number, e.customer_id AS customer_number, e.action_id AS action_number
FROM event AS e JOIN change AS c ON c.id = e.change_id;
