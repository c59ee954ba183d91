#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What commands cost, beside what others take for the same, on this machine and in one run: what counts are the ratios.

It is no test: nothing fails for being slow. The databases are made anew beside the results, on a disk, and removed in the end.
"""
import argparse
import datetime
import os
import shutil
import signal
import sys
import tempfile
import time

import data
import growth
import machine
import peers
import tables
import works
from course import Course

SIZES, LARGE = [1_000, 10_000, 100_000, 1_000_000], 10_000_000
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def arguments():
    parser = argparse.ArgumentParser(prog="./bootstrap bench", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sizes", nargs="*", type=int, metavar="SIZE", help="how many complaints; 1000 10000 100000 1000000 by default")
    parser.add_argument("--large", action="store_true", help=f"{LARGE} as well, which takes some hours and 50 GB")
    parser.add_argument("--write", action="store_true", help="make BENCHMARKS.md of the results")
    parser.add_argument("--only", metavar="WORDS", help="only works in whose names this stands; the data are made all the same")
    parser.add_argument("--program", default=os.path.join(ROOT, "build/release/reklamaatio"), help="what to measure; build/release/... by default")
    parser.add_argument("--results", default=os.path.join(ROOT, "build/bench"), help="the folder for them; build/bench by default")
    options = parser.parse_args()
    options.sizes = sorted({*(options.sizes or SIZES), *([LARGE] if options.large else [])})
    if min(options.sizes) < 100:
        parser.error("fewer than 100 complaints tell nothing")
    return options


class Findings:
    """All that was found, which is also printed as soon as it is."""

    def __init__(self):
        self.all = []

    def say(self, sentence):
        print(f"bench: {sentence}", flush=True)

    def show(self, work, contenders, ratios):
        self.all.append((work, contenders, ratios))
        for ratio in ratios:
            if ratio.of("seconds"):
                print(tables.line(tables.cells_of_ratio(work, ratio)), flush=True)
        for one in contenders:
            if one.failure:
                self.say(f"{work.name}, {one.program} at {tables.grouped(one.size)}, failed: {one.failure}")
            elif not ratios:
                print(tables.alone(work, one), flush=True)
            if one.refusal is not None:
                self.say(f"{work.name} at {tables.grouped(one.size)}: the refusal has {one.refusal} bytes")


def summary(found):
    verdicts = [ratio.verdict() for _, _, ratios in found for ratio in ratios]
    return (f"Of {sum(bool(one) for one in verdicts)} ratios that are wanted {verdicts.count('aim')} are what is aimed at,"
            f" {verdicts.count('goal')} reach the goal and {verdicts.count('missed')} miss it.")


def instructions(found):
    """Millions of those that were counted, by size."""
    rows = {}
    for work, contenders, _ in found:
        for one in contenders:
            if one.instructions is not None:
                rows.setdefault(work.name, []).append(f"{one.instructions / 1e6:.2f}{f' at {tables.grouped(one.size)}' if one.size else ''}")
    return "".join(f"- {name}: {', '.join(counts)}\n" for name, counts in rows.items())


def peak(found, largest):
    """The most memory that a command took at the largest size."""
    peaks = [(one.peak, work.name) for work, contenders, _ in found for one in contenders
             if one.program == "reklamaatio" and one.size == largest and one.peak]
    if not peaks:
        return ""
    most, name = max(peaks)
    verdict = "what is aimed at" if most <= works.PEAK_AIM else "the goal" if most <= works.PEAK_GOAL else "a miss"
    return (f"The most memory with {tables.grouped(largest)} complaints took {name}: {most:.1f} MiB, which is {verdict}"
            f" (goal {works.PEAK_GOAL}, aim {works.PEAK_AIM}).")


def database_sizes(course):
    names = ("rows.csv", "ours.db", "theirs.db")
    rows = [[tables.grouped(size), *(f"{course.bytes[size, name] / 1e6:.1f}" if (size, name) in course.bytes else "" for name in names)]
            for size in course.sizes]
    text = tables.markdown(["complaints", "CSV, MB", "our database, MB", "the shell's, MB"], rows)
    for name, parts in course.parts.items():
        whose = "ours" if name == "ours.db" else "the shell's"
        text += f"\nIn {whose} of {tables.grouped(course.largest)}, MB: " + ", ".join(f"{part} {size:.1f}" for part, size in parts) + ".\n"
    return text


def document(found, course, about):
    ratios = [tables.cells_of_ratio(work, ratio) for work, _, those in found for ratio in those]
    costs = [tables.cells_of_cost(work, one) for work, contenders, _ in found for one in contenders]
    failures = [f"- {work.name}, {one.program} at {tables.grouped(one.size)}: {one.failure}\n"
                for work, contenders, _ in found for one in contenders if one.failure]
    return "\n".join([
        "# Benchmarks\n", f"{about}\n", f"{summary(found)} {peak(found, course.largest)}\n", notes(course.first), "## Ratios\n",
        tables.markdown(tables.RATIO_HEAD, ratios), *(["## What failed\n", "".join(failures)] if failures else []),
        "## Instructions\n", f"Millions, by callgrind.\n\n{instructions(found)}", "## Growth\n", f"```text\n{growth.text(found)}```\n",
        "## Databases\n", database_sizes(course), "## Costs\n", tables.markdown(tables.COST_HEAD, costs)])


def notes(first):
    return f"""Times are medians by the clock, from the beginning of a process to its end; those who are compared take turns, and a ratio is
the median of the turns, with the least and the greatest. Ratios of seconds of processor stand beside them, since others may use the
machine. What is recent and what is unresolved is the same at every size from {tables.grouped(first)} on. Memory is the peak of one run by
GNU time, bytes written to files and syncs are counted by strace, instructions by callgrind: these do not depend on what else goes on.
fossil has {peers.TICKETS} tickets at every size, taskwarrior as many tasks as there are complaints.
"""


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def main():
    options = arguments()
    os.makedirs(options.results, exist_ok=True)
    results, program = os.path.abspath(options.results), os.path.abspath(options.program)
    command = " ".join(["./bootstrap bench", *(word for word in sys.argv[1:] if word != "--write")])
    about = "\n".join([f"- {datetime.date.today()}, by `{command}`", f"- {machine.machine(results)}", f"- {machine.versions(program, ROOT)}",
                       f"- complaints made with a seed, the last of {data.LAST_DAY}, seen at {data.NOW}"])
    print(about, flush=True)
    found, begin = Findings(), time.monotonic()
    folder = tempfile.mkdtemp(prefix="data.", dir=results)
    course = Course(program, options.sizes, folder, found.show, found.say)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    print(tables.line(tables.RATIO_HEAD), flush=True)
    try:
        course.run(lambda work: not options.only or options.only in work.name)
    except KeyboardInterrupt:
        found.say("interrupted; what was found until now is kept, but not as BENCHMARKS.md")
        options.write = False
    finally:
        os.chdir(results)
        shutil.rmtree(folder)
    about += f"\n- it took {(time.monotonic() - begin) / 60:.0f} minutes"
    write_results(results, found.all, course, about, options.write)


def write_results(results, found, course, about, is_kept):
    text = document(found, course, about)
    tables.write_csv("results.csv", found)
    write("results.md", text)
    write("growth.txt", growth.text(found))
    write("growth.svg", growth.svg(found, "What commands cost as the database grows"))
    if is_kept:
        write(os.path.join(ROOT, "BENCHMARKS.md"), text)
    print(f"{summary(found)} {peak(found, course.largest)}\n{growth.text(found)}\nMillions of instructions\n{instructions(found)}")
    print(f"bench: the results are in {results}{' and in BENCHMARKS.md' if is_kept else ''}")


main()
