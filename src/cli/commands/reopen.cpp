// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"

namespace reklamaatio::cli {

namespace {

class Reopen final : public HandlingCommand {
  protected:
    void declare_own(Options&) override {}
    std::string message_help() const override { return "why"; }

  public:
    host::ExitStatus run(Session& session) override {
        return change_each(session, ids(),
                           [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                               return complaint::reopen(complaint, message(), occasion);
                           });
    }
};

} // namespace

extern constexpr CommandRow k_reopen{
    "reopen",
    Group::handling,
    Access::write,
    "open a resolved complaint again",
    R"(The policy says whether the resolution clock continues, starts again, or leaves out the time in which the
complaint was closed ([organisation] reopen).)",
    {{{"reklamaatio reopen R-12 -m \"The new one is broken, too\"", "with the reason"}, {"", ""}, {"", ""}}},
    make<Reopen>};

} // namespace reklamaatio::cli
