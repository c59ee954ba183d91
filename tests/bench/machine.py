# SPDX-License-Identifier: GPL-3.0-or-later
"""What was measured on, and with what."""
import os
import platform
import re
import subprocess

import measuring

VERSIONS = {"sqlite3": ["sqlite3", "--version"], "mlr": ["mlr", "--version"], "fossil": ["fossil", "version"],
            "task": ["task", "rc:/dev/null", "--version"], "valgrind": ["valgrind", "--version"], "strace": ["strace", "--version"]}


def first_match(path, pattern):
    try:
        with open(path, encoding="utf-8") as file:
            match = re.search(pattern, file.read(), re.MULTILINE)
    except OSError:
        return None
    return match[1] if match else None


def output_of(command):
    try:
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def versions(program, root):
    """Of the program with its commit, and of the others."""
    commit = output_of(["git", "-C", root, "describe", "--always", "--dirty", "--exclude", "*"])
    told = [f"{output_of([program, '--version'])}{f' at {commit}' if commit else ''}"]
    for name, command in VERSIONS.items():
        if measuring.is_there(name) and (number := re.search(r"\d+(\.\d+)+", output_of(command))):
            told.append(f"{name} {number[0]}")
    return ", ".join(told)


def machine(folder):
    """Processors, memory, system, and where the databases are."""
    processor = first_match("/proc/cpuinfo", r"^model name\s*: (.*)$") or platform.machine()
    memory = int(first_match("/proc/meminfo", r"^MemTotal:\s*(\d+)") or 0) / 1024 / 1024
    system = first_match("/etc/os-release", r'^PRETTY_NAME="(.*)"$') or platform.system()
    files = output_of(["stat", "--file-system", "--format", "%T", folder])
    return (f"{os.cpu_count()} × {processor}, {memory:.0f} GiB of memory, {system}, Linux {platform.release()}, files on {files};"
            f" load at the beginning {os.getloadavg()[0]:.1f}")
