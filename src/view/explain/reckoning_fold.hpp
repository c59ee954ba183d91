// SPDX-License-Identifier: GPL-3.0-or-later
// Long accounts made short: the days in the middle summed by weeks, months or years.
#pragma once

#include "rulebook/clocks/reckoning.hpp"

#include <span>
#include <string>
#include <vector>

namespace reklamaatio::view {

// Neighbouring days of an account: one, several that are closed for the same reason, or a whole stretch that
// was folded.
struct DayGroup {
    std::vector<const rulebook::ReckoningLine*> days; // at least one
    bool is_folded = false;

    time::Date first() const { return days.front()->day->date; }
    time::Date last() const { return days.back()->day->date; }
    time::Seconds length() const;
    int working_days() const;
    bool is_closed() const;
    // The same days, none of them folded.
    std::vector<DayGroup> unfolded() const;
};

// Lines that all have a day, in order; `most` groups of them are told one by one before anything is folded.
std::vector<DayGroup> folded(std::span<const rulebook::ReckoningLine> lines, std::size_t most);

} // namespace reklamaatio::view
