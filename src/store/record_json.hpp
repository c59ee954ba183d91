// SPDX-License-Identifier: GPL-3.0-or-later
// The two JSON objects of an event row: {"field": [before, after], ...}, with and without personal data. In an event
// that brings something into being, a field that was blank before has its value alone, and times that follow from the
// event are left out (implied.hpp). Up to the ninth layout every field has a pair, and none is left out.
#pragma once

#include "complaint/event.hpp"

#include <string>
#include <string_view>

namespace reklamaatio::store {

struct EventJson {
    std::string changes;
    std::string personal; // empty when the event says nothing personal
};

// Instants as ISO 8601, other numbers as numbers. Of a message, "message" holds direction, channel and
// automatic; its text is personal.
EventJson to_json(const complaint::Event& event);

// Fills in changes, message and erased. Throws StoreError (damaged) for anything that to_json does not write.
void from_json(const EventJson& json, complaint::Event& event);

} // namespace reklamaatio::store
