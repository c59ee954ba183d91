// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/typed_line.hpp"

#include <algorithm>

namespace reklamaatio::cli {

namespace {

// Letters beyond ASCII mean nothing to a shell.
bool is_plain(unsigned char c) {
    constexpr std::string_view k_harmless = "_@%+=:,./-";
    const bool is_letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || c >= 0x80 || k_harmless.find(static_cast<char>(c)) != std::string_view::npos;
}

} // namespace

std::string typed_word(const std::string& word) {
    if (!word.empty() && std::ranges::all_of(word, is_plain)) return word;
    // Within double quotes these still mean something.
    if (word.find_first_of("\"$`\\!") == std::string::npos) return '"' + word + '"';
    std::string quoted = "'";
    for (const char c : word)
        quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

std::string typed_line(const std::vector<std::string>& words) {
    std::string line = "reklamaatio";
    for (const auto& word : words)
        line += " " + typed_word(word);
    return line;
}

std::vector<std::string> without_words(std::vector<std::string> arguments,
                                       const std::vector<std::string>& words) {
    // From the end, where words that were not expected mostly stand.
    auto end = arguments.rbegin();
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        const auto found = std::find(end, arguments.rend(), *word);
        if (found == arguments.rend()) continue;
        end = std::make_reverse_iterator(arguments.erase(std::next(found).base()));
    }
    return arguments;
}

} // namespace reklamaatio::cli
