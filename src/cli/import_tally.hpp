// SPDX-License-Identifier: GPL-3.0-or-later
// What became of the rows of an import: counted, told, and the unfit ones kept.
#pragma once

#include "casework/importer.hpp"
#include "cli/row_faults.hpp"
#include "cli/session.hpp"
#include "exchange/kept_columns.hpp"
#include "exchange/reject_writer.hpp"
#include "exchange/row_reader.hpp"
#include "host/output_file.hpp"
#include "render/table.hpp"

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace reklamaatio::cli {

// What may be done about a row whose complaint is known otherwise; a clause that begins with ";".
std::string ways_out_of_conflict(const exchange::RowReader& reader, const exchange::Draft& draft);

// Throws Failure (cannot_create) for a file of rejects that holds anything else.
void check_replaceable(const std::string& rejects, const exchange::Profile& profile);

class ImportTally {
  public:
    // `rejects`: the file for the rows that do not fit, where one was asked for; check_replaceable() has seen it.
    ImportTally(Session& session, std::optional<std::string> rejects, bool is_dry_run)
        : m_session(session), m_faults(session), m_rejects_file(std::move(rejects)), m_is_dry_run(is_dry_run),
          m_begun(session.environment().clock.now_in_milliseconds()) {}

    ImportTally(const ImportTally&) = delete;
    ImportTally& operator=(const ImportTally&) = delete;

    void begin_file(const exchange::RowReader& reader);
    // How many bytes of the file were read, and how many it has (0: unknown); asked now and then.
    using Place = std::function<std::pair<std::int64_t, std::int64_t>()>;
    void begin_row(const Place& place);
    // One row of several about one complaint, of which another was taken.
    void count_repeated() { ++m_repeated; }
    // Columns that became fields of the firm's own.
    void kept_columns(const exchange::KeptColumns& kept);
    // Words that a file writes in another case than we do.
    void replaced(const std::vector<casework::KnownWords::Replaced>& words);
    // Tells at once what may have been meant otherwise.
    void doubt(const std::string& name, const exchange::CsvRow& row) { m_faults.doubt(name, row); }
    void count(const casework::ImportedRow& arrival, const exchange::DraftRow& row);
    // Keeps its faults for finish(), and the row; programs are told at once. `name` is what the file is called.
    void refuse(const exchange::RowReader& reader, const std::string& name, const exchange::DraftRow& row);

    // Once all rows are through; tells the faults. The rejects take their place when the import stands, or is refused for them.
    // Throws Failure (bad_data) when some did not fit and `keeps_going` does not
    // allow that.
    void finish(bool keeps_going);
    // Of what show() prints for programs.
    static std::vector<render::Column> columns();
    bool has_unfit() const { return m_unfit > 0; }
    void show();

  private:
    std::function<void()> placing_rejects();
    void tell_notices();
    render::Table table() const;
    std::vector<std::string> summary() const;

    Session& m_session;
    RowFaults m_faults;
    std::optional<std::string> m_rejects_file;
    bool m_is_dry_run;
    std::chrono::milliseconds m_begun;
    std::int64_t m_rows = 0, m_added = 0, m_updated = 0, m_skipped = 0, m_unfit = 0, m_repeated = 0,
                 m_given_otherwise = 0, m_other_values = 0, m_keyless = 0;
    bool m_has_key = true; // the rows of each file can be told apart
    std::size_t m_renumbered = 0, m_kept = 0;
    std::vector<std::string> m_notices;
    std::vector<casework::KnownWords::Replaced> m_replaced;
    std::vector<std::string> m_kept_columns;
    std::shared_ptr<host::OutputFile> m_rejects_output;
    std::unique_ptr<exchange::RejectWriter> m_rejects;
};

} // namespace reklamaatio::cli
