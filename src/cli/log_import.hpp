// SPDX-License-Identifier: GPL-3.0-or-later
// A log, as `export --events` writes it, back into a database.
#pragma once

#include "cli/session.hpp"

#include <string>

namespace reklamaatio::cli {

// By its first byte; nothing is taken of it. "-" is standard input.
bool is_event_log(Session& session, const std::string& file);

// Says how many events there were. Throws exchange::DataError with file:line for what is no log, or not the
// one that was written, and complaint::Refusal when the database is not empty.
void import_log(Session& session, const std::string& file, bool dry_run);

} // namespace reklamaatio::cli
