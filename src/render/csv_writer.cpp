// SPDX-License-Identifier: GPL-3.0-or-later
// RFC 4180 with LF line ends.
#include "render/format_writers.hpp"
#include "render/separated_writer.hpp"

namespace reklamaatio::render {

namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

bool needs_quotes(std::string_view text) {
    if (text.empty()) return false;
    return is_blank(text.front()) || is_blank(text.back()) || text.find_first_of(",\"\r\n") != text.npos;
}

} // namespace

std::string csv_field(std::string_view text) {
    if (!needs_quotes(text)) return std::string(text);
    std::string field = "\"";
    for (const char c : text) {
        if (c == '"') field += '"';
        field += c;
    }
    return field += '"';
}

std::unique_ptr<Writer> make_csv_writer(std::ostream& out, const WriterOptions& options) {
    // An empty line would be skipped by readers.
    constexpr Separation k_csv{',', csv_field, "\"\""};
    return std::make_unique<SeparatedWriter>(out, options, k_csv);
}

} // namespace reklamaatio::render
