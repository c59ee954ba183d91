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

print(f"{'0 failed' if not failures else str(len(failures)) + ' failed'}")
sys.exit(1 if failures else 0)
