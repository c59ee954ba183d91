// SPDX-License-Identifier: GPL-3.0-or-later
// What the log need not say in the first event of a complaint, since it follows from the times of that event.
#pragma once

#include "complaint/event.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace reklamaatio::store {

// Whether a complaint, a customer or an action comes into being by it, so that its fields were blank before. An import
// that changes what is known has the same kind.
bool may_begin(const complaint::Event& event);

// A complaint gets its uid when it comes into being, and keeps it.
bool begins_complaint(const complaint::Event& event);

struct ImpliedTime {
    std::string_view field;
    std::int64_t seconds; // since 1970, UTC
};

// Of an event that begins a complaint: received when it happened, logged when it was recorded, and in its status since
// its end, else since its receipt; in the order of the table of fields. From what else the event says.
std::vector<ImpliedTime> implied_times(const complaint::Event& event);

bool is_implied(const std::vector<ImpliedTime>& times, const complaint::FieldChange& change);

// Puts the times among the changes, as far as they are not said. Fields that are said to be as before go.
void add_implied(const std::vector<ImpliedTime>& unsaid, complaint::Event& event);

} // namespace reklamaatio::store
