// SPDX-License-Identifier: GPL-3.0-or-later
// How many complaints a filter admits, and what a list says below its lines.
#pragma once

#include "store/overviews.hpp"

#include <cstdint>
#include <optional>

namespace reklamaatio::store {

// How many match.
std::int64_t count_complaints(Database& database, const Filter& filter);

// How many match, how many of them are overdue at `now`, due before `tomorrow`, and so on.
struct Matches {
    std::int64_t all = 0;
    std::int64_t overdue = 0;
    std::int64_t due_today = 0;
    std::int64_t waiting = 0;
    std::int64_t unanswered = 0; // customers wrote after the end
    std::int64_t injuries = 0;
    // That of all; nothing where they differ, where none matches, or where so many do that nobody looks through them.
    std::optional<complaint::Kind> only_kind = {};
};
Matches count_overviews(Database& database, const Filter& filter, time::Instant now, time::Instant tomorrow);

// What matches a filter by what is at hand in all but that. Of very many not all are counted.
struct Hidden {
    std::int64_t closed = 0;
    std::int64_t void_ = 0;
    bool are_all = true;
};
Hidden count_hidden(Database& database, const Filter& filter);

} // namespace reklamaatio::store
