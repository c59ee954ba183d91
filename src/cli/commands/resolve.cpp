// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/grant.hpp"
#include "cli/handling_command.hpp"
#include "complaint/error.hpp"
#include "store/actions.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::cli {

namespace {

using complaint::Complaint;
using complaint::Occasion;
using complaint::Procedure;

class Resolve final : public HandlingCommand {
  protected:
    std::string message_help() const override { return "what was decided, and why"; }

    void declare_own(Options& options) override {
        options.word("--outcome", "OUTCOME", m_to.outcome,
                     "what we decided: upheld, partly, rejected or withdrawn");
        options.word("--settled", "WORD", m_to.settled,
                     "did the customer accept it: yes, no or unknown (the default)");
        options.text("--remedy", "REMEDY", m_to.remedy,
                     "what made it good: refund, replacement, repair, discount, credit, upgrade, gift, "
                     "apology, listening, none, or what the policy adds");
        options.offer_words(complaint::k_remedies);
        m_grant.declare(options);
        options.text("--cause", "CAUSE", m_to.cause, "what was behind it");
        options.text("--prevent", "TEXT", m_prevent, "what is to be changed so that it does not come again");
        options.words("--step", "STEP", m_to.steps, "steps that were gone through by this, with commas");
        options.text("--channel", "CHANNEL", m_to.channel,
                     "the message goes to the customer this way: it is an answer, too");
        options.flag("--force", m_to.force,
                     "although promises, offers or steps are left; needs a message that says why");
    }

  public:
    ExitStatus run(Session& session) override {
        read(session);
        std::vector<Complaint> resolved;
        const auto status = change_each_whole(
            session, ids(),
            [&](const Complaint& complaint, const Procedure& procedure, const Occasion& occasion) {
                const auto to = resolution(session, complaint, procedure);
                auto event =
                    complaint::resolve(complaint, procedure, to, rules(session, complaint), occasion);
                note_forgotten(complaint, procedure);
                resolved.push_back(complaint);
                complaint::apply(resolved.back(), event);
                return event;
            });
        for (const auto& hint : m_hints)
            session.confirm(hint);
        if (m_prevent && !resolved.empty()) prevent(session, resolved);
        return status;
    }

  private:
    // What the policy in force says of the end of this complaint.
    static complaint::EndRules rules(Session& session, const Complaint& complaint) {
        const auto* sla = complaint::sla_for(session.policy(), complaint);
        complaint::EndRules rules;
        rules.required = session.policy().steps_required_of(complaint.kind);
        rules.followup_is_owed = sla != nullptr && sla->target(complaint::Clock::followup);
        return rules;
    }

    // What the customer accepted is what is granted, unless something else is said; nobody needs to approve
    // it once more.
    complaint::Resolution resolution(Session& session, const Complaint& complaint,
                                     const Procedure& procedure) {
        check_amount(complaint);
        const auto* offer = complaint::accepted_offer(complaint, procedure);
        const bool is_same =
            offer != nullptr && m_to.remedy == offer->remedy
            && (!m_to.amount || (m_to.amount == offer->amount && m_to.currency == offer->currency));
        if (offer != nullptr && (is_same || (!m_to.remedy && !m_to.amount))) {
            if (!m_to.remedy)
                m_hints.push_back(
                    fmt::format("{} has the remedy of offer {}, which the customer accepted: {}",
                                to_string(complaint.id), offer->number, offer->remedy));
            return complaint::with_accepted_offer(m_to, *offer);
        }
        m_grant.check_authority(session, complaint.id);
        return m_to;
    }

    // What a person may have forgotten; a script knows what it does.
    void note_forgotten(const Complaint& complaint, const Procedure& procedure) {
        const std::string id = to_string(complaint.id);
        if (has_outcome(complaint.kind) && !m_to.outcome)
            m_hints.push_back(
                fmt::format("{} has no outcome: say reklamaatio edit {} --outcome OUTCOME", id, id));
        if (!complaint.responded_at && !m_to.channel)
            m_hints.push_back(fmt::format("{} was never answered: tell the customer with contact", id));
        const auto skipped = skipped_steps(procedure);
        if (has_outcome(complaint.kind) && !skipped.empty())
            m_hints.push_back(fmt::format("{} went without {}", id, fmt::join(skipped, ", ")));
    }

    std::vector<std::string_view> skipped_steps(const Procedure& procedure) const {
        std::vector<std::string_view> skipped;
        for (std::size_t i = 0; i < complaint::Vocabulary<complaint::Step>::k_words.size(); ++i) {
            const auto step = static_cast<complaint::Step>(i);
            if (!is_done(procedure, step) && std::ranges::find(m_to.steps, step) == m_to.steps.end())
                skipped.push_back(word(step));
        }
        return skipped;
    }

    // One action, however many complaints led to it: for the cause that they share.
    void prevent(Session& session, const std::vector<Complaint>& resolved) {
        const auto& first = resolved.front();
        const auto shared = [&](std::string Complaint::*field) {
            const auto same = [&](const Complaint& c) { return c.*field == first.*field; };
            return std::ranges::all_of(resolved, same) ? first.*field : std::string();
        };
        complaint::Action action;
        action.id = store::next_action_id(session.database());
        action.text = *m_prevent;
        action.cause = shared(&Complaint::cause);
        action.product = shared(&Complaint::product);
        action.complaint = first.id;
        action.owner = first.assignee.empty() ? session.actor() : first.assignee;
        if (resolved.size() > 1 && action.cause.empty())
            throw complaint::Refusal("--prevent for several complaints needs the cause that they share, so "
                                     "that the action knows whom it concerns; say --cause");
        session.ledger().record({}, complaint::begun(action, occasion(session)));
        announce(session, fmt::format("{} {} begun, owner {}: {}", to_string(action.id), mood().is(),
                                      action.owner, action.text));
    }

    void check_amount(const Complaint& complaint) const {
        if (m_to.amount && !m_to.remedy && complaint.remedy.empty())
            throw complaint::Refusal(fmt::format(
                "{} has no remedy that the amount is for; say --remedy as well", to_string(complaint.id)));
    }

    void read(Session& session) {
        m_to.text = message();
        if (m_to.channel && m_to.channel->empty()) throw UsageError("--channel needs a value, such as email");
        if (m_prevent && m_prevent->empty()) throw UsageError("--prevent needs what is to be changed");
        m_grant.read(session);
        m_to.amount = m_grant.amount();
        m_to.currency = m_grant.currency();
        m_to.approved_by = m_grant.approved_by();
    }

    complaint::Resolution m_to;
    GrantOptions m_grant;
    std::optional<std::string> m_prevent;
    std::vector<std::string> m_hints;
};

} // namespace

std::unique_ptr<Command> make_resolve() {
    return std::make_unique<Resolve>();
}

} // namespace reklamaatio::cli
