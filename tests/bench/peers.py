# SPDX-License-Identifier: GPL-3.0-or-later
"""What the others are given: the same rows with the same indexes, and as many tickets and tasks as they can be filled with in time."""
import os

import measuring

TICKETS = 100  # fossil takes them one by one; more would only make it slower
MOST_TASKS = 100_000  # of taskwarrior, which reads all of them each time

INDEXES = """ref,source received_at,status resolved_at,received_at category channel product cause remedy source team
assignee,status email,received_at response_due_at,responded_at resolution_due_at,resolved_at followed_up_at status""".split()
FULL_TEXT = "content = '', tokenize = 'unicode61 remove_diacritics 2', columnsize = 0"

# The shell has the times as text, and each customer once; of the full text it keeps no copy, as we do not.
IMPORT = "\n".join([
    ".mode csv", ".import rows.csv complaint", "BEGIN;",
    "CREATE TABLE customer (id INTEGER PRIMARY KEY, name TEXT, email TEXT, phone TEXT);",
    "INSERT INTO customer (name, email, phone) SELECT customer, email, phone FROM complaint GROUP BY email;",
    *(f"CREATE INDEX complaint_{number} ON complaint ({columns});" for number, columns in enumerate(INDEXES)),
    "CREATE INDEX customer_email ON customer (email);", "CREATE INDEX customer_phone ON customer (phone);",
    f"CREATE VIRTUAL TABLE words USING fts5 (subject, text, terms, {FULL_TEXT});",
    "INSERT INTO words (rowid, subject, text, terms)"
    " SELECT rowid, subject, text, ref || ' ' || category || ' ' || product FROM complaint;",
    f"CREATE VIRTUAL TABLE names USING fts5 (name, email, phone, {FULL_TEXT});",
    "INSERT INTO names (rowid, name, email, phone) SELECT id, name, email, phone FROM customer;", "COMMIT;", ""])

INSERT = "PRAGMA synchronous = FULL; INSERT INTO complaint (subject) VALUES ('Kiuas')"


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def make_tickets(folder):
    """A repository of fossil with some tickets."""
    if not measuring.is_there("fossil") or os.path.exists(os.path.join(folder, "tickets.fossil")):
        return
    measuring.run(["fossil", "new", "tickets.fossil"], folder)
    for number in range(TICKETS):
        measuring.run(["fossil", "ticket", "add", "title", f"Kiuas {number}", "status", "Open", "-R", "tickets.fossil"], folder)


def make_tasks(folder, number):
    """As many tasks of taskwarrior, in the form in which it keeps them."""
    place = os.path.join(folder, "tasks")
    os.makedirs(place, exist_ok=True)
    write(os.path.join(folder, "taskrc"), "data.location=tasks\nconfirmation=off\n")
    write(os.path.join(place, "pending.data"), "".join(
        f'[description:"Kiuas {task}" entry:"1600000000" modified:"1600000000" status:"pending"'
        f' uuid:"00000000-0000-4000-8000-{task:012}"]\n' for task in range(number)))
