# SPDX-License-Identifier: GPL-3.0-or-later
"""How the cost of each command grows with the complaints that are stored: a chart in SVG, and the same as text."""
import math
import statistics
from html import escape

from tables import grouped, ratio_of, time_of

WIDTH, LEFT, RIGHT, TOP, PANEL, GAP = 900, 80, 330, 60, 400, 70
PANELS = ["every day", "searching", "reports over a month", "reports over all", "bulk"]
LABEL_STEP = 13  # that labels do not lie upon each other
COLOURS = ["#1b6ca8", "#c1440e", "#2e7d32", "#6a1b9a", "#8d6e00", "#00838f", "#ad1457", "#37474f"]
DASHES = ["", "7 3", "2 3", "10 3 2 3"]  # told apart where there are no colours


def lines_of(found):
    """By panel the works with the median of ours at each size, where there is more than one."""
    panels = {panel: {} for panel in PANELS}
    for work, contenders, _ in found:
        points = panels[work.panel].setdefault(work.name, [])
        points += [(one.size, statistics.median(one.seconds)) for one in contenders
                   if one.program == "reklamaatio" and one.size and one.seconds]
    several = {panel: [(name, sorted(points)) for name, points in lines.items() if len(points) > 1] for panel, lines in panels.items()}
    return {panel: lines for panel, lines in several.items() if lines}


def text(found):
    """The cost at each size in a column, and last of all the last to the first."""
    panels = lines_of(found)
    sizes = sorted({size for lines in panels.values() for _, points in lines for size, _ in points})
    told = []
    for panel, lines in panels.items():
        told.append(f"{panel:<50}" + "".join(f"{grouped(size):>12}" for size in sizes) + f"{'last/first':>12}")
        for name, points in lines:
            costs = dict(points)
            ratio = points[-1][1] / points[0][1]
            told.append(f"  {name:<48}" + "".join(f"{time_of(costs.get(size)):>12}" for size in sizes) + f"{ratio_of(ratio):>12}")
        told.append("")
    return "\n".join(told)


class Axis:
    """From one power of ten to another, in pixels."""

    def __init__(self, least, most, begin, end):
        self.low, self.high = math.floor(math.log10(least)), math.ceil(math.log10(most))
        self.high += self.high == self.low
        self.begin, self.end = begin, end

    def at(self, value):
        return self.begin + (math.log10(value) - self.low) / (self.high - self.low) * (self.end - self.begin)

    def powers(self):
        return [10.0 ** power for power in range(self.low, self.high + 1)]


def spaced(places):
    """As near to these places as labels have room: those that would lie upon each other stand together around their middle."""
    groups = []
    for name, place in sorted(places.items(), key=lambda item: item[1]):
        groups.append(([name], place))
        while len(groups) > 1 and groups[-2][1] + len(groups[-2][0]) * LABEL_STEP > groups[-1][1]:
            (names, top), (more, below) = groups[-2:]
            middle = (top * len(names) + (below - len(names) * LABEL_STEP) * len(more)) / (len(names) + len(more))
            groups[-2:] = [(names + more, middle)]
    return {name: top + number * LABEL_STEP for names, top in groups for number, name in enumerate(names)}


def words(x, y, said, anchor="start", more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{escape(said)}</text>'


def grid(across, up):
    drawn = []
    for size in across.powers():
        x = across.at(size)
        drawn += [f'<line class="grid" x1="{x:.1f}" y1="{up.begin:.1f}" x2="{x:.1f}" y2="{up.end:.1f}"/>',
                  words(x, up.begin + 18, grouped(int(size)), "middle")]
    for seconds in up.powers():
        y = up.at(seconds)
        drawn += [f'<line class="grid" x1="{across.begin}" y1="{y:.1f}" x2="{across.end}" y2="{y:.1f}"/>',
                  words(across.begin - 8, y + 4, f"{seconds * 1000:g} ms" if seconds < 1 else f"{seconds:g} s", "end")]
    return drawn


def curve(number, points, label_at, name, across, up):
    """A line with a dot at each size, and its name beside its end."""
    colour, dash = COLOURS[number % len(COLOURS)], DASHES[number // len(COLOURS) % len(DASHES)]
    places = [(across.at(size), up.at(seconds)) for size, seconds in points]
    (x, y), label_x = places[-1], across.end + 18
    return [f'<polyline fill="none" stroke="{colour}" stroke-width="1.6" stroke-dasharray="{dash}" points="'
            + " ".join(f"{x:.1f},{y:.1f}" for x, y in places) + '"/>',
            *(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="2.5" fill="{colour}"/>' for x, y in places),
            f'<line stroke="{colour}" stroke-width="0.6" x1="{x:.1f}" y1="{y:.1f}" x2="{label_x - 3}" y2="{label_at:.1f}"/>',
            words(label_x, label_at + 4, name, more=f' fill="{colour}"')]


def panel_of(title, lines, top):
    sizes = [size for _, points in lines for size, _ in points]
    costs = [seconds for _, points in lines for _, seconds in points]
    across = Axis(min(sizes), max(sizes), LEFT, WIDTH - RIGHT)
    up = Axis(min(costs), max(costs), top + PANEL, top)
    labels = spaced({name: up.at(points[-1][1]) for name, points in lines})
    drawn = [words(LEFT, top - 14, title, more=' class="panel"'), *grid(across, up)]
    for number, (name, points) in enumerate(lines):
        drawn += curve(number, points, labels[name], name, across, up)
    return drawn, max(top + PANEL, *labels.values())


def svg(found, title):
    drawn, top = [], TOP + 45
    for panel, lines in lines_of(found).items():
        more, bottom = panel_of(panel, lines, top)
        drawn += more
        top = bottom + GAP
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top:.0f}" width="{WIDTH}" height="{top:.0f}">',
        "<style>text { font: 12px sans-serif } .title { font-size: 18px } .panel { font-size: 14px; font-weight: bold }"
        " .grid { stroke: #ccc; stroke-width: 0.7 }</style>",
        '<rect width="100%" height="100%" fill="white"/>', words(LEFT, 34, title, more=' class="title"'),
        words(LEFT, 54, "time of the command against the complaints that are stored; both axes are logarithmic"), *drawn, "</svg>", ""])
