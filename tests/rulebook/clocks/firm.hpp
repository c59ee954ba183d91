// SPDX-License-Identifier: GPL-3.0-or-later
// Three calendars, each with its walk from minute to minute.
#pragma once

#include "rulebook/clocks/naive_plan.hpp"

#include <array>
#include <tuple>
#include <utility>
#include <vector>

namespace reklamaatio::rulebook::tests {

using namespace complaint;
using namespace complaint::tests;

// Finland, a Polish shop with a lunch break, and New York by night; each with its walk.
struct Firm {
    std::array<time::CalendarRules, 3> rules{time::tests::office_rules(), time::tests::shop_rules(),
                                             time::tests::night_rules()};
    std::vector<time::Calendar> calendars;
    Walks walks;

    Firm() {
        for (const auto& each : rules) {
            calendars.emplace_back(each);
            walks.emplace(std::piecewise_construct, std::forward_as_tuple(each.name),
                          std::forward_as_tuple(each, time::tests::utc("2026-03-25T00:00:00Z"),
                                                std::chrono::days{200}));
        }
    }
};

inline const Firm& firm() {
    static const Firm made;
    return made;
}

} // namespace reklamaatio::rulebook::tests
