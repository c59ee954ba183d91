#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Works out by when statutory terms end, from nothing but the rules, day by day: what legal_terms.csv has.

It reads neither the templates nor any file of the program. Holidays come from the laws' own rules, with Easter by Gauss.
    legal_terms.py          prints the file
    legal_terms.py --check  ends with 1 where legal_terms.csv has something else
"""
import datetime as dt
import pathlib
import sys
from zoneinfo import ZoneInfo

DAY = dt.timedelta(days=1)


def easter(year):
    """Gauss, with the two exceptions, for the Gregorian calendar."""
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    p = (13 + 8 * k) // 25
    q = k // 4
    m = (15 - p + k - q) % 30
    n = (4 + k - q) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    day = 22 + d + e
    if d == 29 and e == 6:
        day = 50  # 19 April
    elif d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        day = 49  # 18 April
    return dt.date(year, 3, 1) + (day - 1) * DAY


def first_weekday(year, month, weekday, start=1):
    date = dt.date(year, month, start)
    while date.weekday() != weekday:
        date += DAY
    return date


def last_monday(year, month):
    date = dt.date(year + month // 12, month % 12 + 1, 1) - DAY
    while date.weekday() != 0:
        date -= DAY
    return date


def poland(year):
    e = easter(year)
    fixed = [(1, 1), (1, 6), (5, 1), (5, 3), (8, 15), (11, 1), (11, 11), (12, 25), (12, 26)]
    if year >= 2025:
        fixed.append((12, 24))
    return {dt.date(year, m, d) for m, d in fixed} | {e, e + DAY, e + 49 * DAY, e + 60 * DAY}


def finland(year):
    e = easter(year)
    midsummer = first_weekday(year, 6, 5, 20)
    all_saints = first_weekday(year, 10, 5, 31) if dt.date(year, 10, 31).weekday() == 5 else first_weekday(year, 11, 5)
    fixed = [(1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)]
    return ({dt.date(year, m, d) for m, d in fixed} | {e - 2 * DAY, e, e + DAY, e + 39 * DAY, e + 49 * DAY}
            | {midsummer, midsummer - DAY, all_saints})


def england(year):
    e = easter(year)
    days = {e - 2 * DAY, e + DAY, first_weekday(year, 5, 0), last_monday(year, 5), last_monday(year, 8)}
    # What falls on a weekend is taken on the next day that is neither.
    for wanted in (dt.date(year, 1, 1), dt.date(year, 12, 25), dt.date(year, 12, 26)):
        day = wanted
        while day.weekday() >= 5 or day in days:
            day += DAY
        days.add(day)
    return days


def ireland(year):
    e = easter(year)
    brigid = dt.date(year, 2, 1)
    if brigid.weekday() != 4:
        brigid = first_weekday(year, 2, 0)
    days = {dt.date(year, 1, 1), dt.date(year, 3, 17), dt.date(year, 12, 25), dt.date(year, 12, 26)}
    return days | {brigid, e + DAY, first_weekday(year, 5, 0), first_weekday(year, 6, 0), first_weekday(year, 8, 0),
                   last_monday(year, 10)}


def none(_):
    return set()


def works(date, holidays):
    return date.weekday() < 5 and date not in holidays(date.year)


def last_day(event, count, unit, holidays):
    day = event
    if unit == "mo":
        # Month by month on the calendar's pages; the number is looked for in the last of them alone.
        year, month = event.year, event.month
        for _ in range(count):
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        number = event.day
        while True:
            try:
                return dt.date(year, month, number)
            except ValueError:
                number -= 1
    left = count * 7 if unit == "w" else count
    while left > 0:
        day += DAY
        if unit != "bd" or works(day, holidays):
            left -= 1
    return day


def end(received, count, unit, rolls, holidays, zone):
    day = last_day(received.astimezone(zone).date(), count, unit, holidays)
    while rolls and not works(day, holidays):
        day += DAY
    midnight = dt.datetime.combine(day + DAY, dt.time(), tzinfo=zone)
    return midnight.astimezone(dt.timezone.utc) - dt.timedelta(seconds=1)


# template, term, count, unit, rolls on, holidays, zone
TERMS = [
    ("pl-shop", "consumer goods, Poland", 14, "d", True, poland, "Europe/Warsaw"),
    ("pl-finance", "financial services, Poland", 30, "d", True, poland, "Europe/Warsaw"),
    ("fi-shop", "reasonable time, Finland", 14, "d", True, finland, "Europe/Helsinki"),
    ("uk-finance", "final response, United Kingdom", 8, "w", False, england, "Europe/London"),
    ("uk-finance", "payment services, United Kingdom", 15, "bd", False, england, "Europe/London"),
    ("uk-housing", "acknowledgement, housing", 5, "bd", False, england, "Europe/London"),
    ("uk-housing", "stage one, housing", 10, "bd", False, england, "Europe/London"),
    ("uk-housing", "acknowledgement of the appeal, housing", 5, "bd", False, england, "Europe/London"),
    ("uk-housing", "stage two, housing", 20, "bd", False, england, "Europe/London"),
    ("ie-finance", "acknowledgement, Ireland", 5, "bd", False, ireland, "Europe/Dublin"),
    ("ie-finance", "update, Ireland", 20, "bd", False, ireland, "Europe/Dublin"),
    ("ie-finance", "resolution, Ireland", 40, "bd", False, ireland, "Europe/Dublin"),
    ("eu-data", "personal data, EU", 1, "mo", True, none, "Europe/Helsinki"),
    ("b2b", "answer to firms, by contract", 30, "d", True, none, "Europe/Helsinki"),
]

# Receipts by the wall clock: about year ends, clock changes (29.3.2026, 25.10.2026, 28.3.2027, 31.10.2027), Easters
# (5.4.2026, 28.3.2027, 16.4.2028), other holidays, leap days and short months; early, late, on days off.
RECEIPTS = """
2026-01-02 09:00|2026-01-31 12:00|2026-02-13 23:59|2026-03-14 10:00|2026-03-15 00:00|2026-03-22 08:30
2026-03-29 01:30|2026-03-31 17:00|2026-04-17 10:00|2026-05-19 11:11|2026-05-31 12:00|2026-06-05 09:00
2026-06-11 16:00|2026-08-01 10:00|2026-08-31 10:00|2026-10-11 12:00|2026-10-18 09:15|2026-10-25 03:30
2026-10-28 10:00|2026-11-07 10:13|2026-11-28 10:00|2026-12-10 14:00|2026-12-11 09:00|2026-12-18 16:59
2026-12-24 10:00|2026-12-31 23:30|2027-01-30 10:00|2027-03-12 08:00|2027-03-14 10:00|2027-10-17 10:00
2028-01-15 10:00|2028-01-30 12:00|2028-01-31 12:00|2028-02-15 10:00|2028-02-29 10:00|2028-03-31 00:00
2028-04-01 09:00|2028-12-12 10:00|2029-12-27 10:00
"""


def rows():
    yield "template,term,received,due"
    stamp = "%Y-%m-%dT%H:%M:%SZ"
    for template, term, count, unit, rolls, holidays, zone_name in TERMS:
        zone = ZoneInfo(zone_name)
        for text in RECEIPTS.replace("\n", "|").split("|"):
            if not text:
                continue
            received = dt.datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=zone)
            due = end(received, count, unit, rolls, holidays, zone)
            yield f'{template},"{term}",{received.astimezone(dt.timezone.utc).strftime(stamp)},{due.strftime(stamp)}'


def main():
    text = "\n".join(rows()) + "\n"
    if "--check" not in sys.argv:
        sys.stdout.write(text)
        return 0
    kept = pathlib.Path(__file__).with_suffix(".csv").read_text()
    return 0 if kept == text else 1


if __name__ == "__main__":
    sys.exit(main())
