// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/appeal.hpp"

#include "complaint/acts.hpp"
#include "complaint/numbered.hpp"
#include "complaint/refusal.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

void check_another_person(const Complaint& complaint, const std::string& decider, const std::string& person) {
    if (!decider.empty() && decider == person) refuse<Reason::second_look_by_decider>(complaint.id, person);
}

void check_new(const Complaint& complaint, const Procedure& procedure, const NewAppeal& appeal,
               const Occasion& occasion) {
    for (const auto& each : procedure.appeals)
        if (each.body == appeal.body && is_on(each))
            refuse<Reason::appealed_before>(complaint.id, each.body, occasion.told(*each.made_at));
    if (appeal.answer_by && *appeal.answer_by <= occasion.happened_at)
        refuse<Reason::answer_due_in_the_past>(complaint.id, occasion.told(*appeal.answer_by));
    if (appeal.body == k_review) check_another_person(complaint, appeal.decider, appeal.reviewer.assignee);
}

// The one of these that is meant.
template <typename Candidate>
Appeal& meant(const Complaint& complaint, std::vector<Appeal>& appeals, std::optional<std::int64_t> number,
              Candidate is_candidate) {
    if (number) {
        const auto found = std::ranges::find(appeals, *number, &Appeal::number);
        if (found == appeals.end()) refuse<Reason::no_such_appeal>(complaint.id, *number);
        return *found;
    }
    if (appeals.empty()) refuse<Reason::no_appeal>(complaint.id);
    std::vector<std::string> names;
    for (const auto& appeal : appeals)
        if (is_candidate(appeal)) names.push_back(fmt::format("A{} ({})", appeal.number, appeal.body));
    if (names.empty()) refuse<Reason::no_open_appeal>(complaint.id);
    if (names.size() > 1) refuse<Reason::several_open_appeals>(complaint.id, names);
    return *std::ranges::find_if(appeals, is_candidate);
}

void set_answered(const Complaint& complaint, Appeal& appeal, const Occasion& occasion) {
    if (is_review(appeal)) refuse<Reason::review_has_no_answer>(complaint.id, appeal.number);
    if (appeal.answered_at)
        refuse<Reason::appeal_answered>(complaint.id, appeal.number, occasion.told(*appeal.answered_at));
    appeal.answered_at = occasion.happened_at;
}

std::optional<Decision> decision_of(const std::optional<Outcome>& outcome) {
    if (!outcome || *outcome == Outcome::withdrawn) return std::nullopt;
    return find_word<Decision>(word(*outcome));
}

} // namespace

bool is_on(const Appeal& appeal) {
    return !appeal.decided_at;
}

const Appeal* review_on(const Procedure& procedure) {
    const auto found = std::ranges::find_if(
        procedure.appeals, [](const Appeal& appeal) { return is_review(appeal) && is_on(appeal); });
    return found == procedure.appeals.end() ? nullptr : &*found;
}

void check_may_review(const Complaint& complaint, const Procedure& procedure, const std::string& person) {
    const auto* review = review_on(procedure);
    if (review != nullptr) check_another_person(complaint, review->decider, person);
}

Event appeal(const Complaint& complaint, const Procedure& procedure, const NewAppeal& appeal,
             const std::string& text, const Occasion& occasion) {
    const bool joins = is_unresolved(complaint.status) && std::ranges::any_of(procedure.appeals, is_on);
    Complaint after = moved(complaint, joins ? Act::follow_appeal : Act::appeal, occasion);
    check_new(complaint, procedure, appeal, occasion);
    Procedure parts = procedure;
    Appeal made;
    made.number = next_number(parts.appeals);
    made.body = appeal.body;
    made.ref = appeal.ref;
    made.made_at = occasion.happened_at;
    made.made_by = occasion.actor;
    made.against = joins ? parts.appeals.back().against : complaint.outcome;
    made.decider = appeal.decider;
    made.answer_by = appeal.answer_by;
    parts.appeals.push_back(made);
    if (!joins) {
        set_end_aside(after);
        after.stage += 1;
    }
    if (is_review(made)) give_to(after, appeal.reviewer, occasion.happened_at);
    return with_note(made_event(EventKind::appealed, complaint, after, procedure, parts, occasion), text);
}

Event follow_appeal(const Complaint& complaint, const Procedure& procedure, const AppealNews& news,
                    const std::string& text, const Occasion& occasion) {
    const Complaint after = moved(complaint, Act::follow_appeal, occasion);
    Procedure parts = procedure;
    const bool is_decision = news.turn == AppealTurn::decided;
    const bool has_asking_body = std::ranges::any_of(parts.appeals, [](const Appeal& each) {
        return state_of(each) == AppealState::open && !is_review(each);
    });
    Appeal& about = meant(complaint, parts.appeals, news.number, [&](const Appeal& each) {
        if (is_decision) return is_on(each);
        return state_of(each) == AppealState::open && !(has_asking_body && is_review(each));
    });
    if (about.decided_at)
        refuse<Reason::appeal_decided>(complaint.id, about.number, occasion.told(*about.decided_at));
    check_not_before<Reason::before_appeal>(complaint, about.number, about.made_at, occasion);
    if (is_decision) {
        if (is_review(about)) check_another_person(complaint, about.decider, occasion.actor);
        about.decided_at = occasion.happened_at;
        about.decision = news.decision;
        about.amount = news.amount;
        about.currency = news.currency;
    } else {
        set_answered(complaint, about, occasion);
    }
    return with_note(made_event(EventKind::appealed, complaint, after, procedure, parts, occasion), text);
}

void end_review(const Complaint& complaint, Procedure& procedure, const std::optional<Outcome>& outcome,
                const Occasion& occasion) {
    const auto* on = review_on(procedure);
    if (on == nullptr) return;
    check_may_review(complaint, procedure, occasion.actor);
    Appeal& review = *std::ranges::find(procedure.appeals, on->number, &Appeal::number);
    review.decided_at = occasion.happened_at;
    review.decision = decision_of(outcome);
}

} // namespace reklamaatio::complaint
