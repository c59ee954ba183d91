# SPDX-License-Identifier: GPL-3.0-or-later
"""What one command costs: seconds by the clock and of the processor; peak memory; what it writes and syncs; its instructions.

Only the process is measured, from its beginning to its end: no shell stands between, and it is begun without copying Python.
"""
import os
import re
import shutil
import time
from dataclasses import dataclass

ERRORS, ACCOUNT = "errors.txt", "account.txt"
NOTHING = "/dev/null"
CALLS = "write,pwrite64,writev,pwritev,pwritev2,fsync,fdatasync,sync_file_range,msync"


@dataclass
class Run:
    seconds: float
    processor: float
    status: int


def environment(folder):
    """The same for everybody, with nothing of the person who measures."""
    return {"PATH": os.environ["PATH"], "HOME": folder, "USER": "bench", "LOGNAME": "bench", "LANG": "C.UTF-8",
            "TZ": "Europe/Helsinki", "TASKRC": os.path.join(folder, "taskrc")}


def run(command, folder, output=NOTHING, errors=ERRORS):
    """The command with its words, in the folder. What it says of faults is in `errors`."""
    os.chdir(folder)
    path = shutil.which(command[0]) or command[0]
    # What is emptied or made for it is so before the clock begins.
    files = [os.open(NOTHING, os.O_RDONLY), os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC),
             os.open(errors, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)]
    actions = [(os.POSIX_SPAWN_DUP2, file, number) for number, file in enumerate(files)]
    variables = environment(folder)
    begin = time.perf_counter()
    try:
        child = os.posix_spawn(path, command, variables, file_actions=actions)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - begin
    except OSError as error:
        return failed_to_begin(error, folder)
    finally:
        for file in files:
            os.close(file)
    return Run(seconds, usage.ru_utime + usage.ru_stime, os.waitstatus_to_exitcode(status))


def failed_to_begin(error, folder):
    with open(os.path.join(folder, ERRORS), "w", encoding="utf-8") as file:
        print(error, file=file)
    return Run(0.0, 0.0, 127)


def said(folder, most=300):
    """The end of what the last command said of faults."""
    with open(os.path.join(folder, ERRORS), encoding="utf-8", errors="replace") as file:
        return " ".join(file.read().split())[-most:]


def is_there(program):
    return shutil.which(program) is not None


def account(folder):
    with open(os.path.join(folder, ACCOUNT), encoding="utf-8", errors="replace") as file:
        return file.read()


def run_for_memory(command, folder, output=NOTHING):
    """The run, and its peak in MiB. What wait4 tells begins with the size of whoever began the process, which here is Python's;
    GNU time is small."""
    if not is_there("time"):
        return run(command, folder, output), None
    one = run(["time", "-o", ACCOUNT, "-f", "%M", *command], folder, output)
    lines = account(folder).split()
    return one, int(lines[-1]) / 1024 if lines and lines[-1].isdigit() else None


def run_for_writes(command, folder, output=NOTHING):
    """The run, and how many bytes it wrote to files and how often it had them synced."""
    one = run(["strace", "-f", "--seccomp-bpf", "-y", "-s", "0", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", ACCOUNT,
               *command], folder, output)
    return one, *counted_calls(account(folder).splitlines())


def counted_calls(lines):
    written, syncs, begun = 0, 0, {}
    for line in lines:
        process, _, call = line.partition(" ")
        call = call.strip()
        if call.startswith("<..."):
            call = begun.pop(process, "") + call.partition("resumed>")[2]
        elif call.endswith("<unfinished ...>"):
            begun[process] = call[:-len("<unfinished ...>")]
            continue
        if re.match(r"(fsync|fdatasync|msync|sync_file_range)\(", call):
            syncs += 1
        # A terminal, a pipe and /dev/null are no files.
        elif match := re.match(r"\w+\(\d+<(/(?!dev/)[^>]*)>.* = (\d+)$", call):
            written += int(match[2])
    return written, syncs


def run_for_instructions(command, folder):
    """The run, and its instructions, which are the same on a noisy machine."""
    one = run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={NOTHING}", *command], folder)
    collected = re.search(r"Collected : (\d+)", said(folder, 3000))
    return one, int(collected[1]) if collected else None
