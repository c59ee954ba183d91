// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebook/clocks/term_count.hpp"

#include <algorithm>

namespace reklamaatio::rulebook {

namespace {

using std::chrono::days;
using time::Date;
using time::Instant;

constexpr time::Seconds k_a_second{1};

// A day may close at its midnight, which is the next day's first instant.
Date nth_working_day(Date date, int n, const time::Calendar& calendar) {
    return calendar.zone().date_at(calendar.close_of_working_day(date, n) - k_a_second);
}

struct Reached {
    Date day;
    bool is_cut_short = false;
};

Reached months_later(Date date, int count) {
    const std::chrono::year_month_day day{date};
    const auto month = std::chrono::year_month{day.year(), day.month()} + std::chrono::months{count};
    const auto last = std::chrono::year_month_day_last{month / std::chrono::last}.day();
    return {Date{month / std::min(day.day(), last)}, last < day.day()};
}

Reached last_day_of(const Term& term, Date event_day, const time::Calendar& calendar) {
    switch (term.unit) {
    case TermUnit::days:
        return {event_day + days{term.count}};
    case TermUnit::weeks:
        return {event_day + std::chrono::weeks{term.count}};
    case TermUnit::months:
        return months_later(event_day, term.count);
    case TermUnit::working_days:
        return {nth_working_day(event_day, term.count, calendar)};
    }
    return {event_day};
}

// Days after the first, up to the last.
int days_between(Date first, Date last, TermUnit unit, const time::Calendar& calendar) {
    if (unit != TermUnit::working_days) return static_cast<int>((last - first).count());
    int count = 0;
    for (Date date = first + days{1}; date <= last; date += days{1})
        count += calendar.is_working_day(date) ? 1 : 0;
    return count;
}

Date later_by(Date date, int count, TermUnit unit, const time::Calendar& calendar) {
    if (count <= 0) return date;
    return unit == TermUnit::working_days ? nth_working_day(date, count, calendar) : date + days{count};
}

void roll_on(TermCount& count, TermEnds ends, const time::Calendar& calendar) {
    count.rolled.clear();
    count.ends_on = count.moved_to;
    if (ends != TermEnds::day && !calendar.is_working_day(count.moved_to))
        count.ends_on = nth_working_day(count.moved_to, 1, calendar);
    for (Date date = count.moved_to; date < count.ends_on; date += days{1})
        count.rolled.push_back(date);
    count.due = calendar.zone().start_of(count.ends_on + days{1}) - k_a_second;
}

} // namespace

TermCount count_term(const LegalTerm& term, Instant event, const time::Calendar& calendar,
                     std::span<const time::Pause> pauses) {
    const auto unit = term.term.unit;
    TermCount count;
    count.event_day = calendar.zone().date_at(event);
    const auto [last_day, is_cut_short] = last_day_of(term.term, count.event_day, calendar);
    count.last_day = count.moved_to = last_day;
    count.is_cut_short = is_cut_short;
    roll_on(count, term.ends, calendar);
    for (const auto& pause : pauses) {
        const Instant from = std::max(pause.from, event);
        if (from > *count.due) break;
        if (pause.until && *pause.until <= from) continue;
        if (!pause.until) {
            count.left = *count.due - from;
            count.due.reset();
            break;
        }
        const int length = days_between(calendar.zone().date_at(from), calendar.zone().date_at(*pause.until),
                                        unit, calendar);
        count.paused_days += length;
        count.moved_to = later_by(count.moved_to, length, unit, calendar);
        roll_on(count, term.ends, calendar);
    }
    return count;
}

std::vector<TermWarning> warnings_of(const LegalTerm& term, Instant event, Instant due,
                                     const time::Calendar& calendar) {
    const auto& zone = calendar.zone();
    const Date last = zone.date_at(due);
    const auto day_before = [&](const Term& before) {
        switch (before.unit) {
        case TermUnit::working_days:
            return zone.date_at(calendar.opening_of_working_day_before(last, before.count));
        case TermUnit::months:
            return months_later(last, -before.count).day;
        case TermUnit::weeks:
            return Date{last - std::chrono::weeks{before.count}};
        case TermUnit::days:
            break;
        }
        return Date{last - days{before.count}};
    };
    std::vector<TermWarning> found;
    for (const auto& before : term.warn.empty() ? k_usual_warning : term.warn) {
        const Instant at = zone.start_of(day_before(before));
        if (at > event) found.push_back({before, at});
    }
    std::ranges::stable_sort(found, {}, &TermWarning::at);
    return found;
}

} // namespace reklamaatio::rulebook
