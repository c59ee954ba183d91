// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/registry.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Init final : public Command {
  public:
    void declare(Options&) override {}

    host::ExitStatus run(Session& session) override {
        // Whoever makes one is told so in any case.
        if (!session.desk().store().is_new())
            session.confirm(fmt::format("{} already exists; nothing was changed", session.settings().db));
        return host::ExitStatus::done;
    }
};

} // namespace

extern constexpr CommandRow k_init{
    "init",
    Group::program,
    Access::create,
    "create the database",
    R"(Creates an empty database with the default policy; one that already exists is left as it is. open, import and
policy apply do the same when there is none.)",
    {{{"reklamaatio init", "where it is looked for by default"},
      {"reklamaatio --db /srv/complaints.db init", "elsewhere"},
      {"", ""}}},
    make<Init>};

} // namespace reklamaatio::cli
