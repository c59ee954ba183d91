# SPDX-License-Identifier: GPL-3.0-or-later
"""Those who do the same work take turns, so that what disturbs the machine disturbs them alike."""
import re
import shlex
import statistics
from dataclasses import dataclass, field

import measuring

SECONDS_EACH = 1.5  # for which a contender is run again and again, if it is quick
FEWEST_RUNS = 3
LONG, VERY_LONG = 20, 150  # seconds, from which on there are two runs, and one
MOST_ROUNDS, LONG_ROUND = 3, 5  # of steps; seconds, from which on one round is enough where nobody is compared
LONG_ENOUGH = 5  # seconds, from which on the first run counts, however it was watched
LONGEST_WATCHED, LONGEST_STEPS_WATCHED = 5, 60  # seconds; strace would make more of them


@dataclass
class Contender:
    """A command at a size of the data, with what was found out about it."""
    program: str
    size: int | None
    command: str | tuple  # as it is typed, or its words
    folder: str
    before: list = field(default_factory=list)  # words that stand before it
    places: dict = field(default_factory=dict)  # what stands in the command for {words} in braces, by the number of the turn
    output: str = measuring.NOTHING
    is_refused: bool = False  # and shall be
    counts_instructions: bool = False
    turn: int = 0
    seconds: list = field(default_factory=list)
    processor: list = field(default_factory=list)
    peak: float | None = None
    written: int | None = None
    syncs: int | None = None
    instructions: int | None = None
    failure: str | None = None
    refusal: int | None = None  # bytes of what a refusal said
    refused: int = 0  # commands of a crowd

    def words(self):
        """Of the next turn."""
        words = shlex.split(self.command) if isinstance(self.command, str) else self.command
        turn, self.turn = self.turn, self.turn + 1
        put = lambda match: str(self.places[match[1]](turn)) if match[1] in self.places else match[0]
        return [*self.before, *(re.sub(r"\{(\w+)\}", put, word) for word in words)]

    def judge(self, run):
        if (run.status != 0) != self.is_refused:
            self.failure = self.failure or f"status {run.status}: {measuring.said(self.folder)}"
        elif self.is_refused:
            self.refusal = len(measuring.said(self.folder, 1 << 30))
        return run

    def keep(self, run):
        self.seconds.append(run.seconds)
        self.processor.append(run.processor)

    def begin(self):
        """The first run, which tells of memory and warms up."""
        run, self.peak = measuring.run_for_memory(self.words(), self.folder, self.output)
        self.judge(run)
        return run

    def watch(self):
        if measuring.is_there("strace"):
            run, self.written, self.syncs = measuring.run_for_writes(self.words(), self.folder, self.output)
            self.judge(run)

    def count(self):
        if measuring.is_there("valgrind"):
            run, self.instructions = measuring.run_for_instructions(self.words(), self.folder)
            self.judge(run)

    def run(self):
        self.keep(self.judge(measuring.run(self.words(), self.folder, self.output)))


def runs_of(seconds, most):
    if seconds > LONG:
        return 1 if seconds > VERY_LONG else 2
    return max(FEWEST_RUNS, min(most, int(SECONDS_EACH / max(seconds, 0.001))))


def standing(contenders):
    return [one for one in contenders if one.failure is None]


def in_turn(contenders, round_number):
    """Who was first is last in the next round."""
    return contenders if round_number % 2 == 0 else contenders[::-1]


def take_turns(contenders, most):
    """Each stands for itself, and is run so many times at most; who is slow is run less often."""
    firsts = [(one, one.begin()) for one in contenders]
    for one, first in firsts:
        if one.failure is None and first.seconds < LONGEST_WATCHED:
            one.watch()
        if one.failure is None and one.counts_instructions:
            one.count()
    for one, first in firsts:
        if first.seconds > LONG_ENOUGH:
            one.keep(first)
    rounds = {id(one): runs_of(first.seconds, most) for one, first in firsts}
    for number in range(most):
        for one in standing(in_turn(contenders, number)):
            if len(one.seconds) < rounds[id(one)]:
                one.run()


def take_steps(contenders, prepare):
    """Each begins with what the one before has left; `prepare` is called before the first of each round."""
    prepare()
    firsts = [one.begin() for one in contenders]
    total = sum(first.seconds for first in firsts)
    if total > LONG_ENOUGH:
        for one, first in zip(contenders, firsts):
            one.keep(first)
    if total < LONGEST_STEPS_WATCHED:
        prepare()
        for one in standing(contenders):
            one.watch()
    rounds = 1 if total > LONG_ROUND and is_alone(contenders) else runs_of(total, MOST_ROUNDS)
    for _ in range(rounds - len(contenders[0].seconds)):
        prepare()
        for one in standing(contenders):
            one.run()


def is_alone(contenders):
    return len({one.program for one in contenders}) == 1


@dataclass
class Ratio:
    """Of one to another, turn by turn."""
    ours: Contender
    theirs: Contender
    against: str
    goal: float | None = None
    aim: float | None = None

    def of(self, measure):
        mine, other = getattr(self.ours, measure), getattr(self.theirs, measure)
        return [a / b for a, b in zip(mine, other) if b > 0]

    def middle(self):
        ratios = self.of("seconds")
        return statistics.median(ratios) if ratios else None

    def verdict(self):
        middle = self.middle()
        if middle is None or self.goal is None:
            return ""
        if middle <= self.aim:
            return "aim"
        return "goal" if middle <= self.goal else "missed"
