// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts as people and programs are shown them.
#pragma once

#include "casework/due_alerts.hpp"
#include "render/table.hpp"
#include "render/writer.hpp"

#include <span>
#include <string>

namespace reklamaatio::view {

// Every fact, for programs. What the alerts are about is filled in.
std::vector<render::Column> alert_columns();
render::Table alert_table(std::span<const casework::DueAlert> alerts, time::Instant now);

// "maria (Maria Virtanen, maria@example.fi): 3 alerts" and a line for each. `with_state` says what was sent
// and acknowledged. What the alerts are about is filled in.
std::string digest_text(const casework::Digest& digest, time::Instant now,
                        const render::WriterOptions& options, bool with_state);

} // namespace reklamaatio::view
