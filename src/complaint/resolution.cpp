// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/resolution.hpp"

#include "complaint/acts.hpp"
#include "complaint/appeal.hpp"
#include "complaint/danger.hpp"
#include "complaint/error.hpp"
#include "complaint/leftover.hpp"
#include "complaint/refusal.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

template <typename T, typename V>
void take(T& member, const std::optional<V>& value) {
    if (value) member = *value;
}

void check_outcome(const Complaint& complaint, const std::optional<Outcome>& outcome) {
    if (outcome && !has_outcome(complaint.kind))
        refuse<Reason::kind_without_outcome>(complaint.id, complaint.kind);
}

std::string remedy_of(const Procedure& procedure, const std::string& offer) {
    const auto number_of = [](const Offer& each) { return std::to_string(each.number); };
    return std::ranges::find(procedure.offers, offer, number_of)->remedy;
}

// What is left goes with the remedies of the offers in it, in their order.
void check_nothing_left(const Complaint& complaint, const Procedure& procedure,
                        const std::vector<Leftover>& left, const Resolution& resolution) {
    if (resolution.force && resolution.text.empty()) refuse<Reason::force_without_reason>(complaint.id);
    if (left.empty() || resolution.force) return;
    std::vector<std::string> each;
    std::vector<std::string> remedies;
    for (const auto& one : left) {
        each.push_back(joined({one}));
        if (one.kind == LeftoverKind::offer) remedies.push_back(remedy_of(procedure, one.what));
    }
    refuse<Reason::left_to_do>(complaint.id, each, remedies);
}

void grant(Complaint& after, const Resolution& resolution, const Occasion& occasion) {
    check_price(after, resolution.remedy.value_or(after.remedy), resolution.amount);
    // Another remedy has another price.
    if (resolution.remedy && *resolution.remedy != after.remedy) {
        after.amount.reset();
        after.currency.clear();
        after.approved_by.clear();
    }
    if (resolution.remedy || resolution.amount) {
        after.granted_at = occasion.happened_at;
        after.owed_since.reset();
        after.paid_at.reset();
        if (!resolution.is_offered && resolution.remedy != k_no_remedy)
            after.owed_since = occasion.happened_at;
    }
    take(after.remedy, resolution.remedy);
    take(after.amount, resolution.amount);
    take(after.currency, resolution.currency);
    if (!resolution.approved_by.empty()) after.approved_by = resolution.approved_by;
}

// The customer accepted it before anybody knew what it costs: the sum belongs to the offer.
bool gives_sum(const Complaint& complaint, Procedure& parts, const Resolution& resolution) {
    const auto* taken = accepted(complaint, parts).offer;
    if (taken == nullptr || taken->amount || !resolution.amount || resolution.remedy != taken->remedy)
        return false;
    auto& offer = *std::ranges::find(parts.offers, taken->number, &Offer::number);
    offer.amount = resolution.amount;
    offer.currency = resolution.currency.value_or("");
    if (!resolution.approved_by.empty()) offer.approved_by = resolution.approved_by;
    return true;
}

} // namespace

Accepted accepted(const Complaint& complaint, const Procedure& procedure) {
    std::vector<const Offer*> taken;
    for (const auto& offer : procedure.offers)
        if (offer.accepted_at && (!complaint.granted_at || *offer.accepted_at > *complaint.granted_at))
            taken.push_back(&offer);
    if (taken.empty()) return {};
    // What is owed says more than a gift that came with it.
    const auto says_less = [](const Offer* one, const Offer* other) {
        return std::pair(one->amount.has_value(), *one->accepted_at)
               < std::pair(other->amount.has_value(), *other->accepted_at);
    };
    std::ranges::stable_sort(taken, says_less);
    Accepted all{taken.back()};
    for (const auto* offer : taken) {
        if (!offer->amount || offer->currency != all.offer->currency) continue;
        all.amount = all.amount.value_or(0) + *offer->amount;
        ++all.sums;
    }
    return all;
}

Resolution with_accepted(Resolution resolution, const Accepted& accepted) {
    const auto& offer = *accepted.offer;
    resolution.is_offered = true;
    resolution.remedy = offer.remedy;
    resolution.amount = accepted.amount;
    if (accepted.amount) resolution.currency = offer.currency;
    resolution.approved_by = offer.approved_by;
    if (!resolution.settled) resolution.settled = Settled::yes;
    return resolution;
}

void check_answers(const std::optional<std::int64_t>& csat, const std::optional<std::int64_t>& nps) {
    if (csat && (*csat < 1 || *csat > 5))
        throw BadValue("csat",
                       fmt::format("{} is not on the scale; write 1 (discontent) to 5 (content)", *csat));
    if (nps && (*nps < 0 || *nps > 10))
        throw BadValue("nps", fmt::format("{} is not on the scale; write 0 (never) to 10 (certainly)", *nps));
}

Event resolve(const Complaint& complaint, const Procedure& procedure, const Resolution& resolution,
              const EndRules& rules, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::resolve, occasion);
    check_outcome(complaint, resolution.outcome);
    Procedure parts = procedure;
    end_review(complaint, parts, resolution.outcome, occasion);
    if (resolution.not_reportable) say_not_reportable(after, *resolution.not_reportable, occasion);
    if (rules.reports_dangers) check_reported(after);
    do_steps(complaint, parts, resolution.steps, resolution.text, occasion);
    const auto left = leftovers_of(parts, rules.required, occasion.happened_at);
    check_nothing_left(complaint, parts, left, resolution);
    after.left_undone = joined(left);
    if (resolution.channel) answer(after, occasion.happened_at);
    if (resolution.tells_recourse) tell_recourse(after, occasion.happened_at);
    if (!rules.followup_is_owed || is_anonymous(after)) {
        after.status = Status::closed;
        after.closed_at = occasion.happened_at;
    }
    after.resolved_at = occasion.happened_at;
    after.outcome = resolution.outcome;
    after.settled = resolution.settled.value_or(Settled::unknown);
    grant(after, resolution, occasion);
    if (gives_sum(complaint, parts, resolution)) after.owed_since.reset();
    take(after.cause, resolution.cause);
    Event made = made_event(EventKind::resolved, complaint, after, procedure, parts, occasion);
    if (resolution.channel)
        made.message = {Direction::out, *resolution.channel, false, resolution.text};
    else
        made = with_note(std::move(made), resolution.text);
    return made;
}

Event follow_up(const Complaint& complaint, const FollowUp& followup, const Occasion& occasion) {
    check_answers(followup.csat, followup.nps);
    Complaint after = moved(complaint, Act::followup, occasion);
    if (occasion.happened_at < *complaint.resolved_at)
        refuse<Reason::followup_before_end>(complaint.id, occasion.told(*complaint.resolved_at));
    if (followup.unreachable && complaint.reached == Reached::yes)
        refuse<Reason::reached_already>(complaint.id, occasion.told(*complaint.followed_up_at));
    if (!complaint.closed_at) after.closed_at = occasion.happened_at;
    after.followed_up_at = occasion.happened_at;
    after.reached = followup.unreachable ? Reached::no : Reached::yes;
    take(after.csat, followup.csat);
    take(after.nps, followup.nps);
    take(after.retained, followup.retained);
    return with_note(made_event(EventKind::followed_up, complaint, after, occasion), followup.text);
}

} // namespace reklamaatio::complaint
