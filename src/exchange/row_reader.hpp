// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a CSV file into drafts of complaints.
#pragma once

#include "exchange/csv_table.hpp"
#include "exchange/draft.hpp"
#include "exchange/profile.hpp"

#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace reklamaatio::exchange {

// What does not fit in a row.
struct RowFault {
    Place place;
    std::string field; // ours; empty when it is the row as a whole
    std::string message;
};

struct DraftRow {
    CsvRow row;
    Draft draft;
    std::vector<RowFault> faults; // empty: the draft is good
    // Where a field of ours stands in this row; the row's beginning when no column was mapped to it.
    Place place_of(std::string_view field) const;
    std::vector<std::pair<std::string_view, Place>> places;
};

// Reads header and rows. Columns are matched by the profile's [columns], and by name and synonym as far as
// Profile::match_names allows; columns of ours that nothing matches stay at their defaults. The constructor
// throws DataError when the header has no column for received_at, or none for subject and text, two columns
// for one field, or not the columns that the profile names; ProfileError for a constant that does not fit;
// and whatever CsvReader throws.
class RowReader {
  public:
    // `zone` is that of the policy, for a profile without one. `currency` and `own`, the fields of the firm's own, likewise.
    RowReader(std::istream& in, std::string file, const Profile& profile, const time::Zone& zone,
              std::string currency, complaint::OwnFields own = {});
    ~RowReader();
    RowReader(const RowReader&) = delete;
    RowReader& operator=(const RowReader&) = delete;

    std::optional<DraftRow> next();
    // The same with nothing in it but what identifies a complaint: its uid, its reference and its source.
    std::optional<DraftRow> next_key();

    // The header as it stands in the file, or numbers where there is none, and how the file turned out to be written.
    const CsvRow& header() const;
    const Dialect& dialect() const;
    // Whether the file (or the profile's constants) gives that field.
    bool has(std::string_view field) const;
    // Names of the columns that nothing was made of, for -v; and where they stand in the header, from 0.
    std::vector<std::string> unused_columns() const;
    std::vector<std::size_t> unused_places() const;
    // What a file of rejected rows has to begin with, so that the same profile reads it: as many lines as are
    // skipped, and a BOM where the file was not UTF-8 as its rows now are, or a spreadsheet program is to open it.
    std::string preamble() const;
    // And how many lines it has to end with, which are skipped as well.
    std::size_t lines_at_end() const;

  private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace reklamaatio::exchange
