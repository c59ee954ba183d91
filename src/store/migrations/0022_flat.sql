-- SPDX-License-Identifier: GPL-3.0-or-later
-- What was open at a time is found in the index of resolutions alone, a customer's complaints of a year in that of
-- customers, and the few with an injury in one of their own.

DROP INDEX complaint_by_resolution;
CREATE INDEX complaint_by_resolution ON complaint (resolved_at, received_at) WHERE resolved_at IS NOT NULL;

DROP INDEX complaint_of_customer;
CREATE INDEX complaint_of_customer ON complaint (customer_id, received_at) WHERE customer_id IS NOT NULL;

CREATE INDEX complaint_with_injury ON complaint (received_at) WHERE harm = 'injury';
