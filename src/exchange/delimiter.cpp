// SPDX-License-Identifier: GPL-3.0-or-later
// Which character parts the fields of a file.
#include "exchange/csv_reader.hpp"

#include <algorithm>

namespace reklamaatio::exchange {

namespace {

constexpr std::string_view k_candidates = ",;\t|";

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

std::string_view without_lines(std::string_view text, std::size_t count) {
    for (; count > 0; --count) {
        const auto end = std::min(text.find_first_of("\r\n"), text.size());
        const bool two = text.substr(end).starts_with("\r\n");
        text.remove_prefix(std::min(end + (two ? 2 : 1), text.size()));
    }
    return text;
}

// Past the closing quote of a field that begins with one; the end of the text when it is not closed.
std::size_t after_quotes(std::string_view text, std::size_t at) {
    for (++at; at < text.size(); ++at) {
        if (text[at] != '"') continue;
        if (at + 1 == text.size() || text[at + 1] != '"') return at + 1;
        ++at;
    }
    return at;
}

// How many fields each row has, up to the first row that is malformed with this delimiter, or that may be
// cut off.
std::vector<std::size_t> fields_of_rows(std::string_view text, char delimiter) {
    std::vector<std::size_t> rows;
    std::size_t fields = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (ends_line(text[at]) && fields == 0) continue;
        const bool quoted = text[at] == '"';
        if (quoted) at = after_quotes(text, at);
        const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                                      [&](char c) { return c == delimiter || ends_line(c); });
        const auto stop = static_cast<std::size_t>(end - text.begin());
        if (quoted && stop != at) return rows;
        at = stop;
        ++fields;
        if (at < text.size() && !ends_line(text[at])) continue;
        if (at < text.size() || rows.empty()) rows.push_back(fields);
        fields = 0;
    }
    if (rows.empty() && fields > 0) rows.push_back(fields + 1);
    return rows;
}

// Rows that have as many fields as the header; 0 when the delimiter parts nothing.
std::size_t agreeing_rows(std::string_view text, char delimiter) {
    const auto rows = fields_of_rows(text, delimiter);
    if (rows.empty() || rows.front() < 2) return 0;
    return static_cast<std::size_t>(std::ranges::count(rows, rows.front()));
}

} // namespace

std::optional<char> detect_delimiter(std::string_view beginning, std::size_t skip_lines) {
    const auto text = without_lines(beginning, skip_lines);
    std::optional<char> best;
    std::size_t most = 0;
    bool tied = false;
    for (const char candidate : k_candidates) {
        const auto rows = agreeing_rows(text, candidate);
        if (rows == 0 || rows < most) continue;
        tied = rows == most;
        best = candidate;
        most = rows;
    }
    return tied ? std::nullopt : best;
}

} // namespace reklamaatio::exchange
