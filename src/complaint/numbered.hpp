// SPDX-License-Identifier: GPL-3.0-or-later
// What promises, offers and tasks have in common: each has its number in its complaint, and ends once. For the
// files of this room that decide acts.
#pragma once

#include "complaint/handling.hpp"
#include "complaint/refusal.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace reklamaatio::complaint {

template <typename T>
std::int64_t next_number(const std::vector<T>& parts) {
    return parts.empty() ? 1 : parts.back().number + 1;
}

// The open one with that number, or the only open one. Throws Refusal for the first reason where none has the
// number, for the second where that one has ended, and without a number for the others where none is open or several
// are.
template <Reason none_such, Reason ended, Reason none_open, Reason several, typename T>
T& open_part(const Complaint& complaint, std::vector<T>& parts, std::optional<std::int64_t> number) {
    const auto is_open = [](const T& part) {
        const auto state = state_of(part);
        return state == decltype(state)::open;
    };
    if (number) {
        const auto found = std::ranges::find(parts, *number, &T::number);
        if (found == parts.end()) refuse<none_such>(complaint.id, *number);
        if (!is_open(*found)) refuse<ended>(complaint.id, *number, state_of(*found));
        return *found;
    }
    const auto count = std::ranges::count_if(parts, is_open);
    if (count == 0) refuse<none_open>(complaint.id);
    if (count > 1) refuse<several>(complaint.id, count);
    return *std::ranges::find_if(parts, is_open);
}

// Nothing becomes of a thing before it is there: of `what`, by its number or word.
template <Reason reason, typename What>
void check_not_before(const Complaint& complaint, const What& what, const std::optional<time::Instant>& since,
                      const Occasion& occasion) {
    if (since && occasion.happened_at < *since) refuse<reason>(complaint.id, what, occasion.told(*since));
}

} // namespace reklamaatio::complaint
