// SPDX-License-Identifier: GPL-3.0-or-later
// Lines for messages, as a person is to type them.
#pragma once

#include <string>
#include <vector>

namespace reklamaatio::cli {

// A word as a shell takes it: as it is, or in quotes where it has blanks or what means something to a shell.
std::string typed_word(const std::string& word);

// "reklamaatio open \"Kiuas on rikki\"".
std::string typed_line(const std::vector<std::string>& words);

// The same arguments, where those words, which stand in them in that order, are gone.
std::vector<std::string> without_words(std::vector<std::string> arguments,
                                       const std::vector<std::string>& words);

} // namespace reklamaatio::cli
