// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/backup.hpp"

#include "cli/backup_table.hpp"
#include "cli/registry.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class BackUp final : public Command {
  public:
    void declare(Options& options) override {
        options.argument("FILE", m_file, "where the copy is to be; - is standard output", true);
    }
    // A copy is no text.
    bool is_read_at_leisure() const override { return false; }

    std::vector<view::DescribedTable> tables() const override {
        return {{"backup", "the copy that was made", backup_columns}};
    }

    std::string made() const override { return m_made; }

    host::ExitStatus run(Session& session) override {
        if (*m_file == "-")
            print_copy(session);
        else
            make_copy(session);
        return host::ExitStatus::done;
    }

  private:
    void make_copy(Session& session) {
        const auto made = casework::back_up(session.desk().database(), *m_file);
        m_made = *m_file;
        if (!session.prints_text()) return session.show(backup_table(*m_file, made));
        session.confirm(
            fmt::format("{} is a copy of {}: {}", *m_file, session.settings().db, backup_text(made)));
    }

    void print_copy(Session& session) const {
        const auto& environment = session.environment();
        if (session.settings().output)
            throw host::UsageError("-o has no place here; name the file instead of -");
        if (!session.prints_text())
            throw host::UsageError(
                "- prints the copy itself, where there is no place for its figures; name a file");
        if (environment.out_is_terminal)
            throw host::UsageError("a database is nothing for a terminal; send it into a file or a pipe");
        const auto named = environment.variable("TMPDIR");
        const auto made =
            casework::back_up_to(session.desk().database(), session.out(), named.empty() ? "/tmp" : named);
        session.confirm(fmt::format("the copy of {} has {}", session.settings().db, backup_text(made)));
    }

    std::optional<std::string> m_file;
    std::string m_made;
};

} // namespace

extern constexpr CommandRow k_backup{
    "backup",
    Group::data,
    Access::read,
    "make a copy of the database, while others use it",
    R"(Copies the database as it is at this moment; nobody who writes meanwhile is kept waiting. The copy is verified, as `verify` does
it, and takes its name when it is whole and on the disk. If anything is wrong, none is made, and what was there stays.

An earlier backup of that name is replaced, so is an empty file. Any other file is left alone (73), and so is a database in
use. A copy is its owner's alone (0600). It is one file that opens as a database, with --db, also where nothing can be written.

With - the copy is printed once it has been verified; until then it lies in TMPDIR, or /tmp, where it needs room and nobody
else can open it.

`restore` makes a database of it. How to do this every night is in BACKUPS of reklamaatio-cron(7).)",
    {{{"reklamaatio backup /media/usb/complaints.db", "to another disk"},
      {"reklamaatio backup - | gzip >complaints.db.gz", "into a pipe"},
      {"reklamaatio --db /media/usb/complaints.db list", "what is in the copy"}}},
    make<BackUp>};

} // namespace reklamaatio::cli
