// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/explain/reckoning_fold.hpp"

#include "time/days.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::view {

namespace {

using rulebook::ReckoningKind;
using rulebook::ReckoningLine;
using Stretch = time::Days (*)(time::Date);

// So many days stay as they are at either end of what is folded, and so many sums are read at a glance.
constexpr std::size_t k_whole_at_an_end = 5;
constexpr std::size_t k_most_sums = 20;
// In days.
constexpr std::size_t k_long_closure = 7;

bool is_day_off(const ReckoningLine& line) {
    return line.kind == ReckoningKind::closed || line.kind == ReckoningKind::rolled;
}

// The same closure, and nothing else to tell of the day.
bool belong_together(const ReckoningLine& line, const ReckoningLine& next) {
    const auto is_plain = [](const ReckoningLine& each) {
        return is_day_off(each) && !each.day->is_of_clock_change();
    };
    return is_plain(line) && is_plain(next) && line.day->closed == next.day->closed;
}

void add(std::vector<DayGroup>& groups, const ReckoningLine& line) {
    if (!groups.empty() && belong_together(*groups.back().days.back(), line))
        groups.back().days.push_back(&line);
    else
        groups.push_back({{&line}, false});
}

// A long closure stays what it is.
std::vector<DayGroup> sums(std::span<const DayGroup> groups, Stretch stretch) {
    std::vector<DayGroup> summed;
    for (const auto& group : groups) {
        if (group.is_closed() && group.days.size() >= k_long_closure) {
            summed.push_back(group);
            continue;
        }
        for (const auto* line : group.days) {
            const bool goes_on = !summed.empty() && summed.back().is_folded
                                 && line->day->date < stretch(summed.back().first()).after;
            if (!goes_on) summed.push_back({{}, true});
            summed.back().days.push_back(line);
        }
    }
    return summed;
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
        std::ranges::count_if(days, [](const ReckoningLine* line) { return !line->day->closed; }));
}

bool DayGroup::is_closed() const {
    return !is_folded && is_day_off(*days.front());
}

std::vector<DayGroup> DayGroup::unfolded() const {
    std::vector<DayGroup> groups;
    for (const auto* line : days)
        add(groups, *line);
    return groups;
}

std::vector<DayGroup> folded(std::span<const ReckoningLine> lines, std::size_t most) {
    std::vector<DayGroup> groups;
    for (const auto& line : lines)
        add(groups, line);
    if (groups.size() <= std::max(most, 2 * k_whole_at_an_end)) return groups;
    const auto all = std::span<const DayGroup>(groups);
    const auto middle = all.subspan(k_whole_at_an_end, all.size() - 2 * k_whole_at_an_end);
    constexpr std::array<Stretch, 3> k_stretches{time::week_of, time::month_of, time::year_of};
    std::vector<DayGroup> summed;
    for (const auto stretch : k_stretches) {
        summed = sums(middle, stretch);
        if (summed.size() <= k_most_sums) break;
    }
    const auto last = all.last(k_whole_at_an_end);
    std::vector<DayGroup> result(groups.begin(), groups.begin() + k_whole_at_an_end);
    result.insert(result.end(), summed.begin(), summed.end());
    result.insert(result.end(), last.begin(), last.end());
    return result;
}

} // namespace reklamaatio::view
