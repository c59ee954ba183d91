-- When staff are away by their own word, beside the dates of the policy: what the log tells of them last. Days are written
-- as 2026-12-24, and both belong to the absence.
CREATE TABLE absence (
    person    TEXT NOT NULL,
    first_day TEXT NOT NULL,
    last_day  TEXT NOT NULL,
    PRIMARY KEY (person, first_day)
) STRICT, WITHOUT ROWID;

-- Of events that belong to no complaint, customer or action: of the policy, and of staff.
CREATE INDEX event_of_firm ON event (id)
    WHERE complaint_id IS NULL AND customer_id IS NULL AND action_id IS NULL;
