// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/account_fold.hpp"

#include "time/days.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::cli {

namespace {

using complaint::AccountKind;
using complaint::AccountLine;
using Stretch = time::Days (*)(time::Date);

// So many days stay as they are at either end of what is folded, and so many sums are read at a glance.
constexpr std::size_t k_whole_at_an_end = 5;
constexpr std::size_t k_most_sums = 20;

bool is_plainly_closed(const AccountLine& line) {
    return line.kind == AccountKind::closed && line.day->closed->by == time::ClosedBy::no_hours
           && !line.day->is_of_clock_change();
}

void add_each(std::vector<DayGroup>& groups, std::span<const AccountLine> lines) {
    bool joins = false;
    for (const auto& line : lines) {
        const bool is_plain = is_plainly_closed(line);
        if (is_plain && joins)
            groups.back().days.push_back(&line);
        else
            groups.push_back({{&line}, false});
        joins = is_plain;
    }
}

std::vector<DayGroup> sums(std::span<const AccountLine> lines, Stretch stretch) {
    std::vector<DayGroup> groups;
    for (const auto& line : lines) {
        if (groups.empty() || line.day->date >= stretch(groups.back().first()).after)
            groups.push_back({{}, true});
        groups.back().days.push_back(&line);
    }
    return groups;
}

} // namespace

time::Seconds DayGroup::length() const {
    time::Seconds sum{0};
    for (const auto* line : days)
        sum += line->length;
    return sum;
}

int DayGroup::working_days() const {
    return static_cast<int>(
        std::ranges::count_if(days, [](const AccountLine* line) { return !line->day->closed; }));
}

bool DayGroup::is_closed() const {
    return !is_folded && days.front()->kind == AccountKind::closed;
}

std::vector<DayGroup> folded(std::span<const AccountLine> lines, std::size_t most) {
    std::vector<DayGroup> groups;
    if (lines.size() <= std::max(most, 2 * k_whole_at_an_end)) {
        add_each(groups, lines);
        return groups;
    }
    const auto middle = lines.subspan(k_whole_at_an_end, lines.size() - 2 * k_whole_at_an_end);
    constexpr std::array<Stretch, 3> k_stretches{time::week_of, time::month_of, time::year_of};
    std::vector<DayGroup> summed;
    for (const auto stretch : k_stretches) {
        summed = sums(middle, stretch);
        if (summed.size() <= k_most_sums) break;
    }
    add_each(groups, lines.first(k_whole_at_an_end));
    groups.insert(groups.end(), summed.begin(), summed.end());
    add_each(groups, lines.last(k_whole_at_an_end));
    return groups;
}

} // namespace reklamaatio::cli
