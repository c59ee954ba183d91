// SPDX-License-Identifier: GPL-3.0-or-later
// What might be typed next.
#pragma once

#include "cli/page_view.hpp"
#include "complaint/deadline.hpp"

#include <span>
#include <string>

namespace reklamaatio::cli {

// For an unresolved complaint, one line that can be copied; `owed` is the most urgent deadline, if there is
// one.
std::string next_command(const PageView& view, std::span<const complaint::Deadline> owed);

} // namespace reklamaatio::cli
