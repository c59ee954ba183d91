// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/acts.hpp"
#include "complaint/error.hpp"
#include "complaint/leftover.hpp"
#include "time/display.hpp"

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
        throw Refusal(fmt::format("{} is a {}: only complaints and claims have an outcome",
                                  to_string(complaint.id), word(complaint.kind)));
}

void check_nothing_left(const Complaint& complaint, const Procedure& procedure,
                        const std::vector<Leftover>& left, const Resolution& resolution) {
    if (resolution.force && resolution.text.empty())
        throw Refusal(
            fmt::format("{} is resolved by force only with a reason: -m WHY", to_string(complaint.id)));
    if (left.empty() || resolution.force) return;
    throw SomethingLeft(complaint.id, left, procedure.offers);
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
    const auto* accepted = accepted_offer(complaint, parts);
    if (accepted == nullptr || accepted->amount || !resolution.amount
        || resolution.remedy != accepted->remedy)
        return false;
    auto& offer = *std::ranges::find(parts.offers, accepted->number, &Offer::number);
    offer.amount = resolution.amount;
    offer.currency = resolution.currency.value_or("");
    if (!resolution.approved_by.empty()) offer.approved_by = resolution.approved_by;
    return true;
}

} // namespace

const Offer* accepted_offer(const Complaint& complaint, const Procedure& procedure) {
    const Offer* last = nullptr;
    for (const auto& offer : procedure.offers) {
        const bool is_new =
            offer.accepted_at && (!complaint.granted_at || *offer.accepted_at > *complaint.granted_at);
        if (is_new && (last == nullptr || *offer.accepted_at >= *last->accepted_at)) last = &offer;
    }
    return last;
}

Resolution with_accepted_offer(Resolution resolution, const Offer& offer) {
    resolution.is_offered = true;
    resolution.remedy = offer.remedy;
    resolution.amount = offer.amount;
    if (offer.amount) resolution.currency = offer.currency;
    resolution.approved_by = offer.approved_by;
    if (!resolution.settled) resolution.settled = Settled::yes;
    return resolution;
}

void check_answers(const std::optional<std::int64_t>& csat, const std::optional<std::int64_t>& nps) {
    if (csat && (*csat < 1 || *csat > 5))
        throw BadValue(
            fmt::format("--csat: {} is not on the scale; write 1 (discontent) to 5 (content)", *csat));
    if (nps && (*nps < 0 || *nps > 10))
        throw BadValue(fmt::format("--nps: {} is not on the scale; write 0 (never) to 10 (certainly)", *nps));
}

Event resolve(const Complaint& complaint, const Procedure& procedure, const Resolution& resolution,
              const EndRules& rules, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::resolve, occasion);
    check_outcome(complaint, resolution.outcome);
    Procedure parts = procedure;
    do_steps(complaint, parts, resolution.steps, resolution.text, occasion);
    const auto left = leftovers_of(parts, rules.required, occasion.happened_at);
    check_nothing_left(complaint, parts, left, resolution);
    after.left_undone = joined(left);
    if (!rules.followup_is_owed) {
        after.status = Status::closed;
        after.closed_at = occasion.happened_at;
    }
    after.resolved_at = occasion.happened_at;
    after.outcome = resolution.outcome;
    after.settled = resolution.settled.value_or(Settled::unknown);
    grant(after, resolution, occasion);
    if (gives_sum(complaint, parts, resolution)) after.owed_since.reset();
    take(after.cause, resolution.cause);
    if (resolution.channel) answer(after, occasion.happened_at);
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
        throw Refusal(fmt::format("{} was resolved at {}; a follow-up comes after that",
                                  to_string(complaint.id),
                                  time::display_absolute(*complaint.resolved_at, occasion.zone)));
    if (followup.unreachable && complaint.reached == Reached::yes)
        throw Refusal(fmt::format(
            "{} was followed up at {}, and somebody was reached; log another try with note",
            to_string(complaint.id), time::display_absolute(*complaint.followed_up_at, occasion.zone)));
    if (!complaint.closed_at) after.closed_at = occasion.happened_at;
    after.followed_up_at = occasion.happened_at;
    after.reached = followup.unreachable ? Reached::no : Reached::yes;
    take(after.csat, followup.csat);
    take(after.nps, followup.nps);
    take(after.retained, followup.retained);
    return with_note(made_event(EventKind::followed_up, complaint, after, occasion), followup.text);
}

} // namespace reklamaatio::complaint
