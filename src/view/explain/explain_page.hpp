// SPDX-License-Identifier: GPL-3.0-or-later
// The explanation of due times, for a person with a wall calendar at hand.
#pragma once

#include "casework/explanation.hpp"
#include "render/page.hpp"

#include <optional>

namespace reklamaatio::view {

// Of one clock, or of all six in order.
void show_explanation(const casework::Explanation& about, std::optional<complaint::Clock> clock,
                      render::Page& page);

// The account of one deadline.
void show_reckoning(const casework::Explanation& about, const rulebook::Origin& origin, render::Page& page);

// "  label      ": the column in which every line of it has its label.
std::string reckoning_label(std::string_view label);

} // namespace reklamaatio::view
