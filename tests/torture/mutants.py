#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the tests see it when the code is wrong: one small change at a time, and at least nine of ten must fail a test.

    mutants.py SOURCE_FOLDER BUILD_FOLDER [--count N] [--seconds N] [--seed N]

So many changes, or as many as there is time for. The source is changed and put back; let nobody else build meanwhile. A
change after which nothing compiles is not counted.
What survives is printed: look whether it means something, and write the test.
"""
import argparse
import os
import random
import re
import subprocess
import sys
import time

ROOMS = ["complaint", "exchange", "rulebook", "store", "time", "toml"]
LEAST_KILLED = 0.9
SECONDS = 600  # an endless loop is seen as well

# What is looked for, and what is put in its place.
CHANGES = [
    (r" <= ", " < "), (r" >= ", " > "), (r"(?<!<) < (?!<)", " <= "), (r"(?<![->]) > (?!>)", " >= "),
    (r" == ", " != "), (r" != ", " == "), (r" && ", " || "), (r" \|\| ", " && "),
    (r" \+ ", " - "), (r" - ", " + "), (r"\+\+", "--"), (r" \+= ", " -= "),
    (r"\bbreak;", "continue;"), (r"\bcontinue;", "break;"),
    (r"\breturn true;", "return false;"), (r"\breturn false;", "return true;"),
    (r"\breturn (?!std::nullopt|true;|false;)[^;{}]+;", "return {};"), (r"\breturn;", ";"),
    (r"\bif \((?!constexpr)(.*)\) ", r"if (!(\1)) "), (r"\bstd::min\(", "std::max("), (r"\bstd::max\(", "std::min("),
    (r"\b0\b", "1"), (r"\b1\b", "2"),
    (r"^(\s+)[a-z_:.>-]+\([^;]*\);$", r"\1;"),  # a call that is left out
]
# The tests of a room come first, and those of what stands upon it; then the whole program in one process.
ABOVE = ["text", "toml", "time", "complaint", "rulebook", "policy", "exchange", "store", "casework", "report", "view", "cli"]


class Desk:
    def __init__(self, source, build):
        self.source, self.build = source, build
        listed = subprocess.run(["ctest", "--test-dir", build, "-N"], capture_output=True, text=True, check=True).stdout
        self.tests = re.findall(r"Test +#\d+: (\S+)", listed)

    def ninja(self, *targets):
        return subprocess.run(["ninja", "-C", self.build, *targets], capture_output=True, text=True, check=False).returncode == 0

    def passes(self, pattern):
        try:
            return subprocess.run(["ctest", "--test-dir", self.build, "-R", pattern, "-j2", "--stop-on-failure", "--timeout", "120"],
                                  capture_output=True, check=False, timeout=SECONDS).returncode == 0
        except subprocess.TimeoutExpired:
            return False

    def stages(self, room):
        rooms = [name for name in ABOVE[ABOVE.index(room):] if name in self.tests]
        yield [f"test_{room}"], f"^{room}$"
        yield [f"test_{name}" for name in rooms[1:]], "^(" + "|".join(rooms[1:]) + ")$"
        yield ["console"], r"^console\."

    def verdict(self, room):
        """killed, survived, or None: it does not compile."""
        for targets, pattern in self.stages(room):
            if not self.ninja(*targets):
                return None
            if not self.passes(pattern):
                return "killed"
        return "survived"


def places_in(path):
    """Each line with what may be changed in it: number, text, and the text after the change."""
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    for number, line in enumerate(lines):
        code = re.sub(r'"(\\.|[^"\\])*"', lambda text: '"' + " " * (len(text[0]) - 2) + '"', line)
        if re.match(r"\s*(//|#|using |static_assert|template|namespace|constexpr|inline constexpr|SELECT|WHERE|case )", code):
            continue
        code = code.split("//")[0]
        for pattern, instead in CHANGES:
            for found in re.finditer(pattern, code):
                changed = line[:found.start()] + found.expand(instead) + line[found.end():]
                if '"' not in found[0] and changed != line:
                    yield path, number, line, changed


def all_places(source):
    places = []
    for room in ROOMS:
        for folder, _, files in os.walk(os.path.join(source, "src", room)):
            for name in sorted(files):
                if name.endswith(".cpp"):
                    places += [(room, *place) for place in places_in(os.path.join(folder, name))]
    return sorted(places)


def put(path, number, line):
    with open(path, encoding="utf-8") as file:
        lines = file.read().split("\n")
    lines[number] = line
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(lines))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("source")
    parser.add_argument("build")
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--seconds", type=int, default=10 ** 6)
    parser.add_argument("--seed", type=int, default=random.randrange(10 ** 6))
    given = parser.parse_args()
    places = all_places(given.source)
    random.Random(given.seed).shuffle(places)
    print(f"seed {given.seed}", flush=True)
    desk = Desk(given.source, given.build)
    killed, survived, until = 0, [], time.monotonic() + given.seconds
    for room, path, number, line, changed in places:
        if killed + len(survived) >= given.count or time.monotonic() > until:
            break
        put(path, number, changed)
        try:
            verdict = desk.verdict(room)
        finally:
            put(path, number, line)
        if verdict == "killed":
            killed += 1
        elif verdict == "survived":
            survived.append(path)
            print(f"{os.path.relpath(path, given.source)}:{number + 1}: survived\n  - {line.strip()}\n  + {changed.strip()}", flush=True)
    desk.ninja("all")
    print(f"{killed} of {killed + len(survived)} changes were seen, of {len(places)} that could be made")
    sys.exit(0 if killed >= LEAST_KILLED * (killed + len(survived)) else 1)


main()
