// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/typed_ids.hpp"

#include "cli/message.hpp"
#include "cli/typed_line.hpp"
#include "complaint/error.hpp"
#include "complaint/id.hpp"
#include "host/failure.hpp"
#include "text/ascii.hpp"
#include "text/streams.hpp"
#include "text/visible.hpp"
#include "text/width.hpp"

#include <algorithm>

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

// A-3, of an action or an alert.
bool is_lettered(std::string_view id) {
    return id.size() > 2 && text::is_letter(id.front()) && id[1] == '-' && is_digits(id.substr(2));
}

bool is_id(const std::string& word) {
    return is_lettered(word) || names_complaints(word);
}

void check_has_ids(const std::string& line, std::size_t number) {
    constexpr int k_enough = 40; // columns, to know the line again
    std::vector<std::string> ids;
    add_ids(line, ids);
    if (!std::ranges::all_of(ids, is_id))
        throw host::Failure(host::ExitStatus::bad_data,
                            text::spelt_out(fmt::format("line {} of standard input: '{}' is not a complaint; "
                                                        "list --format ids prints ids and nothing else",
                                                        number, text::shortened(line, k_enough))));
}

template <typename Check>
std::vector<std::string> with_input(const std::vector<std::string>& words, std::istream& in, Check check) {
    std::vector<std::string> all;
    for (const auto& word : words) {
        if (word != "-") {
            all.push_back(word);
            continue;
        }
        text::InText lines(read_all(in));
        std::size_t number = 0;
        for (std::string line; text::next_line(lines, line);) {
            check(line, ++number);
            add_ids(line, all);
        }
    }
    return all;
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

bool names_complaints(const std::string& typed) {
    if (complaint::is_outside_reference(typed)) return true;
    try {
        complaint::parse_references(typed);
        return true;
    } catch (const complaint::BadValue&) {
        return false;
    }
}

bool is_sentence(const std::string& typed) {
    return is_word(typed) || (typed.find(' ') != std::string::npos && typed.front() != '-' && !is_id(typed));
}

void check_are_complaints(const std::vector<std::string>& typed) {
    const auto word = std::ranges::find_if(typed, is_word);
    if (word != typed.end())
        throw host::UsageError(fmt::format("'{}' is not a complaint; find it with {}, or write R-124", *word,
                                           typed_line({"list", *word})));
}

std::vector<std::string> with_standard_input(const std::vector<std::string>& ids, std::istream& in) {
    return with_input(ids, in, check_has_ids);
}

std::vector<std::string> with_words_on_input(const std::vector<std::string>& words, std::istream& in) {
    return with_input(words, in, [](const std::string&, std::size_t) {});
}

} // namespace reklamaatio::cli
