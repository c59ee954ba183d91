#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A report of an earlier moment is, byte for byte, the one that was printed then: reports are kept along random histories, in
all formats, and asked for again at the end with --as-of. Afterwards somebody is erased, and the figures stay. The database
itself is not changed by it, nothing is left beside it, and writers meanwhile change nothing of it.

usage: earlier.py PROGRAM [SEEDS [FIRST]]      so many seeds, 3 unless told otherwise, from FIRST or 0 on
"""
import hashlib
import html
import os
import re
import shlex
import subprocess
import sys
import tempfile
import threading

from erasing import REPORTS, WORD, Told, check, rows_of

FORMATS = ["text", "text", "csv", "json", "html"]
ALL = [*REPORTS, "hygiene"]
EXTRAS = [[], [], ["--period", "2026"], ["--period", "this-month", "--by", "kind"], ["--text", "broken"], ["--since", "-3d"],
          ["--by", "assignee"], ["--assignee", "maria"]]


class Kept:
    """What was asked, when, and what was printed."""
    def __init__(self, history, arguments):
        self.at, self.arguments = history.told(history.now), arguments
        self.printed = self.told(history, ["--now", self.at])

    def told(self, history, when):
        done = subprocess.run([history.program, "--no-config", "--db", history.path("a.db"), "--as", "maria", "report",
                               *self.arguments, *when], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
        return done.returncode, done.stdout, done.stderr


def keep_some(history, kept):
    for _ in range(6):
        name, extra, form = history.pick(ALL), history.pick(EXTRAS), history.pick(FORMATS)
        kept.append(Kept(history, [name, *extra, "--format", form]))
    kept.append(Kept(history, history.pick([[], ["sla", "--format", "openmetrics"]])))
    if history.random.random() < 0.3:
        kept.extend(Kept(history, [name, "--csv"]) for name in ALL)


def digest(history):
    with open(history.path("a.db"), "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def check_kept(seed, history, kept):
    """Returns how many printed figures."""
    before, files = digest(history), sorted(os.listdir(history.folder))
    for one in kept:
        again = one.told(history, ["--now", history.told(history.now), "--as-of", one.at])
        check(again == one.printed, seed, f"report {one.arguments} as of {one.at}, now {history.now}:\n{again}\nand not\n{one.printed}")
    check(digest(history) == before and sorted(os.listdir(history.folder)) == files, seed, "looking back has left something")
    return sum(one.printed[0] == 0 and len(one.printed[1]) > 0 for one in kept)


def check_made_again(seed, history, kept):
    """A page tells the command that makes it again."""
    for one in kept:
        if "html" not in one.arguments or one.printed[0] != 0:
            continue
        told = re.search(r"<p>Made again by: reklamaatio (.*?)</p>", one.printed[1].decode())
        check(told, seed, f"report {one.arguments} does not tell how it is made again")
        words = shlex.split(html.unescape(told[1]))
        done = subprocess.run([history.program, *words], stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)
        check(done.stdout == one.printed[1], seed, f"{words} makes another page: {done.stderr}")


def check_after_erasing(seed, history, kept):
    customers = [row["id"] for row in rows_of(history.run("a.db", "customer", "list", "--csv").stdout) if not row["erased_at"]]
    if not customers:
        return
    history.run("a.db", "customer", "erase", history.pick(customers), "--yes", "--force", good=(0,))
    for one in kept:
        if "csv" not in str(one.arguments) or one.arguments[0] == "hygiene" or "--text" in one.arguments:
            continue
        again = one.told(history, ["--now", history.told(history.now), "--as-of", one.at])
        cells = [[without_words(cell) for cell in text.decode().split(",")] for text in (again[1], one.printed[1])]
        check(cells[0] == cells[1], seed, f"report {one.arguments} as of {one.at} has other figures after an erasure")


def without_words(cell):
    return "[erased]" if WORD.search(cell) or "[erased]" in cell else cell


def check_refused(history):
    def refused(time, words):
        done = history.run("a.db", "report", "sla", "--as-of", time, now="2026-06-01", good=(2,))
        check(words in done.stderr, 0, f"--as-of {time}: {done.stderr}")
    refused("2026-06-02", "has not come yet")
    refused("2025-12-31", "nothing was recorded by then; the log begins on")
    refused("soon", "--as-of")


def check_crowd(program):
    """Writers are at work, and the log is begun anew again and again."""
    with tempfile.TemporaryDirectory() as folder:
        history = Told(program, folder, 1)
        history.begin()
        history.play(60)
        kept = [Kept(history, [name, "--csv"]) for name in ALL]
        over = threading.Event()
        rows = "subject,received_at\n" + "broken,2026-03-01\n" * 700
        path = history.write("many.csv", rows)

        def write(number):
            while not over.is_set():
                now = "2027-06-01"
                command = ["import", path] if number == 0 else ["open", "broken again", "-c", "Ann"]
                subprocess.run([program, "--no-config", "--db", history.path("a.db"), "--now", now, "--as", "pekka", *command],
                               stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=60)

        writers = [threading.Thread(target=write, args=(number,)) for number in range(3)]
        for writer in writers:
            writer.start()
        try:
            for one in kept * 4:
                again = one.told(history, ["--now", "2028-01-01", "--as-of", one.at])
                check(again == one.printed, 1, f"report {one.arguments} while others write: {again} and not {one.printed}")
        finally:
            over.set()
            for writer in writers:
                writer.join()
        grown = len(history.run("a.db", "export", "--columns", "id", now="2028-01-01").stdout.splitlines())
        check(grown > 700, 1, "nobody has written")


def main():
    program = sys.argv[1]
    seeds = int(sys.argv[2]) if len(sys.argv) > 2 else 3
    first = int(sys.argv[3]) if len(sys.argv) > 3 else 0
    told = 0
    for seed in range(first, first + seeds):
        print(f"seed {seed}", flush=True)
        with tempfile.TemporaryDirectory() as folder:
            history, kept = Told(program, folder, seed), []
            history.begin()
            for _ in range(8):
                history.play(12)
                keep_some(history, kept)
            history.play(5)
            told += check_kept(seed, history, kept)
            check_made_again(seed, history, kept)
            check_refused(history)
            check_after_erasing(seed, history, kept)
    check(told > 40 * seeds, first, f"only {told} reports told anything")
    check_crowd(program)
    print(f"{told} reports of earlier moments are as they were printed")


if __name__ == "__main__":
    main()
