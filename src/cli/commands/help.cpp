// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.hpp"

#include "cli/commands/commands.hpp"
#include "host/failure.hpp"

namespace reklamaatio::cli {

namespace {

class Help final : public Command {
  public:
    void declare(Options& options) override {
        options.argument("COMMAND", m_command, "which command; else all of them");
    }

    bool is_for_trouble() const override { return true; }

    host::ExitStatus run(Session& session) override {
        if (!m_command) return show_front_page(session.out(), false);
        const auto* row = command_named(*m_command);
        if (row == nullptr) throw host::UsageError(unknown_command(*m_command));
        const auto command = row->make();
        Options options;
        command->declare(options);
        return show_help(session.out(), *row, options.rows());
    }

  private:
    std::optional<std::string> m_command;
};

} // namespace

std::unique_ptr<Command> make_help() {
    return std::make_unique<Help>();
}

} // namespace reklamaatio::cli
