#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Databases of every earlier layout come to the present one by themselves, with a copy beside them, or stay as they were.
#   upgrade.sh BINARY
store=$(realpath "$(dirname "$0")/../store")
source "$(dirname "$0")/checks.sh" "$1"
run() { "$binary" --no-config --db old.db --as liisa --now 2026-11-10T08:00:00Z "$@"; }
load() { # a dump into old.db, as the program would have left it
    rm -f old.db*
    sqlite3 old.db <"$1"
    sqlite3 old.db "PRAGMA journal_mode = WAL" >/dev/null
    chmod 600 old.db
}
layout() {
    sqlite3 old.db "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%'
                    AND name NOT GLOB '*_text_*' ORDER BY type, name"
}
version() { sqlite3 "$1" "PRAGMA user_version"; }
newest=$("$binary" --no-config --db new.db init 2>/dev/null && version new.db)

check "there are dumps of earlier layouts" [ -f "$store/dumps/schema_1.sql" ]
check "there is one for each of them" [ "$(ls "$store"/dumps/schema_*.sql | wc -l)" -eq $((newest - 1)) ]
for dump in "$store"/dumps/schema_*.sql; do
    number=$(basename "$dump" .sql)
    number=${number#schema_}
    load "$dump"
    check "$number: it is of that layout" [ "$(version old.db)" -eq "$number" ]
    sqlite3 old.db .dump >before
    check "$number: who only reads sees it as if it were up to date" [ "$(run list maija kiuas --all --format ids)" = R-1 ]
    check "$number: finds it whole" status_of 0 run verify
    check "$number: and looks back" status_of 0 run report flow --period 2026 --as-of 2026-11-09
    check "$number: but leaves it as it is" diff before <(sqlite3 old.db .dump)
    check "$number: and nothing beside it" [ -z "$(ls | grep schema-)" ]
    check "$number: writing brings it up to date" status_of 0 run note 2 -m "still there"
    check "$number: which is said" [ "$(cat err)" = "reklamaatio: old.db was brought up to date, from schema $number to $newest; a copy of it as it was before is old.db.schema-$number" ]
    check "$number: it is of the newest layout" [ "$(version old.db)" -eq "$newest" ]
    check "$number: which is the golden one" diff <(layout) "$store/schema.sql"
    check "$number: nothing of it was lost" status_of 0 run verify
    check "$number: it is searched by the words of complaint and customer" [ "$(run list maija kiuas --all --format ids)" = R-1 ]
    check "$number: and by what it has waited for" [ "$(run list photo --all --format ids)" = R-1 ]
    check "$number: the copy is private" [ "$(stat -c %a old.db.schema-"$number")" = 600 ]
    check "$number: the copy is of the old layout" [ "$(version old.db.schema-"$number")" -eq "$number" ]
    check "$number: the copy has all that was there" diff before <(sqlite3 old.db.schema-"$number" .dump)
    check "$number: and is a database as it is" status_of 0 "$binary" --no-config --db old.db.schema-"$number" verify
    check "$number: with nothing beside it" [ "$(echo old.db.schema-*)" = old.db.schema-"$number" ]
    check "$number: the copy is restored" status_of 0 "$binary" --no-config --db back.db restore old.db.schema-"$number"
    check "$number: which brings it up to date" [ "$(cat err)" = "reklamaatio: back.db was brought up to date, from schema $number to $newest; a copy of it as it was before is old.db.schema-$number" ]
    check "$number: to the newest layout" diff <(sqlite3 back.db "SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_text_*' ORDER BY type, name") "$store/schema.sql"
    check "$number: whole" status_of 0 "$binary" --no-config --db back.db verify
    check "$number: while the copy stays as it was" diff before <(sqlite3 old.db.schema-"$number" .dump)
    check "$number: and nothing is copied once more" [ "$(ls back.db* | grep -v "erased$")" = "$(printf 'back.db\nback.db-shm\nback.db-wal\nback.db.lock')" ]
    rm -f back.db*
    check "$number: nothing else lies about" [ -z "$(ls | grep part)" ]
    check "$number: what was left undone is data" [ "$(run export --columns left_undone --no-header | head -1)" = "offer:1;step:understand;step:fix" ]
    check "$number: and still words on the page" grep -q "left undone: an open offer (1, gift); the steps understand, fix left to do" <(run show 1)
    check "$number: that of the earlier end, too" grep -q "left undone: an open promise (P1); an open offer (1, gift)" <(run show 1)
    check "$number: the next change says nothing of it" status_of 0 run note 2 -m "again"
    check "$number: silently" [ ! -s err ]
done

# Until layout 5 an extension was a part of a number's key, and every spelling of an address had a key of its own.
load "$store/dumps/schema_4.sql"
sqlite3 old.db "UPDATE customer SET phone_key = phone_key || 'x5', email_key = upper(email) || '.'"
check "keys of old are read" status_of 0 run note 2 -m "x"
check "an address has the key of all its spellings" [ "$(sqlite3 old.db "SELECT count(*) FROM customer WHERE email_key <> lower(email)")" -eq 0 ]
check "and a number that of the switchboard" [ "$(sqlite3 old.db "SELECT count(*) FROM customer WHERE instr(phone_key, 'x') > 0")" -eq 0 ]

# An older program is told of the copy that it can still read: here the newest layout that it knows is $newest.
"$binary" --no-config --db late.db open "before the newer program came" >/dev/null 2>&1
"$binary" --no-config --db late.db backup late.db.schema-$newest
sqlite3 late.db "PRAGMA user_version = $((newest + 2))"
cp late.db late.db.schema-$((newest + 1)) # made before a second upgrade: too new as well
check "a newer database is refused" status_of 65 "$binary" --no-config --db late.db list
check "with the copy that was made before" [ "$(cat err)" = "reklamaatio: late.db was written by a newer reklamaatio (schema $((newest + 2)), this one knows $newest); update the program, or restore late.db.schema-$newest, which is as the database was before the newer one came" ]
check "to writers as well" status_of 65 "$binary" --no-config --db late.db note 1 -m x
check "in the same words" grep -q "restore late.db.schema-$newest," err
check "which is then done" status_of 0 "$binary" --no-config --db again.db restore late.db.schema-$newest
check "and gives what was there" [ "$("$binary" --no-config --db again.db list --format ids)" = R-1 ]
rm late.db.schema-$newest
check "without it there is no such word" status_of 65 "$binary" --no-config --db late.db list
check "but the other" grep -q "this one knows $newest); update the program\$" err

# A step that fails leaves the database as it was, and says where the copy is.
load "$store/dumps/schema_2.sql"
sqlite3 old.db "CREATE TRIGGER no BEFORE UPDATE OF left_undone ON complaint BEGIN SELECT RAISE(ABORT, 'not today'); END"
run note 2 -m "x" >out 2>err
check "it fails" [ $? -ne 0 ]
check "and names the copy" grep -q "old.db could not be brought from schema 2 to $newest, and a copy of it as it was before is old.db.schema-2" err
check "the layout is the old one" [ "$(version old.db)" -eq 2 ]
check "in the copy as well" [ "$(version old.db.schema-2)" -eq 2 ]
sqlite3 old.db "DROP TRIGGER no"
check "the next try makes a copy of its own" status_of 0 run note 2 -m "x"
check "beside the first one" [ -f old.db.schema-2.2 ]
check "and is whole" status_of 0 run verify

# The copy may be read by whoever may read the database.
load "$store/dumps/schema_2.sql"
chmod 640 old.db
check "one that others read is upgraded" status_of 0 run note 2 -m "x"
check "to a copy that they can read as well" [ "$(stat -c %a old.db.schema-2)" = 640 ]

# Whatever has that name stays as it is.
load "$store/dumps/schema_2.sql"
echo precious >old.db.schema-2
check "an upgrade takes nobody's name" status_of 0 run note 2 -m "x" --json
check "what was there is there" [ "$(cat old.db.schema-2)" = precious ]
check "it is said in JSON where that is asked for" grep -q '^{"message":"old.db was brought up to date' err

# Where no copy can be made nothing is touched.
load "$store/dumps/schema_2.sql"
mkdir old.db.schema-2.part
touch old.db.schema-2.part/x
check "no copy, no upgrade" status_of 73 run note 2 -m "x"
check "the database is untouched" [ "$(version old.db)" -eq 2 ]
finish
