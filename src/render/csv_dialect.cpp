// SPDX-License-Identifier: GPL-3.0-or-later
#include "render/csv_dialect.hpp"

#include <algorithm>

namespace reklamaatio::render {

namespace {

// What begins with one of these, tab and line ends included, is calculated (OWASP, "CSV Injection").
constexpr std::string_view k_begins_formula = "=+-@\t\r\n";

bool looks_like_formula(std::string_view text) {
    const auto begin = text.find_first_not_of('\'');
    return begin != text.npos && k_begins_formula.find(text[begin]) != k_begins_formula.npos;
}

} // namespace

const CsvDialect* csv_dialect_named(std::string_view name) {
    const auto* const found = std::ranges::find(k_spreadsheet_dialects, name, &CsvDialect::name);
    return found == k_spreadsheet_dialects.end() ? nullptr : found;
}

std::string guarded(std::string_view text) {
    return (looks_like_formula(text) ? "'" : "") + std::string(text);
}

std::string_view unguarded(std::string_view text) {
    return text.starts_with('\'') && looks_like_formula(text) ? text.substr(1) : text;
}

} // namespace reklamaatio::render
