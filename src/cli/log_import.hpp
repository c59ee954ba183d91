// SPDX-License-Identifier: GPL-3.0-or-later
// A log, as `export --events` writes it, back into a database.
#pragma once

#include "cli/session.hpp"

#include <istream>
#include <string>

namespace reklamaatio::cli {

// Says how many events there were. `name` is what the file is called. Throws exchange::DataError with file:line for
// what is no log, or not the one that was written, and complaint::Refusal when the database is not empty.
void import_log(Session& session, std::istream& in, const std::string& name, bool dry_run);

} // namespace reklamaatio::cli
