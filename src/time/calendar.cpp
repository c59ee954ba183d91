// SPDX-License-Identifier: GPL-3.0-or-later
#include "time/calendar.hpp"

#include "text/plural.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::time {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::weekday;
using std::chrono::year_month;
using std::chrono::year_month_day;

// How far a search goes: a wrong date a century away helps nobody.
constexpr months k_search_months{1200};
constexpr days k_search_days{36'525};

const Slots k_closed;

bool has_hours(const Slots& slots) {
    return std::any_of(slots.begin(), slots.end(), [](const Slot& slot) { return slot.opens < slot.closes; });
}

bool has_hours(const CalendarRules& rules) {
    return std::any_of(rules.hours.begin(), rules.hours.end(),
                       [](const Slots& day) { return has_hours(day); })
           || std::any_of(rules.dates.begin(), rules.dates.end(),
                          [](const auto& date) { return has_hours(date.second); });
}

[[noreturn]] void refuse_search(const std::string& calendar, const std::string& wanted, Date from) {
    throw OutOfReach(fmt::format("calendar '{}' has no {} within a hundred years of {}; give it more hours",
                                 calendar, wanted, to_iso(from)));
}

std::string working_days(int n) {
    return text::plural(n, "working day");
}

} // namespace

Calendar::Calendar(CalendarRules rules) : m_rules(std::move(rules)) {
    if (!has_hours(m_rules))
        throw Error(fmt::format("calendar '{}' has no hours; give at least one weekday hours", m_rules.name));
}

std::vector<Interval> Calendar::open_intervals(Date date) const {
    std::vector<Interval> open;
    append_open_intervals(date, open);
    return open;
}

// Slots that a clock change swallows are empty, and slots that touch are one stretch.
void Calendar::append_open_intervals(Date date, std::vector<Interval>& open) const {
    const std::size_t already = open.size();
    for (const Slot& slot : slots_of(date)) {
        const Interval stretch{zone().to_instant(date + slot.opens), zone().to_instant(date + slot.closes)};
        if (stretch.until <= stretch.from) continue;
        if (open.size() > already && open.back().until == stretch.from)
            open.back().until = stretch.until;
        else
            open.push_back(stretch);
    }
}

std::optional<Closing> Calendar::closing(Date date) const {
    if (is_working_day(date)) return std::nullopt;
    if (m_rules.dates.contains(date)) return Closing{ClosedBy::own_hours, "", ""};
    if (const auto named = holiday(date)) return named;
    return Closing{ClosedBy::no_hours, "", ""};
}

// What has a name goes before what has none.
std::optional<Closing> Calendar::holiday(Date date) const {
    const year_month_day day{date};
    const auto listed = m_rules.holidays.find(date);
    const auto file = m_rules.holiday_files.find(date);
    if (file != m_rules.holiday_files.end()) return Closing{ClosedBy::file, listed->second, file->second};
    if (listed != m_rules.holidays.end() && !listed->second.empty())
        return Closing{ClosedBy::listed, listed->second, ""};
    const auto& computed = computed_holidays(day.year());
    if (const auto named = computed.find(date); named != computed.end()) return named->second;
    if (listed != m_rules.holidays.end()) return Closing{ClosedBy::listed, "", ""};
    if (m_rules.yearly_holidays.contains(day.month() / day.day())) return Closing{ClosedBy::yearly, "", ""};
    return std::nullopt;
}

const Slots& Calendar::slots_of(Date date) const {
    const auto special = m_rules.dates.find(date);
    if (special != m_rules.dates.end()) return special->second;
    const Slots& usual = m_rules.hours.at(weekday{date}.iso_encoding() - 1);
    return usual.empty() || is_holiday(date) ? k_closed : usual;
}

bool Calendar::is_holiday(Date date) const {
    const year_month_day day{date};
    return m_rules.holidays.contains(date) || m_rules.yearly_holidays.contains(day.month() / day.day())
           || computed_holidays(day.year()).contains(date);
}

const std::map<Date, Closing>& Calendar::computed_holidays(std::chrono::year year) const {
    const auto [known, is_new] = m_computed_holidays.try_emplace(static_cast<int>(year));
    if (is_new)
        for (const HolidaySet set : m_rules.holiday_sets)
            for (const Holiday& holiday : holidays_of(set, year))
                known->second.try_emplace(
                    holiday.date,
                    Closing{ClosedBy::set, std::string(holiday.name),
                            std::string(k_holiday_set_names.at(static_cast<std::size_t>(set)))});
    return known->second;
}

bool Calendar::is_open(Instant instant) const {
    return first_open_instant(month(month_of(instant)), instant) == instant;
}

Date Calendar::first_of_month(int index) {
    const year_month counted = std::chrono::year{0} / std::chrono::January + months{index};
    return Date{counted / 1};
}

const Calendar::Month& Calendar::month(int index) const {
    const auto [known, is_new] = m_months.try_emplace(index);
    Month& month = known->second;
    if (!is_new) return month;
    const Date first = first_of_month(index);
    const Date next = first_of_month(index + 1);
    month.begins = zone().start_of(first);
    month.ends = zone().start_of(next);
    for (Date date = first; date < next; date += days{1})
        append_open_intervals(date, month.open);
    month.before.reserve(month.open.size());
    for (const Interval& open : month.open) {
        month.before.push_back(month.total);
        month.total += open.until - open.from;
    }
    return month;
}

// The wall shows yesterday's date again for a while where clocks are put back over midnight (St John's,
// Newfoundland, until 2011, on a first of November): such an instant belongs to the month that had already
// begun.
int Calendar::month_of(Instant instant) const {
    if (m_last_month && m_months.at(*m_last_month).covers(instant)) return *m_last_month;
    const year_month_day local{zone().date_at(instant)};
    const int index =
        static_cast<int>(local.year()) * 12 + static_cast<int>(static_cast<unsigned>(local.month())) - 1;
    m_last_month = instant < month(index).ends ? index : index + 1;
    month(*m_last_month);
    return *m_last_month;
}

Seconds Calendar::working_time_before(const Month& month, Instant instant) {
    const auto after =
        std::upper_bound(month.open.begin(), month.open.end(), instant,
                         [](Instant value, const Interval& open) { return value < open.from; });
    if (after == month.open.begin()) return Seconds{0};
    const auto last = std::prev(after);
    return month.before[static_cast<std::size_t>(last - month.open.begin())]
           + (std::min(instant, last->until) - last->from);
}

std::optional<Instant> Calendar::first_open_instant(const Month& month, Instant from) {
    const auto open =
        std::upper_bound(month.open.begin(), month.open.end(), from,
                         [](Instant value, const Interval& stretch) { return value < stretch.until; });
    if (open == month.open.end()) return std::nullopt;
    return std::max(from, open->from);
}

Seconds Calendar::working_time(Instant from, Instant until) const {
    if (until <= from) return Seconds{0};
    const int first = month_of(from);
    const int last = month_of(until);
    Seconds sum = working_time_before(month(last), until) - working_time_before(month(first), from);
    for (int index = first; index < last; ++index)
        sum += month(index).total;
    return sum;
}

Instant Calendar::add_working_time(Instant start, Seconds amount) const {
    const int first = month_of(start);
    // Counted from the beginning of the month that is looked at.
    Seconds wanted = working_time_before(month(first), start) + amount;
    for (int index = first; index <= first + k_search_months.count(); ++index) {
        const Month& here = month(index);
        if (amount <= Seconds{0}) {
            if (const auto open = first_open_instant(here, start)) return *open;
        } else if (wanted <= here.total) {
            // The last stretch that begins with less than is wanted: closing time, not the next opening.
            const auto after = std::lower_bound(here.before.begin(), here.before.end(), wanted);
            const auto i = static_cast<std::size_t>(after - here.before.begin()) - 1;
            return here.open[i].from + (wanted - here.before[i]);
        }
        wanted -= here.total;
    }
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(std::max(amount, Seconds{0}));
    refuse_search(name(), fmt::format("{} working minutes", minutes.count()), zone().date_at(start));
}

Instant Calendar::close_of_working_day(Date date, int n) const {
    int left = n;
    for (Date day = date + days{1}; day <= date + k_search_days; day += days{1}) {
        const auto open = open_intervals(day);
        if (!open.empty() && --left <= 0) return open.back().until;
    }
    refuse_search(name(), working_days(n), date);
}

Instant Calendar::opening_of_working_day_before(Date date, int n) const {
    int left = n;
    for (Date day = date - days{1}; day >= date - k_search_days; day -= days{1}) {
        const auto open = open_intervals(day);
        if (!open.empty() && --left <= 0) return open.front().from;
    }
    refuse_search(name(), working_days(n), date);
}

Date Calendar::last_working_day(Date date) const {
    constexpr int k_most = 31;
    for (int back = 1; back <= k_most; ++back)
        if (is_working_day(date - std::chrono::days{back})) return date - std::chrono::days{back};
    return date - std::chrono::days{1};
}

} // namespace reklamaatio::time
