#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the lines of "A common day" in README.md as they are typed, and types those of reklamaatio.

keystrokes.py BINARY README
"""
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

binary, readme = os.path.abspath(sys.argv[1]), sys.argv[2]
faults = []


def check(what, holds):
    if not holds:
        faults.append(what)


section = open(readme, encoding="utf-8").read().split("## A common day\n")[1].split("\n## ")[0]
rows = []  # what is to be done, by what program, the lines, how many keys
task = ""
for line in section.splitlines():
    cells = [cell.strip() for cell in line.strip("|").split(" |")] if line.startswith("|") else []
    if len(cells) == 4 and (lines := re.findall(r"`([^`]*)`", cells[2])):
        task = cells[0] or task
        rows.append((task, cells[1], lines, cells[3]))
check("there are three things to do, with four programs each or more", len(rows) >= 12)

# Each character is a key, with or without Shift, and so is the Return behind each line.
for task, program, lines, said in rows:
    counted = sum(len(line) + 1 for line in lines)
    check(f"{program}, {task}: {said} is said, {counted} are typed", said == str(counted))

# What is promised of ours.
most = {"log a call": 60, "close it with a refund": 45, "find it by name": 24}
for task, program, _, said in rows:
    if program.startswith("reklamaatio"):
        check(f"{task} takes {said} keys, more than {most[task]}", int(said) <= most[task])

with tempfile.TemporaryDirectory() as folder:
    database = os.path.join(folder, "x.db")
    base = [binary, "--db", database, "--no-config", "--now", "2026-11-20T08:00:00Z", "--as", "maria"]

    def run(*words):
        done = subprocess.run([*base, *words], capture_output=True, text=True)
        check(f"{shlex.join(words)}: {done.stderr}", done.returncode == 0)
        return done.stdout

    def typed(wanted):
        lines = [lines for task, program, lines, _ in rows if task == wanted and program == "reklamaatio"]
        return [run(*shlex.split(line)[1:]) for line in lines[0]][-1]

    run("init")
    for _ in range(11):
        run("open", "Toinen")
    check("the call becomes R-12", typed("log a call") == "R-12\n")
    call = json.loads(run("show", "12", "--json"))[0]
    check("by phone", call["channel"] == "phone")
    check("from who called", call["customer"] == "Aino Laine")
    check("and was answered at once", call["responded_at"] == "2026-11-20T08:00:00Z")
    check("it is found by name", "Kiuas rikki" in typed("find it by name"))
    typed("close it with a refund")
    end = json.loads(run("show", "12", "--json"))[0]
    check("it ends with its refund", [end["outcome"], end["remedy"], float(end["amount"])] == ["upheld", "refund", 49.9])

for fault in faults:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)
