// SPDX-License-Identifier: GPL-3.0-or-later
// Files that a command reads.
#pragma once

#include <cstddef>
#include <fstream>
#include <istream>
#include <string>

namespace reklamaatio::host {

// No text that people write comes near it.
inline constexpr std::size_t k_longest_text = std::size_t{16} * 1024 * 1024;

// All that a stream has; `name` is what messages call it. Throws Failure: no_input where it cannot be read to its end,
// bad_data where that is farther away than k_longest_text.
std::string read_stream(std::istream& in, const std::string& name);

// Throws Failure (no_input) when the last reading failed, which looks like the end of the stream.
void check_was_read(const std::istream& in, const std::string& name);

// The whole text of a file, or of standard input for "-". Throws Failure: as read_stream, no_permission, bad_data (not
// UTF-8).
std::string read_file(const std::string& path, std::istream& standard_input);

// Throws Failure: no_input, no_permission, when the file cannot be opened for reading.
void check_readable(const std::string& path);

// The file, from its beginning. Throws as check_readable: a stream that could not be opened reads as an empty one.
std::ifstream opened_to_read(const std::string& path);

} // namespace reklamaatio::host
