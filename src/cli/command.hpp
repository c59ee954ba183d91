// SPDX-License-Identifier: GPL-3.0-or-later
// What every command is: options, and what is done with them.
#pragma once

#include "casework/caller.hpp"
#include "cli/options.hpp"
#include "cli/session.hpp"
#include "host/environment.hpp"
#include "host/exit_status.hpp"
#include "view/tables/described_table.hpp"

namespace reklamaatio::cli {

// What a command needs of the database.
enum class Access {
    none,
    read_if_there,
    read,
    write, // it must be there
    create // it is made when it is not there
};

class Command {
  public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    // Called once, before parsing.
    virtual void declare(Options& options) = 0;
    // The format when nothing else is said.
    virtual std::string_view default_format() const { return "text"; }
    // Asks the person or standard input for what is missing; nothing is locked yet.
    virtual void prepare(const host::Environment&) {}
    // Whether a person is about to write words. All else is judged before, by a rehearsal of the command.
    virtual bool asks_for_words() const { return false; }
    // Of a rehearsal, instead of prepare and ask: it stands for `asking`, has read what that one has read,
    // and takes the words for granted.
    virtual void copy_input_from(const Command& /*asking*/) {}
    // What the rehearsal, which was not refused, has found out.
    virtual void adopt(const Command& /*rehearsal*/) {}
    // Asks for words, for which it may look into the database; after prepare, and still nothing is locked.
    virtual void ask(const host::Environment&, const Settings&) {}
    // What was answered when run was refused because a telephone number is several customers'; it is run again.
    virtual void take(const casework::Caller&) {}
    // The file that keeps those words until the change is safe; empty: there is none.
    virtual std::string draft() const { return ""; }
    virtual void discard_draft() {}
    // The file that it has made, as it was named; it stands, whatever fails behind that. Empty: none.
    virtual std::string made() const { return ""; }
    // Of commands with actions, what the one that was asked for needs; `of_row` is what the registry says.
    virtual Access access(Access of_row) const { return of_row; }
    // The earlier time, as typed, at which a command that reads wants to have looked.
    virtual std::optional<std::string> as_of() const { return std::nullopt; }
    // Whether everything is to be taken back in the end.
    virtual bool is_dry_run() const { return false; }
    // Whether it can do without a configuration that is faulty.
    virtual bool is_for_trouble() const { return false; }
    // Whether it has figures for --format openmetrics.
    virtual bool has_metrics() const { return false; }
    // Whether it has a page for --format html.
    virtual bool has_document() const { return false; }
    // The tables that it prints for programs.
    virtual std::vector<view::DescribedTable> tables() const { return {}; }
    // What --columns chooses from, as the options are; none: nothing is chosen. By default the columns of its only table.
    virtual std::vector<render::Column> columns() const {
        const auto described = tables();
        return described.size() == 1 ? described.front().columns() : std::vector<render::Column>{};
    }
    // Whether it prints a table that a workbook can have.
    virtual bool has_table() const { return !columns().empty(); }
    // Whether it reads CSV, so that --csv-dialect says how, whatever it prints.
    virtual bool reads_csv() const { return false; }
    // Whether whoever sits at a terminal may read its text in a pager before it ends.
    virtual bool is_read_at_leisure() const { return true; }
    // Whether a monitoring system asks: it wants one line on standard output, whatever happens, and status 3
    // for everything that goes wrong.
    virtual bool is_plugin() const { return false; }
    // Decides, records, shows. Never commits, and prints only through the session; one that throws has done
    // nothing.
    virtual host::ExitStatus run(Session& session) = 0;
};

} // namespace reklamaatio::cli
