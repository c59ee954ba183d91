// SPDX-License-Identifier: GPL-3.0-or-later
// CSV, streamed, with the place of every field.
#pragma once

#include "exchange/csv_row.hpp"
#include "exchange/dialect.hpp"

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::exchange {

struct CsvOptions {
    // An empty delimiter: what the first line says (sep=;), else what detect_delimiter says.
    Dialect dialect{};
    std::size_t skip_lines = 0; // physical lines before the header, that of sep=; as well
    std::string encoding{};     // empty: UTF-8; else a name that iconv knows
    // Rows that are none of the table, at its end: a sum, a copyright. Those of blanks alone are not counted. It is
    // for CsvTable.
    std::size_t skip_last_lines = 0;
};

// Rows of RFC 4180 and what is common beside it: LF or CRLF (or CR alone throughout), blanks kept, empty lines passed
// over, quotes doubled inside quotes, fields of several lines, quotes for themselves in fields that do not begin with
// one. A BOM is passed over, and so is sep=; and the like in the first line, which says the delimiter where none is
// given. Throws DataError for malformed quoting, bytes that are not in the encoding (with a hint which encoding it may
// be), NUL, and files that are no text; memory does not grow with the file: a row has at most 16 MiB.
class CsvReader {
  public:
    CsvReader(std::istream& in, std::string file, const CsvOptions& options);
    ~CsvReader();
    CsvReader(const CsvReader&) = delete;
    CsvReader& operator=(const CsvReader&) = delete;

    // Nothing after the last row.
    std::optional<CsvRow> next();

    // From the next row on: no quoting, and \t \n \r \\ stand for what they name, as our own tab-separated
    // files are written.
    void read_escapes();

    // How the file turned out to be written.
    const Dialect& dialect() const;
    // The lines that were skipped, each with LF behind it.
    const std::string& skipped() const;
    // The encoding that the file turned out to have; empty: UTF-8.
    const std::string& encoding() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

// The delimiter of a file by its beginning (some kilobytes): the one of , ; tab | that parts the most rows
// into as many fields as the header, more than one, quotes considered. Nothing when none does, or two do
// equally well.
std::optional<char> detect_delimiter(std::string_view beginning, char quote = '"');

} // namespace reklamaatio::exchange
