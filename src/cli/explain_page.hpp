// SPDX-License-Identifier: GPL-3.0-or-later
// The explanation of due times, for a person with a wall calendar at hand.
#pragma once

#include "cli/explanation.hpp"
#include "render/page.hpp"

#include <optional>

namespace reklamaatio::cli {

// Of one clock, or of all six in order.
void show_explanation(const Explanation& about, std::optional<complaint::Clock> clock, render::Page& page);

// The account of one deadline.
void show_account(const Explanation& about, const complaint::Origin& origin, render::Page& page);

// "  label      ": the column in which every line of it has its label.
std::string account_label(std::string_view label);

} // namespace reklamaatio::cli
