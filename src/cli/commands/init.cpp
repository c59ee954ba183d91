// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/registry.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Init final : public Command {
  public:
    void declare(Options&) override {}

    host::ExitStatus run(Session& session) override {
        const auto& path = session.settings().db;
        session.confirm(session.desk().store().is_new()
                            ? fmt::format("made {}", path)
                            : fmt::format("{} is there already; nothing was changed", path));
        return host::ExitStatus::done;
    }
};

} // namespace

extern constexpr CommandRow k_init{
    "init",
    Group::program,
    Access::create,
    "make the database",
    R"(Makes an empty database with the default policy; one that is there already is left as it is. open, import and
policy apply do the same when there is none.)",
    {{{"reklamaatio init", "where it is looked for by default"},
      {"reklamaatio --db /srv/complaints.db init", "elsewhere"},
      {"", ""}}},
    make<Init>};

} // namespace reklamaatio::cli
