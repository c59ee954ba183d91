#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pages of HTML of every report: well-formed, one file that fetches nothing and runs nothing, in which foreign text stays
text; and the numbers read back out of the geometry of each picture are those of --csv.

  pages.py BINARY"""
import csv
import datetime
import html.parser
import io
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

binary = os.path.realpath(sys.argv[1])
failures = []


def check(name, condition):
    if not condition:
        failures.append(name)
        print(f"FAILED: {name}")


NOW = "2026-12-01T10:00:00Z"
REPORTS = ["sla", "flow", "speed", "outcomes", "remedies", "causes", "rate", "recovery", "customers", "workload", "alerts",
           "roi", "hygiene", "monthly"]


def run(*arguments, status=0, given=None, now=NOW):
    done = subprocess.run([binary, "--no-config", "--now", now, *arguments], capture_output=True, input=given,
                          env={"REKLAMAATIO_DB": "pages.db", "REKLAMAATIO_AS": "liisa", "LC_ALL": "C.UTF-8"})
    check(f"status {status} of {arguments} (it is {done.returncode}: {done.stderr[:300]})", done.returncode == status)
    return done.stdout.decode("utf-8")


# A page as an XML parser reads it, and as one of HTML.

class Elements(html.parser.HTMLParser):
    """What stands open is closed in order, and what may run or fetch something is nowhere."""
    def __init__(self):
        super().__init__()
        self.open, self.faults, self.text = [], [], []

    def handle_starttag(self, tag, attributes):
        self.handle_startendtag(tag, attributes)
        self.open.append(tag)

    def handle_startendtag(self, tag, attributes):
        if tag in ("script", "img", "link", "iframe", "object", "embed", "a", "form", "base", "image", "use"):
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name in ("src", "href", "xlink:href", "style", "srcset", "action"):
                self.faults.append(f"{name}={value}")

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}>")

    def handle_data(self, data):
        self.text.append(data)


def page_of(*arguments, **more):
    text = run("report", *arguments, "--format", "html", **more)
    name = " ".join(arguments)
    try:
        tree = xml.fromstring(text.split("\n", 1)[1])  # without the doctype
    except xml.ParseError as fault:
        check(f"{name}: well-formed ({fault})", False)
        return text, None
    parsed = Elements()
    parsed.feed(text)
    parsed.close()
    check(f"{name}: closed in order, and nothing that runs or fetches: {parsed.faults}", not parsed.faults and not parsed.open)
    markup = re.sub(r'aria-label="[^"]*"', "", re.sub(r">[^<]*<", "><", text))
    for word in ("http:", "https:", "src=", "url(", "@import", "javascript:", "<script"):
        check(f"{name}: no {word} in the markup", word not in markup)
    style = tree.find("head/style").text
    check(f"{name}: the style fetches nothing", "url(" not in style and "@import" not in style)
    check(f"{name}: no control character", not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]", text))
    check_pictures(name, tree)
    return text, tree


def check_pictures(name, tree):
    identities = [element.get("id") for element in tree.iter() if element.get("id")]
    check(f"{name}: each id once", len(identities) == len(set(identities)))
    for figure in tree.iter("figure"):
        caption = "".join(figure.find("figcaption").itertext())
        check(f"{name}: the picture has a title", caption != "")
        check(f"{name}, {caption}: the numbers stand below it", figure.find("details/summary") is not None)
        svg = figure.find("svg")
        if svg is None:
            check(f"{name}, {caption}: says that there is nothing to draw", "Nothing to draw" in "".join(figure.itertext()))
            continue
        named = [element.text for element in svg if element.get("id") in svg.get("aria-labelledby").split()]
        check(f"{name}, {caption}: is named and described", svg.get("role") == "img" and len(named) == 2 and all(named))
        check(f"{name}, {caption}: has a table", len(figure.findall("details//tbody/tr")) > 0)
        left, top, width, height = map(float, svg.get("viewBox").split())
        for element in svg.iter():
            for across, down in points_of(element):
                check(f"{name}, {caption}: {element.tag} {across},{down} lies in the picture",
                      -0.01 <= across <= width + 0.01 and -0.01 <= down <= height + 0.01)


def points_of(element):
    get = lambda key: float(element.get(key))
    if element.tag == "polyline":
        return [tuple(map(float, point.split(","))) for point in element.get("points").split()]
    if element.tag == "circle":
        return [(get("cx"), get("cy"))]
    if element.tag == "rect":
        return [(get("x"), get("y")), (get("x") + get("width"), get("y") + get("height"))]
    if element.tag == "line":
        return [(get("x1"), get("y1")), (get("x2"), get("y2"))]
    return [(get("x"), get("y"))] if element.tag == "text" else []


# Numbers out of lengths, by the ticks of the axis.

def number(text):
    text = text.replace("%", "").strip()
    return float(text)


class Axis:
    """From the ticks that say their values: where they are, and what they say."""
    def __init__(self, svg, along):
        axis = next(g for g in svg.iter("g") if g.get("class") == "axis")
        lines = [float(line.get(along + "1")) for line in axis.iter("line")]
        texts = [number(text.text) for text in axis.iter("text")]
        self.share = any("%" in text.text for text in axis.iter("text"))
        (a, self.value), (b, other) = min(zip(lines, texts)), max(zip(lines, texts))
        self.zero, self.per = a, (other - self.value) / (b - a)

    def of(self, length):
        value = self.value + (length - self.zero) * self.per
        return value / 100 if self.share else value


def figures(tree):
    """Title of each picture to its figure."""
    return {"".join(figure.find("figcaption").itertext()): figure for figure in tree.iter("figure")}


def curve(svg, kind="main"):
    """The values of the dots of a line, from left to right."""
    axis = Axis(svg, "y")
    return [axis.of(float(dot.get("cy"))) for dot in svg.iter("circle") if dot.get("class") == f"dot {kind}"]


def rows(*arguments):
    return list(csv.DictReader(io.StringIO(run("report", *arguments, "--csv"))))


def measures(*arguments):
    return {(row["section"], row["group"], row["measure"]): row["value"] for row in rows(*arguments)}


def check_values(name, drawn, told, within):
    told = [float(value) for value in told]
    check(f"{name}: as many ({len(drawn)}, {len(told)})", len(drawn) == len(told) and told)
    for a, b in zip(drawn, told):
        check(f"{name}: {a} is {b}", abs(a - b) <= within)


def starting(tree, words):
    found = [figure.find("svg") for title, figure in figures(tree).items() if title.startswith(words)]
    check(f"one picture '{words}' ({len(found)} of {list(figures(tree))})", len(found) == 1 and found[0] is not None)
    return found[0]


def bars(svg, kind="bar"):
    axis = Axis(svg, "x")
    return [axis.of(float(bar.get("width"))) for bar in svg.iter("rect") if bar.get("class") == kind]


def check_numbers():
    year = ["--period", "2026"]
    _, tree = page_of("sla", *year, "--by", "month")
    for clock in ("response", "resolution"):
        told = [row["attainment"] for row in rows("sla", *year, "--by", "month")
                if row["clock"] == clock and row["attainment"]]
        check_values(f"sla by month, {clock}", curve(starting(tree, clock)), told, 0.002)
    _, tree = page_of("sla", *year, "--by", "category")
    groups = sorted((row for row in rows("sla", *year, "--by", "category") if row["clock"] == "resolution" and row["due"] != "0"),
                    key=lambda row: -int(row["due"]))
    check_values("sla by category", bars(starting(tree, "resolution")), [row["attainment"] for row in groups], 0.002)
    _, tree = page_of("flow", *year, "--by", "month")
    told = rows("flow", *year, "--by", "month")
    check_values("flow, open", curve(next(figure.find("svg") for title, figure in figures(tree).items() if "open at" in title)),
                 [row["closing"] for row in told], 0.1)
    svg = starting(tree, "What came in")
    check_values("flow, received", curve(svg), [row["received"] for row in told], 0.1)
    check_values("flow, resolved", curve(svg, "other"), [row["resolved"] for row in told], 0.1)
    _, tree = page_of("causes", *year)
    told = [row for row in rows("causes", *year) if row["section"] == "pareto"]
    svg = next(figure.find("svg") for title, figure in figures(tree).items() if "behind" in title)
    check_values("causes", bars(svg), [row["value"] for row in told if row["measure"] == "share"], 0.001)
    axis = Axis(svg, "x")
    summed = [axis.of(float(dot.get("cx"))) for dot in svg.iter("circle")]
    check_values("causes, added up", summed, [row["value"] for row in told if row["measure"] == "cumulative"], 0.001)
    check_rate()
    check_workload()
    check_speed(year)
    check_month()


def check_rate():
    period = ["--since", "2025-11-01", "--until", "2026-11-30", "--by", "month"]
    told = measures("rate", *period)
    months = [group for section, group, measure in told if measure == "per_1000"]
    for name, arguments in (("by month", period), ("of a month", ["--period", "2026-11"])):
        _, tree = page_of("rate", *arguments)
        svg = starting(tree, "Complaints per 1000")
        check_values(f"rate {name}", curve(svg), [told["rate", month, "per_1000"] for month in months], 0.02)
        axis = Axis(svg, "y")
        steps = [element.get("d") for element in svg.iter("path") if element.get("class") == "limit"]
        check(f"rate {name}: two limits", len(steps) == 2)
        for step, measure in zip(steps, ("upper_limit", "lower_limit")):
            heights = [axis.of(float(y)) for y in re.findall(r"M[\d.]+,([\d.]+)|V([\d.]+)", step) for y in y if y]
            expected = [float(told["rate", month, measure]) for month in months if told["rate", month, measure]]
            check_values(f"rate {name}, {measure}", heights, expected, 0.02)
        marked = {row["group"] for row in rows("rate", *period) if row["verdict"] in ("systemic", "watch")}
        titles = {title.text.split(":")[0] for path in svg.iter("path") if path.get("class") == "mark" for title in path.iter("title")}
        check(f"rate {name}: marked are {marked}: {titles}", marked == titles and marked)


def check_workload():
    _, tree = page_of("workload")
    told = measures("workload")
    people = sorted((int(value), group) for (section, group, measure), value in told.items()
                    if section == "person" and measure == "open")[::-1]
    svg = starting(tree, "What is open, and late")
    check_values("workload", bars(svg), [value for value, _ in people], 0.1)
    open_now = rows("flow", "--period", "today")[0]["closing"]
    svg = next(figure.find("svg") for title, figure in figures(tree).items() if title.startswith("Half of what is open"))
    check("ages add up to what is open", round(sum(bars(svg))) == int(open_now) > 0)


def check_speed(year):
    _, tree = page_of("speed", *year)
    told = measures("speed", *year)
    for words, section in (("first answers took", "response"), ("resolutions took", "resolution")):
        figure = next(figure for title, figure in figures(tree).items() if words in title)
        svg = figure.find("svg")
        axis = Axis(svg, "y")
        drawn = [axis.of(float(bar.get("y"))) for bar in svg.iter("rect")]
        check_values(f"speed, {section}: all columns", [sum(drawn)], [told[section, "", "number"]], 0.5)
        check_values(f"speed, {section}: as in its table", drawn, [row[-1].text for row in figure.findall("details//tbody/tr")], 0.3)
        check(f"speed, {section}: the target has its words", any("usual:" in (text.text or "") for text in svg.iter("text")))


def check_month():
    text, tree = page_of("monthly", "--period", "2026-11")
    told = measures("monthly", "--period", "2026-11")
    check("monthly: the first sentence is what matters", "came in" in tree.find(".//p[@class='lead']").text)
    check("monthly: the last month is the right one",
          abs(curve(starting(tree, "Resolved in time"))[-1] - float(told["in_time", "", "resolution"])) < 0.002)
    opened = next(figure.find("svg") for title, figure in figures(tree).items() if "open at" in title)
    check("monthly: so many are open", round(curve(opened)[-1]) == int(told["received", "", "open_at_end"]))
    check(f"monthly: a handful of pictures: {list(figures(tree))}", 4 <= len(figures(tree)) <= 8)
    footer = "".join(tree.find("body/footer").itertext())
    check("monthly: how it was made", "reklamaatio --no-config" in footer and "Europe/Helsinki" in footer and "2026-12-01 12:00" in footer)


# A shop of two years, the same on each run.

def noise(i):
    return (i * 7919 + i * i * 104729) % 1000 / 1000


def shop():
    causes = ["packaging", "late courier", "wrong address", "leaking seal", ""]
    kinds = ["damage", "delivery", "billing"]
    start = datetime.datetime(2025, 1, 2, 8, tzinfo=datetime.timezone.utc)
    for i in range(900):
        received = start + datetime.timedelta(hours=i * 18.5)
        answered = received + datetime.timedelta(minutes=30 + 600 * noise(i))
        resolved = received + datetime.timedelta(hours=2 + 500 * noise(i + 500) ** 2)
        open_still = i >= 870 and i % 3 != 0
        stamp = lambda at: at.strftime("%Y-%m-%dT%H:%M:%SZ")
        yield {"received_at": stamp(received), "responded_at": stamp(answered),
               "resolved_at": "" if open_still else stamp(min(resolved, datetime.datetime(2026, 11, 30, tzinfo=start.tzinfo))),
               "outcome": "" if open_still else "upheld", "cause": causes[int(noise(i + 77) ** 2 * 5)],
               "category": kinds[int(noise(i + 33) * 3)], "assignee": ["maria", "pekka"][i % 2], "subject": f"Kiuas {i}",
               "customer": f"Asiakas {i % 90}", "email": f"a{i % 90}@example.fi", "channel": "web"}


POLICY = """[organisation]
name = "Esimerkki Oy"
timezone = "Europe/Helsinki"
[calendar.office]
hours.mon = ["08:00-16:00"]
hours.tue = ["08:00-16:00"]
hours.wed = ["08:00-16:00"]
hours.thu = ["08:00-16:00"]
hours.fri = ["08:00-16:00"]
[[sla]]
name = "usual"
response = "4h"
resolution = "10bd"
"""

HOSTILE = ["</script><script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "<!-- ]]> -->",
           "&lt;b&gt; &amp; & &#x3c;", "\u202egnp.exe\u2066 \u200f", "nul\x01\x1b[31m\x7f\x9b", "\U0001f469\u200d\U0001f467 \U0001f1eb\U0001f1ee",
           "W" * 300, "\ufffe\uffff \U0001fffe", "שלום <b>", "</style></svg></title></td></p>", "javascript:alert(1) http://example.com/"]


def hostile_rows():
    for i, text in enumerate(HOSTILE):
        row = {key: text for key in ("category", "product", "subject", "text", "customer", "cause", "wish")}
        row |= {"received_at": "2026-11-02T08:00:00Z", "responded_at": "2026-11-02T09:00:00Z", "email": f"h{i}@example.fi",
                "channel": "web", "resolved_at": "2026-11-20T09:00:00Z", "outcome": "upheld", "remedy": "refund", "amount": "20",
                "currency": "EUR", "csat": "4"}
        yield row
        # The same is late, open, and somebody is hurt.
        yield row | {"responded_at": "", "resolved_at": "", "outcome": "", "cause": "", "remedy": "", "amount": "", "currency": "",
                     "csat": "", "harm": "injury"}


def import_rows(rows):
    with open("rows.csv", "w", encoding="utf-8", newline="") as file:
        rows = list(rows)
        writer = csv.DictWriter(file, list(dict.fromkeys(key for row in rows for key in row)))
        writer.writeheader()
        writer.writerows(rows)
    run("import", "rows.csv")


def check_hostile():
    import_rows(hostile_rows())
    seen = set()
    for name in REPORTS:
        for by in ([], ["--by", "category"], ["--by", "product"], ["--by", "cause"], ["--by", "customer"]):
            if name == "monthly" and by or (name == "alerts" and by):
                continue
            period = [] if name == "workload" else ["--period", "2026-11"]
            text, tree = page_of(name, *period, *by)
            seen |= {hostile for hostile in HOSTILE if tree is not None and hostile in " ".join(tree.itertext())}
    for hostile in HOSTILE[:3] + [HOSTILE[-2]]:
        check(f"it stands there as text: {hostile}", hostile in seen)
    text, _ = page_of("causes", "--period", "2026-11", "--category", HOSTILE[0])
    check("also as it was typed", "&lt;/script&gt;&lt;script&gt;" in text.split("<footer>")[1])


def check_empty():
    for name in REPORTS:
        text, tree = page_of(name)
        check(f"{name}: says that it is of nothing", tree is not None and tree.find("body/main") is not None
              and len("".join(tree.find("body/main").itertext()).strip()) > 0)
    text, tree = page_of()
    check("the daily report", "SLA report" in text)


def contrast(a, b):
    def light(colour):
        parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
    high, low = sorted((light(a), light(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def check_style():
    """Text against paper as WCAG 2.1 asks for it (AA: 4.5), in light, in dark and in print."""
    _, tree = page_of("sla")
    schemes = [dict(re.findall(r"--(\w+): (#\w{6})", block)) for block in re.findall(r":root \{([^}]*)\}", tree.find("head/style").text)]
    check("three schemes", len(schemes) == 3)
    for scheme in schemes:
        for name in ("ink", "soft", "accent", "late"):
            check(f"contrast of {name} {scheme}", contrast(scheme[name], scheme["paper"]) >= 4.5)


def check_file():
    run("report", "monthly", "--period", "2026-11", "--format", "html", "-o", "page.html")
    with open("page.html", encoding="utf-8") as file:
        there = file.read()
    check("-o has the page", there.startswith("<!DOCTYPE html>") and there.endswith("</html>\n"))
    run("report", "monthly", "--period", "2026-13", "--format", "html", "-o", "page.html", status=2)
    with open("page.html", encoding="utf-8") as file:
        check("what fails leaves the page that is there", file.read() == there)
    check("the same again", run("report", "flow", "--format", "html") == run("report", "flow", "--format", "html"))
    run("list", "--format", "html", status=2)
    run("report", "sla", "--format", "html", "--columns", "due", status=2)


with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("policy.toml", "w", encoding="utf-8") as file:
        file.write(POLICY)
    run("policy", "apply", "policy.toml")
    check_empty()
    check_style()
    check_hostile()
    os.remove("pages.db")
    run("policy", "apply", "policy.toml")
    import_rows(shop())
    for i in range(23):
        run("volume", "set", f"{2025 + i // 12}-{i % 12 + 1:02}", "20000" if i != 22 else "9000")
    check_numbers()
    check_file()

print("0 failed" if not failures else f"{len(failures)} failed")
sys.exit(1 if failures else 0)
