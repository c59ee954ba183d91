#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Long text at a real terminal of 80 columns and 24 rows, with real pagers and bad ones.

usage: paging.py PROGRAM
"""
import fcntl
import os
import pty
import select
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import time

from asking import has_terminals

PATIENCE = 20
ROWS, COLUMNS = 24, 80
INTERRUPT = b"\x03"


class Terminal:
    """A shell at a terminal of its own, in which the program runs; what comes is read as it comes."""

    def __init__(self, command, **variables):
        self.shown = ""
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            size = struct.pack("HHHH", ROWS, COLUMNS, 0, 0)
            fcntl.ioctl(0, termios.TIOCSWINSZ, size)
            kept = {"PATH": os.environ["PATH"], "TERM": "xterm", "HOME": os.getcwd()}
            os.execve("/bin/sh", ["sh", "-c", command], {**kept, **variables})

    def read(self, patience):
        if not select.select([self.screen], [], [], patience)[0]:
            return False
        try:
            more = os.read(self.screen, 65536).decode(errors="replace")
        except OSError:
            return False  # as Linux tells that nobody is at the other side
        self.shown += more
        return more != ""

    def wait_for(self, text):
        until = time.monotonic() + PATIENCE
        while text not in self.shown:
            if not self.read(max(0, until - time.monotonic())):
                sys.exit(f"'{text}' did not come, but:\n{self.shown}")

    def type(self, keys):
        os.write(self.screen, keys)

    def type_until(self, keys, text):
        """Again and again: what is typed while a pager sees to an interrupt, it throws away."""
        until = time.monotonic() + PATIENCE
        while text not in self.shown and time.monotonic() < until:
            self.type(keys)
            self.read(1)
        self.wait_for(text)

    def end(self):
        while self.read(PATIENCE):
            pass
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def main(program):
    faults = []
    program = os.path.abspath(program)
    run = f"'{program}' --no-config --db x.db"

    def check(what, good, seen=""):
        if not good:
            faults.append(f"{what}{': ' if seen else ''}{seen!r}")

    def shown(command, **variables):
        terminal = Terminal(command, **variables)
        status = terminal.end()
        return status, terminal.shown.replace("\r", "")

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for number in range(1, 41):
            done = subprocess.run([program, "--no-config", "--db", "x.db", "open", f"Kiuas {number}"],
                                  capture_output=True)
            assert done.returncode == 0, done
        plain = shown(f"{run} --no-pager list")
        check("without a pager all is printed", plain[0] == 0 and "R-40" in plain[1] and "R-1 " in plain[1])

        told = {"REKLAMAATIO_PAGER": "tee seen >/dev/null; exit 3"}
        check("the status stays the command's", shown(f"{run} list", **told) == (0, ""))
        with open("seen", encoding="utf-8") as seen:
            check("what the pager reads is what the terminal shows", seen.read() == plain[1])
        refused = shown(f"{run} show R-99", **told)
        check("a refusal is seen and keeps its status", refused[0] == 1 and "R-99" in refused[1], refused)
        short = shown(f"{run} list --limit 3", **told)
        check("what fits the terminal is printed", "R-3 " in short[1] and "37" not in short[1].split("--")[0])
        check("a pager that reads nothing is no error", shown(f"{run} list", PAGER="true") == (0, ""))
        check("nor one that reads a line alone", shown(f"{run} list", PAGER="head -n 1")[0] == 0)
        for nothing in ("no-such-pager", "", "cat"):
            check(f"'{nothing}' is no pager", shown(f"{run} list", PAGER=nothing) == plain)
        check("a pager of ours goes before everybody's",
              shown(f"{run} list", PAGER="false", REKLAMAATIO_PAGER="cat") == plain)
        check("nobody pages in a pipe", shown(f"{run} list | tail -n 1", PAGER="echo paged")[1].find("paged") < 0)
        check("help is long text", shown(f"{run} list --help", PAGER="echo paged")[1] == "paged\n")
        check("and says so when it is not to be", "paged" not in shown(f"{run} list --help --no-pager",
                                                                       PAGER="echo paged")[1])
        check("what changes something is not paged",
              "paged" not in shown(f"{run} note R-1..R-40 -m x --json", PAGER="echo paged")[1])

        if shutil.which("less") is None:
            print("less is not installed")
            sys.exit("\n".join(faults) if faults else 77)
        reader = Terminal(f"trap : INT; {run} list; echo status $?; stty -a")
        reader.wait_for("R-20")
        reader.type(INTERRUPT)
        time.sleep(0.3)
        check("an interrupt leaves the pager to its reader", "status" not in reader.shown)
        check("the first screen is the first", "R-40" not in reader.shown)
        reader.type_until(b"q", "status 0")
        check("the terminal is as it was", reader.end() == 0)
        modes = reader.shown.split("status 0")[1].split()
        check("it echoes", "echo" in modes and "icanon" in modes, modes)
    sys.exit("\n".join(faults) if faults else 0)


if __name__ == "__main__":
    if not has_terminals():
        print("this machine gives no pseudo-terminals; no page was turned (skipped)")
        sys.exit(77)
    main(sys.argv[1])
