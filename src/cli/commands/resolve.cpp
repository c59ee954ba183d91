// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands/commands.hpp"
#include "cli/grant_options.hpp"
#include "cli/handling_command.hpp"
#include "complaint/error.hpp"
#include "store/actions.hpp"
#include "store/parts.hpp"
#include "text/append.hpp"

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
    host::ExitStatus run(Session& session) override {
        read(session);
        for (const auto& id : ids())
            if (complaint::find_word<complaint::Outcome>(id))
                throw host::UsageError(
                    fmt::format("'{}' is an outcome and no complaint; say --outcome {}", id, id));
        auto changed = record_each(session, ids(), [&](const Complaint& complaint, const Occasion& occasion) {
            const auto procedure = store::procedure_of(session.desk().database(), complaint.id);
            return decide(session, complaint, procedure, occasion);
        });
        if (m_prevent && !changed.empty()) text::append(changed.back().rest, prevent(session, changed), "; ");
        show_changed(session, changed);
        return host::ExitStatus::done;
    }

  private:
    // What the policy in force says of the end of this complaint.
    static complaint::EndRules rules(Session& session, const Complaint& complaint) {
        const auto* sla = rulebook::sla_for(session.desk().policy(), complaint);
        complaint::EndRules rules;
        rules.required = session.desk().policy().steps_required_of(complaint.kind);
        rules.followup_is_owed = sla != nullptr && sla->target(complaint::Clock::followup);
        return rules;
    }

    // The end, and in what it differs from what one might take for granted.
    Decided decide(Session& session, const Complaint& complaint, const Procedure& procedure,
                   const Occasion& occasion) const {
        check_amount(complaint);
        const auto* offer = granted_offer(complaint, procedure);
        if (offer == nullptr) m_grant.check_authority(session, complaint.id);
        const auto to = offer != nullptr ? complaint::with_accepted_offer(m_to, *offer) : m_to;
        const auto with = rules(session, complaint);
        auto event = complaint::resolve(complaint, procedure, to, with, occasion);
        Complaint after = complaint;
        complaint::apply(after, event);
        Procedure parts = procedure;
        complaint::apply(parts, event);
        std::string why = offer != nullptr ? fmt::format("offer {}", offer->number) : "";
        text::append(why, skipped_text(after, parts, with.required), "; ");
        return {{std::move(event)}, std::move(why), still_missing(after)};
    }

    // What the customer accepted is what is granted, unless something else is said; nobody needs to approve
    // it once more.
    const complaint::Offer* granted_offer(const Complaint& complaint, const Procedure& procedure) const {
        const auto* offer = complaint::accepted_offer(complaint, procedure);
        if (offer == nullptr || (!m_to.remedy && !m_to.amount)) return offer;
        const bool is_same =
            m_to.remedy == offer->remedy
            && (!m_to.amount || (m_to.amount == offer->amount && m_to.currency == offer->currency));
        return is_same ? offer : nullptr;
    }

    // What a person may have forgotten; a script knows what it does.
    static std::string still_missing(const Complaint& after) {
        const std::string id = to_string(after.id);
        std::string missing;
        if (has_outcome(after.kind) && !after.outcome)
            text::append(missing, fmt::format("the outcome (edit {} --outcome OUTCOME)", id), ", ");
        if (!after.responded_at)
            text::append(missing, fmt::format("an answer to the customer (contact {} -e)", id), ", ");
        std::string text = after.left_undone.empty() ? "" : "left undone: " + after.left_undone;
        text::append(text, missing.empty() ? "" : "still missing: " + missing, "; ");
        return text;
    }

    // Where nobody goes by steps none is missed; what the policy demands is told as left undone, and a remedy
    // is a compensation.
    static std::string skipped_text(const Complaint& after, const Procedure& parts,
                                    const std::vector<complaint::Step>& required) {
        if (!has_outcome(after.kind) || parts.steps.empty()) return "";
        std::vector<std::string_view> skipped;
        for (const auto step : complaint::steps_left(parts)) {
            const bool is_granted = step == complaint::Step::compensate && !after.remedy.empty();
            if (!is_granted && std::ranges::find(required, step) == required.end())
                skipped.push_back(complaint::word(step));
        }
        if (skipped.empty()) return "";
        return fmt::format("without step{} {}", skipped.size() == 1 ? "" : "s", fmt::join(skipped, ", "));
    }

    // One action, however many complaints led to it: for the cause that they share.
    std::string prevent(Session& session, const std::vector<Changed>& resolved) {
        const auto& first = resolved.front().after;
        const auto shared = [&](std::string Complaint::*field) {
            const auto same = [&](const Changed& each) { return each.after.*field == first.*field; };
            return std::ranges::all_of(resolved, same) ? first.*field : std::string();
        };
        complaint::Action action;
        action.id = store::next_action_id(session.desk().database());
        action.text = *m_prevent;
        action.cause = shared(&Complaint::cause);
        action.product = shared(&Complaint::product);
        action.complaint = first.id;
        action.owner = first.assignee.empty() ? session.desk().actor() : first.assignee;
        if (resolved.size() > 1 && action.cause.empty())
            throw complaint::Refusal("--prevent for several complaints needs the cause that they share, so "
                                     "that the action knows whom it concerns; say --cause");
        session.desk().ledger().record({}, complaint::begun(action, occasion(session)));
        return fmt::format("{} {} begun, owner {}: {}", to_string(action.id), tense().is(), action.owner,
                           action.text);
    }

    void check_amount(const Complaint& complaint) const {
        if (m_to.amount && !m_to.remedy && complaint.remedy.empty())
            throw complaint::Refusal(fmt::format(
                "{} has no remedy that the amount is for; say --remedy as well", to_string(complaint.id)));
    }

    void read(Session& session) {
        m_to.text = message();
        if (m_to.channel && m_to.channel->empty())
            throw host::UsageError("--channel needs a value, such as email");
        if (m_prevent && m_prevent->empty()) throw host::UsageError("--prevent needs what is to be changed");
        m_grant.read(session);
        m_to.amount = m_grant.amount();
        m_to.currency = m_grant.currency();
        m_to.approved_by = m_grant.approved_by();
    }

    complaint::Resolution m_to;
    GrantOptions m_grant;
    std::optional<std::string> m_prevent;
};

} // namespace

std::unique_ptr<Command> make_resolve() {
    return std::make_unique<Resolve>();
}

} // namespace reklamaatio::cli
