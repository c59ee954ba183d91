// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/units.hpp"

#include <doctest/doctest.h>

namespace reklamaatio::time::tests {
namespace {

constexpr Unit k_units[] = {Unit::minutes, Unit::hours, Unit::working_days, Unit::days, Unit::weeks};

} // namespace

TEST_CASE("each unit has a symbol of its own and it is read exactly") {
    std::string symbols;
    for (const auto unit : k_units) {
        CHECK(unit_with_symbol(symbol_of(unit)) == unit);
        symbols += std::string(symbol_of(unit)) + " ";
    }
    CHECK(symbols == "m h bd d w ");
    for (const auto* other : {"", "M", "H", "BD", "min", "b", "mm", " m", "s", "y"})
        CHECK_FALSE(unit_with_symbol(other));
}

TEST_CASE("what people write for a unit is understood in any case") {
    for (const auto unit : k_units)
        CHECK(unit_meant_by(symbol_of(unit)) == unit);
    CHECK(unit_meant_by("Minutes") == Unit::minutes);
    CHECK(unit_meant_by("min") == Unit::minutes);
    CHECK(unit_meant_by("HOURS") == Unit::hours);
    CHECK(unit_meant_by("BD") == Unit::working_days);
    CHECK(unit_meant_by("workdays") == Unit::working_days);
    CHECK(unit_meant_by("day") == Unit::days);
    CHECK(unit_meant_by("weeks") == Unit::weeks);
    for (const auto* other : {"", "month", "months", "y", "sec", "days "})
        CHECK_FALSE(unit_meant_by(other));
}

} // namespace reklamaatio::time::tests
