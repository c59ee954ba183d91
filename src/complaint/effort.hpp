// SPDX-License-Identifier: GPL-3.0-or-later
// How long people worked on a complaint, or on a preventive action: a sum in the record, to which each event adds what
// it took.
#pragma once

#include "complaint/event.hpp"

#include <chrono>
#include <cstdint>
#include <vector>

namespace reklamaatio::complaint {

// In the log, the database and the files.
inline constexpr std::string_view k_effort = "effort_minutes";

// What no sum of work exceeds: more is a slip.
inline constexpr std::int64_t k_most_effort = 1'000'000;

// The minutes that an event adds; below zero where a sum was put right, and zero where it says nothing of work.
std::int64_t effort_of(const Event& event);

// The event with so much work on what had `before` minutes, or on what the event itself says. One that says nothing else is a
// note.
Event with_effort(Event event, std::int64_t before, std::chrono::minutes took);

// The work that several took together, in whole minutes that add up to it: the first get what is left over.
std::vector<std::chrono::minutes> shared(std::chrono::minutes took, std::size_t among);

} // namespace reklamaatio::complaint
