#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of the code the tests go through, by room: lines, and the branches that no exception takes, on lines where something is
decided. On others the compiler has branches of its own: what was made and is to be destroyed, what a member begins with.

    coverage.py SOURCE_FOLDER BUILD_FOLDER

The build has --coverage in its flags, and its tests were run. What was never taken is in BUILD_FOLDER/untaken.txt, by file
and line.
"""
import collections
import json
import os
import re
import subprocess
import sys

ROOMS = ["complaint", "exchange", "rulebook", "store", "time", "toml"]
LEAST = 0.95  # of the branches
DECIDES = re.compile(r"\b(if|for|while|switch|case)\b|[?]|&&|[|][|]|[<>=!]=")
TEXT = re.compile(r'"(\\.|[^"\\])*"|//.*|.*= default;')


class Source:
    """Which lines of a file decide something."""
    known = {}

    def __init__(self, path):
        with open(path, encoding="utf-8") as file:
            self.lines = file.read().splitlines()
        self.deciding = {number for number, line in enumerate(self.lines, 1) if DECIDES.search(TEXT.sub("", line))}

    @classmethod
    def of(cls, path):
        if path not in cls.known:
            cls.known[path] = cls(path)
        return cls.known[path]


def read(build, notes):
    """What gcov knows of one object, by file."""
    made = subprocess.run(["gcov", "--branch-probabilities", "--json-format", "--stdout", notes], cwd=build, capture_output=True, text=True,
                          check=False)
    for line in made.stdout.splitlines():
        if line.startswith("{"):
            yield from json.loads(line)["files"]


class Room:
    def __init__(self, source):
        self.source = source
        self.lines = collections.defaultdict(int)
        self.branches = collections.defaultdict(int)

    def take(self, name, line):
        place = (name, line["line_number"])
        self.lines[place] = max(self.lines[place], line["count"])
        if line["line_number"] not in Source.of(os.path.join(self.source, name)).deciding:
            return
        for number, branch in enumerate(one for one in line["branches"] if not one["throw"]):
            self.branches[(*place, number)] = max(self.branches[(*place, number)], branch["count"])

    def share(self, counts):
        return sum(count > 0 for count in counts.values()) / max(1, len(counts))

    def untaken(self):
        return sorted({(name, line) for (name, line, _), count in self.branches.items() if count == 0}
                      | {place for place, count in self.lines.items() if count == 0})


def room_of(source, build, name):
    room = Room(source)
    for folder, _, files in os.walk(os.path.join(build, "src", name)):
        for notes in sorted(file for file in files if file.endswith(".gcno")):
            for file in read(build, os.path.abspath(os.path.join(folder, notes))):
                path = os.path.relpath(os.path.normpath(os.path.join(build, file["file"])), source)
                if path.startswith(f"src/{name}/"):
                    for line in file["lines"]:
                        room.take(path, line)
    return room


def main():
    source, build = (os.path.abspath(path) for path in sys.argv[1:])
    least = 1.0
    with open(os.path.join(build, "untaken.txt"), "w", encoding="utf-8") as out:
        for name in ROOMS:
            room = room_of(source, build, name)
            least = min(least, room.share(room.branches))
            print(f"{name:<12} lines {room.share(room.lines):6.1%} of {len(room.lines):<6} branches {room.share(room.branches):6.1%} of {len(room.branches)}")
            for path, line in room.untaken():
                out.write(f"{path}:{line}: {Source.of(os.path.join(source, path)).lines[line - 1].strip()}\n")
    sys.exit(0 if least >= LEAST else 1)


main()
