// SPDX-License-Identifier: GPL-3.0-or-later
// Complaints in the format and with the columns that were asked for.
#pragma once

#include "cli/session.hpp"
#include "store/overviews.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace reklamaatio::cli {

// Prints the complaints that match, with the columns that were asked for, else `columns`. Gives how many were
// printed.
std::int64_t show_complaints(Session& session, const store::Filter& filter, const store::Sequence& sequence,
                             const std::vector<std::string>& columns);

} // namespace reklamaatio::cli
