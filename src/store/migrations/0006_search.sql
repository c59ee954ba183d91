-- Full text over all that is said about a complaint and its customer, in any language. The words go in as the function
-- search_words() of this program writes them, a blank between two: case and accents do not matter, and what is written
-- without blanks is found in parts. The indexes hold no texts.
-- A telephone number is found with the signs that are written in it, and without.
DROP TABLE complaint_text;
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
       c.waiting_reason AS waiting,
       coalesce(c.gave_name, '') || char(10) || coalesce(c.gave_email, '') || char(10)
           || coalesce(c.gave_phone || char(10)
                       || replace(replace(replace(replace(replace(replace(c.gave_phone, ' ', ''), '-', ''), '(', ''), ')',
                                                          ''), '/', ''), '.', ''), '') AS gave
FROM complaint AS c;
CREATE VIRTUAL TABLE complaint_text USING fts5 (
    subject, text, wish, notes, parts, terms, waiting, gave,
    content = '',
    tokenize = 'ascii', prefix = '2 3', columnsize = 0
);
INSERT INTO complaint_text (rowid, subject, text, wish, notes, parts, terms, waiting, gave)
SELECT id, search_words(subject), search_words(text), search_words(wish), search_words(notes), search_words(parts),
       search_words(terms), search_words(waiting), search_words(gave)
FROM complaint_document;

CREATE VIEW customer_document AS
SELECT u.id AS id, u.name AS name, u.email AS email,
       u.phone || char(10)
           || replace(replace(replace(replace(replace(replace(u.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '/', ''), '.', '')
           AS phone
FROM customer AS u;
CREATE VIRTUAL TABLE customer_text USING fts5 (
    name, email, phone,
    content = '',
    tokenize = 'ascii', prefix = '2 3', columnsize = 0
);
INSERT INTO customer_text (rowid, name, email, phone)
SELECT id, search_words(name), search_words(email), search_words(phone) FROM customer_document;

-- For each field that lists are filtered by: which words are in use, and which complaints have one.
CREATE INDEX complaint_of_source ON complaint (source) WHERE source IS NOT NULL;
CREATE INDEX complaint_of_category ON complaint (category) WHERE category IS NOT NULL;
CREATE INDEX complaint_of_product ON complaint (product) WHERE product IS NOT NULL;
CREATE INDEX complaint_of_cause ON complaint (cause) WHERE cause IS NOT NULL;
CREATE INDEX complaint_of_channel ON complaint (channel) WHERE channel IS NOT NULL;
CREATE INDEX complaint_of_remedy ON complaint (remedy) WHERE remedy IS NOT NULL;
CREATE INDEX complaint_of_team ON complaint (team) WHERE team IS NOT NULL;
CREATE INDEX complaint_with_tags ON complaint (tags) WHERE tags IS NOT NULL;
