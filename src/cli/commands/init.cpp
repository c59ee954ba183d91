// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/registry.hpp"
#include "store/sharing.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Init final : public Command {
  public:
    void declare(Options& options) override {
        options.flag("--shared", m_shared,
                     "for several accounts: the group of the folder may read and write the database; also of "
                     "one that exists");
    }

    host::ExitStatus run(Session& session) override {
        const auto& path = session.settings().db;
        // Whoever makes one is told so in any case.
        if (m_shared)
            session.confirm(fmt::format("the group {} may write {}", store::share(path), path));
        else if (!session.desk().store().is_new())
            session.confirm(fmt::format("{} already exists; nothing was changed", path));
        return host::ExitStatus::done;
    }

  private:
    bool m_shared = false;
};

} // namespace

extern constexpr CommandRow k_init{
    "init",
    Group::program,
    Access::create,
    "create the database",
    R"(Creates an empty database with the default policy; one that already exists is left as it is. open, import and
policy apply do the same when there is none.

A database is its owner's alone. With --shared it is for all accounts of a group, whose folder hands that group on; see
SHARING in reklamaatio-cron(7).)",
    {{{"reklamaatio init", "where it is looked for by default"},
      {"reklamaatio --db /srv/complaints.db init", "elsewhere"},
      {"reklamaatio --db /srv/desk/complaints.db init --shared", "for the group of /srv/desk"}}},
    make<Init>};

} // namespace reklamaatio::cli
