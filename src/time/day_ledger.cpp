// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/day_ledger.hpp"

#include <algorithm>

namespace reklamaatio::time {

namespace {

using std::chrono::days;

LedgerDay day_of(const Calendar& calendar, Date date, Instant from, Instant until) {
    LedgerDay day;
    day.date = date;
    day.whole = {calendar.zone().start_of(date), calendar.zone().start_of(date + days{1})};
    day.open = calendar.open_intervals(date);
    day.closed = calendar.closing(date);
    day.has_own_hours = calendar.rules().dates.contains(date);
    for (const Interval& open : day.open) {
        const Interval part{std::max(open.from, from), std::min(open.until, until)};
        if (part.until <= part.from) continue;
        day.worked.push_back(part);
        day.length += part.until - part.from;
    }
    return day;
}

} // namespace

// One day more is looked at on either side: where clocks are put back over midnight, the wall shows
// yesterday's date while the next day's hours have begun.
std::vector<LedgerDay> day_by_day(const Calendar& calendar, Instant from, Instant until) {
    std::vector<LedgerDay> ledger;
    const Date first = calendar.zone().date_at(from) - days{1};
    const Date last = calendar.zone().date_at(until) + days{1};
    for (Date date = first; date <= last; date += days{1}) {
        LedgerDay day = day_of(calendar, date, from, until);
        const bool touches = day.whole.from < until && day.whole.until > from;
        if (touches || day.length > Seconds{0}) ledger.push_back(std::move(day));
    }
    return ledger;
}

std::vector<LedgerDay> clock_changes(const Calendar& calendar, Instant from, Instant until) {
    std::vector<LedgerDay> changes;
    const Zone& zone = calendar.zone();
    const Date last = zone.date_at(until);
    for (Date date = zone.date_at(from); date <= last; date += days{1})
        if (zone.start_of(date + days{1}) - zone.start_of(date) != days{1})
            changes.push_back(day_of(calendar, date, from, until));
    return changes;
}

} // namespace reklamaatio::time
