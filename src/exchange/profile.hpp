// SPDX-License-Identifier: GPL-3.0-or-later
// How a foreign file is to be understood: a TOML file of the user's.
#pragma once

#include "complaint/money.hpp"
#include "exchange/csv_reader.hpp"
#include "exchange/dialect.hpp"
#include "exchange/field_set.hpp"
#include "render/csv_dialect.hpp"
#include "toml/faults.hpp"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::exchange {

// More is a slip, and skipped lines are kept for the file of rejects.
inline constexpr std::size_t k_most_skipped = 1000;

// Where a field comes from.
struct ColumnChoice {
    std::vector<std::string> columns = {};   // several are joined; none: the field has no column
    bool has_names = false;                  // the name of each column stands before its text
    std::optional<std::string> between = {}; // the texts; else what suits the field
    friend bool operator==(const ColumnChoice&, const ColumnChoice&) = default;
};

//   delimiter = ";"            encoding = "iso-8859-2"      decimal_mark = ","
//   skip_lines = 2             before the header            skip_last_lines = 1     after the last row
//   csv_dialect = "excel-fi"   a delimiter, a decimal mark, and guarded formulas
//   date_format = "MM/DD/YYYY hh:mm:ss AM/PM"   timezone = "America/New_York"       source = "shop"
//   date_format = ["DD.MM.YYYY hh:mm", "DD.MM.YYYY"]     date_rest = "ignore"        tag_separator = ","
//   stale_ends = "ignore"      resolved_at and closed_at of a complaint that is not that far
//   empty = ["?", "N/A"]       these texts stand for nothing, in every column
//   keep_other = true          columns that are none of ours are kept as own fields
//   rows = "last"              of several rows about one complaint
//   [columns]                  our field = their column; several fields may read one column
//   received_at = "CreatedDate"
//   resolved_at = ["Date", "Time"]                       joined
//   text = { join = ["Title", "Details"], names = true, between = " / " }
//                              each behind the name of its column
//   kind = ""                  no column, though there is one of that name
//   [date_formats]             our field = one format of its own, or a list
//   closed_at = "YYYY-MM-DD"
//   [values.status]            their word = ours; * for any letters, "" for an empty cell
//   "Closed (Duplicate)" = "closed"
//   [constants]                our field = the same value in every row
//   kind = "complaint"
struct Profile {
    Dialect dialect{.delimiter = ""}; // no delimiter: it is found out
    render::CsvDialect csv = {};      // what a spreadsheet program writes: its texts are guarded
    std::string encoding;
    std::size_t skip_lines = 0, skip_last_lines = 0;
    bool has_header = true;                                          // else columns are called 1, 2 and so on
    std::vector<std::string> date_formats;                           // any of them; none: the plain forms
    std::map<std::string, std::vector<std::string>> date_formats_of; // of one field
    bool ignores_date_rest = false;  // what stands behind a time is passed over
    bool ignores_stale_ends = false; // an end that the status does not go with, as of one that was reopened
    bool keeps_other = false;        // columns that are none of ours become fields of the firm's own
    bool last_row_decides = false;   // of several about one complaint; else they must say the same
    char tag_separator = ';';
    std::string timezone;
    std::string source;
    complaint::DecimalMark decimal_mark = complaint::DecimalMark::either;
    std::vector<std::string> empty;
    std::map<std::string, ColumnChoice> columns;
    std::map<std::string, std::map<std::string, std::string>> values;
    std::map<std::string, std::string> constants;
    // Keys that are no fields of ours, and where they stand: the policy may have such fields.
    struct Foreign {
        std::string name;
        std::string table;
        toml::Place place;
    };
    std::vector<Foreign> foreign;
    std::string file; // for messages
    // Whether columns that `columns` does not speak of are matched by name and synonym: not when the profile
    // has [columns], which then is the whole truth.
    bool match_names = true;
};

// Throws ProfileError with all faults, each "file:line:column: message", a line each; unknown keys and fields
// are faults with a suggestion.
Profile read_profile(std::string_view toml, std::string_view file);

// How the bytes of the file become rows.
CsvOptions csv_options(const Profile& profile);

// What a dialect of CSV says of a file, in place of what the profile says.
void take_csv_dialect(Profile& profile, const render::CsvDialect& csv);

// Throws ProfileError for names that are none of these fields either.
void check_foreign(const Profile& profile, const FieldSet& fields);

// "FIELD=COLUMN" of --map, added to what the profile says or what names match. Throws ProfileError for what is none. The
// field may be the firm's own, as far as is known here.
void add_mapping(Profile& profile, std::string_view mapping);

} // namespace reklamaatio::exchange
