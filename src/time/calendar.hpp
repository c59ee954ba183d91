// SPDX-License-Identifier: GPL-3.0-or-later
// Working time: when a firm is open, and the arithmetic of deadlines in it.
#pragma once

#include "time/holidays.hpp"
#include "time/instant.hpp"
#include "time/zone.hpp"

#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace reklamaatio::time {

// Opening hours within one day: wall-clock minutes since midnight, half-open; closes may be 24:00.
struct Slot {
    std::chrono::minutes opens;
    std::chrono::minutes closes;
    friend bool operator==(const Slot&, const Slot&) = default;
};

// Slots of one day are in order and do not overlap.
using Slots = std::vector<Slot>;

// What a calendar is made of. Precedence for a date: `dates`, then any kind of holiday (closed), then the
// hours of its weekday.
struct CalendarRules {
    std::string name;
    Zone zone = Zone::utc();
    std::array<Slots, 7> hours;                // Monday first
    std::map<Date, std::string> holidays;      // with the reason that `explain` prints, may be empty
    std::map<Date, std::string> holiday_files; // the file that such a holiday is from, if it is from one
    std::set<std::chrono::month_day> yearly_holidays; // that day of every year
    std::vector<HolidaySet> holiday_sets;
    std::map<Date, Slots> dates;
    bool is_stand_in = false; // always open, where a firm named no calendar: working days mean nothing
};

// What has closed a day.
enum class ClosedBy {
    no_hours,  // its weekday has none
    own_hours, // `dates` says that it has none
    listed,    // a holiday of `holidays`
    file,      // one that came from a file
    yearly,
    set
};

struct Closing {
    ClosedBy by = ClosedBy::no_hours;
    std::string name;   // of the holiday; empty where nobody gave it one
    std::string source; // the file or the set that it is from
    friend bool operator==(const Closing&, const Closing&) = default;
};

// Arithmetic of working time. Computed on UTC instants through the zone, so that a day of a clock change has
// 23 or 25 hours. Copies share nothing; a calendar is used by one thread at a time (it remembers months).
class Calendar {
  public:
    // Throws Error when no weekday and no single date has hours.
    explicit Calendar(CalendarRules rules);

    const CalendarRules& rules() const { return m_rules; }
    const std::string& name() const { return m_rules.name; }
    const Zone& zone() const { return m_rules.zone; }

    // The open stretches of a date, in order, not empty, not touching; none on a closed day.
    std::vector<Interval> open_intervals(Date date) const;

    // The last one before `date`; the day before it where there was none in a month.
    Date last_working_day(Date date) const;
    bool is_working_day(Date date) const { return !open_intervals(date).empty(); }

    // What has closed a date; nothing on a working day.
    std::optional<Closing> closing(Date date) const;

    bool is_open(Instant instant) const;

    // The working time within [from, until); zero when until is not after from. Independent of how long the
    // stretch is: months are summed once and remembered.
    Seconds working_time(Instant from, Instant until) const;

    // The instant at which `amount` of working time has passed since start. Zero (or less): start itself when
    // open, else the next opening. An amount that ends exactly at closing ends there, not at the next
    // opening. Throws OutOfReach when that is more than about a hundred years away.
    Instant add_working_time(Instant start, Seconds amount) const;

    // The close of the n-th working day after the date (which itself does not count); n >= 1.
    // Throws OutOfReach when that is more than a hundred years away.
    Instant close_of_working_day(Date date, int n) const;

    // The opening of the n-th working day before the date (which itself does not count); n >= 1.
    // Throws OutOfReach when that is more than a hundred years away.
    Instant opening_of_working_day_before(Date date, int n) const;

  private:
    struct Month {
        Instant begins; // the first instant of its first day
        Instant ends;
        std::vector<Interval> open;  // of all its days, in order, neighbours not merged across days
        std::vector<Seconds> before; // working time of the month before open[i]
        Seconds total{0};
        bool covers(Instant instant) const { return begins <= instant && instant < ends; }
    };

    const Slots& slots_of(Date date) const;
    bool is_holiday(Date date) const;
    std::optional<Closing> holiday(Date date) const;
    const std::map<Date, Closing>& computed_holidays(std::chrono::year year) const;
    void append_open_intervals(Date date, std::vector<Interval>& open) const;

    // Months are counted from year 0: year * 12 + month - 1, by the local date.
    const Month& month(int index) const;
    int month_of(Instant instant) const;
    static Date first_of_month(int index);
    static Seconds working_time_before(const Month& month, Instant instant);
    static std::optional<Instant> first_open_instant(const Month& month, Instant from);

    CalendarRules m_rules;
    mutable std::map<int, Month> m_months;
    mutable std::optional<int> m_last_month; // the one that was asked last: neighbours come together
    mutable std::map<int, std::map<Date, Closing>> m_computed_holidays; // by year
};

} // namespace reklamaatio::time
