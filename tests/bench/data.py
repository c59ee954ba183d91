# SPDX-License-Identifier: GPL-3.0-or-later
"""The complaints of a run: the same for every run with the same sizes.

What happened in the last fifteen months is the same at every size, and so is what is unresolved; what is more lies in the four
years before. So a question about the last month, or about what is to be done, has the same answer in a small database and in a large
one, and shall cost the same.
"""
import csv
import datetime
import itertools
import random

FIRST = int(datetime.datetime(2021, 7, 1, tzinfo=datetime.timezone.utc).timestamp())
RECENT = int(datetime.datetime(2025, 7, 1, tzinfo=datetime.timezone.utc).timestamp())
QUARTER = int(datetime.datetime(2026, 7, 1, tzinfo=datetime.timezone.utc).timestamp())
END = int(datetime.datetime(2026, 10, 1, tzinfo=datetime.timezone.utc).timestamp())
NOW = "2026-10-02T09:00:00Z"
NOW_SECONDS = END + 33 * 3600
LAST_DAY, LAST_MONTH, LAST_YEAR, ALL = "2026-09-30", "2026-09", "2025", "2021-07..2026-09"

MOST_UNRESOLVED, MOST_RECENT = 5000, 4000
DAY, HOUR = 86400, 3600

COLUMNS = """ref source status kind channel category product cause subject text customer email phone received_at responded_at
resolved_at closed_at outcome settled remedy amount csat nps retained followed_up_at team assignee response_due_at
resolution_due_at""".split()

WORDS = """lasku toimitus asiakas ei kiuas tuli vastausta kahdesti halkesi odottaa rikki paketti hyvitys uusi osa puuttuu ovi
saranat vuotaa letku tiiviste termostaatti toimi huolto sovittu peruttu soitin jonossa tunti lupasi kuitti takuu voimassa
vaihto palautus maksettu kortilla verkko kauppa tilaus numero koko ensimmäisellä lämmityksellä myöhässä sähkö myyjä väärä väri""".split()
COMMON, RARE = "kiuas halk*", "voimassa vaihto*"  # in some of a hundred complaints, and in some of a thousand
WORDS_OF_TEXT, HALVES, INVENTED = 28, 8192, 3000

# One customer has so many complaints at every size.
FAITHFUL, FAITHFUL_EVERY = "kanta@example.com", 300

SECONDS_OF_DAY = [f"T{s // HOUR:02}:{s // 60 % 60:02}:{s % 60:02}Z" for s in range(DAY)]
DAYS = {}


def iso(seconds):
    day, rest = divmod(seconds, DAY)
    if day not in DAYS:
        DAYS[day] = datetime.datetime.fromtimestamp(day * DAY, datetime.timezone.utc).strftime("%Y-%m-%d")
    return DAYS[day] + SECONDS_OF_DAY[rest]


def spread(number, begin, end):
    """So many moments, evenly."""
    return [begin + (end - begin) * i // number for i in range(number)]


class Complaints:
    """So many complaints, of which as many are recent and unresolved as with `density` of them."""
    columns = len(COLUMNS)

    def __init__(self, number, density):
        least = min(number, density)
        unresolved, resolved = min(least // 2, MOST_UNRESOLVED), min(least * 2 // 5, MOST_RECENT)
        self.number, self.early = number, number - unresolved - resolved
        self.recent = sorted([(at, True) for at in spread(unresolved, QUARTER, END)]
                             + [(at, False) for at in spread(resolved, RECENT, END - 25 * DAY)])

    def unresolved_ids(self):
        """As the database numbers them, the latest first."""
        return [self.early + i + 1 for i, (_, is_unresolved) in enumerate(self.recent) if is_unresolved][::-1]

    def arrivals(self):
        early = ((at, False) for at in spread(self.early, FIRST, RECENT))
        return itertools.chain(early, self.recent)

    def write(self, path, seed=1):
        """As CSV; another seed gives the same complaints with other categories."""
        with open(path, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file)
            writer.writerow(COLUMNS[:self.columns])
            writer.writerows(row[:self.columns] for row in self.rows(seed))

    def rows(self, seed):
        chance, others = random.Random(7), random.Random(seed)
        texts = Texts(chance)
        for i, (received, is_unresolved) in enumerate(self.arrivals()):
            who = chance.randrange(max(1, self.number * 2 // 3))
            is_faithful = i >= self.early and (i - self.early) % FAITHFUL_EVERY == 0
            email = FAITHFUL if is_faithful else f"asiakas{who}@example.com"
            name = "Kanta Asiakas" if is_faithful else f"Asiakas {who} Sukunimi"
            phone = "+358401000000" if is_faithful else f"+35840{2000000 + who}"
            yield [f"T{i + 1}", "bench", "open" if is_unresolved else "closed", chance.choice(KINDS), chance.choice(CHANNELS),
                   others.choice(CATEGORIES), f"P{int(chance.random() * 50)}", *texts.one(i, is_unresolved), name, email, phone,
                   iso(received), *handling(chance, received, is_unresolved)]


class Young(Complaints):
    """All unresolved and of the last four days; when they are due is left to the policy."""
    columns = len(COLUMNS) - 2

    def __init__(self, number):
        self.number, self.early = number, 0
        self.recent = [(at, True) for at in spread(number, NOW_SECONDS - 4 * DAY, NOW_SECONDS - DAY)]


KINDS, CHANNELS = ["complaint", "claim"], ["phone", "email", "web"]
CATEGORIES = ["damage", "delay", "billing", "service"]
CAUSES = ["packing", "courier", "address", "defect", "price"]
STAFF = ["maria", "pekka", "liisa", "antti"]


class Texts:
    """Words as language has them: few that are everywhere, and many that are rare."""

    def __init__(self, chance):
        syllables = "ka ki ko la li lo ma mi mu na ni no pa pe pi ra ri sa se si ta ti to tu va vi".split()
        invented = ["".join(chance.choices(syllables, k=4)) for _ in range(INVENTED)]
        self.words = WORDS + invented
        self.weights = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        self.halves = [" ".join(self.some(chance, WORDS_OF_TEXT // 2)) for _ in range(HALVES)]
        self.subjects = [" ".join(self.some(chance, 2)).capitalize() for _ in range(HALVES)]
        self.chance = chance

    def some(self, chance, number):
        return chance.choices(self.words, cum_weights=self.weights, k=number)

    def one(self, i, is_unresolved):
        """The cause, the subject and the text of a complaint."""
        pick = self.chance.choice
        return ("" if is_unresolved else pick(CAUSES), f"{pick(self.subjects)} {i + 1}",
                f"{pick(self.halves)} {pick(self.halves)}")


def handling(chance, received, is_unresolved):
    """What became of it."""
    answered, person = iso(received + int(chance.random() * 15 * HOUR)), chance.choice(STAFF)
    if is_unresolved:  # about half of which are overdue
        return [answered, *[""] * 10, "returns", person, iso(received + DAY), iso(received + int((30 + chance.random() * 60) * DAY))]
    resolved = received + 20 * HOUR + int(chance.random() * 400 * HOUR)
    remedy = chance.choice(["refund", "replacement", "apology", "none"])
    amount = f"{int(chance.random() * 20000) / 100:.2f}" if remedy == "refund" else ""
    csat = chance.choice(["", "3", "4", "5"])
    return [answered, iso(resolved), iso(resolved), chance.choice(["upheld", "partly", "rejected"]),
            chance.choice(["yes", "no", "unknown"]), remedy, amount, csat, chance.choice(["", "2", "8", "10"]),
            chance.choice(["", "yes", "no"]), iso(resolved + 5 * DAY) if csat else "", "returns", person, iso(received + DAY),
            iso(received + 10 * DAY)]
