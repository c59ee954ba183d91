// SPDX-License-Identifier: GPL-3.0-or-later
// What a file is that nobody has described: how it is written, what its columns look like, and where they may go.
// Doubt is said and never decided.
#pragma once

#include "exchange/column_look.hpp"
#include "exchange/encoding_guess.hpp"
#include "exchange/field.hpp"
#include "exchange/profile.hpp"

#include <istream>
#include <string>
#include <vector>

namespace reklamaatio::exchange {

struct DetectedColumn {
    std::string name;
    ColumnLook look{};
    const Field* field = nullptr; // where it goes; null: nowhere
    std::vector<const Field*> rivals =
        {};                // it would go there, as would another column: somebody has to choose
    bool is_guess = false; // it goes there by what it looks like, not by its name
};

struct Detection {
    std::string file;
    EncodingGuess encoding;
    std::string delimiter;
    std::string line_ends;      // "LF", "CRLF" or "CR"
    std::size_t skip_lines = 0; // before the header
    std::size_t rows = 0;       // that were looked at
    bool has_more_rows = false;
    std::vector<DetectedColumn> columns;
    // Formats of the times that go somewhere: the first one reads all of them; several when the file does not tell
    // which of them is meant. "" are the plain forms.
    std::vector<std::string> date_formats;
    std::vector<std::string> doubts; // sentences, each for a person to settle
};

// More rows tell nothing more.
inline constexpr std::size_t k_most_detected_rows = 50'000;

// `in` can be sought in. What the profile says already (delimiter, encoding, lines to skip) is taken for granted. Throws
// DataError for what cannot be read.
Detection detect(std::istream& in, std::string file, const Profile& given);

} // namespace reklamaatio::exchange
