// SPDX-License-Identifier: GPL-3.0-or-later
// A stream that lacks memory reads as one that has ended, or drops what it is to write, and says neither: text would be cut
// short without a word. Here that is thrown, as std::bad_alloc.
#pragma once

#include <cstddef>
#include <istream>
#include <sstream>
#include <string>

namespace reklamaatio::text {

// Text that is read from a string.
class InText : public std::istringstream {
  public:
    explicit InText(std::string text) : std::istringstream(std::move(text)) { exceptions(badbit); }
};

// Text that is written into a string.
class OutText : public std::ostringstream {
  public:
    OutText() { exceptions(badbit); }
};

// No line that the program writes comes near it; what has no end is not to fill the memory.
inline constexpr std::size_t k_longest_line = std::size_t{64} * 1024 * 1024;

// Takes the next line out of a stream, up to `end`. False where there is none, and where it cannot be read or is too long, which
// bad() tells, with errno.
bool next_line(std::istream& in, std::string& line, char end = '\n');

} // namespace reklamaatio::text
