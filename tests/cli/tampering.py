#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whoever can write the file changes it with sqlite3, one thing at a time: a value of each column of each table, as the
file itself tells its tables, so that a new column cannot be forgotten; a row that goes or comes twice; a table, an index, a
view or a column that is gone; bytes anywhere. Then `verify` must not be content, and every command must end as it ends
otherwise or with 65: never by a signal, never with 70, never not at all.

usage: tampering.py PROGRAM                    the database of seed 0, and one command behind each thing that is done to it
       tampering.py PROGRAM SEEDS [FIRST]      a database for each seed, from FIRST or 0 on, and four commands;
                                               SEEDS 0: all that can be done to the database of seed 0, and all commands
"""
import os
import random
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

from history import POLICY, History

# What verify may be content with, and why.
UNSEEN = {
    "change.seal": "only whoever has the key can tell; seals.sh does",
    "complaint.row_digest": "only an import asks for it, which then compares the row with what stands",
    "complaint_text_data.block": "all that can be read of it is compared, word by word",
    "customer_text_data.block": "the same",
    "complaint_text_data with a row twice": "a piece of the index that nothing leads to is not read",
    "customer_text_data with a row twice": "the same",
}

OWN_FIELDS = """
[field.shelf]
type = "text"
"""

READING = [
    ["list", "--all"], ["list", "--overdue"], ["list", "broken"], ["list", "--all", "--json"], ["show", "R-1..R-99"],
    ["show", "R-1..R-99", "--json"], ["log"], ["log", "R-1..R-99", "--csv"], ["export"], ["export", "--events"],
    ["report", "--since", "2026-01-01"], ["report", "sla", "--period", "2026", "--by", "kind"],
    ["report", "flow", "--period", "2026", "--by", "month"], ["report", "speed", "--period", "2026"],
    ["report", "outcomes", "--period", "2026"], ["report", "causes", "--period", "2026"], ["report", "rate", "--period", "2026"],
    ["report", "remedies", "--period", "2026"], ["report", "roi", "--period", "2026"], ["report", "recovery", "--period", "2026"], ["report", "customers", "--period", "2026"],
    ["report", "monthly", "--period", "2026-03"],
    ["report", "workload", "--period", "2026"], ["report", "alerts", "--period", "2026"], ["report", "hygiene"],
    ["list", "--where", "shelf=top"], ["volume", "list"], ["check"], ["check", "--metric", "undelivered"], ["alerts"],
    ["alerts", "--new", "--always", "-n"], ["explain", "R-1..R-99"], ["customer", "list"], ["customer", "show", "C-1"],
    ["customer", "show", "C-2"], ["customer", "extract", "C-1"], ["customer", "extract", "C-2", "--json"], ["customer", "show", "ann@x.fi"], ["customer", "show", "040 1111111"], ["action", "list", "--all"],
    ["action", "show", "A-1"], ["task", "list", "--all"], ["person", "list"], ["policy", "show"], ["policy", "show", "--number", "1"],
    ["policy", "diff", "policy.toml"], ["simulate", "--policy", "policy.toml", "--period", "2026"], ["undo", "--list"],
    ["undo", "-n"], ["undo", "-n", "3"], ["undo", "-n", "5"], ["schema"], ["config"], ["backup", "copy.db"]]
WRITING = [
    ["open", "late", "-c", "Ann <ann@x.fi>", "--phone", "040 1111111"], ["classify", "R-1", "--auto"], ["assign", "R-2", "pekka"],
    ["contact", "R-3", "-m", "we look"], ["contact", "R-1", "--in", "-m", "well?"], ["note", "R-1..R-9", "-m", "seen"],
    ["step", "R-1", "fix", "-m", "mended"], ["promise", "R-1", "a call", "--by", "2027-01-01"], ["offer", "R-1", "gift"],
    ["resolve", "R-1", "--outcome", "rejected", "--force", "-m", "so"], ["reopen", "R-2", "-m", "again"],
    ["followup", "R-2", "--csat", "4"], ["action", "done", "A-1", "--effect", "none"], ["task", "done", "R-1"], ["void", "R-4"], ["edit", "R-1", "-c", "Bo <bo@x.fi>"],
    ["merge", "R-1", "R-3"], ["undo"], ["undo", "4"], ["alerts", "--new", "--always"], ["alerts", "--ack", "R-1"],
    ["import", "rows.csv", "--on-conflict", "update"], ["customer", "merge", "C-1", "C-2"], ["customer", "edit", "C-1", "--phone", "0401234567"],
    ["customer", "erase", "C-1", "--yes", "--force"], ["retention", "--apply"],
    ["person", "away", "pekka", "--until", "2026-12-31"], ["person", "back", "maria"], ["policy", "apply", "policy.toml"],
    ["volume", "set", "2026-03", "1300"], ["appeal", "R-2", "--to", "kkv"], ["extend", "R-2", "legal", "--until", "2026-03-20", "--reason", "a report is missing"]]
OTHER = {"init", "help", "verify", "restore"}

INTEGERS = ["{0} + 1", "0", "-1", "4611686018427387904", "-9223372036854775808", "{0} + 86400", "NULL", "ifnull({0}, 1) + 1000000", "{0} + 4294967296"]
TEXTS = ["{0} || 'x'", "''", "'none'", "'{{'", "CAST(x'ff00c3' AS TEXT)", "NULL", "upper({0}) || char(0)", "'9999-99-99'",
         "'[1]'", "'{{\"uid\":[1,2]}}'", "'{{\"message\":3}}'"]
BLOBS = ["x''", "substr({0}, 1, 7)", "{0} || x'00'", "x'ff' || substr({0}, 2)", "zeroblob(40)", "NULL"]
CANDIDATES = {"INTEGER": INTEGERS, "TEXT": TEXTS, "BLOB": BLOBS, "ANY": INTEGERS + TEXTS + BLOBS + ["1.5", "9e999"]}


def connected(path):
    database = sqlite3.connect(path, isolation_level=None)
    database.text_factory = bytes
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA ignore_check_constraints = ON")
    database.execute("PRAGMA writable_schema = ON")
    return database


def quoted(value):
    return f"CAST(x'{value.hex()}' AS TEXT)" if isinstance(value, bytes) else str(value)


def names(database, kind):
    found = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = ? AND name NOT LIKE 'sqlite_%' ORDER BY name", (kind,))
    return [name.decode() for name, sql in found if sql is None or not sql.startswith(b"CREATE VIRTUAL")]


def columns(database, table):
    """Name, type, and place in the key."""
    return [(name.decode(), kind.decode(), key) for _, name, kind, _, _, key in database.execute(f"PRAGMA table_info({table})")]


class Original:
    """A database in which every table has rows, some of them packed."""

    def __init__(self, program, folder, seed):
        self.chance = random.Random(seed)
        self.history = history = History(program, folder, seed)
        history.begin()
        self.fill()
        history.play(10 if seed == 0 else 40)
        self.database = database = connected(history.path("a.db"))
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self.tables, self.indexes, self.views = (names(database, kind) for kind in ("table", "index", "view"))
        self.sizes = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in self.tables}
        empty = {table for table, size in self.sizes.items() if size == 0}
        if empty and seed == 0:  # in others chance may have taken back all that there was
            sys.exit(f"there is nothing in {', '.join(empty)}; have tests/cli/tampering.py put something into it")
        self.columns = {table: columns(database, table) for table in self.tables if table not in empty}
        self.check_all_known()

    def row_of(self, table, chance):
        """A condition that one row of it meets."""
        key = [column for column, _, place in self.columns[table] if place] or ["rowid"]
        # Of a full-text index the first has sizes for an order of what is found, for which nobody asks.
        first = 1 if table.endswith("_text_data") else 0
        place = chance.randrange(first, self.sizes[table])
        row = self.database.execute(f"SELECT {', '.join(key)} FROM {table} ORDER BY 1 LIMIT 1 OFFSET {place}").fetchone()
        return " AND ".join(f"{column} = {quoted(value)}" for column, value in zip(key, row))

    def run(self, *arguments):
        return self.history.run("a.db", *arguments, good=(0,))

    def fill(self):
        """What a firm meets, one of each."""
        history = self.history
        text = POLICY.format(reopen="continue", target="3h", other="1w", followup='followup = "14d"', away="", procedure="")
        text = text.replace("[calendar.office]", "hour_costs = 40\n[calendar.office]", 1)
        self.run("policy", "apply", history.write("policy.toml", text + OWN_FIELDS))
        commands = [
            ["open", "broken", "-c", "Ann <ann@x.fi>", "--phone", "040 1111111", "--assign", "maria", "--received", "2026-02-20", "--set", "shelf=top"],
            ["open", "late", "-c", "Bo <bo@x.fi>", "--kind", "claim", "--received", "2026-02-25"], ["open", "late", "-c", "Ann Other", "--phone", "040 2222222"],
            ["open", "late"], ["contact", "R-1", "-m", "we look", "--await", "a photo"], ["promise", "R-1", "a call", "--by", "2026-05-01"],
            ["step", "R-1", "apologise", "-m", "dear Ann"], ["offer", "R-1", "refund", "--amount", "5", "--valid-until", "2026-06-01"],
            ["resolve", "R-2", "--outcome", "upheld", "--force", "-m", "so be it", "--cause", "packing", "--remedy", "refund", "--amount", "5"], ["reopen", "R-2", "-m", "again"],
            ["resolve", "R-2", "--outcome", "partly", "--force", "-m", "so be it"], ["note", "R-3", "-m", "a note", "--took", "20m"],
            ["customer", "merge", "C-3", "C-2"], ["merge", "R-4", "R-3"], ["action", "add", "wrap it", "--cause", "packing", "--complaint", "R-2", "--took", "1h"],
            ["person", "away", "pekka", "--since", "2026-03-03", "--until", "2026-03-04"], ["task", "R-1", "weigh it", "--for", "pekka", "--by", "2026-05-02"],
            ["alerts", "--new", "--always"], ["note", "R-2", "-m", "taken back"],
            ["undo"], ["extend", "R-2", "legal", "--until", "2026-03-20", "--reason", "a report is missing"], ["appeal", "R-2", "--to", "kkv", "--ref", "K-1", "--answer-by", "2026-06-01"],
            ["appeal", "R-2", "--answered"], ["appeal", "R-2", "--decided", "partly", "--amount", "5"], ["classify", "R-1", "--harm", "injury"], ["note", "R-1", "--reported", "Tukes 1"], ["volume", "set", "2026-02", "1200"], ["volume", "set", "2026-02", "300", "--category", "delay"]]
        for command in commands:
            self.run(*command)
        rows = ["ref,source,subject,text,customer,email,received_at,status,resolved_at"]
        for number in range(80):
            ended = ("resolved", "2026-02-20") if number % 5 == 0 else ("open", "")
            rows.append(f"B-{number},shop,number {number},many words,Customer {number},c{number}@x.fi,2026-02-{1 + number % 9:02},{ended[0]},{ended[1]}")
        self.run("import", history.write("many.csv", "\n".join(rows) + "\n"))
        history.write("rows.csv", "ref,source,subject,received_at\nB-1,shop,other words,2026-02-02\nnew,shop,new,2026-03-01\n")

    def check_all_known(self):
        known = {command[0] for command in READING + WRITING} | OTHER
        new = set(re.findall(r"^  (\w+)  ", self.run("help").stdout, re.MULTILINE)) - known
        if new:
            sys.exit(f"{', '.join(new)}: a new command; add it to tests/cli/tampering.py")


class Attack:
    """What is done to the file: statements of which one that works is enough; and why verify need not see it."""

    def __init__(self, what, statements, excuse=""):
        self.what, self.statements, self.excuse = what, statements, excuse

    def strike(self, path, chance):
        """What was done, if anything could be."""
        database = connected(path)
        try:
            return next((statement for statement in chance.sample(self.statements, len(self.statements))
                         if self.works(database, statement)), None)
        finally:
            database.close()

    @staticmethod
    def works(database, statement):
        try:
            return database.execute(statement).rowcount != 0
        except sqlite3.Error:
            return False


class Noise:
    """Bytes of the file are others. What nobody looks at may change unseen."""

    what, excuse = "bytes", "there may be nothing in the place"

    def strike(self, path, chance):
        with open(path, "r+b") as file:
            size = os.path.getsize(path)
            place, length = chance.randrange(100, size), chance.choice([1, 1, 4, 60, 4096])
            file.seek(place)
            file.write(chance.choice([bytes(length), chance.randbytes(length), b"\xff" * length]))
            if chance.random() < 0.1:
                file.truncate(place)
        return f"{length} at {place}"


def value_attacks(original, chance, most):
    for table, columns_of in original.columns.items():
        for column, kind, _ in columns_of:
            name = f"{table}.{column}"
            values = [text.format(column) for text in CANDIDATES.get(kind, INTEGERS + TEXTS + BLOBS)]
            # That of another row, too: it is as good as any.
            values.append(f"(SELECT o.{column} FROM {table} AS o WHERE o.{column} IS NOT {table}.{column} LIMIT 1)")
            for _ in range(most):
                row = original.row_of(table, chance)
                yield Attack(name, [f"UPDATE {table} SET {column} = {value} WHERE {row} AND {column} IS NOT {value}"
                                    for value in values], UNSEEN.get(name, ""))


def row_attacks(original, chance, most):
    for table, columns_of in original.columns.items():
        for _ in range(most):
            yield Attack(f"{table} without a row", [f"DELETE FROM {table} WHERE {original.row_of(table, chance)}"])
            others = [f"{column} || 'x'" if kind == "TEXT" and (key or column == "uid") else f"{column} + 100000" if key else column
                      for column, kind, key in columns_of]
            what = f"{table} with a row twice"
            yield Attack(what, [f"INSERT INTO {table} SELECT {', '.join(others)} FROM {table} WHERE {original.row_of(table, chance)}"],
                         UNSEEN.get(what, ""))
        yield Attack(f"{table} without rows", [f"DELETE FROM {table}"])


def schema_attacks(original):
    for table, columns_of in original.columns.items():
        yield Attack(f"no {table}", [f"DROP TABLE {table}", f"DELETE FROM sqlite_schema WHERE name = '{table}'"])
        for column, _, _ in columns_of:
            yield Attack(f"no {table}.{column}", [f"ALTER TABLE {table} RENAME COLUMN {column} TO was_{column}",
                                                  f"UPDATE sqlite_schema SET sql = replace(sql, ' {column} ', ' was_{column} ') "
                                                  f"WHERE name = '{table}' AND instr(sql, ' {column} ') > 0"])
    for view in original.views:
        yield Attack(f"no view {view}", [f"DROP VIEW {view}"])
    for index in original.indexes:
        yield Attack(f"no index {index}", [f"DROP INDEX {index}"])


class Judge:
    def __init__(self, original, chance):
        self.original, self.chance = original, chance
        self.history, self.faults, self.count = original.history, [], 0

    def fresh(self):
        for ending in ("-wal", "-shm", "-journal"):
            if os.path.exists(self.history.path("t.db" + ending)):
                os.remove(self.history.path("t.db" + ending))
        shutil.copyfile(self.history.path("a.db"), self.history.path("t.db"))

    def ending(self, *arguments):
        try:
            done = subprocess.run([self.history.program, "--no-config", "--db", "t.db", "--now", "2026-06-10T10:00:00Z", "--as", "maria", *arguments],
                                  stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60, cwd=self.history.folder)
        except subprocess.TimeoutExpired:
            return "never", b""
        return done.returncode, done.stdout + done.stderr

    def fault(self, what, arguments, status, said):
        self.faults.append(f"{what}: {' '.join(arguments)} ended with {status}: {said.decode(errors='replace')[-300:]}")
        print(self.faults[-1], flush=True)

    def check(self, attack, commands):
        self.fresh()
        done = attack.strike(self.history.path("t.db"), self.chance)
        if done is None:
            return
        self.count += 1
        what = f"{attack.what}: {done}"
        status, said = self.ending("verify")
        if status not in (0, 65) or (status == 0 and not attack.excuse):
            self.fault(what, ["verify"], status, said)
        for arguments in commands:
            good = {0, 1, 65}
            if arguments[0] == "check" or "--where" in arguments:  # its own four; and an older policy has no such field
                good |= {2, 3}
            status, said = self.ending(*arguments)
            if status not in good or (status == 65 and not said):
                self.fault(what, arguments, status, said)


def main():
    program = os.path.abspath(sys.argv[1])
    is_short = len(sys.argv) == 2
    seeds = 1 if is_short else int(sys.argv[2])
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    whole = seeds == 0
    # What is damaged must not fill the memory either. Sanitizers take their own.
    with open(program, "rb") as file:
        if b"__asan_init" not in file.read():
            resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30))
    count = faults = 0
    for seed in range(first, first + max(seeds, 1)):
        with tempfile.TemporaryDirectory() as folder:
            original = Original(program, folder, seed)
            judge = Judge(original, chance := random.Random(seed))
            for arguments in [["verify"], *READING, *WRITING]:
                judge.fresh()
                status, said = judge.ending(*arguments)
                if status not in (0, 1, 2):
                    judge.fault("nothing was done", arguments, status, said)
            attacks = [*value_attacks(original, chance, 6 if whole else 1), *row_attacks(original, chance, 3 if whole else 1),
                       *schema_attacks(original), *[Noise() for _ in range(500 if whole else 50)]]
            for attack in attacks:
                some = chance.sample(READING + WRITING, 1) if is_short else chance.sample(READING, 3) + chance.sample(WRITING, 1)
                judge.check(attack, READING + WRITING if whole else some)
            count, faults = count + judge.count, faults + len(judge.faults)
    print(f"{count} things were done to the file, and {faults} of them went wrong")
    sys.exit(faults > 0)


main()
