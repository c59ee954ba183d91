// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/complaint_table.hpp"

namespace reklamaatio::cli {

namespace {

class Export final : public Command {
  public:
    void declare(Options&) override {}
    std::string_view default_format() const override { return "csv"; }

    ExitStatus run(Session& session) override {
        show_complaints(session, {}, {}, export_columns());
        return ExitStatus::done;
    }
};

} // namespace

std::unique_ptr<Command> make_export() {
    return std::make_unique<Export>();
}

} // namespace reklamaatio::cli
