-- From here on the first event of a complaint, a customer or an action says of a field that was blank its value alone, and not
-- what follows from its own times. What stands in the log stays as it is. `seal` is room for a keyed seal of a whole change.
ALTER TABLE change ADD COLUMN seal BLOB;
