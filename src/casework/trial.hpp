// SPDX-License-Identifier: GPL-3.0-or-later
// Rules on trial: what they make of cases against what was expected.
#pragma once

#include "exchange/cases.hpp"
#include "rulebook/policy.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace reklamaatio::casework {

struct Trial {
    struct Miss {
        std::size_t line = 0; // in the file
        std::string_view field;
        std::string expected;
        std::string got;
        std::string subject;
    };

    std::int64_t cases = 0;
    std::int64_t failed = 0; // cases, not fields
    std::vector<Miss> misses;
    // Of each of exchange::what_rules_set(): how often what was expected became what.
    std::vector<std::map<std::pair<std::string, std::string>, std::int64_t>> confusions;
    std::vector<std::int64_t> hits; // by rule, in the order of the policy
};

Trial try_rules(const rulebook::Policy& policy, const std::vector<exchange::Case>& cases);

} // namespace reklamaatio::casework
