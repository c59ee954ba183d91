// SPDX-License-Identifier: GPL-3.0-or-later
// What other programs, and people, call what our commands do.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace reklamaatio::cli {

struct OtherWords {
    std::string_view words; // with blanks between them; none is the name of a command
    std::string_view
        line; // how it is done here, as typed behind the name of the program; what is typed stands in braces
};

std::span<const OtherWords> other_words();

// How that is done here which somebody looks for behind an option that the command does not have, as typed behind the name
// of the program; empty where nothing is known. The option is said with its dashes.
std::string_view line_for_option(std::string_view command, std::string_view option);

// The line of the one that has that word, with what was typed behind it in the place of the example; empty where none has
// the word.
std::string line_for(std::string_view word, std::span<const std::string> typed = {});

} // namespace reklamaatio::cli
