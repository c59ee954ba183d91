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
