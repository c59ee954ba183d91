#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Names that name nothing, files that have no end, and what else people do by mistake: each is told with its own status, and
# none is taken for a bug of ours.
#   mishaps.sh BINARY
source "$(dirname "$0")/checks.sh" "$1"
run() { timeout 60 "$binary" --no-config --db x.db "$@"; }
ends() { # ends STATUS WORDS COMMAND...: with that status, and says these words
    local status=$1 words=$2
    shift 2
    status_of "$status" "$@" && grep -qF -- "$words" err
}
run init
touch begun
run open "one" -c "Ann <ann@x.fi>" >ids

# Two names of one file.
ln x.db y.db
for name in x.db y.db; do
    check "a database of two names is not written ($name)" \
        ends 1 "$name is one file of 2 names (hard links)" "$binary" --no-config --db "$name" note 1 -m "lost"
    check "and it is told what to do" grep -qF "copy with cp, not with ln or cp -al" err
    check "nor are its alerts sent" status_of 1 "$binary" --no-config --db "$name" alerts --new --always
    check "it is read all the same" status_of 0 "$binary" --no-config --db "$name" verify
done
check "what is refused leaves no lock" [ ! -e y.db.lock ]
rm y.db*
check "and of one name it is written again" status_of 0 run note 1 -m "kept"

# Something else where a file of the database is to be.
for ending in -wal -shm -journal .lock .alerts.lock; do
    rm -f "x.db$ending"
    ln -s elsewhere "x.db$ending"
    for command in list verify "note 1 -m x" "backup c.db"; do
        # shellcheck disable=SC2086
        check "$command where x.db$ending is a link" ends 65 "x.db$ending is a symbolic link, where x.db has a file of its own; remove it" run $command
    done
    rm "x.db$ending" && mkfifo "x.db$ending"
    check "nor is it waited for where it is a pipe" ends 65 "x.db$ending is a pipe" run list
    rm "x.db$ending"
done
check "where the link leads nothing is made" [ ! -e elsewhere ]
run note 1 -m "again"
ln x.db-wal y.db-wal
check "a log of two names is not written" ends 1 "x.db-wal is one file of 2 names" run note 1 -m "lost"
rm y.db-wal
mkfifo x.db.erased
check "a pipe is no list of the erased" ends 65 "x.db.erased is no file" run customer erase C-1 --yes --force
check "and nothing was erased" [ -n "$(run list --all -c Ann --format ids)" ]
rm x.db.erased

# Places that are none.
long=$(printf 'a%.0s' {1..300})
ln -s round round
for command in list "open two" "open two -n" verify; do
    # shellcheck disable=SC2086
    for place in "$long" round/x; do
        check "$command at ${place:0:9}" status_of 66 "$binary" --no-config --db "$place" $command
        check "tells why" grep -qE "File name too long|Too many levels" err
    done
    # shellcheck disable=SC2086
    check "$command where a device is" ends 65 "/dev/null is not a file" "$binary" --no-config --db /dev/null $command
    check "leaves no lock beside it" [ ! /dev/null.lock -nt begun ]
done
check "a policy of too long a name" status_of 66 run policy check "$long"
check "an output of too long a name" status_of 73 run list -o "$long"
check "a cursor in a circle" status_of 66 run export --events --cursor round/c
check "a folder is no configuration" ends 66 "cannot read /: it is a folder" "$binary" --config / --db x.db list

# A HOME of somebody else, as under sudo without -H; root may search any.
if [ "$(id -u)" -eq 0 ]; then
    mkdir -m 700 closed
    chmod 755 "$folder"
    cp "$binary" program && chmod 755 program # the build may be in a folder of root's
    as_stranger() { setpriv --reuid 4201 --regid 4201 --clear-groups env HOME="$folder/closed" "$folder/program" "$@"; }
    for command in list "open four" "open four -n" "import --detect ids" "list --db closed/x.db" "open four --db closed/none/x.db" "export --events --cursor closed/c --db x.db" "policy check closed/p"; do
        # shellcheck disable=SC2086
        check "$command in a folder that may not be searched" status_of 77 as_stranger $command
    done
fi

# What has no end.
for command in "policy check" "policy apply" "import --profile /dev/zero"; do
    # shellcheck disable=SC2086
    check "$command /dev/zero" ends 65 "/dev/zero is longer than 16 MiB" run $command /dev/zero
done
check "a configuration without an end" ends 65 "/dev/zero is longer than 16 MiB" "$binary" --config /dev/zero --db x.db list
for command in "import" "import --detect" "volume import"; do
    # shellcheck disable=SC2086
    check "$command /dev/zero" ends 66 "cannot read /dev/zero: it is a device" run $command /dev/zero
done
endless() { status_of 65 timeout 60 bash -c '"$@" </dev/zero' - "$binary" --no-config --db x.db "$@" && grep -qF "standard input is longer than 16 MiB" err; }
check "a message without an end" endless note 1 -m -
check "ids without an end" endless show -
check "a policy without an end" endless policy check -
endless_line() { status_of 65 timeout 60 bash -c '"$@" </dev/zero' - "$binary" --no-config --db x.db "$@" && grep -qF "standard input: a line is longer than 16 MiB; is this a text file?" err; }
check "rows without an end" endless_line import -
check "rows to look at without an end" endless_line import --detect -
check "volumes without an end" endless_line volume import -

# Standard input that is a folder is not empty.
folder_in() { status_of 66 bash -c '"$@" </' - "$binary" --no-config --db x.db "$@" && grep -qF "cannot read standard input: Is a directory" err; }
check "a message from a folder" folder_in note 1 -m -
check "ids from a folder" folder_in show -
check "a policy from a folder" folder_in policy check -
check "rows from a folder" folder_in import -

# Half files: nothing is seen before it is whole, and nothing stays when the program is ended. It waits for the lock here.
(exec 9<>x.db.lock && flock 9 && touch held && exec sleep 60) &
holder=$!
await held
for signal in INT TERM HUP; do
    mkdir out."$signal"
    # A shell has what it puts into the background ignore SIGINT.
    env --default-signal="$signal" "$binary" --no-config --db x.db open "three" --json -o out."$signal"/list.json >/dev/null 2>err &
    writer=$!
    for ((tries = 0; tries < 500; tries++)); do
        [[ $(readlink "/proc/$writer/fd/"* 2>/dev/null) == *"/out.$signal/"* ]] && break
        sleep 0.02
    done
    check "the output is begun before $signal" [ "$tries" -lt 500 ]
    check "and nobody sees it" [ -z "$(ls -A out."$signal")" ]
    kill -s "$signal" "$writer"
    wait "$writer" 2>/dev/null
    check "$signal ends it" [ $? -eq $((128 + $(kill -l "$signal"))) ]
    check "and leaves nothing" [ -z "$(ls -A out."$signal")" ]
done
kill "$holder"
wait "$holder" 2>/dev/null
check "the database is whole" status_of 0 run verify

# Rejects are put in their place when the import stands.
{
    echo ref,source,received_at,subject
    seq -f "%g,shop,2026-11-02,$long" 4000
    echo bad,shop,30.2.2026,bad
} >many.csv
printf 'ref,source,received_at,subject,_line,_column,_field,_error\nold,shop,so,old,2,3,received_at,so\n' | tee old.csv >bad.csv
small() { (ulimit -f 400 && run "$@"); } # KiB
check "an import that does not fit on the disk" status_of 74 small import many.csv --keep-going --rejects bad.csv
check "leaves the rejects of another" cmp -s old.csv bad.csv
check "and one that stands" status_of 3 run import many.csv --keep-going --rejects bad.csv
check "has its own" grep -q '^bad,shop' bad.csv
head -n 2 many.csv >good.csv
cp old.csv bad.csv
check "an import of which all rows fit" status_of 0 run import good.csv --rejects bad.csv
check "has none" [ ! -e bad.csv ]
finish
