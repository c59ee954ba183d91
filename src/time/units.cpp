// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/units.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>

namespace reklamaatio::time {
namespace {

// In the order of the enumeration.
constexpr std::array<std::string_view, 5> k_symbols{"m", "h", "bd", "d", "w"};

struct OtherName {
    std::string_view name;
    Unit unit;
};

constexpr OtherName k_other_names[] = {
    {"min", Unit::minutes},
    {"mins", Unit::minutes},
    {"minute", Unit::minutes},
    {"minutes", Unit::minutes},
    {"hr", Unit::hours},
    {"hrs", Unit::hours},
    {"hour", Unit::hours},
    {"hours", Unit::hours},
    {"b", Unit::working_days},
    {"wd", Unit::working_days},
    {"workday", Unit::working_days},
    {"workdays", Unit::working_days},
    {"day", Unit::days},
    {"days", Unit::days},
    {"wk", Unit::weeks},
    {"week", Unit::weeks},
    {"weeks", Unit::weeks},
};

} // namespace

std::string_view symbol_of(Unit unit) {
    return k_symbols.at(static_cast<std::size_t>(unit));
}

std::optional<Unit> unit_with_symbol(std::string_view symbol) {
    const auto found = std::find(k_symbols.begin(), k_symbols.end(), symbol);
    if (found == k_symbols.end()) return std::nullopt;
    return static_cast<Unit>(found - k_symbols.begin());
}

std::optional<Unit> unit_meant_by(std::string_view word) {
    const std::string typed = text::lower(word);
    if (const auto unit = unit_with_symbol(typed)) return unit;
    for (const OtherName& known : k_other_names)
        if (known.name == typed) return known.unit;
    return std::nullopt;
}

} // namespace reklamaatio::time
