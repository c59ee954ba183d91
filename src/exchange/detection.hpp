// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is that nobody has described: how it is written, what its columns look like, and where they may go.
// Doubt is said and never decided.
#pragma once

#include "exchange/column_look.hpp"
#include "exchange/encoding_guess.hpp"
#include "exchange/field_set.hpp"
#include "exchange/profile.hpp"

#include <istream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::exchange {

struct DetectedColumn {
    std::string name; // as it stands in the header
    std::string key;  // what a profile calls it: "Labels#2" is the second one called Labels
    ColumnLook look{};
    const Field* field = nullptr;       // where it goes, joined with others that go there; null: nowhere
    std::string own = {};               // the field of the firm's own that it would be kept as
    const Field* also = nullptr;        // where it goes besides
    std::vector<const Field*> rivals{}; // it would go there, as would another column: somebody has to choose
    bool is_guess = false;              // it goes there by what it looks like, not by its name

    bool goes_to(std::string_view name) const { return field != nullptr && field->name == name; }
    // Nor may it.
    bool goes_nowhere() const { return field == nullptr && rivals.empty(); }
};

// Formats of one column of times. Where there are several the file does not tell which of them is meant.
using DetectedFormats = std::vector<std::string>;

struct Detection {
    const FieldSet* fields = nullptr; // that there are
    std::string file;
    EncodingGuess encoding;
    Dialect dialect;
    std::string_view csv_dialect = {}; // that was given
    bool has_header = true;
    bool keeps_other = false;        // columns that go nowhere become fields of the firm's own
    std::string line_ends;           // "LF", "CRLF" or "CR"
    std::size_t skip_lines = 0;      // before the header
    std::size_t skip_last_lines = 0; // after the last row, where all were looked at
    std::size_t rows = 0;            // that were looked at
    bool has_more_rows = false;
    std::vector<DetectedColumn> columns;
    // Of all times that go somewhere; "" are the plain forms. Empty where there are no times, or no one format reads all
    // of them; then each field has its own.
    DetectedFormats date_formats;
    std::vector<std::pair<const Field*, DetectedFormats>> date_formats_of;
    std::vector<std::string> utc_columns; // columns of times whose names say UTC
    std::string timezone;            // in which times without a zone will be read; empty: nobody has said it
    std::size_t stale_ends = 0;      // rows with an end that their status does not go with
    std::vector<std::string> doubts; // sentences, each for a person to settle
};

// More rows tell nothing more.
inline constexpr std::size_t k_most_detected_rows = 50'000;

// `in` can be sought in. What the profile says already (how it is written, encoding, lines to skip) is taken for granted.
// Throws DataError for what cannot be read. The fields outlive what is found.
Detection detect(std::istream& in, std::string file, const Profile& given, const FieldSet& fields);

} // namespace reklamaatio::exchange
