#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the bill of materials names what the program was made of, and nothing else.

    sbom.py BUILD_FOLDER

What it was made of tells ninja: the archives of the linker's command, and the headers that the compiler has read; dpkg tells
whose they are. Where one of the two is missing it says so, and is left out.
"""
import json
import os
import re
import shutil
import subprocess
import sys

# Of these only declarations get into a program, or nothing.
OF_THE_MACHINE = {"linux-libc-dev", "libgcc-12-dev", "libcrypt-dev", "libc6-dev", "libicu-dev"}


def said_by(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout


def files_used(build):
    commands = said_by("ninja", "-C", build, "-t", "commands", "reklamaatio")
    objects = set(re.findall(r" -o (src/\S+\.o)", commands))
    files = set(re.findall(r"(/usr/lib/\S+\.a)\b", commands))
    is_ours = False
    for line in said_by("ninja", "-C", build, "-t", "deps").splitlines():
        if not line.startswith(" "):
            is_ours = line.split(":")[0] in objects
        elif is_ours and line.strip().startswith("/usr/"):
            files.add(line.strip())
    return sorted(os.path.realpath(file) for file in files)


def packages_of(files):
    found = set()
    for line in said_by("dpkg-query", "--search", *files).splitlines():
        found |= {name.split(":")[0].strip() for name in line.rsplit(": ", 1)[0].split(",")}
    return found


def main():
    build = sys.argv[1]
    if not shutil.which("dpkg-query") or not shutil.which("ninja"):
        print("sbom: there is no dpkg-query or no ninja; left out")
        sys.exit(77)
    with open(os.path.join(build, "reklamaatio.spdx.json"), encoding="utf-8") as file:
        bill = json.load(file)
    named = {one["name"]: one["versionInfo"] for one in bill["packages"][1:]}
    used = packages_of(files_used(build))
    faults = [f"{name} is in the program and not in the bill" for name in sorted(used - OF_THE_MACHINE - set(named))]
    faults += [f"{name} is in the bill and not in the program" for name in sorted(set(named) - used)]
    faults += [f"{name} has no version" for name, version in named.items() if not version[0].isdigit()]
    ids = {one["SPDXID"] for one in bill["packages"]} | {"SPDXRef-DOCUMENT"}
    for relation in bill["relationships"]:
        faults += [f"nothing is called {end}" for end in (relation["spdxElementId"], relation["relatedSpdxElement"]) if end not in ids]
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


main()
