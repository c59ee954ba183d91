// SPDX-License-Identifier: GPL-3.0-or-later
// Cases to try rules on: complaints in a CSV file, and beside them what rules are expected to make of each.
#pragma once

#include "exchange/csv_row.hpp"
#include "exchange/draft.hpp"
#include "rulebook/policy.hpp"

#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// What may be expected of rules: all that they set, and then tags.
std::vector<std::string_view> what_rules_set(const complaint::OwnFields& own = {});
inline constexpr std::string_view k_expect = "expect_"; // in front of them, in the header
// Nothing at all is set.
inline constexpr std::string_view k_nothing = "none";

// In the order of what_rules_set().
using Expected = std::vector<std::optional<std::string>>;

struct Case {
    Place place;
    Draft draft;
    // The file says them of the complaint: no rule sets them.
    std::vector<rulebook::Settable> decided;
    Expected expected; // nothing: whatever it is
};

// Columns are our fields, by name or synonym, and expect_FIELD; others are passed over. Throws DataError,
// with every fault at its place, for values that do not fit their field, expectations that the policy's
// lists, teams and people do not have, a header that expects nothing, and a file without cases.
std::vector<Case> read_cases(std::istream& in, const std::string& file, const rulebook::Policy& policy);

} // namespace reklamaatio::exchange
