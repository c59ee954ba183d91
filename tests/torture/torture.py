#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The attacks that the tests try in part, at length: an hour of two processors. A line for each tells what it counted.

    torture.py SOURCE_FOLDER BUILD_FOLDER [NAME...]

NAMEs are those of the attacks: that of a script, or fuzz.READER. The tests must be built.
"""
import concurrent.futures
import os
import random
import subprocess
import sys
import time

FAULTS_SECONDS, MUTANTS_SECONDS, NOISE_SECONDS = 900, 1200, 60


def attacks(source, build, chance):
    """By name: the command, and whether it takes all processors."""
    tests = os.path.join(source, "tests")
    program, library = os.path.join(build, "reklamaatio"), os.path.join(build, "tests", "libfaults.so")
    other = lambda: str(chance.randrange(1, 10 ** 6))  # than the tests have
    alone = {
        "processes": ["cli/processes.sh", program, "20"],
        "backups": ["cli/backups.sh", program, "6"],
        "hostile": ["cli/hostile.py", program, library, "--whole"],
        "tampering": ["cli/tampering.py", program, "2", other()],
        "erasing": ["cli/erasing.py", program, "12", other()],
        "crowd": ["cli/crowd.py", program, "8", "100"],
        "damaged_log": ["cli/damaged_log.py", program, "12", other()],
        "round_trip": ["cli/round_trip.py", program, "30", other()],
        "costs": ["cli/costs.py", program, "10", other()],
        "earlier": ["cli/earlier.py", program, "8", other()],
    }
    for reader in sorted(os.listdir(os.path.join(tests, "fuzz"))):
        corpus = os.path.join(tests, "fuzz", reader)
        if os.path.isdir(corpus):
            alone[f"fuzz.{reader}"] = [os.path.join(build, "tests", f"fuzz_{reader}"), corpus, str(NOISE_SECONDS), other()]
    together = {
        "faults": ["cli/faults.py", program, library, "--seconds", str(FAULTS_SECONDS)],
        "mutants": ["torture/mutants.py", source, build, "--count", "1000", "--seconds", str(MUTANTS_SECONDS)],
    }
    for name, command in [*alone.items(), *together.items()]:
        yield name, [os.path.join(tests, command[0]), *command[1:]], name in together


def run(build, name, command):
    """Whether it was withstood, how long it took, and its last line."""
    begun = time.monotonic()
    starter = {".py": [sys.executable], ".sh": ["bash"]}.get(os.path.splitext(command[0])[1], [])
    log = os.path.join(build, "torture", f"{name}.log")
    with open(log, "w", encoding="utf-8") as out:
        status = subprocess.run([*starter, *command], stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT, check=False,
                                cwd=os.path.join(build, "torture")).returncode
    with open(log, encoding="utf-8", errors="replace") as said:
        last = (said.read().strip().splitlines() or ["said nothing"])[-1]
    print(f"{'withstood' if status == 0 else f'FAILED ({status})':<12} {name:<16} {time.monotonic() - begun:5.0f} s  {last}", flush=True)
    return status == 0


def main():
    source, build = (os.path.abspath(path) for path in sys.argv[1:3])
    seed = int(os.environ.get("TORTURE_SEED", random.randrange(10 ** 6)))
    chosen = [one for one in attacks(source, build, random.Random(seed)) if len(sys.argv) == 3 or one[0] in sys.argv[3:]]
    os.makedirs(os.path.join(build, "torture"), exist_ok=True)
    print(f"TORTURE_SEED={seed}; what each attack says is in {os.path.join(build, 'torture')}", flush=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        withstood = list(pool.map(lambda one: run(build, one[0], one[1]), [one for one in chosen if not one[2]]))
    withstood += [run(build, name, command) for name, command, is_together in chosen if is_together]
    print(f"{sum(withstood)} of {len(chosen)} attacks were withstood")
    sys.exit(0 if chosen and all(withstood) else 1)


main()
