// SPDX-License-Identifier: GPL-3.0-or-later
// What somebody who writes a letter needs to have before their eyes.
#pragma once

#include "casework/desk.hpp"

#include <span>
#include <string>

namespace reklamaatio::view {

// Of one complaint who it is from, whoever else's was merged into it, and how they like to be written to, what they want and said last, and what
// is owed by when; of several a line each. Ends with a line end.
std::string letter_head(casework::Desk& desk, std::span<const complaint::Id> complaints);

} // namespace reklamaatio::view
