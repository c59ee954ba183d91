// SPDX-License-Identifier: GPL-3.0-or-later
// Tab-separated values: a tab always parts two fields, a newline always ends a row.
#include "render/format_writers.hpp"
#include "render/separated_writer.hpp"

namespace reklamaatio::render {

namespace {

std::string tsv_field(std::string_view text, char) {
    std::string field;
    field.reserve(text.size());
    for (const char c : text) {
        switch (c) {
        case '\t':
            field += "\\t";
            break;
        case '\n':
            field += "\\n";
            break;
        case '\r':
            field += "\\r";
            break;
        case '\\':
            field += "\\\\";
            break;
        default:
            field += c;
        }
    }
    return field;
}

std::string text_of(const Value& value, const CsvDialect&) {
    return plain_text(value);
}

} // namespace

std::unique_ptr<Writer> make_tsv_writer(std::ostream& out, const WriterOptions& options) {
    constexpr Separation k_tsv{'\t', tsv_field, "", text_of};
    return std::make_unique<SeparatedWriter>(out, options, k_tsv);
}

} // namespace reklamaatio::render
