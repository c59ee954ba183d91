// SPDX-License-Identifier: GPL-3.0-or-later
#include "toml/unquoted_letter.hpp"

#include "text/ascii.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <array>
#include <vector>

#include <fmt/format.h>

namespace reklamaatio::toml {

namespace {

constexpr char32_t k_byte_order_mark = U'\ufeff';
constexpr char32_t k_last_ascii = 0x7f;

using text::is_ascii;

// As many characters.
std::string in_ascii(std::string_view text) {
    std::string plain;
    for (; !text.empty(); text.remove_prefix(text::decoded(text).size))
        plain += is_ascii(text.front()) ? text.front() : '?';
    return plain;
}

// Whether a value has begun that is in no quotes, as in x = [{ y = 1 }]. Quotes, comments and what they hold are not noted.
class BareValue {
  public:
    bool has_begun() const { return m_has_begun; }

    void note(char c) {
        switch (c) {
        case '=':
            m_is_awaited = true;
            break;
        case '[':
        case '{':
            open(c);
            break;
        case ']':
        case '}':
            close();
            break;
        case ',':
        case '\n':
            next(c == '\n');
            break;
        case ' ':
        case '\t':
        case '\r':
            break;
        default:
            m_has_begun = m_is_awaited;
        }
    }

  private:
    void open(char bracket) {
        if (!m_is_awaited || m_has_begun) return;
        m_open += bracket;
        m_is_awaited = bracket == '[';
    }

    void close() {
        m_has_begun = false;
        if (!m_open.empty()) m_open.pop_back();
    }

    void next(bool is_line) {
        m_has_begun = false;
        if (is_line || !m_open.empty()) m_is_awaited = m_open.ends_with('[');
    }

    std::string m_open; // brackets
    bool m_is_awaited = false;
    bool m_has_begun = false;
};

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
                const auto* begin = m_rest.data();
                pass_quoted(c);
                if (m_value.has_begun())
                    m_misplaced.emplace_back(begin, static_cast<std::size_t>(m_rest.data() - begin));
            } else {
                const auto character = text::decoded(m_rest);
                if (!character.well_formed) return std::nullopt;
                if (character.code_point > k_last_ascii)
                    return UnquotedLetter{std::string(m_rest.substr(0, character.size)), m_place};
                m_value.note(c);
                step();
            }
        }
        return std::nullopt;
    }

    // What stood in quotes where a value had begun without them.
    const std::vector<std::string_view>& misplaced() const { return m_misplaced; }

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
    BareValue m_value;
    std::vector<std::string_view> m_misplaced;
};

} // namespace

std::optional<UnquotedLetter> unquoted_letter(std::string_view toml) {
    // Most files are, and they are read at every start.
    if (std::ranges::all_of(toml, is_ascii)) return std::nullopt;
    return Scanner(toml).next_bare_letter();
}

std::string parsable(std::string_view toml) {
    std::string plain;
    if (!std::ranges::all_of(toml, is_ascii)) {
        Scanner scanner(toml);
        scanner.next_bare_letter();
        for (const auto quoted : scanner.misplaced()) {
            const auto size = static_cast<std::size_t>(quoted.data() - toml.data());
            plain += toml.substr(0, size);
            plain += in_ascii(quoted);
            toml.remove_prefix(size + quoted.size());
        }
    }
    return plain.append(toml);
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
