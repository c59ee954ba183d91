// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/restoring.hpp"
#include "cli/backup_table.hpp"
#include "cli/customer_data.hpp"
#include "cli/message_lines.hpp"
#include "cli/open_store.hpp"
#include "cli/registry.hpp"
#include "host/failure.hpp"
#include "store/erased_list.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Restore final : public Command {
  public:
    void declare(Options& options) override {
        options.argument("FILE", m_file, "the backup; - is standard input", true);
        options.text("--erased", "FILE", m_erased_file,
                     "a list of who was erased, besides the one beside the database: erase them again");
    }

    std::vector<view::DescribedTable> tables() const override {
        return {{"restore", "the database that was made", backup_columns}};
    }

    std::string made() const override { return m_made; }

    host::ExitStatus run(Session& session) override {
        const auto& settings = session.settings();
        if (*m_file == "-" && session.environment().in_is_terminal)
            throw host::UsageError("a database is nothing to be typed; send a backup into standard input");
        provide_place(settings);
        auto erased = erased_before(settings.db, m_erased_file);
        casework::Erasing again;
        const auto restored = restored_from(session.environment(), settings, [&](store::Store& store) {
            auto desk = desk_at(store, session.environment(), settings, "restore");
            again = casework::erase_again(desk, erased);
            std::ranges::move(store::erased_ever(store.database()), std::back_inserter(erased));
        });
        m_made = settings.db;
        // The next copy that is restored here may be older than this one, and know less of it.
        session.defer([database = settings.db, erased] { store::add_erased(database, erased); });
        warn_of_network(settings, session.environment());
        if (restored.upgrade) tell_of_upgrade(*restored.upgrade, settings, session.environment());
        if (session.prints_text())
            session.confirm(
                fmt::format("{} was made of {}: {}", settings.db, name(), backup_text(restored.made)));
        else
            session.show(backup_table(settings.db, restored.made));
        tell_erased_again(session, again);
        return host::ExitStatus::done;
    }

  private:
    // What messages call it.
    std::string name() const { return *m_file == "-" ? "standard input" : *m_file; }

    casework::Restored restored_from(const host::Environment& environment, const Settings& settings,
                                     const casework::Redo& redo) const {
        return *m_file == "-" ? casework::restore(environment.in, name(), settings.db, redo)
                              : casework::restore(*m_file, settings.db, redo);
    }

    std::optional<std::string> m_file, m_erased_file;
    std::string m_made;
};

} // namespace

extern constexpr CommandRow k_restore{
    "restore",
    Group::data,
    Access::none,
    "make a database of a backup",
    R"(Makes the database, where --db or the configuration says, of a copy that `backup` made, or that was made before an
upgrade (FILE.schema-N). It is verified first, and brought up to date where an older program wrote it; the copy
stays as it is. Unless all is well, nothing is made. With - the copy comes through standard input, as `backup -` prints it.

A database that is there is never replaced (73): move it away first, together with what lies beside it, and keep it until
all is well again. Whoever was erased since the backup, as the list beside the database has it (DATABASE.erased), is erased again
before anybody can read it; leave the list where it is. The new one is its owner's alone; `init --shared` gives it to a group.)",
    {{{"reklamaatio restore /media/usb/complaints.db", "after a disk was lost"},
      {"reklamaatio restore - <complaints.backup", "from standard input, as gunzip -c gives it"},
      {"reklamaatio --db /tmp/look.db restore complaints.db", "to try something out"}}},
    make<Restore>};

} // namespace reklamaatio::cli
