#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever complains, with names, addresses and numbers that collide: an export, imported into an empty
database, gives the same export byte for byte, and the log is whole.

usage: round_trip.py PROGRAM [SEEDS [FIRST]]    so many seeds, 15 unless told otherwise, from FIRST or 0 on
"""
import os
import random
import subprocess
import sys
import tempfile

NAMES = ["", "Ann", "Ann Smith", "ann smith", "Bo Berg", "Ann Other", "Łucja Żuraw"]
EMAILS = ["", "ann@x.fi", "ANN@x.fi", "bo@x.fi", "ann2@x.fi", "lucja@x.pl"]
PHONES = ["", "", "040 1111111", "+358 40 1111111", "040 2222222", "0402222222", "112"]


class Desk:
    def __init__(self, program, folder, seed):
        self.program, self.folder, self.random = program, folder, random.Random(seed)
        self.minutes = 0

    def run(self, database, *arguments):
        self.minutes += 7
        now = f"2026-03-{2 + self.minutes // 1440:02}T{self.minutes // 60 % 24:02}:{self.minutes % 60:02}:00Z"
        done = subprocess.run(
            [self.program, "--no-config", "--db", os.path.join(self.folder, database), "--as", "maria",
             *([] if "--now" in arguments else ["--now", now]), *arguments], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if done.returncode not in (0, 1, 2):
            sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr}")
        return done

    def pick(self, words):
        return self.random.choice(words)

    def who(self):
        name, email = self.pick(NAMES), self.pick(EMAILS)
        return f"{name} <{email}>" if email else name

    def customer(self):
        return f"C-{self.random.randint(1, 6)}"

    def complaint(self):
        return str(self.random.randint(1, 12))

    def work(self):
        kind = self.random.randint(0, 26)
        if kind < 8:
            command = ["open", f"complaint {self.minutes}"]
            if who := self.who():
                command += ["-c", who]
            if phone := self.pick(PHONES):
                command += ["--phone", phone]
        elif kind == 8:
            command = ["customer", "edit", self.customer(), "--phone", self.pick(PHONES)]
        elif kind == 9:
            command = ["customer", "edit", self.customer(), "--email", self.pick(EMAILS)]
        elif kind == 10:
            command = ["customer", "merge", self.customer(), self.customer()]
        elif kind == 11:
            command = ["edit", self.complaint(), "-c", self.who()]
        elif kind == 12:
            command = ["undo"]
        elif kind == 13:
            command = ["undo", str(self.random.randint(2, 40))]
        elif kind == 14:
            command = ["customer", "edit", self.customer(), "--value", "5"]
        elif kind == 15:
            command = ["contact", self.complaint(), "-m", "hello"]
        else:
            command = self.handling(kind)
        self.run("a.db", *command)

    def handling(self, kind):
        """What becomes of a complaint: it waits, is resolved, its remedy is owed and paid, it comes back."""
        return {
            16: ["contact", self.complaint(), "-m", "which one?", "--await", self.pick(["a photo", "the bill"])],
            17: ["contact", self.complaint(), "--in", "-m", "this one"],
            18: ["offer", self.complaint(), "refund", "--amount", self.pick(["5", "49.90"])],
            19: ["offer", self.complaint(), "--accepted"],
            20: ["offer", self.complaint(), "--paid"],
            21: ["resolve", self.complaint(), "--outcome", self.pick(["upheld", "rejected"]), "--force", "-m", "so be it"],
            22: ["resolve", self.complaint(), "--outcome", "upheld", "--remedy", "refund", "--amount", "20",
                 "--approved-by", "liisa"],
            23: ["followup", self.complaint(), *self.pick([["--csat", "4"], ["--unreachable"], ["--retained", "yes"]])],
            24: ["reopen", self.complaint()],
            25: ["promise", self.complaint(), "a call", "--by", "+3d"],
            26: ["offer", self.complaint(), "--paid"],
        }[kind]


def check(program, seed):
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(program, folder, seed)
        desk.run("a.db", "init")
        for _ in range(60):
            desk.work()
        verdict = desk.run("a.db", "verify")
        if verdict.returncode != 0:
            sys.exit(f"seed {seed}: {verdict.stdout}{verdict.stderr}")
        first = desk.run("a.db", "export").stdout
        path = os.path.join(folder, "a.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(first)
        imported = desk.run("b.db", "import", path)
        second = desk.run("b.db", "export").stdout
        if first != second:
            sys.exit(f"seed {seed}: {imported.stderr}\n{first}\nis not\n{second}")
        check_log(desk, folder, seed)


def check_log(desk, folder, seed):
    """The log, imported, is the same log, and the state that follows from it is the same."""
    log = desk.run("a.db", "export", "--events").stdout
    path = os.path.join(folder, "a.ndjson")
    with open(path, "w", encoding="utf-8") as file:
        file.write(log)
    imported = desk.run("c.db", "import", path)
    if desk.run("c.db", "export", "--events").stdout != log:
        sys.exit(f"seed {seed}: the log is another one after its import: {imported.stderr}")
    verdict = desk.run("c.db", "verify")
    if verdict.returncode != 0:
        sys.exit(f"seed {seed}: {verdict.stdout}{verdict.stderr}")
    ids = [line.split(",")[0] for line in desk.run("a.db", "export", "--columns", "id").stdout.split()[1:]]
    for arguments in (["export"], ["customer", "list", "--json"], ["list", "--all", "--csv"],
                      ["action", "list", "--all", "--json"], ["show", "--json", "--now", "2026-04-01", *ids[:1]]):
        arguments = ["--now", "2026-04-01", *arguments] if arguments[0] != "show" else arguments
        first, second = desk.run("a.db", *arguments).stdout, desk.run("c.db", *arguments).stdout
        if first != second:
            sys.exit(f"seed {seed}: {' '.join(arguments)} says\n{first}\nand then\n{second}")


def main():
    program = sys.argv[1]
    seeds = int(sys.argv[2]) if len(sys.argv) > 2 else 15
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    print(f"seeds {first} to {first + seeds - 1}", flush=True)
    for seed in range(first, first + seeds):
        check(program, seed)
    print(f"{seeds} databases came back as they were")


main()
