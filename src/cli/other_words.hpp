// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs, and people, call what our commands do.
#pragma once

#include <span>
#include <string_view>

namespace reklamaatio::cli {

struct OtherWords {
    std::string_view words; // with blanks between them; none is the name of a command
    std::string_view line;  // how it is done here, as typed behind the name of the program
};

std::span<const OtherWords> other_words();

// The line of the one that has that word; empty where none has it.
std::string_view line_for(std::string_view word);

} // namespace reklamaatio::cli
