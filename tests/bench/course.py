# SPDX-License-Identifier: GPL-3.0-or-later
"""The course of a run: the data are made, then each work is done by all, and what was found is handed on at once."""
import os
import shutil

import contest
import crowd
import data
import measuring
import peers
import works

COUNTS_FROM = 10_000  # complaints; what is smaller shows only how costs grow
MOST_RUNS, MOST_OF_A_TRIAL = 20, 8  # of each command; a trial is what has nothing larger
PATIENCE, PATIENCE_OF_A_TRIAL = 400, 20  # seconds for the steps of a size


class Course:
    """`show` takes each work with its contenders and ratios, and `say` a sentence."""

    def __init__(self, program, sizes, folder, show, say):
        self.program, self.sizes, self.folder, self.show, self.say = program, sorted(sizes), folder, show, say
        self.first = COUNTS_FROM if COUNTS_FROM in self.sizes[:-1] else self.sizes[0]
        self.second = self.sizes[max(0, len(self.sizes) - 2)]
        self.largest = self.sizes[-1]
        is_trial = self.largest <= COUNTS_FROM
        self.most_runs, self.patience = (MOST_OF_A_TRIAL, PATIENCE_OF_A_TRIAL) if is_trial else (MOST_RUNS, PATIENCE)
        self.unresolved, self.left_out, self.bytes, self.parts = {}, set(), {}, {}

    def run(self, wanted):
        os.makedirs(self.place(None))
        self.measure(works.START, [None], wanted)
        for size in self.sizes:
            self.make(size)
        self.move_all(wanted)
        for work in [*works.READING, *works.REPORTS, *works.CHANGING]:
            self.measure(work, self.sizes, wanted)
        self.apply_policies(wanted)
        self.crowd(wanted)

    # Contenders

    def place(self, size):
        return os.path.join(self.folder, "data" if size is None else str(size))

    def places(self, size):
        ids = self.unresolved.get(size, [0])
        return {"latest": lambda turn: f"R-{ids[turn % len(ids)]}", "oldest": lambda turn: f"R-{ids[-1 - turn % len(ids)]}",
                "turn": lambda turn: turn, "parity": lambda turn: (turn + 1) % 2}

    def ours(self, work, size, folder=None):
        before = [self.program] if size is None else [self.program, "--no-config", "--now", data.NOW, "--db", work.database]
        return contest.Contender("reklamaatio", size, work.ours, folder or self.place(size), before, self.places(size),
                                 "out.csv" if work.to_file else measuring.NOTHING, work.is_refused, work.counts_instructions)

    def theirs(self, work, peer, size, folder=None):
        return contest.Contender(peer.program, size, peer.command, folder or self.place(size),
                                 output="out.csv" if work.to_file else measuring.NOTHING)

    def contenders(self, work, size, folder=None):
        """Ours, and the peers that are here; what is small shows only how our costs grow."""
        found = [(None, self.ours(work, size, folder))]
        if size is not None and size < self.first:
            return found
        for peer in work.peers:
            if not measuring.is_there(peer.program):
                if peer.program not in self.left_out:
                    self.say(f"{peer.program} is not installed: left out")
                self.left_out.add(peer.program)
            elif (size or 0) <= peer.most:
                found.append((peer, self.theirs(work, peer, size, folder)))
        return found

    def ratios(self, work, found):
        """Each of ours to the peers at the same size, and the largest to itself at another."""
        told = []
        own = {one.size: one for peer, one in found if peer is None}
        for peer, one in found:
            if peer:
                is_wanted = not peer.is_for_many or one.size >= min(works.MANY, self.largest)
                wanted = (peer.goal, peer.aim) if is_wanted else (None, None)
                told.append(contest.Ratio(own[one.size], one, peer.program, *wanted))
        if work.growth:
            smaller = self.first if work.growth.against == "first" else self.second
            if smaller < self.largest and smaller in own and self.largest in own:
                told.append(contest.Ratio(own[self.largest], own[smaller], f"itself at {smaller}", work.growth.goal, work.growth.aim))
        return told

    def tell(self, work, found):
        self.show(work, [one for _, one in found], self.ratios(work, found))

    # Works

    def measure(self, work, sizes, wanted):
        if not wanted(work) or not sizes:
            return
        found = [pair for size in sizes for pair in self.contenders(work, size)]
        for _, one in found:
            if one.program == "reklamaatio":
                self.prepare(work, one)
        contest.take_turns([one for _, one in found if one.failure is None], self.most_runs)
        self.tell(work, found)

    def prepare(self, work, one):
        for command in work.prepare:
            run = measuring.run([*one.before, *command.split()], one.folder)
            if run.status != 0:
                one.failure = f"{command}: status {run.status}: {measuring.said(one.folder)}"

    def make(self, size):
        """The folder of a size with its rows, and both databases made of them."""
        folder = self.place(size)
        os.makedirs(folder)
        self.say(f"making {size} complaints")
        complaints = data.Complaints(size, self.first)
        complaints.write(os.path.join(folder, "rows.csv"))
        self.unresolved[size] = complaints.unresolved_ids()
        peers.write(os.path.join(folder, "shell.sql"), peers.IMPORT)
        found = self.contenders(works.MAKING, size)
        contest.take_steps([one for _, one in found], lambda: remove(folder, "ours.db", "theirs.db"))
        self.tell(works.MAKING, found)
        self.weigh(size)
        self.furnish(size)

    def weigh(self, size):
        """How large the files are, and of the largest what is in them."""
        for name in ("rows.csv", "ours.db", "theirs.db"):
            path = os.path.join(self.place(size), name)
            if os.path.exists(path):
                self.bytes[size, name] = os.path.getsize(path)
                if size == self.largest and name.endswith(".db"):
                    self.parts[name] = parts_of(self.place(size), name)

    def furnish(self, size):
        """What the works need besides."""
        folder = self.place(size)
        measuring.run(["sqlite3", "theirs.db", "PRAGMA journal_mode = WAL"], folder)
        peers.write(os.path.join(folder, "rules.toml"), self.policy(folder) + works.RULES)
        peers.make_tickets(self.place(None))
        if os.path.exists(tickets := os.path.join(self.place(None), "tickets.fossil")):
            shutil.copy(tickets, folder)
        if size <= peers.MOST_TASKS:
            peers.make_tasks(folder, size)

    def policy(self, folder, database="ours.db"):
        measuring.run([self.program, "--no-config", "--db", database, "policy", "show"], folder, output="policy.toml")
        with open(os.path.join(folder, "policy.toml"), encoding="utf-8") as file:
            return file.read()

    def move_all(self, wanted):
        """What moves very much, as far as it is done soon."""
        if not any(wanted(work) for work in works.MOVING):
            return
        before, took = 0, 0
        for size in self.sizes:
            if size > works.MOST_MOVED:
                return
            if before and took * size / before > self.patience:
                self.say(f"what moves all of {size} complaints is left out: it took {took:.0f} s with {before}")
                return
            before, took = size, self.move(size)

    def move(self, size):
        """On a copy, step by step. Returns the seconds."""
        folder = self.place(size)
        data.Complaints(size, self.first).write(os.path.join(folder, "other.csv"), seed=2)
        found = [(work, self.contenders(work, size)) for work in works.MOVING]
        contest.take_steps([one for _, pairs in found for _, one in pairs], lambda: copy_database(folder, "ours.db", "moved.db"))
        for work, pairs in found:
            self.tell(work, pairs)
        remove(folder, "moved.db")
        return sum(min(one.seconds, default=0) for _, pairs in found for _, one in pairs)

    def apply_policies(self, wanted):
        """On as many complaints as there may be, all unresolved and young."""
        work, size = works.POLICY, min(self.largest, works.MOST_UNRESOLVED)
        if not wanted(work):
            return
        folder = os.path.join(self.folder, "policies")
        os.makedirs(folder)
        data.Young(size).write(os.path.join(folder, "rows.csv"))
        measuring.run([self.program, "--no-config", "--now", data.NOW, "--db", "ours.db", "import", "rows.csv"], folder)
        slow = self.policy(folder)
        fast = slow.replace('"10bd"', '"9bd"').replace('"5bd"', '"4bd"')
        if slow == fast:
            self.say("the default policy has no targets of 10bd and 5bd any more: no policy changes anything")
        peers.write(os.path.join(folder, "policy0.toml"), slow)
        peers.write(os.path.join(folder, "policy1.toml"), fast)
        measuring.run(["sqlite3", "ours.db", "VACUUM INTO 'theirs.db'"], folder)
        found = self.contenders(work, size, folder)
        contest.take_turns([one for _, one in found], self.most_runs)
        self.tell(work, found)

    def crowd(self, wanted):
        if wanted(works.CROWD):
            found = self.contenders(works.CROWD, self.largest)
            crowd.compare([one for _, one in found])
            for _, one in found:
                if one.refused:
                    one.failure = f"{one.refused} were refused"
            self.tell(works.CROWD, found)


def remove(folder, *names):
    for name in names:
        for ending in ("", "-wal", "-shm", "-journal", ".lock"):
            if os.path.exists(path := os.path.join(folder, name + ending)):
                os.remove(path)


def copy_database(folder, name, other):
    remove(folder, other)
    measuring.run(["cp", "--reflink=auto", name, other], folder)


def parts_of(folder, name, most=14):
    """The largest tables and indexes of a database, in MB."""
    sql = f"SELECT name, sum(pgsize) FROM dbstat GROUP BY name ORDER BY 2 DESC LIMIT {most}"
    measuring.run(["sqlite3", "-readonly", "-separator", "\t", name, sql], folder, output="parts.txt")
    with open(os.path.join(folder, "parts.txt"), encoding="utf-8") as file:
        return [(line.split("\t")[0], int(line.split("\t")[1]) / 1e6) for line in file if "\t" in line]
