#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Many people at one record: nothing that was acknowledged is lost, and nobody writes over what they have not seen.
Each process keeps a ledger of what the program told it was done. In the end each line of it stands in the log, what was refused as
busy does not, each value that was replaced is the one that was there, and the state is what came last.
  crowd.py BINARY [PROCESSES COMMANDS]"""
import collections
import json
import os
import random
import re
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
PROCESSES, COMMANDS = (int(number) for number in sys.argv[2:4]) if len(sys.argv) > 2 else (8, 15)
COMPLAINTS = 3
PRIORITIES = ["low", "normal", "high", "urgent"]


def run(*arguments):
    return subprocess.run([PROGRAM, "--no-config", "--db", "crowd.db", *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True)


def commands(worker, chance):
    """A line of the ledger: what is typed, and the text by which it is known in the log."""
    for number in range(COMMANDS):
        token = f"w{worker}n{number}"
        id = f"R-{chance.randint(1, COMPLAINTS)}"
        yield chance.choice([
            ["edit", id, "--subject", token], ["edit", id, "--wish", token], ["edit", id, "--subject", token, "--wish", token],
            ["classify", id, "--product", token], ["note", id, "-m", token], ["open", token], ["classify", id, "--cause", token],
            ["assign", id, token], ["contact", id, "--channel", "phone", "-m", token]]), token


def work(worker):
    with open(f"ledger.{worker}", "w") as ledger:
        for typed, token in commands(worker, random.Random(worker)):
            done = run("--as", f"clerk{worker}", *typed)
            print(json.dumps([done.returncode, token, typed, done.stderr]), file=ledger, flush=True)


def fault(text):
    print(text)
    fault.count += 1


fault.count = 0


def check(ledgers, events):
    said = collections.Counter()
    for event in events:
        told = [change[-1] if isinstance(change, list) else change for change in ((event["changes"] or {}) | (event["personal"] or {})).values()]
        for token in {word for word in json.dumps(told).replace('"', " ").replace(",", " ").split() if re.fullmatch(r"w\d+n\d+", word)}:
            said[token] += 1
            if event["actor"] != f"clerk{token[1:token.index('n')]}":
                fault(f"{token} was logged as by {event['actor']}")
    for token, (status, typed, words) in ledgers.items():
        if status not in (0, 75):
            fault(f"{typed} ended with {status}: {words}")
        if status == 0 and said[token] == 0:
            fault(f"{typed} was acknowledged and is not in the log")
        if status == 75 and said[token] > 0:
            fault(f"{typed} was refused and is in the log")
    values = {}
    for event in events:
        for name, change in ((event["changes"] or {}) | (event["personal"] or {})).items():
            if event["complaint"] is None or name not in ("subject", "wish", "product", "cause", "assignee"):
                continue
            before, after = (change if isinstance(change, list) else [None, change])
            if before != values.get((event["complaint"], name)):
                fault(f"event {event['event']} replaces {before!r} in {name}, but {values.get((event['complaint'], name))!r} was there")
            values[event["complaint"], name] = after
    stands = {row["id"]: row for row in json.loads(run("export", "--json").stdout)}
    for (complaint, name), value in values.items():
        if stands[f"R-{complaint}"][name] != value:
            fault(f"R-{complaint} has {stands[f'R-{complaint}'][name]!r} as {name}, and the log ends with {value!r}")
    return values


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for _ in range(COMPLAINTS):
            run("open", "first")
        workers = []
        for worker in range(PROCESSES):
            if (child := os.fork()) == 0:
                work(worker)
                os._exit(0)
            workers.append(child)
        for child in workers:
            if os.waitpid(child, 0)[1] != 0:
                fault("a worker failed")
        ledgers = {}
        for worker in range(PROCESSES):
            with open(f"ledger.{worker}") as ledger:
                ledgers |= {token: (status, typed, words) for status, token, typed, words in map(json.loads, ledger)}
        events = [json.loads(line) for line in run("export", "--events").stdout.splitlines()]
        values = check(ledgers, events)
        if len(ledgers) != PROCESSES * COMMANDS or len(values) < COMPLAINTS * 5:
            fault(f"only {len(ledgers)} commands were run, of {len(values)} fields")
        if (verdict := run("verify")).returncode != 0:
            fault(verdict.stderr)
        done = sum(status == 0 for status, _, _ in ledgers.values())
        print(f"{done} of {len(ledgers)} commands of {PROCESSES} processes were acknowledged; {len(events)} events; {fault.count} faults")
        sys.exit(fault.count > 0)


main()
