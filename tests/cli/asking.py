#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A question at a real terminal: while somebody thinks about whose a telephone number is, others can write.

usage: asking.py PROGRAM
"""
import os
import pty
import select
import subprocess
import sys
import tempfile
import time

PHONE = "040 123 4567"
END_OF_INPUT = b"\x04"
PATIENCE = 20


class Terminal:
    """The program at a terminal of its own; what it prints is read as it comes."""

    def __init__(self, program, *arguments):
        self.shown = ""
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.execv(program, [program, "--no-config", "--db", "x.db", "--as", "maria", *arguments])

    def wait_for(self, text):
        until = time.monotonic() + PATIENCE
        while text not in self.shown:
            ready = select.select([self.screen], [], [], max(0, until - time.monotonic()))[0]
            if not ready:
                sys.exit(f"'{text}' did not come, but:\n{self.shown}")
            try:
                self.shown += os.read(self.screen, 4096).decode()
            except OSError:
                sys.exit(f"the program ended before '{text}':\n{self.shown}")

    def type(self, keys):
        self.shown = ""
        os.write(self.screen, keys)

    def end(self):
        try:
            while more := os.read(self.screen, 4096).decode():
                self.shown += more
        except OSError:
            pass  # as Linux tells that nobody is at the other side
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def main(program):
    program = os.path.abspath(program)
    faults = []

    def check(what, good):
        if not good:
            faults.append(what)

    def run(*arguments):
        done = subprocess.run([program, "--no-config", "--db", "x.db", "--as", "cron", *arguments], timeout=PATIENCE,
                              stdin=subprocess.DEVNULL, capture_output=True, text=True)
        return done.returncode, done.stdout.strip()

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        run("open", "A", "-c", "Ann <ann@example.com>", "--phone", PHONE)
        run("open", "B", "-c", "Bob <bob@example.com>", "--phone", PHONE)

        desk = Terminal(program, "open", "C", "--phone", PHONE)
        desk.wait_for("Number, 0 to 2: ")
        began = time.monotonic()
        check("others write meanwhile", run("note", "R-1", "-m", "meanwhile") == (0, ""))
        check("without waiting", time.monotonic() - began < 5)
        desk.type(END_OF_INPUT)
        desk.wait_for("Number, 0 to 2: ")
        desk.type(b"2\n")
        desk.wait_for("R-3")
        check("the answer ends it well", desk.end() == 0)
        check("whose it is", run("list", "-c", "C-2", "--sort", "id", "--format", "ids") == (0, "R-2\nR-3"))

        desk = Terminal(program, "open", "D", "--phone", PHONE, "-m", "-")
        desk.type(b"from the terminal\n" + END_OF_INPUT)
        desk.wait_for("Number, 0 to 2: ")
        desk.type(b"C-1\n")
        check("a message was typed before", desk.end() == 0)
        check("and is kept", run("list", "--text", "from the terminal", "--format", "ids") == (0, "R-4"))

        desk = Terminal(program, "edit", "R-4", "-c", PHONE)
        for _ in range(3):
            desk.wait_for("Number, 0 to 2: ")
            desk.type(END_OF_INPUT)
        check("no answer is a refusal", desk.end() == 1)
        check("that names the way out", "-c C-1 or C-2" in desk.shown.replace("\r\n", " "))
        check("nothing was done", run("list", "-c", "C-1", "--sort", "id", "--format", "ids") == (0, "R-1\nR-4"))
        check("the record is whole", run("verify")[0] == 0)
    for fault in faults:
        print("not so:", fault)
    return 1 if faults else 0


def has_terminals():
    try:
        for end in pty.openpty():
            os.close(end)
        return True
    except OSError:
        return False


if __name__ == "__main__":
    if not has_terminals():
        print("this machine gives no pseudo-terminals; nothing was asked (skipped)")
        sys.exit(77)
    sys.exit(main(sys.argv[1]))
