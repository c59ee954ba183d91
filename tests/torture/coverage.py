#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the code the tests go through, by room: lines, and both sides of each condition.

    coverage.py SOURCE_FOLDER BUILD_FOLDER

The build is by clang, with -fprofile-instr-generate=BUILD_FOLDER/profiles/%8m.profraw -fcoverage-mapping in its flags, and its
tests were run. It counts what is decided in the source; gcov counts also whether a temporary was made and is to be destroyed,
which no test can choose. What was never taken is in BUILD_FOLDER/untaken.txt, by file, line and column.
"""
import glob
import json
import os
import re
import subprocess
import sys

ROOMS = ["complaint", "exchange", "rulebook", "store", "time", "toml"]
LEAST = 0.95  # of the branches
# What is decided when it is compiled: comparisons of all members, what a template is made for, loops that end from within, and
# that an enumeration has no other value than those that are listed.
COMPILED = re.compile(r"= default;|\bif constexpr\b|\bwhile \(true\)|^\s*switch \(")


def exported(build):
    """What clang knows of each file, by its path."""
    merged = os.path.join(build, "profiles", "all.profdata")
    counted = glob.glob(os.path.join(build, "profiles", "*.profraw"))
    subprocess.run(["llvm-profdata", "merge", "--sparse", "--failure-mode=all", *counted, "-o", merged], check=True)
    programs = [os.path.join(build, "reklamaatio"), *(os.path.join(build, "tests", f"test_{room}") for room in ROOMS)]
    objects = [word for program in programs[1:] for word in ("--object", program)]
    made = subprocess.run(["llvm-cov", "export", f"--instr-profile={merged}", programs[0], *objects], capture_output=True, check=True)
    return {os.path.normpath(file["filename"]): file for part in json.loads(made.stdout)["data"] for file in part["files"]}


def sides_in(file, text):
    """Of each condition both sides, by line and column, and how often they were taken in all instances of a template."""
    sides = {}
    for line, column, _, _, true, false, *_ in file["branches"]:
        if COMPILED.search(text[line - 1]):
            continue
        for side, count in (("true", true), ("false", false)):
            sides[line, column, side] = sides.get((line, column, side), 0) + count
    return sides


def told(part, whole):
    return f"{part / max(1, whole):6.1%} of {whole:<6}"


def main():
    source_folder, build = (os.path.abspath(path) for path in sys.argv[1:])
    least = 1.0
    files = exported(build)
    with open(os.path.join(build, "untaken.txt"), "w", encoding="utf-8") as out:
        for room in ROOMS:
            lines = taken_lines = branches = taken = 0
            for path, file in sorted(files.items()):
                if not path.startswith(os.path.join(source_folder, "src", room) + "/"):
                    continue
                lines += file["summary"]["lines"]["count"]
                taken_lines += file["summary"]["lines"]["covered"]
                with open(path, encoding="utf-8") as source:
                    text = source.read().splitlines()
                sides = sides_in(file, text)
                branches += len(sides)
                taken += sum(count > 0 for count in sides.values())
                for (line, column, side), count in sorted(sides.items()):
                    if count == 0:
                        out.write(f"{os.path.relpath(path, source_folder)}:{line}:{column}: never {side}: {text[line - 1].strip()}\n")
            print(f"{room:<12} lines {told(taken_lines, lines)} branches {told(taken, branches)}")
            least = min(least, taken / max(1, branches))
    sys.exit(0 if least >= LEAST else 1)


main()
