// SPDX-License-Identifier: GPL-3.0-or-later
// A file of fields as a table: a header, and rows as wide as it is.
#pragma once

#include "exchange/csv_reader.hpp"

#include <deque>
#include <istream>
#include <optional>
#include <string>

namespace reklamaatio::exchange {

struct TableRow {
    CsvRow row;
    // Why it is no row of this table, or malformed; empty: it has as many fields as the header.
    std::string misfit;
    Place misfit_place() const { return row.fault ? row.fault->place : row.place; }
};

// Rows of nothing but empty fields and blanks of any kind are passed over.
// Empty fields behind the last one of the header are passed over, which is a doubt of the first row that has them and
// of rows that have other numbers of them. Of the fields that a row lacks at its end nothing is known, so that it
// does not fit, unless their columns have no names. The header once more is no row.
class CsvTable {
  public:
    // Throws DataError for a file without a header, and what CsvReader throws.
    CsvTable(std::istream& in, std::string file, const CsvOptions& options, bool has_header = true);

    // As it stands in the file. Where there is none, columns are called 1, 2 and so on, as many as the first row
    // has; rejects of such a file have these names for a header.
    const CsvRow& header() const { return m_header; }
    std::optional<TableRow> next();

    CsvReader& reader() { return m_reader; }
    const CsvReader& reader() const { return m_reader; }

  private:
    void read_header(const std::string& file, std::size_t skipped);
    std::optional<CsvRow> next_row();
    std::optional<CsvRow> next_filled();
    void number_columns(CsvRow first);
    std::string fit(CsvRow& row);
    bool is_header(const CsvRow& row) const;
    void trim(CsvRow& row);
    void pad(CsvRow& row) const;

    CsvReader m_reader;
    bool m_has_header;
    CsvRow m_header;
    std::size_t m_skipped_at_end;
    std::deque<CsvRow> m_ahead;     // rows that may be the last ones, which are skipped
    std::optional<CsvRow> m_first;  // where it is no header
    std::size_t m_usual_fields = 0; // of a row with fields too many
};

} // namespace reklamaatio::exchange
