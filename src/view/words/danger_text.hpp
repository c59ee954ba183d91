// SPDX-License-Identifier: GPL-3.0-or-later
// Dangers to people in words.
#pragma once

#include "complaint/event.hpp"

#include <optional>
#include <string>

namespace reklamaatio::view {

// "is reported to Safety Gateway 88", "need not be reported: it was sawn off"; `would`: of a dry run. Nothing for an event that
// says neither.
std::optional<std::string> danger_text(const complaint::Event& event, bool would);

} // namespace reklamaatio::view
