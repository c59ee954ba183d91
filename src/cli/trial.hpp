// SPDX-License-Identifier: GPL-3.0-or-later
// Rules on trial: what they make of cases against what was expected.
#pragma once

#include "complaint/policy.hpp"
#include "exchange/cases.hpp"
#include "render/table.hpp"

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace reklamaatio::cli {

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
    // Of each field: how often what was expected became what.
    std::array<std::map<std::pair<std::string, std::string>, std::int64_t>, exchange::k_expected.size()>
        confusions;
    std::vector<std::int64_t> hits; // by rule, in the order of the policy
};

Trial try_rules(const complaint::Policy& policy, const std::vector<exchange::Case>& cases);

// All of it in one table, for other programs: sections misses, confusion, rules.
render::Table trial_data(const Trial& trial, const complaint::Policy& policy);

// For people. Of one field: expected down, got across.
render::Table confusion_table(const Trial& trial, std::size_t field);
render::Table misses_table(const Trial& trial);
render::Table hits_table(const Trial& trial, const complaint::Policy& policy);

} // namespace reklamaatio::cli
