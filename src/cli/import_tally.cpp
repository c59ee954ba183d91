// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/import_tally.hpp"

#include "casework/repeated_rows.hpp"
#include "cli/fault.hpp"
#include "cli/import_progress.hpp"
#include "exchange/reject_writer.hpp"
#include "host/failure.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

constexpr std::size_t k_most_told = RowFaults::k_most_told;
constexpr std::int64_t k_rows_between_signs = 10'000;

bool has_content(const std::string& file) {
    std::error_code fault;
    return std::filesystem::is_regular_file(file, fault) && !std::filesystem::is_empty(file, fault);
}

} // namespace

// Without a source the refs of all files are one series.
std::string ways_out_of_conflict(const exchange::RowReader& reader, const exchange::Draft& draft) {
    const std::string ways = "; use --on-conflict skip or update";
    const bool may_be_other = !reader.has("uid") && draft.complaint.source.empty();
    return may_be_other ? ways + ", or --source NAME where this is another system's ref" : ways;
}

void check_replaceable(const std::string& rejects, const exchange::Profile& profile) {
    if (has_content(rejects) && !exchange::is_file_of_rejects(rejects, profile))
        throw host::Failure(
            host::ExitStatus::cannot_create,
            fmt::format("cannot write {}: it holds something other than rejects; name another file",
                        rejects));
}

void ImportTally::begin_file(const exchange::RowReader& reader) {
    m_has_key = m_has_key && (reader.has("uid") || reader.has("ref"));
}

void ImportTally::kept_columns(const exchange::KeptColumns& kept) {
    for (const auto& name : kept.names)
        if (std::ranges::find(m_kept_columns, name) == m_kept_columns.end()) m_kept_columns.push_back(name);
}

void ImportTally::replaced(const std::vector<casework::KnownWords::Replaced>& words) {
    m_replaced.insert(m_replaced.end(), words.begin(), words.end());
}

void ImportTally::begin_row(const Place& place) {
    ++m_rows;
    const auto& environment = m_session.environment();
    const bool is_watched = environment.err_is_terminal && !m_session.settings().quiet;
    if (!is_watched || m_rows % k_rows_between_signs != 0) return;
    const auto [bytes, size] = place();
    const ImportProgress progress{m_rows, environment.clock.now_in_milliseconds() - m_begun, bytes, size};
    // What was longer before is written over.
    environment.err << fmt::format("\r{:<78}", progress_text(progress)) << std::flush;
}

void ImportTally::count(const casework::ImportedRow& arrival, const exchange::DraftRow& row) {
    if (arrival.kind == casework::ImportedRow::Kind::added) ++m_added;
    if (arrival.kind == casework::ImportedRow::Kind::updated) ++m_updated;
    if (arrival.kind == casework::ImportedRow::Kind::skipped) ++m_skipped;
    if (arrival.gave_otherwise) ++m_given_otherwise;
    if (arrival.other_value) ++m_other_values;
    if (casework::key_of(row.draft).text.empty()) ++m_keyless;
    if (arrival.id_was_taken && ++m_renumbered <= k_most_told)
        m_notices.push_back(fmt::format("{} is taken; the complaint in line {} is now {}",
                                        to_string(*row.draft.id), row.row.place.line, to_string(arrival.id)));
    if (!arrival.kept.empty() && ++m_kept <= k_most_told)
        m_notices.push_back(fmt::format("{} stays as it was decided here: {}", to_string(arrival.id),
                                        fmt::join(arrival.kept, ", ")));
}

void ImportTally::refuse(const exchange::RowReader& reader, const std::string& name,
                         const exchange::DraftRow& row) {
    ++m_unfit;
    m_faults.note(name, row.faults);
    if (!m_rejects_file) return;
    if (!m_rejects) {
        m_rejects_output = std::make_shared<host::OutputFile>(*m_rejects_file);
        m_rejects = std::make_unique<exchange::RejectWriter>(m_rejects_output->stream(), reader);
    }
    m_rejects->row(row);
}

void ImportTally::finish(bool keeps_going) {
    m_faults.tell();
    m_faults.tell_how_many_more();
    const bool is_refused = m_unfit > 0 && !keeps_going;
    // Those of an import that fails otherwise are not put in the place of others.
    if (m_rejects_file && is_refused) placing_rejects()();
    if (m_rejects_file && !is_refused) m_session.defer(placing_rejects());
    if (is_refused)
        throw host::Failure(host::ExitStatus::bad_data,
                            fmt::format("nothing was imported: {} of {} rows {} not valid ({})", m_unfit,
                                        m_rows, text::one_or_many(m_unfit, "is", "are"),
                                        m_rejects_file
                                            ? "--keep-going imports the others"
                                            : "--keep-going imports the others, --rejects FILE keeps these"),
                            {host::Cause::rows_not_valid});
    tell_notices();
}

// Gives the file of rejects to the work that puts it in place. Rejects of an earlier import would be taken for those of this
// one.
std::function<void()> ImportTally::placing_rejects() {
    if (m_rejects) {
        m_rejects->finish();
        return [output = m_rejects_output] { output->finish(); };
    }
    return [is_dry_run = m_is_dry_run, file = *m_rejects_file] {
        if (is_dry_run || !has_content(file)) return;
        std::error_code fault;
        std::filesystem::remove(file, fault);
        if (fault)
            throw host::Failure(host::ExitStatus::cannot_create,
                                fmt::format("cannot remove {}: {}", file, fault.message()));
    };
}

// Not before it is sure that the import stands.
void ImportTally::tell_notices() {
    for (const auto& notice : m_notices)
        m_session.tell(notice);
    if (m_renumbered > k_most_told)
        m_session.tell(fmt::format("and {} more got new numbers", m_renumbered - k_most_told));
    if (m_kept > k_most_told)
        m_session.tell(fmt::format("and {} more stay as they were decided here", m_kept - k_most_told));
}

void ImportTally::show() {
    if (m_session.prints_text())
        for (const auto& line : summary())
            m_session.say(line);
    else
        m_session.show(table());
}

std::vector<render::Column> ImportTally::columns() {
    using render::Column;
    using render::Kind;
    return {Column{"rows", "Rows"}.holding(Kind::number, "rows of the files"),
            Column{"imported", "Imported"}.holding(Kind::number, "new complaints"),
            Column{"updated", "Updated"}.holding(Kind::number, "known complaints that took something over"),
            Column{"skipped", "Skipped"}.holding(Kind::number, "known complaints that stay as they are"),
            Column{"unfit", "Not valid"}.holding(Kind::number, "rows that do not fit"),
            Column{"dry_run", "Dry run"}.holding(Kind::truth, "whether all was taken back"),
            Column{"given_otherwise", "Given otherwise"}.holding(
                Kind::number, "rows with another name, address or number than the customer has"),
            Column{"repeated", "Repeated"}.holding(Kind::number, "rows in place of which another one counts"),
            Column{"has_key", "Has a key"}.holding(Kind::truth, "whether a column identifies the rows"),
            Column{"kept_columns", "Kept columns"}.holding(
                Kind::text, "fields of your own that columns were kept as, separated by ;"),
            Column{"other_values", "Other values"}.holding(
                Kind::number, "rows with another value of the customer than is known, which stays"),
            Column{"without_key", "Without a key"}.holding(
                Kind::number, "rows with neither uid nor ref, which the same file brings in again")};
}

render::Table ImportTally::table() const {
    using render::Value;
    return {columns(),
            {{Value{m_rows}, Value{m_added}, Value{m_updated}, Value{m_skipped}, Value{m_unfit},
              Value{m_is_dry_run}, Value{m_given_otherwise}, Value{m_repeated}, Value{m_has_key},
              render::text_or_none(fmt::format("{}", fmt::join(m_kept_columns, ";"))), Value{m_other_values},
              Value{m_keyless}}}};
}

// What was done, in one line, and then what else must be known.
std::vector<std::string> ImportTally::summary() const {
    std::vector<std::string> lines;
    std::string line = fmt::format("{}: {} {}", text::plural(m_rows, "row"), m_added,
                                   m_is_dry_run ? "would be imported" : "imported");
    if (m_updated > 0) line += fmt::format(", {} updated", m_updated);
    line += fmt::format(", {} skipped", m_skipped);
    if (m_repeated > 0) line += fmt::format(", {} repeated in the file", m_repeated);
    if (m_unfit > 0) line += fmt::format(", {} not valid", m_unfit);
    lines.push_back(std::move(line));
    if (m_given_otherwise > 0)
        lines.push_back(fmt::format(
            "{} {} another name, address or number than the customer has; it is kept with the "
            "complaint",
            text::plural(m_given_otherwise, "row"), text::one_or_many(m_given_otherwise, "gives", "give")));
    if (m_other_values > 0)
        lines.push_back(fmt::format(
            "{} {} another value of the customer than is known, which stays; customer edit --value "
            "changes it",
            text::plural(m_other_values, "row"), text::one_or_many(m_other_values, "gives", "give")));
    for (const auto& [field, theirs, ours, rows] : m_replaced)
        lines.push_back(
            fmt::format("{} '{}' is '{}' here: {}", field, theirs, ours, text::plural(rows, "row")));
    if (!m_kept_columns.empty())
        lines.push_back(fmt::format(
            "{} {} kept as {} of your own: {}", text::plural(m_kept_columns.size(), "column"),
            text::one_or_many(m_kept_columns.size(), "is", "are"),
            text::one_or_many(m_kept_columns.size(), "a field", "fields"), fmt::join(m_kept_columns, ", ")));
    if (!m_has_key && m_added > 0)
        lines.push_back("no column identifies the rows (uid or ref): the same file would be imported again");
    else if (m_keyless > 0)
        lines.push_back(
            fmt::format("{} {} neither uid nor ref: with the same file {} would be imported again",
                        text::plural(m_keyless, "row"), text::one_or_many(m_keyless, "has", "have"),
                        text::one_or_many(m_keyless, "it", "they")));
    return lines;
}

} // namespace reklamaatio::cli
