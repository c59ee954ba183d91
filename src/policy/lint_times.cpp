// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/lint.hpp"
#include "rulebook/alerts/escalating.hpp"
#include "time/due.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::Clock;
using rulebook::Escalation;
using rulebook::Sla;
using From = rulebook::EscalationPoint::From;

constexpr std::chrono::days k_year{366};
// Every weekday, and a holiday does not hide it.
constexpr std::chrono::days k_tried{14};

bool opens_within_a_year(const time::Calendar& calendar, time::Date today) {
    for (time::Date date = today; date <= today + k_year; date += std::chrono::days{1})
        if (calendar.is_working_day(date)) return true;
    return false;
}

// When clocks may start, within the hours: at an opening, and midway to the closing.
std::vector<time::Instant> starts(const time::Calendar& calendar, time::Date today) {
    std::vector<time::Instant> found;
    for (time::Date date = today; date < today + k_tried; date += std::chrono::days{1})
        for (const auto& open : calendar.open_intervals(date)) {
            found.push_back(open.from);
            found.push_back(open.from + (open.until - open.from) / 2);
        }
    return found;
}

bool comes_at_the_start(const Escalation& escalation, time::Target target, const time::Calendar& calendar,
                        time::Instant start) {
    try {
        const auto due = time::due_without_pauses(start, target, calendar);
        return rulebook::escalates_at(escalation.at, start, due, target, calendar) <= start;
    } catch (const time::Error&) {
        return false; // whether a target is in reach is judged elsewhere
    }
}

bool comes_at_the_start(const Look& look, const Escalation& escalation, const Sla& sla) {
    const auto& calendar = look.policy.calendar_of(sla);
    const auto tried = starts(calendar, look.today);
    return !tried.empty() && std::ranges::all_of(tried, [&](time::Instant start) {
        return comes_at_the_start(escalation, *sla.target(escalation.clock), calendar, start);
    });
}

// Those with a target for its clock that a complaint may fall under which it is about: none behind one that takes all
// such complaints.
std::vector<const Sla*> slas_behind(const Look& look, const Escalation& escalation) {
    std::vector<const Sla*> found;
    for (const auto& sla : look.policy.slas) {
        if (sla.target(escalation.clock) && sla.when.agree_with(escalation.when)) found.push_back(&sla);
        if (escalation.when.has_any() && sla.when.cover(escalation.when)) break;
    }
    return found;
}

} // namespace

void lint_calendars(const Look& look) {
    const auto& calendars = look.policy.calendars;
    for (std::size_t i = 0; i < calendars.size(); ++i) {
        const auto& name = calendars[i].name();
        const auto where = look.file["calendar"][name];
        const auto uses_it = [&](const Sla& sla) { return sla.calendar == i; };
        const auto counts_in_it = [&](const rulebook::LegalTerm& term) { return term.calendar == i; };
        if (i > 0 && std::ranges::none_of(look.policy.slas, uses_it)
            && std::ranges::none_of(look.policy.legal, counts_in_it))
            look.say(
                where,
                fmt::format(
                    "calendar '{0}' is used by no service level; add calendar = \"{0}\" to one, or remove it",
                    name));
        if (!opens_within_a_year(calendars[i], look.today))
            look.say(where, fmt::format("calendar '{}' has no working day in the year from {}, so none of "
                                        "its deadlines comes in that time; look at its holidays",
                                        name, time::to_iso(look.today)));
    }
}

void lint_escalations(const Look& look) {
    std::set<Clock> told;
    for (std::size_t i = 0; i < look.policy.escalations.size(); ++i) {
        const auto& escalation = look.policy.escalations[i];
        const auto where = look.file["escalation"][i];
        const auto clock = word(escalation.clock);
        if (escalation.clock == Clock::legal && look.policy.legal.empty() && told.insert(Clock::legal).second)
            look.say(where["clock"],
                     "the escalation of legal never comes: the policy has no [[legal]]; add one, "
                     "or remove it");
        if (escalation.clock == Clock::authority && !look.policy.safety.authority
            && told.insert(Clock::authority).second)
            look.say(where["clock"], "the escalation of authority never comes: [safety] of the policy has no "
                                     "authority; add it, or remove the escalation");
        if (!is_of_service_level(escalation.clock)) continue; // brings its own deadline
        const auto has_target = [&](const Sla& sla) { return sla.target(escalation.clock).has_value(); };
        const auto slas = slas_behind(look, escalation);
        if (std::ranges::none_of(look.policy.slas, has_target)) {
            if (told.insert(escalation.clock).second)
                look.say(where["clock"],
                         fmt::format("the escalation of {0} never comes: no service level has a "
                                     "target for it; add {0} to one, or remove it",
                                     clock));
        } else if (slas.empty()) {
            look.say(where, fmt::format("the escalation of {0} never comes: the service levels of such "
                                        "complaints have no target for it; add {0} to one, or change the "
                                        "conditions",
                                        clock));
        }
        const auto at_once = [&](const Sla* sla) { return comes_at_the_start(look, escalation, *sla); };
        if (!slas.empty() && escalation.at.from == From::before_due && std::ranges::all_of(slas, at_once))
            look.say(where["at"],
                     fmt::format("the escalation of {} at '{}' comes as soon as the clock starts: no "
                                 "service level allows more time than that; write a shorter one",
                                 clock, to_string(escalation.at)));
    }
}

} // namespace reklamaatio::policy
