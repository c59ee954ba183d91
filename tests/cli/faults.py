#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each allocation that is come to by another way through the program, and each call that reads, writes or names files, fails
once, for each command in turn (the library that this is done with is faults.cpp). Then the command ends with one of its
statuses, and with a sentence: never by a signal, never with 70, never not at all. The database is whole, and has all of the
change or none of it; where it has it in spite of the fault, that is said. What was acknowledged is there, and all that is
printed is printed. Nothing is left beside the database that does not belong there.

usage: faults.py PROGRAM LIBRARY               some of the calls, other ones each time; the seed is printed
       faults.py PROGRAM LIBRARY --seed N      the same ones again, as far as the time goes
       faults.py PROGRAM LIBRARY --seconds N   as many as fit, by all processors
       faults.py PROGRAM LIBRARY --whole [NAME...]    all of them, of the commands of these names
"""
import argparse
import concurrent.futures
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time

NOW = "2026-06-10T10:00:00Z"
SECONDS = 14  # for all commands together, where only some calls are tried
BEFORE_MAIN = 100  # allocations of what is made when the program is loaded
BEFORE_KNOWN = 400  # allocations before the command is known, and with it that it is a plugin, which ends in ways of its own
GOOD = {0, 1, 2, 65, 66, 73, 74, 75, 77, 78}
# What may lie beside a database; and there may be a copy from before an upgrade.
BESIDE = re.compile(r"(-wal|-shm|\.lock|\.alerts\.lock|\.erased|\.schema-\d+)$")
# These do one thing after the other, and are to be done once more for the rest.
ONE_BY_ONE = ("erase", "retention", "alerts")
STANDS = ("stands all the same", "may have been changed")
POLICY = """[organisation]
timezone = "Europe/Helsinki"
owner = "liisa"
[calendar.office]
hours.mon = ["08:00-16:00"]
[[sla]]
response = "4h"
resolution = "5bd"
[person.liisa]
email = "liisa@x.fi"
[person.maria]
email = "maria@x.fi"
[[rule]]
when.text = ["broken"]
set.category = "damage"
assign = "maria"
[retention]
erase_after = "1d"
"""


class Case:
    """A command. `changes`: the database whose log it makes longer, or that it makes; `makes`: another file, whole or not
    there; `before`: what must be so before."""

    def __init__(self, name, *arguments, changes="x.db", makes=None, stdin=None, before=(), good=GOOD, reads=False, now=NOW):
        self.name, self.arguments, self.changes, self.makes = name, arguments, None if reads else changes, makes
        self.stdin, self.before, self.good, self.now = stdin, before, good, now


CASES = [
    Case("open", "open", "the broken kettle", "-c", "Bo Berg <bo@x.fi>", "--phone", "040 2222222"),
    Case("the first open", "--db", "new.db", "open", "the broken kettle", "-c", "Bo <bo@x.fi>", changes="new.db"),
    Case("contact", "contact", "R-1", "-m", "We look into it.", "--await", "a photo"),
    Case("resolve", "resolve", "R-1", "--outcome", "upheld", "--remedy", "refund", "--amount", "12", "--force", "-m", "so"),
    Case("import", "import", "rows.csv"),
    Case("import into a new one", "--db", "new.db", "import", "many.csv", changes="new.db"),
    Case("import of a log", "--db", "new.db", "import", "log.ndjson", changes="new.db"),
    Case("undo", "undo"),
    Case("policy apply", "policy", "apply", "policy.toml"),
    Case("seal", "--seal-key", "key", "note", "R-1", "-m", "sealed"),
    Case("erase", "customer", "erase", "C-1", "--yes", "--force", before=["many"]),
    Case("retention", "retention", "--apply", before=["retained"]),
    Case("backup", "backup", "copy.db", makes="copy.db", reads=True),
    Case("backup over another", "backup", "earlier.db", makes="earlier.db", reads=True),
    Case("backup to a pipe", "backup", "-", reads=True),
    Case("restore", "--db", "new.db", "restore", "earlier.db", changes="new.db"),
    Case("restore from a pipe", "--db", "new.db", "restore", "-", stdin="earlier.db", changes="new.db"),
    Case("alerts", "alerts", "--new", "--always", "--exec", "cat >>sent"),
    Case("upgrade", "--db", "old.db", "note", "R-1", "-m", "more", changes="old.db", before=["old"], now="2026-12-01T10:00:00Z"),
    Case("extract", "customer", "extract", "C-1", "--json", reads=True),
    Case("show", "show", "R-1", reads=True),
    Case("list", "list", "--all", "--text", "kettle", "--csv", reads=True),
    Case("report", "report", "monthly", "--period", "2026-05", "--format", "html", reads=True),
    Case("export to a file", "export", "-o", "export.csv", makes="export.csv", reads=True),
    Case("export of the log", "export", "--events", reads=True),
    Case("verify", "verify", "--key", "key", reads=True),
    Case("check", "check", reads=True, good={0, 1, 2, 3}),
]


class Place:
    """A folder with all that commands need, from which each begins anew."""

    def __init__(self, program, library, folder):
        self.program, self.library, self.folder = program, library, folder
        self.template, self.work, self.told = (os.path.join(folder, name) for name in ("template", "work", "told"))
        os.mkdir(self.template)
        self.fill()

    def write(self, name, text, mode=0o644):
        path = os.path.join(self.template, name)
        with open(path, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        os.chmod(path, mode)

    def fill(self):
        self.write("policy.toml", POLICY)
        self.write("key", bytes(range(32)), 0o600)
        head = "ref,source,subject,text,customer,email,received_at\n"
        self.write("rows.csv", head + "".join(f"N-{row},shop,late {row},many words,Cy {row},cy{row}@x.fi,2026-06-0{row}\n" for row in range(1, 6)))
        self.write("many.csv", head + "".join(
            f"B-{row},shop,kettle {row},broken on arrival,Ann Customer,ann@x.fi,2026-05-{1 + row % 28:02}\n" for row in range(80)))
        run = lambda *arguments, now="2026-05-20T10:00:00Z": self.run_in(self.template, arguments, now)
        run("init")
        run("open", "a broken kettle", "-c", "Ann <ann@x.fi>", "--phone", "040 1111111", "--assign", "liisa")
        run("contact", "R-1", "-m", "Dear Ann, we look.")
        run("open", "another one", "-c", "Cy <cy@x.fi>")
        run("--seal-key", "key", "note", "R-2", "-m", "a note")
        run("backup", "earlier.db")
        run("note", "R-2", "-m", "one more")
        with open(os.path.join(self.template, "log.ndjson"), "wb") as log:
            log.write(run("export", "--events").stdout)

    def begin(self, case):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.template, self.work)
        if "many" in case.before:
            self.run_in(self.work, ["import", "many.csv"], NOW)
        if "retained" in case.before:
            self.run_in(self.work, ["policy", "apply", "policy.toml"], NOW)
            self.run_in(self.work, ["resolve", "R-1", "R-2", "--outcome", "rejected", "--force", "-m", "so", "--at", "2026-05-20T11:00:00Z"], NOW)
        if "old" in case.before:
            make_old(self.work)
        self.start = os.path.join(self.folder, "start")
        shutil.rmtree(self.start, ignore_errors=True)
        shutil.copytree(self.work, self.start)

    def again(self):
        """As it was at the beginning; only what is different is written."""
        for name in os.listdir(self.work):
            if not os.path.exists(os.path.join(self.start, name)):
                os.remove(os.path.join(self.work, name))
        for name in os.listdir(self.start):
            shutil.copy2(os.path.join(self.start, name), os.path.join(self.work, name))

    def run_in(self, folder, arguments, now):
        done = subprocess.run([self.program, "--no-config", "--db", "x.db", "--as", "maria", "--now", now, *arguments], cwd=folder,
                              stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
        if done.returncode != 0:
            sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stderr.decode()}")
        return done

    def run(self, case, of, at, on=False, error=0):
        """Status, standard output, standard error, and the call that failed; nothing where there were not so many."""
        environment = {"PATH": os.environ["PATH"], "TMPDIR": self.work, "LD_PRELOAD": self.library, "FAULTS_OF": of,
                       "FAULTS_AT": str(at), "FAULTS_ON": str(int(on)), "FAULTS_ERRNO": str(error), "FAULTS_TOLD": self.told}
        command = [self.program, "--no-config", *(() if "--db" in case.arguments else ("--db", "x.db")), "--as", "maria", "--now", case.now, *case.arguments]
        stdin = open(os.path.join(self.work, case.stdin), "rb") if case.stdin else subprocess.DEVNULL
        try:
            done = subprocess.run(command, cwd=self.work, env=environment, stdin=stdin, capture_output=True, check=False, timeout=60)
            status, out, err = done.returncode, done.stdout, done.stderr.decode(errors="replace")
        except subprocess.TimeoutExpired:
            status, out, err = "never", b"", ""
        finally:
            if case.stdin:
                stdin.close()
        with open(self.told, encoding="utf-8") as file:
            return status, out, err, file.read().strip()

    def head(self, name):
        """Where the log of a database ends, and whether it is whole; nothing where there is none."""
        if not os.path.exists(os.path.join(self.work, name)):
            return None
        done = subprocess.run([self.program, "--no-config", "--db", name, "verify", "--head"], cwd=self.work, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False, timeout=60)
        if b" is empty; reklamaatio init" in done.stderr:  # nothing is in it, as where its making was cut short
            return None
        if name == "new.db" and b"\nlog1:1:" in done.stdout:  # and as where what was to go into it was
            return None
        return done.stdout.decode().split("\n")[-2] if done.returncode == 0 else f"NOT WHOLE: {done.stderr.decode()}"


def make_old(folder):
    """A database of an earlier layout, from the dumps that the tests of the store have."""
    dump = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../store/dumps/schema_22.sql")
    import sqlite3
    database = sqlite3.connect(os.path.join(folder, "old.db"), isolation_level=None)
    with open(dump, encoding="utf-8") as file:
        database.executescript(file.read())
    database.close()


def bytes_of(path):
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


class Judge:
    def __init__(self, place, case):
        self.place, self.case, self.faults = place, case, []
        place.begin(case)
        self.names = set(os.listdir(place.work))
        self.before = place.head(case.changes) if case.changes else None
        self.made_before = bytes_of(os.path.join(place.start, case.makes)) if case.makes else b""
        # What it does when nothing fails.
        place.again()
        self.places = {}
        for of in ("memory", "files"):
            place.again()
            status, self.out, self.err, told = place.run(case, of, 0)
            if status not in ((0, 1, 2) if case.name == "check" else (0,)):
                sys.exit(f"{case.name} ended with {status}: {self.err}")
            *first_by_a_way, count = (int(number) for number in told.split())
            self.places[of] = first_by_a_way or range(1, count + 1)
        self.status = status
        self.made = bytes_of(os.path.join(place.work, case.makes)) if case.makes else b""
        if case.changes and place.head(case.changes) == self.before:
            sys.exit(f"{case.name} changes nothing")

    def unchanged(self, name):
        """Not a byte of it is different."""
        return all(bytes_of(os.path.join(self.place.work, name + ending)) == bytes_of(os.path.join(self.place.start, name + ending))
                   for ending in ("", "-wal"))

    def complaints(self, status, out, err, call, is_mute, is_early):
        case, place = self.case, self.place
        if status not in (GOOD | case.good if is_early else case.good):
            yield f"ended with {status}"
        if "internal error" in err:
            yield "called it our bug"
        if status not in (0, self.status) and case.name != "check":
            lines = err.splitlines()
            if not is_mute and (not lines or not all(line.startswith(("reklamaatio: ", '{"error":')) for line in lines) or len(err) < 30):
                yield "said no sentence"
        if status == self.status and out != self.out:
            yield f"printed {len(out)} bytes and not {len(self.out)}"
        strange = {name for name in os.listdir(place.work)} - self.names - {case.makes, "sent"}
        strange = {name for name in strange if not (name == "new.db" and case.changes == name) and not BESIDE.search(name)}
        if strange and call != "unlink" and not is_mute:  # then nothing can be removed either
            yield f"left {strange}"
        if case.makes:
            made = bytes_of(os.path.join(place.work, case.makes))
            if made not in (self.made_before, self.made):
                yield f"left half of {case.makes}"
            if status == 0 and made != self.made:
                yield f"did not make {case.makes}"
        for name in ("x.db", *(["new.db", "old.db"] if case.changes in ("new.db", "old.db") else [])):
            yield from self.complaints_of_database(name, status, err, is_mute)

    def complaints_of_database(self, name, status, err, is_mute):
        if name != self.case.changes:
            if not self.unchanged(name):
                yield f"changed {name}"
            return
        head = self.before if self.unchanged(name) else self.place.head(name)
        changed = head != self.before
        told = any(words in err for words in STANDS)
        # Of several who are told one after the other: it names those whose letter is not on record, and the rest is.
        told = told or (changed and "will be told again" in err)
        if head is not None and head.startswith("NOT WHOLE"):
            yield f"{name} is {head}"
        elif status == 0 and not changed:
            yield "acknowledged what is not there"
        elif status not in (0, 74) and changed and is_mute and self.case.name not in ONE_BY_ONE:
            yield f"did what it did not acknowledge, and ended with {status}"
        elif status != 0 and changed and not told and not is_mute and name != "old.db":
            yield "did what it did not acknowledge, and did not say so"
        elif status != 0 and not changed and told and "may have been" not in err:
            yield "said that it stands, and it does not"

    def check(self, of, at, on=False, error=0):
        self.place.again()
        status, out, err, call = self.place.run(self.case, of, at, on, error)
        if of == "memory" and at <= BEFORE_MAIN:  # the libraries have nobody to tell
            return
        is_mute = on and of == "files"  # then nothing can be said either
        for fault in self.complaints(status, out, err, call, is_mute, of == "memory" and at <= BEFORE_KNOWN):
            way = " and all behind" if on else ""
            self.faults.append(f"{self.case.name}: {of} {at} ({call}{way}, {error}) {fault}; it said {err[-400:]!r}")
            print(self.faults[-1], flush=True)


def ways(of):
    """How a call fails: once, or from then on; in the usual way, or with another fault."""
    return [{}, {"on": True}] if of == "memory" else [{}, {"on": True}, {"error": 5}]


def attack(given, case, seconds, chance):
    """How many calls of a command failed, of how many that could, and how many things went wrong."""
    tried = 0
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as folder:
        judge = Judge(Place(os.path.abspath(given.program), os.path.abspath(given.library), folder), case)
        until = time.monotonic() + seconds
        kinds = [of for of in judge.places if given.of in (None, of)]
        moments = [(of, at, way) for of in kinds for at in judge.places[of] for way in ways(of)]
        if given.whole:
            tried = len(moments)
            for of, at, way in moments:
                judge.check(of, at, **way)
        while not given.whole and (tried == 0 or time.monotonic() < until):  # each kind as often as the other
            of = chance.choice(kinds)
            judge.check(of, chance.choice(judge.places[of]), **chance.choice(ways(of)))
            tried += 1
    print(f"{case.name}: {tried} of {len(moments)}", flush=True)
    return tried, len(moments), len(judge.faults)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program")
    parser.add_argument("library")
    parser.add_argument("--seed", type=int, default=random.randrange(10 ** 6))
    parser.add_argument("--seconds", type=int)
    parser.add_argument("--whole", action="store_true")
    parser.add_argument("--of", choices=["memory", "files"])
    parser.add_argument("names", nargs="*")
    given = parser.parse_intermixed_args()
    print(f"seed {given.seed}", flush=True)
    cases = [case for case in CASES if not given.names or case.name in given.names]
    workers = os.cpu_count() if given.whole or given.seconds else 1
    seconds = (given.seconds or SECONDS) * workers / len(cases)
    with concurrent.futures.ProcessPoolExecutor(workers) as pool:
        jobs = [pool.submit(attack, given, case, seconds, random.Random(f"{given.seed} {case.name}")) for case in cases]
        tried, there, faults = (sum(numbers) for numbers in zip(*(job.result() for job in jobs)))
    print(f"{tried} calls failed of {there} different ones, and {faults} things went wrong")
    sys.exit(faults > 0)


main()
