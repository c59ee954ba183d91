#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the units of share/systemd are shut as tightly as they can be, and leave the program the calls that it makes.

    units.py BINARY FOLDER

Without systemd-analyze it says so, and is left out; without strace the calls are.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

MOST_EXPOSED = 15  # of 100


def said_by(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


def calls_of(name, known):
    """The calls of a set of systemd's, with those of the sets in it."""
    if not name.startswith("@"):
        return {name}
    if name not in known:
        known[name] = set()
        lines = said_by("systemd-analyze", "syscall-filter", name).stdout.splitlines()
        for line in lines[1:]:
            if line.strip() and not line.strip().startswith("#"):
                known[name] |= calls_of(line.strip(), known)
    return known[name]


def allowed_by(unit):
    allowed, known = set(), {}
    for line in re.findall(r"^SystemCallFilter=(.*)$", unit, re.M):
        calls = set().union(*(calls_of(name, known) for name in line.lstrip("~").split()))
        allowed = allowed - calls if line.startswith("~") else allowed | calls
    return allowed


def command_of(unit, binary, place):
    words = shlex.split(re.search(r"^ExecStart=(.*)$", unit, re.M)[1])
    text = " ".join(words[1:]).replace("/var/lib/reklamaatio", place).replace("send-alert", "'cat >/dev/null'")
    return [binary, "--no-config", "--now", "2026-11-10T10:00:00Z", *shlex.split(text.replace("%l", "here"))]


def calls_made(command, database, place):
    trace = os.path.join(place, "trace")
    made = subprocess.run(["strace", "-o", trace, *command], capture_output=True, text=True, check=False,
                          env={"REKLAMAATIO_DB": database, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"})
    if made.returncode != 0:
        sys.exit(f"units: {command} ended with {made.returncode}: {made.stderr}")
    with open(trace, encoding="utf-8", errors="replace") as file:
        return set(re.findall(r"^(\w+)\(", file.read(), re.M))


def faults_of(path, binary):
    judged = said_by("systemd-analyze", "security", "--offline=true", f"--threshold={MOST_EXPOSED}", path)
    if judged.returncode != 0:
        yield judged.stdout.splitlines()[-1]
    if not shutil.which("strace"):
        print("units: there is no strace; the calls are left out")
        return
    with open(path, encoding="utf-8") as file:
        unit = file.read()
    with tempfile.TemporaryDirectory() as place:
        database = os.path.join(place, "reklamaatio.db")
        os.mkdir(os.path.join(place, "backups"))
        begin = [binary, "--no-config", "--db", database, "--now", "2026-11-03T10:00:00Z", "open", "late by now"]
        subprocess.run(begin, capture_output=True, check=True)
        made = calls_made(command_of(unit, binary, place), database, place)
        if not {"openat", "fsync"} & made:
            yield "its command made no call that was seen"
        if missing := made - allowed_by(unit):
            yield f"it forbids {', '.join(sorted(missing))}, which its command calls"


def main():
    binary, folder = sys.argv[1:]
    if not shutil.which("systemd-analyze"):
        print("units: there is no systemd-analyze; left out")
        sys.exit(77)
    units = sorted(name for name in os.listdir(folder) if name.endswith(".service"))
    faults = [f"{name}: {fault}" for name in units for fault in faults_of(os.path.join(folder, name), binary)]
    faults += [f"{name} has no timer" for name in units
               if not os.path.isfile(os.path.join(folder, name.replace(".service", ".timer")))]
    print("\n".join(faults))
    sys.exit(1 if faults or not units else 0)


main()
