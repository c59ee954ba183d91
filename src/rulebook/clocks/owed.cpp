// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/owed.hpp"

#include "complaint/complaint.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

using complaint::Clock;

bool comes_first(const Deadline& one, const Deadline& other) {
    if (one.due_at && other.due_at) return *one.due_at < *other.due_at;
    return one.due_at.has_value() && !other.due_at.has_value();
}

} // namespace

bool is_owed(const Deadline& deadline, complaint::Status status, bool is_asked) {
    if (deadline.met_at || deadline.cancelled_at || deadline.missed_at) return false;
    return is_unresolved(status) || deadline.clock == Clock::followup || outlives_resolution(deadline.clock)
           || (deadline.clock == Clock::reply && is_asked);
}

std::vector<Deadline> owed(std::vector<Deadline> deadlines, complaint::Status status, bool is_asked) {
    std::erase_if(deadlines, [&](const Deadline& d) { return !is_owed(d, status, is_asked); });
    std::ranges::stable_sort(deadlines, comes_first);
    return deadlines;
}

} // namespace reklamaatio::rulebook
