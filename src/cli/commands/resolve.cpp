// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/handling_command.hpp"
#include "complaint/money.hpp"
#include "store/parts.hpp"

#include <fmt/format.h>

namespace reklamaatio::cli {

namespace {

class Resolve final : public HandlingCommand {
  protected:
    std::string message_help() const override { return "what was decided, and why"; }

    void declare_own(Options& options) override {
        options.word("--outcome", "OUTCOME", m_to.outcome,
                     "what we decided: upheld, partly, rejected or withdrawn");
        options.word("--settled", "WORD", m_to.settled,
                     "did the customer accept it: yes, no or unknown (the default)");
        options.choice("--remedy", "REMEDY", {complaint::k_remedies.begin(), complaint::k_remedies.end()},
                       "a remedy", m_to.remedy,
                       "what made it good: refund, replacement, repair, discount, credit, upgrade, gift, "
                       "apology, listening or none");
        options.text("--amount", "SUM", m_amount, "what it cost, such as 49.90 or \"49,90 EUR\"");
        options.text("--currency", "CODE", m_to.currency, "of the sum, such as PLN; else the policy's");
        options.text("--cause", "CAUSE", m_to.cause, "what was behind it");
        options.text("--channel", "CHANNEL", m_to.channel,
                     "the message goes to the customer this way: it is an answer, too");
    }

  public:
    ExitStatus run(Session& session) override {
        read_amount(session);
        return change_each(
            session, ids(), [&](const complaint::Complaint& complaint, const complaint::Occasion& occasion) {
                hint(session, complaint);
                const auto procedure = store::procedure_of(session.database(), complaint.id);
                return complaint::resolve(complaint, procedure, m_to, rules(session, complaint), occasion);
            });
    }

  private:
    static complaint::EndRules rules(Session& session, const complaint::Complaint& complaint) {
        const auto* sla = complaint::sla_for(session.policy(), complaint);
        return {session.policy().steps_required_of(complaint.kind),
                sla != nullptr && sla->target(complaint::Clock::followup)};
    }

    // What a person may have forgotten; a script knows what it does.
    void hint(Session& session, const complaint::Complaint& complaint) const {
        const bool decided =
            complaint.kind == complaint::Kind::complaint || complaint.kind == complaint::Kind::claim;
        if (decided && !m_to.outcome)
            session.confirm(
                fmt::format("{} has no outcome: say --outcome next time", to_string(complaint.id)));
        if (!complaint.responded_at && !m_to.channel)
            session.confirm(fmt::format("{} was never answered: tell the customer with contact",
                                        to_string(complaint.id)));
    }

    void read_amount(Session& session) {
        m_to.text = message();
        if (m_to.channel && m_to.channel->empty()) throw UsageError("--channel needs a value, such as email");
        if (m_to.currency && !complaint::is_currency(*m_to.currency))
            throw UsageError(fmt::format(
                "--currency: '{}' is not a currency; write three capitals, such as EUR", *m_to.currency));
        if (!m_amount) {
            if (m_to.currency) throw UsageError("--currency goes with --amount");
            return;
        }
        const auto money = complaint::parse_money(*m_amount);
        if (m_to.currency && !money.currency.empty() && money.currency != *m_to.currency)
            throw UsageError(fmt::format("--amount says {} and --currency says {}; leave one out",
                                         money.currency, *m_to.currency));
        m_to.amount = money.cents;
        if (!m_to.currency)
            m_to.currency = money.currency.empty() ? session.policy().organisation.currency : money.currency;
    }

    complaint::Resolution m_to;
    std::optional<std::string> m_amount;
};

} // namespace

std::unique_ptr<Command> make_resolve() {
    return std::make_unique<Resolve>();
}

} // namespace reklamaatio::cli
