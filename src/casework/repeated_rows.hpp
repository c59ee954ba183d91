// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of one file that are about the same complaint.
#pragma once

#include "exchange/draft.hpp"
#include "exchange/row_reader.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace reklamaatio::casework {

// Gives the rows of a file from the beginning, each time.
using ReadFile = std::function<std::unique_ptr<exchange::RowReader>()>;

// What a row of the file is recognised by, and the field that has it: uid where there is one, else ref within source.
// Empty where there is neither.
struct RowKey {
    std::string text;
    std::string_view field;
};
RowKey key_of(const exchange::Draft& draft);

class RepeatedRows {
  public:
    // Reads the file to its end, for which eight bytes a row are kept, and once more where keys come again.
    explicit RepeatedRows(const ReadFile& read);

    // All rows of one key.
    struct Rows {
        std::size_t first_line = 0;
        std::size_t last_row = 0; // counted from 1
        std::size_t count = 0;
        std::string first_content; // as exchange::content_of has it
    };
    // Null where the key comes only once.
    const Rows* find(const exchange::Draft& draft) const;

  private:
    std::map<std::string, Rows, std::less<>> m_rows;
};

} // namespace reklamaatio::casework
