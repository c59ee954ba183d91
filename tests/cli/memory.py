#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is done with many complaints at once takes hardly more memory than with few: no row is kept. And each start reads the rules of
the policy in time that grows as they do, and not faster.

usage: memory.py PROGRAM
"""
import csv
import os
import random
import resource
import subprocess
import sys
import tempfile

FEW, MANY = 3_000, 20_000
CACHE_MIB = 16  # of pages, which the few leave half empty and the many fill
KEY_BYTES = 512  # what is sorted of each row: its key and its number, never the row itself
GROWTH_MIB = CACHE_MIB + (MANY - FEW) * KEY_BYTES / 2**20
MOST_MIB = 64


def write_rows(path, number, seed):
    """Complaints with words enough that their index has to be written in many pieces; the seed chooses the words."""
    chosen = random.Random(seed)
    with open(path, "w", newline="", encoding="utf-8") as file:
        rows = csv.writer(file)
        rows.writerow("ref source received_at subject text customer email".split())
        for row in range(number):
            text = " ".join(f"sana{chosen.randrange(20_000)}" for _ in range(80))
            rows.writerow([f"T{row}", "shop", "2026-03-02T09:00:00Z", f"Kiuas {row}", text,
                           f"Asiakas {row // 2}", f"asiakas{row // 2}@example.com"])


def peak_mib(program, database, *arguments):
    command = [program, "--no-config", "--now", "2026-03-03T09:00:00Z", "--db", database, *arguments]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
        said = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(arguments)}: status {process.returncode}: {said}")
    return usage.ru_maxrss / 1024


def peaks(program, folder, number):
    place = lambda name: os.path.join(folder, f"{name}{number}")
    database = place("database")
    write_rows(place("first"), number, 1)
    write_rows(place("second"), number, 2)
    work = {
        "import": ["import", place("first")],
        "update": ["import", "--on-conflict", "update", place("second")],
        "export": ["export"],
        "export of the log": ["export", "--events"],
        "list of words": ["list", "--text", "sana7"],
        "list": ["list", "--csv"],
        "list in reverse": ["list", "--json", "--sort", "-due"],
        "list for people": ["list"],
        "alerts": ["alerts", "--csv"],
        "alerts for people": ["alerts"],
        "list of what can be undone": ["undo", "--list"],
        "undo of the update": ["undo"],
        "undo of the import": ["undo", "--json"],
        "verify": ["verify"],
    }
    return {name: peak_mib(program, database, *arguments) for name, arguments in work.items()}


def start_seconds(program, folder, rules):
    """Of the processor, at the best of five starts."""
    policy, database = os.path.join(folder, f"policy{rules}"), os.path.join(folder, f"rules{rules}")
    with open(policy, "w", encoding="utf-8") as file:
        file.write('[organisation]\ntimezone = "Europe/Helsinki"\n[calendar.office]\nhours.mon = ["08:00-16:00"]\n[[sla]]\nresponse = "4h"\n')
        file.writelines(f'[[rule]]\nname = "r{rule}"\nwhen.text = ["word{rule}"]\nset.category = "c{rule % 50}"\n' for rule in range(rules))
    peak_mib(program, database, "policy", "apply", policy)
    taken = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        peak_mib(program, database, "list")
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        few, many = (peaks(program, folder, number) for number in (FEW, MANY))
        short, long = (start_seconds(program, folder, rules) for rules in (1_000, 10_000))
    failed = long > 30 * max(short, 0.005)  # were each compared with each, it would be a hundred times
    print(f"{'FAIL' if failed else 'ok':5}{'start':28}{short:6.3f} s with 1000 rules, {long:6.3f} s with 10000")
    for name, most in many.items():
        fails = most > few[name] + GROWTH_MIB or most > MOST_MIB
        failed = failed or fails
        print(f"{'FAIL' if fails else 'ok':5}{name:28}{few[name]:6.1f} MiB with {FEW}, {most:6.1f} MiB with {MANY}")
    sys.exit(1 if failed else 0)


main()
