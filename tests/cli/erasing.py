#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever is erased at a random moment of a random history is gone: what was said of them is in no file beside the database,
in no listing and in no log; what was said of others is still there; `verify` is content, reports have the same figures, no undo
brings anything back, and an older log and a backup, read with the list of the erased, forget them as well.

Each thing that is said has a word of its own, which the log tells whose it is.

usage: erasing.py PROGRAM [SEEDS [FIRST]]      so many seeds, 3 unless told otherwise, from FIRST or 0 on
"""
import csv
import datetime
import glob
import io
import json
import os
import re
import sqlite3
import sys
import tempfile

from history import History

WORD = re.compile(r"zq[0-9a-f]{8}")
REPORTS = ["sla", "flow", "speed", "outcomes", "remedies", "causes", "rate", "recovery", "customers", "workload", "alerts", "roi", "hygiene", "monthly"]
# By these, words come from a complaint, or from a customer, to another one.
HANDING_ON = {"merged", "customer_changed", "customer_moved", "undone"}


class Told(History):
    """Says everything with a word that nothing else is said with."""
    def word(self):
        return f"zq{self.random.getrandbits(32):08x}"

    def words(self):
        return f"{super().words()} {self.word()}"

    def who(self):
        known = getattr(self, "known", [])
        if known and self.random.random() < 0.6:
            return self.pick(known)
        word = self.word()
        known.append(f"Ann {word} <{word}@x.fi>")
        self.known = known
        return known[-1]

    def appeal(self):
        return ["appeal", self.complaint("resolved", "closed"), "--to", "kkv"]

    def action(self):
        return ["action", "add", "wrap it", "--complaint", self.complaint()]

    def await_or_not(self):
        return ["contact", self.complaint("new", "open", "waiting"), "-m", self.words(), "--await", f"a {self.word()}"]

    def edit_customer(self):
        return ["customer", "edit", self.customer(), "--name", f"Bo {self.word()}"]

    def import_rows(self):
        rows = ["ref,source,subject,text,customer,email,received_at,status,resolved_at,outcome"]
        for number in range(self.pick([2, 90])):
            who, address = self.who().split(" <")
            end = f"resolved,{self.told(self.now)},upheld" if number % 3 == 0 else "open,,"  # which nobody answered, as far as is known
            rows.append(f"{self.word()[2:]},shop,{self.words()},{self.words()},{who},{address[:-1]},{self.earlier()},{end}")
        return ["import", self.write("rows.csv", "\n".join(rows) + "\n")]

    def import_export(self):
        return self.note()


def rows_of(text):
    return list(csv.DictReader(io.StringIO(text)))


def files_of(history, database):
    return {name: open(name, "rb").read().lower() for name in glob.glob(glob.escape(history.path(database)) + "*")}


class Case:
    """Who is erased, and which words are to be gone."""
    def __init__(self, history, customer):
        state = rows_of(history.run("a.db", "export").stdout)
        merged = {row["id"]: row["merged_into"] for row in rows_of(history.run("a.db", "customer", "list", "--csv").stdout)}
        log = rows_of(history.run("a.db", "log", "--csv").stdout)
        for row in log:  # of whom the list does not tell: who was merged
            if row["customer"] and (into := re.search(r"merged into (C-\d+)", row["what"])) and row["undone"] == "false":
                merged[row["customer"]] = into[1]
        self.customers = {customer}
        self.complaints = {row["id"] for row in state if row["customer_id"] in self.customers}
        while True:
            size = len(self.customers), len(self.complaints)
            self.customers |= {one for one, into in merged.items() if into in self.customers}
            self.customers |= {into for one, into in merged.items() if one in self.customers and into}
            self.complaints |= {row["id"] for row in state if row["customer_id"] in self.customers}
            for row in state:
                if not row["customer_id"] and row["merged_into"] in self.complaints:
                    self.complaints.add(row["id"])
                whose = [other for other in state if other["id"] == row["merged_into"]]
                if row["id"] in self.complaints and whose and not whose[0]["customer_id"]:
                    self.complaints.add(row["merged_into"])
            if size == (len(self.customers), len(self.complaints)):
                break
        there = {row["id"] for row in state}
        for row in log:
            whose = re.search(r"customer (C-\d+)", row["what"])
            if row["kind"] in ("opened", "imported") and row["complaint"] not in there and whose and whose[1] in self.customers:
                self.complaints.add(row["complaint"])
        theirs, others = set(), set()
        for row in log:
            if row["complaint"] in self.complaints or row["customer"] in self.customers:
                theirs |= set(WORD.findall(row["what"]))
            elif row["kind"] not in HANDING_ON:
                others |= set(WORD.findall(row["what"]))
        self.gone, self.stay = theirs - others, others


def reports(history, database, gone):
    """Cells with what was erased are told alike. Whoever has no number any more shares none with those who stay."""
    told = []
    for name in REPORTS:
        period = {"monthly": ["--period", "2026-03"], "hygiene": []}.get(name, ["--period", "2026"])
        text = history.run(database, "report", name, *period, "--csv", now="2026-06-01", good=(0,)).stdout
        told += [[name] + ["[erased]" if set(WORD.findall(cell)) & gone else cell for cell in row]
                 for row in csv.reader(io.StringIO(text)) if not (gone and row[0] == "shared_phone")]
    return told


def check(condition, seed, what):
    if not condition:
        sys.exit(f"seed {seed}: {what}")


def check_gone(seed, history, database, case):
    for name, text in files_of(history, database).items():
        left = [word for word in case.gone if word.encode() in text]
        check(not left, seed, f"{name} still has {left} of {case.customers}, {case.complaints}")
    events = history.run(database, "export", "--events").stdout
    said = set(WORD.findall(events))
    check(not said & case.gone, seed, f"the log still has {said & case.gone}")
    check(case.stay <= said, seed, f"the log of others has lost {case.stay - said}")
    ids = sorted(case.complaints)
    for arguments in (["log", "--csv"], ["list", "--all", "--json"], ["export"], ["customer", "list", "--csv"], *(["show", id] for id in ids)):
        listed = history.run(database, *arguments, now="2026-06-01").stdout
        check(not set(WORD.findall(listed)) & case.gone, seed, f"{arguments} tells what is erased")
    for word in sorted(case.gone)[:5]:
        found = history.run(database, "list", "--all", "--text", word, "--format", "ids").stdout
        check(not found, seed, f"{word} still finds {found}")


def check_whole(seed, history, database):
    verdict = history.run(database, "verify", good=(0, 1))
    check(verdict.returncode == 0, seed, f"{database}: {verdict.stdout}{verdict.stderr}")


def erase_one(seed, history):
    customers = [row["id"] for row in rows_of(history.run("a.db", "customer", "list", "--csv").stdout) if not row["erased_at"]]
    if not customers:
        return None
    case = Case(history, history.pick(customers))
    customer = sorted(case.customers)[0]
    before = reports(history, "a.db", case.gone)
    old = history.write("old.ndjson", history.run("a.db", "export", "--events").stdout)
    if os.path.exists(history.path("old.bak")):
        os.remove(history.path("old.bak"))
    history.run("a.db", "backup", history.path("old.bak"), good=(0,))
    done = history.run("a.db", "customer", "erase", customer, "--yes", "--force", "--json", good=(0,))
    told = {row["id"] for row in json.loads(done.stdout) if row["what"] in ("customer", "complaint")}
    copies = {os.path.basename(row["id"]) for row in json.loads(done.stdout) if row["what"] == "copy"}
    check(copies == {"old.bak"}, seed, f"the copies that have it still are {copies}")
    check(told == case.customers | case.complaints, seed, f"erased {told} and not {case.customers | case.complaints}")
    check_gone(seed, history, "a.db", case)
    check_whole(seed, history, "a.db")
    after = reports(history, "a.db", case.gone)
    differing = [pair for pair in zip(before, after) if pair[0] != pair[1]]
    check(before == after, seed, f"the reports have changed: {differing[:3]}")
    history.known = [who for who in history.known if not set(WORD.findall(who)) & case.gone]
    return case, old


def check_again(seed, history, case, old):
    """From an older log, and from a backup, with the list."""
    for command, copy in (["import", old], ["restore", history.path("old.bak")]):
        for leftover in glob.glob(history.path("c.db*")):
            os.remove(leftover)
        history.run("c.db", command, copy, "--erased", history.path("a.db.erased"), good=(0,))
        check_gone(seed, history, "c.db", case)
        check_whole(seed, history, "c.db")
        # The list stays beside the new one, and is enough for the next copy of old that is put in its place.
        for leftover in ["c.db", "c.db-wal", "c.db-shm", "c.db.lock"]:
            os.remove(history.path(leftover))
        history.run("c.db", command, copy, good=(0,))
        check_gone(seed, history, "c.db", case)


def check_log(seed, history):
    log = history.write("new.ndjson", history.run("a.db", "export", "--events").stdout)
    for leftover in glob.glob(history.path("d.db*")):
        os.remove(leftover)
    history.run("d.db", "import", log, good=(0,))
    check(reports(history, "a.db", set()) == reports(history, "d.db", set()), seed, "the imported log has other figures")
    check_whole(seed, history, "d.db")


def check_undo(seed, history, cases):
    """Whatever can be undone: nothing comes back."""
    last = len(history.run("a.db", "undo", "--list", "--csv").stdout.splitlines()) - 1
    for number in range(last, 0, -1):
        history.run("a.db", "undo", str(number), good=(0, 1))
    for case in cases:
        said = set(WORD.findall(history.run("a.db", "export", "--events").stdout))
        check(not said & case.gone, seed, "an undo has brought something back")
    check_whole(seed, history, "a.db")


def check_reader(program):
    """Somebody reads all the while: the command says what is left, and the next one finishes."""
    with tempfile.TemporaryDirectory() as folder:
        history = Told(program, folder, 0)
        history.begin()
        history.run("a.db", "open", f"broken {history.word()}", "-c", "Ann zqaaaaaaaa <ann@x.fi>", good=(0,))
        os.chmod(history.path("a.db"), 0o640)
        case = Case(history, "C-1")
        copy = history.write("a.db.schema-20", "an old one")
        reader = sqlite3.connect(history.path("a.db"), isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM complaint").fetchone()
        done = history.run("a.db", "customer", "erase", "C-1", "--yes", "--force", good=(75,))
        check("a.db-wal still holds what was erased" in done.stderr and "stands all the same" in done.stderr, 0, done.stderr)
        check(os.path.getsize(history.path("a.db-wal")) > 0, 0, "nothing was left")
        reader.close()
        done = history.run("a.db", "customer", "erase", "C-1", "--yes", "--force", good=(0,))
        check("nothing personal is left" in done.stdout, 0, done.stdout)
        check(os.path.getsize(history.path("a.db-wal")) == 0, 0, "the log was not emptied")
        os.remove(copy)
        check_gone(0, history, "a.db", case)
        mode = os.stat(history.path("a.db.erased")).st_mode & 0o777
        check(mode == 0o640, 0, f"the list of the erased has mode {mode:o}")
        history.write("a.db.schema-20", "an old one")
        history.run("a.db", "backup", history.path("forgotten.bak"), good=(0,))
        history.now += datetime.timedelta(hours=1)
        history.run("b.db", "open", "of another firm", "-c", "Ann zqaaaaaaaa <ann@x.fi>", good=(0,))
        history.run("b.db", "backup", history.path("other.bak"), good=(0,))
        history.run("a.db", "note", "R-1", "-m", "more", good=(0,))
        history.run("a.db", "backup", history.path("kept.bak"), good=(0,))
        done = history.run("a.db", "customer", "erase", "C-1", "--yes", "--force", good=(0,))
        check("a.db.schema-20 is from before an upgrade and has" in done.stdout, 0, done.stdout)
        check(re.findall(r"(\w+\.bak) is a backup and has", done.stdout) == ["kept.bak"], 0, done.stdout)


def main():
    program = sys.argv[1]
    seeds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    print(f"seeds {first} to {first + seeds - 1}", flush=True)
    words = 0
    check_reader(program)
    for seed in range(first, first + seeds):
        with tempfile.TemporaryDirectory() as folder:
            history = Told(program, folder, seed)
            history.begin()
            cases = []
            for _ in range(3):
                history.play(25)
                erased = erase_one(seed, history)
                if erased is None:
                    continue
                case, old = erased
                cases.append(case)
                words += len(case.gone)
                check_again(seed, history, case, old)
            check_log(seed, history)
            check_undo(seed, history, cases)
    check(words > 3 * seeds, first, "hardly anything was erased")
    print(f"{words} words were erased")


if __name__ == "__main__":
    main()
