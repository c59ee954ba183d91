-- What was left undone at the end of a complaint, until now in English, becomes data: step:fix;promise:1.
UPDATE complaint SET left_undone = leftovers_as_data(left_undone) WHERE left_undone IS NOT NULL;
