// SPDX-License-Identifier: GPL-3.0-or-later
// Tab-separated values: a tab always parts two fields, a newline always ends a row.
#include "render/format_writers.hpp"
#include "render/separated_writer.hpp"

namespace reklamaatio::render {

namespace {

void append_tsv_field(std::string& line, std::string_view text, char) {
    for (const char c : text) {
        switch (c) {
        case '\t':
            line += "\\t";
            break;
        case '\n':
            line += "\\n";
            break;
        case '\r':
            line += "\\r";
            break;
        case '\\':
            line += "\\\\";
            break;
        default:
            line += c;
        }
    }
}

std::string_view text_of(const Value& value, const CsvDialect&, std::string& room) {
    return plain_text_in(value, room);
}

} // namespace

std::unique_ptr<Writer> make_tsv_writer(std::ostream& out, const WriterOptions& options) {
    constexpr Separation k_tsv{'\t', append_tsv_field, "", text_of};
    return std::make_unique<SeparatedWriter>(out, options, k_tsv);
}

} // namespace reklamaatio::render
