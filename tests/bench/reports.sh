#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Each report beside the same questions typed into the sqlite3 shell, over the same file: over one month, and over all.
#   reports.sh BINARY [ROWS...]    ROWS: 200000 when nothing is said
# Seconds of processor, the least of several runs, because machines are shared. Needs sqlite3 and python3. Not a test:
# it never fails for being slow.
set -eu
binary=$(realpath "$1")
shift
sizes=${*:-200000}
folder=$(mktemp -d "${TMPDIR:-/tmp}/reports.XXXXXX")
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Complaints of three years up to the end of September 2026, of two thirds as many customers; the last 5000 are open.
make_rows() { # make_rows ROWS
    python3 - "$1" <<'PYTHON'
import csv, datetime, random, sys
n = int(sys.argv[1])
random.seed(11)
writer = csv.writer(sys.stdout)
writer.writerow("""ref source status kind channel category product cause subject customer email received_at responded_at
resolved_at closed_at outcome settled remedy amount csat nps retained team assignee resolution_due_at""".split())
begin = datetime.datetime(2023, 10, 1)
iso = lambda t: t.strftime("%Y-%m-%dT%H:%M:%SZ")
for i in range(n):
    received = begin + datetime.timedelta(seconds=int(i * 3 * 365 * 86400 / n))
    answered = received + datetime.timedelta(minutes=random.randrange(900))
    resolved = received + datetime.timedelta(hours=20 + random.randrange(400))
    done = i < n - min(n // 10, 5000)
    end = iso(resolved) if done else ""
    of = lambda *words: random.choice(words) if done else ""
    who = random.randrange(max(1, n * 2 // 3))
    remedy = of("refund", "replacement", "apology", "none")
    writer.writerow(["T%d" % (i + 1), "bench", "closed" if done else "open", random.choice(["complaint", "claim"]),
                     random.choice(["phone", "email", "web"]), random.choice(["damage", "delay", "billing", "service"]),
                     "P%d" % random.randrange(50), of("packing", "courier", "address", "defect", "price"),
                     "Kiuas %d" % i, "Asiakas %d" % who, "a%d@example.com" % who, iso(received), iso(answered), end, end,
                     of("upheld", "partly", "rejected"), of("yes", "no", "unknown"), remedy,
                     "%d.%02d" % (random.randrange(200), random.randrange(100)) if remedy == "refund" else "",
                     of("", "3", "4", "5"), of("", "2", "8", "10"), of("", "yes", "no"), "returns",
                     random.choice(["maria", "pekka", "liisa", "antti"]), iso(received + datetime.timedelta(days=10))])
PYTHON
}

least() { # least COMMAND...: the least seconds of processor of some runs
    python3 - "$@" <<'PYTHON'
import os, resource, subprocess, sys
least = None
for _ in range(int(os.environ.get("RUNS", "5"))):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    if subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode != 0:
        print("nan")
        break
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    took = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    least = took if least is None else min(least, took)
else:
    print(f"{least:.4f}")
PYTHON
}

# The questions of a report, as somebody would type them who knows the tables. $c are complaints and claims.
c="kind IN ('complaint', 'claim') AND status <> 'void'"
median() { # median VALUE FROM-AND-WHERE: the median and the ninth decile
    echo "SELECT v FROM (SELECT $1 AS v, row_number() OVER (ORDER BY $1) AS r, count(*) OVER () AS n $2) WHERE r IN ((n + 1) / 2, (9 * n + 9) / 10);"
}
questions() { # questions REPORT FROM UNTIL NOW
    local received="received_at >= $2 AND received_at < $3" ended="resolved_at >= $2 AND resolved_at < $3"
    case $1 in
    flow) echo "SELECT count(*) FROM complaint WHERE received_at < $2 AND status <> 'void' AND (resolved_at IS NULL OR resolved_at >= $2);
        SELECT count(*) FROM complaint WHERE $received AND status <> 'void'; SELECT count(*) FROM complaint WHERE $ended;
        SELECT count(*) FROM reopening WHERE reopened_at >= $2 AND reopened_at < $3;
        SELECT count(*) FROM complaint WHERE received_at < $3 AND status <> 'void' AND (resolved_at IS NULL OR resolved_at >= $3);" ;;
    speed) median "responded_at - received_at" "FROM complaint WHERE $ended AND status <> 'void' AND responded_at NOT NULL"
        median "resolved_at - received_at" "FROM complaint WHERE $ended AND status <> 'void'" ;;
    outcomes) echo "SELECT outcome, count(*) FROM complaint WHERE $ended AND $c GROUP BY 1;
        SELECT settled, count(*) FROM complaint WHERE $ended AND $c GROUP BY 1;
        SELECT (resolved_at - received_at) / 86400 / 7, count(*) FROM complaint WHERE $ended AND $c GROUP BY 1;
        SELECT count(*), count(resolved_at) FROM complaint WHERE $received AND $c;
        SELECT count(*) FROM complaint WHERE $ended AND $c AND reopened_count = 0 AND responded_at NOT NULL;" ;;
    causes) echo "SELECT cause, count(*), sum(EXISTS (SELECT 1 FROM complaint AS b WHERE b.customer_id = a.customer_id
            AND b.cause = a.cause AND b.received_at < a.received_at AND b.received_at >= a.received_at - 31536000))
        FROM complaint AS a WHERE $received AND $c GROUP BY 1 ORDER BY 2 DESC;" ;;
    rate) echo "SELECT strftime('%Y-%m', received_at, 'unixepoch'), count(*) FROM complaint
        WHERE received_at >= $2 - 31536000 AND received_at < $3 AND $c GROUP BY 1;" ;;
    workload) echo "SELECT assignee, count(*), min(received_at) FROM complaint WHERE status IN ('new', 'open', 'waiting') GROUP BY 1;
        SELECT c.assignee, count(DISTINCT c.id) FROM deadline AS d CROSS JOIN complaint AS c ON c.id = d.complaint_id
            WHERE d.due_at < $4 AND d.met_at IS NULL AND d.cancelled_at IS NULL AND c.status IN ('new', 'open', 'waiting') GROUP BY 1;
        SELECT assignee, count(*) FROM complaint WHERE $received GROUP BY 1;
        SELECT assignee, count(*) FROM complaint WHERE $ended GROUP BY 1;" ;;
    remedies) echo "SELECT remedy, count(*), count(amount_cents), sum(amount_cents), max(amount_cents) FROM complaint
            WHERE $ended AND $c AND remedy IS NOT NULL AND remedy <> 'none' GROUP BY 1;
        SELECT count(*), sum(amount_cents) FROM complaint WHERE paid_at >= $2 AND paid_at < $3 AND $c;
        SELECT count(*), sum(amount_cents), min(owed_since) FROM complaint WHERE owed_since NOT NULL AND paid_at IS NULL;"
        median amount_cents "FROM complaint WHERE $ended AND $c AND amount_cents NOT NULL" ;;
    roi) echo "SELECT sum(amount_cents), sum(effort_minutes) FROM complaint WHERE $ended AND $c;
        SELECT count(DISTINCT customer_id) FROM complaint WHERE $ended AND $c;
        SELECT sum(u.value_cents), count(*), sum(kept = 'yes') FROM (SELECT customer_id, max(retained) AS kept FROM complaint
            WHERE $ended AND $c AND retained IN ('yes', 'no') GROUP BY 1) AS k JOIN customer AS u ON u.id = k.customer_id;" ;;
    recovery) echo "SELECT count(*), avg(csat), sum(nps >= 9) - sum(nps <= 6), sum(retained = 'yes') FROM complaint AS c
            WHERE followed_up_at >= $2 AND followed_up_at < $3 AND status <> 'void';
        SELECT count(*), count(followed_up_at), count(csat) FROM complaint WHERE $ended AND status <> 'void';" ;;
    customers) echo "SELECT count(*), sum(n > 1), sum(n), sum(upheld) FROM (SELECT count(*) AS n,
            sum(outcome IN ('upheld', 'partly')) AS upheld FROM complaint WHERE $received AND $c GROUP BY customer_id);
        SELECT k.customer_id, u.name, count(*) FROM complaint AS k JOIN customer AS u ON u.id = k.customer_id
            WHERE k.received_at >= $2 AND k.received_at < $3 AND k.kind IN ('complaint', 'claim') AND k.status <> 'void'
            GROUP BY 1 HAVING count(*) > 1 ORDER BY 3 DESC;
        SELECT count(DISTINCT customer_id) FROM complaint WHERE status IN ('new', 'open', 'waiting') AND $c;" ;;
    alerts) echo "SELECT level, count(*) FROM alert WHERE sent_at >= $2 AND sent_at < $3 GROUP BY 1;
        SELECT count(*) FROM deadline AS d WHERE due_at >= $2 AND due_at < $3 AND cancelled_at IS NULL
            AND (met_at IS NULL OR met_at > due_at) AND NOT EXISTS (SELECT 1 FROM alert AS a
                WHERE a.complaint_id = d.complaint_id AND a.clock = d.clock AND a.sent_at <= d.due_at)
            AND due_at > (SELECT h.recorded_at FROM event AS e JOIN change AS h ON h.id = e.change_id
                WHERE e.complaint_id = d.complaint_id ORDER BY e.id LIMIT 1);" ;;
    hygiene) echo "SELECT count(*) FILTER (WHERE assignee IS NULL), count(*) FILTER (WHERE category IS NULL),
            count(*) FILTER (WHERE targeted = 0) FROM complaint WHERE status IN ('new', 'open', 'waiting');
        SELECT count(*) FILTER (WHERE cause IS NULL), count(*) FILTER (WHERE outcome IS NULL),
            count(*) FILTER (WHERE responded_at IS NULL) FROM complaint WHERE $ended AND status <> 'void';
        SELECT count(*) FROM complaint WHERE logged_at - received_at > 86400 AND $received;
        SELECT phone_key, count(*) FROM customer WHERE phone_key NOT NULL GROUP BY 1 HAVING count(*) > 1;" ;;
    monthly)
        questions outcomes "$2" "$3" "$4"
        questions causes "$2" "$3" "$4"
        questions workload "$2" "$3" "$4"
        questions flow "$2" "$3" "$4"
        for field in category cause product; do
            echo "SELECT $field, strftime('%Y-%m', received_at, 'unixepoch'), count(*) FROM complaint
                WHERE received_at >= $2 - 31536000 AND received_at < $3 AND $c GROUP BY 1, 2;"
        done
        for before in 0 1 12; do # this period, the one before, and a year ago
            local away=$((before * ($3 - $2)))
            echo "SELECT clock, count(*), sum(met_at <= due_at) FROM deadline WHERE due_at >= $2 - $away AND due_at < $3 - $away
                AND cancelled_at IS NULL GROUP BY clock;"
            [ $before = 0 ] || questions outcomes "$(($2 - away))" "$(($3 - away))" "$4"
        done ;;
    esac
}

now=2026-10-20T12:00:00Z
instant=$(date -d "$now" +%s)
ours="$binary --no-config --now $now --db ours.db"
for size in $sizes; do
    make_rows "$size" >rows.csv
    rm -f ours.db*
    # shellcheck disable=SC2086
    $ours import rows.csv >/dev/null
    echo "$size complaints, $(($(stat -c %s ours.db) / 1000000)) MB"
    printf '%-34s %11s %11s %8s\n' "seconds of processor" reklamaatio "sqlite3" ratio
    for period in 2026-08 2023-10..2026-09; do
        from=$(date -d "${period%%..*}-01T00:00:00+03:00" +%s)
        until=$(date -d "$(date -d "${period##*..}-01 +1 month" +%F)T00:00:00+03:00" +%s)
        for report in flow speed outcomes causes rate workload remedies roi recovery customers alerts hygiene monthly; do
            # One chart of three years is of months, and of no group.
            [ "$period/$report" = 2023-10..2026-09/monthly ] && continue
            # shellcheck disable=SC2086
            mine=$(least $ours report $report --period $period --csv)
            shell=$(least sqlite3 -readonly ours.db "$(questions $report "$from" "$until" "$instant")")
            printf '%-34s %11s %11s %8s\n' "report $report --period $period" "$mine" "$shell" \
                "$(python3 -c "print(f'{$mine / $shell:.2f}')" 2>/dev/null || echo -)"
        done
    done
done
