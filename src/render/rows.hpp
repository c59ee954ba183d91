// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of which not all rows are held at once.
#pragma once

#include "render/table.hpp"

#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace reklamaatio::render {

struct WriterOptions;

// Rows that are made one after the other, where there may be too many to hold.
using Rows = std::function<void(const std::function<void(const Row&)>& take)>;

// The columns that are asked for, all where there are none, of the table and of `more` behind it, which may be none. Throws
// UnknownColumn.
void write(const Table& table, const Rows& more, const std::vector<std::string>& asked, std::ostream& out,
           const WriterOptions& options);

} // namespace reklamaatio::render
