// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/help.hpp"

#include "cli/registry.hpp"
#include "host/failure.hpp"

namespace reklamaatio::cli {

namespace {

class Help final : public Command {
  public:
    void declare(Options& options) override {
        options.argument("COMMAND", m_command,
                         "which command, or options for those of every command; by default all commands");
    }

    bool is_for_trouble() const override { return true; }

    host::ExitStatus run(Session& session) override {
        const int width = help_width(session.settings());
        if (!m_command)
            show_front_page(session.out(), width);
        else if (*m_command == "options")
            show_global_options(session.out(), width);
        else
            show_command(session.out(), width);
        return host::ExitStatus::done;
    }

  private:
    void show_command(std::ostream& out, int width) const {
        const auto* row = command_named(*m_command);
        if (row == nullptr) throw host::UsageError(unknown_command(*m_command));
        const auto command = row->make();
        Options options;
        command->declare(options);
        show_help(out, *row, options.rows(), width);
    }

    std::optional<std::string> m_command;
};

} // namespace

extern constexpr CommandRow k_help{
    "help",
    Group::program,
    Access::none,
    "show help",
    R"(All commands by what they are for, or one command with examples and options, or the options that every command
has.)",
    {{{"reklamaatio help", "all commands"},
      {"reklamaatio help open", "one of them"},
      {"reklamaatio help options", "the options that every command has"}}},
    make<Help>};

} // namespace reklamaatio::cli
