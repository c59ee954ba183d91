// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/comparison.hpp"

#include "report/significance.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace reklamaatio::report {

namespace {

// How a figure moved: up or down more than chance would have it, not so, or nobody can tell.
enum class Move { up, down, chance, unknown };

constexpr double k_level = 0.05;

Move moved(bool is_significant, double difference) {
    if (!is_significant) return Move::chance;
    return difference > 0 ? Move::up : Move::down;
}

Move move_of_shares(const Figure& now, const Figure& before) {
    const Sampled a{*now.numerator, *now.denominator};
    const Sampled b{*before.numerator, *before.denominator};
    if (a.whole < k_fewest_to_judge || b.whole < k_fewest_to_judge) return Move::unknown;
    const auto bounds = difference(a, b);
    return moved(bounds.excludes(0), bounds.lower + bounds.upper);
}

Move move_of_values(const Values& now, const Values& before) {
    const auto fewest = static_cast<std::size_t>(k_fewest_to_judge);
    if (now.size() < fewest || before.size() < fewest) return Move::unknown;
    const double deviate = rank_deviate(now, before).value_or(0); // all the same: nothing moved
    return moved(std::abs(deviate) > k_z, deviate);
}

// Counts of what happens by chance, each in so much time, or of so many orders.
Move move_of_counts(std::int64_t now, std::int64_t before, double extent_now, double extent_before) {
    if (now + before < k_fewest_to_judge || extent_now <= 0 || extent_before <= 0) return Move::unknown;
    const double share = extent_now / (extent_now + extent_before);
    return moved(chance_of_counts(now, before, share) < k_level,
                 static_cast<double>(now) / extent_now - static_cast<double>(before) / extent_before);
}

double seconds(time::Seconds length) {
    return static_cast<double>(length.count());
}

std::optional<Move> move_of(const Figure& now, const Figure& before, const Spans& spans) {
    if (now.row->unit == Unit::share) return move_of_shares(now, before);
    if (now.row->unit == Unit::count)
        return !spans.are_over
                   ? Move::unknown
                   : move_of_counts(std::get<std::int64_t>(now.value), std::get<std::int64_t>(before.value),
                                    seconds(spans.now), seconds(spans.before));
    if (now.row->unit == Unit::rate)
        return !spans.are_over || !now.denominator || !before.denominator
                   ? Move::unknown
                   : move_of_counts(*now.numerator, *before.numerator, static_cast<double>(*now.denominator),
                                    static_cast<double>(*before.denominator));
    if (now.values != nullptr) return move_of_values(*now.values, *before.values);
    return std::nullopt;
}

// Of a measure for which the other period has no line.
Figure nothing_like(const Figure& figure) {
    const auto& row = *figure.row;
    if (row.unit == Unit::share) return share(row, 0, 0);
    Figure nothing{&row};
    nothing.currency = figure.currency;
    if (figure.values != nullptr) nothing.values = in_order({});
    if (figure.numerator) nothing.numerator = 0;
    if (figure.denominator)
        nothing.denominator = 0;
    else if (row.unit == Unit::count)
        nothing.value = std::int64_t{0};
    else if (row.unit == Unit::money)
        nothing.value = render::Amount{0};
    return nothing;
}

std::vector<Figure> blanks_for(const std::vector<Figure>& figures) {
    std::vector<Figure> blanks;
    for (const auto& figure : figures)
        blanks.push_back({figure.row});
    return blanks;
}

using Key = std::pair<const SectionRow*, std::string_view>;
using Index = std::map<Key, const Line*>;

Key key_of(const Line& line) {
    return {line.section, line.group};
}

Index index_of(const std::vector<Line>& lines) {
    Index index;
    for (const auto& line : lines)
        index.emplace(key_of(line), &line);
    return index;
}

const Line* found_in(const Index& index, const Line& line) {
    const auto found = index.find(key_of(line));
    return found == index.end() ? nullptr : found->second;
}

const Figure* named(const Line& line, const std::string& name) {
    const auto found = std::ranges::find(line.figures, name, &Figure::name);
    return found == line.figures.end() ? nullptr : &*found;
}

// What only one of them has, such as a currency, is told of the other as nothing.
ComparedLine compared(const Line& now, const Line& before) {
    ComparedLine both{now, {}};
    for (const auto& figure : now.figures) {
        const auto* same = named(before, figure.name());
        both.before.push_back(same != nullptr ? *same : nothing_like(figure));
    }
    for (const auto& figure : before.figures) {
        if (named(now, figure.name()) != nullptr) continue;
        both.now.figures.push_back(nothing_like(figure));
        both.before.push_back(figure);
    }
    if (now.section->is_of_now) both.before = blanks_for(both.now.figures);
    return both;
}

ComparedLine compared(const Line& now, const Line* before) {
    return compared(now, before != nullptr ? *before : Line{now.section, now.group, {}});
}

} // namespace

std::string verdict_on(const Figure& now, const Figure& before, const Spans& spans) {
    if (now.row->better == Better::neither) return "";
    const auto move = move_of(now, before, spans);
    if (!move) return "";
    if (*move == Move::unknown) return "not enough to judge";
    if (*move == Move::chance) return "within chance";
    return (*move == Move::up) == (now.row->better == Better::more) ? "better" : "worse";
}

std::vector<ComparedLine> beside(const Sheet& now, const Sheet& before) {
    const auto index_now = index_of(now.lines);
    const auto index_before = index_of(before.lines);
    std::vector<ComparedLine> lines;
    const auto add_vanished = [&](const SectionRow* section) {
        for (const auto& line : before.lines)
            if (line.section == section && found_in(index_now, line) == nullptr)
                lines.push_back(compared(Line{section, line.group, {}}, line));
    };
    for (std::size_t i = 0; i < now.lines.size(); ++i) {
        lines.push_back(compared(now.lines[i], found_in(index_before, now.lines[i])));
        const auto* section = now.lines[i].section;
        if (i + 1 == now.lines.size() || now.lines[i + 1].section != section) add_vanished(section);
    }
    std::set<const SectionRow*> sections;
    for (const auto& line : now.lines)
        sections.insert(line.section);
    for (const auto& line : before.lines)
        if (sections.insert(line.section).second) add_vanished(line.section);
    return lines;
}

} // namespace reklamaatio::report
