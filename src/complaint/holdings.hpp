// SPDX-License-Identifier: GPL-3.0-or-later
// Through whose hands a complaint went.
#pragma once

#include "complaint/event.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace reklamaatio::complaint {

// Somebody's turn: until the next one began.
struct Holding {
    time::Instant from; // when it is said to have happened
    std::string team;   // both empty: nobody's
    std::string assignee;
    // When a person got it; nothing where no person has it, or nobody knows since when, as of an import.
    std::optional<time::Instant> assigned_at;
    friend bool operator==(const Holding&, const Holding&) = default;
};

// Of the standing events of one complaint, in order of recording: the first is whose it was when it came.
std::vector<Holding> holdings(std::span<const Event> standing);

// When a person got it first; nothing where none had it, or nobody knows since when.
std::optional<time::Instant> first_assigned_at(std::span<const Holding> holdings);

// How often it passed from one person to another, with or without nobody in between.
std::int64_t count_hand_overs(std::span<const Holding> holdings);

} // namespace reklamaatio::complaint
