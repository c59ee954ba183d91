// SPDX-License-Identifier: GPL-3.0-or-later
// Reads text from left to right: what the readers of dates, periods and targets in this room are made of.
#pragma once

#include "text/ascii.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace reklamaatio::time {

using text::is_digit;
using text::is_letter;
using text::to_lower;

class Scanner {
  public:
    explicit Scanner(std::string_view text) : m_rest(text) {}

    bool done() const { return m_rest.empty(); }
    std::string_view rest() const { return m_rest; }

    // Letters in either case.
    bool take(char c) {
        if (done() || to_lower(m_rest.front()) != to_lower(c)) return false;
        m_rest.remove_prefix(1);
        return true;
    }

    std::optional<char> take_any(std::string_view choices) {
        for (const char c : choices)
            if (take(c)) return c;
        return std::nullopt;
    }

    // A number of so many digits, greedily; takes nothing when there are fewer than `least`. At most nine.
    std::optional<int> digits(std::size_t least, std::size_t most) {
        std::size_t length = 0;
        int number = 0;
        for (; length < most && length < m_rest.size() && is_digit(m_rest[length]); ++length)
            number = number * 10 + (m_rest[length] - '0');
        if (length < least) return std::nullopt;
        m_rest.remove_prefix(length);
        return number;
    }

    std::optional<int> digits(std::size_t exactly) { return digits(exactly, exactly); }

    // As many letters as there are, perhaps none.
    std::string_view letters() {
        std::size_t length = 0;
        while (length < m_rest.size() && is_letter(m_rest[length]))
            ++length;
        const std::string_view word = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return word;
    }

    // Likewise, with letters of any alphabet: all that UTF-8 writes with more than one byte.
    std::string_view word() {
        std::size_t length = 0;
        while (length < m_rest.size()
               && (is_letter(m_rest[length]) || static_cast<unsigned char>(m_rest[length]) >= 0x80))
            ++length;
        const std::string_view word = m_rest.substr(0, length);
        m_rest.remove_prefix(length);
        return word;
    }

    void skip(std::size_t length) { m_rest.remove_prefix(length); }

    // A text as it is written.
    bool take(std::string_view text) {
        if (!m_rest.starts_with(text)) return false;
        m_rest.remove_prefix(text.size());
        return true;
    }

  private:
    std::string_view m_rest;
};

} // namespace reklamaatio::time
