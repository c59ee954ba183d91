#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What only real processes can show: many at once, sudden death, full disks, an empty environment, closed descriptors.
#   processes.sh BINARY
source "$(dirname "$0")/checks.sh" "$1"
run() { "$binary" --no-config --db x.db "$@"; }
count() { run list --all --format ids | wc -l; }

# Eight writers at once: everyone succeeds, every number is given once.
run init
for writer in 1 2 3 4 5 6 7 8; do
    (for i in 1 2 3 4 5 6 7 8 9 10; do run open "writer $writer, $i" >>"ids.$writer" || echo "failed" >>"ids.$writer"; done) &
done
wait
check "eight writers times ten give eighty complaints" [ "$(count)" -eq 80 ]
check "each got a number of its own" [ "$(cat ids.* | sort -u | grep -c '^R-')" -eq 80 ]
check "the record is whole after the rush" status_of 0 run verify

# kill -9 at random moments: what was acknowledged is there, and the record is whole.
rm -f ids.*
before=$(count)
for round in $(seq 1 40); do
    run open "round $round" >"ack.$round" 2>/dev/null &
    pid=$!
    # From at once to beyond the end of the command.
    sleep "0.00$((RANDOM % 10))"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
done
acknowledged=$(cat ack.* | grep -c '^R-')
check "nothing acknowledged was lost ($acknowledged acknowledged)" [ "$(count)" -ge $((before + acknowledged)) ]
lost=0
for id in $(cat ack.*); do run show "$id" >/dev/null 2>&1 || lost=$((lost + 1)); done
check "every acknowledged number can be shown" [ "$lost" -eq 0 ]
check "the record is whole after the killing" status_of 0 run verify

# Killed while the database is being made: the next command makes it anew.
for round in 1 2 3 4 5 6 7 8 9 10; do
    rm -f y.db*
    "$binary" --no-config --db y.db open "first" >/dev/null 2>&1 &
    pid=$!
    sleep "0.00$((RANDOM % 6))"
    kill -9 $pid 2>/dev/null
    wait $pid 2>/dev/null
    "$binary" --no-config --db y.db open "second" >/dev/null 2>err || { echo "round $round:"; cat err; break; }
done
check "a database whose making was cut short can be used" status_of 0 "$binary" --no-config --db y.db verify

# A full disk for the output, and a file size limit for the database.
check "a full standard output is an error" status_of 74 sh -c "'$binary' --no-config --db x.db list >/dev/full"
check "a closed standard output is an error" status_of 74 sh -c "'$binary' --no-config --db x.db list >&-"
check "help to a full disk is an error, too" status_of 74 sh -c "'$binary' help >/dev/full"
before=$(count)
check "a database that cannot grow refuses the change" status_of 74 bash -c "ulimit -f 16; '$binary' --no-config --db x.db open 'too much'"
check "and stays as it was" [ "$(count)" -eq "$before" ]
check "and whole" status_of 0 run verify
check "an output file appears as a whole or not at all" status_of 74 bash -c "ulimit -f 1; '$binary' --no-config --db x.db export -o export.csv"
check "no half output file is left" [ ! -e export.csv ]
check "no temporary file is left" [ -z "$(ls export.csv.* 2>/dev/null)" ]

# Output files: what is there keeps its nature, and the database is none.
run export -o export.csv
check "a new output file is what the umask allows" [ "$(stat -c %a export.csv)" = "$(printf %o $((0666 & ~$(umask))))" ]
chmod 600 export.csv && run export -o export.csv
check "a private output file stays private" [ "$(stat -c %a export.csv)" = 600 ]
chmod 664 export.csv && run export -o export.csv
check "a shared output file stays shared" [ "$(stat -c %a export.csv)" = 664 ]
ln -s export.csv named.csv && : >export.csv && run export -o named.csv
check "a link stays a link" [ -L named.csv ]
check "and what it leads to is written" [ -s export.csv ]
ln -s fresh.csv dangling.csv && run export -o dangling.csv
check "a link to nothing makes what it names" [ -s fresh.csv ]
mkfifo pipe && { timeout 5 cat pipe >piped.csv & }
timeout 5 "$binary" --no-config --db x.db export -o pipe
wait $!
check "a pipe stays a pipe" [ -p pipe ]
check "and gets what is written" cmp -s piped.csv fresh.csv
mkdir folder
check "a folder is no output file" status_of 73 run export -o folder
ln -s loop.csv loop.csv
check "nor is a link to itself" status_of 73 run export -o loop.csv
check "no temporary file is left" [ -z "$(ls -d *.csv.?????? pipe.* folder.* 2>/dev/null)" ]
ln x.db hard.db && ln -s x.db soft.db
for name in x.db ./x.db "$folder/x.db" hard.db soft.db x.db-wal x.db-shm x.db-journal x.db.lock; do
    check "the database is never written over ($name)" status_of 2 run export -o "$name"
done
check "nor before it is there" status_of 2 "$binary" --no-config --db w.db init -o w.db
check "and is whole" status_of 0 run verify
rm hard.db soft.db

# An export, imported and exported again, is the same, also while the customer is waited for.
"$binary" --no-config --db a.db open "waits" -c "Maija <maija@example.fi>" >/dev/null
"$binary" --no-config --db a.db contact 1 --await "photo"
"$binary" --no-config --db a.db open "is resolved" >/dev/null
"$binary" --no-config --db a.db resolve 2 --outcome upheld --remedy refund --amount 12.50
"$binary" --no-config --db a.db export -o a.csv
"$binary" --no-config --db b.db import a.csv >/dev/null
"$binary" --no-config --db b.db export -o b.csv
check "an export comes back byte for byte" cmp a.csv b.csv

# Private files.
check "the database is private" [ "$(stat -c %a x.db)" = 600 ]
check "the lock is private" [ "$(stat -c %a x.db.lock)" = 600 ]
mkdir home
env -i HOME="$folder/home" "$binary" open "first" >/dev/null
check "the folder of the default database is private" [ "$(stat -c %a home/.local/share/reklamaatio)" = 700 ]
check "so is the file" [ "$(stat -c %a home/.local/share/reklamaatio/reklamaatio.db)" = 600 ]

# Cron: no environment, no home, no input.
check "without HOME and --db the message says what to do" status_of 66 env -i "$binary" list
check "an empty environment is enough" status_of 0 env -i "$binary" --db x.db report
check "closed standard input is no matter" status_of 0 sh -c "env -i '$binary' --db x.db list <&-"
rm -f z.db*
env -i "$binary" --db z.db init
env -i "$binary" --db z.db report --skip-empty >out 2>err
check "nothing to say prints nothing" [ ! -s out ] && [ ! -s err ]
env -i "$binary" --db x.db assign R-1 maria >out 2>err
check "a change prints nothing when nobody looks" [ ! -s out ] && [ ! -s err ]

# Readers.
# (Enough output to fill the pipe, so that the writer is caught in the act.)
for i in $(seq 1 12); do seq 1 4000 | run note R-1 -m -; done
run show R-1 2>err | head -1 >/dev/null
status=${PIPESTATUS[0]}
check "a reader that goes away ends us by signal" [ "$status" -eq 141 ]
check "and quietly" [ ! -s err ]
printf 'this is no database, and long enough to be read as one%.0s' 1 2 3 4 5 6 7 8 9 >foreign.db
check "a foreign file is refused" status_of 65 "$binary" --db foreign.db list
check "and not touched" grep -q '^this is no database' foreign.db
sqlite3 other.db 'CREATE TABLE t (x)' 2>/dev/null && check "another program's database is refused" status_of 65 "$binary" --db other.db open x
cp x.db newer.db && sqlite3 newer.db 'PRAGMA user_version = 999' && check "a newer database is refused" status_of 65 "$binary" --db newer.db list
ln -s x.db link.db
check "a link is refused" status_of 65 "$binary" --db link.db list
check "a folder is refused" status_of 65 "$binary" --db "$folder" list
check "a folder that is not there is no place for a database" status_of 66 "$binary" --db /nonexistent/x.db list

# Another process that holds the lock too long.
(exec 9<>x.db.lock && flock 9 && touch held && exec sleep 60) &
holder=$!
while [ ! -e held ]; do sleep 0.05; done
check "a database that stays locked is busy" status_of 75 run open "later"
kill $holder
wait

finish
