// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/acts.hpp"
#include "complaint/error.hpp"
#include "time/display.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace reklamaatio::complaint {

namespace {

bool has_outcome(Kind kind) {
    return kind == Kind::complaint || kind == Kind::claim;
}

void check_outcome(const Complaint& complaint, const std::optional<Outcome>& outcome) {
    if (outcome && !has_outcome(complaint.kind))
        throw Refusal(fmt::format("{} is a {}: only complaints and claims have an outcome",
                                  to_string(complaint.id), word(complaint.kind)));
}

void check_nothing_left(const Complaint& complaint, const std::vector<std::string>& left,
                        const Resolution& resolution) {
    if (left.empty()) return;
    if (!resolution.force)
        throw Refusal(fmt::format("{} has {}; see to it first, or say --force -m WHY",
                                  to_string(complaint.id), fmt::join(left, " and ")));
    if (resolution.text.empty())
        throw Refusal(fmt::format("{} has {}; --force needs a reason: -m WHY", to_string(complaint.id),
                                  fmt::join(left, " and ")));
}

} // namespace

std::vector<std::string> left_to_do(const Procedure& procedure, const std::vector<Step>& required,
                                    time::Instant now) {
    std::vector<std::string> left;
    for (const auto& promise : procedure.promises)
        if (state_of(promise) == PromiseState::open)
            left.push_back(fmt::format("an open promise (P{})", promise.number));
    for (const auto& offer : procedure.offers)
        if (state_of(offer, now) == OfferState::proposed)
            left.push_back(fmt::format("an open offer ({}, {})", offer.number, offer.remedy));
    std::vector<std::string_view> steps;
    for (const Step step : required)
        if (!is_done(procedure, step)) steps.push_back(word(step));
    if (!steps.empty())
        left.push_back(
            fmt::format("the step{} {} left to do", steps.size() == 1 ? "" : "s", fmt::join(steps, ", ")));
    return left;
}

Event resolve(const Complaint& complaint, const Procedure& procedure, const Resolution& resolution,
              const EndRules& rules, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::resolve, occasion);
    check_outcome(complaint, resolution.outcome);
    Procedure parts = procedure;
    for (const Step step : resolution.steps)
        do_step(parts, {step}, resolution.text, occasion);
    const auto left = left_to_do(parts, rules.required, occasion.happened_at);
    check_nothing_left(complaint, left, resolution);
    after.left_undone = fmt::format("{}", fmt::join(left, "; "));
    if (!rules.followup_is_owed) {
        after.status = Status::closed;
        after.closed_at = occasion.happened_at;
    }
    after.resolved_at = occasion.happened_at;
    after.outcome = resolution.outcome;
    after.settled = resolution.settled.value_or(Settled::unknown);
    take(after.remedy, resolution.remedy);
    take(after.amount, resolution.amount);
    take(after.currency, resolution.currency);
    take(after.cause, resolution.cause);
    if (!resolution.approved_by.empty()) after.approved_by = resolution.approved_by;
    if (resolution.channel) answer(after, occasion.happened_at);
    Event made = made_event(EventKind::resolved, complaint, after, procedure, parts, occasion);
    if (resolution.channel)
        made.message = {Direction::out, *resolution.channel, false, resolution.text};
    else
        made = with_note(std::move(made), resolution.text);
    return made;
}

Event follow_up(const Complaint& complaint, const FollowUp& followup, const Occasion& occasion) {
    Complaint after = moved(complaint, Act::followup, occasion);
    if (occasion.happened_at < *complaint.resolved_at)
        throw Refusal(fmt::format("{} was resolved at {}; a follow-up comes after that",
                                  to_string(complaint.id),
                                  time::display_absolute(*complaint.resolved_at, occasion.zone)));
    if (!complaint.closed_at) after.closed_at = occasion.happened_at;
    after.followed_up_at = occasion.happened_at;
    after.reached = followup.unreachable ? Reached::no : Reached::yes;
    take(after.csat, followup.csat);
    take(after.nps, followup.nps);
    take(after.retained, followup.retained);
    return with_note(made_event(EventKind::followed_up, complaint, after, occasion), followup.text);
}

} // namespace reklamaatio::complaint
