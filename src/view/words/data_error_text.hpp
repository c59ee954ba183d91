// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong with a file, in words.
#pragma once

#include "exchange/error.hpp"

#include <string>

namespace reklamaatio::view {

// "f.csv:2:3: not windows-1252; use another --encoding": with the option that may help.
std::string data_error_text(const exchange::DataError& fault);

} // namespace reklamaatio::view
