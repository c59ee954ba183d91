# SPDX-License-Identifier: GPL-3.0-or-later
"""What was found, as lines of text, as CSV and as Markdown."""
import csv
import statistics

RATIO_HEAD = ["work", "complaints", "ours", "against", "theirs", "ratio", "min", "max", "of processor", "goal", "aim", "verdict"]
RATIO_WIDTHS = [48, 10, 9, 18, 9, 7, 7, 7, 12, 5, 5, 7]
COST_HEAD = ["work", "complaints", "program", "runs", "time", "min", "max", "processor", "peak MiB", "written kB", "fsyncs",
             "million instructions"]
LEFT = {"work", "against", "verdict", "program"}  # as these columns are aligned; the others to the right


def time_of(seconds):
    if seconds is None:
        return ""
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def figure(value, form):
    return "" if value is None else format(value, form)


def grouped(number):
    return "" if number is None else f"{number:,}".replace(",", " ")


def middle(values):
    return statistics.median(values) if values else None


def ratio_of(value):
    return "" if value is None else f"{value:.2f}" if value >= 0.095 else f"{value:.3f}"


def against(ratio):
    """Another program, or another size as people write it."""
    name, _, size = ratio.against.rpartition(" at ")
    return f"{name} at {grouped(int(size))}" if name else ratio.against


def cells_of_ratio(work, ratio):
    ours, theirs, ratios = ratio.ours, ratio.theirs, ratio.of("seconds")
    return [work.name, grouped(ours.size), time_of(middle(ours.seconds)), against(ratio), time_of(middle(theirs.seconds)),
            ratio_of(ratio.middle()), ratio_of(min(ratios, default=None)), ratio_of(max(ratios, default=None)),
            ratio_of(middle(ratio.of("processor"))), figure(ratio.goal, ".4g"), figure(ratio.aim, ".4g"),
            "failed" if ours.failure or theirs.failure else ratio.verdict()]


def cells_of_cost(work, one):
    return [work.name, grouped(one.size), one.program, str(len(one.seconds)), time_of(middle(one.seconds)),
            time_of(min(one.seconds, default=None)), time_of(max(one.seconds, default=None)), time_of(middle(one.processor)),
            figure(one.peak, ".1f"), figure(one.written and one.written / 1000, ".0f"), figure(one.syncs, "d"),
            figure(one.instructions and one.instructions / 1e6, ".2f")]


def line(cells, widths=RATIO_WIDTHS, head=None):
    aligned = (cell.ljust(width) if name in LEFT else cell.rjust(width)
               for cell, width, name in zip(cells, widths, head or RATIO_HEAD))
    return "  ".join(aligned).rstrip()


def alone(work, one):
    """The line of what nobody is asked besides."""
    return line([work.name, grouped(one.size), time_of(middle(one.seconds)), *[""] * 9])


def markdown(head, rows):
    escaped = [[cell.replace("|", "\\|").replace("*", "\\*") for cell in row] for row in rows]
    marks = [":--" if name in LEFT else "--:" for name in head]
    return "\n".join("| " + " | ".join(row) + " |" for row in [head, marks, *escaped]) + "\n"


MEASURES = [("seconds", "s"), ("processor", "s"), ("peak", "MiB"), ("written", "bytes"), ("syncs", "calls"), ("instructions", "")]


def write_csv(path, found):
    """One line for each figure: what each command cost, and each ratio."""
    with open(path, "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow("work complaints program against measure unit runs median min max goal aim verdict".split())
        for work, contenders, ratios in found:
            for one in contenders:
                writer.writerows(figures_of(work, one))
            for ratio in ratios:
                for measure in ("seconds", "processor"):
                    writer.writerow([work.name, ratio.ours.size, "reklamaatio", ratio.against, f"ratio of {measure}", "",
                                     *spread(ratio.of(measure)), *([ratio.goal, ratio.aim, ratio.verdict()]
                                                                   if measure == "seconds" else ["", "", ""])])


def figures_of(work, one):
    for measure, unit in MEASURES:
        value = getattr(one, measure)
        if value is not None and value != []:
            yield [work.name, one.size, one.program, "", measure, unit, *spread(value if isinstance(value, list) else [value]), "", "", ""]
    if one.failure:
        yield [work.name, one.size, one.program, "", "failure", one.failure, *[""] * 7]


def spread(values):
    if not values:
        return [0, "", "", ""]
    return [len(values), *(f"{value:.6g}" if isinstance(value, float) else value
                           for value in (statistics.median(values), min(values), max(values)))]
