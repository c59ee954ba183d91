// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/unquoted_letter.hpp"

#include "text/utf8.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace reklamaatio::toml {

namespace {

constexpr char32_t k_byte_order_mark = U'\ufeff';
constexpr char32_t k_last_ascii = 0x7f;

constexpr bool is_ascii(char c) {
    return static_cast<unsigned char>(c) <= k_last_ascii;
}

// How the text goes on after a quote, a # or anything else.
class Scanner {
  public:
    explicit Scanner(std::string_view toml) : m_rest(toml) {
        if (!m_rest.empty() && text::decoded(m_rest).code_point == k_byte_order_mark) step();
    }

    std::optional<UnquotedLetter> next_bare_letter() {
        while (!m_rest.empty()) {
            const char c = m_rest.front();
            if (c == '#') {
                pass_comment();
            } else if (c == '"' || c == '\'') {
                pass_quoted(c);
            } else {
                const auto character = text::decoded(m_rest);
                if (!character.well_formed) return std::nullopt;
                if (character.code_point > k_last_ascii)
                    return UnquotedLetter{std::string(m_rest.substr(0, character.size)), m_place};
                step();
            }
        }
        return std::nullopt;
    }

  private:
    void step() {
        const bool is_line_end = m_rest.front() == '\n';
        m_rest.remove_prefix(text::decoded(m_rest).size);
        m_place.column = is_line_end ? 1 : m_place.column + 1;
        if (is_line_end) ++m_place.line;
    }

    void pass_comment() {
        while (!m_rest.empty() && m_rest.front() != '\n')
            step();
    }

    // Three quotes begin a text of several lines; one that is never closed ends with its line.
    void pass_quoted(char quote) {
        const std::string three(3, quote);
        const bool is_long = m_rest.starts_with(three);
        const std::string_view end = is_long ? std::string_view(three) : std::string_view(three).substr(2);
        for (std::size_t i = 0; i < end.size(); ++i)
            step();
        while (!m_rest.empty() && !m_rest.starts_with(end)) {
            if (!is_long && m_rest.front() == '\n') return;
            const bool is_escape = quote == '"' && m_rest.front() == '\\';
            step();
            if (is_escape && !m_rest.empty()) step();
        }
        for (std::size_t i = 0; i < end.size() && !m_rest.empty(); ++i)
            step();
    }

    std::string_view m_rest;
    Place m_place;
};

} // namespace

std::optional<UnquotedLetter> unquoted_letter(std::string_view toml) {
    // Most files are, and they are read at every start.
    if (std::ranges::all_of(toml, is_ascii)) return std::nullopt;
    return Scanner(toml).next_bare_letter();
}

bool is_curly_quote(std::string_view letter) {
    constexpr std::array<std::string_view, 5> k_curly{"\u201c", "\u201d", "\u201e", "\u2018", "\u2019"};
    return std::ranges::find(k_curly, letter) != k_curly.end();
}

std::string unquoted_letter_text(const UnquotedLetter& found) {
    if (is_curly_quote(found.letter))
        return fmt::format("'{}' is not a straight quote; write \" instead", found.letter);
    return fmt::format("'{}' cannot stand here; put names and text with such characters in straight quotes, "
                       "as in [person.\"päivi\"]",
                       found.letter);
}

} // namespace reklamaatio::toml
