-- Whom a customer was told to turn to, and which authority was told of a danger.
ALTER TABLE complaint ADD COLUMN recourse_told_at INTEGER;
ALTER TABLE complaint ADD COLUMN reported_at INTEGER;
ALTER TABLE complaint ADD COLUMN reported_to TEXT;
ALTER TABLE complaint ADD COLUMN not_reportable TEXT;
ALTER TABLE complaint ADD COLUMN not_reportable_at INTEGER;
CREATE INDEX complaint_in_danger ON complaint (received_at) WHERE harm <> 'none';

-- What comes of an appeal. Each begins another stage of its complaint.
ALTER TABLE complaint ADD COLUMN stage INTEGER NOT NULL DEFAULT 1;

ALTER TABLE appeal ADD COLUMN against TEXT;
ALTER TABLE appeal ADD COLUMN decider TEXT;
ALTER TABLE appeal ADD COLUMN answer_by INTEGER;
ALTER TABLE appeal ADD COLUMN answered_at INTEGER;
ALTER TABLE appeal ADD COLUMN decided_at INTEGER;
ALTER TABLE appeal ADD COLUMN decision TEXT;
ALTER TABLE appeal ADD COLUMN amount_cents INTEGER;
ALTER TABLE appeal ADD COLUMN currency TEXT;
CREATE INDEX appeal_by_decision ON appeal (decided_at) WHERE decided_at IS NOT NULL;

-- A resolution that was appealed was not simply taken back.
ALTER TABLE reopening ADD COLUMN by_appeal INTEGER NOT NULL DEFAULT 0;

-- What a body waits for, and an authority, stays at hand as well, whatever the status.
DROP INDEX deadline_legal;
CREATE INDEX deadline_outliving ON deadline (complaint_id, due_at)
    WHERE clock IN ('legal', 'appeal', 'authority') AND met_at IS NULL AND cancelled_at IS NULL AND missed_at IS NULL;

DROP VIEW appeals;
CREATE VIEW appeals AS
SELECT 'R-' || complaint_id AS complaint, number, body, ref,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       complaint_id AS complaint_number,
       CASE WHEN decided_at IS NOT NULL THEN 'decided' WHEN answered_at IS NOT NULL THEN 'answered' ELSE 'open' END AS state,
       against, decider, strftime('%Y-%m-%dT%H:%M:%SZ', answer_by, 'unixepoch') AS answer_by,
       strftime('%Y-%m-%dT%H:%M:%SZ', answered_at, 'unixepoch') AS answered_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', decided_at, 'unixepoch') AS decided_at, decision, amount_cents, currency
FROM appeal;

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
       c.effort_minutes, c.public, strftime('%Y-%m-%dT%H:%M:%SZ', c.erased_at, 'unixepoch') AS erased_at, c.stage,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.recourse_told_at, 'unixepoch') AS recourse_told_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.reported_at, 'unixepoch') AS reported_at, c.reported_to, c.not_reportable,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.not_reportable_at, 'unixepoch') AS not_reportable_at
FROM complaint AS c LEFT JOIN customer AS u ON u.id = c.customer_id;
