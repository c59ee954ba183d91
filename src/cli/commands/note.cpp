// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"

namespace reklamaatio::cli {

namespace {

class Note final : public HandlingCommand {
  protected:
    void declare_own(Options&) override {}
    bool takes_text() const override { return true; }
    std::string message_help() const override { return "the note"; }

  public:
    host::ExitStatus run(Session& session) override {
        if (message().empty() && took().count() == 0)
            throw host::UsageError(
                "note needs its text: -m TEXT, -m - or -e; or how long work took: --took 15m");
        return change_each(session, ids(),
                           [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                               return complaint::note(complaint, message(), occasion);
                           });
    }
};

} // namespace

extern constexpr CommandRow k_note{
    "note",
    Group::handling,
    Access::write,
    "add an internal note",
    R"(An internal note: the customer does not see it, and no clock takes it into account. It is
found by list --text. Without a text it says only how long somebody worked on it: --took 15m.)",
    {{{"reklamaatio note R-12 -m \"Varastossa kaksi jäljellä\"", "one note"},
      {"reklamaatio note R-12 -e", "in the editor"},
      {"", ""}}},
    make<Note>};

} // namespace reklamaatio::cli
