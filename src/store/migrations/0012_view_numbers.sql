-- Each view has at its end the bare numbers that others are joined on: a join on 'R-124' would make that text of every row,
-- and no index knows it. Two views more are the joins that everybody makes.
DROP VIEW actions;
CREATE VIEW actions AS
SELECT 'A-' || id AS id, text, cause, product, 'R-' || complaint_id AS complaint, owner,
       strftime('%Y-%m-%dT%H:%M:%SZ', opened_at, 'unixepoch') AS opened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at, effect,
       id AS number, complaint_id AS complaint_number
FROM action;
DROP VIEW alerts;
CREATE VIEW alerts AS
SELECT 'R-' || complaint_id AS complaint, level, clock, ordinal, detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', raised_at, 'unixepoch') AS raised_at, role,
       strftime('%Y-%m-%dT%H:%M:%SZ', sent_at, 'unixepoch') AS sent_at, sent_to,
       strftime('%Y-%m-%dT%H:%M:%SZ', acknowledged_at, 'unixepoch') AS acknowledged_at, acknowledged_by,
       text AS note,
       complaint_id AS complaint_number
FROM alert;
DROP VIEW complaint_fields;
CREATE VIEW complaint_fields AS
SELECT 'R-' || complaint_id AS complaint, name, value,
       complaint_id AS complaint_number
FROM own_value;
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
       c.id AS number, c.customer_id AS customer_number, c.merged_into AS merged_into_number
FROM complaint AS c LEFT JOIN customer AS u ON u.id = c.customer_id;
DROP VIEW customers;
CREATE VIEW customers AS
SELECT 'C-' || id AS id, name, email, phone, value_cents, prefers, 'C-' || merged_into AS merged_into, ref, source, type,
       id AS number, customer.merged_into AS merged_into_number
FROM customer;
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
       complaint_id AS complaint_number
FROM deadline;
DROP VIEW events;
CREATE VIEW events AS
SELECT e.id AS event, e.change_id AS change, e.kind, 'R-' || e.complaint_id AS complaint,
       'C-' || e.customer_id AS customer, 'A-' || e.action_id AS action,
       strftime('%Y-%m-%dT%H:%M:%SZ', e.happened_at, 'unixepoch') AS happened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.recorded_at, 'unixepoch') AS recorded_at, c.actor, c.command, e.changes,
       e.personal, c.undoes,
       e.complaint_id AS complaint_number, e.customer_id AS customer_number, e.action_id AS action_number
FROM event AS e JOIN change AS c ON c.id = e.change_id;
DROP VIEW messages;
CREATE VIEW messages AS
SELECT 'R-' || complaint_id AS complaint, strftime('%Y-%m-%dT%H:%M:%SZ', happened_at, 'unixepoch') AS happened_at,
       actor, direction, channel, automatic, text,
       complaint_id AS complaint_number
FROM message;
DROP VIEW offers;
CREATE VIEW offers AS
SELECT 'R-' || complaint_id AS complaint, number, remedy, amount_cents, currency, text,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by, approved_by,
       strftime('%Y-%m-%dT%H:%M:%SZ', valid_until, 'unixepoch') AS valid_until,
       strftime('%Y-%m-%dT%H:%M:%SZ', accepted_at, 'unixepoch') AS accepted_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', declined_at, 'unixepoch') AS declined_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', withdrawn_at, 'unixepoch') AS withdrawn_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', paid_at, 'unixepoch') AS paid_at, wish,
       complaint_id AS complaint_number
FROM offer;
DROP VIEW promises;
CREATE VIEW promises AS
SELECT 'R-' || complaint_id AS complaint, number, text, strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at,
       made_by, strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', kept_at, 'unixepoch') AS kept_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', broken_at, 'unixepoch') AS broken_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', withdrawn_at, 'unixepoch') AS withdrawn_at,
       complaint_id AS complaint_number
FROM promise;
DROP VIEW steps;
CREATE VIEW steps AS
SELECT 'R-' || complaint_id AS complaint, number,
       CASE number WHEN 1 THEN 'empathise' WHEN 2 THEN 'understand' WHEN 3 THEN 'apologise' WHEN 4 THEN 'fix'
                   WHEN 5 THEN 'compensate' END AS step,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at, done_by, text, what, place AS "where", why,
       complaint_id AS complaint_number
FROM step;
CREATE VIEW open_complaints AS
SELECT c.id AS number, 'R-' || c.id AS id, c.status, c.kind, c.priority, c.harm, c.category, c.product, c.channel, c.subject,
       c.customer_id AS customer_number, u.name AS customer, u.email, u.phone, c.team, c.assignee,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.received_at, 'unixepoch') AS received_at, d.clock AS next_clock,
       strftime('%Y-%m-%dT%H:%M:%SZ', d.due_at, 'unixepoch') AS next_due_at
FROM complaint AS c
LEFT JOIN customer AS u ON u.id = c.customer_id
LEFT JOIN deadline AS d ON d.complaint_id = c.id AND (d.clock, d.ordinal) =
    (SELECT n.clock, n.ordinal FROM deadline AS n
     WHERE n.complaint_id = c.id AND n.due_at IS NOT NULL AND n.met_at IS NULL AND n.cancelled_at IS NULL
       AND n.missed_at IS NULL
     ORDER BY n.due_at, n.clock LIMIT 1)
WHERE c.status NOT IN ('closed', 'void') AND c.status IN ('new', 'open', 'waiting');
CREATE VIEW customer_sums AS
SELECT u.id AS number, 'C-' || u.id AS id, u.name, u.email, u.phone, u.type, u.value_cents, count(c.id) AS complaints,
       count(c.id) FILTER (WHERE c.status IN ('new', 'open', 'waiting')) AS open,
       count(c.id) FILTER (WHERE c.kind IN ('complaint', 'claim')) AS complaints_and_claims,
       count(c.id) FILTER (WHERE c.outcome IN ('upheld', 'partly')) AS upheld,
       strftime('%Y-%m-%dT%H:%M:%SZ', max(c.received_at), 'unixepoch') AS last_received_at
FROM customer AS u LEFT JOIN complaint AS c ON c.customer_id = u.id AND c.status <> 'void'
WHERE u.merged_into IS NULL
GROUP BY u.id;
