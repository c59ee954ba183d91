// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/replanned.hpp"

#include "complaint/standing.hpp"
#include "rulebook/clocks/term_count.hpp"
#include "store/deadlines.hpp"
#include "store/events.hpp"
#include "store/planning.hpp"

#include <algorithm>

namespace reklamaatio::store {

namespace {

using time::Instant;
using time::Target;
using time::Unit;

// The latest that a target can be due, whatever was paused, when the last of what happened to its complaint
// happened at that time: no pause ends later, and what is left then is at most the whole target. A working
// day is at most a whole day of working time, and the day of a pause may add to it.
Instant latest_due(Instant last, Target target, const time::Calendar& calendar) {
    if (!time::counts_working_time(target))
        return time::due_without_pauses(last, target, calendar) + std::chrono::days{1};
    if (target.unit == Unit::working_days) target = {(target.count + 1) * 24, Unit::hours};
    return time::due_without_pauses(last, target, calendar);
}

// Likewise. What runs from an acknowledgement begins when that was owed, which is a term as well.
Instant latest_end(Instant last, rulebook::LegalTerm term, const time::Calendar& calendar) {
    constexpr int k_begun_late = 2;
    term.term.count *= k_begun_late;
    return *rulebook::count_term(term, last, calendar).due;
}

bool can_fall_due(const rulebook::Policy& policy, Instant last, Instant from) {
    for (const auto& sla : policy.slas)
        for (const auto& target : sla.targets)
            if (target && latest_due(last, *target, policy.calendar_of(sla)) >= from) return true;
    for (const auto& term : policy.legal)
        if (latest_end(last, term, policy.calendar_of(term)) >= from) return true;
    return false;
}

constexpr const char* k_within_reach = R"(
SELECT c.id FROM complaint AS c
WHERE c.received_at < :until AND c.status <> 'void'
  AND (c.received_at >= :reach
       OR EXISTS (SELECT 1 FROM event AS e WHERE e.complaint_id = c.id AND e.happened_at >= :reach)
       OR EXISTS (SELECT 1 FROM deadline AS d
                  WHERE d.complaint_id = c.id AND d.due_at >= :from AND d.due_at < :until))
ORDER BY c.id)";

std::vector<complaint::Id> within_reach(Database& database, const time::Period& period, Instant reach) {
    auto query = database.query(k_within_reach);
    query.bind(":from", period.from).bind(":until", period.until).bind(":reach", reach);
    std::vector<complaint::Id> found;
    while (query.next())
        found.push_back({query.integer(0)});
    return found;
}

} // namespace

Instant reach_of(const rulebook::Policy& policy, Instant from) {
    constexpr std::chrono::days k_longest{150 * 365};
    for (std::chrono::days back{1}; back < k_longest; back *= 2)
        if (!can_fall_due(policy, from - back, from)) return from - back;
    return from - k_longest;
}

void read_replanned(Database& database, std::shared_ptr<const rulebook::Policy> policy,
                    const time::Period& period, const Group& group,
                    const std::function<void(const Replanned&)>& take) {
    const Instant reach = reach_of(*policy, period.from);
    const rulebook::PolicyVersion alone{0, 0, Instant{}, std::move(policy)};
    for (const auto id : within_reach(database, period, reach)) {
        const auto standing = complaint::standing(events_of(database, id));
        if (standing.empty()) continue;
        take({id, group_value(database, group, id, period.until), deadlines_of(database, id),
              plan_under(database, {&alone, 1}, id, standing).deadlines});
    }
}

} // namespace reklamaatio::store
