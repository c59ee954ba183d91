// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/icalendar.hpp"

#include "complaint/error.hpp"
#include "policy/libical.hpp"
#include "text/fold.hpp"
#include "text/utf8.hpp"

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <set>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>

namespace reklamaatio::policy {

namespace {

using complaint::BadValue;
using std::chrono::days;
using time::Date;

// A rule by the second would keep us busy for ever.
constexpr int k_most_occurrences = 50000;

std::optional<Date> date_in(const icaltimetype& at) {
    const std::chrono::year_month_day date{std::chrono::year{at.year},
                                           std::chrono::month{static_cast<unsigned>(at.month)},
                                           std::chrono::day{static_cast<unsigned>(at.day)}};
    return at.year > 0 && date.ok() ? std::optional(Date{date}) : std::nullopt;
}

std::string one_line(const char* text) {
    std::string line = text == nullptr ? std::string{} : text::repaired_utf8(text);
    std::ranges::replace_if(
        line, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    return line;
}

icaltimetype date_of(Date date) {
    const std::chrono::year_month_day parts{date};
    icaltimetype made{};
    made.year = static_cast<int>(parts.year());
    made.month = static_cast<int>(static_cast<unsigned>(parts.month()));
    made.day = static_cast<int>(static_cast<unsigned>(parts.day()));
    made.is_date = 1;
    return made;
}

using Components = std::vector<icalcomponent*>;

// Several calendars in one file have a component without a name around them.
void collect_events(const Libical& ical, icalcomponent* parent, Components& events) {
    for (auto* child = ical.first_component(parent, ICAL_ANY_COMPONENT); child != nullptr;
         child = ical.next_component(parent, ICAL_ANY_COMPONENT)) {
        if (ical.kind_of(child) == ICAL_VEVENT_COMPONENT) events.push_back(child);
        if (ical.kind_of(child) == ICAL_VCALENDAR_COMPONENT) collect_events(ical, child, events);
    }
}

class Reading {
  public:
    Reading(const Libical& ical, const DateRange& recurring) : m_ical(ical), m_recurring(recurring) {}

    HolidayFile of(const Components& events) {
        // What an occurrence was moved to is an event of its own, which names the date that it stands for.
        for (auto* event : events)
            if (const auto stands_for = day_of(m_ical.recurrence_id_of(event)))
                m_replaced.emplace(uid_of(event), *stands_for);
        for (auto* event : events)
            read(event);
        std::ranges::stable_sort(m_closures, {}, [](const Closure& closure) {
            return std::tuple(closure.dates.first, closure.dates.last, closure.reason);
        });
        // Not std::ranges::unique, which clang 14 cannot compile.
        m_closures.erase(std::unique(m_closures.begin(), m_closures.end()), m_closures.end());
        return {std::move(m_closures), m_timed, m_cancelled};
    }

  private:
    std::string uid_of(icalcomponent* event) const { return one_line(m_ical.uid_of(event)); }

    template <typename Visit>
    void each(icalcomponent* event, icalproperty_kind kind, Visit visit) const {
        for (auto* property = m_ical.first_property(event, kind); property != nullptr;
             property = m_ical.next_property(event, kind))
            visit(property);
    }

    // The local day that begins at that time. Outlook writes a midnight of ours in UTC as well: whatever the zone, it is
    // within half a day of the midnight there.
    std::optional<Date> day_of(const icaltimetype& at) const {
        constexpr int k_noon = 12;
        auto date = date_in(at);
        if (date && !at.is_date && m_ical.is_utc(at) != 0 && at.hour >= k_noon) *date += days{1};
        return date;
    }

    bool is_marked_all_day(icalcomponent* event) const {
        bool is_marked = false;
        each(event, ICAL_X_PROPERTY, [&](icalproperty* extension) {
            const auto name = one_line(m_ical.name_of_extension(extension));
            const char* value = m_ical.extension_in(extension);
            if (name == "X-MICROSOFT-CDO-ALLDAYEVENT")
                is_marked = value != nullptr && one_line(value) == "TRUE";
        });
        return is_marked;
    }

    // Of times in UTC nobody knows where it was midnight; whole days are an hour longer or shorter when clocks change.
    bool is_whole_days_of_outlook(icalcomponent* event) const {
        if (!is_marked_all_day(event)) return false;
        const auto start = m_ical.start_of(event);
        const auto end = m_ical.end_of(event);
        const auto is_midnight = [&](const icaltimetype& at) {
            return m_ical.is_utc(at) != 0 || (at.hour == 0 && at.minute == 0 && at.second == 0);
        };
        const bool is_long_enough = day_of(start) && day_of(end) && *day_of(start) < *day_of(end);
        const int shift = std::abs((end.hour - start.hour) * 60 + end.minute - start.minute);
        constexpr int k_hour = 60;
        constexpr int k_day = 24 * 60;
        return is_long_enough && is_midnight(start) && is_midnight(end)
               && std::min(shift, k_day - shift) <= k_hour;
    }

    void read(icalcomponent* event) {
        const bool stands_for_another = day_of(m_ical.recurrence_id_of(event)).has_value();
        if (m_ical.status_of(event) == ICAL_STATUS_CANCELLED) {
            m_cancelled += stands_for_another ? 0 : 1;
            return;
        }
        const icaltimetype start = m_ical.start_of(event);
        const std::string reason = one_line(m_ical.summary_of(event));
        const auto first = day_of(start);
        if (!first) throw BadValue(fmt::format("has an event '{}' without a date", reason));
        if (!start.is_date && !is_whole_days_of_outlook(event)) {
            ++m_timed;
            return;
        }
        // A line that the library does not understand it takes out, and the holiday would be one of one year.
        each(event, ICAL_XLICERROR_PROPERTY, [&](icalproperty* error) {
            throw BadValue(fmt::format("has a line in the event '{}' that cannot be read: {}", reason,
                                       one_line(m_ical.error_in(error))));
        });
        // The end is the day after the last; without it, or at the start, the event has one day.
        const auto end = day_of(m_ical.end_of(event));
        if (end && *end < *first)
            throw BadValue(fmt::format("has an event '{}' of {} that ends before it begins; mend its end",
                                       reason, time::to_iso(*first)));
        const days more = end && *end > *first ? *end - *first - days{1} : days{0};

        std::set<Date> dates{*first};
        each(event, ICAL_RRULE_PROPERTY,
             [&](icalproperty* rule) { add_recurring(m_ical.rule_in(rule), date_of(*first), more, dates); });
        each(event, ICAL_RDATE_PROPERTY, [&](icalproperty* added) {
            if (const auto date = day_of(m_ical.added_date_in(added).time)) dates.insert(*date);
        });
        each(event, ICAL_EXDATE_PROPERTY, [&](icalproperty* excepted) {
            if (const auto date = day_of(m_ical.excepted_date_in(excepted))) dates.erase(*date);
        });
        for (const Date date : dates)
            if (stands_for_another || !m_replaced.contains({uid_of(event), date}))
                m_closures.push_back({{date, date + more}, reason});
    }

    void add_recurring(const icalrecurrencetype& rule, const icaltimetype& start, days more,
                       std::set<Date>& dates) const {
        const std::unique_ptr<icalrecur_iterator, decltype(m_ical.free_iterator)> iterator(
            m_ical.new_iterator(rule, start), m_ical.free_iterator);
        if (iterator == nullptr) throw BadValue("has a rule of recurrence that means nothing");
        for (int count = 0; count < k_most_occurrences; ++count) {
            const auto date = date_in(m_ical.next_date(iterator.get()));
            if (!date || *date > m_recurring.last) return;
            if (*date + more >= m_recurring.first) dates.insert(*date);
        }
        throw BadValue("has an event that recurs too often; give it a rule by the year, month, week or day");
    }

    const Libical& m_ical;
    DateRange m_recurring;
    std::set<std::pair<std::string, Date>> m_replaced;
    std::vector<Closure> m_closures;
    std::size_t m_timed = 0;
    std::size_t m_cancelled = 0;
};

bool is_calendar(const Libical& ical, icalcomponent* root) {
    if (root == nullptr) return false;
    const auto kind = ical.kind_of(root);
    return kind == ICAL_VCALENDAR_COMPONENT
           || (kind == ICAL_XROOT_COMPONENT
               && ical.first_component(root, ICAL_VCALENDAR_COMPONENT) != nullptr);
}

// The library would print a complaint of its own for each such line.
void check_ends_follow(const std::string& text) {
    std::istringstream lines(text);
    int depth = 0;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const auto word = text::lower(std::string_view(line).substr(0, line.find(':')));
        if (word == "begin") ++depth;
        if (word == "end" && --depth < 0)
            throw BadValue(
                fmt::format("has an END without a BEGIN in line {}; export the calendar again", number));
    }
}

} // namespace

HolidayFile read_icalendar(const std::string& text, const DateRange& recurring) {
    check_ends_follow(text);
    const Libical& ical = libical();
    const std::unique_ptr<icalcomponent, decltype(ical.free_component)> root(ical.parse(text.c_str()),
                                                                             ical.free_component);
    // The library takes a file that was cut off for a whole one.
    if (!is_calendar(ical, root.get()) || text.find("END:VCALENDAR") == std::string::npos)
        throw BadValue(
            "is not an iCalendar file; it begins with BEGIN:VCALENDAR and ends with END:VCALENDAR");
    if (text::invalid_utf8_at(text)) throw BadValue("is not in UTF-8; export or save it so");
    Components events;
    collect_events(ical, root.get(), events);
    if (events.empty()) throw BadValue("has no event; export the calendar again, or take the file out");
    return Reading(ical, recurring).of(events);
}

} // namespace reklamaatio::policy
