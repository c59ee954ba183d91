// SPDX-License-Identifier: GPL-3.0-or-later
// How a file of fields is written.
#pragma once

#include <string>
#include <string_view>

namespace reklamaatio::exchange {

struct Dialect {
    std::string delimiter = ","; // one character or several; empty: it is found out
    char quote = '"';            // '\0': nothing quotes
    // In front of a quote, of itself, of a delimiter or of a line end it makes text of it, and in front of anything
    // else it is text itself; '\0': there is none. A quote inside quotes may be doubled as well.
    char escape = '\0';
};

// What people write for each: any text of up to eight characters, "tab" or "\\t"; one character of ASCII, or nothing.
// Throws complaint::BadValue.
std::string read_delimiter(const std::string& text);
char read_quote(const std::string& text);
char read_escape(const std::string& text);

// Throws complaint::BadValue when one character has two meanings.
void check(const Dialect& dialect);

// A text as a field of the dialect. Where nothing quotes, a blank takes the place of what would end it.
std::string as_field(std::string text, const Dialect& dialect);

} // namespace reklamaatio::exchange
