// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/volume_import.hpp"

#include "casework/volumes.hpp"
#include "cli/row_faults.hpp"
#include "complaint/error.hpp"
#include "exchange/decoder.hpp"
#include "exchange/volume_reader.hpp"
#include "host/failure.hpp"
#include "text/plural.hpp"
#include "text/visible.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

exchange::Profile profile_of(const Session& session, const VolumeFile& written) {
    exchange::Profile profile;
    if (const auto& csv = session.settings().csv; csv.is_for_spreadsheets)
        exchange::take_csv_dialect(profile, csv);
    if (written.delimiter) profile.dialect.delimiter = exchange::read_delimiter(*written.delimiter);
    if (written.encoding) profile.encoding = *written.encoding;
    return profile;
}

class VolumeImport {
  public:
    VolumeImport(Session& session, const VolumeFile& written)
        : m_session(session), m_fields(session.desk().policy().own), m_profile(profile_of(session, written)),
          m_faults(session), m_book(session.desk()) {}

    void read(std::istream& in, const std::string& name) {
        auto& desk = m_session.desk();
        exchange::VolumeReader reader(in, name, m_profile, m_fields, desk.now(), desk.zone());
        // Rows that only such a column tells apart would be the same volume.
        for (const auto& column : reader.unused_columns())
            m_session.tell(fmt::format("{}: column '{}' is not used", name, text::spelt_out(column)));
        while (auto row = reader.next()) {
            ++m_rows;
            m_faults.doubt(name, row->row);
            take(*row, name);
            if (row->faults.empty()) continue;
            ++m_unfit;
            m_faults.note(name, row->faults);
        }
    }

    void finish(bool keeps_going) {
        m_faults.tell();
        m_faults.tell_how_many_more();
        if (m_unfit > 0 && !keeps_going)
            throw host::Failure(
                host::ExitStatus::bad_data,
                fmt::format(
                    "nothing was imported: {} of {} rows {} not valid (--keep-going imports the others)",
                    m_unfit, m_rows, text::one_or_many(m_unfit, "is", "are")),
                {host::Cause::rows_not_valid});
    }

    void show(bool is_dry_run) {
        if (!m_session.prints_text()) return m_session.show(table(is_dry_run));
        auto line = fmt::format("{}: {} {}", text::plural(m_rows, "row"), text::plural(m_new, "volume"),
                                is_dry_run ? "would be set" : "set");
        if (m_replaced > 0) line += fmt::format(", {} replaced", m_replaced);
        line += fmt::format(", {} as known", m_same);
        if (m_unfit > 0) line += fmt::format(", {} not valid", m_unfit);
        m_session.say(line);
        if (m_first_days == m_periods.size() && m_first_days > 1)
            m_session.say(
                "every period is the first day of a month: for volumes of whole months write 2026-10");
    }

    bool has_unfit() const { return m_unfit > 0; }

  private:
    struct Origin {
        std::string file;
        std::size_t line = 0;
        std::int64_t number = 0;
    };

    void take(exchange::VolumeRow& row, const std::string& name) {
        if (!row.faults.empty()) return;
        try {
            row.volume.of = m_book.settled(row.volume.of);
        } catch (const complaint::BadValue& fault) {
            row.faults.push_back({row.row.place, row.volume.of.field, fault.what()});
            return;
        }
        const auto [known, is_first] =
            m_origins.try_emplace(row.volume.of, Origin{name, row.row.place.line, *row.volume.number});
        if (is_first) return count(m_book.set(row.volume));
        if (known->second.number == row.volume.number) return count({row.volume, row.volume.number});
        row.faults.push_back({row.row.place, "volume",
                              fmt::format("the row in {}:{} has another volume of {}", known->second.file,
                                          known->second.line, complaint::text_of(row.volume.of))});
    }

    void count(const casework::VolumeBook::Set& done) {
        ++(done.is_same() ? m_same : done.is_new() ? m_new : m_replaced);
        const auto& period = done.volume.of.period;
        if (!m_periods.insert(period).second) return;
        const auto day = time::date_from_iso(period);
        if (day && std::chrono::year_month_day{*day}.day() == std::chrono::day{1}) ++m_first_days;
    }

    render::Table table(bool is_dry_run) const {
        using render::Value;
        return {volume_import_columns(),
                {{Value{m_rows}, Value{m_new}, Value{m_replaced}, Value{m_same}, Value{m_unfit},
                  Value{is_dry_run}}}};
    }

    Session& m_session;
    exchange::FieldSet m_fields;
    exchange::Profile m_profile;
    RowFaults m_faults;
    casework::VolumeBook m_book;
    std::map<complaint::VolumeOf, Origin> m_origins; // of the rows so far
    std::set<std::string> m_periods;
    std::size_t m_first_days = 0; // among them, of months
    std::int64_t m_rows = 0, m_new = 0, m_replaced = 0, m_same = 0, m_unfit = 0;
};

} // namespace

void VolumeFile::check() const {
    if (encoding && !exchange::is_encoding(*encoding))
        throw host::UsageError(
            fmt::format("--encoding: '{}' is not an encoding; iconv -l lists them", *encoding));
    try {
        if (delimiter) exchange::read_delimiter(*delimiter);
    } catch (const complaint::BadValue& fault) {
        throw host::UsageError(fmt::format("--delimiter: {}", fault.what()));
    }
}

std::vector<render::Column> volume_import_columns() {
    using render::Column;
    using render::Kind;
    return {Column{"rows", "Rows"}.holding(Kind::number, "rows of the files"),
            Column{"set", "Set"}.holding(Kind::number, "volumes that were not known"),
            Column{"replaced", "Replaced"}.holding(Kind::number, "volumes in place of other numbers"),
            Column{"same", "As known"}.holding(Kind::number, "rows of volumes that were known so"),
            Column{"unfit", "Not valid"}.holding(Kind::number, "rows that do not fit"),
            Column{"dry_run", "Dry run"}.holding(Kind::truth, "whether all was taken back")};
}

host::ExitStatus import_volumes(Session& session, const std::vector<std::string>& files,
                                const host::SpooledFiles& input, const VolumeFile& written, bool keeps_going,
                                bool is_dry_run) {
    VolumeImport work(session, written);
    session.desk().ledger().in_bulk([&] {
        for (const auto& file : files)
            work.read(*input.open(file), file == "-" ? "standard input" : file);
    });
    work.finish(keeps_going);
    work.show(is_dry_run);
    return work.has_unfit() ? host::ExitStatus::partly_imported : host::ExitStatus::done;
}

} // namespace reklamaatio::cli
