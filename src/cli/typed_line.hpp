// SPDX-License-Identifier: GPL-3.0-or-later
// Lines for messages, as a person is to type them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

// A word as a shell takes it: as it is, or in quotes where it has blanks or what means something to a shell.
std::string typed_word(const std::string& word);

// "reklamaatio open \"Kiuas on rikki\"".
std::string typed_line(const std::vector<std::string>& words);

// A line that lacks quotes, as it was meant.
struct MeantLine {
    std::vector<std::string> arguments; // of the line without the loose words
    std::vector<std::string> loose;     // words that stand behind no value that has several
    std::size_t place = 0;              // in the arguments, where the first of them stood

    // "reklamaatio promise 4 \"call back\" --by noon": the loose words as one, where they stood or behind that option.
    std::string in_place() const;
    std::string behind(std::string_view option) const;
};
// `words` stand in the arguments in that order and are too many. Those that follow the value of one of the options, of
// which the values have several words, are a part of that value.
MeantLine meant_line(const std::vector<std::string>& arguments, const std::vector<std::string>& words,
                     const std::vector<std::string>& options);

} // namespace reklamaatio::cli
