// SPDX-License-Identifier: GPL-3.0-or-later
// --columns: which columns of a table, in which order.
#pragma once

#include "render/table.hpp"

#include <string>
#include <vector>

namespace reklamaatio::cli {

// The places of the asked columns among those there are; all of them when none are asked for. Throws
// UsageError with a suggestion for an unknown one.
std::vector<std::size_t> chosen_columns(const std::vector<render::Column>& columns,
                                        const std::vector<std::string>& asked);

render::Table with_columns(const render::Table& table, const std::vector<std::string>& asked);

// Whether --columns help was said.
bool asks_for_help(const std::vector<std::string>& asked);

} // namespace reklamaatio::cli
