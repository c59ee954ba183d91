// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of an import that do not fit, kept to be mended.
#pragma once

#include "exchange/row_reader.hpp"

#include <array>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// Whether a file begins with a header of rejects, parted by the profile's delimiter or a usual one.
bool is_file_of_rejects(const std::string& path, const Profile& profile);

// Rows that were refused, as they were, with _line,_column,_field,_error behind them: mended, it can be
// imported as it is (those four columns are passed over). A file without a header gets one of numbers.
class RejectWriter {
  public:
    // The reader of the rows; it is asked now, and not kept.
    RejectWriter(std::ostream& out, const RowReader& reader);
    void row(const DraftRow& rejected);
    // After the last row: as many lines as the same profile skips there.
    void finish();

  private:
    using Verdict = std::array<std::string, 4>;
    void write(const CsvRow& row, const Verdict& verdict);
    std::vector<std::size_t> own_of(const CsvRow& row) const;
    std::string_view raw_field(const CsvRow& row, std::size_t index) const;

    std::ostream& m_out;
    Dialect m_dialect;
    // Where the four columns stand in a header that has them, because the file was one of rejects itself.
    std::vector<std::size_t> m_own;
    std::size_t m_columns, m_lines_at_end;
};

} // namespace reklamaatio::exchange
