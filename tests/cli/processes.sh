#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What only real processes can show: many at once, sudden death, full disks, an empty environment, closed descriptors.
#   processes.sh BINARY [TIMES]    so many times as many are killed
source "$(dirname "$0")/checks.sh" "$1"
times=${2:-1}
run() { "$binary" --no-config --db x.db "$@"; }
count() { run list --all --format ids | wc -l; }

# Another process that holds the lock for longer than a writer waits, which is ten seconds. What comes of it is looked at in
# the end.
"$binary" --no-config --db held.db init
(exec 9<>held.db.lock && flock 9 && touch held && exec sleep 60) &
holder=$!
await held
"$binary" --no-config --db held.db open "later" >/dev/null 2>busy </dev/null &
waiter=$!

# Eight writers at once: everyone succeeds, every number is given once.
run init
writers=()
for writer in 1 2 3 4 5 6 7 8; do
    (for i in 1 2 3 4 5 6 7 8 9 10; do run open "writer $writer, $i" >>"ids.$writer" || echo "failed" >>"ids.$writer"; done) &
    writers+=($!)
done
wait "${writers[@]}"
check "eight writers times ten give eighty complaints" [ "$(count)" -eq 80 ]
check "each got a number of its own" [ "$(cat ids.* | sort -u | grep -c '^R-')" -eq 80 ]
check "the record is whole after the rush" status_of 0 run verify

# kill -9 at random moments.
# open_and_kill DB: opens a complaint and kills the program meanwhile. `ending` is acknowledged (its id stands in `ids`),
# killed, unborn (killed before there was a program), or failed.
rm -f ids.*
mkfifo never && exec {never}<>never
open_and_kill() {
    local killed=false
    : >ack # here: whoever is killed before there is a program has not emptied it
    "$binary" --no-config --db "$1" open "cut short" >ack 2>err </dev/null &
    linger_then_kill $! && killed=true
    if grep '^R-' ack >>ids; then
        ending=acknowledged
    elif $killed; then
        ending=killed
    elif [ "$status" -eq 137 ]; then
        ending=unborn
    else
        ending=failed
        cat err
    fi
}
# kill_many DB TIMES [BEFORE [AFTER]]: until so many were acknowledged and as many killed; commands before and after each.
# `endings` counts what became of them.
kill_many() {
    local round
    endings=([acknowledged]=0 [killed]=0 [unborn]=0 [failed]=0)
    for ((round = 0; round < 500 * times; round++)); do
        ${3:-:}
        open_and_kill "$1"
        endings[$ending]=$((endings[$ending] + 1))
        ${4:-:}
        ((endings[acknowledged] < $2 || endings[killed] < $2)) || break
    done
    echo "kill -9: ${endings[killed]} killed, ${endings[acknowledged]} acknowledged, ${endings[unborn]} unborn, ${endings[failed]} failed"
}
declare -A endings
before=$(count)
kill_many x.db $((15 * times))
check "the program was killed before it acknowledged" [ "${endings[killed]}" -ge $((15 * times)) ]
check "and after" [ "${endings[acknowledged]}" -ge $((15 * times)) ]
check "and ended in no other way" [ "${endings[failed]}" -eq 0 ]
stands=$(($(count) - before))
check "nothing acknowledged was lost" [ "$stands" -ge "${endings[acknowledged]}" ]
check "nothing came from nowhere" [ "$stands" -le $((endings[acknowledged] + endings[killed])) ]
lost=0
for id in $(cat ids); do run show "$id" >/dev/null 2>&1 || lost=$((lost + 1)); done
check "every acknowledged number can be shown" [ "$lost" -eq 0 ]
check "the record is whole after the killing" status_of 0 run verify

# Killed while the database is being made: the next command makes it again.
unusable=0
make_anew() { rm -f y.db*; }
use() {
    "$binary" --no-config --db y.db open "next" >/dev/null 2>err &&
        "$binary" --no-config --db y.db verify >/dev/null 2>err && return
    unusable=$((unusable + 1))
    cat err
}
kill_many y.db $((6 * times)) make_anew use
check "the program was killed while it made the database" [ "${endings[killed]}" -ge $((6 * times)) ]
check "a database whose making was cut short can be used" [ "$unusable" -eq 0 ]
check "and nothing else went wrong" [ "${endings[failed]}" -eq 0 ]

# Killed during a first import that is big enough to go without its indexes: none of it stands, and the next one is whole.
{
    echo received_at,ref,source,subject,email
    for ((i = 1; i <= 4000; i++)); do echo "2026-11-01,$i,shop,number $i,c$((i % 300))@example.fi"; done
} >big.csv
torn=0 cut_short=0 imported=0
import_big() { "$binary" --no-config --db big.db import big.csv >/dev/null 2>err </dev/null; }
rm -f big.db* && import_big && begun=$EPOCHREALTIME && rm -f big.db* && import_big
whole=$((${EPOCHREALTIME/./} - ${begun/./})) # microseconds
for ((i = 1; i <= 12 * times; i++)); do
    rm -f big.db*
    "$binary" --no-config --db big.db init 2>err
    import_big &
    microseconds=$((whole * i / (12 * times)))
    printf -v seconds '%d.%06d' $((microseconds / 1000000)) $((microseconds % 1000000))
    read -rt "$seconds" -u "$never"
    pkill -9 -P $! 2>/dev/null
    wait $! 2>/dev/null
    stands=$("$binary" --no-config --db big.db list --all --format ids | wc -l)
    case $stands in 0) cut_short=$((cut_short + 1)) ;; 4000) imported=$((imported + 1)) ;; *) torn=$((torn + 1)) ;; esac
    import_big && "$binary" --no-config --db big.db verify >/dev/null 2>err || torn=$((torn + 1))
done
echo "kill -9 of a big import: $cut_short cut short, $imported through, $torn torn"
check "an import is there as a whole or not at all, and can be done again" [ "$torn" -eq 0 ]
check "some were cut short" [ "$cut_short" -ge 3 ]

# A full disk for the output, and a file size limit for the database.
check "a full standard output is an error" status_of 74 sh -c "'$binary' --no-config --db x.db list >/dev/full"
check "a closed standard output is an error" status_of 74 sh -c "'$binary' --no-config --db x.db list >&-"
says_what_stands() { # says_what_stands WORDS COMMAND...: with 74 and these words
    local words=$1
    shift
    status_of 74 sh -c "'$binary' --no-config --db full.db $* >/dev/full" && grep -qF "$words" err
}
check "a complaint whose number nobody took is said to stand" says_what_stands "; change 2 stands all the same, of R-1" open A
check "and its customer, too" says_what_stands "; change 3 stands all the same, of C-1 and R-2" open B -c b@example.fi
check "of what is undone as well" says_what_stands "; change 4 stands all the same, of R-2 and C-1" undo
printf 'received_at,subject\n' >many.csv
for i in 1 2 3 4 5; do echo "2026-11-0$i,number $i" >>many.csv; done
check "and of what is imported" says_what_stands "; change 5 stands all the same, of R-3, R-4, R-5 and 2 more" import many.csv
check "where nothing was stored nothing is said" status_of 74 sh -c "'$binary' --no-config --db full.db import -n many.csv >/dev/full"
check "not even then" sh -c '! grep -q stands err'
check "help to a full disk is an error, too" status_of 74 sh -c "'$binary' help >/dev/full"
before=$(count)
check "a database that cannot grow refuses the change" status_of 74 bash -c "ulimit -f 16; '$binary' --no-config --db x.db open 'too much'"
check "and stays as it was" [ "$(count)" -eq "$before" ]
check "and whole" status_of 0 run verify
check "an output file appears as a whole or not at all" status_of 74 bash -c "ulimit -f 1; '$binary' --no-config --db x.db export -o export.csv"
check "no half output file is left" [ ! -e export.csv ]

# Standard output by its names, and what is no regular file.
run export >whole.csv
for name in - /dev/stdout /dev/fd/1 /proc/self/fd/1; do
    check "-o $name is a pipe that is standard output" [ "$(run export -o "$name" | cksum)" = "$(cksum <whole.csv)" ]
    echo before >there.csv
    run export -o "$name" >>there.csv
    check "-o $name keeps what was in a file that is" cmp -s there.csv <(echo before; cat whole.csv)
done
check "nothing is called -" [ ! -e - ]
check "another pipe is written as it stands" [ "$( (run export -o /dev/fd/3) 3>&1 | cksum)" = "$(cksum <whole.csv)" ]
check "so is a device" status_of 0 run export -o /dev/null
check "which stays one" [ -c /dev/null ]
check "a manifest needs a file" status_of 2 run export --manifest -

# The log, followed: what nobody took comes again.
check "a log that nobody takes is an error" status_of 74 sh -c "'$binary' --no-config --db x.db export --events --cursor c >/dev/full"
check "and leaves no cursor" [ ! -e c ]
run export --events --cursor c >feed
cp c first
run note 1 -m "one more"
check "the next log that nobody takes is, too" status_of 74 sh -c "'$binary' --no-config --db x.db export --events --cursor c >/dev/full"
check "and leaves the cursor as it was" cmp -s c first
# A log whose end was cut off is whole; where it ended before shows it.
rm -f cut.db* && sqlite3 x.db ".backup cut.db"
run note R-1 -m "will be cut off"
head=$(run verify --head | tail -n 1)
check "the daily report tells the same on request" [ "$(run report --head | tail -n 1)" = "The log ends at $head" ]
check "to people" status_of 2 run report --head --json
check "the log goes on from where it ended" status_of 0 run verify --after "$head"
run note R-1 -m "more of it"
check "and still does when it has grown" status_of 0 run verify --after "$head"
check "what was cut off is whole" status_of 0 "$binary" --no-config --db cut.db verify
check "but does not go on from there" status_of 65 "$binary" --no-config --db cut.db verify --after "$head"
run export --events --cursor c >>feed
check "in the end each event was there once" cmp -s feed <(run export --events)
last=$(tail -n 1 feed | python3 -c 'import json, sys; line = json.load(sys.stdin); print("log1", line["event"], line["hash"], sep=":")')
check "the cursor is what its last line says" [ "$(cat c)" = "$last" ]
check "and can be told without a file" [ -z "$(run export --events --after "$last")" ]
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

# A pipe gives its bytes but once, whatever it is called.
mkfifo in && { timeout 5 cat a.csv >in & }
check "a named pipe is imported" status_of 0 timeout 5 "$binary" --no-config --db c.db import in
wait $!
check "and what a shell calls /dev/fd as well" [ \
    "$(timeout 5 "$binary" --no-config --db c.db import <(cat a.csv))" = "2 rows: 0 imported, 2 skipped" ]
check "and so is a log" status_of 0 \
    timeout 5 "$binary" --no-config --db d.db import <("$binary" --no-config --db c.db export --events)
check "which comes back" cmp <("$binary" --no-config --db c.db export) <("$binary" --no-config --db d.db export)

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
if [ "$(id -u)" -eq 0 ]; then
    cp "$binary" anybodys && chmod 755 anybodys && chmod 711 . && mkdir theirs && chown 54321 theirs
    setpriv --reuid 54321 --clear-groups ./anybodys --no-config --db theirs/x.db open x >/dev/null 2>&1
    check "whom the machine has no name for is known by the number" [ "$("$binary" --no-config --db theirs/x.db log --csv --columns actor --no-header | sort -u)" = "uid 54321" ]
fi
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

# The lock that was held all the time.
wait $waiter
status=$?
check "a database that stays locked is busy" [ "$status" -eq 75 ]
check "which is said" grep -q 'held.db is being written to by another process' busy
kill $holder
wait

finish
