#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# One database and several accounts: its owner, another writer of the group, a monitor that may only read, a stranger to the
# group, and root, who tries something. Needs root, to be all of them.
#   sharing.sh BINARY
if [ "$(id -u)" -ne 0 ]; then
    echo "skipped: only root can act for several accounts"
    exit 77
fi
source "$(dirname "$0")/checks.sh" "$1"
chmod 755 "$folder"
cp "$binary" reklamaatio && chmod 755 reklamaatio # the build may be in a folder of root's
binary=$folder/reklamaatio
desk=4200 # the group
declare -A uid=([owner]=4201 [writer]=4202 [monitor]=4203 [stranger]=4204)

# act_as WHO: `acting` are the words before a command of that account, with its groups and nothing of root's.
act_as() {
    local groups=(--groups "$desk")
    acting=()
    [ "$1" = root ] && return
    [ "$1" = stranger ] && groups=(--clear-groups)
    acting=(setpriv --reuid "${uid[$1]}" --regid "$((uid[$1] + 100))" "${groups[@]}")
}
as() { # as WHO COMMAND...
    act_as "$1"
    "${acting[@]}" "${@:2}"
}
run() { as "$1" "$binary" --no-config --db "$place/r.db" "${@:2}"; } # run WHO COMMAND...
ends_with() { status_of "$1" run "${@:2}"; }                         # ends_with STATUS WHO COMMAND...
# place_for MODE FOLDER_MODE: a folder of the owner's, in the group, with a database of that mode and one complaint.
place_for() {
    place=$(mktemp -d "$folder/place.XXXXXX")
    mode=$1
    chown "${uid[owner]}:$desk" "$place" && chmod "$2" "$place"
    run owner open "Kiuas halkesi" --received "40 days ago" >/dev/null
    as root chgrp "$desk" "$place/r.db" && chmod "$1" "$place/r.db"
    run owner note 1 -m "first"
}
# What lies in the place is as the database is: its mode and group, and its owner where the group may less than the owner.
all_alike() {
    local file form=%a:%g wanted=$mode:$desk bad=0
    [ "$mode" = 660 ] || { form=%a:%g:%u && wanted=$wanted:${uid[owner]}; }
    for file in "$place"/*; do
        [ "$(stat -c "$form" "$file")" = "$wanted" ] && continue
        echo "  $(basename "$file") is $(stat -c "$form" "$file"), not $wanted"
        bad=1
    done
    return $bad
}

# Everybody after everybody else. statuses WHO STATUS: what accounts do; reading must end well, and writing so.
reads=("list" "report" "export" "check -w 5")
writes=("note 1 -m word" "alerts --new --always")
statuses() {
    local command
    for command in "${reads[@]}"; do
        # shellcheck disable=SC2086
        check "$mode, umask $(umask): $1: $command, after $before" ends_with 0 "$1" $command
    done
    for command in "${writes[@]}"; do
        # shellcheck disable=SC2086
        check "$mode, umask $(umask): $1: $command, after $before" ends_with "$2" "$1" $command
        [ "$2" = 0 ] || check "$mode: and tells nobody anything" [ ! -s out ]
    done
    check "$mode, umask $(umask): all is alike after $1, after $before" all_alike
    before=$1
}
rounds() { # rounds WHO:STATUS...
    local first second
    before=nobody
    for first in "$@"; do
        for second in "$@"; do
            statuses "${first%:*}" "${first#*:}"
            statuses "${second%:*}" "${second#*:}"
        done
    done
    check "$mode: the record is whole" ends_with 0 owner verify
}
for mask in 077 022; do
    umask $mask
    place_for 640 2770
    rounds owner:0 monitor:77 root:0
    place_for 660 2770
    rounds owner:0 writer:0 root:0
done
place_for 640 2750
rounds owner:0 monitor:77
place_for 600 2770
rounds owner:0 root:0
check "the group has nothing of a private database" ends_with 77 writer list
check "and leaves nothing" all_alike
check "nor can it be written" ends_with 77 monitor open x
check "which is said, with whose it is" grep -q "cannot write .*r.db: it belongs to .*, mode 0600; let an account that may write it do this" err

# What others leave, among them programs that know nothing of this.
leave() { # leave WHO MODE ENDING...
    local ending
    for ending in "${@:3}"; do
        rm -f "$place/r.db$ending"
        : >"$place/r.db$ending"
        chmod "$2" "$place/r.db$ending"
        [ "$1" = root ] || chown "${uid[$1]}:$desk" "$place/r.db$ending"
    done
}
place_for 640 2770
for command in "note 1 -m word" "alerts --new --always" "list"; do
    leave monitor 640 -wal -shm
    leave root 600 .lock .alerts.lock
    # shellcheck disable=SC2086
    check "what others left is in nobody's way: $command" ends_with 0 owner $command
    check "and is like the database: $command" all_alike
done
leave root 600 .lock
check "what cannot be had is no matter to one who looks" ends_with 0 monitor list
leave owner 644 -wal
check "what is open to more people than the database is" ends_with 0 owner note 1 -m word
check "is closed to them" all_alike
leave monitor 640 -wal -shm
echo changes >"$place/r.db-wal"
check "a log with something in it is not removed" ends_with 77 owner open x
check "and what mends it is said" grep -q "r.db-wal belongs to .*, and holds changes that .*r.db does not have yet; as root, run: chown --reference=" err
check "as it is there" [ "$(cat "$place/r.db-wal")" = changes ]

# session WHO: a program of that account's that has the database open, reads, and goes on reading.
session() {
    rm -f "$folder/commands" "$folder/reading" && mkfifo "$folder/commands"
    act_as "$1"
    "${acting[@]}" sqlite3 "$place/r.db" <"$folder/commands" >/dev/null 2>&1 &
    reader=$!
    exec {commands}>"$folder/commands"
    chmod 777 "$folder" # where the session says that it is there
    printf '%s\n' "BEGIN; SELECT count(*) FROM complaint;" ".shell touch $folder/reading" >&"$commands"
    await "$folder/reading"
    chmod 755 "$folder"
}
end_session() {
    exec {commands}>&-
    wait "$reader"
}
place_for 640 2770
rm -f "$place"/r.db-*
session monitor
check "a program of the monitor's leaves its files" [ "$(stat -c %u "$place/r.db-shm")" = "${uid[monitor]}" ]
check "the owner can read with them" ends_with 0 owner list
check "and cannot write while they are in use" ends_with 75 owner note 1 -m word
check "which is said" grep -q "cannot be used, and others have .*r.db open; try again" err
check "nothing was taken from under the reader" [ "$(stat -c %u "$place/r.db-shm")" = "${uid[monitor]}" ]
end_session
check "afterwards it can be written" ends_with 0 owner note 1 -m word
check "and all is alike" all_alike

# A writer that died before there was a log.
sees_as() { run "$1" show 1 >out 2>err && grep -q "$2" out; } # sees_as WHO TEXT
place_for 640 2750
printf '%s\n' "PRAGMA journal_mode = DELETE; PRAGMA synchronous = OFF;" "BEGIN; UPDATE complaint SET subject = 'half done';" \
    ".shell kill -9 \$PPID" | as owner sqlite3 "$place/r.db" >/dev/null 2>&1
check "a change was cut short" [ -s "$place/r.db-journal" ]
check "who may not write cannot take it back" ends_with 77 monitor list
check "and is told who can" grep -q "r.db-journal holds a change that was cut short; any command of an account that may write" err
check "who may write takes it back, also by reading" sees_as owner "Kiuas halkesi"
check "and then everybody reads" sees_as monitor "Kiuas halkesi"
check "and nothing of it is left" [ ! -e "$place/r.db-journal" ]

# A log with something in it, with somebody at work and with nobody left.
place_for 640 2750
session owner
run owner note 1 -m "seen at work"
check "somebody keeps the log from being moved" [ -s "$place/r.db-wal" ]
sees() { sees_as monitor "$1"; }
check "who may not write sees what stands in the log" sees "seen at work"
kill -9 "$reader"
end_session 2>/dev/null
check "nobody moved it" [ -s "$place/r.db-wal" ]
check "nor need anybody be there" sees "seen at work"
check "who only looks leaves it" [ -s "$place/r.db-wal" ]
mv "$place/r.db-shm" "$place/r.db-kept"
check "without its index it cannot be read" ends_with 77 monitor list
check "and what makes one is said" grep -q "r.db-wal holds changes, and .*r.db-shm, by which they are read, is missing" err
mv "$place/r.db-kept" "$place/r.db-shm"
run owner list >/dev/null
check "all is alike" all_alike

# Nothing beside it, as sqlite3 and copying leave it.
rm -f "$place"/r.db-*
check "without log and index it can be looked at" ends_with 0 monitor list
check "also where the monitor could leave something" sh -c "chmod 2770 '$place'"
check "it can" ends_with 0 monitor list
check "and does not" [ "$(cd "$place" && echo *)" = "r.db r.db.alerts.lock r.db.lock" -o "$(cd "$place" && echo *)" = "r.db r.db.lock" ]
act_as owner
rm -f "$folder/held"
"${acting[@]}" flock "$place/r.db.lock" sh -c 'echo >&3; exec sleep 1' 3>"$folder/held" &
await "$folder/held"
check "who looks waits for a writer then" ends_with 0 monitor list
wait $!
rm -f "$place"/r.db.*
check "where nobody has written it is refused" ends_with 77 monitor list
check "with the way out" grep -q "r.db was not used here yet; let an account that may write it run any command once" err
check "and nothing is left" [ "$(cd "$place" && echo *)" = r.db ]
check "which the owner can go" ends_with 0 owner list
check "and which helps" ends_with 0 monitor list

# The same on a file system that is mounted for reading only.
if unshare --mount true 2>/dev/null; then
    mkdir mounted && chmod 755 mounted
    # shellcheck disable=SC2016
    read_only=(unshare --mount sh -c 'mount --bind "$1" mounted && mount -o remount,bind,ro mounted && shift && exec "$@"' sh "$place")
    look_there() { # look_there WHO
        act_as "$1"
        status_of 0 "${read_only[@]}" "${acting[@]}" "$binary" --no-config --db mounted/r.db show 1
    }
    session owner
    run owner note 1 -m "seen there"
    for who in root owner monitor; do
        check "$who reads a mounted database while others write it" look_there "$who"
        check "and sees what is in the log" grep -q "seen there" out
    done
    end_session
    run owner note 1 -m word
    rm -f "$place"/r.db-*
    check "without log and index" look_there monitor
    rm -f "$place"/r.db.*
    check "and without a lock" look_there monitor
    check "which leaves nothing" [ "$(cd "$place" && echo *)" = r.db ]
    check "writing is refused" status_of 77 "${read_only[@]}" "$binary" --no-config --db mounted/r.db note 1 -m word
    check "for a reason that is none of the account's" grep -q "cannot write .*r.db: its file system is mounted for reading only" err
else
    echo "skipped: nothing can be mounted here"
fi

# An owner who is not in the group: its right comes from the folder alone.
owner_apart() {
    status_of 0 setpriv --reuid "${uid[owner]}" --regid "$((uid[owner] + 100))" --clear-groups \
        "$binary" --no-config --db "$place/r.db" "$@"
}
place=$(mktemp -d "$folder/apart.XXXXXX") && mode=640
chown "${uid[owner]}:$((uid[owner] + 100))" "$place" && chmod 750 "$place"
check "a private database" owner_apart open "Kiuas halkesi"
chgrp "$desk" "$place" "$place/r.db" && chmod 2750 "$place" && chmod 640 "$place/r.db"
check "is let read to a group in which its owner is not" ends_with 77 monitor list
check "which cannot read what stands beside it yet" grep -q "any command of an account that may write .*r.db mends that" err
check "a command of the owner's" owner_apart note 1 -m word
check "makes that anew" all_alike
check "so that the monitor reads" ends_with 0 monitor list
chgrp "$((uid[owner] + 100))" "$place"/r.db?* && chmod 600 "$place"/r.db?*
session owner
check "while somebody has it open" owner_apart list
check "it stays" [ "$(stat -c %g "$place/r.db-shm")" = "$((uid[owner] + 100))" ]
end_session
check "and then" owner_apart list
check "is made anew" ends_with 0 monitor list
chmod g-s "$place" && chgrp "$((uid[owner] + 100))" "$place"/r.db?* && chmod 600 "$place"/r.db?*
check "where the folder does not hand its group on" owner_apart list
check "nothing is made anew" ends_with 77 monitor list
check "and what is said is true" grep -q "any command of root, or of an account that may write .*r.db and is in the group $desk, mends that" err

# Where nothing can be written the cause is named, and not somebody else.
place=$(mktemp -d "$folder/closed.XXXXXX") && chown "${uid[owner]}:$desk" "$place"
run owner open "Kiuas halkesi" >/dev/null
rm -f "$place"/r.db?* && chmod 500 "$place"
check "the owner cannot read without what the folder keeps from being made" ends_with 77 owner list
check "and it is the folder that is named" grep -q "r.db was not used here yet, and nothing can be made in the folder $place, which belongs to .*, mode 0500" err
check "nor write" ends_with 77 owner note 1 -m word
check "for the same reason" grep -q "nothing can be made in the folder $place, which belongs to" err
chmod 700 "$place"
run owner note 1 -m word
if chattr +i "$place/r.db" 2>/dev/null; then
    check "nobody writes what is immutable" ends_with 77 root note 1 -m word
    check "and root is told the reason" grep -q "cannot write .*r.db: it is immutable; as root, run: chattr -i " err
    chattr -i "$place/r.db"
else
    echo "skipped: nothing can be made immutable here"
fi

# Killed in the middle, whoever it is.
mkfifo never && exec {never}<>never
killed=0
for ((round = 0; round < 60 || (round < 600 && killed < 20); round++)); do
    [ $((round % 30)) -eq 0 ] && place_for $((round < 30 ? 640 : 660)) 2770
    case $((round % 3)) in
    0) who=owner ;;
    1) who=$([ "$mode" = 660 ] && echo writer || echo monitor) ;;
    2) who=root ;;
    esac
    [ $((round % 6)) -lt 3 ] && rm -f "$place"/r.db.*
    command=(note 1 -m word)
    [ "$who" = monitor ] && command=(list)
    act_as "$who"
    "${acting[@]}" "$binary" --no-config --db "$place/r.db" "${command[@]}" >/dev/null 2>err </dev/null &
    linger_then_kill $! && killed=$((killed + 1))
    all_alike || check "all is alike after $who was killed" false
    run owner note 1 -m word 2>err || check "the owner can work after $who was killed" false
done
echo "kill -9: $killed of $round rounds"
check "twenty were killed at work" [ "$killed" -ge 20 ]
check "and the record is whole" ends_with 0 owner verify

# A database for a group.
place=$(mktemp -d "$folder/shared.XXXXXX") && chown "${uid[owner]}:$desk" "$place" && chmod 750 "$place"
check "a folder that is not the group's to write" ends_with 73 owner init --shared
check "is no place to share" grep -q "is not its group's to write, so nothing in it can be shared; run: chmod g+rwxs $place " err
check "and nothing is made there" [ "$(cd "$place" && ls r.db 2>/dev/null)" = "" ]
chmod 770 "$place"
check "nor is one that keeps its group" ends_with 73 owner init --shared
check "which is said" grep -q "does not hand its group on to new files" err
sh -c "$(sed -n 's/.*run: \(chmod g+rwxs [^ ]*\).*/\1/p' err)"
umask 077
mode=660
check "what is said mends it" ends_with 0 owner init --shared
check "all is the group's" all_alike
run writer open "Kiuas halkesi" >/dev/null
before="its making"
statuses owner 0
statuses writer 0
check "another member cannot change that" ends_with 77 writer init --shared
check "nor can a stranger read it" ends_with 77 stranger list
chmod 600 "$place"/r.db
run owner note 1 -m word 2>err
check "one that was private" ends_with 0 owner init --shared
check "is shared" all_alike
check "with what is in it" ends_with 0 writer verify
umask 022
cat >network.c <<'C'
#include <sys/vfs.h>
int statfs(const char* path, struct statfs* facts) { (void)path; facts->f_type = 0x6969; return 0; }
C
if cc -shared -fPIC -o network.so network.c 2>/dev/null; then
    check "on a network" status_of 0 env LD_PRELOAD="$folder/network.so" "$binary" --no-config --db far.db init
    check "a database is made with a warning" grep -q "far.db is on a network file system (NFS)" err
    check "which comes once" status_of 0 env LD_PRELOAD="$folder/network.so" "$binary" --no-config --db far.db init
    check "and not again" [ ! -s err ]
fi

# Readers, none of whom may be disturbed, while what others leave is removed again and again.
place_for 640 2770
read_on() { # read_on WHO
    act_as "$1"
    while [ ! -e "$folder/enough" ]; do
        "${acting[@]}" "$binary" --no-config --db "$place/r.db" show 1 >/dev/null 2>"$folder/fault.$BASHPID" </dev/null ||
            echo "$1: $?: $(cat "$folder/fault.$BASHPID")" >>"$folder/faults.$BASHPID"
        echo >>"$folder/read.$BASHPID"
        read -rt 0.0$((RANDOM % 30 + 10)) -u "$never"
    done
}
umask 000
readers=()
for who in monitor owner monitor; do
    read_on "$who" &
    readers+=($!)
done
removed=0 written=0
for ((round = 0; round < 300; round++)); do
    # While a reader keeps the log from being moved, it could not be removed.
    [ -s "$place/r.db-wal" ] || chown "${uid[monitor]}" "$place"/r.db-*
    before=$(stat -c "%i %w" "$place/r.db-shm" 2>/dev/null)
    run owner note 1 -m "round $round." 2>err && written=$((written + 1))
    [ "$(stat -c "%i %w" "$place/r.db-shm")" = "$before" ] || removed=$((removed + 1))
done
touch enough
wait "${readers[@]}"
umask 022
echo "race: $removed removals in 300 rounds, $(cat read.* | wc -l) readings"
check "all was written" [ "$written" -eq 300 ]
check "some were removed" [ "$removed" -gt 10 ]
check "no reader was disturbed" [ -z "$(cat faults.* 2>/dev/null | tee err)" ]
run owner note 1 -m word
check "nothing acknowledged was lost" [ "$(run owner show 1 | grep -c 'round [0-9]*\.$')" -eq "$written" ]
check "and the record is whole" ends_with 0 owner verify
check "as is the file" [ "$(sqlite3 "$place/r.db" 'PRAGMA integrity_check')" = ok ]
finish
