# SPDX-License-Identifier: GPL-3.0-or-later
"""Two people who do at random, and the same in every run, whatever the program knows: for the tests beside it."""
import datetime
import os
import random
import subprocess
import sys

NAMES = ["", "Ann", "Ann Smith", "ann smith", "Bo Berg", "Ann Other", "Łucja Żuraw"]
EMAILS = ["", "ann@x.fi", "ANN@x.fi", "bo@x.fi", "ann2@x.fi", "lucja@x.pl"]
PHONES = ["", "", "040 1111111", "+358 40 1111111", "040 2222222", "0402222222", "112"]
STEPS = ["empathise", "understand", "apologise", "fix", "compensate"]
KINDS = ["praise", "remark", "complaint", "claim"]
UNRESOLVED, RESOLVED = ["new", "open", "waiting"], ["resolved", "closed"]
TARGETS = ["30m", "3h", "16h", "1bd", "3bd", "2d", "1w"]

POLICY = """[organisation]
timezone = "Europe/Helsinki"
reopen = "{reopen}"
country = "FI"
owner = "liisa"
[calendar.office]
hours.mon = ["08:00-12:00", "13:00-16:00"]
hours.tue = ["08:00-16:00"]
hours.wed = ["08:00-16:00"]
hours.thu = ["08:00-16:00"]
hours.fri = ["08:00-16:00"]
[calendar.always]
hours.mon = ["00:00-24:00"]
hours.sat = ["00:00-24:00"]
[[sla]]
kind = ["claim"]
calendar = "always"
response = "{target}"
resolution = "{target}"
[[sla]]
kind = ["remark"]
response = "2h"
[[sla]]
response = "4h"
reply = "8h"
update = "2bd"
resolution = "{other}"
{followup}
[person.maria]
email = "maria@x.fi"
authority = 30
{away}
[person.pekka]
email = "pekka@x.fi"
[person.liisa]
email = "liisa@x.fi"
[team.returns]
lead = "pekka"
members = ["maria", "pekka"]
[[legal]]
name = "goods"
kind = ["complaint", "claim"]
term = "7d"
extend_to = "1mo"
ends = "next-working-day"
then = "accepted"
source = "a law, seen 2026-03"
[[legal]]
name = "news"
kind = ["claim"]
term = "2bd"
for = "update"
source = "a law, seen 2026-03"
[[rule]]
when.text = ["broken"]
set.category = "damage"
set.tags = ["carrier"]
assign = "team:returns"
[[escalation]]
clock = "resolution"
at = "due + 1h"
notify = ["lead"]
{procedure}"""


class History:
    def __init__(self, program, folder, seed):
        self.program, self.folder, self.random = program, folder, random.Random(seed)
        self.now = datetime.datetime(2026, 3, 2, 6, 0)
        self.complaints = {}

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8", newline="") as file:
            file.write(text)
        return self.path(name)

    def run(self, database, *arguments, now=None, good=(0, 1, 2)):
        """As maria, or whom the arguments name. Ends the test at a status that is none of the good ones."""
        command = [self.program, "--no-config", "--db", self.path(database), "--now", now or self.told(self.now),
                   *([] if "--as" in arguments else ["--as", "maria"]), *arguments]
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False, timeout=60)
        if done.returncode not in good:
            sys.exit(f"{' '.join(arguments)} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return done

    def begin(self):
        self.run("a.db", "init")

    def play(self, commands):
        for _ in range(commands):
            self.now += datetime.timedelta(minutes=self.random.choice([1, 7, 60, 200, 700]),
                                           seconds=self.random.choice([0, 0, 13]))
            listed = self.run("a.db", "export", "--columns", "id,status", "--no-header").stdout.split()
            self.complaints = dict(line.split(",") for line in listed)
            command = self.command()
            if self.random.random() < 0.2:
                command += ["--as", self.pick(["pekka", "liisa"])]
            self.run("a.db", *command, good=(0, 1, 2, 65) if command[0] == "import" else (0, 1, 2))

    # What is picked

    @staticmethod
    def told(at):
        return at.strftime("%Y-%m-%dT%H:%M:%SZ")

    def pick(self, words):
        return self.random.choice(words)

    def maybe(self, *words):
        return list(words) if self.random.random() < 0.4 else []

    def earlier(self, most=3000):
        return self.told(self.now - datetime.timedelta(minutes=self.random.randint(0, most)))

    def later(self):
        return self.told(self.now + datetime.timedelta(minutes=self.random.randint(1, 9000)))

    def who(self):
        name, email = self.pick(NAMES), self.pick(EMAILS)
        return f"{name} <{email}>" if email else name

    def customer(self):
        return f"C-{self.random.randint(1, 6)}"

    def complaint(self, *statuses):
        """Mostly one that is there, with one of these statuses where they are said."""
        fit = [id for id, status in self.complaints.items() if not statuses or status in statuses]
        return self.pick(fit) if fit and self.random.random() < 0.9 else f"R-{self.random.randint(1, 12)}"

    def words(self):
        return f"{self.pick(['broken', 'late', 'dear', 'rikki'])} {self.random.randint(1, 99)}"

    # What is done

    def command(self):
        kinds = {
            self.open: 4 if len(self.complaints) > 6 else 16, self.classify: 2, self.assign: 2, self.contact: 5, self.await_or_not: 6, self.step: 2, self.promise: 2,
            self.end_promise: 2, self.task: 3, self.turn_task: 2, self.offer: 2, self.turn_offer: 3, self.resolve: 6, self.reopen: 4, self.follow_up: 2,
            self.note: 1, self.appeal: 2, self.extend: 3, self.edit: 4, self.merge: 2, self.void: 1, self.action: 2, self.undo: 2, self.undo_any: 4,
            self.alerts: 3, self.import_rows: 3, self.import_export: 1, self.edit_customer: 3, self.merge_customers: 1,
            self.apply_policy: 2}
        command = self.random.choices(list(kinds), list(kinds.values()))[0]()
        dated = command[0] in ("contact", "resolve", "reopen", "step", "offer", "note", "appeal", "extend")
        return command + (["--at", self.earlier(300)] if dated and self.random.random() < 0.2 else [])

    def open(self):
        who, phone = self.who(), self.pick(PHONES)
        return ["open", self.words(), *(["-c", who] if who else []), *(["--phone", phone] if phone else []),
                *self.maybe("--kind", self.pick(KINDS)), *self.maybe("--received", self.earlier()),
                *self.maybe("--tag", "a,b"), *self.maybe("--assign", self.pick(["maria", "team:returns"])),
                *self.maybe("--answered"), *self.maybe("--public", self.pick(["7", "1200"])), *self.maybe("--ref", f"A-{self.random.randint(1, 9)}", "--source", "shop")]

    def classify(self):
        return ["classify", self.complaint(), *self.pick([["--auto"], ["--kind", self.pick(KINDS)], ["--tag", "c"],
                                                          ["--category", "damage", "--cause", "packing"]])]

    def assign(self):
        return ["assign", self.complaint(), self.pick(["maria", "pekka", "team:returns", "--auto", "--nobody"])]

    def contact(self):
        return ["contact", self.complaint(), "-m", self.words(),
                *self.pick([[], ["--in"], ["--auto"], ["--step", self.pick(STEPS)], ["--channel", "phone"]])]

    def await_or_not(self):
        return ["contact", self.complaint(*UNRESOLVED), "-m", self.words(),
                *self.pick([["--await", self.pick(["a photo", "the bill"])], ["--await", "a word"], ["--in"], ["--no-await"]])]

    def step(self):
        return ["step", self.complaint(*UNRESOLVED), self.pick(STEPS), "-m", self.words()]

    def promise(self):
        return ["promise", self.complaint(*UNRESOLVED), "a call", "--by", self.later()]

    def end_promise(self):
        return ["promise", self.complaint(), self.pick(["--kept", "--broken", "--withdrawn"])]

    def task(self):
        return ["task", self.complaint(), self.words(), "--for", self.pick(["maria", "pekka", "team:returns"]),
                *self.maybe("--by", self.later()), *self.maybe("-m", self.words())]

    def turn_task(self):
        return ["task", *self.pick([["done", self.complaint(), "1"], ["drop", self.complaint()],
                                    ["give", self.complaint(), "T2", "maria"]])]

    def offer(self):
        return ["offer", self.complaint(*UNRESOLVED), self.pick(["refund", "gift"]), *self.maybe("--amount", self.pick(["5", "49.90"])),
                *self.maybe("--await", "an answer"), *self.maybe("--approved-by", "liisa"), *self.maybe("--valid-until", self.later())]

    def turn_offer(self):
        return ["offer", self.complaint(), *self.pick([["--accepted"], ["--paid"], ["--withdrawn"], ["--declined", "--wish", "more"]])]

    def resolve(self):
        return ["resolve", self.complaint(*UNRESOLVED), *self.pick([["--outcome", self.pick(["upheld", "partly", "rejected"])], []]),
                *self.maybe("--remedy", "refund", "--amount", "20"), *self.maybe("--settled", "yes"),
                *self.maybe("--channel", "phone"), *self.maybe("--prevent", "wrap it"),
                *self.pick([[], ["--force"], ["--force"]]), "-m", self.words()]

    def reopen(self):
        return ["reopen", self.complaint(*RESOLVED), *self.maybe("-m", self.words())]

    def follow_up(self):
        return ["followup", self.complaint(*RESOLVED), *self.pick([["--csat", "4"], ["--unreachable"], ["--retained", "yes"], ["--nps", "0"]])]

    def note(self):
        return ["note", self.complaint(), "-m", self.words()]

    def appeal(self):
        if self.random.random() < 0.4:
            return ["appeal", self.complaint(), *self.pick([["--answered"], ["--decided", "partly", "--amount", "12"], ["--decided", "settled"]])]
        if self.random.random() < 0.3:
            return ["appeal", self.complaint(*RESOLVED), "--to", "review", "--assign", self.pick(["pekka", "maria"])]
        return ["appeal", self.complaint(*RESOLVED), "--to", self.pick(["kkv", "kril", "law"]), *self.maybe("--ref", self.words()),
                *self.maybe("--answer-by", self.told(self.now + datetime.timedelta(days=9)))]

    def extend(self):
        return ["extend", self.complaint(*UNRESOLVED), "legal", "--until", self.told(self.now + datetime.timedelta(days=self.random.randint(5, 14))),
                "--reason", self.words(), *self.maybe("-m", self.words())]

    def edit(self):
        return ["edit", self.complaint(), *self.pick([
            ["-c", self.who()], ["--received", self.earlier(20000)], ["--subject", self.words()], ["--kind", self.pick(KINDS)],
            ["--wish", self.pick(["", "a call"])], ["--outcome", "upheld"], ["--remedy", "gift"], ["--amount", "7"],
            ["--ref", f"A-{self.random.randint(1, 9)}", "--source", "shop"], ["--ref", ""], ["--csat", "3"],
            ["--public", self.pick(["", "1", "300"])]])]

    def merge(self):
        return ["merge", self.complaint(), *self.maybe(self.complaint()), self.complaint()]

    def void(self):
        return ["void", self.complaint(), *self.maybe("-m", "by mistake")]

    def action(self):
        return self.pick([["action", "add", self.words(), "--complaint", self.complaint(), *self.maybe("--due", self.later())],
                          ["action", "done", f"A-{self.random.randint(1, 4)}", "--effect", "none left"]])

    def undo(self):
        return ["undo"]

    def undo_any(self):
        last = len(self.run("a.db", "undo", "--list", "--format", "csv").stdout.splitlines()) - 1
        return ["undo", str(self.random.randint(max(1, last - 8), last))]

    def alerts(self):
        return self.pick([["alerts", "--new", "--always"], ["alerts", "--new", "--always"], ["alerts", "--ack", self.complaint()]])

    def import_rows(self):
        rows = ["ref,source,subject,customer_ref,customer,email,phone,received_at,status,resolved_at,responded_at,resolution_due_at"]
        for _ in range(self.random.randint(1, 4)):
            number = self.random.randint(1, 9)
            received = datetime.datetime(2026, 3, 1, number)
            after = self.told(received + (self.now - received) / 2)
            status = self.pick(["new", "open", "waiting", "resolved", "closed", "void"])
            rows.append(",".join([
                f"A-{number}", self.pick(["shop", "shop", "web"]), self.words(), self.pick(["", "", "7", "8"]), self.pick(NAMES), self.pick(EMAILS), self.pick(PHONES),
                self.told(received), status, after if status in ("resolved", "closed") else "", self.pick(["", after]),
                self.pick(["", self.told(received + datetime.timedelta(days=2))])]))
        return ["import", self.write("rows.csv", "\n".join(rows) + "\n"), "--on-conflict", self.pick(["update", "update", "skip", "error"])]

    def import_export(self):
        """What was exported, in part and touched up."""
        text = self.run("a.db", "export").stdout.replace("late", self.pick(["late", "much too late"]))
        return ["import", self.write("again.csv", text), "--on-conflict", self.pick(["update", "skip"])]

    def edit_customer(self):
        return ["customer", "edit", self.customer(), *self.pick([["--phone", self.pick(PHONES)], ["--email", self.pick(EMAILS)],
                                                                 ["--value", "5"], ["--prefers", "phone"], ["--name", "Bo"]])]

    def merge_customers(self):
        return ["customer", "merge", self.customer(), self.customer()]

    def apply_policy(self):
        today = self.now.date()
        text = POLICY.format(
            reopen=self.pick(["continue", "restart", "exclude"]), target=self.pick(TARGETS),
            other=self.pick(TARGETS), followup=self.pick(["", 'followup = "14d"']),
            away=self.pick(["", f'away = ["{today}..{today + datetime.timedelta(days=3)}"]']),
            procedure=self.pick(["", '[procedure]\nrequired.claim = ["apologise", "fix"]\n']))
        return ["policy", "apply", self.write("policy.toml", text)]
