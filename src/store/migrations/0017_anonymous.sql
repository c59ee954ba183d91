-- What has the tag anonymous, no customer and no answer is owed no first answer, unless a source said by when. The lowest bit
-- of targeted is that of the response clock.
DELETE FROM deadline
WHERE clock = 'response'
  AND complaint_id IN (SELECT id FROM complaint
                       WHERE customer_id IS NULL AND responded_at IS NULL AND given_response_due_at IS NULL
                         AND instr(';' || tags || ';', ';anonymous;') > 0);
UPDATE complaint SET targeted = targeted & ~1
WHERE customer_id IS NULL AND responded_at IS NULL AND given_response_due_at IS NULL
  AND instr(';' || tags || ';', ';anonymous;') > 0;
