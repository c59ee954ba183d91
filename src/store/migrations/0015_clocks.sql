-- By when the customer whom we wait for is expected to answer, where that was said.
ALTER TABLE complaint ADD COLUMN waiting_until INTEGER;

-- How and when a complaint that was opened again ended first.
ALTER TABLE complaint ADD COLUMN first_outcome TEXT;
ALTER TABLE complaint ADD COLUMN first_resolved_at INTEGER;

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
       c.first_outcome, strftime('%Y-%m-%dT%H:%M:%SZ', c.first_resolved_at, 'unixepoch') AS first_resolved_at
FROM complaint AS c LEFT JOIN customer AS u ON u.id = c.customer_id;

-- A message of the customer that asks nothing of us; or a note of ours, that nothing asks that was said by then.
ALTER TABLE message ADD COLUMN needs_no_answer INTEGER NOT NULL DEFAULT 0;

DROP VIEW messages;
CREATE VIEW messages AS
SELECT 'R-' || complaint_id AS complaint, strftime('%Y-%m-%dT%H:%M:%SZ', happened_at, 'unixepoch') AS happened_at,
       actor, direction, channel, automatic, text,
       complaint_id AS complaint_number, needs_no_answer
FROM message;
