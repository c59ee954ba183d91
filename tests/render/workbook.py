#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A workbook has what the same export has as JSON: times of the policy's zone as dates, sums as numbers, text as text
and never as a formula or a link. LibreOffice reads the same, where it is installed.

usage: workbook.py PROGRAM
"""
import csv
import datetime
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
import zipfile
import zoneinfo

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
HOSTILE = ["=1+1", "+358 40 1234567", "-5", "@SUM(1)", '=HYPERLINK("http://x";"y")', "http://example.fi/x", "mailto:a@b.fi", "a<b>&\"c\"'",
           "_x0041_ as it is", "\x07 rings", "\x1b[2J", "line\r\nend", "one\ntwo", "tab\there", " blanks ", "2026-01-02", "007", "1e5", "TRUE",
           "Łódź 中文 👍", "]]>", "<![CDATA[x", "a" * 32767, "ä" * 40000]
ZONE = zoneinfo.ZoneInfo("Europe/Helsinki")


def run(program, database, *arguments, good=(0,)):
    environment = {"REKLAMAATIO_DB": database, "REKLAMAATIO_NOW": "2026-07-21T14:05:33Z", "PATH": os.environ["PATH"]}
    done = subprocess.run([program, *arguments], env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode not in good:
        sys.exit(f"{[a[:50] for a in arguments]} ended with {done.returncode}: {done.stderr.decode()[:500]}")
    return done


def make(program, database):
    run(program, database, "init")
    for number, text in enumerate(HOSTILE, 1):
        run(program, database, "open", "--phone", f"+358 40 12345{number:02}", "-c", f"Customer {number}", "--received",
            f"2026-0{number % 6 + 1}-15T10:00:{number:02}Z", "-m", text, "--", text[:200])
        if number % 2:
            run(program, database, "resolve", str(number), "--outcome", "upheld", "--remedy", "refund", "--amount", f"{number * 1000}.{number:02}")


def unescaped(text):
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text)


def moment(number):
    return datetime.datetime(1899, 12, 30) + datetime.timedelta(seconds=round(float(number) * 86400))


def value_of(cell, formats):
    """A text, a number, a moment, a truth; what it is comes from type and format."""
    if cell.get("t") == "inlineStr":
        return unescaped("".join(text.text or "" for text in cell.iter(MAIN + "t")))
    number = cell.find(MAIN + "v").text
    if cell.get("t") == "b":
        return number == "1"
    kind = formats[int(cell.get("s", "0"))]
    return moment(number) if "yyyy" in kind else float(number)


def formats_in(book):
    styles = ElementTree.fromstring(book.read("xl/styles.xml"))
    own = {form.get("numFmtId"): form.get("formatCode") for form in styles.iter(MAIN + "numFmt")}
    return [own.get(xf.get("numFmtId"), xf.get("numFmtId")) for xf in styles.find(MAIN + "cellXfs")]


def sheet_of(path):
    book = zipfile.ZipFile(path)
    if book.testzip() is not None:
        sys.exit(f"{path}: {book.testzip()} is damaged")
    if any("External" in book.read(name).decode() or "hyperlink" in book.read(name).decode() for name in book.namelist() if name.endswith(".rels")):
        sys.exit(f"{path}: it has links")
    return ElementTree.fromstring(book.read("xl/worksheets/sheet1.xml")), formats_in(book), book


def check_frame(sheet, book, columns, rows):
    last = sheet.findall(f".//{MAIN}row")[0].findall(MAIN + "c")[-1].get("r").rstrip("0123456789")
    pane = sheet.find(f".//{MAIN}pane")
    if pane is None or pane.get("state") != "frozen" or pane.get("ySplit") != "1":
        sys.exit("the header is not frozen")
    if sheet.find(MAIN + "autoFilter").get("ref") != f"A1:{last}{rows + 1}":
        sys.exit("the filter is not over all rows")
    if f"$A$1:${last}${rows + 1}" not in book.read("xl/workbook.xml").decode():
        sys.exit("the filter has no name")
    if len(sheet.find(MAIN + "cols")) != columns or not all(8 <= float(col.get("width")) <= 60 for col in sheet.find(MAIN + "cols")):
        sys.exit("the columns have no sensible widths")
    for tag in ("f", "hyperlink", "hyperlinks"):
        if sheet.find(f".//{MAIN}{tag}") is not None:
            sys.exit(f"there is a <{tag}> in the sheet")
    styles = ElementTree.fromstring(book.read("xl/styles.xml"))
    head = styles.find(MAIN + "cellXfs")[int(sheet.find(f".//{MAIN}c").get("s"))]
    if styles.find(MAIN + "fonts")[int(head.get("fontId"))].find(MAIN + "b") is None:
        sys.exit("the header is not bold")


def expected(value, kind):
    if value is None:
        return None
    if kind == "time":
        at = datetime.datetime.strptime(value, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=datetime.timezone.utc)
        return at.astimezone(ZONE).replace(tzinfo=None)
    if isinstance(value, str) and len(value) > 32767:
        return value[:32761] + " [...]"
    return value


def check(program, database, path, *command):
    run(program, database, *command, "--format", "xlsx", "-o", path)
    rows = json.loads(run(program, database, *command, "--json").stdout)
    kinds = {row["column"]: row["type"] for row in json.loads(run(program, database, *command, "--columns", "help", "--json").stdout)}
    sheet, formats, book = sheet_of(path)
    check_frame(sheet, book, len(rows[0]), len(rows))
    lines = [{cell.get("r").rstrip("0123456789"): value_of(cell, formats) for cell in row} for row in sheet.iter(MAIN + "row")]
    header = {letters: key for letters, key in lines[0].items()}
    if list(header.values()) != list(rows[0]) or len(lines) != len(rows) + 1:
        sys.exit(f"{command}: other columns, or another number of rows")
    for line, row in zip(lines[1:], rows):
        found = {key: line.get(letters) for letters, key in header.items()}
        for key, value in row.items():
            wanted = expected(value, kinds[key])
            if found[key] != wanted or isinstance(found[key], str) != isinstance(wanted, str):
                sys.exit(f"{command}: {key} is {found[key]!r}, not {wanted!r}")


def check_office(folder, path, program, database):
    """As LibreOffice saves it: every text as it was, but that it cuts nothing and writes line ends as LF."""
    subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/office", "--headless", "--convert-to",
                    "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false", "--outdir", folder, path], check=True, capture_output=True, timeout=300)
    with open(path.replace(".xlsx", ".csv"), encoding="utf-8-sig", newline="") as file:
        saved = list(csv.DictReader(file))
    for found, row in zip(saved, json.loads(run(program, database, "export", "--json").stdout), strict=True):
        for key in ("id", "subject", "phone", "uid", "status"):
            wanted = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", row[key]).replace("\r", "")
            if re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", found[key]).replace("\r", "") != wanted:
                sys.exit(f"LibreOffice reads {key} as {found[key]!r}, not {row[key]!r}")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        database, path = os.path.join(folder, "x.db"), os.path.join(folder, "x.xlsx")
        make(program, database)
        for command in (["list", "--all"], ["log"], ["report", "sla", "--period", "2026"], ["customer", "list"], ["export"]):
            check(program, database, path, *command)
        same = path.replace("x.xlsx", "again.xlsx")
        run(program, database, "export", "--format", "xlsx", "-o", same)
        with open(path, "rb") as one, open(same, "rb") as other:
            if one.read() != other.read():
                sys.exit("the same export is another file")
        for refused in (["export"], ["export", "-o", "-"], ["policy", "show", "-o", path], ["export", "--events", "-o", path]):
            run(program, database, *refused, "--format", "xlsx", good=(2,))
        if shutil.which("soffice") is None:
            print("soffice is not installed (package libreoffice-calc-nogui): LibreOffice was not asked")
        else:
            check_office(folder, path, program, database)
    print("workbooks have what is in JSON")


main()
