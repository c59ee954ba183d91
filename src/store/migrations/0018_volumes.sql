-- How much a firm did in a period (orders, deliveries, visits), which its complaints are set against: of the whole, where
-- field and value are empty, or of what has that value in that field. Periods are written as 2026-11-20, 2026-W47,
-- 2026-11, 2026-Q4 or 2026.
CREATE TABLE volume (
    field  TEXT    NOT NULL,
    period TEXT    NOT NULL,
    value  TEXT    NOT NULL,
    volume INTEGER NOT NULL,
    PRIMARY KEY (field, period, value)
) STRICT, WITHOUT ROWID;

CREATE VIEW volumes AS
SELECT period, nullif(field, '') AS field, nullif(value, '') AS value, volume FROM volume;
