// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.hpp"

#include "cli/registry.hpp"
#include "host/failure.hpp"

namespace reklamaatio::cli {

namespace {

class Help final : public Command {
  public:
    void declare(Options& options) override {
        options.argument("COMMAND", m_command, "which command; all of them by default");
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

extern constexpr CommandRow k_help{
    "help",
    Group::program,
    Access::none,
    "show help",
    R"(All commands by what they are for, or one command with examples and options.)",
    {{{"reklamaatio help", "all commands"}, {"reklamaatio help open", "one of them"}, {"", ""}}},
    make<Help>};

} // namespace reklamaatio::cli
