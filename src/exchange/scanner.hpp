// SPDX-License-Identifier: GPL-3.0-or-later
// Physical lines of a file, taken apart into rows of fields.
#pragma once

#include "exchange/csv_row.hpp"
#include "exchange/dialect.hpp"
#include "exchange/lines.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace reklamaatio::exchange {

// A field in quotes begins with one; whatever stands in it, line ends as well, is text, and a quote is written twice.
// A quote in another field stands for itself, as in 37°36'37.8"N, but for two that may be partners across fields, which
// are a fault of their row.
// An empty line is no row.
class Scanner {
  public:
    // The lines must outlive the scanner.
    Scanner(Lines& lines, Dialect dialect) : m_lines(lines), m_dialect(std::move(dialect)) {}

    // The next row; false after the last one. Throws DataError with the place of what is malformed.
    bool next(CsvRow& row);

    // No quoting any more, and \t \n \r \\ stand for what they name.
    void read_letters();

    const Dialect& dialect() const { return m_dialect; }

  private:
    // In a field that does not begin with one.
    struct Quotes {
        std::size_t number = 0;
        Place last;
    };

    bool begin_row();
    bool take_line();
    bool skip_delimiter();
    void take_field();
    void take_plain(CsvField& field);
    void take_plain_with_escapes(CsvField& field);
    void take_quoted(CsvField& field);
    bool take_escaped(std::string& text);
    void check_ends(std::size_t end);
    void count(Quotes& quotes, std::size_t at, std::string_view before);
    void judge(const Quotes& quotes);
    bool is_at_delimiter() const;
    std::string_view content() const;
    Place place_at(std::size_t offset);
    [[noreturn]] void refuse(const Place& place, std::string_view what) const;

    Lines& m_lines;
    Dialect m_dialect;
    bool m_has_letters = false;
    std::size_t m_usual_fields = 0; // of the row before

    // Of the row that is being read.
    CsvRow* m_row = nullptr;
    std::size_t m_at = 0;          // how far it is read
    std::size_t m_end = 0;         // of what its last line holds: the line end is behind it
    bool m_has_stray_end = false;  // CR or LF within that line
    std::size_t m_counted = 0;     // up to where its characters are counted
    Place m_place;                 // of that
    std::optional<Place> m_single; // of a quote in a field that has no partner there
};

} // namespace reklamaatio::exchange
