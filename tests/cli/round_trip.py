#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever was done: the log, imported into an empty database, gives the same log and the same state; and an
export, imported into an empty one with the same policy, gives the same export byte for byte, in a spreadsheet's dialect as well.

usage: round_trip.py PROGRAM [SEEDS [FIRST]]    so many seeds, 15 unless told otherwise, from FIRST or 0 on
"""
import difflib
import sys
import tempfile

from history import History


def check_same(seed, what, first, second):
    if first != second:
        lines = difflib.unified_diff(first.splitlines(), second.splitlines(), "before", "after", lineterm="", n=0)
        sys.exit(f"seed {seed}: {what} is another one:\n" + "\n".join(lines))


def check_whole(seed, history, database):
    verdict = history.run(database, "verify")
    if verdict.returncode != 0:
        sys.exit(f"seed {seed}: {database}: {verdict.stdout}{verdict.stderr}")


def check_log(seed, history):
    log = history.run("a.db", "export", "--events").stdout
    history.run("c.db", "import", history.write("a.ndjson", log), good=(0,))
    check_same(seed, "the log", log, history.run("c.db", "export", "--events").stdout)
    check_whole(seed, history, "c.db")
    ids = history.run("a.db", "export", "--format", "ids").stdout.split()
    for arguments in (["export"], ["customer", "list", "--json"], ["list", "--all", "--csv"], ["action", "list", "--all", "--json"],
                      ["alerts", "--json"], ["undo", "--list", "--json"], ["policy", "show"], *(["show", "--json", id] for id in ids)):
        first, second = (history.run(database, *arguments, now="2026-06-01").stdout for database in ("a.db", "c.db"))
        check_same(seed, " ".join(arguments), first, second)


def check_export(seed, history, *dialect):
    first = history.run("a.db", "export", *dialect).stdout
    into = f"{''.join(dialect)}.db"
    history.run(into, "policy", "apply", history.write("same.toml", history.run("a.db", "policy", "show").stdout), good=(0,))
    history.run(into, "import", *dialect, history.write("a.csv", first), good=(0,))
    check_same(seed, "the export", first, history.run(into, "export", *dialect).stdout)
    check_whole(seed, history, into)


def main():
    program = sys.argv[1]
    seeds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    print(f"seeds {first} to {first + seeds - 1}", flush=True)
    for seed in range(first, first + seeds):
        with tempfile.TemporaryDirectory() as folder:
            history = History(program, folder, seed)
            history.begin()
            history.play(120)
            check_whole(seed, history, "a.db")
            check_log(seed, history)
            check_export(seed, history)
            check_export(seed, history, "--csv-dialect", "excel-fi")
    print(f"{seeds} databases came back as they were")


main()
