// SPDX-License-Identifier: GPL-3.0-or-later
// A working calendar computed by walking from minute to minute and looking at the wall: slow and easily
// believed.
//
// The walk knows nothing of intervals, months or resolved times. It needs one idea: the furthest time that
// the wall has shown so far. A minute is open when that time is in a slot. Where clocks are put forward it
// jumps over what is skipped; where they are put back it stands still until the wall catches up, so that
// repeated times count once, at their first.
//
//   wall       03:00 … 03:59 | 03:00 … 03:59 | 04:00
//   furthest   03:00 … 03:59 | 03:59 … 03:59 | 04:00
#pragma once

#include "time/builders.hpp"

#include <algorithm>
#include <set>
#include <vector>

namespace reklamaatio::time::tests {

// The minutes of a window, and which of them are open. Good for instants within it.
class Walk {
  public:
    Walk(const CalendarRules& rules, Instant around, std::chrono::days length)
        : m_rules(rules), m_begins(std::chrono::floor<std::chrono::minutes>(around - k_margin)) {
        const int year = static_cast<int>(
            std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(around)}.year());
        for (const HolidaySet set : rules.holiday_sets)
            for (int y = year - 1; y <= year + 1; ++y)
                for (const Holiday& holiday : holidays_of(set, std::chrono::year{y}))
                    m_computed_holidays.insert(holiday.date);
        // Clocks that were put back just before the window are seen from further back.
        LocalTime furthest = rules.zone.to_local(m_begins - std::chrono::days{2});
        for (Instant t = m_begins - std::chrono::days{2}; t < m_begins + length;
             t += std::chrono::minutes{1}) {
            furthest = std::max(furthest, rules.zone.to_local(t));
            if (t < m_begins) continue;
            m_open.push_back(is_open(furthest));
            m_dates.push_back(date_of(furthest));
        }
    }

    Seconds working_time(Instant from, Instant until) const {
        Seconds sum{0};
        for (Instant t = std::chrono::floor<std::chrono::minutes>(from); t < until;
             t += std::chrono::minutes{1})
            if (open(t)) sum += std::min(until, t + std::chrono::minutes{1}) - std::max(from, t);
        return sum;
    }

    Instant add_working_time(Instant start, Seconds amount) const {
        for (Instant t = std::chrono::floor<std::chrono::minutes>(start);; t += std::chrono::minutes{1}) {
            if (!open(t)) continue;
            const Instant begins = std::max(start, t);
            const Seconds here = t + std::chrono::minutes{1} - begins;
            if (amount <= here && (amount > Seconds{0} || here > Seconds{0})) return begins + amount;
            amount -= here;
        }
    }

    Instant close_of_working_day(Date date, int n) const {
        Date counted = date;
        Instant close{};
        for (std::size_t i = 0; i < m_open.size(); ++i) {
            if (m_dates[i] <= date || !m_open[i]) continue;
            if (m_dates[i] != counted && n-- == 0) return close;
            counted = m_dates[i];
            close = m_begins + std::chrono::minutes{i + 1};
        }
        throw Error("the window is too short");
    }

    Instant opening_of_working_day_before(Date date, int n) const {
        Date counted = date;
        Instant opening{};
        for (std::size_t i = m_open.size(); i-- > 0;) {
            if (m_dates[i] >= date || !m_open[i]) continue;
            if (m_dates[i] != counted && n-- == 0) return opening;
            counted = m_dates[i];
            opening = m_begins + std::chrono::minutes{i};
        }
        throw Error("the window is too short");
    }

    bool open(Instant t) const {
        return m_open.at(static_cast<std::size_t>((std::chrono::floor<std::chrono::minutes>(t) - m_begins)
                                                  / std::chrono::minutes{1}));
    }

  private:
    static constexpr std::chrono::days k_margin{35};

    bool is_open(LocalTime wall) const {
        const Date date = date_of(wall);
        const auto time = std::chrono::floor<std::chrono::minutes>(wall - date);
        const Slots& slots = slots_of(date);
        return std::any_of(slots.begin(), slots.end(),
                           [&](const Slot& slot) { return slot.opens <= time && time < slot.closes; });
    }

    const Slots& slots_of(Date date) const {
        static const Slots k_none;
        if (const auto found = m_rules.dates.find(date); found != m_rules.dates.end()) return found->second;
        const std::chrono::year_month_day day{date};
        if (m_rules.holidays.contains(date) || m_rules.yearly_holidays.contains(day.month() / day.day()))
            return k_none;
        if (m_computed_holidays.contains(date)) return k_none;
        return m_rules.hours.at((std::chrono::weekday{date}.c_encoding() + 6) % 7);
    }

    const CalendarRules& m_rules;
    std::set<Date> m_computed_holidays;
    Instant m_begins;
    std::vector<bool> m_open;
    std::vector<Date> m_dates;
};

} // namespace reklamaatio::time::tests
