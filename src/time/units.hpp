// SPDX-License-Identifier: GPL-3.0-or-later
// How units of time are written, and what else people write for them.
#pragma once

#include "time/target.hpp"

#include <optional>
#include <string_view>

namespace reklamaatio::time {

// So many figures are read in front of a unit.
inline constexpr std::size_t k_most_figures = 5;

// m h bd d w
std::string_view symbol_of(Unit unit);
// Exactly one of those.
std::optional<Unit> unit_with_symbol(std::string_view symbol);

// A symbol or an English word ("min", "hours", "workdays"), in any case.
std::optional<Unit> unit_meant_by(std::string_view word);

} // namespace reklamaatio::time
