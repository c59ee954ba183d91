// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a command reads.
#pragma once

#include <istream>
#include <string>

namespace reklamaatio::host {

// The whole text of a file, or of standard input for "-". Throws Failure: no_input, no_permission, bad_data
// (not UTF-8).
std::string read_file(const std::string& path, std::istream& standard_input);

// Throws Failure as above when the file cannot be opened for reading.
void check_readable(const std::string& path);

} // namespace reklamaatio::host
