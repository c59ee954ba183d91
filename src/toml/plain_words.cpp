// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/plain_words.hpp"

#include "text/blank.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::toml {

namespace {

struct Saying {
    std::string_view of_parser; // part of what the parser says
    std::string_view plain;
};

constexpr std::string_view k_no_value =
    "this is not a value; put text in straight quotes, such as \"Europe/Helsinki\"";
constexpr std::string_view k_open_text = "the text has no closing quote on its line; add one";

// The first that fits.
constexpr std::array k_sayings{
    Saying{"string: unescaped control characters", k_open_text},
    Saying{"string: control characters", k_open_text},
    Saying{"string: encountered end-of-file", k_open_text},
    Saying{"could not determine value type", k_no_value},
    Saying{"expected digit, saw", k_no_value},
    Saying{"parsing floating-point: expected", k_no_value},
    Saying{"parsing time: expected", k_no_value},
    Saying{"expected value, saw", "there is no value; write one after the =, text in quotes"},
    Saying{"array: expected comma", "the list lacks a comma between two values, or its ] at the end"},
    Saying{"array: encountered end-of-file", "the list is not closed; put a ] at its end"},
    Saying{"table header: expected ']'", "the name of the table is not closed; put a ] after it"},
    Saying{"expected '=', saw", "there is no = after the key; write it as in name = \"My company\""},
    Saying{"expected a comment or whitespace",
           "something after the value does not belong there; remove it, or put a # before it"},
    Saying{"maximum nested value depth", "lists are nested too deeply; no file needs that"},
    Saying{"invalid utf-8", "this is not UTF-8; save the file in UTF-8"},
};

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

std::string_view line_at(std::string_view toml, std::size_t number) {
    for (; number > 1; --number)
        toml.remove_prefix(std::min(toml.find('\n') + 1, toml.size()));
    return toml.substr(0, toml.find('\n'));
}

// What the line names: "[calendar.a]", or the key before its =.
std::string named_on(std::string_view line) {
    const auto name = text::trimmed(line);
    if (!name.starts_with('[')) return std::string(text::trimmed(name.substr(0, name.find('='))));
    return std::string(name.substr(0, name.find_last_of(']') + 1));
}

} // namespace

std::string in_plain_words(const ::toml::parse_error& fault, std::string_view toml) {
    const std::string_view said = fault.description();
    if (has(said, "cannot redefine existing")) {
        const auto name = named_on(line_at(toml, fault.source().begin.line));
        if (has(said, "' as "))
            return fmt::format("{} is written with one pair of brackets and with two; choose one", name);
        return fmt::format("{} appears twice; remove one, or merge the two", name);
    }
    const auto known =
        std::ranges::find_if(k_sayings, [&](const Saying& saying) { return has(said, saying.of_parser); });
    return std::string(known != k_sayings.end() ? known->plain : said);
}

} // namespace reklamaatio::toml
