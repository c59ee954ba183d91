// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/volumes.hpp"
#include "cli/registry.hpp"
#include "cli/volume_import.hpp"
#include "cli/volume_part.hpp"
#include "complaint/error.hpp"
#include "host/failure.hpp"
#include "host/spool.hpp"
#include "store/volumes.hpp"
#include "time/period.hpp"
#include "view/tables/volume_table.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class VolumeCommand final : public Command {
  public:
    void declare(Options& options) override {
        options.choice_argument("ACTION", {"list", "set", "import"}, "an action", m_action,
                                "list, set PERIOD [PRODUCT] N or import FILE...", true);
        options.arguments(
            "WHAT", m_words,
            "for set: a period such as 2026-10, 2026-W43 or last-month, a product where it is the "
            "volume of one, and the number, or none; for import: CSV files, - for standard input",
            false);
        m_part.declare(options);
        options.text("--delimiter", "TEXT", m_written.delimiter,
                     "for import: what separates the columns, such as ; or tab; detected by default");
        options.text("--encoding", "NAME", m_written.encoding,
                     "for import: encoding of the file, such as ISO-8859-1; UTF-8 by default");
        options.flag("--keep-going", m_keeps_going,
                     "for import: take the rows that fit; exit with status 3 when some do not");
        options.flag("--dry-run", m_dry_run, "say what would be, and change nothing");
    }

    void prepare(const host::Environment& environment) override {
        if (m_action == "set") prepare_set();
        if (m_action == "list" && !m_words.empty())
            throw host::UsageError(fmt::format(
                "volume list takes no '{}'; --product and the like choose from it", m_words.front()));
        if (m_action == "import") prepare_import(environment);
        const bool has_import_options = m_written.delimiter || m_written.encoding || m_keeps_going;
        if (m_action != "import" && has_import_options)
            throw host::UsageError("--delimiter, --encoding and --keep-going go with volume import");
        m_part.check();
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"volume", "the volumes, by what they are of and by period", view::volume_columns},
                {"volume import", "what became of the rows", volume_import_columns}};
    }
    std::vector<render::Column> columns() const override {
        return m_action == "import" ? volume_import_columns() : view::volume_columns();
    }

    bool is_dry_run() const override { return m_dry_run; }
    bool reads_csv() const override { return true; }
    Access access(Access of_row) const override { return m_action == "list" ? Access::read : of_row; }

    host::ExitStatus run(Session& session) override {
        if (m_action == "list") return list(session);
        if (m_action == "set") return set(session);
        return import_volumes(session, m_words, m_input, m_written, m_keeps_going, m_dry_run);
    }

  private:
    void prepare_set() {
        if (m_words.size() < 2 || m_words.size() > 3)
            throw host::UsageError(
                "volume set needs a period and a number: reklamaatio volume set 2026-10 134000");
        if (m_words.size() == 3) m_part.take_product(m_words[1]);
        // Whether it is a number needs no database.
        if (m_words.back() != "none") complaint::parse_volume(m_words.back());
    }

    void prepare_import(const host::Environment& environment) {
        if (m_words.empty())
            throw host::UsageError("volume import needs a file: reklamaatio volume import deliveries.csv");
        if (!m_part.empty())
            throw host::UsageError(
                "volume import takes no --product and the like; the file has a column for it");
        m_written.check();
        for (const auto& file : m_words)
            m_input.add(file, environment);
    }

    host::ExitStatus list(Session& session) const {
        casework::VolumeBook book(session.desk());
        const auto of = book.settled(m_part.of(session, ""));
        std::vector<complaint::Volume> volumes;
        store::read_volumes(session.desk().database(), [&](const complaint::Volume& volume) {
            if (m_part.empty() || (volume.of.field == of.field && volume.of.value == of.value))
                volumes.push_back(volume);
        });
        session.show(view::volume_table(volumes, session.prints_page()));
        if (volumes.empty())
            session.confirm("there are no such volumes; volume set and volume import enter them");
        return host::ExitStatus::done;
    }

    host::ExitStatus set(Session& session) const {
        auto& desk = session.desk();
        const auto period = complaint::parse_volume_period(m_words.front(), desk.now(), desk.zone());
        casework::VolumeBook book(desk);
        complaint::Volume volume{book.settled(m_part.of(session, period)), {}};
        if (m_words.back() != "none") volume.number = complaint::parse_volume(m_words.back());
        tell(session, book.set(volume));
        if (!session.prints_text()) session.show(view::volume_table({volume}, false));
        return host::ExitStatus::done;
    }

    void tell(Session& session, const casework::VolumeBook::Set& done) const {
        const auto name = view::name_of(done.volume.of);
        const std::string is = m_dry_run ? "would be" : "is";
        if (!done.volume.number)
            return session.announce(fmt::format("{} {} {}", name, is,
                                                done.is_same() ? "not known as it is" : "not known any more"),
                                    m_dry_run);
        std::string sentence = fmt::format("{} {} {}", name, is, *done.volume.number);
        if (done.is_same()) sentence += ", as it was";
        if (!done.is_new() && !done.is_same()) sentence += fmt::format(", in place of {}", *done.before);
        if (is_going_on(session, done.volume.of.period)) sentence += "; that period is not over yet";
        session.announce(sentence, m_dry_run);
    }

    static bool is_going_on(Session& session, const std::string& period) {
        return time::parse_period(period, session.now(), session.desk().zone()).until > session.now();
    }

    std::optional<std::string> m_action;
    std::vector<std::string> m_words;
    VolumePart m_part;
    VolumeFile m_written;
    bool m_keeps_going = false, m_dry_run = false;
    host::SpooledFiles m_input;
};

} // namespace

extern constexpr CommandRow k_volume{
    "volume",
    Group::data,
    Access::write,
    "say how much the firm did, for complaints per 1000",
    R"(set enters how many orders, deliveries or visits there were in a day, week, month, quarter or year: of the whole firm,
or of one product, category, channel, team or value of a field of your own. Entered again, the later number counts, and
none takes it away. import reads a CSV file with a column for the period, one for the volume, and one for the product or
whatever else it is a volume of; where that is empty, the volume is of the whole. All or nothing: one row that does not fit,
and nothing is imported, unless --keep-going is given. All are changes, which undo takes back.)",
    {{{"reklamaatio volume set 2026-10 134000", "what was delivered in October"},
      {"reklamaatio volume set 2026-10 1200 --product \"Sofa Aalto\"", "of one product"},
      {"reklamaatio volume import deliveries.csv --dry-run", "see what would happen"}}},
    make<VolumeCommand>};

} // namespace reklamaatio::cli
