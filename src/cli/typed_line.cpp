// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/typed_line.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

// Letters beyond ASCII mean nothing to a shell.
bool is_plain(unsigned char c) {
    constexpr std::string_view k_harmless = "_@%+=:,./-";
    const bool is_letter = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter || c >= 0x80 || k_harmless.find(static_cast<char>(c)) != std::string_view::npos;
}

// From the end, where words that were not expected mostly stand.
std::vector<std::size_t> places_of(const std::vector<std::string>& words,
                                   const std::vector<std::string>& arguments) {
    std::vector<std::size_t> places;
    std::size_t end = arguments.size();
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        std::size_t at = end;
        while (at > 0 && arguments[at - 1] != *word)
            --at;
        if (at == 0) continue;
        end = at - 1;
        places.push_back(end);
    }
    return places;
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

std::string MeantLine::in_place() const {
    auto line = arguments;
    if (!loose.empty())
        line.insert(line.begin() + static_cast<std::ptrdiff_t>(place),
                    fmt::format("{}", fmt::join(loose, " ")));
    return typed_line(line);
}

std::string MeantLine::behind(std::string_view option) const {
    auto line = arguments;
    line.emplace_back(option);
    line.push_back(fmt::format("{}", fmt::join(loose, " ")));
    return typed_line(line);
}

MeantLine meant_line(const std::vector<std::string>& arguments, const std::vector<std::string>& words,
                     const std::vector<std::string>& options) {
    const auto places = places_of(words, arguments);
    MeantLine meant;
    bool continues = false; // the value of such an option
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool is_extra = std::ranges::find(places, i) != places.end();
        if (is_extra && continues) {
            meant.arguments.back() += " " + arguments[i];
        } else if (is_extra) {
            if (meant.loose.empty()) meant.place = meant.arguments.size();
            meant.loose.push_back(arguments[i]);
        } else {
            continues = i > 0 && !arguments[i].starts_with('-')
                        && std::ranges::find(options, arguments[i - 1]) != options.end();
            meant.arguments.push_back(arguments[i]);
        }
    }
    return meant;
}

} // namespace reklamaatio::cli
