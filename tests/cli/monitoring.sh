#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The program as monitoring calls it: an empty environment, no standard input, a database that does not answer, and
# readers of metrics that forgive nothing.
#   monitoring.sh BINARY
source "$(dirname "$0")/checks.sh" "$1"
# ends EXPECTED PATTERN command...: the status, one line on standard output that fits, and nothing on standard error.
ends() {
    local expected=$1 pattern=$2
    shift 2
    env -i "$@" >out 2>err <&-
    local status=$?
    # shellcheck disable=SC2053
    [[ $status -eq $expected && $(wc -l <out) -eq 1 && $(cat out) == $pattern && ! -s err ]] && return
    echo "  status $status, not $expected: $*"
    cat out err
    return 1
}
"$binary" --no-config --db x.db open "Kiuas halkesi" --received "40 days ago" >/dev/null || exit 2

check "an empty environment will do" ends 1 "REKLAMAATIO WARNING - 1 overdue, oldest R-1 by *|*" "$binary" check --db x.db
check "critical is 2" ends 2 "REKLAMAATIO CRITICAL - *| overdue=1;;0;0 *" "$binary" check --db x.db -c 0
check "no database and no HOME is unknown" ends 3 "REKLAMAATIO UNKNOWN - *" "$binary" check
check "a missing database is unknown" ends 3 "REKLAMAATIO UNKNOWN - *" "$binary" check --db y.db
check "a wrong option is unknown" ends 3 "REKLAMAATIO UNKNOWN - *" "$binary" check --db x.db --what
check "so is one before the command" ends 3 "REKLAMAATIO UNKNOWN - *" "$binary" --db x.db --what check
env -i "$binary" check --help >out 2>err
check "help ends with 3" [ $? -eq 3 ]
check "and is help" grep -q -- "--critical" out
(env -i "$binary" check --db x.db >/dev/full) 2>/dev/null
check "what cannot be told is unknown" [ $? -eq 3 ]

# Somebody holds the database for himself, as a program may that is not ours; until its commands end.
mkfifo commands
sqlite3 x.db <commands >/dev/null &
exec {commands}>commands
printf '%s\n' "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE held (x);" ".shell touch held" >&"$commands"
await held
begin=$SECONDS
check "a database that does not answer is unknown" ends 3 "REKLAMAATIO UNKNOWN - timed out" "$binary" check --db x.db -t 1
check "as soon as was said" [ $((SECONDS - begin)) -le 4 ]
exec {commands}>&-
wait

# The strict parser of the OpenMetrics project; the same file as Prometheus' own text format, for node_exporter.
"$(PATH=/usr/bin:$PATH command -v python3)" - "$binary" <<'PYTHON'
import subprocess, sys
try:
    from prometheus_client.openmetrics.parser import text_string_to_metric_families as strict
    from prometheus_client.parser import text_string_to_metric_families as prometheus
except ImportError:
    print("skipped: python3-prometheus-client is not installed")
    sys.exit(0)
db = "metrics.db"
run = lambda *a, **k: subprocess.run([sys.argv[1], "--no-config", "--db", db, "--now", "2026-11-20T10:00:00Z", *a], check=True, capture_output=True, text=True, **k).stdout
for subject, category in (("a", 'quo"te\\ and\nline'), ("b", "łódź"), ("c", "")):
    run("open", subject, "--received", "2026-11-02T08:00:00Z", "--category", category.replace("\n", " "))
run("contact", "1", "-m", "x", "--at", "2026-11-02T09:00:00Z")
for by in ([], ["--by", "category"]):
    data = run("report", "sla", "--period", "2026-11", *by, "--format", "openmetrics")
    rows = run("report", "sla", "--period", "2026-11", *by, "--csv").splitlines()
    families = {f.name: f for f in strict(data)}
    assert set(families) == {f.name for f in prometheus(data)}, "both parsers see the same families"
    due = {(s.labels["clock"], s.labels.get("group", "")): s.value for s in families["reklamaatio_sla_due"].samples}
    import csv
    for row in csv.DictReader(rows):
        group = row["group"] or ("(none)" if by else "")
        assert due[row["clock"], group] == float(row["due"]), (row, due)
    assert len(due) == len(rows) - 1
    counted = {name: families["reklamaatio_complaints_" + name].samples[0].value for name in "overdue due_soon unassigned open undelivered".split()}
    # All three came in late, and nobody has heard of them; but they were logged just now.
    assert counted == {"overdue": 3, "due_soon": 0, "unassigned": 3, "open": 3, "undelivered": 0}, counted
    assert families["reklamaatio_sla_taken_median_seconds"].unit == "seconds"
later = subprocess.run([sys.argv[1], "--no-config", "--db", db, "--now", "2026-11-20T10:31:00Z", "report", "sla", "--format", "openmetrics"], check=True, capture_output=True, text=True).stdout
families = {f.name: f for f in strict(later)}
assert families["reklamaatio_complaints_undelivered"].samples[0].value == 3, "half an hour later they are undelivered"
PYTHON
check "strict parsers of metrics take what report sla prints, and see the same figures" [ $? -eq 0 ]

finish
