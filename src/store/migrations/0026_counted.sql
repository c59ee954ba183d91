-- Reports count what was received of some kinds, month by month, out of the index alone.
DROP INDEX complaint_by_receipt;
CREATE INDEX complaint_by_receipt ON complaint (received_at, status, targeted, kind);

-- Numbers that several customers have are few, and were looked for among all.
CREATE TABLE shared_phone (
    phone_key TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
INSERT INTO shared_phone
SELECT phone_key FROM customer WHERE phone_key IS NOT NULL GROUP BY phone_key HAVING count(*) > 1;
