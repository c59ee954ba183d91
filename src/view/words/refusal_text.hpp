// SPDX-License-Identifier: GPL-3.0-or-later
// Refusals in words.
#pragma once

#include "complaint/refusal.hpp"

#include <string>

namespace reklamaatio::view {

// "R-7 is not resolved, so it has no outcome; use resolve": on as many lines as its facts have, and not yet
// harmless for a terminal.
std::string refusal_text(const complaint::Refusal& refusal);

} // namespace reklamaatio::view
