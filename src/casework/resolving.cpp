// SPDX-License-Identifier: GPL-3.0-or-later
#include "casework/resolving.hpp"

#include "casework/granting.hpp"
#include "casework/recourse.hpp"
#include "complaint/refusal.hpp"
#include "complaint/resolution.hpp"
#include "store/actions.hpp"
#include "store/parts.hpp"

#include <algorithm>

namespace reklamaatio::casework {

namespace {

using complaint::Complaint;
using complaint::Procedure;
using complaint::Reason;
using complaint::refuse;
using complaint::Resolution;

// What the policy in force says of the end of this complaint.
complaint::EndRules end_rules(Desk& desk, const Complaint& complaint) {
    const auto* sla = rulebook::sla_for(desk.policy(), complaint);
    complaint::EndRules rules;
    rules.required = desk.policy().steps_required_of(complaint.kind);
    rules.reports_dangers = desk.policy().safety.authority.has_value();
    rules.followup_is_owed = sla != nullptr && sla->target(complaint::Clock::followup);
    return rules;
}

// What was accepted, unless something else is to be granted. Whoever names the sum of the last offer means it with
// those before.
complaint::Accepted granted_offers(const Complaint& complaint, const Procedure& procedure,
                                   const Resolution& wanted) {
    const auto accepted = complaint::accepted(complaint, procedure);
    if (accepted.offer == nullptr || (!wanted.remedy && !wanted.amount)) return accepted;
    const auto& offer = *accepted.offer;
    const bool is_sum = wanted.currency == offer.currency
                        && (wanted.amount == accepted.amount || wanted.amount == offer.amount);
    const bool is_same = wanted.remedy == offer.remedy && (!wanted.amount || is_sum);
    return is_same ? accepted : complaint::Accepted{};
}

// Where nobody goes by steps none is missed; what the policy demands is kept as left undone, and a remedy is a
// compensation.
std::vector<complaint::Step> skipped_steps(const Complaint& after, const Procedure& parts,
                                           const std::vector<complaint::Step>& required) {
    std::vector<complaint::Step> skipped;
    if (!has_outcome(after.kind) || parts.steps.empty()) return skipped;
    for (const auto step : complaint::steps_left(parts)) {
        const bool is_granted = step == complaint::Step::compensate && !after.remedy.empty();
        if (!is_granted && std::ranges::find(required, step) == required.end()) skipped.push_back(step);
    }
    return skipped;
}

// What the message that ends it should tell and does not; empty where that is as it should be.
std::string untold_recourse(Desk& desk, const Complaint& complaint, const Resolution& to) {
    const bool is_owed = has_outcome(complaint.kind) && rulebook::needs_recourse(to.outcome) && to.channel
                         && !to.tells_recourse && !complaint.recourse_told_at;
    if (!is_owed) return "";
    auto sentence = recourse_sentence(desk, complaint);
    if (!sentence.empty() && desk.policy().recourse.without == rulebook::WithoutRecourse::refuse)
        refuse<Reason::recourse_not_told>(complaint.id, *to.outcome, sentence);
    return sentence;
}

} // namespace

Ended resolve(Desk& desk, const Complaint& complaint, const Resolution& wanted,
              const complaint::Occasion& when) {
    if (wanted.amount && !wanted.remedy && complaint.remedy.empty())
        refuse<Reason::amount_without_remedy>(complaint.id);
    const auto procedure = store::procedure_of(desk.database(), complaint.id);
    const auto granted = granted_offers(complaint, procedure, wanted);
    const auto* offer = granted.offer;
    if (offer == nullptr)
        check_grant(desk, complaint, procedure, wanted.amount, wanted.currency.value_or(""),
                    wanted.approved_by);
    auto to = offer != nullptr ? complaint::with_accepted(wanted, granted) : wanted;
    if (to.channel && tells_recourse(desk, complaint, to.text)) to.tells_recourse = true;
    auto untold = untold_recourse(desk, complaint, to);
    const auto rules = end_rules(desk, complaint);
    Ended ended{complaint::resolve(complaint, procedure, to, rules, when), complaint};
    complaint::apply(ended.after, ended.event);
    Procedure parts = procedure;
    complaint::apply(parts, ended.event);
    ended.untold_recourse = std::move(untold);
    ended.offers = parts.offers;
    ended.appeals = parts.appeals;
    for (const auto& task : parts.tasks)
        if (state_of(task) == complaint::TaskState::open) ended.tasks.push_back(task);
    if (offer != nullptr) ended.by_offer = static_cast<int>(offer->number);
    ended.skipped = skipped_steps(ended.after, parts, rules.required);
    return ended;
}

complaint::Action prevent(Desk& desk, std::span<const Complaint> resolved, const std::string& text,
                          const complaint::Occasion& when) {
    const auto& first = resolved.front();
    const auto shared = [&](std::string Complaint::*field) {
        const auto same = [&](const Complaint& each) { return each.*field == first.*field; };
        return std::ranges::all_of(resolved, same) ? first.*field : std::string();
    };
    complaint::Action action;
    action.id = store::next_action_id(desk.database());
    action.text = text;
    action.cause = shared(&Complaint::cause);
    action.product = shared(&Complaint::product);
    action.complaint = first.id;
    action.owner = first.assignee.empty() ? desk.actor() : first.assignee;
    if (resolved.size() > 1 && action.cause.empty()) refuse<Reason::action_without_cause>();
    return desk.ledger().record({}, complaint::begun(action, when));
}

} // namespace reklamaatio::casework
