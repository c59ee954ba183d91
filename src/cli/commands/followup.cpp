// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/handling_command.hpp"
#include "cli/registry.hpp"
#include "complaint/resolution.hpp"

namespace reklamaatio::cli {

namespace {

class FollowUpCommand final : public HandlingCommand {
  protected:
    std::string message_help() const override { return "what the customer said"; }

    void declare_own(Options& options) override {
        options.number("--csat", "N", m_to.csat,
                       "how satisfied the customer is now, 1 (very dissatisfied) to 5 (very satisfied)");
        options.number("--nps", "N", m_to.nps, "how likely the customer is to recommend us, 0 to 10");
        options.word("--retained", "WORD", m_to.retained, "whether the customer stays");
        options.flag("--unreachable", m_to.unreachable, "nobody answered; it is closed all the same");
    }

  public:
    host::ExitStatus run(Session& session) override {
        m_to.text = message();
        const bool answered = m_to.csat || m_to.nps || m_to.retained;
        if (m_to.unreachable && answered)
            throw host::UsageError(
                "--unreachable and the customer's answers cannot be used together; leave one out");
        if (!m_to.unreachable && !answered && m_to.text.empty())
            throw host::UsageError(
                "followup needs what came of it: --csat, --nps, --retained, --unreachable or "
                "-m TEXT");
        return change_each(session, ids(),
                           [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                               return complaint::follow_up(complaint, m_to, occasion);
                           });
    }

  private:
    complaint::FollowUp m_to;
};

} // namespace

extern constexpr CommandRow k_followup{
    "followup",
    Group::handling,
    Access::write,
    "record a follow-up",
    R"(Asks the customer after the resolution: how satisfied (CSAT), how likely to recommend us (NPS), whether staying. It closes the
complaint, also when nobody could be reached; asked again, the new answers hold.)",
    {{{"reklamaatio followup R-12 --csat 5 --nps 9 --retained yes", "what the customer answered"},
      {"reklamaatio followup R-12 --unreachable", "nobody answered"},
      {"", ""}}},
    make<FollowUpCommand>};

} // namespace reklamaatio::cli
