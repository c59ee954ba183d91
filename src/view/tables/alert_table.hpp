// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of alerts in columns.
#pragma once

#include "casework/due_alerts.hpp"
#include "render/table.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace reklamaatio::view {

// Every fact, for programs.
std::vector<render::Column> alert_columns();

// What an alert has in the column of that place. What it is about is filled in.
render::Value alert_value(const casework::DueAlert& alert, std::size_t column, time::Instant now);

} // namespace reklamaatio::view
