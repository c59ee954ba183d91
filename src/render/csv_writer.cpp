// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4180 with LF line ends, or as a spreadsheet program expects it.
#include "render/format_writers.hpp"
#include "render/separated_writer.hpp"

#include <algorithm>

namespace reklamaatio::render {

namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

// Each is looked for through the whole text, which the machine does faster than letter by letter.
bool needs_quotes(std::string_view text, char separator) {
    const auto has = [text](char c) { return text.find(c) != std::string_view::npos; };
    return is_blank(text.front()) || is_blank(text.back()) || has(separator) || has('"') || has('\r')
           || has('\n');
}

bool has_decimals(const Value& value) {
    return std::holds_alternative<Share>(value) || std::holds_alternative<Amount>(value)
           || std::holds_alternative<Number>(value);
}

// The type of a value says whether it is text; a number that begins with - is a number.
std::string_view text_in(const Value& value, const CsvDialect& dialect, std::string& room) {
    if (!dialect.is_for_spreadsheets) return plain_text_in(value, room);
    if (const auto* text = std::get_if<std::string>(&value)) return room = guarded(*text);
    room = plain_text(value);
    if (has_decimals(value)) std::ranges::replace(room, '.', dialect.decimal_mark);
    return room;
}

} // namespace

void append_csv_field(std::string& line, std::string_view text, char separator) {
    if (text.empty()) return;
    if (!needs_quotes(text, separator)) {
        line += text;
        return;
    }
    line += '"';
    for (const char c : text) {
        if (c == '"') line += '"';
        line += c;
    }
    line += '"';
}

std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const WriterOptions& options) {
    // An empty line would be skipped by readers.
    Separation csv{options.csv.separator, append_csv_field, "\"\"", text_in};
    if (options.csv.is_for_spreadsheets) {
        csv.line_end = "\r\n";
        csv.before_all = k_byte_order_mark;
    }
    return std::make_unique<SeparatedWriter>(out, options, csv);
}

} // namespace reklamaatio::render
