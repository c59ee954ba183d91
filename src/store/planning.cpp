// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/planning.hpp"

#include "store/complaints.hpp"
#include "store/deadlines.hpp"
#include "store/events.hpp"
#include "store/messages.hpp"

#include <algorithm>

namespace reklamaatio::store {

namespace {

using complaint::Event;

// What was said in the duplicates of a complaint, in order of recording. Not the notes, which move no clock:
// so nothing that still happens to a duplicate changes the plan of the one that stays.
std::vector<Event> heard_in_duplicates(Database& database, complaint::Id id) {
    std::vector<Event> heard;
    for (const auto duplicate : merged_into(database, id))
        for (auto& event : complaint::standing(events_of(database, duplicate)))
            if (event.message && event.message->direction != complaint::Direction::note)
                heard.push_back(std::move(event));
    std::ranges::sort(heard, {}, &Event::number);
    return heard;
}

} // namespace

complaint::Plan plan_of(Database& database, PolicyBook& policies, complaint::Id id,
                        const std::vector<Event>& standing) {
    return plan_under(database, policies.since(standing.front().change), id, standing);
}

complaint::Plan plan_under(Database& database, std::span<const complaint::PolicyVersion> policies,
                           complaint::Id id, const std::vector<Event>& standing) {
    return complaint::plan(standing, heard_in_duplicates(database, id), policies);
}

complaint::Origins origins_of(Database& database, PolicyBook& policies, complaint::Id id,
                              const std::vector<Event>& standing) {
    return complaint::origins(standing, heard_in_duplicates(database, id),
                              policies.since(standing.front().change));
}

std::int64_t clock_bits(const complaint::Plan& plan) {
    std::int64_t bits = 0;
    for (std::size_t i = 0; i < plan.targeted.size(); ++i)
        if (plan.targeted[i]) bits |= std::int64_t{1} << i;
    return bits;
}

void put_plan(Database& database, complaint::Id id, const complaint::Plan& plan) {
    put_deadlines(database, id, plan.deadlines);
    set_targeted(database, id, clock_bits(plan));
    set_unanswered(database, id, plan.unanswered_since);
}

void replan(Database& database, PolicyBook& policies, complaint::Id id) {
    const auto standing = complaint::standing(events_of(database, id));
    put_plan(database, id, plan_of(database, policies, id, standing));
    const auto reopenings = complaint::reopenings(standing);
    if (reopenings != reopenings_of(database, id)) put_reopenings(database, id, reopenings);
}

} // namespace reklamaatio::store
