// SPDX-License-Identifier: GPL-3.0-or-later
// Where each clock stands: of its deadlines the one that matters now, the others summed up.
#include "rulebook/clocks/clock_state.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"
#include "view/page/clock_line.hpp"
#include "view/page/page_view.hpp"
#include "view/words/due_text.hpp"
#include "view/words/in_words.hpp"

#include <algorithm>
#include <set>
#include <span>

#include <fmt/format.h>

namespace reklamaatio::view {

namespace {

using complaint::Clock;
using render::Tone;
using rulebook::Deadline;

// "3 of 4 in time", of those that have been judged.
std::string record(const PageView& view, std::span<const Deadline> rows) {
    int judged = 0;
    int in_time = 0;
    for (const auto& row : rows) {
        const auto state = state_of(row, view.complaint(), view.now);
        if (state == rulebook::ClockState::cancelled
            || (rulebook::is_running(state) && state != rulebook::ClockState::overdue))
            continue;
        ++judged;
        in_time += state == rulebook::ClockState::met ? 1 : 0;
    }
    return judged > 1 || (judged == 1 && rows.size() > 1) ? fmt::format("{} of {} in time", in_time, judged)
                                                          : "";
}

void join_extension(const PageView& view, ClockLine& line) {
    const auto& term = line.deadline->clock == Clock::legal ? line.deadline->sla : "";
    for (const auto& extension : view.dossier.procedure.extensions)
        if (extension.term == term && extension.until == line.deadline->due_at)
            join(line.more, "extended from " + view.day(*extension.first_due_at));
}

ClockLine line_of(const PageView& view, std::span<const Deadline> rows) {
    const auto& deadline = rulebook::most_relevant(rows, view.complaint(), view.now);
    ClockLine line = clock_line(view, deadline);
    const auto all = record(view, rows);
    // Of many that are over, all together say more than the last.
    if (deadline.met_at && !all.empty()) line.more.clear();
    if (deadline.clock == Clock::promise)
        join(line.more, fmt::format("P{}", deadline.ordinal));
    else if (deadline.target.empty() && is_ours(deadline.clock))
        join(line.more, "agreed outside");
    if (deadline.clock == Clock::resolution) join_extension(view, line);
    // Promises are listed one by one, and beside one that is overdue there is no room.
    if (deadline.clock != Clock::promise || deadline.met_at) join(line.more, all, "; ");
    return line;
}

// Each statutory term has a line of its own.
void add_terms(const PageView& view, std::span<const Deadline> rows, std::vector<ClockLine>& lines) {
    std::vector<std::string> told;
    for (const auto& row : rows) {
        if (std::ranges::find(told, row.sla) != told.end()) continue;
        told.push_back(row.sla);
        const Deadline* chosen = &row;
        for (const auto& other : rows)
            if (other.sla == row.sla && rulebook::is_running(state_of(other, view.complaint(), view.now)))
                chosen = &other;
        lines.push_back(clock_line(view, *chosen));
        join(lines.back().more, row.sla);
        join_extension(view, lines.back());
    }
}

std::vector<ClockLine> lines_of(const PageView& view) {
    const std::span<const Deadline> all(view.dossier.deadlines);
    std::vector<ClockLine> lines;
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && all[end].clock == all[begin].clock)
            ++end;
        // Tasks and appeals are listed one by one below.
        if (all[begin].clock == Clock::legal)
            add_terms(view, all.subspan(begin, end - begin), lines);
        else if (all[begin].clock != Clock::task && all[begin].clock != Clock::appeal)
            lines.push_back(line_of(view, all.subspan(begin, end - begin)));
        begin = end;
    }
    return lines;
}

std::string levels_of(const std::vector<ClockLine>& lines) {
    std::set<std::string> levels;
    for (const auto& line : lines)
        if (is_of_service_level(line.deadline->clock) && !line.deadline->target.empty())
            levels.insert(fmt::format("\"{}\" in calendar {}", line.deadline->sla, line.deadline->calendar));
    std::string all;
    for (const auto& level : levels)
        join(all, level, "; ");
    return all.empty() ? "" : "by SLA " + all;
}

std::string padded_name(Clock clock) {
    constexpr int k_clock_width = 12;
    return text::padded_right(in_words(clock), k_clock_width);
}

} // namespace

void show_clocks(const PageView& view, render::Page& page) {
    constexpr int k_least_width_for_columns = 72;
    const auto lines = lines_of(view);
    const bool is_for_nobody = rulebook::owes_nobody_an_answer(view.policy, view.complaint());
    if (lines.empty() && !is_for_nobody) {
        page.labelled("Clocks", "no target applies");
        return;
    }
    const bool in_columns = view.style.width == 0 || view.style.width >= k_least_width_for_columns;
    int state_width = 0;
    int when_width = 0;
    for (const auto& line : lines) {
        state_width = std::max(state_width, text::width(line.state));
        if (!line.is_one_phrase) when_width = std::max(when_width, text::width(line.when));
    }
    std::string label = "Clocks";
    if (is_for_nobody) {
        page.wrapped(render::label_column(label) + padded_name(Clock::response),
                     {{fmt::format("no target: {}", k_nobody_to_answer)}});
        label.clear();
    }
    for (const auto& line : lines) {
        const auto gap = text::padded_right("", state_width - text::width(line.state) + 2);
        const auto when = in_columns && !line.is_one_phrase
                              ? text::padded_right(line.when, when_width + 2)
                              : line.when + (line.when.empty() || line.more.empty() ? "" : ", ");
        page.wrapped(render::label_column(label) + padded_name(line.deadline->clock),
                     {{line.state, line.tone}, {gap + when + text::visible_line(line.more)}});
        label.clear();
    }
    if (const auto levels = levels_of(lines); !levels.empty()) page.labelled("", levels, Tone::dim);
}

} // namespace reklamaatio::view
