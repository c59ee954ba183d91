#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Figures side by side with the sqlite3 shell doing the same, in one run, on this machine: what counts are the ratios.
#   bench.sh BINARY [ROWS...]      ROWS: sizes of the databases; 10000 and 1000000 when nothing is said
# Needs hyperfine, sqlite3 and python3. Not a test: it never fails for being slow.
set -eu
binary=$(realpath "$1")
shift
sizes=${*:-10000 1000000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Complaints of three years with due times and ends, the same for every run; the last of them are still open. Where all
# are, they came within four days, and their due times are left to the policy.
make_rows() { # make_rows ROWS OPEN
    python3 - "$1" "$2" <<'PYTHON'
import csv, datetime, random, sys
random.seed(7)
all_open = sys.argv[1] == sys.argv[2]
begin = datetime.datetime(2026, 10, 16) if all_open else datetime.datetime(2023, 10, 1)
days = 4 if all_open else 3 * 365
writer = csv.writer(sys.stdout)
writer.writerow("ref source status kind channel category subject text received_at responded_at resolved_at closed_at".split()
                + ([] if all_open else ["resolution_due_at"]))
iso = lambda t: t.strftime("%Y-%m-%dT%H:%M:%SZ")
n = int(sys.argv[1])
for i in range(n):
    received = begin + datetime.timedelta(seconds=int(i * days * 86400 / n))
    answered = received + datetime.timedelta(minutes=random.randrange(600))
    due = received + datetime.timedelta(days=10)
    resolved = received + datetime.timedelta(hours=random.randrange(400))
    done = i < n - int(sys.argv[2])
    writer.writerow([i + 1, "bench", "closed" if done else "open", random.choice(["complaint", "claim"]),
                     random.choice(["phone", "email", "web"]), random.choice(["damage", "delay", "billing", "service"]),
                     "Kiuas %d" % i, "Kiuas halkesi ensimmäisellä lämmityksellä, lasku %d" % random.randrange(10**6),
                     iso(received), iso(answered), iso(resolved) if done else "", iso(resolved) if done else ""]
                    + ([] if all_open else [iso(due)]))
PYTHON
}

ratio() { # ratio NAME OURS THEIRS: medians and their ratio
    hyperfine -N --warmup 3 --runs "${runs:-40}" --export-json out.json "$2" "$3" >/dev/null 2>&1 || {
        echo "$1: a command failed"
        return
    }
    python3 - "$1" <<'PYTHON'
import json, sys
a, b = (r["median"] * 1000 for r in json.load(open("out.json"))["results"])
print(f"{sys.argv[1]:<58} {a:9.2f} ms {b:9.2f} ms   ratio {a / b:5.2f}")
PYTHON
}

now=2026-10-20T12:00:00Z
instant=$(date -d "$now" +%s)
ours="$binary --no-config --now $now --db"
printf '%-58s %12s %12s\n' "" reklamaatio "sqlite3"
for size in $sizes; do
    make_rows "$size" $((size / 10 < 5000 ? size / 10 : 5000)) >rows.csv
    rm -f ours.db* theirs.db*
    # shellcheck disable=SC2086
    seconds=$({ TIMEFORMAT=%R; time $ours ours.db import rows.csv >/dev/null; } 2>&1)
    shell=$({ TIMEFORMAT=%R; time sqlite3 theirs.db ".mode csv" ".import rows.csv complaint" \
        "CREATE INDEX a ON complaint (ref, source)" "CREATE INDEX b ON complaint (received_at)" \
        "CREATE INDEX c ON complaint (resolved_at)" "CREATE INDEX d ON complaint (status)" \
        "CREATE VIRTUAL TABLE f USING fts5 (subject, text, tokenize = 'unicode61 remove_diacritics 2')" \
        "INSERT INTO f SELECT subject, text FROM complaint" "PRAGMA journal_mode = WAL"; } 2>&1 | tail -1)
    printf '%-58s %9s s  %9s s    ratio %5s\n' "import of $size rows; the shell: .import, indexes, full text" \
        "$seconds" "$shell" "$(python3 -c "print(round($seconds / $shell, 2))")"
    ratio "open, with $size stored; one row inserted durably" "$ours ours.db open Kiuas" \
        "sqlite3 theirs.db 'PRAGMA synchronous = FULL; INSERT INTO complaint (subject) VALUES (\"Kiuas\")'"
    # The same questions of the same rows: what fell due in a period by clock, with median and p90 of the time taken;
    # what is overdue and at risk now; what was received and has no target.
    for period in 2026-10-19 2026-09 2025; do
        bounds=$(python3 - "$period" <<'PYTHON'
import datetime, sys, zoneinfo
z = zoneinfo.ZoneInfo("Europe/Helsinki"); p = [int(x) for x in sys.argv[1].split("-")]
a = datetime.datetime(*(p + [1, 1])[:3] if len(p) < 3 else p, tzinfo=z)
b = a + datetime.timedelta(days=1) if len(p) == 3 else a.replace(year=a.year + (len(p) == 1 or a.month == 12), month=1 if len(p) == 1 else a.month % 12 + 1)
print(int(a.timestamp()), int(b.timestamp()))
PYTHON
)
        from=${bounds% *}
        until=${bounds#* }
        ratio "report sla --period $period, with $size stored" "$ours ours.db report sla --period $period --csv" \
            "sqlite3 -readonly ours.db '
            SELECT clock, count(*), sum(met_at <= due_at) FROM deadline
            WHERE due_at >= $from AND due_at < $until AND cancelled_at IS NULL GROUP BY clock;
            SELECT clock, taken_seconds FROM (
              SELECT clock, taken_seconds, row_number() OVER (PARTITION BY clock ORDER BY taken_seconds) AS rank,
                     count(*) OVER (PARTITION BY clock) AS n FROM deadline
              WHERE due_at >= $from AND due_at < $until AND cancelled_at IS NULL AND met_at <= due_at)
            WHERE rank IN ((n + 1) / 2, (9 * n + 9) / 10);
            SELECT d.clock, count(*) FILTER (WHERE d.due_at < $instant),
                   count(*) FILTER (WHERE d.due_at >= $instant AND d.warn_at <= $instant)
            FROM deadline AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id
            WHERE d.met_at IS NULL AND d.cancelled_at IS NULL AND d.due_at IS NOT NULL
              AND c.status IN (\"new\", \"open\", \"waiting\") GROUP BY 1;
            SELECT count(*) - count(*) FILTER (WHERE clock = \"response\"),
                   count(*) - count(*) FILTER (WHERE clock = \"resolution\")
            FROM complaint AS c LEFT JOIN deadline AS d ON d.complaint_id = c.id
            WHERE c.received_at >= $from AND c.received_at < $until AND c.status <> \"void\"'"
    done
    # What cron asks every few minutes: who must hear of what is owed; almost always nothing that is new.
    $ours ours.db alerts --new --always >/dev/null
    ratio "alerts --new with nothing new, with $size stored" "$ours ours.db alerts --new --always" \
        "sqlite3 -readonly ours.db '
            SELECT count(*) FROM (SELECT d.complaint_id, d.clock, d.due_at, c.assignee,
                (SELECT max(a.sent_at) FROM alert AS a WHERE a.complaint_id = d.complaint_id AND a.due_at = d.due_at)
            FROM deadline AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id
            WHERE d.due_at IS NOT NULL AND d.met_at IS NULL AND d.cancelled_at IS NULL AND d.missed_at IS NULL
              AND c.status IN (\"new\", \"open\", \"waiting\"));
            SELECT category, count(*) FROM complaint
            WHERE received_at >= $instant - 57 * 86400 AND received_at < $instant AND status <> \"void\" GROUP BY 1'"
    ratio "list --limit 20, with $size stored" "$ours ours.db list --limit 20" \
        "sqlite3 -readonly ours.db '
        SELECT id, status, kind, assignee, customer, subject, due_at FROM (
          SELECT c.*, u.name AS customer, (SELECT min(d.due_at) FROM deadline AS d
            WHERE d.complaint_id = c.id AND d.met_at IS NULL AND d.cancelled_at IS NULL) AS due_at
          FROM complaint AS c LEFT JOIN customer AS u ON u.id = c.customer_id
          WHERE c.status NOT IN (\"closed\", \"void\")) ORDER BY due_at NULLS LAST LIMIT 20;
        SELECT count(*) FROM complaint WHERE status NOT IN (\"closed\", \"void\")'"
    # Last, since it changes the policy: each rule looks for five words, the last one matches and routes.
    # shellcheck disable=SC2086
    {
        $ours ours.db policy show
        printf '[person.maria]\n[person.pekka]\n[team.returns]\nlead = "maria"\nmembers = ["maria", "pekka"]\n'
        for i in $(seq 199); do
            printf '[[rule]]\nwhen.text = ["a%d*", "b%d", "c%d d%d", "e%d", "f%d*"]\nset.category = "damage"\n' \
                "$i" "$i" "$i" "$i" "$i" "$i"
        done
        printf '[[rule]]\nwhen.text = ["kiua*"]\nset.category = "damage"\nassign = "team:returns"\n'
    } >rules.toml
    # shellcheck disable=SC2086
    $ours ours.db policy apply rules.toml >/dev/null
    ratio "open with 200 rules, with $size stored; one row inserted" "$ours ours.db open Kiuas" \
        "sqlite3 theirs.db 'PRAGMA synchronous = FULL; INSERT INTO complaint (subject) VALUES (\"Kiuas\")'"
done

# A policy for a hundred thousand unresolved complaints: every deadline is planned again, twice by turns, so that every
# run moves them all. The shell only adds an hour to each.
make_rows 100000 100000 >rows.csv
rm -f ours.db*
# shellcheck disable=SC2086
{
    $ours ours.db import rows.csv >/dev/null
    $ours ours.db policy show >slow.toml
}
sed 's/"10bd"/"9bd"/; s/"5bd"/"4bd"/' slow.toml >fast.toml
cmp -s slow.toml fast.toml && echo "the default policy has no targets of 10bd and 5bd any more: every run changes nothing"
cat >apply.sh <<SCRIPT
$ours ours.db policy apply fast.toml
$ours ours.db policy apply slow.toml
SCRIPT
cat >add.sh <<SCRIPT
for i in 1 2; do
    sqlite3 theirs.db 'PRAGMA synchronous = FULL; UPDATE deadline SET due_at = due_at + 3600, warn_at = warn_at + 3600'
done
SCRIPT
sqlite3 ours.db 'VACUUM INTO "theirs.db.copy"' && rm -f theirs.db theirs.db-wal theirs.db-shm && mv theirs.db.copy theirs.db
runs=5 ratio "policy apply, 100000 unresolved, twice; UPDATE of due times" "sh apply.sh" "sh add.sh"
