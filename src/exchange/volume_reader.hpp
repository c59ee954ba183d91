// SPDX-License-Identifier: GPL-3.0-or-later
// A file of volumes: a row for each period, or for each period and what it is a volume of.
#pragma once

#include "complaint/volume.hpp"
#include "exchange/csv_table.hpp"
#include "exchange/field_set.hpp"
#include "exchange/profile.hpp"
#include "exchange/row_reader.hpp"

#include <istream>
#include <optional>
#include <string>
#include <vector>

namespace reklamaatio::exchange {

struct VolumeRow {
    CsvRow row;
    complaint::Volume volume;
    std::vector<RowFault> faults; // empty: the volume is good
};

class VolumeReader {
  public:
    // Periods are read as complaint::parse_volume_period does. The profile says how the file is written. Columns are found
    // by name, in English, Finnish and Polish: the period, the volume, and the fields that a volume may be of; of the
    // firm's own those that `fields` has. Throws DataError without a period or a volume, for two columns of one meaning,
    // and as CsvTable does. The fields outlive it.
    VolumeReader(std::istream& in, std::string file, const Profile& profile, const FieldSet& fields,
                 time::Instant now, const time::Zone& zone);

    std::optional<VolumeRow> next();

    // Names of the columns that mean none of these.
    std::vector<std::string> unused_columns() const;

  private:
    // What a column means.
    enum class Meaning { none, period, volume, part };
    struct Column {
        Meaning meaning = Meaning::none;
        std::string field; // of a part
    };
    Column column_called(const std::string& name, const FieldSet& fields) const;
    void check_columns(const std::string& file) const;
    void take(const Column& column, const CsvField& cell, VolumeRow& row) const;
    void take_text(const Column& column, const std::string& text, complaint::Volume& volume) const;

    CsvTable m_table;
    std::vector<Column> m_columns; // as the header has them
    time::Instant m_now;
    time::Zone m_zone;
    bool m_is_guarded; // its texts are, as for a spreadsheet program
};

} // namespace reklamaatio::exchange
