#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Seals: who can write the file but does not have the key makes no change unseen. The forger of this test is Python, which
# knows how the chain of hashes is made.
#   seals.sh BINARY
source "$(dirname "$0")/checks.sh" "$1"
run() { "$binary" --no-config --db x.db "$@"; }
owner() { run --seal-key key "$@"; }
sealed() { sqlite3 x.db "SELECT group_concat(seal IS NOT NULL, '') FROM (SELECT seal FROM change ORDER BY id)"; }
again() { rm -f x.db*; cp good.db x.db; chmod 600 x.db; }

# The seal of each change by an independent reckoning; "forge" makes the whole chain anew, as anybody can.
cat >forger.py <<'PY'
import hashlib, sqlite3, sys

db = sqlite3.connect("x.db", isolation_level=None)
digest = lambda text, key=b"": hashlib.blake2b(text, digest_size=32, key=key).digest()
field = lambda value: (b"" if value is None else value if isinstance(value, bytes) else str(value).encode())
part = lambda value: str(len(field(value))).encode() + b":" + field(value) + b","


def seals():
    key = open("key", "rb").read()
    for change, seal in db.execute("SELECT id, seal FROM change ORDER BY id"):
        event, last = db.execute("SELECT id, hash FROM event WHERE change_id = ? ORDER BY id DESC LIMIT 1", [change]).fetchone()
        if seal != digest(b"reklamaatio change 1:%d:%d:" % (change, event) + last, key):
            sys.exit(f"the seal of change {change} is another one")


def forge():
    previous = b""
    rows = db.execute("""SELECT e.id, e.change_id, c.recorded_at, c.actor, c.command, coalesce(c.undoes, 0), e.kind, e.complaint_id,
                         e.customer_id, e.action_id, e.happened_at, e.changes, e.digest
                         FROM event AS e JOIN change AS c ON c.id = e.change_id ORDER BY e.id""").fetchall()
    for row in rows:
        previous = digest(previous + b"".join(part(value) for value in row))
        db.execute("UPDATE event SET hash = ? WHERE id = ?", [previous, row[0]])
    db.execute("UPDATE log_head SET event = ?, hash = ?", [rows[-1][0], previous])


{"seals": seals, "forge": forge}[sys.argv[1]]()
PY

# The key: 32 random bytes, or the same in hexadecimal digits, of the owner alone.
(umask 077 && head -c 32 /dev/urandom >key && od -An -tx1 key | tr -d ' \n' >key.hex && echo >>key.hex && head -c 32 /dev/urandom >other)
run open "Kiuas halkesi" -c "Maija <maija@example.fi>" >/dev/null 2>&1
check "without a key nothing is sealed" [ "$(sealed)" = 00 ]
head -c 31 key >short && chmod 600 short
check "a short key is none" status_of 2 run --seal-key short note 1 -m x
check "and the way to one is told" grep -qF "short has no key: a key has 32 bytes, or 64 hexadecimal digits; head -c 32 /dev/urandom makes one" err
head -c 32 /dev/zero >zero && chmod 600 zero
check "nor are 32 times the same byte" status_of 2 run --seal-key zero note 1 -m x
cp key open.key
for mode in 640 604 644 620; do
    chmod $mode open.key
    check "nor is a key that others may use (0$mode)" status_of 2 run --seal-key open.key note 1 -m x
done
check "with what mends it" grep -qF "run: chmod go= open.key" err
check "a key that is not there is missing" status_of 66 run --seal-key none note 1 -m x
check "for looking as well" status_of 66 run verify --key none
check "a folder is none" status_of 2 run --seal-key . note 1 -m x
check "of none of them anything came" [ "$(sealed)" = 00 ]

# Sealing.
check "the owner's command goes as without a key" status_of 0 owner note 1 -m "we look"
check "it seals its own change and those before it" [ "$(sealed)" = 111 ]
check "with the seals that others reckon as well" python3 forger.py seals
run note 1 -m "by one without the key"
run assign 1 pekka
check "who has no key leaves changes unsealed" [ "$(sealed)" = 11100 ]
check "which is told" [ "$(run verify --key key)" = "all is well: 6 events, 1 complaint, 1 customer; 3 changes sealed, 2 from change 4 on not yet" ]
check "to programs as well" [ "$(run verify --key key --json | python3 -c 'import json, sys; [told] = json.load(sys.stdin); print(told["sealed"], told["unsealed"])')" = "3 2" ]
check "and without a key nothing is said of it" [ "$(run verify)" = "all is well: 6 events, 1 complaint, 1 customer" ]
check "the owner's next command seals them" status_of 0 run --seal-key key.hex undo
check "and what it did, with the key in digits" [ "$(sealed)" = 111111 ]
check "as others reckon" python3 forger.py seals
check "which is told" grep -q "; 6 changes sealed$" <(run verify --key key)
check "a dry run seals nothing" status_of 0 owner note 1 -m x -n
printf 'seal_key = "%s/key"\n' "$folder" >config.toml
configured() { "$binary" --config config.toml --db x.db "$@"; }
check "the configuration names the key as well" status_of 0 configured note 1 -m "more"
check "which seals" [ "$(sealed)" = 1111111 ]
check "and is what verify looks by" grep -q "; 7 changes sealed$" <(configured verify)
printf 'seal_key = "%s/short"\n' "$folder" >config.toml
check "a configured key that is none is a faulty configuration" status_of 78 configured note 1 -m "more"
check "with its place" grep -q "config.toml:1:12: seal_key: $folder/short has no key" err
if [ "$(id -u)" -eq 0 ]; then
    printf 'seal_key = "%s/key"\n' "$folder" >config.toml
    chmod 755 . && cp "$binary" anybodys && chmod 755 anybodys && chmod 644 config.toml
    mkdir desk && chmod 777 desk && cp x.db desk/ && chmod 666 desk/x.db
    check "whoever may not read the key logs without" status_of 0 setpriv --reuid 4322 --clear-groups ./anybodys --config config.toml --db desk/x.db note 1 -m "as clerk"
    check "and leaves it unsealed" [ "$(sqlite3 desk/x.db 'SELECT count(*) FROM change WHERE seal IS NULL')" -eq 1 ]
fi

# What seals outlive.
run export --events >log.ndjson
"$binary" --no-config --db again.db import log.ndjson >/dev/null 2>&1
check "a log that is imported keeps them" grep -q "; 7 changes sealed$" <("$binary" --no-config --db again.db verify --key key)
run backup copy.db && "$binary" --no-config --db back.db restore copy.db
check "so does a copy" grep -q "; 7 changes sealed$" <("$binary" --no-config --db back.db verify --key key)
sed 's/,"seal":[^}]*}$/}/' log.ndjson >old.ndjson
check "a log of old has none" status_of 0 "$binary" --no-config --db old.db import old.ndjson
check "which can be sealed" status_of 0 "$binary" --no-config --db old.db --seal-key key note 1 -m x
check "whole" grep -q "; 8 changes sealed$" <("$binary" --no-config --db old.db verify --key key)
{
    echo received_at,ref,source,subject,email
    for ((i = 1; i <= 500; i++)); do echo "2026-11-01,$i,shop,number $i,c$((i % 30))@example.fi"; done
} >many.csv
check "a packed import is sealed" status_of 0 "$binary" --no-config --db many.db --seal-key key import many.csv
check "and can be looked through" grep -q "; 2 changes sealed$" <("$binary" --no-config --db many.db verify --key key)
run backup good.db
sqlite3 x.db "UPDATE event SET personal = NULL, salt = NULL WHERE personal IS NOT NULL"
run verify --key key >out 2>err
check "words that are erased with their salt break no seal" sh -c '! grep -q seal err'

# What they show. `verify` alone is content with each of these.
forged() { # forged NAME WORDS SQL: with a chain that was made anew
    again
    sqlite3 x.db "$3" && python3 forger.py forge
    check "$1: the chain is whole again" sh -c '! grep -q "event .* was changed" "$0"' <("$binary" --no-config --db x.db verify 2>&1)
    run verify --key key >out 2>err
    status=$?
    check "$1: but the seals tell" grep -qF "$2" err
    check "$1: with the status of damage" [ $status -eq 65 ]
}
forged "another actor" "the seal of 3 changes from change 5 on does not fit" "UPDATE change SET actor = 'someone' WHERE id = 5"
check "another actor: without the key it passes for whole" status_of 0 run verify
forged "another time" "the seal of 6 changes from change 2 on does not fit" "UPDATE event SET happened_at = happened_at - 86400 WHERE change_id = 2 AND kind = 'opened'"
forged "the last one" "the seal of change 7 does not fit" "UPDATE change SET recorded_at = recorded_at + 1 WHERE id = 7"
forged "the first one" "no seal is of this key; it is another one, or the whole log was made anew" "UPDATE change SET actor = 'x' WHERE id = 1"
seal_attack() { # seal_attack NAME WORDS SQL: no hash is touched
    again
    sqlite3 x.db "$3"
    check "$1: nobody else can tell" status_of 0 run verify
    check "$1: who has the key can" status_of 65 run verify --key key
    check "$1: and says so" grep -qF "$2" err
}
seal_attack "a seal that was taken away" "the seal of change 3 was taken away" "UPDATE change SET seal = NULL WHERE id = 3"
seal_attack "all but the last" "the seal of 6 changes from change 1 on was taken away" "UPDATE change SET seal = NULL WHERE id < 7"
seal_attack "a seal of another change" "the seal of change 4 does not fit" "UPDATE change SET seal = (SELECT seal FROM change WHERE id = 3) WHERE id = 4"
seal_attack "two that changed places" "the seal of 2 changes from change 4 on does not fit" "CREATE TEMP TABLE s AS SELECT id, seal FROM change; UPDATE change SET seal = (SELECT s.seal FROM s WHERE s.id = 9 - change.id) WHERE id IN (4, 5)"
seal_attack "a seal that was cut short" "the seal of change 4 does not fit" "UPDATE change SET seal = substr(seal, 1, 31) WHERE id = 4"
seal_attack "one made up" "the seal of change 7 does not fit" "UPDATE change SET seal = randomblob(32) WHERE id = 7"
again
check "another key is told" status_of 65 run verify --key other
check "as what it is" grep -qF "no seal is of this key" err
check "and seals nothing over" status_of 0 run --seal-key other note 1 -m x
check "which is said" grep -qF "nothing was sealed: the seal of change 7 is not of this key, or the log before it was changed; reklamaatio verify tells more" err
check "its change stands unsealed" [ "$(sealed)" = 11111110 ]
again
sqlite3 x.db "UPDATE change SET actor = 'someone' WHERE id = 5" && python3 forger.py forge
check "what was made anew the owner does not seal over" status_of 0 owner note 1 -m x
check "and hears of it" grep -qF "nothing was sealed: the seal of change 7" err
again
run note 1 -m "unsealed" && sqlite3 x.db "UPDATE event SET happened_at = 1 WHERE change_id = 8"
owner note 1 -m x >out 2>err
check "nor what was changed behind the last seal" grep -qF "nothing was sealed: the log behind the last seal is not as it was written" err
again
sqlite3 x.db "UPDATE change SET seal = NULL WHERE id > 5"
check "the last seals taken away read as changes of those without the key" grep -q "; 5 changes sealed, 2 from change 6 on not yet" <(run verify --key key)
finish
