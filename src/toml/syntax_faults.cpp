// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/syntax_faults.hpp"

#include "text/blank.hpp"
#include "text/utf8.hpp"
#include "toml/library.hpp"
#include "toml/plain_words.hpp"
#include "toml/unquoted_letter.hpp"

#include <algorithm>
#include <optional>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::toml {

namespace {

enum class Kind { letter, utf8, other };

struct SyntaxFault {
    Kind kind;
    Place place;
    std::string message;
};

std::optional<SyntaxFault> first_fault(std::string_view text) {
    if (const auto letter = unquoted_letter(text))
        return SyntaxFault{Kind::letter, letter->place, unquoted_letter_text(*letter)};
    try {
        static_cast<void>(::toml::parse(parsable(text)));
        return std::nullopt;
    } catch (const ::toml::parse_error& fault) {
        const auto& begin = fault.source().begin;
        const bool is_utf8 = fault.description().find("utf-8") != std::string_view::npos;
        return SyntaxFault{
            is_utf8 ? Kind::utf8 : Kind::other, {begin.line, begin.column}, in_plain_words(fault, text)};
    }
}

struct Span {
    std::size_t begin;
    std::size_t size; // without the line end
};

Span line_in(std::string_view text, std::size_t number) {
    std::size_t begin = 0;
    for (; number > 1; --number)
        begin = std::min(text.find('\n', begin), text.size() - 1) + 1;
    return {begin, std::min(text.find('\n', begin), text.size()) - begin};
}

// ASCII that differs where letters do, so that no two names become one.
std::string without_letters(std::string_view line) {
    std::string plain;
    while (!line.empty()) {
        const auto character = text::decoded(line);
        const auto letter = line.substr(0, character.size);
        if (character.code_point < 0x80)
            plain += letter;
        else
            plain += is_curly_quote(letter) ? "\"" : fmt::format("_{}_", std::uint32_t{character.code_point});
        line.remove_prefix(character.size);
    }
    return plain;
}

// Whether the value after a key may end on a later line.
bool goes_on(std::string_view line) {
    const auto count = [&](char c) { return std::ranges::count(line, c); };
    return count('[') != count(']') || count('{') != count('}') || line.find("\"\"\"") != line.npos
           || line.find("'''") != line.npos;
}

// "[calendar.a" and "[calendar.a] x" become "[calendar.a]".
std::string closed_header(std::string_view header) {
    const std::size_t brackets = header.starts_with("[[") ? 2 : 1;
    header.remove_prefix(brackets);
    const auto name = text::trimmed(header.substr(0, header.find_first_of("]#")));
    return std::string(brackets, '[').append(name) + std::string(brackets, ']');
}

// So that the keys below a header that cannot be saved are not mixed with those of another.
std::string stand_in_header(std::size_t line) {
    return fmt::format("[_{}_]", line);
}

// What may stand in the line's place; nothing when it cannot be known where its statement ends. `before` is
// the text before the line.
std::optional<std::string> mended_line(std::string_view before, std::string_view line, std::size_t number) {
    if (first_fault(before)) return std::nullopt;
    const auto statement = text::trimmed(line);
    if (statement.starts_with('[')) {
        const auto closed = closed_header(statement);
        return first_fault(std::string(before) + closed) ? stand_in_header(number) : closed;
    }
    return goes_on(statement) ? std::nullopt : std::optional(std::string());
}

} // namespace

void add_syntax_faults(std::string_view text, Faults& faults) {
    std::string mended(text);
    std::set<std::uint32_t> told;
    while (const auto fault = first_fault(mended)) {
        const auto number = fault->place.line;
        const bool is_new = told.insert(number).second;
        if (is_new) faults.add(fault->place, fault->message);
        if (told.size() == k_most_syntax_faults || fault->kind == Kind::utf8) return;
        const auto [begin, size] = line_in(mended, number);
        const auto line = mended.substr(begin, size);
        const auto instead = fault->kind == Kind::letter
                                 ? without_letters(line)
                                 : mended_line(std::string_view(mended).substr(0, begin), line, number);
        if (!instead || *instead == line) return;
        mended.replace(begin, size, *instead);
    }
}

} // namespace reklamaatio::toml
