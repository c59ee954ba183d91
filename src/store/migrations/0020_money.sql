-- How long people worked on it: the sum of what its events say.
ALTER TABLE complaint ADD COLUMN effort_minutes INTEGER NOT NULL DEFAULT 0;
ALTER TABLE action ADD COLUMN effort_minutes INTEGER NOT NULL DEFAULT 0;

-- Each time that somebody worked on a complaint, or on a preventive action, with what that cost by the policy in force at the
-- time, where it says what an hour costs. Below zero where a sum was put right.
CREATE TABLE effort (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER REFERENCES complaint (id),
    action_id    INTEGER REFERENCES action (id),
    happened_at  INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    minutes      INTEGER NOT NULL,
    cost_cents   INTEGER,
    currency     TEXT
) STRICT;
CREATE INDEX effort_of_complaint ON effort (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX effort_of_action ON effort (action_id) WHERE action_id IS NOT NULL;

CREATE VIEW efforts AS
SELECT 'R-' || complaint_id AS complaint, 'A-' || action_id AS action,
       strftime('%Y-%m-%dT%H:%M:%SZ', happened_at, 'unixepoch') AS happened_at, actor, minutes, cost_cents, currency,
       complaint_id AS complaint_number, action_id AS action_number
FROM effort;

-- What was granted at an end that did not last, by the event that took it back.
CREATE TABLE past_grant (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    resolved_at  INTEGER NOT NULL,
    remedy       TEXT,
    amount_cents INTEGER,
    currency     TEXT,
    approved_by  TEXT,
    paid_at      INTEGER
) STRICT;
CREATE INDEX past_grant_of_complaint ON past_grant (complaint_id, event_id);
CREATE INDEX past_grant_by_resolution ON past_grant (resolved_at);

-- An undoing is younger than what it takes back: from the last to the first each is known to stand or not.
WITH RECURSIVE
    undoing (place, id, undoes) AS (
        SELECT row_number() OVER (ORDER BY id DESC), id, undoes FROM change WHERE undoes IS NOT NULL),
    taken (place, undone) AS (
        SELECT 0, ','
        UNION ALL
        SELECT u.place, iif(instr(t.undone, ',' || u.id || ',') > 0, t.undone, t.undone || u.undoes || ',')
        FROM taken AS t JOIN undoing AS u ON u.place = t.place + 1),
    ended (event_id, complaint_id, change_id, changes) AS (
        SELECT e.id, e.complaint_id, e.change_id, iif(json_valid(e.changes), e.changes, '{}')
        FROM event AS e JOIN complaint AS c ON c.id = e.complaint_id
        WHERE instr(e.changes, '"resolved_at"') > 0),
    gone (event_id, complaint_id, change_id, changes, remedy, amount_cents) AS (
        SELECT event_id, complaint_id, change_id, changes,
               iif(json_type(changes, '$.remedy[1]') = 'null', json_extract(changes, '$.remedy[0]'), NULL),
               iif(json_type(changes, '$.amount_cents[1]') = 'null', json_extract(changes, '$.amount_cents[0]'), NULL)
        FROM ended
        WHERE json_type(changes, '$.resolved_at[1]') = 'null' AND json_type(changes, '$.resolved_at[0]') <> 'null')
INSERT INTO past_grant (event_id, complaint_id, resolved_at, remedy, amount_cents, currency, approved_by, paid_at)
SELECT g.event_id, g.complaint_id, CAST(strftime('%s', json_extract(changes, '$.resolved_at[0]')) AS INTEGER), g.remedy,
       g.amount_cents,
       iif(json_type(changes, '$.currency[1]') = 'null', json_extract(changes, '$.currency[0]'), NULL),
       iif(json_type(changes, '$.approved_by[1]') = 'null', json_extract(changes, '$.approved_by[0]'), NULL),
       iif(json_type(changes, '$.paid_at[1]') = 'null', CAST(strftime('%s', json_extract(changes, '$.paid_at[0]')) AS INTEGER),
           NULL)
FROM gone AS g JOIN change AS h ON h.id = g.change_id
WHERE (g.remedy IS NOT NULL OR g.amount_cents IS NOT NULL) AND h.undoes IS NULL
  AND instr((SELECT undone FROM taken ORDER BY place DESC LIMIT 1), ',' || h.id || ',') = 0;

-- Money by when it was paid.
CREATE INDEX complaint_by_payment ON complaint (paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX offer_by_payment ON offer (paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX past_grant_by_payment ON past_grant (paid_at) WHERE paid_at IS NOT NULL;

DROP VIEW complaints;
CREATE VIEW complaints AS
SELECT 'R-' || c.id AS id, c.ref, c.source, c.status, c.kind, c.priority, c.harm, c.category, c.product, c.cause,
       c.channel, c.subject, c.text, c.wish, 'C-' || c.customer_id AS customer_id, u.name AS customer, u.email,
       u.phone, u.value_cents AS customer_value_cents, c.team, c.assignee, c.tags,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.received_at, 'unixepoch') AS received_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.logged_at, 'unixepoch') AS logged_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.responded_at, 'unixepoch') AS responded_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.resolved_at, 'unixepoch') AS resolved_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.closed_at, 'unixepoch') AS closed_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.waiting_since, 'unixepoch') AS waiting_since, c.waiting_reason,
       c.waited_seconds / 60 AS waiting_minutes, c.outcome, c.settled, c.remedy, c.amount_cents, c.currency,
       c.csat, c.nps, c.retained, c.reopened_count, 'R-' || c.merged_into AS merged_into, c.uid,
       c.approved_by, c.left_undone, strftime('%Y-%m-%dT%H:%M:%SZ', c.followed_up_at, 'unixepoch') AS followed_up_at,
       c.reached, strftime('%Y-%m-%dT%H:%M:%SZ', c.granted_at, 'unixepoch') AS granted_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.owed_since, 'unixepoch') AS owed_since,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.paid_at, 'unixepoch') AS paid_at,
       c.gave_name, c.gave_email, c.gave_phone, c.customer_type,
       c.id AS number, c.customer_id AS customer_number, c.merged_into AS merged_into_number,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.waiting_until, 'unixepoch') AS waiting_until,
       c.first_outcome, strftime('%Y-%m-%dT%H:%M:%SZ', c.first_resolved_at, 'unixepoch') AS first_resolved_at,
       c.effort_minutes
FROM complaint AS c LEFT JOIN customer AS u ON u.id = c.customer_id;

DROP VIEW actions;
CREATE VIEW actions AS
SELECT 'A-' || id AS id, text, cause, product, 'R-' || complaint_id AS complaint, owner,
       strftime('%Y-%m-%dT%H:%M:%SZ', opened_at, 'unixepoch') AS opened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at, effect,
       id AS number, complaint_id AS complaint_number, effort_minutes
FROM action;
