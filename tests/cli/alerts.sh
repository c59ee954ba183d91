#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Telling people their alerts with real commands: some fail, some never read, some die half-way, and cron has no manners.
#   alerts.sh BINARY
source "$(dirname "$0")/checks.sh" "$1"
# A Monday; the office is open from 06:00 to 14:00 UTC.
morning=2026-11-16T06:00:00Z
noon=2026-11-16T12:30:00Z
run() { "$binary" --no-config --db x.db --as cron "$@"; }
at() { # at TIME command...
    local now=$1
    shift
    run --now "$now" "$@"
}
is_silent() { status_of 0 "$@" && [ ! -s out ] && [ ! -s err ]; }
events() { run log --csv --columns kind --no-header | grep -c "^$1\$"; }

cat >p.toml <<'TOML'
[organisation]
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
hours.wed = ["08:00-16:00"]
hours.thu = ["08:00-16:00"]
hours.fri = ["08:00-16:00"]
[[sla]]
name = "all"
response = "8h"
[person.maria]
email = "maria@example.fi"
[person.pekka]
email = "pekka@example.fi"
[person.liisa]
email = "liisa@example.fi"
TOML
fresh() { # a database with one late answer for each of maria, pekka and liisa
    rm -f x.db*
    at $morning policy apply p.toml >/dev/null
    for who in maria pekka liisa; do at $morning open "of $who" --assign $who >/dev/null; done
}

# The text on standard input, the recipient in the environment; once.
fresh
check "everybody is told" status_of 0 at $noon alerts --new --exec 'cat >"$REKLAMAATIO_TO.txt"; echo "$REKLAMAATIO_EMAIL $REKLAMAATIO_COUNT" >>"$REKLAMAATIO_TO.txt"'
check "and nothing is printed" [ ! -s out ]
check "nor on standard error" [ ! -s err ]
check "the text came through" grep -q 'R-1.*response due soon.*of maria' maria.txt
check "with address and count" [ "$(tail -1 maria.txt)" = "maria@example.fi 1" ]
check "everybody gets their own" [ "$(grep -c R- pekka.txt)" -eq 1 ]
check "nobody is told twice" is_silent at $noon alerts --new --exec 'echo again'
check "each delivery is an event" [ "$(events alerted)" -eq 3 ]
check "the record is whole" status_of 0 run verify

# A command that fails for one: the others are told, and that one is told again.
fresh
check "one failure is status 1" status_of 1 at $noon alerts --new --exec '[ "$REKLAMAATIO_TO" != pekka ] || exit 7'
check "the sentence names recipient and status" grep -q '^reklamaatio: the command for pekka ended with status 7;' err
check "on one line" [ "$(wc -l <err)" -eq 1 ]
check "what failed comes again" status_of 0 at $noon alerts --new --exec 'echo "$REKLAMAATIO_TO"'
check "and only that" [ "$(cat out)" = pekka ]
check "then everything is told" is_silent at $noon alerts --new
fresh
check "death by signal is a failure" status_of 1 at $noon alerts --new --exec 'kill -9 $$'
check "told as a shell tells it" grep -q 'status 137' err
check "a command that is not there is a failure" status_of 1 at $noon alerts --new --exec '/nowhere/mail'
check "nothing was marked" [ "$(events alerted)" -eq 0 ]

# Killed in the middle of a command: what was told is marked, the rest comes again; nothing is lost. The
# command outlives the program.
fresh
"$binary" --no-config --db x.db --as cron --now $noon alerts --new --exec \
    'echo "$REKLAMAATIO_TO" >>told; [ "$REKLAMAATIO_TO" != pekka ] || { echo $$ >middle.new; mv middle.new middle; exec sleep 60; }' &
pid=$!
await middle
check "the program is killed while its command runs" kill_program $pid
check "what was told before is marked" [ "$(events alerted)" -eq 1 ]
check "after a crash the rest is told" status_of 0 at $noon alerts --new --exec 'echo "$REKLAMAATIO_TO" >>told.later'
check "and only that" [ "$(sort told.later | tr '\n' ' ')" = "liisa pekka " ]
check "what was told before is not told again" [ "$(cat told | tr '\n' ' ')" = "maria pekka " ]
check "everybody is marked" [ "$(events alerted)" -eq 3 ]
check "the record is whole after the crash" status_of 0 run verify
kill "$(cat middle)"
rm -f told told.later middle

# Three at once: told once.
fresh
for _ in 1 2 3; do at $noon alerts --new --exec 'sleep 0.2; echo "$REKLAMAATIO_TO" >>told' & done
wait
check "three at once tell everybody once" [ "$(sort told | tr '\n' ' ')" = "liisa maria pekka " ]
check "the record is whole after three at once" status_of 0 run verify
rm -f told

# While a command runs, other writers do not wait: it ends only when they have written.
fresh
"$binary" --no-config --db x.db --as cron --now $noon alerts --new --exec \
    'touch begun; for _ in $(seq 1000); do [ -e written ] && exit 0; sleep 0.02; done; exit 9' &
pid=$!
await begun
check "others write while a command runs" status_of 0 at $noon open "meanwhile" --assign maria
touch written
wait $pid
status=$?
check "and it goes on after them" [ "$status" -eq 0 ]
check "everybody is told" [ "$(events alerted)" -eq 3 ]

# A command that hangs is ended with all that it began; the others are told, and what it was given comes again.
fresh
begun=$SECONDS
check "a command that hangs is a failure" status_of 1 at $noon alerts --new --timeout 1 \
    --exec '[ "$REKLAMAATIO_TO" != maria ] || { sleep 300 & echo $! >asleep; wait; }'
check "and is said to be one" grep -qF "the command for maria did not end within 1 s; maria's alerts will be sent again" err
check "soon" [ $((SECONDS - begun)) -lt 20 ]
is_over() { ! grep -q '^State:[[:space:]]*[RSDT]' "/proc/$(cat asleep)/status" 2>/dev/null; } # or nobody has reaped it
check "nothing of it is left" is_over
check "the others are told" [ "$(events alerted)" -ge 1 ]
check "hers come again" status_of 0 at $noon alerts --new --for maria --exec 'cat >again.txt'
check "with their text" grep -q '^R-' again.txt
fresh
check "a command that ignores the end is ended all the same" status_of 1 at $noon alerts --new --always --timeout 1 \
    --for maria --exec 'trap "" TERM; sleep 300'
# While one is under way another gives up after ten seconds, and says since when.
fresh
at $noon alerts --new --timeout 60 --exec 'touch under-way; while [ ! -e over ]; do sleep 0.1; done' &
pid=$!
until [ -e under-way ]; do sleep 0.05; done
check "another run does not wait for ever" status_of 75 at $noon alerts --new --exec cat
check "and says since when the first is under way" grep -qE "delivered by another run since $(date -u +%F)T..:..:..Z; see what" err
touch over
wait $pid

# Commands that do not read, or close their standard input, of which there is more than a pipe holds.
rm -f x.db*
at $morning policy apply p.toml >/dev/null
{
    echo ref,source,subject,assignee,received_at
    for i in $(seq 1000); do echo "$i,shop,\"complaint number $i, which has a long subject\",maria,$morning"; done
} >rows.csv
at $morning import rows.csv >/dev/null
cp x.db saved.db
check "a command that reads nothing is fine" status_of 0 at $noon alerts --new --exec ': >told'
check "1000 alerts are marked" [ "$(events alerted)" -eq 1000 ]
rm -f x.db* && cp saved.db x.db
check "so is one that closes its input" status_of 0 at $noon alerts --new --exec 'exec <&-; echo "$REKLAMAATIO_COUNT"'
check "1000 alerts are one digest" [ "$(cat out)" = 1000 ]
rm -f x.db* && cp saved.db x.db
check "all lines come through" status_of 0 at $noon alerts --new --exec 'tee text | grep -c "^R-"'
check "one for each" [ "$(cat out)" = 1000 ]
check "which is more than a pipe holds" [ "$(stat -c %s text)" -gt 65536 ]
check "and the record is whole" status_of 0 run verify

# What cron gives: no environment, no home, no standard input.
fresh
check "an empty environment will do" status_of 0 env -i "$binary" --no-config --db "$folder/x.db" --now $noon alerts --new --exec 'cat'
check "and everybody is told" [ "$(grep -c '^R-' out)" -eq 3 ]
fresh
check "so will closed descriptors" sh -c "'$binary' --no-config --db x.db --now $noon alerts --new --exec 'cat >closed.txt' <&- >&- 2>&-"
check "the text comes through all the same" grep -q '^R-' closed.txt
fresh
check "a full disk for the text is an error" status_of 74 sh -c "'$binary' --no-config --db x.db --now $noon alerts --new >/dev/full"
check "and nothing counts as told" [ "$(events alerted)" -eq 0 ]
check "to a file, too" status_of 0 at $noon alerts --new -o told.txt
check "which has it" [ "$(grep -c '^R-' told.txt)" -eq 3 ]

# A disk that has too little left: nobody is told what cannot be marked, however much is left.
if unshare --mount true 2>/dev/null; then
    fresh
    mkdir -p small
    cat >on_full_disk.sh <<'SH'
mount -t tmpfs -o size=4m small small && cp x.db small/x.db || exit 99
command=("$1" --no-config --db small/x.db --as cron --now "$2" alerts --new --exec 'cat >/dev/null; echo told >>all')
for ((left = 0; left <= 1600; left += 40)); do
    cp x.db small/x.db && rm -f small/x.db-* small/filling
    "$1" --no-config --db small/x.db --now "$2" list >/dev/null
    fallocate -l $(($(df --output=avail -k small | tail -1) - left))K small/filling || exit 99
    : >all
    for run in 1 2; do
        "${command[@]}" 2>err
        echo $? >>statuses
    done
    [ "$(wc -l <all)" -le 3 ] || { echo "with $left KiB left $(wc -l <all) were told"; exit 1; }
    [ -s err ] || break
done
[ "$left" -gt 100 ] && [ "$left" -lt 1600 ] && [ "$(wc -l <all)" -eq 3 ] || { echo "all were told with $left KiB"; exit 1; }
SH
    check "with a full disk nobody is told again and again" status_of 0 unshare --mount bash on_full_disk.sh "$binary" $noon
    check "which is a write error" [ "$(sort -u statuses | tr '\n' ' ')" = "0 74 " ]
else
    echo "skipped: nothing can be mounted here"
fi

check "without a database there is nothing to lock" status_of 66 "$binary" --no-config --db none.db alerts --new
check "and nothing is left" [ ! -e none.db.alerts.lock ]

finish
