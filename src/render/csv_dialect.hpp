// SPDX-License-Identifier: GPL-3.0-or-later
// How CSV is written for whoever opens it: as RFC 4180 has it, or as a spreadsheet program expects it.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace reklamaatio::render {

struct CsvDialect {
    std::string_view name = "";
    char separator = ',';
    char decimal_mark = '.';
    // A BOM, CRLF, and text that looks like a formula is guarded.
    bool is_for_spreadsheets = false;
};

// Those of --csv-dialect.
inline constexpr std::array k_spreadsheet_dialects{CsvDialect{"excel", ',', '.', true},
                                                   CsvDialect{"excel-fi", ';', ',', true},
                                                   CsvDialect{"excel-pl", ';', ',', true}};

// Null when there is none of that name.
const CsvDialect* csv_dialect_named(std::string_view name);

// The text with one ' in front when a spreadsheet program would take it for a formula, or for such a text that
// was guarded; and the same text without it. What is guarded comes back as it was, whatever it is.
std::string guarded(std::string_view text);
std::string_view unguarded(std::string_view text);

} // namespace reklamaatio::render
