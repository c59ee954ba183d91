CREATE INDEX alert_by_sending ON alert (sent_at) WHERE sent_at IS NOT NULL;
CREATE INDEX alert_of_surge ON alert (due_at) WHERE level = 'surge';
CREATE INDEX appeal_by_body ON appeal (body);
CREATE INDEX appeal_by_decision ON appeal (decided_at) WHERE decided_at IS NOT NULL;
CREATE INDEX appeal_by_time ON appeal (made_at);
CREATE INDEX change_undoing ON change (undoes) WHERE undoes IS NOT NULL;
CREATE INDEX complaint_at_hand ON complaint (status)
    WHERE status NOT IN ('closed', 'void') OR unanswered_since IS NOT NULL;
CREATE INDEX complaint_by_followup ON complaint (followed_up_at) WHERE followed_up_at IS NOT NULL;
CREATE INDEX complaint_by_payment ON complaint (paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX complaint_by_public ON complaint (public) WHERE public IS NOT NULL;
CREATE INDEX complaint_by_receipt ON complaint (received_at, status, targeted, kind);
CREATE INDEX complaint_by_ref ON complaint (ref, source) WHERE ref IS NOT NULL;
CREATE INDEX complaint_by_resolution ON complaint (resolved_at, received_at) WHERE resolved_at IS NOT NULL;
CREATE UNIQUE INDEX complaint_by_uid ON complaint (uid);
CREATE INDEX complaint_by_voiding ON complaint (voided_at) WHERE voided_at IS NOT NULL;
CREATE INDEX complaint_in_danger ON complaint (received_at) WHERE harm <> 'none';
CREATE INDEX complaint_merged ON complaint (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX complaint_of_assignee ON complaint (assignee, status, assigned_at) WHERE assignee IS NOT NULL;
CREATE INDEX complaint_of_category ON complaint (category) WHERE category IS NOT NULL;
CREATE INDEX complaint_of_cause ON complaint (cause) WHERE cause IS NOT NULL;
CREATE INDEX complaint_of_channel ON complaint (channel) WHERE channel IS NOT NULL;
CREATE INDEX complaint_of_customer ON complaint (customer_id, received_at) WHERE customer_id IS NOT NULL;
CREATE INDEX complaint_of_product ON complaint (product) WHERE product IS NOT NULL;
CREATE INDEX complaint_of_remedy ON complaint (remedy) WHERE remedy IS NOT NULL;
CREATE INDEX complaint_of_source ON complaint (source) WHERE source IS NOT NULL;
CREATE INDEX complaint_of_team ON complaint (team) WHERE team IS NOT NULL;
CREATE INDEX complaint_unpaid ON complaint (owed_since)
    WHERE owed_since IS NOT NULL AND paid_at IS NULL
      AND coalesce(remedy, '') NOT IN ('replacement', 'repair', 'upgrade', 'gift', 'apology', 'listening', 'none');
CREATE INDEX complaint_with_injury ON complaint (received_at) WHERE harm = 'injury';
CREATE INDEX complaint_with_tags ON complaint (tags) WHERE tags IS NOT NULL;
CREATE INDEX customer_by_email ON customer (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX customer_by_phone ON customer (phone_key) WHERE phone_key IS NOT NULL;
CREATE INDEX customer_by_ref ON customer (ref, source) WHERE ref IS NOT NULL;
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX deadline_by_due ON deadline (due_at, cancelled_at, met_at, taken_seconds, overrun_seconds)
    WHERE due_at IS NOT NULL AND cancelled_at IS NULL;
CREATE INDEX deadline_outliving ON deadline (complaint_id, due_at)
    WHERE clock IN ('legal', 'appeal', 'authority') AND met_at IS NULL AND cancelled_at IS NULL AND missed_at IS NULL;
CREATE INDEX deadline_unmet ON deadline (due_at)
    WHERE met_at IS NULL AND cancelled_at IS NULL AND missed_at IS NULL;
CREATE INDEX effort_of_action ON effort (action_id) WHERE action_id IS NOT NULL;
CREATE INDEX effort_of_complaint ON effort (complaint_id) WHERE complaint_id IS NOT NULL;
CREATE INDEX event_of_action ON event (action_id, id) WHERE action_id IS NOT NULL;
CREATE INDEX event_of_change ON event (change_id);
CREATE INDEX event_of_complaint ON event (complaint_id, id) WHERE complaint_id IS NOT NULL;
CREATE INDEX event_of_customer ON event (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX event_of_firm ON event (id)
    WHERE complaint_id IS NULL AND customer_id IS NULL AND action_id IS NULL;
CREATE INDEX extension_by_until ON extension (until);
CREATE INDEX message_of_complaint ON message (complaint_id, happened_at, event_id);
CREATE INDEX offer_by_payment ON offer (paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX offer_unpaid ON offer (accepted_at) WHERE accepted_at IS NOT NULL AND paid_at IS NULL;
CREATE INDEX own_value_by_name ON own_value (name, key);
CREATE INDEX past_grant_by_payment ON past_grant (paid_at) WHERE paid_at IS NOT NULL;
CREATE INDEX past_grant_by_resolution ON past_grant (resolved_at);
CREATE INDEX past_grant_of_complaint ON past_grant (complaint_id, event_id);
CREATE INDEX reopening_by_resolution ON reopening (resolved_at);
CREATE INDEX reopening_by_time ON reopening (reopened_at);
CREATE INDEX task_open ON task (due_at) WHERE done_at IS NULL AND dropped_at IS NULL;
CREATE INDEX wait_of_complaint ON wait (complaint_id, event_id);
CREATE TABLE absence (
    person    TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    PRIMARY KEY (person, first_day)
) STRICT, WITHOUT ROWID;
CREATE TABLE action (
    id           INTEGER PRIMARY KEY,
    text         TEXT,
    cause        TEXT,
    product      TEXT,
    complaint_id INTEGER,
    owner        TEXT,
    opened_at    INTEGER,
    due_at       INTEGER,
    done_at      INTEGER,
    effect       TEXT
, effort_minutes INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE alert (
    complaint_id    INTEGER NOT NULL REFERENCES complaint (id),
    number          INTEGER NOT NULL,
    level           TEXT,
    clock           TEXT,
    ordinal         INTEGER,
    detail          TEXT,
    due_at          INTEGER,
    raised_at       INTEGER,
    role            TEXT,
    sent_at         INTEGER,
    sent_to         TEXT,
    acknowledged_at INTEGER,
    acknowledged_by TEXT,
    text            TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE appeal (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    body         TEXT,
    ref          TEXT,
    made_at      INTEGER,
    made_by      TEXT, against TEXT, decider TEXT, answer_by INTEGER, answered_at INTEGER, decided_at INTEGER, decision TEXT, amount_cents INTEGER, currency TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE change (
    id          INTEGER PRIMARY KEY,
    recorded_at INTEGER NOT NULL,
    actor       TEXT    NOT NULL,
    command     TEXT    NOT NULL,
    undoes      INTEGER REFERENCES change (id)
, seal BLOB) STRICT;
CREATE TABLE complaint (
    id                      INTEGER PRIMARY KEY,
    uid                     TEXT    NOT NULL,
    ref                     TEXT,
    source                  TEXT,
    status                  TEXT    NOT NULL,
    kind                    TEXT    NOT NULL,
    priority                TEXT    NOT NULL,
    harm                    TEXT    NOT NULL,
    category                TEXT,
    product                 TEXT,
    cause                   TEXT,
    channel                 TEXT,
    tags                    TEXT,
    subject                 TEXT,
    text                    TEXT,
    wish                    TEXT,
    customer_id             INTEGER REFERENCES customer (id),
    team                    TEXT,
    assignee                TEXT,
    assigned_at             INTEGER,
    received_at             INTEGER NOT NULL,
    logged_at               INTEGER NOT NULL,
    status_at               INTEGER NOT NULL,
    responded_at            INTEGER,
    resolved_at             INTEGER,
    closed_at               INTEGER,
    voided_at               INTEGER,
    waiting_since           INTEGER,
    waiting_reason          TEXT,
    waited_seconds          INTEGER NOT NULL,
    given_response_due_at   ANY, -- an instant, or the word none: the source knows of no target
    given_resolution_due_at ANY,
    outcome                 TEXT,
    settled                 TEXT,
    remedy                  TEXT,
    amount_cents            INTEGER,
    currency                TEXT,
    approved_by             TEXT,
    granted_at              INTEGER,
    owed_since              INTEGER,
    paid_at                 INTEGER,
    left_undone             TEXT,
    csat                    INTEGER,
    nps                     INTEGER,
    retained                TEXT,
    followed_up_at          INTEGER,
    reached                 TEXT,
    reopened_count          INTEGER NOT NULL,
    merged_into             INTEGER,
    row_digest              TEXT,
    targeted                INTEGER NOT NULL DEFAULT 0, -- a bit for each clock that its service level has a target for
    unanswered_since        INTEGER -- the customer wrote after it was resolved, and nobody has answered
, gave_name TEXT, gave_email TEXT, gave_phone TEXT, own TEXT, own_personal TEXT, customer_type TEXT, waiting_until INTEGER, first_outcome TEXT, first_resolved_at INTEGER, effort_minutes INTEGER NOT NULL DEFAULT 0, public INTEGER, erased_at INTEGER, recourse_told_at INTEGER, reported_at INTEGER, reported_to TEXT, not_reportable TEXT, not_reportable_at INTEGER, stage INTEGER NOT NULL DEFAULT 1) STRICT;
CREATE VIRTUAL TABLE complaint_text USING fts5 (
    subject, text, wish, notes, parts, terms, waiting, gave,
    content = '',
    tokenize = 'ascii', columnsize = 0
);
CREATE TABLE customer (
    id          INTEGER PRIMARY KEY,
    name        TEXT,
    email       TEXT,
    phone       TEXT,
    value_cents INTEGER,
    prefers     TEXT,
    merged_into INTEGER REFERENCES customer (id),
    email_key   TEXT,
    phone_key   TEXT
, ref TEXT, source TEXT, type TEXT, erased_at INTEGER) STRICT;
CREATE VIRTUAL TABLE customer_text USING fts5 (
    name, email, phone,
    content = '',
    tokenize = 'ascii', columnsize = 0
);
CREATE TABLE deadline (
    complaint_id    INTEGER NOT NULL REFERENCES complaint (id),
    clock           TEXT    NOT NULL,
    ordinal         INTEGER NOT NULL,
    started_at      INTEGER NOT NULL,
    due_at          INTEGER,
    warn_at         INTEGER,
    met_at          INTEGER,
    cancelled_at    INTEGER,
    missed_at       INTEGER, -- given up: a broken promise is no longer overdue
    left_seconds    INTEGER,
    taken_seconds   INTEGER,
    overrun_seconds INTEGER,
    target          TEXT    NOT NULL,
    sla             TEXT    NOT NULL,
    calendar        TEXT    NOT NULL,
    policy          INTEGER NOT NULL, silence TEXT,
    PRIMARY KEY (complaint_id, clock, ordinal)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE event (
    id           INTEGER PRIMARY KEY,
    change_id    INTEGER NOT NULL REFERENCES change (id),
    kind         TEXT    NOT NULL,
    complaint_id INTEGER,
    customer_id  INTEGER,
    action_id    INTEGER,
    happened_at  INTEGER NOT NULL,
    changes      TEXT    NOT NULL,
    personal     TEXT,
    salt         BLOB,
    digest       BLOB,
    hash         BLOB    NOT NULL
) STRICT;
CREATE TABLE extension (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    term         TEXT,
    first_due_at INTEGER,
    until        INTEGER,
    reason       TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE log_head (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    event INTEGER NOT NULL,
    hash  BLOB    NOT NULL
) STRICT;
CREATE TABLE message (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    happened_at  INTEGER NOT NULL,
    actor        TEXT    NOT NULL,
    direction    TEXT    NOT NULL,
    channel      TEXT,
    automatic    INTEGER NOT NULL,
    text         TEXT
, needs_no_answer INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE offer (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    remedy       TEXT,
    amount_cents INTEGER,
    currency     TEXT,
    text         TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    approved_by  TEXT,
    valid_until  INTEGER,
    accepted_at  INTEGER,
    declined_at  INTEGER,
    withdrawn_at INTEGER,
    paid_at      INTEGER,
    wish         TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE own_value (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    name         TEXT    NOT NULL,
    value        TEXT    NOT NULL,
    key          TEXT    NOT NULL, -- in lower case, as it is looked up
    PRIMARY KEY (complaint_id, name)
) STRICT, WITHOUT ROWID;
CREATE TABLE pack (
    first_event INTEGER PRIMARY KEY,
    last_event  INTEGER NOT NULL,
    texts       BLOB    NOT NULL
) STRICT;
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
CREATE TABLE policy (
    version   INTEGER PRIMARY KEY,
    change_id INTEGER NOT NULL REFERENCES change (id),
    hash      TEXT    NOT NULL,
    toml      TEXT    NOT NULL,
    undone    INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE promise (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    text         TEXT,
    made_at      INTEGER,
    made_by      TEXT,
    due_at       INTEGER,
    kept_at      INTEGER,
    broken_at    INTEGER,
    withdrawn_at INTEGER,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE reopening (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    ordinal      INTEGER NOT NULL,
    resolved_at  INTEGER NOT NULL,
    reopened_at  INTEGER NOT NULL, by_appeal INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (complaint_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE shared_phone (
    phone_key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
CREATE TABLE step (
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    number       INTEGER NOT NULL,
    done_at      INTEGER,
    done_by      TEXT,
    text         TEXT,
    what         TEXT,
    place        TEXT,
    why          TEXT,
    PRIMARY KEY (complaint_id, number)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE volume (
    field  TEXT    NOT NULL,
    period TEXT    NOT NULL,
    value  TEXT    NOT NULL,
    volume INTEGER NOT NULL,
    PRIMARY KEY (field, period, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE wait (
    event_id     INTEGER PRIMARY KEY REFERENCES event (id),
    complaint_id INTEGER NOT NULL REFERENCES complaint (id),
    reason       TEXT    NOT NULL
) STRICT;
CREATE VIEW actions AS
SELECT 'A-' || id AS id, text, cause, product, 'R-' || complaint_id AS complaint, owner,
       strftime('%Y-%m-%dT%H:%M:%SZ', opened_at, 'unixepoch') AS opened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at, effect,
       id AS number, complaint_id AS complaint_number, effort_minutes
FROM action;
CREATE VIEW alerts AS
SELECT 'R-' || complaint_id AS complaint, level, clock, ordinal, detail,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', raised_at, 'unixepoch') AS raised_at, role,
       strftime('%Y-%m-%dT%H:%M:%SZ', sent_at, 'unixepoch') AS sent_at, sent_to,
       strftime('%Y-%m-%dT%H:%M:%SZ', acknowledged_at, 'unixepoch') AS acknowledged_at, acknowledged_by,
       text AS note,
       complaint_id AS complaint_number
FROM alert;
CREATE VIEW appeals AS
SELECT 'R-' || complaint_id AS complaint, number, body, ref,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       complaint_id AS complaint_number,
       CASE WHEN decided_at IS NOT NULL THEN 'decided' WHEN answered_at IS NOT NULL THEN 'answered' ELSE 'open' END AS state,
       against, decider, strftime('%Y-%m-%dT%H:%M:%SZ', answer_by, 'unixepoch') AS answer_by,
       strftime('%Y-%m-%dT%H:%M:%SZ', answered_at, 'unixepoch') AS answered_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', decided_at, 'unixepoch') AS decided_at, decision, amount_cents, currency
FROM appeal;
CREATE VIEW complaint_document AS
SELECT c.id AS id, c.subject AS subject, c.text AS text, c.wish AS wish,
       (SELECT group_concat(said, char(10))
        FROM (SELECT m.text AS said FROM message AS m
              WHERE m.complaint_id = c.id ORDER BY m.happened_at, m.event_id)) AS notes,
       (SELECT group_concat(said, char(10))
        FROM (SELECT p.text AS said FROM promise AS p WHERE p.complaint_id = c.id
              UNION ALL SELECT t.text FROM task AS t WHERE t.complaint_id = c.id
              UNION ALL SELECT coalesce(o.text, '') || char(10) || coalesce(o.wish, '') FROM offer AS o WHERE o.complaint_id = c.id
              UNION ALL SELECT a.body || char(10) || coalesce(a.ref, '') FROM appeal AS a WHERE a.complaint_id = c.id
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
CREATE VIEW complaint_fields AS
SELECT 'R-' || complaint_id AS complaint, name, value,
       complaint_id AS complaint_number
FROM own_value;
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
CREATE VIEW customer_document AS
SELECT u.id AS id, u.name AS name, u.email AS email,
       u.phone || char(10)
           || replace(replace(replace(replace(replace(replace(u.phone, ' ', ''), '-', ''), '(', ''), ')', ''), '/', ''), '.', '')
           AS phone
FROM customer AS u;
CREATE VIEW customer_sums AS
SELECT u.id AS number, 'C-' || u.id AS id, u.name, u.email, u.phone, u.type, u.value_cents, count(c.id) AS complaints,
       count(c.id) FILTER (WHERE c.status IN ('new', 'open', 'waiting')) AS open,
       count(c.id) FILTER (WHERE c.kind IN ('complaint', 'claim')) AS complaints_and_claims,
       count(c.id) FILTER (WHERE c.outcome IN ('upheld', 'partly')) AS upheld,
       strftime('%Y-%m-%dT%H:%M:%SZ', max(c.received_at), 'unixepoch') AS last_received_at
FROM customer AS u LEFT JOIN complaint AS c ON c.customer_id = u.id AND c.status <> 'void'
WHERE u.merged_into IS NULL
GROUP BY u.id;
CREATE VIEW customers AS
SELECT 'C-' || id AS id, name, email, phone, value_cents, prefers, 'C-' || merged_into AS merged_into, ref, source, type,
       id AS number, customer.merged_into AS merged_into_number,
       strftime('%Y-%m-%dT%H:%M:%SZ', erased_at, 'unixepoch') AS erased_at
FROM customer;
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
       complaint_id AS complaint_number, silence
FROM deadline;
CREATE VIEW efforts AS
SELECT 'R-' || complaint_id AS complaint, 'A-' || action_id AS action,
       strftime('%Y-%m-%dT%H:%M:%SZ', happened_at, 'unixepoch') AS happened_at, actor, minutes, cost_cents, currency,
       complaint_id AS complaint_number, action_id AS action_number
FROM effort;
CREATE VIEW events AS
SELECT e.id AS event, e.change_id AS change, e.kind, 'R-' || e.complaint_id AS complaint,
       'C-' || e.customer_id AS customer, 'A-' || e.action_id AS action,
       strftime('%Y-%m-%dT%H:%M:%SZ', e.happened_at, 'unixepoch') AS happened_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', c.recorded_at, 'unixepoch') AS recorded_at, c.actor, c.command, nullif(e.changes, '') AS changes,
       e.personal, c.undoes,
       e.complaint_id AS complaint_number, e.customer_id AS customer_number, e.action_id AS action_number
FROM event AS e JOIN change AS c ON c.id = e.change_id;
CREATE VIEW extensions AS
SELECT 'R-' || complaint_id AS complaint, number, iif(term IS NULL, 'resolution', 'legal') AS clock, term,
       strftime('%Y-%m-%dT%H:%M:%SZ', first_due_at, 'unixepoch') AS first_due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', until, 'unixepoch') AS until, reason,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       complaint_id AS complaint_number
FROM extension;
CREATE VIEW messages AS
SELECT 'R-' || complaint_id AS complaint, strftime('%Y-%m-%dT%H:%M:%SZ', happened_at, 'unixepoch') AS happened_at,
       actor, direction, channel, automatic, text,
       complaint_id AS complaint_number, needs_no_answer
FROM message;
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
CREATE VIEW promises AS
SELECT 'R-' || complaint_id AS complaint, number, text, strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at,
       made_by, strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', kept_at, 'unixepoch') AS kept_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', broken_at, 'unixepoch') AS broken_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', withdrawn_at, 'unixepoch') AS withdrawn_at,
       complaint_id AS complaint_number
FROM promise;
CREATE VIEW steps AS
SELECT 'R-' || complaint_id AS complaint, number,
       CASE number WHEN 1 THEN 'empathise' WHEN 2 THEN 'understand' WHEN 3 THEN 'apologise' WHEN 4 THEN 'fix'
                   WHEN 5 THEN 'compensate' END AS step,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at, done_by, text, what, place AS "where", why,
       complaint_id AS complaint_number
FROM step;
CREATE VIEW tasks AS
SELECT 'R-' || complaint_id AS complaint, number, text, owner,
       CASE WHEN done_at IS NOT NULL THEN 'done' WHEN dropped_at IS NOT NULL THEN 'dropped' ELSE 'open' END AS state,
       strftime('%Y-%m-%dT%H:%M:%SZ', made_at, 'unixepoch') AS made_at, made_by,
       strftime('%Y-%m-%dT%H:%M:%SZ', due_at, 'unixepoch') AS due_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', done_at, 'unixepoch') AS done_at,
       strftime('%Y-%m-%dT%H:%M:%SZ', dropped_at, 'unixepoch') AS dropped_at,
       complaint_id AS complaint_number
FROM task;
CREATE VIEW volumes AS
SELECT period, nullif(field, '') AS field, nullif(value, '') AS value, volume FROM volume;
