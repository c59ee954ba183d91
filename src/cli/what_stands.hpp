// SPDX-License-Identifier: GPL-3.0-or-later
// What a command has stored whose result nobody could be handed.
#pragma once

#include <cstdint>
#include <string>

namespace reklamaatio::cli {

// "change 12 stands all the same, of R-37 and C-2", so that nobody does it twice; read from the database anew, since
// nobody else was to wait for it meanwhile.
std::string what_stands(const std::string& database, std::int64_t change);

} // namespace reklamaatio::cli
