// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/handling_command.hpp"

namespace reklamaatio::cli {

namespace {

class Reopen final : public HandlingCommand {
  protected:
    void declare_own(Options&) override {}
    std::string message_help() const override { return "why"; }

  public:
    ExitStatus run(Session& session) override {
        return change_each(session, ids(),
                           [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                               return complaint::reopen(complaint, message(), occasion);
                           });
    }
};

} // namespace

std::unique_ptr<Command> make_reopen() {
    return std::make_unique<Reopen>();
}

} // namespace reklamaatio::cli
