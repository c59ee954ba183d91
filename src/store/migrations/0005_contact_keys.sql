-- The spellings of one address have one key, and an extension is no part of a number's.
UPDATE customer SET email_key = email_key(email) WHERE email IS NOT NULL;
UPDATE customer SET phone_key = substr(phone_key, 1, instr(phone_key, 'x') - 1) WHERE instr(phone_key, 'x') > 0;
