// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/planning.hpp"

#include "complaint/endings.hpp"
#include "store/complaints.hpp"
#include "store/deadlines.hpp"
#include "store/efforts.hpp"
#include "store/events.hpp"
#include "store/messages.hpp"
#include "store/past_grants.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace reklamaatio::store {

namespace {

using complaint::Event;

// What somebody complained of is said to us like any message.
Event as_message(const std::vector<Event>& standing) {
    Event first = standing.front();
    const auto opening = complaint::opening_of(standing);
    first.happened_at = opening.received_at;
    first.message = complaint::Message{complaint::Direction::in, opening.channel, false, ""};
    return first;
}

bool is_heard(const Event& event) {
    return event.message
           && (event.message->direction != complaint::Direction::note || event.message->needs_no_answer);
}

// What was said in the duplicates of a complaint, in order of recording, and in its own opening, which may be
// later than the answer to one of them. Not the notes, of which only those move a clock
// that say that nothing needs an answer:
// so nothing that still happens to a duplicate changes the plan of the one that stays.
std::vector<Event> heard_in_duplicates(Database& database, complaint::Id id,
                                       const std::vector<Event>& standing) {
    std::vector<Event> heard;
    const auto duplicates = merged_into(database, id);
    if (!duplicates.empty()) heard.push_back(as_message(standing));
    for (const auto duplicate : duplicates) {
        const auto events = standing_events_of(database, duplicate);
        heard.push_back(as_message(events));
        std::copy_if(events.begin() + 1, events.end(), std::back_inserter(heard), is_heard);
    }
    std::ranges::sort(heard, {}, &Event::number);
    return heard;
}

} // namespace

rulebook::Plan plan_of(Database& database, PolicyBook& policies, complaint::Id id,
                       const std::vector<Event>& standing) {
    return plan_under(database, policies.since(standing.front().change), id, standing);
}

rulebook::Plan plan_under(Database& database, std::span<const rulebook::PolicyVersion> policies,
                          complaint::Id id, const std::vector<Event>& standing) {
    return rulebook::plan(standing, heard_in_duplicates(database, id, standing), policies);
}

rulebook::Origins origins_of(Database& database, PolicyBook& policies, complaint::Id id,
                             const std::vector<Event>& standing) {
    return rulebook::origins(standing, heard_in_duplicates(database, id, standing),
                             policies.since(standing.front().change));
}

std::int64_t clock_bits(const rulebook::Plan& plan) {
    std::int64_t bits = 0;
    for (std::size_t i = 0; i < plan.targeted.size(); ++i)
        if (plan.targeted[i]) bits |= std::int64_t{1} << i;
    return bits;
}

void put_plan(Database& database, complaint::Id id, const rulebook::Plan& plan) {
    put_deadlines(database, id, plan.deadlines);
    set_targeted(database, id, clock_bits(plan));
    set_unanswered(database, id, plan.unanswered_since);
}

rulebook::Plan replan(Database& database, PolicyBook& policies, complaint::Id id) {
    const auto standing = standing_events_of(database, id);
    auto plan = plan_of(database, policies, id, standing);
    put_plan(database, id, plan);
    put_efforts(database, id, efforts_in(policies, standing));
    put_past_grants(database, id, past_grants_in(standing));
    const auto reopenings = complaint::reopenings(standing);
    if (reopenings != reopenings_of(database, id)) put_reopenings(database, id, reopenings);
    return plan;
}

void replan_survivors(Database& database, PolicyBook& policies, complaint::Id id) {
    std::set<complaint::Id> passed;
    for (auto complaint = find_complaint(database, id);
         complaint && complaint->merged_into && passed.insert(*complaint->merged_into).second;
         complaint = find_complaint(database, *complaint->merged_into))
        if (find_complaint(database, *complaint->merged_into))
            replan(database, policies, *complaint->merged_into);
}

} // namespace reklamaatio::store
