// SPDX-License-Identifier: GPL-3.0-or-later
// CSV, streamed, with the place of every field.
#pragma once

#include <cstddef>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// Where a field begins: physical line of the file and column within it in characters, both from 1.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

struct CsvField {
    std::string text;
    Place place;
    std::size_t offset = 0; // bytes of CsvRow::raw before it
};

struct CsvRow {
    std::vector<CsvField> fields;
    Place place;     // of its first field
    std::string raw; // as it stands in the file, without its line end
};

struct CsvOptions {
    char delimiter = ',';       // '\0': what detect_delimiter says
    std::size_t skip_lines = 0; // physical lines before the header
    std::string encoding{};     // empty: UTF-8; else a name that iconv knows
};

// Rows of RFC 4180 and what is common beside it: LF or CRLF (or CR alone throughout), blanks kept, empty
// lines skipped, quotes doubled inside quotes, fields of several lines, quotes for themselves in fields that
// do not begin with one. A BOM is passed over. Throws DataError for malformed quoting, bytes that are not in
// the encoding (with a hint which encoding it may be), and NUL; memory does not grow with the file: a row has
// at most 16 MiB.
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

    char delimiter() const;
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
std::optional<char> detect_delimiter(std::string_view beginning, std::size_t skip_lines);

} // namespace reklamaatio::exchange
