#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real complaints of three cities and agencies: all come in, twice changes nothing, out and in again is the same file, and
the figures of the reports are those that this script counts from the files themselves.

  open_data.py BINARY PROFILES_FOLDER DATA_FOLDER

DATA_FOLDER has the sample of the project (baltimore311.csv, ...) or the whole files (baltimore311_10000.csv, ...). Ends
with 77 (skipped) when they are not there."""
import collections
import csv
import datetime
import filecmp
import io
import os
import subprocess
import sys
import tempfile
import zoneinfo

binary, profiles, data = os.path.realpath(sys.argv[1]), sys.argv[2], sys.argv[3]

# Rows that come in, and rows that do not fit: closed before they were received.
SAMPLE = {"cfpb.csv": (37, 0), "sf311.csv": (32, 2), "baltimore311.csv": (42, 0)}
WHOLE = {"cfpb_6623.csv": (6623, 0), "sf311_10000.csv": (9983, 17), "baltimore311_10000.csv": (10000, 0)}
FILES = SAMPLE if os.path.exists(os.path.join(data, "baltimore311.csv")) else WHOLE
for name in FILES:
    if not os.path.exists(os.path.join(data, name)):
        print(f"skipped: there is no {os.path.join(data, name)}")
        sys.exit(77)

NOW = "2026-11-22T00:00:00Z"
failures = []


def check(name, condition):
    if not condition:
        failures.append(name)
        print(f"FAILED: {name}")


def run(db, *arguments, status=0):
    command = [binary, "--no-config", "--db", db, "--now", NOW, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    check(f"status {status} of {' '.join(arguments)} (it is {done.returncode}: {done.stderr[:200]})", done.returncode == status)
    return done.stdout


def import_all(folder, name):
    expected, unfit = FILES[name]
    profile = name.removesuffix(".csv").split("_")[0] + ".toml"
    db = os.path.join(folder, name + ".db")
    arguments = ["import", os.path.join(data, name), "--profile", os.path.join(profiles, profile)]
    if unfit:
        run(db, *arguments, status=65)
        run(db, "list", "--all", "--format", "ids", status=66)
        arguments.append("--keep-going")
    first = run(db, *arguments, status=3 if unfit else 0)
    check(f"{name}: {expected} come in: {first}", f"{expected} imported" in first)
    second = run(db, *arguments, status=3 if unfit else 0)
    check(f"{name}: twice changes nothing: {second}", f"0 imported, {expected} skipped" in second)
    run(db, "verify")
    out, back = os.path.join(folder, "out.csv"), os.path.join(folder, "back.csv")
    run(db, "export", "-o", out)
    copy = os.path.join(folder, "copy of " + name + ".db")
    run(copy, "import", out)
    run(copy, "export", "-o", back)
    check(f"{name}: out and in again is the same file", filecmp.cmp(out, back, shallow=False))
    return db


def instant(text):
    if not text:
        return None
    local = datetime.datetime.strptime(text, "%m/%d/%Y %I:%M:%S %p")
    return local.replace(tzinfo=ZONE).timestamp()


ZONE = zoneinfo.ZoneInfo("America/New_York")
CHANNELS = {"Phone": "phone", "Email": "email", "Mail": "letter", "Web": "web", "API": "app", "Internal": "internal",
            "System": "internal", "Other": "other"}


def counted(rows, key):
    figures = collections.defaultdict(lambda: [0, 0])
    for row in rows:
        due, closed = instant(row["DueDate"]), instant(row["CloseDate"])
        if due is None:
            continue
        figures[key(row, due)][0] += 1
        figures[key(row, due)][1] += closed is not None and closed <= due
    return {group: (due, met, due - met) for group, (due, met) in figures.items()}


def reported(db, by):
    text = run(db, "report", "sla", "--since", "2000-01-01", "--until", "2026-11-21", "--by", by, "--csv")
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["clock"] == "resolution" and row["due"] != "0"]
    for row in rows:
        check(f"attainment of {row['group']}", f"{int(row['met']) / int(row['due']):.4f}" == row["attainment"])
    return {row["group"]: (int(row["due"]), int(row["met"]), int(row["breached"])) for row in rows}


def check_flow(db, rows):
    text = run(db, "report", "flow", "--period", "2018", "--by", "month", "--csv")
    received, closed = collections.Counter(), collections.Counter()
    month = lambda at: datetime.datetime.fromtimestamp(at, ZONE).strftime("%Y-%m")
    for row in rows:
        received[month(instant(row["CreatedDate"]))] += 1
        if row["CloseDate"]:
            closed[month(instant(row["CloseDate"]))] += 1
    for row in csv.DictReader(io.StringIO(text)):
        group = row["group"]
        opening = sum(n for m, n in received.items() if m < group) - sum(n for m, n in closed.items() if m < group)
        check(f"flow of {group}", (int(row["opening"]), int(row["received"]), int(row["resolved"]))
              == (opening, received[group], closed[group]))


def measures(db, *report):
    """The figures of a report of several sections: (section, group, measure) to (value, numerator, denominator, verdict)."""
    text = run(db, "report", *report, "--csv")
    return {(row["section"], row["group"], row["measure"]):
            (row["value"], row["numerator"], row["denominator"], row["verdict"]) for row in csv.DictReader(io.StringIO(text))}


def nearest_rank(values, percent):
    return sorted(values)[-(-percent * len(values) // 100) - 1]


def in_month(at, month):
    return at is not None and datetime.datetime.fromtimestamp(at, ZONE).strftime("%Y-%m") == month


def months_before(month):
    first = int(month[:4]) * 12 + int(month[5:]) - 1
    return [f"{m // 12}-{m % 12 + 1:02}" for m in range(first - 12, first)]


ORDERS = 90000


def check_speed_and_ends(db, cases, month):
    ended = [closed - created for created, closed, _, _ in cases if in_month(closed, month)]
    told = measures(db, "speed", "--period", month)
    of = lambda measure: told["resolution", "", measure][0]
    check("how many were resolved", of("number") == str(len(ended)) and ended)
    for measure, percent, fewest in (("median_minutes", 50, 1), ("p90_minutes", 90, 10), ("longest_minutes", 100, 1)):
        expected = str(int(nearest_rank(ended, percent) // 60)) if len(ended) >= fewest else ""
        check(f"speed: {measure}", of(measure) == expected)
    told = measures(db, "outcomes", "--period", month)
    days = [0, 1, 7, 30, 90, 10**6]
    for name, least, most in zip(("within_1_day", "within_7_days", "within_30_days", "within_90_days", "over_90_days"),
                                 days, days[1:]):
        number = sum(1 for seconds in ended if least * 86400 < seconds <= most * 86400 or (least == 0 and seconds == 0))
        check(f"outcomes: {name}", told["age", "", name][1:3] == (str(number), str(len(ended))))
    received = [closed for created, closed, _, _ in cases if in_month(created, month)]
    check("outcomes: of what was received", told["receipt", "", "resolution_rate"][1:3]
          == (str(sum(1 for closed in received if closed)), str(len(received))))


def check_pareto(db, cases, month):
    numbers = collections.Counter(group for created, _, group, _ in cases if in_month(created, month))
    told = measures(db, "causes", "--by", "category", "--period", month)
    so_far = 0
    groups = [group for section, group, measure in told if (section, measure) == ("pareto", "cumulative")]
    check("causes: every category", sorted(groups) == sorted(numbers))
    check("causes: the most frequent first", all(numbers[a] >= numbers[b] for a, b in zip(groups, groups[1:])))
    for group in groups:
        so_far += numbers[group]
        check(f"causes: {group}", told["pareto", group, "number"][0] == str(numbers[group])
              and told["pareto", group, "cumulative"][1:3] == (str(so_far), str(sum(numbers.values()))))


def check_rate(db, cases, month):
    """A u-chart, with the same volume in every month: ū ± 3·sqrt(ū / n)."""
    for each in months_before(month) + [month]:
        run(db, "volume", "set", each, str(ORDERS))
    months = collections.Counter(datetime.datetime.fromtimestamp(created, ZONE).strftime("%Y-%m") for created, *_ in cases)
    mean = sum(months[each] for each in months_before(month)) / (ORDERS * 12)
    upper = (mean + 3 * (mean / ORDERS) ** 0.5) * 1000
    warning = (mean + 2 * (mean / ORDERS) ** 0.5) * 1000
    now = months[month] / ORDERS * 1000
    told = measures(db, "rate", "--period", month)
    check("rate: per 1000", told["rate", "", "per_1000"][:3] == (f"{now:.4f}", str(months[month]), str(ORDERS)))
    known = sum(1 for each in months_before(month) if each >= min(months))
    if known < 12 or mean * ORDERS < 5:
        check("rate: too little to judge", told["rate", "", "per_1000"][3] == "not enough to judge")
    else:
        check("rate: the limits", (told["rate", "", "upper_limit"][0], told["rate", "", "upper_warning"][0])
              == (f"{upper:.4f}", f"{warning:.4f}"))
        check("rate: the verdict", told["rate", "", "per_1000"][3]
              == ("systemic" if now > upper else "watch" if now > warning else "marginal"))
    return told


def check_month(db, cases, month, rate):
    told = measures(db, "monthly", "--period", month)
    following = int(month[:4]) * 12 + int(month[5:])
    end = datetime.datetime(following // 12, following % 12 + 1, 1, tzinfo=ZONE).timestamp()
    due = [(closed, at) for _, closed, _, at in cases if in_month(at, month)]
    met = sum(1 for closed, at in due if closed is not None and closed <= at)
    check("monthly: in time", told["in_time", "", "resolution"][1:3] == (str(met), str(len(due))))
    check("monthly: received", told["received", "", "per_1000"][1] == str(sum(in_month(c, month) for c, *_ in cases)))
    open_at_end = sum(1 for created, closed, _, _ in cases
                      if created < end and (closed is None or closed >= end))
    check("monthly: open at the end", told["received", "", "open_at_end"][0] == str(open_at_end))
    verdict = rate["rate", "", "per_1000"][3]
    check("monthly: systemic or not", ("signal", "", "received") not in told
          if verdict in ("marginal", "not enough to judge") else told["signal", "", "received"][3] == verdict)


with tempfile.TemporaryDirectory() as folder:
    databases = {name: import_all(folder, name) for name in FILES}
    name = next(name for name in FILES if name.startswith("baltimore311"))
    baltimore = databases[name]
    policy = os.path.join(folder, "policy.toml")
    with open(policy, "w", encoding="utf-8") as file:
        file.write('[organisation]\ntimezone = "America/New_York"\n')
    run(baltimore, "policy", "apply", policy)
    with open(os.path.join(data, name), newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    by_month = counted(rows, lambda row, due: datetime.datetime.fromtimestamp(due, ZONE).strftime("%Y-%m"))
    check("figures by month", by_month == reported(baltimore, "month"))
    check("figures by channel", counted(rows, lambda row, due: CHANNELS[row["MethodReceived"]]) == reported(baltimore, "channel"))
    check_flow(baltimore, rows)
    cases = [(instant(row["CreatedDate"]), instant(row["CloseDate"]), row["Agency"], instant(row["DueDate"])) for row in rows]
    # The month in which most came, of those in which anything ended.
    ends = {datetime.datetime.fromtimestamp(closed, ZONE).strftime("%Y-%m") for _, closed, _, _ in cases if closed}
    receipts = collections.Counter(datetime.datetime.fromtimestamp(case[0], ZONE).strftime("%Y-%m") for case in cases)
    month = max(ends, key=lambda each: (receipts[each], each))
    check_speed_and_ends(baltimore, cases, month)
    check_pareto(baltimore, cases, month)
    check_month(baltimore, cases, month, check_rate(baltimore, cases, month))

print(f"{'0 failed' if not failures else str(len(failures)) + ' failed'}")
sys.exit(1 if failures else 0)
