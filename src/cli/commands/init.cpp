// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"

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

std::unique_ptr<Command> make_init() {
    return std::make_unique<Init>();
}

} // namespace reklamaatio::cli
