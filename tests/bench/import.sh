#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# What much data costs: import into a new database, import again with --on-conflict update, undo, export; beside it the
# sqlite3 shell with the same rows, indexes and full text. In one run, on this machine: what counts are the ratios.
#   import.sh BINARY [ROWS...]     ROWS: 200000 when nothing is said
# Needs sqlite3, python3 and GNU time. Not a test: it never fails for being slow.
set -eu
binary=$(realpath "$1")
shift
sizes=${*:-200000}
folder=$(mktemp -d "${TMPDIR:-/tmp}/import.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Complaints of three years, about 500 bytes each, of two thirds as many customers; the last tenth is still open. Another
# SEED gives the same complaints with other categories.
make_rows() { # make_rows ROWS SEED
    python3 - "$1" "$2" <<'PYTHON'
import csv, datetime, random, sys
n = int(sys.argv[1])
random.seed(7)
other = random.Random(sys.argv[2])
words = """kiuas halkesi ensimmäisellä lämmityksellä lasku tuli kahdesti toimitus myöhässä paketti rikki asiakas odottaa
vastausta hyvitys korvaus uusi osa puuttuu ovi saranat vuotaa letku tiiviste sähkö termostaatti ei toimi huolto sovittu
peruttu soitin jonossa tunti myyjä lupasi kuitti takuu voimassa vaihto palautus maksettu kortilla verkko kauppa tilaus
numero väärä koko väri""".split()
writer = csv.writer(sys.stdout)
writer.writerow("""ref source status kind channel category product subject text customer email phone received_at
responded_at resolved_at closed_at response_due_at resolution_due_at""".split())
begin = datetime.datetime(2023, 10, 1)
iso = lambda t: t.strftime("%Y-%m-%dT%H:%M:%SZ")
for i in range(n):
    received = begin + datetime.timedelta(seconds=int(i * 3 * 365 * 86400 / n))
    answered = received + datetime.timedelta(minutes=random.randrange(600))
    resolved = received + datetime.timedelta(hours=10 + random.randrange(400))
    done = i < n - min(n // 10, 5000)
    end = iso(resolved) if done else ""
    who = random.randrange(max(1, n * 2 // 3))
    writer.writerow(["T%d" % (i + 1), "bench", "closed" if done else "open", random.choice(["complaint", "claim"]),
                     random.choice(["phone", "email", "web"]), other.choice(["damage", "delay", "billing", "service"]),
                     "P%d" % random.randrange(200), "%s %s %d" % (random.choice(words), random.choice(words), i),
                     " ".join(random.choice(words) for _ in range(28)), "Asiakas %d Sukunimi" % who,
                     "asiakas%d@example.com" % who, "+35840%07d" % who, iso(received), iso(answered), end, end,
                     iso(received + datetime.timedelta(days=1)), iso(received + datetime.timedelta(days=10))])
PYTHON
}

# The shell has the times as text, and each customer once; of the full text it keeps no copy, as we do not.
cat >shell.sql <<'SQL'
.mode csv
.import rows.csv complaint
BEGIN;
CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, email TEXT, phone TEXT);
INSERT INTO customer (name, email, phone) SELECT customer, email, phone FROM complaint GROUP BY email;
CREATE INDEX a ON complaint (ref, source);
CREATE INDEX b ON complaint (received_at, status);
CREATE INDEX c ON complaint (resolved_at);
CREATE INDEX d ON complaint (category);
CREATE INDEX e ON complaint (channel);
CREATE INDEX f ON complaint (product);
CREATE INDEX g ON complaint (source);
CREATE INDEX h ON complaint (email);
CREATE INDEX i ON complaint (response_due_at, responded_at);
CREATE INDEX j ON complaint (resolution_due_at, resolved_at);
CREATE INDEX k ON customer (email);
CREATE INDEX l ON customer (phone);
CREATE VIRTUAL TABLE words USING fts5 (subject, text, terms, content = '', tokenize = 'unicode61 remove_diacritics 2',
                                       columnsize = 0);
INSERT INTO words (rowid, subject, text, terms)
    SELECT rowid, subject, text, ref || ' ' || category || ' ' || product FROM complaint;
CREATE VIRTUAL TABLE names USING fts5 (name, email, phone, content = '', tokenize = 'unicode61 remove_diacritics 2',
                                       columnsize = 0);
INSERT INTO names (rowid, name, email, phone) SELECT id, name, email, phone FROM customer;
COMMIT;
SQL

row() { printf '%-44s %9s %9s %9s %9s\n' "$@"; }
# What the last measured command took: seconds of processor, seconds, MiB. All lines are in `measured`.
measure() { # measure NAME COMMAND...
    local name=$1
    shift
    if ! /usr/bin/time -o time.out -f '%U %S %e %M' "$@" >out.txt 2>err.txt; then
        echo "$name: $(tail -c 300 err.txt)"
    fi
    read -r user system wall memory <<<"$(tail -1 time.out)"
    cpu=$(python3 -c "print(round($user + $system, 2))")
    row "$name" "$cpu" "$wall" "$((memory / 1024))" "${ratio_to:+$(python3 -c "print(round($cpu / $ratio_to, 2))")}"
}

now=2026-10-20T12:00:00Z
ours="$binary --no-config --now $now --db ours.db"
for size in $sizes; do
    make_rows "$size" 1 >rows.csv
    make_rows "$size" 2 >other.csv
    rm -f ours.db* theirs.db*
    echo "$size rows, $(($(stat -c %s rows.csv) / 1000000)) MB of CSV"
    row "" "CPU s" "wall s" "RSS MiB" "CPU ratio"
    ratio_to=
    measure "sqlite3: .import, indexes, full text" sqlite3 theirs.db ".read shell.sql"
    ratio_to=$cpu
    # shellcheck disable=SC2086
    {
        measure "import into a new database" $ours import rows.csv
        cp ours.db first.db
        ratio_to=
        measure "sqlite3 -csv of the view complaints" sqlite3 -csv -header -readonly ours.db "SELECT * FROM complaints"
        ratio_to=$cpu
        measure "export" $ours export
        ratio_to=
        measure "import of the same rows again" $ours import rows.csv
        measure "import --on-conflict update, other categories" $ours import --on-conflict update other.csv
        measure "undo of the first import, refused" $ours undo 2
        echo "    its refusal has $(wc -c <err.txt) bytes"
        measure "undo of the update" $ours undo
        measure "undo of the first import" $ours undo
        measure "verify" $ours verify
    }
    echo "MB in the new database by part, and in the shell's; the CSV has $(($(stat -c %s rows.csv) / 1000000))"
    for file in first.db theirs.db; do
        echo "$file $(($(stat -c %s "$file") / 1000000))"
        sqlite3 -readonly "$file" ".mode list" "SELECT printf('    %-28s %8.1f', name, sum(pgsize) / 1e6) FROM dbstat
            GROUP BY name ORDER BY sum(pgsize) DESC LIMIT 14"
    done
done
