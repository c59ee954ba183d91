# SPDX-License-Identifier: GPL-3.0-or-later
"""What is measured: a row for each work, with what we type, what is typed elsewhere, and which ratio is wanted.

{latest} and {oldest} are other unresolved complaints at each turn, and {turn} is its number: so a command can be repeated and does the
same again. What changes the database comes behind what only reads it.
"""
import datetime
from dataclasses import dataclass

import data
import peers
import questions


@dataclass(frozen=True)
class Peer:
    program: str
    command: str | tuple
    goal: float | None = None
    aim: float | None = None
    most: int = 1 << 60  # complaints for which it is asked
    is_for_many: bool = False  # what is wanted is wanted of many complaints


@dataclass(frozen=True)
class Growth:
    """The largest size of a run against a smaller one."""
    against: str  # the `first` size that counts, or the `second` largest
    goal: float
    aim: float


@dataclass(frozen=True)
class Work:
    name: str
    ours: str
    peers: tuple = ()
    growth: Growth | None = None
    panel: str = "every day"  # of the chart of growth
    prepare: tuple = ()  # once for each size, behind the program
    database: str = "ours.db"
    counts_instructions: bool = False
    to_file: bool = False
    is_refused: bool = False


def shell(sql, goal=None, aim=None, database="-readonly ours.db", is_for_many=False):
    return Peer("sqlite3", ("sqlite3", *database.split(), sql), goal, aim, is_for_many=is_for_many)


STEADY = Growth("first", 1.3, 1.1)
STEADY_MONTH = Growth("second", 1.3, 1.1)

START = Work("--version", "--version", (Peer("sqlite3", ("sqlite3", ":memory:", "select 1"), 0.8, 0.7),), counts_instructions=True)

MAKING = Work("import of a fresh file", "import rows.csv", (shell(".read shell.sql", 1.3, 1.0, "theirs.db", is_for_many=True),),
              panel="bulk")

# In this order, each upon what the one before has left.
MOVING = [Work(name, typed, database="moved.db", panel="bulk", is_refused="refused" in name) for name, typed in (
    ("import of the same rows again", "import rows.csv"),
    ("import --on-conflict update, other categories", "import --on-conflict update other.csv"),
    ("undo of the first import, refused", "undo 2"),
    ("undo of the update", "undo"),
    ("undo of the first import", "undo"),
    ("verify", "verify"))]
MOST_MOVED = 100_000
MANY = 100_000  # or the largest size of a run


def search(words, also_closed):
    typed = f"list{' --all' if also_closed else ''} --text '{words}' --limit 20"
    return Work(typed, typed, (shell(questions.found(words, also_closed, 20), 1.3, 0.8),), STEADY, "searching")


READING = [
    Work("list --limit 50", "list --limit 50", (shell(questions.unresolved(50), 1.5, 1.0),), STEADY, counts_instructions=True),
    Work("show", "show {latest}", growth=STEADY),
    Work("explain", "explain {latest}", growth=STEADY),
    Work("customer show", f"customer show {data.FAITHFUL}", growth=STEADY),
    Work("log --limit 20", "log --limit 20", growth=STEADY),
    Work("undo --list", "undo --list", growth=STEADY),
    Work("alerts", "alerts", growth=STEADY),
    Work("check", "check -w 1000000 -c 1000000", growth=STEADY),
    Work("report", "report", growth=STEADY),
    *(search(words, also_closed) for words in (data.COMMON, data.RARE) for also_closed in (False, True)),
]


def sla(period, stretch):
    return Work(f"report sla --period {period}", f"report sla --period {period} --csv", (shell(questions.script("sla", stretch, False)),),
                panel="reports over a month")


def a_month(report):
    return Work(f"report {report} --period {data.LAST_MONTH}", f"report {report} --period {data.LAST_MONTH} --csv",
                (shell(questions.over_a_month(report)),), STEADY_MONTH, "reports over a month", counts_instructions=report == "sla")


# With its pictures, of the months before as well; the shell is asked for the numbers alone.
PAGE = Work(f"page of the month, {data.LAST_MONTH}", f"report monthly --period {data.LAST_MONTH} --format html",
            (shell(questions.over_a_month("monthly"), 0.33, 0.25, is_for_many=True),), STEADY_MONTH, "reports over a month")


def all_months(report):
    return Work(f"report {report} over all, by month", f"report {report} --period {data.ALL} --by month --csv",
                (shell(questions.over_all(report), 1.0, 0.3, is_for_many=True),), panel="reports over all")


# Counts, breaches, mean and percentiles of what is in the file itself.
MILLER = ("mlr", "--icsv", "--ocsv", "filter", 'is_not_empty($resolved_at)', "then", "put",
          '$taken = gmt2sec($resolved_at) - gmt2sec($received_at); $late = $resolved_at > $resolution_due_at ? 1 : 0',
          "then", "stats1", "-a", "count,sum,mean,p50,p90", "-f", "taken,late", "-g", "{group}", "rows.csv")


def miller(report, group):
    command = tuple(word.replace("{group}", group) for word in MILLER)
    return Work(f"report {report} over all, by {group}", f"report {report} --period {data.ALL} --by {group} --csv",
                (Peer("mlr", command, 0.1, 0.03, is_for_many=True),), panel="reports over all")


DAY = datetime.date.fromisoformat(data.LAST_DAY)
YEAR = int(data.LAST_YEAR)
REPORTS = [
    sla(data.LAST_DAY, questions.named(data.LAST_DAY, DAY, DAY)),
    sla(data.LAST_YEAR, questions.named(data.LAST_YEAR, datetime.date(YEAR, 1, 1), datetime.date(YEAR, 12, 31))),
    *(a_month(report) for report in questions.QUESTIONS),
    PAGE,
    *(all_months(report) for report in questions.QUESTIONS),
    miller("sla", "category"), miller("outcomes", "product"),
    Work("export", "export", (shell("SELECT * FROM complaints", 0.8, 0.55, "-csv -header -readonly ours.db", is_for_many=True),),
         panel="bulk", to_file=True),
]

CHANGING = [
    Work("open", "open Kiuas", (
        shell(peers.INSERT, 1.2, 0.9, "theirs.db"),
        Peer("fossil", "fossil ticket add title Kiuas status Open -R tickets.fossil", 0.6, 0.45),
        Peer("task", "task add Kiuas", 0.1, 0.05, peers.MOST_TASKS, is_for_many=True)), STEADY, counts_instructions=True),
    Work("assign", "assign {latest} clerk{turn}", growth=STEADY),
    Work("contact", "contact {latest} --channel phone -m 'Uusi lähtee huomenna'", growth=STEADY),
    Work("resolve", "resolve {oldest} --outcome upheld --remedy apology", growth=STEADY),
    Work("undo", "undo", growth=STEADY),
    # What cron asks every few minutes; almost always there is nothing that is new.
    Work("alerts --new with nothing new", "alerts --new --always", (shell(questions.NEW_ALERTS),), STEADY,
         prepare=("alerts --new --always",)),
    # Each rule looks for five words, the last one matches and routes.
    Work("open with 200 rules", "open Kiuas", (shell(peers.INSERT, database="theirs.db"),), STEADY, prepare=("policy apply rules.toml",)),
]

# Every deadline is planned again, in turn so and so, so that every run moves them all. The shell only adds an hour to each.
POLICY = Work("policy apply, all unresolved", "policy apply policy{parity}.toml", (
    shell("PRAGMA synchronous = FULL; UPDATE deadline SET due_at = due_at + 3600, warn_at = warn_at + 3600", database="theirs.db"),))
MOST_UNRESOLVED = 100_000

CROWD = Work("p99 of 8 × 100 open at once", "open Kiuas", (
    Peer("sqlite3", ("sqlite3", "-cmd", ".timeout 10000", "theirs.db", peers.INSERT), 0.4, 0.15),))
PEAK_GOAL, PEAK_AIM = 64, 32  # MiB, at the largest size

RULES = """
[person.maria]
[person.pekka]
[team.returns]
lead = "maria"
members = ["maria", "pekka"]
""" + "".join(f"""[[rule]]
when.text = ["a{n}*", "b{n}", "c{n} d{n}", "e{n}", "f{n}*"]
set.category = "damage"
""" for n in range(1, 200)) + """[[rule]]
when.text = ["kiua*"]
set.category = "damage"
assign = "team:returns"
"""
