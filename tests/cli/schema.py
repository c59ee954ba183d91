#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What commands print as JSON, and what the views hold, is as `schema NAME --json-schema` says.

usage: schema.py PROGRAM
"""
import datetime
import json
import sqlite3
import sys
import tempfile

from history import History

# How to get each table; those of the others are made of files or need more than a played past.
COMMANDS = {
    "list": ["list", "--all"], "export": ["export"], "log": ["log"], "report sla": ["report", "sla", "--period", "2020..2030"],
    "report flow": ["report", "flow", "--period", "2020..2030", "--by", "kind"], "alerts": ["alerts"], "customer list": ["customer", "list"],
    "action list": ["action", "list", "--all"], "undo --list": ["undo", "--list"], "explain": ["explain", "1..5"],
    "verify": ["verify"], "config list": ["config", "list"], "schema": ["schema"], "schema NAME": ["schema", "list"],
    "simulate": ["simulate", "--policy", "old.toml", "--period", "2020..2030"],
    "simulate --changes": ["simulate", "--policy", "old.toml", "--changes", "--period", "2020..2030"],
    "policy apply --dry-run": ["policy", "apply", "--dry-run", "old.toml"],
    "classify --explain": ["classify", "--explain", "1..5"], "import": ["import", "--dry-run", "in.csv"],
    "import --detect": ["import", "--detect", "in.csv"], "policy test": ["policy", "test", "cases.csv"],
}
TYPES = {"string": str, "integer": int, "number": (int, float), "boolean": bool, "null": type(None)}


def is_of(value, property):
    wanted = property["type"] if isinstance(property["type"], list) else [property["type"]]
    kinds = [kind for kind in wanted if isinstance(value, TYPES[kind]) and (kind == "boolean") == isinstance(value, bool)]
    if not kinds:
        return False
    if isinstance(value, str) and property.get("format") == "date-time":
        datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ")
    return True


def schema(history, name):
    items = json.loads(history.run("a.db", "schema", name, "--json-schema", good=(0,)).stdout)["items"]
    if items["required"] != list(items["properties"]):
        sys.exit(f"{name}: the schema does not require its columns in their order")
    return items["properties"]


def check_rows(name, properties, rows, seen):
    for row in rows:
        if list(row) != list(properties):
            sys.exit(f"{name}: the columns are {list(row)}, not {list(properties)}")
        for key, value in row.items():
            if not is_of(value, properties[key]):
                sys.exit(f"{name}: {key} is {value!r}, not {properties[key]}")
            if value is not None:
                seen.add((name, key))


def check_views(history, seen):
    database = sqlite3.connect(history.path("a.db"))
    database.row_factory = sqlite3.Row
    views = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'view' AND name LIKE '%s'")]
    for view in views:
        check_rows(f"view {view}", schema(history, f"view {view}"), map(dict, database.execute(f"SELECT * FROM {view}")), seen)
    return [f"view {view}" for view in views]


def check_all(history, seen):
    history.run("a.db", "init")
    history.write("old.toml", history.run("a.db", "policy", "show").stdout)
    history.write("in.csv", "received_at,subject\n2026-01-01,Kiuas\n")
    history.write("cases.csv", "subject,text,expect_category\nA,broken,damage\nB,fine,other\n")
    history.play(150)
    for name, command in COMMANDS.items():
        command = [history.path(word) if "." in word and word[-1].isalpha() else word for word in command]
        rows = json.loads(history.run("a.db", *command, "--json", good=(0, 1)).stdout)
        check_rows(name, schema(history, name), rows, seen)
    return {*COMMANDS, *check_views(history, seen)}


def main():
    seen = set()
    for seed in range(3):
        with tempfile.TemporaryDirectory() as folder:
            history = History(sys.argv[1], folder, seed)
            checked = check_all(history, seen)
            known = {row["name"] for row in json.loads(history.run("a.db", "schema", "--json").stdout)}
    print(f"{len(checked)} tables are as the schema says, with values in {len(seen)} columns")
    print(f"not looked at: {', '.join(sorted(known - checked))}")


main()
