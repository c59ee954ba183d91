#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Worked deadlines through the program itself: apply the policy, log the complaint, wait for the customer, read the due time.

  due_vectors.py BINARY VECTORS_FOLDER [SAMPLE_FOLDER]

Ends with 77 (skipped) when the vectors are not there, or are those of the sample, which has a test of its own."""
import csv
import filecmp
import json
import os
import subprocess
import sys
import tempfile

binary, vectors = os.path.realpath(sys.argv[1]), sys.argv[2]
if len(sys.argv) > 3:
    whole, sample = (os.path.join(folder, "sla_due.csv") for folder in sys.argv[2:4])
    if not os.path.exists(whole):
        print(f"skipped: there is no {whole}")
        sys.exit(77)
    if filecmp.cmp(whole, sample, shallow=False):
        print(f"skipped: {whole} is the same as {sample}")
        sys.exit(77)


def run(folder, now, *arguments):
    command = [binary, "--no-config", "--db", os.path.join(folder, "x.db"), "--now", now, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL).stdout


def due_at(vector):
    with tempfile.TemporaryDirectory() as folder:
        policy = os.path.join(folder, "policy.toml")
        with open(os.path.join(vectors, "policies", vector["policy"]), encoding="utf-8") as source:
            text = source.read()
        # Both clocks get the target; only one of them pauses.
        with open(policy, "w", encoding="utf-8") as made:
            made.write(text + f'response = "{vector["target"]}"\nresolution = "{vector["target"]}"\n')
        run(folder, vector["received_at"], "policy", "apply", policy)
        run(folder, vector["received_at"], "open", "x", "--received", vector["received_at"])
        for pause in vector["pauses"].split():
            begin, end = pause.split("/")
            run(folder, begin, "contact", "R-1", "--await", "an answer")
            run(folder, end, "contact", "R-1", "--in")
        end_of_time = "2028-01-01T00:00:00Z"
        shown = json.loads(run(folder, end_of_time, "show", "R-1", "--json"))[0]
        run(folder, end_of_time, "verify")
        return shown


failed = 0
count = 0
with open(os.path.join(vectors, "sla_due.csv"), encoding="utf-8") as file:
    for vector in csv.DictReader(file):
        count += 1
        shown = due_at(vector)
        if shown["resolution_due_at"] != vector["due_at"]:
            failed += 1
            print(f'{vector["name"]}: due {shown["resolution_due_at"]}, not {vector["due_at"]}')
        if not vector["pauses"] and shown["response_due_at"] != vector["due_at"]:
            failed += 1
            print(f'{vector["name"]}: response due {shown["response_due_at"]}, not {vector["due_at"]}')
print(f"{count - failed} passed, {failed} failed")
sys.exit(1 if failed or not count else 0)
