// SPDX-License-Identifier: GPL-3.0-or-later
// The explanation of due times as flat rows, for scripts.
#pragma once

#include "casework/explanation.hpp"
#include "render/table.hpp"

#include <optional>
#include <vector>

namespace reklamaatio::view {

std::vector<render::Column> explanation_columns();

// Adds the rows of one clock, or of all six. Nothing is folded, and every deadline is told whole.
void add_explanation(const casework::Explanation& about, std::optional<complaint::Clock> clock,
                     render::Table& table);

} // namespace reklamaatio::view
