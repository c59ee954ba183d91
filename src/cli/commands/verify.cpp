// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/soundness.hpp"
#include "cli/registry.hpp"
#include "cli/seal_file.hpp"
#include "complaint/error.hpp"
#include "host/failure.hpp"
#include "store/log_cursor.hpp"
#include "store/seals.hpp"
#include "text/plural.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Verify final : public Command {
  public:
    void declare(Options& options) override {
        options.flag("--head", m_head, "tell where the log ends, to be kept in another place");
        options.text("--after", "CURSOR", m_after,
                     "also whether the log goes on from there: what --head told, or export --cursor");
        options.text(
            "--key", "FILE", m_key,
            "also whether the seals are of this key; without it of that of the configuration, if any");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"verify", "what was found whole", data_columns}};
    }

    host::ExitStatus run(Session& session) override {
        auto& database = session.desk().database();
        if (m_after) check_goes_on(database);
        const auto key =
            m_key ? std::optional(seal_key_in(*m_key, {"--key"})) : usual_seal_key(session.settings());
        auto verdict = store::verify(database, session.desk().store().policies());
        const auto seals = key ? std::optional(store::check_seals(database, *key)) : std::nullopt;
        if (seals) std::ranges::copy(seals->faults, std::back_inserter(verdict.faults));
        casework::check_is_sound(verdict);
        const auto head = store::cursor_of(store::end_of_log(database));
        const render::Table table{
            data_columns(),
            {{render::Value{verdict.events}, render::Value{verdict.complaints},
              render::Value{verdict.customers}, render::Value{std::int64_t{0}}, render::Value{head},
              seals ? render::Value{seals->sealed} : render::Value{},
              seals ? render::Value{seals->unsealed} : render::Value{}}}};
        if (!session.prints_text())
            session.show(table);
        else
            session.say(fmt::format("all is well: {}, {}, {}{}", text::plural(verdict.events, "event"),
                                    text::plural(verdict.complaints, "complaint"),
                                    text::plural(verdict.customers, "customer"),
                                    seals ? seals_text(*seals) : ""));
        if (m_head && session.prints_text()) session.out() << head << '\n';
        return host::ExitStatus::done;
    }

  private:
    // A log whose end was cut off, or that somebody made anew, is whole in itself.
    void check_goes_on(store::Database& database) const {
        try {
            store::place_of(database, *m_after);
        } catch (const complaint::BadValue& fault) {
            throw host::Failure(host::ExitStatus::bad_data,
                                fmt::format("the log does not go on from there: {}", fault.what()));
        }
    }

    static std::string seals_text(const store::Seals& seals) {
        const auto sealed = fmt::format("; {} sealed", text::plural(seals.sealed, "change"));
        if (seals.unsealed == 0) return sealed;
        return fmt::format("{}, {} from change {} on not yet", sealed, seals.unsealed, seals.first_unsealed);
    }

    static std::vector<render::Column> data_columns() {
        using render::Align;
        using render::Column;
        using render::Kind;
        return {
            Column{"events", "Events", Align::right}.holding(Kind::number, "events of the log"),
            Column{"complaints", "Complaints", Align::right}.holding(Kind::number,
                                                                     "complaints that there are"),
            Column{"customers", "Customers", Align::right}.holding(Kind::number, "customers that there are"),
            Column{"faults", "Faults", Align::right}.holding(Kind::number, "0: with a fault there is no row"),
            Column{"head", "Head"}.holding(Kind::text, "where the log ends, as --after takes it"),
            Column{"sealed", "Sealed", Align::right}.holding(Kind::number,
                                                             "changes that are sealed; empty without a key"),
            Column{"unsealed", "Unsealed", Align::right}.holding(
                Kind::number, "changes behind them that are not sealed yet")};
    }

    bool m_head = false;
    std::optional<std::string> m_after, m_key;
};

} // namespace

extern constexpr CommandRow k_verify{
    "verify",
    Group::data,
    Access::read,
    "check that the database can be trusted",
    R"(Checks the file, its tables and views, the chain of hashes of the log up to its last event, whether replaying
the log gives exactly what is stored, and whether the words that list --text looks for are those of the texts.
Ends with status 65 and a line for each fault.

A log whose end was cut off, or that was made anew with all its hashes, is whole in itself. What --head tells and
somebody keeps elsewhere shows it: --after says whether the log still goes on from there.

With --key, each seal is compared with what the key gives for the log as it is. Whoever can write the file but does not have
the key can make no seal, so that what is sealed is as it was; what is not sealed yet is told. See TRUST in reklamaatio(1).)",
    {{{"reklamaatio verify", "after a crash, or once a week from cron"},
      {"reklamaatio verify --head | tail -n 1 >/media/usb/head", "kept where nobody else writes"},
      {"reklamaatio verify --after \"$(cat /media/usb/head)\"", "whether the log goes on from there"}}},
    make<Verify>};

} // namespace reklamaatio::cli
