#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A clean table, polluted in each of the ways that files of other programs are, and imported: either exactly the clean table
comes in, or the run refuses or tells of a place to look at. Never other content without a word. The shapes are those of
the Pollock benchmark (Vitagliano et al., Pollock: A Data Loading Benchmark, VLDB 2023), made here from a small table.

  polluted.py BINARY"""
import csv
import io
import os
import subprocess
import sys
import tempfile

binary = os.path.realpath(sys.argv[1])
HEADER = ["ref", "received_at", "subject", "text", "product"]
ROWS = [
    ["1", "2026-10-01T08:00:00Z", "Kiuas halkesi", "Yöllä, kun satoi \"lunta\"", "kiuas"],
    ["2", "2026-10-02T08:00:00Z", "Lasku; väärä", "Summa on 5,50\nja lisäksi 3", ""],
    ["3", "2026-10-03T08:00:00Z", "Łucja's order", "a | b", "piec"],
    ["4", "2026-10-04T08:00:00Z", "5", "x, y", ""],
    ["5", "2026-10-05T08:00:00Z", "last", "the end", "lamp"],
]


def written(rows, delimiter=",", quote='"', escape=None, line_end="\n", every=True):
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quotechar=quote, escapechar=escape, doublequote=escape is None,
               lineterminator=line_end, quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL).writerows(rows)
    return out.getvalue()


def field(text, quote='"'):
    return quote + text.replace(quote, 2 * quote) + quote


def unquoted_at(row, column):
    """The clean table with one field that lost its quotes."""
    lines = [[field(text) for text in line] for line in [HEADER, *ROWS]]
    lines[row][column] = ROWS[row - 1][column]
    return "\n".join(",".join(line) for line in lines) + "\n"


CLEAN = written([HEADER, *ROWS])
MINIMAL = written([HEADER, *ROWS], every=False)


def is_quoted(text, at):
    """Within quotes a comma more is another content, and no other form of the same."""
    return text[:at].count('"') % 2 == 1


def changed(row, change):
    """One record (0 is the header) changed, in the table as it is written with the fewest quotes."""
    records = [written([line], every=False) for line in [HEADER, *ROWS]]
    records[row] = change(records[row])
    return "".join(records)


def pollutions():
    """Names and bytes of files, with a profile where a user would write one."""
    yield "clean", CLEAN, ""
    yield "fewest quotes", MINIMAL, ""
    for name, delimiter in {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|", "colon": ":", "caret": "^", "blank": " ",
                            "tilde": "~"}.items():
        for every in (True, False):
            text = written([HEADER, *ROWS], delimiter=delimiter, every=every)
            yield f"delimiter {name}, {every}", text, ""
            yield f"delimiter {name}, {every}, told", text, f'delimiter = "{delimiter if delimiter != chr(9) else "tab"}"'
    for delimiter in ("||", ", ", "::", "§"):
        text = "\n".join(delimiter.join(field(text) for text in line) for line in [HEADER, *ROWS]) + "\n"
        yield f"delimiter {delimiter!r}", text, ""
        yield f"delimiter {delimiter!r}, told", text, f'delimiter = "{delimiter}"'
    for row in range(1, len(ROWS) + 1):
        other = written([ROWS[row - 1]], delimiter=";", every=False)
        yield f"row {row} with semicolons", changed(row, lambda _, other=other: other), ""
        other = ",".join(field(text, "'") for text in ROWS[row - 1]) + "\n"
        yield f"row {row} in apostrophes", changed(row, lambda _, other=other: other), ""
        last = ROWS[row - 1][:-1] + [field(ROWS[row - 1][-1], "'")]
        other = written([last], every=False)
        yield f"field of row {row} in apostrophes", changed(row, lambda _, other=other: other), ""
    for every in (True, False):
        text = written([HEADER, *ROWS], quote="'", every=every)
        yield f"apostrophes, {every}", text, ""
        yield f"apostrophes, {every}, told", text, "quote = \"'\""
        text = written([HEADER, *ROWS], escape="\\", every=every)
        yield f"escapes, {every}", text, ""
        yield f"escapes, {every}, told", text, 'escape = "\\\\"'
        yield f"escapes told that are none, {every}", MINIMAL, 'escape = "\\\\"'
    yield "no quotes at all", "\n".join(",".join(line) for line in [HEADER, *ROWS]) + "\n", ""
    for row in range(1, len(ROWS) + 1):
        for column in range(len(HEADER)):
            yield f"no quotes at {row}, {column}", unquoted_at(row, column), ""
    # One quote more or less, at every place where one can stand.
    for base, text in (("all", CLEAN), ("few", MINIMAL)):
        for at, c in enumerate(text):
            if c == '"':
                yield f"{base} quotes, without the one at {at}", text[:at] + text[at + 1:], ""
        for at in range(0, len(text), 5):
            yield f"{base} quotes, one more at {at}", text[:at] + '"' + text[at:], ""
            if not is_quoted(text, at):
                yield f"{base} quotes, one comma more at {at}", text[:at] + "," + text[at:], ""
    for at, c in enumerate(MINIMAL):
        if c == "," and not is_quoted(MINIMAL, at):
            yield f"without the comma at {at}", MINIMAL[:at] + MINIMAL[at + 1:], ""
    for line_end in ("\r\n", "\r", "\n\r", "\r\r\n", "\n\n", "\r\n\r\n", " \n"):
        yield f"lines end in {line_end!r}", written([HEADER, *ROWS], line_end=line_end), ""
        for row in range(len(ROWS) + 1):
            mixed = changed(row, lambda record, end=line_end: record[:-1] + end if record[-1:] == "\n" else record)
            yield f"line {row} ends in {line_end!r}", mixed, ""
    yield "no line end at the end", CLEAN[:-1], ""
    yield "no header", written(ROWS), ""
    yield "no header, told", written(ROWS), "\n".join(
        ["header = false", "[columns]", *(f"{name} = {i + 1}" for i, name in enumerate(HEADER))])
    yield "columns by number, no header", written(ROWS), "\n".join(
        ["[columns]", *(f"{name} = {i + 1}" for i, name in enumerate(HEADER))])
    for row in range(len(ROWS) + 1):
        again = written([HEADER], every=False)
        yield f"header again behind {row}", changed(row, lambda record: record + again), ""
        yield f"fields too many in {row}", changed(row, lambda record: record.rstrip("\n") + ",more\n"), ""
        yield f"empty fields too many in {row}", changed(row, lambda record: record.rstrip("\n") + ",,\n"), ""
        yield f"a field too few in {row}", changed(row, lambda record: record.rsplit(",", 1)[0] + "\n"), ""
        yield f"empty line behind {row}", changed(row, lambda record: record + "\n"), ""
        yield f"empty row behind {row}", changed(row, lambda record: record + ",,,,\n"), ""
        yield f"blank row behind {row}", changed(row, lambda record: record + "  ,\t,,,\n"), ""
        yield f"row {row} cut off", changed(row, lambda record: record[:len(record) // 2]), ""
        yield f"NUL in {row}", changed(row, lambda record: record[:3] + "\0" + record[3:]), ""
        yield f"comment before {row}", changed(row, lambda record: "# a comment\n" + record), ""
        yield f"second table before {row}", changed(row, lambda record: record + "id,name\n1,x\n2,y\n"), ""
    yield "header in several rows", "shop,shop,what,what,what\n" + MINIMAL, ""
    yield "columns twice", changed(0, lambda record: record.replace("product", "subject")), ""
    yield "preamble", "Report of the shop\n\n" + MINIMAL, ""
    yield "preamble, told", "Report of the shop\n\n" + MINIMAL, "skip_lines = 2"
    yield "footer", MINIMAL + "5 rows in all\n", ""
    yield "footer as wide as the table", MINIMAL + "total,,5,,\n", ""
    yield "sep", "sep=,\n" + MINIMAL, ""
    yield "sep of another", "sep=;\n" + MINIMAL, ""
    yield "BOM", "\ufeff" + CLEAN, ""
    yield "BOM and sep", "\ufeffsep=;\r\n" + written([HEADER, *ROWS], delimiter=";", line_end="\r\n"), ""
    for blanks in (" ", "\t", "\u00a0"):
        # Blanks belong to subject and text, so that they are not looked at there.
        text = "\n".join(",".join(f"{blanks}{text}{blanks}" for text in line) for line in [HEADER, *[ROWS[4]]]) + "\n"
        yield f"{blanks!r} around fields", text, ""
        yield f"{blanks!r} before quotes", CLEAN.replace(',"', f',{blanks}"'), ""
        yield f"{blanks!r} behind quotes", CLEAN.replace('",', f'"{blanks},'), ""
    for encoding in ("windows-1250", "iso-8859-2", "utf-16", "utf-16-le", "utf-16-be", "utf-8"):
        yield f"{encoding}", CLEAN.encode(encoding), ""
        for told in ("windows-1250", "iso-8859-2", "windows-1252", "iso-8859-1", "utf-8", "utf-16"):
            yield f"{encoding} called {told}", CLEAN.encode(encoding), f'encoding = "{told}"'


def imported(content, profile):
    """What came in, or None where the run refused; and what it said."""
    with tempfile.TemporaryDirectory() as folder:
        path, toml, db = (os.path.join(folder, name) for name in ("in.csv", "profile.toml", "x.db"))
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        with open(toml, "w", encoding="utf-8") as file:
            file.write(profile)
        run = lambda *words: subprocess.run([binary, "--no-config", "--db", db, "--now", "2026-11-20T08:00:00Z", *words],
                                            capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
        done = run("import", path, "--profile", toml, "-q", "--source", "shop")
        if done.returncode == 65:
            return None, done.stderr
        if done.returncode != 0:
            sys.exit(f"{done.returncode}: {done.stderr}\n{content!r}")
        exported = run("export", "--columns", ",".join(HEADER))
        rows = list(csv.reader(io.StringIO(exported.stdout, newline="")))[1:]
        return sorted(rows), done.stderr.strip()


# What a user says outright is believed: the name of an encoding in which the bytes are letters.
TOLD = {"utf-8 called windows-1250", "utf-8 called windows-1252", "windows-1250 called windows-1252", "utf-8 called iso-8859-1",
        "iso-8859-2 called windows-1250", "iso-8859-2 called windows-1252", "iso-8859-2 called iso-8859-1",
        "windows-1250 called iso-8859-2", "windows-1250 called iso-8859-1", "utf-8 called iso-8859-2"}


def main():
    counts = {"clean": 0, "refused": 0, "told": 0, "wrong": 0}
    for name, content, profile in pollutions():
        rows, said = imported(content, profile)
        expected = sorted(ROWS[4:] if "around fields" in name else ROWS)
        if rows is not None:
            rows = [[text.strip() for text in row] for row in rows]
        if rows is None:
            verdict = "refused" if "in.csv" in said else "wrong"
        elif rows == expected:
            verdict = "clean"
        else:
            verdict = "told" if "in.csv:" in said or name in TOLD else "wrong"
        counts[verdict] += 1
        if verdict == "wrong" or os.environ.get("VERBOSE"):
            print(f"{verdict}: {name}: {said or 'nothing was said'}")
            if rows is not None:
                print("  " + "\n  ".join(map(repr, (row for row in rows if row not in expected))))
    print(", ".join(f"{count} {verdict}" for verdict, count in counts.items()))
    sys.exit(counts["wrong"] > 0)


main()
