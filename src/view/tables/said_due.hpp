// SPDX-License-Identifier: GPL-3.0-or-later
// When something is due that people set each other: a task, a preventive action.
#pragma once

#include "casework/desk.hpp"
#include "render/cell.hpp"

#include <optional>

namespace reklamaatio::view {

// "overdue 2 bd 4 h", "Fri 6 Nov 23:59": only what is open can be late, in the hours of that calendar.
render::Cell said_due(casework::Desk& desk, const std::optional<time::Instant>& due, bool is_open,
                      const time::Calendar& calendar);

} // namespace reklamaatio::view
