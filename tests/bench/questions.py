# SPDX-License-Identifier: GPL-3.0-or-later
"""What each report tells, as somebody would ask the sqlite3 shell who knows the tables and wants the answer soon.

The months of a period are a small table, so that each month is a stretch of an index: quicker than to make the name of its month of
every row. Ends of months are those of the firm's zone, as in the reports.
"""
import datetime
import zoneinfo

import data

ZONE = zoneinfo.ZoneInfo("Europe/Helsinki")
YEAR = 31536000

RECEIVED = "FROM month CROSS JOIN complaint AS c ON c.received_at >= a AND c.received_at < b"
RESOLVED = "FROM month CROSS JOIN complaint AS c ON c.resolved_at >= a AND c.resolved_at < b"
DUE = "FROM month CROSS JOIN deadline AS d ON d.due_at >= a AND d.due_at < b AND d.cancelled_at IS NULL"
COUNTED = "c.kind IN ('complaint', 'claim') AND c.status <> 'void'"
AT_HAND = "c.status IN ('new', 'open', 'waiting')"
# Of itself SQLite would rather go through all deadlines.
UNMET = """deadline AS d INDEXED BY deadline_unmet CROSS JOIN complaint AS c ON c.id = d.complaint_id
    WHERE d.met_at IS NULL AND d.missed_at IS NULL AND d.cancelled_at IS NULL"""


def middle(value, rows, group="name"):
    """The median and the ninth decile of each group."""
    return f"""SELECT "group", v FROM (SELECT {group} AS "group", {value} AS v,
        row_number() OVER (PARTITION BY {group} ORDER BY {value}) AS r, count(*) OVER (PARTITION BY {group}) AS n {rows})
        WHERE r IN ((n + 1) / 2, (9 * n + 9) / 10)"""


def charts(field):
    return f"SELECT {field}, name, count(*) {RECEIVED} AND {COUNTED} GROUP BY 1, 2"


OUTCOMES = [
    f"""SELECT name, count(*), sum(outcome = 'upheld'), sum(outcome = 'partly'), sum(outcome = 'rejected'), sum(outcome = 'withdrawn'),
        sum(settled = 'yes'), sum(settled = 'no'), sum(settled = 'unknown'), sum(resolved_at - received_at < 86400),
        sum(resolved_at - received_at < 7 * 86400), sum(resolved_at - received_at < 30 * 86400),
        sum(resolved_at - received_at < 90 * 86400), sum(reopened_count = 0 AND responded_at NOT NULL)
        {RESOLVED} AND {COUNTED} GROUP BY name""",
    f"SELECT name, count(*), count(resolved_at) {RECEIVED} AND {COUNTED} GROUP BY name"]
KEPT = f"SELECT name, clock, count(*), sum(met_at <= due_at) {DUE} GROUP BY name, clock"
CAUSES = f"""SELECT :group, count(*), sum(EXISTS (SELECT 1 FROM complaint AS p WHERE p.customer_id = c.customer_id
    AND p.cause = c.cause AND p.received_at < c.received_at AND p.received_at >= c.received_at - {YEAR}))
    {RECEIVED} AND {COUNTED} GROUP BY 1 ORDER BY 2 DESC"""
# What was open at first is what is still open and what was resolved later; then what came and went adds up.
FLOW = [
    f"""WITH came AS (SELECT name, count(*) AS n {RECEIVED} AND c.status <> 'void' GROUP BY name),
        went AS (SELECT name, count(*) AS n {RESOLVED} AND c.status <> 'void' GROUP BY name),
        first AS (SELECT (SELECT count(*) FROM complaint AS c, (SELECT min(a) AS a FROM month)
                          WHERE c.resolved_at >= a AND c.received_at < a AND c.status <> 'void')
                  + (SELECT count(*) FROM complaint AS c WHERE {AT_HAND} AND c.received_at < (SELECT min(a) FROM month)) AS n)
        SELECT name, came.n, went.n, first.n + sum(came.n - coalesce(went.n, 0)) OVER (ORDER BY name)
        FROM first, month JOIN came USING (name) LEFT JOIN went USING (name)""",
    "SELECT name, count(*) FROM month CROSS JOIN reopening ON reopened_at >= a AND reopened_at < b GROUP BY name"]
WORKLOAD = [
    f"SELECT assignee, count(*), min(received_at) FROM complaint AS c WHERE {AT_HAND} GROUP BY 1",
    f"SELECT c.assignee, count(DISTINCT c.id) FROM {UNMET} AND d.due_at < :now AND {AT_HAND} GROUP BY 1",
    f"SELECT :person, count(*) {RECEIVED} GROUP BY 1",
    f"SELECT :person, count(*) {RESOLVED} GROUP BY 1"]
REMEDIES = f"""SELECT name, remedy, count(*), count(amount_cents), sum(amount_cents), max(amount_cents)
    {RESOLVED} AND {COUNTED} AND remedy IS NOT NULL AND remedy <> 'none' GROUP BY 1, 2"""
FOLLOWED = """SELECT name, count(*), avg(csat), sum(nps >= 9) - sum(nps <= 6), sum(retained = 'yes') FROM month
    CROSS JOIN complaint AS c ON followed_up_at >= a AND followed_up_at < b AND c.status <> 'void' GROUP BY name"""

QUESTIONS = {
    # What fell due, with median and p90 of the time taken; what is overdue and at risk now; what was received and has no target.
    "sla": [
        KEPT, middle("taken_seconds", f"{DUE} AND met_at <= due_at", "name || clock"),
        f"""SELECT d.clock, count(*) FILTER (WHERE d.due_at < :now), count(*) FILTER (WHERE d.due_at >= :now AND d.warn_at <= :now)
            FROM {UNMET} AND d.due_at IS NOT NULL AND {AT_HAND} GROUP BY 1""",
        f"""SELECT name, count(*) - count(*) FILTER (WHERE clock = 'response'), count(*) - count(*) FILTER (WHERE clock = 'resolution')
            {RECEIVED} AND c.status <> 'void' LEFT JOIN deadline AS d ON d.complaint_id = c.id GROUP BY name"""],
    "flow": FLOW,
    "speed": [middle("responded_at - received_at", f"{RESOLVED} AND c.status <> 'void' AND responded_at NOT NULL"),
              middle("resolved_at - received_at", f"{RESOLVED} AND c.status <> 'void'")],
    "outcomes": OUTCOMES,
    "causes": [CAUSES],
    "rate": [f"SELECT name, count(*) {RECEIVED} AND {COUNTED} GROUP BY name"],
    "workload": WORKLOAD,
    "remedies": [
        REMEDIES, f"""SELECT name, count(*), sum(amount_cents) FROM month CROSS JOIN complaint AS c
            ON paid_at >= a AND paid_at < b AND {COUNTED} GROUP BY name""",
        "SELECT count(*), sum(amount_cents), min(owed_since) FROM complaint WHERE owed_since NOT NULL AND paid_at IS NULL",
        middle("amount_cents", f"{RESOLVED} AND {COUNTED} AND amount_cents NOT NULL")],
    "roi": [
        f"SELECT name, sum(amount_cents), sum(effort_minutes), count(DISTINCT customer_id) {RESOLVED} AND {COUNTED} GROUP BY name",
        f"""SELECT k.name, sum(u.value_cents), count(*), sum(kept = 'yes') FROM (SELECT name, customer_id, max(retained) AS kept
            {RESOLVED} AND {COUNTED} AND retained IN ('yes', 'no') GROUP BY 1, 2) AS k JOIN customer AS u ON u.id = k.customer_id
            GROUP BY k.name"""],
    "recovery": [FOLLOWED, f"""SELECT name, count(*), count(followed_up_at), count(csat) {RESOLVED} AND c.status <> 'void'
        GROUP BY name"""],
    "customers": [
        f"""SELECT name, count(*), sum(n > 1), sum(n), sum(upheld) FROM (SELECT name, customer_id, count(*) AS n,
            sum(outcome IN ('upheld', 'partly')) AS upheld {RECEIVED} AND {COUNTED} GROUP BY 1, 2) GROUP BY name""",
        f"""SELECT c.customer_id, u.name, count(*) {RECEIVED} AND {COUNTED} JOIN customer AS u ON u.id = c.customer_id
            GROUP BY 1 HAVING count(*) > 1 ORDER BY 3 DESC""",
        f"SELECT count(DISTINCT customer_id) FROM complaint AS c WHERE {AT_HAND} AND {COUNTED}"],
    "alerts": [
        "SELECT name, level, count(*) FROM month CROSS JOIN alert ON sent_at >= a AND sent_at < b GROUP BY 1, 2",
        f"""SELECT name, count(*) {DUE} AND (met_at IS NULL OR met_at > due_at)
            AND NOT EXISTS (SELECT 1 FROM alert AS s WHERE s.complaint_id = d.complaint_id AND s.clock = d.clock AND s.sent_at <= d.due_at)
            AND due_at > (SELECT h.recorded_at FROM event AS e JOIN change AS h ON h.id = e.change_id
                WHERE e.complaint_id = d.complaint_id ORDER BY e.id LIMIT 1) GROUP BY name"""],
    "hygiene": [
        f"""SELECT id, assignee IS NULL, category IS NULL, targeted = 0 FROM complaint AS c
            WHERE {AT_HAND} AND (assignee IS NULL OR category IS NULL OR targeted = 0)""",
        f"""SELECT name, count(*) FILTER (WHERE cause IS NULL), count(*) FILTER (WHERE outcome IS NULL),
            count(*) FILTER (WHERE responded_at IS NULL) {RESOLVED} AND c.status <> 'void' GROUP BY name""",
        f"SELECT name, count(*) {RECEIVED} AND logged_at - received_at > 86400 GROUP BY name",
        "SELECT phone_key, count(*) FROM customer WHERE phone_key NOT NULL GROUP BY 1 HAVING count(*) > 1"],
    "monthly": [*OUTCOMES, CAUSES, *WORKLOAD, *FLOW, KEPT, REMEDIES, FOLLOWED],
}
# The page of one month has charts of the twelve before, and figures of the month before and of a year ago.
MORE_OF_A_MONTH = {"monthly": [charts("category"), charts("cause"), charts("product")]}
MONTHS_BEFORE = {"rate": 12, "monthly": 12}

# What is most urgent, and how many there are.
URGENT = """SELECT c.id, c.status, c.kind, c.assignee, u.name, c.subject, (SELECT min(d.due_at) FROM deadline AS d
    WHERE d.complaint_id = c.id AND d.met_at IS NULL AND d.cancelled_at IS NULL) AS due_at
    FROM :rows LEFT JOIN customer AS u ON u.id = c.customer_id WHERE :which ORDER BY due_at NULLS LAST LIMIT :limit;
    SELECT count(*) FROM :rows WHERE :which"""
# Who must hear of what is owed, and what comes in more often than it did.
NEW_ALERTS = f"""SELECT count(*) FROM (SELECT d.complaint_id, d.clock, d.due_at, c.assignee,
    (SELECT max(a.sent_at) FROM alert AS a WHERE a.complaint_id = d.complaint_id AND a.due_at = d.due_at)
    FROM {UNMET} AND d.due_at IS NOT NULL AND {AT_HAND});
    SELECT category, count(*) FROM complaint WHERE received_at >= {data.NOW_SECONDS - 57 * data.DAY}
    AND received_at < {data.NOW_SECONDS} AND status <> 'void' GROUP BY 1"""


def urgent(rows, which, limit):
    return URGENT.replace(":rows", rows).replace(":which", which).replace(":limit", str(limit))


def unresolved(limit):
    return urgent("complaint AS c", "c.status NOT IN ('closed', 'void')", limit)


def found(words, also_closed, limit):
    """From the index of the program, whose words are in lower case and without marks: as ours are."""
    asked = " ".join(f'"{word[:-1]}" *' if word.endswith("*") else f'"{word}"' for word in words.split())
    which = f"complaint_text MATCH '{asked}'" + ("" if also_closed else " AND c.status NOT IN ('closed', 'void')")
    return urgent("complaint_text JOIN complaint AS c ON c.id = complaint_text.rowid", which, limit)


def begin_of(month):
    return int(datetime.datetime(month // 12, month % 12 + 1, 1, tzinfo=ZONE).timestamp())


def number_of(month):
    """2026-09 as so many months since the year nought."""
    year, month = (int(part) for part in month.split("-"))
    return year * 12 + month - 1


def stretches(first, last):
    """Name, begin and end of the months."""
    return [(f"{month // 12}-{month % 12 + 1:02}", begin_of(month), begin_of(month + 1))
            for month in range(number_of(first), number_of(last) + 1)]


def named(name, first_day, last_day):
    """One stretch of days, both included, as if it were a month."""
    day = lambda text: datetime.datetime.combine(text, datetime.time(), ZONE)
    return [(name, int(day(first_day).timestamp()), int(day(last_day + datetime.timedelta(days=1)).timestamp()))]


def script(report, periods, by_month):
    """What is typed into the shell."""
    group, person = ("name", "name") if by_month else ("cause", "assignee")
    values = ", ".join(str(period) for period in periods)
    asked = QUESTIONS[report] + ([] if by_month else MORE_OF_A_MONTH.get(report, []))
    text = ";\n".join(["CREATE TEMP TABLE month (name TEXT, a INTEGER, b INTEGER)", f"INSERT INTO month VALUES {values}", *asked, ""])
    return text.replace(":now", str(data.NOW_SECONDS)).replace(":group", group).replace(":person", person)


def over_all(report):
    return script(report, stretches(*data.ALL.split("..")), True)


def over_a_month(report, month=data.LAST_MONTH):
    first = number_of(month) - MONTHS_BEFORE.get(report, 0)
    return script(report, stretches(f"{first // 12}-{first % 12 + 1:02}", month), False)
