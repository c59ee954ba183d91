// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/options.hpp"

#include "cli/letters.hpp"
#include "complaint/error.hpp"
#include "complaint/field.hpp"
#include "text/blank.hpp"
#include "text/plural.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

bool OptionRow::takes_words() const {
    constexpr std::array<std::string_view, 6> k_of_words{"TEXT",    "REASON",   "CAUSE",
                                                         "PRODUCT", "CATEGORY", "NAME"};
    return !is_argument && (is_prose || std::ranges::find(k_of_words, value) != k_of_words.end());
}

std::vector<std::string> options_of_words(std::span<const OptionRow> rows) {
    std::vector<std::string> names;
    for (const auto& row : rows)
        if (row.takes_words())
            for (auto& name : Options::parts_of(row.names))
                names.push_back(std::move(name));
    return names;
}

void Options::add(OptionRow row) {
    row.names = with_letter(std::move(row.names));
    m_rows.push_back(std::move(row));
}

std::vector<std::string> Options::parts_of(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (true) {
        const auto comma = text.find(',', begin);
        parts.emplace_back(text::trimmed(std::string_view(text).substr(begin, comma - begin)));
        if (comma == std::string::npos) return parts;
        begin = comma + 1;
    }
}

namespace {

[[noreturn]] void refuse_empty_word(const std::string& text) {
    throw complaint::BadValue(fmt::format("'{}' has an empty word; write one, or several with commas", text));
}

} // namespace

const std::string& Options::some_text(const std::string& text) {
    if (text.empty()) refuse_empty_word(text);
    return text;
}

std::vector<std::string> Options::named_parts_of(const std::string& text) {
    auto parts = parts_of(text);
    if (std::ranges::find(parts, "") != parts.end()) refuse_empty_word(text);
    return parts;
}

void Options::number(std::string names, std::string value, std::optional<std::int64_t>& into,
                     std::string help) {
    add({.names = std::move(names),
         .value = std::move(value),
         .help = std::move(help),
         .take = [&into](const std::string& text) { into = complaint::parse_whole_number(text); }});
}

std::string Options::with_words(std::string help, std::span<const std::string_view> words) {
    // What begins with - is another word turned round.
    std::vector<std::string_view> said(words.begin(), words.end());
    std::erase_if(said, [](std::string_view word) { return word.starts_with('-'); });
    std::ranges::replace(said, std::string_view(), std::string_view("an empty text"));
    return said.empty() ? help : help + ": " + text::alternatives(said);
}

void Options::offer_remedies() {
    offer_words(complaint::k_remedies);
    m_rows.back().help +=
        fmt::format(": {}, or what the policy adds", fmt::join(complaint::k_remedies, ", "));
}

void Options::choice(std::string names, std::string value, std::vector<std::string> words, std::string noun,
                     std::optional<std::string>& into, std::string help) {
    const std::vector<std::string_view> known(words.begin(), words.end());
    add({.names = std::move(names),
         .value = std::move(value),
         .help = with_words(std::move(help), known),
         .words = words,
         .take = [&into, words, noun](const std::string& text) {
             if (std::ranges::find(words, text) == words.end()) {
                 const std::vector<std::string_view> known(words.begin(), words.end());
                 complaint::refuse_word(text, noun, known);
             }
             into = text;
         }});
}

} // namespace reklamaatio::cli
