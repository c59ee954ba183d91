// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/dialect.hpp"

#include "complaint/error.hpp"
#include "text/utf8.hpp"
#include "text/visible.hpp"

#include <fmt/format.h>

namespace reklamaatio::exchange {

namespace {

using complaint::BadValue;

constexpr std::size_t k_longest_delimiter = 8;

bool ends_line(char c) {
    return c == '\n' || c == '\r' || c == '\0';
}

bool holds(const std::string& text, char c) {
    return c != '\0' && text.find(c) != std::string::npos;
}

// '\0' for nothing at all.
char one_character(const std::string& text, std::string_view what) {
    if (text.empty()) return '\0';
    if (text.size() == 1 && static_cast<unsigned char>(text.front()) < 0x80 && !ends_line(text.front()))
        return text.front();
    throw BadValue(fmt::format("'{}' is not a character that {}", text::visible_line(text), what));
}

} // namespace

std::string read_delimiter(const std::string& text) {
    if (text == "tab" || text == "\\t") return "\t";
    const bool ends = holds(text, '\n') || holds(text, '\r') || text.find('\0') != std::string::npos;
    if (text.empty() || text.size() > k_longest_delimiter || ends || text::invalid_utf8_at(text))
        throw BadValue(
            fmt::format("'{}' cannot separate fields; write the characters that do, such as ; or || or \\t",
                        text::visible_line(text)));
    return text;
}

char read_quote(const std::string& text) {
    return one_character(text, "can quote; write one such as \" or ', or nothing where nothing quotes");
}

char read_escape(const std::string& text) {
    return one_character(text, "can stand before a quote; write one, such as \\, or nothing");
}

void check(const Dialect& dialect) {
    if (dialect.quote != '\0' && dialect.quote == dialect.escape)
        throw BadValue(
            "the escape is the quote; leave it out, since a quote inside quotes may always be written twice");
    for (const char mark : {dialect.quote, dialect.escape})
        if (holds(dialect.delimiter, mark))
            throw BadValue(fmt::format("'{}' cannot both separate fields and quote or escape in them", mark));
}

std::string as_field(std::string text, const Dialect& dialect) {
    const auto& delimiter = dialect.delimiter;
    if (dialect.quote == '\0') {
        for (auto at = text.find(delimiter); at != std::string::npos; at = text.find(delimiter, at + 1))
            text.replace(at, delimiter.size(), 1, ' ');
        return text;
    }
    const auto holds = [&](char c) { return c != '\0' && text.find(c) != std::string::npos; };
    if (!holds(dialect.quote) && !holds(dialect.escape) && !holds('\r') && !holds('\n')
        && text.find(delimiter) == std::string::npos)
        return text;
    std::string field{dialect.quote};
    for (const char c : text) {
        if (c == dialect.quote || (dialect.escape != '\0' && c == dialect.escape)) field += c;
        field += c;
    }
    return field += dialect.quote;
}

} // namespace reklamaatio::exchange
