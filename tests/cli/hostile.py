#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody would try who means harm, or who has a strange machine: names that lead elsewhere, links and pipes in the place of
files, limits, environments, clocks, mail commands that do not do their work, pages of the file that are others, and text that would
steer a terminal. No command may end by a signal, with 70 or not at all; no file of anybody else's is touched; what was there is
there still; and nothing is printed that a terminal would obey.

usage: hostile.py PROGRAM LIBRARY [--whole] [NAME...]    LIBRARY is that of faults.cpp; NAMEs are of what is tried
"""
import os
import pty
import random
import re
import resource
import select
import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time

NOW = "2026-06-10T10:00:00Z"
GOOD = {0, 1, 2, 3, 65, 66, 73, 74, 75, 77, 78}
SECONDS = 60

# What a terminal obeys, or shows elsewhere than where it stands: all of it is told in signs instead. What joins letters, or
# parts them without being seen, stays, for there are scripts that are written with it.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
WEAKER = "\u202egnp.exe\u202c\u2066x\u2069\u200bz\u200d\u061c\ufeff\U000e0041\x9b"
EVIL = "\x1b]0;owned\x07\x1b[2J\x9b31m\u202egnp.exe\u202c\u2066x\u2069\u200bz\u200d\u061c\ufeff\U000e0041\r\x08"


class Attack:
    def __init__(self, program, library, folder, whole):
        self.program, self.library, self.whole, self.faults, self.tried = program, library, whole, [], 0
        self.folder = folder
        os.chmod(folder, 0o755)
        self.number = 0

    def room(self):
        """An empty folder."""
        self.number += 1
        place = os.path.join(self.folder, f"{self.number}")
        os.mkdir(place)
        return place

    def fault(self, what):
        self.faults.append(what)
        print(what, flush=True)

    def ends(self, place, *arguments, db="x.db", good=GOOD, what="", seconds=SECONDS, now=NOW, **more):
        """What came of it."""
        self.tried += 1
        command = [self.program, "--no-config", *([] if db is None else [f"--db={db}"]), "--as", "maria", "--now", now, *arguments]
        more = {"stdin": subprocess.DEVNULL, "capture_output": True, **more}
        try:
            done = subprocess.run(command, cwd=place, check=False, timeout=seconds, **more)
        except subprocess.TimeoutExpired:
            self.fault(f"{what} {db} {arguments} did not end")
            return None
        said = (done.stderr or b"").decode(errors="replace")
        # What cannot even be loaded is no matter of ours.
        if done.returncode == 127 and "shared libraries" in said:
            return done
        if done.returncode not in good or "internal error" in said:
            self.fault(f"{what} {db!r} {arguments} ended with {done.returncode}: {said[-400:]}")
        elif done.returncode not in (0, 1, 3) and more.get("capture_output") and "preexec_fn" not in more and not said.startswith(("reklamaatio: ", '{"error":')) and arguments[0] != "check":
            self.fault(f"{what} {db!r} {arguments} ended with {done.returncode} and no sentence: {said[-400:]}")
        return done

    def must(self, place, *arguments, **more):
        done = self.ends(place, *arguments, good={0}, **more)
        return done.stdout.decode(errors="replace") if done else ""

    def check(self, condition, what):
        self.tried += 1
        if not condition:
            self.fault(what)

    def database(self):
        place = self.room()
        self.must(place, "open", "a broken kettle", "-c", "Ann <ann@x.fi>", "--phone", "040 1111111", "--assign", "maria")
        self.must(place, "contact", "R-1", "-m", "Dear Ann, we look.", "--await", "a photo")
        self.must(place, "open", "another one", "-c", "Bo <bo@x.fi>")
        return place


# Names

NAMES = ["a b.db", "new\nline.db", "ä☃.db", "-dash.db", "--all", "file:x.db", "file:x.db?mode=ro", "file:///tmp/x.db", "x.db?mode=memory",
         "x.db?vfs=none", "x#y.db", "x%41.db", "%", ":memory:", "a'b\".db", "$(id).db", "esc\x1b[31m.db", "bidi\u202e.db", b"\xff\xfe.db".decode(errors="surrogateescape"),
         "x;drop.db", "a" * 200, "a" * 250, "a" * 251, "a" * 255, "a" * 256, ".", "..", "", "/", "x.db/", "x.db/.", "nul", "*", "~", "x.db-wal", "x.db.lock"]


def names(attack):
    """Of the database: the file of that name is made, and no other; what it is called never means something else."""
    for name in NAMES:
        place = attack.room()
        shown = name.encode(errors="surrogateescape")
        for arguments in (["open", "one"], ["note", "R-1", "-m", "x"], ["list"], ["verify"], ["backup", "copy"], ["list", "--json"]):
            attack.ends(place, *arguments, db=shown.decode(errors="surrogateescape"))
        made = {entry for entry in os.listdir(os.fsencode(place)) if entry != b"copy"}
        strange = {entry for entry in made if not entry.startswith(shown)}
        attack.check(not strange, f"--db={name!r} made {strange}")
        for entry in made:
            attack.check(stat.S_IMODE(os.lstat(os.path.join(os.fsencode(place), entry)).st_mode) & 0o077 == 0, f"{entry} is open to others")
        again = attack.room()
        if os.path.exists(os.path.join(place, "copy")):
            shutil.copy(os.path.join(place, "copy"), again)
            attack.ends(again, "restore", "copy", db=name)
            strange = {entry for entry in os.listdir(os.fsencode(again)) if not entry.startswith(shown) and entry != b"copy"}
            attack.check(not strange, f"restore to {name!r} made {strange}")
    place = attack.database()
    for name in ("/dev/stdin", "/dev/fd/0", "/proc/self/fd/0", "/dev/zero", "/dev/full", "/proc/self/mem", "/etc/passwd", "/proc/self/environ"):
        for arguments in (["list"], ["open", "one"], ["verify"], ["restore", "x.db"], ["alerts"]):
            with open(os.path.join(place, "x.db"), "rb") as file:
                attack.ends(place, *arguments, db=name, stdin=file)
    attack.must(place, "verify")


# In the place of files

BESIDE = ["-wal", "-shm", "-journal", ".lock", ".alerts.lock", ".erased", ".erased.part", ".schema-22", ".schema-22.part"]
TRIED = [["open", "one", "-c", "Cy <cy@x.fi>"], ["note", "R-1", "-m", "x"], ["list"], ["verify"], ["alerts", "--new", "--always"], ["backup", "copy"],
         ["customer", "erase", "C-1", "--yes", "--force"], ["undo"], ["import", "rows.csv"], ["retention"]]


def in_place_of(attack, kind, path, victim):
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        os.mkdir(path)
    elif kind == "link":
        os.symlink(victim, path)
    elif kind == "dangling link":
        os.symlink(victim + ".none", path)
    elif kind == "hard link":
        os.link(victim, path)
    elif kind == "circle":
        os.symlink(path, path)
    elif kind == "noise":
        with open(path, "wb") as file:
            file.write(random.Random(path).randbytes(5000))


def companions(attack):
    """Where something else has the name of what lies beside the database."""
    kinds = ["pipe", "folder", "link", "dangling link", "hard link", "circle", "noise"]
    for ending in BESIDE:
        for kind in kinds if attack.whole else random.sample(kinds, 2):
            place = attack.database()
            with open(os.path.join(place, "rows.csv"), "w", encoding="utf-8") as rows:
                rows.write("ref,source,received_at,subject\nq,shop,2026-06-01,late\n")
            for known in ("-wal", "-shm", ".lock"):
                if os.path.exists(os.path.join(place, "x.db" + known)):
                    os.remove(os.path.join(place, "x.db" + known))
            if "schema" in ending:
                old(os.path.join(place, "x.db"))
            victim = os.path.join(place, "victim")
            with open(victim, "wb") as file:
                file.write(b"precious\n" * 4)
            os.chmod(victim, 0o600)
            in_place_of(attack, kind, os.path.join(place, "x.db" + ending), victim)
            for arguments in TRIED:
                attack.ends(place, *arguments, what=f"{kind} as {ending}:")
            with open(victim, "rb") as file:
                attack.check(file.read() == b"precious\n" * 4, f"{kind} as {ending}: what it leads to was written")
            attack.check(not os.path.exists(victim + ".none"), f"{kind} as {ending}: a file was made where it leads to")
            if os.path.lexists(os.path.join(place, "x.db" + ending)):
                shutil.rmtree(os.path.join(place, "x.db" + ending)) if kind == "folder" else os.remove(os.path.join(place, "x.db" + ending))
            attack.must(place, "note", "R-2", "-m", "after all", now="2026-12-01T10:00:00Z", what=f"{kind} as {ending}:")
            attack.must(place, "verify", what=f"{kind} as {ending}:")


def old(path):
    """Of an earlier layout."""
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(path + ending):
            os.remove(path + ending)
    database = sqlite3.connect(path, isolation_level=None)
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "../store/dumps/schema_22.sql"), encoding="utf-8") as dump:
        database.executescript(dump.read())
    database.close()


def inputs(attack):
    """Files that commands read: pipes that nobody writes, folders, devices; keys above all."""
    place = attack.database()
    os.mkfifo(os.path.join(place, "pipe"))
    os.mkdir(os.path.join(place, "folder"))
    os.symlink("circle", os.path.join(place, "circle"))
    with open(os.path.join(place, "key"), "wb") as key:
        key.write(bytes(range(32)))
    os.chmod(os.path.join(place, "key"), 0o600)
    os.symlink("key", os.path.join(place, "linked"))
    for name in ("pipe", "folder", "circle", "/dev/null", "/dev/zero", "/dev/tty", "none", "x.db", "", "-"):
        attack.ends(place, "--seal-key", name, "note", "R-1", "-m", "x", what="key")
        attack.ends(place, "verify", "--key", name, what="key")
    attack.must(place, "--seal-key", "linked", "note", "R-1", "-m", "x")
    for name in ("folder", "circle", "/dev/null", "/dev/zero", "none", "x.db", "", "/proc/self/mem"):
        for arguments in (["import", name], ["import", "--profile", name, "x.csv"], ["policy", "check", name], ["policy", "apply", name], ["restore", name],
                          ["import", "--detect", name], ["volume", "import", name], ["policy", "test", name], ["simulate", "--policy", name]):
            attack.ends(place, *arguments)
        if name != "x.db":
            attack.ends(place, "restore", name, db="new.db")
        attack.ends(place, "restore", "copy", "--erased", name, db="new.db")
        attack.ends(place, "--config", name, "list")
    for endless in ("/dev/zero", "/dev/urandom"):
        with open(endless, "rb") as source:
            attack.ends(place, "restore", "-", db="new.db", stdin=source)
    attack.check(not [entry for entry in os.listdir(place) if entry.startswith("new.db")], "something was restored of nothing")
    attack.must(place, "verify")


def outputs(attack):
    """Files that commands write."""
    place = attack.database()
    os.mkdir(os.path.join(place, "folder"))
    os.symlink("circle", os.path.join(place, "circle"))
    kept = {}
    for name in ("x.db", "x.db.lock"):
        with open(os.path.join(place, name), "rb") as file:
            kept[name] = file.read()
    with open(os.path.join(place, "x.db.erased"), "w", encoding="utf-8") as file:
        file.write("")
    for name in ("folder", "circle", "/dev/full", "/dev/null", "/proc/self/mem", "/nonexistent/x", "", "x.db", "./x.db", "x.db-wal", "x.db.erased", "folder/../x.db.erased", "folder/."):
        for arguments in (["export", "-o", name], ["backup", name], ["export", "--manifest", name, "-o", "e.csv"], ["export", "--events", "--cursor", name]):
            done = attack.ends(place, *arguments)
            if "x.db" in name and done:
                attack.check(done.returncode != 0, f"{arguments} was done")
    attack.check(os.path.getsize(os.path.join(place, "x.db.erased")) == 0, "the list of the erased was written over")
    attack.must(place, "verify")


# Accounts

def accounts(attack):
    """Two who have nothing to do with each other, in a folder where everybody may put files."""
    if os.geteuid() != 0:
        return print("two accounts were not tried: that takes root")
    program = os.path.join(attack.folder, "program")
    shutil.copy(attack.program, program)
    os.chmod(program, 0o755)
    owner, other = 54321, 54322

    def as_user(user):
        def become():
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
        return {"preexec_fn": become}

    attack.program, kept = program, attack.program
    for ending in BESIDE[:6]:
        kinds = ("pipe", "link", "noise", "hard link", "folder")
        for kind in kinds if attack.whole else random.sample(kinds, 2):
            place = attack.room()
            os.chmod(place, 0o1777)
            attack.ends(place, "open", "of the owner", good={0}, **as_user(owner))
            if os.path.exists(os.path.join(place, "x.db" + ending)):
                os.remove(os.path.join(place, "x.db" + ending))
            victim = os.path.join(place, "victim")
            with open(victim, "wb") as file:
                file.write(b"precious")
            os.chown(victim, owner, owner)
            os.chmod(victim, 0o600)
            in_place_of(attack, kind, os.path.join(place, "x.db" + ending), victim)
            os.lchown(os.path.join(place, "x.db" + ending), *((owner, owner) if kind == "hard link" else (other, other)))
            for user in (owner, 0, other):
                for arguments in (["note", "R-1", "-m", "x"], ["list"], ["alerts", "--new", "--always"], ["backup", f"copy{user}"], ["customer", "list"]):
                    done = attack.ends(place, *arguments, what=f"{kind} as {ending}, account {user}:", **as_user(user))
                    if user == other and done:
                        attack.check(done.returncode != 0, f"another account may {arguments}")
            with open(victim, "rb") as file:
                attack.check(file.read() == b"precious", f"{kind} as {ending}: a file of the owner's was written")
            attack.check(os.stat(victim).st_uid == owner and stat.S_IMODE(os.stat(victim).st_mode) == 0o600, f"{kind} as {ending}: a file was given away")
    # Links that somebody else has put there, for what is written.
    place = attack.room()
    os.chmod(place, 0o1777)
    attack.ends(place, "open", "of the owner", good={0}, **as_user(owner))
    for name in ("export.csv", "copy.db"):
        os.symlink(os.path.join(place, "victim"), os.path.join(place, name))
        os.lchown(os.path.join(place, name), other, other)
    for user in (owner, 0):
        for arguments in (["export", "-o", "export.csv"], ["backup", "copy.db"]):
            done = attack.ends(place, *arguments, **as_user(user))
            attack.check(done and done.returncode != 0, f"{arguments} goes where somebody else's link leads")
    attack.check(not os.path.lexists(os.path.join(place, "victim")), "a link of another account was followed")
    # Files and pipes likewise: whose they are would have what is written, or would hold up whoever writes.
    with open(os.path.join(place, "rows.csv"), "w", encoding="utf-8") as file:
        file.write("subject,received_at\nsecret,never\n")
    for kind in ("file", "pipe"):
        for name in ("export.csv", "rejects.csv"):
            path = os.path.join(place, name)
            if os.path.lexists(path):
                os.remove(path)
            os.mkfifo(path, 0o666) if kind == "pipe" else open(path, "wb").close()
            os.chmod(path, 0o666)
            os.chown(path, other, other)
        for user in (owner, 0):
            for arguments in (["export", "-o", "export.csv"], ["import", "rows.csv", "--rejects", "rejects.csv"]):
                done = attack.ends(place, *arguments, what=f"a planted {kind}, account {user}:", **as_user(user))
                attack.check(done and done.returncode == 77, f"{arguments} writes into a {kind} of somebody else's")
    attack.program = kept


# Machines

def limits(attack):
    """Of files, memory, sizes and processes; and descriptors that are closed."""
    place = attack.database()
    commands = [["list"], ["note", "R-1", "-m", "more"], ["export", "-o", "e.csv"], ["backup", "copy.db"], ["alerts", "--new", "--always", "--exec", "cat"],
                ["verify"], ["report", "monthly", "--format", "html"], ["customer", "extract", "C-1"], ["import", "-"], ["check"]]
    steps = {resource.RLIMIT_NOFILE: range(3, 16), resource.RLIMIT_AS: [n << 20 for n in range(8, 120, 8 if not attack.whole else 1)],
             resource.RLIMIT_FSIZE: [0, 1, 512, 4096, 33000, 100000, 300000], resource.RLIMIT_STACK: [n << 10 for n in (64, 128, 256)],
             resource.RLIMIT_DATA: [n << 20 for n in range(1, 12)], resource.RLIMIT_NPROC: [0, 1], 10: [0]}  # RLIMIT_LOCKS, which Python does not name
    for what, values in steps.items():
        for value in values:
            for arguments in commands if attack.whole else random.sample(commands, 4):
                # Too little for the machine's own beginning ends by a signal before there is a program.
                is_too_little = what == resource.RLIMIT_STACK or (what == resource.RLIMIT_AS and value <= 32 << 20)
                good = GOOD | ({-6, -11, 127} if is_too_little else set())
                attack.ends(place, *arguments, what=f"limit {what} of {value}:", good=good,
                            preexec_fn=lambda: resource.setrlimit(what, (value, value)))
    closed = [{0}, {1}, {2}, {0, 1}, {1, 2}, {0, 1, 2}]
    for which in closed:
        for arguments in commands:
            def close():
                for descriptor in which:
                    os.close(descriptor)
            attack.ends(place, *arguments, what=f"without {which}:", preexec_fn=close)
    whole = attack.must(place, "verify")
    attack.check("all is well" in whole, "the database is not whole")


def environments(attack):
    place = attack.database()
    base = {"PATH": os.environ["PATH"]}
    long = "x" * 100_000
    tried = [{}, {"PATH": ""}, {"LC_ALL": "C"}, {"LC_ALL": "xx_XX.nothing"}, {"LANGUAGE": long}, {"HOME": ""}, {"HOME": "/nonexistent"}, {"HOME": "/dev/null"},
             {"HOME": "relative"}, {"XDG_CONFIG_HOME": "relative"}, {"XDG_DATA_HOME": "\x1b[2J"}, {"TMPDIR": "/nonexistent"}, {"TMPDIR": ""}, {"TMPDIR": "/dev/null"},
             {"COLUMNS": "0"}, {"COLUMNS": "-1"}, {"COLUMNS": "99999999999999999999"}, {"COLUMNS": "1"}, {"COLUMNS": "wide"}, {"TERM": "\x1b"}, {"TZ": "Nowhere/Land"},
             {"TZ": ":/etc/passwd"}, {"TZ": "../../etc/passwd"}, {"REKLAMAATIO_FORMAT": "xml"}, {"REKLAMAATIO_NOW": "never"}, {"REKLAMAATIO_COLOR": long},
             {"REKLAMAATIO_DB": long}, {"REKLAMAATIO_PAGER": "false"}, {"PAGER": "nothing-there"}, {"VISUAL": "\x1b"}, {"USER": EVIL.replace("\0", "")}, {"NO_COLOR": ""},
             {"CLICOLOR_FORCE": "1"}, {"REKLAMAATIO_LANG": "tlh"}, {"REKLAMAATIO_AS": long}]
    for variables in tried:
        for arguments in (["list"], ["show", "R-1"], ["note", "R-1", "-m", "x"], ["backup", "-"], ["import", "-"], ["report"], ["alerts"], ["help", "open"]):
            for config in ([], ["--no-config"]):
                command = [attack.program, *config, "--db", "x.db", *arguments]
                done = subprocess.run(command, cwd=place, env={**base, **variables}, stdin=subprocess.DEVNULL, capture_output=True, check=False, timeout=SECONDS)
                attack.tried += 1
                if done.returncode not in GOOD:
                    attack.fault(f"{ {name: value[:30] for name, value in variables.items()} } {arguments} ended with {done.returncode}: {done.stderr[-300:]}")
    for arguments in ([b"\xff\xfe"], [b"open", b"\xff"], ["x" * 120_000], ["open", "x" * 120_000], ["note", "R-1", "-m", "x" * 120_000], ["show", *["R-1"] * 20_000],
                      ["show", "R-1.." + "9" * 40], ["list", "--limit", "9" * 30], ["list", "--text", '"' * 5000], ["list", "--text", "a " * 20000], ["list", "a* b* NEAR( OR ^ : -"],
                      ["open", "\0".replace("\0", ""), "--received", "0000-00-00"], ["list", "--where", "x=y" * 9000], ["--width", "9" * 20, "list"],
                      ["--width", "-5", "list"], ["--columns", "," * 10000, "list"], ["-" * 100_000], ["--" + "x" * 100_000], ["help", "x" * 100_000]):
        attack.ends(place, *arguments, seconds=30)
    attack.must(place, "verify")


def clocks(attack):
    """The clock of the machine is wrong: then nothing is written that could not be read again."""
    times = {"1901": -2177452800, "1969": -1, "1970": 0, "2038": 2 ** 31, "2106": 2 ** 32, "2189": 6911000000, "2199": 7258118399, "2200": 7258118400, "9999": 253402300799, "30828": 910692730085}
    for year, seconds in times.items():
        place = attack.room()
        environment = {"PATH": os.environ["PATH"], "LD_PRELOAD": attack.library, "FAULTS_CLOCK": str(seconds)}
        for arguments in (["init"], ["open", "one", "-c", "Ann <ann@x.fi>"], ["note", "R-1", "-m", "x"], ["promise", "R-1", "a call", "--by", "+2d"], ["list"], ["check"], ["report"],
                          ["backup", "copy.db"], ["alerts", "--new"], ["verify"]):
            attack.tried += 1
            done = subprocess.run([attack.program, "--no-config", "--db", "x.db", *arguments], cwd=place, env=environment, stdin=subprocess.DEVNULL,
                                  capture_output=True, check=False, timeout=SECONDS)
            if done.returncode not in GOOD:
                attack.fault(f"in {year} {arguments} ended with {done.returncode}: {done.stderr[-300:]}")
        if os.path.exists(os.path.join(place, "x.db")):
            attack.must(place, "verify", what=f"after {year}")
            with open(os.path.join(place, "export.csv"), "wb") as file:
                file.write(attack.must(place, "export", what=f"after {year}").encode())
            attack.must(place, "import", "export.csv", db="again.db", now="2199-12-31", what=f"after {year}")


def commands(attack):
    """Mail commands that do not do what they are there for; the alerts come again."""
    place = attack.database()
    for name, command in {"hangs": "sleep 100", "ignores being ended": "trap '' TERM; sleep 100", "goes into the background": "sleep 100 & exit 0",
                          "detaches": "setsid sleep 20 >/dev/null 2>&1 & exit 1", "closes its input": "exec <&-; exit 0", "never reads": "exit 0",
                          "dies": "kill -9 $$", "fails": "exit 3", "prints": "yes | head -c 3000000", "kills its parent's group": "kill -TERM 0", "is none": "/nonexistent",
                          "is folly": "'", "is long": ": " + "x" * 100_000, "hangs in a pipe": "cat | sleep 100", "stops": "kill -STOP $$"}.items():
        begun = time.monotonic()
        attack.ends(place, "alerts", "--new", "--always", "--exec", command, "--timeout", "1", now="2026-07-01T08:00:00Z", what=f"a command that {name}:",
                    capture_output=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # a pipe would be held by what goes on in the background
        attack.check(time.monotonic() - begun < 8, f"a command that {name} held it up for {time.monotonic() - begun:.0f} s")
        attack.must(place, "note", "R-2", "-m", "x", what=f"after a command that {name}:")
    attack.must(place, "verify")


# The file

def pages(attack):
    """Pages of the file are others: whatever is asked, it ends, and is told as damage."""
    place = attack.database()
    with open(os.path.join(place, "rows.csv"), "w", encoding="utf-8") as rows:
        rows.write("ref,source,received_at,subject,text,customer,email\n")
        rows.writelines(f"q{row},shop,2026-06-0{1 + row % 9},late {row},many words {row},Di {row % 40},d{row % 40}@x.fi\n" for row in range(200))
    attack.must(place, "import", "rows.csv")
    attack.must(place, "backup", "whole.db")
    with open(os.path.join(place, "whole.db"), "rb") as file:
        whole = file.read()
    work = attack.room()
    chance = random.Random(7)
    for number in range(200 if attack.whole else 30):
        damaged = bytearray(whole)
        for _ in range(chance.choice([1, 1, 2, 10])):
            where, length = chance.randrange(0, len(damaged)), chance.choice([1, 2, 8, 100, 4096])
            if chance.random() < 0.3:
                where = where // 4096 * 4096 + chance.randrange(12)  # the head of a page
            damaged[where:where + length] = chance.choice([bytes(length), chance.randbytes(length), b"\xff" * length])
        del damaged[chance.choice([len(whole), len(whole), chance.randrange(len(whole))]):]
        for arguments in (["verify"], ["list"], ["list", "late"], ["show", "R-1..R-20"], ["backup", "copy.db"], ["customer", "erase", "C-1", "--yes", "--force"], ["restore", "x.db"],
                          ["export", "--events"], ["note", "R-1", "-m", "x"]):
            for entry in os.listdir(work):
                os.remove(os.path.join(work, entry))
            with open(os.path.join(work, "x.db"), "wb") as file:
                file.write(damaged)
            if arguments[0] == "restore":
                attack.ends(work, *arguments, db="new.db", what=f"damage {number}:")
                with open(os.path.join(work, "x.db"), "rb") as source:
                    attack.ends(work, "restore", "-", db="other.db", stdin=source, what=f"damage {number}:")
                for made in ("new.db", "other.db"):
                    if os.path.exists(os.path.join(work, made)):
                        attack.must(work, "verify", db=made, what=f"what was restored of damage {number}:")
            else:
                attack.ends(work, *arguments, what=f"damage {number}:")
                if os.path.exists(os.path.join(work, "copy.db")):
                    attack.must(work, "verify", db="copy.db", what=f"the backup of damage {number}:")


# Text

POLICY = """[organisation]
timezone = "Europe/Helsinki"
owner = "liisa"
[calendar.office]
hours.mon = ["08:00-16:00"]
[[sla]]
name = "{evil}"
response = "4h"
resolution = "1bd"
[person.liisa]
name = "Liisa {evil}"
email = "liisa@x.fi"
[person.maria]
name = "Maria {evil}"
email = "maria@x.fi"
[team.sales]
lead = "maria"
members = ["maria"]
[[rule]]
name = "{evil}"
when.text = ["kettle"]
set.category = "damage {evil}"
assign = "maria"
[field.shelf]
type = "text"
label = "Shelf {evil}"
[body.kkv]
name = "Board {evil}"
"""

SHOWN = [["list", "--all"], ["list", "--all", "--columns", "id,subject,customer,email,phone,ref,source,tags,category,product,channel"], ["list", "--text", "kettle"], ["show", "R-1..R-3"], ["show", "R-1", "-v"],
         ["log"], ["log", "R-1"], ["explain", "R-1"], ["alerts"], ["report", "--since", "2026-01-01"], ["report", "customers", "--period", "2026"], ["report", "causes", "--period", "2026"],
         ["report", "hygiene"], ["report", "monthly", "--period", "2026-05"], ["report", "workload", "--period", "2026"], ["report", "outcomes", "--period", "2026", "--by", "product"],
         ["report", "remedies", "--period", "2026"], ["report", "rate", "--period", "2026", "--by", "product"], ["customer", "list"], ["customer", "show", "C-1"], ["customer", "extract", "C-1"],
         ["action", "list", "--all"], ["action", "show", "A-1"], ["task", "list", "--all"], ["person", "list"], ["policy", "show"], ["policy", "test", "cases.csv"], ["undo", "--list"], ["volume", "list"],
         ["check"], ["verify"], ["classify", "R-1", "--auto", "--explain", "-n"], ["undo", "-n"], ["resolve", "R-2", "-n"], ["customer", "erase", "C-1", "-n", "--force"], ["config"], ["schema"],
         ["list", "--assignee", EVIL], ["list", EVIL], ["show", EVIL], [EVIL], ["--" + EVIL], ["open", "--" + EVIL], ["show", "ref:" + EVIL], ["customer", "show", EVIL], ["list", "--kind", EVIL], ["list", "--where", EVIL],
         ["import", EVIL], ["import", "evil.csv"], ["policy", "check", "evil.toml"], ["policy", "check", EVIL], ["--db", EVIL, "list"], ["--config", EVIL, "list"], ["backup", "/nonexistent/" + EVIL],
         ["export", "-o", "/nonexistent/" + EVIL], ["--now", EVIL, "list"], ["--seal-key", EVIL, "note", "R-1", "-m", "x"], ["restore", EVIL], ["help", EVIL], ["report", EVIL], ["undo", EVIL],
         ["list", "--columns", EVIL], ["list", "--sort", EVIL], ["assign", "R-1", EVIL], ["promise", "R-1", "x", "--by", EVIL], ["import", "--detect", "evil.csv"], ["--as", EVIL, "undo"]]


def at_terminal(program, place, arguments):
    """What a terminal would get, from both outputs."""
    master, slave = pty.openpty()
    command = [program, "--no-config", "--db", "x.db", "--as", "maria", "--now", NOW, "--color", "never", "--no-pager", *arguments]
    with subprocess.Popen(command, cwd=place, stdin=subprocess.DEVNULL, stdout=slave, stderr=slave, env={"PATH": os.environ["PATH"], "TERM": "xterm", "LC_ALL": "C.UTF-8"}) as process:
        os.close(slave)
        seen = b""
        until = time.monotonic() + SECONDS
        while time.monotonic() < until and select.select([master], [], [], SECONDS)[0]:
            try:
                piece = os.read(master, 65536)
            except OSError:
                break
            if not piece:
                break
            seen += piece
        os.close(master)
        process.wait()
    return process.returncode, seen.decode(errors="replace").replace("\r\n", "\n")


def texts(attack):
    """Signs that steer a terminal, in every field there is: no command sends them to one."""
    place = attack.room()
    escaped = "".join(f"\\U{ord(sign):08x}" for sign in EVIL)
    with open(os.path.join(place, "policy.toml"), "w", encoding="utf-8") as file:
        file.write(POLICY.format(evil=escaped))
    with open(os.path.join(place, "evil.toml"), "w", encoding="utf-8") as file:
        file.write(f'["{escaped}"]\n"{escaped}" = 1\n')
    with open(os.path.join(place, "evil.csv"), "w", encoding="utf-8", newline="") as file:
        file.write(f'ref,source,received_at,subject,"{EVIL}"\n"{EVIL}",shop,"{EVIL}","{EVIL}",x\n')
    with open(os.path.join(place, "cases.csv"), "w", encoding="utf-8", newline="") as file:
        file.write(f'subject,category\n"kettle {EVIL}",x\n')
    done = attack.ends(place, "policy", "apply", "policy.toml")
    if done.returncode != 0:  # such words may be refused
        with open(os.path.join(place, "policy.toml"), "w", encoding="utf-8") as file:
            file.write(POLICY.format(evil=""))
        attack.must(place, "policy", "apply", "policy.toml")
    said = [["open", f"kettle {EVIL}", "-c", f"Ann {EVIL} <ann@x.fi>", "--ref", f"r{EVIL}", "--source", f"s{EVIL}", "--wish", f"w{EVIL}", "--tag", f"t{EVIL}", "--category", f"c{EVIL}",
             "--product", f"p{EVIL}", "--channel", f"h{EVIL}", "-m", f"m{EVIL}", "--received", "2026-05-02"],
            ["open", f"kettle {EVIL}", "-c", f"Bo {EVIL} <bo@x.fi>", "--received", "2026-05-01", "--assign", "maria", "--set", f"shelf=v{EVIL}"], ["open", f"one more {EVIL}", "--phone", "040 1111111"],
            ["contact", "R-1", "-m", f"out {EVIL}", "--await", f"a photo {EVIL}"], ["contact", "R-1", "--in", "-m", f"in {EVIL}", "--channel", f"x{EVIL}"], ["note", "R-1", "-m", f"note {EVIL}"],
            ["promise", "R-1", f"a call {EVIL}", "--by", "2026-07-01"], ["offer", "R-1", "refund", "--amount", "5", "-m", f"offer {EVIL}"], ["step", "R-1", "apologise", "-m", f"sorry {EVIL}"],
            ["task", "R-1", f"weigh {EVIL}", "--for", "maria", "--by", "2026-07-03"], ["action", "add", f"wrap {EVIL}", "--complaint", "R-1", "--cause", f"q{EVIL}"],
            ["volume", "set", "2026-05", "1000", "--product", f"p{EVIL}"], ["classify", "R-2", "--cause", f"q{EVIL}", "--product", f"p{EVIL}"], ["note", "R-2", "-m", "x"],
            ["resolve", "R-3", "--outcome", "upheld", "--remedy", "refund", "--amount", "3", "--cause", f"q{EVIL}", "--force", "-m", f"so {EVIL}"],
            ["appeal", "R-3", "--to", "kkv", "--ref", f"K{EVIL}", "-m", f"took it {EVIL}"], ["appeal", "R-3", "--decided", "partly", "-m", f"half {EVIL}"],
            ["classify", "R-2", "--harm", "injury"], ["note", "R-2", "--reported", f"Tukes {EVIL}"], ["import", "evil.csv"]]
    stood = 0
    for command in said:  # what refuses the one may take the other
        forms = [command, [word.replace(EVIL, WEAKER) for word in command], [word.replace(EVIL, WEAKER[:-1]) for word in command], [word.replace(EVIL, "") for word in command]]
        status = next((place_of for place_of, form in enumerate(forms) if attack.ends(place, *form).returncode == 0), None)
        stood += status in (0, 1, 2)
        attack.check(status is not None or command[0] == "import", f"{[word.replace(EVIL, '') for word in command]} is refused whatever it says")
    print(f"{stood} of {len(said)} commands took such text")
    for arguments in SHOWN:
        for extra in ([], ["--format", "csv"], ["--format", "tsv"], ["--json"]) if attack.whole else ([], ["--json"]):
            attack.tried += 1
            status, seen = at_terminal(attack.program, place, [*arguments, *extra])
            if status not in GOOD:
                attack.fault(f"at a terminal {arguments} {extra} ended with {status}: {seen[-300:]!r}")
            found = STEERING.search(seen.replace("\n", "").replace("\t", ""))
            if found:
                attack.fault(f"{arguments} {extra} sends {found[0]!r} to a terminal: {seen[max(0, found.start() - 60):found.start() + 40]!r}")


ALL = {function.__name__: function for function in (names, companions, inputs, outputs, accounts, limits, environments, clocks, commands, pages, texts)}


def main():
    words = [word for word in sys.argv[3:] if word != "--whole"]
    faults = tried = 0
    for name, function in ALL.items():
        if words and name not in words:
            continue
        with tempfile.TemporaryDirectory() as folder:
            attack = Attack(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]), folder, "--whole" in sys.argv)
            begun = time.monotonic()
            function(attack)
            print(f"{name}: {attack.tried} tried, {len(attack.faults)} went wrong, {time.monotonic() - begun:.0f} s", flush=True)
            faults, tried = faults + len(attack.faults), tried + attack.tried
    print(f"{tried} things were tried, and {faults} went wrong")
    sys.exit(faults > 0)


main()
