// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/typed_ids.hpp"

#include "cli/message.hpp"
#include "cli/typed_line.hpp"
#include "complaint/id.hpp"
#include "host/failure.hpp"
#include "text/ascii.hpp"

#include <algorithm>
#include <sstream>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

constexpr std::string_view k_separators = " \t\r,";

// A bare number may belong to the reference in front of it.
bool begins_an_id(std::string_view word) {
    const bool has_mark = word.starts_with("R-") || word.starts_with("r-") || word.starts_with('#');
    return complaint::is_outside_reference(word)
           || (has_mark && word.size() > 1 && text::is_digit(word[word.find_first_of("-#") + 1]));
}

void add_ids(std::string_view line, std::vector<std::string>& ids) {
    bool is_outside = false;
    std::size_t end = 0; // of the id before
    for (auto begin = line.find_first_not_of(k_separators); begin != std::string_view::npos;) {
        const auto after = std::min(line.find_first_of(k_separators, begin), line.size());
        const auto word = line.substr(begin, after - begin);
        if (is_outside && !begins_an_id(word)) {
            ids.back() += line.substr(end, after - end);
        } else {
            ids.emplace_back(word);
            is_outside = complaint::is_outside_reference(word);
        }
        end = after;
        begin = line.find_first_not_of(k_separators, after);
    }
}

// Which a 64-bit integer holds.
bool is_digits(std::string_view text) {
    return text.size() < 10 && text::is_number(text);
}

} // namespace

std::optional<std::int64_t> part_number(char letter, std::string_view text) {
    const bool is_one = text.size() > 1 && text::to_lower(text.front()) == text::to_lower(letter)
                        && is_digits(text.substr(1));
    return is_one ? std::optional<std::int64_t>(std::stoll(std::string(text.substr(1)))) : std::nullopt;
}

bool names_complaint(std::string_view text) {
    const auto number = text.find_first_not_of("Rr-#");
    return text.find_first_of("Rr#") == 0 && number != std::string_view::npos
           && is_digits(text.substr(number));
}

bool is_word(const std::string& typed) {
    return !typed.empty() && typed.front() != '-' && !complaint::is_outside_reference(typed)
           && std::ranges::none_of(typed, text::is_digit);
}

void check_are_complaints(const std::vector<std::string>& typed) {
    const auto word = std::ranges::find_if(typed, is_word);
    if (word != typed.end())
        throw host::UsageError(fmt::format("'{}' is not a complaint; find it with {}, or write R-124", *word,
                                           typed_line({"list", *word})));
}

std::vector<std::string> with_standard_input(const std::vector<std::string>& ids, std::istream& in) {
    std::vector<std::string> all;
    for (const auto& id : ids) {
        if (id != "-") {
            all.push_back(id);
            continue;
        }
        std::istringstream lines(read_all(in));
        for (std::string line; std::getline(lines, line);)
            add_ids(line, all);
    }
    return all;
}

} // namespace reklamaatio::cli
