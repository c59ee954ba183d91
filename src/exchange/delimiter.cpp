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

// Past the closing quote of a field that begins with one; the end of the text when it is not closed.
std::size_t after_quotes(std::string_view text, std::size_t at, char quote) {
    for (++at; at < text.size(); ++at) {
        if (text[at] != quote) continue;
        if (at + 1 == text.size() || text[at + 1] != quote) return at + 1;
        ++at;
    }
    return at;
}

// How many fields each row has, up to the first row that is malformed with this delimiter, or that may be
// cut off.
std::vector<std::size_t> fields_of_rows(std::string_view text, char delimiter, char quote) {
    std::vector<std::size_t> rows;
    std::size_t fields = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (ends_line(text[at]) && fields == 0) continue;
        const bool quoted = quote != '\0' && text[at] == quote;
        if (quoted) at = after_quotes(text, at, quote);
        const auto end = std::find_if(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                                      [&](char c) { return c == delimiter || ends_line(c); });
        const auto stop = static_cast<std::size_t>(end - text.begin());
        // Blanks there are told with their place, once it is known what parts the fields.
        if (quoted && text.substr(at, stop - at).find_first_not_of(" \t") != std::string_view::npos)
            return rows;
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
std::size_t agreeing_rows(std::string_view text, char delimiter, char quote) {
    const auto rows = fields_of_rows(text, delimiter, quote);
    if (rows.empty() || rows.front() < 2) return 0;
    return static_cast<std::size_t>(std::ranges::count(rows, rows.front()));
}

} // namespace

std::optional<char> detect_delimiter(std::string_view beginning, char quote) {
    std::optional<char> best;
    std::size_t most = 0;
    bool tied = false;
    for (const char candidate : k_candidates) {
        const auto rows = agreeing_rows(beginning, candidate, quote);
        if (rows == 0 || rows < most) continue;
        tied = rows == most;
        best = candidate;
        most = rows;
    }
    return tied ? std::nullopt : best;
}

} // namespace reklamaatio::exchange
