// SPDX-License-Identifier: GPL-3.0-or-later
// What an unknown file looks like.
#pragma once

#include "exchange/detection.hpp"
#include "render/table.hpp"

#include <string>

namespace reklamaatio::view {

// "kriisi.csv: windows-1252 (3 curly quotes), ';' between fields, CRLF, 1204 rows"
std::string detection_summary(const exchange::Detection& detection);

// A row for each column of the file.
std::vector<render::Column> detection_columns();
render::Table detection_table(const exchange::Detection& detection);

} // namespace reklamaatio::view
