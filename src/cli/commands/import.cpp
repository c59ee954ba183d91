// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/import_file.hpp"
#include "casework/own_fields.hpp"
#include "cli/customer_data.hpp"
#include "cli/detect_file.hpp"
#include "cli/import_tally.hpp"
#include "cli/log_import.hpp"
#include "cli/registry.hpp"
#include "complaint/error.hpp"
#include "exchange/decoder.hpp"
#include "exchange/error.hpp"
#include "exchange/field.hpp"
#include "exchange/row_reader.hpp"
#include "host/failure.hpp"
#include "host/input_file.hpp"
#include "host/output_file.hpp"
#include "host/spool.hpp"
#include "text/names.hpp"
#include "text/nearest.hpp"
#include "text/visible.hpp"
#include "view/tables/detection_table.hpp"
#include "view/words/refusal_text.hpp"

#include <memory>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Import final : public Command {
  public:
    void declare(Options& options) override {
        options.arguments("FILE", m_files, "CSV files; - reads standard input");
        options.text("--profile", "FILE", m_profile_file,
                     "a TOML file that says how to read the CSV file; see reklamaatio-import(1)");
        options.texts("--map", "FIELD=COLUMN", m_maps, "the column to read a field from; repeatable");
        options.text("--source", "NAME", m_source,
                     "the system that the file comes from; together with ref it identifies a row");
        options.text("--delimiter", "TEXT", m_delimiter,
                     "what separates the columns: , ; | tab or any other; detected by default");
        options.text("--encoding", "NAME", m_encoding,
                     "encoding of the file, such as ISO-8859-1; UTF-8 by default");
        options.number("--skip-lines", "N", m_skip_lines, "lines before the header");
        options.choice("--on-conflict", "WHAT", {"error", "skip", "update"}, "a way to resolve a conflict",
                       m_on_conflict,
                       "what to do with a known complaint whose values differ, error by default");
        options.choice("--rows", "WHICH", {"error", "last"}, "a rule for rows of one key", m_rows,
                       "what to do with several rows about one complaint that differ: error, or the last one "
                       "decides, as it does with --on-conflict update");
        options.flag(
            "--keep-other", m_keep_other,
            "keep columns that are none of ours as fields of your own, which the policy then declares");
        options.flag("--keep-going", m_keep_going,
                     "import the rows that fit; exit with status 3 when some do not");
        options.text("--rejects", "FILE", m_rejects_file,
                     "write the rows that do not fit to this file, with the reasons; if there are none, the "
                     "file of an earlier import is removed");
        options.flag("--detect", m_detect,
                     "import nothing: say what FILE looks like, and print a profile for it");
        options.text("--save", "FILE", m_saved_profile, "write the profile of --detect to a new file");
        options.text("--erased", "FILE", m_erased_file,
                     "a list of who was erased, besides the one beside the database: erase them again");
        options.flag("--dry-run", m_dry_run, "do everything, then roll it back");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"import", "what became of the rows", ImportTally::columns},
                {"import --detect", "the columns of a file", view::detection_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_detect ? view::detection_columns() : ImportTally::columns();
    }

    bool is_dry_run() const override { return m_dry_run; }
    bool reads_csv() const override { return true; }

    Access access(Access of_row) const override { return m_detect ? Access::read_if_there : of_row; }

    void prepare(const host::Environment& environment) override {
        check_rejects();
        if (m_detect && m_files.size() != 1) throw host::UsageError("--detect looks at one file at a time");
        if (m_saved_profile && !m_detect)
            throw host::UsageError("--save goes with --detect, whose profile it writes");
        if (m_profile_file) {
            host::check_readable(*m_profile_file);
            m_profile =
                exchange::read_profile(host::read_file(*m_profile_file, environment.in), *m_profile_file);
        }
        take_options();
        if (m_rejects_file) check_replaceable(*m_rejects_file, m_profile);
        // Before anything is locked, since a pipe may be silent for long.
        for (const auto& file : m_files)
            m_input.add(file, environment);
    }

    host::ExitStatus run(Session& session) override {
        if (const auto& csv = session.settings().csv; csv.is_for_spreadsheets) take_csv_dialect(csv);
        if (m_detect) {
            const auto& file = m_files.front();
            detect_file(session, *m_input.open(file), std::string(called(file)), m_profile, m_saved_profile);
            return host::ExitStatus::done;
        }
        check_maps(session);
        if (m_rejects_file) host::check_output("--rejects", *m_rejects_file, session.settings().db);
        for (const auto& file : m_files)
            if (m_input.open(file)->peek() == '{') return import_events(session, file);
        ImportTally account(session, m_rejects_file, m_dry_run);
        session.desk().ledger().in_bulk([&] {
            for (const auto& file : m_files)
                import(session, file, account);
        });
        account.finish(m_keep_going);
        account.show();
        erase_again(session, m_erased_file, m_dry_run);
        return account.has_unfit() ? host::ExitStatus::partly_imported : host::ExitStatus::done;
    }

  private:
    // A log says everything itself, and nothing stands beside it.
    host::ExitStatus import_events(Session& session, const std::string& file) const {
        const bool has_options = !m_maps.empty() || m_profile_file || m_source || m_delimiter || m_encoding
                                 || m_on_conflict || m_rows || m_rejects_file || m_skip_lines || m_keep_going
                                 || m_keep_other;
        if (m_files.size() > 1 || has_options)
            throw host::UsageError(
                fmt::format("'{}' is a log of events, which is imported alone and without options", file));
        import_log(session, *m_input.open(file), std::string(called(file)), m_dry_run);
        erase_again(session, m_erased_file, m_dry_run);
        return host::ExitStatus::done;
    }

    // Which fields there are the policy says as well.
    void check_maps(Session& session) const {
        const exchange::FieldSet fields(session.desk().policy().own);
        const auto names = text::names_of(fields.all(), &exchange::Field::name);
        for (const auto& map : m_maps)
            if (const auto name = map.substr(0, map.find('=')); fields.named(name) == nullptr)
                throw host::UsageError(
                    fmt::format("--map: '{}' is not a field{}", name, text::did_you_mean(name, names)));
    }

    // They go before the profile. What a profile may not say is a fault of the command line here.
    void take_options() {
        try {
            std::set<std::string> mapped;
            for (const auto& map : m_maps) {
                exchange::add_mapping(m_profile, map);
                if (const auto field = map.substr(0, map.find('=')); !mapped.insert(field).second)
                    throw host::UsageError(fmt::format("--map: {} has two columns; name one of them", field));
            }
        } catch (const exchange::ProfileError& fault) {
            throw host::UsageError(fmt::format("--map: {}", fault.what()));
        }
        if (m_source) m_profile.source = *m_source;
        m_profile.keeps_other = m_profile.keeps_other || m_keep_other;
        if (m_encoding) m_profile.encoding = *m_encoding;
        if (m_encoding && !exchange::is_encoding(*m_encoding))
            throw host::UsageError(
                fmt::format("--encoding: '{}' is not an encoding; iconv -l lists them", *m_encoding));
        if (m_skip_lines) m_profile.skip_lines = static_cast<std::size_t>(*m_skip_lines);
        if (m_profile.skip_lines > exchange::k_most_skipped)
            throw host::UsageError(fmt::format("--skip-lines: {} is too many; {} is the most",
                                               m_profile.skip_lines, exchange::k_most_skipped));
        if (m_delimiter) take_delimiter();
    }

    void take_csv_dialect(const render::CsvDialect& csv) {
        exchange::take_csv_dialect(m_profile, csv);
        if (m_delimiter) take_delimiter();
    }

    void take_delimiter() {
        try {
            m_profile.dialect.delimiter = exchange::read_delimiter(*m_delimiter);
            exchange::check(m_profile.dialect);
        } catch (const complaint::BadValue& fault) {
            throw host::UsageError(fmt::format("--delimiter: {}", fault.what()));
        }
    }

    // What is read must still be there when the rejects are written.
    void check_rejects() const {
        if (!m_rejects_file) return;
        if (m_files.size() > 1)
            throw host::UsageError("--rejects keeps the rows of one file; import the files one by one");
        std::vector<std::string> read = m_files;
        if (m_profile_file) read.push_back(*m_profile_file);
        for (const auto& file : read)
            if (file != "-" && host::is_same_file(*m_rejects_file, file))
                throw host::UsageError(
                    fmt::format("--rejects: {} is read by this import; name another file", file));
    }

    casework::OnConflict on_conflict() const {
        if (m_on_conflict == "skip") return casework::OnConflict::skip;
        return m_on_conflict == "update" ? casework::OnConflict::update : casework::OnConflict::error;
    }

    casework::Repeated repeated() const {
        const bool is_usual = m_profile.last_row_decides || on_conflict() == casework::OnConflict::update;
        return (m_rows ? *m_rows == "last" : is_usual) ? casework::Repeated::last : casework::Repeated::error;
    }

    static std::string_view called(std::string_view file) { return file == "-" ? "standard input" : file; }

    static std::int64_t size_of(std::istream& stream) {
        stream.seekg(0, std::ios::end);
        return std::max<std::int64_t>(0, stream.tellg());
    }

    void import(Session& session, const std::string& file, ImportTally& account) {
        const std::string name(called(file));
        std::shared_ptr<std::istream> stream;
        exchange::RowReader* reader = nullptr;
        exchange::Profile profile = m_profile;
        const auto read = [&] {
            stream = m_input.open(file);
            auto made = std::make_unique<exchange::RowReader>(*stream, name, profile, session.desk().zone(),
                                                              session.desk().policy().organisation.currency,
                                                              session.desk().policy().own);
            reader = made.get();
            return made;
        };
        {
            const auto first = read();
            if (profile.keeps_other) {
                auto kept = casework::keep_columns(session.desk(), *first, profile);
                account.kept_columns(kept);
                profile = std::move(kept.profile);
            } else {
                tell_unused(session, name, *first);
            }
            account.begin_file(*first);
            account.doubt(name, first->header());
        }
        const auto size = size_of(*m_input.open(file));
        const ImportTally::Place place = [&] { return std::pair(std::int64_t{stream->tellg()}, size); };
        const auto settled = [&](exchange::DraftRow& row, const casework::RowOutcome& outcome) {
            account.doubt(name, row.row);
            if (outcome.arrival) remember_origin(file, row, *outcome.arrival);
            if (outcome.arrival) return account.count(*outcome.arrival, row);
            if (outcome.is_repeated) return account.count_repeated();
            if (outcome.is_conflict) row.faults.back().message += ways_out_of_conflict(*reader, row.draft);
            if (outcome.contradicts_row)
                row.faults.back().message += "; keep one of them, or use --rows last";
            account.refuse(*reader, name, row);
        };
        account.replaced(
            casework::import_file(session.desk(), read, {on_conflict(), repeated(), &m_origins},
                                  {[&] { account.begin_row(place); }, settled, view::refusal_text}));
    }

    // Of one file alone repeated rows are found without that.
    void remember_origin(const std::string& file, const exchange::DraftRow& row,
                         const casework::ImportedRow& arrival) {
        const bool is_new = arrival.kind == casework::ImportedRow::Kind::added;
        if (m_files.size() > 1 && (is_new || m_origins.contains(arrival.id)))
            m_origins[arrival.id] = {called(file), row.row.place.line};
    }

    static void tell_unused(Session& session, const std::string& name, const exchange::RowReader& reader) {
        const bool watched = session.environment().err_is_terminal && !session.settings().quiet;
        // Of an export of ours a column without a use is a loss, such as that of a field which this policy lacks.
        if (!session.settings().verbose && !watched && !reader.has("uid")) return;
        for (const auto& column : reader.unused_columns())
            session.tell(fmt::format("{}: column '{}' is not used", name, text::spelt_out(column)));
    }

    std::vector<std::string> m_files, m_maps;
    std::optional<std::string> m_profile_file, m_source, m_delimiter, m_encoding, m_on_conflict, m_rows,
        m_rejects_file, m_saved_profile, m_erased_file;
    std::optional<std::int64_t> m_skip_lines;
    bool m_keep_going = false, m_keep_other = false, m_dry_run = false, m_detect = false;
    exchange::Profile m_profile;
    casework::Origins m_origins; // of the complaints that are new
    host::SpooledFiles m_input;
};

} // namespace

extern constexpr CommandRow k_import{
    "import",
    Group::data,
    Access::create,
    "read complaints from CSV files",
    R"(Columns are matched by name (English, Finnish or Polish), by --map or by a profile. All or nothing: one row
that does not fit, and nothing is imported, unless --keep-going is given. A row is identified by its uid, else by
source and ref; the same row again is skipped. Due times in the file win over the policy's.)",
    {{{"reklamaatio import orders.csv --profile shop.toml --dry-run", "see what would happen"},
      {"reklamaatio import orders.csv --profile shop.toml --rejects bad.csv",
       "take what fits, keep the rest"},
      {"reklamaatio import --detect orders.csv --save shop.toml",
       "a profile for a file that nobody has described"}}},
    make<Import>};

} // namespace reklamaatio::cli
