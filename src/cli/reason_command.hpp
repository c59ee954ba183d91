// SPDX-License-Identifier: GPL-3.0-or-later
// Commands that need nothing but complaints and a reason.
#pragma once

#include "cli/handling_command.hpp"

namespace reklamaatio::cli {

class ReasonCommand final : public HandlingCommand {
  public:
    // What the domain does with each complaint and the reason.
    using Act = complaint::Event (*)(const complaint::Complaint&, const std::string&,
                                     const complaint::Occasion&);
    explicit ReasonCommand(Act act) : m_act(act) {}

    host::ExitStatus run(Session& session) override {
        return change_each(session, ids(),
                           [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                               return m_act(complaint, message(), occasion);
                           });
    }

  protected:
    void declare_own(Options&) override {}
    std::string message_help() const override { return "why"; }

  private:
    Act m_act;
};

} // namespace reklamaatio::cli
