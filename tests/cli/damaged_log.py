#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A log that was damaged, whether its seals were broken or made anew: its import ends with 65 and says where, or
with 0 and a database that verify finds whole.

usage: damaged_log.py PROGRAM [LOGS [FIRST]]    so many logs, 2 unless told otherwise, from FIRST or 0 on
"""
import calendar
import hashlib
import json
import os
import random
import sys
import tempfile
import time

from history import History

VARIATIONS = 60


def text_of(value):
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def digest(data):
    return hashlib.blake2b(data, digest_size=32).digest()


def seconds(iso):
    return calendar.timegm(time.strptime(iso, "%Y-%m-%dT%H:%M:%SZ"))


def sealed(events):
    """As somebody writes them who knows how the hashes are made: numbered, and each with a hash that holds."""
    previous, lines = b"", []
    for number, event in enumerate(events, 1):
        event["event"] = number
        parts = [number, event["change"], seconds(event["recorded_at"]), event["actor"], event["command"], event["undoes"] or 0,
                 event["kind"], event["complaint"], event["customer"], event["action"], seconds(event["happened_at"]),
                 text_of(event["changes"])]
        data = [b"" if part is None else str(part).encode() for part in parts] + [bytes.fromhex(event["digest"] or "")]
        previous = digest(previous + b"".join(str(len(part)).encode() + b":" + part + b"," for part in data))
        event["hash"] = previous.hex()
        lines.append(text_of(event))
    return lines


def broken(chance, lines):
    """One line, or the order of two, is not as it was written."""
    lines = list(lines)
    here, there = chance.randrange(len(lines)), chance.randrange(len(lines))
    place = chance.randrange(len(lines[here]))
    way = chance.randrange(10)
    if way == 0:
        del lines[here]
    elif way == 1:
        lines.insert(there, lines[here])
    elif way == 2:
        lines[here], lines[there] = lines[there], lines[here]
    elif way == 3:
        del lines[here + 1:]
    elif way == 4:
        lines[here] = lines[here][:place]
    elif way == 5:
        lines[here] = lines[here][:place] + chance.choice('x0"{}[]:,\\\0ä-') + lines[here][place + 1:]
    elif way == 6:
        lines.insert(here, chance.choice(["", " ", "{}", "[]", "null", "subject,received_at", "{" * 9000, lines[here][::-1]]))
    elif way == 7:
        lines[here] += chance.choice(["\r", " ", "\t", "}", ","])
    elif way == 8:
        event = json.loads(lines[here])
        key = chance.choice(list(event))
        event[key] = chance.choice([None, "", "x", -1, 0, 2**63, 1e30, [], {}, True])
        lines[here] = text_of(event)
    else:
        event = json.loads(lines[here])
        del event[chance.choice(list(event))]
        lines[here] = text_of(event)
    return lines


def forged(chance, lines):
    """Something else is told, and every seal holds."""
    events = [json.loads(line) for line in lines]
    here, there = chance.randrange(len(events)), chance.randrange(len(events))
    event, way = events[here], chance.randrange(9)
    if way == 0:
        del events[here]
    elif way == 1:
        events.insert(there, dict(event))
    elif way == 2:
        events[here], events[there] = events[there], events[here]
    elif way == 3:
        key = chance.choice(["complaint", "customer", "action"])
        event[key] = chance.choice([None, 1, 2, 99])
    elif way == 4:
        event["kind"] = chance.choice([events[there]["kind"], "opened", "reopened", "no_such_kind"])
    elif way == 5:
        event["undoes"] = chance.choice([None, 1, event["change"], event["change"] - 1, 999])
    elif way == 6:
        event["change"] = chance.choice([0, 1, event["change"] + 1, 2**40])
    elif way == 7 and event["changes"]:
        key = chance.choice(list(event["changes"]))
        event["changes"][key] = chance.choice([[None, None], [None, "x"], [None, -1], [None, 2**62], "x", [], {}, None])
    elif event["changes"]:
        del event["changes"][chance.choice(list(event["changes"]))]
    return sealed(events)


def retyped(lines):
    """Members that read alike and are not as they were written."""
    here = max(range(len(lines)), key=lambda line: '"complaint":null' not in lines[line])
    event = json.loads(lines[here])
    for key, values in {"complaint": [event["complaint"] + 0.5, float(event["complaint"]), True], "change": [event["change"] + 0.999],
                        "event": [event["event"] + 0.5], "undoes": [0, 0.25], "customer": [False], "policy": ["x", ""], "more": [None, 1],
                        "hash": [event["hash"].upper()], "salt": [(event["salt"] or "").upper(), ""],
                        "happened_at": [event["happened_at"].replace("Z", "+00:00"), event["happened_at"].replace("T", " ")]}.items():
        for value in values:
            told = text_of({**event, key: value})
            if told != lines[here]:
                yield lines[:here] + [told] + lines[here + 1:], f"{key} {value}"
    yield lines[:here] + [lines[here][:-1] + ',"complaint":1}'] + lines[here + 1:], "a complaint twice"


def as_exported(line):
    event = json.loads(line)
    event.setdefault("seal", None)
    return text_of(event)


def check(history, lines, what):
    for name in os.listdir(history.folder):
        if name.startswith("z.db"):
            os.remove(history.path(name))
    text = "\n".join(lines) + "\n"
    done = history.run("z.db", "import", history.write("z.ndjson", text), good=range(256))
    if not text.startswith("{"):
        return
    if done.returncode not in (0, 65) or (done.returncode == 65 and "z.ndjson:" not in done.stderr):
        keep(text)
        sys.exit(f"{what}: the import ended with {done.returncode}: {done.stderr}")
    if done.returncode == 0 and history.run("z.db", "verify").returncode != 0:
        keep(text)
        sys.exit(f"{what}: {history.run('z.db', 'verify').stdout}")
    if done.returncode == 0:
        exported = history.run("z.db", "export", "--events").stdout.splitlines()
        if exported != [as_exported(line) for line in lines]:
            keep(text)
            sys.exit(f"{what}: what came in is not what was in the file")
    return done.returncode


def keep(text):
    if "KEEP" in os.environ:
        with open(os.environ["KEEP"], "w", encoding="utf-8") as file:
            file.write(text)


def main():
    program = sys.argv[1]
    logs = int(sys.argv[2]) if len(sys.argv) > 2 else 2
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    for seed in range(first, first + logs):
        with tempfile.TemporaryDirectory() as folder:
            history = History(program, folder, seed)
            history.begin()
            history.play(40)
            lines = history.run("a.db", "export", "--events").stdout.splitlines()
            if sealed([json.loads(line) for line in lines]) != lines:
                sys.exit(f"log {seed}: a log that nobody changed is sealed in another way")
            for changed, what in retyped(lines):
                if check(history, changed, f"log {seed}, {what}") != 65:
                    sys.exit(f"log {seed}: {what} was taken")
            chance = random.Random(seed)
            for number in range(VARIATIONS):
                check(history, broken(chance, lines), f"log {seed}, broken {number}")
                check(history, forged(chance, lines), f"log {seed}, forged {number}")
    print(f"{logs} logs were damaged in {logs * 2 * VARIATIONS} ways, and nothing untrue came in")


main()
