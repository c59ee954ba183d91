#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What complaints cost: every figure of the reports remedies and roi against a count over the log of random histories.

usage: costs.py PROGRAM [HISTORIES [FIRST]]    so many histories, 2 unless told otherwise, from FIRST or 1 on
"""
import csv
import datetime
import json
import math
import os
import sqlite3
import sys
import tempfile

from history import History, POLICY

MONEY = ("refund", "discount", "credit")
NOT_PAID = ("replacement", "repair", "upgrade", "gift", "apology", "listening", "none")


class Firm(History):
    """Says how long things took, gives in two currencies, and asks who stays."""

    def command(self):
        command = super().command()
        if command[0] in ("open", "classify", "contact", "note", "offer", "resolve", "followup", "edit", "merge", "reopen", "step", "promise"):
            command += self.maybe("--took", self.pick(["5m", "15m", "1h30m", "2h"]))
        return command

    def resolve(self):
        return [*super().resolve(), *self.maybe("--approved-by", "liisa")] if self.random.random() < 0.3 else [
            "resolve", self.complaint("new", "open", "waiting"), "--force", "-m", "done", "--outcome", "upheld", "--remedy",
            self.pick(["refund", "gift", "credit", "none"]), *self.maybe("--amount", self.pick(["20", "12.50 PLN", "300"])),
            *self.maybe("--approved-by", "liisa"), "--as", self.pick(["maria", "liisa"])]

    def follow_up(self):
        return ["followup", self.complaint("resolved", "closed"), *self.pick([["--retained", "yes"], ["--retained", "no"], ["--csat", "4"]])]

    def edit_customer(self):
        return ["customer", "edit", self.customer(), "--value", self.pick(["500", "1200.50", "80"])]

    def apply_policy(self):
        text = POLICY.format(reopen="continue", target="3h", other="3bd", followup='followup = "14d"', away="", procedure="")
        hour = self.pick(["", "hour_costs = 35\n", "hour_costs = 47.5\n"])
        return ["policy", "apply", self.write("p.toml", text.replace('owner = "liisa"\n', f'owner = "liisa"\n{hour}', 1))]


def seconds(iso):
    return datetime.datetime.strptime(iso, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)


def standing_changes(database):
    undone, standing = set(), set()
    for change, undoes in database.execute("SELECT id, undoes FROM change ORDER BY id DESC"):
        if change in undone:
            continue
        if undoes is None:
            standing.add(change)
        else:
            undone.add(undoes)
    return standing


class Life:
    """A complaint as its standing events make it."""

    def __init__(self):
        # What the log does not say is so.
        self.now, self.past, self.minutes = {"status": "new", "kind": "complaint"}, [], 0

    def take(self, changes):
        old = dict(self.now)
        for field, value in changes.items():
            self.now[field] = value[1] if isinstance(value, list) else value
        self.minutes = self.now.get("effort_minutes") or 0
        if old.get("resolved_at") and not self.now.get("resolved_at"):
            gone = {field: old[field] for field in old if old[field] is not None and self.now.get(field) is None}
            if "remedy" in gone or "amount_cents" in gone:
                self.past.append(gone)


def lives_of(database):
    standing, lives = standing_changes(database), {}
    for change, number, changes in database.execute(
            "SELECT change, complaint_number, changes FROM events WHERE complaint_number IS NOT NULL ORDER BY event"):
        if change in standing:
            lives.setdefault(number, Life()).take(json.loads(changes or "{}"))
    return lives


def middle(values):
    return sorted(values)[math.ceil(len(values) / 2) - 1]


def euros(cents):
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


class Figures:
    def __init__(self, group):
        self.group, self.rows = group, {}

    def put(self, section, measure, value, part=None, whole=None, group=None):
        key = (section, self.group if group is None else group, measure)
        self.rows[key] = tuple("" if one is None else str(one) for one in (value, part, whole))

    def share(self, section, measure, part, whole, **where):
        self.put(section, measure, f"{part / whole:.4f}" if whole else "", part, whole, **where)

    def money(self, section, measure, sums, **where):
        for currency, cents in sorted(sums.items()):
            self.put(section, f"{measure}_{currency.lower()}", euros(cents), **where)

    def spread(self, section, grants, **where):
        """Sum, median and largest of each currency."""
        by_currency = {}
        for _, cents, currency in grants:
            if cents is not None:
                by_currency.setdefault(currency, []).append(cents)
        for currency, cents in by_currency.items():
            code = currency.lower()
            self.put(section, f"sum_{code}", euros(sum(cents)), **where)
            self.put(section, f"median_{code}", euros(middle(cents)), None, len(cents), **where)
            self.put(section, f"largest_{code}", euros(max(cents)), None, len(cents), **where)


def totals(grants):
    sums = {}
    for _, cents, currency in grants:
        if cents is not None:
            sums[currency] = sums.get(currency, 0) + cents
    return sums


def added(one, other):
    return {currency: one.get(currency, 0) + other.get(currency, 0) for currency in {*one, *other}}


def grant_of(fields):
    return fields.get("remedy") or "", fields.get("amount_cents"), fields.get("currency") or ""


def is_given(grant):
    return grant[1] is not None or grant[0] not in ("", "none")


class Oracle:
    def __init__(self, path, now, currency="EUR"):
        self.now, self.currency = seconds(now), currency
        database = sqlite3.connect(path)
        self.lives = {number: life for number, life in lives_of(database).items()
                      if database.execute("SELECT 1 FROM complaint WHERE id = ?", (number,)).fetchone()}
        self.offers = database.execute(
            "SELECT complaint_number, remedy, amount_cents, currency, accepted_at, paid_at FROM offers").fetchall()
        self.costs = {}
        for number, minutes, cents, currency in database.execute(
                "SELECT complaint_number, minutes, cost_cents, currency FROM efforts WHERE complaint_number IS NOT NULL"):
            self.costs.setdefault(number, []).append((minutes, cents, currency))
        self.values = dict(database.execute("SELECT number, value_cents FROM customers"))

    def whole(self, number):
        """The complaint and all that was merged into it."""
        found, more = {number}, [number]
        while more:
            survivor = more.pop()
            for other, life in self.lives.items():
                if life.now.get("merged_into") in (survivor, f"R-{survivor}") and other not in found:
                    found.add(other)
                    more.append(other)
        return found

    def counted(self):
        for number, life in self.lives.items():
            if life.now["status"] != "void" and life.now["kind"] in ("complaint", "claim"):
                yield number, life

    def work_on(self, number):
        efforts = [effort for each in self.whole(number) for effort in self.costs.get(each, [])]
        minutes = sum(self.lives[each].minutes for each in self.whole(number))
        assert minutes == sum(effort[0] for effort in efforts), number
        return minutes, efforts

    def groups(self, by):
        """How a row is grouped: by the complaint, what was given, and when."""
        return {None: lambda life, grant, at: "",
                "kind": lambda life, grant, at: life.now["kind"],
                "remedy": lambda life, grant, at: grant[0],
                "month": lambda life, grant, at: at[:7]}[by]

    def gathered(self, by, inside):
        group, cells = self.groups(by), {}

        def cell(life, grant, at):
            return cells.setdefault(group(life, grant, at), {"resolved": 0, "gave": 0, "given": [], "paid": [], "owed": [], "work": [], "kept": {}})
        if by is None:
            cells[""] = cell(Life(), ("",), "")
        for number, life in self.counted():
            state = life.now
            for grant, approver, at, stands in [
                    *((grant_of(gone), gone.get("approved_by"), gone["resolved_at"], False) for gone in life.past),
                    *([(grant_of(state), state.get("approved_by"), state["resolved_at"], True)] if state.get("resolved_at") else [])]:
                if not inside(at):
                    continue
                found = cell(life, grant, at)
                found["resolved"] += stands
                found["gave"] += stands and is_given(grant)
                if is_given(grant):
                    found["given"].append((grant, approver))
            for gone in life.past:
                if gone.get("paid_at") and inside(gone["paid_at"]):
                    cell(life, grant_of(gone), gone["paid_at"])["paid"].append(grant_of(gone))
            if state.get("paid_at") and inside(state["paid_at"]):
                cell(life, grant_of(state), state["paid_at"])["paid"].append(grant_of(state))
            remedy, cents, _ = grant_of(state)
            if state.get("owed_since") and not state.get("paid_at") and (
                    remedy in MONEY or (cents is not None and remedy not in NOT_PAID)):
                if by != "month":
                    cell(life, grant_of(state), state["owed_since"])["owed"].append((grant_of(state), state["owed_since"]))
            for offered, *grant, accepted_at, paid_at in self.offers:
                grant = (grant[0] or "", grant[1], grant[2] or "")
                if offered != number:
                    continue
                if paid_at and inside(paid_at):
                    cell(life, grant, paid_at)["paid"].append(grant)
                if accepted_at and not paid_at and (grant[1] is not None or grant[0] in MONEY) and by != "month":
                    cell(life, grant, accepted_at)["owed"].append((grant, accepted_at))
            if state.get("resolved_at") and inside(state["resolved_at"]):
                self.add_handled(cell(life, grant_of(state), state["resolved_at"]), number, state)
        return cells

    def add_handled(self, found, number, state):
        found["work"].append(self.work_on(number))
        customer = state.get("customer_id")
        if customer is None:
            return
        customer = int(str(customer).removeprefix("C-"))
        retained, said, resolved = state.get("retained"), state.get("followed_up_at") or state["resolved_at"], state["resolved_at"]
        known = found["kept"].setdefault(customer, [])
        if retained:
            known.append((said, resolved, number, retained))

    def remedies(self, by, inside):
        rows = {}
        for group, cell in self.gathered(by, inside).items():
            figures = Figures(group)
            grants = [grant for grant, _ in cell["given"]]
            priced = [(grant, who) for grant, who in cell["given"] if grant[1] is not None]
            approved = [(grant, who) for grant, who in priced if who]
            figures.put("cohort", "resolved", cell["resolved"])
            figures.put("given", "remedies", len(grants))
            figures.share("given", "given_share", cell["gave"], cell["resolved"])
            figures.share("given", "without_amount", len(grants) - len(priced), len(grants))
            figures.spread("amount", grants)
            figures.share("approval", "approved", len(approved), len(priced))
            figures.money("approval", "sum", totals([grant for grant, _ in approved]))
            figures.put("paid", "payments", len(cell["paid"]))
            figures.spread("paid", cell["paid"])
            if by is None:
                for remedy in {grant[0] for grant in grants}:
                    those = [grant for grant in grants if grant[0] == remedy]
                    figures.put("remedy", "remedies", len(those), group=remedy)
                    figures.share("remedy", "without_amount", sum(grant[1] is None for grant in those), len(those), group=remedy)
                    figures.spread("remedy", those, group=remedy)
                for who in {who for _, who in approved}:
                    those = [grant for grant, approver in approved if approver == who]
                    figures.put("approver", "remedies", len(those), group=who)
                    figures.money("approver", "sum", totals(those), group=who)
            if by != "month":
                owed = [grant for grant, _ in cell["owed"]]
                figures.put("unpaid", "unpaid", len(owed))
                figures.share("unpaid", "without_amount", sum(grant[1] is None for grant in owed), len(owed))
                figures.money("unpaid", "sum", totals(owed))
                oldest = min((at for _, at in cell["owed"]), default=None)
                age = int((self.now - seconds(oldest)).total_seconds()) // 60 if oldest else ""
                figures.put("unpaid", "oldest_minutes", age)
            worked = [minutes for minutes, _ in cell["work"] if minutes]
            efforts = [effort for minutes, those in cell["work"] if minutes for effort in those]
            figures.share("handling", "logged", len(worked), cell["resolved"])
            figures.put("handling", "effort_minutes", sum(worked))
            figures.put("handling", "median_effort_minutes", middle(worked) if worked else "", None, len(worked))
            figures.put("handling", "unpriced_minutes", sum(minutes for minutes, cents, _ in efforts if cents is None))
            figures.money("handling", "handling_cost", totals(efforts))
            rows.update(figures.rows)
        return rows

    def roi(self, by, inside):
        rows = {}
        for group, cell in self.gathered(by, inside).items():
            # What was only paid or is owed belongs to no group here.
            if by is not None and not cell["given"] and not cell["work"] and not cell["resolved"]:
                continue
            figures = Figures(group)
            grants = [grant for grant, _ in cell["given"]]
            efforts = [effort for _, those in cell["work"] for effort in those]
            remedies, handling = totals(grants), totals(efforts)
            cost = added(remedies, handling)
            last = {customer: max(said)[3] if said else None for customer, said in cell["kept"].items()}
            stay = [customer for customer, word in last.items() if word == "yes"]
            leave = [customer for customer, word in last.items() if word == "no"]
            worth = {name: [self.values[customer] for customer in those if self.values[customer] is not None]
                     for name, those in (("stay", stay), ("leave", leave))}
            value = sum(worth["stay"]) if worth["stay"] else None
            figures.put("cohort", "resolved", cell["resolved"])
            figures.money("cost", "remedies", remedies)
            figures.money("cost", "handling", handling)
            figures.money("cost", "cost", cost)
            figures.share("cost", "without_amount", sum(grant[1] is None for grant in grants), len(grants))
            figures.put("cost", "unpriced_minutes", sum(minutes for minutes, cents, _ in efforts if cents is None))
            figures.put("retention", "customers", len(last))
            figures.share("retention", "asked", len(stay) + len(leave), len(last))
            figures.share("retention", "retained", len(stay), len(stay) + len(leave))
            figures.share("value", "valued", len(worth["stay"]), len(stay))
            figures.put("value", f"retained_value_{self.currency.lower()}", "" if value is None else euros(value))
            figures.put("value", f"lost_value_{self.currency.lower()}", euros(sum(worth["leave"])) if worth["leave"] else "")
            spent = cost.get(self.currency, 0)
            figures.put("return", f"net_{self.currency.lower()}", "" if value is None else euros(value - spent))
            figures.put("return", "return", f"{value / spent:.2f}" if value is not None and spent > 0 else "")
            if cell["resolved"] or grants:
                figures.put("assumption", "years", 1)
                figures.share("assumption", "would_have_left", len(stay), len(stay))
                figures.money("assumption", "foreign_cost", {code: cents for code, cents in cost.items() if code != self.currency})
            rows.update(figures.rows)
        return rows


def reported(firm, name, by, period):
    text = firm.run("a.db", "report", name, "--period", period, "--csv", *(["--by", by] if by else []), good=(0,)).stdout
    rows = list(csv.DictReader(text.splitlines()))
    found = {(row["section"], row["group"], row["measure"]): (row["value"], row["numerator"], row["denominator"]) for row in rows}
    assert len(found) == len(rows), "a figure stands there twice"
    return found


def check(firm, oracle, name, by, period, inside):
    found, expected = reported(firm, name, by, period), getattr(oracle, name)(by, inside)
    if found == expected:
        return len(found)
    for key in sorted({*found, *expected}):
        if found.get(key) != expected.get(key):
            print(f"{name} --by {by} --period {period}: {key} is {found.get(key)}, and should be {expected.get(key)}")
    sys.exit(1)


def main():
    program, histories, first = os.path.abspath(sys.argv[1]), int((sys.argv[2:3] or ["2"])[0]), int((sys.argv[3:4] or ["1"])[0])
    figures = told = 0
    for seed in range(first, first + histories):
        with tempfile.TemporaryDirectory() as folder:
            firm = Firm(program, folder, seed)
            firm.begin()
            firm.play(220)
            oracle = Oracle(firm.path("a.db"), firm.told(firm.now))
            middle_day = (firm.now - (firm.now - datetime.datetime(2026, 3, 2)) / 3).date()
            for period, inside in (("2026", lambda at: "2025-12-31T22:00:00Z" <= at < "2026-12-31T22:00:00Z"),
                                   (f"2026-01-01..{middle_day}", lambda at: at < utc_midnight_after(middle_day)),
                                   ("2027", lambda at: at >= "2026-12-31T22:00:00Z")):
                for name in ("remedies", "roi"):
                    for by in (None, "kind", "remedy") + (("month",) if period == "2026" else ()):
                        figures += check(firm, oracle, name, by, period, inside)
            told += sum(value[0] not in ("", "0", "0.00") for value in oracle.remedies(None, lambda at: True).values())
            assert firm.run("a.db", "verify").returncode == 0
    assert told >= 12 * histories, f"only {told} figures are more than nothing"
    print(f"{figures} figures are as they should be")


def utc_midnight_after(day):
    """Of Helsinki."""
    following = day + datetime.timedelta(days=1)
    hours = 3 if datetime.date(2026, 3, 29) < following <= datetime.date(2026, 10, 25) else 2
    return (datetime.datetime.combine(following, datetime.time()) - datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")


if __name__ == "__main__":
    main()
