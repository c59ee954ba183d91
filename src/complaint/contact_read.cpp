// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/contact_read.hpp"

#include "complaint/phone.hpp"
#include "text/append.hpp"
#include "text/ascii.hpp"
#include "text/blank.hpp"
#include "text/plain.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace reklamaatio::complaint {

namespace {

// A stretch of a text.
struct Span {
    std::size_t begin;
    std::size_t end;
    std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
};

// What parts words, and what only parts a number from a name.
constexpr std::string_view k_between = " \t\n,;<>";
constexpr std::string_view k_marks = " \t\n,;:-/";
// More words than these are no number.
constexpr std::size_t k_most_words = 10;
// A number that does not say by its beginning what it is.
constexpr std::size_t k_fewest_figures = 7;

// Numbers of other kinds that stand beside names, with a nine for each figure: dates and Finnish business identities.
constexpr std::array<std::string_view, 6> k_other_shapes{"9999999-9", "9999-99-99", "9.9.9999",
                                                         "99.9.9999", "9.99.9999",  "99.99.9999"};

bool is_other_number(std::string_view word) {
    std::string shape(word);
    std::ranges::replace_if(shape, text::is_digit, '9');
    return std::ranges::find(k_other_shapes, shape) != k_other_shapes.end();
}

std::vector<Span> words_of(std::string_view text) {
    std::vector<Span> words;
    std::size_t end = 0;
    for (auto begin = text.find_first_not_of(k_between); begin != std::string_view::npos;
         begin = text.find_first_not_of(k_between, end)) {
        end = std::min(text.find_first_of(k_between, begin), text.size());
        words.push_back({begin, end});
    }
    return words;
}

// What stands in quotes becomes letters, so that no number is found there.
std::string without_quoted(std::string_view text) {
    std::string masked(text);
    for (auto open = masked.find('"'); open != std::string::npos;) {
        const auto close = masked.find('"', open + 1);
        if (close == std::string::npos) break;
        std::fill(masked.begin() + static_cast<std::ptrdiff_t>(open),
                  masked.begin() + static_cast<std::ptrdiff_t>(close) + 1, 'x');
        open = masked.find('"', close);
    }
    return masked;
}

bool has_letter(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return text::is_letter(c) || !text::is_ascii(c); });
}

// "(040 123 4567)" is enclosed as a whole, "(09) 123 456" is not.
Span within_parentheses(std::string_view text, Span span) {
    const auto part = span.of(text);
    const bool is_enclosed = part.starts_with('(') && part.find(')') == part.size() - 1;
    return is_enclosed ? Span{span.begin + 1, span.end - 1} : span;
}

bool tells_that_it_is_one(std::string_view number) {
    const auto first = number.find_first_not_of('(');
    const bool by_beginning = first != std::string_view::npos
                              && (number[first] == '0' || number[first] == '+' || has_letter(number));
    return by_beginning || text::digits_of(number).size() >= k_fewest_figures;
}

// Without the brackets of a pair that had nothing but the part in it.
void strip_brackets(std::string_view& front, std::string_view& back) {
    const bool is_pair =
        (front.ends_with('(') && back.starts_with(')')) || (front.ends_with('<') && back.starts_with('>'));
    if (!is_pair) return;
    front.remove_suffix(1);
    back.remove_prefix(1);
}

AmongWords taken_out(std::string_view text, Span span) {
    auto front = text::trimmed(text.substr(0, span.begin));
    auto back = text::trimmed(text.substr(span.end));
    strip_brackets(front, back);
    back.remove_prefix(std::min(back.find_first_not_of(k_marks), back.size()));
    if (back.empty()) front = front.substr(0, front.find_last_not_of(k_marks) + 1);
    std::string rest(text::trimmed(front));
    text::append(rest, back, " ");
    return {std::string(span.of(text)), std::move(rest)};
}

// The longest stretch of words from the first one that is a number.
std::optional<Span> number_from(std::string_view text, const std::vector<Span>& words, std::size_t first) {
    const auto last = std::min(words.size(), first + k_most_words);
    std::optional<Span> number;
    for (auto at = first; at < last && !is_other_number(words[at].of(text)); ++at) {
        const auto span = within_parentheses(text, {words[first].begin, words[at].end});
        if (is_phone(span.of(text)) && tells_that_it_is_one(span.of(text))) number = span;
    }
    return number;
}

} // namespace

std::optional<AmongWords> phone_among_words(std::string_view typed) {
    const auto text = text::plain(typed);
    const auto bare = without_quoted(text);
    const auto words = words_of(bare);
    for (std::size_t first = 0; first < words.size(); ++first) {
        const auto number = number_from(bare, words, first);
        if (!number) continue;
        auto found = taken_out(text, *number);
        return has_letter(found.rest) ? std::optional(std::move(found)) : std::nullopt;
    }
    return std::nullopt;
}

std::optional<AmongWords> address_among_words(std::string_view typed) {
    if (typed.find_first_of("<\"") != std::string_view::npos) return std::nullopt;
    const auto text = text::plain(typed);
    std::optional<Span> address;
    for (const auto word : words_of(text)) {
        const auto span = within_parentheses(text, word);
        const auto at = span.of(text).find('@');
        if (at == std::string_view::npos) continue;
        // A domain that has no point may be cut in two by a blank.
        const bool has_domain = span.of(text).find('.', at) != std::string_view::npos;
        if (address || at == 0 || !has_domain) return std::nullopt;
        address = span;
    }
    if (!address) return std::nullopt;
    auto found = taken_out(text, *address);
    return has_letter(found.rest) ? std::optional(std::move(found)) : std::nullopt;
}

} // namespace reklamaatio::complaint
