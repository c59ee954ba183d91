// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/acts.hpp"

#include "complaint/error.hpp"
#include "complaint/merge.hpp"
#include "complaint/money.hpp"
#include "complaint/refusal.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

using time::Instant;

// Waits end when the status leaves `waiting`, whatever led it away.
void end_wait(Complaint& complaint, Instant at) {
    complaint.waited += at - *complaint.waiting_since;
    complaint.waiting_since.reset();
    complaint.waiting_reason.clear();
    complaint.waiting_until.reset();
}

void check_understood(const Complaint& complaint, const Procedure& procedure, Step step,
                      const std::string& text) {
    if (step != Step::understand || !text.empty() || is_done(procedure, step)) return;
    refuse<Reason::message_without_findings>(complaint.id);
}

} // namespace

void check_order(const Complaint& complaint, const Occasion& occasion) {
    if (occasion.happened_at < complaint.received_at)
        refuse<Reason::before_receipt>(complaint.id, occasion.told(complaint.received_at));
}

Complaint moved(const Complaint& complaint, Act act, const Occasion& occasion) {
    if (act != Act::note && act != Act::edit) check_not_merged(complaint);
    const Status to = status_after(complaint.id, complaint.status, act);
    check_order(complaint, occasion);
    Complaint after = complaint;
    if (to == complaint.status) return after;
    if (occasion.happened_at < complaint.status_at)
        refuse<Reason::before_status>(complaint.id, complaint.status, occasion.told(complaint.status_at));
    if (complaint.waiting_since) end_wait(after, occasion.happened_at);
    after.status = to;
    after.status_at = occasion.happened_at;
    return after;
}

Complaint heard(const Complaint& complaint, Act act, const Occasion& occasion) {
    if (!complaint.waiting_since || *complaint.waiting_since <= occasion.happened_at)
        return moved(complaint, act, occasion);
    check_order(complaint, occasion);
    return complaint;
}

Event made_event(EventKind kind, const Complaint& before, const Complaint& after, const Occasion& occasion) {
    Event made;
    made.kind = kind;
    made.complaint = after.id;
    made.happened_at = occasion.happened_at;
    made.recorded_at = occasion.now;
    made.changes = differences(before, after);
    return made;
}

Event made_event(EventKind kind, const Complaint& before, const Complaint& after,
                 const Procedure& parts_before, const Procedure& parts_after, const Occasion& occasion) {
    Event made = made_event(kind, before, after, occasion);
    made.parts = differences(parts_before, parts_after);
    return made;
}

void wait_for(Complaint& complaint, const std::string& reason, const std::optional<Instant>& until,
              const Occasion& occasion) {
    if (until && *until <= occasion.happened_at)
        refuse<Reason::answer_awaited_in_the_past>(complaint.id, occasion.told(*until));
    if (!complaint.waiting_since) complaint.waiting_since = occasion.happened_at;
    complaint.waiting_reason = reason;
    complaint.waiting_until = until;
}

void note_asking(Event& event, const Complaint& before, const std::string& reason) {
    if (reason == before.waiting_reason) event.changes.push_back({k_waiting_reason, reason, reason});
}

void answer(Complaint& complaint, Instant at) {
    complaint.responded_at = std::min(complaint.responded_at.value_or(at), at);
}

void set_end_aside(Complaint& complaint) {
    if (complaint.reopened_count == 0 && complaint.stage == 1) {
        complaint.first_outcome = complaint.outcome;
        complaint.first_resolved_at = complaint.resolved_at;
    }
    complaint.resolved_at.reset();
    complaint.closed_at.reset();
    complaint.outcome.reset();
    complaint.settled.reset();
    complaint.remedy.clear();
    complaint.amount.reset();
    complaint.currency.clear();
    complaint.approved_by.clear();
    complaint.owed_since.reset();
    complaint.paid_at.reset();
    complaint.left_undone.clear();
    complaint.csat.reset();
    complaint.nps.reset();
    complaint.retained.reset();
    complaint.followed_up_at.reset();
    complaint.reached.reset();
    complaint.recourse_told_at.reset();
}

void tell_recourse(Complaint& complaint, Instant at) {
    complaint.recourse_told_at = std::min(complaint.recourse_told_at.value_or(at), at);
}

void check_price(const Complaint& complaint, const std::string& remedy,
                 const std::optional<std::int64_t>& amount) {
    if (amount && remedy == k_no_remedy)
        refuse<Reason::amount_for_no_remedy>(complaint.id, amount_text(*amount));
}

void check_audience(const std::optional<std::int64_t>& audience) {
    if (audience && (*audience < 1 || *audience > k_most_people))
        throw BadValue(
            "public",
            fmt::format("{} cannot be how many people could see it; write 1 or more, 1 where nobody "
                        "knows, and leave it out of what was not said in public",
                        *audience));
}

void give_to(Complaint& complaint, const Assignment& assignment, Instant at) {
    if (complaint.assignee != assignment.assignee)
        complaint.assigned_at = assignment.assignee.empty() ? std::nullopt : std::optional(at);
    complaint.team = assignment.team;
    complaint.assignee = assignment.assignee;
}

void do_step(Procedure& procedure, const StepTaken& taken, const std::string& text,
             const Occasion& occasion) {
    auto record = std::ranges::find(procedure.steps, number_of(taken.step), &StepRecord::number);
    if (record == procedure.steps.end()) {
        StepRecord made;
        made.number = number_of(taken.step);
        record = procedure.steps.insert(
            std::ranges::lower_bound(procedure.steps, made.number, {}, &StepRecord::number), made);
    }
    // What is logged late does not take it back in time.
    if (!record->done_at || *record->done_at <= occasion.happened_at) {
        record->done_at = occasion.happened_at;
        record->done_by = occasion.actor;
    }
    for (const auto& [field, value] :
         {std::pair{&StepRecord::text, &text}, std::pair{&StepRecord::what, &taken.what},
          std::pair{&StepRecord::where, &taken.where}, std::pair{&StepRecord::why, &taken.why}})
        if (!value->empty()) (*record).*field = *value;
}

void do_steps(const Complaint& complaint, Procedure& procedure, const std::vector<Step>& steps,
              const std::string& text, const Occasion& occasion) {
    for (const Step step : steps) {
        check_understood(complaint, procedure, step, text);
        do_step(procedure, {step}, text, occasion);
    }
}

} // namespace reklamaatio::complaint
