// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an import that do not fit, kept to be mended.
#pragma once

#include "exchange/row_reader.hpp"

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// Whether a header of rejects stands in a file.
bool is_file_of_rejects(const std::string& path);

// Rows that were refused, as they were, with _line,_column,_field,_error behind them: mended, it can be
// imported as it is (those four columns are passed over).
class RejectWriter {
  public:
    // `preamble` is that of RowReader.
    RejectWriter(std::ostream& out, const CsvRow& header, char delimiter, std::string_view preamble = {});
    void row(const DraftRow& rejected);

  private:
    void write(const CsvRow& row, std::string_view verdict);
    std::vector<std::size_t> own_of(const CsvRow& row) const;

    std::ostream& m_out;
    char m_delimiter;
    // Where the four columns stand in a header that has them, because the file was one of rejects itself.
    std::vector<std::size_t> m_own;
    std::size_t m_columns;
};

} // namespace reklamaatio::exchange
