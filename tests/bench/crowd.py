# SPDX-License-Identifier: GPL-3.0-or-later
"""Many people at one database at once: how long the slowest of a hundred commands takes, and how many are refused."""
import json
import os
import time

import measuring

PEOPLE, TIMES = 8, 100
ROUNDS, SECONDS = 3, 20  # no further round begins when so much time has gone


def person(number, command, folder):
    """Begins one command behind the other, and leaves what each took."""
    runs = [measuring.run(command, folder, errors=f"errors.{number}") for _ in range(TIMES)]
    with open(f"crowd.{number}", "w", encoding="utf-8") as file:
        json.dump([[run.seconds, run.status] for run in runs], file)


def at_once(command, folder):
    """Seconds and statuses of all."""
    children = []
    for number in range(PEOPLE):
        if (child := os.fork()) == 0:
            person(number, command, folder)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
    told = []
    for number in range(PEOPLE):
        with open(os.path.join(folder, f"crowd.{number}"), encoding="utf-8") as file:
            told += json.load(file)
    return told


def compare(contenders):
    """Each contender's seconds are the 99th percentile of each round."""
    begin = time.monotonic()
    for number in range(ROUNDS):
        if number > 0 and time.monotonic() - begin > SECONDS:
            return
        for one in contenders if number % 2 == 0 else contenders[::-1]:
            told = sorted(at_once(one.words(), one.folder))
            one.seconds.append(told[len(told) * 99 // 100][0])
            one.refused += sum(status != 0 for _, status in told)
