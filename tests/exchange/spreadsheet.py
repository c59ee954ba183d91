#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What LibreOffice makes of CSV in a spreadsheet's dialect: no formula, sums as numbers, everything else as the text
that it is; and what LibreOffice saves is imported as the same complaints. Without soffice it says so and ends with 77.

usage: spreadsheet.py PROGRAM
"""
import csv
import io
import os
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
# Dialect, separator, decimal mark, and the language of the office that reads it, with Windows' number for it.
DIALECTS = [("excel", ",", ".", "en-US", 1033), ("excel-fi", ";", ",", "fi-FI", 1035), ("excel-pl", ";", ",", "pl-PL", 1045)]
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>{}</value></prop></item>
</oor:items>
"""
HOSTILE = ["=1+1", "'=1+1", "''=1+1", "+358 40 1234567", "-5", "- a dash", "@SUM(1)", "\t=1+1", "\r=1", "\n=1+1",
           '=cmd|\' /C calc\'!A0', '=HYPERLINK("http://x";"y")', "it's", "'quoted'", "a;b,c", 'say "no"', "one\ntwo",
           "kiuas, rikki", "Łódź", " =1", "1,50 is missing"]


def run(program, database, *arguments):
    environment = {"REKLAMAATIO_DB": database, "REKLAMAATIO_NOW": "2026-11-21T14:05:33Z", "PATH": os.environ["PATH"]}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"{arguments}: {done.stderr.decode()}")
    return done.stdout


def make(program, database):
    run(program, database, "init")
    for number, text in enumerate(HOSTILE, 1):
        run(program, database, "open", "--phone", f"+358 40 12345{number:02}", "-c", f"Customer {number}", "-m", text, "--", text)
        run(program, database, "resolve", str(number), "--outcome", "upheld", "--remedy", "refund", "--amount", f"{number}.{number:02}")


def settle(folder, language):
    """An office of its own for each language, so that no other one gets in the way."""
    user = os.path.join(folder, language, "user")
    os.makedirs(user)
    with open(os.path.join(user, "registrymodifications.xcu"), "w", encoding="utf-8") as file:
        file.write(SETTINGS.format(language))


def converted(folder, language, source, target, into, out_options=""):
    into_folder = os.path.join(folder, target.split(":")[0])
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/{language}", "--headless", "--convert-to",
                    target + out_options, f"--infilter=CSV:{into}", "--outdir", into_folder, source],
                   check=True, capture_output=True, timeout=300)
    name = os.path.splitext(os.path.basename(source))[0]
    return os.path.join(into_folder, name + "." + target.split(":")[0])


def cells(path):
    """Rows of {column: (type, value)}; a formula is a failure."""
    book = zipfile.ZipFile(path)
    strings = ["".join(t.text or "" for t in item.iter(MAIN + "t"))
               for item in ElementTree.fromstring(book.read("xl/sharedStrings.xml"))]
    rows = []
    for row in ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")).iter(MAIN + "row"):
        found = {}
        for cell in row:
            if cell.find(MAIN + "f") is not None:
                sys.exit(f"{cell.get('r')} is a formula")
            value = cell.find(MAIN + "v")
            if value is not None:
                kind = cell.get("t", "n")
                found[cell.get("r").rstrip("0123456789")] = (kind, strings[int(value.text)] if kind == "s" else value.text)
        rows.append(found)
    return rows


def column_name(index):
    return ("" if index < 26 else chr(64 + index // 26)) + chr(65 + index % 26)


def check_cells(dialect, mark, written, rows):
    header = written[0]
    for number, expected in enumerate(written[1:], 1):
        for index, text in enumerate(expected):
            kind, value = rows[number].get(column_name(index), ("s", ""))
            is_sum = header[index] == "amount"
            # A line end in a cell is LF, whatever it was.
            same = (kind == "n" and float(value) == float(text.replace(mark, "."))) if is_sum or kind == "n" else \
                value == text.replace("\r", "\n")
            if not same:
                sys.exit(f"{dialect}: {header[index]} of row {number}: {text!r} became {kind} {value!r}")


def check(program, folder, database, dialect, separator, mark, language, number):
    settle(folder, language)
    exported = run(program, database, "export", "--csv-dialect", dialect)
    path = os.path.join(folder, f"{dialect}.csv")
    with open(path, "wb") as file:
        file.write(exported)
    written = list(csv.reader(io.StringIO(exported.decode("utf-8-sig"), newline=""), delimiter=separator))
    options = f"{ord(separator)},34,76,1,,{number},false,true"
    check_cells(dialect, mark, written, cells(converted(folder, language, path, "xlsx:Calc MS Excel 2007 XML", options)))
    saved = converted(folder, language, path, "csv:Text - txt - csv (StarCalc)", options, f":{options},false")
    run(program, f"{folder}/{dialect}.db", "import", "--csv-dialect", dialect, saved)
    again = run(program, f"{folder}/{dialect}.db", "export", "--csv-dialect", dialect)
    if again.replace(b"\r=1", b"\n=1") != exported.replace(b"\r=1", b"\n=1"):
        sys.exit(f"{dialect}: what LibreOffice saved is imported otherwise; see {shutil.copy(saved, '/tmp')}")


def main():
    if shutil.which("soffice") is None:
        print("soffice is not installed (package libreoffice-calc-nogui): nothing was checked")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        database = os.path.join(folder, "x.db")
        make(sys.argv[1], database)
        for dialect in DIALECTS:
            check(sys.argv[1], folder, database, *dialect)
    print(f"LibreOffice reads and writes {len(DIALECTS)} dialects as they are meant")


main()
