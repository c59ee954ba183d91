// SPDX-License-Identifier: GPL-3.0-or-later
#include "complaint/arrival.hpp"

#include "complaint/error.hpp"
#include "text/visible.hpp"
#include "time/display.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::complaint {

namespace {

using time::Instant;

[[noreturn]] void contradict(std::string_view field, const std::string& why) {
    throw BadValue(field, why);
}

// Two times within one minute differ in their seconds.
std::string told(Instant at, Instant beside, const time::Zone& zone) {
    const auto text = time::display_absolute(at, zone);
    if (text != time::display_absolute(beside, zone)) return text;
    return fmt::format("{}:{:02}", text, (at.time_since_epoch() % std::chrono::minutes{1}).count());
}

void check_not_before_receipt(std::string_view field, const std::optional<Instant>& at,
                              const Complaint& draft, const time::Zone& zone) {
    if (at && *at < draft.received_at)
        contradict(field,
                   fmt::format("{} is before the complaint was received ({})",
                               told(*at, draft.received_at, zone), told(draft.received_at, *at, zone)));
}

bool is_done(const Complaint& draft) {
    return draft.status == Status::resolved || draft.status == Status::closed;
}

// What is void may have come to its end before.
bool may_be_resolved(const Complaint& draft) {
    return is_done(draft) || draft.status == Status::void_;
}

bool may_be_closed(const Complaint& draft) {
    return draft.status == Status::closed || draft.status == Status::void_;
}

// A file may know only one of the two times at which a complaint came to its end.
void complete_the_end(Complaint& draft) {
    if (!is_done(draft)) return;
    if (!draft.resolved_at) draft.resolved_at = draft.closed_at;
    if (draft.status == Status::closed && !draft.closed_at) draft.closed_at = draft.resolved_at;
}

void check_end(const Complaint& draft) {
    if (has_stale_end(draft))
        contradict(draft.resolved_at && !may_be_resolved(draft) ? "resolved_at" : "closed_at",
                   fmt::format("a complaint that is {} has no such time", word(draft.status)));
    if (is_done(draft) && !draft.resolved_at)
        contradict("resolved_at", fmt::format("a complaint that is {} needs the time", word(draft.status)));
    if (draft.status == Status::closed && !draft.closed_at)
        contradict("closed_at", "a complaint that is closed needs the time");
}

// Nobody decides, and nobody is asked about, what has not come to its end.
void check_decision(const Complaint& draft) {
    if (draft.outcome && !has_outcome(draft.kind))
        contradict("outcome",
                   fmt::format("the row is of the kind {}; only complaints and claims have an outcome",
                               word(draft.kind)));
    if (draft.resolved_at || draft.status == Status::void_) return;
    for (const auto& [field, is_given] :
         {std::pair{"outcome", draft.outcome.has_value()}, std::pair{"settled", draft.settled.has_value()},
          std::pair{"csat", draft.csat.has_value()}, std::pair{"nps", draft.nps.has_value()},
          std::pair{"retained", draft.retained.has_value()}, std::pair{"reached", draft.reached.has_value()},
          std::pair{"followed_up_at", draft.followed_up_at.has_value()},
          std::pair{"left_undone", !draft.left_undone.empty()}})
        if (is_given)
            contradict(field, fmt::format("a complaint that is {} has none yet", word(draft.status)));
}

// What happened to it after its receipt, by the names of the fields.
std::array<std::pair<std::string_view, std::optional<Instant>>, 13> times_of(const Complaint& draft) {
    return {
        {{"logged_at", draft.logged_at == Instant{} ? std::nullopt : std::optional<Instant>(draft.logged_at)},
         {"responded_at", draft.responded_at},
         {"resolved_at", draft.resolved_at},
         {"closed_at", draft.closed_at},
         {"followed_up_at", draft.followed_up_at},
         {"granted_at", draft.granted_at},
         {"owed_since", draft.owed_since},
         {"paid_at", draft.paid_at},
         {"waiting_since", draft.waiting_since},
         {"first_resolved_at", draft.first_resolved_at},
         {"recourse_told_at", draft.recourse_told_at},
         {"reported_at", draft.reported_at},
         {"not_reportable_at", draft.not_reportable_at}}};
}

// What other systems write for none is far away.
void check_due(const Complaint& draft, const time::Zone& zone) {
    constexpr std::chrono::years k_farthest{99};
    for (const auto& [field, due] : {std::pair{"response_due_at", draft.given_response_due},
                                     std::pair{"resolution_due_at", draft.given_resolution_due}})
        if (due && due->at && *due->at > draft.received_at + k_farthest)
            contradict(field, fmt::format("{} is more than 99 years after the receipt; {}",
                                          time::display_absolute(*due->at, zone), k_where_no_target));
}

// Only what waits for the customer waits for something, since some time.
void check_wait(const Complaint& draft) {
    if (draft.status == Status::waiting) return;
    for (const auto& [field, is_given] : {std::pair{"waiting_since", draft.waiting_since.has_value()},
                                          std::pair{"waiting_reason", !draft.waiting_reason.empty()},
                                          std::pair{"waiting_until", draft.waiting_until.has_value()}})
        if (is_given)
            contradict(field, fmt::format("a complaint that is {} does not wait for the customer",
                                          word(draft.status)));
}

void check_order(const Complaint& draft, const Occasion& occasion) {
    const Instant now = occasion.now;
    const auto shown = [&](Instant at, Instant beside) { return told(at, beside, occasion.zone); };
    if (draft.received_at > now)
        contradict("received_at", fmt::format("{} is in the future", shown(draft.received_at, now)));
    for (const auto& [field, at] : times_of(draft)) {
        check_not_before_receipt(field, at, draft, occasion.zone);
        if (at && *at > now) contradict(field, fmt::format("{} is in the future", shown(*at, now)));
    }
    if (draft.closed_at && draft.resolved_at && *draft.closed_at < *draft.resolved_at)
        contradict("closed_at", fmt::format("{} is before it was resolved ({})",
                                            shown(*draft.closed_at, *draft.resolved_at),
                                            shown(*draft.resolved_at, *draft.closed_at)));
}

// Before it was opened again.
void check_first_end(const Complaint& draft) {
    if (draft.reopened_count > 0 || draft.stage > 1) return;
    for (const auto& [field, is_given] :
         {std::pair{"first_outcome", draft.first_outcome.has_value()},
          std::pair{"first_resolved_at", draft.first_resolved_at.has_value()}})
        if (is_given) contradict(field, "a complaint that was never reopened or appealed has no earlier end");
}

void check_merge(const Complaint& draft) {
    if (draft.merged_into && draft.status != Status::void_)
        contradict("merged_into",
                   fmt::format("a complaint that is {} goes on itself; one that was merged is void",
                               word(draft.status)));
}

// Whether all but its times goes with how far it is.
void check_fit(const Complaint& draft, const time::Zone& zone) {
    check_due(draft, zone);
    check_decision(draft);
    check_wait(draft);
    check_first_end(draft);
    check_merge(draft);
}

// What is left of a clock tells that it is paused.
void check_what_is_left(const Complaint& draft) {
    const auto& due = draft.given_resolution_due;
    if (!due || !due->left) return;
    if (due->at) contradict("resolution_left_minutes", "what has a due time is not paused");
    if (draft.status != Status::waiting)
        contradict("resolution_left_minutes",
                   fmt::format("the clock of a complaint that is {} is not paused", word(draft.status)));
}

void check_says_something(const Complaint& draft) {
    const auto blank = [](const std::string& text) { return text::visible_line(text).empty(); };
    if (blank(draft.subject) && blank(draft.text)) throw BadValue("the row has neither a subject nor a text");
}

} // namespace

bool has_stale_end(const Complaint& draft) {
    return (draft.resolved_at && !may_be_resolved(draft)) || (draft.closed_at && !may_be_closed(draft));
}

void leave_out_stale_end(Complaint& draft) {
    if (!may_be_resolved(draft)) draft.resolved_at.reset();
    if (!may_be_closed(draft)) draft.closed_at.reset();
}

void check_state(const Complaint& complaint, const Occasion& occasion) {
    check_end(complaint);
    check_order(complaint, occasion);
    check_fit(complaint, occasion.zone);
}

void stop_the_clock(Complaint& draft) {
    const auto& due = draft.given_resolution_due;
    if (draft.status != Status::waiting || !due || due->at || due->left) return;
    draft.given_resolution_due.reset();
    if (!draft.waiting_since) draft.waiting_since = draft.responded_at.value_or(draft.received_at);
}

Complaint arrived(Complaint draft, const Occasion& occasion) {
    const Instant now = occasion.now;
    check_says_something(draft);
    check_order(draft, occasion); // by the names of the times that the file has
    complete_the_end(draft);
    check_end(draft);
    check_fit(draft, occasion.zone);
    check_what_is_left(draft);
    if (draft.logged_at == Instant{}) draft.logged_at = now;
    draft.status_at = draft.closed_at.value_or(draft.resolved_at.value_or(draft.received_at));
    const bool is_granted = !draft.remedy.empty() || draft.amount;
    if (is_granted && !draft.granted_at) draft.granted_at = draft.resolved_at;
    if (draft.status == Status::void_) draft.voided_at = draft.status_at;
    if (draft.status == Status::waiting && !draft.waiting_since) draft.waiting_since = now;
    if (draft.waiting_since) draft.status_at = *draft.waiting_since;
    return draft;
}

Event arrival(const Complaint& arrived, const Occasion& occasion) {
    Event made;
    made.kind = EventKind::imported;
    made.complaint = arrived.id;
    made.happened_at = arrived.received_at;
    made.recorded_at = occasion.now;
    made.changes = differences(Complaint{}, arrived);
    return made;
}

Event import(Complaint draft, const Occasion& occasion) {
    return arrival(arrived(std::move(draft), occasion), occasion);
}

} // namespace reklamaatio::complaint
