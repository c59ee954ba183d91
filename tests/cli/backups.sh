#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copies of the database and databases made of copies: whole or not there, whatever happens meanwhile.
#   backups.sh BINARY [TIMES]    so many times as many are killed
source "$(dirname "$0")/checks.sh" "$1"
times=${2:-1}
run() { "$binary" --no-config --db x.db "$@"; }
on() { "$binary" --no-config --db "$@"; } # on DATABASE COMMAND...
log_of() { on "$1" export --events; }
journal_of() { od -An -tu1 -j18 -N2 "$1" | tr -d ' '; } # 11 with a rollback journal, 22 with a write-ahead log
half_files() { ls -A | grep -E '\.[A-Za-z0-9]{6}$|part|\.[0-9]+-[0-9]+$'; }
run open "Kiuas halkesi" -c "Maija <maija@example.fi>" >/dev/null
run open "Ovi vuotaa" >/dev/null

# What a copy is.
check "a copy is made" status_of 0 run backup b.db
check "and nothing is said, since nobody looks" [ ! -s out ] && [ ! -s err ]
check "it has the whole log" cmp <(log_of x.db) <(log_of b.db)
check "it is private" [ "$(stat -c %a b.db)" = 600 ]
check "it has a rollback journal" [ "$(journal_of b.db)" = 11 ]
check "and the database has a write-ahead log" [ "$(journal_of x.db)" = 22 ]
check "nothing lies beside it" [ "$(ls b.db*)" = b.db ]
check "nor after it was read" status_of 0 on b.db list
check "really nothing" [ "$(ls b.db*)" = b.db ]
# Looking back writes, but into a file of its own.
for ((i = 1; i < 10; i++)); do timeout -s KILL 0.0$i "$binary" --no-config --db b.db report --as-of 2020-01-01 >/dev/null 2>&1; done
check "nor after somebody looked back, or was killed over it" [ "$(ls b.db*)" = b.db ]
run report sla --as-of now >before 2>/dev/null
check "an earlier moment of a copy is that of the database" cmp before <(on b.db report sla --as-of now 2>/dev/null)
check "which says something" [ -s before ]
check "sqlite3 finds it whole" [ "$(sqlite3 b.db 'PRAGMA integrity_check')" = ok ]
check "and so do we" status_of 0 on b.db verify
run backup b.json.db --json >out
check "what was made is told to programs" [ "$(python3 -c '
import json, os, sqlite3, sys
[told] = json.load(open("out"))
db = sqlite3.connect("b.json.db")
one = lambda sql: db.execute(sql).fetchone()[0]
head = "log1:%d:%s" % (one("SELECT max(id) FROM event"), one("SELECT hex(hash) FROM event ORDER BY id DESC LIMIT 1").lower())
print(told == {"file": "b.json.db", "bytes": os.path.getsize("b.json.db"), "complaints": one("SELECT count(*) FROM complaint"),
               "changes": one("SELECT count(*) FROM change"), "head": head})')" = True ]

# Through standard output.
run backup - >p.db 2>err
check "a printed copy is the same, byte for byte" cmp b.db p.db
check "a copy that nobody takes is an error" status_of 74 sh -c "'$binary' --no-config --db x.db backup - >/dev/full"
# A bare machine may have no terminals to make.
if script -qec true /dev/null >/dev/null 2>&1; then
    check "a database is nothing for a terminal" status_of 2 script -qec "'$binary' --no-config --db x.db backup -" /dev/null
else
    echo "no terminal can be made here: whether a copy is kept from one was not tried"
fi
check "where figures have no place none are printed" status_of 2 run backup - --json
check "nor is another file named" status_of 2 run backup - -o y.db
mkdir tmp
TMPDIR=$folder/tmp run backup - >p.db
check "nothing is left where it lay meanwhile" [ -z "$(ls -A tmp)" ]
check "and where it cannot lie there is none" status_of 73 env TMPDIR=/nonexistent "$binary" --no-config --db x.db backup -
check "nothing was printed then" [ ! -s out ]

# What no file can be called.
long=$(printf 'n%.0s' {1..300})
check "a name that is too long is none" status_of 73 run backup "$long"
check "which is what is said" grep -q "File name too long" err

# What has the name already.
run note 1 -m "one more"
check "an earlier copy is replaced" status_of 0 run backup b.db
check "by a new one" cmp <(log_of x.db) <(log_of b.db)
: >empty.db && chmod 644 empty.db
check "so is an empty file" status_of 0 run backup empty.db
check "by one that is private" [ "$(stat -c %a empty.db)" = 600 ]
ln -s linked.db link.db
check "a link is followed" status_of 0 run backup link.db
check "and stays one" [ -L link.db ] && [ -s linked.db ]
echo precious >letter
on other.db open "of another firm" >/dev/null
mkdir folder && mkfifo pipe
refused() { # refused FILE STATUS WORDS: it is, with these words, and what was there is there
    local before
    before=$([ ! -f "$1" ] || cksum <"$1")
    check "$1 is not replaced" status_of "$2" run backup "$1"
    check "and the reason is told" grep -qF "$3" err
    check "it stays as it was" [ "$before" = "$([ ! -f "$1" ] || cksum <"$1")" ]
}
refused letter 73 "it is there already, and is no backup; name another file"
refused other.db 73 "it is a database in use, or belonged to one; name another file"
refused folder 73 "it is there already"
refused pipe 73 "it is there already"
# Never the real one: whoever breaks the program would lose it to root.
if mknod -m 666 device c 1 3 2>/dev/null; then refused device 73 "it is there already"; fi
ln x.db hard.db && ln -s x.db soft.db
for name in x.db ./x.db "$folder/x.db" hard.db soft.db; do refused "$name" 2 "is the database; name another file"; done
rm hard.db soft.db
for ending in -wal -shm -journal .lock .alerts.lock; do refused "x.db$ending" 2 "belongs to the database"; done
echo rest >gone.db-wal
refused gone.db 73 "belonged to one"
check "an empty name is none" status_of 2 run backup ""
check "no folder, no copy" status_of 73 run backup nowhere/b.db
check "no database, no copy" status_of 66 on none.db backup c.db
check "nor any trace of one" [ ! -e none.db ] && [ ! -e c.db ]

# A database that is not whole gives no copy, and says why; what was there stays.
cp b.db good.db
sqlite3 x.db ".backup broken.db"
sqlite3 broken.db "UPDATE complaint SET subject = 'Kiuas on kunnossa' WHERE id = 1"
check "a changed database is not copied" status_of 65 on broken.db backup b.db
check "what is wrong is told" grep -qF "R-1 differs from what its log says: subject" err
check "and that there is no copy" grep -qF "no copy of broken.db was made, since it is not whole" err
check "the earlier copy is still there" cmp b.db good.db
cp b.db torn.db
python3 -c '
import sqlite3
db = sqlite3.connect("torn.db")
[size] = db.execute("PRAGMA page_size").fetchone()
[page] = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", ("event",)).fetchone()
db.close()
with open("torn.db", "r+b") as file:
    file.seek((page - 1) * size)
    file.write(b"\xa5" * 64)'
check "nor is a torn one" status_of 65 on torn.db backup b.db
check "the earlier copy is there even now" cmp b.db good.db
head -c 5000 b.db >short.db
check "nor one that was cut short" status_of 65 on short.db backup c.db
check "of which nothing comes" [ ! -e c.db ]

# Full disks.
check "a disk that is full makes no copy" status_of 74 bash -c "ulimit -f 100; '$binary' --no-config --db x.db backup c.db"
check "which names the copy" grep -q "cannot write c.db" err
check "and leaves nothing" [ ! -e c.db ]
check "nor does it take the earlier one" status_of 74 bash -c "ulimit -f 100; '$binary' --no-config --db x.db backup b.db"
check "which is as it was" cmp b.db good.db
check "a full disk restores nothing" status_of 74 bash -c "ulimit -f 100; '$binary' --no-config --db r.db restore b.db"
check "and names the database" grep -q "cannot write r.db" err
check "of which nothing is there" [ -z "$(ls r.db* 2>/dev/null)" ]
# What fails behind that does not undo it.
tells_that_it_stands() { # tells_that_it_stands FILE DATABASE COMMAND...
    local file=$1 database=$2
    shift 2
    status_of 74 sh -c "'$binary' --no-config --db $database --json $* >/dev/full" && [ -s "$file" ] &&
        grep -qF "cannot write standard output: No space left on device; $file stands all the same" err
}
check "a copy whose figures nobody took is said to stand" tells_that_it_stands told.db x.db backup told.db
check "and so is a database" tells_that_it_stands told2.db told2.db restore told.db
rm -f told.db told2.db*
if [ "$(id -u)" -eq 0 ] && mkdir disk && mount -t tmpfs -o size=200k none disk 2>/dev/null; then
    check "a real full disk makes no copy either" status_of 74 run backup disk/c.db
    check "and is as empty as before" [ -z "$(ls -A disk)" ]
    umount disk
fi

# Back again.
check "a database is made of a copy" status_of 0 on r.db restore b.db
check "it has the whole log" cmp <(log_of b.db) <(log_of r.db)
check "it is private" [ "$(stat -c %a r.db)" = 600 ]
check "it has a write-ahead log" [ "$(journal_of r.db)" = 22 ]
check "it is whole" status_of 0 on r.db verify
check "and goes on" status_of 0 on r.db note 1 -m "after the fire"
check "the copy is as it was" cmp b.db good.db
check "nothing lies beside that" [ "$(ls b.db*)" = b.db ]
on r.json.db restore b.db --json >out
check "what was made is told to programs" [ "$(python3 -c '
import json
[told] = json.load(open("out"))
print(told["file"], told["complaints"])')" = "r.json.db 2" ]
cp r.db before.db
check "one that is there is never replaced" status_of 73 on r.db restore b.db
check "the way out is told" grep -qF "r.db is there already, and restore replaces nothing; name another file with --db, or first move away r.db" err
check "it stays" cmp r.db before.db
ln -s nowhere.db dangling.db
check "nor is a link to nothing" status_of 73 on dangling.db restore b.db
check "which leads to nothing still" [ ! -e nowhere.db ]
mv r.db moved.db && printf 'changes' >r.db-wal
check "what is left of one is not taken for a part of the next" status_of 73 on r.db restore b.db
check "and is named" grep -qF "r.db-wal is left of another database" err
rm -f r.db*
check "a copy that is not there is missing" status_of 66 on r.db restore none.db
check "one that was changed is not restored" status_of 65 on r.db restore broken.db
check "what is wrong is told" grep -qF "R-1 differs from what its log says: subject" err
check "and what follows" grep -qF "broken.db was not restored, since it is not whole" err
check "a torn one is not either" status_of 65 on r.db restore torn.db
check "nor one that was cut short" status_of 65 on r.db restore short.db
check "nor a device" status_of 65 on r.db restore /dev/null
: >nothing && check "nor an empty file" status_of 66 on r.db restore nothing
check "nor what is no database" status_of 65 on r.db restore letter
sqlite3 foreign.db "CREATE TABLE t (x)"
check "nor another program's" status_of 65 on r.db restore foreign.db
cp b.db newer.db && sqlite3 newer.db "PRAGMA user_version = 999"
check "nor what a newer program wrote" status_of 65 on r.db restore newer.db
check "a folder that is not there is a slip" status_of 66 on nowhere/r.db restore b.db
check "a list of the erased that cannot be read is one, too" status_of 66 on r9.db restore b.db --erased /proc/self/mem
check "nor does it end" status_of 66 on r9.db restore b.db --erased /dev/zero
check "and nothing is restored without it" [ ! -e r9.db ]
check "after all that nothing is there" [ -z "$(ls r.db* nowhere 2>/dev/null)" ]
check "a database in use can be restored from, too" status_of 0 on r.db restore x.db
check "as it is" cmp <(log_of x.db) <(log_of r.db)
rm -f r.db*
# Through standard input.
from() { "$binary" --no-config --db r.db restore - <"$1"; } # from FILE
refuses() { # refuses STATUS WORDS FILE: with these words, and nothing is there
    check "$3 is not restored from a pipe" bash -c 'cat "$1" | "$2" --no-config --db r.db restore - >out 2>err; [ $? -eq "$3" ]' - "$3" "$binary" "$1"
    check "$3: and the reason is told" grep -qF "$2" err
    check "$3: and nothing is made" [ -z "$(ls r.db* 2>/dev/null)" ]
}
check "a copy comes through standard input" bash -c "'$binary' --no-config --db x.db backup - | '$binary' --no-config --db r.db restore -"
check "with the whole log" cmp <(log_of x.db) <(log_of r.db)
check "it is private" [ "$(stat -c %a r.db)" = 600 ]
check "it has a write-ahead log" [ "$(journal_of r.db)" = 22 ]
check "and goes on" status_of 0 on r.db note 1 -m "after the pipe"
check "one that is there is not replaced" sh -c "'$binary' --no-config --db r.db restore - <b.db 2>err; [ \$? -eq 73 ]"
rm -f r.db*
from b.db >out 2>err
check "also from a file that is standard input" cmp <(log_of b.db) <(log_of r.db)
rm -f r.db*
from b.db >/dev/null 2>err && on s.db restore - --json <b.db >out 2>err
check "what was made is told to programs" [ "$(python3 -c 'import json; print(json.load(open("out"))[0]["complaints"])')" = 2 ]
rm -f r.db* s.db*
gzip -c b.db >b.db.gz
refuses 65 "standard input is packed; send it through gunzip first" b.db.gz
refuses 65 "standard input is not a reklamaatio database" letter
refuses 65 "standard input is not a reklamaatio database" foreign.db
cp b.db changed.db && sqlite3 changed.db "UPDATE complaint SET subject = 'Kiuas on kunnossa' WHERE id = 1"
refuses 65 "R-1 differs from what its log says: subject" changed.db
check "with what follows" grep -qF "standard input was not restored, since it is not whole" err
refuses 65 "standard input" torn.db
refuses 65 "standard input was cut short: 5000 of " short.db
refuses 65 "standard input is a database in use and no backup; name its file, or send what reklamaatio backup - prints" x.db
refuses 65 "update the program" newer.db
refuses 66 "nothing came through standard input" nothing
(cat b.db && echo more) >longer.db
refuses 65 "standard input goes on behind the end of the database" longer.db
check "a folder is none" sh -c "'$binary' --no-config --db r.db restore - <folder 2>err; [ \$? -eq 66 ]"
check "nor is what has no end" sh -c "timeout 20 '$binary' --no-config --db r.db restore - </dev/zero 2>err; [ \$? -eq 65 ]"
check "a full disk restores nothing of it" sh -c "ulimit -f 100; '$binary' --no-config --db r.db restore - <b.db 2>err; [ \$? -eq 74 ]"
check "nor does a closed standard input" sh -c "'$binary' --no-config --db r.db restore - <&- 2>err; [ \$? -eq 66 ]"
if script -qec true /dev/null >/dev/null 2>&1; then
    check "a database is nothing to be typed" status_of 2 script -qec "'$binary' --no-config --db r.db restore -" /dev/null
fi
check "after all that nothing is there" [ -z "$(ls r.db* 2>/dev/null)" ]

cp b.db r.db
check "a copy that was put in its place by hand is used" status_of 0 on r.db note 1 -m "by hand"
check "as any other database" [ "$(journal_of r.db)" = 22 ]
check "and is whole" status_of 0 on r.db verify

rm -f r.db*

# Where nothing can be written.
mkdir closed && cp b.db closed/ && chmod 555 closed && chmod 444 closed/b.db
if [ "$(id -u)" -eq 0 ]; then
    chmod 755 . && chown -R 4321 closed
    cp "$binary" anybodys && chmod 755 anybodys
    check "in a folder that is closed it can be read" status_of 0 setpriv --reuid 4322 --clear-groups ./anybodys --no-config --db closed/b.db list
    check "also by its owner" status_of 0 setpriv --reuid 4321 --clear-groups ./anybodys --no-config --db closed/b.db list
    check "an unwritable folder takes no copy" status_of 77 setpriv --reuid 4321 --clear-groups ./anybodys --no-config --db closed/b.db backup closed/c.db
    check "nor a database" status_of 77 setpriv --reuid 4321 --clear-groups ./anybodys --no-config --db closed/r.db restore closed/b.db
    if mkdir media && mount -t tmpfs none media 2>/dev/null; then
        cp b.db media/ && mount -o remount,ro media
        check "from read-only media as well" status_of 0 on media/b.db list
        check "and verified there" status_of 0 on media/b.db verify
        check "and restored from there" status_of 0 on r.db restore media/b.db
        check "onto which nothing is copied" status_of 73 run backup media/c.db
        umount media
    fi
fi
check "nothing but that lies in it" [ "$(ls closed)" = b.db ]

# Copies while four write: each is whole, and a beginning of the log.
on busy.db open "first" >/dev/null
writers=()
for writer in 1 2 3 4; do
    (while [ ! -e enough ]; do on busy.db note 1 -m "writer $writer" || echo "failed" >>failed; done) &
    writers+=($!)
done
made=0
for ((i = 0; i < 12; i++)); do
    on busy.db backup "busy$i.db" >/dev/null 2>err && on "busy$i.db" verify >/dev/null 2>err && made=$((made + 1))
done
touch enough
wait "${writers[@]}"
beginnings=0
log_of busy.db >whole
for ((i = 0; i < 12; i++)); do
    log_of "busy$i.db" >piece
    cmp -s piece <(head -n "$(wc -l <piece)" whole) && beginnings=$((beginnings + 1))
done
check "while four write every copy is whole" [ "$made" -eq 12 ]
check "and a beginning of the log" [ "$beginnings" -eq 12 ]
check "they grew meanwhile" [ "$(log_of busy11.db | wc -l)" -gt "$(log_of busy0.db | wc -l)" ]
check "no writer was refused" [ ! -e failed ]
check "the database is whole" status_of 0 on busy.db verify

# kill -9 in the midst: the earlier copy, or the new one; no database, or a whole one.
mkfifo never && exec {never}<>never
run backup k.db && cp k.db earlier.db && run note 1 -m "since then" && run backup later.db
declare -A seen=([earlier]=0 [later]=0 [torn]=0)
for ((i = 0; i < 60 * times; i++)); do
    rm -f k.db && cp earlier.db k.db
    "$binary" --no-config --db x.db backup k.db >/dev/null 2>&1 </dev/null &
    linger_then_kill $! || true
    if cmp -s k.db earlier.db; then what=earlier; elif cmp -s k.db later.db; then what=later; else what=torn; fi
    seen[$what]=$((seen[$what] + 1))
done
echo "kill -9 of backups: ${seen[earlier]} earlier, ${seen[later]} later, ${seen[torn]} torn"
check "a killed backup leaves the earlier copy or the new one" [ "${seen[torn]}" -eq 0 ]
check "it was killed before the end" [ "${seen[earlier]}" -ge 5 ]
check "and after it" [ "${seen[later]}" -ge 5 ]
seen=([none]=0 [whole]=0 [torn]=0)
for ((i = 0; i < 60 * times; i++)); do
    rm -f k2.db*
    "$binary" --no-config --db k2.db restore later.db >/dev/null 2>&1 </dev/null &
    linger_then_kill $! || true
    what=none
    if [ -e k2.db ]; then on k2.db verify >/dev/null 2>err && what=whole || what=torn; fi
    [ $what != none ] || on k2.db restore later.db 2>err || what=torn
    seen[$what]=$((seen[$what] + 1))
done
echo "kill -9 of restores: ${seen[none]} none, ${seen[whole]} whole, ${seen[torn]} torn"
check "a killed restore leaves no database or a whole one, and can be done again" [ "${seen[torn]}" -eq 0 ]
check "it was killed before the end" [ "${seen[none]}" -ge 5 ]
check "and after it" [ "${seen[whole]}" -ge 5 ]
# Half of what comes through a pipe: the sender dies.
torn=0
size=$(stat -c %s later.db)
for ((i = 0; i < 20; i++)); do
    head -c $((size * i / 20)) later.db | "$binary" --no-config --db k3.db restore - >/dev/null 2>&1 && torn=$((torn + 1))
    [ ! -e k3.db ] || torn=$((torn + 1))
done
check "half of a copy is none, wherever it breaks off" [ $torn -eq 0 ]
# Between its two names a copy is whole, and private.
is_whole_copy() { [[ $1 == k.db.*-* ]] && cmp -s "$1" later.db && [ "$(stat -c %a "$1")" = 600 ]; }
half=0
for file in $(half_files); do is_whole_copy "$file" || half=$((half + 1)); done
check "nothing half is left anywhere" [ "$half" -eq 0 ]
finish
