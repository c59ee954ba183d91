-- What an outside system calls a customer; unique within its source.
ALTER TABLE customer ADD COLUMN ref TEXT;
ALTER TABLE customer ADD COLUMN source TEXT;
CREATE INDEX customer_by_ref ON customer (ref, source) WHERE ref IS NOT NULL;

DROP VIEW customers;
CREATE VIEW customers AS
SELECT 'C-' || id AS id, name, email, phone, value_cents, prefers, 'C-' || merged_into AS merged_into, ref, source
FROM customer;
