#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The queries of reklamaatio-database(5) work, find what there is, and join by indexes; their figures are those of the program.

usage: database_page.py PROGRAM PROSE
"""
import json
import re
import sqlite3
import sys
import tempfile

from history import History

NOW = "2026-06-01T00:00:00Z"


def queries_in(prose):
    blocks, block = [], []
    for line in open(prose, encoding="utf-8"):
        if line.startswith("    "):
            block.append(line[4:])
        elif block:
            blocks.append("".join(block))
            block = []
    return blocks


def at_the_time(sql):
    return sql.replace("'now'", f"'{NOW}'").replace("2026-11-01", "2026-03-01").replace("2026-12-01", "2026-04-01")


def check_plan(database, sql):
    """Of what is joined all but one is looked up, and in no index that is made for it."""
    plan = [row[3] for row in database.execute("EXPLAIN QUERY PLAN " + sql)]
    made = [f"SCAN {step.split()[1]}" for step in plan if step.startswith(("CO-ROUTINE", "MATERIALIZE"))]
    scans = [step for step in plan if step.startswith("SCAN") and "CONSTANT" not in step and step not in made]
    if any("AUTOMATIC" in step for step in plan) or len(scans) > 1:
        sys.exit(f"the plan is a bad one:\n{sql}\n" + "\n".join(plan))


def check_figures(history, database):
    def ids(*arguments):
        return set(history.run("a.db", *arguments, "--format", "ids", now=NOW, good=(0,)).stdout.split())

    def rows(*arguments):
        return json.loads(history.run("a.db", *arguments, "--json", now=NOW, good=(0,)).stdout)

    def column(sql):
        return {row[0] for row in database.execute(sql)}

    for what, ours, theirs in [
        ("open", ids("list", "--status", "new,open,waiting"), column("SELECT id FROM open_complaints")),
        ("overdue", ids("list", "--status", "new,open,waiting", "--overdue"),
         column(f"SELECT id FROM open_complaints WHERE next_due_at < '{NOW}'")),
    ]:
        if ours != theirs:
            sys.exit(f"{what}: the program lists {sorted(ours)}, the view {sorted(theirs)}")
    for number, complaints in database.execute("SELECT number, complaints FROM customer_sums"):
        # Not those of others into which one of theirs was merged, which the filter finds as well.
        found = len({row["id"] for row in rows("export", "--customer", f"C-{number}")
                     if row["customer_id"] == f"C-{number}" and row["status"] != "void"})
        if found != complaints:
            sys.exit(f"C-{number} has {found} complaints, and {complaints} by customer_sums")


def play(program, folder, seed):
    history = History(program, folder, seed)
    history.begin()
    history.play(150)
    policy = history.run("a.db", "policy", "show").stdout
    history.run("a.db", "policy", "apply", history.write("own.toml", policy + "\n[field.order_number]\n"), good=(0,))
    for _ in range(2):
        history.run("a.db", "open", "Late", "-c", "Eve <eve@x.fi>", "--set", "order_number=WEB-12", good=(0,))
    history.run("a.db", "customer", "edit", "eve@x.fi", "--value", "900", good=(0,))
    history.run("a.db", "offer", history.run("a.db", "open", "Broken", "-c", "eve@x.fi", good=(0,)).stdout.strip(), "refund", "--amount", "5", good=(0,))
    history.run("a.db", "offer", history.run("a.db", "list", "--format", "ids", "--sort=-id", "--limit", "1").stdout.strip(), "--accepted", good=(0,))
    history.run("a.db", "note", "1", "-m", "Noted")
    return history


def main():
    program, prose = sys.argv[1:]
    queries = queries_in(prose)
    if len(queries) != 13:
        sys.exit(f"there are {len(queries)} queries, not one and twelve")
    found = [0] * len(queries)
    for seed in range(4):
        with tempfile.TemporaryDirectory() as folder:
            history = play(program, folder, seed)
            database = sqlite3.connect(f"file:{history.path('a.db')}?mode=ro", uri=True)
            for i, sql in enumerate(queries):
                if re.search(r"\b(FROM|JOIN) (complaint|deadline|customer|event|offer|promise|message)\b", sql):
                    sys.exit(f"a query asks a table:\n{sql}")
                found[i] += len(database.execute(at_the_time(sql)).fetchall())
                check_plan(database, at_the_time(sql))
            check_figures(history, database)
            database.close()
    for sql, rows in zip(queries, found):
        if rows == 0:
            sys.exit(f"nothing was found by\n{sql}")
    print(f"{len(queries)} queries found {sum(found)} rows")


main()
