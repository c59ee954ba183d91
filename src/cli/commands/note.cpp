// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/handling_command.hpp"

namespace reklamaatio::cli {

namespace {

class Note final : public HandlingCommand {
  protected:
    void declare_own(Options&) override {}
    std::string message_help() const override { return "the note"; }

  public:
    host::ExitStatus run(Session& session) override {
        if (message().empty()) throw host::UsageError("note needs its text: -m TEXT, -m - or -e");
        return change_each(session, ids(),
                           [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                               return complaint::note(complaint, message(), occasion);
                           });
    }
};

} // namespace

std::unique_ptr<Command> make_note() {
    return std::make_unique<Note>();
}

} // namespace reklamaatio::cli
